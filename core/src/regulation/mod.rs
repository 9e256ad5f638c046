//! Căn cứ pháp luật — which provision of law is in force on which date.

mod citation;
mod form;
mod policy;
mod sector;

use core::fmt;

use chrono::NaiveDate;

pub use citation::Citation;
pub use form::{Form, FormKind, form};
pub use policy::{
    CountingPolicy, CutOff, CutOffMoves, DayWorth, DueTime, FirstDay, LastDayOff, OutsideHours,
};
pub use sector::{Ground, Handling, Interruption, Lapse, Sector};

use crate::ClockTime;
use crate::time_limit::{Amount, Limit, Unit};

include!(concat!(env!("OUT_DIR"), "/provisions.rs"));

/// Quy tắc — a rule the engine counts by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// The day of the event is not counted.
    FirstDay,
    /// Hours and minutes run from the very moment.
    Moment,
    /// A term of days ends with its last day.
    LastDay,
    /// Weeks, months and years end on the corresponding day.
    CorrespondingDay,
    /// A last day that is off moves to the next working day.
    LastDayOff,
    /// The weekly days of rest.
    WeeklyRest,
    /// The public holidays.
    PublicHoliday,
    /// Ngày Văn hóa Việt Nam — 24 November.
    CultureDay,
    /// Days off in lieu of holidays on a weekly day of rest.
    InLieu,
    /// A matter to be settled the same day, or the next working day after the cut-off hour.
    SameDay,
    /// The term runs from a full and correct dossier.
    ClockStart,
    /// A dossier handed in elsewhere: the term runs from its receipt by the competent agency.
    ClockStartElsewhere,
    /// The hand-over to the solving agency, and the hour after which it waits for the next day.
    Transfer,
    /// The term for telling the applicant what is missing.
    SupplementNotice,
    /// What waiting for a supplement does to the term.
    SupplementEffect,
    /// What waiting for a payment does to the term.
    PaymentEffect,
    /// What a suspension does to the term.
    SuspensionEffect,
    /// How many requests for a supplement are the rule.
    SupplementOnce,
    /// How many trips for a supplement are the most.
    SupplementTrips,
    /// The term for answering a dossier handed in online.
    ReceptionAnswer,
    /// The term for the written apology, counted back from the due date.
    Apology,
    /// How many times an appointment may be put off.
    Reappointment,
    /// A refusal is told within the term.
    Refusal,
    /// The result is handed over at the time and place of the appointment slip.
    ResultAsAppointed,
}

