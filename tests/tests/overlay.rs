//! The JSON document that one office or one year lays over the built-in calendar.
#![expect(clippy::unwrap_used, reason = "a test may stop with a panic")]

use motcua::calendar::{Calendar, CalendarBuilder, CalendarError, Certainty, DayKind, parse_date};
use motcua::chrono::NaiveDate;
use serde::de::value::{BytesDeserializer, Error as ValueError};
use serde_json::{Value, json};

const DATA: &str = include_str!("../../core/data/days_off.json");

fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn overlay(document: &Value) -> Result<CalendarBuilder, CalendarError> {
    Calendar::builder().overlay_json(&document.to_string())
}

fn built(document: &Value) -> Calendar {
    overlay(document).unwrap().build().unwrap()
}

fn refused(document: &str) -> (&'static str, String) {
    let built = Calendar::builder().overlay_json(document).and_then(CalendarBuilder::build);
    let error = built.map(|_| ()).unwrap_err();
    (error.kind().as_str(), error.to_string())
}

fn hours(calendar: &Calendar, text: &str) -> String {
    let hours = calendar.hours(day(text)).unwrap();
    let sessions: Vec<String> = hours.sessions().iter().map(ToString::to_string).collect();
    sessions.join(" ")
}

fn same(one: &Calendar, other: &Calendar) {
    let all = one.coverage();
    for date in all.start().iter_days().take_while(|date| date <= all.end()) {
        assert_eq!(one.day(date).unwrap(), other.day(date).unwrap());
    }
    for year in 2000..=2050 {
        assert_eq!(one.notice_of(year), other.notice_of(year));
    }
}

#[test]
fn an_empty_document_changes_nothing() {
    let calendar = Calendar::vietnam().unwrap();
    for document in [
        json!({}),
        json!({"hours": null, "closures": null, "years": null, "since": null}),
        json!({"closures": [], "years": [], "about": "nothing", "meta": {"what": ["any"]}}),
    ] {
        same(&built(&document), &calendar);
    }
}

#[test]
fn the_built_in_notices_read_as_an_overlay_are_themselves() {
    let calendar = Calendar::vietnam().unwrap();
    let again = Calendar::builder().overlay_json(DATA).unwrap().build().unwrap();
    same(&again, &calendar);
}

/// Without the choices of Tết and 2/9, and with empty lists for a year that has no notice.
#[test]
fn a_plain_list_of_days_off_is_a_notice() {
    let mut document: Value = serde_json::from_str(DATA).unwrap();
    for year in document["years"].as_array_mut().unwrap() {
        let year = year.as_object_mut().unwrap();
        year.remove("tet");
        year.remove("national");
        year.entry("off").or_insert(json!([]));
        year.entry("make_up").or_insert(json!([]));
    }
    same(&built(&document), &Calendar::vietnam().unwrap());
}

