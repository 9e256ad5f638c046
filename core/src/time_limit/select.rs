//! The one limit of a text that is to be counted.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::fold::words;
use super::model::{Channel, Kind, Span, Term, TimeLimit};
use super::token::Tokens;
use super::{Limit, MAX_TEXT, TimeLimitError, grammar};
use crate::ClockTime;

impl TimeLimit {
    /// Đọc thời hạn — reads a limit text as officials write it.
    ///
    /// Never fails: what is no limit has a [`Kind`] of its own, what was not understood is listed
    /// in [`unread`](Self::unread), and a contradiction is a [`Kind::Conflict`] with both readings.
    /// The text may be composed or decomposed, in capitals, without diacritics. The work grows
    /// with the length of the text only. One longer than [`MAX_TEXT`] is not read: all of it is
    /// `unread`, and [`select`](Self::select) refuses it.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::time_limit::{Bound, Kind, Limit, TimeLimit};
    ///
    /// let read = TimeLimit::parse("Không quá 05 (năm) ngày làm việc kể từ ngày nhận đủ hồ sơ");
    /// assert_eq!(read.kind, Kind::Deadline);
    /// assert_eq!(read.limits[0].bound, Bound::Max);
    /// assert_eq!(read.select(None, None)?, Limit::working_days(5));
    /// # Ok::<(), motcua::Error>(())
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Self {
        if text.len() <= MAX_TEXT {
            return grammar::parse(text);
        }
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        Self { unread: alloc::vec![Span::new(0, end)], ..Self::default() }
    }

    /// The length of a text that was not read because it is too long.
    fn too_long(&self) -> Option<u32> {
        let [whole] = self.unread.as_slice() else { return None };
        usize::try_from(whole.end).is_ok_and(|end| end > MAX_TEXT).then_some(whole.end)
    }

    /// Giờ chốt — the cut-off hour the text sets of its own, if any.
    #[must_use]
    pub fn cut_off(&self) -> Option<ClockTime> {
        self.cutoff.as_ref().and_then(|cut_off| ClockTime::from_minutes(cut_off.minute))
    }

    /// Chọn thời hạn — the one limit to be counted for a case and a channel.
    ///
    /// `case` is compared with the cases of the text without regard to diacritics and capitals and
    /// may be a part of one; an empty case picks the limit that is given without any. `channel` is
    /// a name such as `online` or words such as "trực tuyến". Limits that differ only in their
    /// words are one. The longest a limit may become by an extension is never picked on its own,
    /// only by the name of its case.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::time_limit::{Limit, TimeLimit};
    ///
    /// let text = "03 ngày làm việc, trường hợp phải xác minh thì không quá 08 ngày làm việc";
    /// let read = TimeLimit::parse(text);
    /// assert!(read.select(None, None).is_err());
    /// assert_eq!(read.select(Some("xác minh"), None)?, Limit::working_days(8));
    /// assert_eq!(read.select(Some(""), None)?, Limit::working_days(3));
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`TimeLimitError::TooLong`] if the text was not read, [`TimeLimitError::NoLimit`] if it
    /// holds none, [`TimeLimitError::Window`] if it holds the most before an event,
    /// [`TimeLimitError::UnitMissing`], [`TimeLimitError::Conflict`],
    /// [`TimeLimitError::Ambiguous`] if several limits stand and nothing picks one,
    /// [`TimeLimitError::UnknownCase`] and [`TimeLimitError::UnknownChannel`] if the text has no
    /// limit for it.
    pub fn select(
        &self,
        case: Option<&str>,
        channel: Option<&str>,
    ) -> Result<Limit, TimeLimitError> {
        if let Some((digits, words)) = self.conflict().and_then(|t| Some((t.amount, t.words?))) {
            return Err(TimeLimitError::Conflict { digits, words });
        }
        if let Some(length) = self.too_long() {
            return Err(TimeLimitError::TooLong { length });
        }
        if self.kind != Kind::UnitMissing && !self.kind.is_limit() {
            return Err(TimeLimitError::NoLimit { kind: self.kind });
        }
        let channel = match channel {
            Some(name) => Some(channel_of(name)?),
            None => None,
        };
        let named = case.is_some_and(|case| !case.is_empty());
        let candidates: Vec<&Term> = self
            .limits
            .iter()
            .filter(|term| !term.extended || named && term.case.is_some())
            .collect();
        let candidates = match channel {
            Some(channel) => by_channel(&candidates, channel)?,
            None => candidates,
        };
        // The day of receipt is the rule; the other limits of such a text are for their cases.
        let whole = self.same_day.is_some() || self.kind == Kind::SameDay;
        if candidates.is_empty() && !whole {
            return Err(TimeLimitError::NoLimit { kind: self.kind });
        }
        let candidates = match case {
            Some("") if whole => return Ok(Limit::SameDay),
            None if whole && candidates.is_empty() => return Ok(Limit::SameDay),
            None if whole => return Err(self.ambiguous(&candidates)),
            None => candidates,
            Some(case) => by_case(&candidates, case)?,
        };
        if let Some(lost) = candidates.iter().find(|term| term.unit.is_none()) {
            return Err(TimeLimitError::UnitMissing { amount: lost.amount });
        }
        let measured = |term: &&Term| Some((term.measure()?, term.is_window()));
        let mut limits = candidates.iter().filter_map(measured);
        let Some(first) = limits.next() else {
            return Err(TimeLimitError::NoLimit { kind: self.kind });
        };
        if limits.any(|limit| limit != first) {
            return Err(self.ambiguous(&candidates));
        }
        match first {
            (limit, false) => Ok(limit),
            (window, true) => Err(TimeLimitError::Window { window }),
        }
    }

    fn ambiguous(&self, candidates: &[&Term]) -> TimeLimitError {
        let mut choices = String::new();
        let mut add = |choice: &str| {
            if !choices.is_empty() {
                choices.push_str("; ");
            }
            choices.push_str(choice);
        };
        if self.same_day.is_some() {
            add(&Limit::SameDay.to_string());
        }
        for term in candidates {
            let Some(limit) = term.measure() else { continue };
            let case = term.case.as_ref().or(term.step.as_ref()).map(|case| case.text.as_str());
            add(&match case {
                Some(case) => alloc::format!("{limit} ({case})"),
                None if term.channels.is_empty() => limit.to_string(),
                None => alloc::format!("{limit} ({})", term.channels),
            });
        }
        TimeLimitError::Ambiguous { choices }
    }
}

