//! Dossiers by columns, and the form made of what they mean.

use motcua::batch::{Batch, DossierAnswers, EventCode, Logs, NO_DATE, NO_INSTANT};
use motcua::calendar::WorkSpan;
use motcua::obligation::State;
use motcua::report::{Judged, Tally};
use motcua::{Limit, LocalTime};

use crate::answer::built_in;
use crate::appointment::limit;
use crate::batch::{BLOCK, blocks, first_rows, status};
use crate::calendar::{MOTCUA_NO_INSTANT, certainty, date, motcua_calendar};
use crate::dossier::{MOTCUA_STATE_NOT_STARTED, state, state_of};
use crate::guard::{Failure, guard};
use crate::policy::motcua_policy;
use crate::ptr::{column, column_out, handle, optional_handle, unchanged};
use crate::report::motcua_tally;
use crate::status::{
    MOTCUA_INVALID_LENGTH, MOTCUA_OK, MOTCUA_OUT_OF_BOUNDS, MOTCUA_UNKNOWN_VALUE, motcua_status,
};

/// An event, in a column of events: handed in.
pub const MOTCUA_EVENT_SUBMITTED: i32 = 1;
/// Received, full and correct.
pub const MOTCUA_EVENT_RECEIVED: i32 = 2;
/// Received elsewhere than at the agency that solves it.
pub const MOTCUA_EVENT_RECEIVED_ELSEWHERE: i32 = 3;
/// The agency that solves it has it.
pub const MOTCUA_EVENT_AGENCY_RECEIVED: i32 = 4;
/// Not accepted.
pub const MOTCUA_EVENT_RECEPTION_REFUSED: i32 = 5;
/// Handed over to those who solve it.
pub const MOTCUA_EVENT_TRANSFERRED: i32 = 6;
/// A step has begun; its argument is a number of the caller's choice for the step.
pub const MOTCUA_EVENT_STEP_STARTED: i32 = 7;
/// A step is done; its argument is the number of the step.
pub const MOTCUA_EVENT_STEP_FINISHED: i32 = 8;
/// A supplement is asked for before it is received.
pub const MOTCUA_EVENT_SUPPLEMENT_REQUESTED_AT_RECEPTION: i32 = 9;
/// A supplement is asked for.
pub const MOTCUA_EVENT_SUPPLEMENT_REQUESTED: i32 = 10;
/// The supplement has come.
pub const MOTCUA_EVENT_SUPPLEMENT_RECEIVED: i32 = 11;
/// A payment is asked for.
pub const MOTCUA_EVENT_PAYMENT_REQUESTED: i32 = 12;
/// The payment was made.
pub const MOTCUA_EVENT_PAYMENT_MADE: i32 = 13;
/// Suspended.
pub const MOTCUA_EVENT_SUSPENDED: i32 = 14;
/// Taken up again.
pub const MOTCUA_EVENT_RESUMED: i32 = 15;
/// Another agency is asked; the argument is a number of the caller's choice for the agency.
pub const MOTCUA_EVENT_CONSULTATION_ASKED: i32 = 16;
/// The agency has answered; the argument is its number.
pub const MOTCUA_EVENT_CONSULTATION_ANSWERED: i32 = 17;
/// Put off; the argument is the new appointment, in seconds since 1970-01-01T00:00 on Vietnam's
/// clock.
pub const MOTCUA_EVENT_REAPPOINTED: i32 = 18;
/// An apology was sent.
pub const MOTCUA_EVENT_APOLOGISED: i32 = 19;
/// Withdrawn by the applicant.
pub const MOTCUA_EVENT_WITHDRAWN: i32 = 20;
/// Stopped for good.
pub const MOTCUA_EVENT_STOPPED: i32 = 21;
/// The result is ready: granted.
pub const MOTCUA_EVENT_FINISHED: i32 = 22;
/// The result is ready: refused.
pub const MOTCUA_EVENT_REFUSED: i32 = 23;
/// The result was handed over.
pub const MOTCUA_EVENT_RETURNED: i32 = 24;
/// The applicant came for the result as appointed and it was not there.
pub const MOTCUA_EVENT_CAME_IN_VAIN: i32 = 25;

