//! What a limit text says, as values.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Amount, Direction, Limit, Unit};

/// Khoảng văn bản — where something stands in the text, in bytes: the one at `end` is outside.
///
/// # Examples
///
/// ```
/// use motcua::time_limit::TimeLimit;
///
/// let text = "Không quá 05 (năm) ngày làm việc";
/// let read = TimeLimit::parse(text);
/// let span = read.limits[0].span;
/// assert_eq!(&text[span.range()], "05 (năm) ngày làm việc");
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// From one byte up to another.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The span as a range of indices, to cut it out of the text.
    #[must_use]
    #[expect(clippy::as_conversions, reason = "targets with 16-bit addresses hold no such text")]
    pub const fn range(self) -> core::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Loại nội dung — what kind of statement a limit text makes.
///
/// Texts beside a procedure are often no time limit of the office at all; these are told apart
/// rather than counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Kind {
    /// No limit is held: "Không quy định", "tùy theo đợt", or nothing at all.
    #[default]
    None,
    /// One limit.
    Deadline,
    /// Several limits, each for a case.
    ByCase,
    /// Several limits, each for a channel of filing.
    ByChannel,
    /// Several limits, one after another or for several agencies.
    BySteps,
    /// Trong ngày — on the day of receipt.
    SameDay,
    /// Ngay sau khi nhận — at once.
    Immediate,
    /// Only what a receipt after some hour does.
    Cutoff,
    /// A limit that may be made longer, or only the longest it may become.
    Extendable,
    /// Gia hạn — only what may be added to a limit that stands elsewhere.
    ExtensionOnly,
    /// Silence after the limit is consent.
    TacitApproval,
    /// Digits and words say different things.
    Conflict,
    /// A number without its unit.
    UnitMissing,
    /// How long a result is valid.
    ValidityNotProcessing,
    /// How long something lasts, or an amount of time that is a condition.
    DurationNotDeadline,
    /// An amount of time per day, month or year.
    QuotaNotDeadline,
    /// When the office receives dossiers.
    OpeningHours,
    /// One hour of the day.
    ClockTime,
    /// From one hour of the day to another.
    ClockTimes,
    /// A day of the calendar.
    FixedDate,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 20] = [
        Self::None,
        Self::Deadline,
        Self::ByCase,
        Self::ByChannel,
        Self::BySteps,
        Self::SameDay,
        Self::Immediate,
        Self::Cutoff,
        Self::Extendable,
        Self::ExtensionOnly,
        Self::TacitApproval,
        Self::Conflict,
        Self::UnitMissing,
        Self::ValidityNotProcessing,
        Self::DurationNotDeadline,
        Self::QuotaNotDeadline,
        Self::OpeningHours,
        Self::ClockTime,
        Self::ClockTimes,
        Self::FixedDate,
    ];

    /// The stable name used in JSON: `deadline`, `by_case`, ...
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Deadline => "deadline",
            Self::ByCase => "by_case",
            Self::ByChannel => "by_channel",
            Self::BySteps => "by_steps",
            Self::SameDay => "same_day",
            Self::Immediate => "immediate",
            Self::Cutoff => "cutoff",
            Self::Extendable => "extendable",
            Self::ExtensionOnly => "extension_only",
            Self::TacitApproval => "tacit_approval",
            Self::Conflict => "conflict",
            Self::UnitMissing => "unit_missing",
            Self::ValidityNotProcessing => "validity_not_processing",
            Self::DurationNotDeadline => "duration_not_deadline",
            Self::QuotaNotDeadline => "quota_not_deadline",
            Self::OpeningHours => "opening_hours",
            Self::ClockTime => "clock_time",
            Self::ClockTimes => "clock_times",
            Self::FixedDate => "fixed_date",
        }
    }

    /// Whether texts of this kind hold limits that an office can be held to.
    #[must_use]
    pub const fn is_limit(self) -> bool {
        matches!(
            self,
            Self::Deadline
                | Self::ByCase
                | Self::ByChannel
                | Self::BySteps
                | Self::SameDay
                | Self::Extendable
                | Self::TacitApproval
        )
    }
}

/// Mức — whether an amount is the most, the least, or just the amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Bound {
    /// The amount as it stands.
    #[default]
    Exact,
    /// Không quá, tối đa, chậm nhất, trong vòng — at most.
    Max,
    /// Ít nhất, tối thiểu — at least.
    Min,
}

