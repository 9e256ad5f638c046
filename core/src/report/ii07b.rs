use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::procedure::{Catalogue, GovernmentLevel, OneStopMode, Procedure};

/// Dòng của biểu II.07b — the procedures of a level of government.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct LevelCount {
    /// The level; none for procedures that name none, and in the total.
    pub level: Option<GovernmentLevel>,
    /// Tổng số TTHC — all procedures in force.
    pub procedures: u32,
    /// Thực hiện theo cơ chế một cửa — those with a one-stop mode; none where no procedure tells
    /// its mode, which is no zero.
    pub one_stop: Option<u32>,
    /// Trong đó một cửa liên thông — those of them in a linked mode; none as above.
    pub linked: Option<u32>,
    /// Có quy trình nội bộ — those whose internal process, its steps, is laid down; none where no
    /// procedure tells its steps.
    pub internal_process: Option<u32>,
}

impl LevelCount {
    fn add(&mut self, procedure: &Procedure) {
        self.procedures = self.procedures.saturating_add(1);
        let count = |column: &mut Option<u32>, yes: bool| {
            *column = Some(column.unwrap_or_default().saturating_add(yes.into()));
        };
        if let Some(mode) = procedure.mode {
            count(&mut self.one_stop, true);
            count(&mut self.linked, mode != OneStopMode::OneStop);
        }
        if !procedure.steps.is_empty() {
            count(&mut self.internal_process, true);
        }
    }
}

/// Biểu II.07b — the procedures, those settled at the one-stop and those with an internal process,
/// by level of government (TT 01/2020/TT-VPCP).
///
/// A procedure of several levels counts at each of them and once in the total. Only the contents
/// of the form were read, not its text.
///
/// # Examples
///
/// ```
/// use motcua::calendar::parse_date as day;
/// use motcua::procedure::{Catalogue, GovernmentLevel, OneStopMode};
/// use motcua::report::Ii07b;
/// use motcua::Procedure;
///
/// let mut procedure = Procedure::new("Cấp giấy phép");
/// procedure.levels = vec![GovernmentLevel::Province, GovernmentLevel::Commune];
/// procedure.mode = Some(OneStopMode::OneStop);
/// let (catalogue, _) = Catalogue::new([procedure]);
/// let form = Ii07b::of(&catalogue, day("2026-11-23")?);
/// assert_eq!(form.rows.len(), 2);
/// assert_eq!((form.total.procedures, form.total.one_stop), (1, Some(1)));
/// // Nothing is known of its internal process.
/// assert_eq!(form.total.internal_process, None);
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Ii07b {
    /// The levels that have a procedure, from the highest, those without a level last.
    pub rows: Vec<LevelCount>,
    /// All procedures.
    pub total: LevelCount,
}

impl Ii07b {
    /// Counts the procedures of a catalogue that are in force on a date.
    #[must_use]
    pub fn of(catalogue: &Catalogue, date: NaiveDate) -> Self {
        let mut form = Self::default();
        let levels = GovernmentLevel::ALL.into_iter().map(Some).chain([None]);
        for level in levels {
            let mut row = LevelCount { level, ..LevelCount::default() };
            for procedure in catalogue.procedures().iter().filter(|it| it.holds_on(date)) {
                let of_level = match level {
                    Some(level) => procedure.levels.contains(&level),
                    None => procedure.levels.is_empty(),
                };
                if of_level {
                    row.add(procedure);
                }
            }
            if row.procedures > 0 {
                form.rows.push(row);
            }
        }
        for procedure in catalogue.procedures().iter().filter(|it| it.holds_on(date)) {
            form.total.add(procedure);
        }
        form
    }
}
