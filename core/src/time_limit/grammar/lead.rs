//! The little words directly before a quantity: "trong thời hạn không quá", "chậm nhất là sau".

use crate::time_limit::Direction;
use crate::time_limit::fold::key;
use crate::time_limit::model::Bound;
use crate::time_limit::token::Tokens;

/// How far a lead reaches at most, so that the work stays linear.
const REACH: usize = 14;

const QUA: u64 = key("qua");
const DA: u64 = key("da");
const THIEU: u64 = key("thieu");
const NHAT: u64 = key("nhat");
const CHAM: u64 = key("cham");
const MUON: u64 = key("muon");
const SOM: u64 = key("som");
const IT: u64 = key("it");
const HON: u64 = key("hon");
const DUOI: u64 = key("duoi");
const VONG: u64 = key("vong");
const TRUOC: u64 = key("truoc");
const TRONG: u64 = key("trong");
const KHONG: u64 = key("khong");
const HAN: u64 = key("han");
const GIAN: u64 = key("gian");

/// Words a lead is made of.
const GLUE: [u64; 38] = [
    QUA,
    DA,
    THIEU,
    NHAT,
    CHAM,
    MUON,
    SOM,
    IT,
    HON,
    DUOI,
    VONG,
    TRUOC,
    TRONG,
    KHONG,
    HAN,
    GIAN,
    key("toi"),
    key("thoi"),
    key("la"),
    key("vuot"),
    key("duoc"),
    key("nhieu"),
    key("lau"),
    key("dai"),
    key("tre"),
    key("sau"),
    key("khoang"),
    key("chi"),
    key("du"),
    key("kien"),
    key("den"),
    key("nhung"),
    key("mat"),
    key("them"),
    key("ngay"),
    key("thap"),
    key("ca"),
    key("tong"),
];

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
            let word = tokens.word(back);
            let sign = tokens.sign(back, b':') && back > lowest && is_bound(tokens, back)
                || tokens.sign(back, b'<')
                || tokens.sign(back, b'>');
            if !GLUE.contains(&word) && !sign {
                break;
            }
            // "ngày" belongs to "trong ngày 05 ngày làm việc" only, not to an event before.
            if word == key("ngay") && tokens.word(back.saturating_sub(1)) != TRONG {
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
            let negated = self.negated(at);
            let found = match word {
                QUA if negated => Reading::Most,
                DA if before == key("toi") => Reading::Most,
                VONG if before == TRONG => Reading::Most,
                NHAT => match before {
                    CHAM | MUON => Reading::Latest,
                    IT => Reading::Least,
                    SOM => Reading::Earliest,
                    _ => Reading::Most,
                },
                HON if negated => match before {
                    MUON | CHAM => Reading::Latest,
                    w if w == key("tre") => Reading::Latest,
                    IT => Reading::Least,
                    w if w == key("thap") => Reading::Least,
                    SOM => Reading::Earliest,
                    _ => Reading::Most,
                },
                DUOI if before == KHONG => Reading::Least,
                THIEU if before == key("toi") => Reading::Least,
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
    pub(super) fn has(&self, word: u64) -> bool {
        (self.first..self.last).any(|at| self.tokens.word(at) == word)
    }

    /// Whether "trước" stands in the lead: the quantity is counted back.
    pub(super) fn is_backward(&self) -> bool {
        self.has(TRUOC)
    }
}

/// Whether a bound ends directly before a colon: "tối đa: 5 ngày".
fn is_bound(tokens: &Tokens, colon: usize) -> bool {
    let before = tokens.word(colon.saturating_sub(1));
    matches!(before, DA | NHAT | THIEU | QUA)
}
