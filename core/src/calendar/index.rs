//! The one place that counts days and minutes.
//!
//! Two tables of u16 stand against each other: how many working days lie before a day, and which
//! day the n-th working day is. Adding and counting days are then one or two look-ups whatever
//! the span. Minutes stand on top as prefix sums over the working days, with a table of starting
//! points that brings the inverse look-up down to the one or two days that can hold it.
//!
//! Days are ordinals, 0 being the first day of the calendar.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use super::{DayHours, Session};

/// Minutes covered by one entry of the starting points: a little more than an ordinary day.
const STRIDE: u32 = 512;
/// Seconds in a day.
const DAY: i64 = 86_400;

#[derive(Clone, Debug)]
pub(super) struct Index {
    /// Working days before day i; one entry more than there are days.
    rank: Box<[u16]>,
    /// The day of working day r.
    day: Box<[u16]>,
    /// Open minutes before working day r; one entry more than there are working days.
    opened: Box<[u32]>,
    /// The pattern of hours of working day r.
    pattern: Box<[u16]>,
    /// The first working day at or after whose opening `STRIDE * i` minutes have been open.
    start: Box<[u16]>,
    patterns: Box<[Pattern]>,
}

/// The hours of a day with the open seconds before each session.
#[derive(Clone, Debug)]
struct Pattern {
    sessions: Box<[(Session, i64)]>,
    seconds: i64,
}

impl Pattern {
    fn new(hours: &DayHours) -> Self {
        let mut seconds = 0_i64;
        let sessions = hours.sessions().iter().map(|session| {
            let before = seconds;
            seconds = seconds.saturating_add(i64::from(session.minutes()).saturating_mul(60));
            (*session, before)
        });
        Self { sessions: sessions.collect(), seconds }
    }

    /// Open seconds of the day gone by at a second of the day.
    fn gone_by(&self, second: i64) -> i64 {
        let mut gone = 0;
        for (session, before) in &self.sessions {
            let open = session.open().seconds();
            if second <= open {
                break;
            }
            let inside = second.min(session.close().seconds()).saturating_sub(open);
            gone = before.saturating_add(inside);
        }
        gone
    }

    /// The second of the day at which `gone` open seconds have just gone by: the close of a
    /// session where it is exact.
    fn ending(&self, gone: i64) -> i64 {
        let mut sessions = self.sessions.iter().rev();
        let session = sessions.find(|(_, before)| *before < gone).or(self.sessions.first());
        session.map_or(0, |(s, before)| {
            s.open().seconds().saturating_add(gone).saturating_sub(*before)
        })
    }

    /// The second of the day from which on more than `gone` open seconds go by: the opening of a
    /// session where it is exact.
    fn beginning(&self, gone: i64) -> i64 {
        let session = self.sessions.iter().rev().find(|(_, before)| *before <= gone);
        session.map_or(0, |(s, before)| {
            s.open().seconds().saturating_add(gone).saturating_sub(*before)
        })
    }
}

/// A place on the line of open seconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) day: u16,
    pub(super) second: i64,
}

impl Index {
    /// Builds the tables from the pattern of each day, 0 when it is not worked.
    pub(super) fn new(
        days: impl ExactSizeIterator<Item = u16> + Clone,
        hours: &[DayHours],
    ) -> Self {
        let patterns: Box<[Pattern]> = hours.iter().map(Pattern::new).collect();
        let lengths: Vec<u32> =
            patterns.iter().map(|p| u32::try_from(p.seconds / 60).unwrap_or(0)).collect();

        // A short pass for each table takes less time than one loop that fills them all.
        let mut worked = 0_u16;
        let mut rank = Vec::with_capacity(days.len().saturating_add(1));
        rank.extend(days.clone().map(|pattern| {
            let before = worked;
            worked = worked.saturating_add(u16::from(pattern != 0));
            before
        }));
        rank.push(worked);

        let mut day = vec![0; worked.into()];
        let mut pattern = vec![0; worked.into()];
        let worked_days = (0_u16..).zip(days).filter(|(_, pattern)| *pattern != 0);
        for ((day, pattern), found) in day.iter_mut().zip(&mut pattern).zip(worked_days) {
            (*day, *pattern) = found;
        }

        let mut minutes = 0_u32;
        let mut opened = Vec::with_capacity(pattern.len().saturating_add(1));
        opened.extend(pattern.iter().map(|pattern| {
            let before = minutes;
            let length = lengths.get(usize::from(*pattern)).copied().unwrap_or(0);
            minutes = minutes.saturating_add(length);
            before
        }));
        opened.push(minutes);

        let strides = usize::try_from(minutes / STRIDE).unwrap_or(0);
        let mut start = Vec::with_capacity(strides.saturating_add(1));
        let mut next_start = 0_u32;
        for (rank, opened) in (0_u16..).zip(&opened) {
            while next_start <= *opened {
                start.push(rank);
                next_start = next_start.saturating_add(STRIDE);
            }
        }
        Self {
            rank: rank.into(),
            day: day.into(),
            opened: opened.into(),
            pattern: pattern.into(),
            start: start.into(),
            patterns,
        }
    }

    /// Working days before a day; `day` may be the day after the last.
    fn before(&self, day: usize) -> Option<i32> {
        self.rank.get(day).map(|rank| i32::from(*rank))
    }

    fn nth(&self, rank: i32) -> Option<u16> {
        self.day.get(usize::try_from(rank).ok()?).copied()
    }

