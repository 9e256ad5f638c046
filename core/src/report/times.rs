use alloc::boxed::Box;
use alloc::collections::BTreeMap;

use crate::dossier::TimeTaken;

/// Phân bố — how often each value occurred, from which every percentile is exact.
///
/// Two distributions add up value by value, so that the percentiles over many files are those
/// over one.
///
/// # Examples
///
/// ```
/// use motcua::report::Distribution;
///
/// let mut used = Distribution::default();
/// for minutes in [30, 10, 40, 20] {
///     used.add(minutes);
/// }
/// assert_eq!((used.median(), used.p90()), (Some(20), Some(40)));
/// assert_eq!(Distribution::default().median(), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(from = "BTreeMap<u32, u32>", into = "BTreeMap<u32, u32>"))]
pub struct Distribution(BTreeMap<u32, Box<[u32; BLOCK as usize]>>);

/// Neighbouring values are counted in one block, so that there is less to search.
const BLOCK: u32 = 32;

impl Distribution {
    /// Counts a value in.
    pub fn add(&mut self, value: u32) {
        self.add_times(value, 1);
    }

    fn add_times(&mut self, value: u32, times: u32) {
        let block = self.0.entry(value / BLOCK).or_default();
        let place = usize::try_from(value % BLOCK).unwrap_or(0);
        if let Some(count) = block.get_mut(place) {
            *count = count.saturating_add(times);
        }
    }

    /// The values that occurred, in order, each with how often.
    pub fn values(&self) -> impl Iterator<Item = (u32, u32)> {
        self.0.iter().flat_map(|(block, counts)| {
            let first = block.saturating_mul(BLOCK);
            let values = (first..=u32::MAX).zip(counts.iter().copied());
            values.filter(|(_, times)| *times > 0)
        })
    }

    /// Counts the values of another distribution in.
    pub fn merge(&mut self, other: &Self) {
        for (value, times) in other.values() {
            self.add_times(value, times);
        }
    }

    /// How many values there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.values().fold(0, |sum, (_, times)| sum.saturating_add(times))
    }

    /// The percentile by the nearest rank: the least value that at least so many percent of all
    /// values do not exceed; none without data.
    #[must_use]
    pub fn percentile(&self, percent: u8) -> Option<u32> {
        let wanted = u64::from(self.count()).saturating_mul(percent.min(100).into()).div_ceil(100);
        let mut passed = 0_u64;
        for (value, times) in self.values() {
            passed = passed.saturating_add(times.into());
            if passed >= wanted {
                return Some(value);
            }
        }
        None
    }

    /// Trung vị — the middle value; of two in the middle the lower one.
    #[must_use]
    pub fn median(&self) -> Option<u32> {
        self.percentile(50)
    }

    /// Phân vị 90 — the value that nine of ten do not exceed.
    #[must_use]
    pub fn p90(&self) -> Option<u32> {
        self.percentile(90)
    }
}

impl From<BTreeMap<u32, u32>> for Distribution {
    fn from(counts: BTreeMap<u32, u32>) -> Self {
        let mut distribution = Self::default();
        for (value, times) in counts.into_iter().filter(|(_, times)| *times > 0) {
            distribution.add_times(value, times);
        }
        distribution
    }
}

impl From<Distribution> for BTreeMap<u32, u32> {
    fn from(distribution: Distribution) -> Self {
        distribution.values().collect()
    }
}

/// Thời gian giải quyết — how long solved dossiers took the office, and of how much.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Times {
    /// The office's own time of each dossier in whole minutes, cut off; waiting for the applicant
    /// and suspensions are left out.
    pub used: Distribution,
    /// The same as a share of the time the office had, in hundredths of a percent, cut off: above
    /// 10,000 it was late by the instant.
    pub share: Distribution,
}

impl Times {
    /// Counts a dossier in.
    pub(super) fn add(&mut self, TimeTaken { used, had }: TimeTaken) {
        self.used.add(cut(used / 60));
        if let Some(share) = used.saturating_mul(10_000).checked_div(had).filter(|_| had > 0) {
            self.share.add(cut(share));
        }
    }

    /// Counts the dossiers of another in.
    pub fn merge(&mut self, other: &Self) {
        self.used.merge(&other.used);
        self.share.merge(&other.share);
    }
}

fn cut(value: i64) -> u32 {
    u32::try_from(value.max(0)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn a_percentile_is_the_least_value_that_enough_do_not_exceed() {
        let mut one = Distribution::default();
        one.add(7);
        assert_eq!([1, 50, 90, 100].map(|p| one.percentile(p)), [Some(7); 4]);
        let mut ten = Distribution::default();
        (1..=10).for_each(|value| ten.add(value));
        assert_eq!([50, 90, 91, 100].map(|p| ten.percentile(p)), [5, 9, 10, 10].map(Some));
        assert_eq!(ten.percentile(200), Some(10));
        ten.add(u32::MAX);
        ten.add(31);
        ten.add(32);
        assert_eq!(ten.values().skip(10).collect::<Vec<_>>(), [(31, 1), (32, 1), (u32::MAX, 1)]);
        let counts: BTreeMap<u32, u32> = ten.clone().into();
        assert_eq!(Distribution::from(counts), ten);
    }

    #[test]
    fn a_term_of_nothing_has_no_share() {
        let mut times = Times::default();
        times.add(TimeTaken { used: 119, had: 0 });
        times.add(TimeTaken { used: 60, had: 240 });
        assert_eq!((times.used.count(), times.used.median()), (2, Some(1)));
        assert_eq!((times.share.count(), times.share.median()), (1, Some(2_500)));
    }
}