impl Bound {
    /// The stable name used in JSON: `max`, `min`; nothing for an exact amount.
    #[must_use]
    pub const fn as_str(self) -> Option<&'static str> {
        match self {
            Self::Exact => None,
            Self::Max => Some("max"),
            Self::Min => Some("min"),
        }
    }
}

/// Cách thức nộp — how a dossier comes to the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Channel {
    /// Trực tiếp — at the desk.
    InPerson,
    /// Trực tuyến — over the network.
    Online,
    /// Bưu chính — by post.
    Post,
}

impl Channel {
    /// All channels.
    pub const ALL: [Self; 3] = [Self::InPerson, Self::Online, Self::Post];

    /// The stable name used in JSON: `in_person`, `online`, `post`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InPerson => "in_person",
            Self::Online => "online",
            Self::Post => "post",
        }
    }

    /// The channel in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::InPerson => "trực tiếp",
            Self::Online => "trực tuyến",
            Self::Post => "qua dịch vụ bưu chính",
        }
    }

    /// The channel in English.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::InPerson => "in person",
            Self::Online => "online",
            Self::Post => "by post",
        }
    }
}

/// Các cách thức nộp — a set of channels.
///
/// # Examples
///
/// ```
/// use motcua::time_limit::{Channel, Channels};
///
/// let mut channels = Channels::default();
/// channels.insert(Channel::Post);
/// channels.insert(Channel::Online);
/// assert!(channels.contains(Channel::Online));
/// assert_eq!(channels.to_string(), "online/post");
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Channels(u8);

impl Channels {
    const fn bit(channel: Channel) -> u8 {
        match channel {
            Channel::InPerson => 1,
            Channel::Online => 2,
            Channel::Post => 4,
        }
    }

    /// Adds a channel.
    pub const fn insert(&mut self, channel: Channel) {
        self.0 |= Self::bit(channel);
    }

    /// Whether a channel is in the set.
    #[must_use]
    pub const fn contains(self, channel: Channel) -> bool {
        self.0 & Self::bit(channel) != 0
    }

    /// Whether the set is empty: nothing is said of channels.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The channels of the set.
    pub fn iter(self) -> impl Iterator<Item = Channel> {
        Channel::ALL.into_iter().filter(move |channel| self.contains(*channel))
    }
}

/// Prints the names joined by a stroke: `online/post`.
impl core::fmt::Display for Channels {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        for (index, channel) in self.iter().enumerate() {
            if index > 0 {
                f.write_str("/")?;
            }
            f.write_str(channel.as_str())?;
        }
        Ok(())
    }
}

/// Sự kiện làm mốc — what kind of event a limit is counted from or to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum EventKind {
    /// Nhận đủ hồ sơ hợp lệ — receipt of a full and valid dossier.
    FullDossier,
    /// Tiếp nhận hồ sơ — receipt of a dossier, not said to be full.
    Receipt,
    /// Thụ lý — acceptance for settlement.
    Acceptance,
    /// Hoàn thành nghĩa vụ tài chính — payment.
    Payment,
    /// Nhận được văn bản, ý kiến, báo cáo — receipt of a paper by a second office.
    SecondOffice,
    /// Ký, ban hành, có hiệu lực — a decision.
    Decision,
    /// Kết thúc, hết thời hạn — the end of something.
    End,
    /// Anything else; its words tell.
    Other,
}

impl EventKind {
    /// The stable name used in JSON: `full_dossier`, `receipt`, ...
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FullDossier => "full_dossier",
            Self::Receipt => "receipt",
            Self::Acceptance => "acceptance",
            Self::Payment => "payment",
            Self::SecondOffice => "second_office",
            Self::Decision => "decision",
            Self::End => "end",
            Self::Other => "other",
        }
    }
}

/// Cụm từ — words of the text that are kept as they are, with single spaces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Phrase {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

/// Mốc tính — the event a limit is counted from, or for a backward limit, to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Event {
    /// Its kind.
    pub kind: EventKind,
    /// Its words: "ngày nhận đủ hồ sơ hợp lệ".
    pub words: Phrase,
}

