//! One quantity: a number in digits, words or both, a range, and its unit.

use super::fold::{ACUTE, CIRCUMFLEX, HORN, both, key};
use super::number::{self, Care};
use super::token::{Shape, Tokens};
use super::{Amount, Unit, unit};

/// A number with its unit, as it stands in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantity {
    /// The first token, and the one after the last.
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) amount: Amount,
    /// The lower end of a range.
    pub(super) lower: Option<Amount>,
    /// What the words say when the digits say something else.
    pub(super) words: Option<Amount>,
    /// `None` if a number stands without one.
    pub(super) unit: Option<Unit>,
}

/// A number before its unit is known.
#[derive(Clone, Copy, Debug)]
struct Numeral {
    amount: Amount,
    words: Option<Amount>,
    /// A unit inside the brackets: "05 (năm ngày)".
    unit: Option<Unit>,
    end: usize,
}

/// Reads the quantity at an index. Numbers without a unit are returned too; dates, numbers of
/// articles and codes are not.
pub(super) fn read(tokens: &Tokens, first: usize) -> Option<Quantity> {
    if is_label(tokens, first) {
        return None;
    }
    let from = numeral(tokens, first)?;
    let (lower, number) = match range(tokens, &from) {
        Some(to) if to.amount >= from.amount => (Some(from.amount), to),
        _ => (None, from),
    };
    let mut quantity = Quantity {
        first,
        last: number.end,
        amount: number.amount,
        lower,
        words: from.words.or(number.words),
        unit: number.unit,
    };
    let Some((unit, end)) = unit::read(tokens, number.end) else {
        // Number words without a unit are words like any other.
        let digits = tokens.number(first);
        return (digits || number.unit.is_some()).then_some(quantity);
    };
    if is_date(tokens, first, unit, end) {
        return None;
    }
    quantity.unit = Some(unit);
    quantity.last = end;
    if number::and_a_half(tokens, end) {
        quantity.amount = more(quantity.amount, 500);
        quantity.last = end.saturating_add(1);
    }
    quantity.repeat(tokens);
    quantity.stretch(tokens);
    Some(quantity)
}

impl Quantity {
    /// Takes in the upper end of a range that has its own unit: "từ 05 ngày đến 10 ngày".
    fn stretch(&mut self, tokens: &Tokens) {
        let from = self.first.checked_sub(1).is_some_and(|b| tokens.word(b) == key("tu"));
        if !from || self.lower.is_some() || tokens.word(self.last) != key("den") {
            return;
        }
        let Some(to) = numeral(tokens, self.last.saturating_add(1)) else { return };
        let Some((unit, end)) = unit::read(tokens, to.end) else { return };
        let same = self.unit == Some(unit)
            || self.unit == Some(Unit::Day) && unit == Unit::WorkingDay
            || self.unit == Some(Unit::Hour) && unit == Unit::WorkingHour;
        if same && to.amount >= self.amount && !is_date(tokens, self.last, unit, end) {
            self.lower = Some(self.amount);
            self.amount = to.amount;
            self.words = self.words.or(to.words);
            self.unit = Some(unit);
            self.last = end;
        }
    }

    /// Takes in the same quantity said again in brackets: "5 ngày (năm ngày)".
    fn repeat(&mut self, tokens: &Tokens) {
        if !tokens.sign(self.last, b'(') {
            return;
        }
        let inside = self.last.saturating_add(1);
        let Some((value, end)) = number::words(tokens, inside, Care::Lax) else {
            return;
        };
        let amount = Amount::from_thousandths(value.saturating_mul(1_000));
        let (unit, end) = match unit::read(tokens, end) {
            Some((unit, end)) => (Some(unit), end),
            None => (None, end),
        };
        if !tokens.sign(end, b')') || (unit.is_some() && unit != self.unit) {
            return;
        }
        if amount != self.amount {
            self.words = Some(amount);
        }
        self.last = end.saturating_add(1);
        // "05 ngày (năm) làm việc".
        if self.unit == Some(Unit::Day) && tokens.words(self.last, &[key("lam"), key("viec")]) {
            self.unit = Some(Unit::WorkingDay);
            self.last = self.last.saturating_add(2);
        }
    }
}

