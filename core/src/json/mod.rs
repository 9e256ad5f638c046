//! Cửa JSON — one request, one answer, over everything the engine does.
//!
//! The same door in every language: `motcua_answer_json` in C, `answerJson` in JavaScript, the
//! example `eval` on the command line. A request is an object with an `op`; an `id` of any form
//! is given back. An answer is an object, or `{"error": {"code": ..., "message": ...}}` with a
//! stable code ([`crate::ErrorKind`]).
//!
//! | op | asks |
//! |---|---|
//! | `day` | what a day is for the office |
//! | `days` | the same for a range of at most 400 days |
//! | `lunar` | the lunar date of a day |
//! | `add_working_days`, `count_working_days` | day arithmetic |
//! | `add_working_minutes`, `count_working_minutes` | minute arithmetic |
//! | `parse_time_limit` | what a limit text says |
//! | `limits_audit` | where published limits contradict their texts |
//! | `deadline` | the due time of a limit, with its reasons |
//! | `evaluate` | what the log of a dossier means at an instant |
//! | `touched` | which open promises a later notice would have made different |
//! | `national` | records of the national portal against their own events |
//! | `report` | a period: form II.06a and II.07b, late and due lists, times, days and months |
//! | `indicators` | the nine indicators of agencies and officers, and the parts of QĐ 766 that follow |
//! | `inspect` | an agency's administrative reform over a period: measures, findings, plans, duties |
//! | `procedure` | a procedure's code, limit, fees, steps, level, mode; or a search of a catalogue |
//! | `fee` | what an applicant pays on a date, by a channel, in a case |
//! | `coverage` | how many procedures reach a level, and the shares of online dossiers |
//! | `publication_audit` | what a catalogue lacks of what must be published, and by when |
//! | `service_level` | a level in its regime: its checklist, order and customary mapping |
//! | `version` | the version of the engine and that of its facts of law and calendar |
//! | `dossier_code` | the parts of a dossier code, or a code of its parts |

mod answer;
pub(crate) mod bounds;
mod catalogue;
mod document;
mod dossier;
mod duty;
mod evaluate;
mod indicators;
mod inspect;
mod limits;
mod national;
mod procedure;
mod report;
mod request;
mod touched;

use alloc::borrow::Cow;
use alloc::string::{String, ToString};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub use bounds::{MAX_DEPTH, MAX_OBJECTS, MAX_REQUEST, MAX_VALUES};
pub use catalogue::catalogue;
pub use document::{RecordError, dossiers};
pub use dossier::DossierRecord;

use crate::calendar::Overlay;
use crate::obligation::StandingPolicy;
use crate::regulation::CountingPolicy;
use crate::{Calendar, Error, ErrorKind};

/// Why a request was not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RequestError {
    /// Not JSON.
    #[error("this is not JSON: {message}")]
    Json {
        /// What is wrong, with line and column.
        message: String,
    },
    /// Longer than [`MAX_REQUEST`].
    #[error("the request has {length} bytes, more than {MAX_REQUEST}")]
    TooLong {
        /// Its length in bytes.
        length: usize,
    },
    /// Nested deeper than [`MAX_DEPTH`].
    #[error("the request is nested deeper than {MAX_DEPTH} levels")]
    TooDeep,
    /// Of more objects than [`MAX_OBJECTS`] or more values than [`MAX_VALUES`].
    #[error("the request has more than {most} {what}")]
    TooMany {
        /// Objects or values.
        what: &'static str,
        /// The most there can be.
        most: usize,
    },
    /// No operation of this name.
    #[error("there is no operation `{op}`")]
    UnknownOp {
        /// The name as given.
        op: String,
    },
    /// A field that is missing, unknown or of another form.
    #[error("{message}")]
    Field {
        /// What is wrong, with the field.
        message: String,
    },
}

impl RequestError {
    /// The stable kind of this error.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::Json { .. } => ErrorKind::InvalidJson,
            Self::TooLong { .. } => ErrorKind::TooLong,
            Self::TooDeep => ErrorKind::TooDeep,
            Self::TooMany { .. } => ErrorKind::TooMany,
            Self::UnknownOp { .. } => ErrorKind::UnknownOp,
            Self::Field { .. } => ErrorKind::InvalidRequest,
        }
    }
}

/// Answers one request on the built-in calendar; see [`Door`] for more than one.
///
/// # Examples
///
/// ```
/// let answer = motcua::json::answer(
///     r#"{"op": "add_working_days", "date": "2026-08-19", "n": 10}"#,
/// );
/// assert_eq!(answer, r#"{"date":"2026-09-04","certainty":"final"}"#);
/// ```
#[must_use]
pub fn answer(request: &str) -> String {
    match Door::new() {
        Ok(door) => door.answer(request),
        Err(error) => failure(&error, None),
    }
}

/// Cửa — a door with its calendar built once, for many requests.
///
/// # Examples
///
/// ```
/// use motcua::json::Door;
///
/// let door = Door::new()?;
/// let answer = door.answer(r#"{"op": "day", "date": "2051-01-01", "id": 7}"#);
/// assert!(answer.contains(r#""code":"no_calendar_data""#));
/// assert!(answer.contains(r#""id":7"#));
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Door {
    calendar: Calendar,
}

/// An answer with the `id` of its request.
#[derive(Serialize)]
struct Identified<'a, T> {
    #[serde(flatten)]
    answer: T,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a Value>,
}

