//! A department that publishes all of its 38 procedures, each at level 4, and its inspection of
//! 2018: the procedures are real, all else is made up (giả lập) to match what an inspection of a
//! provincial department found in August 2018.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop with a panic")]

use chrono::{Datelike, NaiveDate};
use motcua::calendar::parse_date;
use motcua::inspection::{Conclusion, Inspection};
use motcua::procedure::{
    Catalogue, DeclaredLevel, FilingWay, GovernmentLevel, OnlineService, Paper, PaperForm,
    PublicNotice,
};
use motcua::regulation::CountingPolicy;
use motcua::report::Period;
use motcua::service_level::{Grade, ServiceLevel};
use motcua::time_limit::Channel;
use motcua::{Calendar, Procedure, json};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The procedures as they were published, without what is made up.
pub const PROCEDURES: &str = include_str!("../../core/examples/one_stop/catalogue.json");

/// The level of the department: "38/38 thủ tục mức độ 4", in the years of NĐ 43/2011.
pub const LEVEL: ServiceLevel = ServiceLevel::Decree43(Grade::Four);

fn way(channel: Channel) -> FilingWay {
    FilingWay { channel, time_limit_text: None, address: Some("(giả lập)".into()) }
}

/// The procedure with made-up facts for all that is not in the list.
pub fn publish(procedure: &mut Procedure) {
    procedure.agency = "Sở Thông tin và Truyền thông".into();
    procedure.levels = vec![GovernmentLevel::Province];
    procedure.sequence = vec!["(giả lập) nộp hồ sơ".into(), "(giả lập) nhận kết quả".into()];
    procedure.channels = vec![way(Channel::InPerson), way(Channel::Online), way(Channel::Post)];
    procedure.papers =
        vec![Paper {
            name: "(giả lập) đơn đề nghị".into(), originals: 1, ..Paper::default()
        }];
    procedure.sets = Some(1);
    procedure.subjects = vec!["(giả lập) tổ chức".into()];
    let file = Some("https://example.vn/mau-gia-lap.docx".into());
    procedure.forms = Some(vec![PaperForm { name: "(giả lập) mẫu 01".into(), file }]);
    procedure.results = Some(vec!["(giả lập) giấy phép".into()]);
    procedure.conditions = Some(Vec::new());
    procedure.fees = Some(Vec::new());
    procedure.notice = PublicNotice {
        address: Some("(giả lập) số 1".into()),
        phone: Some("(giả lập) 0000".into()),
        feedback: Some("(giả lập) 0001".into()),
        posted: true,
        in_database: true,
    };
    procedure.service = Some(OnlineService {
        filing: true,
        payment: true,
        results: vec![Channel::Online, Channel::Post],
        ..OnlineService::default()
    });
    procedure.declared_levels =
        vec![DeclaredLevel { level: LEVEL, from: None, to: None, basis: "(giả lập)".into() }];
}

/// The 38 procedures, each published in full.
#[must_use]
pub fn department() -> Vec<Procedure> {
    let (catalogue, refused) = json::catalogue(PROCEDURES).unwrap();
    assert_eq!(refused, []);
    let mut procedures = catalogue.procedures().to_vec();
    procedures.iter_mut().for_each(publish);
    procedures
}

/// The dossiers of 18 months, five a month, each solved the working day after its receipt.
fn dossiers(calendar: &Calendar, catalogue: &Catalogue) -> Vec<Value> {
    let mut dossiers = Vec::new();
    let mut procedures = catalogue.procedures().iter().cycle();
    for month in 0..18_u32 {
        let first = NaiveDate::from_ymd_opt(2017, 1, 3).unwrap();
        let first = first.checked_add_months(chrono::Months::new(month)).unwrap();
        for number in 0..5_u64 {
            let ahead = chrono::Days::new(number.saturating_mul(5));
            let date = first.checked_add_days(ahead).unwrap();
            let received = calendar.add_working_days(date, 0).unwrap();
            let finished = calendar.add_working_days(received, 1).unwrap();
            let procedure = procedures.next().unwrap();
            let code = format!("GIALAP-{}-{number}", received.format("%y%m%d"));
            let channel = if number == 0 { "in_person" } else { "online" };
            dossiers.push(json!({
                "code": code,
                "procedure": procedure.label(),
                "channel": channel,
                "officer": "Nguyễn Văn An",
                "events": [
                    {"type": "received", "at": format!("{received}T09:00")},
                    {"type": "finished", "at": format!("{finished}T10:00")},
                ],
            }));
        }
    }
    dossiers
}

/// The plan of 2018: complete, and issued ten working days late.
fn plan() -> Value {
    let item = |code: &str, title: &str, area: &str, dates: [&str; 2], done: Option<&str>| {
        json!({
            "code": code, "title": title, "area": area, "officer": "Trần Thị Bình",
            "start": dates[0], "due": dates[1], "done": done,
        })
    };
    json!({
        "number": "05/KH-STTTT",
        "title": "Kế hoạch cải cách hành chính năm 2018",
        "due": "2017-12-29",
        "issued": "2018-01-15",
        "due_basis": "Kế hoạch cải cách hành chính của UBND tỉnh",
        "items": [
            item("1", "Kiểm tra việc thực hiện kế hoạch tại các phòng, đơn vị",
                "direction_and_plans", ["2018-03-01", "2018-05-31"], Some("2018-05-25")),
            item("2", "Rà soát văn bản quy phạm pháp luật của ngành", "institutional_reform",
                ["2018-02-01", "2018-06-15"], Some("2018-06-15")),
            item("3", "Rà soát, đơn giản hóa thủ tục hành chính", "procedures_reform",
                ["2018-02-01", "2018-09-28"], None),
            item("4", "Sắp xếp các đơn vị sự nghiệp", "organisation",
                ["2018-03-01", "2018-11-30"], None),
            item("5", "Cập nhật hồ sơ công chức, viên chức", "civil_servants",
                ["2018-04-02", "2018-10-31"], None),
            item("6", "Giao quyền tự chủ cho đơn vị sự nghiệp", "public_finance",
                ["2018-03-01", "2018-12-14"], None),
            item("7", "Chuyển đổi hệ thống quản lý chất lượng", "modernisation",
                ["2018-06-01", "2018-12-28"], None),
        ],
    })
}