/// Reads one number: "05", "05 (năm)", "năm (05)", "năm", "½", "1/2", "nửa".
fn numeral(tokens: &Tokens, first: usize) -> Option<Numeral> {
    let next = first.saturating_add(1);
    if number::half(tokens, first) {
        unit::read(tokens, next)?;
        let amount = Amount::from_thousandths(500);
        return Some(Numeral { amount, words: None, unit: None, end: next });
    }
    if tokens.number(first) {
        return digits(tokens, first);
    }
    let lax = number::words(tokens, first, Care::Lax);
    if let Some((value, end)) = lax
        && tokens.sign(end, b'(')
        && let Some(thousandths) = amount(tokens, end.saturating_add(1))
        && tokens.sign(end.saturating_add(2), b')')
    {
        let words = Amount::from_thousandths(value.saturating_mul(1_000));
        let end = end.saturating_add(3);
        let differs = words != thousandths;
        return Some(Numeral {
            amount: thousandths,
            words: differs.then_some(words),
            unit: None,
            end,
        });
    }
    let (value, end) = number::words(tokens, first, Care::Strict)?;
    let amount = Amount::from_thousandths(value.saturating_mul(1_000));
    Some(Numeral { amount, words: None, unit: None, end })
}

/// Reads a number that begins with digits.
fn digits(tokens: &Tokens, first: usize) -> Option<Numeral> {
    let mut amount = amount(tokens, first)?;
    let mut end = first.saturating_add(1);
    if tokens.sign(end, b'/') && tokens.get(end).is_some_and(|t| t.glued) {
        let below = end.saturating_add(1);
        if tokens.value(first) == Some(1_000) && tokens.value(below) == Some(2_000) {
            unit::read(tokens, below.saturating_add(1))?;
            amount = Amount::from_thousandths(500);
            end = below.saturating_add(1);
        } else if tokens.number(below) {
            return None;
        }
    } else if let Some(token) = tokens.get(end)
        && token.shape == Shape::Number
        && token.key < 1_000
        && token.key != 0
        && token.end.saturating_sub(token.start) <= 2
        && !token.flag
        && !tokens.get(first).is_some_and(|t| t.flag)
    {
        // "1 ½".
        amount = more(amount, token.key);
        end = end.saturating_add(1);
    }
    Some(spelled(tokens, amount, end))
}

/// Takes in the words after digits: "05 (năm)", "03 ba".
fn spelled(tokens: &Tokens, amount: Amount, end: usize) -> Numeral {
    let mut numeral = Numeral { amount, words: None, unit: None, end };
    let bracket = tokens.sign(end, b'(');
    let inside = if bracket { end.saturating_add(1) } else { end };
    if bracket {
        // The number again in digits: "05 (05)".
        let close = inside.saturating_add(1);
        if let Some(again) = self::amount(tokens, inside)
            && tokens.sign(close, b')')
            && unit::read(tokens, close.saturating_add(1)).is_some()
        {
            numeral.words = (again != amount).then_some(again);
            numeral.end = close.saturating_add(1);
            return numeral;
        }
    }
    let Some((value, after)) = number::words(tokens, inside, Care::Lax) else {
        return numeral;
    };
    let words = Amount::from_thousandths(value.saturating_mul(1_000));
    if !bracket {
        // Without brackets only the same number before a unit: "03 ba ngày".
        if words == amount && unit::read(tokens, after).is_some() {
            numeral.end = after;
        }
        return numeral;
    }
    let (words, after) = match number::and_a_half(tokens, after) {
        true => (more(words, 500), after.saturating_add(1)),
        false => (words, after),
    };
    let differs = words != amount;
    if tokens.sign(after, b')') {
        numeral.words = differs.then_some(words);
        numeral.end = after.saturating_add(1);
    } else if let Some((unit, close)) = unit::read(tokens, after)
        && tokens.sign(close, b')')
    {
        numeral.words = differs.then_some(words);
        numeral.unit = Some(unit);
        numeral.end = close.saturating_add(1);
    }
    numeral
}

