//! The calendar of one office and the questions put to it.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use alloc::{format, vec};
use core::cell::RefCell;
use core::fmt::Display;

use motcua::batch::{Batch, BatchError, NO_DATE, NO_INSTANT};
use motcua::calendar::{CalendarBuilder, CalendarError, DayInfo, LunarDate};
use motcua::chrono::{Datelike, NaiveDate};
use motcua::deadline::{DeadlineError, Due};
#[cfg(feature = "full")]
use motcua::json::Door;
use motcua::regulation::{
    CountingPolicy, CutOff, CutOffMoves, DueTime, FirstDay, LastDayOff, OutsideHours,
};
use motcua::time_limit::{Amount, Direction, Limit, Unit};
use motcua::{Calendar, CivilError, ClockTime, LocalTime};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::json::Writer;
use crate::reader::Reader;

/// What stands where a count of days or minutes has no answer.
pub const REFUSED: i32 = NO_DATE;

/// The version of the engine.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The calendar of an office, and why it last refused to answer.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    /// None when the office's own part was refused.
    calendar: Option<Calendar>,
    failure: RefCell<String>,
    columns: RefCell<Vec<i32>>,
    #[cfg(feature = "full")]
    door: core::cell::OnceCell<Door>,
}

fn date(day: i32) -> NaiveDate {
    // A day that chrono does not hold is outside the calendar too, which then says so.
    NaiveDate::from_epoch_days(day).unwrap_or(NaiveDate::MAX)
}

/// A whole number, as the JavaScript layer has checked; another one is cut off.
#[expect(clippy::cast_possible_truncation, reason = "that is what it is for")]
const fn whole(number: f64) -> i32 {
    number as i32
}

/// Seconds on Vietnam's clock; what is no such number is outside any calendar.
#[expect(clippy::cast_possible_truncation, reason = "a number that is too large is cut off to i64")]
fn instant(seconds: f64) -> Result<LocalTime, Failure> {
    Ok(LocalTime::from_local_seconds(if seconds.is_nan() { i64::MAX } else { seconds as i64 })?)
}

/// The policy that the JavaScript layer packs into a number; what is left out is as by default.
fn policy(bits: u32) -> CountingPolicy {
    let bit = |place: u32| bits.unbounded_shr(place) & 1 == 1;
    let cut_off = bits.unbounded_shr(8);
    let cut_off = cut_off.checked_sub(1).and_then(|minutes| u16::try_from(minutes).ok());
    let one_stop = CountingPolicy::one_stop();
    CountingPolicy {
        first_day: if bit(0) { FirstDay::Included } else { FirstDay::Excluded },
        outside_hours: if bit(1) { OutsideHours::NextOpening } else { OutsideHours::SameDay },
        due: match (bit(2), bit(3)) {
            (false, false) => DueTime::Close,
            (true, _) => DueTime::SameClock,
            (false, true) => DueTime::Midnight,
        },
        last_day_off: match (bit(4), bit(5)) {
            (false, false) => LastDayOff::Rolls,
            (true, _) => LastDayOff::RollsBack,
            (false, true) => LastDayOff::Stays,
        },
        cut_off: match cut_off.and_then(ClockTime::from_minutes) {
            Some(at) => Some(CutOff {
                at,
                moves: if bit(6) { CutOffMoves::Receipt } else { CutOffMoves::SameDayResult },
            }),
            None if bit(7) => None,
            None => one_stop.cut_off,
        },
        ..one_stop
    }
}

/// Why there is no answer: a code and a message with a line feed between them.
///
/// Errors become texts where they come up, each kind by itself: handed on as the one error of the
/// engine, they would bring the messages of all its parts along.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    fn new(code: &str, error: &dyn Display) -> Self {
        Self(format!("{code}\n{error}"))
    }
}

macro_rules! failures {
    ($($error:ty),*) => {
        $(impl From<$error> for Failure {
            #[cold]
            fn from(error: $error) -> Self {
                Self::new(error.kind().as_str(), &error)
            }
        })*
    };
}

