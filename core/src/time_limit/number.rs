//! Numbers in Vietnamese words, from one to 999: read and spelt.

use alloc::string::String;
use alloc::vec::Vec;

use super::fold::{ACUTE, BREVE, CIRCUMFLEX, DOT, GRAVE, HOOK, HORN, TILDE, both, key};
use super::token::Tokens;
use super::unit;

/// How strictly the marks of number words are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    /// Beside digits of the same number: "07 (bay)" needs no marks.
    Lax,
    /// On their own: "sau" is not "sáu".
    Strict,
}

const MUOI: u32 = key("muoi");
const TRAM: u32 = key("tram");
const LINH: u32 = key("linh");
const LE: u32 = key("le");
const MOT: u32 = key("mot");
const TU: u32 = key("tu");
const LAM: u32 = key("lam");
const NHAM: u32 = key("nham");
const NAM: u32 = key("nam");
const SAU: u32 = key("sau");
const VIET: u32 = key("viet");
const THU: u32 = key("thu");
const THANG: u32 = key("thang");

/// The value of a digit word and the marks it is written with.
const fn digit(word: u32) -> Option<(u32, u8)> {
    const HAI: u32 = key("hai");
    const BA: u32 = key("ba");
    const BON: u32 = key("bon");
    const BAY: u32 = key("bay");
    const TAM: u32 = key("tam");
    const CHIN: u32 = key("chin");
    Some(match word {
        MOT => (1, both(CIRCUMFLEX, DOT)),
        HAI => (2, 0),
        BA => (3, 0),
        BON => (4, both(CIRCUMFLEX, ACUTE)),
        NAM => (5, BREVE),
        SAU => (6, ACUTE),
        BAY => (7, HOOK),
        TAM => (8, ACUTE),
        CHIN => (9, ACUTE),
        _ => return None,
    })
}

/// The value of the word after "mươi": lăm, nhăm, tư and mốt stand only there.
const fn last_digit(word: u32) -> Option<u32> {
    match word {
        LAM | NHAM => Some(5),
        TU => Some(4),
        _ => match digit(word) {
            Some((value, _)) => Some(value),
            None => None,
        },
    }
}

/// Reads number words, and where they end: "hai mươi lăm" is 25.
pub(super) fn words(tokens: &Tokens, first: usize, care: Care) -> Option<(u32, usize)> {
    let next = first.saturating_add(1);
    let word = tokens.word(first);
    if digit(word).is_some() && tokens.word(next) == TRAM {
        let hundreds = digit(word)?.0.saturating_mul(100);
        let rest = next.saturating_add(1);
        if matches!(tokens.word(rest), LINH | LE) {
            let last = rest.saturating_add(1);
            if let Some(ones) = last_digit(tokens.word(last)) {
                return Some((hundreds.saturating_add(ones), last.saturating_add(1)));
            }
        }
        return match below_hundred(tokens, rest, Care::Strict) {
            Some((tens, end)) if tens >= 10 => Some((hundreds.saturating_add(tens), end)),
            _ => Some((hundreds, rest)),
        };
    }
    below_hundred(tokens, first, care)
}

fn below_hundred(tokens: &Tokens, first: usize, care: Care) -> Option<(u32, usize)> {
    let next = first.saturating_add(1);
    let word = tokens.word(first);
    if word == MUOI {
        let exact = tokens.marked(first, both(HORN, GRAVE)) || care == Care::Lax;
        let (ones, end) = ones(tokens, next);
        // "mười" mistyped as "mươi" or "mưới" is still ten beside other number words.
        return (exact || ones != 0).then_some((ones.saturating_add(10), end));
    }
    let (value, marks) = digit(word)?;
    if tokens.word(next) == MUOI {
        let (ones, end) = ones(tokens, next.saturating_add(1));
        return Some((value.saturating_mul(10).saturating_add(ones), end));
    }
    if care == Care::Strict && !stands_alone(tokens, first, word, marks) {
        return None;
    }
    Some((value, next))
}

/// The ones after "mười" or "mươi", 0 if none are there.
fn ones(tokens: &Tokens, at: usize) -> (u32, usize) {
    // "mười năm" is ten years, "hai mươi năm ngày" twenty-five days: what follows decides.
    let word = tokens.word(at);
    let next = at.saturating_add(1);
    let year = word == NAM
        && !tokens.sign(next, b')')
        && !tokens.sign(next, b'(')
        && unit::read(tokens, next).is_none();
    match last_digit(word) {
        Some(ones) if !year => (ones, next),
        _ => (0, at),
    }
}

/// Whether one digit word on its own is surely a number here.
fn stands_alone(tokens: &Tokens, at: usize, word: u32, marks: u8) -> bool {
    let before = at.checked_sub(1).map_or(0, |b| tokens.word(b));
    // "thứ ba", "tháng hai": a name, not a number.
    if before == THU || before == THANG {
        return false;
    }
    if tokens.bare {
        return word != SAU && !(word == NAM && before == VIET);
    }
    let written = tokens.get(at).map_or(0, |t| t.marks);
    // "bẩy" is an accepted spelling of "bảy".
    written == marks || (word == key("bay") && written == both(CIRCUMFLEX, HOOK))
}

/// Whether the word at an index is "nửa", half.
pub(super) fn half(tokens: &Tokens, at: usize) -> bool {
    const NUA: u32 = key("nua");
    tokens.word(at) == NUA && tokens.marked(at, both(HORN, HOOK))
}

/// Whether the word at an index is "rưỡi", and a half.
pub(super) fn and_a_half(tokens: &Tokens, at: usize) -> bool {
    const RUOI: u32 = key("ruoi");
    tokens.word(at) == RUOI && tokens.marked(at, both(HORN, TILDE))
}

/// Spells a number from 1 to 999 as [`words`] reads it: 25 is "hai mươi lăm".
pub(super) fn spell(number: u32) -> Option<String> {
    const DIGITS: [&str; 10] =
        ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    let digit = |value: u32| -> Option<&str> { DIGITS.get(usize::try_from(value).ok()?).copied() };
    if !(1..=999).contains(&number) {
        return None;
    }
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    let mut spelt: Vec<&str> = Vec::new();
    if hundreds > 0 {
        spelt.extend([digit(hundreds)?, "trăm"]);
    }
    match tens {
        0 if hundreds > 0 && ones > 0 => spelt.push("linh"),
        0 => {}
        1 => spelt.push("mười"),
        _ => spelt.extend([digit(tens)?, "mươi"]),
    }
    match ones {
        0 => {}
        1 if tens > 1 => spelt.push("mốt"),
        5 if tens > 0 => spelt.push("lăm"),
        _ => spelt.push(digit(ones)?),
    }
    Some(spelt.join(" "))
}
