use alloc::vec::Vec;

use super::fold::Fold;
use super::{Dossier, DossierError, Timeline};
use crate::deadline::Due;
use crate::regulation::CountingPolicy;
use crate::{Calendar, LocalTime};

/// Lời hẹn bị ảnh hưởng — an open promise that a change of the calendar would have made another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Touched<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// What was promised; it stands.
    pub promised: Due,
    /// What would be promised by the changed calendar.
    pub would_be: Due,
    /// How many calendar days later that is; negative when it is earlier.
    pub days: i32,
}

/// Lời hẹn bị ảnh hưởng — the open promises that a notice announced later would have made
/// different. Nothing is changed by it: a promise once given is kept.
///
/// # Examples
///
/// ```
/// use motcua::calendar::{Certainty, Holiday, Notice, parse_date as day};
/// use motcua::dossier::{self, Dossier, Event};
/// use motcua::regulation::CountingPolicy;
/// use motcua::time_limit::{Channel, Limit};
/// use motcua::Calendar;
///
/// let before = Calendar::vietnam()?;
/// // Suppose the notice of 2027 has the days of the law and swaps Monday 8 March for Saturday 13.
/// let notice = Notice::new(2027, Certainty::Final, "a notice made up for this example")
///     .off(day("2027-01-01")?, Holiday::NewYear)
///     .off(day("2027-02-04")?, Holiday::Tet)
///     .off(day("2027-02-05")?, Holiday::Tet)
///     .off(day("2027-02-08")?, Holiday::Tet)
///     .in_lieu(day("2027-02-09")?, day("2027-02-06")?)
///     .in_lieu(day("2027-02-10")?, day("2027-02-07")?)
///     .swap(day("2027-03-08")?, day("2027-03-13")?)
///     .off(day("2027-04-16")?, Holiday::HungKings)
///     .off(day("2027-04-30")?, Holiday::Reunification)
///     .in_lieu(day("2027-05-03")?, day("2027-05-01")?)
///     .off(day("2027-09-02")?, Holiday::National)
///     .off(day("2027-09-03")?, Holiday::National)
///     .off(day("2027-11-24")?, Holiday::Culture);
/// let after = Calendar::builder().notice(notice).build()?;
/// let dossiers = [Dossier::new("HS-1", Limit::working_days(3), Channel::Online)
///     .event(Event::received("2027-03-04T09:00".parse()?))];
/// let policy = CountingPolicy::one_stop();
/// let as_of = "2027-03-05T08:00".parse()?;
/// let touched = dossier::touched(&dossiers, &before, &after, &policy, as_of)?;
/// assert_eq!((touched[0].promised.date, touched[0].days), (day("2027-03-09")?, 1));
/// # Ok::<(), motcua::Error>(())
/// ```
///
/// # Errors
///
/// [`DossierError`] for the first dossier that cannot be evaluated.
pub fn touched<'a>(
    dossiers: impl IntoIterator<Item = &'a Dossier>,
    before: &Calendar,
    after: &Calendar,
    policy: &CountingPolicy,
    as_of: LocalTime,
) -> Result<Vec<Touched<'a>>, DossierError> {
    let mut list = Vec::new();
    let mut changed = Timeline::default();
    for dossier in dossiers {
        let known = dossier.evaluate(before, policy)?;
        if !is_open(&known, as_of) {
            continue;
        }
        Fold::new(dossier, after, policy, &mut changed).trusting().run(dossier.log())?;
        let (Some(promised), Some(would_be)) = (known.due(as_of), changed.due(as_of)) else {
            continue;
        };
        if promised.at != would_be.at {
            let days = would_be.date.to_epoch_days().saturating_sub(promised.date.to_epoch_days());
            list.push(Touched { dossier, promised: *promised, would_be: *would_be, days });
        }
    }
    Ok(list)
}

fn is_open(timeline: &Timeline, as_of: LocalTime) -> bool {
    let over = |at: Option<LocalTime>| at.is_some_and(|at| at <= as_of);
    !over(timeline.finished) && !over(timeline.ended.map(|(at, _)| at))
}
