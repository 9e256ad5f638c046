//! Cầu nối từ vựng — a catalogue as CPSV-AP JSON-LD, the vocabulary of public services in Europe.
//!
//! | here | there |
//! |---|---|
//! | procedure | `cpsv:PublicService` |
//! | agency | `cv:hasCompetentAuthority`, `cv:PublicOrganisation` |
//! | way of filing | `cv:hasChannel`, `cv:Channel` |
//! | paper, form | `cpsv:hasInput`, `cv:Evidence` |
//! | fee | `cv:hasCost`, `cv:Cost` |
//! | legal basis | `cv:hasLegalResource`, `eli:LegalResource` |
//! | conditions and sequence | `cpsv:follows`, `cpsv:Rule` |
//! | result | `cpsv:produces`, `cpsv:Output` |
//!
//! An ISO 8601 duration cannot say "working day", so the limit stands in an extension,
//! `motcua:processingTime`, with its exact amount and unit; `cv:processingTime` is given only
//! where a duration names the same unit: clock minutes and hours, days, weeks as seven of them,
//! months and years. It does not say that a last day off moves to a working day (BLDS 2015 art.
//! 148.5).
//!
//! Vietnamese texts carry the language tag `vi`. Nothing is made up: what a procedure does not
//! say is left out.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use super::{Catalogue, Fee, Price, Procedure};
use crate::time_limit::{Amount, Channel, Limit, TimeLimit, Unit};

/// The namespaces that a document begins with.
fn context() -> Value {
    json!({
        "cpsv": "http://purl.org/vocab/cpsv#",
        "cv": "http://data.europa.eu/m8g/",
        "dct": "http://purl.org/dc/terms/",
        "eli": "http://data.europa.eu/eli/ontology#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "motcua": "urn:motcua:"
    })
}

/// An object that is filled with what there is.
struct Node(Map<String, Value>);

impl Node {
    fn new(kind: &str) -> Self {
        let mut fields = Map::new();
        fields.insert("@type".into(), kind.into());
        Self(fields)
    }

    fn set(mut self, name: &str, value: Value) -> Self {
        self.0.insert(name.into(), value);
        self
    }

    /// A Vietnamese text, left out when it is empty.
    fn text(self, name: &str, text: &str) -> Self {
        match text.trim() {
            "" => self,
            text => self.set(name, json!({"@value": text, "@language": "vi"})),
        }
    }

