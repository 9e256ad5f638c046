use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::search::{Hit, Index};
use super::{Fault, Procedure, ProcedureCode, ProcedureError};
use crate::time_limit::fold;

/// The most versions of one procedure, each of which is held against the others.
const MAX_VERSIONS: usize = 1_000;

/// Danh mục thủ tục — the procedures of an office, to be looked up.
///
/// A procedure may stand in several versions, each in force from one day to another; a dossier
/// keeps the version that was in force when it was received ([`Catalogue::at`]).
///
/// # Examples
///
/// ```
/// use motcua::Procedure;
/// use motcua::procedure::Catalogue;
///
/// let mut procedure = Procedure::new("Sửa đổi, bổ sung giấy phép bưu chính");
/// procedure.code = Some("1.003687.000.00.00.H55".parse()?);
/// let (catalogue, refused) = Catalogue::new([procedure, Procedure::new("")]);
/// assert_eq!(refused.len(), 1);
/// assert!(catalogue.find("1.003687").is_some());
/// assert!(catalogue.find("1.003687.H55").is_some());
/// assert!(catalogue.find("1.003687.H38").is_none());
/// assert_eq!(catalogue.search("bố sung giấy fép", 5).len(), 1);
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    procedures: Vec<Procedure>,
    /// The national numbers of all codes with their places, in order.
    codes: Vec<(u32, u32)>,
    /// The places of the procedures in the order of their names.
    names: Vec<u32>,
    search: Index,
}

impl Catalogue {
    /// A catalogue of procedures, in which no code stands twice, nor a name without a code, unless
    /// as versions in force at different times.
    ///
    /// The records that are refused are left out and returned with the reason, so that one bad
    /// record does not cost the others. A procedure stands in at most 1,000 versions.
    #[must_use]
    pub fn new(records: impl IntoIterator<Item = Procedure>) -> (Self, Vec<ProcedureError>) {
        Self::numbered((1_usize..).zip(records))
    }

    /// The same of records that have their numbers, as some of a document may be missing.
    #[must_use]
    pub fn numbered(
        records: impl IntoIterator<Item = (usize, Procedure)>,
    ) -> (Self, Vec<ProcedureError>) {
        let mut kept: Vec<(usize, Procedure)> = Vec::new();
        let mut refused = Vec::new();
        // The places in `kept` of each code, and of each name that stands without one.
        let mut known: BTreeMap<(Option<u32>, String), Vec<usize>> = BTreeMap::new();
        for (record, procedure) in records {
            if let Err((field, fault)) = procedure.check() {
                refused.push(ProcedureError::Content { record, field, fault });
                continue;
            }
            let (number, value) = match &procedure.code {
                Some(code) => (Some(code.number()), code.to_string()),
                None => (None, procedure.name.clone()),
            };
            // The number goes first, as it compares fastest.
            let places = known.entry((number, value)).or_default();
            let field = if number.is_some() { "code" } else { "name" };
            if places.len() >= MAX_VERSIONS {
                let fault = Fault::TooMany { most: MAX_VERSIONS };
                refused.push(ProcedureError::Content { record, field: field.into(), fault });
                continue;
            }
            let clash = places
                .iter()
                .filter_map(|place| kept.get(*place))
                .find(|(_, other)| overlap(other, &procedure));
            if let Some((first, other)) = clash {
                let (first, value) = (*first, procedure.label().into());
                let dated = [other, &procedure].iter().all(|p| p.from.is_some() || p.to.is_some());
                refused.push(if dated {
                    ProcedureError::VersionOverlap { record, value, first }
                } else {
                    ProcedureError::Duplicate { record, field, value, first }
                });
                continue;
            }
            places.push(kept.len());
            kept.push((record, procedure));
        }
        (Self::indexed(kept.into_iter().map(|(_, procedure)| procedure).collect()), refused)
    }

