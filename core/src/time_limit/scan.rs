//! Walks over the tokens once and lists what the grammar is made of, in order.

use alloc::vec::Vec;

use super::fold::key;
use super::lexicon::{self, Mark};
use super::quantity::{self, Quantity};
use super::token::{Shape, Tokens};
use crate::ClockTime;

/// One thing the grammar knows.
#[derive(Clone, Copy, Debug)]
pub(super) enum Piece {
    /// A number with its unit, or alone.
    Quantity(Quantity),
    /// An hour of the day.
    Clock(Clock),
    /// A phrase.
    Phrase(Mark),
    /// A date: "ngày 31 tháng 12".
    Date,
    /// Round the clock: "24/7".
    Always,
    /// A full stop, semicolon, bullet or line: nothing reaches over it.
    Stop,
    Comma,
    Colon,
    Open,
    Close,
    /// Và, hoặc, còn.
    And,
}

/// An hour of the day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    /// Minutes after midnight.
    pub(super) minute: u16,
    pub(super) side: Side,
}

/// How an hour of the day is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Sau 15 giờ.
    After,
    /// Trước 15 giờ, chậm nhất là 08 giờ sáng, lúc 9 giờ.
    By,
    /// Từ 7 giờ đến 11 giờ.
    Between,
}

/// A piece and the tokens it stands on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) piece: Piece,
    pub(super) first: usize,
    /// The token after the last.
    pub(super) last: usize,
}

const NGAY: u32 = key("ngay");
const THANG: u32 = key("thang");
const SAU: u32 = key("sau");
const TRUOC: u32 = key("truoc");
const TU: u32 = key("tu");
const DEN: u32 = key("den");
const LA: u32 = key("la");

/// Lists the pieces of a text.
pub(super) fn scan(tokens: &Tokens) -> Vec<Item> {
    let mut items = Vec::with_capacity(tokens.len() / 4);
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let found = item(tokens, at);
        if token.newline
            && breaks(tokens, at)
            && !matches!(found, Some(Item { piece: Piece::Stop, .. }))
        {
            items.push(Item { piece: Piece::Stop, first: at, last: at });
        }
        match found {
            Some(item) => {
                at = item.last.max(at.saturating_add(1));
                items.push(item);
            }
            None => at = at.saturating_add(1),
        }
    }
    items
}

/// Whether the line that begins at an index begins something new.
fn breaks(tokens: &Tokens, at: usize) -> bool {
    let Some(previous) = at.checked_sub(1).and_then(|b| tokens.get(b)) else {
        return false;
    };
    // A line broken in the middle of a sentence goes on.
    previous.shape == Shape::Sign && !previous.is_sign(b',') && !previous.is_sign(b'(')
        || tokens.get(at).is_some_and(|t| t.shape == Shape::Sign && !t.is_sign(b'('))
        || tokens.get(at).is_some_and(|t| t.shape == Shape::Number)
            && tokens.sign(at.saturating_add(1), b'.')
}

fn item(tokens: &Tokens, at: usize) -> Option<Item> {
    let token = tokens.get(at)?;
    let one = at.saturating_add(1);
    let make = |piece, last| Some(Item { piece, first: at, last });
    match token.shape {
        Shape::Sign => sign(tokens, at).and_then(|piece| make(piece, one)),
        Shape::Number => {
            if let Some(last) = always(tokens, at) {
                return make(Piece::Always, last);
            }
            if let Some((clock, last)) = clock(tokens, at) {
                return make(Piece::Clock(clock), last);
            }
            let quantity = quantity::read(tokens, at)?;
            make(Piece::Quantity(quantity), quantity.last)
        }
        Shape::Word => {
            const VA: u32 = key("va");
            const HOAC: u32 = key("hoac");
            const CON: u32 = key("con");
            if let Some(last) = date(tokens, at) {
                return make(Piece::Date, last);
            }
            if let Some(quantity) = quantity::read(tokens, at) {
                return make(Piece::Quantity(quantity), quantity.last);
            }
            if let Some((mark, last)) = lexicon::read(tokens, at) {
                return make(Piece::Phrase(mark), last);
            }
            match token.key {
                VA | HOAC | CON => make(Piece::And, one),
                _ => None,
            }
        }
    }
}

