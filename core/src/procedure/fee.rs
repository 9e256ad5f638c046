use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::num::NonZeroU32;

use chrono::NaiveDate;

use super::price::{Dong, Price};
use super::{Fault, ProcedureError};
use crate::time_limit::{Channel, fold};

/// The most reductions of one fee, each of which is held against the others.
const MAX_REDUCTIONS: usize = 1_000;

/// Loại khoản thu — what a payment is by the Law on Fees and Charges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum FeeKind {
    /// Phí — a fee, for the cost of the service.
    Fee,
    /// Lệ phí — a charge of a fixed amount.
    Charge,
    /// Phí hoặc lệ phí — published without saying which.
    #[default]
    Unspecified,
}

impl FeeKind {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fee => "fee",
            Self::Charge => "charge",
            Self::Unspecified => "unspecified",
        }
    }

    /// The kind in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Fee => "phí",
            Self::Charge => "lệ phí",
            Self::Unspecified => "phí, lệ phí",
        }
    }
}

/// Mức giảm — what a reduction leaves to pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Reduced {
    /// Bằng số phần trăm — this percentage of the fee is to be paid ("bằng 50% mức thu").
    ToPercent(u8),
    /// Bằng số tiền — this price is to be paid instead.
    ToPrice(Price),
}

/// Giảm phí, lệ phí có thời hạn — a temporary reduction.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Reduction {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// What is left to pay.
    pub reduced: Reduced,
    /// The channels it is for; none named for all.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub channels: Vec<Channel>,
    /// Căn cứ — the act that gives it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub basis: String,
}

/// Khoản phí, lệ phí — one payment that a procedure asks for.
///
/// A procedure that asks for none has an empty list of fees; one of which nothing is known has no
/// list at all ([`Procedure::fees`](super::Procedure::fees)).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Fee {
    /// Whether it is a fee or a charge.
    #[cfg_attr(feature = "serde", serde(default))]
    pub kind: FeeKind,
    /// Its name, where there are several.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "String::is_empty"))]
    pub name: String,
    /// How much, for one of `per`.
    pub price: Price,
    /// Đơn vị tính — what the price is for one of: `hồ sơ` unless said otherwise, `trang`, `phút`.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub per: Option<String>,
    /// The channels it is for; none named for all.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub channels: Vec<Channel>,
    /// Trường hợp — the case it is for; none for all.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub case: Option<String>,
    /// The first day it is asked for.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub from: Option<NaiveDate>,
    /// The last day it is asked for.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub to: Option<NaiveDate>,
    /// Căn cứ — the act that sets it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "String::is_empty"))]
    pub basis: String,
    /// Temporary reductions, of which at most one holds at a time.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub reductions: Vec<Reduction>,
}

impl Fee {
    /// A payment for every channel and case, of which nothing more is said.
    #[must_use]
    pub const fn new(kind: FeeKind, price: Price) -> Self {
        Self {
            kind,
            name: String::new(),
            price,
            per: None,
            channels: Vec::new(),
            case: None,
            from: None,
            to: None,
            basis: String::new(),
            reductions: Vec::new(),
        }
    }

    /// The same payment for some channels only.
    #[must_use]
    pub fn for_channels(mut self, channels: impl IntoIterator<Item = Channel>) -> Self {
        self.channels.extend(channels);
        self
    }

    fn holds(&self, date: NaiveDate, channel: Channel) -> bool {
        self.from.is_none_or(|from| from <= date)
            && self.to.is_none_or(|to| date <= to)
            && is_for(&self.channels, channel)
    }

