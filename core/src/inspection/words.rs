//! What is said of a finding, in both languages.

use alloc::format;
use alloc::string::String;

use chrono::NaiveDate;

use crate::calendar::WorkSpan;
use crate::deadline::{english_date, vietnamese_date, vietnamese_span};
use crate::obligation::{Standing, State};
use crate::regulation::{Citation, Provision};

/// Lời văn — the same in Vietnamese and in English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Words {
    /// In Vietnamese.
    #[cfg_attr(feature = "serde", serde(rename = "text_vi"))]
    pub vietnamese: String,
    /// In English.
    #[cfg_attr(feature = "serde", serde(rename = "text_en"))]
    pub english: String,
}

impl Words {
    pub(super) fn new(vietnamese: impl Into<String>, english: impl Into<String>) -> Self {
        Self { vietnamese: vietnamese.into(), english: english.into() }
    }

    /// Both texts with a mark replaced by what stands for it in each.
    pub(super) fn with(mut self, mark: &str, vietnamese: &str, english: &str) -> Self {
        self.vietnamese = self.vietnamese.replace(mark, vietnamese);
        self.english = self.english.replace(mark, english);
        self
    }

    /// One after the other, with a sign between them.
    pub(super) fn and(mut self, sign: &str, next: &Self) -> Self {
        for (text, more) in
            [(&mut self.vietnamese, &next.vietnamese), (&mut self.english, &next.english)]
        {
            if !text.is_empty() && !more.is_empty() {
                text.push_str(sign);
            }
            text.push_str(more);
        }
        self
    }
}

impl From<(&str, &str)> for Words {
    fn from((vietnamese, english): (&str, &str)) -> Self {
        Self::new(vietnamese, english)
    }
}

/// Words with a date in each.
pub(super) fn dated((vietnamese, english): (&str, &str), date: NaiveDate) -> Words {
    Words::new(
        vietnamese.replace("{date}", &vietnamese_date(date)),
        english.replace("{date}", &english_date(date)),
    )
}

/// By how much something is late: `trễ hạn 2 ngày làm việc`, `late by 2 working days`; only that
/// it is, where no office time has gone by since.
pub(super) fn late_by((vietnamese, english): (&str, &str), span: WorkSpan) -> Words {
    if span == WorkSpan::default() {
        return Words::new(vietnamese, english);
    }
    let parts = [(span.days, "working day"), (span.hours, "hour"), (span.minutes, "minute")];
    let mut english = format!("{english} by");
    for (value, name) in parts.into_iter().filter(|(value, _)| *value != 0) {
        let plural = if value == 1 { "" } else { "s" };
        english.push_str(&format!(" {value} {name}{plural}"));
    }
    Words::new(format!("{vietnamese} {}", vietnamese_span(span)), english)
}

/// The same of a standing.
pub(super) fn late(standing: Standing) -> Words {
    let english = if standing.state == State::Late { "late" } else { "overdue" };
    late_by((standing.state.vietnamese(), english), standing.span)
}

/// Căn cứ — what a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct FindingBasis {
    /// The article or document.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub words: Words,
    /// Whether it was read in a text.
    pub verified: bool,
    /// Where it was read, and what of it was not; empty when those who made the finding gave it.
    pub source: String,
}

impl FindingBasis {
    /// A basis that someone gave.
    pub(super) fn given(text: &str, verified: bool) -> Self {
        Self { words: Words::new(text, text), verified, source: String::new() }
    }
}

impl From<&Citation> for FindingBasis {
    fn from(basis: &Citation) -> Self {
        Self {
            words: Words::new(basis.vietnamese, basis.english),
            verified: basis.verified,
            source: basis.source.into(),
        }
    }
}

impl From<&Provision> for FindingBasis {
    fn from(basis: &Provision) -> Self {
        Self {
            words: Words::new(basis.vietnamese, basis.english),
            verified: basis.verified,
            source: basis.source().into(),
        }
    }
}
