//! Turns the new moons and principal terms at UTC+7 into the table of Vietnamese lunar years.
//!
//! The rules: a month begins on the civil day of its new moon; month 11 is the one that holds the
//! winter solstice (Đông chí); when thirteen months lie between two months 11, the first without
//! a principal term (trung khí) is a leap month and takes the number of the month before it.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::astronomy::{new_moon, principal_term, vietnam_day};

const FIRST_YEAR: i32 = 1967;
const LAST_YEAR: i32 = 2050;
/// Julian Day Number of 1967-01-01, from which the table counts days.
const EPOCH: i32 = 2_439_492;
/// Julian Day Number of the day before the first day of the common era.
const COMMON_ERA: i32 = 1_721_425;

/// A lunar month: its lunar year, number, whether it is a leap month, and its first day.
struct Month {
    year: i32,
    number: i32,
    leap: bool,
    first_day: i32,
}

/// Writes `lunar_table.rs` into the folder.
pub(crate) fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    let months = months()?;
    let mut text = String::new();
    writeln!(text, "/// The first lunar year of [`YEARS`].")?;
    writeln!(text, "const FIRST_YEAR: i32 = {FIRST_YEAR};")?;
    writeln!(text, "/// Days from the common era to 1967-01-01, from which [`YEARS`] counts.")?;
    writeln!(text, "const EPOCH: i32 = {};", EPOCH.saturating_sub(COMMON_ERA))?;
    writeln!(text, "/// A word for each lunar year, read by `Year::unpack`.")?;
    let years = FIRST_YEAR..=LAST_YEAR;
    writeln!(text, "static YEARS: [u32; {}] = [", years.clone().count())?;
    for year in years {
        writeln!(text, "    {:#010x}, // {year}", pack(&months, year)?)?;
    }
    writeln!(text, "];")?;
    fs::write(folder.join("lunar_table.rs"), text)?;
    Ok(())
}

/// All months from month 11 before the first year to the last month before month 11 of the year
/// after the last.
fn months() -> Result<Vec<Month>, Box<dyn Error>> {
    let mut months = Vec::new();
    for year in FIRST_YEAR..=LAST_YEAR.saturating_add(1) {
        let before = month_11(year.saturating_sub(1))?;
        let after = month_11(year)?;
        let has_term = |k: i32| {
            let span = first_day(k)..first_day(k.saturating_add(1));
            near(first_day(k)).any(|n| span.contains(&vietnam_day(principal_term(n)).0))
        };
        let leap = match after.saturating_sub(before) {
            12 => None,
            13 => Some((before..after).find(|&k| !has_term(k)).ok_or("no month without a term")?),
            count => return Err(format!("{count} months before month 11 of {year}").into()),
        };
        for k in before..after {
            let past_leap = leap.is_some_and(|leap| k >= leap);
            // Month 11 itself is at place 0.
            let place = k.saturating_sub(before).saturating_sub(i32::from(past_leap));
            months.push(Month {
                year: if place < 2 { year.saturating_sub(1) } else { year },
                number: place.saturating_add(10).rem_euclid(12).saturating_add(1),
                leap: leap == Some(k),
                first_day: first_day(k),
            });
        }
    }
    Ok(months)
}

/// One lunar year in a word: bit 0-12 a month of 30 days, bit 13-16 the number of the leap month
/// or 0, bit 17-31 the first day counted from the epoch.
fn pack(months: &[Month], year: i32) -> Result<u32, Box<dyn Error>> {
    let mut word = 0_u32;
    let mut expected = 1;
    for (place, pair) in
        months.windows(2).filter(|pair| pair.iter().take(1).all(|m| m.year == year)).enumerate()
    {
        let [month, next] = pair else { continue };
        if place == 0 {
            word |= u32::try_from(month.first_day.saturating_sub(EPOCH))? << 17;
        }
        if month.leap {
            word |= u32::try_from(month.number)? << 13;
            expected = month.number;
        }
        if month.number != expected {
            return Err(format!("month {} stands at place {place} of {year}", month.number).into());
        }
        expected = month.number.saturating_add(1);
        match next.first_day.saturating_sub(month.first_day) {
            29 => {}
            30 => word |= 1_u32.unbounded_shl(u32::try_from(place)?),
            days => return Err(format!("a month of {days} days in {year}").into()),
        }
    }
    if expected != 13 {
        return Err(format!("lunar year {year} has no month {expected}").into());
    }
    Ok(word)
}

/// The number of the new moon that begins month 11 of the year: the last on or before the day of
/// the winter solstice.
fn month_11(year: i32) -> Result<i32, Box<dyn Error>> {
    let years = year.saturating_sub(2000);
    // The winter solstice is term 9 of its year.
    let solstice = vietnam_day(principal_term(years.saturating_mul(12).saturating_add(9))).0;
    #[expect(clippy::cast_possible_truncation, reason = "a whole number below a thousand")]
    let guess = (f64::from(years) * 12.3685 + 12.0).round() as i32;
    (guess.saturating_sub(2)..=guess.saturating_add(2))
        .rfind(|&k| first_day(k) <= solstice)
        .ok_or_else(|| format!("no new moon before the winter solstice of {year}").into())
}

/// The civil day of new moon number `k`.
fn first_day(k: i32) -> i32 {
    vietnam_day(new_moon(k)).0
}

/// The numbers of the principal terms that can fall in the month that begins on a day.
fn near(day: i32) -> std::ops::RangeInclusive<i32> {
    // 2000-03-20, the day of term 0.
    let days = f64::from(day.saturating_sub(2_451_624));
    #[expect(clippy::cast_possible_truncation, reason = "a whole number below a thousand")]
    let n = (days / (365.2422 / 12.0)).floor() as i32;
    n.saturating_sub(1)..=n.saturating_add(2)
}