fn sign(tokens: &Tokens, at: usize) -> Option<Piece> {
    let token = tokens.get(at)?;
    let next_glued = tokens.get(at.saturating_add(1)).is_some_and(|t| t.glued);
    Some(match u8::try_from(token.key).unwrap_or(0) {
        b';' | b'|' | b'*' => Piece::Stop,
        // "ts.Nguyễn" and "v.v." end no sentence, but a point before a space does.
        b'.' if !next_glued || !token.glued => Piece::Stop,
        b'.' if tokens.get(at.saturating_add(1)).is_some_and(|t| t.shape == Shape::Sign) => {
            Piece::Stop
        }
        b'-' | b'+' if !token.glued => Piece::Stop,
        b'!' | b'?' => Piece::Stop,
        b',' => Piece::Comma,
        b':' => Piece::Colon,
        b'(' | b'[' => Piece::Open,
        b')' | b']' => Piece::Close,
        b'<' => Piece::Phrase(Mark::Max),
        b'>' => Piece::Phrase(Mark::Min),
        _ => return None,
    })
}

/// Reads "24/7", "24/24".
fn always(tokens: &Tokens, at: usize) -> Option<usize> {
    const GIO: u32 = key("gio");
    const H: u32 = key("h");
    if tokens.value(at) != Some(24_000) {
        return None;
    }
    let mut next = at.saturating_add(1);
    let hours = matches!(tokens.word(next), GIO | H);
    if hours {
        next = next.saturating_add(1);
    }
    if !tokens.sign(next, b'/') {
        return None;
    }
    let below = next.saturating_add(1);
    let whole = match tokens.value(below) {
        Some(7_000 | 24_000) => true,
        _ => return (hours && tokens.word(below) == NGAY).then(|| below.saturating_add(1)),
    };
    let last = below.saturating_add(1);
    if !whole {
        return None;
    }
    let unit = matches!(tokens.word(last), NGAY | GIO | H);
    Some(if unit { last.saturating_add(1) } else { last })
}

/// Reads a date with its "ngày": "ngày 31 tháng 12 năm 2025", "ngày 30/6".
fn date(tokens: &Tokens, at: usize) -> Option<usize> {
    const NAM: u32 = key("nam");
    const HANG: u32 = key("hang");
    if tokens.word(at) != NGAY || !tokens.number(at.saturating_add(1)) {
        return None;
    }
    let after = at.saturating_add(2);
    let next = after.saturating_add(1);
    if tokens.word(after) == THANG && tokens.number(next) {
        let mut last = next.saturating_add(1);
        if tokens.word(last) == NAM && tokens.number(last.saturating_add(1)) {
            last = last.saturating_add(2);
        }
        return Some(last);
    }
    if (tokens.sign(after, b'/') || tokens.sign(after, b'-')) && tokens.number(next) {
        let mut last = next.saturating_add(1);
        if tokens.sign(last, b'/') || tokens.sign(last, b'-') {
            let year = last.saturating_add(1);
            if tokens.number(year) {
                last = year.saturating_add(1);
            }
        }
        return Some(last);
    }
    // "ngày 20 hàng tháng".
    (tokens.word(after) == HANG && matches!(tokens.word(next), THANG | NAM))
        .then(|| next.saturating_add(1))
}

