use core::fmt;

use super::Amount;

/// Đơn vị tính — the unit a time limit is counted in.
///
/// The units are kept apart because they are different rules of law, not different sizes: "15
/// ngày" runs over weekends and rolls its last day (BLDS 2015 art. 148.5), "15 ngày làm việc"
/// counts only days the office works. Nothing converts one into another.
///
/// The set is closed on purpose: a match over it should be complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Unit {
    /// Phút — clock minutes.
    Minute,
    /// Giờ — clock hours.
    Hour,
    /// Giờ làm việc — hours inside the office's sessions.
    WorkingHour,
    /// Ngày — calendar days.
    Day,
    /// Ngày làm việc — days on which the office works.
    WorkingDay,
    /// Tuần — weeks.
    Week,
    /// Tháng — months.
    Month,
    /// Năm — years.
    Year,
}

impl Unit {
    /// All units.
    pub const ALL: [Self; 8] = [
        Self::Minute,
        Self::Hour,
        Self::WorkingHour,
        Self::Day,
        Self::WorkingDay,
        Self::Week,
        Self::Month,
        Self::Year,
    ];

    /// The stable name used in JSON: `working_day`, `hour`, ...
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::WorkingHour => "working_hour",
            Self::Day => "day",
            Self::WorkingDay => "working_day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// The unit in Vietnamese: `ngày làm việc`, `giờ`, ...
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Minute => "phút",
            Self::Hour => "giờ",
            Self::WorkingHour => "giờ làm việc",
            Self::Day => "ngày",
            Self::WorkingDay => "ngày làm việc",
            Self::Week => "tuần",
            Self::Month => "tháng",
            Self::Year => "năm",
        }
    }

    /// The unit in English, in the singular.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::WorkingHour => "working hour",
            Self::Day => "day",
            Self::WorkingDay => "working day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

/// Chiều tính — which way a limit is counted from its event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Direction {
    /// After the event: "kể từ ngày nhận đủ hồ sơ".
    #[default]
    After,
    /// Before the event: "ít nhất 2 ngày làm việc trước ngày ...".
    Before,
}

/// Thời hạn — one time limit, ready to be counted.
///
/// # Examples
///
/// ```
/// use motcua::time_limit::{Amount, Limit, Unit};
///
/// assert_eq!(Limit::working_days(10).to_string(), "10 ngày làm việc");
/// assert_eq!(Limit::of(Amount::from_thousandths(1_500), Unit::WorkingDay).to_string(),
///     "1,5 ngày làm việc");
/// assert_eq!(Limit::SameDay.to_string(), "trong ngày");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// An amount of a unit, after or before an event.
    Count {
        /// How many.
        amount: Amount,
        /// Of what.
        unit: Unit,
        /// Which way.
        direction: Direction,
    },
    /// Trong ngày — on the day of receipt, or the next working day after the cut-off hour.
    SameDay,
}

impl Limit {
    /// An amount of a unit after receipt.
    #[must_use]
    pub const fn of(amount: Amount, unit: Unit) -> Self {
        Self::Count { amount, unit, direction: Direction::After }
    }

    /// An amount of a unit before an event.
    #[must_use]
    pub const fn before(amount: Amount, unit: Unit) -> Self {
        Self::Count { amount, unit, direction: Direction::Before }
    }

    /// Whole working days (ngày làm việc) after receipt.
    #[must_use]
    pub const fn working_days(days: u16) -> Self {
        Self::of(Amount::whole(days), Unit::WorkingDay)
    }

    /// Whole calendar days (ngày) after receipt.
    #[must_use]
    pub const fn days(days: u16) -> Self {
        Self::of(Amount::whole(days), Unit::Day)
    }

    /// Whole working hours (giờ làm việc) after receipt.
    #[must_use]
    pub const fn working_hours(hours: u16) -> Self {
        Self::of(Amount::whole(hours), Unit::WorkingHour)
    }
}

/// Prints the plain Vietnamese form: `10 ngày làm việc`, `trước 2 ngày làm việc`, `trong ngày`.
impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SameDay => f.write_str("trong ngày"),
            Self::Count { amount, unit, direction } => {
                if *direction == Direction::Before {
                    f.write_str("trước ")?;
                }
                // Vietnamese writes a decimal comma.
                amount.print(f, ',')?;
                write!(f, " {}", unit.vietnamese())
            }
        }
    }
}
