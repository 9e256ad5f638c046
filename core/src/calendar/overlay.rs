//! Lịch riêng của cơ quan — the `calendar` field of a JSON request: what one office or one year
//! changes in the built-in calendar.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cell::Cell;
use core::fmt;

use chrono::NaiveDate;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::builder::{Closure, Period};
use super::hours::WEEK;
use super::{
    CalendarBuilder, CalendarError, Certainty, DayHours, Holiday, MakeUpDay, NationalDay, Notice,
    OffDay, OffReason, Session, TetSplit, WeekHours, first_day, last_day,
};
use crate::ClockTime;
use crate::civil::parse_date;

/// Bytes of a document, 4 MiB: the facts of all years in full have less than half of it.
const MOST_BYTES: usize = 4_194_304;
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
    /// At most 4 MiB are read, with 24 sessions a day, 100 ranges of hours, 1,000 closures, and 51
    /// notices of 366 days off and as many make-up days each.
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
    /// its value; [`CalendarError::TooLong`]; [`CalendarError::EmptySession`] and
    /// [`CalendarError::OverlappingSessions`]. What contradicts the rest of the calendar is refused
    /// by [`CalendarBuilder::build`].
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
    pub(crate) fn apply(
        &self,
        mut builder: CalendarBuilder,
    ) -> Result<CalendarBuilder, CalendarError> {
        let why = Cell::new(None);
        let document = At { node: &self.0, step: Step::Document, outer: None, why: &why };
        match read_document(&document, &mut builder) {
            Ok(()) => Ok(builder),
            Err(Refused) => {
                Err(why.take().unwrap_or(CalendarError::Document { message: "refused".into() }))
            }
        }
    }
}

/// That the document is refused; the reason is kept beside it ([`At::why`]). An error without a
/// size keeps this module small: whole errors, handed on at each step, made it the heaviest of a
/// web page.
struct Refused;

type Read<T> = Result<T, Refused>;

fn read_document(document: &At<'_>, builder: &mut CalendarBuilder) -> Read<()> {
    document.object(&[
        "hours",
        "make_up_hours",
        "since",
        "until",
        "closures",
        "years",
        "about",
        "meta",
    ])?;
    all_hours(document, builder)?;
    document.each_of("closures", MOST_CLOSURES, &mut |closure| {
        builder.closures.push(read_closure(closure)?);
        Ok(())
    })?;
    let mut seen = Vec::new();
    document.each_of("years", MOST_YEARS, &mut |year| {
        let notice = read_notice(year)?;
        if seen.contains(&notice.year) {
            return Err(year.refused(format_args!("{} is given twice", notice.year)));
        }
        seen.push(notice.year);
        builder.put_notice(notice);
        Ok(())
    })
}

/// The hours of the document in either of its forms: for all days, or by ranges of dates.
fn all_hours(document: &At<'_>, builder: &mut CalendarBuilder) -> Read<()> {
    let hours = document.get("hours");
    let make_up = optional_hours(document)?;
    let ranges = hours.filter(|hours| {
        matches!(hours.node, Node::List(items) if matches!(items.first(), Some(Node::Object(_))))
    });
    let Some(ranges) = ranges else {
        let week = hours.map(|hours| week_hours(&hours)).transpose()?;
        match (read_range(document)?, week) {
            (Some((since, until)), Some(hours)) => {
                builder.periods.push(Period { since, until, hours, make_up_hours: make_up });
            }
            (Some(_), None) => return Err(document.missing("hours")),
            (None, week) => base_hours(builder, week, make_up),
        }
        return Ok(());
    };
    if let Some(range) = document.get("since").or_else(|| document.get("until")) {
        return Err(range.refused(format_args!("the dates stand in the items of `hours`")));
    }
    let (mut base, mut base_make_up) = (None, make_up);
    ranges.each(MOST_RANGES, &mut |item| {
        item.object(&["since", "until", "hours", "make_up_hours"])?;
        let hours = week_hours(&item.need("hours")?)?;
        let make_up_hours = optional_hours(item)?;
        if let Some((since, until)) = read_range(item)? {
            builder.periods.push(Period { since, until, hours, make_up_hours });
            return Ok(());
        }
        let again = make_up_hours.is_some() && base_make_up.is_some();
        if base.replace(hours).is_some() || again {
            return Err(item.refused(format_args!("hours outside all ranges are given twice")));
        }
        if make_up_hours.is_some() {
            base_make_up = make_up_hours;
        }
        Ok(())
    })?;
    base_hours(builder, base, base_make_up);
    Ok(())
}

