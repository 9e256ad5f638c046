//! A dossier log of two years, MADE UP (dữ liệu giả lập) from a fixed seed: no dossier, officer
//! or division of it exists. It goes where counting goes wrong: both Tết, every swap, make-up
//! Saturdays, the hour after 15:00, month ends, weekends and nights, 24 November 2026.

use std::collections::BTreeMap;

use motcua::chrono::{Days, NaiveDate, TimeDelta};
use motcua::deadline::Language;
use motcua::procedure::{Catalogue, Procedure};
use motcua::regulation::CountingPolicy;
use motcua::time_limit::Channel;
use motcua::{Calendar, Error, LocalTime, deadline};
use serde_json::{Value, json};

use crate::input::{Case, FINISHED, RECEIVED, RETURNED};

/// What every document and report of this log says of it.
pub(crate) const LABEL: &str = "DỮ LIỆU GIẢ LẬP";
/// The same at more length.
const ABOUT: [&str; 2] = [
    "DỮ LIỆU GIẢ LẬP: mọi hồ sơ, tên người và phòng đều không có thật",
    "MADE-UP DATA (dữ liệu giả lập): no dossier, officer or division of it exists",
];

/// What a page says of this log, in the language of the page.
pub(crate) fn notice(language: Language) -> String {
    let [vietnamese, english] = ABOUT;
    match language {
        Language::Vietnamese => vietnamese.to_owned(),
        Language::English => english.to_owned(),
    }
}

/// Stands in every code of the log, so that no list of it can be mistaken.
const PREFIX: &str = "GIALAP-";
const SEED: u64 = 2026;
const RANDOM_RECEIPTS: usize = 350;
/// More of them in the last days, so that the desk has something on it.
const RECENT_RECEIPTS: usize = 30;
const RECENT_DAYS: u64 = 32;
/// The last instant of the log.
const NOW: &str = "2026-11-23T10:00";

/// Receipts that are there for what lies behind them.
const CHOSEN: &[(&str, Channel)] = &[
    // Before Tết 2025 (27-31 January off), on both sides of 15:00.
    ("2025-01-24T14:50", Channel::InPerson),
    ("2025-01-24T15:30", Channel::InPerson),
    ("2025-01-29T09:12", Channel::Online),
    ("2025-02-28T16:40", Channel::Post),
    // The make-up Saturday of 2 May 2025, and the holidays themselves.
    ("2025-04-26T09:15", Channel::InPerson),
    ("2025-04-29T15:05", Channel::InPerson),
    ("2025-05-01T21:30", Channel::Online),
    ("2025-08-29T15:00", Channel::InPerson),
    ("2025-09-02T02:14", Channel::Online),
    ("2025-12-31T16:55", Channel::InPerson),
    // The make-up Saturday of 2 January 2026.
    ("2026-01-10T08:30", Channel::InPerson),
    ("2026-01-31T22:40", Channel::Online),
    // Before and in Tết 2026 (16-20 February off).
    ("2026-02-13T09:00", Channel::InPerson),
    ("2026-02-13T16:20", Channel::InPerson),
    ("2026-02-17T08:08", Channel::Online),
    ("2026-04-24T15:01", Channel::InPerson),
    ("2026-04-30T19:45", Channel::Online),
    // The worked example, and the make-up Saturday of 31 August 2026.
    ("2026-08-19T09:00", Channel::InPerson),
    ("2026-08-22T10:05", Channel::InPerson),
    ("2026-08-28T15:00", Channel::InPerson),
    ("2026-08-28T15:01", Channel::InPerson),
    ("2026-08-31T23:59", Channel::Online),
    // Around 24 November 2026, off for the first time.
    ("2026-11-20T15:10", Channel::InPerson),
    ("2026-11-21T11:20", Channel::Online),
    ("2026-11-22T23:50", Channel::Online),
    ("2026-11-23T00:12", Channel::Online),
    ("2026-11-23T07:35", Channel::InPerson),
    ("2026-11-23T08:20", Channel::Post),
    ("2026-11-23T09:05", Channel::InPerson),
    (NOW, Channel::InPerson),
];