/// Một thời hạn trong văn bản — one limit of a text, with all that is said of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Term {
    /// How many; of a range, the upper end.
    pub amount: Amount,
    /// The lower end of a range.
    pub lower: Option<Amount>,
    /// Mâu thuẫn — what the words say when the digits say something else: "15 (mười) ngày".
    pub words: Option<Amount>,
    /// Of what; `None` if the text has lost it.
    pub unit: Option<Unit>,
    /// At most, at least or just so.
    pub bound: Bound,
    /// After or before the event.
    pub direction: Direction,
    /// The event.
    pub event: Option<Event>,
    /// The case it applies to.
    pub case: Option<Phrase>,
    /// The step of the work, or the agency, that it is for.
    pub step: Option<Phrase>,
    /// The channels it applies to; empty if nothing is said.
    pub channels: Channels,
    /// Whether it is the longest the limit may become when it is extended.
    pub extended: bool,
    /// Where the amount and unit stand.
    pub span: Span,
}

impl Term {
    /// An amount of a unit, of which nothing more is said.
    #[must_use]
    pub const fn new(amount: Amount, unit: Option<Unit>) -> Self {
        Self {
            amount,
            lower: None,
            words: None,
            unit,
            bound: Bound::Exact,
            direction: Direction::After,
            event: None,
            case: None,
            step: None,
            channels: Channels(0),
            extended: false,
            span: Span::new(0, 0),
        }
    }

    /// The amount of its unit, if that is known.
    pub(super) fn measure(&self) -> Option<Limit> {
        let unit = self.unit?;
        Some(Limit::Count { amount: self.amount, unit, direction: self.direction })
    }

    /// Whether it is the most before an event: "trong vòng 60 ngày trước ngày hết hạn". A window
    /// opens then and ends with the event; on the day it opens nothing is due.
    pub(super) fn is_window(&self) -> bool {
        self.bound == Bound::Max && self.direction == Direction::Before
    }

    /// The term as a limit that can be counted, if its unit is known; none for the most before an
    /// event, by which nothing is due.
    #[must_use]
    pub fn limit(&self) -> Option<Limit> {
        self.measure().filter(|_| !self.is_window())
    }
}

/// Giờ chốt — what a receipt after some hour of the day does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Cutoff {
    /// The hour, in minutes after midnight.
    pub minute: u16,
    /// What happens to a receipt after it.
    pub effect: CutoffEffect,
    /// Where the hour stands.
    pub span: Span,
}

impl Cutoff {
    /// A cut-off at some minute of the day.
    #[must_use]
    pub const fn new(minute: u16, effect: CutoffEffect) -> Self {
        Self { minute, effect, span: Span::new(0, 0) }
    }
}

/// Hệ quả của giờ chốt — what a receipt after the cut-off hour does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum CutoffEffect {
    /// The result is given on the next working day.
    NextWorkingDay,
    /// The result is given on the next day.
    NextDay,
    /// The text does not say.
    Unsaid,
}

impl CutoffEffect {
    /// The stable name used in JSON: `next_working_day`, ...
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NextWorkingDay => "next_working_day",
            Self::NextDay => "next_day",
            Self::Unsaid => "unsaid",
        }
    }
}

/// Gia hạn — by how much, or up to what, a limit may be made longer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Extension {
    /// How many.
    pub amount: Amount,
    /// Of what; `None` if the text has lost it.
    pub unit: Option<Unit>,
    /// At most, at least or just so.
    pub bound: Bound,
    /// Whether the amount is added or is the whole.
    pub mode: ExtensionMode,
    /// How many times.
    pub times: Option<u16>,
    /// When.
    pub when: Option<Phrase>,
    /// Where the amount stands.
    pub span: Span,
}

impl Extension {
    /// An extension of which nothing more is said.
    #[must_use]
    pub const fn new(mode: ExtensionMode, amount: Amount, unit: Option<Unit>) -> Self {
        Self {
            amount,
            unit,
            bound: Bound::Exact,
            mode,
            times: None,
            when: None,
            span: Span::new(0, 0),
        }
    }
}

/// Cách gia hạn — whether an extension is given as the whole or as what is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ExtensionMode {
    /// Kéo dài nhưng không quá — the whole limit after the extension.
    Total,
    /// Kéo dài thêm, gia hạn — added to the limit.
    Addition,
}

impl ExtensionMode {
    /// The stable name used in JSON: `total`, `addition`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Addition => "addition",
        }
    }
}

