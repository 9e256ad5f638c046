use motcua::report::{Grouping, Period, Report, Tally};

use crate::calendar::{date, motcua_calendar};
use crate::dossier::motcua_dossier;
use crate::guard::{Failure, guard, guard_or};
use crate::policy::motcua_policy;
use crate::ptr::{Out, column, give, handle, optional_handle, release};
use crate::status::{MOTCUA_OUT_OF_BOUNDS, motcua_status};
use crate::text::motcua_str;

/// Form II.06a: what an office received, solved and has open over a period, by field.
///
/// It never changes, so any number of threads may use one at the same time.
#[derive(Debug)]
pub struct motcua_report {
    rows: Vec<(String, Tally)>,
    totals: Tally,
    refused: Vec<(usize, motcua_status)>,
}

/// The columns of form II.06a/VPCP/KSTT (TT 01/2020/TT-VPCP).
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct motcua_tally {
    /// Received in all, those carried over with them.
    pub received: u32,
    /// Received in the period online.
    pub online: u32,
    /// Received in the period at the counter or by post.
    pub direct_or_post: u32,
    /// Carried over from before the period.
    pub carried_over: u32,
    /// Solved in the period.
    pub solved: u32,
    /// Solved before the due date.
    pub early: u32,
    /// Solved on the due date.
    pub on_time: u32,
    /// Solved late.
    pub late: u32,
    /// Open at the end of the period.
    pub pending: u32,
    /// Open, in time.
    pub in_time: u32,
    /// Open, overdue.
    pub overdue: u32,
    /// Withdrawn or stopped, neither solved nor open: only by the strict practice of a policy,
    /// else 0. `received` is `solved`, `pending` and this.
    pub ended: u32,
}

const _: () = assert!(size_of::<motcua_tally>() == 48 && align_of::<motcua_tally>() == 4);

impl From<&Tally> for motcua_tally {
    fn from(tally: &Tally) -> Self {
        Self {
            received: tally.received,
            online: tally.online,
            direct_or_post: tally.direct_or_post,
            carried_over: tally.carried_over,
            solved: tally.solved,
            early: tally.early,
            on_time: tally.on_time,
            late: tally.late,
            pending: tally.pending,
            in_time: tally.in_time,
            overdue: tally.overdue,
            ended: tally.ended,
        }
    }
}

/// Makes a report over dossiers. A dossier that cannot be told is left out of the sums and
/// listed as refused; it does not stop the others.
///
/// @param calendar  The calendar of the office.
/// @param policy    How terms are counted and standings told; NULL for the one-stop.
/// @param from      The first day of the period, in days since 1970-01-01.
/// @param to        Its last day, in days since 1970-01-01.
/// @param dossiers  The dossiers. NULL if `len` is 0.
/// @param len       How many.
/// @param out       Receives the report, to be freed with `motcua_report_free`.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`, for a dossier too; `MOTCUA_INVALID_LENGTH`;
///         `MOTCUA_ERROR_END_BEFORE_START`, `MOTCUA_ERROR_NO_CALENDAR_DATA`.
///
/// # Safety
///
/// `calendar` and the `len` dossiers are handles that are not freed, `policy` is NULL or such a
/// handle, `out` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_report_new(
    calendar: *const motcua_calendar,
    policy: *const motcua_policy,
    from: i32,
    to: i32,
    dossiers: *const *const motcua_dossier,
    len: usize,
    out: *mut *mut motcua_report,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, policy) = unsafe { (handle(calendar)?, optional_handle(policy)?) };
        // SAFETY: the caller's promise.
        let (dossiers, out) = unsafe { (column(dossiers, len)?, Out::new(out)?) };
        let calendar = calendar.calendar();
        // Outside the years that are known each dossier would be refused for the period's fault.
        let period = Period::new(date(from)?, date(to)?)?;
        calendar.day(period.from())?;
        calendar.day(period.to())?;
        let policy = policy.copied().unwrap_or_default();
        let mut report = Report::new(period, policy.standing);
        let mut refused = Vec::new();
        for index in 0..len {
            // SAFETY: the caller's promise.
            let dossier = unsafe { handle(dossiers.get(index))? };
            let counted = dossier.0.clone().into_dossier(None, policy.counting).and_then(
                |(dossier, counting)| {
                    let timeline = dossier.evaluate(calendar, &counting)?;
                    Ok(report.add(calendar, &counting, &dossier, &timeline)?)
                },
            );
            if let Err(error) = counted {
                refused.push((index, error.kind().number().into()));
            }
        }
        let totals = report.totals()?;
        let rows = report.rows(Grouping::Field).into_iter();
        let rows = rows.map(|(field, row)| (field.to_owned(), row.tally)).collect();
        out.write(give(motcua_report { rows, totals, refused }));
        Ok(())
    })
}

