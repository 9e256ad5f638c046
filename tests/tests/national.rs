//! Records of the national portal that tell a dossier's life by half, or one thing twice.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop with a panic")]

use std::error::Error;

use motcua::dossier::{Dossier, Event, EventKind, NationalError, NationalProgress, NationalRecord};
use motcua::regulation::CountingPolicy;
use motcua::time_limit::{Channel, Limit};
use motcua::{Calendar, LocalTime};
use serde_json::{Value, json};

type Checked = Result<(), Box<dyn Error>>;

const CODE: &str = "H26.103.25.7-261005-0001";

fn at(text: &str) -> LocalTime {
    text.parse().unwrap()
}

/// `2026-10-05T09:00` as the portal writes it.
fn written(at: &str) -> Value {
    let digits: String = at.chars().filter(char::is_ascii_digit).collect();
    format!("{digits}00").into()
}

/// A record with a status, its dates and its supplements: when asked for, when brought.
fn record(status: u8, dates: &[(&str, &str)], supplements: &[(&str, &str)]) -> NationalRecord {
    let mut fields = json!({"MaHoSo": CODE, "TrangThaiHoSo": status});
    for (field, at) in dates {
        fields[*field] = written(at);
    }
    let listed = supplements.iter().map(|(asked, brought)| {
        json!({"NgayBoSung": written(asked), "NgayTiepNhanBoSung": written(brought)})
    });
    fields["DanhSachHoSoBoSung"] = listed.collect();
    NationalRecord::from_value(fields).unwrap()
}

fn progress(steps: &[(&str, u8)]) -> Vec<NationalProgress> {
    let step = |(at, status): &(&str, u8)| {
        let fields =
            json!({"MaHoSo": CODE, "ThoiDiemXuLy": written(at), "TrangThai": status.to_string()});
        NationalProgress::from_value(fields).unwrap()
    };
    steps.iter().map(step).collect()
}

/// The log a record and its progress tell of: instants and kinds.
fn log(record: &NationalRecord, steps: &[(&str, u8)]) -> Result<Vec<String>, NationalError> {
    let events = record.events(&progress(steps))?;
    Ok(events.iter().map(|event| format!("{} {}", event.at, event.kind)).collect())
}

/// The field at fault and what is wrong with it.
fn fault(told: Result<Vec<String>, NationalError>) -> (String, String) {
    let error = told.unwrap_err();
    (error.field, error.message)
}

const RECEIVED: (&str, &str) = ("NgayTiepNhan", "2026-10-05T09:00");

#[test]
fn a_date_is_fourteen_digits_of_a_time_that_there_is() -> Checked {
    let received = |text: &str| {
        let fields = json!({"MaHoSo": CODE, "TrangThaiHoSo": "4", "NgayTiepNhan": text});
        NationalRecord::from_value(fields).map(|record| record.received)
    };
    let last: LocalTime = "2026-10-05T09:00:59".parse()?;
    assert_eq!(received("20261005090059")?, Some(last));
    // Fourteen characters with blanks, thirteen digits, and the second 60 of a leap second.
    for text in ["2026100509 0 0", "2026100509000", "20261005090060"] {
        let error = received(text).unwrap_err();
        assert_eq!(error.field, "NgayTiepNhan");
        assert_eq!(error.message, format!("`{text}` is not a date of the form yyyyMMddHHmmss"));
    }
    Ok(())
}

#[test]
fn progress_tells_where_a_dossier_went_and_why_it_stopped() -> Checked {
    let event = |when: &str, kind| Event::new(at(when), kind);
    let mut dossier = Dossier::new(CODE, Limit::working_days(5), Channel::InPerson)
        .event(Event::received(at("2026-10-05T09:00")))
        .event(event("2026-10-05T10:00", EventKind::Transferred { to: "Phòng Hộ tịch".into() }))
        .event(event("2026-10-06T09:00", EventKind::Suspended { basis: "chờ xác minh".into() }))
        .event(event("2026-10-07T09:00", EventKind::Resumed))
        .event(event("2026-10-08T09:00", EventKind::Suspended { basis: String::new() }));
    dossier.agency = "Sở Nội vụ".into();
    let timeline = dossier.evaluate(&Calendar::vietnam()?, &CountingPolicy::one_stop())?;
    let told = NationalProgress::of(&dossier, &timeline);
    let told: Vec<_> =
        told.iter().map(|step| (step.office.as_str(), step.action.as_str())).collect();
    assert_eq!(
        told,
        [
            ("Sở Nội vụ", "tiếp nhận"),
            ("Phòng Hộ tịch", "chuyển hồ sơ"),
            ("Sở Nội vụ", "chờ xác minh"),
            ("Sở Nội vụ", "tiếp tục"),
            // Without a basis, what happened.
            ("Sở Nội vụ", "tạm dừng"),
        ]
    );
    Ok(())
}