impl Door {
    /// A door on the built-in calendar.
    ///
    /// # Errors
    ///
    /// None in practice, as [`Calendar::vietnam`].
    pub fn new() -> Result<Self, Error> {
        Ok(Self { calendar: Calendar::vietnam()? })
    }

    /// A door on an office's own calendar; a request can still lay its own over the built-in one.
    #[must_use]
    pub const fn with_calendar(calendar: Calendar) -> Self {
        Self { calendar }
    }

    /// The calendar of requests that bring none of their own.
    #[must_use]
    pub const fn own_calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Answers one request. Whatever is wrong with it, the answer is a JSON object.
    #[must_use]
    pub fn answer(&self, request: &str) -> String {
        let mut request = match parse(request) {
            Ok(request) => request,
            Err(error) => return failure(&error, None),
        };
        let id = request.as_object_mut().and_then(|fields| fields.remove("id"));
        match self.run(request, id.as_ref()) {
            Ok(answer) => answer,
            Err(error) => failure(&error, id.as_ref()),
        }
    }

    fn run(&self, mut request: Value, id: Option<&Value>) -> Result<String, Error> {
        let op = request.as_object_mut().and_then(|fields| fields.remove("op"));
        let Some(Value::String(op)) = op else {
            let message = "the request is not an object with an `op`".into();
            return Err(RequestError::Field { message }.into());
        };
        Ok(match op.as_str() {
            "version" => give(answer::version(&read(request)?), id),
            "day" => give(self.day(&read(request)?)?, id),
            "days" => give(self.days(&read(request)?)?, id),
            "lunar" => give(answer::lunar(&read(request)?)?, id),
            "add_working_days" => give(self.add_working_days(&read(request)?)?, id),
            "count_working_days" => give(self.count_working_days(&read(request)?)?, id),
            "add_working_minutes" => give(self.add_working_minutes(&read(request)?)?, id),
            "count_working_minutes" => give(self.count_working_minutes(&read(request)?)?, id),
            "parse_time_limit" => give(answer::parse_time_limit(&read(request)?), id),
            "limits_audit" => give(limits::limits_audit(read(request)?), id),
            "deadline" => give(self.deadline(&read(request)?)?, id),
            "evaluate" => give(self.evaluate(read(request)?)?, id),
            "touched" => give(self.touched(read(request)?)?, id),
            "national" => give(self.national(read(request)?)?, id),
            "report" => give(self.report(read(request)?)?, id),
            "indicators" => give(self.indicators(read(request)?)?, id),
            "inspect" => give(self.inspect(read(request)?)?, id),
            "procedure" => give(procedure::procedure_op(read(request)?)?, id),
            "fee" => give(procedure::fee(read(request)?)?, id),
            "coverage" => give(procedure::coverage(read(request)?)?, id),
            "publication_audit" => give(self.publication_audit(read(request)?)?, id),
            "service_level" => give(procedure::service_level(&read(request)?)?, id),
            "dossier_code" => give(procedure::dossier_code(read(request)?)?, id),
            _ => return Err(RequestError::UnknownOp { op }.into()),
        })
    }

    /// The calendar a request is about.
    fn calendar(&self, overlay: Option<&Overlay>) -> Result<Cow<'_, Calendar>, Error> {
        Ok(match overlay {
            None => Cow::Borrowed(&self.calendar),
            Some(overlay) => Cow::Owned(overlay.clone().apply(Calendar::builder())?.build()?),
        })
    }
}

fn read<T: DeserializeOwned>(request: Value) -> Result<T, Error> {
    serde_json::from_value(request)
        .map_err(|error| RequestError::Field { message: error.to_string() }.into())
}

fn give(answer: impl Serialize, id: Option<&Value>) -> String {
    text(&Identified { answer, id })
}

/// Reads the fields `policy` and `standing` as requests carry them; what is left out is as by
/// default.
///
/// # Examples
///
/// ```
/// use motcua::regulation::DueTime;
///
/// let (counting, _) = motcua::json::policies(r#"{"policy": {"due": "midnight"}}"#)?;
/// assert_eq!(counting.due, DueTime::Midnight);
/// # Ok::<(), motcua::Error>(())
/// ```
///
/// # Errors
///
/// [`RequestError`] for a text that is not such an object.
pub fn policies(text: &str) -> Result<(CountingPolicy, StandingPolicy), Error> {
    let fields: request::Policies = read(parse(text)?)?;
    Ok((fields.policy, fields.standing.policy()))
}

fn parse(text: &str) -> Result<Value, Error> {
    bounds::check(text)?;
    serde_json::from_str(text)
        .map_err(|error| RequestError::Json { message: error.to_string() }.into())
}

#[derive(Serialize)]
struct Failure<'a> {
    error: ErrorBody<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a Value>,
}

/// What went wrong, as answers carry it.
#[derive(Clone, Debug, Serialize)]
struct ErrorBody<'a> {
    code: &'a str,
    message: String,
}

impl ErrorBody<'static> {
    fn new(error: &Error) -> Self {
        Self { code: error.kind().as_str(), message: error.to_string() }
    }
}

fn failure(error: &Error, id: Option<&Value>) -> String {
    text(&Failure { error: ErrorBody::new(error), id })
}

/// Answers are made of strings, numbers and lists, which always have a JSON form.
fn text(answer: &impl Serialize) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}