/// Frees a report. NULL is nothing. No other thread may be using the report any more.
///
/// @param report  What is freed, or NULL.
///
/// # Safety
///
/// `report` is NULL or a report that is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_report_free(report: *mut motcua_report) {
    // SAFETY: the caller's promise.
    guard_or((), || unsafe { release(report) });
}

/// How many rows the report has, and how many dossiers it refused.
///
/// @param report       The report.
/// @param out_rows     Receives the number of rows, one for each field.
/// @param out_refused  Receives the number of dossiers refused.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
///
/// # Safety
///
/// `report` is a report that is not freed, the outputs are valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_report_counts(
    report: *const motcua_report,
    out_rows: *mut usize,
    out_refused: *mut usize,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (report, rows, refused) =
            unsafe { (handle(report)?, Out::new(out_rows)?, Out::new(out_refused)?) };
        rows.write(report.rows.len());
        refused.write(report.refused.len());
        Ok(())
    })
}

/// The sums of all rows.
///
/// @param report  The report.
/// @param out     Receives the sums.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
///
/// # Safety
///
/// `report` is a report that is not freed, `out` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_report_totals(
    report: *const motcua_report,
    out: *mut motcua_tally,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (report, out) = unsafe { (handle(report)?, Out::new(out)?) };
        out.write(motcua_tally::from(&report.totals));
        Ok(())
    })
}

/// One row of the report.
///
/// @param report     The report.
/// @param index      Which row, from 0.
/// @param out_field  Receives the field of the row, which lives as long as the report.
/// @param out        Receives the columns of the row.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_OUT_OF_BOUNDS`.
///
/// # Safety
///
/// `report` is a report that is not freed, the outputs are valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_report_row(
    report: *const motcua_report,
    index: usize,
    out_field: *mut motcua_str,
    out: *mut motcua_tally,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (report, field, out) =
            unsafe { (handle(report)?, Out::new(out_field)?, Out::new(out)?) };
        let (name, tally) = report.rows.get(index).ok_or_else(|| no_such(index))?;
        field.write(motcua_str::of(name));
        out.write(motcua_tally::from(tally));
        Ok(())
    })
}

/// One of the dossiers the report refused.
///
/// @param report       The report.
/// @param index        Which of those refused, from 0.
/// @param out_dossier  Receives which of the dossiers it was, from 0.
/// @param out_reason   Receives the status that says why.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_OUT_OF_BOUNDS`.
///
/// # Safety
///
/// `report` is a report that is not freed, the outputs are valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_report_refused(
    report: *const motcua_report,
    index: usize,
    out_dossier: *mut usize,
    out_reason: *mut motcua_status,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (report, dossier, reason) =
            unsafe { (handle(report)?, Out::new(out_dossier)?, Out::new(out_reason)?) };
        let (at, why) = report.refused.get(index).ok_or_else(|| no_such(index))?;
        dossier.write(*at);
        reason.write(*why);
        Ok(())
    })
}

#[cold]
fn no_such(index: usize) -> Failure {
    Failure::new(MOTCUA_OUT_OF_BOUNDS, format!("there is no number {index}, counted from 0"))
}
