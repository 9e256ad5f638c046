//! Lịch riêng của cơ quan — the `calendar` field of a JSON request: what one office or one year
//! changes in the built-in calendar.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::hours::WEEK;
use super::{
    CalendarBuilder, CalendarError, Certainty, DayHours, Holiday, MakeUpDay, NationalDay, Notice,
    OffDay, OffReason, Session, TetSplit, WeekHours, first_day, last_day,
};
use crate::ClockTime;
use crate::civil::parse_date;

/// Bytes of a document: the facts of all years in full have less than half of it.
const MOST_BYTES: usize = 4 * 1_024 * 1_024;
const MOST_SESSIONS: usize = 24;
const MOST_RANGES: usize = 100;
const MOST_CLOSURES: usize = 1_000;
const MOST_YEARS: usize = 51;
const MOST_DAYS: usize = 366;

/// What sets a closure whose reason is not given.
const CLOSED: &str = "closed by the office";
/// What a notice without a source is known by.
const NO_SOURCE: &str = "notice given with the request, without a source";

impl CalendarBuilder {
    /// Applies a JSON document (lịch riêng của cơ quan): office hours, closures, official notices.
    ///
    /// All fields may be left out; one that is not known is refused.
    ///
    /// | field | value |
    /// |---|---|
    /// | `hours` | sessions `[["07:30","11:30"],["13:00","17:00"]]` for Monday to Friday; or an object of sessions by weekday with the keys `mon` to `sun`, `monday` to `sunday` and ranges such as `mon-fri`, days not named being closed; or a list of objects `{"since", "until", "hours", "make_up_hours"}` for ranges of dates, the one without `since` and `until` holding on all other days |
    /// | `make_up_hours` | sessions of make-up days; without it Monday's, of each range its own Monday's |
    /// | `since`, `until` | the range of dates, both in it, for which `hours` and `make_up_hours` beside them hold; one of them may be left out |
    /// | `closures` | dates, or objects with `date` or `since` and `until`, and a `reason` if wanted |
    /// | `years` | official notices as in the built-in list: `year`, `status` (`final` or `provisional`), `source`, `note`, `tet` (`{"before", "after"}`), `national` (`before` or `after`), `off` (`{"date", "kind", "for"}`), `make_up` (`{"date", "for", "verified"}`) |
    /// | `about`, `meta` | remarks, not read |
    ///
    /// A notice replaces all that was known of its year. `kind` is the name of a [`Holiday`],
    /// `in_lieu` or `swap`; `for` is the holiday that fell on a weekend or the other half of the
    /// swap. Only weekdays have to be listed: the days of Tết and of 2 September on a weekend
    /// follow from those. Without `off`, or with an empty one, the days of the year are those of
    /// the law.
    ///
    /// At most 4 MiB, 24 sessions a day, 100 ranges of hours, 1,000 closures and 366 days of either
    /// sort a notice are taken.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::Calendar;
    /// use motcua::calendar::parse_date as day;
    ///
    /// let calendar = Calendar::builder()
    ///     .overlay_json(r#"{
    ///         "hours": {"mon-fri": [["07:30","11:30"],["13:30","17:00"]], "sat": [["07:30","11:30"]]},
    ///         "closures": ["2026-03-09", {"since":"2026-06-01","until":"2026-06-02","reason":"moving house"}]
    ///     }"#)?
    ///     .build()?;
    /// assert_eq!(calendar.hours(day("2026-03-07")?)?.minutes(), 240);
    /// assert_eq!(calendar.add_working_days(day("2026-03-07")?, 1)?, day("2026-03-10")?);
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`CalendarError::Document`] for a text that is not such a document, naming the field and
    /// its value; [`CalendarError::TooLong`]; [`CalendarError::EmptySession`] and [`CalendarError::OverlappingSessions`].
    /// What contradicts the rest of the calendar is refused by [`CalendarBuilder::build`].
    pub fn overlay_json(self, json: &str) -> Result<Self, CalendarError> {
        if json.len() > MOST_BYTES {
            return Err(CalendarError::TooLong { length: json.len(), most: MOST_BYTES });
        }
        let overlay: Overlay = serde_json::from_str(json)
            .map_err(|error| CalendarError::Document { message: error.to_string().into() })?;
        overlay.apply(self)
    }

    /// Applies the same document from any format that says what it holds.
    ///
    /// # Errors
    ///
    /// As [`CalendarBuilder::overlay_json`].
    pub fn overlay<'de, D: Deserializer<'de>>(self, document: D) -> Result<Self, CalendarError> {
        let overlay = Overlay::deserialize(document)
            .map_err(|error| CalendarError::Document { message: error.to_string().into() })?;
        overlay.apply(self)
    }
}