#[test]
fn hours_take_any_of_their_forms() {
    let sessions = json!([["07:30", "11:30"], ["13:30", "17:00"]]);
    let shown = "07:30-11:30 13:30-17:00";
    // Monday to Friday.
    let calendar = built(&json!({"hours": sessions}));
    assert_eq!(hours(&calendar, "2026-03-05"), shown);
    assert_eq!(hours(&calendar, "2026-03-07"), "");
    assert_eq!(hours(&calendar, "2026-08-22"), shown, "a make-up day has Monday's");
    // By weekday, in short, long and range keys.
    let calendar = built(&json!({
        "hours": {
            "mon-wed": sessions,
            "thursday": [["08:00", "12:00"]],
            "sat-sunday": [["09:00", "10:00"]],
        },
        "make_up_hours": [["08:00", "11:00"]],
    }));
    for (text, expected) in [
        ("2026-03-02", shown),
        ("2026-03-04", shown),
        ("2026-03-05", "08:00-12:00"),
        ("2026-03-06", ""),
        ("2026-03-07", "09:00-10:00"),
        ("2026-03-08", "09:00-10:00"),
        ("2026-08-22", "08:00-11:00"),
    ] {
        assert_eq!(hours(&calendar, text), expected, "{text}");
    }
    // By ranges of dates.
    let calendar = built(&json!({
        "hours": [
            {"hours": sessions},
            {"since": "2026-04-16", "until": "2026-10-15", "hours": [["07:00", "14:00"]]},
            {"until": "2009-12-31", "hours": [["07:00", "11:00"]]},
            {
                "since": "2026-12-01",
                "hours": {"mon-fri": [["08:00", "16:00"]]},
                "make_up_hours": [["08:00", "09:00"]],
            },
        ],
        "make_up_hours": [["10:00", "12:00"]],
        "years": [{
            "year": 2027,
            "status": "final",
            "off": [{"date": "2027-01-04", "kind": "swap", "for": "2027-01-09"}],
            "make_up": [{"date": "2027-01-09", "for": "2027-01-04"}],
        }],
    }));
    for (text, expected) in [
        ("2000-01-04", "07:00-11:00"),
        ("2009-12-31", "07:00-11:00"),
        ("2010-01-04", shown),
        ("2026-01-10", "10:00-12:00"),
        ("2026-04-15", shown),
        ("2026-04-16", "07:00-14:00"),
        ("2026-08-22", "07:00-14:00"),
        ("2026-10-16", shown),
        ("2026-12-01", "08:00-16:00"),
        ("2027-01-09", "08:00-09:00"),
        ("2050-12-30", "08:00-16:00"),
    ] {
        assert_eq!(hours(&calendar, text), expected, "{text}");
    }
    // One range beside them.
    let calendar = built(&json!({
        "hours": [["07:00", "14:00"]], "since": "2026-06-01", "until": "2026-08-31",
    }));
    for (text, expected) in [
        ("2026-05-29", "07:30-11:30 13:00-17:00"),
        ("2026-06-01", "07:00-14:00"),
        ("2026-08-22", "07:00-14:00"),
        ("2026-09-03", "07:30-11:30 13:00-17:00"),
    ] {
        assert_eq!(hours(&calendar, text), expected, "{text}");
    }
    // The hours of make-up days alone; the base with hours of its own for them.
    let calendar = built(&json!({"make_up_hours": [["07:30", "11:30"]]}));
    assert_eq!(hours(&calendar, "2026-08-22"), "07:30-11:30");
    assert_eq!(hours(&calendar, "2026-08-21"), "07:30-11:30 13:00-17:00");
    let base = json!({"hours": [{"hours": sessions, "make_up_hours": [["07:30", "11:30"]]}]});
    assert_eq!(hours(&built(&base), "2026-08-22"), "07:30-11:30");
}

#[test]
fn closures_are_days_or_ranges() {
    let calendar = built(&json!({"closures": [
        "2026-03-09",
        {"date": "2026-03-11", "reason": "không có điện"},
        {"since": "2026-06-01", "until": "2026-06-07"},
    ]}));
    let on = |text| calendar.day(day(text)).unwrap();
    assert_eq!(on("2026-03-09").kind, DayKind::Closure);
    assert_eq!(on("2026-03-09").source, "closed by the office");
    assert_eq!(on("2026-03-10").kind, DayKind::Working);
    assert_eq!(on("2026-03-11").source, "không có điện");
    assert_eq!(on("2026-06-05").kind, DayKind::Closure);
    assert_eq!(on("2026-06-06").kind, DayKind::Weekend);
}

