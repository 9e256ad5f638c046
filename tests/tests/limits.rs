//! Each row of `core/docs/LIMITS.md`: what is at the limit is read, one beyond it is refused by its
//! code.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop with a panic")]

use std::ffi::c_char;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::ptr::null_mut;

use motcua::batch::{Batch, DossierAnswers, EventCode, Logs};
use motcua::calendar::{LunarDate, parse_date};
use motcua::dossier::{Dossier, Event, EventKind, MAX_EVENTS, MAX_STEPS, NationalRecord, StepPlan};
use motcua::json::{self, Door, MAX_DEPTH, MAX_OBJECTS, MAX_REQUEST, MAX_VALUES};
use motcua::procedure::{Catalogue, Fee, FeeKind, Price, Reduced, Reduction, Step};
use motcua::regulation::CountingPolicy;
use motcua::time_limit::{Amount, Channel, MAX_TEXT, TimeLimit};
use motcua::{Calendar, Error, Limit, LocalTime, Procedure};
use motcua_ffi::*;
use serde_json::{Value, json};

/// The code of a refusal, or nothing for an answer.
fn code(request: &str) -> Option<String> {
    let answer: Value = serde_json::from_str(&Door::new().unwrap().answer(request)).unwrap();
    answer.pointer("/error/code").map(|code| code.as_str().unwrap().to_owned())
}

fn refused<T>(result: Result<T, impl Into<Error>>) -> Option<&'static str> {
    result.err().map(|error| error.into().kind().as_str())
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

#[test]
fn every_row_of_the_table_has_its_test() {
    let table = fs::read_to_string(root().join("core/docs/LIMITS.md")).unwrap();
    let here = fs::read_to_string(root().join("tests/tests/limits.rs")).unwrap();
    let rows: Vec<&str> = table
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| input"))
        .collect();
    assert!(rows.len() > 20, "{} rows", rows.len());
    for row in rows {
        let last = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let name = last.split('`').nth(1).unwrap_or_else(|| panic!("no test is named: {row}"));
        let known = here.contains(&format!("fn {name}()"))
            || root().join("tests/tests").join(name).exists()
            || last.contains("tests/js/node/vectors.test.mjs");
        assert!(known, "there is no test `{name}`: {row}");
    }
    // The figures of the table are those of the code.
    let written = |number: usize| {
        let digits = number.to_string();
        let groups: Vec<&str> = digits
            .as_bytes()
            .rchunks(3)
            .rev()
            .map(|group| std::str::from_utf8(group).unwrap())
            .collect();
        groups.join(",")
    };
    for (name, value) in [
        ("json::MAX_REQUEST", MAX_REQUEST),
        ("json::MAX_DEPTH", MAX_DEPTH),
        ("json::MAX_OBJECTS", MAX_OBJECTS),
        ("json::MAX_VALUES", MAX_VALUES),
        ("dossier::MAX_EVENTS", MAX_EVENTS),
        ("dossier::MAX_STEPS", MAX_STEPS),
        ("time_limit::MAX_TEXT", MAX_TEXT),
    ] {
        let row = table.lines().find(|line| line.contains(&format!("`{name}`"))).unwrap();
        assert!(row.contains(&format!("| {}", written(value))), "{name} is {value}: {row}");
    }
}

