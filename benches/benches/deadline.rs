//! Due times beyond those of a plain term, the words they are told in, and the law they rest on.

use std::error::Error;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use motcua::calendar::parse_date as day;
use motcua::deadline::{self, DateOff, Language, Step};
use motcua::obligation::{self, StandingPolicy};
use motcua::regulation::{
    self, CountingPolicy, FormKind, Handling, Interruption, Provision, Rule, Sector,
};
use motcua::{Calendar, Deadline, Limit, LocalTime};

fn due_times(c: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let (calendar, policy) = (Calendar::vietnam()?, CountingPolicy::one_stop());
    let (received, limit) = ("2026-08-19T09:00".parse()?, Limit::working_days(10));
    let due = deadline::due(&calendar, &policy, received, limit)?;
    let (asked, answered): (LocalTime, LocalTime) =
        ("2026-08-24T10:00".parse()?, "2026-08-28T10:00".parse()?);
    // A Saturday.
    let set = day("2018-09-15")?;
    let mut group = c.benchmark_group("deadline");
    group.bench_function("due_on", |b| {
        b.iter(|| deadline::due_on(&calendar, black_box(set), set, DateOff::NextWorkingDay));
    });
    group.bench_function("paused", |b| {
        b.iter(|| deadline::paused(&calendar, &policy, limit, black_box(&due), asked, answered));
    });
    group.bench_function("appointed", |b| {
        b.iter(|| deadline::appointed(&calendar, black_box(answered), received));
    });
    group.bench_function("strict", |b| {
        b.iter(|| Deadline::strict(&calendar, &policy, black_box(received), limit));
    });
    group.bench_function("standing", |b| {
        let standing = StandingPolicy::default();
        b.iter(|| obligation::standing(&calendar, standing, black_box(&due), None, asked));
    });
    group.finish();
    Ok(())
}

fn words(c: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let (calendar, policy) = (Calendar::vietnam()?, CountingPolicy::one_stop());
    let received: LocalTime = "2026-08-19T09:00".parse()?;
    let deadline = Deadline::new(&calendar, &policy, received, Limit::working_days(10))?;
    let steps: &[Step] = deadline.steps();
    let (date, language) = (received.date(), Language::Vietnamese);
    let span = calendar.work_span(received, deadline.due().at)?;
    let mut group = c.benchmark_group("words");
    group.bench_function("vietnamese", |b| b.iter(|| black_box(&deadline).vietnamese()));
    group.bench_function("english", |b| b.iter(|| black_box(&deadline).english()));
    group.bench_function("appointment_vietnamese", |b| {
        b.iter(|| black_box(&deadline).appointment_vietnamese());
    });
    group.bench_function("appointment_english", |b| {
        b.iter(|| black_box(&deadline).appointment_english());
    });
    group.bench_function("steps", |b| {
        b.iter(|| {
            for step in steps {
                black_box((step.days(language), step.meaning(language)));
                black_box((Step::count(step, language), step.citation(language)));
            }
        });
    });
    group.bench_function("vietnamese_date", |b| {
        b.iter(|| deadline::vietnamese_date(black_box(date)));
    });
    group.bench_function("english_date", |b| b.iter(|| deadline::english_date(black_box(date))));
    group.bench_function("vietnamese_span", |b| {
        b.iter(|| deadline::vietnamese_span(black_box(span)));
    });
    group.finish();
    Ok(())
}

fn law(c: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let date = day("2026-11-23")?;
    let provision: &Provision =
        regulation::provision(Rule::LastDayOff, date).ok_or("no provision")?;
    let mut handling = Handling::default();
    handling.sector = Some(Sector::find("flight_operations").ok_or("no such sector")?);
    let mut group = c.benchmark_group("regulation");
    group.bench_function("provision", |b| {
        b.iter(|| regulation::provision(black_box(Rule::LastDayOff), date));
    });
    group.bench_function("source", |b| b.iter(|| black_box(provision).source()));
    group.bench_function("form", |b| {
        b.iter(|| regulation::form(black_box(FormKind::Apology), date));
    });
    group.bench_function("effect", |b| {
        b.iter(|| black_box(&handling).effect(Interruption::Payment, date));
    });
    group.finish();
    Ok(())
}

fn measure(c: &mut Criterion) -> Result<(), Box<dyn Error>> {
    due_times(c)?;
    words(c)?;
    law(c)
}

fn deadline(c: &mut Criterion) {
    motcua_benches::set_up(measure(c));
}

criterion_group!(benches, deadline);
criterion_main!(benches);