failures!(BatchError, CalendarError, CivilError, DeadlineError);
#[cfg(feature = "text")]
failures!(motcua::time_limit::TimeLimitError);

impl Engine {
    /// The answer of the calendar, or `refused` with the reason kept.
    fn ask<T>(&self, refused: T, question: impl FnOnce(&Calendar) -> Result<T, Failure>) -> T {
        let Some(calendar) = &self.calendar else { return refused };
        match question(calendar) {
            Ok(answer) => answer,
            Err(Failure(why)) => {
                self.failure.replace(why);
                refused
            }
        }
    }

    pub(crate) fn appoint(
        &self,
        received: f64,
        limit: impl FnOnce() -> Result<(Limit, Option<ClockTime>), Failure>,
        bits: u32,
        strict: bool,
    ) -> String {
        self.ask(String::new(), |calendar| {
            let (limit, cut_off) = limit()?;
            let policy = policy(bits).with_cut_off(cut_off);
            let mut json = Writer::default();
            json.open('{');
            appointment(&mut json, calendar, &policy, instant(received)?, limit, strict)?;
            json.close('}');
            Ok(json.finish())
        })
    }
}

#[cfg(feature = "text")]
use crate::text::appointment;

/// A due time without its reasons.
#[cfg(not(feature = "text"))]
fn appointment(
    json: &mut Writer,
    calendar: &Calendar,
    policy: &CountingPolicy,
    received: LocalTime,
    limit: Limit,
    strict: bool,
) -> Result<(), Failure> {
    use motcua::calendar::Certainty;

    let due = motcua::deadline::due(calendar, policy, received, limit)?;
    match due.certainty {
        certainty @ (Certainty::Provisional | Certainty::Projected) if strict => {
            Err(CalendarError::NotFinal { certainty }.into())
        }
        _ => {
            due_fields(json, received, &due);
            Ok(())
        }
    }
}

pub(crate) fn due_fields(json: &mut Writer, received: LocalTime, due: &Due) {
    json.key("received").text(&received);
    json.key("due").text(&due.at);
    json.key("dueDate").text(&due.date);
    json.key("legalEnd").text(&due.legal_end);
    json.key("certainty").text(&due.certainty);
}

fn day_fields(json: &mut Writer, day: &DayInfo<'_>) -> Result<(), Failure> {
    let lunar = LunarDate::from_solar(day.date)?;
    json.open('{');
    json.key("date").text(&day.date);
    json.key("working").raw(&day.is_working());
    json.key("kind").text(&day.kind);
    json.key("holiday").text_or_null(day.holiday.map(motcua::calendar::Holiday::as_str));
    json.key("exchangedFor").text_or_null(day.exchanged_for);
    json.key("sessions").open('[');
    for session in day.hours.sessions() {
        json.open('[');
        json.text(&session.open());
        json.text(&session.close());
        json.close(']');
    }
    json.close(']');
    json.key("lunar").open('{');
    json.key("year").raw(&lunar.year());
    json.key("month").raw(&lunar.month());
    json.key("day").raw(&lunar.day());
    json.key("leap").raw(&lunar.is_leap());
    json.close('}');
    json.key("certainty").text(&day.certainty);
    json.key("verified").raw(&day.verified);
    json.key("source").text(&day.source);
    json.close('}');
    Ok(())
}

/// The seconds of a column of minutes.
fn seconds(minutes: &[i32]) -> Vec<i64> {
    minutes.iter().map(|minutes| i64::from(*minutes).saturating_mul(60)).collect()
}

