//! Where a record of the national portal and the events of its dossier disagree.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Cause, Dossier, DossierError, NationalRecord, NationalStatus, Timeline};
use crate::calendar::{CalendarError, DayKind};
use crate::deadline::{self, DeadlineError};
use crate::obligation::{Practice, StandingPolicy};
use crate::regulation::{CountingPolicy, Effect, FirstDay};
use crate::time_limit::{Amount, Direction, Limit, Unit};
use crate::{Calendar, LocalTime};

/// Nguyên nhân sai lệch — why a record says something else than the events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SyncCause {
    /// The wait for the applicant was counted against the office.
    WaitCounted,
    /// The term was paused where the rule starts it anew.
    PausedNotRestarted,
    /// The term was started anew where the rule pauses it.
    RestartedNotPaused,
    /// The new appointment was not taken over.
    ReappointmentNotSeen,
    /// A make-up day (làm bù) was taken as a day off.
    MakeUpDayNotSeen,
    /// Holidays and days given off were taken as working days.
    DaysOffNotSeen,
    /// A day was taken as eight hours from the minute of the receipt.
    EightHourDay,
    /// The day of receipt was counted.
    FirstDayCounted,
    /// Working days were counted as calendar days.
    CalendarDays,
    /// Nothing that is known explains it.
    Unexplained,
    /// What waits for a supplement, a payment or is suspended was pushed as finished.
    WaitingPushedAsFinished,
    /// The status is one the dossier has left.
    StaleStatus,
    /// The events do not lead to the status.
    StatusNotReached,
    /// The day the result was fetched was compared, not the day it was ready.
    ReturnDateCompared,
    /// An open dossier that waits was compared with its appointment.
    WaitingCountedAsLate,
    /// Late by an appointment that was wrong.
    WrongAppointment,
}

impl SyncCause {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WaitCounted => "wait_counted",
            Self::PausedNotRestarted => "paused_not_restarted",
            Self::RestartedNotPaused => "restarted_not_paused",
            Self::ReappointmentNotSeen => "reappointment_not_seen",
            Self::MakeUpDayNotSeen => "make_up_day_not_seen",
            Self::DaysOffNotSeen => "days_off_not_seen",
            Self::EightHourDay => "eight_hour_day",
            Self::FirstDayCounted => "first_day_counted",
            Self::CalendarDays => "calendar_days",
            Self::Unexplained => "unexplained",
            Self::WaitingPushedAsFinished => "waiting_pushed_as_finished",
            Self::StaleStatus => "stale_status",
            Self::StatusNotReached => "status_not_reached",
            Self::ReturnDateCompared => "return_date_compared",
            Self::WaitingCountedAsLate => "waiting_counted_as_late",
            Self::WrongAppointment => "wrong_appointment",
        }
    }
}

/// Sai lệch — a field of a record that disagrees with the events.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Disagreement {
    /// The field: `NgayHenTra`, `TrangThaiHoSo`.
    pub field: String,
    /// Why, as far as it can be told.
    pub cause: SyncCause,
    /// What stands in the record; the status as its code.
    pub recorded: Option<String>,
    /// What the events say.
    pub computed: Option<String>,
}

/// Đối soát — what a record says, held against the events of its dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct SyncAudit {
    /// The fields that disagree, the appointment first.
    pub disagreements: Vec<Disagreement>,
    /// Whether the record makes it late: by the day it was finished or fetched, or while it is
    /// open, after the recorded appointment.
    pub late_by_record: bool,
    /// Whether the events do.
    pub late: bool,
    /// Trễ hạn oan — late by the record only.
    pub false_late: bool,
}

struct Look<'a> {
    dossier: &'a Dossier,
    timeline: &'a Timeline,
    calendar: &'a Calendar,
    policy: &'a CountingPolicy,
    as_of: LocalTime,
}

impl NationalRecord {
    /// Đối soát dữ liệu — lists where the record disagrees with the events of its dossier, each
    /// with the likely cause.
    ///
    /// # Errors
    ///
    /// [`DossierError`] when a term leaves the calendar.
    pub fn audit(
        &self,
        dossier: &Dossier,
        timeline: &Timeline,
        calendar: &Calendar,
        policy: &CountingPolicy,
        as_of: LocalTime,
    ) -> Result<SyncAudit, DossierError> {
        let look = Look { dossier, timeline, calendar, policy, as_of };
        look.audit(self)
            .map_err(|error| DossierError::Deadline { code: dossier.code.clone(), error })
    }
}

