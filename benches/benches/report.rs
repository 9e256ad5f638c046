//! A million dossiers reported on: 100,000 different ones that are loaded, each taken ten times.

use std::error::Error;
use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use motcua::calendar::parse_date as day;
use motcua::dossier::{Dossier, Event, Timeline};
use motcua::obligation::StandingPolicy;
use motcua::regulation::CountingPolicy;
use motcua::report::{DossierGiven, Indicators, Period, Report};
use motcua::time_limit::Channel;
use motcua::{Calendar, Limit, deadline};
use motcua_benches::Numbers;

const DIFFERENT: u32 = 100_000;
const TIMES: u32 = 10;

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

fn report(c: &mut Criterion) {
    let Ok(calendar) = Calendar::vietnam() else { return };
    let (Ok(loaded), Ok(from), Ok(to)) = (loaded(&calendar), day("2026-01-01"), day("2026-12-31"))
    else {
        return;
    };
    let Ok(period) = Period::new(from, to) else { return };
    let policy = CountingPolicy::one_stop();
    let mut group = c.benchmark_group("report/1_000_000");
    group.sample_size(10).measurement_time(Duration::from_secs(20));
    group.throughput(Throughput::Elements(u64::from(DIFFERENT.saturating_mul(TIMES))));
    group.bench_function("add", |b| {
        b.iter(|| {
            let mut report = Report::new(period, StandingPolicy::default());
            for _ in 0..TIMES {
                for (dossier, timeline) in &loaded {
                    let added = report.add(&calendar, &policy, dossier, timeline);
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
                for (dossier, _) in &loaded {
                    if let Ok(timeline) = dossier.evaluate(&calendar, &policy) {
                        let added = report.add(&calendar, &policy, dossier, &timeline);
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
                for (dossier, timeline) in &loaded {
                    let added = indicators.add(&calendar, &policy, dossier, timeline, &given);
                    black_box(added).unwrap_or_default();
                }
            }
            black_box(indicators)
        });
    });
    group.bench_function("merge", |b| {
        let mut part = Report::new(period, StandingPolicy::default());
        for (dossier, timeline) in &loaded {
            let added = part.add(&calendar, &policy, dossier, timeline);
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

criterion_group!(benches, report);
criterion_main!(benches);
