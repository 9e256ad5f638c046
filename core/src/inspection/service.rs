//! What the logs of the dossiers show over the period.

use alloc::vec::Vec;

use super::words::{FindingBasis, Words, dated, late};
use super::{Check, Exhibit, Found, InspectionError, RecordKind};
use crate::deadline::last_instant;
use crate::dossier::{Breach, Cause, Dossier, Event, EventKind, Timeline};
use crate::obligation::{Duty, Obligation, StandingPolicy, State};
use crate::regulation::{CountingPolicy, Rule};
use crate::report::{Period, Ratio};
use crate::time_limit::Channel;
use crate::{Calendar, LocalTime};

/// How many of how many are as they should be, and those that are not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Kept {
    kept: u32,
    all: u32,
    others: Vec<Exhibit>,
    basis: Vec<FindingBasis>,
}

impl Kept {
    fn count(&mut self, fault: Option<Exhibit>) {
        self.all = self.all.saturating_add(1);
        match fault {
            None => self.kept = self.kept.saturating_add(1),
            Some(fault) => self.others.push(fault),
        }
    }

    /// A provision the records lean on, named once.
    fn leans_on(&mut self, basis: impl Into<FindingBasis>) {
        let basis = basis.into();
        if !self.basis.contains(&basis) {
            self.basis.push(basis);
        }
    }

    fn found(&self, check: Check) -> Found {
        Found {
            check,
            ratio: Ratio::new(self.kept, self.all),
            evidence: self.others.clone(),
            basis: self.basis.clone(),
            praised: true,
        }
    }
}

/// The dossiers of a period, counted in one by one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Service {
    in_time: Kept,
    appointments: Kept,
    supplements: Kept,
    apologies: Kept,
    online: u32,
    received: u32,
}

/// One dossier as it stands at the end of the period.
pub(super) struct Look<'a> {
    pub(super) calendar: &'a Calendar,
    pub(super) counting: &'a CountingPolicy,
    pub(super) standing: StandingPolicy,
    pub(super) period: Period,
    pub(super) dossier: &'a Dossier,
    pub(super) timeline: &'a Timeline,
}

impl Look<'_> {
    fn end(&self) -> LocalTime {
        last_instant(self.period.to())
    }

    fn within(&self, at: LocalTime) -> bool {
        self.period.contains(at.date())
    }

    fn exhibit(&self, words: Words) -> Exhibit {
        Exhibit::new(RecordKind::Dossier, &self.dossier.code, words)
    }

    /// When it was received, if it was there in the period: not over before it.
    fn received(&self) -> Option<LocalTime> {
        let received = self.timeline.received.filter(|at| at.date() <= self.period.to())?;
        let over = self.timeline.finished.or(self.timeline.ended.map(|(at, _)| at));
        let before = over.is_some_and(|at| at.date() < self.period.from());
        (!before).then_some(received)
    }

    fn late(&self) -> Result<Option<Exhibit>, InspectionError> {
        let standing = self.timeline.standing(self.calendar, self.standing, self.end())?;
        let Some(standing) = standing.filter(|standing| standing.state.is_late()) else {
            return Ok(None);
        };
        let mut words = late(standing);
        if let Some(due) = self.timeline.promised(self.standing.promise, self.end()) {
            words = words.and(", ", &dated(("hạn trả {date}", "due on {date}"), due.date));
        }
        Ok(Some(self.exhibit(words)))
    }

    /// When the event at fault happened.
    fn when(&self, breach: &Breach) -> Option<LocalTime> {
        let place = usize::try_from(breach.event).ok()?.checked_sub(1)?;
        self.dossier.events.get(place).map(|event| event.at)
    }

    /// The first breach of a rule in the period.
    fn breach(&self, rules: &[Rule]) -> Option<&Breach> {
        self.timeline.breaches.iter().find(|breach| {
            rules.contains(&breach.rule)
                && !breach.warning
                && self.when(breach).is_some_and(|at| self.within(at))
        })
    }

    /// When the applicant came for a result that was due and was not there.
    fn came_in_vain(&self) -> Option<LocalTime> {
        self.when(self.breach(&[Rule::ResultAsAppointed])?)
    }

    /// What is wrong with an apology that was owed, if anything.
    fn unapologised(&self, owed: &Obligation<'_>) -> Result<Option<Exhibit>, InspectionError> {
        let standing = owed.standing(self.calendar, self.standing, self.end())?;
        let due = dated(("hẹn trả {date}", "promised for {date}"), owed.from.date());
        let said = match (standing.state, owed.done) {
            (State::Late, Some(done)) => {
                dated(("xin lỗi chậm, ngày {date}", "apologised late, on {date}"), done.date())
            }
            (State::Overdue, _) => ("chưa xin lỗi bằng văn bản", "no written apology").into(),
            _ => return Ok(None),
        };
        Ok(Some(self.exhibit(due.and(", ", &said))))
    }
}

