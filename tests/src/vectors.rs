//! The vectors of `tests/vectors`: requests to the JSON door with the answers they must get.
//!
//! Their form is told in `tests/README.md`. The files are shared by the runners of all languages;
//! this is what the Rust ones read them with.

use std::path::{Path, PathBuf};
use std::{fs, io};

use serde::Deserialize;
use serde_json::Value;

/// A file of vectors.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The version of the form, 1.
    pub schema: u32,
    /// What its cases are about and where they come from.
    pub about: String,
    /// The cases.
    pub cases: Vec<Case>,
    /// The name without `.json`.
    #[serde(skip)]
    pub name: String,
}

/// One vector.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// `file/name`, unique for ever.
    pub id: String,
    /// The article or source the answer rests on.
    pub basis: String,
    /// The request, or a text that is sent as it stands.
    pub given: Value,
    /// How many times a text is sent, one behind the other.
    pub repeat: Option<usize>,
    /// What the answer holds at least.
    pub expect: Option<Value>,
    /// The code of the refusal.
    pub error: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

impl Case {
    /// The request as the door takes it.
    #[must_use]
    pub fn request(&self) -> String {
        match &self.given {
            Value::String(text) => text.repeat(self.repeat.unwrap_or(1)),
            given => given.to_string(),
        }
    }

    /// Where an answer is not what the vector says, and how.
    #[must_use]
    pub fn fault(&self, answer: &Value) -> Option<String> {
        match (&self.expect, &self.error) {
            (Some(expected), None) => difference("", expected, answer),
            (None, Some(code)) => match answer.pointer("/error/code") {
                Some(Value::String(given)) if given == code => None,
                Some(given) => Some(format!("/error/code: expected `{code}`, got {given}")),
                None => Some(format!("/error: expected `{code}`, got the answer {answer}")),
            },
            _ => Some("it must have either `expect` or `error`".into()),
        }
    }
}

/// Where `actual` does not hold what is `expected`: the path and both values.
///
/// An object holds another when it has all its fields, a list when it has as many elements and
/// each holds its own. `{"$contains": ...}` asks for less: of a text that it holds another, of a
/// list that for each given element it has one that holds it.
#[must_use]
pub fn difference(path: &str, expected: &Value, actual: &Value) -> Option<String> {
    let at = || if path.is_empty() { "/" } else { path };
    match (expected, actual) {
        (Value::Object(fields), _) if fields.len() == 1 && fields.contains_key("$contains") => {
            let holds = match (&expected["$contains"], actual) {
                (Value::String(part), Value::String(text)) => text.contains(part.as_str()),
                (Value::Array(parts), Value::Array(elements)) => parts.iter().all(|part| {
                    elements.iter().any(|element| difference("", part, element).is_none())
                }),
                _ => false,
            };
            (!holds).then(|| format!("{}: expected {expected} of {actual}", at()))
        }
        (Value::Object(fields), Value::Object(actual)) => {
            fields.iter().find_map(|(name, expected)| {
                let path = format!("{path}/{name}");
                match actual.get(name) {
                    Some(actual) => difference(&path, expected, actual),
                    None => Some(format!("{path}: expected {expected}, got nothing")),
                }
            })
        }
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => {
            let mut pairs = expected.iter().zip(actual).enumerate();
            pairs.find_map(|(at, (expected, actual))| {
                difference(&format!("{path}/{at}"), expected, actual)
            })
        }
        (Value::Array(expected), Value::Array(actual)) => Some(format!(
            "{}: expected {} elements, got {}: {}",
            at(),
            expected.len(),
            actual.len(),
            Value::Array(actual.clone())
        )),
        // 10 and 10.0 are one number.
        (Value::Number(one), Value::Number(other)) if one.as_f64() == other.as_f64() => None,
        _ if expected == actual => None,
        _ => Some(format!("{}: expected {expected}, got {actual}", at())),
    }
}

/// The folder of the vectors.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

/// All files of vectors in the order of their names.
///
/// # Errors
///
/// A file that cannot be read, with its name.
pub fn files() -> io::Result<Vec<File>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder())?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths.iter().map(|path| file(path)).collect()
}

fn file(path: &Path) -> io::Result<File> {
    let named = |error: String| io::Error::other(format!("{}: {error}", path.display()));
    let text = fs::read_to_string(path).map_err(|error| named(error.to_string()))?;
    let mut file: File = serde_json::from_str(&text).map_err(|error| named(error.to_string()))?;
    file.name = path.file_stem().map(|name| name.to_string_lossy().into()).unwrap_or_default();
    Ok(file)
}
