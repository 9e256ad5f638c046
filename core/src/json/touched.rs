//! The operation `touched`: which open promises a later notice would have made different.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::Serialize;

use super::document::code_of;
use super::report::RefusedAnswer;
use super::request::TouchedRequest;
use super::{Door, DossierRecord};
use crate::calendar::Certainty;
use crate::dossier::{Touched, touched};
use crate::{Error, LocalTime};

#[derive(Serialize)]
pub(super) struct TouchedAnswer {
    touched: Vec<PromiseAnswer>,
    refused: Vec<RefusedAnswer>,
}

#[derive(Serialize)]
struct PromiseAnswer {
    /// Which of the dossiers, from 1.
    record: usize,
    code: String,
    /// What was promised; it stands.
    due: LocalTime,
    due_date: NaiveDate,
    would_be: LocalTime,
    would_be_date: NaiveDate,
    /// How many calendar days later; negative when it would be earlier.
    days: i32,
    /// How far the changed calendar is settled.
    certainty: Certainty,
}

impl PromiseAnswer {
    fn new(record: usize, touched: &Touched<'_>) -> Self {
        Self {
            record,
            code: touched.dossier.code.clone(),
            due: touched.promised.at,
            due_date: touched.promised.date,
            would_be: touched.would_be.at,
            would_be_date: touched.would_be.date,
            days: touched.days,
            certainty: touched.would_be.certainty,
        }
    }
}

impl Door {
    pub(super) fn touched(&self, request: TouchedRequest) -> Result<TouchedAnswer, Error> {
        let before = self.calendar(request.calendar.as_ref())?;
        let after = self.calendar(Some(&request.changed))?;
        let mut answer = TouchedAnswer { touched: Vec::new(), refused: Vec::new() };
        for (record, value) in (1_usize..).zip(request.dossiers) {
            let code = code_of(&value);
            let found = super::read::<DossierRecord>(value).and_then(|read| {
                let (dossier, policy) = read.into_dossier(None, request.policy)?;
                let found = touched([&dossier], &before, &after, &policy, request.as_of)?;
                Ok(found.iter().map(|it| PromiseAnswer::new(record, it)).collect::<Vec<_>>())
            });
            match found {
                Ok(found) => answer.touched.extend(found),
                Err(error) => answer.refused.push(RefusedAnswer::new(record, code, &error)),
            }
        }
        Ok(answer)
    }
}
