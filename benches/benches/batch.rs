//! Columns: each batch on the rows that the recorded instructions are counted on; with the feature
//! `rayon` also shared out among the threads of the machine. And what is checked of columns before
//! and read from them afterwards.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use motcua::batch::{Logs, NO_DATE};
use motcua_benches::Numbers;
use motcua_benches::work::{measured, prepare};

/// The work and its rows.
const BATCHES: [(&str, usize); 8] = [
    ("copy_columns", 100_000),
    ("add_working_days", 100_000),
    ("count_working_days", 100_000),
    ("add_working_minutes", 100_000),
    ("count_working_minutes", 100_000),
    ("appointments", 10_000),
    ("standings", 10_000),
    ("dossiers", 10_000),
];

/// Each layout of the index, both ways.
const LAYOUTS: [&str; 6] =
    ["direct_add", "direct_count", "bits_add", "bits_count", "hybrid_add", "hybrid_count"];

fn batch(c: &mut Criterion) {
    let mut group = c.benchmark_group("batch");
    for (work, rows) in BATCHES {
        let Ok(mut prepared) = prepare(work, rows) else { continue };
        group.throughput(Throughput::Elements(u64::try_from(rows).unwrap_or(0)));
        group.bench_function(work, |b| b.iter(|| measured(&mut prepared)));
    }
    group.finish();
    // Large enough for the halves to be shared out; the same rows on one thread stand beside it.
    let mut group = c.benchmark_group("batch/1_000_000");
    for work in ["add_working_days", "add_working_minutes", "appointments", "dossiers"] {
        for work in [work.to_owned(), format!("parallel/{work}")] {
            let Ok(mut prepared) = prepare(&work, 1_000_000) else { continue };
            group.sample_size(10).throughput(Throughput::Elements(1_000_000));
            group.bench_function(&work, |b| b.iter(|| measured(&mut prepared)));
        }
    }
    group.finish();
    let mut group = c.benchmark_group("layout");
    for work in LAYOUTS {
        let Ok(mut prepared) = prepare(work, 100_000) else { continue };
        group.throughput(Throughput::Elements(100_000));
        group.bench_function(work, |b| b.iter(|| measured(&mut prepared)));
    }
    group.finish();
}

/// 100,000 dates, one in ten of them missing, and as many logs of six events.
fn columns(c: &mut Criterion) {
    let mut numbers = Numbers::new(20_261_123);
    let mut date = || if numbers.below(10) == 0 { NO_DATE } else { 20_684 };
    let dates: Vec<i32> = (0..100_000).map(|_| date()).collect();
    let mut valid = vec![0_u8; dates.len()];
    let starts: Vec<u32> = (0..=100_000_u32).map(|row| row.saturating_mul(6)).collect();
    let mut group = c.benchmark_group("batch");
    group.throughput(Throughput::Elements(100_000));
    group.bench_function("validity", |b| {
        b.iter(|| motcua::batch::validity(black_box(&dates), &mut valid));
    });
    group.bench_function("check_starts", |b| {
        b.iter(|| Logs::check_starts(black_box(&starts), 600_000));
    });
    group.finish();
}

criterion_group!(benches, batch, columns);
criterion_main!(benches);
