//! The facts of the calendar: every day of the official notices, and the law against the notices.
//!
//! `facts_of_the_data_file` is the check that `core/docs/DATA.md` asks for after a change of
//! `core/data/days_off.json`.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "a test may stop with a panic"
)]
#![expect(clippy::print_stdout, reason = "what a test did not run, and what it found, is told")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use motcua::calendar::{
    Calendar, CalendarBuilder, Certainty, DayHours, DayKind, Holiday, LunarDate, MakeUpDay,
    NationalDay, Notice, OffDay, OffReason, Session, TetSplit, WeekHours, parse_date,
};
use motcua::chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

#[derive(Deserialize)]
struct Document {
    years: Vec<Year>,
}

#[derive(Clone, Deserialize)]
struct Year {
    year: i16,
    status: String,
    source: String,
    tet: Option<Tet>,
    national: Option<String>,
    off: Option<Vec<Off>>,
    #[serde(default)]
    make_up: Vec<MakeUp>,
}

#[derive(Clone, Deserialize)]
struct Tet {
    before: u8,
    after: u8,
}

#[derive(Clone, Deserialize)]
struct Off {
    #[serde(deserialize_with = "read_date")]
    date: NaiveDate,
    kind: String,
    #[serde(default, rename = "for", deserialize_with = "read_some_date")]
    exchanged_for: Option<NaiveDate>,
}

#[derive(Clone, Deserialize)]
struct MakeUp {
    #[serde(deserialize_with = "read_date")]
    date: NaiveDate,
    #[serde(rename = "for", deserialize_with = "read_date")]
    pays_for: NaiveDate,
}

fn read_date<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    parse_date(&String::deserialize(from)?).map_err(D::Error::custom)
}

fn read_some_date<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
    read_date(from).map(Some)
}

const DATA: &str = include_str!("../../core/data/days_off.json");

