//! `core/docs/GLOSSARY.md` against the public names of the core and of its JSON door.

use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs};

use super::names::{Name, of_the_door, public, words};
use super::{quoted, read, root, rows, section};

/// Words of programming and of plain English, which are terms of no trade; behind them Vietnamese
/// names without their marks.
const GENERAL: &str = "
    about action add agree all ambiguous anywhere argument ask back bar because begin below
    broken build built change choice commonly comparable compare compute contain cover criteria
    currency deep depth description detail differ digit disagree download duplicate eight empty en enter
    equal error evaluation exact exceed exclude expect export extend false figure find fix
    friday further gap get ground had has heading highest hold html hundredths id identity
    impossible incomparable insert iter json kept known label lead lean left length life load
    local long longest lost lower many markdown max meaning meet message meta min monday moved
    naive never next none note nothing object once op overlap overlapping own paragraph parallel parse per
    plus position push range reach reference render right row seal section seen select sent
    shorter since stale stand stay str string such tenths then thousandths title too twice type
    undated unexplained unknown unpaired unread unsaid until url use vi when within would
    wrong zero
    hung tet dong
";

fn is_known(word: &str, known: &BTreeSet<String>) -> bool {
    let forms = ["s", "es", "d", "ed", "ing", "er", "r"];
    let stems = forms.iter().filter_map(|ending| word.strip_suffix(ending));
    let whole = ["ies", "ied"].iter().filter_map(|ending| word.strip_suffix(ending));
    let longer = forms.iter().map(|ending| format!("{word}{ending}"));
    let mut possible = stems.map(str::to_owned).chain(whole.map(|stem| format!("{stem}y")));
    known.contains(word)
        || possible.any(|stem| stem.len() > 2 && known.contains(&stem))
        || longer.into_iter().any(|longer| known.contains(&longer))
}

/// The Vietnamese and English cells of the first table with its paths.
fn table(text: &str) -> Vec<(&str, &str, &str)> {
    let found: Vec<_> = rows(section(text, "Vietnamese - English"))
        .iter()
        .map(|cells| match cells[..] {
            [vietnamese, english, paths] => (vietnamese, english, paths),
            _ => panic!("not three cells: {cells:?}"),
        })
        .collect();
    assert!(found.len() > 300, "only {} terms", found.len());
    found
}

/// The Vietnamese term of a first line: what stands before the dash, or the whole sentence where
/// no letter in it is foreign to Vietnamese (f, j, w, z).
fn term(doc: &str) -> Option<&str> {
    if let Some((term, _)) = doc.split_once(" — ") {
        return Some(term);
    }
    let end =
        doc.find(" (").or_else(|| doc.find(';')).or_else(|| doc.strip_suffix('.').map(str::len));
    let whole = doc.get(..end?)?;
    let foreign = |c: char| "fjwz/\"".contains(c.to_ascii_lowercase());
    (!whole.is_ascii() && !whole.contains(foreign)).then_some(whole)
}

#[test]
fn no_name_holds_a_word_that_is_not_in_the_glossary() {
    let text = read("core/docs/GLOSSARY.md");
    let mut known: BTreeSet<String> = GENERAL.split_whitespace().map(str::to_owned).collect();
    for (_, english, _) in table(&text) {
        let plain = english.replace('.', "").to_lowercase();
        let of_cell = plain.split(|c: char| !c.is_ascii_alphanumeric());
        known.extend(of_cell.filter(|word| !word.is_empty()).map(str::to_owned));
    }
    let mut unknown: BTreeMap<String, String> = BTreeMap::new();
    let of_rust = public().into_iter().map(|name| (name.path(), name.name));
    let of_json = of_the_door().into_iter().map(|name| (format!("schema: {name}"), name));
    let mut asked: usize = 0;
    for (path, name) in of_rust.chain(of_json) {
        asked = asked.saturating_add(1);
        for word in words(&name).into_iter().filter(|word| !is_known(word, &known)) {
            unknown.entry(word).or_insert_with(|| path.clone());
        }
    }
    assert!(asked > 2_000, "only {asked} names were looked at");
    assert!(unknown.is_empty(), "not in core/docs/GLOSSARY.md: {unknown:#?}");
}

