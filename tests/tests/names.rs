//! The names by which values are told: in JSON, in Vietnamese, in English.

#![expect(clippy::unwrap_used, reason = "a test may stop with a panic")]

use std::collections::BTreeSet;
use std::fmt::Debug;

use motcua::calendar::{Certainty, DayKind, Holiday};
use motcua::deadline::StepKind;
use motcua::dossier::{Cause, NationalStatus, SyncCause};
use motcua::obligation::{Column, Duty, ReportPractice, State};
use motcua::report::{ApologyStatus, Grouping, IndexGroup, Indicator, Rating, TaskDone, Tenths};
use motcua::time_limit::audit::FindingKind;
use motcua::time_limit::{Channel, CutoffEffect, EventKind, ExtensionMode, Kind, Unit};
use serde::Serialize;

/// `InLieu` is told as `in_lieu`.
fn snake(name: &str) -> String {
    let mut told = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !told.is_empty() {
            told.push('_');
        }
        told.extend(letter.to_lowercase());
    }
    told
}

/// The name in code is that in JSON, and both are that of the variant.
fn coded<T: Copy + Debug + Serialize>(all: &[T], name: impl Fn(T) -> &'static str) {
    for value in all {
        assert_eq!(name(*value), snake(&format!("{value:?}")));
        assert_eq!(serde_json::to_value(value).unwrap(), name(*value));
    }
    told_apart(all, |value| name(value).to_owned());
}

/// No two values are told by one text, and none by nothing.
fn told_apart<T: Copy + Debug>(all: &[T], text: impl Fn(T) -> String) {
    assert!(all.len() > 1);
    let texts: BTreeSet<String> = all.iter().map(|value| text(*value)).collect();
    assert_eq!(texts.len(), all.len(), "{texts:?}");
    assert!(texts.iter().all(|text| !text.trim().is_empty()), "{texts:?}");
}

macro_rules! coded {
    ($($kind:ident: $($variant:ident)*;)*) => {
        $(coded(&[$($kind::$variant),*], |value| value.as_str());)*
    };
}

macro_rules! all {
    ($kind:ident [$($variant:ident)*]) => { [$($kind::$variant),*] };
}

macro_rules! told_apart {
    ($($kind:ident $all:tt by $($name:ident)+;)*) => {
        $($(told_apart(&all!($kind $all), |value| value.$name().to_string());)+)*
    };
}

#[test]
fn codes_are_those_of_json() {
    coded! {
        DayKind: Working Weekend Holiday InLieu SwappedOff MakeUp Closure;
        Holiday: NewYear Tet HungKings Reunification Labour National Culture;
        Certainty: Final Provisional Projected;
        StepKind: Received Event CutOff OutsideHours Counted MakeUp Weekend Holiday InLieu
            SwappedOff Closure Rolled RolledBack;
        SyncCause: WaitCounted PausedNotRestarted RestartedNotPaused ReappointmentNotSeen
            MakeUpDayNotSeen DaysOffNotSeen EightHourDay FirstDayCounted CalendarDays Unexplained
            WaitingPushedAsFinished StaleStatus StatusNotReached ReturnDateCompared
            WaitingCountedAsLate WrongAppointment;
        Cause: Received Paused Restarted Reappointed;
        Column: Early OnTime Late InTime Overdue Ended;
        ReportPractice: OneStop Lenient Strict;
        Duty: Result ReceptionAnswer Transfer SupplementNotice ConsultationAnswer Step Apology
            Reappointment RefusalNotice PaymentNotice Payment Supplement PublicationDecision
            DatabaseEntry PlanIssue PlanItem Remedy QualityTransition;
        State: InTime DueSoon Overdue Early OnTime Late Waiting NotAccepted Withdrawn Stopped;
        Grouping: Field Agency Procedure;
        IndexGroup: Transparency Progress Digitisation OnlineServices OnlinePayment Satisfaction;
        Indicator: TotalTime AgencyTime Contacts AgenciesContacted Organisation Publicity Attitude
            Complaints Online;
        Rating: Weak Average Fair Good Excellent;
        TaskDone: Less Most Full;
        ApologyStatus: NotOwed InTime TooLate Missing;
        FindingKind: UnitLost UnitDiffers NumberDiffers CasesAddedUp ChannelsDiffer NotPublished
            TextConflict SharesDiffer LongerThanStatute ShorterThanStatute;
        Unit: Minute Hour WorkingHour Day WorkingDay Week Month Year;
        Kind: None Deadline ByCase ByChannel BySteps SameDay Immediate Cutoff Extendable
            ExtensionOnly TacitApproval Conflict UnitMissing ValidityNotProcessing
            DurationNotDeadline QuotaNotDeadline OpeningHours ClockTime ClockTimes FixedDate;
        Channel: InPerson Online Post;
        EventKind: FullDossier Receipt Acceptance Payment SecondOffice Decision End Other;
        CutoffEffect: NextWorkingDay NextDay Unsaid;
        ExtensionMode: Total Addition;
    }
}

#[test]
fn words_tell_values_apart() {
    told_apart! {
        Holiday [NewYear Tet HungKings Reunification Labour National Culture] by vietnamese english;
        NationalStatus [Submitted Received NotAccepted Processing SupplementRequired PaymentRequired Withdrawn Stopped Finished Returned] by vietnamese;
        Duty [Result ReceptionAnswer Transfer SupplementNotice ConsultationAnswer Step Apology Reappointment RefusalNotice PaymentNotice Payment Supplement PublicationDecision DatabaseEntry PlanIssue PlanItem Remedy QualityTransition] by vietnamese;
        State [InTime DueSoon Overdue Early OnTime Late Waiting NotAccepted Withdrawn Stopped] by vietnamese;
        IndexGroup [Transparency Progress Digitisation OnlineServices OnlinePayment Satisfaction] by vietnamese english;
        Indicator [TotalTime AgencyTime Contacts AgenciesContacted Organisation Publicity Attitude Complaints Online] by number vietnamese english;
        Rating [Weak Average Fair Good Excellent] by vietnamese;
        TaskDone [Less Most Full] by vietnamese english;
        ApologyStatus [NotOwed InTime TooLate Missing] by vietnamese english;
        Unit [Minute Hour WorkingHour Day WorkingDay Week Month Year] by vietnamese english;
        Channel [InPerson Online Post] by vietnamese english;
    }
}

/// A message names a certainty as JSON does.
#[test]
fn certainties_are_printed_by_their_code() {
    for certainty in [Certainty::Final, Certainty::Provisional, Certainty::Projected] {
        assert_eq!(certainty.to_string(), certainty.as_str());
    }
    assert_eq!(Certainty::Projected.to_string(), "projected");
}

/// A score is written with a decimal comma in Vietnamese and a point in English.
#[test]
fn scores_have_one_decimal() {
    let score = Tenths(165);
    assert_eq!(score.vietnamese(), "16,5");
    assert_eq!(score.to_string(), "16.5");
    assert_eq!(Tenths(7).vietnamese(), "0,7");
    assert_eq!(Tenths(20).to_string(), "2.0");
}
