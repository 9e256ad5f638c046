//! The lunar calendar: its astronomy against published moments, the rules against a second
//! reading of them, and the table against published dates.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "a test may stop with a panic"
)]
#![expect(clippy::print_stdout, reason = "the closest cases are shown when a test fails")]

#[path = "../../core/build/astronomy.rs"]
mod astronomy;

use std::collections::BTreeMap;

use astronomy::{
    delta_t, new_moon, nutation_in_longitude, principal_term, solar_longitude, vietnam_day,
};
use motcua::calendar::{CalendarError, LunarDate, new_year};
use motcua::chrono::{Datelike, Days, NaiveDate};
use motcua::{Error, ErrorKind};

/// How far a moment may be off in seconds: 20 for the new moon, 20 for Delta T.
const MOMENT_ERROR: f64 = 40.0;

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The Julian Ephemeris Day of a clock reading in Terrestrial Time.
fn terrestrial(
    (year, month, day): (i32, u32, u32),
    (hour, minute, second): (u32, u32, u32),
) -> f64 {
    let seconds = hour * 3_600 + minute * 60 + second;
    f64::from(julian_day_number(date(year, month, day))) - 0.5 + f64::from(seconds) / 86_400.0
}

fn julian_day_number(date: NaiveDate) -> i32 {
    date.num_days_from_ce() + 1_721_425
}

fn solar_day(julian_day_number: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(julian_day_number - 1_721_425).unwrap()
}

/// The days that the calendar covers.
fn covered() -> impl Iterator<Item = NaiveDate> {
    date(1968, 1, 1).iter_days().take_while(|day| *day <= date(2051, 2, 10))
}

#[test]
fn worked_examples_of_the_source() {
    // Meeus, example 49.a: the new moon of February 1977.
    assert!((new_moon(-283) - 2_443_192.651_18).abs() < 0.000_01);
    // Example 22.a: nutation on 1987-04-10.
    assert!((nutation_in_longitude(2_446_895.5) - -3.788).abs() < 0.01);
    // Example 25.b: the Sun on 1992-10-13 at 199 degrees 54' 21.8".
    let expected = 199.0 + 54.0 / 60.0 + 21.8 / 3_600.0;
    assert!((solar_longitude(2_448_908.5) - expected).abs() < 0.4 / 3_600.0);
    // Example 27.b: the June solstice of 1962.
    let moment = principal_term(12 * (1962 - 2000) + 3);
    assert!(((moment - terrestrial((1962, 6, 21), (21, 24, 42))) * 86_400.0).abs() < 10.0);
}

#[test]
fn published_equinoxes_and_solstices() {
    // Meeus, table 27.E, Terrestrial Time to the second.
    let published = [
        ((1996, 3, 20), (8, 4, 7)),
        ((1996, 6, 21), (2, 24, 46)),
        ((1996, 9, 22), (18, 1, 8)),
        ((1996, 12, 21), (14, 6, 56)),
        ((1997, 3, 20), (13, 55, 42)),
        ((1997, 6, 21), (8, 20, 59)),
        ((1997, 9, 22), (23, 56, 49)),
        ((1997, 12, 21), (20, 8, 5)),
        ((2000, 3, 20), (7, 36, 19)),
        ((2000, 6, 21), (1, 48, 46)),
        ((2000, 9, 22), (17, 28, 40)),
        ((2000, 12, 21), (13, 38, 30)),
        ((2005, 3, 20), (12, 34, 29)),
        ((2005, 6, 21), (6, 47, 12)),
        ((2005, 9, 22), (22, 24, 14)),
        ((2005, 12, 21), (18, 36, 1)),
    ];
    for (day, clock) in published {
        let (year, month, _) = day;
        let n = 12 * (year - 2000) + i32::try_from(month).unwrap() - 3;
        let seconds = (principal_term(n) - terrestrial(day, clock)) * 86_400.0;
        assert!(seconds.abs() < 10.0, "{day:?}: off by {seconds:.1} s");
    }
}