/// Some systems fill in a receipt for what was never received.
#[test]
fn what_was_not_accepted_was_not_received() -> Checked {
    let dates = [("NgayNopHoSo", "2026-10-05T08:00"), RECEIVED, ("NgayTuChoi", "2026-10-06T10:00")];
    assert_eq!(
        log(&record(3, &dates, &[]), &[])?,
        ["2026-10-05T08:00 submitted", "2026-10-06T10:00 reception_refused"]
    );
    Ok(())
}

#[test]
fn a_dossier_can_be_received_the_moment_it_is_handed_in() -> Checked {
    let handed_in = |when| record(4, &[("NgayNopHoSo", when), RECEIVED], &[]);
    assert_eq!(
        log(&handed_in("2026-10-05T09:00"), &[])?,
        ["2026-10-05T09:00 submitted", "2026-10-05T09:00 received"]
    );
    assert_eq!(
        fault(log(&handed_in("2026-10-05T09:01"), &[])),
        ("NgayNopHoSo".into(), "it is later than `NgayTiepNhan`".into())
    );
    Ok(())
}

/// A system receives a dossier the moment what was missing comes: of one instant the supplement is
/// first, or the receipt would be refused while it is waited for.
#[test]
fn what_is_brought_to_be_received_is_brought_before() -> Checked {
    let dates = [("NgayNopHoSo", "2026-10-05T09:00"), ("NgayTiepNhan", "2026-10-05T11:00")];
    let listed = record(4, &dates, &[("2026-10-05T10:00", "2026-10-05T11:00")]);
    let log_of = [
        "2026-10-05T09:00 submitted",
        "2026-10-05T10:00 supplement_requested",
        "2026-10-05T11:00 supplement_received",
        "2026-10-05T11:00 received",
    ];
    assert_eq!(log(&listed, &[])?, log_of);
    // The same where only progress tells of it, whose step of the receipt ends the wait.
    let by_progress = record(2, &dates, &[]);
    let steps = [("2026-10-05T10:00", 5), ("2026-10-05T11:00", 2)];
    assert_eq!(log(&by_progress, &steps)?, log_of);
    let mut dossier = Dossier::new(CODE, Limit::working_days(5), Channel::Online);
    dossier.events = listed.events(&[])?;
    let timeline = dossier.evaluate(&Calendar::vietnam()?, &CountingPolicy::one_stop())?;
    assert_eq!(timeline.received, Some(at("2026-10-05T11:00")));

    // What is asked for at the instant of the receipt is asked for after it.
    let at_once = record(4, &dates, &[("2026-10-05T11:00", "2026-10-05T11:00")]);
    assert_eq!(
        log(&at_once, &[])?,
        [
            "2026-10-05T09:00 submitted",
            "2026-10-05T11:00 received",
            "2026-10-05T11:00 supplement_requested",
            "2026-10-05T11:00 supplement_received",
        ]
    );
    Ok(())
}

/// A record tells when a supplement was last asked for, and lists the supplements: one request is
/// not to be told twice, and another one not to be lost.
#[test]
fn a_request_inside_a_listed_supplement_is_that_one() -> Checked {
    let listed = [("2026-10-07T10:00", "2026-10-09T10:00")];
    let with = |status, when| {
        let dates = [RECEIVED, ("NgayYeuCauBoSung", when)];
        log(&record(status, &dates, &listed), &[])
    };
    let one = [
        "2026-10-05T09:00 received",
        "2026-10-07T10:00 supplement_requested",
        "2026-10-09T10:00 supplement_received",
    ];
    assert_eq!(with(4, "2026-10-07T10:00")?, one);
    assert_eq!(with(4, "2026-10-08T10:00")?, one);
    // Asked again, once the first was brought or at that very instant.
    for again in ["2026-10-09T10:00", "2026-10-12T10:00"] {
        let more = format!("{again} supplement_requested");
        assert_eq!(with(5, again)?, [one.as_slice(), &[&more]].concat());
    }
    Ok(())
}

#[test]
fn a_supplement_brought_at_once_is_told_once() -> Checked {
    let dates = [RECEIVED, ("NgayYeuCauBoSung", "2026-10-07T10:00")];
    let listed = [("2026-10-07T10:00", "2026-10-07T10:00")];
    assert_eq!(
        log(&record(4, &dates, &listed), &[])?,
        [
            "2026-10-05T09:00 received",
            "2026-10-07T10:00 supplement_requested",
            "2026-10-07T10:00 supplement_received",
        ]
    );
    Ok(())
}