impl Look<'_> {
    fn audit(&self, record: &NationalRecord) -> Result<SyncAudit, DeadlineError> {
        let mut audit = SyncAudit::default();
        let due = self.timeline.due(self.as_of).map(|due| due.at);
        self.appointment(&mut audit, "NgayHenTra", record.due, due, self.as_of)?;
        let told = NationalRecord::of(self.dossier, self.timeline, self.as_of);
        let told = told.map(|told| told.supplements).unwrap_or_default();
        for (number, (old, new)) in (1_usize..).zip(record.supplements.iter().zip(&told)) {
            let name = |field: &str| format!("DanhSachHoSoBoSung.{number}.{field}");
            for (field, recorded, computed, at) in [
                ("NgayHenTraTruoc", old.due_before, new.due_before, new.requested),
                ("NgayHenTraMoi", old.due_after, new.due_after, new.received),
            ] {
                if recorded.is_some() {
                    let at = at.unwrap_or(self.as_of);
                    self.appointment(&mut audit, &name(field), recorded, computed, at)?;
                }
            }
        }
        self.status(&mut audit, record);
        self.lateness(&mut audit, record)?;
        Ok(audit)
    }

    /// Appointments are compared by their dates: the hour is a matter of the office.
    fn appointment(
        &self,
        audit: &mut SyncAudit,
        field: &str,
        recorded: Option<LocalTime>,
        computed: Option<LocalTime>,
        at: LocalTime,
    ) -> Result<(), DeadlineError> {
        if recorded.map(LocalTime::date) == computed.map(LocalTime::date) {
            return Ok(());
        }
        let cause = match recorded {
            Some(recorded) => self.cause(recorded.date(), at)?,
            None => SyncCause::Unexplained,
        };
        let text = |at: Option<LocalTime>| at.map(|at| format!("{at}"));
        audit.disagreements.push(Disagreement {
            field: field.into(),
            cause,
            recorded: text(recorded),
            computed: text(computed),
        });
        Ok(())
    }

    /// What would have led to a recorded date.
    fn cause(&self, recorded: NaiveDate, at: LocalTime) -> Result<SyncCause, DeadlineError> {
        let known: Vec<_> = self.timeline.history.iter().filter(|r| r.at <= at).collect();
        let (Some(first), Some(last)) = (known.first(), known.last()) else {
            return Ok(SyncCause::Unexplained);
        };
        if let Some(before) = known.iter().rev().find(|r| r.due.date == recorded) {
            let put_off = known.iter().any(|r| r.at > before.at && r.cause == Cause::Reappointed);
            return Ok(if put_off {
                SyncCause::ReappointmentNotSeen
            } else {
                SyncCause::WaitCounted
            });
        }
        let other = match last.cause {
            Cause::Restarted => Some((Effect::Pauses, SyncCause::PausedNotRestarted)),
            Cause::Paused => Some((Effect::Restarts, SyncCause::RestartedNotPaused)),
            _ => None,
        };
        if let Some((effect, cause)) = other
            && self.handled(effect, at) == Some(recorded)
        {
            return Ok(cause);
        }
        // A fault of counting shows in the term itself, wherever it began.
        let start = match last.cause {
            Cause::Restarted => last.at,
            _ => first.at,
        };
        self.miscounted(recorded, start)
    }

    /// The date by another effect of the wait for a supplement.
    fn handled(&self, effect: Effect, at: LocalTime) -> Option<NaiveDate> {
        let mut dossier = self.dossier.clone();
        dossier.handling.supplement = Some(effect);
        let timeline = dossier.evaluate(self.calendar, self.policy).ok()?;
        timeline.due(at).map(|due| due.date)
    }

    fn miscounted(
        &self,
        recorded: NaiveDate,
        start: LocalTime,
    ) -> Result<SyncCause, DeadlineError> {
        let limit = self.dossier.limit;
        let counted = |policy: &CountingPolicy, limit: Limit| {
            deadline::due(self.calendar, policy, start, limit).map(|due| due.date)
        };
        let Limit::Count { amount, unit, direction: Direction::After } = limit else {
            return Ok(SyncCause::Unexplained);
        };
        if unit == Unit::WorkingDay {
            if self.walked(start, amount, true)? == Some(recorded) {
                return Ok(SyncCause::MakeUpDayNotSeen);
            }
            if self.walked(start, amount, false)? == Some(recorded) {
                return Ok(SyncCause::DaysOffNotSeen);
            }
            let seconds = i64::from(amount.thousandths()).saturating_mul(8 * 3_600) / 1_000;
            let by_hours = self.calendar.add_working_seconds(start, seconds)?;
            let first = CountingPolicy { first_day: FirstDay::Included, ..*self.policy };
            let first = counted(&first, limit).ok();
            if first == Some(recorded) {
                return Ok(SyncCause::FirstDayCounted);
            }
            if by_hours.date() == recorded {
                return Ok(SyncCause::EightHourDay);
            }
            if amount.is_whole() && counted(self.policy, Limit::of(amount, Unit::Day))? == recorded
            {
                return Ok(SyncCause::CalendarDays);
            }
        } else {
            let first = CountingPolicy { first_day: FirstDay::Included, ..*self.policy };
            if counted(&first, limit)? == recorded {
                return Ok(SyncCause::FirstDayCounted);
            }
        }
        Ok(SyncCause::Unexplained)
    }

    /// The last of so many days from Monday to Friday, the days off left out where they are known;
    /// no make-up day is.
    fn walked(
        &self,
        start: LocalTime,
        amount: Amount,
        days_off_known: bool,
    ) -> Result<Option<NaiveDate>, CalendarError> {
        if !amount.is_whole() {
            return Ok(None);
        }
        let mut date = start.date();
        let mut left = amount.whole_part();
        while left > 0 {
            let Some(next) = date.succ_opt() else { return Ok(None) };
            date = next;
            let weekday = !matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
            let ordinary = self.calendar.day(date)?.kind == DayKind::Working;
            if weekday && (ordinary || !days_off_known) {
                left = left.saturating_sub(1);
            }
        }
        Ok(Some(date))
    }

    fn status(&self, audit: &mut SyncAudit, record: &NationalRecord) {
        let Some(computed) = self.timeline.status(self.as_of) else { return };
        if record.status.agrees_with(computed) {
            return;
        }
        let waits = matches!(
            computed,
            NationalStatus::SupplementRequired
                | NationalStatus::PaymentRequired
                | NationalStatus::Stopped
        );
        let left = self.timeline.statuses.iter().any(|(_, status)| *status == record.status);
        let cause = match record.status {
            NationalStatus::Finished if waits => SyncCause::WaitingPushedAsFinished,
            _ if left => SyncCause::StaleStatus,
            _ => SyncCause::StatusNotReached,
        };
        let code = |status: NationalStatus| Some(format!("{}", status.code()));
        audit.disagreements.push(Disagreement {
            field: "TrangThaiHoSo".into(),
            cause,
            recorded: code(record.status),
            computed: code(computed),
        });
    }

    fn lateness(
        &self,
        audit: &mut SyncAudit,
        record: &NationalRecord,
    ) -> Result<(), DeadlineError> {
        let policy =
            StandingPolicy { practice: Practice::ByDate, soon: None, ..StandingPolicy::default() };
        let standing = self.timeline.standing(self.calendar, policy, self.as_of)?;
        audit.late = standing.is_some_and(|standing| standing.state.is_late());
        let Some(due) = record.due else { return Ok(()) };
        let after = |at: Option<LocalTime>| at.is_some_and(|at| at.date() > due.date());
        let ended = self.timeline.ended.is_some_and(|(at, _)| at <= self.as_of);
        // A refusal is a result, and its day the one it was ready.
        let refused = record.refused.filter(|_| !ended);
        let finished = record.finished.or(refused);
        let open = finished.is_none() && record.returned.is_none() && !ended;
        let by_finish = after(finished);
        let by_return = after(record.returned);
        let by_now = open && after(Some(self.as_of));
        audit.late_by_record = by_finish || by_return || by_now;
        audit.false_late = audit.late_by_record && !audit.late;
        if !audit.false_late {
            return Ok(());
        }
        let (field, cause, recorded) = if by_now {
            let waits = self.timeline.interrupted_since(self.as_of).is_some();
            let cause =
                if waits { SyncCause::WaitingCountedAsLate } else { SyncCause::WrongAppointment };
            ("NgayHenTra", cause, Some(due))
        } else if by_finish {
            let field = if record.finished.is_some() { "NgayKetThucXuLy" } else { "NgayTuChoi" };
            (field, SyncCause::WrongAppointment, finished)
        } else {
            ("NgayTra", SyncCause::ReturnDateCompared, record.returned)
        };
        audit.disagreements.push(Disagreement {
            field: field.into(),
            cause,
            recorded: recorded.map(|at| format!("{at}")),
            computed: standing.map(|standing| standing.state.as_str().into()),
        });
        Ok(())
    }
}
