//! Reads the pieces of a text from left to right into a [`TimeLimit`].
//!
//! One pass: what stands before a quantity is remembered as marks, what stands after it is walked
//! over once and not again, so that the work grows with the text only.

use alloc::vec::Vec;

use super::fold::{ACUTE, key};
use super::lexicon::{self, Mark};
use super::model::{
    Conflict, Cutoff, CutoffEffect, Extension, ExtensionMode, Pause, Phrase, Share, Span, Term,
    TimeLimit,
};
use super::quantity::Quantity;
use super::scan::{Clock, Item, Piece, Side, scan};
use super::token::Tokens;
use super::{Amount, Direction, Unit};

mod context;
mod finish;
mod lead;
mod words;

use lead::Lead;

/// Reads a text.
pub(super) fn parse(text: &str) -> TimeLimit {
    let tokens = Tokens::of(text);
    let items = scan(&tokens);
    let mut reader = Reader {
        text,
        tokens: &tokens,
        items: &items,
        out: TimeLimit::default(),
        read: Vec::new(),
        left: Left::default(),
        aside: Aside::default(),
        in_shares: false,
        awaits_effect: false,
        last_backward: None,
    };
    reader.run();
    reader.finish()
}

/// Something between two tokens: the first and the one after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    first: usize,
    last: usize,
}

/// What stands between the last quantity or stop and here.
#[derive(Clone, Copy, Debug, Default)]
struct Left {
    /// Where this segment begins.
    segment: usize,
    /// Where what the last quantity took with it ends.
    taken: usize,
    case: Option<Run>,
    /// The first comma, and the first "thì", after the case mark.
    case_comma: Option<usize>,
    case_then: Option<usize>,
    comma: Option<usize>,
    colon: Option<usize>,
    start: Option<Run>,
    before: Option<Run>,
    validity: Option<Run>,
    duration: Option<Run>,
    extend: Option<Run>,
    lengthen: Option<Run>,
    add: Option<Run>,
    bound: Option<(Mark, Run)>,
    /// Where the subject of an exclusion begins: "thời gian ... không tính vào".
    time: Option<usize>,
    once: Option<Run>,
    no_reply: Option<Run>,
    opening: bool,
    pause: bool,
}

/// What is not a limit of the office, kept aside until it is known that nothing else is there.
#[derive(Debug, Default)]
struct Aside {
    validities: Vec<(Term, Run)>,
    durations: Vec<(Term, Run)>,
    quotas: Vec<Run>,
    missing: Vec<(Term, Run)>,
    additions: Vec<(Term, Run)>,
    clocks: Vec<(u16, Run)>,
    spans_of_day: Vec<Run>,
    opening: Vec<Run>,
    always: bool,
    same_day: Option<Run>,
    immediate: Option<Run>,
    next_day: Option<(Mark, Run)>,
    date: Option<Run>,
    nothing: Vec<Run>,
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a Tokens,
    items: &'a [Item],
    out: TimeLimit,
    /// What was understood.
    read: Vec<Run>,
    left: Left,
    aside: Aside,
    in_shares: bool,
    /// A cut-off hour was read whose effect is still to come.
    awaits_effect: bool,
    /// The event of a backward limit, which the next quantity may share.
    last_backward: Option<Run>,
}

/// What a quantity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Limit,
    Extension(ExtensionMode),
    Validity,
    Duration,
    Quota,
}

