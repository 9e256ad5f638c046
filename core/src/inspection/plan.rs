//! Kế hoạch công tác — work plans, whether they are complete, and how far they are carried out.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::words::{Words, dated};
use super::{Area, InspectionError};
use crate::Calendar;
use crate::calendar::{CalendarError, DayKind};
use crate::deadline::{DateOff, due_on};
use crate::obligation::{Dated, Duty, Obligation};

/// Nội dung kế hoạch — an item of a work plan: what is to be done, by whom and by when.
///
/// # Examples
///
/// ```
/// use motcua::Calendar;
/// use motcua::calendar::parse_date as day;
/// use motcua::inspection::{PlanFault, PlanItem};
///
/// let mut item = PlanItem::new("1", "Rà soát thủ tục hành chính");
/// item.start = Some(day("2018-02-01")?);
/// // Sunday.
/// item.due = Some(day("2018-04-15")?);
/// let faults = item.faults(&Calendar::vietnam()?)?;
/// assert_eq!(faults[0], PlanFault::NoOfficer);
/// assert_eq!(faults[1].as_str(), "end_on_day_off");
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct PlanItem {
    /// Số thứ tự — its number or code, which no other item of the plan has.
    pub code: String,
    /// Nội dung — what is to be done.
    #[cfg_attr(feature = "serde", serde(default))]
    pub title: String,
    /// Lĩnh vực — the area it belongs to.
    #[cfg_attr(feature = "serde", serde(default))]
    pub area: Option<Area>,
    /// Người thực hiện — the officer who does it; empty when nobody is named.
    #[cfg_attr(feature = "serde", serde(default))]
    pub officer: String,
    /// Thời gian bắt đầu thực hiện — its first day.
    #[cfg_attr(feature = "serde", serde(default))]
    pub start: Option<NaiveDate>,
    /// Thời gian hoàn thành — the day it is to be done by.
    #[cfg_attr(feature = "serde", serde(default))]
    pub due: Option<NaiveDate>,
    /// Ngày hoàn thành — the day it was done.
    #[cfg_attr(feature = "serde", serde(default))]
    pub done: Option<NaiveDate>,
}

/// Thiếu sót của một nội dung — what an item of a plan lacks, or has wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "fault", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum PlanFault {
    /// Không nêu người thực hiện.
    NoOfficer,
    /// Không nêu thời gian thực hiện.
    NoStart,
    /// Không nêu thời gian hoàn thành.
    NoEnd,
    /// Hoàn thành trước khi bắt đầu.
    EndBeforeStart {
        /// Its first day.
        start: NaiveDate,
        /// The day it is due, which is earlier.
        due: NaiveDate,
    },
    /// Bắt đầu vào ngày nghỉ.
    StartOnDayOff {
        /// The day.
        date: NaiveDate,
        /// What day it is.
        kind: DayKind,
    },
    /// Hoàn thành vào ngày nghỉ.
    EndOnDayOff {
        /// The day.
        date: NaiveDate,
        /// What day it is.
        kind: DayKind,
    },
}

impl PlanFault {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoOfficer => "no_officer",
            Self::NoStart => "no_start",
            Self::NoEnd => "no_end",
            Self::EndBeforeStart { .. } => "end_before_start",
            Self::StartOnDayOff { .. } => "start_on_day_off",
            Self::EndOnDayOff { .. } => "end_on_day_off",
        }
    }

    /// The fault in both languages.
    #[must_use]
    pub fn words(self) -> Words {
        match self {
            Self::NoOfficer => ("chưa nêu người thực hiện", "no officer").into(),
            Self::NoStart => ("chưa nêu thời gian thực hiện", "no start").into(),
            Self::NoEnd => ("chưa nêu thời gian hoàn thành", "no finish").into(),
            Self::EndBeforeStart { start, due } => {
                let end = ("hoàn thành {date}", "it ends on {date}");
                let begin = ("trước ngày bắt đầu {date}", "before it starts on {date}");
                dated(end, due).and(" ", &dated(begin, start))
            }
            Self::StartOnDayOff { date, .. } => {
                dated(("ngày bắt đầu {date} là ngày nghỉ", "it starts on {date}, a day off"), date)
            }
            Self::EndOnDayOff { date, .. } => {
                dated(("ngày hoàn thành {date} là ngày nghỉ", "it ends on {date}, a day off"), date)
            }
        }
    }
}