fn base_hours(builder: &mut CalendarBuilder, week: Option<WeekHours>, make_up: Option<DayHours>) {
    if week.is_some() {
        builder.hours = week;
    }
    if make_up.is_some() {
        builder.make_up_hours = make_up;
    }
}

fn optional_hours(object: &At<'_>) -> Read<Option<DayHours>> {
    object.get("make_up_hours").map(|hours| day_hours(&hours)).transpose()
}

/// The range of dates an object holds for, if it names one; a side left out is open.
fn read_range(object: &At<'_>) -> Read<Option<(NaiveDate, NaiveDate)>> {
    let (since, until) = (object.optional_date("since")?, object.optional_date("until")?);
    let open = since.is_none() && until.is_none();
    let range = (since.unwrap_or_else(first_day), until.unwrap_or_else(last_day));
    Ok((!open).then_some(range))
}

/// Sessions for Monday to Friday, or an object of sessions by weekday.
fn week_hours(at: &At<'_>) -> Read<WeekHours> {
    let Node::Object(entries) = at.node else {
        return day_hours(at).map(|hours| WeekHours::monday_to_friday(&hours));
    };
    let mut week = WeekHours::closed();
    let mut given = [false; 7];
    for (key, node) in entries {
        let entry = at.inner(node, Step::Field(key));
        let Some((first, last)) = weekdays(key) else {
            let keys = "no weekday; a key is `mon`, `monday` or a range such as `mon-fri`";
            return Err(entry.refused(format_args!("{keys}")));
        };
        let hours = day_hours(&entry)?;
        let days = WEEK.into_iter().zip(&mut given).take(last.saturating_add(1)).skip(first);
        for (weekday, given) in days {
            if core::mem::replace(given, true) {
                return Err(entry.refused(format_args!("{weekday} is given hours twice")));
            }
            week.set(weekday, hours.clone());
        }
    }
    Ok(week)
}

/// The first and the last day that a key names, Monday being 0.
fn weekdays(key: &str) -> Option<(usize, usize)> {
    const NAMES: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let place =
        |name: &str| NAMES.iter().position(|long| name == *long || long.get(..3) == Some(name));
    let dash = key.bytes().position(|byte| byte == b'-');
    let (first, last) = match dash {
        Some(at) => (key.get(..at)?, key.get(at.saturating_add(1)..)?),
        None => (key, key),
    };
    place(first).zip(place(last)).filter(|(first, last)| first <= last)
}

fn day_hours(at: &At<'_>) -> Read<DayHours> {
    let mut sessions = Vec::new();
    at.each(MOST_SESSIONS, &mut |session| {
        let mut ends = [None; 2];
        let mut place = ends.iter_mut();
        session.each(2, &mut |end| {
            if let Some(place) = place.next() {
                *place = Some(end.clock()?);
            }
            Ok(())
        })?;
        let [Some(open), Some(close)] = ends else {
            return Err(session.is_not("an opening and a close such as [\"07:30\", \"11:30\"]"));
        };
        sessions.push(session.checked(Session::new(open, close))?);
        Ok(())
    })?;
    at.checked(DayHours::of(sessions))
}

fn read_closure(at: &At<'_>) -> Read<Closure> {
    if let Node::Text(_) = at.node {
        let date = at.date()?;
        return Ok(Closure { since: date, until: date, reason: CLOSED.into() });
    }
    at.object(&["date", "since", "until", "reason"])?;
    let (since, until) = match at.optional_date("date")? {
        Some(_) if at.get("since").is_some() || at.get("until").is_some() => {
            let either = "either `date` or `since` and `until`, not both";
            return Err(at.refused(format_args!("{either}")));
        }
        Some(date) => (date, date),
        None => (at.need("since")?.date()?, at.need("until")?.date()?),
    };
    let reason = at.optional_text("reason")?;
    Ok(Closure { since, until, reason: reason.unwrap_or(CLOSED.into()) })
}