    /// What is wrong with the payment as it stands.
    pub(super) fn check(&self) -> Result<(), Fault> {
        if let (Some(from), Some(to)) = (self.from, self.to)
            && to < from
        {
            return Err(Fault::EndBeforeStart { from, to });
        }
        if self.reductions.len() > MAX_REDUCTIONS {
            return Err(Fault::TooMany { most: MAX_REDUCTIONS });
        }
        for (at, reduction) in self.reductions.iter().enumerate() {
            let (from, to) = (reduction.from, reduction.to);
            if to < from {
                return Err(Fault::EndBeforeStart { from, to });
            }
            let whole = match reduction.reduced {
                Reduced::ToPercent(percent) => percent <= 100,
                Reduced::ToPrice(price) => match (price, self.price) {
                    (Price::Dong(reduced), Price::Dong(whole)) => reduced <= whole,
                    (Price::UsDollars(reduced), Price::UsDollars(whole)) => reduced <= whole,
                    _ => false,
                },
            };
            if !whole {
                return Err(Fault::Reduction { from });
            }
            let clash = self.reductions.iter().take(at).find(|earlier| {
                earlier.from <= to && from <= earlier.to && share(&earlier.channels, reduction)
            });
            if clash.is_some() {
                return Err(Fault::ReductionOverlap { from });
            }
        }
        Ok(())
    }
}

fn is_for(channels: &[Channel], channel: Channel) -> bool {
    channels.is_empty() || channels.contains(&channel)
}

fn share(channels: &[Channel], other: &Reduction) -> bool {
    Channel::ALL
        .iter()
        .any(|channel| is_for(channels, *channel) && is_for(&other.channels, *channel))
}

/// Câu hỏi về phí — for which date, channel and case the amount is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FeeQuery<'a> {
    /// The date of payment.
    pub date: NaiveDate,
    /// How the dossier is filed.
    pub channel: Channel,
    /// The case, compared without diacritics: by its name, or by a part that only one name has.
    pub case: Option<&'a str>,
    /// How many pages, minutes or copies, for fees that are counted by them; none is no question.
    pub quantity: NonZeroU32,
}

impl<'a> FeeQuery<'a> {
    /// The amount for one of everything, whatever the case.
    #[must_use]
    pub const fn new(date: NaiveDate, channel: Channel) -> Self {
        Self { date, channel, case: None, quantity: NonZeroU32::MIN }
    }

    /// The same in a case.
    #[must_use]
    pub const fn case(mut self, case: &'a str) -> Self {
        self.case = Some(case);
        self
    }

    /// The same for some number of pages, minutes or copies.
    #[must_use]
    pub const fn quantity(mut self, quantity: NonZeroU32) -> Self {
        self.quantity = quantity;
        self
    }
}

/// Khoản phải nộp — one line of a bill.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct BillItem {
    /// Whether it is a fee or a charge.
    pub kind: FeeKind,
    /// Its name.
    pub name: String,
    /// What it would be without a reduction.
    pub full: Price,
    /// What is to be paid.
    pub price: Price,
    /// What it is counted by, if not by the dossier.
    pub per: Option<String>,
    /// The act that sets it, and that of the reduction.
    pub basis: String,
    /// The days of the reduction that was applied.
    pub reduced: Option<(NaiveDate, NaiveDate)>,
    /// Whether a share was cut off to the whole; no rule for it was read.
    pub cut_off: bool,
}

/// Số tiền phải nộp — what an applicant pays, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Bill {
    /// The lines; none when the procedure is free.
    pub items: Vec<BillItem>,
    /// What they come to in đồng.
    pub dong: Dong,
    /// What they come to in US dollars.
    pub us_dollars: u32,
}

/// Prints what it comes to: `miễn phí`, `70.000 đồng`, `50.000 đồng và 10 USD`.
impl fmt::Display for Bill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.dong.is_zero(), self.us_dollars) {
            (true, 0) => f.write_str("miễn phí"),
            (false, 0) => self.dong.fmt(f),
            (true, dollars) => Price::UsDollars(dollars).fmt(f),
            (false, dollars) => write!(f, "{} và {}", self.dong, Price::UsDollars(dollars)),
        }
    }
}

