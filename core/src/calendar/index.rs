//! The one place that counts days and minutes.
//!
//! Two tables of u16 stand against each other: how many working days lie before a day, and which
//! day the n-th working day is. Adding and counting days are then one or two look-ups whatever
//! the span. Minutes stand on top as prefix sums over the working days, with a table of starting
//! points that brings the inverse look-up down to the one or two days that can hold it.
//!
//! Days are ordinals, 0 being the first day of the calendar. Where a row of random data decides
//! which way to go, the code computes both and picks one: a branch that cannot be foreseen costs
//! more than everything else a row does.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use super::{DayHours, Session};

/// Seconds covered by one entry of the starting points, as a power of two: less than an ordinary
/// day, so that one comparison finds the day.
const STRIDE: u32 = 14;
/// Seconds in a day.
const DAY: i32 = 86_400;

#[derive(Clone, Debug)]
pub(super) struct Index {
    /// Working days before day i; one entry more than there are days.
    rank: Box<[u16]>,
    /// The day of working day r.
    day: Box<[u16]>,
    /// Working day r, and an entry for the end of the calendar.
    worked: Box<[Worked]>,
    /// The last working day before whose opening at most `i << STRIDE` seconds have been open.
    start: Box<[u16]>,
    patterns: Box<[Pattern]>,
}

/// What adding minutes needs of a working day, side by side.
#[derive(Clone, Copy, Debug)]
struct Worked {
    /// Open seconds before it.
    opened: u32,
    /// Which day it is; at the end of the calendar none.
    day: u16,
    /// Its hours.
    pattern: u16,
}

/// The hours of a day. Two sessions, what nearly every day has, stand in the pattern itself.
#[derive(Clone, Debug)]
struct Pattern {
    two: [Span; 2],
    more: Box<[Span]>,
    sessions: Box<[Session]>,
    seconds: i64,
}

/// A session, in seconds.
#[derive(Clone, Copy, Debug, Default)]
struct Span {
    open: i32,
    length: i32,
    /// Open seconds of the day before it.
    before: i32,
    /// Closed seconds between the session before it, or midnight, and its opening.
    gap: i32,
}

impl Pattern {
    fn new(hours: &DayHours) -> Self {
        let (mut before, mut close) = (0_i32, 0_i32);
        let mut spans = hours.sessions().iter().map(|session| {
            let open = i32::from(session.open().minutes()).saturating_mul(60);
            let length = i32::from(session.minutes()).saturating_mul(60);
            let span = Span { open, length, before, gap: open.saturating_sub(close) };
            before = before.saturating_add(length);
            close = open.saturating_add(length);
            span
        });
        // A session that is not there is one that never begins.
        let none = Span { before: i32::MAX, ..Span::default() };
        let two = [spans.next().unwrap_or(none), spans.next().unwrap_or(none)];
        let more = spans.collect();
        Self { two, more, sessions: hours.sessions().into(), seconds: before.into() }
    }

    /// Open seconds of the day gone by at a second of the day.
    #[inline(always)]
    fn gone_by(&self, second: i32) -> i32 {
        let [first, next] = &self.two;
        let gone = first.gone_by(second).wrapping_add(next.gone_by(second));
        gone.wrapping_add(self.more(|span| span.gone_by(second)))
    }

    /// The second of the day at which `gone` open seconds have just gone by: the close of a
    /// session where it is exact.
    #[inline(always)]
    fn ending(&self, gone: i32) -> i32 {
        let [first, next] = &self.two;
        let begun = |span: &Span| span.gap_if(span.before < gone);
        let second = gone.wrapping_add(first.gap).wrapping_add(begun(next));
        second.wrapping_add(self.more(begun))
    }

    /// The second of the day from which on more than `gone` open seconds go by: the opening of a
    /// session where it is exact.
    #[inline(always)]
    fn beginning(&self, gone: i32) -> i32 {
        let [first, next] = &self.two;
        let begun = |span: &Span| span.gap_if(span.before <= gone);
        let second = gone.wrapping_add(begun(first)).wrapping_add(begun(next));
        second.wrapping_add(self.more(begun))
    }

    /// The sum over the sessions behind the second.
    #[inline(always)]
    fn more(&self, of: impl Fn(&Span) -> i32) -> i32 {
        if self.more.is_empty() { 0 } else { sum(&self.more, of) }
    }
}

