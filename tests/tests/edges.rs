//! Answers at the edges: at an instant itself, on an idle day, for a record that is only half
//! known.

#![expect(clippy::unwrap_used, reason = "a test may stop with a panic")]

use std::error::Error;

use motcua::calendar::parse_date as day;
use motcua::dossier::{
    Dossier, Event, EventKind, NationalRecord, NationalStatus, Outcome, SegmentKind, StepPlan,
    Timeline,
};
use motcua::obligation::{Column, Duty, StandingPolicy};
use motcua::regulation::CountingPolicy;
use motcua::report::{IndexGroup, IndexRule, Period, Report, ReportError, Tenths};
use motcua::time_limit::{Channel, Limit};
use motcua::{Calendar, LocalTime};
use serde_json::json;

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
