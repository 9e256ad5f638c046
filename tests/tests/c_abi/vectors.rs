//! The cases of `tests/vectors`, for programs in other languages: as requests in JSON, one a line,
//! and as lines of numbers for the typed functions.

use std::io::Write;
use std::process::{Command, Stdio};

use motcua::calendar::parse_date;
use motcua::time_limit::Amount;
use motcua::{ErrorKind, LocalTime};
use motcua_ffi as ffi;
use motcua_tests::vectors::{Case, files};
use serde_json::Value;

use crate::build::compile;

/// All cases of all files.
fn cases() -> Vec<Case> {
    files().unwrap().into_iter().flat_map(|file| file.cases).collect()
}

/// Runs a program on an input and gives what it prints.
fn feed(command: &mut Command, text: String) -> String {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().unwrap();
    // A program that stops early says why, and that counts.
    let _ = writer.join().unwrap();
    assert!(output.status.success(), "{command:?}: {}", output.status);
    String::from_utf8(output.stdout).unwrap()
}

/// Puts all cases to a program that reads the length of a request, the end of the line, and the
/// request, over and over, and prints one answer a line.
pub(crate) fn check_answers(command: &mut Command) {
    let cases = cases();
    let framed = |request: String| format!("{}\n{request}", request.len());
    let output = feed(command, cases.iter().map(|case| framed(case.request())).collect());
    let answers: Vec<&str> = output.lines().collect();
    let mut faults = Vec::new();
    for (answer, case) in answers.iter().zip(&cases) {
        let fault = case.fault(&serde_json::from_str(answer).unwrap());
        faults.extend(fault.map(|fault| format!("{} {fault}", case.id)));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert_eq!(answers.len(), cases.len(), "{command:?}");
    at_least(cases.len(), 700);
}

/// So that no runner passes by running nothing.
fn at_least(count: usize, least: usize) {
    assert!(count >= least, "{count} cases, at least {least} are in tests/vectors");
}

/// Puts the cases that the typed functions can take to a program that runs them line by line and
/// prints how many it ran.
pub(crate) fn check_typed(command: &mut Command) {
    let lines: Vec<String> = cases().iter().filter_map(typed).collect();
    let count = lines.len();
    let text = lines.into_iter().flat_map(|line| [line, "\n".to_owned()]).collect();
    assert_eq!(feed(command, text).trim(), count.to_string(), "{command:?}");
    at_least(count, 300);
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

fn channel(name: Option<&str>) -> Option<i32> {
    Some(match name {
        None => ffi::MOTCUA_CHANNEL_ANY,
        Some("in_person") => ffi::MOTCUA_CHANNEL_IN_PERSON,
        Some("online") => ffi::MOTCUA_CHANNEL_ONLINE,
        Some("post") => ffi::MOTCUA_CHANNEL_POST,
        Some(_) => return None,
    })
}

/// A case as a line for the typed functions, if they can take it.
fn typed(case: &Case) -> Option<String> {
    let given = &case.given;
    let expected = case.expect.as_ref();
    let of = |key: &str| expected.and_then(|expected| expected.get(key));
    let mut op = given.get("op")?.as_str()?;
    let known: &[&str] = match op {
        "add_working_days" => &["date", "n"],
        "count_working_days" | "count_working_minutes" => &["from", "to"],
        "add_working_minutes" => &["at", "minutes"],
        "day" => &["date"],
        "deadline" => &["received", "limit", "text", "case", "channel", "policy"],
        _ => return None,
    };
    let standard = |key: &String| ["op", "id", "calendar"].contains(&key.as_str());
    if !given.as_object()?.keys().all(|key| standard(key) || known.contains(&key.as_str())) {
        return None;
    }
    // Requests of a wrong form have no form in C at all.
    if case.error.as_ref().is_some_and(|code| code == "invalid_request") {
        return None;
    }
    let text = |key: &str| given.get(key).map(|text| text.as_str().unwrap_or("\n").to_owned());
    let (mut words, mut of_case) = (String::new(), String::new());
    let (asked, answers): ([i64; 3], [Option<i64>; 2]) = match op {
        "add_working_days" => {
            ([date(&given["date"])?, small(&given["n"])?, 0], [of("date").and_then(date), None])
        }
        "count_working_days" => (
            [date(&given["from"])?, date(&given["to"])?, 0],
            [of("count").and_then(Value::as_i64), None],
        ),
        "add_working_minutes" => (
            [instant(&given["at"])?, small(&given["minutes"])?, 0],
            [of("at").and_then(instant), None],
        ),
        "count_working_minutes" => (
            [instant(&given["from"])?, instant(&given["to"])?, 0],
            [of("minutes").and_then(Value::as_i64), None],
        ),
        "day" => {
            let working = of("working").and_then(Value::as_bool).map(i64::from);
            let kind = of("kind").and_then(Value::as_str).and_then(kind).map(i64::from);
            ([date(&given["date"])?, 0, 0], [kind, working])
        }
        _ => {
            let received = instant(&given["received"])?;
            let answers = [of("due").and_then(instant), of("due_date").and_then(date)];
            if let Some(limit) = given.get("limit") {
                if given.get("text").is_some() {
                    return None;
                }
                let unit = unit(limit.get("unit")?.as_str()?)?;
                ([received, thousandths(limit)?, unit.into()], answers)
            } else {
                op = "deadline_text";
                words = text("text")?;
                of_case = text("case").unwrap_or_default();
                if given.get("case").is_some() && of_case.is_empty() {
                    " ".clone_into(&mut of_case);
                }
                let channel = channel(given.get("channel").and_then(Value::as_str))?;
                ([received, 0, channel.into()], answers)
            }
        }
    };
    let status = match &case.error {
        None => 0,
        Some(code) => {
            let known = ErrorKind::ALL.iter().find(|kind| kind.as_str() == code);
            known.unwrap_or_else(|| panic!("{}: no error {code}", case.id)).number()
        }
    };
    // A case that tells only of the steps, say, has nothing for the typed functions.
    if status == 0 && answers[0].is_none() {
        return None;
    }
    let json = |key: &str| given.get(key).map(ToString::to_string).unwrap_or_default();
    let policy = given.get("policy").map(|policy| format!(r#"{{"policy":{policy}}}"#));
    let number = |number: Option<i64>| number.map(|n| n.to_string()).unwrap_or_default();
    let fields = [
        case.id.clone(),
        op.to_owned(),
        json("calendar"),
        policy.unwrap_or_default(),
        words,
        of_case,
        asked[0].to_string(),
        asked[1].to_string(),
        asked[2].to_string(),
        status.to_string(),
        number(answers[0]),
        number(answers[1]),
    ];
    // What holds a tab or the end of a line is for the door.
    let plain = fields.iter().all(|field| !field.contains(['\t', '\n', '\r', '\0']));
    plain.then(|| fields.join("\t"))
}

#[test]
fn c_answers_the_shared_cases() {
    check_answers(&mut Command::new(compile("cc", "c/answers.c", "plain", &["-std=c99"])));
}

#[test]
fn c_runs_the_shared_cases_typed() {
    check_typed(&mut Command::new(compile("cc", "c/typed.c", "plain", &["-std=c99"])));
}

#[test]
fn cpp_runs_the_shared_cases() {
    let program = compile("c++", "cpp/vectors.cpp", "plain", &["-std=c++17"]);
    check_answers(Command::new(&program).arg("answers"));
    check_typed(Command::new(&program).arg("typed"));
}