#[test]
fn a_request_of_64_mib() {
    let longest = format!(r#"{{"op":"{}"}}"#, "x".repeat(MAX_REQUEST - 9));
    assert_eq!(longest.len(), MAX_REQUEST);
    assert_eq!(code(&longest).as_deref(), Some("unknown_op"));
    let longer = format!("{longest} ");
    assert_eq!(code(&longer).as_deref(), Some("too_long"));
    assert_eq!(refused(json::dossiers(&longer)), Some("too_long"));
    assert_eq!(refused(json::catalogue(&longer)), Some("too_long"));
    assert_eq!(refused(json::DossierRecord::from_json(&longer)), Some("too_long"));
    assert_eq!(refused(json::policies(&longer)), Some("too_long"));
    let error = NationalRecord::from_json(&longer).unwrap_err();
    assert!(error.message.contains("more than 67108864"), "{error}");
}

#[test]
fn sixty_four_levels() {
    let nested = |levels: usize| {
        let (open, close) = ("[".repeat(levels - 1), "]".repeat(levels - 1));
        format!(r#"{{"op":"x","a":{open}{close}}}"#)
    };
    assert_eq!(code(&nested(MAX_DEPTH)).as_deref(), Some("unknown_op"));
    assert_eq!(code(&nested(MAX_DEPTH + 1)).as_deref(), Some("too_deep"));
    // Brackets inside a string are none, also behind an escaped quotation mark.
    let text = format!(r#"{{"op":"x\"{}"}}"#, "[{".repeat(1_000));
    assert_eq!(code(&text).as_deref(), Some("unknown_op"));
    // Side by side is not inside each other.
    let wide = format!(r#"{{"op":"x","a":[{}[]]}}"#, "[],".repeat(1_000));
    assert_eq!(code(&wide).as_deref(), Some("unknown_op"));
}

#[test]
fn a_million_objects() {
    let with = |objects: usize| format!(r#"{{"op":"x","a":[{}{{}}]}}"#, "{},".repeat(objects - 2));
    assert_eq!(code(&with(MAX_OBJECTS)).as_deref(), Some("unknown_op"));
    assert_eq!(code(&with(MAX_OBJECTS + 1)).as_deref(), Some("too_many"));
}

#[test]
fn four_million_values() {
    // The object with its two fields and the list count as many values as they hold.
    let with = |values: usize| format!(r#"{{"op":"x","a":[{}0]}}"#, "0,".repeat(values - 3));
    assert_eq!(code(&with(MAX_VALUES)).as_deref(), Some("unknown_op"));
    assert_eq!(code(&with(MAX_VALUES + 1)).as_deref(), Some("too_many"));
}

#[test]
fn numbers_of_their_field() {
    let add =
        |n: &str| code(&format!(r#"{{"op":"add_working_days","date":"2026-08-19","n":{n}}}"#));
    assert_eq!(add("2000"), None);
    assert_eq!(add("2147483647").as_deref(), Some("no_calendar_data"));
    assert_eq!(add("2147483648").as_deref(), Some("invalid_request"));
    assert_eq!(add(&"9".repeat(100_000)).as_deref(), Some("invalid_json"));
    assert_eq!(add("1e400").as_deref(), Some("invalid_json"));
}

#[test]
fn four_hundred_days() {
    let until = |to: &str| code(&format!(r#"{{"op":"days","from":"2026-01-01","to":"{to}"}}"#));
    assert_eq!(until("2027-02-04"), None);
    assert_eq!(until("2027-02-05").as_deref(), Some("invalid_request"));
}

/// A dossier whose applicant came so many times, less the receipt.
fn dossier(events: usize) -> Dossier {
    let received: LocalTime = "2026-08-19T09:00".parse().unwrap();
    let mut dossier = Dossier::new("HS-1", Limit::working_days(10), Channel::Online);
    dossier.events = vec![Event::new(received, EventKind::CameInVain); events];
    dossier.events[0] = Event::received(received);
    dossier
}

#[test]
fn a_thousand_events() {
    let calendar = Calendar::vietnam().unwrap();
    let policy = CountingPolicy::one_stop();
    assert_eq!(refused(dossier(MAX_EVENTS).evaluate(&calendar, &policy)), None);
    let more = dossier(MAX_EVENTS + 1);
    assert_eq!(refused(more.evaluate(&calendar, &policy)), Some("too_many"));

    // Through the door.
    let event = |kind: &str| json!({"type": kind, "at": "2026-08-19T09:00"});
    let request = |count: usize| {
        let mut events = vec![event("came_in_vain"); count];
        events[0] = event("received");
        let dossier = json!({"code": "HS-1", "limit": {"value": 10, "unit": "working_day"}, "events": events});
        json!({"op": "evaluate", "as_of": "2026-08-20T09:00", "dossier": dossier}).to_string()
    };
    assert_eq!(code(&request(MAX_EVENTS)), None);
    assert_eq!(code(&request(MAX_EVENTS + 1)).as_deref(), Some("too_many"));

    // In a batch, whose other rows go on.
    let log = |events: usize| {
        let mut codes = vec![EventCode::CameInVain.number(); events];
        codes[0] = EventCode::Received.number();
        codes
    };
    let (long, longer) = (log(MAX_EVENTS), log(MAX_EVENTS + 1));
    let (code, at) = ([long, longer].concat(), vec![1_787_130_000; 2 * MAX_EVENTS + 1]);
    let starts = [0, MAX_EVENTS, 2 * MAX_EVENTS + 1].map(|at| u32::try_from(at).unwrap());
    let logs = Logs {
        limits: &[Limit::working_days(10); 2],
        handlings: &[],
        starts: &starts,
        at: &at,
        code: &code,
        argument: &vec![0; at.len()],
    };
    let as_of = "2026-11-23T08:00".parse().unwrap();
    let bad = Batch::new(&calendar).dossiers(logs, as_of, DossierAnswers::default()).unwrap();
    let first = bad.first.map(|bad| (bad.row, bad.kind.as_str()));
    assert_eq!((bad.count, first), (1, Some((1, "too_many"))));
}

#[test]
fn a_hundred_steps() {
    let calendar = Calendar::vietnam().unwrap();
    let with = |steps: usize| {
        let mut dossier = dossier(1);
        let step = |n: usize| StepPlan::new(format!("{n}"), "Sở", Limit::working_days(1), 0);
        dossier.steps = (0..steps).map(step).collect();
        dossier.evaluate(&calendar, &CountingPolicy::one_stop()).map_err(Error::from)
    };
    assert_eq!(refused(with(MAX_STEPS)), None);
    assert_eq!(refused(with(MAX_STEPS + 1)), Some("too_many"));

    let procedure = |steps: usize, names: usize| {
        let mut procedure = Procedure::new("Cấp giấy phép");
        let step = |n: usize| Step { id: format!("{n}"), ..Step::default() };
        procedure.steps = (0..steps).map(step).collect();
        procedure.steps[1].after = Some(vec!["0".to_owned(); names]);
        procedure.check().map_err(|(_, fault)| fault.kind().as_str()).err()
    };
    assert_eq!(procedure(MAX_STEPS, MAX_STEPS), None);
    assert_eq!(procedure(MAX_STEPS + 1, 1), Some("too_many"));
    assert_eq!(procedure(2, MAX_STEPS + 1), Some("too_many"));
}

#[test]
fn a_thousand_national_supplements() {
    let record = |supplements: usize| {
        let supplement =
            json!({"NgayBoSung": "20260820080000", "NgayTiepNhanBoSung": "20260820090000"});
        let record = json!({"MaHoSo": "HS-1", "TrangThaiHoSo": "4", "NgayTiepNhan": "20260819090000",
            "DanhSachHoSoBoSung": vec![supplement; supplements]});
        NationalRecord::from_json(&record.to_string()).unwrap()
    };
    let progress = |count: usize| {
        let step = json!({"MaHoSo": "HS-1", "ThoiDiemXuLy": "20260819090000", "TrangThai": "4"});
        vec![motcua::dossier::NationalProgress::from_value(step).unwrap(); count]
    };
    assert!(record(MAX_EVENTS).events(&progress(MAX_EVENTS)).is_ok());
    let invalid = Some("invalid_national_record");
    assert_eq!(refused(record(MAX_EVENTS + 1).events(&[])), invalid);
    assert_eq!(refused(record(0).events(&progress(MAX_EVENTS + 1))), invalid);
}

#[test]
fn a_thousand_reductions() {
    let with = |reductions: usize| {
        let price = Price::Dong(motcua::procedure::Dong::new(50_000));
        let mut fee = Fee::new(FeeKind::Fee, price);
        let first = parse_date("2020-01-01").unwrap();
        fee.reductions = first
            .iter_days()
            .take(reductions)
            .map(|day| Reduction {
                from: day,
                to: day,
                reduced: Reduced::ToPercent(50),
                channels: Vec::new(),
                basis: String::new(),
            })
            .collect();
        let mut procedure = Procedure::new("Cấp giấy phép");
        procedure.fees = Some(vec![fee]);
        procedure.check().map_err(|(_, fault)| fault.kind().as_str()).err()
    };
    assert_eq!(with(1_000), None);
    assert_eq!(with(1_001), Some("too_many"));
}

#[test]
fn a_thousand_versions() {
    let first = parse_date("2020-01-01").unwrap();
    let version = |day| {
        let mut procedure = Procedure::new("Cấp giấy phép");
        (procedure.from, procedure.to) = (Some(day), Some(day));
        procedure
    };
    let (catalogue, refused) = Catalogue::new(first.iter_days().take(1_001).map(version));
    assert_eq!(catalogue.procedures().len(), 1_000);
    assert_eq!(refused.len(), 1);
    assert_eq!(
        (refused[0].kind().as_str(), refused[0].place()),
        ("too_many", Some((1_001, "name")))
    );
}

#[test]
fn a_limit_text_of_a_mebibyte() {
    let limit = "10 ngày làm việc";
    let of_length = |bytes: usize| format!("{limit}{}", " ".repeat(bytes - limit.len()));
    let longest = TimeLimit::parse(&of_length(MAX_TEXT));
    assert_eq!(longest.select(None, None), Ok(Limit::working_days(10)));
    let text = of_length(MAX_TEXT + 1);
    let longer = TimeLimit::parse(&text);
    assert!(longer.limits.is_empty());
    assert_eq!(longer.unread[0].range(), 0..text.len());
    assert_eq!(refused(longer.select(None, None)), Some("too_long"));
    let request = json!({"op": "deadline", "received": "2026-08-19T09:00", "text": text});
    assert_eq!(code(&request.to_string()).as_deref(), Some("too_long"));
    // A text that was read in full and holds nothing is not too long.
    let nothing = TimeLimit::parse(&"x".repeat(MAX_TEXT));
    assert_eq!(refused(nothing.select(None, None)), Some("no_limit"));
}

#[test]
fn an_amount_of_a_million() {
    assert_eq!("1000000".parse(), Ok(Amount::MAX));
    assert_eq!(refused("1000000.001".parse::<Amount>()), Some("invalid_amount"));
    assert_eq!(refused("9".repeat(1 << 20).parse::<Amount>()), Some("invalid_amount"));
}

#[test]
fn years_2000_to_2050() {
    let calendar = Calendar::vietnam().unwrap();
    let day = |text| refused(calendar.day(parse_date(text).unwrap()));
    assert_eq!((day("2000-01-01"), day("2050-12-31")), (None, None));
    let outside = Some("no_calendar_data");
    assert_eq!((day("1999-12-31"), day("2051-01-01")), (outside, outside));
}

#[test]
fn lunar_years_1968_to_2050() {
    let lunar = |text| refused(LunarDate::from_solar(parse_date(text).unwrap()));
    assert_eq!((lunar("1968-01-01"), lunar("2051-02-10")), (None, None));
    let outside = Some("lunar_out_of_range");
    assert_eq!((lunar("1967-12-31"), lunar("2051-02-11")), (outside, outside));
}

fn overlay(text: &str) -> Option<&'static str> {
    refused(
        Calendar::builder().overlay_json(text).and_then(motcua::calendar::CalendarBuilder::build),
    )
}

#[test]
fn a_calendar_of_four_mebibytes() {
    let of_length = |bytes: usize| format!(r#"{{"about":"{}"}}"#, "x".repeat(bytes - 12));
    assert_eq!(overlay(&of_length(4 << 20)), None);
    assert_eq!(overlay(&of_length((4 << 20) + 1)), Some("too_long"));
}

#[test]
fn a_calendar_of_many_levels() {
    let nested = |levels: usize| {
        format!(r#"{{"about":{}{}}}"#, "[".repeat(levels - 1), "]".repeat(levels - 1))
    };
    assert_eq!(overlay(&nested(127)), None);
    assert_eq!(overlay(&nested(128)), Some("invalid_calendar"));
    assert_eq!(overlay(&"[".repeat(4 << 20)), Some("invalid_calendar"));
}

#[test]
fn sessions_ranges_closures_and_days() {
    let sessions = |n: usize| {
        let session = |n: usize| {
            let at = |minute: usize| format!("{:02}:{:02}", minute / 60, minute % 60);
            [at(n * 20), at(n * 20 + 10)]
        };
        json!({"hours": (0..n).map(session).collect::<Vec<_>>()})
    };
    let days = |n: usize| parse_date("2001-01-01").unwrap().iter_days().take(n);
    let ranges = |n: usize| {
        let range = |day| json!({"since": day, "until": day, "hours": [["07:30", "11:30"]]});
        json!({"hours": days(n).map(range).collect::<Vec<_>>()})
    };
    let closures = |n: usize| json!({"closures": days(n).collect::<Vec<_>>()});
    let years = |n: usize| {
        let notice = |n: usize| json!({"year": 2000 + n, "status": "final"});
        json!({"years": (0..n).map(notice).collect::<Vec<_>>()})
    };
    let off = |n: usize, field: &str| {
        let day = |day| json!({"date": day, "kind": "in_lieu", "for": day});
        json!({"years": [{"year": 2001, "status": "final", field: days(n).map(day).collect::<Vec<_>>()}]})
    };
    let invalid = Some("invalid_calendar");
    assert_eq!(
        (overlay(&sessions(24).to_string()), overlay(&sessions(25).to_string())),
        (None, invalid)
    );
    assert_eq!(
        (overlay(&ranges(100).to_string()), overlay(&ranges(101).to_string())),
        (None, invalid)
    );
    assert_eq!(
        (overlay(&closures(1_000).to_string()), overlay(&closures(1_001).to_string())),
        (None, invalid)
    );
    assert_eq!((overlay(&years(51).to_string()), overlay(&years(52).to_string())), (None, invalid));
    for field in ["off", "make_up"] {
        let message = |n: usize| {
            let built = Calendar::builder().overlay_json(&off(n, field).to_string());
            built.and_then(motcua::calendar::CalendarBuilder::build).unwrap_err().to_string()
        };
        // A year in which no day is worked contradicts itself, but not by its length.
        assert!(!message(366).contains("more than"), "{}", message(366));
        assert_eq!(message(367), format!("`years[0].{field}`: more than 366 items"));
    }
    // In Rust, where nothing reads a document.
    let week = motcua::calendar::WeekHours::standard().unwrap();
    let built = |n: usize| {
        let builder = days(n).fold(Calendar::builder(), |builder, day| {
            builder.hours_between(day, day, week.clone(), None)
        });
        refused(builder.build())
    };
    assert_eq!((built(255), built(256)), (None, invalid));
}

#[test]
fn c_lengths() {
    let mut answer = null_mut();
    let text = "{}";
    let half = usize::MAX / 2 + 1;
    for length in [half, usize::MAX] {
        // SAFETY: a length no text has is refused before anything is read.
        let status = unsafe { motcua_answer_json(text.as_ptr().cast(), length, &raw mut answer) };
        assert_eq!((status, answer.is_null()), (MOTCUA_INVALID_LENGTH, true));
    }
    let mut calendar = null_mut();
    // SAFETY: the place is valid for writing.
    assert_eq!(unsafe { motcua_calendar_new_vietnam(&raw mut calendar) }, MOTCUA_OK);
    let column = [0_i32];
    let mut out = [0_i32];
    for rows in [half / 4, usize::MAX] {
        // SAFETY: as above, of a column.
        let status = unsafe {
            motcua_add_working_days_batch(
                calendar,
                column.as_ptr(),
                column.as_ptr(),
                rows,
                out.as_mut_ptr(),
            )
        };
        assert_eq!(status, MOTCUA_INVALID_LENGTH);
    }
    // SAFETY: it is freed once.
    unsafe { motcua_calendar_free(calendar) };
}

#[test]
fn c_texts() {
    const TOO_LONG: i32 = 401;
    let bytes = |text: &str| (text.as_ptr().cast::<c_char>(), text.len());
    let long = " ".repeat(MAX_REQUEST + 1);
    let (text, len) = bytes(&long);
    // SAFETY: texts and places are valid, handles are freed once.
    unsafe {
        let mut answer = null_mut();
        assert_eq!(motcua_answer_json(text, len, &raw mut answer), MOTCUA_OK);
        let view = motcua_string_view(answer);
        let said = std::slice::from_raw_parts(view.data.cast::<u8>(), view.len);
        assert!(std::str::from_utf8(said).unwrap().contains(r#""code":"too_long""#));
        motcua_string_free(answer);

        let mut dossier = null_mut();
        assert_eq!(motcua_dossier_new_from_json(text, len, &raw mut dossier), TOO_LONG);
        let mut policy = null_mut();
        assert_eq!(motcua_policy_new_from_json(text, len, &raw mut policy), TOO_LONG);
        let mut calendar = null_mut();
        assert_eq!(motcua_calendar_new_from_json(text, (4 << 20) + 1, &raw mut calendar), TOO_LONG);

        let (mut limit, mut amount, mut unit) = (null_mut(), 0, 0);
        assert_eq!(motcua_time_limit_parse(text, MAX_TEXT + 1, &raw mut limit), MOTCUA_OK);
        let none = std::ptr::null();
        let status = motcua_time_limit_select(limit, none, 0, 0, &raw mut amount, &raw mut unit);
        assert_eq!(status, TOO_LONG);
        motcua_time_limit_free(limit);
        assert!(dossier.is_null() && policy.is_null() && calendar.is_null());
    }
}

#[test]
fn a_file_of_64_mib() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("limits");
    fs::create_dir_all(&folder).unwrap();
    let said = |length: usize| {
        let file = folder.join("catalogue.json");
        // It is full of zeros, which no JSON begins with.
        fs::File::create(&file).unwrap().set_len(u64::try_from(length).unwrap()).unwrap();
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
        let output = Command::new(cargo)
            .args(["run", "--quiet", "--locked", "--package", "motcua", "--manifest-path"])
            .arg(root().join("Cargo.toml"))
            .args(["--features", "json,render", "--example", "one_stop", "--"])
            .args(["catalogue.json", "log.csv"])
            .current_dir(&folder)
            .output()
            .unwrap();
        fs::remove_file(file).unwrap();
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    let (at, beyond) = (said(MAX_REQUEST), said(MAX_REQUEST + 1));
    assert!(at.contains("[invalid_json]"), "{at}");
    assert!(beyond.contains("[too_long]"), "{beyond}");
}
