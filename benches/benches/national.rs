//! A record of the national portal with its progress: read, turned into events, held against them
//! and written anew.

use std::error::Error;
use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use motcua::dossier::{Dossier, NationalProgress, NationalRecord};
use motcua::regulation::CountingPolicy;
use motcua::time_limit::Channel;
use motcua::{Calendar, Limit, LocalTime};
use serde_json::Value;

/// Made up: the wait for the supplement was counted against the office.
const RECORD: &str = r#"{
    "MaHoSo": "H26.103.25.7-261005-0001", "MaTTHC": "1.003868", "TenLinhVuc": "Đất đai",
    "KenhThucHien": "2", "TrangThaiHoSo": "9", "ChuHoSo": "Nguyễn Văn An", "Fax": "",
    "NgayTiepNhan": "20261005090000", "NgayHenTra": "20261012170000",
    "NgayKetThucXuLy": "20261013100000",
    "DanhSachHoSoBoSung": [{
        "HoSoBoSungId": "1", "NoiDungBoSung": "bản sao giấy chứng nhận",
        "NgayBoSung": "20261007100000", "NgayTiepNhanBoSung": "20261009100000",
        "NgayHenTraTruoc": "20261012170000", "NgayHenTraMoi": "20261012170000"
    }]
}"#;

const PROGRESS: &str = r#"{
    "MaHoSo": "H26.103.25.7-261005-0001", "NguoiXuLy": "Trần Thị Bình",
    "PhongBanXuLy": "Phòng Quản lý đất đai", "NoiDungXuLy": "thẩm định hồ sơ",
    "ThoiDiemXuLy": "20261005140000", "TrangThai": "4"
}"#;

fn measure(c: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let (calendar, policy) = (Calendar::vietnam()?, CountingPolicy::one_stop());
    let as_of: LocalTime = "2026-10-20T10:00".parse()?;
    let (value, step): (Value, Value) =
        (serde_json::from_str(RECORD)?, serde_json::from_str(PROGRESS)?);
    let record = NationalRecord::from_value(value.clone())?;
    let progress = [NationalProgress::from_value(step.clone())?];
    let [told] = &progress;
    let mut dossier = Dossier::new(&record.code, Limit::working_days(5), Channel::Online);
    dossier.events = record.events(&progress)?;
    let timeline = dossier.evaluate(&calendar, &policy)?;
    let mut group = c.benchmark_group("national");
    group.bench_function("from_json", |b| {
        b.iter(|| NationalRecord::from_json(black_box(RECORD)));
    });
    group.bench_function("from_value", |b| {
        b.iter_batched(|| value.clone(), NationalRecord::from_value, BatchSize::SmallInput);
    });
    group.bench_function("events", |b| b.iter(|| black_box(&record).events(&progress)));
    group.bench_function("audit", |b| {
        b.iter(|| black_box(&record).audit(&dossier, &timeline, &calendar, &policy, as_of));
    });
    group.bench_function("corrected", |b| {
        b.iter(|| black_box(&record).corrected(&dossier, &timeline, as_of));
    });
    group.bench_function("of_dossier", |b| {
        b.iter(|| NationalRecord::of(black_box(&dossier), &timeline, as_of));
    });
    group.bench_function("to_value", |b| b.iter(|| black_box(&record).to_value()));
    group.bench_function("progress/from_value", |b| {
        b.iter_batched(|| step.clone(), NationalProgress::from_value, BatchSize::SmallInput);
    });
    group.bench_function("progress/of_dossier", |b| {
        b.iter(|| NationalProgress::of(black_box(&dossier), &timeline));
    });
    group.bench_function("progress/to_value", |b| {
        b.iter(|| NationalProgress::to_value(black_box(told)));
    });
    group.finish();
    Ok(())
}

fn national(c: &mut Criterion) {
    motcua_benches::set_up(measure(c));
}

criterion_group!(benches, national);
criterion_main!(benches);
