//! Reads the pieces of a text from left to right into a [`TimeLimit`].
//!
//! One pass: what stands before a quantity is remembered as marks, what stands after it is walked
//! over once and not again, so that the work grows with the text only.

mod context;
mod finish;
mod lead;
mod share;
mod words;

use alloc::vec::Vec;

use super::fold::{ACUTE, GRAVE, HORN, both, key};
use super::lexicon::{self, Mark};
use super::model::{
    Cutoff, CutoffEffect, Extension, ExtensionMode, Pause, Phrase, Span, Term, TimeLimit,
};
use super::quantity::Quantity;
use super::scan::{Clock, Item, Piece, Side, scan};
use super::token::Tokens;
use super::{Amount, Direction, Unit};
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
        outer: Vec::new(),
        depth: 0,
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
    /// The first comma after the case mark, or the first behind which something new begins. Commas
    /// before the mark are noted as well, until it comes; nobody asks for them without a case.
    case_comma: Option<usize>,
    /// That comma surely ends the case.
    case_ended: bool,
    /// The first "thì" after the case mark.
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
    times: Option<u16>,
    /// An extension was read in this segment.
    extended: bool,
    /// ... or in the one before a semicolon.
    goes_on_extending: bool,
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
    /// What stood before each bracket that is open, and how many are.
    outer: Vec<Left>,
    depth: usize,
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
                    self.case_comma(&item);
                }
                Piece::Colon if !taken => self.left.colon = Some(item.first),
                Piece::Open => self.open(&item),
                Piece::Close => self.close(),
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

    /// Remembers what stands before a bracket.
    fn open(&mut self, item: &Item) {
        // Brackets in brackets beyond this are not met in real texts; they are read as one.
        const DEEPEST: usize = 8;
        self.depth = self.depth.saturating_add(1);
        // "07 ngày làm việc (Sở Nội vụ: 03 ngày; UBND xã: 04 ngày)".
        self.in_shares |= !self.out.limits.is_empty()
            && self.left.taken == item.first
            && words::is_agency(self.text, self.tokens, item.last);
        if self.outer.len() < DEEPEST {
            self.outer.push(self.left);
        }
    }

    /// Forgets what stood inside brackets: it governs nothing after them.
    fn close(&mut self) {
        self.in_shares = false;
        let Some(depth) = self.depth.checked_sub(1) else { return };
        self.depth = depth;
        if depth < self.outer.len()
            && let Some(outer) = self.outer.pop()
        {
            let taken = self.left.taken;
            self.left = Left { taken: outer.taken.max(taken), ..outer };
        }
    }

    /// Ends a segment: what stood in it reaches no further.
    fn stop(&mut self, item: &Item) {
        let no_reply = self.left.no_reply;
        let extended = self.left.extended;
        self.left =
            Left { segment: item.last, taken: self.left.taken.max(item.last), ..Left::default() };
        // Silence and what it means stand in one sentence, but a semicolon may part them:
        // "... không trả lời; khi đó coi như đồng ý".
        if self.tokens.sign(item.first, b';') {
            self.left.no_reply = no_reply;
            self.left.goes_on_extending = extended;
        } else if !self.tokens.sign(item.first, b'-') && !self.tokens.sign(item.first, b'+') {
            self.in_shares = false;
        }
        self.last_backward = None;
    }

    /// Notes the comma that ends a case: the first, or the first that begins something new.
    fn case_comma(&mut self, item: &Item) {
        if self.left.case_ended {
            return;
        }
        if self.begins_anew(item.last) {
            self.left.case_comma = Some(item.first);
            self.left.case_ended = true;
        } else if self.left.case_comma.is_none() {
            self.left.case_comma = Some(item.first);
        }
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
                let within = self.tokens.word(run.first) == key("trong")
                    || run.first.checked_sub(1).map_or(0, |b| self.tokens.word(b)) == key("vao");
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
            Mark::Hours => self.aside.spans_of_day.push(run),
            Mark::Pause => self.left.pause = true,
            Mark::Once => self.times(1, run),
            Mark::Nothing => self.aside.nothing.push(run),
            Mark::Quota => self.aside.quotas.push(run),
            Mark::Exclude | Mark::ExcludedFrom if !taken => self.exclude(index, mark, run),
            Mark::OfWhich => self.in_shares = !self.out.limits.is_empty(),
            // "(bao gồm 20 ngày ... và 10 ngày ...)": parts of the limit before.
            Mark::Parts => {
                let number = self.items.get(index.saturating_add(1));
                self.in_shares = !self.out.limits.is_empty()
                    && number.is_some_and(|next| {
                        next.first == run.last && matches!(next.piece, Piece::Quantity(_))
                    });
            }
            _ if taken => {}
            Mark::Case => {
                self.left.case = Some(run);
                self.left.case_comma = None;
                self.left.case_ended = false;
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
            Mark::UpTo
            | Mark::Online
            | Mark::Post
            | Mark::InPerson
            | Mark::Must
            | Mark::Passing
            | Mark::Exclude
            | Mark::ExcludedFrom
            | Mark::With => {}
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
            // "hàng năm" after the day and month is part of the date.
            let yearly = self.tokens.words(run.last, &[key("hang"), key("nam")]);
            let last = run.last.saturating_add(if yearly { 2 } else { 0 });
            self.aside.date.get_or_insert(Run { first: run.first, last });
        }
    }

    /// Notes how many times something may be done.
    fn times(&mut self, times: u16, run: Run) {
        if self.left.pause {
            let span = self.span(run);
            self.out.pause.get_or_insert(Pause { times, span });
            self.read.push(run);
            return;
        }
        if self.left.extend.is_some() || self.left.lengthen.is_some() {
            self.left.times = Some(times);
            // "... thêm 5 ngày, không quá 2 lần": the number of times may stand after.
            let last = self.out.further_extensions.last_mut().or(self.out.extension.as_mut());
            if let Some(extension) = last.filter(|_| self.left.extended)
                && extension.times.is_none()
            {
                extension.times = Some(times);
                self.left.times = None;
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
        let start = self.tokens.start(run.first);
        Span::new(start, self.tokens.end(run.last).max(start))
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
        if quantity.unit.is_none() {
            self.bare_number(index, quantity, &lead);
            return;
        }
        let mut term = Term::new(quantity.amount, quantity.unit);
        term.lower = quantity.lower;
        term.words = quantity.words;
        term.span = self.span(run);
        if self.in_shares {
            self.share(index, quantity, &lead);
            return;
        }
        if let Some(role) = self.aside_role(quantity, &lead) {
            term.bound = lead.bound(Direction::After);
            self.put_aside(role, term, Run { first: lead.first, last: run.last });
            return;
        }
        let role = self.role(quantity, &lead);
        let mut read = Run { first: lead.first, last: run.last };
        if let Some(from) = run.first.checked_sub(1)
            && quantity.lower.is_some()
            && self.tokens.word(from) == key("tu")
        {
            read.first = read.first.min(from);
        }
        self.describe(index, quantity, &lead, &mut term, &mut read);
        if matches!(role, Role::Extension(_)) {
            self.occasion(floor, &mut term);
        }
        self.share_with_previous(&lead, &mut term);
        self.read.push(read);
        self.place(role, term, run);
        let keep = Left {
            segment: self.left.segment,
            taken: self.left.taken.max(read.last).max(run.last),
            extend: self.left.extend,
            lengthen: self.left.lengthen,
            no_reply: self.left.no_reply,
            opening: self.left.opening,
            pause: self.left.pause,
            extended: matches!(role, Role::Extension(_)),
            ..Left::default()
        };
        self.left = keep;
    }

    fn place(&mut self, role: Role, mut term: Term, run: Run) {
        match role {
            Role::Limit => self.out.limits.push(term),
            Role::Extension(mode) => {
                let mut extension = Extension::new(mode, term.amount, term.unit);
                extension.bound = term.bound;
                extension.when.clone_from(&term.case);
                extension.span = term.span;
                extension.times = self.left.times.take();
                match self.out.extension {
                    None => self.out.extension = Some(extension),
                    Some(_) => self.out.further_extensions.push(extension),
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
            const UNITS: [u32; 5] =
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
            && mark.first >= self.left.taken
            && !between(self.left.comma)
            && !between(self.left.start.map(|run| run.first))
            && !between(self.left.case_then)
    }

    /// Whether money follows: "thời hạn 3 tháng: 50 USD".
    fn costs(&self, after: usize) -> bool {
        const MONEY: [u32; 5] = [key("dong"), key("usd"), key("vnd"), key("d"), key("vn")];
        let number = if self.tokens.sign(after, b':') { after.saturating_add(1) } else { after };
        self.tokens.number(number) && MONEY.contains(&self.tokens.word(number.saturating_add(1)))
    }

    /// Whether the amount is a condition or a habit rather than a limit.
    fn is_condition(&self, quantity: &Quantity, lead: &Lead) -> bool {
        const AFTER: [&[u32]; 16] = [
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
        const BEFORE: [u32; 8] = [
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
        let from = self.tokens.word(before) == key("tu")
            && self.tokens.marked(before, both(HORN, GRAVE))
            && quantity.lower.is_none();
        (from || BEFORE.contains(&self.tokens.word(before))) && !lead.limits()
    }

    /// What a quantity is that is a limit or makes one longer.
    fn role(&self, quantity: &Quantity, lead: &Lead) -> Role {
        let left = &self.left;
        let since =
            |mark: Option<Run>| mark.filter(|run| left.colon.is_none_or(|colon| colon < run.first));
        let added = left.add.filter(|add| add.last >= left.taken && add.last <= quantity.first);
        let directly = added.is_some_and(|add| quantity.first.saturating_sub(add.last) <= 6);
        if since(left.lengthen).is_some_and(|run| run.last > left.taken)
            && (lead.is_bounded() || directly || lead.has(key("den")) || lead.has(key("thanh")))
        {
            return Role::Extension(if added.is_some() {
                ExtensionMode::Addition
            } else {
                ExtensionMode::Total
            });
        }
        // "... gia hạn không quá 30 ngày; đối với vụ việc phức tạp thì không quá 60 ngày".
        let same = left.goes_on_extending && left.case_then.is_some() && left.time.is_none();
        if same && lead.is_bounded() {
            let last = self.out.further_extensions.last().or(self.out.extension.as_ref());
            return Role::Extension(last.map_or(ExtensionMode::Addition, |last| last.mode));
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
