//! The one place that counts days and minutes.
//!
//! Two tables of u16 stand against each other: how many working days lie before a day, and which
//! day the n-th working day is. Adding and counting days are then one or two look-ups whatever
//! the span. Minutes stand on top as prefix sums over the working days, with a table of starting
//! points that brings the inverse look-up down to the one or two days that can hold it.
//!
//! Look-ups are inlined where a million of them are made in a row, but called in a build for browsers,
//! where their weight counts for more.
//!
//! Days are ordinals, 0 being the first day of the calendar. Where a row of random data decides
//! which way to go, the code computes both and picks one: a branch that cannot be foreseen costs
//! more than everything else a row does.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;
use core::hint::select_unpredictable;

use super::{DayHours, Session};

/// Seconds covered by one entry of the starting points, as a power of two: less than an ordinary
/// day, so that one comparison finds the day.
const STRIDE: u32 = 14;
/// Seconds in a day.
const DAY: u32 = 86_400;
/// Minutes in a day, and entries of a pattern in the tables of minutes.
const MINUTES: u16 = 1_440;

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
    /// For each minute of the day of each pattern, twice the open minutes before it, and one more
    /// if it is open itself.
    gone: Box<[u16]>,
    /// For each open minute of each pattern, which minute of the day it is.
    minute: Box<[u16]>,
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

/// The hours of a day.
#[derive(Clone, Debug)]
struct Pattern {
    sessions: Box<[Session]>,
    seconds: u32,
}

/// An instant: its day, and the seconds since that day began.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) day: u16,
    pub(super) second: u32,
}

/// Where a minute of a pattern stands in the tables of minutes.
#[inline(always)]
fn minute_of(worked: Worked, minute: u32) -> usize {
    let pattern = usize::from(worked.pattern).wrapping_mul(MINUTES.into());
    // A minute of a day fits into a usize of any size.
    pattern.wrapping_add(usize::try_from(minute).unwrap_or(usize::MAX))
}

/// The tables of minutes of all patterns.
fn minutes_of(hours: &[DayHours]) -> (Box<[u16]>, Box<[u16]>) {
    let entries = hours.len().saturating_mul(MINUTES.into());
    let (mut gone, mut minute) = (Vec::with_capacity(entries), Vec::with_capacity(entries));
    for hours in hours {
        let (mut at, mut before) = (0_u16, 0_u16);
        let entry = |before: u16, open: bool| before.wrapping_mul(2).wrapping_add(open.into());
        for session in hours.sessions() {
            let (open, close) = (session.open().minutes(), session.close().minutes());
            gone.extend((at..open).map(|_| entry(before, false)));
            gone.extend((before..).zip(open..close).map(|(before, _)| entry(before, true)));
            minute.extend(open..close);
            (at, before) = (close, before.saturating_add(session.minutes()));
        }
        gone.extend((at..MINUTES).map(|_| entry(before, false)));
        minute.extend((before..MINUTES).map(|_| 0));
    }
    (gone.into(), minute.into())
}

impl Index {
    /// Builds the tables from the pattern of each day, 0 when it is not worked.
    pub(super) fn new(
        days: impl ExactSizeIterator<Item = u16> + Clone,
        hours: &[DayHours],
    ) -> Self {
        let pattern = |hours: &DayHours| Pattern {
            sessions: hours.sessions().into(),
            seconds: u32::from(hours.minutes()).saturating_mul(60),
        };
        let patterns: Box<[Pattern]> = hours.iter().map(pattern).collect();
        let (gone, minute) = minutes_of(hours);

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
            let length = patterns.get(usize::from(worked.pattern)).map_or(0, |p| p.seconds);
            opened = opened.saturating_add(length);
        }
        let day = worked.iter().take(worked_days.into()).map(|worked| worked.day).collect();

