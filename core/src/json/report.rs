//! The operation `report`: what an office did over a period.

use alloc::borrow::{Cow, ToOwned};
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::catalogue::from_value;
use super::document::code_of;
use super::request::{Date, StandingFields};
use super::{Door, DossierRecord, ErrorBody};
use crate::calendar::Overlay;
use crate::dossier::{Dossier, Timeline};
use crate::obligation::StandingPolicy;
use crate::procedure::Catalogue;
use crate::regulation::CountingPolicy;
use crate::report::{
    DayTally, Grouping, Ii07b, ListedDossier, MonthTally, Period, Ratio, Report, ReportError, Row,
    Tally, Times,
};
use crate::{Calendar, Error, LocalTime};

/// The dossiers of a period, as the requests about one carry them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReportRequest {
    dossiers: Vec<Value>,
    from: Date,
    to: Date,
    /// When open dossiers are judged; at the end of the period when left out.
    as_of: Option<LocalTime>,
    #[serde(default)]
    policy: CountingPolicy,
    #[serde(default)]
    standing: StandingFields,
    calendar: Option<Overlay>,
    /// Where the limits and fields of dossiers are looked up, and what form II.07b is made of.
    catalogue: Option<Value>,
    /// Reports over other dossiers, as `part` of an answer gives them.
    #[serde(default)]
    parts: Vec<Report>,
    /// Whether the answer is to hold itself as such a part.
    #[serde(default)]
    part: bool,
}

/// A period with its dossiers, ready to be counted.
pub(super) struct Log<'a> {
    pub(super) calendar: Cow<'a, Calendar>,
    pub(super) catalogue: Option<Catalogue>,
    pub(super) period: Period,
    pub(super) policy: CountingPolicy,
    pub(super) standing: StandingPolicy,
}

/// A dossier that could not be read or counted.
#[derive(Serialize)]
pub(super) struct RefusedAnswer {
    /// Which of the dossiers, from 1.
    record: usize,
    dossier: Option<String>,
    error: ErrorBody<'static>,
}

impl RefusedAnswer {
    pub(super) fn new(record: usize, dossier: Option<String>, error: &Error) -> Self {
        Self { record, dossier, error: ErrorBody::new(error) }
    }

    pub(super) fn code(&self) -> Option<&str> {
        self.dossier.as_deref()
    }
}

/// The codes of the dossiers that are counted already.
#[derive(Default)]
pub(super) struct Codes(BTreeSet<String>);

impl Codes {
    pub(super) fn check(&self, dossier: &Dossier) -> Result<(), ReportError> {
        if self.0.contains(&dossier.code) {
            return Err(ReportError::Duplicate { code: dossier.code.clone() });
        }
        Ok(())
    }

    pub(super) fn note(&mut self, dossier: Dossier) {
        self.0.insert(dossier.code);
    }
}

impl Log<'_> {
    /// Reads each dossier on its own; those at fault are named, as is one that was counted before.
    pub(super) fn each(
        &self,
        dossiers: Vec<Value>,
        mut count: impl FnMut(&Dossier, &CountingPolicy, &Timeline) -> Result<(), Error>,
    ) -> Vec<RefusedAnswer> {
        let (mut refused, mut codes) = (Vec::new(), Codes::default());
        for (record, value) in (1_usize..).zip(dossiers) {
            let code = code_of(&value);
            let counted = super::read::<DossierRecord>(value).and_then(|read| {
                let (dossier, policy) = read.into_dossier(self.catalogue.as_ref(), self.policy)?;
                codes.check(&dossier)?;
                let timeline = dossier.evaluate(&self.calendar, &policy)?;
                count(&dossier, &policy, &timeline)?;
                codes.note(dossier);
                Ok(())
            });
            if let Err(error) = counted {
                refused.push(RefusedAnswer::new(record, code, &error));
            }
        }
        refused
    }
}

/// A row of form II.06a under the name of what it is about.
#[derive(Serialize)]
struct FieldRow {
    field: String,
    #[serde(flatten)]
    tally: Tally,
}

#[derive(Serialize)]
struct AgencyRow {
    agency: String,
    #[serde(flatten)]
    tally: Tally,
    times: TimesAnswer,
}

#[derive(Serialize)]
struct ProcedureRow {
    procedure: String,
    #[serde(flatten)]
    tally: Tally,
    times: TimesAnswer,
}

/// Office minutes, and percent of the time the office had.
#[derive(Serialize)]
struct TimesAnswer {
    dossiers: u32,
    median_minutes: Option<u32>,
    p90_minutes: Option<u32>,
    median_percent: Option<f64>,
    p90_percent: Option<f64>,
}

