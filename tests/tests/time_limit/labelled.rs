//! Labelled and published texts, where they are at hand beside the workspace. They are not part of
//! the repository; without them these tests say so and check nothing.

use std::collections::BTreeMap;
use std::path::PathBuf;

use motcua::time_limit::{Amount, Kind, TimeLimit, Unit};
use serde_json::Value;

use super::vectors::nfd;

/// The data file, or nothing with a line that says so.
#[expect(
    clippy::print_stderr,
    reason = "a test that checks nothing must not look like one that did"
)]
pub(super) fn data(name: &str) -> Option<Value> {
    let mut path = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    path.extend(["..", "..", "shared", "data", name]);
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("not run: ../shared/data/{name} is not beside the workspace");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

const AS_IT_IS: &str = "as it is";

/// A text in each of the ways in which people write it.
pub(super) fn forms(text: &str) -> [(&'static str, String); 7] {
    let decomposed = nfd(text);
    let bare = decomposed.replace(|c: char| ('\u{300}'..='\u{36f}').contains(&c), "");
    [
        (AS_IT_IS, text.to_owned()),
        ("NFD", decomposed),
        ("no diacritics", bare.replace('đ', "d").replace('Đ', "D")),
        ("capitals", text.to_uppercase()),
        ("non-breaking spaces", text.replace(' ', "\u{a0}")),
        ("double spaces", text.replace(' ', "  ")),
        ("one word a line", text.replace(' ', "\n")),
    ]
}

fn is_as_labelled(item: &Value, read: &Value, form: &str) -> bool {
    let part = |part: &Value| {
        (
            part["value"].as_f64().unwrap().to_string(),
            part["unit"].clone(),
            part["bound"].clone(),
            part["direction"].as_str().unwrap_or("after").to_owned(),
        )
    };
    let parts = |list: &Value| list.as_array().unwrap().iter().map(part).collect::<Vec<_>>();
    // Words that are kept stay in the form they are read in.
    let names = ["value", "unit", "bound", "mode"].into_iter();
    let mut names = names.chain((form == AS_IT_IS).then_some("when"));
    read["kind"] == item["kind"]
        && parts(&read["limits"]) == parts(&item["parts"])
        && read["cutoff"] == item["cutoff"]
        && read["after_cutoff"] == item["after_cutoff"]
        && (item["clock"].is_null() || read["clock"] == item["clock"])
        && (item["times"].is_null() || read["times"] == item["times"])
        && (item["channel"].is_null() || read["channel"] == item["channel"])
        && names.all(|name| {
            let wanted = &item["extension"][name];
            wanted.is_null()
                || *wanted == read["extension"][name]
                || wanted.as_f64().is_some_and(|n| read["extension"][name].as_f64() == Some(n))
        })
}

#[test]
#[expect(clippy::print_stdout, reason = "the measure is what the test is for")]
fn labelled_texts_are_read_as_labelled_in_each_form() {
    let Some(gold) = data("time_limit_gold.json") else { return };
    let items = gold["items"].as_array().unwrap();
    let mut right: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for item in items {
        for (form, text) in forms(item["text"].as_str().unwrap()) {
            let read = serde_json::to_value(TimeLimit::parse(&text)).unwrap();
            if is_as_labelled(item, &read, form) {
                *right.entry(form).or_default() += 1;
            } else {
                wrong.push(format!("{form}: {text}\n  {read}"));
            }
        }
    }
    println!("labelled texts read as labelled, of {}: {right:?}", items.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Day limits of a text by the plainest rule there is, to choose the rows: digits, perhaps words
/// in brackets, "ngày", perhaps "làm việc".
fn plain_day_limits(text: &str) -> Vec<(Amount, Unit)> {
    let text = text.to_lowercase();
    let mut found = Vec::new();
    for (at, _) in text.match_indices("ngày") {
        let before = text[..at].trim_end();
        let before = match before.strip_suffix(')').and_then(|b| b.rsplit_once('(')) {
            Some((number, _)) => number.trim_end(),
            None => before,
        };
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let (rest, number) = before.split_at(before.len() - digits);
        let after = text[at + "ngày".len()..].trim_start();
        let dated =
            rest.ends_with(['/', '-', '.', ',']) || after.starts_with(|c: char| c.is_ascii_digit());
        if number.is_empty() || dated {
            continue;
        }
        let working = after.starts_with("làm v") || after.starts_with("làm  v");
        let unit = if working { Unit::WorkingDay } else { Unit::Day };
        found.push((number.parse().unwrap(), unit));
    }
    found
}

#[test]
#[expect(clippy::print_stdout, reason = "the measure is what the test is for")]
fn rows_with_one_day_limit_give_it() {
    let Some(rows) = data("time_limit_rows.json") else { return };
    let mut rows_held = 0_u32;
    let mut right = 0_u32;
    for row in rows["rows"].as_array().unwrap() {
        let text = row["text"].as_str().unwrap();
        let field = TimeLimit::parse(row["limit"].as_str().unwrap());
        let [plain] = plain_day_limits(text)[..] else { continue };
        let published: Vec<_> =
            field.limits.iter().filter_map(|t| Some((t.amount, t.unit?))).collect();
        if published != [plain] {
            continue;
        }
        rows_held += 1;
        let read = TimeLimit::parse(text);
        let mut limits = read.limits.iter().map(|term| (term.amount, term.unit));
        if limits.next() == Some((plain.0, Some(plain.1))) && limits.next().is_none() {
            right += 1;
        } else {
            println!("row not read: {text}\n  {}", read.to_vietnamese());
        }
    }
    println!("rows with one day limit: {right} of {rows_held} read");
    assert!(rows_held > 100);
    assert!(f64::from(right) >= 0.995 * f64::from(rows_held));
}

#[test]
fn no_row_yields_a_limit_that_its_text_does_not_hold() {
    let Some(rows) = data("time_limit_rows.json") else { return };
    for row in rows["rows"].as_array().unwrap() {
        let text = row["text"].as_str().unwrap();
        for term in TimeLimit::parse(text).limits {
            let words = &text[term.span.range()];
            let digits = term.amount.whole_part().to_string();
            let next_day = words.to_lowercase().contains("ngày làm việc tiếp theo");
            assert!(words.contains(&digits) || next_day || spelt(words), "{words} in {text}");
        }
    }
}

fn spelt(words: &str) -> bool {
    let words = words.to_lowercase();
    ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
        .iter()
        .any(|word| words.contains(word))
}

#[test]
#[expect(clippy::print_stdout, reason = "the measure is what the test is for")]
fn texts_that_hold_a_limit_are_not_read_as_empty() {
    let Some(texts) = data("time_limit_texts.json") else { return };
    let texts: Vec<&str> =
        texts["texts"].as_array().unwrap().iter().map(|t| t["text"].as_str().unwrap()).collect();
    let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
    let mut holding = 0_u32;
    let mut empty = 0_u32;
    let mut reprinted = 0_u32;
    for text in &texts {
        let read = TimeLimit::parse(text);
        *kinds.entry(read.kind.as_str()).or_default() += 1;
        if holds_a_quantity(text) {
            holding += 1;
            let aside = matches!(
                read.kind,
                Kind::QuotaNotDeadline | Kind::OpeningHours | Kind::ClockTime | Kind::ClockTimes
            );
            if read.limits.is_empty() && read.cutoff.is_none() && !aside {
                empty += 1;
                println!("empty: {text}");
            }
        }
        let again = TimeLimit::parse(&read.to_vietnamese());
        reprinted += u32::from(again.content() == read.content());
        for term in &read.limits {
            assert!(text.get(term.span.range()).is_some_and(|words| !words.is_empty()));
        }
        assert!(read.unread.iter().all(|span| text.get(span.range()).is_some()));
    }
    println!(
        "{} texts, {holding} hold an amount of time, {empty} of these read empty",
        texts.len()
    );
    println!("{reprinted} of {} mean the same when printed and read again", texts.len());
    println!("{kinds:?}");
    assert!(f64::from(empty) <= 0.005 * f64::from(holding));
    assert!(f64::from(reprinted) >= 0.99 * texts.len() as f64);
}

/// Whether digits stand before a unit of time, not in a date.
fn holds_a_quantity(text: &str) -> bool {
    let text = text.to_lowercase();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && c != '/')
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(3).any(|three| {
        let number = three[0].parse::<u32>().is_ok();
        let unit = ["ngày", "giờ", "phút", "tuần"].contains(&three[1]);
        number && unit && !three[2].starts_with(|c: char| c.is_ascii_digit())
    })
}