    /// The n-th working day strictly after a day, strictly before it for n < 0; for 0 the day
    /// itself if it is worked, else the next one that is.
    pub(super) fn add_days(&self, day: u16, n: i32) -> Option<u16> {
        let day = usize::from(day);
        let rank = if n > 0 {
            self.before(day.checked_add(1)?)?.checked_add(n)?.checked_sub(1)?
        } else {
            self.before(day)?.checked_add(n)?
        };
        self.nth(rank)
    }

    /// Working days in (from, to], negative when `to` is the earlier one.
    pub(super) fn count_days(&self, from: u16, to: u16) -> Option<i32> {
        let until = self.before(usize::from(to).checked_add(1)?)?;
        until.checked_sub(self.before(usize::from(from).checked_add(1)?)?)
    }

    fn pattern_of(&self, rank: usize) -> Option<&Pattern> {
        self.patterns.get(usize::from(*self.pattern.get(rank)?))
    }

    /// The rank of a day if it is worked.
    fn worked_rank(&self, day: u16) -> Option<usize> {
        let rank = usize::from(*self.rank.get(usize::from(day))?);
        (self.day.get(rank) == Some(&day)).then_some(rank)
    }

    /// Open seconds from the start of the calendar to an instant.
    pub(super) fn position(&self, at: Place) -> Option<i64> {
        let rank = usize::from(*self.rank.get(usize::from(at.day))?);
        let whole = i64::from(*self.opened.get(rank)?).checked_mul(60)?;
        if self.day.get(rank) != Some(&at.day) {
            return Some(whole);
        }
        whole.checked_add(self.pattern_of(rank)?.gone_by(at.second))
    }

    /// Whether the office is open at an instant, or closing a session at it.
    pub(super) fn is_open_or_closing(&self, at: Place) -> bool {
        let inside = |day: u16, second: i64| {
            let pattern = self.worked_rank(day).and_then(|rank| self.pattern_of(rank));
            pattern.is_some_and(|pattern| {
                pattern.sessions.iter().any(|(session, _)| {
                    session.open().seconds() <= second && second <= session.close().seconds()
                })
            })
        };
        // Midnight is also the 24:00 at which the day before can close.
        let day_before = at.day.checked_sub(1).filter(|_| at.second == 0);
        inside(at.day, at.second) || day_before.is_some_and(|day| inside(day, DAY))
    }

    /// The earliest instant by which `position` open seconds have gone by: a close where exact.
    pub(super) fn ending(&self, position: i64) -> Option<Place> {
        // Rounded up so that a part of a minute still lies behind its day's opening.
        let minutes = u32::try_from(position.checked_add(59)?.checked_div(60)?).ok()?;
        if minutes == 0 {
            return None;
        }
        let rank = self.partition(minutes, |opened| opened < minutes)?.checked_sub(1)?;
        self.place(rank, position, Pattern::ending)
    }

    /// The latest instant before which only `position` open seconds have gone by: an opening
    /// where exact.
    pub(super) fn beginning(&self, position: i64) -> Option<Place> {
        // Rounded down, so that less than nothing stays less than nothing.
        let minutes = u32::try_from(position.div_euclid(60)).ok()?;
        let rank = self.partition(minutes, |opened| opened <= minutes)?.checked_sub(1)?;
        self.place(rank, position, Pattern::beginning)
    }

    fn place(&self, rank: usize, position: i64, find: fn(&Pattern, i64) -> i64) -> Option<Place> {
        let day = *self.day.get(rank)?;
        let gone = position.checked_sub(i64::from(*self.opened.get(rank)?).checked_mul(60)?)?;
        Some(Place { day, second: find(self.pattern_of(rank)?, gone) })
    }

    /// How many entries of `opened` satisfy a condition that holds for a first part of them and
    /// whose end lies where `minutes` does.
    fn partition(&self, minutes: u32, holds: impl Fn(u32) -> bool) -> Option<usize> {
        let stride = usize::try_from(minutes / STRIDE).ok()?;
        let from = usize::from(*self.start.get(stride)?);
        let until = match self.start.get(stride.checked_add(1)?) {
            Some(next) => usize::from(*next),
            None => self.opened.len(),
        };
        let part = self.opened.get(from..until)?;
        from.checked_add(part.partition_point(|opened| holds(*opened)))
    }

    /// Working days and seconds between two positions, a day being worth the day it is spent on:
    /// from a place in one working day to the same place in the next is one day.
    pub(super) fn days_and_rest(&self, from: i64, to: i64) -> Option<(i32, i64)> {
        let (first, gone) = self.day_and_gone(from)?;
        let (last, _) = self.day_and_gone(to)?;
        // The same place in a shorter day is at the latest that day's close. Behind the last
        // working day only the opening of another one is known.
        let reached = |days: usize| {
            let rank = first.checked_add(days)?;
            let opened = i64::from(*self.opened.get(rank)?).checked_mul(60)?;
            let length = self.pattern_of(rank).map_or(gone, |pattern| pattern.seconds);
            opened.checked_add(gone.min(length))
        };
        let mut days = last.checked_sub(first)?;
        while days > 0 && reached(days)? > to {
            days = days.checked_sub(1)?;
        }
        let rest = to.checked_sub(reached(days)?)?;
        Some((i32::try_from(days).ok()?, rest))
    }

    /// The working day in which a position lies, the later one at a boundary, and the seconds of
    /// it that have gone by.
    fn day_and_gone(&self, position: i64) -> Option<(usize, i64)> {
        let minutes = u32::try_from(position.checked_div(60)?).ok()?;
        let rank = self.partition(minutes, |opened| opened <= minutes)?.checked_sub(1)?;
        let opened = i64::from(*self.opened.get(rank)?).checked_mul(60)?;
        Some((rank, position.checked_sub(opened)?))
    }
}
