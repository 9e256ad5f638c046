//! Procedures: published lists taken over in full, codes, look-ups, versions, fees.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::arithmetic_side_effects,
    reason = "a test may panic and print"
)]

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZeroU32;
use std::path::Path;

use motcua::calendar::parse_date as day;
use motcua::procedure::{
    Catalogue, Dong, FeeQuery, ImportRemark, Imported, Lack, Match, Part, ProcedureCode,
    PublicationAudit, PublishedRecord, cpsv,
};
use motcua::time_limit::{Channel, Limit};
use motcua::{Error, ErrorKind, Procedure, json};
use serde::Deserialize;

#[derive(Deserialize)]
struct Document {
    procedures: Vec<PublishedRecord>,
}

/// A list beside the workspace, which is not part of it.
fn published(name: &str) -> Option<Vec<PublishedRecord>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data").join(name);
    match fs::read_to_string(path) {
        Ok(text) => Some(serde_json::from_str::<Document>(&text).unwrap().procedures),
        Err(error) => {
            println!("not run: {name}: {error}");
            None
        }
    }
}

fn remark_name(remark: &ImportRemark) -> &'static str {
    match remark {
        ImportRemark::NoLimit => "no limit",
        ImportRemark::LimitUnread { .. } => "limit unread",
        ImportRemark::NoFee => "no fee",
        ImportRemark::NoFeeFor { .. } => "no fee for a channel",
        ImportRemark::FeeUnread { .. } => "fee unread",
        ImportRemark::LevelUnread { .. } => "level of government unread",
        ImportRemark::NoRegime { .. } => "service level without regime",
        _ => "another remark",
    }
}

/// Prints what became of a list, and checks that nothing went missing.
fn account(name: &str, records: usize, imported: &Imported) {
    let taken = imported.catalogue.procedures().len();
    println!("{name}: {records} records, {taken} taken over, {} refused", imported.refused.len());
    for error in &imported.refused {
        println!("  [{}] {error}", error.kind());
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, remark) in &imported.remarks {
        *counts.entry(remark_name(remark)).or_default() += 1;
    }
    for (remark, count) in counts {
        println!("  {count} times {remark}");
    }
    assert_eq!(taken + imported.refused.len(), records, "{name}");
}

#[test]
fn all_national_records_are_taken_over() {
    let Some(records) = published("procedures_national.json") else { return };
    assert_eq!(records.len(), 1_314);
    let imported = PublishedRecord::import(records.clone());
    account("national", records.len(), &imported);
    assert_eq!(imported.refused, []);
    let catalogue = &imported.catalogue;
    for procedure in catalogue.procedures() {
        let code = procedure.code.as_ref().unwrap();
        let found = catalogue.find(code).unwrap();
        assert_eq!(found, procedure);
        let hits = catalogue.search(&procedure.name, 5);
        // A name may be part of longer ones or stand under two codes.
        assert!(
            hits.iter().any(|hit| hit.procedure.name == procedure.name),
            "{} is not found by its name",
            procedure.name
        );
    }
    // Fees in the portal's words come out as whole đồng or dollars, or stay open: three records
    // give one channel two prices.
    let open: Vec<&ImportRemark> = imported
        .remarks
        .iter()
        .map(|(_, remark)| remark)
        .filter(|remark| {
            matches!(remark, ImportRemark::FeeUnread { .. } | ImportRemark::LevelUnread { .. })
        })
        .collect();
    assert_eq!(open.len(), 3, "{open:?}");
    let audit = PublicationAudit::of(catalogue, day("2026-11-23").unwrap());
    println!("  {} findings of what is not in the list", audit.findings());
    for audited in audit.procedures() {
        for finding in &audited.findings {
            if finding.lack == Lack::Doubtful {
                println!("  {}: {finding}", audited.procedure.label());
            }
        }
    }
    let document = cpsv::export(catalogue);
    assert_eq!(document["@graph"].as_array().unwrap().len(), 1_314);
}

#[test]
fn all_departmental_records_are_taken_over() {
    let Some(records) = published("ict_department.json") else { return };
    assert_eq!(records.len(), 52);
    let imported = PublishedRecord::import(records.clone());
    account("departmental", records.len(), &imported);
    assert_eq!(imported.refused, []);
    // A level without its regime is told, never guessed.
    let levels: Vec<_> = imported
        .remarks
        .iter()
        .filter(|(_, remark)| matches!(remark, ImportRemark::NoRegime { .. }))
        .collect();
    let given = records.iter().filter(|record| record.service_level.is_some()).count();
    assert_eq!(levels.len(), given);
    assert!(imported.catalogue.procedures().iter().all(|p| p.declared_levels.is_empty()));
}