/// The numbers are those of the engine, none left out.
const _: () = assert!(
    EventCode::ALL.len() == MOTCUA_EVENT_CAME_IN_VAIN as usize
        && EventCode::StepStarted.number() as i32 == MOTCUA_EVENT_STEP_STARTED
        && EventCode::SupplementRequested.number() as i32 == MOTCUA_EVENT_SUPPLEMENT_REQUESTED
        && EventCode::Reappointed.number() as i32 == MOTCUA_EVENT_REAPPOINTED
        && EventCode::Finished.number() as i32 == MOTCUA_EVENT_FINISHED
        && EventCode::CameInVain.number() as i32 == MOTCUA_EVENT_CAME_IN_VAIN
);

/// What the log of a dossier means at an instant, as a row of a batch. What comes later is not
/// known yet.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct motcua_evaluation {
    /// When it was received, in seconds since 1970-01-01T00:00 on Vietnam's clock;
    /// `MOTCUA_NO_INSTANT` where it was not by then.
    pub received_local: i64,
    /// When its result was ready, likewise.
    pub finished_local: i64,
    /// When it ended without a result, likewise.
    pub ended_local: i64,
    /// When its result is due; `MOTCUA_NO_INSTANT` where its term had not begun.
    pub due_local: i64,
    /// The date its result is due, in days since 1970-01-01, or `MOTCUA_NO_DATE`.
    pub due_date: i32,
    /// How far the years touched are settled: one of `MOTCUA_CERTAINTY_...`; 0 without a due date.
    pub certainty: i32,
    /// Where it stands: one of `MOTCUA_STATE_...`.
    pub state: i32,
    /// By how much office time, as in `motcua_standing`: working days.
    pub days: i32,
    /// Working hours beyond them.
    pub hours: i32,
    /// Working minutes beyond those.
    pub minutes: i32,
    /// `MOTCUA_OK`, or why there is no answer.
    pub status: motcua_status,
    /// 0.
    pub reserved: i32,
}

const _: () = assert!(size_of::<motcua_evaluation>() == 64);

const NOT_STARTED: motcua_evaluation = motcua_evaluation {
    received_local: NO_INSTANT,
    finished_local: NO_INSTANT,
    ended_local: NO_INSTANT,
    due_local: NO_INSTANT,
    due_date: NO_DATE,
    certainty: 0,
    state: MOTCUA_STATE_NOT_STARTED,
    days: 0,
    hours: 0,
    minutes: 0,
    status: MOTCUA_OK,
    reserved: 0,
};

/// The columns a block of dossiers is answered in before they are put together row by row.
struct Answers {
    state: [Option<State>; BLOCK],
    span: [WorkSpan; BLOCK],
    received: [i64; BLOCK],
    finished: [i64; BLOCK],
    ended: [i64; BLOCK],
    due: [i64; BLOCK],
    due_date: [i32; BLOCK],
    certainty: [Option<motcua::calendar::Certainty>; BLOCK],
    refused: [Option<motcua::ErrorKind>; BLOCK],
}

impl Answers {
    fn new() -> Box<Self> {
        Box::new(Self {
            state: [None; BLOCK],
            span: [WorkSpan::default(); BLOCK],
            received: [NO_INSTANT; BLOCK],
            finished: [NO_INSTANT; BLOCK],
            ended: [NO_INSTANT; BLOCK],
            due: [NO_INSTANT; BLOCK],
            due_date: [NO_DATE; BLOCK],
            certainty: [None; BLOCK],
            refused: [None; BLOCK],
        })
    }

    fn columns(&mut self, rows: usize) -> DossierAnswers<'_> {
        DossierAnswers {
            state: Some(first_rows(&mut self.state, rows)),
            span: Some(first_rows(&mut self.span, rows)),
            received: Some(first_rows(&mut self.received, rows)),
            finished: Some(first_rows(&mut self.finished, rows)),
            ended: Some(first_rows(&mut self.ended, rows)),
            due: Some(first_rows(&mut self.due, rows)),
            due_date: Some(first_rows(&mut self.due_date, rows)),
            certainty: Some(first_rows(&mut self.certainty, rows)),
            refused: Some(first_rows(&mut self.refused, rows)),
        }
    }

    /// The answers row by row.
    fn rows(&self) -> impl Iterator<Item = motcua_evaluation> {
        let instants = self.received.iter().zip(&self.finished).zip(&self.ended).zip(&self.due);
        let due = self.due_date.iter().zip(&self.certainty);
        let stands = self.state.iter().zip(&self.span).zip(&self.refused);
        instants.zip(due).zip(stands).map(|((instants, (date, known)), ((stands, span), why))| {
            let (((received, finished), ended), due) = instants;
            motcua_evaluation {
                received_local: *received,
                finished_local: *finished,
                ended_local: *ended,
                due_local: *due,
                due_date: *date,
                certainty: known.map_or(0, certainty),
                state: stands.map_or(MOTCUA_STATE_NOT_STARTED, state),
                days: span.days,
                hours: span.hours,
                minutes: span.minutes,
                status: why.map_or(MOTCUA_OK, status),
                reserved: 0,
            }
        })
    }
}

