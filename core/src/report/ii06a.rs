use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::listed::{List, Listing};
use super::tally::count;
use super::{DayTally, Judged, ListedDossier, MonthTally, Period, ReportError, Tally, Times};
use crate::dossier::{Dossier, Timeline};
use crate::obligation::{Column, StandingPolicy, State};
use crate::regulation::CountingPolicy;
use crate::time_limit::Channel;
use crate::{Calendar, LocalTime, calendar};

/// Lập biểu theo — what the rows of form II.06a are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Grouping {
    /// Theo lĩnh vực — fields.
    #[default]
    Field,
    /// Theo cơ quan — the agencies that solve.
    Agency,
    /// Theo thủ tục — procedures.
    Procedure,
}

impl Grouping {
    /// All groupings.
    pub const ALL: [Self; 3] = [Self::Field, Self::Agency, Self::Procedure];

    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Agency => "agency",
            Self::Procedure => "procedure",
        }
    }

    fn of(self, names: [&str; 3]) -> &str {
        let [field, agency, procedure] = names;
        match self {
            Self::Field => field,
            Self::Agency => agency,
            Self::Procedure => procedure,
        }
    }
}

/// Dòng của biểu — what a row of the form is counted from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Row {
    /// The columns of the form.
    pub tally: Tally,
    /// Hồ sơ trực tuyến quá hạn — dossiers filed online that were solved late or are overdue.
    pub online_late: u32,
    /// How long the solved ones took.
    pub times: Times,
}

impl Row {
    fn merge(&mut self, other: &Self) {
        self.tally = self.tally.plus(&other.tally);
        self.online_late = self.online_late.saturating_add(other.online_late);
        self.times.merge(&other.times);
    }
}

/// The rows of one procedure of one agency in one field, by these three names in turn.
type Cells = BTreeMap<String, BTreeMap<String, BTreeMap<String, Row>>>;

/// Báo cáo — what an office received, solved and has open over a period: form II.06a by field,
/// agency and procedure, the late list, the times taken, the days and the months.
///
/// Everything is counted in one pass, and reports over parts add up to the report over the whole
/// ([`Report::merge`]), whatever the parts and their order.
///
/// # Examples
///
/// ```
/// use motcua::calendar::parse_date as day;
/// use motcua::dossier::{Dossier, Event};
/// use motcua::obligation::StandingPolicy;
/// use motcua::regulation::CountingPolicy;
/// use motcua::report::{Grouping, Period, Report};
/// use motcua::time_limit::{Channel, Limit};
/// use motcua::Calendar;
///
/// let calendar = Calendar::vietnam()?;
/// let policy = CountingPolicy::one_stop();
/// let mut dossier = Dossier::new("HS-1", Limit::working_days(10), Channel::Online)
///     .event(Event::received("2026-08-19T09:00".parse()?))
///     .event(Event::finished("2026-09-03T15:10".parse()?));
/// dossier.field = "Bưu chính".into();
/// let timeline = dossier.evaluate(&calendar, &policy)?;
/// let period = Period::new(day("2026-07-01")?, day("2026-09-30")?)?;
/// let mut report = Report::new(period, StandingPolicy::default());
/// report.add(&calendar, &policy, &dossier, &timeline)?;
/// let totals = report.totals()?;
/// assert_eq!((totals.received, totals.early), (1, 1));
/// assert_eq!(totals.on_time_ratio().percent_text().as_deref(), Some("100,00 %"));
/// assert_eq!(report.rows(Grouping::Field)[0].0, "Bưu chính");
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Report {
    period: Period,
    policy: StandingPolicy,
    at: LocalTime,
    cells: Cells,
    days: BTreeMap<NaiveDate, DayTally>,
    late: List,
    soon: List,
}

impl Report {
    /// An empty report, judged at the end of its period.
    #[must_use]
    pub fn new(period: Period, policy: StandingPolicy) -> Self {
        Self {
            period,
            policy,
            at: period.end(),
            cells: Cells::new(),
            days: BTreeMap::new(),
            late: List::default(),
            soon: List::default(),
        }
    }

    /// Thời điểm xét — the same empty report, judged at an instant before the end of its period:
    /// what happens later is not known yet, and what is due later is not overdue.
    ///
    /// # Errors
    ///
    /// [`ReportError::JudgedBeforeBegin`] for an instant before its period.
    pub fn as_of(self, at: LocalTime) -> Result<Self, ReportError> {
        let at = self.period.judged_at(at)?;
        Ok(Self { at, ..Self::new(self.period, self.policy) })
    }

    /// The period.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }

    /// How standings are told.
    #[must_use]
    pub const fn policy(&self) -> StandingPolicy {
        self.policy
    }

    /// The instant at which open dossiers are judged.
    #[must_use]
    pub const fn judged_at(&self) -> LocalTime {
        self.at
    }