#[test]
fn published_new_moons() {
    // Universal Time to the minute, as printed in almanacs.
    let published = [
        (0, (2000, 1, 6), (18, 14)),
        (1, (2000, 2, 5), (13, 3)),
        (2, (2000, 3, 6), (5, 17)),
        (3, (2000, 4, 4), (18, 12)),
        (4, (2000, 5, 4), (4, 12)),
        (5, (2000, 6, 2), (12, 14)),
        (6, (2000, 7, 1), (19, 20)),
        (7, (2000, 7, 31), (2, 25)),
    ];
    for (k, day, (hour, minute)) in published {
        let moment = new_moon(k);
        let seconds = (moment - terrestrial(day, (hour, minute, 0))) * 86_400.0 - delta_t(moment);
        assert!(seconds.abs() < 50.0, "{day:?}: off by {seconds:.1} s");
    }
}

#[test]
fn delta_t_is_as_observed() {
    for (year, seconds) in [(1968, 38.3), (1977, 47.5), (1998, 63.0), (2007, 65.1), (2017, 68.6)] {
        let moment = terrestrial((year, 1, 1), (0, 0, 0));
        assert!((delta_t(moment) - seconds).abs() < 0.7, "{year}: {}", delta_t(moment));
    }
}

/// Seconds from the nearest midnight of Vietnam, positive after it.
fn from_midnight(seconds: f64) -> f64 {
    if seconds > 43_200.0 { seconds - 86_400.0 } else { seconds }
}

#[test]
fn no_new_moon_is_near_midnight() {
    let mut nearest: Vec<(f64, NaiveDate)> = (-403..640)
        .map(|k| {
            let (day, seconds) = vietnam_day(new_moon(k));
            (from_midnight(seconds), solar_day(day))
        })
        .filter(|(_, day)| (1967..=2051).contains(&day.year()))
        .collect();
    nearest.sort_by(|a, b| a.0.abs().total_cmp(&b.0.abs()));
    for (seconds, day) in &nearest[..6] {
        println!("new moon on {day}: {seconds:+.0} s from midnight");
    }
    // The month of 1967-07-07 lies before the first day covered.
    assert_eq!(nearest[0].1, date(1967, 7, 7));
    assert_eq!(nearest[1].1, date(1998, 9, 21));
    assert!((nearest[1].0 - 92.0).abs() < 20.0);
    assert!(nearest[1..].iter().all(|(seconds, _)| seconds.abs() > 2.0 * MOMENT_ERROR));
}

#[test]
fn no_principal_term_is_near_a_midnight_that_matters() {
    let firsts: Vec<i32> = (-410..640).map(|k| vietnam_day(new_moon(k)).0).collect();
    let mut nearest = Vec::new();
    for n in -400..620 {
        let (day, seconds) = vietnam_day(principal_term(n));
        let seconds = from_midnight(seconds);
        // The midnight nearest to the term is the beginning of this day; a term on the other side
        // of it is in another month only if a month begins with it.
        let midnight = if seconds < 0.0 { day + 1 } else { day };
        let solar = solar_day(day);
        if (1967..=2051).contains(&solar.year()) && firsts.binary_search(&midnight).is_ok() {
            nearest.push((seconds, solar, n.rem_euclid(12) * 30));
        }
    }
    nearest.sort_by(|a, b| a.0.abs().total_cmp(&b.0.abs()));
    for (seconds, day, longitude) in &nearest[..6] {
        println!("term {longitude} on {day}: {seconds:+.0} s from the midnight a month begins");
    }
    assert_eq!(nearest[0].1, date(2033, 9, 22));
    assert!(nearest.iter().all(|(seconds, ..)| seconds.abs() > 2.0 * MOMENT_ERROR));
}

#[test]
fn tet_of_each_published_year() {
    let published = [
        (1968, 1, 29),
        (1969, 2, 16),
        (1985, 1, 21),
        (2007, 2, 17),
        (2010, 2, 14),
        (2011, 2, 3),
        (2012, 1, 23),
        (2013, 2, 10),
        (2014, 1, 31),
        (2015, 2, 19),
        (2016, 2, 8),
        (2017, 1, 28),
        (2018, 2, 16),
        (2019, 2, 5),
        (2020, 1, 25),
        (2021, 2, 12),
        (2022, 2, 1),
        (2023, 1, 22),
        (2024, 2, 10),
        (2025, 1, 29),
        (2026, 2, 17),
        (2027, 2, 6),
        (2028, 1, 26),
        (2029, 2, 13),
        (2030, 2, 2),
        (2031, 1, 23),
    ];
    for (year, month, day) in published {
        assert_eq!(new_year(year).unwrap(), date(i32::from(year), month, day));
    }
}

