use core::fmt;

use chrono::NaiveDate;

use super::holds;

/// Viện dẫn — an article of law with the dates it is applied to, for facts that set no value the
/// engine counts by.
///
/// # Examples
///
/// ```
/// use motcua::service_level::Regime;
///
/// let basis = Regime::Decree43.basis();
/// assert_eq!(basis.to_string(), "khoản 4 Điều 3 NĐ 43/2011/NĐ-CP");
/// assert_eq!(basis.english, "art. 3.4 Decree 43/2011/NĐ-CP");
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Citation {
    /// The act, in Vietnamese.
    pub act: &'static str,
    /// The act, in English.
    pub act_en: &'static str,
    /// The article and its act, in Vietnamese: `khoản 2 Điều 8 NĐ 63/2010/NĐ-CP`; the act alone where
    /// it is meant as a whole.
    pub vietnamese: &'static str,
    /// The same in English.
    pub english: &'static str,
    /// The first day it is applied to; none for "as far back as the engine goes".
    pub from: Option<NaiveDate>,
    /// The last day it is applied to; none while it is in force.
    pub to: Option<NaiveDate>,
    /// Whether the article and its dates were read in a text.
    pub verified: bool,
    /// Where it was read, and what of it was not.
    pub source: &'static str,
}

impl Citation {
    /// Whether it is applied to a date.
    #[must_use]
    pub fn holds_on(&self, date: NaiveDate) -> bool {
        holds(self.from, self.to, date)
    }
}

/// Prints the article in Vietnamese.
impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.vietnamese)
    }
}
