//! The shared cases that the typed functions can take, each as one line for a program in another
//! language.
//!
//! The fields of a line are parted by tabs: the id; the operation; the calendar and the policy in
//! JSON, or nothing; a text (a limit in words, a dossier in JSON, or dossiers in JSON parted by
//! `BETWEEN`); the words of a case; three numbers that are asked; the status expected; and what is
//! expected of a success, parted by spaces, with `-` where the case does not say.

use motcua::calendar::parse_date;
use motcua::time_limit::Amount;
use motcua::{ClockTime, ErrorKind, LocalTime};
use motcua_ffi as ffi;
use motcua_tests::vectors::Case;
use serde_json::Value;

/// Stands between the dossiers of a report.
const BETWEEN: &str = "\u{1e}";

/// How many cases of each operation there are at least; a case is never taken back.
pub(crate) const LEAST: [(&str, usize); 10] = [
    ("add_working_days", 25),
    ("count_working_days", 13),
    ("add_working_minutes", 36),
    ("count_working_minutes", 17),
    ("day", 96),
    ("deadline", 306),
    ("deadline_text", 48),
    ("parse_time_limit", 178),
    ("evaluate", 330),
    ("report", 10),
];

const TALLY: [&str; 12] = [
    "received",
    "online",
    "direct_or_post",
    "carried_over",
    "solved",
    "early",
    "on_time",
    "late",
    "pending",
    "in_time",
    "overdue",
    "ended",
];

/// What is asked of a typed function, and what it is to say.
#[derive(Default)]
struct Question {
    operation: &'static str,
    text: String,
    of_case: String,
    numbers: [i64; 3],
    told: Vec<Option<String>>,
}

fn date(value: &Value) -> Option<i64> {
    parse_date(value.as_str()?).ok().map(|date| date.to_epoch_days().into())
}

fn instant(value: &Value) -> Option<i64> {
    value.as_str()?.parse::<LocalTime>().ok().map(LocalTime::local_seconds)
}

fn small(value: &Value) -> Option<i64> {
    value.as_i64().filter(|number| i32::try_from(*number).is_ok())
}

fn unit(name: &str) -> Option<i32> {
    Some(match name {
        "same_day" => ffi::MOTCUA_UNIT_SAME_DAY,
        "minute" => ffi::MOTCUA_UNIT_MINUTE,
        "hour" => ffi::MOTCUA_UNIT_HOUR,
        "working_hour" => ffi::MOTCUA_UNIT_WORKING_HOUR,
        "day" => ffi::MOTCUA_UNIT_DAY,
        "working_day" => ffi::MOTCUA_UNIT_WORKING_DAY,
        "week" => ffi::MOTCUA_UNIT_WEEK,
        "month" => ffi::MOTCUA_UNIT_MONTH,
        "year" => ffi::MOTCUA_UNIT_YEAR,
        _ => return None,
    })
}

fn kind(name: &str) -> Option<i32> {
    Some(match name {
        "working" => ffi::MOTCUA_DAY_WORKING,
        "weekend" => ffi::MOTCUA_DAY_WEEKEND,
        "holiday" => ffi::MOTCUA_DAY_HOLIDAY,
        "in_lieu" => ffi::MOTCUA_DAY_IN_LIEU,
        "swapped_off" => ffi::MOTCUA_DAY_SWAPPED_OFF,
        "make_up" => ffi::MOTCUA_DAY_MAKE_UP,
        "closure" => ffi::MOTCUA_DAY_CLOSURE,
        _ => return None,
    })
}

fn state(name: &str) -> Option<i32> {
    Some(match name {
        "not_started" => ffi::MOTCUA_STATE_NOT_STARTED,
        "in_time" => ffi::MOTCUA_STATE_IN_TIME,
        "due_soon" => ffi::MOTCUA_STATE_DUE_SOON,
        "overdue" => ffi::MOTCUA_STATE_OVERDUE,
        "early" => ffi::MOTCUA_STATE_EARLY,
        "on_time" => ffi::MOTCUA_STATE_ON_TIME,
        "late" => ffi::MOTCUA_STATE_LATE,
        "waiting" => ffi::MOTCUA_STATE_WAITING,
        "not_accepted" => ffi::MOTCUA_STATE_NOT_ACCEPTED,
        "withdrawn" => ffi::MOTCUA_STATE_WITHDRAWN,
        "stopped" => ffi::MOTCUA_STATE_STOPPED,
        _ => return None,
    })
}

