//! Tìm theo tên — procedures by words of their names, without diacritics and with slips.

use alloc::string::String;
use alloc::vec::Vec;

use super::Procedure;
use crate::time_limit::fold;

/// Độ khớp — how well a name answers a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Match {
    /// Only most of the words are in the name, or only with slips.
    Slips,
    /// All words are in the name, apart from diacritics, some perhaps only begun.
    Words,
    /// The very words stand in the name one after another, apart from diacritics.
    Phrase,
    /// The very words with their diacritics.
    Exact,
}

/// Kết quả tìm — a procedure that answers a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hit<'a> {
    /// The procedure.
    pub procedure: &'a Procedure,
    /// How well its name answers.
    pub matched: Match,
    /// By which hits of one kind are ordered; rare words count more.
    pub score: u32,
}

/// The longest word that is held; no Vietnamese syllable comes near it, and longer ones are cut.
const LONGEST: usize = 16;

/// A word without diacritics, packed so that words compare as numbers.
type Packed = u128;

fn pack(word: &str) -> Packed {
    let mut bytes = [0_u8; LONGEST];
    for (slot, byte) in bytes.iter_mut().zip(word.bytes()) {
        *slot = byte;
    }
    Packed::from_be_bytes(bytes)
}

/// The words of all names, with the names that hold them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    /// Words without diacritics, in order, each with where the places of its procedures end.
    words: Vec<(Packed, usize)>,
    /// The places of the procedures of each word, one word after another.
    places: Vec<u32>,
    /// The names without diacritics.
    names: Vec<String>,
}

const WHOLE: u32 = 12;
const BEGUN: u32 = 8;
const ONE_SLIP: u32 = 5;
const TWO_SLIPS: u32 = 3;