/// The document as part of a larger request.
///
/// It is any JSON until it is applied, so that each refusal names the field by its path and
/// keeps the code it has outside JSON.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Overlay(Node);

impl<'de> Deserialize<'de> for Overlay {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Node::deserialize(from).map(Self)
    }
}

impl Overlay {
    /// Puts the facts of the document on top of those the builder has.
    pub(crate) fn apply(self, builder: CalendarBuilder) -> Result<CalendarBuilder, CalendarError> {
        let document = At { path: String::new(), node: &self.0 }.object(&[
            "hours",
            "make_up_hours",
            "since",
            "until",
            "closures",
            "years",
            "about",
            "meta",
        ])?;
        let mut builder = all_hours(builder, &document)?;
        for closure in document.list("closures", MOST_CLOSURES)? {
            let (since, until, reason) = read_closure(&closure)?;
            builder = builder.closure(since, until, reason);
        }
        let mut seen = Vec::new();
        for year in document.list("years", MOST_YEARS)? {
            let notice = read_notice(&year)?;
            if seen.contains(&notice.year()) {
                return Err(year.refused(format!("{} is given twice", notice.year())));
            }
            seen.push(notice.year());
            builder = builder.notice(notice);
        }
        Ok(builder)
    }
}

/// The hours of the document in either of its forms: for all days, or by ranges of dates.
fn all_hours(
    mut builder: CalendarBuilder,
    document: &Object<'_>,
) -> Result<CalendarBuilder, CalendarError> {
    let ranges = document.get("hours").filter(|hours| match hours.node {
        Node::List(items) => matches!(items.first(), Some(Node::Object(_))),
        _ => false,
    });
    let make_up = document.get("make_up_hours").map(|hours| day_hours(&hours)).transpose()?;
    let Some(ranges) = ranges else {
        let week = document.get("hours").map(|hours| week_hours(&hours)).transpose()?;
        return match (read_range(document)?, week) {
            (Some((since, until)), Some(week)) => {
                Ok(builder.hours_between(since, until, week, make_up))
            }
            (Some(_), None) => Err(document.missing("hours")),
            (None, week) => Ok(base_hours(builder, week, make_up)),
        };
    };
    if let Some(range) = document.get("since").or_else(|| document.get("until")) {
        return Err(range.refused("the dates stand in the items of `hours`"));
    }
    let (mut base, mut base_make_up) = (None, make_up);
    for item in ranges.list(MOST_RANGES)? {
        let fields = item.object(&["since", "until", "hours", "make_up_hours"])?;
        let week = week_hours(&fields.need("hours")?)?;
        let make_up = fields.get("make_up_hours").map(|hours| day_hours(&hours)).transpose()?;
        if let Some((since, until)) = read_range(&fields)? {
            builder = builder.hours_between(since, until, week, make_up);
            continue;
        }
        let again = make_up.is_some() && base_make_up.is_some();
        if base.replace(week).is_some() || again {
            return Err(item.refused("hours outside all ranges are given twice"));
        }
        base_make_up = make_up.or(base_make_up);
    }
    Ok(base_hours(builder, base, base_make_up))
}

fn base_hours(
    mut builder: CalendarBuilder,
    week: Option<WeekHours>,
    make_up: Option<DayHours>,
) -> CalendarBuilder {
    if let Some(week) = week {
        builder = builder.hours(week);
    }
    if let Some(make_up) = make_up {
        builder = builder.make_up_hours(make_up);
    }
    builder
}