#[cold]
fn sum(spans: &[Span], of: impl Fn(&Span) -> i32) -> i32 {
    spans.iter().fold(0, |sum, span| sum.wrapping_add(of(span)))
}

// Everything here is a number of seconds in one day, so nothing wraps.
impl Span {
    #[inline]
    fn gone_by(&self, second: i32) -> i32 {
        second.wrapping_sub(self.open).max(0).min(self.length)
    }

    #[inline]
    fn gap_if(&self, begun: bool) -> i32 {
        self.gap.wrapping_mul(begun.into())
    }
}

/// A place on the line of open seconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) day: u16,
    pub(super) second: i32,
}

impl Index {
    /// Builds the tables from the pattern of each day, 0 when it is not worked.
    pub(super) fn new(
        days: impl ExactSizeIterator<Item = u16> + Clone,
        hours: &[DayHours],
    ) -> Self {
        let patterns: Box<[Pattern]> = hours.iter().map(Pattern::new).collect();
        let lengths: Vec<u32> =
            patterns.iter().map(|p| u32::try_from(p.seconds).unwrap_or(0)).collect();

        // A short pass for each table takes less time than one loop that fills them all.
        let mut worked_days = 0_u16;
        let mut rank = Vec::with_capacity(days.len().saturating_add(1));
        rank.extend(days.clone().map(|pattern| {
            let before = worked_days;
            worked_days = worked_days.saturating_add(u16::from(pattern != 0));
            before
        }));
        rank.push(worked_days);

        let none = Worked { opened: 0, day: u16::MAX, pattern: 0 };
        let mut worked = vec![none; usize::from(worked_days).saturating_add(1)];
        let found = (0_u16..).zip(days).filter(|(_, pattern)| *pattern != 0);
        for (worked, (day, pattern)) in worked.iter_mut().zip(found) {
            (worked.day, worked.pattern) = (day, pattern);
        }
        let mut opened = 0_u32;
        for worked in &mut worked {
            worked.opened = opened;
            let length = lengths.get(usize::from(worked.pattern)).copied().unwrap_or(0);
            opened = opened.saturating_add(length);
        }
        let day = worked.iter().take(worked_days.into()).map(|worked| worked.day).collect();

        let strides = usize::try_from(opened >> STRIDE).unwrap_or(0);
        let mut start = Vec::with_capacity(strides.saturating_add(1));
        let next = worked.iter().skip(1).map(|next| next.opened);
        for (rank, next) in (0_u16..).zip(next) {
            // Every entry that begins before the next working day does.
            let until = usize::try_from(next.saturating_sub(1) >> STRIDE).unwrap_or(0);
            start.resize(until.saturating_add(1).max(start.len()), rank);
        }
        start.resize(strides.saturating_add(1).max(start.len()), worked_days);
        Self { rank: rank.into(), day, worked: worked.into(), start: start.into(), patterns }
    }

    /// Working days before a day; `day` may be the day after the last.
    #[inline]
    fn before(&self, day: usize) -> Option<i32> {
        self.rank.get(day).map(|rank| i32::from(*rank))
    }

    /// The n-th working day strictly after a day, strictly before it for n < 0; for 0 the day
    /// itself if it is worked, else the next one that is.
    #[inline]
    pub(super) fn add_days(&self, day: u16, n: i32) -> Option<u16> {
        // Counted on, the day itself does not count, so the count begins behind it.
        let after = n > 0;
        let before = self.before(usize::from(day).wrapping_add(after.into()))?;
        // A sum that is too large for an i32 comes out far below nothing, which is no rank.
        let rank = before.wrapping_add(n).wrapping_sub(after.into());
        self.day.get(usize::try_from(rank).ok()?).copied()
    }

    /// Working days in (from, to], negative when `to` is the earlier one.
    #[inline]
    pub(super) fn count_days(&self, from: u16, to: u16) -> Option<i32> {
        let until = self.before(usize::from(to).wrapping_add(1))?;
        Some(until.wrapping_sub(self.before(usize::from(from).wrapping_add(1))?))
    }

    #[inline]
    fn pattern_of(&self, worked: Worked) -> Option<&Pattern> {
        self.patterns.get(usize::from(worked.pattern))
    }

