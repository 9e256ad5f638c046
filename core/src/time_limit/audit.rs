//! Kiểm tra công bố — the published field of a time limit against its text, and a published limit
//! against the statutory one.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::model::{Channel, ExtensionMode, Term, TimeLimit};
use super::{Amount, Direction, Unit};

/// Trường có cấu trúc — a time limit as a portal publishes it beside its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Published {
    /// How many.
    pub amount: Amount,
    /// Of what; `None` if the field has lost it.
    pub unit: Option<Unit>,
    /// For which channel; `None` for all.
    pub channel: Option<Channel>,
}

impl Published {
    /// A published field.
    #[must_use]
    pub const fn new(amount: Amount, unit: Option<Unit>, channel: Option<Channel>) -> Self {
        Self { amount, unit, channel }
    }

    /// The fields that a structured text holds: "Trực tuyến: 7 Ngày làm việc | Trực tiếp: 9 Ngày".
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::time_limit::audit::Published;
    /// use motcua::time_limit::{Channel, TimeLimit};
    ///
    /// let fields = Published::of(&TimeLimit::parse("Trực tuyến: 7 Ngày | Trực tiếp: 9"));
    /// assert_eq!(fields[0].channel, Some(Channel::Online));
    /// # Ok::<(), motcua::Error>(())
    /// ```
    #[must_use]
    pub fn of(text: &TimeLimit) -> Vec<Self> {
        let mut fields = Vec::new();
        for term in &text.limits {
            if term.channels.is_empty() {
                fields.push(Self::new(term.amount, term.unit, None));
            }
            for channel in term.channels.iter() {
                fields.push(Self::new(term.amount, term.unit, Some(channel)));
            }
        }
        fields
    }
}

/// Prints as `7 ngày làm việc (online)`.
impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&measure(self.amount, self.unit))?;
        match self.channel {
            Some(channel) => write!(f, " ({})", channel.as_str()),
            None => Ok(()),
        }
    }
}

/// Loại phát hiện — what is wrong with a published limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum FindingKind {
    /// The field has a number without its unit.
    UnitLost,
    /// The same number with another unit.
    UnitDiffers,
    /// Another number than the text has.
    NumberDiffers,
    /// The number is the sum of limits that are for different cases or steps.
    CasesAddedUp,
    /// The channels have different limits where the text has one, or each other's limits.
    ChannelsDiffer,
    /// The text holds a limit, the field none.
    NotPublished,
    /// The text contradicts itself: digits and words differ.
    TextConflict,
    /// The shares of the agencies do not add up to the limit.
    SharesDiffer,
    /// The published limit is longer than the statutory one.
    LongerThanStatute,
    /// The published limit is shorter than the statutory one, which an office may promise.
    ShorterThanStatute,
}

impl FindingKind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::UnitLost,
        Self::UnitDiffers,
        Self::NumberDiffers,
        Self::CasesAddedUp,
        Self::ChannelsDiffer,
        Self::NotPublished,
        Self::TextConflict,
        Self::SharesDiffer,
        Self::LongerThanStatute,
        Self::ShorterThanStatute,
    ];

    /// The stable name used in JSON: `unit_lost`, ...
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UnitLost => "unit_lost",
            Self::UnitDiffers => "unit_differs",
            Self::NumberDiffers => "number_differs",
            Self::CasesAddedUp => "cases_added_up",
            Self::ChannelsDiffer => "channels_differ",
            Self::NotPublished => "not_published",
            Self::TextConflict => "text_conflict",
            Self::SharesDiffer => "shares_differ",
            Self::LongerThanStatute => "longer_than_statute",
            Self::ShorterThanStatute => "shorter_than_statute",
        }
    }
}

/// Phát hiện — one thing that does not agree, with what stands on both sides.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Finding {
    /// What is wrong.
    #[cfg_attr(feature = "serde", serde(rename = "finding"))]
    pub kind: FindingKind,
    /// What is published.
    pub published: String,
    /// What the text, or the statute, says.
    pub stated: String,
}

/// Prints as `unit_lost: published 7, stated 7 ngày làm việc`.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, published, stated } = self;
        write!(f, "{}: published {published}, stated {stated}", kind.as_str())
    }
}