/// Evaluates dossiers and tells where they stand at an instant, row by row; see
/// `motcua_dossier_evaluate`.
///
/// The events of all dossiers stand in three columns, one log behind the other, each in the order
/// of time. A row without an answer has its `status` and does not stop the others. `out` must not
/// lie over the columns read.
///
/// @param calendar            The calendar.
/// @param policy              How terms are counted and standings told; NULL for the one-stop.
/// @param amount_thousandths  The amounts of the limits in thousandths.
/// @param unit                What they are counted in: `MOTCUA_UNIT_...` for each row.
/// @param starts              Where the events of each dossier begin, and where those of the last
///                            one end: one entry more than there are dossiers.
/// @param len                 How many dossiers. Their columns may be NULL if it is 0, `starts`
///                            too.
/// @param at_local            When each event happened, in seconds since 1970-01-01T00:00 on
///                            Vietnam's clock.
/// @param code                What happened: `MOTCUA_EVENT_...` for each event.
/// @param argument            The arguments of the events that have one; NULL where none has.
/// @param events_len          How many events. Their columns may be NULL if it is 0.
/// @param as_of_local         The instant at which the dossiers stand, in the same seconds.
/// @param out                 Receives what they mean.
/// @return As `motcua_add_working_days_batch`; `MOTCUA_ERROR_LOG_STARTS` where a log does not
///         begin where the one before it ends, or leaves the events; `MOTCUA_ERROR_INVALID_TIME`
///         for `as_of_local`, with `out` untouched.
///
/// # Safety
///
/// `calendar` is a calendar and `policy` NULL or a policy, neither freed; the columns of dossiers
/// are valid for reading `len` rows, `starts` for one more, those of events for `events_len`, and
/// nobody changes `starts` and the events during the call; `out` is valid for writing `len` rows.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_dossier_batch(
    calendar: *const motcua_calendar,
    policy: *const motcua_policy,
    amount_thousandths: *const i32,
    unit: *const i32,
    starts: *const u32,
    len: usize,
    at_local: *const i64,
    code: *const u8,
    argument: *const i64,
    events_len: usize,
    as_of_local: i64,
    out: *mut motcua_evaluation,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, policy) = unsafe { (handle(calendar)?, optional_handle(policy)?) };
        // SAFETY: the caller's promise.
        let (thousandths, unit) = unsafe { (column(amount_thousandths, len)?, column(unit, len)?) };
        let ends = if len == 0 { 0 } else { len.saturating_add(1) };
        // SAFETY: the caller's promise.
        let (starts, at) = unsafe { (unchanged(starts, ends)?, unchanged(at_local, events_len)?) };
        // SAFETY: the caller's promise.
        let code = unsafe { unchanged(code, events_len)? };
        let arguments = if argument.is_null() { 0 } else { events_len };
        // SAFETY: the caller's promise.
        let (argument, out) = unsafe { (unchanged(argument, arguments)?, column_out(out, len)?) };
        let as_of = LocalTime::from_local_seconds(as_of_local)?;
        // Before anything is written.
        Logs::check_starts(starts, at.len())?;
        let policy = policy.copied().unwrap_or_default();
        let batch =
            Batch::new(calendar.calendar()).counting(policy.counting).standing(policy.standing);
        let mut limits = [Limit::SameDay; BLOCK];
        let mut answers = Answers::new();
        blocks(len, |bad, from, rows| {
            let known = |row: usize| limit(thousandths.get(row), unit.get(row));
            let limits = first_rows(&mut limits, rows);
            for (row, limit) in (from..).zip(limits.iter_mut()) {
                *limit = known(row).unwrap_or(Limit::SameDay);
            }
            let starts = starts.get(from..).and_then(|rest| rest.get(..=rows)).unwrap_or_default();
            let logs = Logs { limits, handlings: &[], starts, at, code, argument };
            // Whatever it says of rows without an answer stands in the rows.
            let _ = batch.dossiers(logs, as_of, answers.columns(rows))?;
            for (row, mut told) in (from..).zip(answers.rows().take(rows)) {
                if known(row).is_none() {
                    told = motcua_evaluation { status: MOTCUA_UNKNOWN_VALUE, ..NOT_STARTED };
                }
                out.set(row, told);
                if told.status != MOTCUA_OK {
                    bad.note(1, row, told.status);
                }
            }
            Ok(())
        })
    })
}