    /// Open seconds from the start of the calendar to an instant.
    #[inline(always)]
    pub(super) fn position(&self, at: Place) -> Option<i64> {
        let rank = usize::from(*self.rank.get(usize::from(at.day))?);
        let worked = *self.worked.get(rank)?;
        // On a day that is not worked nothing goes by of the next one that is.
        let here = i32::from(worked.day == at.day);
        let gone = self.pattern_of(worked)?.gone_by(at.second).wrapping_mul(here);
        Some(i64::from(worked.opened).wrapping_add(gone.into()))
    }

    /// Whether the office is open at an instant, or closing a session at it.
    #[inline(never)]
    pub(super) fn is_open_or_closing(&self, at: Place) -> bool {
        let inside = |day: u16, second: i32| {
            let second = i64::from(second);
            let rank = self.rank.get(usize::from(day));
            let worked = rank.and_then(|rank| self.worked.get(usize::from(*rank)));
            let worked = worked.filter(|worked| worked.day == day);
            worked.and_then(|worked| self.pattern_of(*worked)).is_some_and(|pattern| {
                pattern.sessions.iter().any(|session| {
                    session.open().seconds() <= second && second <= session.close().seconds()
                })
            })
        };
        // Midnight is also the 24:00 at which the day before can close.
        let day_before = at.day.checked_sub(1).filter(|_| at.second == 0);
        inside(at.day, at.second) || day_before.is_some_and(|day| inside(day, DAY))
    }

    /// The earliest instant by which `position` open seconds have gone by: a close where exact.
    #[inline(always)]
    pub(super) fn ending(&self, position: i64) -> Option<Place> {
        let (_, worked, gone) = self.worked_at(position.checked_sub(1)?)?;
        let second = self.pattern_of(worked)?.ending(gone.wrapping_add(1));
        (worked.day != u16::MAX).then_some(Place { day: worked.day, second })
    }

    /// The latest instant before which only `position` open seconds have gone by: an opening
    /// where exact.
    #[inline(always)]
    pub(super) fn beginning(&self, position: i64) -> Option<Place> {
        let (_, worked, gone) = self.worked_at(position)?;
        let second = self.pattern_of(worked)?.beginning(gone);
        (worked.day != u16::MAX).then_some(Place { day: worked.day, second })
    }

    /// The working day in which a position lies, the later one at a boundary, and the seconds of
    /// it that have gone by.
    #[inline(always)]
    fn worked_at(&self, position: i64) -> Option<(usize, Worked, i32)> {
        let position = u32::try_from(position).ok()?;
        let begun = |rank: usize| self.worked.get(rank).is_some_and(|w| w.opened <= position);
        let rank = usize::from(*self.start.get(usize::try_from(position >> STRIDE).ok()?)?);
        // One step in most cases, none in the others; more only where days are very short.
        let mut rank = rank.wrapping_add(begun(rank.wrapping_add(1)).into());
        while begun(rank.wrapping_add(1)) {
            rank = rank.wrapping_add(1);
        }
        let worked = *self.worked.get(rank)?;
        Some((rank, worked, i32::try_from(position.wrapping_sub(worked.opened)).ok()?))
    }

    /// Working days and seconds between two positions, a day being worth the day it is spent on:
    /// from a place in one working day to the same place in the next is one day.
    pub(super) fn days_and_rest(&self, from: i64, to: i64) -> Option<(i32, i64)> {
        let (first, _, gone) = self.worked_at(from)?;
        let (last, _, _) = self.worked_at(to)?;
        let gone = i64::from(gone);
        // The same place in a shorter day is at the latest that day's close. Behind the last
        // working day only the opening of another one is known.
        let reached = |days: usize| {
            let worked = *self.worked.get(first.checked_add(days)?)?;
            let known = self.pattern_of(worked).filter(|_| worked.day != u16::MAX);
            let length = known.map_or(gone, |pattern| pattern.seconds);
            i64::from(worked.opened).checked_add(gone.min(length))
        };
        let mut days = last.checked_sub(first)?;
        while days > 0 && reached(days)? > to {
            days = days.checked_sub(1)?;
        }
        let rest = to.checked_sub(reached(days)?)?;
        Some((i32::try_from(days).ok()?, rest))
    }
}