fn channel(name: Option<&str>) -> Option<i32> {
    Some(match name {
        None => ffi::MOTCUA_CHANNEL_ANY,
        Some("in_person") => ffi::MOTCUA_CHANNEL_IN_PERSON,
        Some("online") => ffi::MOTCUA_CHANNEL_ONLINE,
        Some("post") => ffi::MOTCUA_CHANNEL_POST,
        Some(_) => return None,
    })
}

fn thousandths(limit: &Value) -> Option<i64> {
    let amount: Amount = match limit.get("value") {
        Some(Value::String(text)) => text.parse().ok()?,
        Some(number) => number.to_string().parse().ok()?,
        None => Amount::default(),
    };
    let amount = i64::from(amount.thousandths());
    match limit.get("direction").and_then(Value::as_str) {
        Some("before") => amount.checked_neg(),
        _ => Some(amount),
    }
}

/// What a field of the expected answer is as a number, `none` where it is expected to be null.
fn told(expect: &Value, path: &str, number: impl Fn(&Value) -> Option<i64>) -> Option<String> {
    match expect.pointer(path)? {
        Value::Null => Some("none".to_owned()),
        value => number(value).map(|number| number.to_string()),
    }
}

fn deadline(given: &Value, expect: &Value) -> Option<Question> {
    let received = instant(given.get("received")?)?;
    let told = vec![told(expect, "/due", instant), told(expect, "/due_date", date)];
    let text = |key: &str| given.get(key).map(|text| text.as_str().map(ToOwned::to_owned));
    match (given.get("limit"), text("text")) {
        (Some(limit), None) => {
            let unit = unit(limit.get("unit")?.as_str()?)?;
            let numbers = [received, thousandths(limit)?, unit.into()];
            Some(Question { operation: "deadline", numbers, told, ..Question::default() })
        }
        (None, Some(Some(text))) => {
            let mut of_case = given.get("case").map_or(Some(""), Value::as_str)?.to_owned();
            if given.get("case").is_some() && of_case.is_empty() {
                // A case that is given and empty is another thing than none.
                of_case.push(' ');
            }
            let channel = channel(given.get("channel").and_then(Value::as_str))?;
            let numbers = [received, 0, channel.into()];
            Some(Question { operation: "deadline_text", text, of_case, numbers, told })
        }
        _ => None,
    }
}

fn evaluate(given: &Value, expect: &Value) -> Option<Question> {
    let number = Value::as_i64;
    let status = |value: &Value| value.get("code").and_then(Value::as_i64);
    let standing = |value: &Value| state(value.as_str()?).map(i64::from);
    Some(Question {
        operation: "evaluate",
        text: given.get("dossier")?.to_string(),
        numbers: [instant(given.get("as_of")?)?, 0, 0],
        told: vec![
            told(expect, "/standing", standing),
            told(expect, "/span/days", number),
            told(expect, "/span/hours", number),
            told(expect, "/span/minutes", number),
            told(expect, "/due", instant),
            told(expect, "/due_date", date),
            told(expect, "/status", status),
            told(expect, "/received", instant),
            told(expect, "/finished", instant),
            told(expect, "/returned", instant),
        ],
        ..Question::default()
    })
}

fn report(given: &Value, expect: &Value) -> Option<Question> {
    let dossiers: Vec<String> =
        given.get("dossiers")?.as_array()?.iter().map(ToString::to_string).collect();
    let tally = |row: &Value| TALLY.map(|column| told(row, &format!("/{column}"), Value::as_i64));
    let mut told = Vec::new();
    if let Some(rows) = expect.get("rows").and_then(Value::as_array) {
        // A record that is no dossier cannot be given to a typed function.
        if !expect.get("refused")?.as_array()?.is_empty() {
            return None;
        }
        told.extend(tally(expect.get("totals")?));
        told.extend([Some(rows.len().to_string()), Some("0".to_owned())]);
        told.extend(rows.iter().flat_map(tally));
    }
    Some(Question {
        operation: "report",
        text: dossiers.join(BETWEEN),
        numbers: [date(given.get("from")?)?, date(given.get("to")?)?, 0],
        told,
        ..Question::default()
    })
}

