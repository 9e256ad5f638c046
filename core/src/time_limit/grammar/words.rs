//! Cutting words out of the text.

use alloc::string::String;

use super::Run;
use crate::time_limit::fold::key;
use crate::time_limit::token::{Shape, Tokens};

/// The words with one space between them.
pub(super) fn single_spaced(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// Takes signs and joining words off both ends.
pub(super) fn trimmed(tokens: &Tokens, run: Run) -> Run {
    const JOINING: [u64; 9] = [
        key("va"),
        key("hoac"),
        key("con"),
        key("la"),
        key("thi"),
        key("trong"),
        key("do"),
        key("nhung"),
        key("cho"),
    ];
    let mut run = run;
    while run.first < run.last
        && tokens
            .get(run.first)
            .is_some_and(|t| t.shape == Shape::Sign && !t.is_sign(b'(') || JOINING.contains(&t.key))
    {
        run.first = run.first.saturating_add(1);
    }
    while run.first < run.last {
        let back = run.last.saturating_sub(1);
        let joins = tokens.get(back).is_some_and(|t| {
            t.shape == Shape::Sign && !t.is_sign(b')')
                || JOINING.get(..5).is_some_and(|words| words.contains(&t.key))
        });
        if !joins {
            break;
        }
        run.last = back;
    }
    run
}