#[test]
fn commemoration_of_the_hung_kings_of_each_published_year() {
    let published = [
        (2010, 4, 23),
        (2011, 4, 12),
        (2012, 3, 31),
        (2013, 4, 19),
        (2014, 4, 9),
        (2015, 4, 28),
        (2016, 4, 16),
        (2017, 4, 6),
        (2018, 4, 25),
        (2019, 4, 14),
        (2020, 4, 2),
        (2021, 4, 21),
        (2022, 4, 10),
        (2023, 4, 29),
        (2024, 4, 18),
        (2025, 4, 7),
        (2026, 4, 26),
        (2027, 4, 16),
        (2028, 4, 4),
        (2029, 4, 23),
        (2030, 4, 12),
        (2031, 4, 1),
    ];
    for (year, month, day) in published {
        let lunar = LunarDate::new(year, 3, 10, false).unwrap();
        assert_eq!(lunar.to_solar(), date(i32::from(year), month, day));
    }
}

#[test]
fn leap_months_of_all_years() {
    let published = BTreeMap::from([
        (1968, 7),
        (1971, 5),
        (1974, 4),
        (1976, 8),
        (1979, 6),
        (1982, 4),
        (1985, 2),
        (1987, 7),
        (1990, 5),
        (1993, 3),
        (1995, 8),
        (1998, 5),
        (2001, 4),
        (2004, 2),
        (2006, 7),
        (2009, 5),
        (2012, 4),
        (2014, 9),
        (2017, 6),
        (2020, 4),
        (2023, 2),
        (2025, 6),
        (2028, 5),
        (2031, 3),
        // It runs from 2033-12-22 to 2034-01-19, so some lists carry it under 2034.
        (2033, 11),
        (2036, 6),
        (2039, 5),
        (2042, 2),
        (2044, 7),
        (2047, 5),
        (2050, 3),
    ]);
    for year in 1968..=2050 {
        let leap: Vec<u8> =
            (1..=12).filter(|&month| LunarDate::new(year, month, 1, true).is_ok()).collect();
        let expected: Vec<u8> = published.get(&year).copied().into_iter().collect();
        assert_eq!(leap, expected, "leap month of {year}");
    }
}

#[test]
fn dates_named_in_official_notices() {
    let pairs = [
        (date(2025, 1, 25), (2024, 12, 26)),
        (date(2025, 2, 2), (2025, 1, 5)),
        (date(2026, 2, 14), (2025, 12, 27)),
        (date(2026, 2, 22), (2026, 1, 6)),
    ];
    for (solar, (year, month, day)) in pairs {
        let lunar = LunarDate::from_solar(solar).unwrap();
        assert_eq!(lunar, LunarDate::new(year, month, day, false).unwrap());
        assert_eq!(lunar.to_solar(), solar);
        assert_eq!((LunarDate::try_from(solar), NaiveDate::from(lunar)), (Ok(lunar), solar));
    }
}

#[test]
fn every_day_follows_the_one_before() {
    let mut before: Option<LunarDate> = None;
    let mut days = 0;
    for solar in covered() {
        let lunar = LunarDate::from_solar(solar).unwrap();
        assert_eq!(lunar.to_solar(), solar);
        let again = LunarDate::new(lunar.year(), lunar.month(), lunar.day(), lunar.is_leap());
        assert_eq!(again.unwrap(), lunar);
        if let Some(before) = before {
            assert!(before < lunar, "{before} is not before {lunar}");
            if lunar.day() == 1 {
                assert!((29..=30).contains(&before.day()), "{before} ends its month");
                let next = match (before.month(), lunar.is_leap()) {
                    (month, true) => (before.year(), month),
                    (12, false) => (before.year() + 1, 1),
                    (month, false) => (before.year(), month + 1),
                };
                assert_eq!((lunar.year(), lunar.month()), next);
            } else {
                assert_eq!(lunar.day(), before.day() + 1);
                assert_eq!(
                    (lunar.year(), lunar.month(), lunar.is_leap()),
                    (before.year(), before.month(), before.is_leap())
                );
            }
        }
        before = Some(lunar);
        days += 1;
    }
    assert_eq!(days, 30_357);
    assert_eq!(before, Some(LunarDate::LAST));
    assert_eq!(LunarDate::from_solar(date(1968, 1, 1)), Ok(LunarDate::FIRST));
}

