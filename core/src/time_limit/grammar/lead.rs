//! The little words directly before a quantity: "trong thời hạn không quá", "chậm nhất là sau".

use crate::time_limit::Direction;
use crate::time_limit::fold::key;
use crate::time_limit::model::Bound;
use crate::time_limit::token::Tokens;

/// How far a lead reaches at most, so that the work stays linear.
const REACH: usize = 14;

const QUA: u32 = key("qua");
const DA: u32 = key("da");
const THIEU: u32 = key("thieu");
const NHAT: u32 = key("nhat");
const CHAM: u32 = key("cham");
const MUON: u32 = key("muon");
const SOM: u32 = key("som");
const IT: u32 = key("it");
const HON: u32 = key("hon");
const DUOI: u32 = key("duoi");
const VONG: u32 = key("vong");
const TRUOC: u32 = key("truoc");
const TRONG: u32 = key("trong");
const KHONG: u32 = key("khong");
const HAN: u32 = key("han");
const GIAN: u32 = key("gian");
const LA: u32 = key("la");
const TOI: u32 = key("toi");
const THOI: u32 = key("thoi");
const VUOT: u32 = key("vuot");
const DUOC: u32 = key("duoc");
const NHIEU: u32 = key("nhieu");
const LAU: u32 = key("lau");
const DAI: u32 = key("dai");
const TRE: u32 = key("tre");
const THAP: u32 = key("thap");
const SAU: u32 = key("sau");
const KHOANG: u32 = key("khoang");
const CHI: u32 = key("chi");
const DEN: u32 = key("den");
const NHUNG: u32 = key("nhung");
const MAT: u32 = key("mat");
const THEM: u32 = key("them");
const THANH: u32 = key("thanh");
const NGAY: u32 = key("ngay");

/// Whether the word at an index can be part of a lead. Words that are also parts of others
/// ("thống nhất", "kéo dài", "kết quả") need their neighbour.
fn is_glue(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    let before = tokens.word(at.saturating_sub(1));
    let after = tokens.word(at.saturating_add(1));
    match word {
        QUA => is_over(tokens, at),
        DA | THIEU => before == TOI,
        NHAT => matches!(before, CHAM | MUON | SOM | IT | NHIEU | LAU | DAI),
        CHAM | MUON | SOM | NHIEU | LAU | DAI | IT => matches!(after, NHAT | HON | QUA),
        TRE | THAP => after == HON,
        HON => matches!(before, MUON | CHAM | TRE | IT | THAP | SOM | LAU | DAI | NHIEU | KHONG),
        TOI => matches!(after, DA | THIEU),
        THOI => matches!(after, HAN | GIAN),
        HAN | GIAN => before == THOI,
        VONG => before == TRONG,
        DUOI => before == KHONG,
        DUOC => matches!(after, QUA | VUOT),
        // "ngày" belongs to "trong ngày 05 ngày làm việc" only, not to an event before.
        NGAY => before == TRONG,
        TRUOC | TRONG | KHONG | LA | VUOT | SAU | KHOANG | CHI | DEN | NHUNG | MAT | THEM
        | THANH => true,
        _ => false,
    }
}

/// The lead of a quantity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lead<'a> {
    tokens: &'a Tokens,
    /// Its first token.
    pub(super) first: usize,
    /// The first token of the quantity.
    last: usize,
    reading: Reading,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Plain,
    /// Không quá, tối đa, trong vòng.
    Most,
    /// Chậm nhất, không muộn hơn.
    Latest,
    /// Ít nhất, tối thiểu, không dưới.
    Least,
    /// Sớm nhất.
    Earliest,
}

impl<'a> Lead<'a> {
    /// Walks back from a quantity over the words of its lead.
    pub(super) fn before(tokens: &'a Tokens, floor: usize, quantity: usize) -> Self {
        let lowest = floor.max(quantity.saturating_sub(REACH));
        let mut first = quantity;
        while first > lowest {
            let back = first.saturating_sub(1);
            let sign = tokens.sign(back, b':') && is_bound(tokens, back)
                || tokens.sign(back, b'<')
                || tokens.sign(back, b'>');
            if !is_glue(tokens, back) && !sign {
                break;
            }
            first = back;
        }
        let mut lead = Self { tokens, first, last: quantity, reading: Reading::Plain };
        lead.reading = lead.read();
        lead
    }

