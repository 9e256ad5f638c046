//! What the documents of facts have in common: their fields, and an article with its dates among
//! them.

use serde::Deserialize;
use serde_json::Value;

use crate::schedule::day;

/// A document as it is written.
pub(crate) fn parsed(json: &str) -> Result<Value, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

/// `first_day` as `FirstDay`, the way variants are spelled.
pub(crate) fn variant(name: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    name.split('_').map(capital).collect()
}

/// An article with its act, as the engine cites it; the act alone where it is meant as a whole.
pub(crate) fn cited(article: &str, act: &str) -> String {
    if article.is_empty() { act.to_owned() } else { format!("{article} {act}") }
}

/// A day, if one is given, as the expression of an optional one.
pub(crate) fn date(date: Option<&String>) -> Result<String, String> {
    match date {
        Some(date) => Ok(format!("Some({})", day(date)?)),
        None => Ok("None".to_owned()),
    }
}

/// An article with its dates, which stands among the other fields of a fact.
#[derive(Deserialize)]
struct Citation {
    act: String,
    act_en: String,
    article: String,
    article_en: String,
    from: Option<String>,
    to: Option<String>,
    verified: bool,
    source: String,
}

impl Citation {
    fn rust(&self) -> Result<String, String> {
        Ok(format!(
            "Citation {{ act: {:?}, act_en: {:?}, vietnamese: {:?}, english: {:?}, from: {}, \
             to: {}, verified: {}, source: {:?} }}",
            self.act,
            self.act_en,
            cited(&self.article, &self.act),
            cited(&self.article_en, &self.act_en),
            date(self.from.as_ref())?,
            date(self.to.as_ref())?,
            self.verified,
            self.source
        ))
    }
}

const CITATION: [&str; 8] =
    ["act", "act_en", "article", "article_en", "from", "to", "verified", "source"];

/// The citation of a fact, whose fields are those given and no others.
pub(crate) fn citation(fact: &Value, fields: &[&str]) -> Result<String, String> {
    let object = fact.as_object().ok_or("a fact is no object")?;
    let known = |key: &&String| CITATION.contains(&key.as_str()) || fields.contains(&key.as_str());
    if let Some(key) = object.keys().find(|key| !known(key)) {
        return Err(format!("there is no field `{key}`"));
    }
    let citation = Citation::deserialize(fact).map_err(|error| error.to_string())?;
    citation.rust()
}

/// A field that is a text.
pub(crate) fn text<'a>(fact: &'a Value, field: &str) -> Result<&'a str, String> {
    fact.get(field).and_then(Value::as_str).ok_or_else(|| format!("`{field}` of {fact}"))
}

/// A field that is a list.
pub(crate) fn list<'a>(fact: &'a Value, field: &str) -> Result<&'a [Value], String> {
    let list = fact.get(field).and_then(Value::as_array);
    list.map(Vec::as_slice).ok_or_else(|| format!("`{field}` of {fact}"))
}