/// Kiểm tra trường công bố với văn bản — the findings of a published field against its text.
///
/// A text without a limit contradicts nothing; a text with several limits is satisfied by a field
/// that has any one of them.
///
/// # Examples
///
/// ```
/// use motcua::time_limit::audit::{FindingKind, Published, check};
/// use motcua::time_limit::{Amount, TimeLimit, Unit};
///
/// let text = TimeLimit::parse("Bước 1: 03 ngày làm việc; Bước 2: 05 ngày làm việc");
/// let field = Published::new(Amount::whole(8), Some(Unit::WorkingDay), None);
/// let findings = check(&[field], &text);
/// assert_eq!(findings[0].kind, FindingKind::CasesAddedUp);
/// # Ok::<(), motcua::Error>(())
/// ```
#[must_use]
pub fn check(published: &[Published], text: &TimeLimit) -> Vec<Finding> {
    let terms: Vec<&Term> = if text.kind.is_limit() || text.conflict().is_some() {
        text.limits.iter().collect()
    } else {
        Vec::new()
    };
    let mut findings = Vec::new();
    if let Some(term) = text.conflict() {
        let words = term.words.map(|words| measure(words, term.unit)).unwrap_or_default();
        let stated = format!("{} in digits, {words} in words", measure(term.amount, term.unit));
        findings.push(finding(FindingKind::TextConflict, published, stated));
    }
    shares(published, text, &mut findings);
    let held: Vec<Published> =
        published.iter().copied().filter(|field| !field.amount.is_zero()).collect();
    if held.is_empty() {
        if !terms.is_empty() {
            findings.push(finding(FindingKind::NotPublished, published, list(&terms)));
        }
        return findings;
    }
    channels(&held, &terms, &mut findings);
    let mut seen: Vec<(Published, FindingKind)> = Vec::new();
    for field in held {
        let Some(kind) = check_field(field, &terms, text) else { continue };
        // Three channels with the same fault are one finding.
        let same = |(other, found): &(Published, FindingKind)| {
            *found == kind && other.amount == field.amount && other.unit == field.unit
        };
        if !seen.iter().any(same) {
            seen.push((field, kind));
            let stated = match kind {
                FindingKind::CasesAddedUp => sum(&terms, text),
                _ => list(&terms),
            };
            findings.push(finding(kind, &[field], stated));
        }
    }
    findings
}

/// The fault of one field, if it has any.
fn check_field(field: Published, terms: &[&Term], text: &TimeLimit) -> Option<FindingKind> {
    let own: Vec<&Term> = terms
        .iter()
        .copied()
        .filter(|term| match field.channel {
            Some(channel) => term.channels.is_empty() || term.channels.contains(channel),
            None => true,
        })
        .collect();
    let holds = |term: &&&Term| term.amount == field.amount || term.lower == Some(field.amount);
    if field.unit.is_none() {
        return Some(FindingKind::UnitLost);
    }
    if own.iter().filter(holds).any(|term| term.unit == field.unit) {
        return None;
    }
    if own.iter().any(|term| holds(&term)) {
        return Some(FindingKind::UnitDiffers);
    }
    if own.is_empty() {
        return None;
    }
    if terms.iter().filter(holds).any(|term| term.unit == field.unit) {
        return Some(FindingKind::ChannelsDiffer);
    }
    let standing = || own.iter().filter(|t| !t.extended && t.direction == Direction::After);
    let of_unit: Vec<Amount> =
        standing().filter(|term| term.unit == field.unit).map(|term| term.amount).collect();
    let all: Vec<Amount> = standing().map(|term| term.amount).collect();
    // What may be added by an extension is no part of the limit either.
    let extended: Vec<Amount> = all.iter().copied().chain(addition(text)).collect();
    if [of_unit, all, extended].iter().any(|amounts| is_sum(amounts, field.amount)) {
        return Some(FindingKind::CasesAddedUp);
    }
    Some(FindingKind::NumberDiffers)
}

/// What an extension adds.
fn addition(text: &TimeLimit) -> Option<Amount> {
    let extension = text.extension.as_ref()?;
    (extension.mode == ExtensionMode::Addition).then_some(extension.amount)
}

/// The limits that were added up.
fn sum(terms: &[&Term], text: &TimeLimit) -> String {
    let parts = terms.iter().map(|term| measure(term.amount, term.unit));
    let extension = text.extension.as_ref().filter(|_| addition(text).is_some());
    let parts = parts.chain(extension.map(|e| measure(e.amount, e.unit)));
    parts.collect::<Vec<_>>().join(" + ")
}