fn in_words(limit: &str, fee: &str) -> (Procedure, Vec<ImportRemark>) {
    let record = PublishedRecord {
        name: "Cấp giấy phép".into(),
        time_limit_text: Some(limit.into()),
        fee_text: Some(fee.into()),
        ..PublishedRecord::default()
    };
    record.into_procedure().unwrap()
}

#[test]
fn a_channel_that_stands_twice_is_not_added_up_nor_chosen_from() {
    let (procedure, remarks) = in_words(
        "Trực tuyến: 5 ngày làm việc | Trực tuyến: 7 ngày làm việc | Trực tiếp: 9 ngày làm việc",
        "Trực tiếp: 50,000 Đồng | Trực tiếp: 70,000 Đồng",
    );
    assert_eq!(procedure.fees, None);
    assert!(remarks.iter().any(|remark| matches!(remark, ImportRemark::FeeUnread { .. })));
    assert_eq!(procedure.channels.len(), 2);
    let limit = |channel| procedure.limit_for(None, Some(channel));
    assert_eq!(limit(Channel::Online).unwrap_err().kind(), ErrorKind::AmbiguousLimit);
    assert_eq!(limit(Channel::InPerson), Ok(Limit::working_days(9)));
    // The same in other words is one price, and what is said once is said.
    let (procedure, remarks) = in_words(
        "5 ngày làm việc",
        "Trực tiếp: 100,000 VNĐ | Trực tiếp: 100,000 Việt Nam Đồng | Trực tuyến: Miễn phí | \
         Trực tuyến: Không có thông tin | Dịch vụ bưu chính: Không có thông tin",
    );
    assert_eq!(remarks, [ImportRemark::NoFeeFor { channel: Channel::Post }]);
    let bill = |channel| procedure.bill(FeeQuery::new(day("2026-11-23").unwrap(), channel));
    assert_eq!(bill(Channel::InPerson).unwrap().dong, Dong::new(100_000));
    assert_eq!(bill(Channel::Online).unwrap().dong, Dong::ZERO);
}

#[test]
fn a_text_without_information_says_nothing_of_a_fee() {
    for text in ["Không có thông tin", "Trực tiếp: Không có thông tin | Trực tuyến: Không quy định"]
    {
        let (procedure, remarks) = in_words("5 ngày làm việc", text);
        assert_eq!(remarks, [ImportRemark::NoFee], "{text}");
        let findings = procedure.findings(day("2026-11-23").unwrap());
        let fees = findings.iter().find(|finding| finding.part == Part::Fees).unwrap();
        assert_eq!(fees.lack, Lack::NotStated, "{text}");
    }
}

fn coded(code: &str, name: &str) -> Procedure {
    let mut procedure = Procedure::new(name);
    procedure.code = Some(code.parse().unwrap());
    procedure
}

#[test]
fn a_code_finds_its_procedure_with_and_without_the_agency() {
    let (catalogue, refused) = Catalogue::new([
        coded("2.000815.000.00.00.H55", "Chứng thực bản sao"),
        coded("1.004222", "Đăng ký thường trú"),
        coded("1.000948.H38", "Ở Lào Cai"),
        coded("1.000948.H55", "Ở Thái Nguyên"),
    ]);
    assert_eq!(refused, []);
    let name = |reference: &str| catalogue.find(reference).map(|found| found.name.as_str());
    assert_eq!(name("2.000815"), Some("Chứng thực bản sao"));
    assert_eq!(name("2.000815.H55"), Some("Chứng thực bản sao"));
    assert_eq!(name("2.000815.000.00.00.H55.02"), Some("Chứng thực bản sao"));
    assert_eq!(name("2.000815.H38"), None);
    assert_eq!(name("1.004222.H38"), Some("Đăng ký thường trú"));
    assert_eq!(name("1.000948"), None, "two agencies, nothing picks one");
    assert_eq!(name("1.000948.000.00.00.H38"), Some("Ở Lào Cai"));
    assert_eq!(name("Ở Thái Nguyên"), Some("Ở Thái Nguyên"));
    assert_eq!(name("ở thái nguyên"), None, "a whole name is compared as it is");
}

