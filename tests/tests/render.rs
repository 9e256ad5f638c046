//! Pictures and pages: well-formed, true to the calendar, and nothing of a text becomes markup.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop with a panic"
)]

use std::collections::BTreeMap;

use motcua::calendar::{DayKind, parse_date as day};
use motcua::chrono::{Days, NaiveDate};
use motcua::deadline::Language;
use motcua::dossier::{Dossier, Event};
use motcua::obligation::StandingPolicy;
use motcua::regulation::CountingPolicy;
use motcua::render::svg::{self, Timeline};
use motcua::render::{Markup, Page, ReportPage, table};
use motcua::report::{Period, Report};
use motcua::time_limit::{Amount, Channel, Limit, Unit};
use motcua::{Calendar, Deadline, LocalTime};
use roxmltree::{Document, Node, ParsingOptions};

const LANGUAGES: [Language; 2] = [Language::Vietnamese, Language::English];

fn parse(text: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn has_class(node: &Node<'_, '_>, class: &str) -> bool {
    node.attribute("class").is_some_and(|all| all.split(' ').any(|one| one == class))
}

/// The kinds of the days in a picture, in the words of its classes.
fn cells(document: &Document<'_>) -> BTreeMap<String, usize> {
    let mut kinds = BTreeMap::new();
    let cells = document.descendants().filter(|n| has_class(n, "mc-d") && !has_class(n, "mc-l"));
    for cell in cells {
        let group = cell.parent().unwrap().attribute("class").unwrap();
        *kinds.entry(group.strip_prefix("mc-").unwrap().to_owned()).or_default() += 1;
    }
    kinds
}

fn ends_of(year: i32) -> (NaiveDate, NaiveDate) {
    let date = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    (date(1, 1), date(12, 31))
}

#[test]
fn a_year_has_a_cell_for_each_day_of_its_kind() {
    let calendar = Calendar::builder()
        .closure(day("2026-03-09").unwrap(), day("2026-03-10").unwrap(), "dọn <nhà> & sửa")
        .build()
        .unwrap();
    for year in [2000_i16, 2011, 2024, 2025, 2026, 2027, 2050] {
        let (first, last) = ends_of(year.into());
        let mut expected: BTreeMap<String, usize> = BTreeMap::new();
        for day in calendar.days(first, last).unwrap() {
            *expected.entry(day.kind.to_string()).or_default() += 1;
        }
        for language in LANGUAGES {
            let picture = svg::year_calendar(&calendar, year, language).unwrap();
            let document = parse(picture.as_str());
            assert_eq!(cells(&document), expected, "{year}");
            let root = document.root_element();
            let names: Vec<_> = root.children().map(|n| n.tag_name().name().to_owned()).collect();
            assert_eq!(names[..2], ["title", "desc"]);
            let months = svg::months(&calendar, year, language).unwrap();
            assert_eq!(cells(&parse(months.as_str())), expected, "{year} by months");
        }
    }
    assert!(svg::year_calendar(&calendar, 2051, Language::Vietnamese).is_err());
    assert!(svg::year_calendar(&calendar, 1999, Language::Vietnamese).is_err());
    assert!(svg::year_calendar(&calendar, i16::MAX, Language::Vietnamese).is_err());
}

#[test]
fn each_kind_of_day_off_is_told_without_colour() {
    let picture =
        svg::year_calendar(&Calendar::vietnam().unwrap(), 2026, Language::Vietnamese).unwrap();
    let document = parse(picture.as_str());
    for (kind, letter, hatched) in [
        (DayKind::Holiday, "L", false),
        (DayKind::InLieu, "B", true),
        (DayKind::SwappedOff, "H", true),
        (DayKind::MakeUp, "+", false),
    ] {
        let class = format!("mc-{kind}");
        let groups = document.descendants().filter(|n| n.attribute("class") == Some(&class));
        for group in groups.filter(|n| n.children().any(|c| c.tag_name().name() == "title")) {
            assert!(group.descendants().any(|n| n.text() == Some(letter)), "{kind}");
            assert_eq!(group.children().any(|n| has_class(&n, "mc-h")), hatched, "{kind}");
        }
    }
    for told in ["Làm bù cho ngày 31/8/2026", "Nghỉ bù cho ngày 26/4/2026", ">Tết<"] {
        assert!(picture.as_str().contains(told), "{told}");
    }
}

fn draw(limit: Limit, received: &str, finished: Option<&str>, as_of: &str) -> String {
    let calendar = Calendar::vietnam().unwrap();
    let policy = CountingPolicy::one_stop();
    let at = |text: &str| text.parse::<LocalTime>().unwrap();
    let mut dossier =
        Dossier::new("HS-1", limit, Channel::Online).event(Event::received(at(received)));
    if let Some(finished) = finished {
        dossier = dossier.event(Event::finished(at(finished)));
    }
    let course = dossier.evaluate(&calendar, &policy).unwrap();
    let as_of = at(as_of);
    let life = course.summary(as_of).unwrap();
    let timeline = Timeline {
        calendar: &calendar,
        deadline: &Deadline::new(&calendar, &policy, life.received, limit).unwrap(),
        life,
        standing: course.standing(&calendar, StandingPolicy::default(), as_of).unwrap().unwrap(),
        as_of,
    };
    parse(svg::timeline(&timeline, Language::English).unwrap().as_str());
    svg::timeline(&timeline, Language::Vietnamese).unwrap().into_string()
}

/// The texts of a class, in the order of the picture.
fn texts(picture: &str, class: &str) -> Vec<String> {
    let document = parse(picture);
    let texts = document.descendants().filter(|n| has_class(n, class));
    texts.filter_map(|n| n.text().map(str::to_owned)).collect()
}

#[test]
fn a_timeline_counts_the_days_of_the_limit() {
    let picture = draw(
        Limit::working_days(10),
        "2026-08-19T09:00",
        Some("2026-09-08T15:10"),
        "2026-11-23T08:00",
    );
    let counted: Vec<String> = (1..=10).map(|n: u32| n.to_string()).collect();
    assert_eq!(texts(&picture, "mc-n"), counted);
    assert_eq!(texts(&picture, "mc-over"), ["+1", "+2"]);
    // 19 August to 8 September, each once.
    assert_eq!(cells(&parse(&picture)).values().sum::<usize>(), 21);
    for label in ["NHẬN", "HẠN", "XONG"] {
        assert_eq!(texts(&picture, "mc-k").iter().filter(|t| *t == label).count(), 1, "{label}");
    }
    assert!(picture.contains("trễ hạn 1 ngày làm việc 6 giờ 10 phút"));
}

#[test]
fn timelines_of_other_limits() {
    let now = "2026-11-23T08:00";
    let part = Limit::of(Amount::from_thousandths(1_500), Unit::WorkingDay);
    assert_eq!(
        texts(&draw(part, "2026-08-19T09:00", None, "2026-08-19T10:00"), "mc-n"),
        ["1", "1,5"]
    );
    // Calendar days are counted over the weekend; the last, a Sunday, moves.
    let days = draw(Limit::days(4), "2026-11-11T09:00", Some("2026-11-16T09:00"), now);
    assert_eq!(texts(&days, "mc-n"), ["1", "2", "3", "4"]);
    let hours = draw(Limit::working_hours(8), "2026-11-11T09:00", Some("2026-11-11T10:00"), now);
    assert_eq!(texts(&hours, "mc-n"), ["•", "•"]);
    let same_day = draw(Limit::SameDay, "2026-11-11T09:00", Some("2026-11-11T10:00"), now);
    assert_eq!(texts(&same_day, "mc-k"), ["XONG", "HẠN", "NHẬN"]);
    let before = Limit::before(Amount::whole(2), Unit::WorkingDay);
    let before = draw(before, "2026-11-11T09:00", None, "2026-11-11T09:00");
    assert_eq!(texts(&before, "mc-n"), ["2", "1"]);
}

#[test]
fn a_long_time_loses_its_middle_and_nothing_else() {
    let picture = draw(Limit::working_days(3), "2020-01-06T09:00", None, "2026-11-23T08:00");
    assert!(picture.len() < 100_000, "{}", picture.len());
    assert!(picture.contains("tuần không vẽ"));
    assert!(texts(&picture, "mc-k").contains(&"NAY".to_owned()));
}

#[test]
fn what_is_marked_is_not_left_out_with_the_middle() {
    // Sixty working days over Tết end on 3 April, in the seventh row of twenty-four.
    let picture = draw(Limit::working_days(60), "2026-01-05T09:00", None, "2026-11-23T08:00");
    for label in ["NHẬN", "HẠN", "NAY"] {
        assert_eq!(texts(&picture, "mc-k").iter().filter(|t| *t == label).count(), 1, "{label}");
    }
    assert!(picture.contains("… 22 tuần không vẽ …"));
}

#[test]
fn a_report_shows_the_load_of_all_its_years() {
    let calendar = Calendar::vietnam().unwrap();
    let years = |from: &str, to: &str| {
        let period = Period::new(day(from).unwrap(), day(to).unwrap()).unwrap();
        let report = Report::new(period, StandingPolicy::default());
        let page = ReportPage::new(&calendar, &report, Language::Vietnamese).to_html().unwrap();
        let shown = |year: &i32| page.contains(&format!("Lịch làm việc của cơ quan năm {year}"));
        (1998..=2030).filter(shown).collect::<Vec<i32>>()
    };
    assert_eq!(years("2024-03-01", "2026-06-30"), [2024, 2025, 2026]);
    assert_eq!(years("2026-01-01", "2026-06-30"), [2026]);
    // The calendar begins with 2000.
    assert_eq!(years("1999-07-01", "2000-06-30"), [2000]);
}

#[test]
fn nothing_of_a_text_becomes_markup() {
    let evil = "<script>alert(\"1\")</script>&'\u{1}";
    let from = day("2026-03-09").unwrap();
    let calendar = Calendar::builder()
        .closure(from, from.checked_add_days(Days::new(1)).unwrap(), evil)
        .build()
        .unwrap();
    let policy = CountingPolicy::one_stop();
    let mut dossier = Dossier::new(evil, Limit::working_days(3), Channel::Post)
        .event(Event::received("2026-03-06T09:00".parse().unwrap()));
    dossier.officer = evil.to_owned();
    dossier.field = evil.to_owned();
    let course = dossier.evaluate(&calendar, &policy).unwrap();
    let as_of = "2026-03-20T09:00".parse().unwrap();
    let life = course.summary(as_of).unwrap();
    let standing = course.standing(&calendar, StandingPolicy::default(), as_of).unwrap().unwrap();
    let deadline = Deadline::new(&calendar, &policy, life.received, dossier.limit).unwrap();
    let period = Period::new(day("2026-01-01").unwrap(), day("2026-12-31").unwrap()).unwrap();
    let mut report = Report::new(period, StandingPolicy::default());
    report.add(&calendar, &policy, &dossier, &course).unwrap();
    for language in LANGUAGES {
        let row = table::Row { dossier: &dossier, procedure: evil, life, standing };
        let timeline = Timeline { calendar: &calendar, deadline: &deadline, life, standing, as_of };
        let page = Page::new(evil, language)
            .notice(evil)
            .lead(evil)
            .section(evil, &table::appointment(&dossier, evil, &deadline, language))
            .section(evil, &table::dossiers(evil, [row], language))
            .section(evil, &table::ii06a(&report, language).unwrap())
            .section(evil, &svg::months(&calendar, 2026, language).unwrap())
            .section(evil, &svg::year_calendar(&calendar, 2026, language).unwrap())
            .section(evil, &Markup::figure(evil, &svg::timeline(&timeline, language).unwrap()))
            .section(evil, &Markup::list([evil]).then(&Markup::heading(evil)))
            .to_html();
        assert!(!page.contains("<script"), "{language:?}");
        let document = parse(&page);
        assert!(document.descendants().all(|n| n.tag_name().name() != "script"));
        let title = document.descendants().find(|n| n.tag_name().name() == "h1").unwrap();
        assert_eq!(title.text(), Some("<script>alert(\"1\")</script>&'\u{fffd}"));
    }
}

#[test]
fn a_page_needs_nothing_but_itself() {
    let calendar = Calendar::vietnam().unwrap();
    let page = Page::new("Lịch", Language::Vietnamese)
        .section("Năm", &svg::months(&calendar, 2026, Language::Vietnamese).unwrap())
        .section("Tranh", &svg::year_calendar(&calendar, 2026, Language::Vietnamese).unwrap())
        .to_html();
    let document = parse(&page);
    assert_eq!(document.root_element().attribute("lang"), Some("vi"));
    for node in document.descendants() {
        for attribute in node.attributes() {
            let outside = attribute.value().contains("//");
            assert!(!outside, "{}", attribute.value());
        }
    }
    assert!(!page.contains("url(") && !page.contains("@import"));
}