/// The range of dates an object holds for, if it names one; a side left out is open.
fn read_range(object: &Object<'_>) -> Result<Option<(NaiveDate, NaiveDate)>, CalendarError> {
    let since = object.get("since").map(|at| at.date()).transpose()?;
    let until = object.get("until").map(|at| at.date()).transpose()?;
    let open = since.is_none() && until.is_none();
    let range = (since.unwrap_or_else(first_day), until.unwrap_or_else(last_day));
    Ok((!open).then_some(range))
}

/// Sessions for Monday to Friday, or an object of sessions by weekday.
fn week_hours(at: &At<'_>) -> Result<WeekHours, CalendarError> {
    let Node::Object(entries) = at.node else {
        return day_hours(at).map(|hours| WeekHours::monday_to_friday(&hours));
    };
    let mut week = WeekHours::closed();
    let mut given = [false; 7];
    for (key, node) in entries {
        let entry = at.field(key, node);
        let (first, last) = weekdays(key).ok_or_else(|| {
            entry.refused("no weekday; a key is `mon`, `monday` or a range such as `mon-fri`")
        })?;
        let hours = day_hours(&entry)?;
        let days = WEEK.into_iter().zip(&mut given).take(last.saturating_add(1)).skip(first);
        for (weekday, given) in days {
            if core::mem::replace(given, true) {
                return Err(entry.refused(format!("{weekday} is given hours twice")));
            }
            week = week.with(weekday, hours.clone());
        }
    }
    Ok(week)
}

/// The first and the last day that a key names, Monday being 0.
fn weekdays(key: &str) -> Option<(usize, usize)> {
    let place = |name: &str| {
        let names = [
            ("mon", "monday"),
            ("tue", "tuesday"),
            ("wed", "wednesday"),
            ("thu", "thursday"),
            ("fri", "friday"),
            ("sat", "saturday"),
            ("sun", "sunday"),
        ];
        names.iter().position(|(short, long)| name == *short || name == *long)
    };
    let (first, last) = key.split_once('-').unwrap_or((key, key));
    place(first).zip(place(last)).filter(|(first, last)| first <= last)
}

fn day_hours(at: &At<'_>) -> Result<DayHours, CalendarError> {
    let sessions = at.list(MOST_SESSIONS)?.map(|session| {
        let mut ends = session.list(2)?;
        let (Some(open), Some(close)) = (ends.next(), ends.next()) else {
            return Err(session.is_not("an opening and a close such as [\"07:30\", \"11:30\"]"));
        };
        Session::new(open.clock()?, close.clock()?)
    });
    DayHours::new(sessions.collect::<Result<Vec<_>, _>>()?)
}

