//! Numbers that are parts of a limit, or that have lost their unit.

use super::lead::Lead;
use super::{Piece, Quantity, Reader, Run, words};
use crate::time_limit::fold::key;
use crate::time_limit::model::{Bound, Share, Term};
use crate::time_limit::{Amount, Direction, Unit, unit};

impl Reader<'_> {
    /// A number without a unit: how many times, a share, or a limit that has lost its unit.
    pub(super) fn bare_number(&mut self, index: usize, quantity: &Quantity, lead: &Lead) {
        const LAN: u32 = key("lan");
        const MOST: Amount = Amount::whole(1_000);
        let run = Run { first: quantity.first, last: quantity.last };
        let amount = quantity.amount;
        if self.tokens.word(quantity.last) == LAN {
            if amount.is_whole()
                && let Ok(times) = u16::try_from(amount.whole_part())
            {
                self.times(times, Run { first: run.first, last: run.last.saturating_add(1) });
            }
            return;
        }
        if self.in_shares {
            // Only at the end of a share: "Sở Y tế 06, UBND tỉnh 04".
            if self.closes(quantity.last) {
                self.share(index, quantity, lead);
            }
            return;
        }
        let floor = self.left.segment.max(self.left.taken);
        if let Some(unit) = self.unit_before(floor, run) {
            let mut term = Term::new(amount, Some(unit));
            term.span = self.span(run);
            self.out.limits.push(term);
            self.read.push(Run { first: floor, last: run.last });
            self.left.taken = run.last;
            return;
        }
        let alone = run.first == 0 && self.ends(run.last);
        let headed = self.closes(quantity.last)
            && (lead.limits()
                || self.left.colon == run.first.checked_sub(1)
                    && (self.left.time.is_some() || self.is_channel_label(floor, run.first)));
        if (alone || headed) && amount <= MOST {
            let mut term = Term::new(amount, None);
            term.lower = quantity.lower;
            term.words = quantity.words;
            term.bound = lead.bound(Direction::After);
            term.span = self.span(run);
            let mut read = Run { first: lead.first, last: run.last };
            self.left_case(lead, &mut term, &mut read);
            self.aside.missing.push((term, read));
            self.left.taken = self.left.taken.max(run.last);
        }
    }

    /// Whether the label of a number names channels only: "Trực tiếp: 7".
    fn is_channel_label(&self, floor: usize, number: usize) -> bool {
        let label = Run { first: floor, last: number.saturating_sub(1) };
        label.last.saturating_sub(label.first) <= 12
            && !self.channels(label).is_empty()
            && self.names_channels_only(label)
    }

    /// The unit of a number that stands before it in a label: "Số ngày làm việc: 24".
    fn unit_before(&self, floor: usize, number: Run) -> Option<Unit> {
        const SO: u32 = key("so");
        let colon = number.first.checked_sub(1).filter(|at| self.tokens.sign(*at, b':'))?;
        let from = colon.saturating_sub(8).max(floor);
        let so = (from..colon).find(|at| self.tokens.word(*at) == SO)?;
        let (unit, _) = unit::read(self.tokens, so.saturating_add(1))?;
        (self.closes(number.last) && unit != Unit::Year).then_some(unit)
    }

    /// Whether a quantity that ends at an index is followed by the end of its clause.
    fn closes(&self, at: usize) -> bool {
        const ENDS: [u8; 5] = [b'.', b';', b',', b')', b'|'];
        const VA: u32 = key("va");
        self.tokens.get(at).is_none_or(|token| {
            ENDS.iter().any(|sign| token.is_sign(*sign)) || self.in_shares && token.is_word(VA)
        })
    }

    /// "20 ngày hoặc 40 ngày ..., kể từ": what is said once holds for both.
    pub(super) fn share_with_previous(&mut self, lead: &Lead, term: &mut Term) {
        const VA: u32 = key("va");
        const HOAC: u32 = key("hoac");
        let Some(before) = lead.first.checked_sub(1) else { return };
        let joined = matches!(self.tokens.word(before), VA | HOAC);
        // "30 ngày (40 ngày đối với X), kể từ": in brackets as well.
        let bracket = self.tokens.sign(before, b'(');
        let near = before.saturating_sub(self.left.taken) <= 1;
        if !(joined || bracket) || !near || before < self.left.taken {
            return;
        }
        let Some(previous) = self.out.limits.last_mut() else { return };
        if previous.direction != term.direction {
            return;
        }
        if previous.event.is_none() {
            previous.event.clone_from(&term.event);
        }
        if term.bound == Bound::Exact && previous.bound == Bound::Max {
            term.bound = Bound::Max;
        }
    }

    /// The share of an agency: its name stands before the number, that of a part after it.
    pub(super) fn share(&mut self, index: usize, quantity: &Quantity, lead: &Lead) {
        const OPENING: [u32; 4] = [key("trong"), key("do"), key("bao"), key("gom")];
        let run = Run { first: quantity.first, last: quantity.last };
        let floor = self.left.segment.max(self.left.taken);
        let mut name = words::trimmed(self.tokens, Run { first: floor, last: lead.first });
        let mut last = run.last;
        // "(trong đó: Sở Y tế": the name begins after what opens the list.
        while name.first < name.last {
            let word = self.tokens.word(name.first);
            if word != 0 && !OPENING.contains(&word) {
                break;
            }
            name.first = name.first.saturating_add(1);
        }
        if name.first >= name.last {
            last = self.part_end(index.saturating_add(1));
            name = words::trimmed(self.tokens, Run { first: run.last, last });
        }
        let total = self.out.limits.last().and_then(|term| term.unit);
        let mut share = Share::new(self.words(name), quantity.amount, quantity.unit.or(total));
        share.span = self.span(run);
        if name.first < name.last {
            self.out.shares.push(share);
            let first = floor.min(run.first);
            self.read.push(Run { first, last: name.last.max(run.last) });
        }
        self.left.taken = last.max(run.last);
    }

    /// Where the name of a part ends: at the next number, sign or end.
    fn part_end(&self, item: usize) -> usize {
        let ends = |piece: &Piece| {
            matches!(
                piece,
                Piece::Quantity(_) | Piece::Comma | Piece::Close | Piece::Stop | Piece::And
            )
        };
        let next = self.items.get(item..).unwrap_or_default();
        next.iter().find(|next| ends(&next.piece)).map_or(self.tokens.len(), |next| next.first)
    }
}
