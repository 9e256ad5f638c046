//! Answers at the edges: at an instant itself, on an idle day, for a record that is only half
//! known.

#![expect(clippy::unwrap_used, reason = "a test may stop with a panic")]

use std::collections::BTreeMap;
use std::error::Error;

use motcua::calendar::parse_date as day;
use motcua::dossier::{
    Cause, Dossier, DossierCode, Event, EventKind, NationalRecord, NationalStatus, Outcome,
    SegmentKind, Stage, StepPlan, SyncAudit, SyncCause, TimeTaken, Timeline,
};
use motcua::obligation::{
    Column, Duty, Promise, PublicationDuty, PublicationTerm, StandingPolicy, TermStart, publication,
};
use motcua::procedure::{Issuer, PublicationDecision};
use motcua::regulation::{CountingPolicy, Rule, Sector};
use motcua::report::{
    Distribution, DossierGiven, Feedback, IndexGroup, IndexRule, Indicators, Period, Ratio, Report,
    ReportError, Tenths, index_shares,
};
use motcua::time_limit::{Amount, Channel, Limit, Unit};
use motcua::{Calendar, LocalTime, Procedure};
use serde_json::{Value, json};

type Checked = Result<(), Box<dyn Error>>;

fn at(text: &str) -> LocalTime {
    text.parse().unwrap()
}

