//! What the reader makes of many texts, pinned: a reading that changes anywhere is seen and has to be
//! looked at. It does not say that a reading is right; the vectors and labelled texts do.
//!
//! The texts are those of the vectors, each in seven forms, without each of its words, and with words of
//! the others put in, left out and exchanged; and the published ones where they are at hand. Each run writes all readings to `target/readings.txt`: run
//! it before and after a change, and compare.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use motcua::time_limit::TimeLimit;
use motcua::time_limit::audit::{Published, check, compare};
use serde_json::Value;

use super::labelled::{data, forms};

/// How often each text is edited.
const EDITS: usize = 50;

/// 64-bit FNV-1a, which is the same on every machine and with every compiler.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// All that can be asked of a text.
fn told(text: &str, before: &TimeLimit, out: &mut String) -> TimeLimit {
    let read = TimeLimit::parse(text);
    writeln!(out, "{text:?}\n  {}", serde_json::to_string(&read).unwrap()).unwrap();
    writeln!(out, "  {}\n  {}", read.to_vietnamese(), read.to_english()).unwrap();
    writeln!(out, "  {:?} {:?}", read.cut_off(), read.select(None, None)).unwrap();
    for channel in ["online", "in_person", "post"] {
        writeln!(out, "  {channel}: {:?}", read.select(None, Some(channel))).unwrap();
    }
    for case in read.limits.iter().filter_map(|term| term.case.as_ref()) {
        writeln!(out, "  {}: {:?}", case.text, read.select(Some(&case.text), None)).unwrap();
    }
    let published = Published::of(&read);
    writeln!(out, "  {published:?} {:?}", check(&Published::of(before), &read)).unwrap();
    writeln!(out, "  {:?} {:?}", check(&published, &read), compare(before, &read)).unwrap();
    read
}

/// Numbers from a fixed seed.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

/// The words of a text with one to three of them changed.
fn edited<'a>(words: &[&'a str], others: &[&'a str], numbers: &mut Numbers) -> String {
    let mut words = words.to_vec();
    for _ in 0..=numbers.below(3) {
        let (at, other) = (numbers.below(words.len()), others[numbers.below(others.len())]);
        match numbers.below(4) {
            0 if words.len() > 1 => drop(words.remove(at)),
            0 | 1 => words.insert(at, other),
            2 => words[at] = other,
            _ => words.swap(at, 0),
        }
    }
    words.join(" ")
}

/// The readings of a text in all its forms, without each of its words, and edited.
fn readings(text: &str, others: &[&str], before: &mut TimeLimit) -> String {
    let mut out = String::new();
    for (form, text) in forms(text) {
        writeln!(out, "{form}:").unwrap();
        let read = told(&text, before, &mut out);
        *before = read;
    }
    let words: Vec<&str> = text.split(' ').collect();
    for left_out in 0..words.len() {
        let mut fewer = words.clone();
        fewer.remove(left_out);
        let read = told(&fewer.join(" "), before, &mut out);
        *before = read;
    }
    let mut numbers = Numbers(fingerprint(text));
    for _ in 0..EDITS {
        let read = told(&edited(&words, others, &mut numbers), before, &mut out);
        *before = read;
    }
    out
}

#[test]
fn readings_are_those_that_were_looked_at() {
    let file: Value = serde_json::from_str(include_str!("../../vectors/time_limit.json")).unwrap();
    let mut before = TimeLimit::default();
    let (mut all, mut prints) = (String::new(), Vec::new());
    let cases = file["cases"].as_array().unwrap();
    let texts = cases.iter().map(|case| case["given"]["text"].as_str().unwrap());
    let others: Vec<&str> = texts.flat_map(|text| text.split(' ')).collect();
    for case in cases {
        let (id, text) = (case["id"].as_str().unwrap(), case["given"]["text"].as_str().unwrap());
        let told = readings(text, &others, &mut before);
        prints.push((id.to_owned(), fingerprint(&told)));
        all.push_str(&told);
    }
    if let Some(rows) = data("time_limit_rows.json") {
        let mut out = String::new();
        for row in rows["rows"].as_array().unwrap() {
            before = told(row["text"].as_str().unwrap(), &before, &mut out);
            before = told(row["limit"].as_str().unwrap(), &before, &mut out);
        }
        prints.push(("published".to_owned(), fingerprint(&out)));
        all.push_str(&out);
    }
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    fs::create_dir_all(root.join("target")).unwrap();
    fs::write(root.join("target/readings.txt"), all).unwrap();

    let pinned = root.join("tests/tests/time_limit/readings.txt");
    let line = |(id, print): &(String, u64)| format!("{print:016x} {id}\n");
    if std::env::var_os("UPDATE_READINGS").is_some() {
        fs::write(&pinned, prints.iter().map(line).collect::<String>()).unwrap();
    }
    let known = fs::read_to_string(&pinned).unwrap();
    let changed: Vec<&str> = prints
        .iter()
        .filter(|print| !known.contains(&line(print)))
        .map(|(id, _)| id.as_str())
        .collect();
    assert!(
        changed.is_empty(),
        "readings changed; see target/readings.txt of before and now, and renew them with \
         UPDATE_READINGS=1 where each is right: {changed:?}"
    );
}