/// Phần việc của một cơ quan — the share of one agency in a limit: "trong đó Sở 06 ngày".
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Share {
    /// The agency.
    pub agency: Phrase,
    /// How many.
    pub amount: Amount,
    /// Of what, as said here or of the whole limit.
    pub unit: Option<Unit>,
    /// Where the amount stands.
    pub span: Span,
}

impl Share {
    /// The share of an agency.
    #[must_use]
    pub const fn new(agency: Phrase, amount: Amount, unit: Option<Unit>) -> Self {
        Self { agency, amount, unit, span: Span::new(0, 0) }
    }
}

/// Tạm dừng — that the office may pause, and how many times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Pause {
    /// How many times at most.
    pub times: u16,
    /// Where it stands.
    pub span: Span,
}

impl Pause {
    /// A pause allowed some number of times.
    #[must_use]
    pub const fn new(times: u16) -> Self {
        Self { times, span: Span::new(0, 0) }
    }
}

/// Thời hạn đọc từ văn bản — all that a limit text says, with the place of every part.
///
/// [`TimeLimit::parse`] reads it; the fields are open so that a portal can show them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TimeLimit {
    /// What kind of statement it is.
    pub kind: Kind,
    /// The limits, in the order of the text.
    pub limits: Vec<Term>,
    /// The cut-off hour.
    pub cutoff: Option<Cutoff>,
    /// Trong ngày — where the text says that the result is given on the day of receipt.
    pub same_day: Option<Span>,
    /// The hour of the day by which something is due, in minutes after midnight.
    pub clock: Option<u16>,
    /// Ngày cố định — the date by which something is due, in its words.
    pub date: Option<Phrase>,
    /// By how much the limit may be extended.
    pub extension: Option<Extension>,
    /// Other extensions that the text allows, for other cases or other steps.
    pub further_extensions: Vec<Extension>,
    /// Time that is not counted.
    pub excludes: Vec<Phrase>,
    /// The agencies' shares.
    pub shares: Vec<Share>,
    /// Tính lại từ đầu — where the text says that counting starts anew.
    pub restart: Option<Span>,
    /// Coi như đồng ý — where the text says that silence is consent.
    pub tacit_consent: Option<Span>,
    /// That the office may pause.
    pub pause: Option<Pause>,
    /// What was not understood, in the order of the text.
    pub unread: Vec<Span>,
}

impl TimeLimit {
    /// Nội dung không kèm vị trí — the same reading without the places it was read at.
    ///
    /// Two texts that say the same have the same content, however they are written.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::time_limit::TimeLimit;
    ///
    /// let one = TimeLimit::parse("05 (năm) ngày làm việc");
    /// let other = TimeLimit::parse("5 NGÀY LÀM VIỆC");
    /// assert_eq!(one.content(), other.content());
    /// # Ok::<(), motcua::Error>(())
    /// ```
    #[must_use]
    pub fn content(&self) -> Self {
        const NOWHERE: Span = Span::new(0, 0);
        fn bare(phrase: &mut Phrase) {
            phrase.span = NOWHERE;
        }
        let mut content = self.clone();
        for term in &mut content.limits {
            term.span = NOWHERE;
            term.case.iter_mut().for_each(bare);
            term.step.iter_mut().for_each(bare);
            if let Some(event) = &mut term.event {
                bare(&mut event.words);
            }
        }
        for share in &mut content.shares {
            share.span = NOWHERE;
            bare(&mut share.agency);
        }
        for extension in content.extension.iter_mut().chain(&mut content.further_extensions) {
            extension.span = NOWHERE;
            extension.when.iter_mut().for_each(bare);
        }
        if let Some(cutoff) = &mut content.cutoff {
            cutoff.span = NOWHERE;
        }
        if let Some(pause) = &mut content.pause {
            pause.span = NOWHERE;
        }
        content.excludes.iter_mut().for_each(bare);
        content.date.iter_mut().for_each(bare);
        for span in [&mut content.same_day, &mut content.restart, &mut content.tacit_consent] {
            *span = span.map(|_| NOWHERE);
        }
        content.unread.clear();
        content
    }

    /// The first limit whose digits and words differ.
    #[must_use]
    pub fn conflict(&self) -> Option<&Term> {
        self.limits.iter().find(|term| term.words.is_some())
    }
}