/// Progress of the instant of the request is what led to it.
#[test]
fn only_progress_after_a_request_ends_its_wait() -> Checked {
    let dates = [RECEIVED, ("NgayYeuCauBoSung", "2026-10-07T10:00")];
    let waits = record(5, &dates, &[]);
    assert_eq!(
        log(&waits, &[("2026-10-06T10:00", 4), ("2026-10-07T10:00", 4)])?,
        [
            "2026-10-05T09:00 received",
            "2026-10-06T10:00 transferred",
            "2026-10-07T10:00 supplement_requested",
            "2026-10-07T10:00 transferred",
        ]
    );
    assert_eq!(
        log(&waits, &[("2026-10-07T10:01", 4)])?,
        [
            "2026-10-05T09:00 received",
            "2026-10-07T10:00 supplement_requested",
            "2026-10-07T10:01 supplement_received",
            "2026-10-07T10:01 transferred",
        ]
    );
    Ok(())
}

/// Both have one status: a dossier that is only suspended waits no longer for what it asked for,
/// one that is stopped for good never got it.
#[test]
fn a_suspension_ends_a_wait_and_a_stop_leaves_it() -> Checked {
    let steps = [("2026-10-07T10:00", 5), ("2026-10-09T10:00", 8)];
    assert_eq!(
        log(&record(8, &[RECEIVED], &[]), &steps)?,
        [
            "2026-10-05T09:00 received",
            "2026-10-07T10:00 supplement_requested",
            "2026-10-09T10:00 supplement_received",
            "2026-10-09T10:00 suspended",
        ]
    );
    let stopped = [RECEIVED, ("NgayKetThucXuLy", "2026-10-09T10:00")];
    assert_eq!(
        log(&record(8, &stopped, &[]), &steps)?,
        [
            "2026-10-05T09:00 received",
            "2026-10-07T10:00 supplement_requested",
            "2026-10-09T10:00 stopped",
        ]
    );
    Ok(())
}

#[test]
fn a_payment_told_twice_is_asked_for_once() -> Checked {
    let steps = [("2026-10-07T10:00", 6), ("2026-10-08T10:00", 6), ("2026-10-09T10:00", 4)];
    assert_eq!(
        log(&record(4, &[RECEIVED], &[]), &steps)?,
        [
            "2026-10-05T09:00 received",
            "2026-10-07T10:00 payment_requested",
            "2026-10-09T10:00 payment_made",
        ]
    );
    Ok(())
}

/// The status lags behind: what is over waits for nothing, so it need not tell since when.
#[test]
fn a_status_that_waits_lags_behind_an_end() -> Checked {
    let with = |field| record(5, &[RECEIVED, (field, "2026-10-09T10:00")], &[]);
    let received = "2026-10-05T09:00 received";
    assert_eq!(log(&with("NgayKetThucXuLy"), &[])?, [received, "2026-10-09T10:00 finished"]);
    assert_eq!(log(&with("NgayTra"), &[])?, [received, "2026-10-09T10:00 returned"]);
    assert_eq!(
        fault(log(&record(5, &[RECEIVED], &[]), &[])),
        ("NgayYeuCauBoSung".into(), "it is missing".into())
    );
    Ok(())
}

/// A record that is worked on again has to tell when the supplement came, unless progress tells
/// that it is waited for still.
#[test]
fn progress_before_a_request_tells_nothing_of_its_end() -> Checked {
    let dates = [RECEIVED, ("NgayYeuCauBoSung", "2026-10-07T10:00")];
    let goes_on = record(4, &dates, &[]);
    let untold = ("DanhSachHoSoBoSung", "it does not tell when the supplement came");
    for steps in [&[][..], &[("2026-10-06T10:00", 4)], &[("2026-10-07T10:00", 4)]] {
        let (field, message) = fault(log(&goes_on, steps));
        assert_eq!((field.as_str(), message.as_str()), untold, "{steps:?}");
    }
    let waits = ["2026-10-05T09:00 received", "2026-10-07T10:00 supplement_requested"];
    // Of the very instant of the request, but it is the request.
    assert_eq!(log(&goes_on, &[("2026-10-07T10:00", 5)])?, waits);
    // Later than it: withdrawn, whatever the record says, so that it never came.
    assert_eq!(log(&goes_on, &[("2026-10-08T10:00", 7)])?, waits);
    Ok(())
}

/// Of what was handed over, the day it was ready may be missing: it was by then.
#[test]
fn a_result_that_was_handed_over_was_ready() -> Checked {
    let dates = [RECEIVED, ("NgayTra", "2026-10-09T10:00")];
    let record = record(10, &dates, &[]);
    assert_eq!(log(&record, &[])?, ["2026-10-05T09:00 received", "2026-10-09T10:00 returned"]);
    let mut dossier = Dossier::new(CODE, Limit::working_days(5), Channel::InPerson);
    dossier.events = record.events(&[])?;
    let timeline = dossier.evaluate(&Calendar::vietnam()?, &CountingPolicy::one_stop())?;
    assert_eq!(timeline.finished, Some(at("2026-10-09T10:00")));
    Ok(())
}
