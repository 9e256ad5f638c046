//! The operations and their answers.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::Serialize;

use super::request::{
    AddDays, AddMinutes, DayRange, DeadlineRequest, Lunar, Nothing, OneDay, Text, TimeRange,
};
use super::{Door, RequestError};
use crate::calendar::{CalendarError, Certainty, DayInfo, DayKind, Holiday, LunarDate, Session};
use crate::deadline::{Counted, Due, Step, StepKind};
use crate::time_limit::{Amount, TimeLimit};
use crate::{ClockTime, Deadline, Error, LocalTime};

/// The most days a `days` request may ask for.
const MAX_DAYS: i32 = 400;

#[derive(Serialize)]
pub(super) struct DayAnswer {
    date: NaiveDate,
    working: bool,
    kind: DayKind,
    holiday: Option<Holiday>,
    /// The day this one is exchanged for.
    #[serde(skip_serializing_if = "Option::is_none")]
    exchanged_for: Option<NaiveDate>,
    sessions: Vec<[ClockTime; 2]>,
    certainty: Certainty,
    verified: bool,
    source: String,
}

impl DayAnswer {
    fn new(day: &DayInfo<'_>) -> Self {
        let ends = |session: &Session| [session.open(), session.close()];
        Self {
            date: day.date,
            working: day.is_working(),
            kind: day.kind,
            holiday: day.holiday,
            exchanged_for: day.exchanged_for,
            sessions: day.hours.sessions().iter().map(ends).collect(),
            certainty: day.certainty,
            verified: day.verified,
            source: day.source.to_string(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct VersionAnswer {
    version: &'static str,
    data_version: &'static str,
}

pub(super) const fn version(_: &Nothing) -> VersionAnswer {
    VersionAnswer { version: env!("CARGO_PKG_VERSION"), data_version: crate::DATA_VERSION }
}

#[derive(Serialize)]
pub(super) struct DaysAnswer {
    days: Vec<DayAnswer>,
}

#[derive(Serialize)]
pub(super) struct LunarAnswer {
    year: i16,
    month: u8,
    day: u8,
    leap: bool,
}

#[derive(Serialize)]
pub(super) struct DateAnswer {
    date: NaiveDate,
    certainty: Certainty,
}

#[derive(Serialize)]
pub(super) struct CountAnswer {
    count: i32,
    certainty: Certainty,
}

#[derive(Serialize)]
pub(super) struct AtAnswer {
    at: LocalTime,
    certainty: Certainty,
}

#[derive(Serialize)]
pub(super) struct MinutesAnswer {
    minutes: i32,
    certainty: Certainty,
}

pub(super) fn lunar(request: &Lunar) -> Result<LunarAnswer, Error> {
    let date = LunarDate::from_solar(request.date.0)?;
    Ok(LunarAnswer {
        year: date.year(),
        month: date.month(),
        day: date.day(),
        leap: date.is_leap(),
    })
}

pub(super) fn parse_time_limit(request: &Text) -> TimeLimit {
    TimeLimit::parse(&request.text)
}

/// A number that is whole in JSON where it is whole.
#[derive(Serialize)]
#[serde(untagged)]
enum Number {
    Amount(Amount),
    Whole(i64),
    Part(f64),
}

impl Number {
    fn minutes(seconds: i64) -> Self {
        match (seconds % 60, i32::try_from(seconds)) {
            (0, _) | (_, Err(_)) => Self::Whole(seconds / 60),
            (_, Ok(seconds)) => Self::Part(f64::from(seconds) / 60.0),
        }
    }
}

#[derive(Serialize)]
struct StepAnswer {
    kind: StepKind,
    from: NaiveDate,
    to: NaiveDate,
    /// In `unit`.
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Number>,
    /// In `unit`.
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    holiday: Option<Holiday>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exchanged_for: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<DayKind>,
    citation: String,
    citation_en: String,
    verified: bool,
}

impl StepAnswer {
    fn new(step: &Step) -> Self {
        let (amount, total, unit) = match step.counted {
            Counted::Nothing => (None, None, None),
            Counted::Units { amount, total, unit } => {
                (Some(Number::Amount(amount)), Some(Number::Amount(total)), Some(unit.as_str()))
            }
            Counted::Time { seconds, total } => {
                (Some(Number::minutes(seconds)), Some(Number::minutes(total)), Some("minute"))
            }
        };
        Self {
            kind: step.kind,
            from: step.from,
            to: step.to,
            amount,
            total,
            unit,
            holiday: step.holiday,
            exchanged_for: step.exchanged_for,
            because: step.because,
            citation: step.basis.vietnamese.to_string(),
            citation_en: step.basis.english.to_string(),
            verified: step.basis.verified,
        }
    }
}

#[derive(Serialize)]
pub(super) struct DeadlineAnswer {
    received: LocalTime,
    due: LocalTime,
    due_date: NaiveDate,
    legal_end: LocalTime,
    certainty: Certainty,
    steps: Vec<StepAnswer>,
    text_vi: String,
    text_en: String,
}

impl Door {
    pub(super) fn day(&self, request: &OneDay) -> Result<DayAnswer, Error> {
        let calendar = self.calendar(request.calendar.as_ref())?;
        Ok(DayAnswer::new(&calendar.day(request.date.0)?))
    }

    pub(super) fn days(&self, request: &DayRange) -> Result<DaysAnswer, Error> {
        let calendar = self.calendar(request.calendar.as_ref())?;
        let (from, to) = (request.from.0, request.to.0);
        if to < from {
            return Err(CalendarError::EndBeforeStart { since: from, until: to }.into());
        }
        if to.to_epoch_days().saturating_sub(from.to_epoch_days()) >= MAX_DAYS {
            let message = alloc::format!("`from` and `to` span more than {MAX_DAYS} days");
            return Err(RequestError::Field { message }.into());
        }
        let days = calendar.days(from, to)?.map(|day| DayAnswer::new(&day)).collect();
        Ok(DaysAnswer { days })
    }

    pub(super) fn add_working_days(&self, request: &AddDays) -> Result<DateAnswer, Error> {
        let calendar = self.calendar(request.calendar.as_ref())?;
        let date = calendar.add_working_days(request.date.0, request.n)?;
        Ok(DateAnswer { date, certainty: calendar.certainty(request.date.0, date) })
    }

    pub(super) fn count_working_days(&self, request: &DayRange) -> Result<CountAnswer, Error> {
        let calendar = self.calendar(request.calendar.as_ref())?;
        let (from, to) = (request.from.0, request.to.0);
        let count = calendar.count_working_days(from, to)?;
        Ok(CountAnswer { count, certainty: calendar.certainty(from, to) })
    }

    pub(super) fn add_working_minutes(&self, request: &AddMinutes) -> Result<AtAnswer, Error> {
        let calendar = self.calendar(request.calendar.as_ref())?;
        let at = calendar.add_working_minutes(request.at, request.minutes)?;
        Ok(AtAnswer { at, certainty: calendar.certainty(request.at.date(), at.date()) })
    }

    pub(super) fn count_working_minutes(
        &self,
        request: &TimeRange,
    ) -> Result<MinutesAnswer, Error> {
        let calendar = self.calendar(request.calendar.as_ref())?;
        let minutes = calendar.count_working_minutes(request.from, request.to)?;
        let certainty = calendar.certainty(request.from.date(), request.to.date());
        Ok(MinutesAnswer { minutes, certainty })
    }

    pub(super) fn deadline(&self, request: &DeadlineRequest) -> Result<DeadlineAnswer, Error> {
        let calendar = self.calendar(request.calendar.as_ref())?;
        let (limit, cut_off) = request.limit().resolve()?;
        let policy = request.policy.with_cut_off(cut_off);
        let compute = if request.strict { Deadline::strict } else { Deadline::new };
        let deadline = compute(&calendar, &policy, request.received, limit)?;
        let Due { at, date, legal_end, certainty, .. } = *deadline.due();
        Ok(DeadlineAnswer {
            received: request.received,
            due: at,
            due_date: date,
            legal_end,
            certainty,
            steps: deadline.steps().iter().map(StepAnswer::new).collect(),
            text_vi: deadline.vietnamese(),
            text_en: deadline.english(),
        })
    }
}