impl Rule {
    /// The stable name used in JSON and in `data/regulations.json`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FirstDay => "first_day",
            Self::Moment => "moment",
            Self::LastDay => "last_day",
            Self::CorrespondingDay => "corresponding_day",
            Self::LastDayOff => "last_day_off",
            Self::WeeklyRest => "weekly_rest",
            Self::PublicHoliday => "public_holiday",
            Self::CultureDay => "culture_day",
            Self::InLieu => "in_lieu",
            Self::SameDay => "same_day",
            Self::ClockStart => "clock_start",
            Self::ClockStartElsewhere => "clock_start_elsewhere",
            Self::Transfer => "transfer",
            Self::SupplementNotice => "supplement_notice",
            Self::SupplementEffect => "supplement_effect",
            Self::PaymentEffect => "payment_effect",
            Self::SuspensionEffect => "suspension_effect",
            Self::SupplementOnce => "supplement_once",
            Self::SupplementTrips => "supplement_trips",
            Self::ReceptionAnswer => "reception_answer",
            Self::Apology => "apology",
            Self::Reappointment => "reappointment",
            Self::Refusal => "refusal",
            Self::ResultAsAppointed => "result_as_appointed",
        }
    }

    /// The rule in Vietnamese, in a few words.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::FirstDay => "ngày đầu tiên không tính",
            Self::Moment => "giờ, phút tính từ đúng thời điểm",
            Self::LastDay => "thời hạn ngày kết thúc vào cuối ngày cuối cùng",
            Self::CorrespondingDay => "tuần, tháng, năm kết thúc vào ngày tương ứng",
            Self::LastDayOff => "ngày cuối là ngày nghỉ thì kết thúc vào ngày làm việc tiếp theo",
            Self::WeeklyRest => "ngày nghỉ hằng tuần",
            Self::PublicHoliday => "ngày nghỉ lễ, tết",
            Self::CultureDay => "Ngày Văn hóa Việt Nam",
            Self::InLieu => "nghỉ bù",
            Self::SameDay => "giải quyết ngay trong ngày",
            Self::ClockStart => "tính từ khi nhận đủ hồ sơ hợp lệ",
            Self::ClockStartElsewhere => {
                "phi địa giới: tính từ khi cơ quan có thẩm quyền nhận hồ sơ"
            }
            Self::Transfer => "chuyển hồ sơ trong ngày làm việc",
            Self::SupplementNotice => "thời hạn thông báo bổ sung",
            Self::SupplementEffect => "thời hạn giải quyết khi chờ bổ sung",
            Self::PaymentEffect => "thời hạn giải quyết khi chờ thực hiện nghĩa vụ tài chính",
            Self::SuspensionEffect => "thời hạn giải quyết khi tạm dừng",
            Self::SupplementOnce => "hướng dẫn bổ sung đầy đủ một lần",
            Self::SupplementTrips => "đi lại để bổ sung không quá hai lần",
            Self::ReceptionAnswer => "thời hạn trả lời hồ sơ trực tuyến",
            Self::Apology => "văn bản xin lỗi trước khi hết hạn",
            Self::Reappointment => "hẹn lại không quá một lần",
            Self::Refusal => "thông báo từ chối trong thời hạn giải quyết",
            Self::ResultAsAppointed => "trả kết quả theo thời gian, địa điểm ghi trên giấy hẹn",
        }
    }
}

/// Hệ quả — what an interruption does to a running term.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Effect {
    /// Vẫn tính — nothing.
    #[default]
    Runs,
    /// Tạm dừng — the time of the interruption is not counted.
    Pauses,
    /// Tính lại từ đầu — the term starts anew when the interruption ends.
    Restarts,
}

impl Effect {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Runs => "runs",
            Self::Pauses => "pauses",
            Self::Restarts => "restarts",
        }
    }
}

/// Trị số — what a provision sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A term.
    Term(Limit),
    /// A number of times.
    Times(u8),
    /// An effect on the running term.
    Effect(Effect),
    /// An hour of the day, as hour and minute.
    Clock(u8, u8),
}

/// Điều khoản — a provision of law as the engine cites it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Provision {
    /// The rule it gives.
    pub rule: Rule,
    /// The article and its act, in Vietnamese: `khoản 2 Điều 147 BLDS 2015`; the act alone where it
    /// is meant as a whole.
    pub vietnamese: &'static str,
    /// The same in English: `art. 147.2 Civil Code 2015`.
    pub english: &'static str,
    /// The first day it is applied to; none for "as far back as the engine goes".
    pub from: Option<NaiveDate>,
    /// The last day it is applied to; none while it is in force.
    pub to: Option<NaiveDate>,
    /// What it sets, if it sets a value.
    pub value: Option<Value>,
    /// Whether the article, its value and its dates were read in a text.
    pub verified: bool,
}

