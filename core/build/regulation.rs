//! The provisions, forms and sector rules of `data/regulations.json` as Rust tables.

use std::fmt::Write;

use serde::Deserialize;

use crate::fact::{cited, date, variant};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(rename = "about")]
    _about: String,
    provisions: Vec<Provision>,
    forms: Vec<Form>,
    sectors: Vec<Sector>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Provision {
    rule: String,
    act: String,
    act_en: String,
    article: String,
    article_en: String,
    from: Option<String>,
    to: Option<String>,
    value: Option<Value>,
    verified: bool,
    source: String,
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Value {
    Term(Term),
    Times { times: u8 },
    Effect { effect: String },
    Clock { clock: String },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    term: u16,
    unit: String,
    direction: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    kind: String,
    act: String,
    act_en: String,
    number: String,
    title: String,
    from: Option<String>,
    to: Option<String>,
    verified: bool,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sector {
    id: String,
    title: String,
    title_en: String,
    act: String,
    act_en: String,
    article: String,
    article_en: String,
    from: Option<String>,
    to: Option<String>,
    supplement: Option<String>,
    payment: Option<String>,
    suspension: Option<String>,
    supplement_term: Option<Term>,
    payment_notice: Option<Term>,
    payment_term: Option<Term>,
    supplement_lapse: Option<String>,
    payment_lapse: Option<String>,
    verified: bool,
    source: String,
}

impl Term {
    fn rust(&self) -> Result<String, String> {
        let make = match self.direction.as_deref() {
            None | Some("after") => "of",
            Some("before") => "before",
            Some(other) => return Err(format!("direction `{other}`")),
        };
        let (term, unit) = (self.term, variant(&self.unit));
        Ok(format!("Limit::{make}(Amount::whole({term}), Unit::{unit})"))
    }
}

fn effect(effect: &str) -> String {
    format!("Effect::{}", variant(effect))
}

fn value(value: &Value) -> Result<String, String> {
    Ok(match value {
        Value::Term(term) => format!("Value::Term({})", term.rust()?),
        Value::Times { times } => format!("Value::Times({times})"),
        Value::Effect { effect: name } => format!("Value::Effect({})", effect(name)),
        Value::Clock { clock } => {
            let (hour, minute) = clock.split_once(':').ok_or(format!("clock `{clock}`"))?;
            let number = |text: &str| text.parse::<u8>().map_err(|error| error.to_string());
            format!("Value::Clock({}, {})", number(hour)?, number(minute)?)
        }
    })
}

fn optional<T>(
    value: Option<&T>,
    rust: impl Fn(&T) -> Result<String, String>,
) -> Result<String, String> {
    match value {
        Some(value) => Ok(format!("Some({})", rust(value)?)),
        None => Ok("None".to_owned()),
    }
}

fn provision(p: &Provision) -> Result<String, String> {
    Ok(format!(
        "Provision {{ rule: Rule::{}, vietnamese: {:?}, english: {:?}, from: {}, to: {}, value: {}, \
         verified: {} }},",
        variant(&p.rule),
        cited(&p.article, &p.act),
        cited(&p.article_en, &p.act_en),
        date(p.from.as_ref())?,
        date(p.to.as_ref())?,
        optional(p.value.as_ref(), value)?,
        p.verified
    ))
}

/// The Rust source of `PROVISIONS`, `of_rule`, `sources`, `FORMS` and `SECTORS`.
pub(crate) fn rust_source(json: &str) -> Result<String, String> {
    let mut document: Document = serde_json::from_str(json).map_err(|error| error.to_string())?;
    // The provisions of one rule side by side, so that looking one up passes only those.
    document.provisions.sort_by(|one, other| one.rule.cmp(&other.rule));
    // Each rule has a list of its own: a build that asks for some rules only holds no others.
    let (mut out, mut lists, mut arms) = (String::new(), String::new(), String::new());
    let mut source_arms = String::new();
    for group in document.provisions.chunk_by(|one, other| one.rule == other.rule) {
        let Some(p) = group.first() else { continue };
        let name = p.rule.to_uppercase();
        line(&mut out, &format!("static {name}: &[Provision] = &["))?;
        for p in group {
            line(&mut out, &provision(p)?)?;
        }
        line(&mut out, "];")?;
        line(&mut lists, &format!("{name},"))?;
        line(&mut arms, &format!("Rule::{} => {name},", variant(&p.rule)))?;
        let sources: Vec<&str> = group.iter().map(|p| p.source.as_str()).collect();
        line(&mut source_arms, &format!("Rule::{} => &{sources:?},", variant(&p.rule)))?;
    }
    out.push_str(&format!("static PROVISIONS: &[&[Provision]] = &[\n{lists}];\n"));
    out.push_str("#[inline(always)]\nconst fn of_rule(rule: Rule) -> &'static [Provision] {\n");
    out.push_str(&format!("match rule {{\n{arms}}}\n}}\n"));
    out.push_str("const fn sources(rule: Rule) -> &'static [&'static str] {\n");
    out.push_str(&format!("match rule {{\n{source_arms}}}\n}}\n"));
    out.push_str("static FORMS: &[Form] = &[\n");
    for f in &document.forms {
        line(
            &mut out,
            &format!(
                "Form {{ kind: FormKind::{}, act: {:?}, act_en: {:?}, number: {:?}, title: {:?}, \
                 from: {}, to: {}, verified: {}, source: {:?} }},",
                variant(&f.kind),
                f.act,
                f.act_en,
                f.number,
                f.title,
                date(f.from.as_ref())?,
                date(f.to.as_ref())?,
                f.verified,
                f.source
            ),
        )?;
    }
    out.push_str("];\nstatic SECTORS: &[Sector] = &[\n");
    for s in &document.sectors {
        let effect_of = |name: &String| Ok(effect(name));
        let lapse_of = |name: &String| Ok(format!("Lapse::{}", variant(name)));
        line(
            &mut out,
            &format!(
                "Sector {{ id: {:?}, title: {:?}, title_en: {:?}, vietnamese: {:?}, \
                 english: {:?}, from: {}, to: {}, supplement: {}, payment: {}, \
                 suspension: {}, supplement_term: {}, payment_notice: {}, payment_term: {}, \
                 supplement_lapse: {}, payment_lapse: {}, verified: {}, source: {:?} }},",
                s.id,
                s.title,
                s.title_en,
                cited(&s.article, &s.act),
                cited(&s.article_en, &s.act_en),
                date(s.from.as_ref())?,
                date(s.to.as_ref())?,
                optional(s.supplement.as_ref(), effect_of)?,
                optional(s.payment.as_ref(), effect_of)?,
                optional(s.suspension.as_ref(), effect_of)?,
                optional(s.supplement_term.as_ref(), Term::rust)?,
                optional(s.payment_notice.as_ref(), Term::rust)?,
                optional(s.payment_term.as_ref(), Term::rust)?,
                optional(s.supplement_lapse.as_ref(), lapse_of)?,
                optional(s.payment_lapse.as_ref(), lapse_of)?,
                s.verified,
                s.source
            ),
        )?;
    }
    out.push_str("];\n");
    Ok(out)
}

fn line(out: &mut String, text: &str) -> Result<(), String> {
    writeln!(out, "{text}").map_err(|error| error.to_string())
}
