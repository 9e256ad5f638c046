//! The reasons of a due time that has been computed: the runs of its days, each with its article.

use alloc::borrow::Cow;
use alloc::format;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Due, first_counted};
use crate::calendar::{CalendarError, DayInfo, DayKind, Holiday};
use crate::regulation::{
    CountingPolicy, CutOffMoves, FirstDay, LastDayOff, Provision, Rule, provision,
};
use crate::time_limit::{Amount, Direction, Limit, Unit};
use crate::{Calendar, LocalTime};

/// Loại bước — what a run of days is in the count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum StepKind {
    /// Ngày nhận hồ sơ — the day of receipt, not counted.
    Received,
    /// Ngày diễn ra sự kiện — the day of the event a term is counted back from, not counted.
    Event,
    /// Sau giờ chốt — after the cut-off hour, so the next working day takes its place.
    CutOff,
    /// Ngoài giờ làm việc — while the office is closed, so the next opening takes its place.
    OutsideHours,
    /// Tính — counted.
    Counted,
    /// Ngày làm bù — a make-up day, counted.
    MakeUp,
    /// Nghỉ hằng tuần — weekly rest, not counted.
    Weekend,
    /// Nghỉ lễ, tết — a public holiday, not counted.
    Holiday,
    /// Nghỉ bù — a day in lieu, not counted.
    InLieu,
    /// Nghỉ hoán đổi — swapped off, not counted.
    SwappedOff,
    /// Cơ quan nghỉ — closed, not counted.
    Closure,
    /// Ngày cuối là ngày nghỉ — the last day is off, so it moves to a later one.
    Rolled,
    /// Ngày cuối là ngày nghỉ — the last day is off, so it moves to an earlier one.
    RolledBack,
}

impl StepKind {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Event => "event",
            Self::CutOff => "cut_off",
            Self::OutsideHours => "outside_hours",
            Self::Counted => "counted",
            Self::MakeUp => "make_up",
            Self::Weekend => "weekend",
            Self::Holiday => "holiday",
            Self::InLieu => "in_lieu",
            Self::SwappedOff => "swapped_off",
            Self::Closure => "closure",
            Self::Rolled => "rolled",
            Self::RolledBack => "rolled_back",
        }
    }

    /// Whether days of such a step add to the count.
    #[must_use]
    pub const fn is_counted(self) -> bool {
        matches!(self, Self::Counted | Self::MakeUp)
    }
}

impl From<DayKind> for StepKind {
    fn from(kind: DayKind) -> Self {
        match kind {
            DayKind::Working => Self::Counted,
            DayKind::MakeUp => Self::MakeUp,
            DayKind::Weekend => Self::Weekend,
            DayKind::Holiday => Self::Holiday,
            DayKind::InLieu => Self::InLieu,
            DayKind::SwappedOff => Self::SwappedOff,
            DayKind::Closure => Self::Closure,
        }
    }
}

/// Số đã tính — what a step adds to the count, and the running total with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Nothing.
    Nothing,
    /// An amount of the limit's unit.
    Units {
        /// What the step adds.
        amount: Amount,
        /// The total after it.
        total: Amount,
        /// The unit.
        unit: Unit,
    },
    /// Seconds, of office time or of the clock as the limit goes.
    Time {
        /// What the step adds.
        seconds: i64,
        /// The total after it.
        total: i64,
    },
}

/// Căn cứ — what a step rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// In Vietnamese: an article, a notice, or the office's own rule.
    pub vietnamese: Cow<'static, str>,
    /// In English.
    pub english: Cow<'static, str>,
    /// Whether it was read in a text.
    pub verified: bool,
}

impl Basis {
    fn law(provision: Option<&Provision>) -> Self {
        match provision {
            Some(law) => Self {
                vietnamese: law.vietnamese.into(),
                english: law.english.into(),
                verified: law.verified,
            },
            None => Self { vietnamese: "".into(), english: "".into(), verified: false },
        }
    }

    const fn office() -> Self {
        Self {
            vietnamese: Cow::Borrowed("quy định của cơ quan"),
            english: Cow::Borrowed("rule of the office"),
            verified: true,
        }
    }