    /// Counts a dossier in; one received after the period, over before it or never received adds
    /// nothing.
    ///
    /// Where dossiers stand that wait, were withdrawn or stopped is a matter of practice
    /// ([`crate::obligation::ReportPractice`]). By the one-stop practice a stopped dossier stays
    /// open in each later period; by the lenient one a waiting dossier is settled in each period at
    /// whose end it waits, on the day it is judged, and once more when it is over.
    ///
    /// `counting` is the policy its term was counted by.
    ///
    /// # Errors
    ///
    /// [`ReportError::Calendar`] and [`ReportError::Deadline`] for instants outside the calendar;
    /// nothing of the dossier is counted then.
    pub fn add(
        &mut self,
        calendar: &Calendar,
        counting: &CountingPolicy,
        dossier: &Dossier,
        timeline: &Timeline,
    ) -> Result<(), ReportError> {
        let (period, policy, as_of) = (self.period, self.policy, self.at);
        let known = |at: &LocalTime| *at <= as_of;
        let Some(received) = timeline.received.filter(known) else { return Ok(()) };
        let finished = timeline.finished.filter(known);
        let finished_on = finished.map(LocalTime::date);
        if finished_on.is_some_and(|date| date < period.from()) {
            return Ok(());
        }
        // All that can fail comes before anything is counted.
        let standing = timeline.standing(calendar, policy, as_of)?;
        let ended = timeline.ended.map(|(at, _)| at).filter(known);
        let judged = Judged {
            state: standing.map(|standing| standing.state),
            received: Some(received),
            over: finished.or(ended),
            online: dossier.channel == Channel::Online,
        };
        let Some((column, carried_over)) = judged.column(period.from(), policy.report) else {
            return Ok(());
        };
        let late = judged.state.is_some_and(State::is_late);
        let listed = match standing {
            Some(standing) if late || standing.state == State::DueSoon => {
                let dossier = Listing { calendar, counting, dossier, timeline, policy, as_of };
                dossier.entry(received, standing)?
            }
            _ => None,
        };
        let times = match finished {
            Some(at) => timeline.time_taken(calendar, policy.promise, at)?,
            None => None,
        };
        let online = judged.online;
        let names = [&dossier.field, &dossier.agency, &dossier.procedure].map(String::as_str);
        self.row(names, |row| {
            row.count(column, carried_over, online);
            if let Some(taken) = times {
                row.times.add(taken);
            }
        });
        if !carried_over {
            let day = self.day(received.date());
            count(if online { &mut day.online } else { &mut day.direct_or_post });
        }
        if let Some(due) = timeline.promised(policy.promise, as_of)
            && due.date >= period.from()
        {
            count(&mut self.day(due.date).due);
        }
        // What a practice calls settled while it waits is settled on the day it is judged.
        let over = judged.over.filter(|_| !column.is_open());
        let day = over.unwrap_or(as_of).date().max(period.from());
        match column {
            Column::Early => count(&mut self.day(day).early),
            Column::OnTime => count(&mut self.day(day).on_time),
            Column::Late => count(&mut self.day(day).late),
            Column::InTime | Column::Overdue | Column::Ended => {}
        }
        if let Some(entry) = listed {
            let list = if late { &mut self.late } else { &mut self.soon };
            list.0.push(entry);
        }
        Ok(())
    }

    /// Changes the row of three names, which is made only the first time.
    fn row(&mut self, [field, agency, procedure]: [&str; 3], change: impl FnOnce(&mut Row)) {
        let known = self.cells.get_mut(field).and_then(|agencies| agencies.get_mut(agency));
        if let Some(row) = known.and_then(|procedures| procedures.get_mut(procedure)) {
            return change(row);
        }
        let agencies = self.cells.entry(field.to_owned()).or_default();
        let procedures = agencies.entry(agency.to_owned()).or_default();
        change(procedures.entry(procedure.to_owned()).or_default());
    }

    fn day(&mut self, date: NaiveDate) -> &mut DayTally {
        self.days.entry(date).or_default()
    }

    /// Cộng báo cáo — counts the dossiers of another report in; the order of merging is of no
    /// consequence.
    ///
    /// # Errors
    ///
    /// [`ReportError::Differ`] for a report of another period, another moment or other policies;
    /// [`ReportError::BrokenSum`] for one whose own sums do not agree. Nothing is merged then.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::calendar::parse_date as day;
    /// use motcua::obligation::StandingPolicy;
    /// use motcua::report::{Period, Report};
    ///
    /// let quarter = Period::new(day("2026-07-01")?, day("2026-09-30")?)?;
    /// let mut whole = Report::new(quarter, StandingPolicy::default());
    /// whole.merge(Report::new(quarter, StandingPolicy::default()))?;
    /// let other = Period::new(day("2026-07-01")?, day("2026-09-29")?)?;
    /// assert!(whole.merge(Report::new(other, StandingPolicy::default())).is_err());
    /// # Ok::<(), motcua::Error>(())
    /// ```
    pub fn merge(&mut self, other: Self) -> Result<(), ReportError> {
        let differs = if self.period != other.period {
            Some("period")
        } else if self.at != other.at {
            Some("as_of")
        } else if self.policy != other.policy {
            Some("standing")
        } else {
            None
        };
        if let Some(what) = differs {
            return Err(ReportError::Differ { what });
        }
        other.totals()?;
        for (names, row) in other.cells() {
            self.row(names, |own| own.merge(row));
        }
        for (date, tally) in &other.days {
            let day = self.day(*date);
            *day = day.plus(tally);
        }
        self.late.0.extend(other.late.0);
        self.soon.0.extend(other.soon.0);
        Ok(())
    }

