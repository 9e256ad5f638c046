//! The life of a dossier: reading it, folding a log of six events, telling where it stands and
//! what is owed, and sharing out who made it late.

use std::error::Error;
use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use motcua::calendar::parse_date as day;
use motcua::dossier::{Dossier, DossierCode, Event, EventKind, Stage, StepPlan, Timeline};
use motcua::json::{self, DossierRecord};
use motcua::obligation::{Obligation, Promise, StandingPolicy};
use motcua::regulation::CountingPolicy;
use motcua::time_limit::Channel;
use motcua::{Calendar, Limit, LocalTime};

/// A dossier as documents carry it.
const RECORD: &str = r#"{
    "code": "HS-1", "procedure": "1.004379", "field": "Bưu chính", "channel": "online",
    "officer": "Nguyễn Thị An", "limit": {"value": 10, "unit": "working_day"},
    "events": [
        {"type": "submitted", "at": "2026-10-05T08:00"},
        {"type": "received", "at": "2026-10-05T09:00"},
        {"type": "supplement_requested", "at": "2026-10-07T10:00"},
        {"type": "supplement_received", "at": "2026-10-09T10:00"},
        {"type": "finished", "at": "2026-10-20T10:00"}
    ]
}"#;

/// Dossiers of a document, and of those that a change of the calendar may touch.
const DOSSIERS: u32 = 100;

/// Handed in online, received, handed over, a supplement asked for and received, finished.
fn six_events() -> Result<Dossier, Box<dyn Error>> {
    let stage = Stage::Examination;
    let events = [
        ("2026-10-05T08:00", EventKind::Submitted),
        ("2026-10-05T09:00", EventKind::Received { elsewhere: false }),
        ("2026-10-05T10:00", EventKind::Transferred { to: "Phòng Quản lý đất đai".into() }),
        ("2026-10-07T10:00", EventKind::SupplementRequested { stage, by: None }),
        ("2026-10-09T10:00", EventKind::SupplementReceived),
        ("2026-10-20T10:00", EventKind::Finished { outcome: Default::default() }),
    ];
    let mut dossier = Dossier::new("HS-1", Limit::working_days(10), Channel::Online);
    for (at, kind) in events {
        dossier = dossier.event(Event::new(at.parse()?, kind));
    }
    Ok(dossier)
}

/// Two agencies of which the first took a day too long and the second as well, with an apology.
fn late() -> Result<Dossier, Box<dyn Error>> {
    let (first, second) = (String::from("thẩm định"), String::from("phê duyệt"));
    let plan = |step: &String, agency: &str, days, place| {
        StepPlan::new(step, agency, Limit::working_days(days), place)
    };
    let mut dossier = Dossier::new("HS-2", Limit::working_days(5), Channel::InPerson)
        .step(plan(&first, "Sở Xây dựng", 3, 1))
        .step(plan(&second, "Văn phòng UBND tỉnh", 2, 2));
    let events = [
        ("2026-10-05T09:00", EventKind::Received { elsewhere: false }),
        ("2026-10-05T09:30", EventKind::StepStarted { step: first.clone() }),
        ("2026-10-09T10:00", EventKind::StepFinished { step: first }),
        ("2026-10-09T10:30", EventKind::StepStarted { step: second.clone() }),
        ("2026-10-13T08:30", EventKind::Apologised { reason: "chờ kiểm tra thực địa".into() }),
        ("2026-10-14T10:00", EventKind::StepFinished { step: second }),
        ("2026-10-14T11:00", EventKind::Finished { outcome: Default::default() }),
    ];
    for (at, kind) in events {
        dossier = dossier.event(Event::new(at.parse()?, kind));
    }
    Ok(dossier)
}

fn log(c: &mut Criterion, calendar: &Calendar) -> Result<(), Box<dyn Error>> {
    let (policy, standing) = (CountingPolicy::one_stop(), StandingPolicy::default());
    let dossier = six_events()?;
    let timeline = dossier.evaluate(calendar, &policy)?;
    let as_of: LocalTime = "2026-11-23T08:00".parse()?;
    // While it waits for the supplement.
    let waiting: LocalTime = "2026-10-08T08:00".parse()?;
    let mut group = c.benchmark_group("dossier/6_events");
    group.bench_function("evaluate", |b| {
        b.iter(|| black_box(&dossier).evaluate(calendar, &policy));
    });
    let mut again = Timeline::default();
    group.bench_function("evaluate_into", |b| {
        b.iter(|| black_box(&dossier).evaluate_into(calendar, &policy, &mut again));
    });
    group.bench_function("standing", |b| {
        b.iter(|| black_box(&timeline).standing(calendar, standing, as_of));
    });
    group.bench_function("column", |b| {
        b.iter(|| black_box(&timeline).column(calendar, standing, as_of));
    });
    group.bench_function("obligations", |b| {
        b.iter(|| black_box(&dossier).obligations(calendar, &policy, &timeline, standing, as_of));
    });
    group.bench_function("agenda", |b| {
        b.iter(|| black_box(&dossier).agenda(calendar, &policy, &timeline, standing, waiting, 8));
    });
    group.bench_function("time_taken", |b| {
        b.iter(|| black_box(&timeline).time_taken(calendar, Promise::Last, as_of));
    });
    group.bench_function("elapsed", |b| b.iter(|| black_box(&timeline).elapsed(calendar, as_of)));
    group.bench_function("summary", |b| b.iter(|| black_box(&timeline).summary(as_of)));
    group.bench_function("due", |b| b.iter(|| black_box(&timeline).due(waiting)));
    group.bench_function("promised", |b| {
        b.iter(|| black_box(&timeline).promised(Promise::First, waiting));
    });
    group.bench_function("segment", |b| b.iter(|| black_box(&timeline).segment(waiting)));
    group.bench_function("status", |b| b.iter(|| black_box(&timeline).status(waiting)));
    group.bench_function("spans_regimes", |b| {
        b.iter(|| black_box(&timeline).spans_regimes(as_of));
    });
    group.finish();
    Ok(())
}

