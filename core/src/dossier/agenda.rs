use alloc::vec::Vec;

use super::{Dossier, Timeline};
use crate::deadline::DeadlineError;
use crate::obligation::{Duty, Obligation, Promise, Standing, StandingPolicy, State};
use crate::regulation::CountingPolicy;
use crate::{Calendar, LocalTime};

/// Một việc — a duty with where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry<'a> {
    /// The duty.
    pub obligation: Obligation<'a>,
    /// Where it stands.
    pub standing: Standing,
    /// Whether it is open and due within the working hours that were asked for.
    pub coming: bool,
}

impl Entry<'_> {
    /// Whether an office owes it now: neither done nor over, and on no condition. What is overdue
    /// is owed still.
    #[must_use]
    pub const fn is_owed(&self) -> bool {
        let Obligation { duty, done, over, conditional, .. } = &self.obligation;
        done.is_none() && over.is_none() && !*conditional && !duty.is_applicants()
    }

    /// Whether an office has not done it in its time, be it done since or not; what is owed on a
    /// condition is not breached.
    #[must_use]
    pub const fn is_breached(&self) -> bool {
        self.standing.state.is_late()
            && !self.obligation.conditional
            && !self.obligation.duty.is_applicants()
    }

    /// Whether the applicant has let the term go by, be it done since or not.
    #[must_use]
    pub const fn is_lapsed(&self) -> bool {
        self.standing.state.is_late() && self.obligation.duty.is_applicants()
    }
}

/// Việc phải làm — every duty of a dossier at an instant: what is owed, what is coming, what was
/// breached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda<'a> {
    entries: Vec<Entry<'a>>,
}

impl<'a> Agenda<'a> {
    /// All of it, the result first.
    #[must_use]
    pub fn entries(&self) -> &[Entry<'a>] {
        &self.entries
    }

    /// Đang phải làm — what an office owes now, overdue or not.
    pub fn owed(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().filter(|entry| entry.is_owed())
    }

    /// Sắp đến hạn — what is due within the working hours that were asked for: of the offices and
    /// of the applicant, and what is owed only if the result will be late, unless that waits.
    pub fn coming(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().filter(|entry| entry.coming)
    }

    /// Đã vi phạm — what an office did too late or has still not done.
    pub fn breached(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().filter(|entry| entry.is_breached())
    }

    /// Quá hạn của người nộp — the terms the applicant let go by.
    pub fn lapsed(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().filter(|entry| entry.is_lapsed())
    }
}

impl Dossier {
    /// Việc phải làm — every duty with where it stands, and which of them come within so many
    /// working hours.
    ///
    /// The result and its new appointment stand where the dossier stands: waiting for the
    /// applicant they are not late, and ended they are owed no more. A step inside its own term
    /// waits with the dossier. For a result that was late the apology is owed even then.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::dossier::{Dossier, Event};
    /// use motcua::obligation::{Duty, StandingPolicy};
    /// use motcua::regulation::CountingPolicy;
    /// use motcua::time_limit::{Channel, Limit};
    /// use motcua::Calendar;
    ///
    /// let calendar = Calendar::vietnam()?;
    /// let policy = CountingPolicy::one_stop();
    /// let dossier = Dossier::new("HS-1", Limit::working_days(5), Channel::InPerson)
    ///     .event(Event::received("2026-10-05T09:00".parse()?));
    /// let timeline = dossier.evaluate(&calendar, &policy)?;
    /// let as_of = "2026-10-09T09:00".parse()?;
    /// let standing = StandingPolicy::default();
    /// let agenda = dossier.agenda(&calendar, &policy, &timeline, standing, as_of, 8)?;
    /// // The result is due on Monday at 17:00, 14 hours on; the apology, if it will be late, today.
    /// assert!(agenda.owed().map(|entry| entry.obligation.duty).eq([Duty::Result]));
    /// assert!(agenda.coming().map(|entry| entry.obligation.duty).eq([Duty::Apology]));
    /// assert_eq!(agenda.breached().count(), 0);
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Dossier::obligations`].
    pub fn agenda<'a>(
        &'a self,
        calendar: &'a Calendar,
        policy: &'a CountingPolicy,
        timeline: &'a Timeline,
        standing: StandingPolicy,
        as_of: LocalTime,
        within_hours: u32,
    ) -> Result<Agenda<'a>, DeadlineError> {
        let most = i64::from(within_hours).saturating_mul(60);
        let last = StandingPolicy { promise: Promise::Last, ..standing };
        let whole = timeline.standing(calendar, standing, as_of)?;
        let waits = whole.is_some_and(|whole| whole.state == State::Waiting);
        let mut entries = Vec::new();
        for obligation in self.obligations(calendar, policy, timeline, standing, as_of)? {
            let of_dossier = match obligation.duty {
                Duty::Result => whole,
                Duty::Reappointment => timeline.standing(calendar, last, as_of)?,
                Duty::Step => timeline.waiting(calendar, standing, &obligation, as_of)?,
                _ => None,
            };
            let standing = match of_dossier {
                Some(standing) => standing,
                None => obligation.standing(calendar, standing, as_of)?,
            };
            let open = matches!(standing.state, State::InTime | State::DueSoon)
                && obligation.over.is_none()
                && !(obligation.conditional && waits);
            let coming = open
                && i64::from(calendar.count_working_minutes(as_of, obligation.due.at)?) <= most;
            entries.push(Entry { obligation, standing, coming });
        }
        Ok(Agenda { entries })
    }
}
