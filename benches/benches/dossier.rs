//! The life of a dossier: folding a log of six events, and telling where it stands.

use std::error::Error;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use motcua::dossier::{Dossier, Event, EventKind, Stage};
use motcua::obligation::StandingPolicy;
use motcua::regulation::CountingPolicy;
use motcua::time_limit::Channel;
use motcua::{Calendar, Limit, LocalTime};

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

fn dossier(c: &mut Criterion) {
    let (Ok(calendar), Ok(dossier)) = (Calendar::vietnam(), six_events()) else { return };
    let policy = CountingPolicy::one_stop();
    let mut group = c.benchmark_group("dossier/6_events");
    group.bench_function("evaluate", |b| {
        b.iter(|| black_box(&dossier).evaluate(&calendar, &policy));
    });
    let Ok(timeline) = dossier.evaluate(&calendar, &policy) else { return };
    let Ok(as_of) = "2026-11-23T08:00".parse::<LocalTime>() else { return };
    group.bench_function("standing", |b| {
        b.iter(|| black_box(&timeline).standing(&calendar, StandingPolicy::default(), as_of));
    });
    let standing = StandingPolicy::default();
    group.bench_function("obligations", |b| {
        b.iter(|| black_box(&dossier).obligations(&calendar, &policy, &timeline, standing, as_of));
    });
    group.finish();
}

criterion_group!(benches, dossier);
criterion_main!(benches);