/// The bill of a list of fees.
pub(super) fn bill(fees: &[Fee], query: FeeQuery<'_>) -> Result<Bill, ProcedureError> {
    let standing: Vec<&Fee> =
        fees.iter().filter(|fee| fee.holds(query.date, query.channel)).collect();
    if standing.is_empty() && !fees.is_empty() {
        return Err(ProcedureError::FeeUnknown { channel: query.channel });
    }
    let picked = for_case(&standing, query.case)?;
    let mut bill = Bill { items: Vec::new(), dong: Dong::ZERO, us_dollars: 0 };
    for fee in picked {
        let item = line(fee, query).ok_or(ProcedureError::FeeExceeds)?;
        match item.price {
            Price::Dong(dong) => {
                bill.dong = bill.dong.plus(dong).ok_or(ProcedureError::FeeExceeds)?;
            }
            Price::UsDollars(dollars) => {
                let sum = bill.us_dollars.checked_add(dollars);
                bill.us_dollars = sum.ok_or(ProcedureError::FeeExceeds)?;
            }
        }
        bill.items.push(item);
    }
    Ok(bill)
}

/// The fees of a case with those for all cases.
fn for_case<'a>(fees: &[&'a Fee], case: Option<&str>) -> Result<Vec<&'a Fee>, ProcedureError> {
    let mut names: Vec<&str> = fees.iter().filter_map(|fee| fee.case.as_deref()).collect();
    let ambiguous = |names: &[&str]| {
        // Several fees may be for one case.
        let mut told = BTreeSet::new();
        let cases = names.iter().copied().filter(|name| told.insert(fold::words(name)));
        ProcedureError::AmbiguousFee { cases: cases.collect::<Vec<_>>().join("; ") }
    };
    let Some(case) = case else {
        return if names.is_empty() { Ok(fees.to_vec()) } else { Err(ambiguous(&names)) };
    };
    let wanted = fold::words(case);
    if wanted.is_empty() {
        return Err(ProcedureError::UnknownFeeCase { case: case.into() });
    }
    if names.is_empty() {
        return Ok(fees.to_vec());
    }
    // The whole name of one case may be a part of another's.
    let whole = names.iter().any(|name| fold::words(name) == wanted);
    let fits = |name: &str| {
        let name = fold::words(name);
        if whole { name == wanted } else { name.contains(wanted.as_str()) }
    };
    names.retain(|name| fits(name));
    let Some(first) = names.first().map(|name| fold::words(name)) else {
        return Err(ProcedureError::UnknownFeeCase { case: case.into() });
    };
    if names.iter().any(|name| fold::words(name) != first) {
        return Err(ambiguous(&names));
    }
    Ok(fees.iter().copied().filter(|fee| fee.case.as_deref().is_none_or(fits)).collect())
}

/// What one fee comes to; none beyond what an amount can hold.
fn line(fee: &Fee, query: FeeQuery<'_>) -> Option<BillItem> {
    let quantity = if fee.per.is_some() { query.quantity.get() } else { 1 };
    let full = fee.price.times(quantity)?;
    let reduction = fee.reductions.iter().find(|reduction| {
        reduction.from <= query.date
            && query.date <= reduction.to
            && is_for(&reduction.channels, query.channel)
    });
    let (price, exact) = match reduction.map(|reduction| reduction.reduced) {
        None => (full, true),
        Some(Reduced::ToPercent(percent)) => full.percent(percent),
        Some(Reduced::ToPrice(price)) => (price.times(quantity)?, true),
    };
    let mut basis = fee.basis.clone();
    if let Some(reduction) = reduction.filter(|reduction| !reduction.basis.is_empty()) {
        if !basis.is_empty() {
            basis.push_str("; ");
        }
        basis.push_str(&reduction.basis);
    }
    Some(BillItem {
        kind: fee.kind,
        name: fee.name.clone(),
        full,
        price,
        per: fee.per.clone(),
        basis,
        reduced: reduction.map(|reduction| (reduction.from, reduction.to)),
        cut_off: !exact,
    })
}