    fn of_day(day: &DayInfo<'_>) -> Self {
        let law = |rule| Self::law(provision(rule, day.date));
        match day.kind {
            DayKind::Weekend => law(Rule::WeeklyRest),
            DayKind::Holiday if day.holiday == Some(Holiday::Culture) => law(Rule::CultureDay),
            DayKind::Holiday => law(Rule::PublicHoliday),
            DayKind::InLieu => law(Rule::InLieu),
            DayKind::Closure => Self {
                vietnamese: format!("cơ quan nghỉ: {}", day.source).into(),
                english: format!("office closed: {}", day.source).into(),
                verified: true,
            },
            DayKind::Working | DayKind::SwappedOff | DayKind::MakeUp => Self {
                vietnamese: format!("lịch nghỉ: {}", day.source).into(),
                english: format!("notice of days off: {}", day.source).into(),
                verified: day.verified,
            },
        }
    }
}

/// Bước tính — a run of days that count, or do not, for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Step {
    /// What the days are in the count.
    pub kind: StepKind,
    /// The first day of the run.
    pub from: NaiveDate,
    /// The last day of the run.
    pub to: NaiveDate,
    /// What the run adds.
    pub counted: Counted,
    /// For a holiday, which one; for a rolled day, the holiday that makes it off.
    pub holiday: Option<Holiday>,
    /// For a day in lieu, swapped off or made up: the day it is exchanged for.
    pub exchanged_for: Option<NaiveDate>,
    /// For a rolled day, what makes it off.
    pub because: Option<DayKind>,
    /// What the step rests on.
    pub basis: Basis,
}

impl Step {
    fn new(kind: StepKind, from: NaiveDate, to: NaiveDate, basis: Basis) -> Self {
        Self {
            kind,
            from,
            to,
            counted: Counted::Nothing,
            holiday: None,
            exchanged_for: None,
            because: None,
            basis,
        }
    }

    /// Whether a following day of the count carries this run on.
    fn goes_on(&self, next: &Self) -> bool {
        // Days exchanged for others are named one by one.
        let plain = self.exchanged_for.is_none() && next.exchanged_for.is_none();
        let adjacent =
            self.to.succ_opt() == Some(next.from) || next.to.succ_opt() == Some(self.from);
        let same_reason = self.kind.is_counted() || self.basis == next.basis;
        plain
            && adjacent
            && same_reason
            && (self.kind, self.holiday, self.because) == (next.kind, next.holiday, next.because)
    }

    fn carry_on(&mut self, next: &Self) {
        self.from = self.from.min(next.from);
        self.to = self.to.max(next.to);
        match (&mut self.counted, next.counted) {
            (
                Counted::Units { amount, total, .. },
                Counted::Units { amount: more, total: new_total, .. },
            ) => {
                let sum = amount.thousandths().saturating_add(more.thousandths());
                *amount = Amount::from_thousandths(sum);
                *total = new_total;
            }
            (
                Counted::Time { seconds, total },
                Counted::Time { seconds: more, total: new_total },
            ) => {
                *seconds = seconds.saturating_add(more);
                *total = new_total;
            }
            _ => {}
        }
    }
}

/// Collects days into runs.
#[derive(Default)]
struct Runs(Vec<Step>);

impl Runs {
    fn push(&mut self, step: Step) {
        match self.0.last_mut() {
            Some(last) if last.goes_on(&step) => last.carry_on(&step),
            _ => self.0.push(step),
        }
    }

    /// A day that is passed over, or counted with what it adds.
    fn day(&mut self, day: &DayInfo<'_>, counted: Counted, law: &Basis) {
        let kind = StepKind::from(day.kind);
        let basis = if kind == StepKind::Counted { law.clone() } else { Basis::of_day(day) };
        let mut step = Step::new(kind, day.date, day.date, basis);
        step.counted = counted;
        step.holiday = day.holiday;
        step.exchanged_for = day.exchanged_for;
        self.push(step);
    }
}

