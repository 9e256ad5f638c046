//! Units as they are written, with the misspellings that are met.

use super::Unit;
use super::fold::{ACUTE, BREVE, CIRCUMFLEX, GRAVE, both, key};
use super::token::Tokens;

const NGAY: u32 = key("ngay");
const LAM: u32 = key("lam");
const VIEC: u32 = key("viec");
const THANG: u32 = key("thang");
const NAM: u32 = key("nam");

/// Reads the unit at an index, and where it ends.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<(Unit, usize)> {
    const NGAYLAM: u32 = key("ngaylam");
    const GIO: u32 = key("gio");
    const H: u32 = key("h");
    const TIENG: u32 = key("tieng");
    const PHUT: u32 = key("phut");
    const TUAN: u32 = key("tuan");
    const NLV: u32 = key("nlv");
    let next = at.saturating_add(1);
    match tokens.word(at) {
        NGAY => {
            // "ngay" beside marked words is "at once", except where working days follow.
            match working(tokens, next) {
                Some(end) => Some((Unit::WorkingDay, end)),
                None if is_day(tokens, at) => Some((Unit::Day, plain(tokens, next))),
                None => None,
            }
        }
        NGAYLAM if is_work(tokens.word(next)) => Some((Unit::WorkingDay, next.saturating_add(1))),
        NLV => Some((Unit::WorkingDay, next)),
        GIO => match working(tokens, next) {
            Some(end) => Some((Unit::WorkingHour, end)),
            None => Some((Unit::Hour, next)),
        },
        H => Some((Unit::Hour, next)),
        TIENG if tokens.marked(at, both(CIRCUMFLEX, ACUTE)) && !language(tokens.word(next)) => {
            let next = if tokens.words(next, &[key("dong"), key("ho")]) {
                next.saturating_add(2)
            } else {
                next
            };
            Some((Unit::Hour, next))
        }
        PHUT => Some((Unit::Minute, next)),
        TUAN => Some((Unit::Week, next)),
        THANG => Some((Unit::Month, next)),
        NAM if tokens.marked(at, BREVE) => Some((Unit::Year, next)),
        _ => None,
    }
}

/// Whether "ngày" rather than "ngay" is meant at an index that follows a number.
fn is_day(tokens: &Tokens, at: usize) -> bool {
    const LAP: u32 = key("lap");
    const TRONG: u32 = key("trong");
    let next = tokens.word(at.saturating_add(1));
    let marks = tokens.get(at).map_or(0, |t| t.marks);
    tokens.bare || marks == GRAVE || (next != LAP && next != TRONG)
}

/// Reads "làm việc" after "ngày" or "giờ", in brackets too and misspelt, and where it ends.
fn working(tokens: &Tokens, at: usize) -> Option<usize> {
    const HANH: u32 = key("hanh");
    const CHINH: u32 = key("chinh");
    const LV: u32 = key("lv");
    const LAMVIEC: u32 = key("lamviec");
    const LA: u32 = key("la");
    let next = at.saturating_add(1);
    let end = next.saturating_add(1);
    match tokens.word(at) {
        LAM | LA if is_work(tokens.word(next)) => return Some(end),
        HANH if tokens.word(next) == CHINH => return Some(end),
        LV | LAMVIEC => return Some(next),
        VIEC => return Some(next),
        _ => {}
    }
    if tokens.sign(at, b'(') && tokens.word(next) == LAM && is_work(tokens.word(end)) {
        let close = end.saturating_add(1);
        return tokens.sign(close, b')').then(|| close.saturating_add(1));
    }
    None
}

/// Passes over "lịch" and "dương lịch": calendar days said in full.
fn plain(tokens: &Tokens, at: usize) -> usize {
    const LICH: u32 = key("lich");
    const DUONG: u32 = key("duong");
    if tokens.word(at) == LICH {
        at.saturating_add(1)
    } else if tokens.words(at, &[DUONG, LICH]) {
        at.saturating_add(2)
    } else {
        at
    }
}

/// Whether a word is "việc", or one letter away from it.
fn is_work(word: u32) -> bool {
    const SPELLINGS: [u32; 8] = [
        VIEC,
        key("vec"),
        key("vic"),
        key("vie"),
        key("veic"),
        key("viecc"),
        key("viiec"),
        key("iec"),
    ];
    SPELLINGS.contains(&word)
}

/// Whether "tiếng" before this word is a language, not an hour.
fn language(word: u32) -> bool {
    const LANGUAGES: [u32; 9] = [
        key("anh"),
        key("viet"),
        key("phap"),
        key("trung"),
        key("nhat"),
        key("han"),
        key("nga"),
        key("nuoc"),
        key("dan"),
    ];
    LANGUAGES.contains(&word)
}