#[test]
fn codes_print_as_they_were_read() {
    for text in [
        "1.004222",
        "3.000169",
        "2.000815.000.00.00.H55",
        "2.000815.000.00.00.H55.02",
        "1.000948.H38",
        "1.000948.H26.103.25.7",
    ] {
        assert_eq!(text.parse::<ProcedureCode>().unwrap().to_string(), text);
    }
}

#[test]
fn a_dossier_keeps_the_version_in_force_at_its_receipt() {
    let version = |from: Option<&str>, to: Option<&str>, limit: &str| {
        let mut procedure = coded("1.003659", "Cấp giấy phép bưu chính");
        procedure.from = from.map(|text| day(text).unwrap());
        procedure.to = to.map(|text| day(text).unwrap());
        procedure.time_limit_text = limit.into();
        procedure
    };
    let (catalogue, refused) = Catalogue::new([
        version(Some("2022-04-15"), None, "20 ngày"),
        version(None, Some("2022-04-14"), "30 ngày"),
        version(Some("2024-01-01"), None, "10 ngày"),
    ]);
    let limit = |date: &str| catalogue.at("1.003659", day(date).unwrap()).unwrap().limit(None);
    assert_eq!(limit("2022-04-14").unwrap(), Limit::days(30));
    assert_eq!(limit("2022-04-15").unwrap(), Limit::days(20));
    assert_eq!(catalogue.find("1.003659").unwrap().limit(None).unwrap(), Limit::days(20));
    // The third overlaps the first.
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].kind(), ErrorKind::OverlappingVersions);
    assert_eq!(refused[0].place(), Some((3, "from")));
}

#[test]
fn faults_are_told_by_record_and_field() {
    let document = r#"{"procedures": [
        {"name": "A", "code": "1.000001"},
        {"name": "B", "code": "1.00001"},
        {"name": "C", "fees": [{"price": {"dong": 5000}}, {"price": {"dong": -1}}]},
        {"name": "D", "time_limit_text": "5 ngày", "steps": [
            {"id": "x", "agency": "Sở A", "time_limit_text": "3 ngày"},
            {"id": "y", "agency": "Sở B", "time_limit_text": "3 ngày"}]},
        {"name": "E", "steps": [
            {"id": "x", "agency": "Sở A", "after": ["y"]},
            {"id": "y", "agency": "Sở B", "after": ["x"]}]},
        {"name": "F", "code": "1.000001"},
        {"name": " "},
        {"name": "G", "colour": "red"},
        {"name": "H", "declared_levels": [{"level": 4}]},
        {"name": "I", "from": "2026-02-01", "to": "2026-01-01"},
        {"name": "K", "steps": [{"id": "x", "agency": "Sở A", "after": ["z"]}]},
        {"name": "L", "fees": [{"price": {"dong": 100000}, "reductions": [
            {"from": "2026-01-01", "to": "2026-06-30", "reduced": {"to_percent": 50}},
            {"from": "2026-06-30", "to": "2026-12-31", "reduced": {"to_percent": 70}}]}]},
        {"name": "M", "fees": [{"price": {"dong": 100000}, "reductions": [
            {"from": "2026-01-01", "to": "2026-06-30", "reduced": {"to_price": {"us_dollars": 1}}}]}]},
        {"field": "N"}
    ]}"#;
    let (catalogue, refused) = json::catalogue(document).unwrap();
    assert_eq!(catalogue.procedures().len(), 1);
    let told: Vec<(usize, &str, ErrorKind)> = refused
        .iter()
        .map(|error| (error.record, error.field.as_deref().unwrap(), error.kind))
        .collect();
    assert_eq!(
        told,
        [
            (2, "code", ErrorKind::InvalidProcedureCode),
            (3, "fees.2", ErrorKind::InvalidRecord),
            (4, "steps", ErrorKind::StepsDoNotAddUp),
            (5, "steps", ErrorKind::StepCycle),
            (6, "code", ErrorKind::DuplicateProcedure),
            (7, "name", ErrorKind::InvalidRecord),
            (8, "colour", ErrorKind::InvalidRecord),
            (9, "declared_levels.1", ErrorKind::InvalidRecord),
            (10, "to", ErrorKind::EndBeforeStart),
            (11, "steps", ErrorKind::UnknownStep),
            (12, "fees.1", ErrorKind::OverlappingReductions),
            (13, "fees.1", ErrorKind::InvalidReduction),
            (14, "name", ErrorKind::InvalidRecord),
        ]
    );
    let currency = refused.iter().find(|error| error.kind == ErrorKind::InvalidReduction).unwrap();
    assert!(currency.message.contains("another currency"), "{}", currency.message);
}