fn lateness(c: &mut Criterion, calendar: &Calendar) -> Result<(), Box<dyn Error>> {
    let (policy, standing) = (CountingPolicy::one_stop(), StandingPolicy::default());
    let dossier = late()?;
    let timeline = dossier.evaluate(calendar, &policy)?;
    let as_of: LocalTime = "2026-10-15T08:00".parse()?;
    let agenda = dossier.agenda(calendar, &policy, &timeline, standing, as_of, 8)?;
    dossier.apology(&agenda).ok_or("no apology is owed")?;
    let owed: Vec<Obligation<'_>> =
        dossier.obligations(calendar, &policy, &timeline, standing, as_of)?;
    let result = owed.first().ok_or("nothing is owed")?;
    let mut group = c.benchmark_group("dossier/late");
    group.bench_function("apology", |b| b.iter(|| dossier.apology(black_box(&agenda))));
    group.bench_function("obligation/standing", |b| {
        b.iter(|| black_box(result).standing(calendar, standing, as_of));
    });
    group.bench_function("obligation/deadline", |b| {
        b.iter(|| black_box(result).deadline(calendar, &policy));
    });
    group.bench_function("steps_total", |b| b.iter(|| black_box(&dossier).steps_total()));
    group.bench_function("steps_exceed_limit", |b| {
        b.iter(|| black_box(&dossier).steps_exceed_limit());
    });
    group.bench_function("step_runs", |b| {
        b.iter(|| black_box(&dossier).step_runs(calendar, &policy, &timeline, as_of));
    });
    group.bench_function("blame", |b| {
        let promise = Promise::Last;
        b.iter(|| black_box(&dossier).blame(calendar, &policy, &timeline, promise, as_of));
    });
    group.finish();
    Ok(())
}

/// Open promises, and the office closed on a day of their term after they were given.
fn touched(c: &mut Criterion, calendar: &Calendar) -> Result<(), Box<dyn Error>> {
    let policy = CountingPolicy::one_stop();
    let (received, as_of) = ("2026-10-05T09:00".parse()?, "2026-10-07T08:00".parse()?);
    let closed = day("2026-10-12")?;
    let after = Calendar::builder().closure(closed, closed, "chuyển trụ sở").build()?;
    let dossier = |number: u32| {
        Dossier::new(format!("HS-{number}"), Limit::working_days(10), Channel::Online)
            .event(Event::received(received))
    };
    let open: Vec<Dossier> = (0..DOSSIERS).map(dossier).collect();
    c.bench_function("dossier/touched/100", |b| {
        b.iter(|| motcua::dossier::touched(black_box(&open), calendar, &after, &policy, as_of));
    });
    Ok(())
}

fn records(c: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let policy = CountingPolicy::one_stop();
    let record = DossierRecord::from_json(RECORD)?;
    record.clone().into_dossier(None, policy)?;
    let records: Vec<String> =
        (0..DOSSIERS).map(|number| RECORD.replace("HS-1", &format!("HS-{number}"))).collect();
    let document = format!("[{}]", records.join(","));
    let code: DossierCode = "H26.103.25.7-250908-0112".parse()?;
    let policies = r#"{"policy": {"due": "midnight"}, "standing": {"promise": "first"}}"#;
    json::policies(policies)?;
    let mut group = c.benchmark_group("record");
    group.bench_function("from_json", |b| {
        b.iter(|| DossierRecord::from_json(black_box(RECORD)));
    });
    group.bench_function("into_dossier", |b| {
        b.iter_batched(
            || record.clone(),
            |record| record.into_dossier(None, policy),
            BatchSize::SmallInput,
        );
    });
    group.bench_function("dossiers/100", |b| b.iter(|| json::dossiers(black_box(&document))));
    group.bench_function("policies", |b| b.iter(|| json::policies(black_box(policies))));
    group.bench_function("code/parse", |b| {
        b.iter(|| black_box("H26.103.25.7-250908-0112").parse::<DossierCode>());
    });
    group.bench_function("code/new", |b| {
        b.iter(|| DossierCode::new(black_box(&code).agency().clone(), code.received(), 113));
    });
    group.finish();
    Ok(())
}

fn measure(c: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let calendar = Calendar::vietnam()?;
    log(c, &calendar)?;
    lateness(c, &calendar)?;
    touched(c, &calendar)?;
    records(c)
}

fn dossier(c: &mut Criterion) {
    motcua_benches::set_up(measure(c));
}

criterion_group!(benches, dossier);
criterion_main!(benches);
