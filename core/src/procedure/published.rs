//! Nhập danh mục đã công bố — takes over lists in the form the national portal publishes.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::{
    Catalogue, Fee, FeeKind, FilingWay, GovernmentLevel, Price, Procedure, ProcedureError,
    PublicationDecision,
};
use crate::time_limit::{Channel, Kind, TimeLimit, fold};

/// Bản ghi đã công bố — a procedure in the published form: all in words, with one text for all
/// channels.
///
/// Fields of a document that are not named here are passed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default))]
pub struct PublishedRecord {
    /// Its code.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// Its field.
    pub field: Option<String>,
    /// "Cấp bộ, Cấp tỉnh", "Cấp tỉnh (Sở TTTT)".
    pub level_of_government: Option<String>,
    /// "Trực tuyến: 7 Ngày làm việc | Trực tiếp: 7 Ngày làm việc", or one limit.
    pub time_limit_text: Option<String>,
    /// "Trực tuyến: Miễn phí | Trực tiếp: 70,000 Việt Nam Đồng", or one fee.
    pub fee_text: Option<String>,
    /// Its legal basis.
    pub legal_basis: Option<String>,
    /// The number of the decision that publishes it.
    pub decision: Option<String>,
    /// The level of its online service, in words that name no regime.
    pub service_level: Option<String>,
    /// Where it was read.
    pub source: Option<String>,
    /// What else is said of it.
    pub notes: Option<String>,
}

/// Lưu ý khi nhập — what a record leaves open; it is taken over all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ImportRemark {
    /// No limit is published.
    NoLimit,
    /// The limit text holds no limit that can be counted.
    LimitUnread {
        /// What it is instead.
        kind: Kind,
    },
    /// No fee is published.
    NoFee,
    /// Nothing is published of the fee for a channel.
    NoFeeFor {
        /// The channel.
        channel: Channel,
    },
    /// The amount of the fee cannot be told from its words, which are kept.
    FeeUnread {
        /// The words.
        text: String,
    },
    /// A level of government of another name.
    LevelUnread {
        /// The words.
        text: String,
    },
    /// A level of online services without its regime, which is not taken over.
    NoRegime {
        /// The words.
        text: String,
    },
}

impl fmt::Display for ImportRemark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoLimit => f.write_str("no limit is published"),
            Self::LimitUnread { kind } => {
                write!(f, "the limit text holds no limit to count (it is `{}`)", kind.as_str())
            }
            Self::NoFee => f.write_str("no fee is published"),
            Self::NoFeeFor { channel } => {
                write!(f, "no fee is published for the channel `{}`", channel.as_str())
            }
            Self::FeeUnread { text } => write!(f, "no amount can be told from `{text}`"),
            Self::LevelUnread { text } => write!(f, "`{text}` is no level of government"),
            Self::NoRegime { text } => write!(f, "the service level `{text}` names no regime"),
        }
    }
}

/// Kết quả nhập — a catalogue taken over from published records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Imported {
    /// What was taken over.
    pub catalogue: Catalogue,
    /// What was refused, and why.
    pub refused: Vec<ProcedureError>,
    /// What is left open, by the number of the record.
    pub remarks: Vec<(usize, ImportRemark)>,
}

/// What stands for a channel in a text: `Trực tuyến: ... | Trực tiếp: ...`.
fn by_channel(text: &str) -> Option<Vec<(Channel, &str)>> {
    let label = |label: &str| match fold::words(label).as_str() {
        "truc tuyen" => Some(Channel::Online),
        "truc tiep" => Some(Channel::InPerson),
        "dich vu buu chinh" | "buu chinh" => Some(Channel::Post),
        _ => None,
    };
    let part = |part: &'_ str| -> Option<(Channel, usize)> {
        let (name, _) = part.split_once(':')?;
        Some((label(name)?, name.len().saturating_add(1)))
    };
    text.split('|')
        .map(|segment| {
            let (channel, start) = part(segment)?;
            Some((channel, segment.get(start..)?.trim()))
        })
        .collect()
}

fn says_nothing(text: &str) -> bool {
    matches!(fold::words(text).as_str(), "" | "khong co thong tin" | "khong quy dinh")
}

/// Whether a text says nothing of a fee, for any channel.
pub(super) fn says_no_fee(text: &str) -> bool {
    match by_channel(text) {
        Some(parts) => parts.iter().all(|(_, words)| says_nothing(words)),
        None => says_nothing(text),
    }
}

/// The fees that a text sets, as far as they can be told.
fn fees(text: &str, remarks: &mut Vec<ImportRemark>) -> Option<Vec<Fee>> {
    let unread = |text: &str| ImportRemark::FeeUnread { text: text.into() };
    let Some(parts) = by_channel(text) else {
        return match text.parse::<Price>() {
            Ok(price) if price.is_free() => Some(Vec::new()),
            Ok(price) => Some(alloc::vec![Fee::new(FeeKind::Unspecified, price)]),
            Err(_) => {
                remarks.push(unread(text));
                None
            }
        };
    };
    let mut prices: Vec<(Channel, Price)> = Vec::new();
    let mut silent: Vec<Channel> = Vec::new();
    for (channel, words) in parts {
        if says_nothing(words) {
            silent.push(channel);
            continue;
        }
        let Ok(price) = words.parse::<Price>() else {
            remarks.push(unread(words));
            return None;
        };
        match prices.iter().find(|(known, _)| *known == channel) {
            Some((_, other)) if *other == price => {}
            // Several prices of a channel are not added up, and nothing tells what each is for.
            Some(_) => {
                remarks.push(unread(text));
                return None;
            }
            None => prices.push((channel, price)),
        }
    }
    for channel in Channel::ALL.into_iter().filter(|channel| silent.contains(channel)) {
        if prices.iter().all(|(known, _)| *known != channel) {
            remarks.push(ImportRemark::NoFeeFor { channel });
        }
    }
    let mut fees: Vec<Fee> = Vec::new();
    for (channel, price) in prices {
        // Channels of one price are one fee.
        match fees.iter_mut().find(|fee| fee.price == price) {
            Some(fee) => fee.channels.push(channel),
            None => {
                fees.push(Fee::new(FeeKind::Unspecified, price).for_channels([channel]));
            }
        }
    }
    Some(fees)
}

