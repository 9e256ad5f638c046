//! Kết luận kiểm tra — everything an inspection says, made from what is known.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::words::{FindingBasis, Words, dated, late, late_by};
use super::{
    Area, Check, Exhibit, Finding, Found, Inspection, InspectionError, ManualFinding, Nature,
    PlanFault, PlanItem, Progress, RecordKind, Remedy, WorkPlan, catalogue, distinct,
};
use crate::calendar::WorkSpan;
use crate::deadline::last_instant;
use crate::obligation::{Duty, Obligation, State};
use crate::order;
use crate::regulation::CountingPolicy;
use crate::report::{Period, Ratio};
use crate::{Calendar, LocalTime};

/// Số liệu — how many of how many are as they should be.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Measure {
    /// What is measured.
    pub check: Check,
    /// The area.
    pub area: Area,
    /// What is measured, in words.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub name: Words,
    /// How many of how many; without data none of none.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub ratio: Ratio,
    /// The same in percent, cut off after two decimals; none without data.
    pub percent: Option<String>,
}

/// Nghĩa vụ và tình trạng — a duty and where it stands on the day it is judged.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Owed {
    /// What is owed.
    pub duty: Duty,
    /// Who owes it; empty when nobody is named.
    pub bearer: String,
    /// The plan, item, remedy or system it is about.
    pub subject: String,
    /// The day that was set.
    pub set: NaiveDate,
    /// The day it is due: where that day is off, the next working day for what can then still be
    /// done.
    pub due_date: NaiveDate,
    /// The day it was done.
    pub done: Option<NaiveDate>,
    /// Where it stands.
    pub standing: State,
    /// By how much.
    pub span: WorkSpan,
}

/// Nội dung đã rà soát — an item with its faults and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ItemReview {
    /// The item.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub item: PlanItem,
    /// What it lacks.
    pub faults: Vec<PlanFault>,
    /// Where it stands; none without a day it is due.
    pub standing: Option<State>,
}

/// Kế hoạch đã rà soát — a plan with its items, its progress, and whether it was issued in time.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct PlanReview {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The day it was issued.
    pub issued: Option<NaiveDate>,
    /// The day it was to be issued by.
    pub due: Option<NaiveDate>,
    /// Whether it was issued in time; none without such a day.
    pub issue: Option<State>,
    /// Its items.
    pub items: Vec<ItemReview>,
    /// Contents of the master programme without an item.
    pub missing_areas: Vec<Area>,
    /// How far it is carried out.
    pub progress: Progress,
}

/// Khắc phục đã rà soát — a remedy with its faults and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct RemedyReview {
    /// The finding it is for.
    pub finding: String,
    /// Whether that finding stands as a shortcoming; what is mended does not, nor what there is no
    /// data of.
    pub stands: bool,
    /// The task.
    pub task: ItemReview,
}

/// Kết luận kiểm tra — what an inspection says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Conclusion {
    /// The agency.
    pub subject: String,
    /// The first day of the period.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// The day plans, remedies and transitions are judged at.
    pub as_of: NaiveDate,
    /// All checks with data, in the order they are reported.
    pub measures: Vec<Measure>,
    /// The findings by area, in each the strengths first, in each the computed ones first.
    pub findings: Vec<Finding>,
    /// The plans.
    pub plans: Vec<PlanReview>,
    /// The remedies.
    pub remedies: Vec<RemedyReview>,
    /// Duties of plans, remedies and quality systems, in the order they are due.
    pub obligations: Vec<Owed>,
    /// Records that could not be read and are judged by nothing.
    pub unread: u32,
}

impl Conclusion {
    /// The findings of an area and a nature, in order.
    pub fn of(&self, area: Area, nature: Nature) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |found| found.area == area && found.nature == nature)
    }

    /// Tồn tại, hạn chế — all shortcomings, in order.
    pub fn shortcomings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|found| found.nature == Nature::Shortcoming)
    }
}

/// What is put together, and the day it is judged at.
struct Look<'a> {
    inspection: &'a Inspection<'a>,
    calendar: &'a Calendar,
    as_of: NaiveDate,
    obligations: Vec<Owed>,
}