fn read_notice(at: &At<'_>) -> Read<Notice> {
    at.object(&["year", "status", "source", "note", "tet", "national", "off", "make_up"])?;
    let status = at.need("status")?;
    let certainty = match status.text()? {
        "final" => Certainty::Final,
        "provisional" => Certainty::Provisional,
        _ => return Err(status.is_not("`final` or `provisional`")),
    };
    let source = at.optional_text("source")?.unwrap_or(NO_SOURCE.into());
    let mut notice = Notice::new(at.need("year")?.number()?, certainty, source);
    notice.note = at.optional_text("note")?;
    if let Some(tet) = at.get("tet") {
        tet.object(&["before", "after"])?;
        let (before, after) = (tet.need("before")?.number()?, tet.need("after")?.number()?);
        notice.tet = Some(TetSplit { before, after });
    }
    if let Some(side) = at.get("national") {
        notice.national = Some(match side.text()? {
            "before" => NationalDay::Before,
            "after" => NationalDay::After,
            _ => return Err(side.is_not("`before` or `after`")),
        });
    }
    let mut off = Vec::new();
    at.each_of("off", MOST_DAYS, &mut |day| {
        off.push(read_off(day)?);
        Ok(())
    })?;
    if !off.is_empty() {
        notice.off = Some(off.into());
    }
    let mut make_up = Vec::new();
    at.each_of("make_up", MOST_DAYS, &mut |day| {
        day.object(&["date", "for", "verified"])?;
        let verified = day.get("verified").map(|verified| verified.yes_or_no()).transpose()?;
        make_up.push(MakeUpDay {
            date: day.need("date")?.date()?,
            pays_for: day.need("for")?.date()?,
            verified: verified.unwrap_or(true),
        });
        Ok(())
    })?;
    notice.make_up = make_up.into();
    Ok(notice)
}

fn read_off(at: &At<'_>) -> Read<OffDay> {
    at.object(&["date", "kind", "for"])?;
    let date = at.need("date")?.date()?;
    let kind = at.need("kind")?;
    let reason = match kind.text()? {
        "in_lieu" => OffReason::InLieu(at.optional_date("for")?),
        "swap" => OffReason::Swap(at.need("for")?.date()?),
        name => {
            let holiday = Holiday::ALL.into_iter().find(|holiday| holiday.as_str() == name);
            let Some(holiday) = holiday else {
                return Err(kind.is_not("a public holiday, `in_lieu` or `swap`"));
            };
            if let Some(other) = at.get("for") {
                let why = format_args!("a day kept as `{name}` is not for another");
                return Err(other.refused(why));
            }
            OffReason::Holiday(holiday)
        }
    };
    Ok(OffDay { date, reason })
}

/// How a place is reached from the one around it.
#[derive(Clone, Copy)]
enum Step<'a> {
    Document,
    Field(&'a str),
    Item(usize),
}

/// A place in the document and what stands there.
#[derive(Clone, Copy)]
struct At<'a> {
    node: &'a Node,
    step: Step<'a>,
    outer: Option<&'a At<'a>>,
    /// Why the document is refused.
    why: &'a Cell<Option<CalendarError>>,
}

/// Prints the path: `years[0].off[3].date`.
impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let outer = self.outer.filter(|outer| !matches!(outer.step, Step::Document));
        if let Some(outer) = outer {
            fmt::Display::fmt(outer, f)?;
        }
        match self.step {
            Step::Document => f.write_str("the document"),
            Step::Field(name) => {
                f.write_str(if outer.is_some() { "." } else { "" })?;
                f.write_str(name)
            }
            Step::Item(place) => write!(f, "[{place}]"),
        }
    }
}

impl<'a> At<'a> {
    #[cold]
    #[inline(never)]
    fn refused(&self, why: fmt::Arguments<'_>) -> Refused {
        let message = format!("`{self}`: {why}").into();
        self.why.set(Some(CalendarError::Document { message }));
        Refused
    }

    #[inline(never)]
    fn is_not(&self, wanted: &str) -> Refused {
        self.refused(format_args!("{} is not {wanted}", self.node))
    }

    /// What another part of the calendar makes of a value.
    fn checked<T>(&self, value: Result<T, CalendarError>) -> Read<T> {
        value.map_err(|error| {
            self.why.set(Some(error));
            Refused
        })
    }

