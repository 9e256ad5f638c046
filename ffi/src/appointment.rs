//! From a limit and a receipt to a due time.

use motcua::LocalTime;
use motcua::deadline::{self, Due};
use motcua::time_limit::{Amount, Direction, Limit, Unit};

use crate::calendar::{certainty, motcua_calendar};
use crate::guard::{Failure, guard};
use crate::policy::{counting, motcua_policy};
use crate::ptr::{Out, handle, optional_handle};
use crate::status::{MOTCUA_UNKNOWN_VALUE, motcua_status};

/// Due the same day, or the next working day after the cut-off hour. Its amount is 0.
pub const MOTCUA_UNIT_SAME_DAY: i32 = 0;
/// Clock minutes.
pub const MOTCUA_UNIT_MINUTE: i32 = 1;
/// Clock hours.
pub const MOTCUA_UNIT_HOUR: i32 = 2;
/// Hours inside the office's sessions.
pub const MOTCUA_UNIT_WORKING_HOUR: i32 = 3;
/// Calendar days.
pub const MOTCUA_UNIT_DAY: i32 = 4;
/// Working days.
pub const MOTCUA_UNIT_WORKING_DAY: i32 = 5;
/// Weeks.
pub const MOTCUA_UNIT_WEEK: i32 = 6;
/// Months.
pub const MOTCUA_UNIT_MONTH: i32 = 7;
/// Years.
pub const MOTCUA_UNIT_YEAR: i32 = 8;

/// A due time. Instants are seconds since 1970-01-01T00:00 on Vietnam's clock, dates are days
/// since 1970-01-01.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct motcua_due {
    /// The instant the result is due.
    pub at_local: i64,
    /// The instant the term ends by law: 24:00 of the last day for days and longer units.
    pub legal_end_local: i64,
    /// What the receipt counts as by the policy on hours and cut-off.
    pub start_local: i64,
    /// The date the result is due. At 24:00 this is the day that ends then.
    pub date: i32,
    /// The last day before it moved because it is off.
    pub nominal: i32,
    /// How far the years touched are settled: one of `MOTCUA_CERTAINTY_...`.
    pub certainty: i32,
    /// 0.
    pub reserved: i32,
}

const _: () =
    assert!(size_of::<motcua_due>() == 40 && align_of::<motcua_due>() == align_of::<i64>());

impl From<&Due> for motcua_due {
    fn from(due: &Due) -> Self {
        Self {
            at_local: due.at.local_seconds(),
            legal_end_local: due.legal_end.local_seconds(),
            start_local: due.start.local_seconds(),
            date: due.date.to_epoch_days(),
            nominal: due.nominal.to_epoch_days(),
            certainty: certainty(due.certainty),
            reserved: 0,
        }
    }
}

/// A limit as the caller gives it, if it is one.
pub(crate) fn limit(thousandths: i32, unit: i32) -> Option<Limit> {
    let unit = match unit {
        MOTCUA_UNIT_SAME_DAY if thousandths == 0 => return Some(Limit::SameDay),
        MOTCUA_UNIT_MINUTE => Unit::Minute,
        MOTCUA_UNIT_HOUR => Unit::Hour,
        MOTCUA_UNIT_WORKING_HOUR => Unit::WorkingHour,
        MOTCUA_UNIT_DAY => Unit::Day,
        MOTCUA_UNIT_WORKING_DAY => Unit::WorkingDay,
        MOTCUA_UNIT_WEEK => Unit::Week,
        MOTCUA_UNIT_MONTH => Unit::Month,
        MOTCUA_UNIT_YEAR => Unit::Year,
        _ => return None,
    };
    let amount = Amount::from_thousandths(thousandths.unsigned_abs());
    let direction = if thousandths < 0 { Direction::Before } else { Direction::After };
    let exact = amount.thousandths() == thousandths.unsigned_abs();
    exact.then_some(Limit::Count { amount, unit, direction })
}

#[cold]
fn unknown(thousandths: i32, unit: i32) -> Failure {
    let text = format!("{thousandths} thousandths of unit {unit} are no limit");
    Failure::new(MOTCUA_UNKNOWN_VALUE, text)
}

/// The due time of a limit that runs from a receipt.
///
/// @param calendar            The calendar.
/// @param policy              How the term is counted; NULL for the one-stop.
/// @param received_local      The receipt, in seconds since 1970-01-01T00:00 on Vietnam's clock.
/// @param amount_thousandths  The amount in thousandths: 10000 for 10, 1500 for 1.5. A negative
///                            one is counted back from an event, which stands in the place of
///                            the receipt.
/// @param unit                What it is counted in: one of `MOTCUA_UNIT_...`.
/// @param out                 Receives the due time.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_UNKNOWN_VALUE` for no such unit or amount;
///         `MOTCUA_ERROR_EMPTY_LIMIT`, `MOTCUA_ERROR_PART_OF_UNIT`, `MOTCUA_ERROR_INVALID_TIME`;
///         `MOTCUA_ERROR_NO_CALENDAR_DATA` where the term leaves 2000 to 2050.
///
/// # Safety
///
/// `calendar` is a calendar and `policy` NULL or a policy, neither freed; `out` is valid for
/// writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_appointment(
    calendar: *const motcua_calendar,
    policy: *const motcua_policy,
    received_local: i64,
    amount_thousandths: i32,
    unit: i32,
    out: *mut motcua_due,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, policy, out) =
            unsafe { (handle(calendar)?, optional_handle(policy)?, Out::new(out)?) };
        let counting = counting(policy);
        let received = LocalTime::from_local_seconds(received_local)?;
        let limit =
            limit(amount_thousandths, unit).ok_or_else(|| unknown(amount_thousandths, unit))?;
        let due = deadline::due(calendar.calendar(), &counting, received, limit)?;
        out.write(motcua_due::from(&due));
        Ok(())
    })
}