impl PublishedRecord {
    /// Takes the record over as a procedure, with what it leaves open.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::calendar::parse_date as day;
    /// use motcua::procedure::{Dong, FeeQuery, PublishedRecord};
    /// use motcua::time_limit::{Channel, Limit};
    ///
    /// let record = PublishedRecord {
    ///     code: Some("1.004379".into()),
    ///     name: "Cấp lại giấy phép".into(),
    ///     time_limit_text: Some("Trực tuyến: 5 Ngày làm việc | Trực tiếp: 7 Ngày làm việc".into()),
    ///     fee_text: Some("Trực tuyến: Miễn phí | Trực tiếp: 70,000 Việt Nam Đồng".into()),
    ///     ..PublishedRecord::default()
    /// };
    /// let (procedure, remarks) = record.into_procedure()?;
    /// assert!(remarks.is_empty());
    /// let limit = procedure.limit_for(None, Some(Channel::Online))?;
    /// assert_eq!(limit, Limit::working_days(5));
    /// let desk = FeeQuery::new(day("2026-11-23")?, Channel::InPerson);
    /// assert_eq!(procedure.bill(desk)?.dong, Dong::new(70_000));
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ProcedureError::Code`] for a code that is none.
    pub fn into_procedure(self) -> Result<(Procedure, Vec<ImportRemark>), ProcedureError> {
        let mut remarks = Vec::new();
        let mut procedure = Procedure::new(self.name.trim());
        procedure.code = match self.code.as_deref().map(str::trim).filter(|code| !code.is_empty()) {
            Some(code) => Some(code.parse()?),
            None => None,
        };
        procedure.field = self.field.unwrap_or_default();
        for text in self.level_of_government.iter().flat_map(|text| text.split(',')) {
            let (level, agency) = match text.split_once('(') {
                Some((level, agency)) => (level.trim(), agency.trim_end_matches(')').trim()),
                None => (text.trim(), ""),
            };
            match GovernmentLevel::ALL.into_iter().find(|known| known.vietnamese() == level) {
                Some(level) => procedure.levels.push(level),
                None => remarks.push(ImportRemark::LevelUnread { text: text.trim().into() }),
            }
            if !agency.is_empty() {
                procedure.agency = agency.into();
            }
        }
        procedure.time_limit_text = self.time_limit_text.unwrap_or_default();
        if procedure.time_limit_text.trim().is_empty() {
            remarks.push(ImportRemark::NoLimit);
        } else {
            let kind = TimeLimit::parse(&procedure.time_limit_text).kind;
            if !kind.is_limit() {
                remarks.push(ImportRemark::LimitUnread { kind });
            }
        }
        let limits = by_channel(&procedure.time_limit_text);
        procedure.fee_text = self.fee_text.unwrap_or_default();
        let channels = by_channel(&procedure.fee_text);
        if says_no_fee(&procedure.fee_text) {
            remarks.push(ImportRemark::NoFee);
        } else {
            procedure.fees = fees(&procedure.fee_text, &mut remarks);
        }
        for (channel, _) in limits.iter().chain(&channels).flatten() {
            if procedure.channels.iter().all(|way| way.channel != *channel) {
                let said = limits.iter().flatten().filter(|(_, text)| !says_nothing(text));
                let own: Vec<&str> =
                    said.filter(|(known, _)| known == channel).map(|(_, text)| *text).collect();
                // Of several nothing picks one: they are left to the text of all channels.
                let own = if let [only] = own.as_slice() { Some(*only) } else { None };
                procedure.channels.push(FilingWay {
                    channel: *channel,
                    time_limit_text: own.map(ToString::to_string),
                    address: None,
                });
            }
        }
        procedure.decision = self.decision.map(|number| PublicationDecision {
            number,
            issuer: None,
            signed: None,
            promulgated: None,
            effect: None,
            entered: None,
        });
        if let Some(text) = self.service_level {
            remarks.push(ImportRemark::NoRegime { text });
        }
        procedure.legal_basis = self.legal_basis.unwrap_or_default();
        procedure.source = self.source.unwrap_or_default();
        procedure.remark = self.notes;
        Ok((procedure, remarks))
    }

    /// Takes many records over; what is refused is told by its number and does not cost the
    /// others.
    #[must_use]
    pub fn import(records: impl IntoIterator<Item = Self>) -> Imported {
        let mut imported = Imported::default();
        let mut taken = Vec::new();
        for (record, published) in (1_usize..).zip(records) {
            match published.into_procedure() {
                Ok((procedure, remarks)) => {
                    taken.push((record, procedure));
                    let numbered = remarks.into_iter().map(|remark| (record, remark));
                    imported.remarks.extend(numbered);
                }
                Err(error) => imported.refused.push(ProcedureError::Record {
                    record,
                    field: "code".into(),
                    message: error.to_string(),
                }),
            }
        }
        let (catalogue, refused) = Catalogue::numbered(taken);
        imported.catalogue = catalogue;
        imported.refused.extend(refused);
        imported
    }
}