#[test]
fn a_notice_replaces_what_was_known_of_its_year() {
    let calendar = built(&json!({"years": [{
        "year": 2027,
        "status": "final",
        "source": "made up",
        "note": "ten days",
        "tet": {"before": 2, "after": 3},
        "national": "before",
        "off": [
            {"date": "2027-01-01", "kind": "new_year"},
            {"date": "2027-02-03", "kind": "swap", "for": "2027-02-20"},
            {"date": "2027-02-04", "kind": "tet"},
            {"date": "2027-02-05", "kind": "tet"},
            {"date": "2027-02-08", "kind": "tet"},
            {"date": "2027-02-09", "kind": "in_lieu", "for": "2027-02-06"},
            {"date": "2027-02-10", "kind": "in_lieu"},
        ],
        "make_up": [{"date": "2027-02-20", "for": "2027-02-03", "verified": false}],
    }]}));
    let on = |text| calendar.day(day(text)).unwrap();
    assert_eq!(on("2027-02-03").kind, DayKind::SwappedOff);
    assert_eq!(on("2027-02-20").kind, DayKind::MakeUp);
    assert!(!on("2027-02-20").verified);
    assert_eq!(on("2027-02-10").kind, DayKind::InLieu);
    assert_eq!(on("2027-02-10").exchanged_for, None);
    assert_eq!(on("2027-02-20").certainty, Certainty::Final);
    assert_eq!(calendar.notice_of(2027), Some(("made up", Some("ten days"))));
    // The list is all that is off in the year.
    assert_eq!(on("2027-04-16").kind, DayKind::Working);
    // A notice without a list leaves the days to the law, here with the other split.
    let calendar = built(&json!({"years": [{
        "year": 2028, "status": "provisional", "tet": {"before": 1, "after": 4},
    }]}));
    let on = |text| calendar.day(day(text)).unwrap();
    assert_eq!(on("2028-01-24").kind, DayKind::Working);
    assert_eq!(on("2028-01-28").kind, DayKind::Holiday);
    assert_eq!(on("2028-05-01").certainty, Certainty::Provisional);
    assert!(on("2028-05-01").source.contains("without a source"));
}