/// An instant of an evaluation, if it holds one.
fn instant(seconds: i64) -> Result<Option<LocalTime>, Failure> {
    match seconds {
        MOTCUA_NO_INSTANT => Ok(None),
        seconds => Ok(Some(LocalTime::from_local_seconds(seconds)?)),
    }
}

/// What a report judges of a row.
fn judged(row: &motcua_evaluation, online: u8) -> Result<Judged, Failure> {
    let stands = match row.state {
        MOTCUA_STATE_NOT_STARTED => None,
        number => Some(state_of(number).ok_or_else(|| {
            Failure::new(MOTCUA_UNKNOWN_VALUE, format!("{number} is no state of a dossier"))
        })?),
    };
    Ok(Judged {
        state: stands,
        received: instant(row.received_local)?,
        over: instant(row.finished_local)?.or(instant(row.ended_local)?),
        online: online != 0,
    })
}

/// Counts evaluations of one instant into the columns of form II.06a, group by group; see
/// `motcua_report_new`.
///
/// The period ends with the instant the dossiers were evaluated at: its last second, for a period
/// that is over. A row without an answer, and a dossier that was over before the period or never
/// received, adds nothing. The tallies of parts add up, column by column, to those of the whole.
///
/// @param policy       Where dossiers stand that wait or ended without a result; NULL for the
///                     one-stop.
/// @param from         The first day of the period, in days since 1970-01-01.
/// @param evaluations  What the dossiers mean.
/// @param online       1 for each that was filed online, 0 for the others.
/// @param group        To which group each belongs, from 0: its field, its agency. NULL where all
///                     belong to group 0.
/// @param len          How many dossiers. Their columns may be NULL if it is 0.
/// @param out          Receives the tally of each group.
/// @param groups_len   How many groups. `out` may be NULL if it is 0.
/// @return `MOTCUA_OK`; `MOTCUA_OUT_OF_BOUNDS` for a group that is not below their number,
///         `MOTCUA_UNKNOWN_VALUE` for a state that is none, `MOTCUA_ERROR_INVALID_TIME`,
///         `MOTCUA_ERROR_NO_CALENDAR_DATA` for `from`; `MOTCUA_NULL_POINTER`,
///         `MOTCUA_MISALIGNED_POINTER`, `MOTCUA_INVALID_LENGTH`; with `out` untouched.
///
/// # Safety
///
/// `policy` is NULL or a policy that is not freed; the columns are valid for reading `len` rows,
/// `out` for writing `groups_len`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_tally_batch(
    policy: *const motcua_policy,
    from: i32,
    evaluations: *const motcua_evaluation,
    online: *const u8,
    group: *const u32,
    len: usize,
    out: *mut motcua_tally,
    groups_len: usize,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (policy, rows) = unsafe { (optional_handle(policy)?, column(evaluations, len)?) };
        let grouped = if group.is_null() { 0 } else { len };
        // SAFETY: the caller's promise.
        let (online, group) = unsafe { (column(online, len)?, column(group, grouped)?) };
        // SAFETY: the caller's promise.
        let out = unsafe { column_out(out, groups_len)? };
        let (from, policy) = (date(from)?, policy.copied().unwrap_or_default());
        // All calendars cover the same years, and no report begins outside them.
        built_in()?.day(from)?;
        // Written only when nothing can fail any more.
        let mut tallies = Vec::new();
        tallies.try_reserve_exact(groups_len).map_err(|_| {
            Failure::new(MOTCUA_INVALID_LENGTH, format!("{groups_len} groups are too many"))
        })?;
        tallies.resize(groups_len, Tally::default());
        for row in 0..len {
            let group = if grouped == 0 { 0 } else { group.get(row) };
            let tally = usize::try_from(group).ok().and_then(|group| tallies.get_mut(group));
            let tally = tally.ok_or_else(|| {
                let text = format!("row {row} is of group {group}, there are {groups_len}");
                Failure::new(MOTCUA_OUT_OF_BOUNDS, text)
            })?;
            let judged = judged(&rows.get(row), online.get(row))?;
            tally.count(from, policy.standing.report, &judged);
        }
        for (group, tally) in tallies.iter().enumerate() {
            out.set(group, motcua_tally::from(tally));
        }
        Ok(())
    })
}