pub(super) fn conclude(
    inspection: &Inspection<'_>,
    calendar: &Calendar,
    counting: &CountingPolicy,
) -> Result<Conclusion, InspectionError> {
    let (period, as_of) = (inspection.period, inspection.as_of);
    if as_of < period.to() {
        return Err(InspectionError::JudgedBeforeEnd { as_of, to: period.to() });
    }
    // Outside the years that are known there may be no duty to refuse for it.
    calendar.day(as_of)?;
    codes(inspection)?;
    consistent(inspection)?;
    let mut look = Look { inspection, calendar, as_of, obligations: Vec::new() };
    let mut found = look.plan_checks()?;
    if let Some(known) = inspection.catalogue {
        let (date, standing) = (period.to(), inspection.by_date());
        found.extend(catalogue::published(known, date));
        let days = (period.from(), date);
        found.push(catalogue::terms(known, calendar, counting, standing, days)?);
        found.push(catalogue::limits(known, date));
        found.push(catalogue::modes(known, date));
        if let Some(level) = inspection.asked_level() {
            found.push(catalogue::level(known, level, inspection.evidence, date));
        }
    }
    found.extend(inspection.service.found());
    found.push(look.quality()?);
    found.extend(look.personnel());
    order::sort_by_key(&mut found, |found| found.check);

    let level = inspection.asked_level();
    let mut findings: Vec<Finding> =
        found.iter().filter_map(|found| finding(found, period, level)).collect();
    findings.extend(inspection.manual.iter().map(ManualFinding::finding));
    order::sort_by_key(&mut findings, |found| (found.area, found.nature));
    let remedies = look.remedies(&mut findings)?;
    let plans = look.plans()?;
    let mut obligations = look.obligations;
    order::sort_by_key(&mut obligations, |owed| owed.due_date);
    Ok(Conclusion {
        subject: inspection.subject.clone(),
        from: period.from(),
        to: period.to(),
        as_of,
        measures: found.iter().filter_map(measure).collect(),
        findings,
        plans,
        remedies,
        obligations,
        unread: inspection.unread,
    })
}

/// Each thing that findings name has a code of its own.
fn codes(inspection: &Inspection<'_>) -> Result<(), InspectionError> {
    distinct("plan", inspection.plans.iter().map(|plan| plan.number.as_str()))?;
    inspection.plans.iter().try_for_each(WorkPlan::check)?;
    distinct("quality system", inspection.quality.iter().map(|system| system.code.as_str()))?;
    let files = inspection.personnel.iter().flat_map(|personnel| &personnel.files);
    distinct("personnel file", files.map(|file| file.code.as_str()))?;
    let mut findings: Vec<&str> = Check::all().map(Check::as_str).collect();
    findings.extend(inspection.manual.iter().map(|found| found.code.as_str()));
    distinct("finding", findings)?;
    distinct("remedy", inspection.remedies.iter().map(|remedy| remedy.task.code.as_str()))
}

/// What contradicts itself is judged by nothing.
fn consistent(inspection: &Inspection<'_>) -> Result<(), InspectionError> {
    for system in &inspection.quality {
        if let (Some(since), Some(moved)) = (system.since, system.moved)
            && moved < since
        {
            let code = system.code.clone();
            return Err(InspectionError::MovedBeforeUse { code, since, moved });
        }
    }
    match inspection.manual.iter().find(|found| found.vietnamese.trim().is_empty()) {
        Some(silent) => Err(InspectionError::NoText { code: silent.code.clone() }),
        None => Ok(()),
    }
}

fn measure(found: &Found) -> Option<Measure> {
    let rule = found.check.rule()?;
    if found.ratio.is_no_data() {
        return None;
    }
    Some(Measure {
        check: found.check,
        area: rule.area,
        name: rule.name.into(),
        ratio: found.ratio,
        percent: found.ratio.percent_text(),
    })
}

fn finding(found: &Found, period: Period, level: Option<crate::ServiceLevel>) -> Option<Finding> {
    let rule = found.check.rule()?;
    let told = rule.nature(found.ratio);
    let (nature, mut words) =
        told.filter(|(nature, _)| found.praised || *nature == Nature::Shortcoming)?;
    if let Some(level) = level {
        let level = catalogue::level_words(level);
        words = words.with("{level}", &level.vietnamese, &level.english);
    }
    let mut basis = found.basis.clone();
    if basis.is_empty() {
        basis = rule.basis_in(period);
    }
    let advice = rule.advice.filter(|_| nature == Nature::Shortcoming);
    Some(Finding {
        code: found.check.as_str().into(),
        check: Some(found.check),
        manual: false,
        area: rule.area,
        nature,
        words,
        evidence: found.evidence.clone(),
        verified: !basis.is_empty() && basis.iter().all(|basis| basis.verified),
        basis,
        advice: advice.map(Words::from),
        remedies: Vec::new(),
    })
}