/// Reads an hour of the day at an index.
fn clock(tokens: &Tokens, at: usize) -> Option<(Clock, usize)> {
    const GIO: u32 = key("gio");
    const H: u32 = key("h");
    const PHUT: u32 = key("phut");
    let value = tokens.value(at)?;
    if value % 1_000 != 0 || value > 24_000 {
        return None;
    }
    let hour = u16::try_from(value / 1_000).ok()?;
    let next = at.saturating_add(1);
    let before = at.checked_sub(1);
    let previous = before.map_or(0, |b| tokens.word(b));
    let minutes = |index: usize| {
        let value = tokens.value(index).filter(|v| v % 1_000 == 0 && *v < 60_000)?;
        u16::try_from(value / 1_000).ok()
    };
    // Up to 24:00, the end of a day.
    let at_minute = |minute: u16| {
        let clock = ClockTime::from_minutes(hour.saturating_mul(60).saturating_add(minute));
        clock.map(ClockTime::minutes)
    };
    if tokens.sign(next, b':') && tokens.get(next).is_some_and(|t| t.glued) {
        let below = next.saturating_add(1);
        tokens.get(below).filter(|t| t.glued && t.marks == 2)?;
        let minute = at_minute(minutes(below)?)?;
        let side = side(previous).unwrap_or(Side::By);
        return Some((Clock { minute, side }, below.saturating_add(1)));
    }
    if !matches!(tokens.word(next), GIO | H) {
        return None;
    }
    let after = next.saturating_add(1);
    let side = side(previous);
    if let Some(minute) = minutes(after) {
        let unit = tokens.word(after.saturating_add(1)) == PHUT;
        let joined = tokens.get(after).is_some_and(|t| t.glued);
        if unit || joined || side.is_some() {
            let last = after.saturating_add(if unit { 2 } else { 1 });
            let last = part_of_day(tokens, last).unwrap_or(last);
            let side = side.unwrap_or(Side::By);
            return Some((Clock { minute: at_minute(minute)?, side }, last));
        }
    }
    if let Some(last) = part_of_day(tokens, after) {
        return Some((Clock { minute: at_minute(0)?, side: side.unwrap_or(Side::By) }, last));
    }
    // "sau 15 giờ" is an hour of the day unless something is counted from an event.
    let side = side?;
    let latest = side == Side::After
        && before.is_some_and(|b| {
            tokens.words_before(b, &[key("cham"), key("nhat")])
                || tokens.words_before(b, &[key("muon"), key("nhat")])
                || tokens.words_before(b, &[key("nhat"), LA])
        });
    let counted =
        matches!(lexicon::read(tokens, after), Some((Mark::Start | Mark::Before | Mark::UpTo, _)))
            || tokens.sign(after, b',')
                && matches!(
                    lexicon::read(tokens, after.saturating_add(1)),
                    Some((Mark::Start | Mark::Before | Mark::UpTo, _))
                )
            || tokens.words(after, &[key("lam"), key("viec")])
            || tokens.words(after, &[TRUOC])
            || tokens.words(after, &[key("so"), key("voi")]);
    let office = (6..24).contains(&hour);
    let minute = at_minute(0).filter(|_| office && !latest && !counted)?;
    Some((Clock { minute, side }, after))
}

/// How the word before an hour reaches it.
const fn side(previous: u32) -> Option<Side> {
    const LUC: u32 = key("luc");
    const VAO: u32 = key("vao");
    match previous {
        SAU => Some(Side::After),
        TRUOC | LUC | VAO => Some(Side::By),
        TU | DEN => Some(Side::Between),
        _ => None,
    }
}

/// Reads "sáng", "chiều", "cùng ngày" after an hour.
fn part_of_day(tokens: &Tokens, at: usize) -> Option<usize> {
    const PARTS: [u32; 6] =
        [key("sang"), key("chieu"), key("toi"), key("dem"), key("trua"), key("khuya")];
    const CUNG: u32 = key("cung");
    const HOM: u32 = key("hom");
    const HANG: u32 = key("hang");
    let next = at.saturating_add(1);
    let word = tokens.word(at);
    if PARTS.contains(&word) {
        // "tối đa" and "tối thiểu" are bounds.
        let bound = matches!(tokens.word(next), w if w == key("da") || w == key("thieu"));
        return (!bound).then_some(next);
    }
    (matches!(word, CUNG | HANG) && tokens.word(next) == NGAY
        || word == HOM && tokens.word(next) == SAU)
        .then(|| next.saturating_add(1))
}