impl PlanItem {
    /// An item of which only the number and the title are known.
    #[must_use]
    pub fn new(code: impl Into<String>, title: impl Into<String>) -> Self {
        Self { code: code.into(), title: title.into(), ..Self::default() }
    }

    /// Rà soát — what the item lacks: officer, start, end, their order, days off.
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] for dates outside the calendar.
    pub fn faults(&self, calendar: &Calendar) -> Result<Vec<PlanFault>, CalendarError> {
        let mut faults = Vec::new();
        let mut add = |fault: Option<PlanFault>| faults.extend(fault);
        add(self.officer.trim().is_empty().then_some(PlanFault::NoOfficer));
        add(self.start.is_none().then_some(PlanFault::NoStart));
        add(self.due.is_none().then_some(PlanFault::NoEnd));
        if let (Some(start), Some(due)) = (self.start, self.due) {
            add((due < start).then_some(PlanFault::EndBeforeStart { start, due }));
        }
        if let Some(date) = self.start {
            let kind = calendar.day(date)?.kind;
            add((!kind.is_working()).then_some(PlanFault::StartOnDayOff { date, kind }));
        }
        if let Some(date) = self.due {
            let kind = calendar.day(date)?.kind;
            add((!kind.is_working()).then_some(PlanFault::EndOnDayOff { date, kind }));
        }
        Ok(faults)
    }

    /// The item as a duty of its officer; none without a day it is due.
    ///
    /// A due day on which the office is closed moves to the next working day (BLDS 2015 art.
    /// 148.5).
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] for dates outside the calendar.
    pub fn obligation(
        &self,
        calendar: &Calendar,
        duty: Duty,
    ) -> Result<Option<Obligation<'_>>, CalendarError> {
        let Some(set) = self.due else { return Ok(None) };
        let owed = Dated {
            duty,
            bearer: &self.officer,
            subject: &self.code,
            from: self.start,
            set,
            off: DateOff::NextWorkingDay,
            done: self.done,
        };
        owed.obligation(calendar).map(Some)
    }

    /// How the item counts at the end of a day.
    fn outcome(&self, calendar: &Calendar, as_of: NaiveDate) -> Result<Outcome, CalendarError> {
        let done = self.done.filter(|done| *done <= as_of);
        let Some(set) = self.due else {
            return Ok(if done.is_some() { Outcome::Done } else { Outcome::Open });
        };
        let due = due_on(calendar, self.start.unwrap_or(set), set, DateOff::NextWorkingDay)?.date;
        Ok(match done {
            Some(done) if done > due => Outcome::Late,
            Some(_) => Outcome::InTime,
            None if as_of > due => Outcome::Overdue,
            None => Outcome::Open,
        })
    }
}

enum Outcome {
    /// Done, with no day it was due.
    Done,
    InTime,
    Late,
    Overdue,
    Open,
}

/// Tiến độ — how far a plan is carried out at the end of a day.
///
/// `items = in_time + late + undated + overdue + open`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Progress {
    /// All items.
    pub items: u32,
    /// Hoàn thành đúng hạn — done by the day they were due.
    pub in_time: u32,
    /// Hoàn thành chậm — done later.
    pub late: u32,
    /// Hoàn thành, không có hạn — done, with no day they were due.
    pub undated: u32,
    /// Quá hạn — due and not done.
    pub overdue: u32,
    /// Đang thực hiện — not done and not yet due, or with no day they are due.
    pub open: u32,
}

impl Progress {
    /// Items that are done.
    #[must_use]
    pub const fn done(self) -> u32 {
        self.in_time.saturating_add(self.late).saturating_add(self.undated)
    }
}