#[test]
fn general_words_are_needed() {
    let spoken: BTreeSet<String> = public()
        .iter()
        .flat_map(|name| words(&name.name))
        .chain(of_the_door().iter().flat_map(|name| words(name)))
        .collect();
    let idle: Vec<&str> =
        GENERAL.split_whitespace().filter(|word| !is_known(word, &spoken)).collect();
    assert!(idle.is_empty(), "no name holds {idle:?}");
}

#[test]
fn the_term_of_each_first_line_is_in_the_glossary_as_it_is_spelled() {
    let text = read("core/docs/GLOSSARY.md");
    let known: BTreeSet<String> = table(&text)
        .iter()
        .flat_map(|(vietnamese, _, _)| vietnamese.split(';'))
        .map(|term| term.trim().to_lowercase())
        .collect();
    let mut missing = Vec::new();
    let mut asked: usize = 0;
    for name in public().iter().filter(|name| name.is_type()) {
        let Some(term) = term(&name.doc) else { continue };
        asked = asked.saturating_add(1);
        if !known.contains(&term.to_lowercase()) {
            missing.push(format!("{}: {term}", name.path()));
        }
    }
    assert!(asked > 400, "only {asked} terms were found in the source");
    assert!(missing.is_empty(), "not in core/docs/GLOSSARY.md:\n{}", missing.join("\n"));
}

#[test]
fn the_paths_of_the_glossary_exist() {
    let names = public();
    // `Calendar` and `calendar::Calendar` are one: what stands at the root is told without its
    // module.
    let mut known: BTreeSet<String> = names.iter().map(Name::path).collect();
    let exports = read("core/src/lib.rs");
    for name in &names {
        let outer = name.owner.as_ref().unwrap_or(&name.name);
        let exported = exports
            .lines()
            .filter(|line| line.starts_with("pub use "))
            .any(|line| line.split(|c: char| !c.is_alphanumeric()).any(|word| word == outer));
        if exported {
            known.extend(name.path().split_once("::").map(|(_, path)| path.to_owned()));
        }
        known.extend(name.path().strip_prefix("lib::").map(str::to_owned));
        known.insert(name.module.clone());
    }
    for (vietnamese, _, paths) in table(&read("core/docs/GLOSSARY.md")) {
        assert!(quoted(paths).next().is_some(), "{vietnamese} has no path");
        for path in quoted(paths) {
            assert!(known.contains(path), "{vietnamese}: there is no {path}");
        }
    }
}

#[test]
fn no_term_stands_twice() {
    let text = read("core/docs/GLOSSARY.md");
    let mut seen = BTreeSet::new();
    for term in table(&text).iter().flat_map(|(vietnamese, _, _)| vietnamese.split(';')) {
        assert!(seen.insert(term.trim().to_lowercase()), "{term} stands twice");
        // Letters with their marks in one piece, as they are typed and searched for.
        assert!(!term.chars().any(|c| ('\u{300}'..='\u{36f}').contains(&c)), "{term}");
    }
}

#[test]
fn the_second_table_is_the_first_one_turned_round() {
    let text = read("core/docs/GLOSSARY.md");
    let mut turned: BTreeMap<(String, String), Vec<&str>> = BTreeMap::new();
    for (vietnamese, english, _) in table(&text) {
        for english in english.split(';').map(str::trim) {
            let terms = turned.entry((english.to_lowercase(), english.to_owned())).or_default();
            terms.push(vietnamese);
        }
    }
    let heading = "## English - Vietnamese\n\n| English | Vietnamese |\n|---|---|\n";
    let lines: String = turned
        .iter()
        .map(|((_, english), terms)| format!("| {english} | {} |\n", terms.join("; ")))
        .collect();
    let (first, second) = text.split_once("## English - Vietnamese\n").unwrap();
    let right = format!("{heading}{lines}");
    if env::var_os("UPDATE_GLOSSARY").is_some() {
        fs::write(root().join("core/docs/GLOSSARY.md"), format!("{first}{right}")).unwrap();
        return;
    }
    let written = format!("## English - Vietnamese\n{second}");
    assert!(written == right, "UPDATE_GLOSSARY=1 writes the second table anew");
}