    fn indexed(procedures: Vec<Procedure>) -> Self {
        let numbered = || (0_u32..).zip(&procedures);
        let mut codes: Vec<(u32, u32)> = numbered()
            .filter_map(|(place, procedure)| Some((procedure.code.as_ref()?.number(), place)))
            .collect();
        codes.sort_unstable();
        let mut by_name: Vec<(&str, u32)> =
            numbered().map(|(place, procedure)| (procedure.name.as_str(), place)).collect();
        by_name.sort_unstable();
        let names = by_name.into_iter().map(|(_, place)| place).collect();
        let search = Index::new(&procedures);
        Self { procedures, codes, names, search }
    }

    /// The procedures in the order they were given, all versions of them.
    #[must_use]
    pub fn procedures(&self) -> &[Procedure] {
        &self.procedures
    }

    /// The procedure with a code or a whole name; of several versions, the latest.
    ///
    /// A code without an agency finds the procedure of any single agency, and a code with one the
    /// procedure that stands without an agency.
    #[must_use]
    pub fn find(&self, reference: &str) -> Option<&Procedure> {
        // Most look-ups are of a code that stands once, as it is written.
        if let Some(number) = ProcedureCode::number_of(reference)
            && let [(_, place)] = self.range(number)
            && let Some(procedure) = self.place(*place)
            && procedure.code.as_deref() == Some(reference)
        {
            return Some(procedure);
        }
        self.latest(reference).map(|(_, procedure)| procedure)
    }

    /// The latest version of a procedure, with its place.
    pub(super) fn latest(&self, reference: &str) -> Option<(usize, &Procedure)> {
        self.places(reference).max_by_key(|(_, procedure)| (procedure.from, procedure.to.is_none()))
    }

    /// The version of a procedure that is in force on a date, which a dossier received then keeps.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::Procedure;
    /// use motcua::calendar::parse_date as day;
    /// use motcua::procedure::Catalogue;
    ///
    /// let mut old = Procedure::new("Cấp giấy phép");
    /// old.code = Some("1.003659".parse()?);
    /// old.time_limit_text = "30 ngày".into();
    /// let mut new = old.clone();
    /// old.to = Some(day("2022-04-14")?);
    /// new.from = Some(day("2022-04-15")?);
    /// new.time_limit_text = "20 ngày".into();
    /// let (catalogue, _) = Catalogue::new([old, new]);
    /// let then = catalogue.at("1.003659", day("2021-06-01")?);
    /// assert_eq!(then.map(|p| p.time_limit_text.as_str()), Some("30 ngày"));
    /// let now = catalogue.find("1.003659");
    /// assert_eq!(now.map(|p| p.time_limit_text.as_str()), Some("20 ngày"));
    /// # Ok::<(), motcua::Error>(())
    /// ```
    #[must_use]
    pub fn at(&self, reference: &str, date: NaiveDate) -> Option<&Procedure> {
        self.versions(reference).find(|procedure| procedure.holds_on(date))
    }