impl Provision {
    /// All provisions that are compiled in, those of one rule side by side.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        PROVISIONS.iter().copied().flatten()
    }

    /// Whether the provision is applied to a date.
    #[must_use]
    pub fn holds_on(&self, date: NaiveDate) -> bool {
        holds(self.from, self.to, date)
    }

    /// The term it sets, if it sets one.
    #[must_use]
    pub const fn term(&self) -> Option<Limit> {
        match self.value {
            Some(Value::Term(limit)) => Some(limit),
            _ => None,
        }
    }

    /// The number of times it sets, if it sets one.
    #[must_use]
    pub const fn times(&self) -> Option<u8> {
        match self.value {
            Some(Value::Times(times)) => Some(times),
            _ => None,
        }
    }

    /// The effect it sets, if it sets one.
    #[must_use]
    pub const fn effect(&self) -> Option<Effect> {
        match self.value {
            Some(Value::Effect(effect)) => Some(effect),
            _ => None,
        }
    }

    /// The hour it sets, if it sets one.
    #[must_use]
    pub const fn clock(&self) -> Option<ClockTime> {
        match self.value {
            Some(Value::Clock(hour, minute)) => ClockTime::new(hour, minute),
            _ => None,
        }
    }

    /// Where it was read, and what of it was not; a text for who checks the law, in English.
    ///
    /// These texts stand apart from the provisions, so that a program that does not ask for them does
    /// not carry them.
    #[must_use]
    pub fn source(&self) -> &'static str {
        let mut known = of_rule(self.rule).iter().zip(sources(self.rule));
        known.find(|(provision, _)| *provision == self).map_or("", |(_, source)| source)
    }
}

/// Prints the provision in Vietnamese.
impl fmt::Display for Provision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.vietnamese)
    }
}

/// The provision that gives a rule on a date.
///
/// # Examples
///
/// ```
/// use motcua::calendar::parse_date as day;
/// use motcua::regulation::{Rule, provision};
///
/// let now = provision(Rule::LastDayOff, day("2026-11-23")?).map(|p| p.to_string());
/// assert_eq!(now.as_deref(), Some("khoản 5 Điều 148 BLDS 2015"));
/// let then = provision(Rule::LastDayOff, day("2015-03-01")?).map(|p| p.to_string());
/// assert_eq!(then.as_deref(), Some("khoản 5 Điều 153 BLDS 2005"));
/// # Ok::<(), motcua::Error>(())
/// ```
#[must_use]
#[inline(always)]
pub fn provision(rule: Rule, date: NaiveDate) -> Option<&'static Provision> {
    in_force(of_rule(rule), date)
}

fn in_force(of_rule: &'static [Provision], date: NaiveDate) -> Option<&'static Provision> {
    of_rule.iter().find(|p| p.holds_on(date))
}

fn holds(from: Option<NaiveDate>, to: Option<NaiveDate>, date: NaiveDate) -> bool {
    from.is_none_or(|from| from <= date) && to.is_none_or(|to| date <= to)
}

/// The days of the compiled-in provisions, which the build has read from a real calendar.
pub(crate) const fn day(epoch_day: i32) -> NaiveDate {
    match NaiveDate::from_epoch_days(epoch_day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_has_exactly_one_provision_on_any_day() {
        let rules = [
            Rule::FirstDay,
            Rule::Moment,
            Rule::LastDay,
            Rule::CorrespondingDay,
            Rule::LastDayOff,
            Rule::WeeklyRest,
            Rule::PublicHoliday,
            Rule::InLieu,
            Rule::SameDay,
            Rule::ClockStart,
            Rule::ClockStartElsewhere,
            Rule::Transfer,
            Rule::SupplementNotice,
            Rule::SupplementEffect,
            Rule::PaymentEffect,
            Rule::SuspensionEffect,
            Rule::SupplementOnce,
            Rule::SupplementTrips,
            Rule::ReceptionAnswer,
            Rule::Apology,
            Rule::Reappointment,
            Rule::Refusal,
            Rule::ResultAsAppointed,
        ];
        let first = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap();
        for date in first.iter_days().take(18_628) {
            for rule in rules {
                let found = Provision::all().filter(|p| p.rule == rule && p.holds_on(date));
                assert_eq!(found.count(), 1, "{rule:?} on {date}");
            }
        }
    }
}