impl TimesAnswer {
    fn new(times: &Times) -> Self {
        let percent = |hundredths: u32| f64::from(hundredths) / 100.0;
        Self {
            dossiers: times.used.count(),
            median_minutes: times.used.median(),
            p90_minutes: times.used.p90(),
            median_percent: times.share.median().map(percent),
            p90_percent: times.share.p90().map(percent),
        }
    }
}

#[derive(Serialize)]
struct MonthAnswer {
    month: String,
    #[serde(flatten)]
    tally: DayTally,
    on_time_ratio: Ratio,
}

impl MonthAnswer {
    fn new(month: &MonthTally) -> Self {
        let MonthTally { year, month, tally } = *month;
        let month = alloc::format!("{year:04}-{month:02}");
        Self { month, tally, on_time_ratio: tally.on_time_ratio() }
    }
}

#[derive(Serialize)]
struct DayAnswer {
    date: NaiveDate,
    #[serde(flatten)]
    tally: DayTally,
}

#[derive(Serialize)]
pub(super) struct ReportAnswer {
    from: NaiveDate,
    to: NaiveDate,
    as_of: LocalTime,
    rows: Vec<FieldRow>,
    by_agency: Vec<AgencyRow>,
    by_procedure: Vec<ProcedureRow>,
    totals: Tally,
    on_time: Ratio,
    online: Ratio,
    times: TimesAnswer,
    late: Vec<ListedDossier>,
    due_soon: Vec<ListedDossier>,
    months: Vec<MonthAnswer>,
    days: Vec<DayAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ii07b: Option<Ii07b>,
    refused: Vec<RefusedAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<Report>,
}

impl Door {
    /// The calendar, the catalogue and the policies of a period.
    pub(super) fn log(
        &self,
        [from, to]: [Date; 2],
        overlay: Option<&Overlay>,
        catalogue: Option<Value>,
        policy: CountingPolicy,
        standing: StandingPolicy,
    ) -> Result<Log<'_>, Error> {
        let calendar = self.calendar(overlay)?;
        let period = Period::new(from.0, to.0)?;
        // Outside the years that are known each dossier would be refused for the period's fault.
        calendar.day(period.from())?;
        calendar.day(period.to())?;
        // What is refused of a catalogue is told by the operations about catalogues.
        let catalogue = catalogue.map(from_value).transpose()?.map(|(catalogue, _)| catalogue);
        Ok(Log { calendar, catalogue, period, policy, standing })
    }

    pub(super) fn report(&self, request: ReportRequest) -> Result<ReportAnswer, Error> {
        let ReportRequest { from, to, policy, .. } = request;
        let standing = request.standing.policy();
        let log =
            self.log([from, to], request.calendar.as_ref(), request.catalogue, policy, standing)?;
        let mut report = Report::new(log.period, log.standing);
        if let Some(as_of) = request.as_of {
            report = report.as_of(as_of)?;
        }
        for part in request.parts {
            report.merge(part)?;
        }
        let refused = log.each(request.dossiers, |dossier, policy, timeline| {
            Ok(report.add(&log.calendar, policy, dossier, timeline)?)
        });
        let totals = report.totals()?;
        let listed = |list: Vec<&ListedDossier>| list.into_iter().cloned().collect();
        let rows = |by| report.rows(by).into_iter();
        let times = |row: &Row| TimesAnswer::new(&row.times);
        Ok(ReportAnswer {
            from: log.period.from(),
            to: log.period.to(),
            as_of: report.judged_at(),
            rows: rows(Grouping::Field)
                .map(|(name, row)| FieldRow { field: name.to_owned(), tally: row.tally })
                .collect(),
            by_agency: rows(Grouping::Agency)
                .map(|(name, row)| AgencyRow {
                    agency: name.to_owned(),
                    tally: row.tally,
                    times: times(&row),
                })
                .collect(),
            by_procedure: rows(Grouping::Procedure)
                .map(|(name, row)| ProcedureRow {
                    procedure: name.to_owned(),
                    tally: row.tally,
                    times: times(&row),
                })
                .collect(),
            totals,
            on_time: totals.on_time_ratio(),
            online: totals.online_ratio(),
            times: times(&report.whole()),
            late: listed(report.late()),
            due_soon: listed(report.due_soon()),
            months: report.months().iter().map(MonthAnswer::new).collect(),
            days: report.days().map(|(date, tally)| DayAnswer { date, tally: *tally }).collect(),
            ii07b: log.catalogue.as_ref().map(|it| Ii07b::of(it, log.period.to())),
            refused,
            part: request.part.then(|| report.clone()),
        })
    }
}