#[test]
fn a_document_that_cannot_be_read_names_field_and_value() {
    for (document, message) in [
        ("[]", "`the document`: a list of 0 is not an object"),
        ("5", "`the document`: 5 is not an object"),
        (
            r#"{"hour": []}"#,
            "`hour`: no such field here; there are `hours`, `make_up_hours`, `since`, `until`, `closures`, `years`, `about`, `meta`",
        ),
        (r#"{"closures": [], "closures": []}"#, "`closures`: given twice"),
        (r#"{"hours": "07:30-11:30"}"#, "`hours`: `07:30-11:30` is not a list"),
        (r#"{"hours": ["07:30", "11:30"]}"#, "`hours[0]`: `07:30` is not a list"),
        (
            r#"{"hours": [["07:30"]]}"#,
            "`hours[0]`: a list of 1 is not an opening and a close such as [\"07:30\", \"11:30\"]",
        ),
        (r#"{"hours": [["07:30", "11:30", "12:00"]]}"#, "`hours[0]`: more than 2 items"),
        (
            r#"{"hours": {"mon": [["7:30", "11:30"]]}}"#,
            "`hours.mon[0][0]`: `7:30` is not an hour of the day written hh:mm",
        ),
        (
            r#"{"hours": {"mon": [[730, "11:30"]]}}"#,
            "`hours.mon[0][0]`: 730 is not an hour of the day written hh:mm",
        ),
        (
            r#"{"hours": {"thu2": []}}"#,
            "`hours.thu2`: no weekday; a key is `mon`, `monday` or a range such as `mon-fri`",
        ),
        (
            r#"{"hours": {"fri-mon": []}}"#,
            "`hours.fri-mon`: no weekday; a key is `mon`, `monday` or a range such as `mon-fri`",
        ),
        (
            r#"{"hours": {"mon-fri": [["07:30", "11:30"]], "tuesday": []}}"#,
            "`hours.tuesday`: Tue is given hours twice",
        ),
        (
            r#"{"hours": {"mon": [["07:30", "11:30"]], "mon": []}}"#,
            "`hours.mon`: Mon is given hours twice",
        ),
        (r#"{"hours": {"mon": null}}"#, "`hours.mon`: null is not a list"),
        (r#"{"hours": [{"since": "2026-06-01"}]}"#, "`hours[0].hours`: missing"),
        (
            r#"{"hours": [{"hours": [["07:30", "11:30"]], "from": "2026-06-01"}]}"#,
            "`hours[0].from`: no such field here; there are `since`, `until`, `hours`, `make_up_hours`",
        ),
        (
            r#"{"hours": [{"hours": [["07:30", "11:30"]]}, {"hours": [["07:30", "11:30"]]}]}"#,
            "`hours[1]`: hours outside all ranges are given twice",
        ),
        (
            r#"{"hours": [{"hours": [["07:30", "11:30"]], "make_up_hours": [["07:30", "11:30"]]}], "make_up_hours": [["07:30", "11:30"]]}"#,
            "`hours[0]`: hours outside all ranges are given twice",
        ),
        (
            r#"{"hours": [{"hours": [["07:30", "11:30"]]}, ["07:30", "11:30"]]}"#,
            "`hours[1]`: a list of 2 is not an object",
        ),
        (
            r#"{"hours": [{"hours": [["07:30", "11:30"]]}], "since": "2026-06-01"}"#,
            "`since`: the dates stand in the items of `hours`",
        ),
        (r#"{"since": "2026-06-01"}"#, "`hours`: missing"),
        (
            r#"{"hours": [["07:30", "11:30"]], "until": "2026-6-1"}"#,
            "`until`: `2026-6-1` is not a date written YYYY-MM-DD",
        ),
        (
            r#"{"closures": ["09/03/2026"]}"#,
            "`closures[0]`: `09/03/2026` is not a date written YYYY-MM-DD",
        ),
        (
            r#"{"closures": ["2026-03-09", {"date": "2026-02-30"}]}"#,
            "`closures[1].date`: `2026-02-30` is not a date written YYYY-MM-DD",
        ),
        (r#"{"closures": [{"since": "2026-03-09"}]}"#, "`closures[0].until`: missing"),
        (
            r#"{"closures": [{"date": "2026-03-09", "until": "2026-03-10"}]}"#,
            "`closures[0]`: either `date` or `since` and `until`, not both",
        ),
        (
            r#"{"closures": [{"date": "2026-03-09", "reason": true}]}"#,
            "`closures[0].reason`: true is not a text",
        ),
        (r#"{"closures": [20260309]}"#, "`closures[0]`: 20260309 is not an object"),
        (r#"{"years": {"year": 2027}}"#, "`years`: an object is not a list"),
        (r#"{"years": [{"year": 2027}]}"#, "`years[0].status`: missing"),
        (
            r#"{"years": [{"year": 2027, "status": "projected"}]}"#,
            "`years[0].status`: `projected` is not `final` or `provisional`",
        ),
        (r#"{"years": [{"status": "final"}]}"#, "`years[0].year`: missing"),
        (
            r#"{"years": [{"year": "2027", "status": "final"}]}"#,
            "`years[0].year`: `2027` is not a whole number of this size",
        ),
        (
            r#"{"years": [{"year": 2027.5, "status": "final"}]}"#,
            "`years[0].year`: a number with a fraction or beyond 64 bits is not a whole number of this size",
        ),
        (
            r#"{"years": [{"year": 202700, "status": "final"}]}"#,
            "`years[0].year`: 202700 is not a whole number of this size",
        ),
        (
            r#"{"years": [{"year": 2027, "status": "final"}, {"year": 2027, "status": "final"}]}"#,
            "`years[1]`: 2027 is given twice",
        ),
        (
            r#"{"years": [{"year": 2027, "status": "final", "tet": {"before": -1, "after": 6}}]}"#,
            "`years[0].tet.before`: -1 is not a whole number of this size",
        ),
        (
            r#"{"years": [{"year": 2027, "status": "final", "national": "both"}]}"#,
            "`years[0].national`: `both` is not `before` or `after`",
        ),
        (
            r#"{"years": [{"year": 2027, "status": "final", "off": [{"date": "2027-01-01", "kind": "weekend"}]}]}"#,
            "`years[0].off[0].kind`: `weekend` is not a public holiday, `in_lieu` or `swap`",
        ),
        (
            r#"{"years": [{"year": 2027, "status": "final", "off": [{"date": "2027-01-01", "kind": "new_year", "for": "2027-01-02"}]}]}"#,
            "`years[0].off[0].for`: a day kept as `new_year` is not for another",
        ),
        (
            r#"{"years": [{"year": 2027, "status": "final", "off": [{"date": "2027-01-04", "kind": "swap"}]}]}"#,
            "`years[0].off[0].for`: missing",
        ),
        (
            r#"{"years": [{"year": 2027, "status": "final", "make_up": [{"date": "2027-01-09", "for": "2027-01-04", "verified": "no"}]}]}"#,
            "`years[0].make_up[0].verified`: `no` is not true or false",
        ),
        (
            r#"{"years": [{"year": 2027, "status": "final", "source": ["a"]}]}"#,
            "`years[0].source`: a list of 1 is not a text",
        ),
        (
            r#"{"about": "x", "hours": [["07:30", "11:30"]], "make_up_hours": {}}"#,
            "`make_up_hours`: an object is not a list",
        ),
    ] {
        assert_eq!(refused(document), ("invalid_calendar", message.to_owned()), "{document}");
    }
    for document in ["", "{", "{]", "{\"hours\": [[\"07:30\"", "nul", "{} {}"] {
        let (code, message) = refused(document);
        assert_eq!(code, "invalid_calendar", "{document}");
        assert!(message.contains("line 1 column"), "{document}: {message}");
    }
}

/// No field takes a number that is not whole, or so large that it is none of 64 bits.
#[test]
fn numbers_that_no_field_takes_are_not_told() {
    for (given, told) in [
        ("7", "7"),
        ("-7", "-7"),
        ("9223372036854775807", "9223372036854775807"),
        ("9223372036854775808", "a number with a fraction or beyond 64 bits"),
        ("7.0", "a number with a fraction or beyond 64 bits"),
        ("-0.5", "a number with a fraction or beyond 64 bits"),
        ("1e300", "a number with a fraction or beyond 64 bits"),
    ] {
        let document = format!(r#"{{"closures": [{{"date": "2026-03-09", "reason": {given}}}]}}"#);
        let message = format!("`closures[0].reason`: {told} is not a text");
        assert_eq!(refused(&document), ("invalid_calendar", message), "{given}");
    }
}

/// A format that has more than JSON, such as one with plain bytes.
#[test]
fn what_json_does_not_have_is_refused() {
    let bytes = BytesDeserializer::<ValueError>::new(b"{}");
    let error = Calendar::builder().overlay(bytes).map(|_| ()).unwrap_err();
    assert_eq!(error.to_string(), "invalid type: byte array, expected a JSON value");
    assert_eq!(error.kind().as_str(), "invalid_calendar");
}

#[test]
fn other_refusals_keep_their_own_code() {
    for (document, code) in [
        (r#"{"hours": [["11:30", "07:30"]]}"#, "empty_session"),
        (r#"{"hours": [["07:30", "11:30"], ["11:00", "17:00"]]}"#, "overlapping_sessions"),
        (r#"{"hours": []}"#, "empty_week"),
        (r#"{"hours": {}}"#, "empty_week"),
        (r#"{"hours": [{"since": "2026-06-01", "hours": {"mon-sun": []}}]}"#, "empty_week"),
        (r#"{"make_up_hours": []}"#, "empty_make_up"),
        (
            r#"{"hours": [["07:30", "11:30"]], "since": "2026-06-02", "until": "2026-06-01"}"#,
            "end_before_start",
        ),
        (r#"{"closures": [{"since": "2026-06-02", "until": "2026-06-01"}]}"#, "end_before_start"),
        (
            r#"{"hours": [{"since": "2026-06-01", "hours": [["07:30", "11:30"]]}, {"until": "2026-06-01", "hours": [["07:30", "11:30"]]}]}"#,
            "overlapping_hours",
        ),
        (r#"{"closures": ["1999-12-31"]}"#, "no_calendar_data"),
        (r#"{"years": [{"year": 2051, "status": "final"}]}"#, "no_calendar_data"),
        (
            r#"{"years": [{"year": 2027, "status": "final", "tet": {"before": 3, "after": 4}}]}"#,
            "tet_split",
        ),
        (
            r#"{"years": [{"year": 2027, "status": "final", "off": [{"date": "2028-01-03", "kind": "new_year"}]}]}"#,
            "not_in_year",
        ),
        (
            r#"{"years": [{"year": 2027, "status": "final", "off": [{"date": "2027-01-01", "kind": "new_year"}, {"date": "2027-01-01", "kind": "new_year"}]}]}"#,
            "listed_twice",
        ),
        (
            r#"{"years": [{"year": 2027, "status": "final", "off": [{"date": "2027-01-04", "kind": "swap", "for": "2027-01-09"}]}]}"#,
            "unpaired_swap",
        ),
        (
            r#"{"years": [{"year": 2027, "status": "final", "off": [{"date": "2027-01-04", "kind": "swap", "for": "2027-01-08"}], "make_up": [{"date": "2027-01-08", "for": "2027-01-04"}]}]}"#,
            "make_up_on_working_day",
        ),
        (
            r#"{"years": [{"year": 2027, "status": "final", "off": [{"date": "2027-01-04", "kind": "swap", "for": "2027-05-01"}], "make_up": [{"date": "2027-05-01", "for": "2027-01-04"}]}]}"#,
            "off_and_make_up",
        ),
    ] {
        assert_eq!(refused(document).0, code, "{document}");
    }
}

#[test]
fn there_are_limits() {
    let closures: Vec<&str> = vec!["2026-03-09"; 1_001];
    let sessions: Vec<[String; 2]> =
        (0..25).map(|n| [format!("{:02}:00", n % 24), format!("{:02}:30", n % 24)]).collect();
    let ranges = vec![json!({"since": "2026-03-09", "hours": []}); 101];
    let off = vec![json!({"date": "2027-01-01", "kind": "new_year"}); 367];
    for (document, message) in [
        (json!({"closures": closures}), "`closures`: more than 1000 items"),
        (json!({"hours": sessions}), "`hours`: more than 24 items"),
        (json!({"hours": ranges}), "`hours`: more than 100 items"),
        (
            json!({"years": [{"year": 2027, "status": "final", "off": off}]}),
            "`years[0].off`: more than 366 items",
        ),
    ] {
        let (code, told) = refused(&document.to_string());
        assert_eq!((code, told.as_str()), ("invalid_calendar", message));
    }
    assert!(overlay(&json!({"hours": sessions.get(..24)})).is_ok());
    let long = json!({"closures": ["ngày ".repeat(100)]});
    let (_, message) = refused(&long.to_string());
    let shown = "ngày ".repeat(8);
    assert_eq!(message, format!("`closures[0]`: `{shown}...` is not a date written YYYY-MM-DD"));
    // 4 MiB of document, all but two of them blanks.
    let padded = |blanks| format!("{{}}{}", " ".repeat(blanks));
    assert!(Calendar::builder().overlay_json(&padded(4_194_302)).is_ok());
    for (blanks, length) in [(4_194_303, 4_194_305), (4_194_304, 4_194_306)] {
        let message = format!("the document has {length} bytes, more than 4194304");
        assert_eq!(refused(&padded(blanks)), ("too_long", message));
    }
    // Nested so deep that reading it on would spend the stack.
    let deep = format!("{{\"hours\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let (code, message) = refused(&deep);
    assert_eq!(code, "invalid_calendar");
    assert!(message.contains("recursion limit"), "{message}");
}

#[test]
fn a_later_document_goes_on_top_of_an_earlier_one() {
    let calendar = Calendar::builder()
        .overlay_json(r#"{"hours": [["07:00", "11:00"]], "closures": ["2026-03-09"]}"#)
        .unwrap()
        .overlay_json(r#"{"hours": [["08:00", "12:00"]], "closures": ["2026-03-10"]}"#)
        .unwrap()
        .build()
        .unwrap();
    assert_eq!(hours(&calendar, "2026-03-11"), "08:00-12:00");
    assert_eq!(calendar.day(day("2026-03-09")).unwrap().kind, DayKind::Closure);
    assert_eq!(calendar.day(day("2026-03-10")).unwrap().kind, DayKind::Closure);
}