        let strides = usize::try_from(opened >> STRIDE).unwrap_or(0);
        let mut start = vec![0_u16; strides.saturating_add(1)];
        let mut next = worked.iter().skip(1).map(|next| next.opened).peekable();
        let (mut begun, mut at) = (0_u16, 0_u32);
        for start in &mut start {
            while next.next_if(|opened| *opened <= at).is_some() {
                begun = begun.saturating_add(1);
            }
            *start = begun;
            at = at.saturating_add(1 << STRIDE);
        }
        Self {
            rank: rank.into(),
            day,
            worked: worked.into(),
            start: start.into(),
            patterns,
            gone,
            minute,
        }
    }

    /// Working days before a day; `day` may be the day after the last.
    #[inline(always)]
    fn before(&self, day: u32) -> Option<u32> {
        self.rank.get(usize::try_from(day).ok()?).map(|rank| u32::from(*rank))
    }

    /// The n-th working day strictly after a day, strictly before it for n < 0; for 0 the day
    /// itself if it is worked, else the next one that is.
    #[inline(always)]
    pub(super) fn add_days(&self, day: u32, n: i32) -> Option<u16> {
        // Counted on, the day itself does not count, so the count begins behind it.
        let after = u32::from(n > 0);
        let before = self.before(day.wrapping_add(after))?;
        // What falls below nothing comes out far above every rank.
        let rank = before.wrapping_add_signed(n).wrapping_sub(after);
        self.day.get(usize::try_from(rank).ok()?).copied()
    }

    /// Working days in (from, to], negative when `to` is the earlier one.
    #[inline(always)]
    pub(super) fn count_days(&self, from: u32, to: u32) -> Option<i32> {
        let until = self.before(to.wrapping_add(1))?;
        Some(until.wrapping_sub(self.before(from.wrapping_add(1))?).cast_signed())
    }

    #[inline]
    fn pattern_of(&self, worked: Worked) -> Option<&Pattern> {
        self.patterns.get(usize::from(worked.pattern))
    }

    /// Open seconds from the start of the calendar to an instant.
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn position(&self, at: Place) -> Option<u32> {
        let rank = usize::from(*self.rank.get(usize::from(at.day))?);
        let worked = *self.worked.get(rank)?;
        let gone = self.gone.get(minute_of(worked, at.second / 60)).copied().map(u32::from)?;
        let open = (gone % 2).wrapping_mul(at.second % 60);
        // On a day that is not worked nothing goes by of the next one that is.
        let gone = (gone / 2).wrapping_mul(60).wrapping_add(open);
        let gone = select_unpredictable(worked.day == at.day, gone, 0);
        Some(worked.opened.wrapping_add(gone))
    }

    /// Whether the office is open at an instant, or closing a session at it.
    #[inline(never)]
    pub(super) fn is_open_or_closing(&self, at: Place) -> bool {
        let inside = |day: u16, second: u32| {
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
        // The end of the last second that is needed.
        let Place { day, second } = self.beginning(position.wrapping_sub(1))?;
        Some(Place { day, second: second.wrapping_add(1) })
    }

    /// The latest instant before which only `position` open seconds have gone by: an opening
    /// where exact.
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn beginning(&self, position: i64) -> Option<Place> {
        let (_, worked, gone) = self.worked_at(position)?;
        let minute = u32::from(*self.minute.get(minute_of(worked, gone / 60))?);
        let second = minute.wrapping_mul(60).wrapping_add(gone % 60);
        (worked.day != u16::MAX).then_some(Place { day: worked.day, second })
    }

    /// The working day in which a position lies, the later one at a boundary, and the seconds of
    /// it that have gone by.
    #[inline(always)]
    fn worked_at(&self, position: i64) -> Option<(usize, Worked, u32)> {
        let position = u32::try_from(position).ok()?;
        let begun = |rank: usize| self.worked.get(rank).is_some_and(|w| w.opened <= position);
        let rank = usize::from(*self.start.get(usize::try_from(position >> STRIDE).ok()?)?);
        // One step or none; more only where days are shorter than a stride.
        let mut rank = rank.wrapping_add(begun(rank.wrapping_add(1)).into());
        while begun(rank.wrapping_add(1)) {
            rank = rank.wrapping_add(1);
        }
        let worked = *self.worked.get(rank)?;
        Some((rank, worked, position.wrapping_sub(worked.opened)))
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
            let length = known.map_or(gone, |pattern| pattern.seconds.into());
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
