//! Loading a catalogue of the size of the national one, looking procedures up, searching by name.
#![expect(clippy::arithmetic_side_effects, reason = "small numbers made up for the measurement")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use motcua::procedure::{Catalogue, ProcedureCode};
use motcua::{Procedure, json};
use motcua_benches::Numbers;

/// As many as the national portal listed in 2026.
const PROCEDURES: u32 = 2_600;

/// Words that names of procedures are made of; the names themselves are made up.
const WORDS: &str = "cấp lại giấy phép hoạt động đăng ký sửa đổi bổ sung gia hạn chứng nhận thông báo \
    thay đổi thu hồi công nhận xác nhận điều chỉnh phê duyệt thẩm định tổ chức doanh nghiệp cơ sở \
    kinh doanh sản xuất nhập khẩu xuất bản phẩm bưu chính viễn thông trang thông tin điện tử tổng \
    hợp quyền sử dụng đất tài sản gắn liền trên khai sinh kết hôn giám hộ hộ tịch quốc tịch lao \
    động nước ngoài bảo hiểm xã hội y tế dược phẩm mỹ phẩm thiết bị khám chữa bệnh xây dựng công \
    trình quy hoạch môi trường khoáng sản tài nguyên rừng thủy sản chăn nuôi thú y";

fn document(numbers: &mut Numbers) -> (String, Vec<String>) {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut text = String::from("[");
    let mut codes = Vec::new();
    for procedure in 0..PROCEDURES {
        let count = numbers.below(20).saturating_add(8);
        let word = |_| {
            let at = numbers.below(u32::try_from(words.len()).unwrap_or(1));
            usize::try_from(at).ok().and_then(|at| words.get(at)).copied().unwrap_or_default()
        };
        let name: Vec<&str> = (0..count).map(word).collect();
        let code = format!("{}.{:06}", procedure % 3 + 1, procedure * 7 + 1_000);
        if procedure > 0 {
            text.push(',');
        }
        text.push_str(&format!(
            r#"{{"code":"{code}","name":"{} {procedure}","field":"Lĩnh vực {}",
            "levels":["province"],"time_limit_text":"Trực tuyến: 7 Ngày làm việc | Trực tiếp: 7 Ngày làm việc",
            "channels":[{{"channel":"online","time_limit_text":"7 Ngày làm việc"}},{{"channel":"in_person","time_limit_text":"7 Ngày làm việc"}}],
            "fees":[{{"price":{{"dong":70000}},"channels":["in_person"]}},{{"price":{{"dong":0}},"channels":["online"]}}],
            "fee_text":"Trực tuyến: Miễn phí | Trực tiếp: 70,000 Việt Nam Đồng",
            "legal_basis":"18/2024/TT-BCA; 70/2024/NĐ-CP; 26/2023/QH15; 73/2024/TT-BTC; 53/2025/TT-BCA"}}"#,
            name.join(" "),
            procedure % 131,
        ));
        codes.push(code);
    }
    text.push(']');
    (text, codes)
}

fn procedures(c: &mut Criterion) {
    let mut numbers = Numbers::new(20_261_123);
    let (text, codes) = document(&mut numbers);
    let Ok((catalogue, refused)) = json::catalogue(&text) else { return };
    if !refused.is_empty() || catalogue.procedures().len() != codes.len() {
        return;
    }
    c.bench_function("catalogue/load/2600", |b| b.iter(|| json::catalogue(black_box(&text))));
    let records: Vec<Procedure> = catalogue.procedures().to_vec();
    c.bench_function("catalogue/index/2600", |b| {
        b.iter_batched(|| records.clone(), Catalogue::new, criterion::BatchSize::LargeInput);
    });
    let mut group = c.benchmark_group("catalogue");
    let mut at = codes.iter().cycle();
    group.bench_function("find/code", |b| {
        b.iter(|| catalogue.find(black_box(at.next().map_or("", String::as_str))).is_some());
    });
    let agency: Vec<String> = codes.iter().map(|code| format!("{code}.000.00.00.H55")).collect();
    let mut at = agency.iter().cycle();
    group.bench_function("find/code_with_agency", |b| {
        b.iter(|| catalogue.find(black_box(at.next().map_or("", String::as_str))).is_some());
    });
    group.bench_function("search/words", |b| {
        b.iter(|| catalogue.search(black_box("bổ sung giấy phép"), 20).len());
    });
    group.bench_function("search/slips", |b| {
        b.iter(|| catalogue.search(black_box("bổ xung giáy fép bưu trính"), 20).len());
    });
    group.bench_function("code/parse", |b| {
        b.iter(|| black_box("2.000815.000.00.00.H55.02").parse::<ProcedureCode>().is_ok());
    });
    group.finish();
}

criterion_group!(benches, procedures);
criterion_main!(benches);
