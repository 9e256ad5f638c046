//! What the reader makes of many texts, pinned: a reading that changes anywhere is seen and has to be
//! looked at. It does not say that a reading is right; the vectors and labelled texts do.
//!
//! The texts are those of the vectors, each in seven forms and once without each of its words, and the
//! published ones where they are at hand. Each run writes all readings to `target/readings.txt`: run
//! it before and after a change, and compare.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use motcua::time_limit::TimeLimit;
use motcua::time_limit::audit::{Published, check, compare};
use serde_json::Value;

use super::labelled::{data, forms};

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

/// The readings of a text in all its forms, and without each of its words.
fn readings(text: &str, before: &mut TimeLimit) -> String {
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
    out
}

#[test]
fn readings_are_those_that_were_looked_at() {
    let file: Value = serde_json::from_str(include_str!("../../vectors/time_limit.json")).unwrap();
    let mut before = TimeLimit::default();
    let (mut all, mut prints) = (String::new(), Vec::new());
    for case in file["cases"].as_array().unwrap() {
        let (id, text) = (case["id"].as_str().unwrap(), case["given"]["text"].as_str().unwrap());
        let told = readings(text, &mut before);
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