    /// The versions of one procedure by its code or whole name.
    pub fn versions<'a>(
        &'a self,
        reference: &str,
    ) -> impl Iterator<Item = &'a Procedure> + use<'a> {
        self.places(reference).map(|(_, procedure)| procedure)
    }

    /// The versions of one procedure with their places.
    pub(super) fn places<'a>(
        &'a self,
        reference: &str,
    ) -> impl Iterator<Item = (usize, &'a Procedure)> + use<'a> {
        let code = self.code_of(reference);
        let by_code = code.map(|code| (self.range(code.number()), code));
        let by_name = if code.is_none() { self.named(reference) } else { &[] };
        let coded = by_code.into_iter().flat_map(move |(range, code)| {
            range
                .iter()
                .filter_map(|(_, place)| self.placed(*place))
                .filter(move |(_, procedure)| procedure.code.as_ref() == Some(code))
        });
        coded.chain(by_name.iter().filter_map(|place| self.placed(*place)))
    }

    fn placed(&self, place: u32) -> Option<(usize, &Procedure)> {
        let place = usize::try_from(place).ok()?;
        Some((place, self.procedures.get(place)?))
    }

    /// The code in the catalogue that a reference means.
    fn code_of(&self, reference: &str) -> Option<&ProcedureCode> {
        let number = ProcedureCode::number_of(reference)?;
        let codes = || {
            let places = self.range(number).iter().filter_map(|(_, place)| self.place(*place));
            places.filter_map(|procedure| procedure.code.as_ref())
        };
        if let Some(exact) = codes().find(|code| code.as_str() == reference) {
            return Some(exact);
        }
        let wanted: ProcedureCode = reference.parse().ok()?;
        let mut likely = codes().filter(|code| {
            code.is_same_at_agency(&wanted)
                && (wanted.service().is_none() || code.service().is_none())
        });
        let first = likely.next()?;
        // Several agencies or services of one procedure: nothing picks one.
        if likely.all(|code| code == first) { Some(first) } else { None }
    }

    fn range(&self, number: u32) -> &[(u32, u32)] {
        let start = self.codes.partition_point(|(known, _)| *known < number);
        let rest = self.codes.get(start..).unwrap_or_default();
        let end = rest.iter().position(|(known, _)| *known != number).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    }

    fn named(&self, name: &str) -> &[u32] {
        let name_of = |place: &u32| self.place(*place).map_or("", |p| p.name.as_str());
        let start = self.names.partition_point(|place| name_of(place) < name);
        let rest = self.names.get(start..).unwrap_or_default();
        let end = rest.iter().take_while(|place| name_of(place) == name).count();
        rest.get(..end).unwrap_or_default()
    }

    fn place(&self, place: u32) -> Option<&Procedure> {
        self.placed(place).map(|(_, procedure)| procedure)
    }

    /// The procedures whose names answer a search, best first, at most `most` of them.
    ///
    /// Diacritics and capitals do not matter, the last letters of a word may be missing, and when
    /// no name holds all words, letters may be wrong or swapped and a word of four missing.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::Procedure;
    /// use motcua::procedure::{Catalogue, Match};
    ///
    /// let name = "Sửa đổi, bổ sung giấy phép bưu chính";
    /// let (catalogue, _) = Catalogue::new([Procedure::new(name)]);
    /// let hits = catalogue.search("bố sung", 10);
    /// assert_eq!((hits[0].procedure.name.as_str(), hits[0].matched), (name, Match::Phrase));
    /// # Ok::<(), motcua::Error>(())
    /// ```
    #[must_use]
    pub fn search(&self, query: &str, most: usize) -> Vec<Hit<'_>> {
        let found = self.search.find(&self.procedures, query, most);
        let hit =
            |(place, matched, score)| Some(Hit { procedure: self.place(place)?, matched, score });
        found.into_iter().filter_map(hit).collect()
    }

    /// Theo lĩnh vực — the procedures of a field, compared without diacritics and capitals.
    pub fn in_field(&self, field: &str) -> impl Iterator<Item = &Procedure> {
        let wanted = fold::words(field);
        self.procedures.iter().filter(move |p| fold::words(&p.field) == wanted)
    }

    /// Theo cơ quan — the procedures that an agency settles or has a step in, compared without
    /// diacritics and capitals.
    pub fn of_agency(&self, agency: &str) -> impl Iterator<Item = &Procedure> {
        let wanted = fold::words(agency);
        self.procedures.iter().filter(move |p| {
            fold::words(&p.agency) == wanted
                || p.steps.iter().any(|step| fold::words(&step.agency) == wanted)
        })
    }
}

/// Whether two versions are in force on one day.
fn overlap(one: &Procedure, other: &Procedure) -> bool {
    let before = |one: &Procedure, other: &Procedure| match (one.to, other.from) {
        (Some(to), Some(from)) => to < from,
        _ => false,
    };
    !before(one, other) && !before(other, one)
}