/// The steps of a due time that has been computed.
pub(super) fn steps(
    calendar: &Calendar,
    policy: &CountingPolicy,
    received: LocalTime,
    limit: Limit,
    due: &Due,
) -> Result<Vec<Step>, CalendarError> {
    let mut runs = Runs::default();
    receipt(calendar, policy, received, due, &mut runs)?;
    let law = |rule| Basis::law(provision(rule, due.start.date()));
    match limit {
        Limit::SameDay => same_day(calendar, policy, due, &mut runs)?,
        Limit::Count { amount, unit, direction } => match unit {
            Unit::WorkingDay => {
                first_day(policy, direction, due, &mut runs);
                working_days(calendar, policy, amount, direction, due, &mut runs)?;
            }
            Unit::Day | Unit::Week | Unit::Month | Unit::Year => {
                first_day(policy, direction, due, &mut runs);
                let rule = if unit == Unit::Day { Rule::LastDay } else { Rule::CorrespondingDay };
                calendar_units(policy, amount, unit, direction, due, &law(rule), &mut runs);
                rolled(calendar, policy, due, &mut runs)?;
            }
            Unit::WorkingHour => working_time(calendar, direction, due, &mut runs)?,
            Unit::Hour | Unit::Minute => {
                let seconds = due.at.local_seconds().abs_diff(due.start.local_seconds());
                let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
                let (from, to) = in_order(due.start.date(), due.date);
                let mut step = Step::new(StepKind::Counted, from, to, law(Rule::Moment));
                step.counted = Counted::Time { seconds, total: seconds };
                runs.push(step);
            }
        },
    }
    Ok(runs.0)
}

fn in_order(one: NaiveDate, other: NaiveDate) -> (NaiveDate, NaiveDate) {
    (one.min(other), one.max(other))
}

/// Says when the policy has moved the receipt to a later day, up to the day before that one.
fn receipt(
    calendar: &Calendar,
    policy: &CountingPolicy,
    received: LocalTime,
    due: &Due,
    runs: &mut Runs,
) -> Result<(), CalendarError> {
    let (came, counts) = (received.date(), due.start.date());
    let Some(last) = counts.pred_opt().filter(|last| came <= *last) else { return Ok(()) };
    let after_cut_off = policy.cut_off.is_some_and(|cut_off| {
        cut_off.moves == CutOffMoves::Receipt && cut_off.at.is_before(received)
    });
    let kind = if after_cut_off && calendar.is_working(came)? {
        StepKind::CutOff
    } else {
        StepKind::OutsideHours
    };
    runs.push(Step::new(kind, came, last, Basis::office()));
    Ok(())
}

fn first_day(policy: &CountingPolicy, direction: Direction, due: &Due, runs: &mut Runs) {
    let kind = match direction {
        Direction::After => StepKind::Received,
        Direction::Before => StepKind::Event,
    };
    let today = due.start.date();
    // A part of a day from the hour of the receipt can end the same day, which then counts.
    if policy.first_day == FirstDay::Excluded && due.date != today {
        let law = Basis::law(provision(Rule::FirstDay, today));
        runs.push(Step::new(kind, today, today, law));
    }
}

/// The days of the count in the order they are counted, the day of receipt among them only when
/// it counts.
fn walk<'a>(
    calendar: &'a Calendar,
    policy: &CountingPolicy,
    direction: Direction,
    due: &Due,
) -> Result<Vec<DayInfo<'a>>, CalendarError> {
    let today = due.start.date();
    let (from, to) = in_order(today, due.date);
    let mut days: Vec<DayInfo<'a>> = calendar.days(from, to)?.collect();
    if direction == Direction::Before {
        days.reverse();
    }
    if policy.first_day == FirstDay::Excluded {
        days.retain(|day| day.date != today);
    }
    Ok(days)
}

fn working_days(
    calendar: &Calendar,
    policy: &CountingPolicy,
    amount: Amount,
    direction: Direction,
    due: &Due,
    runs: &mut Runs,
) -> Result<(), CalendarError> {
    let law = Basis::law(provision(Rule::LastDay, due.start.date()));
    let one = Amount::whole(1).thousandths();
    let mut total = 0_u32;
    let mut days = walk(calendar, policy, direction, due)?;
    if let Some(today) = days.first().filter(|day| {
        direction == Direction::After && day.date == due.start.date() && day.is_working()
    }) && first_counted(calendar, due.start)? != today.date
    {
        runs.push(Step::new(StepKind::OutsideHours, today.date, today.date, Basis::office()));
        days.remove(0);
    }
    // A part of the day of receipt itself is counted when the same hour ends the term on it.
    if days.is_empty() {
        runs.day(&calendar.day(due.date)?, units(amount, amount, Unit::WorkingDay), &law);
    }
    for day in &days {
        let left = amount.thousandths().saturating_sub(total);
        let counted = if day.is_working() && left > 0 {
            let last = day.date == due.date;
            let adds = if last { left } else { left.min(one) };
            total = total.saturating_add(adds);
            units(Amount::from_thousandths(adds), Amount::from_thousandths(total), Unit::WorkingDay)
        } else {
            Counted::Nothing
        };
        runs.day(day, counted, &law);
    }
    Ok(())
}