impl Service {
    /// Counts a dossier in.
    pub(super) fn add(&mut self, look: &Look<'_>) -> Result<(), InspectionError> {
        let Some(received) = look.received() else { return Ok(()) };
        if look.within(received) {
            self.received = self.received.saturating_add(1);
            let online = u32::from(look.dossier.channel == Channel::Online);
            self.online = self.online.saturating_add(online);
        }
        let late = look.late()?;
        let is_late = late.is_some();
        self.in_time.count(late);
        let vain = look.came_in_vain().map(|at| {
            let said = (
                "ngày {date} người nộp đến nhận mà chưa có kết quả",
                "the applicant came in vain on {date}",
            );
            look.exhibit(dated(said, at.date()))
        });
        let again = look.breach(&[Rule::Reappointment]);
        if let Some(law) = again.and_then(|breach| breach.basis) {
            self.appointments.leans_on(law);
        }
        let put_off = again.map(|_| {
            let said = ("hẹn lại quá số lần quy định", "put off more often than the rule allows");
            look.exhibit(said.into())
        });
        self.appointments.count(vain.or(put_off));
        let asked = look.breach(&[Rule::SupplementOnce, Rule::SupplementTrips]);
        if let Some(law) = asked.and_then(|breach| breach.basis) {
            self.supplements.leans_on(law);
        }
        self.supplements.count(asked.map(|_| {
            let said = ("yêu cầu bổ sung quá số lần quy định", "too many requests for supplements");
            look.exhibit(said.into())
        }));
        self.apologies(look, is_late)
    }

    /// The apologies for promises that were broken, owed in the period or still.
    fn apologies(&mut self, look: &Look<'_>, late: bool) -> Result<(), InspectionError> {
        let (dossier, timeline) = (look.dossier, look.timeline);
        // Most dossiers owe none, and their duties need not be worked out.
        let put_off = timeline.history.iter().any(|r| r.cause == Cause::Reappointed);
        let said = |event: &Event| matches!(event.kind, EventKind::Apologised { .. });
        if !late && !put_off && timeline.ended.is_none() && !dossier.events.iter().any(said) {
            return Ok(());
        }
        let (calendar, counting) = (look.calendar, look.counting);
        let owed = dossier.obligations(calendar, counting, timeline, look.standing, look.end())?;
        let settled_before =
            |owed: &Obligation<'_>| owed.done.is_some_and(|done| done.date() < look.period.from());
        let owed = owed.iter().filter(|owed| {
            owed.duty == Duty::Apology && !owed.conditional && !settled_before(owed)
        });
        for owed in owed {
            if let Some(law) = owed.basis {
                self.apologies.leans_on(law);
            }
            self.apologies.count(look.unapologised(owed)?);
        }
        Ok(())
    }

    /// What the dossiers of other files or machines add.
    pub(super) fn merge(&mut self, other: Self) {
        self.online = self.online.saturating_add(other.online);
        self.received = self.received.saturating_add(other.received);
        for (mine, theirs) in [
            (&mut self.in_time, other.in_time),
            (&mut self.appointments, other.appointments),
            (&mut self.supplements, other.supplements),
            (&mut self.apologies, other.apologies),
        ] {
            mine.kept = mine.kept.saturating_add(theirs.kept);
            mine.all = mine.all.saturating_add(theirs.all);
            mine.others.extend(theirs.others);
            theirs.basis.into_iter().for_each(|basis| mine.leans_on(basis));
        }
    }

    pub(super) fn found(&self) -> Vec<Found> {
        // Whatever order the dossiers came in, they are listed by their codes.
        let listed = |kept: &Kept, check: Check| {
            let mut found = kept.found(check);
            found.evidence.sort_by(|one, other| {
                (&one.code, &one.words.vietnamese).cmp(&(&other.code, &other.words.vietnamese))
            });
            found.basis.sort_by(|one, other| one.words.vietnamese.cmp(&other.words.vietnamese));
            found
        };
        let online = Ratio::new(self.online, self.received);
        let mut appointments = listed(&self.appointments, Check::AppointmentsKept);
        // Who was told a day that was not kept has an appointment broken, whether or not they came.
        appointments.praised = self.in_time.others.is_empty();
        alloc::vec![
            listed(&self.in_time, Check::DossiersInTime),
            appointments,
            listed(&self.supplements, Check::SupplementRules),
            listed(&self.apologies, Check::ApologiesMade),
            Found::bare(Check::OnlineShare, online),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_basis_is_named_once() {
        let mut kept = Kept::default();
        kept.leans_on(FindingBasis::given("QĐ 1", false));
        kept.leans_on(FindingBasis::given("QĐ 1", false));
        assert_eq!(kept.basis.len(), 1);
        kept.count(None);
        assert_eq!((kept.kept, kept.all), (1, 1));
    }
}