#[wasm_bindgen]
impl Engine {
    /// The calendar of an office: the built-in one with a JSON document laid over it, if any.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(overlay: Option<String>) -> Self {
        let builder = Calendar::builder();
        let builder = match overlay {
            Some(overlay) => builder.overlay(&mut Reader::new(&overlay)),
            None => Ok(builder),
        };
        let (calendar, failure) = match builder.and_then(CalendarBuilder::build) {
            Ok(calendar) => (Some(calendar), String::new()),
            Err(error) => (None, Failure::from(error).0),
        };
        Self {
            calendar,
            failure: RefCell::new(failure),
            columns: RefCell::default(),
            #[cfg(feature = "full")]
            door: core::cell::OnceCell::new(),
        }
    }

    /// Why the last answer was refused: a code and a message with a line feed between them.
    #[must_use]
    pub fn failure(&self) -> String {
        self.failure.take()
    }

    /// Answers one question about two numbers, NaN where there is no answer: a day and how many
    /// days to add to it (0), or two days to count between (1); an instant in seconds and how many
    /// minutes to add to it (2), or two instants to count minutes between (3).
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "the years known end long before 2^53 seconds")]
    pub fn answer(&self, question: u8, a: f64, b: f64) -> f64 {
        self.ask(f64::NAN, |calendar| {
            Ok(match question {
                0 => {
                    let day = calendar.add_working_days(date(whole(a)), whole(b))?;
                    day.to_epoch_days().into()
                }
                1 => calendar.count_working_days(date(whole(a)), date(whole(b)))?.into(),
                2 => {
                    let at = calendar.add_working_minutes(instant(a)?, whole(b))?;
                    at.local_seconds() as f64
                }
                3 => calendar.count_working_minutes(instant(a)?, instant(b)?)?.into(),
                _ => f64::NAN,
            })
        })
    }

    /// The days from one to another as a JSON list.
    #[must_use]
    pub fn days(&self, from: i32, to: i32) -> String {
        self.ask(String::new(), |calendar| {
            let mut json = Writer::default();
            json.open('[');
            for day in calendar.days(date(from), date(to))? {
                day_fields(&mut json, &day)?;
            }
            json.close(']');
            Ok(json.finish())
        })
    }

    /// The notice of a year as JSON: its source, a remark, and how far the year is settled.
    #[must_use]
    pub fn notice(&self, year: i16) -> String {
        self.ask(String::new(), |calendar| {
            let new_year = NaiveDate::from_ymd_opt(year.into(), 1, 1).unwrap_or(NaiveDate::MAX);
            let certainty = calendar.day(new_year)?.certainty;
            let (source, note) = calendar.notice_of(year).unwrap_or(("", None));
            let mut json = Writer::default();
            json.open('{');
            json.key("year").raw(&new_year.year());
            json.key("certainty").text(&certainty);
            json.key("source").text(&source);
            json.key("note").text_or_null(note);
            json.close('}');
            Ok(json.finish())
        })
    }

    /// The due time of an amount, in thousandths, of a unit, by its place in `Unit::ALL`; behind
    /// the last unit stands "the same day".
    #[must_use]
    pub fn appointment(
        &self,
        received: f64,
        thousandths: u32,
        unit: usize,
        before: bool,
        policy: u32,
        strict: bool,
    ) -> String {
        let limit = || {
            let Some(unit) = Unit::ALL.get(unit).copied() else {
                return Ok((Limit::SameDay, None));
            };
            let amount = Amount::from_thousandths(thousandths);
            let direction = if before { Direction::Before } else { Direction::After };
            Ok((Limit::Count { amount, unit, direction }, None))
        };
        self.appoint(received, limit, policy, strict)
    }

    /// Makes room for three columns of so many rows, one behind the other: two of questions, which
    /// the caller writes, and one of answers, which it reads. Where they stand in memory.
    #[must_use]
    pub fn columns(&self, rows: usize) -> *const i32 {
        let mut columns = self.columns.borrow_mut();
        columns.resize(rows.saturating_mul(3), REFUSED);
        columns.as_ptr()
    }

    /// Answers the first rows of the columns, [`REFUSED`] where there is no answer: the questions of
    /// [`Engine::answer`], with instants in minutes. A calendar that was refused, and more rows than
    /// there is room for, leave them as they are.
    #[wasm_bindgen(js_name = answerColumns)]
    pub fn answer_columns(&self, question: u8, rows: usize) {
        self.ask((), |calendar| {
            let mut columns = self.columns.borrow_mut();
            let room = columns.len() / 3;
            let mut columns = columns.chunks_mut(room.max(1)).filter_map(|c| c.get_mut(..rows));
            let (Some(first), Some(second), Some(out)) =
                (columns.next(), columns.next(), columns.next())
            else {
                return Ok(());
            };
            let batch = Batch::new(calendar);
            // What a batch tells of rows without an answer stands in the column itself.
            let _marked = match question {
                0 => batch.add_working_days(first, second, out)?,
                1 => batch.count_working_days(first, second, out)?,
                2 => {
                    let mut instants = vec![NO_INSTANT; rows];
                    let marked =
                        batch.add_working_minutes(&seconds(first), second, &mut instants)?;
                    for (out, at) in out.iter_mut().zip(instants) {
                        // No instant is no number of minutes either.
                        *out = i32::try_from(at / 60).unwrap_or(REFUSED);
                    }
                    marked
                }
                3 => batch.count_working_minutes(&seconds(first), &seconds(second), out)?,
                _ => return Ok(()),
            };
            Ok(())
        });
    }
}

