//! The vectors of `tests/vectors/time_limit.json`, each text also decomposed and in capitals.

use std::collections::HashSet;
use std::fmt::Write as _;

use motcua::time_limit::TimeLimit;
use serde_json::Value;

/// How many vectors the file holds; a lost one is noticed.
const COUNT: usize = 213;

#[test]
fn vectors_are_read_as_expected() {
    let file = include_str!("../../vectors/time_limit.json");
    let file: Value = serde_json::from_str(file).unwrap();
    assert_eq!(file["schema"], 1);
    let cases = file["cases"].as_array().unwrap();
    let mut ids = HashSet::new();
    let mut faults = String::new();
    for case in cases {
        let id = case["id"].as_str().unwrap();
        assert!(ids.insert(id), "{id} twice");
        let text = case["given"]["text"].as_str().unwrap();
        for (form, text) in
            [("as it is", text.to_owned()), ("capitals", text.to_uppercase()), ("nfd", nfd(text))]
        {
            let reading = TimeLimit::parse(&text);
            let read = serde_json::to_value(&reading).unwrap();
            // Kept words keep their capitals.
            let folded = form != "as it is";
            let fault = match (&case["error"], case["expect"].is_object()) {
                (Value::String(code), _) => match reading.select(None, None) {
                    Err(error) if error.kind().as_str() == code => None,
                    other => Some(format!("{other:?} instead of {code}")),
                },
                (_, true) => holds(&case["expect"], &read, folded).err(),
                _ => Some("neither `expect` nor `error`".to_owned()),
            };
            if let Some(fault) = fault {
                writeln!(faults, "{id} ({form}): {fault}\n  {text}\n  {read}").unwrap();
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
    assert_eq!(cases.len(), COUNT);
}

/// Whether every member that is expected is there; members that are not named are not looked at.
fn holds(expect: &Value, read: &Value, folded: bool) -> Result<(), String> {
    match (expect, read) {
        (Value::Object(members), Value::Object(_)) => {
            members.iter().try_for_each(|(name, value)| {
                holds(value, &read[name], folded).map_err(|fault| format!("{name}: {fault}"))
            })
        }
        (Value::Array(items), Value::Array(others)) => {
            if items.len() != others.len() {
                return Err(format!("{} items, not {}", others.len(), items.len()));
            }
            items.iter().zip(others).try_for_each(|(item, other)| holds(item, other, folded))
        }
        (Value::String(_), Value::String(_)) if folded && expect != read => {
            // Names are the same in every form; words differ by capitals and composition only.
            let name = expect.as_str().is_some_and(str::is_ascii);
            if name { Err(format!("{read} instead of {expect}")) } else { Ok(()) }
        }
        _ if number(expect) == number(read) && (expect == read || number(expect).is_some()) => {
            Ok(())
        }
        _ => Err(format!("{read} instead of {expect}")),
    }
}

fn number(value: &Value) -> Option<String> {
    value.as_f64().map(|number| number.to_string())
}

/// The text with the common Vietnamese letters taken apart.
pub(crate) fn nfd(text: &str) -> String {
    const LETTERS: [(&str, &str); 12] = [
        ("aàáảãạ", "a"),
        ("âầấẩẫậ", "a\u{302}"),
        ("ăằắẳẵặ", "a\u{306}"),
        ("eèéẻẽẹ", "e"),
        ("êềếểễệ", "e\u{302}"),
        ("iìíỉĩị", "i"),
        ("oòóỏõọ", "o"),
        ("ôồốổỗộ", "o\u{302}"),
        ("ơờớởỡợ", "o\u{31b}"),
        ("uùúủũụ", "u"),
        ("ưừứửữự", "u\u{31b}"),
        ("yỳýỷỹỵ", "y"),
    ];
    const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"];
    let mut out = String::new();
    for c in text.chars() {
        let small = c.to_lowercase().next().unwrap();
        let found = LETTERS.iter().find_map(|(row, base)| {
            let tone = row.chars().position(|letter| letter == small)?;
            Some((base, TONES[tone]))
        });
        match found {
            Some((base, tone)) => {
                let mut letters = base.chars();
                let first = letters.next().unwrap();
                out.push(if c == small { first } else { first.to_ascii_uppercase() });
                out.extend(letters);
                out.push_str(tone);
            }
            None => out.push(c),
        }
    }
    out
}

#[test]
fn the_decomposed_form_is_really_decomposed() {
    assert_eq!(nfd("Ngày đủ hồ"), "Nga\u{300}y đu\u{309} ho\u{302}\u{300}");
}
