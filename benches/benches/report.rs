//! A million dossiers reported on: 100,000 different ones that are loaded, each taken ten times. And
//! what is read out of the reports and scores afterwards.

use std::error::Error;
use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use motcua::calendar::parse_date as day;
use motcua::dossier::{Dossier, Event, Timeline};
use motcua::obligation::{ReportPractice, StandingPolicy, State};
use motcua::regulation::CountingPolicy;
use motcua::report::{
    AgencyGiven, Distribution, DossierGiven, Feedback, Grouping, IndexRule, Indicators, Judged,
    Period, Ratio, Report, Tally, Tenths,
};
use motcua::time_limit::Channel;
use motcua::{Calendar, Limit, deadline};
use motcua_benches::Numbers;

const DIFFERENT: u32 = 100_000;
const TIMES: u32 = 10;

/// Dossiers with what their logs come to.
type Loaded = [(Dossier, Timeline)];

/// A year of an office with 38 procedures in 4 fields; 5 of 100 late, 5 open, half online.
fn loaded(calendar: &Calendar) -> Result<Vec<(Dossier, Timeline)>, Box<dyn Error>> {
    let policy = CountingPolicy::one_stop();
    let mut numbers = Numbers::new(2026);
    let first = calendar.open_of(day("2026-01-05")?)?.ok_or("a day off")?;
    let mut all = Vec::new();
    for number in 0..DIFFERENT {
        let minutes = i32::try_from(numbers.below(115_000))?;
        let received = calendar.add_working_minutes(first, minutes)?;
        let procedure = numbers.below(38);
        let limit = Limit::working_days(u16::try_from(procedure % 15)?.saturating_add(1));
        let channel = if numbers.below(2) == 0 { Channel::Online } else { Channel::InPerson };
        let mut dossier = Dossier::new(format!("HS-{number}"), limit, channel);
        dossier.procedure = format!("1.{procedure:06}");
        dossier.field = format!("Lĩnh vực {}", procedure % 4);
        dossier.agency = format!("Phòng {}", procedure % 4);
        dossier.officer = format!("Cán bộ {}", procedure % 9);
        dossier.events.push(Event::received(received));
        let due = deadline::due(calendar, &policy, received, limit)?.at;
        let term = calendar.count_working_minutes(received, due)?;
        let used = match numbers.below(100) {
            0..5 => Some(term.saturating_add(480)),
            5..10 => None,
            _ => Some(i32::try_from(numbers.below(u32::try_from(term)?))?),
        };
        if let Some(used) = used {
            dossier.events.push(Event::finished(calendar.add_working_minutes(received, used)?));
        }
        let timeline = dossier.evaluate(calendar, &policy)?;
        all.push((dossier, timeline));
    }
    Ok(all)
}

fn adding(c: &mut Criterion, calendar: &Calendar, loaded: &Loaded, period: Period) {
    let policy = CountingPolicy::one_stop();
    let mut group = c.benchmark_group("report/1_000_000");
    group.sample_size(10).measurement_time(Duration::from_secs(20));
    group.throughput(Throughput::Elements(u64::from(DIFFERENT.saturating_mul(TIMES))));
    group.bench_function("add", |b| {
        b.iter(|| {
            let mut report = Report::new(period, StandingPolicy::default());
            for _ in 0..TIMES {
                for (dossier, timeline) in loaded {
                    let added = report.add(calendar, &policy, dossier, timeline);
                    black_box(added).unwrap_or_default();
                }
            }
            black_box(report.totals())
        });
    });
    group.bench_function("evaluate_and_add", |b| {
        b.iter(|| {
            let mut report = Report::new(period, StandingPolicy::default());
            for _ in 0..TIMES {
                for (dossier, _) in loaded {
                    if let Ok(timeline) = dossier.evaluate(calendar, &policy) {
                        let added = report.add(calendar, &policy, dossier, &timeline);
                        black_box(added).unwrap_or_default();
                    }
                }
            }
            black_box(report.totals())
        });
    });
    group.bench_function("indicators", |b| {
        b.iter(|| {
            let mut indicators = Indicators::new(period, StandingPolicy::default());
            let given = DossierGiven::default();
            for _ in 0..TIMES {
                for (dossier, timeline) in loaded {
                    let added = indicators.add(calendar, &policy, dossier, timeline, &given);
                    black_box(added).unwrap_or_default();
                }
            }
            black_box(indicators)
        });
    });
    group.bench_function("merge", |b| {
        let mut part = Report::new(period, StandingPolicy::default());
        for (dossier, timeline) in loaded {
            let added = part.add(calendar, &policy, dossier, timeline);
            black_box(added).unwrap_or_default();
        }
        b.iter(|| {
            let mut whole = Report::new(period, StandingPolicy::default());
            for _ in 0..TIMES {
                black_box(whole.merge(part.clone())).unwrap_or_default();
            }
            whole
        });
    });
    group.finish();
}