type Closed = (NaiveDate, NaiveDate, Cow<'static, str>);

fn read_closure(at: &At<'_>) -> Result<Closed, CalendarError> {
    if let Node::Text(_) = at.node {
        let date = at.date()?;
        return Ok((date, date, CLOSED.into()));
    }
    let fields = at.object(&["date", "since", "until", "reason"])?;
    let (since, until) = match fields.get("date") {
        Some(_) if fields.get("since").is_some() || fields.get("until").is_some() => {
            return Err(at.refused("either `date` or `since` and `until`, not both"));
        }
        Some(date) => (date.date()?, date.date()?),
        None => (fields.need("since")?.date()?, fields.need("until")?.date()?),
    };
    let reason = fields.get("reason").map(|reason| reason.text()).transpose()?;
    Ok((since, until, reason.map_or(CLOSED.into(), |reason| reason.to_string().into())))
}

fn read_notice(at: &At<'_>) -> Result<Notice, CalendarError> {
    let fields =
        at.object(&["year", "status", "source", "note", "tet", "national", "off", "make_up"])?;
    let status = fields.need("status")?;
    let certainty = match status.text()? {
        "final" => Certainty::Final,
        "provisional" => Certainty::Provisional,
        _ => return Err(status.is_not("`final` or `provisional`")),
    };
    let source = fields.get("source").map(|source| source.text()).transpose()?;
    let source = source.map_or(Cow::Borrowed(NO_SOURCE), |source| source.to_string().into());
    let mut notice = Notice::new(fields.need("year")?.number()?, certainty, source);
    if let Some(note) = fields.get("note") {
        notice = notice.note(note.text()?.to_string());
    }
    if let Some(tet) = fields.get("tet") {
        let split = tet.object(&["before", "after"])?;
        let (before, after) = (split.need("before")?.number()?, split.need("after")?.number()?);
        notice = notice.tet(TetSplit { before, after });
    }
    if let Some(side) = fields.get("national") {
        notice = notice.national(match side.text()? {
            "before" => NationalDay::Before,
            "after" => NationalDay::After,
            _ => return Err(side.is_not("`before` or `after`")),
        });
    }
    for day in fields.list("off", MOST_DAYS)? {
        notice = notice.day(read_off(&day)?);
    }
    for day in fields.list("make_up", MOST_DAYS)? {
        let fields = day.object(&["date", "for", "verified"])?;
        let verified = fields.get("verified").map(|verified| verified.yes_or_no()).transpose()?;
        notice = notice.make_up(MakeUpDay {
            date: fields.need("date")?.date()?,
            pays_for: fields.need("for")?.date()?,
            verified: verified.unwrap_or(true),
        });
    }
    Ok(notice)
}

fn read_off(at: &At<'_>) -> Result<OffDay, CalendarError> {
    let fields = at.object(&["date", "kind", "for"])?;
    let date = fields.need("date")?.date()?;
    let kind = fields.need("kind")?;
    let reason = match kind.text()? {
        "in_lieu" => {
            OffReason::InLieu(fields.get("for").map(|holiday| holiday.date()).transpose()?)
        }
        "swap" => OffReason::Swap(fields.need("for")?.date()?),
        name => {
            let holiday = Holiday::ALL.into_iter().find(|holiday| holiday.as_str() == name);
            let holiday =
                holiday.ok_or_else(|| kind.is_not("a public holiday, `in_lieu` or `swap`"))?;
            if let Some(other) = fields.get("for") {
                return Err(other.refused(format!("a day kept as `{name}` is not for another")));
            }
            OffReason::Holiday(holiday)
        }
    };
    Ok(OffDay { date, reason })
}

/// A place in the document and what stands there.
struct At<'a> {
    path: String,
    node: &'a Node,
}

impl<'a> At<'a> {
    fn refused(&self, why: impl fmt::Display) -> CalendarError {
        let path = if self.path.is_empty() { "the document" } else { &self.path };
        CalendarError::Document { message: format!("`{path}`: {why}").into() }
    }

    fn is_not(&self, wanted: &str) -> CalendarError {
        self.refused(format!("{} is not {wanted}", self.node))
    }

    fn field(&self, name: &str, node: &'a Node) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        Self { path: format!("{}{dot}{name}", self.path), node }
    }

    fn text(&self) -> Result<&'a str, CalendarError> {
        match self.node {
            Node::Text(text) => Ok(text),
            _ => Err(self.is_not("a text")),
        }
    }

    fn yes_or_no(&self) -> Result<bool, CalendarError> {
        match self.node {
            Node::Bool(yes) => Ok(*yes),
            _ => Err(self.is_not("true or false")),
        }
    }

    fn number<N: TryFrom<i64>>(&self) -> Result<N, CalendarError> {
        let number = match self.node {
            Node::Whole(number) => N::try_from(*number).ok(),
            _ => None,
        };
        number.ok_or_else(|| self.is_not("a whole number of this size"))
    }

    fn date(&self) -> Result<NaiveDate, CalendarError> {
        let date = match self.node {
            Node::Text(text) => parse_date(text).ok(),
            _ => None,
        };
        date.ok_or_else(|| self.is_not("a date written YYYY-MM-DD"))
    }

    fn clock(&self) -> Result<ClockTime, CalendarError> {
        let clock = match self.node {
            Node::Text(text) => text.parse().ok(),
            _ => None,
        };
        clock.ok_or_else(|| self.is_not("an hour of the day written hh:mm"))
    }

    fn list(&self, most: usize) -> Result<impl Iterator<Item = At<'a>> + use<'a>, CalendarError> {
        let items = match self.node {
            Node::List(items) if items.len() <= most => items,
            Node::List(_) => return Err(self.refused(format!("more than {most} items"))),
            _ => return Err(self.is_not("a list")),
        };
        let path = self.path.clone();
        Ok(items
            .iter()
            .enumerate()
            .map(move |(place, node)| At { path: format!("{path}[{place}]"), node }))
    }

    /// The fields of an object, all of which are known and none of which is given twice.
    fn object(&self, known: &[&str]) -> Result<Object<'a>, CalendarError> {
        let Node::Object(entries) = self.node else { return Err(self.is_not("an object")) };
        for (place, (name, node)) in entries.iter().enumerate() {
            let field = self.field(name, node);
            if !known.contains(&name.as_str()) {
                let known = known.join("`, `");
                return Err(field.refused(format!("no such field here; there are `{known}`")));
            }
            if entries.iter().skip(place.saturating_add(1)).any(|(other, _)| other == name) {
                return Err(field.refused("given twice"));
            }
        }
        Ok(Object { at: At { path: self.path.clone(), node: self.node }, entries })
    }
}