impl Reader<'_> {
    fn run(&mut self) {
        let mut index = 0;
        while let Some(item) = self.items.get(index).copied() {
            let run = Run { first: item.first, last: item.last };
            // What a quantity took with it is not read a second time.
            let taken = item.first < self.left.taken;
            match item.piece {
                Piece::Stop => self.stop(&item),
                Piece::Comma if !taken => {
                    self.left.comma = Some(item.first);
                    if self.left.case.is_some() && self.left.case_comma.is_none() {
                        self.left.case_comma = Some(item.first);
                    }
                }
                Piece::Colon if !taken => self.left.colon = Some(item.first),
                Piece::Close if self.in_shares => self.in_shares = false,
                Piece::Quantity(quantity) if !taken => self.quantity(index, &quantity),
                Piece::Clock(clock) => self.clock(clock, run),
                Piece::Date if !taken => self.date(run),
                Piece::Always => {
                    self.aside.always = true;
                    self.aside.opening.push(run);
                }
                Piece::Phrase(mark) => self.phrase(index, mark, run, taken),
                _ => {}
            }
            index = index.saturating_add(1);
        }
    }

    /// Ends a segment: what stood in it reaches no further.
    fn stop(&mut self, item: &Item) {
        let no_reply = self.left.no_reply;
        self.left =
            Left { segment: item.last, taken: self.left.taken.max(item.last), ..Left::default() };
        // "Nếu quá thời hạn ... không trả lời. Khi đó coi như đồng ý" is met in one sentence only,
        // but a semicolon may stand between.
        if self.tokens.sign(item.first, b';') {
            self.left.no_reply = no_reply;
        } else if !self.tokens.sign(item.first, b'-') && !self.tokens.sign(item.first, b'+') {
            self.in_shares = false;
        }
        self.last_backward = None;
    }

    fn phrase(&mut self, index: usize, mark: Mark, run: Run, taken: bool) {
        match mark {
            Mark::Restart => {
                self.out.restart.get_or_insert(self.span(run));
                self.read.push(run);
            }
            Mark::NoReply => self.left.no_reply = Some(run),
            Mark::Consent | Mark::Allowed => self.consent(mark, run),
            Mark::SameDay => self.same_day(run),
            Mark::SameWorkingDay if self.awaits_effect && self.ends(run.last) => {
                self.effect(CutoffEffect::NextWorkingDay, run);
            }
            Mark::SameWorkingDay => self.same_day(run),
            Mark::NextWorkingDay if self.awaits_effect => {
                self.effect(CutoffEffect::NextWorkingDay, run);
            }
            Mark::NextDay if self.awaits_effect => self.effect(CutoffEffect::NextDay, run),
            Mark::NextWorkingDay | Mark::NextDay => {
                let within = run.first < self.tokens.len()
                    && (self.tokens.word(run.first) == key("trong")
                        || run.first.checked_sub(1).map_or(0, |b| self.tokens.word(b))
                            == key("vao"));
                if within && !taken {
                    self.aside.next_day.get_or_insert((mark, run));
                }
            }
            Mark::Immediate => {
                self.aside.immediate.get_or_insert(run);
            }
            Mark::Opening => {
                self.left.opening = true;
                self.aside.opening.push(run);
            }
            Mark::Pause => self.left.pause = true,
            Mark::Once => self.times(1, run),
            Mark::Nothing => self.aside.nothing.push(run),
            Mark::Exclude | Mark::ExcludedFrom => self.exclude(index, mark, run),
            Mark::OfWhich => self.in_shares = !self.out.limits.is_empty(),
            _ if taken => {}
            Mark::Case => {
                self.left.case = Some(run);
                self.left.case_comma = None;
                self.left.case_then = None;
            }
            Mark::Then => {
                if self.left.case.is_some() && self.left.case_then.is_none() {
                    self.left.case_then = Some(run.first);
                }
            }
            Mark::Start => self.left.start = Some(run),
            Mark::Before => self.left.before = Some(run),
            Mark::Validity => self.left.validity = Some(run),
            Mark::Duration => self.left.duration = Some(run),
            Mark::Extend => self.left.extend = Some(run),
            Mark::Lengthen => self.left.lengthen = Some(run),
            Mark::Add => self.left.add = Some(run),
            Mark::Time => self.left.time = Some(run.first),
            Mark::Max | Mark::Min | Mark::Latest | Mark::Earliest => {
                self.left.bound = Some((mark, run));
            }
            Mark::UpTo | Mark::Online | Mark::Post | Mark::InPerson => {}
        }
    }

    fn same_day(&mut self, run: Run) {
        if !self.left.opening {
            self.aside.same_day.get_or_insert(run);
        }
    }

    fn effect(&mut self, effect: CutoffEffect, run: Run) {
        if let Some(cutoff) = &mut self.out.cutoff {
            cutoff.effect = effect;
            self.read.push(run);
        }
        self.awaits_effect = false;
    }

    /// Whether nothing but signs stands from an index to the end of the text.
    fn ends(&self, at: usize) -> bool {
        let last = self.tokens.len();
        at >= last || at.saturating_add(1) == last && self.tokens.word(at) == 0
    }

    fn clock(&mut self, clock: Clock, run: Run) {
        match clock.side {
            Side::After => {
                if self.out.cutoff.is_none() {
                    let span = self.span(run);
                    let effect = CutoffEffect::Unsaid;
                    self.out.cutoff = Some(Cutoff { minute: clock.minute, effect, span });
                    self.awaits_effect = true;
                    self.read.push(run);
                }
            }
            Side::By => self.aside.clocks.push((clock.minute, run)),
            Side::Between => self.aside.spans_of_day.push(run),
        }
    }

    /// A date counts only where something is due on it.
    fn date(&mut self, run: Run) {
        let before = run.first.checked_sub(1).map_or(0, |b| self.tokens.word(b));
        let due = [key("truoc"), key("vao"), key("nhat"), key("la"), key("hon")];
        if due.contains(&before) {
            self.aside.date.get_or_insert(run);
        }
    }

    /// Notes how many times something may be done.
    fn times(&mut self, times: u16, run: Run) {
        if self.left.pause {
            let span = self.span(run);
            self.out.pause.get_or_insert(Pause { times: Some(times), span });
            self.read.push(run);
            return;
        }
        if self.left.extend.is_some() || self.left.lengthen.is_some() {
            self.left.once = Some(run);
            if let Some(extension) = &mut self.out.extension {
                extension.times.get_or_insert(times);
            }
            self.read.push(run);
        }
    }

    fn consent(&mut self, mark: Mark, run: Run) {
        let agreed = self.agreed(run.last);
        let silent = self.left.no_reply;
        let consent = match (mark, silent) {
            (Mark::Consent, Some(_)) => agreed,
            (Mark::Consent, None) => agreed && self.left.case.is_none(),
            (_, Some(_)) => self.left.case_then.is_some() || self.then_before(run.first),
            (_, None) => false,
        };
        if consent && self.out.tacit_consent.is_none() {
            self.out.tacit_consent = Some(self.span(run));
            self.read.push(run);
            self.read.extend(silent);
        }
    }

    /// The bytes of some tokens.
    fn span(&self, run: Run) -> Span {
        Span::new(self.tokens.start(run.first), self.tokens.end(run.last))
    }

    /// The words of some tokens.
    fn words(&self, run: Run) -> Phrase {
        let span = self.span(run);
        let text = self.text.get(span.range()).unwrap_or_default();
        Phrase { text: words::single_spaced(text), span }
    }

    fn quantity(&mut self, index: usize, quantity: &Quantity) {
        let run = Run { first: quantity.first, last: quantity.last };
        let floor = self.left.segment.max(self.left.taken);
        let lead = Lead::before(self.tokens, floor, quantity.first);
        if let Some(digits) = quantity.unit.is_none().then_some(quantity.amount) {
            self.bare_number(quantity, digits, &lead, run);
            return;
        }
        let mut term = Term::new(quantity.amount, quantity.unit);
        term.lower = quantity.lower;
        term.span = self.span(run);
        if self.in_shares {
            self.share(quantity, &lead, floor);
            return;
        }
        if let Some(role) = self.aside_role(quantity, &lead) {
            term.bound = lead.bound(Direction::After);
            self.put_aside(role, term, Run { first: lead.first, last: run.last });
            return;
        }
        let role = self.role(quantity, &lead);
        let mut read = Run { first: lead.first, last: run.last };
        self.describe(index, quantity, &lead, &mut term, &mut read);
        if let Some(words) = quantity.words {
            let span = term.span;
            self.out.conflicts.push(Conflict { digits: quantity.amount, words, span });
        }
        self.read.push(read);
        self.place(role, term, run);
        let keep = Left {
            segment: self.left.segment,
            taken: read.last.max(run.last),
            extend: self.left.extend,
            lengthen: self.left.lengthen,
            no_reply: self.left.no_reply,
            opening: self.left.opening,
            pause: self.left.pause,
            ..Left::default()
        };
        self.left = keep;
    }

    /// A number without a unit: how many times, a share, or a limit that has lost its unit.
    fn bare_number(&mut self, quantity: &Quantity, amount: Amount, lead: &Lead, run: Run) {
        const LAN: u64 = key("lan");
        if self.tokens.word(quantity.last) == LAN {
            if amount.is_whole()
                && let Ok(times) = u16::try_from(amount.whole_part())
            {
                self.times(times, Run { first: run.first, last: run.last.saturating_add(1) });
            }
            return;
        }
        let floor = self.left.segment.max(self.left.taken);
        if self.in_shares {
            // Only at the end of a share: "Sở Y tế 06, UBND tỉnh 04".
            if self.closes(quantity.last) {
                self.share(quantity, lead, floor);
            }
            return;
        }
        let alone = run.first == 0 && self.ends(run.last);
        let headed = self.closes(quantity.last)
            && run.first > floor
            && (lead.first < run.first && lead.limits()
                || self.left.colon == run.first.checked_sub(1) && self.left.time.is_some());
        if (alone || headed) && self.tokens.value(run.first).is_none_or(|v| v <= 1_000_000) {
            let mut term = Term::new(amount, None);
            term.lower = quantity.lower;
            term.bound = lead.bound(Direction::After);
            term.span = self.span(run);
            if let Some(words) = quantity.words {
                let span = term.span;
                self.out.conflicts.push(Conflict { digits: amount, words, span });
            }
            self.aside.missing.push((term, Run { first: lead.first, last: run.last }));
        }
    }

    /// Whether a quantity that ends at an index is followed by the end of its clause.
    fn closes(&self, at: usize) -> bool {
        match self.tokens.get(at) {
            None => true,
            Some(token) => {
                [b'.', b';', b',', b')', b'|'].iter().any(|sign| token.is_sign(*sign))
                    || self.in_shares && matches!(token.key, k if k == key("va"))
            }
        }
    }

    /// The share of an agency: its name stands before the number.
    fn share(&mut self, quantity: &Quantity, lead: &Lead, floor: usize) {
        let run = Run { first: quantity.first, last: quantity.last };
        let name = words::trimmed(self.tokens, Run { first: floor, last: lead.first });
        let total = self.out.limits.last().and_then(|term| term.unit);
        let mut share = Share::new(self.words(name), quantity.amount, quantity.unit.or(total));
        share.span = self.span(run);
        if name.first < name.last {
            self.out.shares.push(share);
            self.read.push(Run { first: name.first, last: run.last });
        }
        self.left.taken = run.last;
    }

    fn place(&mut self, role: Role, mut term: Term, run: Run) {
        match role {
            Role::Limit => self.out.limits.push(term),
            Role::Extension(mode) => {
                if self.out.extension.is_none() {
                    let mut extension = Extension::new(mode, term.amount, term.unit);
                    extension.bound = term.bound;
                    extension.when.clone_from(&term.case);
                    extension.span = term.span;
                    extension.times = self.left.once.map(|_| 1);
                    self.out.extension = Some(extension);
                }
                match mode {
                    ExtensionMode::Total => {
                        term.extended = true;
                        self.out.limits.push(term);
                    }
                    ExtensionMode::Addition => self.aside.additions.push((term, run)),
                }
            }
            Role::Validity => self.aside.validities.push((term, run)),
            Role::Duration => self.aside.durations.push((term, run)),
            Role::Quota => self.aside.quotas.push(run),
        }
    }

    /// Keeps what is no limit, in case nothing else is there.
    fn put_aside(&mut self, role: Role, term: Term, run: Run) {
        self.place(role, term, run);
        self.left.taken = self.left.taken.max(run.last);
    }

    /// What a quantity is if it is no limit of the office.
    fn aside_role(&self, quantity: &Quantity, lead: &Lead) -> Option<Role> {
        let tokens = self.tokens;
        let after = quantity.last;
        let next = after.saturating_add(1);
        if tokens.sign(after, b'/') {
            const UNITS: [u64; 5] =
                [key("ngay"), key("gio"), key("tuan"), key("thang"), key("nam")];
            let per = if tokens.number(next) { next.saturating_add(1) } else { next };
            if UNITS.contains(&tokens.word(per)) {
                return Some(Role::Quota);
            }
            if tokens.word(next) == key("lan") {
                return Some(Role::Duration);
            }
        }
        if lexicon::each(tokens, after)
            || tokens.word(after) == key("trong") && self.counts_within(next)
            || quantity.first.checked_sub(1).is_some_and(|b| {
                tokens.word(b) == key("trong")
                    && self.aside.quotas.last().is_some_and(|quota| quota.last == b)
            })
        {
            return Some(Role::Quota);
        }
        if let Some(validity) = self.left.validity
            && self.reaches(validity, quantity.first, 12)
        {
            return Some(Role::Validity);
        }
        if let Some(duration) = self.left.duration
            && self.reaches(duration, quantity.first, 10)
        {
            return Some(Role::Duration);
        }
        if self.costs(after) || self.is_condition(quantity, lead) {
            return Some(Role::Duration);
        }
        None
    }

    /// Whether another amount of time per day or month begins at an index.
    fn counts_within(&self, at: usize) -> bool {
        super::quantity::read(self.tokens, at).is_some_and(|inner| {
            inner.unit.is_some()
                && !matches!(inner.unit, Some(Unit::WorkingDay))
                && (lexicon::each(self.tokens, inner.last) || inner.amount == Amount::whole(1))
        })
    }

    /// Whether a mark to the left still governs a quantity: near, and nothing new in between.
    fn reaches(&self, mark: Run, to: usize, most: usize) -> bool {
        let between = |at: Option<usize>| at.is_some_and(|at| at >= mark.last);
        to.saturating_sub(mark.last) <= most
            && !between(self.left.comma)
            && !between(self.left.start.map(|run| run.first))
            && !between(self.left.case_then)
    }

    /// Whether money follows: "thời hạn 3 tháng: 50 USD".
    fn costs(&self, after: usize) -> bool {
        const MONEY: [u64; 5] = [key("dong"), key("usd"), key("vnd"), key("d"), key("vn")];
        let number = if self.tokens.sign(after, b':') { after.saturating_add(1) } else { after };
        self.tokens.number(number) && MONEY.contains(&self.tokens.word(number.saturating_add(1)))
    }

    /// Whether the amount is a condition or a habit rather than a limit.
    fn is_condition(&self, quantity: &Quantity, lead: &Lead) -> bool {
        const AFTER: [&[u64]; 16] = [
            &[key("kinh"), key("nghiem")],
            &[key("tuoi")],
            &[key("tro"), key("len")],
            &[key("tro"), key("xuong")],
            &[key("mot"), key("lan")],
            &[key("lien"), key("tuc")],
            &[key("lien"), key("tiep")],
            &[key("lien"), key("ke")],
            &[key("dau"), key("nam")],
            &[key("cuoi"), key("nam")],
            &[key("gan"), key("nhat")],
            &[key("cong"), key("tac")],
            &[key("tiep"), key("theo")],
            &[key("thuc"), key("hoc")],
            &[key("dem")],
            &[key("tien"), key("luong")],
        ];
        const BEFORE: [u64; 8] = [
            key("tren"),
            key("duoi"),
            key("du"),
            key("cu"),
            key("ky"),
            key("tron"),
            key("hon"),
            key("gan"),
        ];
        if AFTER.iter().any(|words| self.tokens.words(quantity.last, words)) {
            return true;
        }
        let Some(before) = quantity.first.checked_sub(1) else {
            return false;
        };
        if lexicon::each(self.tokens, before) {
            return true;
        }
        if self.tokens.word(before) == key("qua") && self.tokens.marked(before, ACUTE) {
            return !lead.limits();
        }
        BEFORE.contains(&self.tokens.word(before)) && !lead.limits()
    }

    /// What a quantity is that is a limit or makes one longer.
    fn role(&self, quantity: &Quantity, lead: &Lead) -> Role {
        let left = &self.left;
        let since = |mark: Option<Run>| {
            mark.filter(|run| {
                run.first >= left.segment && left.colon.is_none_or(|colon| colon < run.first)
            })
        };
        let added = left.add.filter(|add| add.last >= left.taken && add.last <= quantity.first);
        let directly = added.is_some_and(|add| quantity.first.saturating_sub(add.last) <= 6);
        if since(left.lengthen).is_some_and(|run| run.last > left.taken)
            && (lead.is_bounded() || directly || lead.has(key("den")))
        {
            return Role::Extension(if added.is_some() {
                ExtensionMode::Addition
            } else {
                ExtensionMode::Total
            });
        }
        if directly {
            return Role::Extension(ExtensionMode::Addition);
        }
        if let Some(extend) = since(left.extend)
            && quantity.first.saturating_sub(extend.last) <= 24
            && (lead.is_bounded() || lead.has(key("la")))
            && self.may_extend(extend, quantity.first)
        {
            return Role::Extension(ExtensionMode::Addition);
        }
        Role::Limit
    }
}