/// Invented divisions, by the field they deal with, and who sits there.
const ROOMS: &[(&str, &str, [&str; 2])] = &[
    ("Bưu chính", "Phòng Bưu chính", ["Nguyễn Văn An", "Trần Thị Bình"]),
    (
        "Phát thanh truyền hình và thông tin điện tử",
        "Phòng Thông tin điện tử",
        ["Lê Văn Cường", "Phạm Thị Dung"],
    ),
    ("Báo chí", "Phòng Báo chí", ["Hoàng Văn Em", "Vũ Thị Giang"]),
    ("Xuất bản, In và Phát hành", "Phòng Xuất bản", ["Đặng Văn Hòa", "Bùi Thị Lan"]),
];

/// Numbers that are the same on every machine (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below another; the tiny bias does not matter here.
    fn below(&mut self, end: u64) -> u64 {
        self.next().checked_rem(end).unwrap_or(0)
    }

    fn below_i32(&mut self, end: i32) -> i32 {
        let end = u64::try_from(end).unwrap_or(0);
        i32::try_from(self.below(end)).unwrap_or(0)
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let at = self.below(u64::try_from(list.len()).ok()?);
        list.get(usize::try_from(at).ok()?)
    }
}

/// A made-up dossier.
pub(crate) struct MadeUp {
    pub(crate) code: String,
    pub(crate) procedure: String,
    pub(crate) channel: Channel,
    pub(crate) agency: &'static str,
    pub(crate) officer: &'static str,
    pub(crate) events: Vec<(&'static str, LocalTime)>,
}

/// The log, in the order of receipt.
pub(crate) fn log(calendar: &Calendar, catalogue: &Catalogue) -> Result<Vec<MadeUp>, Error> {
    let mut numbers = Numbers(SEED);
    let now: LocalTime = NOW.parse()?;
    let mut receipts: Vec<(LocalTime, Channel)> = Vec::new();
    for (at, channel) in CHOSEN {
        receipts.push((at.parse()?, *channel));
    }
    let first = motcua::calendar::parse_date("2025-01-02")?;
    let days = now.date().signed_duration_since(first).num_days();
    let days = days.unsigned_abs();
    for number in 0..RANDOM_RECEIPTS.saturating_add(RECENT_RECEIPTS) {
        let ahead = if number < RANDOM_RECEIPTS {
            numbers.below(days)
        } else {
            days.saturating_sub(RECENT_DAYS).saturating_add(numbers.below(RECENT_DAYS))
        };
        let date = first.checked_add_days(Days::new(ahead)).unwrap_or(first);
        receipts.push(receipt(calendar, &mut numbers, date)?);
    }
    receipts.retain(|(at, _)| *at <= now);
    receipts.sort_by_key(|(at, _)| *at);
    let mut on_day: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    let mut log = Vec::new();
    for (at, channel) in receipts {
        let number = on_day.entry(at.date()).or_default();
        *number = number.saturating_add(1);
        let Some(procedure) = numbers.pick(catalogue.procedures()) else { break };
        let code = format!("{PREFIX}{}-{number:04}", at.date().format("%y%m%d"));
        log.push(dossier(calendar, &mut numbers, procedure, code, at, channel, now)?);
    }
    Ok(log)
}

/// A receipt at the counter or by post in office hours, or online at any hour of any day.
fn receipt(
    calendar: &Calendar,
    numbers: &mut Numbers,
    date: NaiveDate,
) -> Result<(LocalTime, Channel), Error> {
    let channel = match numbers.below(100) {
        0..=54 => Channel::Online,
        55..=92 => Channel::InPerson,
        _ => Channel::Post,
    };
    if channel == Channel::Online && numbers.below(4) == 0 {
        // By day or by night, on whatever day.
        let at = date.and_hms_opt(0, 0, 0).unwrap_or_default();
        let minutes = numbers.below(1_440);
        let at = at.checked_add_signed(TimeDelta::minutes(i64::try_from(minutes).unwrap_or(0)));
        return Ok((LocalTime::new(at.unwrap_or_default()), channel));
    }
    let date = calendar.add_working_days(date, 0)?;
    let minutes = numbers.below_i32(i32::from(calendar.hours(date)?.minutes()));
    Ok((in_office(calendar, date, minutes)?, channel))
}

/// An instant some open minutes after the opening of a working day.
fn in_office(calendar: &Calendar, date: NaiveDate, minutes: i32) -> Result<LocalTime, Error> {
    let open = calendar.open_of(date)?;
    let open =
        open.unwrap_or_else(|| LocalTime::new(date.and_hms_opt(8, 0, 0).unwrap_or_default()));
    Ok(calendar.add_working_minutes(open, minutes)?)
}

fn dossier(
    calendar: &Calendar,
    numbers: &mut Numbers,
    procedure: &Procedure,
    code: String,
    received: LocalTime,
    channel: Channel,
    now: LocalTime,
) -> Result<MadeUp, Error> {
    let (agency, officer) = ROOMS
        .iter()
        .find(|(field, ..)| *field == procedure.field)
        .and_then(|(_, room, people)| Some((*room, *numbers.pick(people)?)))
        .unwrap_or_default();
    let due =
        deadline::due(calendar, &CountingPolicy::one_stop(), received, procedure.limit(None)?)?;
    let lately = now.date().signed_duration_since(due.date).num_days() < 45;
    let on_day = |date, numbers: &mut Numbers| {
        let minutes = numbers.below_i32(i32::from(calendar.hours(date)?.minutes()));
        in_office(calendar, date, minutes)
    };
    let finished = match numbers.below(100) {
        // Stuck; long ago such dossiers were solved in the end.
        0..=17 if lately => None,
        0..=4 => {
            let late = numbers.below_i32(6).saturating_add(1);
            Some(on_day(calendar.add_working_days(due.date, late)?, numbers)?)
        }
        5..=29 => Some(on_day(calendar.add_working_days(due.date, 0)?, numbers)?),
        _ => {
            let term = calendar.count_working_minutes(received, due.at)?;
            let part = numbers.below_i32(60).saturating_add(35);
            let gone = term.saturating_mul(part) / 100;
            Some(calendar.add_working_minutes(received, gone)?)
        }
    };
    let mut events = vec![(RECEIVED, received)];
    if let Some(at) = finished.filter(|at| *at <= now) {
        events.push((FINISHED, at));
        let days = numbers.below_i32(3);
        let date = calendar.add_working_days(at.date(), days)?;
        let returned = on_day(date, numbers)?.max(at);
        if numbers.below(20) != 0 && returned <= now {
            events.push((RETURNED, returned));
        }
    }
    let procedure = procedure.label().to_owned();
    Ok(MadeUp { code, procedure, channel, agency, officer, events })
}

/// Whether a log is this one, wherever it was read from.
pub(crate) fn is_made_up(cases: &[Case]) -> bool {
    cases.iter().any(|case| case.dossier.code.starts_with(PREFIX))
}

/// The log as a JSON document.
pub(crate) fn json(log: &[MadeUp]) -> String {
    let event = |(kind, at): &(&str, LocalTime)| json!({"type": kind, "at": at.to_string()});
    let record = |made_up: &MadeUp| {
        json!({
            "code": made_up.code,
            "procedure": made_up.procedure,
            "channel": made_up.channel.as_str(),
            "agency": made_up.agency,
            "officer": made_up.officer,
            "events": made_up.events.iter().map(event).collect::<Vec<Value>>(),
        })
    };
    let about = ABOUT.join(" – ");
    let records: Vec<Value> = log.iter().map(record).collect();
    format!("{:#}\n", json!({"about": about, "dossiers": records}))
}

/// The same log as CSV.
pub(crate) fn csv(log: &[MadeUp]) -> Result<String, csv::Error> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record([
        "code",
        "procedure",
        "channel",
        "agency",
        "officer",
        "received",
        "finished",
        "returned",
    ])?;
    for made_up in log {
        let at = |kind| {
            let found = made_up.events.iter().find(|(other, _)| *other == kind);
            found.map(|(_, at)| at.to_string()).unwrap_or_default()
        };
        out.write_record([
            made_up.code.as_str(),
            &made_up.procedure,
            made_up.channel.as_str(),
            made_up.agency,
            made_up.officer,
            &at(RECEIVED),
            &at(FINISHED),
            &at(RETURNED),
        ])?;
    }
    let bytes = out.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