/// An object of the document; a field that is `null` counts as left out.
struct Object<'a> {
    at: At<'a>,
    entries: &'a [(String, Node)],
}

impl<'a> Object<'a> {
    fn get(&self, name: &str) -> Option<At<'a>> {
        let entry = self.entries.iter().find(|(known, _)| known == name);
        entry.filter(|(_, node)| *node != Node::Null).map(|(_, node)| self.at.field(name, node))
    }

    fn missing(&self, name: &str) -> CalendarError {
        self.at.field(name, self.at.node).refused("missing")
    }

    fn need(&self, name: &str) -> Result<At<'a>, CalendarError> {
        self.get(name).ok_or_else(|| self.missing(name))
    }

    /// The items of a list, none when it is left out.
    fn list(
        &self,
        name: &str,
        most: usize,
    ) -> Result<impl Iterator<Item = At<'a>> + use<'a>, CalendarError> {
        let list = self.get(name).map(|list| list.list(most)).transpose()?;
        Ok(list.into_iter().flatten())
    }
}

/// Any JSON value. Objects keep every entry, so that a field given twice is seen.
#[derive(Clone, Debug, PartialEq)]
enum Node {
    Null,
    Bool(bool),
    Whole(i64),
    /// Not whole, or larger than any number a calendar holds.
    Number(f64),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

/// Prints what a message quotes: the value itself where it is short.
impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(yes) => write!(f, "{yes}"),
            Self::Whole(number) => write!(f, "{number}"),
            Self::Number(number) => tell_number(f, *number),
            Self::Text(text) => match text.char_indices().nth(40) {
                Some((end, _)) => write!(f, "`{}...`", text.get(..end).unwrap_or_default()),
                None => write!(f, "`{text}`"),
            },
            Self::List(items) => write!(f, "a list of {}", items.len()),
            Self::Object(_) => f.write_str("an object"),
        }
    }
}

/// Prints a number to three decimals. The formatter of floating point numbers weighs more than
/// this whole module, which every page that uses the engine would have to load.
fn tell_number(f: &mut fmt::Formatter<'_>, number: f64) -> fmt::Result {
    if !(number > -1e15 && number < 1e15) {
        return f.write_str("a number of more than 15 digits");
    }
    #[expect(clippy::cast_possible_truncation, reason = "it has 18 digits at most")]
    let thousandths = (number * 1_000.0) as i64;
    let sign = if thousandths < 0 { "-" } else { "" };
    let (whole, part) = (thousandths.unsigned_abs() / 1_000, thousandths.unsigned_abs() % 1_000);
    match (part % 100, part % 10) {
        _ if part == 0 => write!(f, "{sign}{whole}"),
        (0, _) => write!(f, "{sign}{whole}.{}", part / 100),
        (_, 0) => write!(f, "{sign}{whole}.{:02}", part / 10),
        _ => write!(f, "{sign}{whole}.{part:03}"),
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Node, E> {
        Ok(Node::Bool(yes))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Whole(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        #[expect(
            clippy::cast_precision_loss,
            reason = "it is only told, as larger than any allowed"
        )]
        let told = number as f64;
        Ok(i64::try_from(number).map_or(Node::Number(told), Node::Whole))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        Ok(Node::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut object = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            object.push(entry);
        }
        Ok(Node::Object(object))
    }
}
