//! Cutting words out of the text.

use alloc::string::String;

use super::Run;
use crate::time_limit::fold::{CIRCUMFLEX, DOT, Folded, GRAVE, HOOK, HORN, both, fold, key};
use crate::time_limit::model::Span;
use crate::time_limit::token::{Shape, Token, Tokens};

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
    const JOINING: [u32; 9] = [
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
    // "a)", "2." before a label are its number, not its words.
    let number = run.first.saturating_add(1);
    if number < run.last
        && tokens.sign(number, b')')
        && tokens.get(run.first).is_some_and(|t| t.shape != Shape::Sign)
    {
        run.first = number.saturating_add(1);
    } else if tokens.sign(number.saturating_add(1), b')')
        && tokens.get(number).is_some_and(|t| t.shape == Shape::Number && t.glued)
        && tokens.get(run.first).is_some_and(|t| t.shape == Shape::Word)
    {
        run.first = number.saturating_add(2).min(run.last);
    }
    let joins =
        |t: &Token| t.shape == Shape::Sign && !t.is_sign(b'(') || JOINING.contains(&t.word());
    let stays = |at: &usize| !tokens.get(*at).is_some_and(joins);
    run.first = (run.first..run.last).find(stays).unwrap_or(run.last);
    let count = |sign: u8| (run.first..run.last).filter(|at| tokens.sign(*at, sign)).count();
    let mut unopened = count(b')').saturating_sub(count(b'('));
    while run.first < run.last {
        let back = run.last.saturating_sub(1);
        if unopened > 0 && tokens.sign(back, b')') {
            unopened = unopened.saturating_sub(1);
            run.last = back;
            continue;
        }
        let joins = tokens.get(back).is_some_and(|t| {
            t.shape == Shape::Sign && !t.is_sign(b')')
                || JOINING.get(..5).is_some_and(|words| words.contains(&t.word()))
        });
        if !joins {
            break;
        }
        run.last = back;
    }
    run
}

/// Whether the words at an index name an agency.
pub(super) fn is_agency(text: &str, tokens: &Tokens, at: usize) -> bool {
    const AGENCIES: [(u32, u8); 16] = [
        (key("so"), both(HORN, HOOK)),
        (key("ubnd"), 0),
        (key("uy"), HOOK),
        (key("bo"), both(CIRCUMFLEX, DOT)),
        (key("cuc"), DOT),
        (key("chi"), 0),
        (key("phong"), GRAVE),
        (key("cong"), CIRCUMFLEX),
        (key("thu"), HOOK),
        (key("ban"), 0),
        (key("van"), GRAVE),
        (key("tong"), both(CIRCUMFLEX, HOOK)),
        (key("chu"), HOOK),
        (key("trung"), 0),
        (key("ngan"), CIRCUMFLEX),
        (key("hoi"), both(CIRCUMFLEX, DOT)),
    ];
    if tokens.words(at, &[key("co"), key("quan")]) {
        return true;
    }
    let Some(token) = tokens.get(at) else {
        return false;
    };
    let capital = text
        .get(Span::new(token.start, token.end).range())
        .and_then(|word| word.chars().next())
        .is_some_and(|first| matches!(fold(first), Folded::Letter(_, _, true)));
    capital
        && AGENCIES.iter().any(|(name, marks)| token.is_word(*name) && tokens.marked(at, *marks))
}

/// Whether a label names a step of the work, not a case: "Thời hạn thẩm định", "Bước 2", an
/// agency.
pub(super) fn is_step(text: &str, tokens: &Tokens, at: usize) -> bool {
    tokens.words(at, &[key("thoi"), key("han")])
        || tokens.words(at, &[key("thoi"), key("gian")])
        || tokens.word(at) == key("buoc")
        || tokens.word(at) == key("tai")
        || is_agency(text, tokens, at)
}