/// What is read out of a report of all of them.
fn reading(
    c: &mut Criterion,
    calendar: &Calendar,
    loaded: &Loaded,
    period: Period,
) -> Result<(), Box<dyn Error>> {
    let policy = CountingPolicy::one_stop();
    let mut report = Report::new(period, StandingPolicy::default());
    for (dossier, timeline) in loaded {
        report.add(calendar, &policy, dossier, timeline)?;
    }
    let mut group = c.benchmark_group("report/100_000");
    group.bench_function("rows", |b| b.iter(|| black_box(&report).rows(Grouping::Procedure)));
    group.bench_function("whole", |b| b.iter(|| black_box(&report).whole()));
    group.bench_function("totals", |b| b.iter(|| black_box(&report).totals()));
    group.bench_function("late", |b| b.iter(|| black_box(&report).late()));
    group.bench_function("due_soon", |b| b.iter(|| black_box(&report).due_soon()));
    group.bench_function("months", |b| b.iter(|| black_box(&report).months()));
    group.finish();
    let whole = report.whole();
    let used: &Distribution = &whole.times.used;
    let mut group = c.benchmark_group("distribution");
    group.bench_function("add", |b| {
        b.iter(|| {
            let mut distribution = Distribution::default();
            for minutes in 0..10_000 {
                distribution.add(black_box(minutes));
            }
            distribution
        });
    });
    group.bench_function("merge", |b| {
        b.iter(|| {
            let mut distribution = Distribution::default();
            distribution.merge(black_box(used));
            distribution
        });
    });
    group.bench_function("percentile", |b| b.iter(|| black_box(used).percentile(75)));
    group.bench_function("median", |b| b.iter(|| black_box(used).median()));
    group.bench_function("p90", |b| b.iter(|| black_box(used).p90()));
    group.finish();
    Ok(())
}

/// What is read out of the scores of all of them.
fn scoring(
    c: &mut Criterion,
    calendar: &Calendar,
    loaded: &Loaded,
    period: Period,
) -> Result<(), Box<dyn Error>> {
    let policy = CountingPolicy::one_stop();
    let mut indicators = Indicators::new(period, StandingPolicy::default());
    let (of_dossier, of_agency) = (DossierGiven::default(), AgencyGiven::default());
    for (dossier, timeline) in loaded {
        indicators.add(calendar, &policy, dossier, timeline, &of_dossier)?;
    }
    indicators.agency("Phòng 1", &of_agency)?;
    let mut group = c.benchmark_group("indicators");
    group.bench_function("agency", |b| {
        b.iter(|| black_box(&indicators).agency("Phòng 1", &of_agency));
    });
    group.bench_function("officer", |b| b.iter(|| black_box(&indicators).officer("Cán bộ 1")));
    group.bench_function("merge", |b| {
        b.iter(|| {
            let mut all = Indicators::new(period, StandingPolicy::default());
            black_box(all.merge(black_box(&indicators))).unwrap_or_default();
            all
        });
    });
    group.finish();
    Ok(())
}

/// Tallies and shares of which a report or an index is made.
fn counting(c: &mut Criterion, loaded: &Loaded, period: Period) -> Result<(), Box<dyn Error>> {
    let judged = |(dossier, timeline): &(Dossier, Timeline)| Judged {
        state: Some(State::Early),
        received: timeline.received,
        over: timeline.finished,
        online: dossier.channel == Channel::Online,
    };
    let all: Vec<Judged> = loaded.iter().map(judged).collect();
    c.bench_function("tally/100_000", |b| {
        b.iter(|| {
            let mut tally = Tally::default();
            for judged in &all {
                Tally::count(&mut tally, period.from(), ReportPractice::OneStop, judged);
            }
            tally
        });
    });
    let (on_time, online) = (Ratio::new(950, 1_000), Ratio::new(500, 1_000));
    let feedback = Some(Feedback { received: 20, in_time: 19, dissatisfied: 1 });
    motcua::report::index_shares(on_time, online, feedback)?;
    let rule = IndexRule::decree();
    let given: Vec<_> = rule.groups.iter().map(|(group, _)| (*group, Tenths(90))).collect();
    rule.total(&given)?.ok_or("a group is missing")?;
    let mut group = c.benchmark_group("index");
    group.bench_function("shares", |b| {
        b.iter(|| motcua::report::index_shares(black_box(on_time), online, feedback));
    });
    group.bench_function("total", |b| b.iter(|| rule.total(black_box(&given))));
    group.bench_function("percent_text", |b| b.iter(|| black_box(on_time).percent_text()));
    group.finish();
    Ok(())
}

fn measure(c: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let calendar = Calendar::vietnam()?;
    let loaded = loaded(&calendar)?;
    let period = Period::new(day("2026-01-01")?, day("2026-12-31")?)?;
    adding(c, &calendar, &loaded, period);
    reading(c, &calendar, &loaded, period)?;
    scoring(c, &calendar, &loaded, period)?;
    counting(c, &loaded, period)
}

fn report(c: &mut Criterion) {
    motcua_benches::set_up(measure(c));
}

criterion_group!(benches, report);
criterion_main!(benches);
