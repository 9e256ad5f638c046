//! Columns: each batch on the rows that the recorded instructions are counted on; with the feature
//! `rayon` also shared out among the threads of the machine.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
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

criterion_group!(benches, batch);
criterion_main!(benches);
