//! A made-up year of an office, the same on every machine.

use motcua::calendar::parse_date as day;
use motcua::deadline::Language;
use motcua::dossier::{Dossier, Event, EventKind, StepPlan};
use motcua::obligation::StandingPolicy;
use motcua::procedure::{Catalogue, GovernmentLevel, OneStopMode};
use motcua::regulation::CountingPolicy;
use motcua::render::ReportPage;
use motcua::report::{AgencyGiven, DossierGiven, Indicators, Period, Publicity, Report};
use motcua::time_limit::{Channel, Limit};
use motcua::{Calendar, LocalTime, Procedure};

/// Long names, as they are.
const PROCEDURES: [(&str, &str, &str); 5] = [
    (
        "1.004379",
        "Cấp lại văn bản xác nhận thông báo hoạt động bưu chính khi bị mất hoặc hư hỏng không sử dụng được",
        "Bưu chính",
    ),
    ("1.003659", "Cấp giấy phép bưu chính", "Bưu chính"),
    (
        "2.001765",
        "Đăng ký thu tín hiệu truyền hình nước ngoài trực tiếp từ vệ tinh",
        "Phát thanh truyền hình và thông tin điện tử",
    ),
    ("1.009374", "Cấp giấy phép xuất bản bản tin", "Báo chí"),
    ("2.001594", "Cấp giấy phép hoạt động in", "Xuất bản, In và Phát hành"),
];

pub(crate) const EVIL: &str = "<script>alert('1')</script> & | *\"Đỗ\"*";

pub(crate) struct Sample {
    pub(crate) calendar: Calendar,
    pub(crate) catalogue: Catalogue,
    pub(crate) report: Report,
    indicators: Indicators,
}

fn at(calendar: &Calendar, minutes: i32) -> LocalTime {
    let first = calendar.open_of(day("2025-07-01").unwrap()).unwrap().unwrap();
    calendar.add_working_minutes(first, minutes).unwrap()
}

/// 300 dossiers from July 2025 to November 2026: every eleventh is late, with steps and with or
/// without an apology; of the last fifty every thirteenth is open.
pub(crate) fn sample(name: &str) -> Sample {
    let calendar = Calendar::vietnam().unwrap();
    let policy = CountingPolicy::one_stop();
    let period = Period::new(day("2025-10-01").unwrap(), day("2026-12-31").unwrap()).unwrap();
    let as_of = "2026-11-23T10:00".parse().unwrap();
    let mut report = Report::new(period, StandingPolicy::default()).as_of(as_of).unwrap();
    let mut indicators = Indicators::new(period, StandingPolicy::default()).as_of(as_of).unwrap();
    let mut procedures = Vec::new();
    for (place, (code, title, field)) in PROCEDURES.into_iter().enumerate() {
        let mut procedure = Procedure::new(title);
        procedure.code = Some(code.parse().unwrap());
        procedure.field = field.into();
        procedure.levels = vec![GovernmentLevel::Province];
        procedure.mode = (place != 3).then_some(OneStopMode::OneStop);
        procedures.push(procedure);
    }
    let (catalogue, refused) = Catalogue::new(procedures);
    assert!(refused.is_empty());
    for number in 0..300_i32 {
        let (code, _, field) = PROCEDURES[usize::try_from(number * 7 % 5).unwrap()];
        let received = at(&calendar, number * 553 + number % 200);
        let limit = Limit::working_days(u16::try_from(5 + number % 11).unwrap());
        let channel = if number % 3 == 0 { Channel::InPerson } else { Channel::Online };
        let mut dossier = Dossier::new(format!("{name}-{number:04}"), limit, channel);
        dossier.procedure = code.into();
        dossier.field = field.into();
        dossier.agency = format!("Phòng {field}");
        dossier.officer = if number % 2 == 0 { "Nguyễn Thị An" } else { "Trần Văn Bình" }.into();
        dossier = dossier.event(Event::received(received));
        let due = motcua::deadline::due(&calendar, &policy, received, limit).unwrap();
        let late = number % 11 == 5;
        if late {
            let plan =
                |name: &str, place| StepPlan::new(name, "UBND tỉnh", Limit::working_days(2), place);
            dossier = dossier.step(plan("thẩm định", 1)).step(plan("ký duyệt", 2));
            let started = EventKind::StepStarted { step: "thẩm định".to_owned() };
            dossier = dossier.event(Event::new(received, started));
        }
        if number % 22 == 5 {
            let reason = "thiếu ý kiến của cơ quan phối hợp".to_owned();
            let sent = calendar.add_working_minutes(due.at, -960).unwrap();
            dossier = dossier.event(Event::new(sent, EventKind::Apologised { reason }));
        }
        let term = calendar.count_working_minutes(received, due.at).unwrap();
        let used = if late { term + 700 } else { term * (30 + number % 69) / 100 };
        let finished = calendar.add_working_minutes(received, used).unwrap();
        if number % 13 != 7 || number < 250 {
            dossier = dossier.event(Event::finished(finished));
        }
        let timeline = dossier.evaluate(&calendar, &policy).unwrap();
        report.add(&calendar, &policy, &dossier, &timeline).unwrap();
        let given = DossierGiven { complaint: Some(number % 50 == 0), ..DossierGiven::default() };
        indicators.add(&calendar, &policy, &dossier, &timeline, &given).unwrap();
    }
    Sample { calendar, catalogue, report, indicators }
}

impl Sample {
    /// The page and its Markdown.
    pub(crate) fn set(&self, language: Language, notice: &str) -> (String, String) {
        let given = AgencyGiven { publicity: Some(Publicity::BothForms), ..AgencyGiven::default() };
        let agencies: Vec<_> = self
            .indicators
            .agencies()
            .map(|name| (name.to_owned(), self.indicators.agency(name, &given).unwrap()))
            .collect();
        let officers: Vec<_> = self
            .indicators
            .officers()
            .map(|name| (name.to_owned(), self.indicators.officer(name).unwrap()))
            .collect();
        let page = ReportPage::new(&self.calendar, &self.report, language)
            .notice(Some(notice))
            .catalogue(&self.catalogue)
            .scores(&agencies, &officers);
        (page.to_html().unwrap(), page.to_markdown().unwrap())
    }
}