/// Received on Monday 5/10/2026 with five working days.
fn dossier(code: &str, events: impl IntoIterator<Item = (&'static str, EventKind)>) -> Dossier {
    let received = EventKind::Received { elsewhere: false };
    let dossier = Dossier::new(code, Limit::working_days(5), Channel::InPerson)
        .event(Event::new(at("2026-10-05T09:00"), received));
    events
        .into_iter()
        .fold(dossier, |dossier, (when, kind)| dossier.event(Event::new(at(when), kind)))
}

fn evaluate(dossier: &Dossier) -> Result<(Calendar, CountingPolicy, Timeline), Box<dyn Error>> {
    let (calendar, policy) = (Calendar::vietnam()?, CountingPolicy::one_stop());
    let timeline = dossier.evaluate(&calendar, &policy)?;
    Ok((calendar, policy, timeline))
}

const APPROVED: EventKind = EventKind::Finished { outcome: Outcome::Approved };
/// A supplement is asked for, and not said by when.
const ASKED: EventKind = EventKind::SupplementRequested { stage: Stage::Examination, by: None };

/// A new appointment is promised.
fn reappointed(due: &str) -> EventKind {
    EventKind::Reappointed { due: at(due), reason: "thiếu người".into() }
}

#[test]
fn a_stretch_holds_its_first_instant_and_not_its_last() -> Checked {
    let dossier = dossier(
        "HS-1",
        [
            ("2026-10-06T10:00", EventKind::Suspended { basis: "chờ xác minh".into() }),
            ("2026-10-07T10:00", EventKind::Resumed),
            ("2026-10-08T10:00", APPROVED),
        ],
    );
    let (_, _, timeline) = evaluate(&dossier)?;
    let runs = |when: &str| timeline.segment(at(when)).map(|it| it.kind == SegmentKind::Running);
    assert_eq!(runs("2026-10-05T09:00"), Some(true));
    assert_eq!(runs("2026-10-06T10:00"), Some(false));
    assert_eq!(runs("2026-10-07T10:00"), Some(true));
    assert_eq!(runs("2026-10-08T10:00"), None);
    Ok(())
}

#[test]
fn a_dossier_is_counted_from_the_instant_it_is_received() -> Checked {
    let dossier = dossier("HS-1", []);
    let (calendar, _, timeline) = evaluate(&dossier)?;
    let column = |when: &str| timeline.column(&calendar, StandingPolicy::default(), at(when));
    assert_eq!(column("2026-10-05T08:59")?, None);
    assert_eq!(column("2026-10-05T09:00")?, Some(Column::InTime));
    assert_eq!(column("2026-10-05T09:01")?, Some(Column::InTime));
    Ok(())
}

#[test]
fn a_duty_tells_how_its_due_time_came_about() -> Checked {
    let dossier = dossier("HS-1", []);
    let (calendar, policy, timeline) = evaluate(&dossier)?;
    let as_of = at("2026-10-06T09:00");
    let standing = StandingPolicy::default();
    let duties = dossier.obligations(&calendar, &policy, &timeline, standing, as_of)?;
    let result = duties.iter().find(|it| it.duty == Duty::Result).ok_or("no result is owed")?;
    let deadline = result.deadline(&calendar, &policy)?.ok_or("it has no trace")?;
    assert_eq!(*deadline.due(), result.due);
    assert_eq!(deadline.appointment_vietnamese(), "17:00, thứ Hai 12/10/2026");
    assert_eq!(deadline.appointment_english(), "17:00 on Monday 12 October 2026");
    Ok(())
}

#[test]
fn a_corrected_record_keeps_what_the_events_do_not_tell() -> Checked {
    let record = NationalRecord::from_value(json!({
        "MaHoSo": "H26.103.25.7-261005-0001",
        "MaTTHC": "1.003868",
        "TenLinhVuc": "Hộ tịch",
        "DonViXuLy": "Sở Nội vụ",
        "KenhThucHien": "2",
        "TrangThaiHoSo": "4",
        "NgayTiepNhan": "20261005090000",
    }))?;
    let dossier = dossier("HS-1", [("2026-10-08T10:00", APPROVED)]);
    let (_, _, timeline) = evaluate(&dossier)?;
    let corrected = record.corrected(&dossier, &timeline, at("2026-10-09T09:00"));
    assert_eq!(
        (&corrected.procedure, &corrected.field, &corrected.agency, corrected.channel),
        (&record.procedure, &record.field, &record.agency, record.channel),
    );
    assert_eq!(record.field, "Hộ tịch");
    assert_eq!(record.channel, Some(Channel::Online));
    assert_eq!((dossier.procedure.as_str(), dossier.field.as_str()), ("", ""));
    assert_eq!(corrected.finished, Some(at("2026-10-08T10:00")));
    Ok(())
}

fn report(dossiers: &[Dossier]) -> Result<Report, Box<dyn Error>> {
    let period = Period::new(day("2026-10-01")?, day("2026-10-31")?)?;
    let mut report = Report::new(period, StandingPolicy::default());
    for dossier in dossiers {
        let (calendar, policy, timeline) = evaluate(dossier)?;
        report.add(&calendar, &policy, dossier, &timeline)?;
    }
    Ok(report)
}

#[test]
fn a_day_of_a_report_is_that_of_its_days() -> Checked {
    let report = report(&[dossier("HS-1", [("2026-10-08T10:00", APPROVED)])])?;
    assert!(report.days().count() > 1);
    for (date, tally) in report.days() {
        assert_eq!(report.day_of(date), Some(tally));
    }
    assert_eq!(report.day_of(day("2026-10-06")?), None);
    Ok(())
}

/// Two reports of the same numbers are not one where they list different dossiers.
#[test]
fn reports_of_different_dossiers_differ() -> Checked {
    let of = |code| report(&[dossier(code, [("2026-10-20T10:00", APPROVED)])]);
    let (one, same, other) = (of("HS-1")?, of("HS-1")?, of("HS-2")?);
    assert_eq!(one.late().len(), 1);
    assert_eq!(one, same);
    assert_ne!(one, other);
    Ok(())
}

#[test]
fn too_many_points_are_told_with_what_there_can_be() {
    let given = [(IndexGroup::Transparency, Tenths(181))];
    let error = IndexRule::decree().total(&given).unwrap_err();
    let most = IndexRule::decree().groups.iter().find(|(group, _)| *group == given[0].0);
    assert_eq!(most.map(|(_, most)| *most), Some(18));
    assert_eq!(error, ReportError::PartExceedsWhole { what: "transparency", part: 19, whole: 18 });
}

#[test]
fn a_period_holds_both_its_ends() -> Checked {
    let period = Period::new(day("2026-10-01")?, day("2026-10-31")?)?;
    let holds = |date: &str| day(date).map(|date| period.contains(date));
    assert_eq!((holds("2026-09-30")?, holds("2026-10-01")?), (false, true));
    assert_eq!((holds("2026-10-31")?, holds("2026-11-01")?), (true, false));
    Ok(())
}

#[test]
fn a_consultation_is_owed_from_the_instant_it_is_asked() -> Checked {
    let asked = EventKind::ConsultationAsked {
        agency: "Sở Tài chính".into(),
        by: Some(at("2026-10-08T17:00")),
    };
    let dossier = dossier("HS-1", [("2026-10-06T10:00", asked)]);
    let (calendar, policy, timeline) = evaluate(&dossier)?;
    let owed = |when: &str| -> Result<usize, Box<dyn Error>> {
        let standing = StandingPolicy::default();
        let duties = dossier.obligations(&calendar, &policy, &timeline, standing, at(when))?;
        Ok(duties.iter().filter(|it| it.duty == Duty::ConsultationAnswer).count())
    };
    assert_eq!((owed("2026-10-06T09:59")?, owed("2026-10-06T10:00")?), (0, 1));
    Ok(())
}

/// The whole log is given; what came after the instant it is looked at moves nothing yet.
#[test]
fn a_step_knows_nothing_of_a_later_wait() -> Checked {
    let mut dossier = dossier(
        "HS-1",
        [
            ("2026-10-05T09:00", EventKind::StepStarted { step: "thẩm định".into() }),
            ("2026-10-08T10:00", EventKind::Suspended { basis: "chờ xác minh".into() }),
            ("2026-10-12T10:00", EventKind::Resumed),
        ],
    );
    dossier.steps.push(StepPlan::new("thẩm định", "Sở A", Limit::working_days(3), 1));
    let (calendar, policy, timeline) = evaluate(&dossier)?;
    let due = |when: &str| -> Result<Vec<String>, Box<dyn Error>> {
        let standing = StandingPolicy::default();
        let duties = dossier.obligations(&calendar, &policy, &timeline, standing, at(when))?;
        let steps = duties.iter().filter(|it| it.duty == Duty::Step);
        Ok(steps.map(|it| it.due.date.to_string()).collect())
    };
    assert_eq!(due("2026-10-08T08:00")?, ["2026-10-08"]);
    assert_eq!(due("2026-10-08T12:00")?, ["2026-10-08"]);
    // 9 and 12 October are left out.
    assert_eq!(due("2026-10-12T10:00")?, ["2026-10-12"]);
    Ok(())
}

/// The portal keeps the day of not accepting a dossier where it keeps that of a refusal.
#[test]
fn a_record_of_a_dossier_not_accepted_tells_when() -> Checked {
    let dossier = Dossier::new("HS-1", Limit::working_days(5), Channel::Online)
        .event(Event::new(at("2026-10-05T09:00"), EventKind::Submitted))
        .event(Event::new(at("2026-10-06T10:00"), EventKind::ReceptionRefused));
    let (_, _, timeline) = evaluate(&dossier)?;
    let record = NationalRecord::of(&dossier, &timeline, at("2026-10-07T09:00"));
    let record = record.ok_or("it has no status")?;
    assert_eq!(record.status, NationalStatus::NotAccepted);
    assert_eq!(record.refused, Some(at("2026-10-06T10:00")));
    Ok(())
}

/// What a record of the portal says, held against a dossier at an instant.
fn audit(record: Value, dossier: &Dossier, as_of: &str) -> Result<SyncAudit, Box<dyn Error>> {
    let (calendar, policy, timeline) = evaluate(dossier)?;
    let record = NationalRecord::from_value(record)?;
    Ok(record.audit(dossier, &timeline, &calendar, &policy, at(as_of))?)
}

/// A record being worked on, with an appointment at 17:00 of a day.
fn appointed(day: &str) -> Value {
    json!({
        "MaHoSo": "HS-1",
        "TrangThaiHoSo": "4",
        "NgayTiepNhan": "20261005090000",
        "NgayHenTra": format!("{day}170000"),
    })
}

/// The fields that disagree, each with its cause and what the events say.
fn causes(audit: &SyncAudit) -> Vec<(&str, SyncCause, &str)> {
    let list = audit.disagreements.iter();
    list.map(|it| (it.field.as_str(), it.cause, it.computed.as_deref().unwrap_or("none"))).collect()
}

#[test]
fn an_appointment_that_was_left_tells_by_what() -> Checked {
    let put_off = dossier("HS-1", [("2026-10-12T10:00", reappointed("2026-10-15T17:00"))]);
    let seen = audit(appointed("20261012"), &put_off, "2026-10-12T11:00")?;
    assert_eq!(
        causes(&seen),
        [("NgayHenTra", SyncCause::ReappointmentNotSeen, "2026-10-15T17:00")]
    );

    // The new appointment was taken over; a wait of one working day, Monday, has moved it since.
    let waited = dossier(
        "HS-1",
        [
            ("2026-10-08T10:00", reappointed("2026-10-14T17:00")),
            ("2026-10-09T10:00", EventKind::Suspended { basis: "chờ xác minh".into() }),
            ("2026-10-12T10:00", EventKind::Resumed),
        ],
    );
    let seen = audit(appointed("20261014"), &waited, "2026-10-13T10:00")?;
    assert_eq!(causes(&seen), [("NgayHenTra", SyncCause::WaitCounted, "2026-10-15T17:00")]);
    Ok(())
}

#[test]
fn a_fault_of_counting_is_looked_for_where_the_term_began() -> Checked {
    // Anew on Thursday 8/10: 9, 12, 13, 14 and 15. With the first day 8, 9, 12, 13 and 14.
    let restarted = dossier(
        "HS-1",
        [("2026-10-07T10:00", ASKED), ("2026-10-08T10:00", EventKind::SupplementReceived)],
    );
    let seen = audit(appointed("20261014"), &restarted, "2026-10-09T10:00")?;
    assert_eq!(causes(&seen), [("NgayHenTra", SyncCause::FirstDayCounted, "2026-10-15T17:00")]);

    // Ten calendar days: 6 to 15, or with the first 5 to 14.
    let mut in_days = dossier("HS-1", []);
    in_days.limit = Limit::days(10);
    for (day, cause) in
        [("20261014", SyncCause::FirstDayCounted), ("20261016", SyncCause::Unexplained)]
    {
        let seen = audit(appointed(day), &in_days, "2026-10-06T10:00")?;
        assert_eq!(causes(&seen), [("NgayHenTra", cause, "2026-10-15T17:00")]);
    }
    assert_eq!(causes(&audit(appointed("20261015"), &in_days, "2026-10-06T10:00")?), []);
    Ok(())
}

#[test]
fn only_what_waits_was_pushed_as_finished_while_it_waits() -> Checked {
    let mut record = appointed("20261012");
    record["TrangThaiHoSo"] = "9".into();
    let open = audit(record.clone(), &dossier("HS-1", []), "2026-10-07T11:00")?;
    assert_eq!(causes(&open), [("TrangThaiHoSo", SyncCause::StatusNotReached, "2")]);
    // The due date stands until the supplement comes.
    let waits = dossier("HS-1", [("2026-10-07T10:00", ASKED)]);
    let waits = audit(record, &waits, "2026-10-07T11:00")?;
    assert_eq!(causes(&waits), [("TrangThaiHoSo", SyncCause::WaitingPushedAsFinished, "5")]);
    Ok(())
}

/// What the events say is told as in time up to the last minute: soon is a matter of lists.
#[test]
fn an_audit_knows_no_soon() -> Checked {
    let seen = audit(appointed("20261009"), &dossier("HS-1", []), "2026-10-12T10:00")?;
    assert!(seen.false_late);
    // Five days with the first from 5/10 to 9/10; due the very day that is looked at, at 17:00.
    assert_eq!(
        causes(&seen),
        [
            ("NgayHenTra", SyncCause::FirstDayCounted, "2026-10-12T17:00"),
            ("NgayHenTra", SyncCause::WrongAppointment, "in_time"),
        ]
    );
    Ok(())
}

#[test]
fn a_record_is_late_from_the_day_after_its_appointment() -> Checked {
    let open = dossier("HS-1", []);
    let late = |as_of| -> Result<_, Box<dyn Error>> {
        let seen = audit(appointed("20261012"), &open, as_of)?;
        Ok((seen.late_by_record, seen.late))
    };
    assert_eq!(late("2026-10-12T23:59")?, (false, false));
    assert_eq!(late("2026-10-13T00:00")?, (true, true));
    Ok(())
}

/// It was open and late the day before; once it is withdrawn nothing is owed.
#[test]
fn a_record_of_what_was_withdrawn_is_not_open() -> Checked {
    let withdrawn = dossier("HS-1", [("2026-10-14T10:00", EventKind::Withdrawn)]);
    let mut record = appointed("20261012");
    record["TrangThaiHoSo"] = "7".into();
    let late = |as_of| -> Result<_, Box<dyn Error>> {
        let seen = audit(record.clone(), &withdrawn, as_of)?;
        Ok((seen.late_by_record, seen.late))
    };
    assert_eq!(late("2026-10-14T09:59")?, (true, true));
    assert_eq!(late("2026-10-14T10:00")?, (false, false));
    Ok(())
}

/// Eight working hours from 09:00 end at 09:00 of the next day; at that instant they are not over.
#[test]
fn a_term_of_hours_can_be_interrupted_as_it_ends() -> Checked {
    let due = |when| -> Result<_, Box<dyn Error>> {
        let suspended = EventKind::Suspended { basis: "chờ xác minh".into() };
        let mut dossier =
            dossier("HS-1", [(when, suspended), ("2026-10-07T09:00", EventKind::Resumed)]);
        dossier.limit = Limit::working_hours(8);
        let (_, _, timeline) = evaluate(&dossier)?;
        Ok(timeline.due(at("2026-10-07T09:00")).map(|due| due.at))
    };
    // Nothing was left, so that it is due as it goes on.
    assert_eq!(due("2026-10-06T09:00")?, Some(at("2026-10-07T09:00")));
    assert_eq!(due("2026-10-06T09:01")?, Some(at("2026-10-06T09:00")));
    Ok(())
}

/// What was asked for and brought the same day leads to the same due date, so that the promise
/// stands as it was given.
#[test]
fn a_restart_that_moves_nothing_leaves_the_beginning() -> Checked {
    let dossier = dossier(
        "HS-1",
        [
            ("2026-10-05T10:00", ASKED),
            ("2026-10-05T11:00", EventKind::SupplementReceived),
            ("2026-10-06T09:00", reappointed("2026-10-14T17:00")),
        ],
    );
    let (_, _, timeline) = evaluate(&dossier)?;
    let told: Vec<_> = timeline.history.iter().map(|it| (it.cause, it.due.start)).collect();
    let received = at("2026-10-05T09:00");
    assert_eq!(told, [(Cause::Received, received), (Cause::Reappointed, received)]);
    Ok(())
}

/// The suspension began after the due time and moved nothing; the new promise is not yet over.
#[test]
fn a_new_promise_moves_by_what_is_left_of_a_wait() -> Checked {
    let dossier = dossier(
        "HS-1",
        [
            ("2026-10-13T10:00", EventKind::Suspended { basis: "chờ xác minh".into() }),
            ("2026-10-14T10:00", reappointed("2026-10-16T17:00")),
            ("2026-10-15T10:00", EventKind::Resumed),
        ],
    );
    let (_, _, timeline) = evaluate(&dossier)?;
    let told: Vec<_> =
        timeline.history.iter().map(|it| (it.cause, it.due.date.to_string())).collect();
    // By one working day, from Friday to Monday.
    assert_eq!(
        told,
        [
            (Cause::Received, "2026-10-12".into()),
            (Cause::Reappointed, "2026-10-16".into()),
            (Cause::Paused, "2026-10-19".into()),
        ]
    );
    Ok(())
}

#[test]
fn a_step_is_moved_by_no_wait_outside_it() -> Checked {
    let due = |events: &[(&'static str, EventKind)]| -> Result<Vec<_>, Box<dyn Error>> {
        let mut dossier = dossier("HS-1", events.iter().cloned());
        dossier.steps.push(StepPlan::new("thẩm định", "Sở A", Limit::working_days(3), 1));
        let (calendar, policy, timeline) = evaluate(&dossier)?;
        let runs = dossier.step_runs(&calendar, &policy, &timeline, at("2026-10-20T09:00"))?;
        Ok(runs.iter().map(|run| run.due.date.to_string()).collect())
    };
    let step = || "thẩm định".to_owned();
    let started = ("2026-10-05T09:00", EventKind::StepStarted { step: step() });
    let suspended = || EventKind::Suspended { basis: "chờ xác minh".into() };
    // Finished on 7/10, at the instant at which the wait begins.
    let finished = ("2026-10-07T10:00", EventKind::StepFinished { step: step() });
    let (wait, on) = (("2026-10-07T10:00", suspended()), ("2026-10-09T10:00", EventKind::Resumed));
    assert_eq!(due(&[started.clone(), finished, wait.clone(), on.clone()])?, ["2026-10-08"]);
    // Still open: 8 and 9 October are left out.
    assert_eq!(due(&[started.clone(), wait, on])?, ["2026-10-12"]);
    // Still open, but its time was over on 8/10.
    let (wait, on) = (("2026-10-09T10:00", suspended()), ("2026-10-12T10:00", EventKind::Resumed));
    assert_eq!(due(&[started, wait, on])?, ["2026-10-08"]);
    Ok(())
}

/// Of two steps side by side that overran by the same, the one planned first is charged.
#[test]
fn steps_that_overran_alike_are_charged_once() -> Checked {
    let names = ["thẩm định", "đo đạc"];
    let start =
        names.map(|step| ("2026-10-05T09:00", EventKind::StepStarted { step: step.into() }));
    let finish =
        names.map(|step| ("2026-10-08T17:00", EventKind::StepFinished { step: step.into() }));
    let events = start.into_iter().chain(finish).chain([("2026-10-08T17:00", APPROVED)]);
    let mut dossier = dossier("HS-1", events);
    dossier.limit = Limit::working_days(1);
    for name in names {
        dossier.steps.push(StepPlan::new(name, "Sở A", Limit::working_days(1), 1));
    }
    let (calendar, policy, timeline) = evaluate(&dossier)?;
    let as_of = at("2026-10-20T09:00");
    let blames = dossier.blame(&calendar, &policy, &timeline, Promise::Last, as_of)?;
    let charged: Vec<_> = blames
        .iter()
        .map(|it| (it.plan.map(|plan| plan.name.as_str()), it.seconds, it.days))
        .collect();
    // Due on Tuesday; Wednesday and Thursday have eight hours each.
    assert_eq!(charged, [(Some("thẩm định"), 57_600, Amount::whole(2))]);
    Ok(())
}

/// A wait after the due time is no time of the office: not used, and not had less.
#[test]
fn a_late_dossier_had_its_time_whatever_it_waited_for_since() -> Checked {
    let mut dossier = dossier(
        "HS-1",
        [
            ("2026-10-07T07:30", EventKind::Suspended { basis: "chờ xác minh".into() }),
            ("2026-10-08T07:30", EventKind::Resumed),
            ("2026-10-08T09:30", APPROVED),
        ],
    );
    dossier.limit = Limit::working_days(1);
    let (calendar, _, timeline) = evaluate(&dossier)?;
    let taken = |when| timeline.time_taken(&calendar, Promise::Last, at(when));
    // Six and a half hours on Monday from 09:00 and eight on Tuesday, when it was due at 17:00; two
    // more on Thursday.
    let (had, used) = (14 * 3_600 + 1_800, 16 * 3_600 + 1_800);
    assert_eq!(taken("2026-10-06T17:00")?, Some(TimeTaken { used: had, had }));
    assert_eq!(taken("2026-10-08T09:30")?, Some(TimeTaken { used, had }));
    Ok(())
}

/// The duties of a kind at an instant long after.
fn duties(dossier: &Dossier, duty: Duty) -> Result<Vec<Told>, Box<dyn Error>> {
    let (calendar, policy, timeline) = evaluate(dossier)?;
    let (standing, as_of) = (StandingPolicy::default(), at("2026-10-20T09:00"));
    let all = dossier.obligations(&calendar, &policy, &timeline, standing, as_of)?;
    let told = all.iter().filter(|it| it.duty == duty).map(|it| Told {
        from: it.from,
        due: it.due.at,
        limit: it.limit,
        done: it.done,
        over: it.over,
        subject: it.subject.to_owned(),
        rule: it.basis.map(|basis| basis.rule),
    });
    Ok(told.collect())
}

/// What is told of a duty.
#[derive(Debug, PartialEq)]
struct Told {
    from: LocalTime,
    due: LocalTime,
    limit: Option<Limit>,
    done: Option<LocalTime>,
    over: Option<LocalTime>,
    subject: String,
    rule: Option<Rule>,
}

impl Told {
    /// Open, of no law and by no limit.
    fn new(from: &str, due: &str) -> Self {
        let (limit, done, over, rule) = (None, None, None, None);
        Self { from: at(from), due: at(due), limit, done, over, subject: String::new(), rule }
    }
}

#[test]
fn the_result_is_owed_by_the_rule_on_its_beginning() -> Checked {
    let told = Told {
        limit: Some(Limit::working_days(5)),
        rule: Some(Rule::ClockStart),
        ..Told::new("2026-10-05T09:00", "2026-10-12T17:00")
    };
    assert_eq!(duties(&dossier("HS-1", []), Duty::Result)?, [told]);
    Ok(())
}

/// Eight working hours to answer what is handed in online. Stopped unanswered after their end, it
/// is owed no more; what is brought once it is received is no matter of its reception.
#[test]
fn what_is_handed_in_online_is_answered_within_eight_hours() -> Checked {
    let online = || {
        Dossier::new("HS-1", Limit::working_days(5), Channel::Online)
            .event(Event::new(at("2026-10-05T09:00"), EventKind::Submitted))
    };
    let told = |done, over| Told {
        limit: Some(Limit::working_hours(8)),
        done,
        over,
        rule: Some(Rule::ReceptionAnswer),
        ..Told::new("2026-10-05T09:00", "2026-10-06T09:00")
    };
    let stopped = EventKind::Stopped { reason: String::new() };
    let unanswered = online().event(Event::new(at("2026-10-07T10:00"), stopped));
    assert_eq!(
        duties(&unanswered, Duty::ReceptionAnswer)?,
        [told(None, Some(at("2026-10-07T10:00")))]
    );
    let answered = online()
        .event(Event::received(at("2026-10-05T10:00")))
        .event(Event::new(at("2026-10-06T10:00"), ASKED))
        .event(Event::new(at("2026-10-07T10:00"), EventKind::SupplementReceived));
    assert_eq!(
        duties(&answered, Duty::ReceptionAnswer)?,
        [told(Some(at("2026-10-05T10:00")), None)]
    );
    Ok(())
}

/// What is brought is to be answered anew, and is by the receipt, even at the same instant.
#[test]
fn a_supplement_received_at_once_is_answered() -> Checked {
    let asked = EventKind::SupplementRequested { stage: Stage::Reception, by: None };
    let dossier = Dossier::new("HS-1", Limit::working_days(5), Channel::Online)
        .event(Event::new(at("2026-10-05T09:00"), EventKind::Submitted))
        .event(Event::new(at("2026-10-05T10:00"), asked))
        .event(Event::new(at("2026-10-05T11:00"), EventKind::SupplementReceived))
        .event(Event::received(at("2026-10-05T11:00")));
    let told = |from, due, done| Told {
        limit: Some(Limit::working_hours(8)),
        done: Some(at(done)),
        rule: Some(Rule::ReceptionAnswer),
        ..Told::new(from, due)
    };
    assert_eq!(
        duties(&dossier, Duty::ReceptionAnswer)?,
        [
            told("2026-10-05T09:00", "2026-10-06T09:00", "2026-10-05T10:00"),
            told("2026-10-05T11:00", "2026-10-06T11:00", "2026-10-05T11:00"),
        ]
    );
    Ok(())
}

/// The day before the due date, unless the promise was made no earlier than that day ended.
#[test]
fn an_apology_is_sent_the_day_before_where_there_is_one() -> Checked {
    let apology = |received: &str| -> Result<Vec<Told>, Box<dyn Error>> {
        let dossier = Dossier::new("HS-1", Limit::working_days(1), Channel::InPerson)
            .event(Event::received(at(received)));
        duties(&dossier, Duty::Apology)
    };
    let due = "2026-10-06T17:00";
    let told = |by| Told { rule: Some(Rule::Apology), ..Told::new(due, by) };
    let the_day_before = Some(Limit::before(Amount::whole(1), Unit::Day));
    let in_time = Told { limit: the_day_before, ..told("2026-10-05T17:00") };
    assert_eq!(apology("2026-10-05T16:59")?, [in_time]);
    assert_eq!(apology("2026-10-05T17:00")?, [told(due)]);
    Ok(())
}

/// Flight operations: a working day to ask for the payment, three to pay, fifteen to supplement
/// (NĐ 222/2026 art. 4).
#[test]
fn a_sector_tells_what_was_counted() -> Checked {
    let mut dossier = dossier(
        "HS-1",
        [
            ("2026-10-06T10:00", EventKind::PaymentRequested { by: None }),
            ("2026-10-07T10:00", EventKind::PaymentMade),
            ("2026-10-07T11:00", ASKED),
        ],
    );
    dossier.handling.sector = Sector::find("flight_operations");
    let notice = Told {
        limit: Some(Limit::working_days(1)),
        done: Some(at("2026-10-06T10:00")),
        ..Told::new("2026-10-05T09:00", "2026-10-06T17:00")
    };
    assert_eq!(duties(&dossier, Duty::PaymentNotice)?, [notice]);
    let payment = Told {
        limit: Some(Limit::working_days(3)),
        done: Some(at("2026-10-07T10:00")),
        ..Told::new("2026-10-06T10:00", "2026-10-09T17:00")
    };
    assert_eq!(duties(&dossier, Duty::Payment)?, [payment]);
    // Two days of the week of the 7th, five of each of the next two, three of the last.
    let supplement = Told {
        limit: Some(Limit::working_days(15)),
        ..Told::new("2026-10-07T11:00", "2026-10-28T17:00")
    };
    assert_eq!(duties(&dossier, Duty::Supplement)?, [supplement]);
    Ok(())
}

#[test]
fn a_consultation_is_about_the_agency_that_is_asked() -> Checked {
    let by = "2026-10-08T17:00";
    let asked =
        EventKind::ConsultationAsked { agency: "Sở Tài chính".into(), by: Some(at(by)) };
    let dossier = dossier("HS-1", [("2026-10-06T10:00", asked)]);
    let told = Told { subject: "Sở Tài chính".into(), ..Told::new("2026-10-06T10:00", by) };
    assert_eq!(duties(&dossier, Duty::ConsultationAnswer)?, [told]);
    Ok(())
}

#[test]
fn an_event_is_printed_by_its_name() {
    assert_eq!(APPROVED.to_string(), "finished");
    assert_eq!(EventKind::SupplementReceived.to_string(), "supplement_received");
}

#[test]
fn a_code_whose_date_is_cut_off_lacks_a_digit() {
    let error = "H26-25090-0112".parse::<DossierCode>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "`H26-25090-0112` is not a dossier code: a digit of the date is missing at character 10"
    );
}

/// A province publishes five days before the act takes effect and enters its decision within five
/// working days (NĐ 63/2010 art. 15, 24).
#[test]
fn publication_tells_of_which_procedure_and_what_was_counted() -> Checked {
    let terms: Vec<_> = PublicationTerm::all()
        .iter()
        .filter(|term| term.issuer == Issuer::Province)
        .map(|term| (term.duty, term.start, term.limit))
        .collect();
    let before = Limit::before(Amount::whole(5), Unit::Day);
    let after = Limit::working_days(5);
    assert_eq!(
        terms,
        [
            (PublicationDuty::Decision, TermStart::Effect, before),
            (PublicationDuty::Database, TermStart::Signing, after),
        ]
    );

    let mut procedure = Procedure::new("Cấp giấy phép");
    procedure.decision = Some(PublicationDecision {
        number: "128/QĐ-UBND".into(),
        issuer: Some(Issuer::Province),
        signed: Some(day("2026-10-05")?),
        promulgated: None,
        effect: Some(day("2026-10-13")?),
        entered: None,
    });
    let (calendar, policy) = (Calendar::vietnam()?, CountingPolicy::one_stop());
    let owed = publication(&calendar, &policy, &procedure)?;
    let told: Vec<_> = owed
        .iter()
        .map(|it| (it.obligation.subject, it.obligation.limit, it.obligation.due.date.to_string()))
        .collect();
    assert_eq!(
        told,
        [
            ("Cấp giấy phép", Some(before), "2026-10-08".into()),
            ("Cấp giấy phép", Some(after), "2026-10-12".into()),
        ]
    );
    Ok(())
}

#[test]
fn feedback_can_all_be_answered_in_time() -> Checked {
    let half = Ratio::new(1, 2);
    let of = |in_time| {
        let feedback = Feedback { received: 10, in_time, dissatisfied: 0 };
        index_shares(half, half, Some(feedback))
    };
    let answered = of(10)?.into_iter().find(|it| it.share == "feedback_in_time");
    assert_eq!(answered.map(|it| it.ratio), Some(Ratio::new(10, 10)));
    let what = "feedback";
    assert_eq!(of(11), Err(ReportError::PartExceedsWhole { what, part: 11, whole: 10 }));
    Ok(())
}

/// The officers that are scored for a dossier finished on 8 October at 10:00.
fn scored(from: &str, as_of: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let mut dossier = dossier("HS-1", [("2026-10-08T10:00", APPROVED)]);
    dossier.officer = "Nguyễn Thị An".into();
    let (calendar, policy, timeline) = evaluate(&dossier)?;
    let period = Period::new(day(from)?, day("2026-10-31")?)?;
    let mut scores = Indicators::new(period, StandingPolicy::default()).as_of(at(as_of))?;
    scores.add(&calendar, &policy, &dossier, &timeline, &DossierGiven::default())?;
    Ok(scores.officers().map(str::to_owned).collect())
}

#[test]
fn points_are_given_from_the_first_day_and_up_to_the_instant_they_are_asked_for() -> Checked {
    let an = ["Nguyễn Thị An"];
    assert_eq!(scored("2026-10-01", "2026-10-08T09:59")?, [""; 0]);
    assert_eq!(scored("2026-10-01", "2026-10-08T10:00")?, an);
    assert_eq!(scored("2026-10-08", "2026-10-31T10:00")?, an);
    assert_eq!(scored("2026-10-09", "2026-10-31T10:00")?, [""; 0]);
    Ok(())
}

#[test]
fn what_never_occurred_is_in_no_distribution() {
    let counts = BTreeMap::from([(30, 0), (1_000, 0)]);
    assert_eq!(Distribution::from(counts), Distribution::default());
    let mut once = Distribution::default();
    once.add(30);
    assert_eq!(Distribution::from(BTreeMap::from([(30, 1), (1_000, 0)])), once);
}