const fn units(amount: Amount, total: Amount, unit: Unit) -> Counted {
    Counted::Units { amount, total, unit }
}

fn calendar_units(
    policy: &CountingPolicy,
    amount: Amount,
    unit: Unit,
    direction: Direction,
    due: &Due,
    law: &Basis,
    runs: &mut Runs,
) {
    let today = due.start.date();
    let first = match (policy.first_day, direction) {
        (FirstDay::Included, _) => Some(today),
        (FirstDay::Excluded, Direction::After) => today.succ_opt(),
        (FirstDay::Excluded, Direction::Before) => today.pred_opt(),
    };
    let first = match first {
        Some(first) if due.nominal != today => first,
        _ => today,
    };
    let (from, to) = in_order(first, due.nominal);
    let mut step = Step::new(StepKind::Counted, from, to, law.clone());
    step.counted = units(amount, amount, unit);
    runs.push(step);
}

fn rolled(
    calendar: &Calendar,
    policy: &CountingPolicy,
    due: &Due,
    runs: &mut Runs,
) -> Result<(), CalendarError> {
    if due.date == due.nominal || policy.last_day_off == LastDayOff::Stays {
        return Ok(());
    }
    let law = match policy.last_day_off {
        LastDayOff::Rolls => Basis::law(provision(Rule::LastDayOff, due.start.date())),
        LastDayOff::RollsBack | LastDayOff::Stays => Basis::office(),
    };
    let (from, to) = in_order(due.nominal, due.date);
    let mut days: Vec<DayInfo<'_>> =
        calendar.days(from, to)?.filter(|day| day.date != due.date).collect();
    let kind = if due.date < due.nominal {
        days.reverse();
        StepKind::RolledBack
    } else {
        StepKind::Rolled
    };
    for day in &days {
        let mut step = Step::new(kind, day.date, day.date, law.clone());
        step.because = Some(day.kind);
        step.holiday = day.holiday;
        step.exchanged_for = day.exchanged_for;
        runs.push(step);
    }
    Ok(())
}

fn working_time(
    calendar: &Calendar,
    direction: Direction,
    due: &Due,
    runs: &mut Runs,
) -> Result<(), CalendarError> {
    let law = Basis::law(provision(Rule::Moment, due.start.date()));
    let (from, to) = (due.start.min(due.at), due.start.max(due.at));
    let (first, last) = in_order(due.start.date(), due.date);
    let mut days: Vec<DayInfo<'_>> = calendar.days(first, last)?.collect();
    if direction == Direction::Before {
        days.reverse();
    }
    let mut total = 0_i64;
    for day in &days {
        if !day.is_working() {
            runs.day(day, Counted::Nothing, &law);
            continue;
        }
        let (open, close) = (calendar.open_of(day.date)?, calendar.close_of(day.date)?);
        let (Some(open), Some(close)) = (open, close) else { continue };
        let (since, until) = (open.max(from), close.min(to));
        let seconds =
            if since < until { calendar.count_working_seconds(since, until)? } else { 0 };
        if seconds == 0 {
            let law = Basis::law(provision(Rule::Moment, day.date));
            runs.push(Step::new(StepKind::OutsideHours, day.date, day.date, law));
            continue;
        }
        total = total.saturating_add(seconds);
        runs.day(day, Counted::Time { seconds, total }, &law);
    }
    Ok(())
}

fn same_day(
    calendar: &Calendar,
    policy: &CountingPolicy,
    due: &Due,
    runs: &mut Runs,
) -> Result<(), CalendarError> {
    let today = due.start.date();
    let law = Basis::law(provision(Rule::SameDay, today));
    if due.date != today {
        if calendar.is_working(today)? {
            let late = policy.cut_off.is_some_and(|cut_off| cut_off.at.is_before(due.start));
            let kind = if late { StepKind::CutOff } else { StepKind::OutsideHours };
            runs.push(Step::new(kind, today, today, law.clone()));
        } else {
            runs.day(&calendar.day(today)?, Counted::Nothing, &law);
        }
        for day in calendar.days(today, due.date)? {
            if day.date != today && day.date != due.date {
                runs.day(&day, Counted::Nothing, &law);
            }
        }
    }
    runs.day(&calendar.day(due.date)?, Counted::Nothing, &law);
    Ok(())
}
