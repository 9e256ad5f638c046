//! Three ways of laying out which days are worked, side by side. The engine uses the first; the
//! others are here so that the choice can be measured again (`core/docs/DESIGN.md`).
//!
//! Days are ordinals from the first day on. All three answer the same two questions: how many
//! worked days lie before a day, and which day the n-th worked day is.

/// What a layout answers.
pub trait Layout {
    /// Builds it from whether each day is worked.
    fn new(worked: &[bool]) -> Self;
    /// Worked days before a day.
    fn rank(&self, day: usize) -> Option<u32>;
    /// The day of worked day r.
    fn day(&self, rank: usize) -> Option<u32>;
    /// Bytes of its tables.
    fn bytes(&self) -> usize;

    /// The n-th worked day strictly after a day.
    fn add(&self, day: usize, n: u32) -> Option<u32> {
        let before = self.rank(day.wrapping_add(1))?;
        self.day(usize::try_from(before.wrapping_add(n).wrapping_sub(1)).ok()?)
    }

    /// Worked days in (from, to].
    fn count(&self, from: usize, to: usize) -> Option<u32> {
        Some(self.rank(to.wrapping_add(1))?.wrapping_sub(self.rank(from.wrapping_add(1))?))
    }
}

/// A table for each direction, an entry of two bytes for each day.
#[derive(Debug)]
pub struct Direct {
    rank: Vec<u16>,
    day: Vec<u16>,
}

impl Layout for Direct {
    fn new(worked: &[bool]) -> Self {
        let mut rank = Vec::with_capacity(worked.len().saturating_add(1));
        let mut day = Vec::new();
        let mut before = 0_u16;
        for (at, worked) in (0_u16..).zip(worked) {
            rank.push(before);
            if *worked {
                before = before.saturating_add(1);
                day.push(at);
            }
        }
        rank.push(before);
        Self { rank, day }
    }

    fn rank(&self, day: usize) -> Option<u32> {
        self.rank.get(day).map(|rank| u32::from(*rank))
    }

    fn day(&self, rank: usize) -> Option<u32> {
        self.day.get(rank).map(|day| u32::from(*day))
    }

    fn bytes(&self) -> usize {
        size_of_val(&*self.rank).saturating_add(size_of_val(&*self.day))
    }
}

/// A bit for each day and, for every 64 of them, how many are worked before; the way back looks
/// for the word among the counts.
#[derive(Debug)]
pub struct Bits {
    words: Vec<u64>,
    before: Vec<u16>,
}

impl Layout for Bits {
    fn new(worked: &[bool]) -> Self {
        let (mut words, mut before) = (Vec::new(), Vec::new());
        let mut count = 0_u16;
        for days in worked.chunks(64) {
            let word = days.iter().rev().fold(0_u64, |word, day| (word << 1) | u64::from(*day));
            words.push(word);
            before.push(count);
            count = count.saturating_add(u16::try_from(word.count_ones()).unwrap_or(0));
        }
        words.push(0);
        before.push(count);
        Self { words, before }
    }

    fn rank(&self, day: usize) -> Option<u32> {
        let word = self.words.get(day / 64)?;
        let below = word & (1_u64 << (day % 64)).wrapping_sub(1);
        Some(u32::from(*self.before.get(day / 64)?).wrapping_add(below.count_ones()))
    }

    fn day(&self, rank: usize) -> Option<u32> {
        let rank = u16::try_from(rank).ok()?;
        let at = self.before.partition_point(|before| *before <= rank).checked_sub(1)?;
        let mut word = *self.words.get(at)?;
        for _ in *self.before.get(at)?..rank {
            word &= word.wrapping_sub(1);
        }
        let inside = word.trailing_zeros();
        let day = u32::try_from(at).ok()?.wrapping_mul(64).wrapping_add(inside);
        (word != 0).then_some(day)
    }

    fn bytes(&self) -> usize {
        size_of_val(&*self.words).saturating_add(size_of_val(&*self.before))
    }
}

/// Bits with counts one way and a table the other.
#[derive(Debug)]
pub struct Hybrid {
    bits: Bits,
    day: Vec<u16>,
}

impl Layout for Hybrid {
    fn new(worked: &[bool]) -> Self {
        Self { bits: Bits::new(worked), day: Direct::new(worked).day }
    }

    fn rank(&self, day: usize) -> Option<u32> {
        self.bits.rank(day)
    }

    fn day(&self, rank: usize) -> Option<u32> {
        self.day.get(rank).map(|day| u32::from(*day))
    }

    fn bytes(&self) -> usize {
        self.bits.bytes().saturating_add(size_of_val(&*self.day))
    }
}
