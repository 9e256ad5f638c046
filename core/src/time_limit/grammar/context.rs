//! What stands around a quantity: its event, its case, its channels, what it leaves out.

use super::lead::Lead;
use super::{Item, Mark, Piece, Quantity, Reader, Run, words};
use crate::time_limit::fold::key;
use crate::time_limit::lexicon;
use crate::time_limit::model::{Bound, Channel, Channels, Event, EventKind, Phrase, Term};
use crate::time_limit::{Direction, Unit};

const KE: u32 = key("ke");
const TU: u32 = key("tu");
const TINH: u32 = key("tinh");
const SAU: u32 = key("sau");
const TRUOC: u32 = key("truoc");
const DEN: u32 = key("den");

/// How a case ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Plain,
    Then,
    Quantity,
}

/// Whether an item is a phrase of some kind.
fn next_is(item: Option<&Item>, mark: Mark) -> bool {
    item.is_some_and(|item| matches!(item.piece, Piece::Phrase(found) if found == mark))
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
                // "5 ngày trước": before something that is not named.
                if self.tokens.word(at) != TRUOC || term.direction == Direction::Before {
                    break;
                }
                term.direction = Direction::Before;
                at = at.saturating_add(1);
                read.last = read.last.max(at);
                continue;
            };
            let mark = match mark {
                Mark::With if !comma => Mark::Case,
                // "Trước ngày kiểm tra ít nhất 02 ngày, sau khi nhận hồ sơ, ...".
                Mark::Start if comma && self.awaits_backward(lead) => break,
                mark => mark,
            };
            match mark {
                Mark::Start | Mark::Before | Mark::UpTo if term.event.is_none() => {
                    let first = self.event_words(mark_at, last);
                    let end = self.event_end(&mut item, first);
                    let words = words::trimmed(self.tokens, Run { first, last: end });
                    if mark == Mark::Before {
                        term.direction = Direction::Before;
                    }
                    // "kể từ (…": an event is announced, but none is named.
                    let Some(event) = self.event(words) else { break };
                    term.event = Some(event);
                    at = end.max(last);
                }
                // What is not counted may stand between.
                Mark::Exclude => {
                    let mark = Run { first: mark_at, last };
                    at = self.exclude_after(&mut item, mark).max(last);
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

    /// Whether an event to count back from stands directly before the lead.
    fn awaits_backward(&self, lead: &Lead) -> bool {
        let floor = self.left.segment.max(self.left.taken);
        let before = self.left.before;
        let before = before.filter(|before| before.first >= floor && !self.comma_after(before));
        before.is_some_and(|before| lead.is_least() && lead.first.saturating_sub(before.last) <= 24)
    }

    /// Whether a comma stands between a mark to the left and here.
    fn comma_after(&self, mark: &Run) -> bool {
        self.left.comma.is_some_and(|comma| comma >= mark.last)
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
                            | Mark::Parts
                            | Mark::NoReply
                            | Mark::OfWhich
                            | Mark::Max
                            | Mark::Latest
                    ),
                    _ => false,
                };
                // "ngày nhận hồ sơ phải ..." ends, "ngày phải nộp" does not.
                let duty = matches!(next.piece, Piece::Phrase(Mark::Must))
                    && next.first > first.saturating_add(1);
                if ends || duty {
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
        // "đối với đối với trường hợp".
        while let Some((Mark::Case, again)) = lexicon::read(self.tokens, first) {
            first = again;
        }
        if self.tokens.sign(first, b':') {
            first = first.saturating_add(1);
        }
        let (end, how) = self.case_end(item, first, open);
        let quantity = how == End::Quantity;
        // Brackets that hold a quantity of their own belong to that one.
        if open && (quantity || how == End::Then) {
            return None;
        }
        let before = end.checked_sub(1);
        let joined = before.is_some_and(|b| {
            matches!(self.tokens.word(b), w if w == key("va") || w == key("hoac") || w == key("con"))
                || self.tokens.sign(b, b',')
        });
        // The case is that of the quantity after it: "..., đối với X thì 8 ngày".
        let silence = how == End::Then && next_is(self.items.get(*item), Mark::NoReply);
        if silence || comma && !open && (how == End::Then || quantity && !joined) {
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
                    // "... ghi trên Giấy (kể từ ngày ...": the event follows in brackets.
                    Piece::Open
                        if matches!(
                            lexicon::read(self.tokens, next.last),
                            Some((Mark::Start | Mark::Exclude | Mark::OfWhich | Mark::Parts, _))
                        ) =>
                    {
                        return (next.first, End::Plain);
                    }
                    Piece::Open => depth = depth.saturating_add(1),
                    Piece::Close if depth == 0 => return (next.first, End::Plain),
                    Piece::Close => depth = depth.saturating_sub(1),
                    Piece::Comma if depth == 0 && !open && self.begins_anew(next.last) => {
                        return (next.first, End::Plain);
                    }
                    Piece::Quantity(quantity) if quantity.unit.is_some() => {
                        let lead = Lead::before(self.tokens, first, quantity.first);
                        return (lead.first, End::Quantity);
                    }
                    Piece::Phrase(Mark::Then) => return (next.first, End::Then),
                    // "... thủy sản thương phẩm kể từ ngày cách ly": the event follows.
                    Piece::Phrase(Mark::Start)
                        if depth == 0 && matches!(self.tokens.word(next.first), KE | TINH) =>
                    {
                        return (next.first, End::Plain);
                    }
                    Piece::Phrase(Mark::Exclude) if depth == 0 => {
                        return (next.first, End::Plain);
                    }
                    // "nếu cơ quan không trả lời": the case is silence itself.
                    Piece::Phrase(Mark::NoReply) if depth == 0 => {
                        return (next.first, End::Then);
                    }
                    _ => {}
                }
            }
            *item = item.saturating_add(1);
        }
        (self.tokens.len(), End::Plain)
    }

    /// Whether the words after a comma begin a statement of their own: an agency, another case,
    /// or the time limit itself.
    pub(super) fn begins_anew(&self, at: usize) -> bool {
        if let Some((mark, _)) = lexicon::read(self.tokens, at)
            && matches!(
                mark,
                Mark::Case
                    | Mark::Start
                    | Mark::Time
                    | Mark::Max
                    | Mark::Latest
                    | Mark::Min
                    | Mark::Must
                    | Mark::Lengthen
            )
        {
            return true;
        }
        words::is_agency(self.text, self.tokens, at)
            || self.tokens.words(at, &[key("trong"), key("thoi")])
            || self.tokens.words(at, &[key("nguoi"), key("co")])
            || self.tokens.words(at, &[key("co"), key("the")])
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
            let near = quantity.first.saturating_sub(before.last) <= 24;
            let counted = lead.has(key("trong")) && !lead.is_least();
            near && !counted && (!self.comma_after(before) || lead.is_least())
        });
        if let Some(before) = event {
            let first = self.event_words(before.first, before.last);
            let run = words::trimmed(self.tokens, Run { first, last: lead.first });
            let run = self.up_to_comma(run);
            term.direction = Direction::Before;
            read.first = read.first.min(before.first);
            term.event = self.event(run);
            self.last_backward = term.event.is_some().then_some(run);
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
                term.event = self.event(run);
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
        let apart = self.comma_after(&run);
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
        if let Some(event) = self.event(run) {
            term.event = Some(event);
            read.first = read.first.min(start.first);
        }
    }

    /// A case or channel that stands before: "trường hợp X thì 8 ngày", "Trực tuyến: 5 ngày".
    pub(super) fn left_case(&self, lead: &Lead, term: &mut Term, read: &mut Run) {
        let floor = self.left.segment.max(self.left.taken);
        let before = lead.first.checked_sub(1).filter(|before| *before >= floor);
        let colon = before.is_some_and(|before| self.tokens.sign(before, b':'));
        if let Some(case) = self.left.case.filter(|case| case.first >= floor) {
            let end = self
                .left
                .case_then
                .or(before.filter(|_| colon))
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
        let Some(before) = before else { return };
        let verb = self.left.lengthen.or(self.left.extend).or(self.left.add);
        let event = term.direction == Direction::Before;
        if !colon && (event || verb.is_some_and(|verb| verb.first >= floor)) {
            return;
        }
        let is = self.tokens.word(lead.first) == key("la");
        let last = if colon { before } else { lead.first };
        let mut first = floor;
        // A comma stands inside a label before a colon, but begins a new one elsewhere.
        if let Some(comma) = self.left.comma.filter(|_| !colon) {
            first = first.max(comma);
        }
        let most = match (colon, is) {
            (true, _) => 60,
            (false, true) => 10,
            // "cấp lại trong thời hạn 02 ngày": a few words that begin the segment.
            (false, false) if first == self.left.segment && lead.limits() => 5,
            (false, false) => 0,
        };
        let run = words::trimmed(self.tokens, Run { first, last });
        if run.first >= run.last {
            return;
        }
        let length = run.last.saturating_sub(run.first);
        if length <= 12 && self.is_generic(run) {
            read.first = read.first.min(run.first);
            return;
        }
        if length > most {
            return;
        }
        let channels = self.channels(run);
        term.channels = channels;
        read.first = read.first.min(run.first);
        if !channels.is_empty() && (length <= 6 || self.names_channels_only(run)) {
            return;
        }
        let label = Some(self.words(run));
        if words::is_step(self.text, self.tokens, run.first) {
            term.step = label;
        } else {
            term.case = label;
        }
    }

    /// When a limit may be extended: "vụ việc phức tạp có thể kéo dài".
    pub(super) fn occasion(&self, floor: usize, term: &mut Term) {
        const CO: u32 = key("co");
        const THE: u32 = key("the");
        const DUOC: u32 = key("duoc");
        let verb = self.left.lengthen.or(self.left.extend).filter(|verb| verb.first >= floor);
        let Some(verb) = verb else { return };
        if self.left.case.is_some_and(|case| case.last == verb.first) {
            // "trường hợp gia hạn" says nothing of when.
            term.case = None;
            return;
        }
        if term.case.is_some() {
            return;
        }
        let mut last = verb.first;
        while last > floor && matches!(self.tokens.word(last.saturating_sub(1)), CO | THE | DUOC) {
            last = last.saturating_sub(1);
        }
        let comma = self.left.comma.filter(|comma| *comma < last);
        let first = comma.unwrap_or(floor).max(floor);
        let run = words::trimmed(self.tokens, Run { first, last });
        let length = run.last.saturating_sub(run.first);
        if (1..=10).contains(&length) && !self.is_generic(run) {
            term.case = Some(self.words(run));
        }
    }

    /// Whether a label says only that a time limit follows.
    fn is_generic(&self, run: Run) -> bool {
        const WORDS: [u32; 24] = [
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

    /// Whether a label holds nothing but the names of channels.
    pub(super) fn names_channels_only(&self, run: Run) -> bool {
        const BETWEEN: [u32; 8] = [
            key("va"),
            key("hoac"),
            key("qua"),
            key("dich"),
            key("vu"),
            key("nop"),
            key("ho"),
            key("so"),
        ];
        let mut at = run.first;
        while at < run.last {
            let word = self.tokens.word(at);
            match lexicon::read(self.tokens, at) {
                Some((Mark::Online | Mark::Post | Mark::InPerson, last)) => at = last,
                _ if word == 0 || BETWEEN.contains(&word) => at = at.saturating_add(1),
                _ => return false,
            }
        }
        true
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

    /// The event that some words name, if there are any.
    fn event(&self, run: Run) -> Option<Event> {
        let named = run.first < run.last;
        named.then(|| Event { kind: self.event_kind(run), words: self.words(run) })
    }

    /// What kind of event some words name.
    fn event_kind(&self, run: Run) -> EventKind {
        const PAID: [&[u32]; 5] = [
            &[key("nghia"), key("vu"), key("tai"), key("chinh")],
            &[key("le"), key("phi")],
            &[key("nop"), key("phi")],
            &[key("nop"), key("tien")],
            &[key("thanh"), key("toan")],
        ];
        const DOSSIER: [&[u32]; 3] =
            [&[key("ho"), key("so")], &[key("giay"), key("to")], &[key("don")]];
        const OTHER: [&[u32]; 6] = [
            &[key("y"), key("kien")],
            &[key("bao"), key("cao")],
            &[key("van"), key("ban")],
            &[key("to"), key("trinh")],
            &[key("ket"), key("qua")],
            &[key("thong"), key("bao")],
        ];
        const DECISION: [&[u32]; 3] =
            [&[key("ban"), key("hanh")], &[key("hieu"), key("luc")], &[key("quyet"), key("dinh")]];
        let any = |phrases: &[&[u32]]| self.holds(run, phrases);
        let received = any(&[&[key("nhan")]]);
        let full = any(&[&[key("du")], &[key("hop"), key("le")]]);
        let dossier = any(&DOSSIER);
        // "ký", not "đăng ký".
        let signed = any(&[&[key("ky")]]) && !any(&[&[key("dang"), key("ky")]]);
        if any(&PAID) {
            EventKind::Payment
        } else if any(&[&[key("thu"), key("ly")]]) {
            EventKind::Acceptance
        } else if received && full && dossier {
            EventKind::FullDossier
        } else if received && any(&OTHER) {
            EventKind::SecondOffice
        } else if received && dossier {
            EventKind::Receipt
        } else if any(&[&[key("ket"), key("thuc")], &[key("het")]]) {
            EventKind::End
        } else if any(&DECISION) || signed {
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
            let floor = self.left.segment.max(self.left.taken);
            let first = self.left.time.unwrap_or(floor).max(floor);
            let words = words::trimmed(self.tokens, Run { first, last: run.first });
            // "Thời gian không tính vào thời hạn gồm:" is a heading.
            if self.is_generic(words) {
                return;
            }
            self.push_exclusion(words, Run { first: words.first, last: run.last });
            return;
        }
        let mut item = index.saturating_add(1);
        // Days off in opening hours are not left out of any limit.
        if !self.left.opening {
            self.exclude_after(&mut item, run);
        }
    }

    /// Notes what is not counted after its mark; returns where it ends.
    fn exclude_after(&mut self, item: &mut usize, mark: Run) -> usize {
        while self.items.get(*item).is_some_and(|next| next.first < mark.last) {
            *item = item.saturating_add(1);
        }
        // "trừ ngày nghỉ": the mark holds the first of the words.
        let first = if self.tokens.word(mark.first) == key("tru") {
            mark.first.saturating_add(1)
        } else {
            mark.last
        };
        let last = self.exclusion_end(item);
        let words = words::trimmed(self.tokens, Run { first, last });
        self.push_exclusion(words, Run { first: mark.first, last: words.last });
        last
    }

    /// Where the words of what is not counted end.
    fn exclusion_end(&self, item: &mut usize) -> usize {
        let mut depth = 0_u32;
        while let Some(next) = self.items.get(*item) {
            let ends = match next.piece {
                Piece::Stop | Piece::Phrase(Mark::Start | Mark::Passing) => true,
                // "thời gian bổ sung trong trường hợp ..." says when it is not counted.
                Piece::Phrase(Mark::Case) => self.tokens.word(next.first) != key("trong"),
                Piece::Comma => self.begins_anew(next.last),
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
                return next.first;
            }
            *item = item.saturating_add(1);
        }
        self.tokens.len()
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
        const CONSENT: [&[u32]; 6] = [
            &[key("dong"), key("y")],
            &[key("chap"), key("thuan")],
            &[key("thong"), key("nhat")],
            &[key("nhat"), key("tri")],
            &[key("dong"), key("thuan")],
            &[key("chap"), key("nhan")],
        ];
        self.holds(Run { first: at, last: at.saturating_add(24) }, &CONSENT)
    }

    /// Whether one of the phrases begins among some tokens.
    fn holds(&self, run: Run, phrases: &[&[u32]]) -> bool {
        let begins = |at| phrases.iter().any(|words| self.tokens.words(at, words));
        (run.first..run.last).any(begins)
    }

    /// Whether "thì" stands a few words before.
    pub(super) fn then_before(&self, at: usize) -> bool {
        let from = at.saturating_sub(24).max(self.left.segment);
        (from..at).any(|index| matches!(lexicon::read(self.tokens, index), Some((Mark::Then, _))))
    }

    /// Whether "gia hạn" means that a limit may be extended, not a procedure of that name.
    pub(super) fn may_extend(&self, extend: Run, quantity: usize) -> bool {
        const BEFORE: [u32; 6] =
            [key("the"), key("duoc"), key("dinh"), key("gian"), key("quyen"), key("phep")];
        const AFTER: [u32; 3] = [key("nhung"), key("them"), key("lan")];
        let before = extend.first.checked_sub(1).map_or(0, |b| self.tokens.word(b));
        BEFORE.contains(&before)
            || self.left.times.is_some()
            || (extend.last..quantity).any(|at| AFTER.contains(&self.tokens.word(at)))
    }
}
