//! The public names of the core, read from its source, and the names its JSON door speaks with.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{files, read};

/// A public name with where it stands.
pub(super) struct Name {
    /// As it is written: `StepKind`, `carried_over`.
    pub(super) name: String,
    /// The type whose method, field or variant it is.
    pub(super) owner: Option<String>,
    /// The public module it is reached through.
    pub(super) module: String,
    /// The first line of its documentation.
    pub(super) doc: String,
}

impl Name {
    /// How it is called in the documents: `deadline::StepKind::Counted`.
    pub(super) fn path(&self) -> String {
        let owned = self.owner.as_ref().map(|owner| format!("{owner}::")).unwrap_or_default();
        format!("{}::{owned}{}", self.module, self.name)
    }

    /// Whether it is a type, a variant or a module.
    pub(super) fn is_type(&self) -> bool {
        self.name.starts_with(char::is_uppercase) || self.module == self.name
    }
}

fn identifier(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// The name that a line of formatted source makes public, if it makes one.
fn of_line<'a>(line: &'a str, owner: Option<&str>, in_enum: bool) -> Option<&'a str> {
    let indent = line.len().saturating_sub(line.trim_start().len());
    let text = line.trim_start();
    if let Some(rest) = text.strip_prefix("pub ") {
        let words = ["const ", "unsafe ", "struct ", "enum ", "trait ", "type ", "fn ", "static "];
        let named = words.iter().fold(rest, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
        return (!rest.starts_with("use ") && !rest.starts_with("mod ")).then(|| identifier(named));
    }
    // The variants of an enum, and their fields.
    let variant = indent == 4 && text.starts_with(char::is_uppercase);
    let field = indent == 8 && text.starts_with(|c: char| c.is_ascii_lowercase()) && {
        let name = identifier(text);
        text.get(name.len()..).is_some_and(|rest| rest.starts_with(": ") && rest.ends_with(','))
    };
    (owner.is_some() && in_enum && (variant || field)).then(|| identifier(text))
}

/// The public names of one file.
fn of_file(path: &str, found: &mut Vec<Name>) {
    let inner = path.trim_start_matches("core/src/");
    let module = inner.split(['/', '.']).next().unwrap_or_default().to_owned();
    let (mut owner, mut in_enum, mut doc) = (None::<String>, false, String::new());
    let text = read(path);
    if [format!("{module}/mod.rs"), format!("{module}.rs")].iter().any(|of| of == inner)
        && module != "lib"
    {
        let first = text.lines().next().unwrap_or_default();
        let doc = first.strip_prefix("//! ").unwrap_or_default().to_owned();
        let name = module.clone();
        found.push(Name { name, owner: None, module: module.clone(), doc });
    }
    for line in text.lines().take_while(|line| *line != "#[cfg(test)]") {
        let trimmed = line.trim_start();
        if let Some(text) = trimmed.strip_prefix("///") {
            if doc.is_empty() {
                text.trim().clone_into(&mut doc);
            }
            continue;
        }
        if trimmed.starts_with("#[") {
            continue;
        }
        if line == "}" {
            (owner, in_enum) = (None, false);
        }
        if let Some(name) = of_line(line, owner.as_deref(), in_enum) {
            let (name, owner, module) = (name.to_owned(), owner.clone(), module.clone());
            found.push(Name { name, owner, module, doc: doc.clone() });
        }
        if line.ends_with('{') && !line.starts_with(' ') {
            let of_impl = line.strip_prefix("impl").map(|rest| match rest.split_once("> ") {
                Some((parameters, rest)) if parameters.starts_with('<') => rest,
                _ => rest.trim_start(),
            });
            let of_type = ["pub struct ", "pub enum ", "pub trait "]
                .iter()
                .find_map(|word| line.strip_prefix(word));
            owner = of_impl.or(of_type).map(|rest| identifier(rest).to_owned());
            in_enum = line.starts_with("pub enum ");
        }
        doc.clear();
    }
}

/// The public names of the core.
pub(super) fn public() -> Vec<Name> {
    let mut found = Vec::new();
    for path in files("core/src").iter().filter(|path| path.ends_with(".rs")) {
        of_file(path, &mut found);
    }
    found
}

/// The names of fields and the named values in the schemas of the door.
pub(super) fn of_the_door() -> BTreeSet<String> {
    fn walk(value: &Value, found: &mut BTreeSet<String>) {
        if let Value::Object(fields) = value {
            if let Some(Value::Object(properties)) = fields.get("properties") {
                found.extend(properties.keys().cloned());
            }
            let texts = fields.get("enum").and_then(Value::as_array).into_iter().flatten();
            let texts = texts.chain(fields.get("const")).filter_map(Value::as_str);
            found.extend(texts.map(str::to_owned));
        }
        match value {
            Value::Object(fields) => fields.values().for_each(|value| walk(value, found)),
            Value::Array(values) => values.iter().for_each(|value| walk(value, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    for path in files("tests/vectors/schema") {
        walk(&serde_json::from_str(&read(&path)).unwrap(), &mut found);
    }
    found
}

/// The words of a name, in small letters: those of `CommuneCentre` are `commune` and `centre`.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut before = '_';
    for letter in name.chars() {
        let begins = letter.is_uppercase() && !before.is_uppercase();
        if letter.is_ascii_alphanumeric() {
            match found.last_mut().filter(|_| before != '_' && !begins) {
                Some(word) => word.push(letter.to_ascii_lowercase()),
                None => found.push(letter.to_ascii_lowercase().to_string()),
            }
            before = letter;
        } else {
            before = '_';
        }
    }
    // The number of a decree or an indicator is no word.
    for word in &mut found {
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        if letters >= 3 || letters == 0 {
            word.truncate(letters);
        }
    }
    found.retain(|word| !word.is_empty());
    found
}

#[test]
fn names_fall_into_words() {
    assert_eq!(words("CommuneCentre"), ["commune", "centre"]);
    assert_eq!(words("Decree224Proactive"), ["decree", "proactive"]);
    assert_eq!(words("ii06a"), ["ii06a"]);
    assert_eq!(words("MAX_REQUEST"), ["max", "request"]);
}

#[test]
fn public_names_are_found() {
    let paths: BTreeSet<String> = public().iter().map(Name::path).collect();
    for path in [
        "deadline::due",
        "deadline::StepKind::Counted",
        "report::Tally::carried_over",
        "calendar::Calendar::add_working_days",
        "calendar::CalendarError::OutOfRange",
        "calendar::CalendarError::first",
        "error::Error::kind",
    ] {
        assert!(paths.contains(path), "{path} was not found");
    }
    assert!(!paths.contains("dossier::Obligation"));
    assert!(of_the_door().contains("within_hours"));
}