/// The limits for a channel: those that name it, or else those that name none.
fn by_channel<'a>(terms: &[&'a Term], channel: Channel) -> Result<Vec<&'a Term>, TimeLimitError> {
    let pick = |test: &dyn Fn(&Term) -> bool| -> Vec<&'a Term> {
        terms.iter().copied().filter(|term| test(term)).collect()
    };
    let named = pick(&|term| term.channels.contains(channel));
    if !named.is_empty() {
        return Ok(named);
    }
    let silent = pick(&|term| term.channels.is_empty());
    if silent.is_empty() && !terms.is_empty() {
        return Err(TimeLimitError::UnknownChannel { channel: channel.as_str().into() });
    }
    Ok(silent)
}

/// The limits for a case: the one of that very name, else those whose name holds it.
fn by_case<'a>(terms: &[&'a Term], case: &str) -> Result<Vec<&'a Term>, TimeLimitError> {
    let wanted = words(case);
    let name = |term: &Term| term.case.as_ref().map(|case| words(&case.text)).unwrap_or_default();
    let pick = |test: &dyn Fn(&str) -> bool| -> Vec<&'a Term> {
        terms.iter().copied().filter(|term| test(&name(term))).collect()
    };
    let exact = pick(&|name| name == wanted);
    if !exact.is_empty() {
        return Ok(exact);
    }
    let within = pick(&|name| !wanted.is_empty() && holds(name, &wanted));
    if !within.is_empty() {
        return Ok(within);
    }
    // A text with one limit for all cases holds for any.
    if let [only] = terms
        && only.case.is_none()
    {
        return Ok(terms.to_vec());
    }
    Err(TimeLimitError::UnknownCase { case: case.into() })
}

/// Whether a text holds another, in one pass over both (Knuth, Morris and Pratt). The searcher of
/// the standard library brings all its tables for the messages of its panics along.
fn holds(text: &str, part: &str) -> bool {
    let part = part.as_bytes();
    // For each length of a beginning of `part`, how long a shorter one ends it too.
    let mut borders: Vec<usize> = Vec::with_capacity(part.len());
    borders.push(0);
    let follow = |borders: &[usize], mut matched: usize, byte: u8| loop {
        if part.get(matched) == Some(&byte) {
            return matched.saturating_add(1);
        }
        let Some(last) = matched.checked_sub(1) else { return 0 };
        matched = borders.get(last).copied().unwrap_or(0);
    };
    for byte in part.iter().skip(1) {
        let border = follow(&borders, borders.last().copied().unwrap_or(0), *byte);
        borders.push(border);
    }
    let mut matched = 0;
    part.is_empty()
        || text.bytes().any(|byte| {
            matched = follow(&borders, matched, byte);
            matched == part.len()
        })
}

/// The channel that a name or words mean.
pub(super) fn channel_of(name: &str) -> Result<Channel, TimeLimitError> {
    use super::lexicon::{self, Mark};
    if let Some(channel) = Channel::ALL.into_iter().find(|channel| channel.as_str() == name) {
        return Ok(channel);
    }
    let tokens = Tokens::of(name);
    (0..tokens.len())
        .find_map(|at| match lexicon::read(&tokens, at) {
            Some((Mark::Online, _)) => Some(Channel::Online),
            Some((Mark::Post, _)) => Some(Channel::Post),
            Some((Mark::InPerson, _)) => Some(Channel::InPerson),
            _ => None,
        })
        .ok_or_else(|| TimeLimitError::UnknownChannel { channel: name.into() })
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn a_text_holds_what_the_standard_library_finds() {
        let texts = ["", "a", "aa", "ab", "aab", "aba", "abab", "abac", "aabaaab", "ababac", "cab"];
        for text in texts.iter().chain(&["aaaabaaab", "abababac", "xac minh"]) {
            for part in texts {
                assert_eq!(holds(text, part), text.contains(part), "{text}: {part}");
            }
        }
    }
}