/// Reads the upper end of a range: "10-25", "từ 10 đến 25".
fn range(tokens: &Tokens, from: &Numeral) -> Option<Numeral> {
    const DEN: u32 = key("den");
    let joined =
        tokens.sign(from.end, b'-') || tokens.sign(from.end, b'~') || tokens.word(from.end) == DEN;
    if !joined || from.unit.is_some() {
        return None;
    }
    let to = numeral(tokens, from.end.saturating_add(1))?;
    unit::read(tokens, to.end)?;
    Some(to)
}

/// The number token at an index as an amount.
fn amount(tokens: &Tokens, at: usize) -> Option<Amount> {
    let thousandths = tokens.value(at)?;
    (thousandths <= Amount::MAX.thousandths()).then(|| Amount::from_thousandths(thousandths))
}

/// An amount with some thousandths added.
fn more(amount: Amount, thousandths: u32) -> Amount {
    Amount::from_thousandths(amount.thousandths().saturating_add(thousandths))
}

/// Whether the number at an index names something instead of counting it: "khoản 4", "QH13",
/// "61/2023".
fn is_label(tokens: &Tokens, at: usize) -> bool {
    const LABELS: [u32; 15] = [
        key("dieu"),
        key("khoan"),
        key("muc"),
        key("mau"),
        key("buoc"),
        key("lan"),
        key("chuong"),
        key("nhom"),
        key("hang"),
        key("bac"),
        key("tiet"),
        key("lop"),
        key("quy"),
        key("mung"),
        key("loai"),
    ];
    const SO: u32 = key("so");
    const TONG: u32 = key("tong");
    const DIEM: u32 = key("diem");
    const THOI: u32 = key("thoi");
    const THU: u32 = key("thu");
    let Some(token) = tokens.get(at) else {
        return true;
    };
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let Some(previous) = tokens.get(before) else {
        return false;
    };
    if token.shape == Shape::Number && token.glued {
        // "QH13" is a code, "TIẾP13" two words run together.
        let code = previous.shape == Shape::Word && previous.flag && previous.marks == 0;
        let slash = previous.is_sign(b'/') && previous.glued;
        let dash = previous.is_sign(b'-')
            && previous.glued
            && before.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|t| t.flag);
        if code || slash || dash {
            return true;
        }
    }
    if token.shape != Shape::Number || previous.shape != Shape::Word {
        return false;
    }
    if previous.key == SO && tokens.marked(before, both(CIRCUMFLEX, ACUTE)) {
        return before.checked_sub(1).map_or(0, |b| tokens.word(b)) != TONG;
    }
    if previous.key == THU {
        return tokens.bare || previous.marks == both(HORN, ACUTE);
    }
    if previous.key == DIEM {
        return before.checked_sub(1).map_or(0, |b| tokens.word(b)) != THOI;
    }
    LABELS.contains(&previous.key)
}

/// Whether a number and unit are part of a date: "ngày 31 tháng 12", "12 năm 2024", "61 ngày
/// 23/4/2018".
fn is_date(tokens: &Tokens, first: usize, unit: Unit, end: usize) -> bool {
    const NGAY: u32 = key("ngay");
    const THANG: u32 = key("thang");
    const NAM: u32 = key("nam");
    const HANG: u32 = key("hang");
    let before = first.checked_sub(1).map_or(0, |b| tokens.word(b));
    let followed = tokens.number(end) && tokens.get(end).is_some_and(|t| !t.newline);
    let slash = end.saturating_add(1);
    match unit {
        Unit::Month => followed || matches!(before, NGAY) || tokens.words(end, &[HANG, NAM]),
        Unit::Year => matches!(before, THANG) || followed,
        Unit::Day => {
            followed
                && (tokens.sign(slash, b'/')
                    || tokens.word(slash) == THANG
                    || tokens.sign(slash, b'-'))
        }
        _ => false,
    }
}