impl Look<'_> {
    fn end(&self) -> LocalTime {
        last_instant(self.as_of)
    }

    /// Notes a duty with where it stands.
    fn owe(&mut self, owed: &Obligation<'_>) -> Result<State, InspectionError> {
        let standing = owed.standing(self.calendar, self.inspection.by_date(), self.end())?;
        let done = owed.done.filter(|done| *done <= self.end());
        self.obligations.push(Owed {
            duty: owed.duty,
            bearer: owed.bearer.into(),
            subject: owed.subject.into(),
            set: owed.due.nominal,
            due_date: owed.due.date,
            done: done.map(LocalTime::date),
            standing: standing.state,
            span: standing.span,
        });
        Ok(standing.state)
    }

    fn plan_checks(&self) -> Result<Vec<Found>, InspectionError> {
        let mut on_time = Found::bare(Check::PlanOnTime, Ratio::new(0, 0));
        let mut complete = Found::bare(Check::PlanComplete, Ratio::new(0, 0));
        let mut carried_out = Found::bare(Check::PlanCarriedOut, Ratio::new(0, 0));
        let mut progress = Found::bare(Check::PlanProgress, Ratio::new(0, 0));
        for plan in &self.inspection.plans {
            self.issue(plan, &mut on_time)?;
            self.completeness(plan, &mut complete)?;
            let counted = plan.progress(self.calendar, self.as_of)?;
            add(&mut progress, counted.done(), counted.items);
            let late = counted.late.saturating_add(counted.overdue);
            add(&mut carried_out, counted.in_time, counted.in_time.saturating_add(late));
            self.lateness(plan, &mut carried_out)?;
        }
        Ok(alloc::vec![on_time, complete, carried_out, progress])
    }

    /// Whether a plan was issued by its deadline; while it still can be, nothing is said.
    fn issue(&self, plan: &WorkPlan, found: &mut Found) -> Result<(), InspectionError> {
        let Some(owed) = plan.issue(self.calendar, &self.inspection.subject)? else {
            return Ok(());
        };
        let standing = owed.standing(self.calendar, self.inspection.by_date(), self.end())?;
        let late = standing.state.is_late();
        if !late && !standing.state.is_done() {
            return Ok(());
        }
        add(found, u32::from(!late), 1);
        if !plan.due_basis.is_empty() {
            found.basis.push(FindingBasis::given(&plan.due_basis, false));
        }
        if late {
            let due = dated(("hạn ban hành {date}", "due on {date}"), owed.due.date);
            let issued = match plan.issued.filter(|day| *day <= self.as_of) {
                Some(day) => dated(("ban hành {date}", "issued on {date}"), day),
                None => ("chưa ban hành", "not issued").into(),
            };
            let by = late_by(("chậm", "late"), standing.span);
            let words = due.and(", ", &issued).and(", ", &by);
            found.evidence.push(Exhibit::new(RecordKind::Plan, &plan.number, words));
        }
        Ok(())
    }

    fn completeness(&self, plan: &WorkPlan, found: &mut Found) -> Result<(), InspectionError> {
        for item in &plan.items {
            let faults = item.faults(self.calendar)?;
            add(found, u32::from(faults.is_empty()), 1);
            if !faults.is_empty() {
                let words = faults
                    .iter()
                    .fold(Words::default(), |all, fault| all.and("; ", &fault.words()));
                found.evidence.push(self.exhibit(plan, item, words));
            }
        }
        for area in plan.missing_areas() {
            add(found, 0, 1);
            let said = Words::new("chưa có nội dung về", "no item on");
            let words = said.and(": ", &Words::new(area.vietnamese(), area.english()));
            found.evidence.push(Exhibit::new(RecordKind::Plan, &plan.number, words));
        }
        Ok(())
    }

    /// Items are named by their own code, after that of their plan where there are several.
    fn exhibit(&self, plan: &WorkPlan, item: &PlanItem, words: Words) -> Exhibit {
        let code = match self.inspection.plans.len() {
            1 => item.code.clone(),
            _ => alloc::format!("{}: {}", plan.number, item.code),
        };
        Exhibit::new(RecordKind::PlanItem, &code, words)
    }

    fn lateness(&self, plan: &WorkPlan, found: &mut Found) -> Result<(), InspectionError> {
        for item in &plan.items {
            let Some(owed) = item.obligation(self.calendar, Duty::PlanItem)? else { continue };
            let standing = owed.standing(self.calendar, self.inspection.by_date(), self.end())?;
            if !standing.state.is_late() {
                continue;
            }
            let words = late(standing);
            let due = dated(("hạn {date}", "due on {date}"), owed.due.date);
            found.evidence.push(self.exhibit(plan, item, words.and(", ", &due)));
        }
        Ok(())
    }

    fn quality(&mut self) -> Result<Found, InspectionError> {
        let mut found = Found::bare(Check::QualitySystem, Ratio::new(0, 0));
        for system in &self.inspection.quality {
            if system.since.is_some_and(|since| since > self.as_of) {
                continue;
            }
            let edition = system.known_edition()?;
            let moved = system.moved.is_some_and(|moved| moved <= self.as_of);
            let successor = edition.successor.and_then(super::QualityEdition::find);
            let used = successor.filter(|_| moved).unwrap_or(edition);
            let current = !used.is_replaced(self.as_of);
            add(&mut found, u32::from(current), 1);
            let basis = FindingBasis::from(&used.basis);
            if !found.basis.contains(&basis) && used.basis.holds_on(self.as_of) {
                found.basis.push(basis);
            }
            let owed = system.transition(self.calendar, self.as_of)?;
            let state = owed.as_ref().map(|owed| self.owe(owed)).transpose()?;
            if !current {
                let words = used.words(self.as_of);
                let state = state.map(|state| {
                    let english = state.as_str().replace('_', " ");
                    Words::new(state.vietnamese(), english)
                });
                let words = state.iter().fold(words, |words, state| words.and(", ", state));
                found.evidence.push(Exhibit::new(RecordKind::QualitySystem, &system.code, words));
            }
        }
        Ok(found)
    }

    fn personnel(&self) -> Option<Found> {
        let files = self.inspection.personnel.as_ref()?;
        let mut found = Found::bare(Check::PersonnelFiles, Ratio::new(0, 0));
        if !files.basis.is_empty() {
            found.basis.push(FindingBasis::given(&files.basis, false));
        }
        for file in &files.files {
            let gaps: Vec<&str> = files.gaps(file).collect();
            add(&mut found, u32::from(gaps.is_empty()), 1);
            if !gaps.is_empty() {
                let gaps = gaps.join("; ");
                let words = Words::new("thiếu", "without").and(": ", &Words::new(&*gaps, &*gaps));
                found.evidence.push(Exhibit::new(RecordKind::PersonnelFile, &file.code, words));
            }
        }
        Some(found)
    }

    fn plans(&mut self) -> Result<Vec<PlanReview>, InspectionError> {
        let inspection = self.inspection;
        let mut reviews = Vec::new();
        for plan in &inspection.plans {
            let issue = plan.issue(self.calendar, &inspection.subject)?;
            let issue = issue.map(|owed| self.owe(&owed)).transpose()?;
            let items = plan.items.iter().map(|item| self.review(item, Duty::PlanItem));
            reviews.push(PlanReview {
                number: plan.number.clone(),
                title: plan.title.clone(),
                issued: plan.issued,
                due: plan.due,
                issue,
                items: items.collect::<Result<_, _>>()?,
                missing_areas: plan.missing_areas().collect(),
                progress: plan.progress(self.calendar, self.as_of)?,
            });
        }
        Ok(reviews)
    }

    fn review(&mut self, item: &PlanItem, duty: Duty) -> Result<ItemReview, InspectionError> {
        let owed = item.obligation(self.calendar, duty)?;
        Ok(ItemReview {
            item: item.clone(),
            faults: item.faults(self.calendar)?,
            standing: owed.map(|owed| self.owe(&owed)).transpose()?,
        })
    }

    /// The remedies, each noted at the finding it is for.
    fn remedies(&mut self, findings: &mut [Finding]) -> Result<Vec<RemedyReview>, InspectionError> {
        let inspection = self.inspection;
        let mut reviews = Vec::new();
        for Remedy { finding, task } in &inspection.remedies {
            let found = findings.iter_mut().find(|found| found.code == *finding);
            if found.is_none() && Check::find(finding).is_none() {
                return Err(InspectionError::UnknownFinding {
                    remedy: task.code.clone(),
                    finding: finding.clone(),
                });
            }
            let found = found.filter(|found| found.nature == Nature::Shortcoming);
            let stands = found.is_some();
            if let Some(found) = found {
                found.remedies.push(task.code.clone());
            }
            let task = self.review(task, Duty::Remedy)?;
            reviews.push(RemedyReview { finding: finding.clone(), stands, task });
        }
        Ok(reviews)
    }
}

const fn add(found: &mut Found, kept: u32, all: u32) {
    found.ratio = Ratio::new(
        found.ratio.numerator.saturating_add(kept),
        found.ratio.denominator.saturating_add(all),
    );
}
