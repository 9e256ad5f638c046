//! Any text is read: no panic, places inside the text, and what is printed can be read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use motcua::time_limit::TimeLimit;
use motcua::time_limit::audit::{Published, check, compare};

fuzz_target!(|text: &str| {
    let read = TimeLimit::parse(text);
    for term in &read.limits {
        assert!(text.get(term.span.range()).is_some());
        let phrases = term.case.iter().chain(&term.step).chain(term.event.iter().map(|e| &e.words));
        for phrase in phrases {
            assert!(text.get(phrase.span.range()).is_some());
        }
    }
    for span in &read.unread {
        assert!(text.get(span.range()).is_some_and(|words| !words.is_empty()));
    }
    let _ = read.select(None, None);
    let _ = read.select(Some("c"), Some("online"));
    let _ = serde_json::to_string(&read);
    let _ = check(&Published::of(&read), &read);
    let again = TimeLimit::parse(&read.to_vietnamese());
    let _ = compare(&read, &again);
    assert!(!read.to_english().is_empty());
});