    /// A list, left out when it is empty.
    fn list(self, name: &str, list: Vec<Value>) -> Self {
        if list.is_empty() { self } else { self.set(name, Value::Array(list)) }
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// The limit as a duration, where a duration says the same.
fn duration(limit: Limit) -> Option<String> {
    let Limit::Count { amount, unit, .. } = limit else { return None };
    let (whole, part) = (amount.whole_part(), amount.thousandths_part());
    let (number, sign) = match unit {
        Unit::Minute => return Some(alloc::format!("PT{whole}M{}", rest(part.saturating_mul(6)))),
        Unit::Hour => return Some(alloc::format!("PT{whole}H{}", rest(part.saturating_mul(360)))),
        Unit::Day => (whole, 'D'),
        Unit::Week => (whole.saturating_mul(7), 'D'),
        Unit::Month => (whole, 'M'),
        Unit::Year => (whole, 'Y'),
        Unit::WorkingDay | Unit::WorkingHour => return None,
    };
    amount.is_whole().then(|| alloc::format!("P{number}{sign}"))
}

/// The rest of an hour or a minute, given in hundredths of a second: of a duration's parts only the
/// seconds may have decimals.
fn rest(hundredths: u32) -> String {
    let (minutes, hundredths) = (hundredths / 6_000, hundredths % 6_000);
    let mut text = String::new();
    if minutes > 0 {
        text.push_str(&alloc::format!("{minutes}M"));
    }
    if hundredths > 0 {
        let seconds = Amount::from_thousandths(hundredths.saturating_mul(10));
        text.push_str(&alloc::format!("{seconds}S"));
    }
    text
}

/// A limit text with what is read from it.
fn processing_time(node: Node, text: &str, channel: Option<Channel>) -> Node {
    if text.trim().is_empty() {
        return node;
    }
    let limit = TimeLimit::parse(text).select(None, channel.map(Channel::as_str)).ok();
    let exact = Node::new("motcua:ProcessingTime").text("motcua:text", text);
    let exact = match limit {
        Some(Limit::Count { amount, unit, direction }) => exact
            .set("motcua:amount", json!({"@value": amount.to_string(), "@type": "xsd:decimal"}))
            .set("motcua:unit", unit.as_str().into())
            .set(
                "motcua:direction",
                match direction {
                    crate::time_limit::Direction::After => "after",
                    crate::time_limit::Direction::Before => "before",
                }
                .into(),
            ),
        Some(Limit::SameDay) => exact.set("motcua:unit", "same_day".into()),
        None => exact,
    };
    let node = node.set("motcua:processingTime", exact.done());
    match limit.and_then(duration) {
        Some(duration) => {
            node.set("cv:processingTime", json!({"@value": duration, "@type": "xsd:duration"}))
        }
        None => node,
    }
}

fn cost(fee: &Fee, channels: &[(Channel, Value)]) -> Value {
    let (value, currency) = match fee.price {
        Price::Dong(dong) => (dong.get().to_string(), "VND"),
        Price::UsDollars(dollars) => (dollars.to_string(), "USD"),
    };
    let mut node = Node::new("cv:Cost")
        .set("cv:value", json!({"@value": value, "@type": "xsd:decimal"}))
        .set("cv:currency", currency.into())
        .set("motcua:kind", fee.kind.as_str().into())
        .text("dct:title", &fee.name)
        .text("motcua:per", fee.per.as_deref().unwrap_or_default())
        .text("motcua:case", fee.case.as_deref().unwrap_or_default())
        .text("dct:description", &fee.basis);
    let through = channels.iter().filter(|(channel, _)| fee.channels.contains(channel));
    node = node.list("cv:ifAccessedThrough", through.map(|(_, id)| id.clone()).collect());
    node.done()
}

/// The kinds of channels in words; the vocabulary leaves their list open.
fn channel_name(channel: Channel) -> &'static str {
    match channel {
        Channel::InPerson => "trực tiếp",
        Channel::Online => "trực tuyến",
        Channel::Post => "dịch vụ bưu chính",
    }
}

fn service(procedure: &Procedure, place: usize) -> Value {
    let own = match &procedure.code {
        Some(code) => alloc::format!("urn:motcua:tthc:{code}"),
        // Without a code nothing but the place in the document tells procedures apart.
        None => alloc::format!("urn:motcua:tthc:khong-ma:{}", place.saturating_add(1)),
    };
    let reference = |channel: Channel| json!({"@id": alloc::format!("{own}:{}", channel.as_str())});
    let channels: Vec<(Channel, Value)> =
        procedure.channels.iter().map(|way| (way.channel, reference(way.channel))).collect();
    let mut node = Node::new("cpsv:PublicService").set("@id", own.as_str().into());
    if let Some(code) = &procedure.code {
        node = node.set("dct:identifier", code.as_str().into());
    }
    node = node
        .text("dct:title", &procedure.name)
        .text("cv:thematicArea", &procedure.field)
        .text("dct:description", &procedure.sequence.join("\n"));
    if !procedure.agency.trim().is_empty() {
        let agency = Node::new("cv:PublicOrganisation").text("skos:prefLabel", &procedure.agency);
        let agency =
            agency.text("schema:address", procedure.notice.address.as_deref().unwrap_or_default());
        node = node.set("cv:hasCompetentAuthority", agency.done());
    }
    if let Some(phone) = &procedure.notice.phone {
        let contact = Node::new("cv:ContactPoint").set("schema:telephone", phone.as_str().into());
        node = node.set("cv:contactPoint", contact.done());
    }
    let ways = procedure.channels.iter().map(|way| {
        let mut node = Node::new("cv:Channel")
            .set("@id", alloc::format!("{own}:{}", way.channel.as_str()).into())
            .text("dct:type", channel_name(way.channel))
            .text("schema:address", way.address.as_deref().unwrap_or_default());
        if let Some(text) = &way.time_limit_text {
            node = processing_time(node, text, None);
        }
        node.done()
    });
    node = node.list("cv:hasChannel", ways.collect());
    let evidence = |name: &str| Node::new("cv:Evidence").text("dct:title", name);
    let papers = procedure.papers.iter().map(|paper| {
        evidence(&paper.name)
            .set("motcua:originals", paper.originals.into())
            .set("motcua:copies", paper.copies.into())
            .done()
    });
    let forms = procedure.forms.iter().flatten().map(|form| {
        let node = evidence(&form.name);
        match &form.file {
            Some(file) => node.set("foaf:page", json!({"@id": file})).done(),
            None => node.done(),
        }
    });
    node = node.list("cpsv:hasInput", papers.chain(forms).collect());
    let fees = procedure.fees.iter().flatten().map(|fee| cost(fee, &channels));
    node = node.list("cv:hasCost", fees.collect());
    let rules = procedure.conditions.iter().flatten().chain(&procedure.sequence);
    let rule = |text: &String| Node::new("cpsv:Rule").text("dct:description", text).done();
    node = node.list("cpsv:follows", rules.map(rule).collect());
    let acts = procedure.legal_basis.split(';').filter(|act| !act.trim().is_empty());
    let act = |act: &str| Node::new("eli:LegalResource").text("dct:title", act).done();
    node = node.list("cv:hasLegalResource", acts.map(act).collect());
    let output = |result: &String| Node::new("cpsv:Output").text("dct:title", result).done();
    let results = procedure.results.iter().flatten().map(output);
    node = node.list("cpsv:produces", results.collect());
    processing_time(node, &procedure.time_limit_text, None).done()
}

/// Xuất CPSV-AP — a catalogue as a JSON-LD document.
///
/// # Examples
///
/// ```
/// use motcua::Procedure;
/// use motcua::procedure::{Catalogue, cpsv};
///
/// let mut procedure = Procedure::new("Cấp giấy phép bưu chính");
/// procedure.time_limit_text = "30 ngày làm việc".into();
/// let (catalogue, _) = Catalogue::new([procedure]);
/// let document = cpsv::export(&catalogue);
/// let service = &document["@graph"][0];
/// assert_eq!(service["@type"], "cpsv:PublicService");
/// assert_eq!(service["motcua:processingTime"]["motcua:unit"], "working_day");
/// // A duration would say thirty days, which it is not.
/// assert!(service.get("cv:processingTime").is_none());
/// # Ok::<(), motcua::Error>(())
/// ```
#[must_use]
pub fn export(catalogue: &Catalogue) -> Value {
    let services = catalogue.procedures().iter().enumerate();
    let graph: Vec<Value> = services.map(|(place, p)| service(p, place)).collect();
    json!({"@context": context(), "@graph": graph})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_one_of_the_type() {
        let told = |thousandths, unit| {
            duration(Limit::of(Amount::from_thousandths(thousandths), unit)).unwrap_or_default()
        };
        // XML Schema: weeks have no sign, and only seconds have decimals.
        assert_eq!(told(2_000, Unit::Week), "P14D");
        assert_eq!(told(10_000, Unit::Day), "P10D");
        assert_eq!(told(3_000, Unit::Month), "P3M");
        assert_eq!(told(48_000, Unit::Hour), "PT48H");
        assert_eq!(told(1_500, Unit::Hour), "PT1H30M");
        assert_eq!(told(333, Unit::Hour), "PT0H19M58.8S");
        assert_eq!(told(1_500, Unit::Minute), "PT1M30S");
        assert_eq!(told(90_000, Unit::Minute), "PT90M");
        assert_eq!(told(1_500, Unit::Day), "");
        assert_eq!(told(5_000, Unit::WorkingDay), "");
    }
}