fn data() -> Document {
    serde_json::from_str(DATA).unwrap()
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn made_up(year: i16) -> Notice {
    Notice::new(year, Certainty::Final, "made up")
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

fn session(open: &str, close: &str) -> Session {
    Session::new(open.parse().unwrap(), close.parse().unwrap()).unwrap()
}

fn hours(sessions: &[(&str, &str)]) -> DayHours {
    DayHours::new(sessions.iter().map(|(open, close)| session(open, close))).unwrap()
}

/// The public holiday of a day by its date alone, for days known to be one.
fn holiday_on(date: NaiveDate) -> Holiday {
    let lunar = LunarDate::from_solar(date).unwrap();
    match (date.month(), date.day()) {
        (1, 1) => Holiday::NewYear,
        (4, 30) => Holiday::Reunification,
        (5, 1) => Holiday::Labour,
        (9, _) => Holiday::National,
        (11, 24) => Holiday::Culture,
        _ if (lunar.month(), lunar.day()) == (3, 10) => Holiday::HungKings,
        _ => Holiday::Tet,
    }
}

/// What is wrong with the facts, each fault in a sentence.
fn faults(document: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    let mut fault = |wrong: bool, text: String| {
        if wrong {
            faults.push(text);
        }
    };
    let off = |year: &Year| year.off.clone().unwrap_or_default();
    let all_off: Vec<Off> = document.years.iter().flat_map(off).collect();
    let all_make_up: Vec<&MakeUp> = document.years.iter().flat_map(|y| &y.make_up).collect();
    for (year, next) in document.years.iter().zip(document.years.iter().skip(1)) {
        fault(year.year + 1 != next.year, format!("{} does not follow {}", next.year, year.year));
    }
    for year in &document.years {
        let number = year.year;
        let status = ["final", "provisional"].contains(&year.status.as_str());
        fault(!status, format!("{number} has the status {}", year.status));
        fault(year.source.is_empty(), format!("{number} has no source"));
        fault(
            year.status == "final" && year.off.as_ref().is_none_or(Vec::is_empty),
            format!("{number} is final and lists no day off"),
        );
        if let Some(tet) = &year.tet {
            let days = if number <= 2013 { 4 } else { 5 };
            let sum = tet.before + tet.after;
            fault(sum != days, format!("Tết {number} has {sum} days in place of {days}"));
        }
        let side = year.national.as_deref();
        let known = side.is_none_or(|side| number >= 2021 && ["before", "after"].contains(&side));
        fault(!known, format!("{number} has the national side {side:?}"));
        let off = off(year);
        for (one, next) in off.iter().zip(off.iter().skip(1)) {
            fault(next.date <= one.date, format!("{} stands behind {}", next.date, one.date));
        }
        for day in &off {
            let text = day.date;
            fault(text.year() != i32::from(number), format!("{text} stands under {number}"));
            fault(is_weekend(text), format!("{text} is off but a weekend day"));
            match (day.kind.as_str(), day.exchanged_for) {
                ("in_lieu", Some(holiday)) => {
                    fault(!is_weekend(holiday), format!("{text} is in lieu of a weekday"));
                    let near = holiday < text && text <= holiday + Days::new(7);
                    fault(!near, format!("{text} is in lieu of {holiday}, not just before it"));
                    let times = all_off
                        .iter()
                        .filter(|o| o.kind == "in_lieu" && o.exchanged_for == Some(holiday));
                    fault(times.count() > 1, format!("{holiday} has two days in lieu"));
                }
                ("swap", Some(other)) => {
                    let paired = |m: &MakeUp| m.date == other && m.pays_for == text;
                    let paired = year.make_up.iter().any(paired);
                    fault(!paired, format!("{text} is off against {other}, not listed so"));
                }
                (kind, None) => {
                    let known = Holiday::ALL.iter().any(|holiday| holiday.as_str() == kind);
                    fault(!known, format!("{text} has the kind {kind}"));
                }
                (kind, Some(_)) => fault(true, format!("{text} of kind {kind} is for another day")),
            }
        }
        for made in &year.make_up {
            let text = made.date;
            fault(!is_weekend(text), format!("{text} is a make-up day but no weekend day"));
            let near = text.year().abs_diff(number.into()) <= 1;
            fault(!near, format!("{text} stands under {number}"));
            let clash = all_off.iter().any(|off| off.date == text);
            fault(clash, format!("{text} is a make-up day and off"));
            let times = all_make_up.iter().filter(|other| other.date == text).count();
            fault(times > 1, format!("{text} is a make-up day twice"));
            let paired = |off: &Off| {
                off.date == made.pays_for && off.kind == "swap" && off.exchanged_for == Some(text)
            };
            let paired = off.iter().any(paired);
            fault(!paired, format!("{text} pays for {}, not listed so", made.pays_for));
        }
    }
    faults
}

#[test]
fn facts_of_the_data_file() {
    let document = data();
    let faults = faults(&document);
    assert!(faults.is_empty(), "core/data/days_off.json:\n{}", faults.join("\n"));
    Calendar::vietnam().unwrap();
    let years: Vec<i16> = document.years.iter().map(|year| year.year).collect();
    assert_eq!(Notice::built_in().iter().map(Notice::year).collect::<Vec<_>>(), years);
    let finals = document.years.iter().filter(|year| year.status == "final").count();
    let off: usize = document.years.iter().filter_map(|y| y.off.as_ref()).map(Vec::len).sum();
    let make_up: usize = document.years.iter().map(|year| year.make_up.len()).sum();
    println!("{finals} final years, {off} weekdays off, {make_up} make-up days");
}

#[test]
fn the_check_of_the_data_file_sees_faults() {
    for (right, wrong, told) in [
        (r#""date": "2026-01-02", "kind""#, r#""date": "2026-01-03", "kind""#, "a weekend day"),
        (r#""date": "2026-08-22", "for""#, r#""date": "2026-08-21", "for""#, "no weekend day"),
        (r#""date": "2026-08-22", "for""#, r#""date": "2026-01-10", "for""#, "day twice"),
        (
            r#""kind": "in_lieu", "for": "2026-04-26""#,
            r#""kind": "in_lieu", "for": "2026-04-24""#,
            "in lieu of a weekday",
        ),
        (r#""kind": "culture""#, r#""kind": "cultur""#, "the kind cultur"),
        (r#""date": "2025-09-02""#, r#""date": "2025-09-01""#, "stands behind"),
        // As it is it has none.
        ("", "", ""),
        (r#"{"before": 2, "after": 3}"#, r#"{"before": 2, "after": 2}"#, "in place of 5"),
        (r#""year": 2027"#, r#""year": 2028"#, "does not follow"),
    ] {
        let text = DATA.replacen(right, wrong, 1);
        let faults = faults(&serde_json::from_str(&text).unwrap());
        let found = faults.iter().any(|fault| fault.contains(told));
        assert_eq!(found, !told.is_empty(), "{wrong}: {faults:?}");
    }
}

/// Sets every day from 2010 to the last final year against the lists of days off and make-up
/// days.
fn walk(calendar: &Calendar, years: &[Year]) -> usize {
    let off: BTreeMap<NaiveDate, &Off> =
        years.iter().flat_map(|y| y.off.iter().flatten()).map(|off| (off.date, off)).collect();
    let make_up: BTreeMap<NaiveDate, NaiveDate> =
        years.iter().flat_map(|y| &y.make_up).map(|made| (made.date, made.pays_for)).collect();
    // A weekend day is a public holiday just when another day is off in lieu of it.
    let replaced: BTreeSet<NaiveDate> = off
        .values()
        .filter(|off| off.kind == "in_lieu")
        .filter_map(|off| off.exchanged_for)
        .collect();
    let finals = years.iter().filter(|year| year.status == "final");
    let last = finals.map(|year| i32::from(year.year)).max().unwrap();
    let mut walked = 0;
    for date in date(2010, 1, 1).iter_days().take_while(|date| date.year() <= last) {
        let found = calendar.day(date).unwrap();
        let (kind, holiday, other) = match (off.get(&date), make_up.get(&date)) {
            (Some(_), Some(_)) => (None, None, None),
            (None, Some(pays_for)) => (Some(DayKind::MakeUp), None, Some(*pays_for)),
            (Some(off), None) => match off.kind.as_str() {
                "in_lieu" => (Some(DayKind::InLieu), None, off.exchanged_for),
                "swap" => (Some(DayKind::SwappedOff), None, off.exchanged_for),
                name => {
                    let holiday = Holiday::ALL.into_iter().find(|h| h.as_str() == name);
                    assert_eq!(holiday, Some(holiday_on(date)), "{date}");
                    (Some(DayKind::Holiday), holiday, None)
                }
            },
            (None, None) if replaced.contains(&date) => {
                (Some(DayKind::Holiday), Some(holiday_on(date)), None)
            }
            (None, None) if is_weekend(date) => (Some(DayKind::Weekend), None, None),
            (None, None) => (Some(DayKind::Working), None, None),
        };
        assert_eq!(Some(found.kind), kind, "{date}");
        assert_eq!(found.holiday, holiday, "{date}");
        assert_eq!(found.exchanged_for, other, "{date}");
        let working =
            !off.contains_key(&date) && (!is_weekend(date) || make_up.contains_key(&date));
        assert_eq!(found.is_working(), working, "{date}");
        assert_eq!(calendar.is_working(date), Ok(working), "{date}");
        assert_eq!(found.hours.is_closed(), !working, "{date}");
        assert_eq!(found.certainty, Certainty::Final, "{date}");
        assert!(found.verified, "{date}");
        walked += 1;
    }
    walked
}

#[test]
fn every_day_is_as_the_data_file_has_it() {
    // From 2010 to 2026 these are 6,209 days.
    assert!(walk(&Calendar::vietnam().unwrap(), &data().years) >= 6_209);
}

#[test]
fn every_day_is_as_the_list_it_was_carried_from_has_it() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/days_off.json");
    let Ok(text) = fs::read_to_string(path) else {
        println!("not run: the list of days off beside the workspace is not there");
        return;
    };
    let mut document: Document = serde_json::from_str(&text).unwrap();
    // A swap of 2010 that the list lacks; the data file has its source.
    let (friday, saturday) = (date(2010, 9, 3), date(2010, 9, 11));
    let year = document.years.iter_mut().find(|year| year.year == 2010).unwrap();
    let swapped = Off { date: friday, kind: "swap".into(), exchanged_for: Some(saturday) };
    year.off.get_or_insert_default().push(swapped);
    year.make_up.push(MakeUp { date: saturday, pays_for: friday });
    let walked = walk(&Calendar::vietnam().unwrap(), &document.years);
    assert!(walked >= 6_209);
    println!("{walked} days walked");
}

fn notice_by_law(year: &Year, choices: bool) -> Notice {
    let mut notice = Notice::new(year.year, Certainty::Provisional, "by law");
    if let Some(tet) = year.tet.as_ref().filter(|_| choices) {
        notice = notice.tet(TetSplit { before: tet.before, after: tet.after });
    }
    match year.national.as_deref().filter(|_| choices) {
        Some("before") => notice.national(NationalDay::Before),
        Some("after") => notice.national(NationalDay::After),
        _ => notice,
    }
}

fn by_law(years: &[Year], choices: bool) -> Calendar {
    let notices = years.iter().map(|year| notice_by_law(year, choices));
    notices.fold(Calendar::builder(), CalendarBuilder::notice).build().unwrap()
}

/// What a weekday off is, the holiday it keeps, and the one it is in lieu of.
type Found = (DayKind, Option<Holiday>, Option<NaiveDate>);

#[test]
fn the_law_gives_the_lists_of_the_notices_but_for_the_swaps() {
    let years = data().years;
    let calendar = by_law(&years, true);
    let (mut compared, mut other_for) = (0, Vec::new());
    for year in years.iter().filter(|year| year.status == "final") {
        let listed: BTreeMap<NaiveDate, Found> = year
            .off
            .iter()
            .flatten()
            .filter(|off| off.kind != "swap")
            .map(|off| match Holiday::ALL.into_iter().find(|h| h.as_str() == off.kind) {
                Some(holiday) => (off.date, (DayKind::Holiday, Some(holiday), None)),
                None => (off.date, (DayKind::InLieu, None, off.exchanged_for)),
            })
            .collect();
        let number = i32::from(year.year);
        let found: BTreeMap<_, _> = calendar
            .days(date(number, 1, 1), date(number, 12, 31))
            .unwrap()
            .filter(|day| !day.is_working() && !is_weekend(day.date))
            .map(|day| (day.date, (day.kind, day.holiday, day.exchanged_for)))
            .collect();
        if year.year <= 2026 {
            compared += found.len();
        }
        let kinds = |days: &BTreeMap<NaiveDate, Found>| -> Vec<_> {
            days.iter().map(|(date, (kind, holiday, _))| (*date, *kind, *holiday)).collect()
        };
        assert_eq!(kinds(&found), kinds(&listed), "{number}");
        // By the rule the n-th holiday on a weekend has the n-th day in lieu.
        for (date, (.., holiday)) in found {
            let named = listed.get(&date).unwrap().2;
            if named != holiday {
                other_for.push(format!("{date}: {} for {}", named.unwrap(), holiday.unwrap()));
            }
        }
    }
    println!("days in lieu named for another holiday than by the rule: {other_for:?}");
    // The list of 2016 names the two the other way round; the days off are the same either way.
    let known = ["2016-02-11: 2016-02-07 for 2016-02-06", "2016-02-12: 2016-02-06 for 2016-02-07"];
    assert_eq!(other_for, known);
    assert_eq!(compared, 173);
}

#[test]
fn what_is_projected_would_have_been_right_in_all_years_but_2014() {
    let years: Vec<Year> = data().years.into_iter().filter(|year| year.year <= 2026).collect();
    let (chosen, projected) = (by_law(&years, true), by_law(&years, false));
    let mut wrong = BTreeSet::new();
    for date in date(2010, 1, 1).iter_days().take_while(|date| date.year() <= 2026) {
        let (chosen, projected) = (chosen.day(date).unwrap(), projected.day(date).unwrap());
        if (chosen.kind, chosen.holiday) != (projected.kind, projected.holiday) {
            wrong.insert(date.year());
        }
    }
    assert_eq!(wrong, BTreeSet::from([2014]));
    let split = |before| {
        let of = |year: &&Year| year.year >= 2014 && year.tet.as_ref().unwrap().before == before;
        years.iter().filter(of).map(|year| year.year).collect::<Vec<_>>()
    };
    assert_eq!(split(1), [2014, 2019, 2022, 2026]);
    assert_eq!(split(2), [2015, 2016, 2017, 2018, 2020, 2021, 2023, 2024, 2025]);
}

#[test]
fn a_notice_without_its_choices_shows_them_in_its_list() {
    let calendar = Calendar::vietnam().unwrap();
    let mut builder = Calendar::builder();
    for year in data().years.iter().filter(|year| year.status == "final") {
        let mut notice = Notice::new(year.year, Certainty::Final, year.source.clone());
        for off in year.off.iter().flatten() {
            let reason = match (off.kind.as_str(), off.exchanged_for) {
                ("in_lieu", holiday) => OffReason::InLieu(holiday),
                ("swap", other) => OffReason::Swap(other.unwrap()),
                (name, _) => OffReason::Holiday(
                    Holiday::ALL.into_iter().find(|holiday| holiday.as_str() == name).unwrap(),
                ),
            };
            notice = notice.day(OffDay { date: off.date, reason });
        }
        for made in &year.make_up {
            let (date, pays_for) = (made.date, made.pays_for);
            notice = notice.make_up(MakeUpDay { date, pays_for, verified: true });
        }
        builder = builder.notice(notice);
    }
    let bare = builder.build().unwrap();
    for date in date(2010, 1, 1).iter_days().take_while(|date| date.year() <= 2026) {
        assert_eq!(bare.day(date).unwrap(), calendar.day(date).unwrap());
    }
}

/// Where the choices decide over a Saturday they matter to an office that works on it.
#[test]
fn the_list_of_a_notice_settles_its_saturdays() {
    let week = WeekHours::standard().unwrap().with(Weekday::Sat, hours(&[("07:30", "11:30")]));
    let with =
        |notice: Notice| Calendar::builder().hours(week.clone()).notice(notice).build().unwrap();
    let kind = |calendar: &Calendar, text| calendar.day(day(text)).unwrap().kind;
    // Tết 2033 is on Monday 31 January: by 2 + 3 its first day is Saturday the 29th.
    let days = ["2033-01-31", "2033-02-01", "2033-02-02"];
    let tet = |notice: Notice, days: &[&str]| {
        days.iter().fold(notice, |notice, text| notice.off(day(text), Holiday::Tet))
    };
    let two = tet(made_up(2033), &days)
        .in_lieu(day("2033-02-03"), day("2033-01-29"))
        .in_lieu(day("2033-02-04"), day("2033-01-30"));
    assert_eq!(kind(&with(two), "2033-01-29"), DayKind::Holiday);
    let one = tet(made_up(2033), &days)
        .off(day("2033-02-03"), Holiday::Tet)
        .in_lieu(day("2033-02-04"), day("2033-01-30"));
    let calendar = with(one);
    assert_eq!(kind(&calendar, "2033-01-29"), DayKind::Working);
    assert_eq!(kind(&calendar, "2033-01-30"), DayKind::Holiday);
    // 2 September 2029 is a Sunday, with the Saturday before it or the Monday after it.
    let after = made_up(2029)
        .off(day("2029-09-03"), Holiday::National)
        .in_lieu(day("2029-09-04"), day("2029-09-02"));
    assert_eq!(kind(&with(after), "2029-09-01"), DayKind::Working);
    let before = made_up(2029)
        .in_lieu(day("2029-09-03"), day("2029-09-01"))
        .in_lieu(day("2029-09-04"), day("2029-09-02"));
    assert_eq!(kind(&with(before), "2029-09-01"), DayKind::Holiday);
}

#[test]
fn the_calendar_says_how_far_it_knows() {
    let calendar = Calendar::vietnam().unwrap();
    assert_eq!(calendar.coverage(), date(2000, 1, 1)..=date(2050, 12, 31));
    let listed: BTreeMap<i32, Certainty> = data()
        .years
        .iter()
        .map(|year| match year.status.as_str() {
            "final" => (year.year.into(), Certainty::Final),
            _ => (year.year.into(), Certainty::Provisional),
        })
        .collect();
    assert!((2010..=2026).all(|year| listed.get(&year) == Some(&Certainty::Final)));
    assert!(!listed.contains_key(&2009) && listed.contains_key(&2027));
    for year in 2000..=2050 {
        let (first, last) = (date(year, 1, 1), date(year, 12, 31));
        let expected = listed.get(&year).copied().unwrap_or(Certainty::Projected);
        assert_eq!(calendar.certainty(first, last), expected, "{year}");
        assert_eq!(calendar.certainty(last, first), expected, "{year}, the ends turned");
        assert_eq!(calendar.day(last).unwrap().certainty, expected, "{year}");
        let (source, note) = calendar.notice_of(i16::try_from(year).unwrap()).unwrap();
        assert!(!source.is_empty());
        assert!(note.is_none_or(|note| !note.is_empty()));
    }
    let spans = [
        ((2010, 2026), Certainty::Final),
        ((2026, 2050), Certainty::Projected),
        ((2009, 2010), Certainty::Projected),
        ((1999, 1999), Certainty::Projected),
        ((2051, 2051), Certainty::Projected),
    ];
    let calendar = Calendar::builder()
        .notice(Notice::new(2027, Certainty::Provisional, "made up"))
        .build()
        .unwrap();
    let next = calendar.certainty(date(2026, 12, 31), date(2027, 1, 1));
    assert_eq!(next, Certainty::Provisional);
    for ((from, to), expected) in spans {
        assert_eq!(calendar.certainty(date(from, 6, 1), date(to, 6, 1)), expected, "{from}-{to}");
    }
    assert_eq!(calendar.notice_of(1999), None);
    assert_eq!(calendar.notice_of(2051), None);
    assert_eq!(calendar.notice_of(2008).unwrap().0, "Điều 73 BLLĐ 1994");
    assert_eq!(calendar.notice_of(2030).unwrap().0, "khoản 1 Điều 112 BLLĐ 2019");
}

/// The weekdays off in a year with the holiday or the kind of each.
fn weekdays_off(calendar: &Calendar, year: i32) -> Vec<(u32, u32, &'static str)> {
    let days = calendar.days(date(year, 1, 1), date(year, 12, 31)).unwrap();
    days.filter(|day| !is_weekend(day.date) && !day.is_working())
        .map(|day| {
            let name = day.holiday.map_or(day.kind.as_str(), Holiday::as_str);
            (day.date.day(), day.date.month(), name)
        })
        .collect()
}

#[test]
fn the_days_of_a_year_without_a_notice_are_those_of_the_law() {
    let calendar = Calendar::builder()
        .notice(Notice::new(2027, Certainty::Provisional, "no notice seen"))
        .build()
        .unwrap();
    assert_eq!(
        weekdays_off(&calendar, 2027),
        [
            (1, 1, "new_year"),
            // Tết is on Saturday 6 February: Thursday to Monday by 2 + 3, two days in lieu.
            (4, 2, "tet"),
            (5, 2, "tet"),
            (8, 2, "tet"),
            (9, 2, "in_lieu"),
            (10, 2, "in_lieu"),
            (16, 4, "hung_kings"),
            (30, 4, "reunification"),
            (3, 5, "in_lieu"),
            (2, 9, "national"),
            (3, 9, "national"),
            (24, 11, "culture"),
        ]
    );
    let make_up = |year| {
        let days = calendar.days(date(year, 1, 1), date(year, 12, 31)).unwrap();
        days.filter(|day| day.kind == DayKind::MakeUp).count()
    };
    assert_eq!(make_up(2027), 0);
    assert_eq!(make_up(2005), 0);
    // As long as nothing is listed for it, that is what the built-in calendar has.
    let years = data().years;
    if years.iter().any(|year| year.year == 2027 && year.off.is_none()) {
        let built_in = Calendar::vietnam().unwrap();
        assert_eq!(weekdays_off(&built_in, 2027), weekdays_off(&calendar, 2027));
        assert_eq!(built_in.day(date(2027, 2, 5)).unwrap().certainty, Certainty::Provisional);
        assert!(built_in.notice_of(2027).unwrap().1.is_some());
    }
}

#[test]
fn holidays_begin_when_their_law_does() {
    let calendar = Calendar::vietnam().unwrap();
    let on = |year, month, day| calendar.day(date(year, month, day)).unwrap();
    for year in 2000..=2050 {
        let culture = on(year, 11, 24).holiday;
        assert_eq!(culture, (year >= 2026).then_some(Holiday::Culture), "{year}");
        let national = [1, 2, 3].map(|day| on(year, 9, day).holiday.is_some());
        let days = national.into_iter().filter(|off| *off).count();
        assert_eq!(days, if year >= 2021 { 2 } else { 1 }, "{year}");
        assert!(on(year, 9, 2).holiday == Some(Holiday::National), "{year}");
        let number = i16::try_from(year).unwrap();
        let hung_kings = LunarDate::new(number, 3, 10, false).unwrap().to_solar();
        let found = calendar.day(hung_kings).unwrap();
        assert_eq!(found.kind == DayKind::Holiday, year >= 2007, "{hung_kings}");
        let all = calendar.days(date(year, 1, 1), date(year, 12, 31)).unwrap();
        let tet = all.filter(|day| day.holiday == Some(Holiday::Tet)).count();
        assert_eq!(tet, if year <= 2013 { 4 } else { 5 }, "{year}");
    }
    // No two holidays meet: Giỗ Tổ is never as late as 30 April.
    let hung_kings = |year| LunarDate::new(year, 3, 10, false).unwrap().to_solar();
    let latest = (2007..=2050).map(hung_kings).max_by_key(|date| (date.month(), date.day()));
    assert_eq!(latest, Some(date(2042, 4, 29)));
    // Tết 2013 came before the code of 2012, in force from 1 May.
    assert_eq!(on(2013, 2, 13).kind, DayKind::InLieu);
    // No day in lieu of 24 November, unsettled in law: 2029 has it on a Saturday.
    assert_eq!(on(2029, 11, 24).kind, DayKind::Holiday);
    assert_eq!(on(2029, 11, 26).kind, DayKind::Working);
    // Before 2021, 3 September is a day like any other.
    assert_eq!(on(2015, 9, 3).kind, DayKind::Working);
    assert_eq!(
        weekdays_off(&calendar, 2006),
        [
            (2, 1, "in_lieu"),
            (30, 1, "tet"),
            (31, 1, "tet"),
            (1, 2, "in_lieu"),
            (2, 2, "in_lieu"),
            (1, 5, "labour"),
            (2, 5, "in_lieu"),
            (4, 9, "in_lieu"),
        ]
    );
}

#[test]
fn make_up_days_stand_where_they_are_worked() {
    let calendar = Calendar::vietnam().unwrap();
    let on = |text| calendar.day(day(text)).unwrap();
    let sunday = on("2011-01-30");
    assert_eq!(sunday.date.weekday(), Weekday::Sun);
    assert_eq!((sunday.kind, sunday.is_working()), (DayKind::MakeUp, true));
    assert_eq!(sunday.exchanged_for, Some(day("2011-02-01")));
    // In the year before and in the year after that of the notice.
    for (make_up, off) in
        [("2014-12-27", "2015-01-02"), ("2013-01-05", "2012-12-31"), ("2019-01-05", "2018-12-31")]
    {
        assert_eq!(on(make_up).kind, DayKind::MakeUp);
        assert_eq!(on(make_up).exchanged_for, Some(day(off)));
        assert_eq!(on(off).kind, DayKind::SwappedOff);
        assert_eq!(on(off).exchanged_for, Some(day(make_up)));
    }
    let all = calendar.days(date(2000, 1, 1), date(2050, 12, 31)).unwrap();
    let listed: usize = data().years.iter().map(|year| year.make_up.len()).sum();
    assert_eq!(all.filter(|day| day.kind == DayKind::MakeUp).count(), listed);
    assert!(listed >= 21);
    // A new notice for 2015 takes the make-up day in 2014 along.
    let notice =
        Notice::new(2015, Certainty::Final, "made up").off(day("2015-01-01"), Holiday::NewYear);
    let other = Calendar::builder().notice(notice).build().unwrap();
    assert_eq!(other.day(day("2014-12-27")).unwrap().kind, DayKind::Weekend);
    assert_eq!(other.day(day("2015-01-02")).unwrap().kind, DayKind::Working);
    assert_eq!(other.day(day("2014-12-27")).unwrap().certainty, Certainty::Final);
}
