//! The operation `limits_audit`: where the published limits of a catalogue contradict their texts.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::time_limit::TimeLimit;
use crate::time_limit::audit::{Finding, Published, check, compare};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LimitsAudit {
    procedures: Vec<LimitRecord>,
}

/// A procedure as portals publish it; what else stands in the record is not looked at.
#[derive(Deserialize)]
struct LimitRecord {
    #[serde(default)]
    code: Option<String>,
    #[serde(default)]
    name: String,
    /// The limit in words.
    #[serde(default)]
    time_limit_text: Option<String>,
    /// The limit in words at greater length, where both are published.
    #[serde(default)]
    description: Option<String>,
    /// The structured field.
    #[serde(default)]
    time_limit_parsed: Option<Vec<Published>>,
    /// The limit in words as the statute has it.
    #[serde(default)]
    statutory_text: Option<String>,
}

#[derive(Serialize)]
pub(super) struct LimitsAuditAnswer {
    procedures: usize,
    findings: Vec<FindingAnswer>,
}

#[derive(Serialize)]
struct FindingAnswer {
    /// Which procedure, from 1.
    record: usize,
    code: Option<String>,
    name: String,
    kind: &'static str,
    published: String,
    stated: String,
}

pub(super) fn limits_audit(request: LimitsAudit) -> LimitsAuditAnswer {
    let procedures = request.procedures.len();
    let mut findings = Vec::new();
    for (number, record) in (1_usize..).zip(request.procedures) {
        let words = record.description.filter(|text| !text.trim().is_empty());
        let text = TimeLimit::parse(&words.or(record.time_limit_text).unwrap_or_default());
        let mut found = check(&record.time_limit_parsed.unwrap_or_default(), &text);
        if let Some(statute) = record.statutory_text {
            found.extend(compare(&TimeLimit::parse(&statute), &text));
        }
        findings.extend(found.into_iter().map(|Finding { kind, published, stated, .. }| {
            FindingAnswer {
                record: number,
                code: record.code.clone(),
                name: record.name.clone(),
                kind: kind.as_str(),
                published,
                stated,
            }
        }));
    }
    LimitsAuditAnswer { procedures, findings }
}
