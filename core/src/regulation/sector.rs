use chrono::NaiveDate;

use super::{Effect, Provision, Rule, SECTORS, holds, provision};
use crate::time_limit::Limit;

/// Quy định chuyên ngành — what the law of a sector says of interruptions, by name.
///
/// The one-stop decrees pause no term; where a pause is right, the law of the sector says so.
///
/// # Examples
///
/// ```
/// use motcua::regulation::{Effect, Sector};
///
/// let flights = Sector::find("flight_operations").ok_or("no such sector")?;
/// assert_eq!(flights.payment, Some(Effect::Pauses));
/// // It was read in a text, and so was that it holds from 1/7/2026.
/// assert!(flights.verified);
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sector {
    /// Its stable name: `flight_operations`.
    pub id: &'static str,
    /// The sector, in Vietnamese.
    pub title: &'static str,
    /// The sector, in English.
    pub title_en: &'static str,
    /// The article and its act, in Vietnamese: `Điều 4 NĐ 222/2026/NĐ-CP`.
    pub vietnamese: &'static str,
    /// The same in English.
    pub english: &'static str,
    /// The first day it is applied to; none for "as far back as the engine goes".
    pub from: Option<NaiveDate>,
    /// The last day it is applied to; none while it is in force.
    pub to: Option<NaiveDate>,
    /// What waiting for a supplement does to the term, where the sector says.
    pub supplement: Option<Effect>,
    /// What waiting for a payment does to the term, where the sector says.
    pub payment: Option<Effect>,
    /// What a suspension does to the term, where the sector says.
    pub suspension: Option<Effect>,
    /// The applicant's term for a supplement.
    pub supplement_term: Option<Limit>,
    /// The office's term for asking for a payment.
    pub payment_notice: Option<Limit>,
    /// The applicant's term for a payment.
    pub payment_term: Option<Limit>,
    /// What follows when the applicant does not supplement in time, where the sector says.
    pub supplement_lapse: Option<Lapse>,
    /// What follows when the applicant does not pay in time, where the sector says.
    pub payment_lapse: Option<Lapse>,
    /// Whether it was read in a text.
    pub verified: bool,
    /// Where it was read, and what of it was not.
    pub source: &'static str,
}

impl Sector {
    /// All sectors that are compiled in.
    #[must_use]
    pub fn all() -> &'static [Self] {
        SECTORS
    }

    /// The sector of a name.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        SECTORS.iter().find(|sector| sector.id == id)
    }

    /// Whether the sector's rule is applied to a date.
    #[must_use]
    pub fn holds_on(&self, date: NaiveDate) -> bool {
        holds(self.from, self.to, date)
    }
}

/// Hậu quả quá hạn — what becomes of a dossier whose applicant lets a term go by.
///
/// It does not come about of itself: the office tells it by an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Lapse {
    /// Từ chối — it is refused.
    Refused,
    /// Dừng giải quyết — it is stopped for good.
    Stopped,
}

impl Lapse {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Stopped => "stopped",
        }
    }
}

/// Gián đoạn — why a term is interrupted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Interruption {
    /// Chờ bổ sung hồ sơ — waiting for the applicant's supplement.
    Supplement,
    /// Chờ thực hiện nghĩa vụ tài chính — waiting for the applicant's payment.
    Payment,
    /// Tạm dừng — suspended for another reason of law.
    Suspension,
}

impl Interruption {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Supplement => "supplement",
            Self::Payment => "payment",
            Self::Suspension => "suspension",
        }
    }
}

/// Cách xử lý gián đoạn — what a procedure's own rules say of interruptions.
///
/// What is left open falls to the sector, and what the sector leaves open to the one-stop rules
/// in force on the date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Handling {
    /// The sector whose law applies.
    pub sector: Option<&'static Sector>,
    /// What waiting for a supplement does to the term.
    pub supplement: Option<Effect>,
    /// What waiting for a payment does to the term.
    pub payment: Option<Effect>,
    /// What a suspension does to the term.
    pub suspension: Option<Effect>,
    /// Whether the term runs only from the payment.
    pub starts_at_payment: bool,
}

/// What the effect of an interruption rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The procedure's own rule.
    Procedure,
    /// The law of its sector.
    Sector(&'static Sector),
    /// A provision of the one-stop rules.
    Provision(&'static Provision),
    /// Nothing that is known.
    Unknown,
}

impl Ground {
    /// Whether it was read in a text.
    #[must_use]
    pub const fn verified(&self) -> bool {
        match self {
            Self::Procedure => true,
            Self::Sector(sector) => sector.verified,
            Self::Provision(provision) => provision.verified,
            Self::Unknown => false,
        }
    }
}

impl Handling {
    /// What an interruption that begins on a date does to the term, and what that rests on.
    #[must_use]
    pub fn effect(&self, interruption: Interruption, date: NaiveDate) -> (Effect, Ground) {
        let (own, of_sector, rule): (_, fn(&Sector) -> Option<Effect>, _) = match interruption {
            Interruption::Supplement => {
                (self.supplement, |sector| sector.supplement, Rule::SupplementEffect)
            }
            Interruption::Payment => (self.payment, |sector| sector.payment, Rule::PaymentEffect),
            Interruption::Suspension => {
                (self.suspension, |sector| sector.suspension, Rule::SuspensionEffect)
            }
        };
        if let Some(effect) = own {
            return (effect, Ground::Procedure);
        }
        if let Some(sector) = self.sector.filter(|sector| sector.holds_on(date))
            && let Some(effect) = of_sector(sector)
        {
            return (effect, Ground::Sector(sector));
        }
        match provision(rule, date) {
            Some(law) => (law.effect().unwrap_or_default(), Ground::Provision(law)),
            None => (Effect::default(), Ground::Unknown),
        }
    }
}
