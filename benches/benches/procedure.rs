//! A catalogue of the size of the national one: loaded, looked up, searched, audited, counted and
//! exported. And one procedure: its limits, fees, steps and level.
#![expect(clippy::arithmetic_side_effects, reason = "small numbers made up for the measurement")]

use std::error::Error;
use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use motcua::calendar::parse_date as day;
use motcua::procedure::{
    AgencyCode, Assessment, Catalogue, Coverage, Evidence, FeeQuery, FilingTally, OneStopMode,
    Part, Place, ProcedureCode, PublicationAudit, PublishedRecord, cpsv,
};
use motcua::regulation::CountingPolicy;
use motcua::report::Ii07b;
use motcua::service_level::{Grade, ServiceLevel};
use motcua::time_limit::Channel;
use motcua::{Calendar, Procedure, json, obligation};
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

/// A procedure with all that is asked of one; the facts are made up.
const ONE: &str = r#"{
    "code": "1.003659", "name": "Cấp giấy phép bưu chính", "field": "Bưu chính",
    "levels": ["province"], "agency": "Sở Khoa học và Công nghệ",
    "time_limit_text": "10 ngày làm việc", "statutory_limit_text": "12 ngày làm việc",
    "cases": [{"name": "phải xác minh", "time_limit_text": "15 ngày làm việc"}],
    "sequence": ["Nộp hồ sơ", "Nhận kết quả"],
    "channels": [
        {"channel": "online", "time_limit_text": "8 ngày làm việc"}, {"channel": "in_person"}
    ],
    "papers": [{"name": "Đơn đề nghị", "originals": 1}], "sets": 1, "subjects": ["Tổ chức"],
    "forms": [{"name": "Mẫu 01", "file": "https://example.vn/mau-01.docx"}],
    "results": ["Giấy phép"], "conditions": [],
    "fees": [{
        "price": {"dong": 50000}, "basis": "TT 291/2016/TT-BTC",
        "reductions": [{
            "from": "2023-07-01", "to": "2023-12-31", "reduced": {"to_percent": 50},
            "basis": "TT 44/2023/TT-BTC"
        }]
    }],
    "steps": [
        {"id": "A", "agency": "Sở Khoa học và Công nghệ", "time_limit_text": "6 ngày làm việc"},
        {"id": "B", "agency": "Văn phòng UBND tỉnh", "time_limit_text": "4 ngày làm việc"}
    ],
    "notice": {"address": "số 1", "phone": "0000", "posted": true, "in_database": true},
    "decision": {"number": "128/QĐ-UBND", "issuer": "province", "signed": "2026-08-19"},
    "service": {"filing": true, "payment": true, "results": ["online"]},
    "declared_levels": [
        {"level": {"regime": "decree_43", "level": "level_4"}, "basis": "128/QĐ-UBND"}
    ]
}"#;

const LEVEL: ServiceLevel = ServiceLevel::Decree43(Grade::Four);

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

/// The codes of a catalogue and the same with an agency.
struct Codes {
    plain: Vec<String>,
    of_agency: Vec<String>,
}

