//! Hệ thống quản lý chất lượng — quality systems, and by when they move to the edition in force.

use alloc::string::String;

use chrono::NaiveDate;

use super::InspectionError;
use super::words::{Words, dated};
use crate::Calendar;
use crate::calendar::CalendarError;
use crate::deadline::DateOff;
use crate::obligation::{Dated, Duty, Obligation};
use crate::regulation::{Citation, day};

include!(concat!(env!("OUT_DIR"), "/quality_editions.rs"));

/// Phiên bản tiêu chuẩn — an edition of a quality standard, and how long it may be used.
///
/// # Examples
///
/// ```
/// use motcua::calendar::parse_date as day;
/// use motcua::inspection::QualityEdition;
///
/// let old = QualityEdition::find("tcvn_iso_9001_2008").ok_or("no such edition")?;
/// assert_eq!(old.title, "TCVN ISO 9001:2008");
/// assert_eq!(old.successor, Some("tcvn_iso_9001_2015"));
/// // "Before 30/6/2021".
/// assert_eq!(old.until, day("2021-06-29").ok());
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QualityEdition {
    /// Its stable name.
    pub id: &'static str,
    /// Its own name.
    pub title: &'static str,
    /// The edition that replaces it, if one does.
    pub successor: Option<&'static str>,
    /// The day it was replaced.
    pub replaced: Option<NaiveDate>,
    /// The last day of the transition.
    pub until: Option<NaiveDate>,
    /// Who set that day, and since when it was set.
    pub basis: Citation,
}

impl QualityEdition {
    /// All editions that are compiled in.
    #[must_use]
    pub fn all() -> &'static [Self] {
        EDITIONS
    }

    /// The edition of a name.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        EDITIONS.iter().find(|edition| edition.id == id)
    }

    /// Whether another edition has replaced it by a day.
    #[must_use]
    pub fn is_replaced(&self, date: NaiveDate) -> bool {
        self.replaced.is_some_and(|replaced| replaced <= date)
    }

    /// The last day of the transition, where it was set by a day.
    #[must_use]
    pub fn until(&self, date: NaiveDate) -> Option<NaiveDate> {
        self.until.filter(|_| self.basis.holds_on(date))
    }

    /// `TCVN ISO 9001:2008, replaced by TCVN ISO 9001:2015 on ...; to be moved by ...`
    pub(super) fn words(&self, date: NaiveDate) -> Words {
        let mut words = Words::new(self.title, self.title);
        if let Some((replaced, next)) = self.replaced.zip(self.successor.and_then(Self::find)) {
            let said = ("đã được thay bằng {next} từ {date}", "replaced by {next} on {date}");
            words = words.and(", ", &dated(said, replaced).with("{next}", next.title, next.title));
        }
        if let Some(until) = self.until(date) {
            let said =
                ("phải chuyển đổi chậm nhất ngày {date}", "to be moved by {date} at the latest");
            words = words.and("; ", &dated(said, until));
        }
        words
    }
}

/// Hệ thống quản lý chất lượng — the quality system of an agency and the edition it is on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct QualitySystem {
    /// Số giấy chứng nhận, quyết định công bố — its certificate or decision, which no other has.
    pub code: String,
    /// Phiên bản — the edition it was set up on: `tcvn_iso_9001_2008`.
    pub edition: String,
    /// Người phụ trách — the officer in charge.
    #[cfg_attr(feature = "serde", serde(default))]
    pub officer: String,
    /// Ngày áp dụng — since when.
    #[cfg_attr(feature = "serde", serde(default))]
    pub since: Option<NaiveDate>,
    /// Ngày chuyển đổi — the day it moved to the edition after that.
    #[cfg_attr(feature = "serde", serde(default))]
    pub moved: Option<NaiveDate>,
}

impl QualitySystem {
    /// A system on an edition.
    #[must_use]
    pub fn new(code: impl Into<String>, edition: impl Into<String>) -> Self {
        Self { code: code.into(), edition: edition.into(), ..Self::default() }
    }

    /// The edition it was set up on.
    ///
    /// # Errors
    ///
    /// [`InspectionError::UnknownEdition`].
    pub fn known_edition(&self) -> Result<&'static QualityEdition, InspectionError> {
        QualityEdition::find(&self.edition)
            .ok_or_else(|| InspectionError::UnknownEdition { edition: self.edition.clone() })
    }

    /// Chuyển đổi — the move to the edition in force as a duty, where a last day was set by
    /// `as_of`.
    ///
    /// That day stands even when the office is closed on it: what expires on it does not wait.
    ///
    /// # Errors
    ///
    /// [`InspectionError`] for an unknown edition and for dates outside the calendar.
    pub fn transition(
        &self,
        calendar: &Calendar,
        as_of: NaiveDate,
    ) -> Result<Option<Obligation<'_>>, InspectionError> {
        let edition = self.known_edition()?;
        let Some(set) = edition.until(as_of) else { return Ok(None) };
        let owed = Dated {
            duty: Duty::QualityTransition,
            bearer: &self.officer,
            subject: &self.code,
            from: edition.replaced,
            set,
            off: DateOff::Stands,
            done: self.moved,
        };
        let obligation: Result<_, CalendarError> = owed.obligation(calendar);
        Ok(Some(obligation?))
    }
}