/// Whether at least two amounts add up to a number.
fn is_sum(amounts: &[Amount], total: Amount) -> bool {
    let sum = amounts.iter().fold(0_u32, |sum, amount| sum.saturating_add(amount.thousandths()));
    amounts.len() > 1 && sum == total.thousandths()
}

/// Channels that differ from one another where the text makes no difference.
fn channels(fields: &[Published], terms: &[&Term], findings: &mut Vec<Finding>) {
    let Some(first) = fields.first() else { return };
    let differ = fields.iter().any(|f| (f.amount, f.unit) != (first.amount, first.unit));
    let named = fields.iter().all(|field| field.channel.is_some());
    let told = terms.iter().any(|term| !term.channels.is_empty());
    if differ && named && !told {
        findings.push(finding(FindingKind::ChannelsDiffer, fields, list(terms)));
    }
}

/// Shares of agencies that do not add up.
fn shares(published: &[Published], text: &TimeLimit, findings: &mut Vec<Finding>) {
    let mut limits = text.limits.iter().filter(|term| !term.extended);
    let (Some(total), None) = (limits.next(), limits.next()) else { return };
    let comparable = !text.shares.is_empty() && text.shares.iter().all(|s| s.unit == total.unit);
    let amounts: Vec<Amount> = text.shares.iter().map(|share| share.amount).collect();
    if comparable && !is_sum(&amounts, total.amount) && amounts.len() > 1 {
        let parts: Vec<String> = text
            .shares
            .iter()
            .map(|share| format!("{} {}", share.agency.text, measure(share.amount, share.unit)))
            .collect();
        let stated = format!("{} of {}", parts.join(", "), measure(total.amount, total.unit));
        findings.push(finding(FindingKind::SharesDiffer, published, stated));
    }
}

/// So với quy định — the findings of a published limit against the statutory one.
///
/// Limits are compared where both texts have one for the same case; a shorter promise is named,
/// because an office may make it, and a different unit is never weighed against another.
///
/// # Examples
///
/// ```
/// use motcua::time_limit::TimeLimit;
/// use motcua::time_limit::audit::{FindingKind, compare};
///
/// let statute = TimeLimit::parse("không quá 10 ngày làm việc");
/// let local = TimeLimit::parse("12 ngày làm việc");
/// assert_eq!(compare(&statute, &local)[0].kind, FindingKind::LongerThanStatute);
/// # Ok::<(), motcua::Error>(())
/// ```
#[must_use]
pub fn compare(statute: &TimeLimit, published: &TimeLimit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for term in published.limits.iter().filter(|term| !term.extended) {
        let Some(rule) = counterpart(statute, term) else { continue };
        let kind = match (term.unit, rule.unit) {
            (None, _) => FindingKind::UnitLost,
            (_, None) => continue,
            (Some(unit), Some(of_rule)) if unit != of_rule => FindingKind::UnitDiffers,
            _ if term.amount > rule.amount => FindingKind::LongerThanStatute,
            _ if term.amount < rule.amount => FindingKind::ShorterThanStatute,
            _ => continue,
        };
        findings.push(Finding {
            kind,
            published: measure(term.amount, term.unit),
            stated: measure(rule.amount, rule.unit),
        });
    }
    findings
}

/// The statutory limit for the case of a published one.
fn counterpart<'a>(statute: &'a TimeLimit, term: &Term) -> Option<&'a Term> {
    let mut rules = statute.limits.iter().filter(|rule| !rule.extended);
    let name =
        |term: &Term| term.case.as_ref().or(term.step.as_ref()).map(|c| c.text.to_lowercase());
    let same = statute
        .limits
        .iter()
        .find(|rule| !rule.extended && name(rule) == name(term) && rule.channels == term.channels);
    same.or_else(|| match (rules.next(), rules.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    })
}

fn finding(kind: FindingKind, published: &[Published], stated: String) -> Finding {
    let fields: Vec<String> = published.iter().map(ToString::to_string).collect();
    Finding { kind, published: fields.join(", "), stated }
}

/// The limits in one line.
fn list(terms: &[&Term]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for term in terms {
        let part = measure(term.amount, term.unit);
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    if parts.is_empty() { "nothing".into() } else { parts.join(", ") }
}

fn measure(amount: Amount, unit: Option<Unit>) -> String {
    match unit {
        Some(unit) => format!("{amount} {}", unit.vietnamese()),
        None => amount.to_string(),
    }
}