fn personnel() -> Value {
    let required = ["Sơ yếu lý lịch", "Phiếu bổ sung lý lịch năm 2017", "Phiếu đánh giá năm 2017"];
    let mut files = Vec::new();
    for number in 1..=12_usize {
        let held = if number % 5 == 0 { 2 } else { 3 };
        let holds: Vec<&str> = required.iter().copied().take(held).collect();
        files.push(json!({"code": format!("CC-{number:02}"), "holds": holds}));
    }
    json!({"required": required, "files": files})
}

/// The inspection of 2018 as a request to the door: the text's strengths and four shortcomings.
#[must_use]
pub fn inspection_2018() -> Value {
    let calendar = Calendar::vietnam().unwrap();
    let procedures = department();
    let (catalogue, _) = Catalogue::new(procedures.clone());
    json!({
        "op": "inspect",
        "subject": "Sở Thông tin và Truyền thông (dữ liệu giả lập)",
        "from": "2017-01-01",
        "to": "2018-06-30",
        "catalogue": procedures,
        "dossiers": dossiers(&calendar, &catalogue),
        "plan": plan(),
        "quality": [{
            "code": "QĐ 12/QĐ-STTTT", "edition": "tcvn_iso_9001_2008",
            "officer": "Lê Văn Cường", "since": "2014-06-02",
        }],
        "personnel": personnel(),
        "findings": [{
            "code": "tu_chu", "area": "public_finance", "nature": "shortcoming",
            "text_vi": "Việc thực hiện cơ chế tự chủ, tự chịu trách nhiệm tại đơn vị sự nghiệp trực thuộc chưa tốt.",
            "text_en": "The autonomy of the service units is not well carried out.",
            "evidence": [{"record": "document", "code": "Biên bản làm việc", "note": "chưa xây dựng phương án tự chủ"}],
            "basis": "NĐ 16/2015/NĐ-CP",
            "advice_en": "Draw up the autonomy scheme and the spending rules of the service units.",
            "advice_vi": "Xây dựng phương án tự chủ và quy chế chi tiêu nội bộ của đơn vị sự nghiệp.",
        }],
        "remedies": [
            {"finding": "tu_chu", "task": {
                "code": "KP-1", "title": "Trình phương án tự chủ của đơn vị sự nghiệp",
                "officer": "Phạm Thị Dung", "start": "2018-09-04", "due": "2018-10-31"}},
            {"finding": "quality_system", "task": {
                "code": "KP-2", "title": "Công bố hệ thống quản lý chất lượng theo TCVN ISO 9001:2015",
                "officer": "Lê Văn Cường", "start": "2018-09-04", "due": "2018-12-28"}},
            {"finding": "personnel_files", "task": {
                "code": "KP-3", "title": "Bổ sung phiếu đánh giá còn thiếu",
                "officer": "Hoàng Văn Em", "start": "2018-09-04", "due": "2018-09-28"}},
        ],
    })
}

/// Months touched by the dossiers of a request, to show that it spans its period.
#[must_use]
pub fn months(request: &Value) -> usize {
    let mut months = std::collections::BTreeSet::new();
    for dossier in request["dossiers"].as_array().unwrap() {
        let at = dossier["events"][0]["at"].as_str().unwrap();
        let date = parse_date(at.get(..10).unwrap()).unwrap();
        months.insert((date.year(), date.month()));
    }
    months.len()
}

/// The conclusion of the inspection of 2018.
#[must_use]
pub fn conclusion_2018() -> Conclusion {
    let request = inspection_2018();
    let office = Calendar::vietnam().unwrap();
    let (catalogue, _) = Catalogue::new(department());
    let counting = CountingPolicy::one_stop();
    let day = |field: &str| parse_date(request[field].as_str().unwrap()).unwrap();
    let period = Period::new(day("from"), day("to")).unwrap();
    let mut inspection = Inspection::new(period, request["subject"].as_str().unwrap());
    inspection.catalogue = Some(&catalogue);
    inspection.plans = vec![read(&request["plan"])];
    inspection.quality = read(&request["quality"]);
    inspection.personnel = Some(read(&request["personnel"]));
    inspection.manual = read(&request["findings"]);
    inspection.remedies = read(&request["remedies"]);
    for record in json::dossiers(&request["dossiers"].to_string()).unwrap() {
        let (dossier, policy) = record.unwrap().into_dossier(Some(&catalogue), counting).unwrap();
        let timeline = dossier.evaluate(&office, &policy).unwrap();
        inspection.add(&office, &policy, &dossier, &timeline).unwrap();
    }
    inspection.conclude(&office, &counting).unwrap()
}

fn read<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap()
}
