//! The reader of limit texts, in bytes a second; and what is done with a text that was read.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use motcua::time_limit::TimeLimit;
use motcua::time_limit::audit::{self, Published};

/// Texts of the lengths and shapes that catalogues have.
const TEXTS: [&str; 10] = [
    "7 Ngày làm việc",
    "Trực tuyến: 5 Ngày làm việc | Dịch vụ bưu chính: 5 Ngày làm việc | Trực tiếp: 4 Ngày",
    "Không có thông tin",
    "Trong thời hạn 12 (mười hai) ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ theo quy định",
    "Ngay trong ngày tiếp nhận; nếu nhận hồ sơ sau 15 giờ mà không giải quyết được ngay thì trả \
     kết quả trong ngày làm việc tiếp theo",
    "03 ngày làm việc kể từ ngày nhận đủ hồ sơ, trường hợp phải xác minh tại nơi khác thì không \
     quá 09 ngày làm việc",
    "- 25 ngày đối với cấp mới;\n- 15 ngày đối với cấp điều chỉnh nội dung giấy phép;\n- 05 ngày \
     làm việc đối với cấp lại do bị mất, bị rách hoặc hư hỏng",
    "Nộp hồ sơ trực tiếp tại Trung tâm Phục vụ hành chính công. Thời gian tiếp nhận hồ sơ: giờ \
     hành chính các ngày làm việc từ thứ 2 đến thứ 6 hằng tuần (trừ các ngày nghỉ lễ, tết). Thời \
     hạn giải quyết: không quá 06 ngày làm việc",
    "Thời hạn thẩm định: 16 ngày làm việc, kể từ ngày nhận được hồ sơ (trường hợp phải chỉnh sửa, \
     bổ sung thì thời hạn tăng thêm 05 ngày làm việc), không tính thời gian tổ chức, cá nhân hoàn \
     thiện hồ sơ",
    "Sở Xây dựng chủ trì, phối hợp với các cơ quan có liên quan tổ chức thẩm định, lập biên bản và \
     trình Ủy ban nhân dân cấp tỉnh xem xét, quyết định; trường hợp từ chối phải trả lời bằng văn \
     bản và nêu rõ lý do",
];

fn time_limit(c: &mut Criterion) {
    let bytes: usize = TEXTS.iter().map(|text| text.len()).sum();
    let mut group = c.benchmark_group("time_limit");
    group.throughput(Throughput::Bytes(u64::try_from(bytes).unwrap_or(u64::MAX)));
    group.bench_function("parse/catalogue", |b| {
        b.iter(|| {
            for text in TEXTS {
                black_box(TimeLimit::parse(black_box(text)));
            }
        });
    });
    let long = TEXTS.join(". ").repeat(500);
    group.throughput(Throughput::Bytes(u64::try_from(long.len()).unwrap_or(u64::MAX)));
    group.bench_function("parse/one_long_text", |b| b.iter(|| TimeLimit::parse(black_box(&long))));
    group.finish();
}

/// The same texts, read before.
fn read(c: &mut Criterion) {
    let read: Vec<TimeLimit> = TEXTS.iter().map(|text| TimeLimit::parse(text)).collect();
    let mut group = c.benchmark_group("time_limit");
    group.throughput(Throughput::Elements(u64::try_from(read.len()).unwrap_or(u64::MAX)));
    group.bench_function("select", |b| {
        b.iter(|| {
            for limit in &read {
                let _ = black_box(limit.select(None, Some("online")));
            }
        });
    });
    group.bench_function("to_vietnamese", |b| {
        b.iter(|| {
            for limit in &read {
                black_box(limit.to_vietnamese());
            }
        });
    });
    group.bench_function("to_english", |b| {
        b.iter(|| {
            for limit in &read {
                black_box(limit.to_english());
            }
        });
    });
    group.bench_function("content", |b| {
        b.iter(|| {
            for limit in &read {
                black_box(limit.content());
            }
        });
    });
    group.bench_function("conflict", |b| {
        b.iter(|| {
            for limit in &read {
                black_box(limit.conflict());
            }
        });
    });
    group.finish();
}

/// A published field that is the sum of two steps, and a promise longer than the law's.
fn audits(c: &mut Criterion) {
    let text = TimeLimit::parse("Bước 1: 03 ngày làm việc; Bước 2: 05 ngày làm việc");
    let published = TimeLimit::parse("Trực tuyến: 8 Ngày làm việc | Trực tiếp: 8 Ngày làm việc");
    let statute = TimeLimit::parse("không quá 07 ngày làm việc");
    let fields = Published::of(&published);
    let mut group = c.benchmark_group("time_limit/audit");
    group.bench_function("fields", |b| b.iter(|| Published::of(black_box(&published))));
    group.bench_function("check", |b| b.iter(|| audit::check(black_box(&fields), &text)));
    group.bench_function("compare", |b| {
        b.iter(|| audit::compare(black_box(&statute), &published));
    });
    group.finish();
}

criterion_group!(benches, time_limit, read, audits);
criterion_main!(benches);
