//! What stands around a quantity: its event, its case, its channels, what it leaves out.

use super::lead::Lead;
use super::{Mark, Piece, Quantity, Reader, Run, words};
use crate::time_limit::fold::key;
use crate::time_limit::lexicon;
use crate::time_limit::model::{Bound, Channel, Channels, Event, EventKind, Phrase, Term};
use crate::time_limit::{Direction, Unit};

const KE: u64 = key("ke");
const TU: u64 = key("tu");
const TINH: u64 = key("tinh");
const SAU: u64 = key("sau");
const TRUOC: u64 = key("truoc");
const DEN: u64 = key("den");

/// How a case ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Plain,
    Then,
    Quantity,
}

impl Reader<'_> {
    /// Fills in a limit from what stands around its quantity, and extends what was read.
    pub(super) fn describe(
        &mut self,
        index: usize,
        quantity: &Quantity,
        lead: &Lead,
        term: &mut Term,
        read: &mut Run,
    ) {
        let mut at = quantity.last;
        let mut item = index.saturating_add(1);
        // "(tối đa một ngày), kể từ": what follows the bracket still belongs to the limit.
        for _ in 0..4 {
            let (mark_at, comma, open) = self.over_signs(at);
            let Some((mark, last)) = lexicon::read(self.tokens, mark_at) else {
                break;
            };
            let mark = match mark {
                Mark::Immediate if self.tokens.word(mark_at) == key("ngay") => break,
                mark => mark,
            };
            match mark {
                Mark::Start | Mark::Before | Mark::UpTo if term.event.is_none() => {
                    let first = self.event_words(mark_at, last);
                    let end = self.event_end(&mut item, first);
                    let words = words::trimmed(self.tokens, Run { first, last: end });
                    let kind = self.event_kind(words);
                    if mark == Mark::Before {
                        term.direction = Direction::Before;
                    }
                    term.event = Some(Event { kind, words: self.words(words) });
                    at = end.max(last);
                }
                Mark::Case if term.case.is_none() => {
                    let Some((words, end)) = self.right_case(&mut item, mark_at, last, comma, open)
                    else {
                        break;
                    };
                    term.channels = self.channels(words);
                    term.case = Some(self.words(words));
                    at = end;
                }
                _ => break,
            }
            read.last = read.last.max(at);
        }
        if self.tokens.word(quantity.last) == TRUOC && term.event.is_none() {
            term.direction = Direction::Before;
            read.last = read.last.max(quantity.last.saturating_add(1));
        }
        self.direction(quantity, lead, term, read);
        if term.bound == Bound::Exact {
            term.bound = lead.bound(term.direction);
        }
        self.distant_bound(quantity, lead, term);
        if term.event.is_none() {
            self.left_event(lead, term, read);
        }
        if term.case.is_none() {
            self.left_case(lead, term, read);
        }
    }

    /// Passes over a comma, or brackets, before a phrase that may belong to a quantity.
    fn over_signs(&self, at: usize) -> (usize, bool, bool) {
        let mut at = at;
        let mut comma = false;
        let mut open = false;
        for _ in 0..3 {
            if self.tokens.sign(at, b',') {
                comma = true;
            } else if self.tokens.sign(at, b'(') {
                open = true;
            } else if !self.tokens.sign(at, b')') {
                break;
            }
            at = at.saturating_add(1);
        }
        (at, comma, open)
    }

    /// Where the words of an event begin: after "kể từ", "tính đến", "sau", "trước".
    fn event_words(&self, first: usize, last: usize) -> usize {
        let mut at = first;
        while at < last && matches!(self.tokens.word(at), KE | TU | TINH | SAU | TRUOC | DEN) {
            at = at.saturating_add(1);
        }
        at
    }

    /// Where the words of an event end.
    fn event_end(&self, item: &mut usize, first: usize) -> usize {
        while let Some(next) = self.items.get(*item) {
            if next.first >= first {
                let ends = match next.piece {
                    Piece::Stop | Piece::Open | Piece::Close | Piece::Colon => true,
                    Piece::Comma => !self.goes_on(next.last),
                    Piece::Quantity(quantity) if quantity.unit.is_some() => {
                        let lead = Lead::before(self.tokens, first, quantity.first);
                        return lead.first;
                    }
                    Piece::Phrase(mark) => matches!(
                        mark,
                        Mark::Case
                            | Mark::Then
                            | Mark::Exclude
                            | Mark::NoReply
                            | Mark::OfWhich
                            | Mark::Max
                            | Mark::Latest
                    ),
                    _ => false,
                };
                if ends {
                    return next.first;
                }
            }
            *item = item.saturating_add(1);
        }
        self.tokens.len()
    }

    /// Whether the words after a comma go on with the event: "hồ sơ đầy đủ, hợp lệ".
    fn goes_on(&self, at: usize) -> bool {
        self.tokens.words(at, &[key("hop"), key("le")])
            || self.tokens.words(at, &[key("day"), key("du")])
            || self.tokens.words(at, &[key("dung"), key("quy")])
            || self.tokens.words(at, &[key("chinh"), key("xac")])
    }

    /// Reads a case that stands after a quantity.
    fn right_case(
        &self,
        item: &mut usize,
        mark: usize,
        last: usize,
        comma: bool,
        open: bool,
    ) -> Option<(Run, usize)> {
        // After a comma "trường hợp ..." begins a statement of its own, "đối với ..." does not.
        let own = matches!(self.tokens.word(mark), w if w == key("truong") || w == key("neu"));
        if own && comma && !open {
            return None;
        }
        let mut first = last;
        if self.tokens.sign(first, b':') {
            first = first.saturating_add(1);
        }
        let (end, how) = self.case_end(item, first, open);
        let next = self.items.get(*item);
        let quantity = next.is_some_and(|next| matches!(next.piece, Piece::Quantity(_)));
        let before = end.checked_sub(1);
        let joined = before.is_some_and(|b| {
            matches!(self.tokens.word(b), w if w == key("va") || w == key("hoac") || w == key("con"))
                || self.tokens.sign(b, b',')
        });
        // The case is that of the quantity after it: "..., đối với X thì 8 ngày".
        if comma && !open && (how == End::Then || quantity && !joined) {
            return None;
        }
        let words = words::trimmed(self.tokens, Run { first, last: end });
        (words.first < words.last).then_some((words, end))
    }

    /// Where the words of a case end.
    fn case_end(&self, item: &mut usize, first: usize, open: bool) -> (usize, End) {
        let mut depth = 0_u32;
        while let Some(next) = self.items.get(*item) {
            if next.first >= first {
                match next.piece {
                    Piece::Stop => return (next.first, End::Plain),
                    Piece::Open => depth = depth.saturating_add(1),
                    Piece::Close if depth == 0 => {
                        let _ = open;
                        return (next.first, End::Plain);
                    }
                    Piece::Close => depth = depth.saturating_sub(1),
                    Piece::Comma if depth == 0 && self.begins_anew(next.last) => {
                        return (next.first, End::Plain);
                    }
                    Piece::Quantity(quantity) if quantity.unit.is_some() => {
                        let lead = Lead::before(self.tokens, first, quantity.first);
                        return (lead.first, End::Quantity);
                    }
                    Piece::Phrase(Mark::Then) => return (next.first, End::Then),
                    Piece::Phrase(Mark::Exclude | Mark::NoReply) if depth == 0 => {
                        return (next.first, End::Plain);
                    }
                    _ => {}
                }
            }
            *item = item.saturating_add(1);
        }
        (self.tokens.len(), End::Plain)
    }

    /// Whether the words after a comma begin a statement of their own: an agency, another case.
    fn begins_anew(&self, at: usize) -> bool {
        const AGENCIES: [u64; 12] = [
            key("so"),
            key("ubnd"),
            key("uy"),
            key("co"),
            key("bo"),
            key("cuc"),
            key("chi"),
            key("phong"),
            key("cong"),
            key("thu"),
            key("to"),
            key("trong"),
        ];
        if let Some((mark, _)) = lexicon::read(self.tokens, at)
            && matches!(mark, Mark::Case | Mark::Start)
        {
            return true;
        }
        let word = self.tokens.word(at);
        if word == key("co") {
            return self.tokens.word(at.saturating_add(1)) == key("quan");
        }
        AGENCIES.contains(&word)
    }

    /// Finds out whether the limit is counted back, from what stands before it.
    fn direction(&mut self, quantity: &Quantity, lead: &Lead, term: &mut Term, read: &mut Run) {
        if term.direction == Direction::Before {
            self.last_backward = None;
            return;
        }
        if lead.is_backward() {
            term.direction = Direction::Before;
            if !lead.is_bounded() {
                // "trước 24 giờ": no later than that.
                term.bound = Bound::Min;
            }
            return;
        }
        if term.event.is_some() {
            self.last_backward = None;
            return;
        }
        let floor = self.left.segment.max(self.left.taken);
        let event = self.left.before.filter(|before| before.first >= floor).filter(|before| {
            let apart = self.left.comma.is_some_and(|comma| comma > before.last);
            let near = quantity.first.saturating_sub(before.last) <= 24;
            let counted = lead.has(key("trong")) && !lead.is_least();
            near && !counted && (!apart || lead.is_least())
        });
        if let Some(before) = event {
            let first = self.event_words(before.first, before.last);
            let run = words::trimmed(self.tokens, Run { first, last: lead.first });
            let run = self.up_to_comma(run);
            term.direction = Direction::Before;
            let kind = self.event_kind(run);
            term.event = Some(Event { kind, words: self.words(run) });
            read.first = read.first.min(before.first);
            self.last_backward = Some(run);
            return;
        }
        // "... 30 phút đối với tàu khách và 01 giờ đối với tàu hàng" share their event.
        if let Some(run) = self.last_backward {
            let first = lead.first.checked_sub(1);
            let joined = first.is_some_and(|b| {
                matches!(self.tokens.word(b), w if w == key("va") || w == key("hoac"))
                    || self.tokens.sign(b, b',')
            });
            if joined {
                term.direction = Direction::Before;
                let kind = self.event_kind(run);
                term.event = Some(Event { kind, words: self.words(run) });
            } else {
                self.last_backward = None;
            }
        }
    }

    fn up_to_comma(&self, run: Run) -> Run {
        let comma = (run.first..run.last).find(|at| self.tokens.sign(*at, b','));
        Run { first: run.first, last: comma.unwrap_or(run.last) }
    }

    /// A bound a few words away: "thời hạn tối đa để trả lời là 10 ngày".
    fn distant_bound(&self, quantity: &Quantity, lead: &Lead, term: &mut Term) {
        let Some((mark, run)) = self.left.bound else {
            return;
        };
        let near = quantity.first.saturating_sub(run.last) <= 10;
        let linked = lead.has(key("la"))
            || lead.first.checked_sub(1).is_some_and(|b| self.tokens.sign(b, b':'));
        let apart = self.left.comma.is_some_and(|comma| comma > run.last);
        if term.bound == Bound::Exact && near && linked && !apart && run.first >= self.left.taken {
            term.bound = match (mark, term.direction) {
                (Mark::Min, _) | (Mark::Latest, Direction::Before) => Bound::Min,
                (Mark::Earliest, Direction::After) => Bound::Min,
                _ => Bound::Max,
            };
        }
    }

    /// An event that stands before: "Kể từ ngày nhận đủ hồ sơ, ... trong thời hạn 3 ngày".
    fn left_event(&self, lead: &Lead, term: &mut Term, read: &mut Run) {
        let Some(start) = self.left.start else { return };
        let Some(comma) = self.left.comma else { return };
        if start.first < self.left.taken || term.direction == Direction::Before {
            return;
        }
        let first = self.event_words(start.first, start.last);
        if comma <= first || lead.first.saturating_sub(first) > 60 {
            return;
        }
        let run = self.up_to_comma(Run { first, last: lead.first });
        let run = words::trimmed(self.tokens, run);
        if run.first < run.last {
            let kind = self.event_kind(run);
            term.event = Some(Event { kind, words: self.words(run) });
            read.first = read.first.min(start.first);
        }
    }

    /// A case or channel that stands before: "trường hợp X thì 8 ngày", "Trực tuyến: 5 ngày".
    fn left_case(&self, lead: &Lead, term: &mut Term, read: &mut Run) {
        let floor = self.left.segment.max(self.left.taken);
        if let Some(case) = self.left.case.filter(|case| case.first >= floor) {
            let end = self
                .left
                .case_then
                .or(self.left.case_comma)
                .or_else(|| self.left.colon.filter(|colon| *colon > case.last))
                .unwrap_or(lead.first)
                .min(lead.first);
            let run = words::trimmed(self.tokens, Run { first: case.last, last: end });
            if run.first < run.last {
                term.channels = self.channels(run);
                term.case = Some(self.words(run));
                read.first = read.first.min(case.first);
            }
            return;
        }
        let Some(before) = lead.first.checked_sub(1) else {
            return;
        };
        let colon = self.tokens.sign(before, b':');
        let is = self.tokens.word(lead.first) == key("la");
        if !colon && !is || before < floor {
            return;
        }
        let last = if colon { before } else { lead.first };
        let mut first = floor;
        if let Some(comma) = self.left.comma.filter(|comma| is && *comma < last) {
            first = first.max(comma);
        }
        let run = words::trimmed(self.tokens, Run { first, last });
        let long = run.last.saturating_sub(run.first) > if colon { 60 } else { 10 };
        if run.first >= run.last || long || self.is_generic(run) {
            return;
        }
        let channels = self.channels(run);
        term.channels = channels;
        read.first = read.first.min(run.first);
        let only = run.last.saturating_sub(run.first) <= 6 && !channels.is_empty();
        if !only {
            term.case = Some(self.words(run));
        }
    }

    /// Whether a label says only that a time limit follows.
    fn is_generic(&self, run: Run) -> bool {
        const WORDS: [u64; 24] = [
            key("thoi"),
            key("han"),
            key("gian"),
            key("giai"),
            key("quyet"),
            key("thuc"),
            key("hien"),
            key("xu"),
            key("ly"),
            key("ho"),
            key("so"),
            key("thu"),
            key("tuc"),
            key("hanh"),
            key("chinh"),
            key("tthc"),
            key("quy"),
            key("dinh"),
            key("theo"),
            key("tong"),
            key("cong"),
            key("cua"),
            key("hon"),
            key("cho"),
        ];
        (run.first..run.last).all(|at| {
            let word = self.tokens.word(at);
            word == 0 || WORDS.contains(&word)
        })
    }

    /// The channels that some words name.
    pub(super) fn channels(&self, run: Run) -> Channels {
        let mut channels = Channels::default();
        for at in run.first..run.last {
            match lexicon::read(self.tokens, at) {
                Some((Mark::Online, _)) => channels.insert(Channel::Online),
                Some((Mark::Post, _)) => channels.insert(Channel::Post),
                Some((Mark::InPerson, _)) => channels.insert(Channel::InPerson),
                _ => {}
            }
        }
        channels
    }

    /// What kind of event some words name.
    fn event_kind(&self, run: Run) -> EventKind {
        let has = |word: u64| (run.first..run.last).any(|at| self.tokens.word(at) == word);
        let pair = |words: &[u64]| (run.first..run.last).any(|at| self.tokens.words(at, words));
        let received = has(key("nhan"));
        let full = has(key("du")) || pair(&[key("hop"), key("le")]);
        let dossier =
            pair(&[key("ho"), key("so")]) || pair(&[key("giay"), key("to")]) || has(key("don"));
        let paid = pair(&[key("nghia"), key("vu"), key("tai"), key("chinh")])
            || pair(&[key("le"), key("phi")])
            || pair(&[key("nop"), key("phi")])
            || pair(&[key("nop"), key("tien")])
            || pair(&[key("thanh"), key("toan")]);
        let other = pair(&[key("y"), key("kien")])
            || pair(&[key("bao"), key("cao")])
            || pair(&[key("van"), key("ban")])
            || pair(&[key("to"), key("trinh")])
            || pair(&[key("ket"), key("qua")])
            || pair(&[key("thong"), key("bao")]);
        if paid {
            EventKind::Payment
        } else if pair(&[key("thu"), key("ly")]) {
            EventKind::Acceptance
        } else if received && full && dossier {
            EventKind::FullDossier
        } else if received && other {
            EventKind::SecondOffice
        } else if received && dossier {
            EventKind::Receipt
        } else if pair(&[key("ket"), key("thuc")]) || has(key("het")) {
            EventKind::End
        } else if pair(&[key("ban"), key("hanh")])
            || pair(&[key("hieu"), key("luc")])
            || pair(&[key("quyet"), key("dinh")])
            || has(key("ky"))
        {
            EventKind::Decision
        } else if received {
            EventKind::Receipt
        } else {
            EventKind::Other
        }
    }

    /// Notes time that is not counted.
    pub(super) fn exclude(&mut self, index: usize, mark: Mark, run: Run) {
        if mark == Mark::ExcludedFrom {
            // "Thời gian lấy ý kiến không tính vào thời hạn": the subject stands before.
            let first = self.left.time.unwrap_or(self.left.segment).max(self.left.segment);
            let words = words::trimmed(self.tokens, Run { first, last: run.first });
            self.push_exclusion(words, Run { first: words.first, last: run.last });
            return;
        }
        let mut item = index.saturating_add(1);
        let mut depth = 0_u32;
        let mut last = self.tokens.len();
        while let Some(next) = self.items.get(item) {
            let ends = match next.piece {
                Piece::Stop | Piece::Phrase(Mark::Case) => true,
                Piece::Open => {
                    depth = depth.saturating_add(1);
                    false
                }
                Piece::Close => {
                    let outer = depth == 0;
                    depth = depth.saturating_sub(1);
                    outer
                }
                Piece::Quantity(quantity) => {
                    quantity.unit.is_some_and(|unit| unit != Unit::Year) && depth == 0
                }
                _ => false,
            };
            if ends {
                last = next.first;
                break;
            }
            item = item.saturating_add(1);
        }
        let words = words::trimmed(self.tokens, Run { first: run.last, last });
        self.push_exclusion(words, Run { first: run.first, last: words.last });
    }

    fn push_exclusion(&mut self, words: Run, read: Run) {
        if words.first >= words.last {
            return;
        }
        let phrase: Phrase = self.words(words);
        self.out.excludes.push(phrase);
        self.read.push(read);
        self.left.taken = self.left.taken.max(read.last);
    }

    /// Whether words of consent follow: "đồng ý", "chấp thuận".
    pub(super) fn agreed(&self, at: usize) -> bool {
        const CONSENT: [&[u64]; 6] = [
            &[key("dong"), key("y")],
            &[key("chap"), key("thuan")],
            &[key("thong"), key("nhat")],
            &[key("nhat"), key("tri")],
            &[key("dong"), key("thuan")],
            &[key("chap"), key("nhan")],
        ];
        let to = at.saturating_add(24);
        (at..to).any(|index| CONSENT.iter().any(|words| self.tokens.words(index, words)))
    }

    /// Whether "thì" stands a few words before.
    pub(super) fn then_before(&self, at: usize) -> bool {
        let from = at.saturating_sub(24).max(self.left.segment);
        (from..at).any(|index| matches!(lexicon::read(self.tokens, index), Some((Mark::Then, _))))
    }

    /// Whether "gia hạn" means that a limit may be extended, not a procedure of that name.
    pub(super) fn may_extend(&self, extend: Run, quantity: usize) -> bool {
        const BEFORE: [u64; 6] =
            [key("the"), key("duoc"), key("dinh"), key("gian"), key("quyen"), key("phep")];
        const AFTER: [u64; 3] = [key("nhung"), key("them"), key("lan")];
        let before = extend.first.checked_sub(1).map_or(0, |b| self.tokens.word(b));
        BEFORE.contains(&before)
            || self.left.once.is_some()
            || (extend.last..quantity).any(|at| AFTER.contains(&self.tokens.word(at)))
    }
}