#[test]
fn a_document_reads_the_same_when_one_of_its_records_is_bad() {
    // Good documents are read by another way than those in which something must be told.
    let good = r#"{"code": "1.000001", "name": "A", "time_limit_text": "5 ngày", "fees": [],
        "forms": [{"name": "Mẫu 01", "file": "mau-01.docx"}], "mode": "linked",
        "notice": {"phone": "0208 3 333 333", "posted": true}, "from": "2026-01-01"}"#;
    let (alone, refused) = json::catalogue(&format!("[{good}]")).unwrap();
    assert_eq!(refused, []);
    let (beside, refused) = json::catalogue(&format!(r#"[{good}, {{"name": 5}}]"#)).unwrap();
    assert_eq!(refused.len(), 1);
    assert_eq!(alone.procedures(), beside.procedures());
    // What was read is written and read again.
    let written = serde_json::to_string(alone.procedures()).unwrap();
    let (again, _) = json::catalogue(&written).unwrap();
    assert_eq!(alone.procedures(), again.procedures());
}

#[test]
fn a_search_prefers_the_very_words() {
    let (catalogue, _) = Catalogue::new([
        Procedure::new("Bố trí sung công quỹ"),
        Procedure::new("Sửa đổi, bổ sung giấy phép bưu chính"),
        Procedure::new("Cấp giấy phép bưu chính"),
    ]);
    let hits = catalogue.search("bổ sung", 10);
    assert_eq!(hits[0].procedure.name, "Sửa đổi, bổ sung giấy phép bưu chính");
    assert_eq!(hits[0].matched, Match::Exact);
    assert_eq!(hits[1].matched, Match::Words);
    assert_eq!(catalogue.search("giay pehp buu chin", 10).len(), 2);
    assert_eq!(catalogue.search("giấy phép", 1).len(), 1);
    assert_eq!(catalogue.in_field("").count(), 3);
}

#[test]
fn fees_follow_date_channel_and_case() -> Result<(), Error> {
    // Made-up amounts and dates.
    let (catalogue, refused) = json::catalogue(
        r#"[{"name": "Cấp giấy phép", "fees": [
            {"kind": "fee", "name": "phí thẩm định", "price": {"dong": 15000}, "per": "trang",
             "basis": "TT A", "reductions": [
                {"from": "2026-07-01", "to": "2026-12-31", "reduced": {"to_percent": 50}, "basis": "TT B"},
                {"from": "2026-01-01", "to": "2026-06-30", "reduced": {"to_percent": 0},
                 "channels": ["online"], "basis": "TT C"}]},
            {"kind": "charge", "price": {"dong": 50000}, "case": "cấp mới"},
            {"kind": "charge", "price": {"dong": 20000}, "case": "cấp lại"}
        ]}]"#,
    )?;
    assert_eq!(refused, []);
    let procedure = &catalogue.procedures()[0];
    let three = NonZeroU32::MIN.saturating_add(2);
    let ask = |date: &str, channel| FeeQuery::new(day(date).unwrap(), channel).quantity(three);
    let desk = |date: &str| ask(date, Channel::InPerson);
    let dong = |query: FeeQuery<'_>| procedure.bill(query).map(|bill| bill.dong);
    assert_eq!(dong(desk("2026-08-01").case("cấp lại"))?, Dong::new(42_500));
    assert_eq!(dong(desk("2026-06-30").case("cấp mới"))?, Dong::new(95_000));
    let online = ask("2026-06-30", Channel::Online).case("cap moi");
    assert_eq!(dong(online)?, Dong::new(50_000));
    let error = dong(desk("2026-08-01")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::AmbiguousFee);
    let error = dong(desk("2026-08-01").case("cấp đổi")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnknownFeeCase);
    let bill = procedure.bill(desk("2026-08-01").case("cấp lại"))?;
    assert_eq!(bill.items[0].basis, "TT A; TT B");
    assert_eq!(bill.items[0].full.to_string(), "45.000 đồng");
    let unknown = Procedure::new("B").bill(desk("2026-08-01")).unwrap_err();
    assert_eq!(unknown.kind(), ErrorKind::FeeUnknown);
    Ok(())
}