fn looking_up(
    c: &mut Criterion,
    catalogue: &Catalogue,
    codes: &Codes,
) -> Result<(), Box<dyn Error>> {
    let date = day("2026-11-23")?;
    let mut group = c.benchmark_group("catalogue");
    let mut at = codes.plain.iter().cycle();
    group.bench_function("find/code", |b| {
        b.iter(|| catalogue.find(black_box(at.next().map_or("", String::as_str))).is_some());
    });
    let mut at = codes.of_agency.iter().cycle();
    group.bench_function("find/code_with_agency", |b| {
        b.iter(|| catalogue.find(black_box(at.next().map_or("", String::as_str))).is_some());
    });
    let mut at = codes.plain.iter().cycle();
    group.bench_function("at", |b| {
        b.iter(|| catalogue.at(black_box(at.next().map_or("", String::as_str)), date).is_some());
    });
    let mut at = codes.plain.iter().cycle();
    group.bench_function("versions", |b| {
        b.iter(|| catalogue.versions(black_box(at.next().map_or("", String::as_str))).count());
    });
    group.bench_function("in_field", |b| {
        b.iter(|| catalogue.in_field(black_box("linh vuc 7")).count());
    });
    group.bench_function("of_agency", |b| {
        b.iter(|| catalogue.of_agency(black_box("so khoa hoc va cong nghe")).count());
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
    let (old, new): (AgencyCode, AgencyCode) = ("000.00.00.H55".parse()?, "H55".parse()?);
    group.bench_function("code/agency", |b| {
        b.iter(|| (black_box(&old).form(), old.highest().len(), new.is_highest()));
    });
    group.bench_function("code/same_agency", |b| {
        b.iter(|| black_box(&old).is_same_agency(black_box(&new)));
    });
    group.finish();
    Ok(())
}

fn counting(c: &mut Criterion, catalogue: &Catalogue, codes: &Codes) -> Result<(), Box<dyn Error>> {
    let date = day("2020-06-01")?;
    let audit = PublicationAudit::of(catalogue, date);
    let mut tally = FilingTally::new(catalogue);
    for code in &codes.plain {
        tally.add(code, Channel::Online, 3)?;
        tally.add_on(code, date, Channel::Post, 1)?;
    }
    let mut group = c.benchmark_group("catalogue/2600");
    group.bench_function("audit", |b| b.iter(|| PublicationAudit::of(black_box(catalogue), date)));
    group.bench_function("audit/sums", |b| {
        b.iter(|| {
            let phones = PublicationAudit::count(black_box(&audit), Part::Phone);
            (phones, audit.findings(), audit.published(), audit.complete_contents())
        });
    });
    group.bench_function("coverage", |b| {
        b.iter(|| Coverage::of(black_box(catalogue), LEVEL, Evidence::Assessed, date));
    });
    group.bench_function("filings/add", |b| {
        b.iter(|| {
            let mut tally = FilingTally::new(catalogue);
            for code in &codes.plain {
                let _ = black_box(tally.add(code, Channel::Online, 3));
            }
            tally
        });
    });
    group.bench_function("filings/add_on", |b| {
        b.iter(|| {
            let mut tally = FilingTally::new(catalogue);
            for code in &codes.plain {
                let _ = black_box(tally.add_on(code, date, Channel::Online, 3));
            }
            tally
        });
    });
    group.bench_function("filings/online_share", |b| b.iter(|| black_box(&tally).online_share()));
    group.bench_function("filings/level_share", |b| {
        b.iter(|| black_box(&tally).level_share(LEVEL, Evidence::Assessed, date));
    });
    group.bench_function("filings/procedures_used_online", |b| {
        b.iter(|| black_box(&tally).procedures_used_online());
    });
    group.bench_function("ii07b", |b| b.iter(|| Ii07b::of(black_box(catalogue), date)));
    group.bench_function("cpsv", |b| b.iter(|| cpsv::export(black_box(catalogue))));
    group.finish();
    Ok(())
}

/// Records in the form that the national portal publishes.
fn published(c: &mut Criterion, codes: &Codes) -> Result<(), Box<dyn Error>> {
    let record = PublishedRecord {
        code: Some("1.004379".into()),
        name: "Cấp lại giấy phép bưu chính".into(),
        level_of_government: Some("Cấp bộ, Cấp tỉnh".into()),
        time_limit_text: Some("Trực tuyến: 5 Ngày làm việc | Trực tiếp: 7 Ngày làm việc".into()),
        fee_text: Some("Trực tuyến: Miễn phí | Trực tiếp: 70,000 Việt Nam Đồng".into()),
        ..PublishedRecord::default()
    };
    record.clone().into_procedure()?;
    let of_code = |code: &String| PublishedRecord { code: Some(code.clone()), ..record.clone() };
    let records: Vec<PublishedRecord> = codes.plain.iter().map(of_code).collect();
    let mut group = c.benchmark_group("published");
    group.bench_function("into_procedure", |b| {
        b.iter_batched(|| record.clone(), PublishedRecord::into_procedure, BatchSize::SmallInput);
    });
    group.bench_function("import/2600", |b| {
        b.iter_batched(|| records.clone(), PublishedRecord::import, BatchSize::LargeInput);
    });
    group.finish();
    Ok(())
}

fn one(c: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let (calendar, policy) = (Calendar::vietnam()?, CountingPolicy::one_stop());
    let procedure: Procedure = serde_json::from_str(ONE)?;
    let (date, now) = (day("2020-06-01")?, day("2026-11-23")?);
    let query = FeeQuery::new(day("2023-08-01")?, Channel::Online);
    let regime = LEVEL.regime();
    let assessment: Assessment = procedure.assess(regime, date);
    procedure.limit(None)?;
    procedure.promise(None)?.ok_or("no promise")?;
    procedure.bill(query)?;
    procedure.step_total()?;
    procedure.check().map_err(|(field, fault)| format!("{field}: {fault}"))?;
    let mut group = c.benchmark_group("procedure");
    group.bench_function("limit", |b| b.iter(|| black_box(&procedure).limit(None)));
    group.bench_function("limit_for", |b| {
        b.iter(|| black_box(&procedure).limit_for(Some("xác minh"), Some(Channel::Online)));
    });
    group.bench_function("promise", |b| b.iter(|| black_box(&procedure).promise(None)));
    group.bench_function("bill", |b| b.iter(|| black_box(&procedure).bill(query)));
    group.bench_function("step_total", |b| b.iter(|| black_box(&procedure).step_total()));
    group.bench_function("check", |b| b.iter(|| black_box(&procedure).check()));
    group.bench_function("findings", |b| b.iter(|| black_box(&procedure).findings(now)));
    group.bench_function("assess", |b| b.iter(|| black_box(&procedure).assess(regime, date)));
    group.bench_function("unmet", |b| b.iter(|| black_box(&assessment).unmet(LEVEL).count()));
    group.bench_function("lacks_of", |b| {
        b.iter(|| black_box(&procedure).lacks_of(OneStopMode::Linked, date));
    });
    group.bench_function("reception", |b| {
        b.iter(|| black_box(&procedure).reception(Place::ProvinceCentre, false, now));
    });
    group.bench_function("publication", |b| {
        b.iter(|| obligation::publication(&calendar, &policy, black_box(&procedure)));
    });
    group.finish();
    Ok(())
}

fn measure(c: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let mut numbers = Numbers::new(20_261_123);
    let (text, plain) = document(&mut numbers);
    let (catalogue, refused) = json::catalogue(&text)?;
    if !refused.is_empty() || catalogue.procedures().len() != plain.len() {
        return Err("a procedure was refused".into());
    }
    c.bench_function("catalogue/load/2600", |b| b.iter(|| json::catalogue(black_box(&text))));
    let records: Vec<Procedure> = catalogue.procedures().to_vec();
    c.bench_function("catalogue/index/2600", |b| {
        b.iter_batched(|| records.clone(), Catalogue::new, BatchSize::LargeInput);
    });
    let of_agency = plain.iter().map(|code| format!("{code}.000.00.00.H55")).collect();
    let codes = Codes { plain, of_agency };
    looking_up(c, &catalogue, &codes)?;
    counting(c, &catalogue, &codes)?;
    published(c, &codes)?;
    one(c)
}

fn procedures(c: &mut Criterion) {
    motcua_benches::set_up(measure(c));
}

criterion_group!(benches, procedures);
criterion_main!(benches);
