//! Makes the whole of what was read: its kind, and what was not understood.

use alloc::vec::Vec;

use super::{Mark, Reader, Run};
use crate::order::sort_long;
use crate::time_limit::model::{Extension, ExtensionMode, Kind, Span, Term, TimeLimit};
use crate::time_limit::token::Shape;
use crate::time_limit::{Amount, Unit};

impl Reader<'_> {
    /// Settles the kind and lists what was not understood.
    pub(super) fn finish(mut self) -> TimeLimit {
        self.next_day();
        self.half_published();
        self.order_extensions();
        self.out.kind = self.kind();
        if matches!(self.out.kind, Kind::SameDay | Kind::ByCase | Kind::Cutoff)
            && let Some(run) = self.aside.same_day
        {
            self.out.same_day = Some(self.span(run));
            self.read.push(run);
        }
        self.out.unread = self.unread();
        self.out
    }

    /// "Trong ngày làm việc tiếp theo" on its own is one working day.
    fn next_day(&mut self) {
        let Some((mark, run)) = self.aside.next_day.take() else {
            return;
        };
        if !self.out.limits.is_empty() || self.aside.same_day.is_some() {
            return;
        }
        let unit = if mark == Mark::NextWorkingDay { Unit::WorkingDay } else { Unit::Day };
        let mut term = Term::new(Amount::whole(1), Some(unit));
        term.span = self.span(run);
        self.out.limits.push(term);
        self.read.push(run);
    }

    /// Puts the extensions that say the whole before those that are added, each in the order of
    /// the text.
    fn order_extensions(&mut self) {
        let mut all: Vec<Extension> = self.out.extension.take().into_iter().collect();
        all.append(&mut self.out.further_extensions);
        let (added, whole): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|extension| extension.mode == ExtensionMode::Addition);
        let mut all = whole.into_iter().chain(added);
        self.out.extension = all.next();
        self.out.further_extensions = all.collect();
    }

    /// "Trực tuyến: 7 Ngày | Trực tiếp: 9": the unit is lost for one channel only.
    fn half_published(&mut self) {
        if self.out.limits.iter().all(|term| term.channels.is_empty()) {
            return;
        }
        let missing = core::mem::take(&mut self.aside.missing);
        for (term, run) in missing {
            if term.channels.is_empty() {
                self.aside.missing.push((term, run));
            } else {
                self.out.limits.push(term);
                self.read.push(run);
            }
        }
        let limits = core::mem::take(&mut self.out.limits);
        self.out.limits = sort_long(limits, |term| term.span.start.into());
    }

    fn kind(&mut self) -> Kind {
        let stands = self.out.limits.iter().any(|term| !term.extended);
        if stands {
            return self.kind_of_limits();
        }
        if !self.out.limits.is_empty() {
            return if self.out.conflict().is_some() {
                Kind::Conflict
            } else if self.aside.same_day.is_some() {
                Kind::SameDay
            } else {
                Kind::Extendable
            };
        }
        if !self.aside.additions.is_empty() {
            self.take(|aside| &mut aside.additions);
            return if self.out.conflict().is_none() {
                Kind::ExtensionOnly
            } else {
                Kind::Conflict
            };
        }
        self.kind_without_limits()
    }

    fn kind_of_limits(&self) -> Kind {
        if self.out.conflict().is_some() {
            return Kind::Conflict;
        }
        let limits = || self.out.limits.iter().filter(|term| !term.extended);
        let same = |a: &Term, b: &Term| {
            a.amount == b.amount
                && a.unit == b.unit
                && a.direction == b.direction
                && a.lower == b.lower
        };
        let one = limits().next().is_some_and(|first| limits().all(|term| same(first, term)));
        if one && self.aside.same_day.is_none() {
            return if self.out.tacit_consent.is_some() {
                Kind::TacitApproval
            } else if self.out.extension.is_some() {
                Kind::Extendable
            } else {
                Kind::Deadline
            };
        }
        if limits().all(|term| !term.channels.is_empty() && term.case.is_none()) {
            Kind::ByChannel
        } else if limits().any(|term| term.case.is_some()) || self.aside.same_day.is_some() {
            Kind::ByCase
        } else {
            Kind::BySteps
        }
    }

    fn kind_without_limits(&mut self) -> Kind {
        if self.aside.same_day.is_some() {
            return Kind::SameDay;
        }
        if self.out.cutoff.is_some() {
            return Kind::Cutoff;
        }
        if !self.aside.missing.is_empty() {
            self.take(|aside| &mut aside.missing);
            return if self.out.conflict().is_none() { Kind::UnitMissing } else { Kind::Conflict };
        }
        if let Some(run) = self.aside.immediate {
            self.read.push(run);
            return Kind::Immediate;
        }
        if !self.aside.validities.is_empty() {
            self.take(|aside| &mut aside.validities);
            return Kind::ValidityNotProcessing;
        }
        if !self.aside.quotas.is_empty() {
            let quotas = core::mem::take(&mut self.aside.quotas);
            self.read.extend(quotas);
            return Kind::QuotaNotDeadline;
        }
        if !self.aside.durations.is_empty() {
            self.take(|aside| &mut aside.durations);
            return Kind::DurationNotDeadline;
        }
        self.kind_of_hours()
    }

    fn kind_of_hours(&mut self) -> Kind {
        let between = !self.aside.spans_of_day.is_empty();
        let opening = self.aside.always || !self.aside.opening.is_empty();
        let hours = self.aside.opening.iter().chain(&self.aside.spans_of_day).copied();
        if opening {
            self.read.extend(hours.collect::<Vec<_>>());
            return Kind::OpeningHours;
        }
        if between {
            self.read.extend(hours.collect::<Vec<_>>());
            return Kind::ClockTimes;
        }
        if let [(minute, run)] = self.aside.clocks.as_slice() {
            self.out.clock = Some(*minute);
            self.read.push(*run);
            return Kind::ClockTime;
        }
        if !self.aside.clocks.is_empty() {
            self.read.extend(self.aside.clocks.iter().map(|(_, run)| *run));
            return Kind::ClockTimes;
        }
        if let Some(run) = self.aside.date {
            self.out.date = Some(self.words(run));
            self.read.push(run);
            return Kind::FixedDate;
        }
        let nothing = core::mem::take(&mut self.aside.nothing);
        self.read.extend(nothing);
        Kind::None
    }

    /// Takes what was kept aside as the limits of the text.
    fn take(&mut self, list: impl Fn(&mut super::Aside) -> &mut Vec<(Term, Run)>) {
        let taken = core::mem::take(list(&mut self.aside));
        for (term, run) in taken {
            self.out.limits.push(term);
            self.read.push(run);
        }
    }

    /// The stretches of words and numbers between what was understood.
    fn unread(&mut self) -> Vec<Span> {
        // Texts are shorter than four gigabytes, so both ends fit into one key.
        let place = |at: usize| u64::try_from(at).unwrap_or(u64::MAX);
        let read = core::mem::take(&mut self.read);
        let read = sort_long(read, |run| (place(run.first) << 32).wrapping_add(place(run.last)));
        let mut gaps = Vec::new();
        let mut at = 0;
        let end = Run { first: self.tokens.len(), last: self.tokens.len() };
        for run in read.into_iter().chain([end]) {
            if let Some(gap) = self.gap(at, run.first) {
                gaps.push(gap);
            }
            at = at.max(run.last);
        }
        gaps
    }

    /// The words and numbers of a gap, without the signs at its ends.
    fn gap(&self, first: usize, last: usize) -> Option<Span> {
        let spoken = |at: &usize| self.tokens.get(*at).is_some_and(|t| t.shape != Shape::Sign);
        let first = (first..last).find(spoken)?;
        let last = (first..last).rev().find(spoken)?;
        Some(self.span(Run { first, last: last.saturating_add(1) }))
    }
}
