//! Duties as answers carry them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::Serialize;

use crate::LocalTime;
use crate::calendar::WorkSpan;
use crate::dossier::{Agenda, Apology, Dossier, Entry};
use crate::obligation::Duty;
use crate::regulation::Lapse;

#[derive(Serialize)]
pub(super) struct ObligationAnswer {
    duty: Duty,
    bearer: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    subject: String,
    due: LocalTime,
    due_date: NaiveDate,
    done: Option<LocalTime>,
    /// Since when it is owed no more although it was not done.
    #[serde(skip_serializing_if = "Option::is_none")]
    over: Option<LocalTime>,
    standing: &'static str,
    span: WorkSpan,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    conditional: bool,
    /// What follows when the applicant does not do it in time.
    #[serde(skip_serializing_if = "Option::is_none")]
    lapse: Option<Lapse>,
    citation: Option<String>,
    verified: Option<bool>,
}

impl ObligationAnswer {
    pub(super) fn new(entry: &Entry<'_>) -> Self {
        let Entry { obligation, standing, .. } = entry;
        let (citation, verified) = match (obligation.basis, obligation.sector) {
            (Some(law), _) => (Some(law.to_string()), Some(law.verified)),
            (None, Some(sector)) => (Some(sector.vietnamese.to_string()), Some(sector.verified)),
            (None, None) => (None, None),
        };
        Self {
            duty: obligation.duty,
            bearer: obligation.bearer.to_string(),
            subject: obligation.subject.to_string(),
            due: obligation.due.at,
            due_date: obligation.due.date,
            done: obligation.done,
            over: obligation.over,
            standing: standing.state.as_str(),
            span: standing.span,
            conditional: obligation.conditional,
            lapse: obligation.lapse,
            citation,
            verified,
        }
    }
}

/// Which of the obligations, by their numbers from 1.
#[derive(Serialize)]
pub(super) struct AgendaAnswer {
    within_hours: u32,
    owed: Vec<u32>,
    coming: Vec<u32>,
    breached: Vec<u32>,
    lapsed: Vec<u32>,
}

impl AgendaAnswer {
    pub(super) fn new(agenda: &Agenda<'_>, within_hours: u32) -> Self {
        Self {
            within_hours,
            owed: numbers(agenda, Entry::is_owed),
            coming: numbers(agenda, |entry| entry.coming),
            breached: numbers(agenda, Entry::is_breached),
            lapsed: numbers(agenda, Entry::is_lapsed),
        }
    }
}

fn numbers<'a>(agenda: &Agenda<'a>, of: impl Fn(&Entry<'a>) -> bool) -> Vec<u32> {
    let numbered = (1_u32..).zip(agenda.entries());
    numbered.filter(|(_, entry)| of(entry)).map(|(number, _)| number).collect()
}

#[derive(Serialize)]
pub(super) struct ApologyAnswer {
    form: Option<FormAnswer>,
    dossier: String,
    procedure: String,
    agency: String,
    /// The appointment that was not kept.
    due: LocalTime,
    /// The apology's own due time.
    by: LocalTime,
    sent: Option<LocalTime>,
    /// The reason that was given.
    reason: Option<String>,
    /// The new appointment, where one was given.
    new_due: Option<LocalTime>,
    standing: &'static str,
    /// Whether it is owed only if the result will be late.
    conditional: bool,
}

#[derive(Serialize)]
struct FormAnswer {
    act: &'static str,
    number: &'static str,
    title: &'static str,
    verified: bool,
}

impl ApologyAnswer {
    pub(super) fn new(dossier: &Dossier, apology: &Apology<'_>) -> Self {
        let Entry { obligation, standing, .. } = &apology.entry;
        Self {
            form: apology.form.map(|form| FormAnswer {
                act: form.act,
                number: form.number,
                title: form.title,
                verified: form.verified,
            }),
            dossier: dossier.code.clone(),
            procedure: dossier.procedure.clone(),
            agency: dossier.agency.clone(),
            due: apology.due,
            by: obligation.due.at,
            sent: obligation.done,
            reason: Some(apology.reason).filter(|it| !it.is_empty()).map(ToString::to_string),
            new_due: apology.new_due,
            standing: standing.state.as_str(),
            conditional: obligation.conditional,
        }
    }
}