    fn read(&self) -> Reading {
        let mut reading = Reading::Plain;
        for at in self.first..self.last {
            let word = self.tokens.word(at);
            let before = self.tokens.word(at.saturating_sub(1));
            // `is_glue` has seen to it that words stand beside those that give them this sense.
            let found = match word {
                QUA | DA | VONG => Reading::Most,
                NHAT => match before {
                    CHAM | MUON => Reading::Latest,
                    IT => Reading::Least,
                    SOM => Reading::Earliest,
                    NHIEU | LAU | DAI => Reading::Most,
                    _ => continue,
                },
                HON if self.negated(at) => match before {
                    MUON | CHAM | TRE => Reading::Latest,
                    IT | THAP => Reading::Least,
                    SOM => Reading::Earliest,
                    _ => Reading::Most,
                },
                DUOI | THIEU => Reading::Least,
                _ if self.tokens.sign(at, b'<') => Reading::Most,
                _ if self.tokens.sign(at, b'>') => Reading::Least,
                _ => continue,
            };
            if reading == Reading::Plain || found == Reading::Most && reading != Reading::Least {
                reading = match (reading, found) {
                    // "chậm nhất trong vòng" stays a latest moment.
                    (Reading::Latest, Reading::Most) => Reading::Latest,
                    (_, found) => found,
                };
            }
        }
        reading
    }

    /// Whether "không" stands a few words before, in the lead.
    fn negated(&self, at: usize) -> bool {
        let from = at.saturating_sub(4).max(self.first);
        (from..at).any(|index| self.tokens.word(index) == KHONG)
    }

    /// The bound that the lead sets on a limit of some direction.
    pub(super) fn bound(&self, direction: Direction) -> Bound {
        match (self.reading, direction) {
            (Reading::Plain, _) => Bound::Exact,
            (Reading::Most, _) => Bound::Max,
            (Reading::Least, _) => Bound::Min,
            (Reading::Latest, Direction::After) | (Reading::Earliest, Direction::Before) => {
                Bound::Max
            }
            (Reading::Latest, Direction::Before) | (Reading::Earliest, Direction::After) => {
                Bound::Min
            }
        }
    }

    /// Whether the lead sets any bound.
    pub(super) fn is_bounded(&self) -> bool {
        self.reading != Reading::Plain
    }

    /// Whether the lead says at least, or at the latest.
    pub(super) fn is_least(&self) -> bool {
        matches!(self.reading, Reading::Latest | Reading::Least)
    }

    /// Whether the lead makes a limit of what follows: a bound, or "trong thời hạn".
    pub(super) fn limits(&self) -> bool {
        self.is_bounded()
            || (self.first..self.last).any(|at| matches!(self.tokens.word(at), TRONG | HAN | GIAN))
    }

    /// Whether a word is in the lead.
    pub(super) fn has(&self, word: u32) -> bool {
        (self.first..self.last).any(|at| self.tokens.word(at) == word)
    }

    /// Whether "trước" stands in the lead: the quantity is counted back.
    pub(super) fn is_backward(&self) -> bool {
        self.has(TRUOC)
    }
}

/// Whether "quá" at an index is that of "không quá", "không được vượt quá".
fn is_over(tokens: &Tokens, at: usize) -> bool {
    let mut back = at;
    for _ in 0..3 {
        back = back.saturating_sub(1);
        match tokens.word(back) {
            KHONG => return true,
            DUOC | VUOT | CHAM | MUON => {}
            _ => return false,
        }
    }
    false
}

/// Whether a bound ends directly before a colon: "tối đa: 5 ngày".
fn is_bound(tokens: &Tokens, colon: usize) -> bool {
    let before = tokens.word(colon.saturating_sub(1));
    matches!(before, DA | NHAT | THIEU | LA)
        || before == QUA && is_over(tokens, colon.saturating_sub(1))
}