/// Kế hoạch công tác — a work plan, such as that of a year's administrative reform.
///
/// # Examples
///
/// ```
/// use motcua::Calendar;
/// use motcua::calendar::parse_date as day;
/// use motcua::inspection::{PlanItem, WorkPlan};
///
/// let mut item = PlanItem::new("1", "Rà soát thủ tục hành chính");
/// item.due = Some(day("2018-04-16")?);
/// item.done = Some(day("2018-04-17")?);
/// let mut plan = WorkPlan::new("05/KH-STTTT");
/// plan.items.push(item);
/// let progress = plan.progress(&Calendar::vietnam()?, day("2018-06-30")?)?;
/// assert_eq!((progress.items, progress.late, progress.done()), (1, 1, 1));
/// // The day before, nobody could know.
/// let before = plan.progress(&Calendar::vietnam()?, day("2018-04-16")?)?;
/// assert_eq!((before.open, before.done()), (1, 0));
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct WorkPlan {
    /// Số, ký hiệu — its number, which no other plan has.
    pub number: String,
    /// Trích yếu — its title.
    #[cfg_attr(feature = "serde", serde(default))]
    pub title: String,
    /// Ngày ban hành — the day it was issued.
    #[cfg_attr(feature = "serde", serde(default))]
    pub issued: Option<NaiveDate>,
    /// Thời hạn ban hành — the day it was to be issued by.
    #[cfg_attr(feature = "serde", serde(default))]
    pub due: Option<NaiveDate>,
    /// Văn bản giao thời hạn — the document that set that day.
    #[cfg_attr(feature = "serde", serde(default))]
    pub due_basis: String,
    /// Các nội dung — its items.
    #[cfg_attr(feature = "serde", serde(default))]
    pub items: Vec<PlanItem>,
}

impl WorkPlan {
    /// A plan without items.
    #[must_use]
    pub fn new(number: impl Into<String>) -> Self {
        Self { number: number.into(), ..Self::default() }
    }

    /// Whether each item can be told from the others.
    ///
    /// # Errors
    ///
    /// [`InspectionError::NoCode`] and [`InspectionError::Duplicate`].
    pub fn check(&self) -> Result<(), InspectionError> {
        super::distinct("plan item", self.items.iter().map(|item| item.code.as_str()))
    }

    /// Nội dung còn thiếu — the contents of the master programme on which the plan has no item;
    /// nothing is said when an item does not tell its area.
    pub fn missing_areas(&self) -> impl Iterator<Item = Area> {
        let told = !self.items.is_empty() && self.items.iter().all(|item| item.area.is_some());
        let missing = |area: &Area| self.items.iter().all(|item| item.area != Some(*area));
        Area::REFORM.into_iter().filter(move |area| told && missing(area))
    }

    /// Tiến độ — how far it is carried out at the end of a day.
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] for dates outside the calendar.
    pub fn progress(
        &self,
        calendar: &Calendar,
        as_of: NaiveDate,
    ) -> Result<Progress, CalendarError> {
        let mut progress = Progress::default();
        for item in &self.items {
            let column = match item.outcome(calendar, as_of)? {
                Outcome::Done => &mut progress.undated,
                Outcome::InTime => &mut progress.in_time,
                Outcome::Late => &mut progress.late,
                Outcome::Overdue => &mut progress.overdue,
                Outcome::Open => &mut progress.open,
            };
            *column = column.saturating_add(1);
            progress.items = progress.items.saturating_add(1);
        }
        Ok(progress)
    }

    /// The issuing of the plan as a duty of its agency; none without a day it was due.
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] for dates outside the calendar.
    pub fn issue<'a>(
        &'a self,
        calendar: &Calendar,
        agency: &'a str,
    ) -> Result<Option<Obligation<'a>>, CalendarError> {
        let Some(set) = self.due else { return Ok(None) };
        let owed = Dated {
            duty: Duty::PlanIssue,
            bearer: agency,
            subject: &self.number,
            from: None,
            set,
            off: DateOff::NextWorkingDay,
            done: self.issued,
        };
        owed.obligation(calendar).map(Some)
    }
}