    fn cells(&self) -> impl Iterator<Item = ([&str; 3], &Row)> {
        self.cells.iter().flat_map(|(field, agencies)| {
            agencies.iter().flat_map(move |(agency, procedures)| {
                procedures.iter().map(move |(procedure, row)| {
                    ([field, agency, procedure].map(String::as_str), row)
                })
            })
        })
    }

    /// Các dòng của biểu — the rows in the order of their names.
    #[must_use]
    pub fn rows(&self, by: Grouping) -> Vec<(&str, Row)> {
        let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
        for (names, row) in self.cells() {
            rows.entry(by.of(names)).or_default().merge(row);
        }
        rows.into_iter().collect()
    }

    /// All dossiers as one row.
    #[must_use]
    pub fn whole(&self) -> Row {
        let mut whole = Row::default();
        for (_, row) in self.cells() {
            whole.merge(row);
        }
        whole
    }

    /// Tổng cộng — the totals, after checking the sums of every row, and those of the rows against
    /// the days and the late list.
    ///
    /// # Errors
    ///
    /// [`ReportError::BrokenSum`] with the row and the sum.
    pub fn totals(&self) -> Result<Tally, ReportError> {
        let mut totals = Tally::default();
        for (names, row) in self.cells() {
            if let Some(identity) = row.tally.broken_sum() {
                let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
                return Err(ReportError::BrokenSum { row: names.join(" / "), identity });
            }
            totals = totals.plus(&row.tally);
        }
        match self.broken_total(&totals) {
            None => Ok(totals),
            Some(identity) => Err(ReportError::BrokenSum { row: "Tổng cộng".into(), identity }),
        }
    }

    /// The first sum that the days or the late list break.
    fn broken_total(&self, totals: &Tally) -> Option<&'static str> {
        let days = self.days.values().fold(DayTally::default(), |sum, day| sum.plus(day));
        let listed = u32::try_from(self.late.0.len()).unwrap_or(u32::MAX);
        if (days.online, days.direct_or_post) != (totals.online, totals.direct_or_post) {
            Some("received in the period = the sum of its days")
        } else if (days.early, days.on_time, days.late)
            != (totals.early, totals.on_time, totals.late)
        {
            Some("solved = the sum of its days")
        } else if listed != totals.late.saturating_add(totals.overdue) {
            Some("late + overdue = the late list")
        } else {
            None
        }
    }

    /// Danh sách quá hạn — the dossiers solved late and those overdue, the earliest due first.
    #[must_use]
    pub fn late(&self) -> Vec<&ListedDossier> {
        self.late.sorted()
    }

    /// Danh sách sắp đến hạn — the open dossiers with little time left at the moment of judging
    /// ([`StandingPolicy::soon`]), the earliest due first.
    #[must_use]
    pub fn due_soon(&self) -> Vec<&ListedDossier> {
        self.soon.sorted()
    }

    /// The days on which something came in, fell due or was solved, in order; due days may lie
    /// after the period.
    pub fn days(&self) -> impl Iterator<Item = (NaiveDate, &DayTally)> {
        self.days.iter().map(|(date, tally)| (*date, tally))
    }

    /// What came in, fell due or was solved on a day; none on an idle one.
    #[must_use]
    pub fn day_of(&self, date: NaiveDate) -> Option<&DayTally> {
        self.days.get(&date)
    }

    /// Diễn biến theo tháng — the months of the period up to the moment of judging, in order,
    /// those without a dossier among them.
    #[must_use]
    pub fn months(&self) -> Vec<MonthTally> {
        // No dossier lies outside the calendar, however long the period.
        let (known, to) = (calendar::first_day(), self.at.date().min(calendar::last_day()));
        let mut month = MonthTally::of(self.period.from().max(known));
        let mut days = self.days().filter(|(date, _)| self.period.contains(*date)).peekable();
        let mut months = Vec::new();
        while month.begins_by(to) {
            while let Some((_, tally)) = days.next_if(|(date, _)| month.holds(*date)) {
                month.tally = month.tally.plus(tally);
            }
            months.push(month);
            month = month.next();
        }
        months
    }
}

impl Row {
    /// Counts a dossier in.
    fn count(&mut self, column: Column, carried_over: bool, online: bool) {
        self.tally.add(column, carried_over, online);
        if online && matches!(column, Column::Late | Column::Overdue) {
            count(&mut self.online_late);
        }
    }
}
