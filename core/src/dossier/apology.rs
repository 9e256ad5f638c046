use super::{Agenda, Dossier, Entry, EventKind};
use crate::LocalTime;
use crate::obligation::{Duty, Obligation};
use crate::regulation::{Form, FormKind, form};

/// Phiếu xin lỗi — what the form of the written apology is filled in with, beside the dossier.
///
/// Who signs it no rule that was read says; by local rules it is the head of the agency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Apology<'a> {
    /// The form by its regime; none before there was one.
    pub form: Option<&'static Form>,
    /// The duty, due by when and sent when, and where it stands.
    pub entry: Entry<'a>,
    /// The appointment that was not kept, or will not be.
    pub due: LocalTime,
    /// The reason that was given; empty while none was.
    pub reason: &'a str,
    /// The new appointment, where one was given.
    pub new_due: Option<LocalTime>,
}

impl Dossier {
    /// Phiếu xin lỗi — the data of the last written apology that is owed, may be owed or was sent;
    /// none where there is none on the agenda.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::dossier::{Dossier, Event, EventKind};
    /// use motcua::obligation::StandingPolicy;
    /// use motcua::regulation::CountingPolicy;
    /// use motcua::time_limit::{Channel, Limit};
    /// use motcua::Calendar;
    ///
    /// let calendar = Calendar::vietnam()?;
    /// let policy = CountingPolicy::one_stop();
    /// let reason = "chờ kiểm tra thực địa".to_owned();
    /// let apologised = Event::new("2026-10-14T09:00".parse()?, EventKind::Apologised { reason });
    /// let dossier = Dossier::new("HS-1", Limit::working_days(5), Channel::InPerson)
    ///     .event(Event::received("2026-10-05T09:00".parse()?))
    ///     .event(apologised);
    /// let timeline = dossier.evaluate(&calendar, &policy)?;
    /// let (standing, as_of) = (StandingPolicy::default(), "2026-10-15T08:00".parse()?);
    /// let agenda = dossier.agenda(&calendar, &policy, &timeline, standing, as_of, 8)?;
    /// let apology = dossier.apology(&agenda).ok_or("none")?;
    /// assert_eq!(apology.form.map(|form| form.number), Some("04"));
    /// assert_eq!(apology.reason, "chờ kiểm tra thực địa");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn apology<'a>(&'a self, agenda: &Agenda<'a>) -> Option<Apology<'a>> {
        let of_apology = |entry: &&Entry<'_>| entry.obligation.duty == Duty::Apology;
        let entry = *agenda.entries().iter().rev().find(of_apology)?;
        let Obligation { done, due: by, from: due, .. } = entry.obligation;
        let (mut reason, mut new_due) = ("", None);
        for event in self.events.iter().filter(|event| Some(event.at) == done) {
            match &event.kind {
                EventKind::Apologised { reason: given } => reason = given,
                EventKind::Reappointed { due, reason: given } => {
                    (reason, new_due) = (given, Some(*due));
                }
                _ => {}
            }
        }
        let form = form(FormKind::Apology, done.unwrap_or(by.at).date());
        Some(Apology { form, entry, due, reason, new_due })
    }
}
