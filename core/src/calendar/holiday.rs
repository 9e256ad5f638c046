//! Ngày lễ, tết theo luật — the public holidays by the labour code in force on the date.

use alloc::vec::Vec;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{CalendarError, Holiday, LunarDate, NationalDay, OffDay, OffReason, TetSplit, lunar};
use crate::order::sort_by_key;

/// Days of Tết: four under the code of 1994, five from the code of 2012 on, whose first Tết was
/// that of 2014.
pub(super) const fn tet_days(year: i16) -> u8 {
    if year <= 2013 { 4 } else { 5 }
}

/// How Tết is split in a year without a notice.
///
/// The code of 1994 fixed one day before and three after. From 2014 to 2026 the choice fell on
/// 2 + 3 in nine of thirteen years, and on 1 + 4 whenever that made the five days Monday to
/// Friday (2019, 2022, 2026) and once otherwise (2014), the one year this projects wrongly.
pub(super) fn projected_tet(year: i16, first: NaiveDate) -> TetSplit {
    if tet_days(year) == 4 {
        TetSplit { before: 1, after: 3 }
    } else if first.weekday() == Weekday::Tue {
        TetSplit { before: 1, after: 4 }
    } else {
        TetSplit { before: 2, after: 3 }
    }
}

/// The side of the second day of Quốc khánh in a year without a notice: the weekday that joins the
/// two days to a weekend, and on a Wednesday, when neither does, the day before. Right for
/// 2021-2026.
pub(super) fn projected_national(year: i16) -> NationalDay {
    match NaiveDate::from_ymd_opt(year.into(), 9, 2).map(|date| date.weekday()) {
        Some(Weekday::Thu | Weekday::Sun | Weekday::Mon) => NationalDay::After,
        _ => NationalDay::Before,
    }
}

/// The split of Tết that a list of days off shows: the days that hold just the weekdays kept as
/// Tết. Which weekdays these are settles the weekend days too.
pub(super) fn listed_tet(year: i16, off: &[OffDay]) -> Option<TetSplit> {
    let first = lunar::new_year(year).ok()?;
    let listed = |date| off.contains(&OffDay { date, reason: OffReason::Holiday(Holiday::Tet) });
    let all = off.iter().filter(|day| day.reason == OffReason::Holiday(Holiday::Tet)).count();
    let length = tet_days(year);
    (0..=length).find_map(|before| {
        let eve = first.checked_sub_days(Days::new(before.into()))?;
        let mut weekdays = days_from(eve, length).filter(|date| !is_weekend(*date));
        let just_these = weekdays.clone().count() == all && weekdays.all(listed);
        just_these.then_some(TetSplit { before, after: length.saturating_sub(before) })
    })
}

/// The side of the second day of Quốc khánh that a list of days off shows: the one that is kept
/// if it is a weekday.
pub(super) fn listed_national(year: i16, off: &[OffDay]) -> Option<NationalDay> {
    let shown = |side: &NationalDay| {
        let date = NaiveDate::from_ymd_opt(year.into(), 9, side.day());
        let kept =
            |date| off.contains(&OffDay { date, reason: OffReason::Holiday(Holiday::National) });
        date.is_some_and(|date| is_weekend(date) || kept(date))
    };
    // On Saturday and Sunday both can be shown; the rule then picks the weekday's side.
    let by_rule = projected_national(year);
    let other = match by_rule {
        NationalDay::Before => NationalDay::After,
        NationalDay::After => NationalDay::Before,
    };
    [by_rule, other].into_iter().find(shown)
}

/// All public holidays of a year in the order of their dates, on whatever weekday they fall. No
/// two meet on a day: from 2007 to 2050 Giỗ Tổ is before 30 April.
pub(super) fn public_holidays(
    year: i16,
    tet: Option<TetSplit>,
    national: Option<NationalDay>,
) -> Result<Vec<(NaiveDate, Holiday)>, CalendarError> {
    let mut days = Vec::with_capacity(12);
    let mut add = |month, day, holiday| {
        days.extend(NaiveDate::from_ymd_opt(year.into(), month, day).map(|date| (date, holiday)));
    };
    add(1, 1, Holiday::NewYear);
    add(4, 30, Holiday::Reunification);
    add(5, 1, Holiday::Labour);
    add(9, 2, Holiday::National);
    // The second day came with the code of 2019, in force from 2021.
    if year >= 2021 {
        let side = national.unwrap_or_else(|| projected_national(year));
        add(9, side.day(), Holiday::National);
    }
    // NQ 28/2026/QH16 art. 2, in force from 1 July 2026.
    if year >= 2026 {
        add(11, 24, Holiday::Culture);
    }
    let first = lunar::new_year(year)?;
    let split = tet.unwrap_or_else(|| projected_tet(year, first));
    if let Some(eve) = first.checked_sub_days(Days::new(split.before.into())) {
        let length = split.before.saturating_add(split.after);
        for date in days_from(eve, length) {
            days.push((date, Holiday::Tet));
        }
    }
    // Law 84/2007/QH11 added it in April 2007, before that year's tenth of the third month.
    if year >= 2007 {
        days.push((LunarDate::new(year, 3, 10, false)?.to_solar(), Holiday::HungKings));
    }
    sort_by_key(&mut days, |day| *day);
    Ok(days)
}

/// The given number of days, beginning with `first`.
fn days_from(first: NaiveDate, length: u8) -> impl Iterator<Item = NaiveDate> + Clone {
    (0..length).filter_map(move |day| first.checked_add_days(Days::new(day.into())))
}

pub(super) fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Ngày nghỉ bù — the days off in lieu of holidays on a weekend: the next working day that is
/// not itself taken, in the order of the holidays.
///
/// 24 November is left out: the resolution that made it a day off is not part of art. 112.1 of
/// the labour code, to which the rule of art. 111.3 refers (unsettled; see `docs/RULES.md`).
pub(super) fn days_in_lieu(holidays: &[(NaiveDate, Holiday)]) -> Vec<(NaiveDate, NaiveDate)> {
    let mut given: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for &(holiday, name) in holidays {
        if !is_weekend(holiday) || name == Holiday::Culture {
            continue;
        }
        let free = |date: &NaiveDate| {
            !is_weekend(*date)
                && !holidays.iter().any(|(other, _)| other == date)
                && !given.iter().any(|(other, _)| other == date)
        };
        if let Some(date) = holiday.iter_days().find(free) {
            given.push((date, holiday));
        }
    }
    given
}