    const fn inner<'b>(&'b self, node: &'b Node, step: Step<'b>) -> At<'b> {
        At { node, step, outer: Some(self), why: self.why }
    }

    fn text(&self) -> Read<&'a str> {
        match self.node {
            Node::Text(text) => Ok(text),
            _ => Err(self.is_not("a text")),
        }
    }

    fn yes_or_no(&self) -> Read<bool> {
        match self.node {
            Node::Bool(yes) => Ok(*yes),
            _ => Err(self.is_not("true or false")),
        }
    }

    fn number<N: TryFrom<i64>>(&self) -> Read<N> {
        let number = match self.node {
            Node::Whole(number) => N::try_from(*number).ok(),
            _ => None,
        };
        number.ok_or_else(|| self.is_not("a whole number of this size"))
    }

    #[inline(never)]
    fn date(&self) -> Read<NaiveDate> {
        let date = match self.node {
            Node::Text(text) => parse_date(text).ok(),
            _ => None,
        };
        date.ok_or_else(|| self.is_not("a date written YYYY-MM-DD"))
    }

    fn clock(&self) -> Read<ClockTime> {
        let clock = match self.node {
            Node::Text(text) => text.parse().ok(),
            _ => None,
        };
        clock.ok_or_else(|| self.is_not("an hour of the day written hh:mm"))
    }

    /// Reads the items of a list one after another.
    #[inline(never)]
    fn each(&self, most: usize, read: &mut dyn FnMut(&At<'_>) -> Read<()>) -> Read<()> {
        let Node::List(items) = self.node else { return Err(self.is_not("a list")) };
        if items.len() > most {
            return Err(self.refused(format_args!("more than {most} items")));
        }
        for (place, node) in items.iter().enumerate() {
            read(&self.inner(node, Step::Item(place)))?;
        }
        Ok(())
    }

    /// Reads the items of a list in an object, none when it is left out.
    fn each_of(
        &self,
        name: &str,
        most: usize,
        read: &mut dyn FnMut(&At<'_>) -> Read<()>,
    ) -> Read<()> {
        self.get(name).map_or(Ok(()), |list| list.each(most, read))
    }

    /// Checks that this is an object whose fields are known and not given twice.
    #[inline(never)]
    fn object(&self, known: &[&str]) -> Read<()> {
        let Node::Object(entries) = self.node else { return Err(self.is_not("an object")) };
        for (place, (name, node)) in entries.iter().enumerate() {
            let field = self.inner(node, Step::Field(name));
            if !known.contains(&name.as_str()) {
                return Err(
                    field.refused(format_args!("no such field here; there are `{}`", Names(known)))
                );
            }
            if entries.iter().skip(place.saturating_add(1)).any(|(other, _)| other == name) {
                return Err(field.refused(format_args!("given twice")));
            }
        }
        Ok(())
    }

    /// A field of an object; one that is `null` counts as left out.
    #[inline(never)]
    fn get<'b>(&'b self, name: &'b str) -> Option<At<'b>> {
        let Node::Object(entries) = self.node else { return None };
        let (_, node) = entries.iter().find(|(known, _)| known == name)?;
        (!matches!(node, Node::Null)).then(|| self.inner(node, Step::Field(name)))
    }

    fn missing(&self, name: &str) -> Refused {
        self.inner(self.node, Step::Field(name)).refused(format_args!("missing"))
    }

    #[inline(never)]
    fn need<'b>(&'b self, name: &'b str) -> Read<At<'b>> {
        self.get(name).ok_or_else(|| self.missing(name))
    }

    #[inline(never)]
    fn optional_date(&self, name: &str) -> Read<Option<NaiveDate>> {
        self.get(name).map(|at| at.date()).transpose()
    }

    #[inline(never)]
    fn optional_text(&self, name: &str) -> Read<Option<Cow<'static, str>>> {
        let text = self.get(name).map(|at| at.text().map(String::from)).transpose()?;
        Ok(text.map(Cow::Owned))
    }
}

/// Prints the names of fields between the quotes of a message.
struct Names<'a>(&'a [&'a str]);

impl fmt::Display for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, name) in self.0.iter().enumerate() {
            f.write_str(if place > 0 { "`, `" } else { "" })?;
            f.write_str(name)?;
        }
        Ok(())
    }
}

/// Any JSON value. Objects keep every entry, so that a field given twice is seen.
#[derive(Clone, Debug, PartialEq)]
enum Node {
    Null,
    Bool(bool),
    Whole(i64),
    /// Not whole, or larger than any number a calendar holds; no field takes one.
    Number,
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
            Self::Number => f.write_str("a number with a fraction or beyond 64 bits"),
            Self::Text(text) => match text.char_indices().nth(40) {
                Some((end, _)) => write!(f, "`{}...`", text.get(..end).unwrap_or_default()),
                None => write!(f, "`{text}`"),
            },
            Self::List(items) => write!(f, "a list of {}", items.len()),
            Self::Object(_) => f.write_str("an object"),
        }
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
        Ok(i64::try_from(number).map_or(Node::Number, Node::Whole))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        Ok(Node::Number)
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
