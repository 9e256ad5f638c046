//! What the benchmarks share.

pub mod layouts;
pub mod work;

use std::fmt::Debug;

/// What a bench has set up; where it was refused the bench stops, and is not left out in silence.
pub fn set_up<T, E: Debug>(set_up: Result<T, E>) -> Option<T> {
    assert!(set_up.is_ok(), "{:?}", set_up.err());
    set_up.ok()
}

/// A small generator of numbers from a fixed seed (splitmix64), so that every run and every
/// layout is measured on the same data.
#[derive(Clone, Debug)]
pub struct Numbers(u64);

impl Numbers {
    /// A generator from a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number below a bound.
    pub fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        let below = mixed.checked_rem(bound.into()).unwrap_or(0);
        u32::try_from(below).unwrap_or(0)
    }
}