#[test]
fn months_begin_with_the_new_moon_and_hold_their_term() {
    let terms: Vec<(i32, i32)> =
        (-400..620).map(|n| (vietnam_day(principal_term(n)).0, n.rem_euclid(12))).collect();
    let firsts: Vec<i32> = (-395..632).map(|k| vietnam_day(new_moon(k)).0).collect();
    for month in firsts.windows(2) {
        let Ok(lunar) = LunarDate::from_solar(solar_day(month[0])) else {
            continue;
        };
        assert_eq!(lunar.day(), 1);
        let held: Vec<i32> = terms
            .iter()
            .filter(|(day, _)| (month[0]..month[1]).contains(day))
            .map(|(_, term)| *term)
            .collect();
        // Month 11 holds the term at 270 degrees, and a leap month holds none.
        if lunar.month() == 11 && !lunar.is_leap() {
            assert!(held.contains(&9), "{lunar} holds the solstice");
        }
        if lunar.is_leap() {
            assert!(held.is_empty(), "{lunar} holds no term");
        }
    }
}

fn kind(error: CalendarError) -> ErrorKind {
    Error::from(error).kind()
}

#[test]
fn days_outside_the_range_are_refused() {
    let outside = [
        date(1967, 12, 31),
        date(2051, 2, 11),
        date(1900, 1, 1),
        date(2100, 1, 1),
        NaiveDate::MIN,
        NaiveDate::MAX,
    ];
    for solar in outside {
        let error = LunarDate::from_solar(solar).unwrap_err();
        assert_eq!(error, CalendarError::LunarOutOfRange { date: solar });
        assert_eq!(kind(error).as_str(), "lunar_out_of_range");
    }
    for year in [i16::MIN, 1966, 1967, 2051, i16::MAX] {
        let error = new_year(year).unwrap_err();
        assert_eq!(error, CalendarError::LunarYearOutOfRange { year });
        assert_eq!(kind(error).number(), 100);
    }
    let error = LunarDate::new(1967, 12, 1, false).unwrap_err();
    assert_eq!(error, CalendarError::LunarOutOfRange { date: date(1967, 12, 31) });
    assert_eq!(LunarDate::new(1967, 12, 2, false), Ok(LunarDate::FIRST));
}

#[test]
fn dates_that_do_not_exist_are_refused() {
    let missing = [
        (2026, 0, 1, false),
        (2026, 13, 1, false),
        (2026, 255, 1, false),
        (2026, 1, 0, false),
        (2026, 1, 31, false),
        (2026, 1, 255, false),
        (2025, 12, 30, false),
        (2026, 6, 1, true),
        (2025, 5, 1, true),
        (2025, 0, 1, true),
    ];
    for (year, month, day, leap) in missing {
        let error = LunarDate::new(year, month, day, leap).unwrap_err();
        assert_eq!(error, CalendarError::NoSuchLunarDate { year, month, day, leap });
        assert_eq!(kind(error).as_str(), "no_such_lunar_date");
    }
}

#[test]
fn json_is_checked_when_read() {
    let lunar = LunarDate::new(2025, 6, 1, true).unwrap();
    let text = serde_json::to_string(&lunar).unwrap();
    assert_eq!(serde_json::from_str::<LunarDate>(&text).unwrap(), lunar);
    let plain = r#"{"year":2026,"month":3,"day":10}"#;
    let lunar: LunarDate = serde_json::from_str(plain).unwrap();
    assert_eq!(lunar.to_solar(), date(2026, 4, 26));
    let missing = r#"{"year":2026,"month":6,"day":1,"leap":true}"#;
    assert!(serde_json::from_str::<LunarDate>(missing).is_err());
}

#[test]
fn tet_is_the_day_after_the_last_of_the_year_before() {
    for year in 1969..=2050 {
        let tet = new_year(year).unwrap();
        let eve = LunarDate::from_solar(tet.checked_sub_days(Days::new(1)).unwrap()).unwrap();
        assert_eq!((eve.year(), eve.month()), (year - 1, 12));
        assert!(matches!((tet.month(), tet.day()), (1, 20..) | (2, ..=20)), "{tet}");
    }
}
