use crate::ClockTime;

/// Cách tính ngày đầu — whether the day of receipt is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum FirstDay {
    /// It is not (BLDS 2015 art. 147.2).
    #[default]
    Excluded,
    /// It is day one, as some agencies and some fields (tax audits, TT 293/2016) have it.
    Included,
}

/// Hồ sơ nhận ngoài giờ — what a receipt while the office is closed counts as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum OutsideHours {
    /// Received on its own date, at its own hour.
    #[default]
    SameDay,
    /// Received at the next opening of the office.
    NextOpening,
}

/// Giờ chốt nhận hồ sơ — the cut-off hour of a day and what lies behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct CutOff {
    /// The hour; a receipt at this very minute is still before it.
    pub at: ClockTime,
    /// What a later receipt moves.
    #[cfg_attr(feature = "serde", serde(default))]
    pub moves: CutOffMoves,
}

/// Hệ quả của giờ chốt — what a receipt after the cut-off hour moves to the next working day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum CutOffMoves {
    /// Only results that are due the same day (Luật Hộ tịch 2014 art. 5.3; NĐ 23/2015 art. 7).
    ///
    /// The transfer rule of NĐ 61/2018 and NĐ 118/2025 art. 18.2 moves the hand-over inside the
    /// office, not the term.
    #[default]
    SameDayResult,
    /// The receipt itself: every term runs as if the dossier had come at the next opening.
    Receipt,
}

/// Giờ hết hạn — the hour at which a term of days ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum DueTime {
    /// The close of the day's last session, when a result can last be handed over.
    #[default]
    Close,
    /// The hour of the receipt; where the office is closed at that hour, its next opening that
    /// day, or its close when there is none. On a day it does not open the hour stands.
    SameClock,
    /// 24:00 (BLDS 2015 art. 148.6).
    Midnight,
}

/// Ngày cuối là ngày nghỉ — where a last day that is off moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum LastDayOff {
    /// Away from the event: to the next working day (BLDS 2015 art. 148.5), and for a term
    /// counted back to the working day before.
    #[default]
    Rolls,
    /// Towards the event: to the working day before, and for a term counted back to the next.
    RollsBack,
    /// Nowhere; the term ends on the day that is off.
    Stays,
}

/// Giá trị một ngày — what a day is worth when a limit holds a part of one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum DayWorth {
    /// The open minutes of the very day on which the part is counted, never a fixed number.
    #[default]
    OwnSessions,
}

/// Cách tính thời hạn — what agencies really do differently when they count a term.
///
/// The default is [`CountingPolicy::one_stop`].
///
/// # Examples
///
/// ```
/// use motcua::regulation::{CountingPolicy, DueTime};
///
/// let policy = CountingPolicy { due: DueTime::SameClock, ..CountingPolicy::one_stop() };
/// assert_ne!(policy, CountingPolicy::default());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct CountingPolicy {
    /// Whether the day of receipt is counted.
    pub first_day: FirstDay,
    /// What a receipt while the office is closed counts as.
    pub outside_hours: OutsideHours,
    /// The cut-off hour, if the office has one.
    pub cut_off: Option<CutOff>,
    /// The hour at which a term of days ends.
    pub due: DueTime,
    /// Where a last day that is off moves.
    pub last_day_off: LastDayOff,
    /// What a day is worth when a limit holds a part of one.
    pub day_worth: DayWorth,
}

impl CountingPolicy {
    /// Một cửa — the rules of the Civil Code and the one-stop decrees: the day of receipt is not
    /// counted, a receipt counts on its own date, same-day results move after 15:00, a term ends
    /// at the close of its last day, and a last day that is off moves to the next working day.
    #[must_use]
    pub const fn one_stop() -> Self {
        Self {
            first_day: FirstDay::Excluded,
            outside_hours: OutsideHours::SameDay,
            cut_off: match ClockTime::new(15, 0) {
                Some(at) => Some(CutOff { at, moves: CutOffMoves::SameDayResult }),
                None => None,
            },
            due: DueTime::Close,
            last_day_off: LastDayOff::Rolls,
            day_worth: DayWorth::OwnSessions,
        }
    }

    /// The same policy with another cut-off hour, such as one a limit text sets of its own; the
    /// same policy where there is none.
    #[must_use]
    pub fn with_cut_off(self, at: Option<ClockTime>) -> Self {
        let Some(at) = at else { return self };
        let moves = self.cut_off.map_or(CutOffMoves::default(), |cut_off| cut_off.moves);
        Self { cut_off: Some(CutOff { at, moves }), ..self }
    }
}

impl Default for CountingPolicy {
    fn default() -> Self {
        Self::one_stop()
    }
}