impl Index {
    pub(super) fn new(procedures: &[Procedure]) -> Self {
        let names: Vec<String> = procedures.iter().map(|p| fold::words(&p.name)).collect();
        let mut pairs: Vec<(Packed, u32)> = Vec::new();
        for (place, name) in (0_u32..).zip(&names) {
            let words = name.split(' ').filter(|word| !word.is_empty());
            pairs.extend(words.map(|word| (pack(word), place)));
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut words: Vec<(Packed, usize)> = Vec::new();
        for (end, (word, _)) in (1_usize..).zip(&pairs) {
            match words.last_mut() {
                Some((last, reached)) if last == word => *reached = end,
                _ => words.push((*word, end)),
            }
        }
        Self { words, places: pairs.into_iter().map(|(_, place)| place).collect(), names }
    }

    /// The places of the best answers with their kind and score, best first.
    pub(super) fn find(
        &self,
        procedures: &[Procedure],
        query: &str,
        most: usize,
    ) -> Vec<(u32, Match, u32)> {
        let folded = fold::words(query);
        let wanted: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        if wanted.is_empty() || most == 0 {
            return Vec::new();
        }
        let strict = self.gather(&wanted, false, wanted.len());
        let (found, slips) = if strict.is_empty() {
            // Most of the words: all of one or two, three of four.
            let needed = wanted.len().saturating_mul(3).div_ceil(4);
            (self.gather(&wanted, true, needed), true)
        } else {
            (strict, false)
        };
        let exact = query.trim().to_lowercase();
        let mut hits: Vec<(u32, Match, u32)> = Vec::with_capacity(found.len());
        for (place, score) in found {
            let at = usize::try_from(place).unwrap_or(usize::MAX);
            let name = self.names.get(at).map_or("", String::as_str);
            let matched = if slips {
                Match::Slips
            } else if !holds_phrase(name, &folded) {
                Match::Words
            } else if procedures
                .get(at)
                .is_some_and(|procedure| procedure.name.to_lowercase().contains(&exact))
            {
                Match::Exact
            } else {
                Match::Phrase
            };
            hits.push((place, matched, score));
        }
        let length = |place: &u32| {
            usize::try_from(*place).ok().and_then(|at| self.names.get(at)).map_or(0, String::len)
        };
        hits.sort_by(|(one, one_match, one_score), (other, other_match, other_score)| {
            (other_match, other_score)
                .cmp(&(one_match, one_score))
                .then_with(|| length(one).cmp(&length(other)))
                .then_with(|| one.cmp(other))
        });
        hits.truncate(most);
        hits
    }

    /// The places that hold at least some number of the words, with their scores.
    fn gather(&self, wanted: &[&str], slips: bool, needed: usize) -> Vec<(u32, u32)> {
        let total = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let mut scores: Vec<(usize, u32)> = alloc::vec![(0, 0); self.names.len()];
        let mut best: Vec<u32> = alloc::vec![0; self.names.len()];
        for word in wanted {
            best.fill(0);
            let mut start = 0;
            for (known, end) in &self.words {
                let places = self.places.get(start..*end).unwrap_or_default();
                start = *end;
                let bytes = known.to_be_bytes();
                let known = bytes.split(|byte| *byte == 0).next().unwrap_or_default();
                let Some(weight) = weight(word.as_bytes(), known, slips) else { continue };
                let count = u32::try_from(places.len()).unwrap_or(u32::MAX);
                // Halving how common a word is adds one to its worth.
                let rarity = total.checked_div(count).unwrap_or(1).max(1).ilog2();
                let worth = weight.saturating_mul(rarity.saturating_add(1));
                for place in places {
                    let slot = usize::try_from(*place).ok().and_then(|at| best.get_mut(at));
                    if let Some(slot) = slot {
                        *slot = worth.max(*slot);
                    }
                }
            }
            for ((count, score), worth) in scores.iter_mut().zip(&best) {
                if *worth > 0 {
                    *count = count.saturating_add(1);
                    *score = score.saturating_add(*worth);
                }
            }
        }
        let found = (0_u32..).zip(scores).filter(|(_, (count, _))| *count >= needed);
        found.map(|(place, (_, score))| (place, score)).collect()
    }
}

/// Whether words stand in a name one after another, as whole words.
fn holds_phrase(name: &str, phrase: &str) -> bool {
    name.match_indices(phrase).any(|(at, _)| {
        let before =
            name.get(..at).is_some_and(|before| before.is_empty() || before.ends_with(' '));
        let end = at.saturating_add(phrase.len());
        let after = name.get(end..).is_some_and(|after| after.is_empty() || after.starts_with(' '));
        before && after
    })
}

/// How much a known word is worth for a wanted one, if anything.
fn weight(wanted: &[u8], known: &[u8], slips: bool) -> Option<u32> {
    let wanted = wanted.get(..LONGEST).unwrap_or(wanted);
    if wanted == known {
        return Some(WHOLE);
    }
    if wanted.len() >= 3 && known.starts_with(wanted) {
        return Some(BEGUN);
    }
    if !slips || wanted.len() < 3 {
        return None;
    }
    match (distance(wanted, known)?, wanted.len()) {
        (0 | 1, _) => Some(ONE_SLIP),
        (2, 6..) => Some(TWO_SLIPS),
        _ => None,
    }
}

/// How many letters must be put in, left out, changed or swapped with their neighbour to make one
/// word of another; none when it is more than two or a word is too long.
fn distance(one: &[u8], other: &[u8]) -> Option<u8> {
    if one.len() > LONGEST || other.len() > LONGEST || one.len().abs_diff(other.len()) > 2 {
        return None;
    }
    // Three rows of the usual table: the one being filled and the two above it.
    let mut above = [0_u8; LONGEST + 1];
    let mut row = [0_u8; LONGEST + 1];
    for (cell, cost) in row.iter_mut().zip(0_u8..) {
        *cell = cost;
    }
    let at = |row: &[u8], place: usize| row.get(place).copied().unwrap_or(u8::MAX);
    for (i, (letter, line)) in one.iter().zip(1_u8..).enumerate() {
        let swapped = core::mem::replace(&mut above, row);
        row = [line; LONGEST + 1];
        let mut least = line;
        for (j, known) in other.iter().enumerate() {
            let change = at(&above, j).saturating_add(u8::from(letter != known));
            let insert = at(&row, j).saturating_add(1);
            let remove = at(&above, j.saturating_add(1)).saturating_add(1);
            let mut cost = change.min(insert).min(remove);
            let (before, known_before) = (i.checked_sub(1), j.checked_sub(1));
            if let (Some(i), Some(j)) = (before, known_before)
                && one.get(i) == Some(known)
                && other.get(j) == Some(letter)
            {
                cost = cost.min(at(&swapped, j).saturating_add(1));
            }
            if let Some(cell) = row.get_mut(j.saturating_add(1)) {
                *cell = cost;
            }
            least = least.min(cost);
        }
        if least > 2 {
            return None;
        }
    }
    Some(at(&row, other.len())).filter(|distance| *distance <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        let slips = |one: &str, other: &str| distance(one.as_bytes(), other.as_bytes());
        assert_eq!(slips("phep", "phep"), Some(0));
        assert_eq!(slips("pehp", "phep"), Some(1));
        assert_eq!(slips("phe", "phep"), Some(1));
        assert_eq!(slips("phepp", "phep"), Some(1));
        assert_eq!(slips("xung", "sung"), Some(1));
        assert_eq!(slips("truong", "tuorng"), Some(2));
        assert_eq!(slips("giay", "phep"), None);
        assert_eq!(slips("", "ab"), Some(2));
        assert_eq!(slips("ab", ""), Some(2));
    }

    fn names(query: &str) -> Vec<(u32, Match)> {
        let names = [
            "Cấp giấy phép bưu chính",
            "Sửa đổi, bổ sung giấy phép bưu chính",
            "Cấp lại giấy phép hoạt động in",
        ];
        let procedures: Vec<Procedure> = names.into_iter().map(Procedure::new).collect();
        let found = Index::new(&procedures).find(&procedures, query, 10);
        found.into_iter().map(|(place, matched, _)| (place, matched)).collect()
    }

    #[test]
    fn marks_beginnings_and_slips_are_tolerated() {
        assert_eq!(names("bổ sung"), [(1, Match::Exact)]);
        assert_eq!(names("bố sung"), [(1, Match::Phrase)]);
        assert_eq!(names("bo sung"), [(1, Match::Phrase)]);
        assert_eq!(names("BO SUNG"), [(1, Match::Phrase)]);
        assert_eq!(names("bổ xung"), [(1, Match::Slips)]);
        assert_eq!(names("sung phép"), [(1, Match::Words)]);
        assert_eq!(names("hoạt đôn"), [(2, Match::Words)]);
        assert_eq!(names("cấp giấy phép bưu chính")[0], (0, Match::Exact));
        assert_eq!(names("xây dựng"), []);
        assert_eq!(names(" "), []);
    }
}