/// The question of a case, if a typed function can be asked it.
fn question(case: &Case) -> Option<Question> {
    let (given, nothing) = (&case.given, Value::Null);
    let expect = case.expect.as_ref().unwrap_or(&nothing);
    let operation = given.get("op")?.as_str()?;
    let known: &[&str] = match operation {
        "add_working_days" => &["date", "n"],
        "count_working_days" | "count_working_minutes" => &["from", "to"],
        "add_working_minutes" => &["at", "minutes"],
        "day" => &["date"],
        "deadline" => &["received", "limit", "text", "case", "channel"],
        "parse_time_limit" => &["text"],
        "evaluate" => &["dossier", "as_of"],
        "report" => &["from", "to", "dossiers"],
        _ => return None,
    };
    let common = ["op", "id", "calendar", "policy", "standing"];
    let takes = |key: &String| common.contains(&key.as_str()) || known.contains(&key.as_str());
    if !given.as_object()?.keys().all(takes) {
        return None;
    }
    let simple = |operation, numbers, told| {
        Some(Question { operation, numbers, told, ..Question::default() })
    };
    let of = |key: &str| &given[key];
    match operation {
        "add_working_days" => simple(
            "add_working_days",
            [date(of("date"))?, small(of("n"))?, 0],
            vec![told(expect, "/date", date)],
        ),
        "count_working_days" => simple(
            "count_working_days",
            [date(of("from"))?, date(of("to"))?, 0],
            vec![told(expect, "/count", Value::as_i64)],
        ),
        "add_working_minutes" => simple(
            "add_working_minutes",
            [instant(of("at"))?, small(of("minutes"))?, 0],
            vec![told(expect, "/at", instant)],
        ),
        "count_working_minutes" => simple(
            "count_working_minutes",
            [instant(of("from"))?, instant(of("to"))?, 0],
            vec![told(expect, "/minutes", Value::as_i64)],
        ),
        "day" => simple(
            "day",
            [date(of("date"))?, 0, 0],
            vec![
                told(expect, "/kind", |name| kind(name.as_str()?).map(i64::from)),
                told(expect, "/working", |working| working.as_bool().map(i64::from)),
            ],
        ),
        "deadline" => deadline(given, expect),
        "parse_time_limit" => {
            let clock = |value: &Value| {
                value.as_str()?.parse::<ClockTime>().ok().map(|clock| clock.minutes().into())
            };
            let limits = expect.get("limits").and_then(Value::as_array);
            let kind = expect.get("kind").and_then(Value::as_str);
            Some(Question {
                operation: "parse_time_limit",
                text: of("text").as_str()?.to_owned(),
                told: vec![
                    kind.map(ToOwned::to_owned),
                    limits.map(|limits| limits.len().to_string()),
                    told(expect, "/cutoff", clock),
                ],
                ..Question::default()
            })
        }
        "evaluate" => evaluate(given, expect),
        _ => report(given, expect),
    }
}

/// A case as a line, with its operation, if the typed functions can take it.
pub(crate) fn line(case: &Case) -> Option<(&'static str, String)> {
    let given = &case.given;
    let Question { operation, text, of_case, numbers, told } = question(case)?;
    // Only a dossier keeps the form it has in a request; the rest has no wrong form in C at all.
    if case.error.as_deref() == Some("invalid_request") && operation != "evaluate" {
        return None;
    }
    let status = match &case.error {
        None => 0,
        Some(code) => {
            let known = ErrorKind::ALL.iter().find(|kind| kind.as_str() == code);
            known.unwrap_or_else(|| panic!("{}: no error {code}", case.id)).number()
        }
    };
    // A case that tells only of the steps, say, has nothing for the typed functions.
    if status == 0 && told.iter().all(Option::is_none) {
        return None;
    }
    let calendar = given.get("calendar").map(ToString::to_string).unwrap_or_default();
    let parts = ["policy", "standing"].map(|key| Some(format!(r#""{key}":{}"#, given.get(key)?)));
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let policy = if parts.is_empty() { String::new() } else { format!("{{{}}}", parts.join(",")) };
    let told: Vec<String> =
        told.into_iter().map(|told| told.unwrap_or_else(|| "-".to_owned())).collect();
    let fields = [
        case.id.clone(),
        operation.to_owned(),
        calendar,
        policy,
        text,
        of_case,
        numbers[0].to_string(),
        numbers[1].to_string(),
        numbers[2].to_string(),
        status.to_string(),
        told.join(" "),
    ];
    // What holds a tab or the end of a line is for the door.
    let plain = fields.iter().all(|field| !field.contains(['\t', '\n', '\r', '\0']));
    plain.then(|| (operation, fields.join("\t")))
}