#[cfg(feature = "text")]
#[wasm_bindgen]
impl Engine {
    /// The due time of a limit in words.
    #[wasm_bindgen(js_name = appointmentOfText)]
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "the boundary gives owned texts")]
    pub fn appointment_of_text(
        &self,
        received: f64,
        text: &str,
        case: Option<String>,
        channel: Option<String>,
        policy: u32,
        strict: bool,
    ) -> String {
        let limit = || crate::text::select(text, case.as_deref(), channel.as_deref());
        self.appoint(received, limit, policy, strict)
    }
}

#[cfg(feature = "full")]
#[wasm_bindgen]
impl Engine {
    /// Answers one JSON request on this calendar; see `motcua::json` for the operations.
    #[wasm_bindgen(js_name = answerJson)]
    #[must_use]
    pub fn answer_json(&self, request: &str) -> String {
        let Some(calendar) = &self.calendar else { return String::new() };
        self.door.get_or_init(|| Door::with_calendar(calendar.clone())).answer(request)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_answers_and_says_why_it_does_not() {
        let engine = Engine::new(None);
        // 2026-08-19 + 10 working days = 2026-09-04.
        assert_eq!(engine.answer(0, 20_684.0, 10.0), 20_700.0);
        assert_eq!(engine.answer(1, 20_684.0, 20_700.0), 10.0);
        assert!(engine.answer(0, 0.0, 1.0).is_nan());
        assert!(!engine.columns(2).is_null());
        engine.columns.borrow_mut().copy_from_slice(&[20_684, i32::MAX, 10, 10, 0, 0]);
        engine.answer_columns(0, 2);
        assert_eq!(*engine.columns.borrow(), [20_684, i32::MAX, 10, 10, 20_700, REFUSED]);
        // More rows than there is room for are not answered.
        engine.answer_columns(0, 3);
        assert_eq!(*engine.columns.borrow(), [20_684, i32::MAX, 10, 10, 20_700, REFUSED]);
        assert!(engine.failure().starts_with("no_calendar_data\n1970-01-01"));
        assert!(engine.failure().is_empty());
        assert!(engine.answer(2, f64::NAN, 1.0).is_nan());
        assert!(engine.failure().starts_with("invalid_time\n"));
        assert!(engine.days(20_684, 20_684).contains(r#""kind":"working""#));
    }

    #[test]
    fn a_refused_calendar_answers_nothing() {
        let engine = Engine::new(Some(r#"{"hours":7}"#.to_owned()));
        assert!(engine.failure().starts_with("invalid_calendar\n"));
        assert!(engine.answer(1, 20_684.0, 20_700.0).is_nan());
    }
}
