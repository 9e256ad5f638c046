//! What is said in words: the reasons of a due time and the limit texts of officials.

use alloc::string::String;

use motcua::deadline::{Counted, Step};
use motcua::regulation::CountingPolicy;
use motcua::time_limit::{Amount, Limit, TimeLimit};
use motcua::{Calendar, ClockTime, Deadline, LocalTime};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::engine::{Failure, due_fields};
use crate::json::Writer;

/// What a limit text says, as a JSON object with the fields of the operation `parse_time_limit`.
#[wasm_bindgen(js_name = parseTimeLimit)]
#[must_use]
pub fn parse_time_limit(text: &str) -> String {
    let mut json = Writer::default();
    match TimeLimit::parse(text).serialize(&mut json) {
        Ok(()) => json.finish(),
        Err(_) => String::new(),
    }
}

/// The one limit that a text gives, and the cut-off hour it sets of its own.
pub(crate) fn select(
    text: &str,
    case: Option<&str>,
    channel: Option<&str>,
) -> Result<(Limit, Option<ClockTime>), Failure> {
    let read = TimeLimit::parse(text);
    let limit = read.select(case, channel)?;
    Ok((limit, read.cut_off()))
}

/// A due time with its reasons.
pub(crate) fn appointment(
    json: &mut Writer,
    calendar: &Calendar,
    policy: &CountingPolicy,
    received: LocalTime,
    limit: Limit,
    strict: bool,
) -> Result<(), Failure> {
    let compute = if strict { Deadline::strict } else { Deadline::new };
    let deadline = compute(calendar, policy, received, limit)?;
    due_fields(json, received, deadline.due());
    json.key("steps").open('[');
    for step in deadline.steps() {
        json.open('{');
        step_fields(json, step);
        json.close('}');
    }
    json.close(']');
    json.key("shortVi").text(&deadline.appointment_vietnamese());
    json.key("shortEn").text(&deadline.appointment_english());
    json.key("textVi").text(&deadline.vietnamese());
    json.key("textEn").text(&deadline.english());
    Ok(())
}

fn step_fields(json: &mut Writer, step: &Step) {
    json.key("kind").text(&step.kind.as_str());
    json.key("from").text(&step.from);
    json.key("to").text(&step.to);
    match step.counted {
        Counted::Nothing => {}
        Counted::Units { amount, total, unit } => {
            json.key("amount").raw(&amount);
            json.key("total").raw(&total);
            json.key("unit").text(&unit.as_str());
        }
        Counted::Time { seconds, total } => {
            json.key("amount").raw(&minutes(seconds));
            json.key("total").raw(&minutes(total));
            json.key("unit").text(&"minute");
        }
    }
    if let Some(holiday) = step.holiday {
        json.key("holiday").text(&holiday.as_str());
    }
    if let Some(date) = step.exchanged_for {
        json.key("exchangedFor").text(&date);
    }
    if let Some(kind) = step.because {
        json.key("because").text(&kind);
    }
    json.key("citation").text(&step.basis.vietnamese);
    json.key("citationEn").text(&step.basis.english);
    json.key("verified").raw(&step.basis.verified);
}

/// Minutes, with the part of one that seconds make.
fn minutes(seconds: i64) -> Amount {
    let thousandths = u32::try_from(seconds.saturating_mul(1_000) / 60).unwrap_or(u32::MAX);
    Amount::from_thousandths(thousandths)
}
