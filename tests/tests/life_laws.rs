//! What must hold of the life of any dossier, over random valid logs.

#![expect(clippy::unwrap_used, reason = "a test may stop with a panic")]
#![expect(clippy::arithmetic_side_effects, reason = "seconds and events of a log are few")]

use std::sync::LazyLock;

use motcua::calendar::Calendar;
use motcua::dossier::{
    Cause, Dossier, DossierError, Elapsed, Event, EventKind, NationalProgress, NationalRecord,
    Outcome, SegmentKind, StepPlan, Timeline,
};
use motcua::json::Door;
use motcua::obligation::{
    Duty, Practice, Promise, ReportPractice, Standing, StandingPolicy, State,
};
use motcua::regulation::{CountingPolicy, DueTime, Effect, Handling};
use motcua::time_limit::{Amount, Channel, Limit, Unit};
use motcua::{ErrorKind, LocalTime};
use motcua_tests::logs::{STEPS, log};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::vietnam().unwrap());

fn at(text: &str) -> LocalTime {
    text.parse().unwrap()
}

fn later(at: LocalTime, seconds: i64) -> LocalTime {
    LocalTime::from_local_seconds(at.local_seconds() + seconds).unwrap()
}

/// Office seconds between two whole minutes.
fn open_seconds(from: LocalTime, to: LocalTime) -> i64 {
    i64::from(CALENDAR.count_working_minutes(from, to).unwrap()) * 60
}

/// Instants of 2008 to 2030, in every regime, most of them in the daytime.
fn instants() -> impl Strategy<Value = LocalTime> {
    let days = 0_i64..8_000;
    let clock = prop_oneof![3 => 27_000_i64..62_000, 1 => 0_i64..86_400];
    let begin = at("2008-01-02T00:00");
    (days, clock, any::<bool>()).prop_map(move |(days, clock, whole)| {
        let clock = if whole { clock / 1_800 * 1_800 } else { clock / 60 * 60 };
        later(begin, days * 86_400 + clock)
    })
}

fn limits() -> impl Strategy<Value = Limit> {
    let of = |unit| {
        move |halves: u32| {
            let whole = matches!(unit, Unit::Week | Unit::Month | Unit::Year);
            let amount = if whole { halves.div_ceil(8) * 1_000 } else { halves * 500 };
            Limit::of(Amount::from_thousandths(amount), unit)
        }
    };
    prop_oneof![
        4 => (1_u32..60).prop_map(|days| Limit::working_days(u16::try_from(days).unwrap())),
        2 => (1_u32..80).prop_map(of(Unit::WorkingHour)),
        2 => (1_u32..60).prop_map(of(Unit::Day)),
        1 => (1_u32..60).prop_map(of(Unit::WorkingDay)),
        1 => (1_u32..80).prop_map(of(Unit::Hour)),
        1 => (1_u32..16).prop_map(of(Unit::Week)),
        1 => (1_u32..16).prop_map(of(Unit::Month)),
        1 => Just(Limit::SameDay),
    ]
}

fn effects() -> impl Strategy<Value = Option<Effect>> {
    select(vec![None, Some(Effect::Runs), Some(Effect::Pauses), Some(Effect::Restarts)])
}

fn handlings() -> impl Strategy<Value = Handling> {
    (effects(), effects(), effects(), prop::bool::weighted(0.2)).prop_map(|(s, p, o, from)| {
        let mut handling = Handling::default();
        (handling.supplement, handling.payment, handling.suspension) = (s, p, o);
        handling.starts_at_payment = from;
        handling
    })
}

/// Gaps between events: often none, mostly hours, sometimes weeks.
fn gaps() -> impl Strategy<Value = u32> {
    prop_oneof![2 => Just(0_u32), 3 => 0_u32..40_000, 3 => 0_u32..400_000, 1 => 0_u32..2_000_000]
}

fn plans() -> impl Strategy<Value = Vec<StepPlan>> {
    let step = (1_u32..40, select(vec![Unit::WorkingHour, Unit::WorkingDay]), 1_u8..4);
    prop::collection::vec(step, STEPS.len()).prop_map(|steps| {
        let named = STEPS.iter().zip(steps).enumerate();
        let plan = |(n, (name, (halves, unit, place))): (usize, (&&str, (u32, Unit, u8)))| {
            let limit = Limit::of(Amount::from_thousandths(halves * 500), unit);
            StepPlan::new(*name, format!("Sở {n}"), limit, place)
        };
        named.map(plan).collect()
    })
}

fn dossiers() -> impl Strategy<Value = Dossier> {
    let numbers = prop::collection::vec((any::<u16>(), gaps()), 1..24);
    let channels = select(vec![Channel::Online, Channel::InPerson]);
    let plans = prop_oneof![plans(), Just(Vec::new())];
    (limits(), channels, handlings(), plans, instants(), numbers).prop_map(
        |(limit, channel, handling, steps, begun, numbers)| {
            let mut dossier = Dossier::new("HS-1", limit, channel).handling(handling);
            dossier.steps = steps;
            dossier.events = log(begun, handling.starts_at_payment, &numbers);
            dossier
        },
    )
}

fn countings() -> impl Strategy<Value = CountingPolicy> {
    select(vec![DueTime::Close, DueTime::SameClock, DueTime::Midnight])
        .prop_map(|due| CountingPolicy { due, ..CountingPolicy::one_stop() })
}

fn practices() -> impl Strategy<Value = StandingPolicy> {
    let practice = select(vec![Practice::ByDate, Practice::ByInstant]);
    let promise = select(vec![Promise::Last, Promise::First]);
    let soon = select(vec![None, Some(480)]);
    (practice, promise, soon).prop_map(|(practice, promise, soon)| StandingPolicy {
        practice,
        soon,
        promise,
        report: ReportPractice::default(),
    })
}

fn folded(dossier: &Dossier, policy: &CountingPolicy) -> Timeline {
    dossier.evaluate(&CALENDAR, policy).unwrap()
}

fn standing(timeline: &Timeline, policy: StandingPolicy, as_of: LocalTime) -> Option<Standing> {
    timeline.standing(&CALENDAR, policy, as_of).unwrap()
}

fn over(timeline: &Timeline) -> Option<LocalTime> {
    timeline.finished.or(timeline.ended.map(|(at, _)| at))
}

/// Office seconds of waiting and pauses between two instants, from the stretches as they are told.
fn excused(timeline: &Timeline, from: LocalTime, to: LocalTime) -> i64 {
    let stops = |kind: SegmentKind| match kind {
        SegmentKind::Interrupted { effect, .. } => effect != Effect::Runs,
        _ => false,
    };
    let stretches = timeline.segments.iter().filter(|segment| stops(segment.kind));
    let seconds = stretches.map(|segment| {
        let (begun, ended) = (segment.from.max(from), segment.to.unwrap_or(to).min(to));
        if begun < ended { open_seconds(begun, ended) } else { 0 }
    });
    seconds.sum()
}

/// The history without the numbers of the events, which differ with their order.
fn told(timeline: &Timeline) -> Vec<(LocalTime, Cause, LocalTime)> {
    timeline.history.iter().map(|r| (r.at, r.cause, r.due.at)).collect()
}

fn stretches(timeline: &Timeline) -> Vec<(SegmentKind, LocalTime, Option<LocalTime>)> {
    timeline.segments.iter().map(|s| (s.kind, s.from, s.to)).collect()
}

/// Instants worth a look: every event and due date, a little before and after each.
fn looks(dossier: &Dossier, timeline: &Timeline) -> Vec<LocalTime> {
    let events = dossier.events.iter().map(|event| event.at);
    let dues = timeline.history.iter().map(|revision| revision.due.at);
    let mut looks: Vec<LocalTime> = events
        .chain(dues)
        .flat_map(|at| [-90_000, -60, 0, 60, 20_040, 90_000, 700_020].map(|more| later(at, more)))
        .collect();
    looks.sort_unstable();
    looks
}

/// Whether two events of one instant say nothing of each other.
fn independent(one: &EventKind, other: &EventKind) -> bool {
    let group = |kind: &EventKind| match kind {
        EventKind::SupplementRequested { .. } | EventKind::SupplementReceived => 1,
        EventKind::PaymentRequested { .. } | EventKind::PaymentMade => 2,
        EventKind::Suspended { .. } | EventKind::Resumed => 3,
        EventKind::StepStarted { step } | EventKind::StepFinished { step } => {
            10 + STEPS.iter().position(|known| known == step).unwrap_or_default()
        }
        EventKind::ConsultationAsked { agency, .. }
        | EventKind::ConsultationAnswered { agency } => 20 + agency.len(),
        EventKind::Transferred { .. } => 40,
        EventKind::Apologised { .. } => 41,
        EventKind::CameInVain => 42,
        _ => 0,
    };
    let begins = |kind: &EventKind| {
        matches!(
            kind,
            EventKind::SupplementRequested { .. }
                | EventKind::PaymentRequested { .. }
                | EventKind::Suspended { .. }
        )
    };
    let ends = |kind: &EventKind| {
        matches!(kind, EventKind::SupplementReceived | EventKind::PaymentMade | EventKind::Resumed)
    };
    // Where one wait ends as another begins, the due date moves at that instant, or at the end of the
    // other: the same promise, told at another time.
    let hands_over = begins(one) && ends(other) || ends(one) && begins(other);
    group(one) != 0 && group(other) != 0 && group(one) != group(other) && !hands_over
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_valid_log_folds(
        dossier in dossiers(), counting in countings(), policy in practices(),
    ) {
        let timeline = folded(&dossier, &counting);
        for as_of in looks(&dossier, &timeline) {
            standing(&timeline, policy, as_of);
            let duties = dossier.obligations(&CALENDAR, &counting, &timeline, policy, as_of);
            for duty in duties.unwrap() {
                prop_assert!(duty.done.is_none_or(|done| done <= as_of));
                duty.standing(&CALENDAR, policy, as_of).unwrap();
            }
            dossier.blame(&CALENDAR, &counting, &timeline, policy.promise, as_of).unwrap();
        }
        // The stretches follow each other without a gap, none but the last is open.
        for pair in timeline.segments.windows(2) {
            prop_assert_eq!(pair[0].to, Some(pair[1].from));
            prop_assert!(pair[0].from < pair[1].from);
        }
        let open = timeline.segments.last().is_some_and(|last| last.to.is_none());
        prop_assert_eq!(open, over(&timeline).is_none());
    }

    #[test]
    fn the_office_time_is_used_waited_or_paused(
        dossier in dossiers(), counting in countings(), more in 0_i64..50_000,
    ) {
        let timeline = folded(&dossier, &counting);
        let Some(begun) = timeline.history.first().map(|first| first.at) else { return Ok(()) };
        for as_of in looks(&dossier, &timeline).into_iter().chain([later(begun, more * 60)]) {
            let end = over(&timeline).map_or(as_of, |over| over.min(as_of));
            let gone = if end <= begun { 0 } else {
                open_seconds(begun, end)
            };
            let Elapsed { used, waiting, paused } = timeline.elapsed(&CALENDAR, as_of).unwrap();
            prop_assert_eq!(used + waiting + paused, gone);
        }
    }

    #[test]
    fn no_revision_brings_a_due_date_forward(dossier in dossiers(), counting in countings()) {
        let timeline = folded(&dossier, &counting);
        for pair in timeline.history.windows(2) {
            prop_assert!(pair[0].due.at < pair[1].due.at, "{:?}", told(&timeline));
            prop_assert!(pair[0].at <= pair[1].at);
        }
    }

    #[test]
    fn the_first_promise_is_that_of_a_log_without_new_appointments(
        dossier in dossiers(),
        counting in countings(),
    ) {
        let timeline = folded(&dossier, &counting);
        let mut kept = dossier.clone();
        kept.events.retain(|event| !matches!(event.kind, EventKind::Reappointed { .. }));
        let never_put_off = folded(&kept, &counting);
        for at in looks(&dossier, &timeline) {
            let first = timeline.promised(Promise::First, at);
            prop_assert_eq!(first, never_put_off.due(at));
        }
    }

    #[test]
    fn a_pause_never_makes_a_due_date_earlier(
        limit in limits(), counting in countings(), begun in instants(),
        gap in gaps(), length in gaps(),
        effect in select(vec![Effect::Pauses, Effect::Restarts]),
    ) {
        let mut handling = Handling::default();
        handling.suspension = Some(effect);
        let plain = Dossier::new("HS-1", limit, Channel::InPerson)
            .handling(handling)
            .event(Event::received(begun));
        let from = later(begun, gap.into());
        let to = later(begun, i64::from(gap) + i64::from(length));
        let paused = plain
            .clone()
            .event(Event::new(from, EventKind::Suspended { basis: String::new() }))
            .event(Event::new(to, EventKind::Resumed));
        let (plain, paused) = (folded(&plain, &counting), folded(&paused, &counting));
        let (before, after) = (plain.due(to).unwrap(), paused.due(to).unwrap());
        prop_assert!(before.at <= after.at);
        if length == 0 {
            prop_assert_eq!(stretches(&plain), stretches(&paused));
            prop_assert_eq!(before, after);
        }
    }

    #[test]
    fn interrupting_and_resuming_at_once_changes_nothing(
        dossier in dossiers(), counting in countings(), policy in practices(),
        place in any::<prop::sample::Index>(), which in 0_usize..3,
    ) {
        let before = folded(&dossier, &counting);
        let place = place.index(dossier.events.len());
        let instant = dossier.events[place].at;
        let basis = String::new();
        let pairs = [
            (EventKind::Suspended { basis }, EventKind::Resumed),
            (EventKind::PaymentRequested { by: None }, EventKind::PaymentMade),
            (
                EventKind::SupplementRequested { stage: Default::default(), by: None },
                EventKind::SupplementReceived,
            ),
        ];
        let (begins, ends) = pairs[which].clone();
        // The first payment is no interruption where the term runs from it.
        if dossier.handling.starts_at_payment && ends == EventKind::PaymentMade { return Ok(()) }
        let mut after = dossier.clone();
        after.events.insert(place + 1, Event::new(instant, begins));
        after.events.insert(place + 2, Event::new(instant, ends));
        // Where such an interruption cannot stand there is nothing to compare.
        let Ok(after) = after.evaluate(&CALENDAR, &counting) else { return Ok(()) };
        prop_assert_eq!(told(&before), told(&after));
        prop_assert_eq!(stretches(&before), stretches(&after));
        for as_of in looks(&dossier, &before) {
            prop_assert_eq!(standing(&before, policy, as_of), standing(&after, policy, as_of));
        }
    }

    #[test]
    fn the_order_of_simultaneous_independent_events_does_not_matter(
        mut dossier in dossiers(), counting in countings(), policy in practices(),
        place in any::<prop::sample::Index>(),
    ) {
        if dossier.events.len() < 2 { return Ok(()) }
        let place = place.index(dossier.events.len() - 1);
        let (one, other) = (&dossier.events[place].kind, &dossier.events[place + 1].kind);
        if !independent(one, other) { return Ok(()) }
        // The payment the term runs from is no matter of indifference to what follows.
        let made = |event: &Event| event.kind == EventKind::PaymentMade;
        let begins = dossier.events.iter().position(made);
        let begins = begins.filter(|_| dossier.handling.starts_at_payment);
        if begins == Some(place) || begins == Some(place + 1) { return Ok(()) }
        // Both at one instant, the rest as far apart as it was.
        let instant = dossier.events[place].at;
        dossier.events[place + 1].at = instant;
        let mut swapped = dossier.clone();
        swapped.events.swap(place, place + 1);
        let one = folded(&dossier, &counting);
        let other = folded(&swapped, &counting);
        prop_assert_eq!(told(&one), told(&other));
        prop_assert_eq!(stretches(&one), stretches(&other));
        for as_of in looks(&dossier, &one) {
            prop_assert_eq!(standing(&one, policy, as_of), standing(&other, policy, as_of));
            prop_assert_eq!(one.status(as_of), other.status(as_of));
            prop_assert_eq!(
                one.elapsed(&CALENDAR, as_of).unwrap(),
                other.elapsed(&CALENDAR, as_of).unwrap()
            );
        }
    }

    #[test]
    fn a_standing_never_goes_back_without_an_event(
        dossier in dossiers(), counting in countings(), policy in practices(),
    ) {
        let timeline = folded(&dossier, &counting);
        let rank = |state: Option<State>| match state {
            Some(State::InTime) => 1,
            Some(State::DueSoon) => 2,
            Some(State::Overdue) => 3,
            None => 10,
            Some(State::Waiting) => 11,
            Some(State::Early) => 12,
            Some(State::OnTime) => 13,
            Some(State::Late) => 14,
            Some(_) => 15,
        };
        let known = |as_of| dossier.events.iter().filter(|event| event.at <= as_of).count();
        for pair in looks(&dossier, &timeline).windows(2) {
            if known(pair[0]) != known(pair[1]) { continue }
            let states = [pair[0], pair[1]]
                .map(|as_of| rank(standing(&timeline, policy, as_of).map(|s| s.state)));
            let open = states[0] < 10 && states[0] <= states[1] && states[1] < 10;
            prop_assert!(open || states[0] == states[1], "{states:?} at {pair:?}");
        }
    }

    #[test]
    fn a_part_of_a_log_has_a_part_of_its_history(dossier in dossiers(), counting in countings()) {
        let whole = folded(&dossier, &counting);
        for events in 1..dossier.events.len() {
            let mut part = dossier.clone();
            part.events.truncate(events);
            let part = folded(&part, &counting);
            let upto = u32::try_from(events).unwrap();
            let history: Vec<_> = whole.history.iter().filter(|r| r.event <= upto).collect();
            prop_assert_eq!(part.history.iter().collect::<Vec<_>>(), history);
        }
    }

    #[test]
    fn a_look_back_sees_what_was_known_then(dossier in dossiers(), counting in countings()) {
        // By the JSON door: as of an instant, with and without the events after it.
        let Limit::Count { amount, unit, .. } = dossier.limit else { return Ok(()) };
        let policy = json!({"due": counting.due});
        let ask = |events: &[Event], as_of: LocalTime| {
            let request = json!({
                "op": "evaluate", "as_of": as_of, "policy": policy,
                "dossier": {
                    "code": "HS-1", "events": events, "limit": {"value": amount, "unit": unit},
                    "handling": {
                        "supplement": dossier.handling.supplement,
                        "payment": dossier.handling.payment,
                        "suspension": dossier.handling.suspension,
                        "starts_at_payment": dossier.handling.starts_at_payment,
                    },
                },
            });
            motcua::json::answer(&request.to_string())
        };
        let middle = dossier.events[dossier.events.len() / 2].at;
        let known: Vec<Event> =
            dossier.events.iter().filter(|event| event.at <= middle).cloned().collect();
        let answer = ask(&dossier.events, middle);
        prop_assert!(answer.contains("standing"), "{answer}");
        prop_assert_eq!(answer, ask(&known, middle));
    }

    #[test]
    fn the_agenda_holds_each_duty_where_it_stands(
        dossier in dossiers(), counting in countings(), policy in practices(), hours in 0_u32..100,
    ) {
        let timeline = folded(&dossier, &counting);
        for as_of in looks(&dossier, &timeline) {
            let agenda = |hours| {
                dossier.agenda(&CALENDAR, &counting, &timeline, policy, as_of, hours).unwrap()
            };
            let (near, far) = (agenda(hours), agenda(u32::MAX));
            let ended = over(&timeline).is_some_and(|over| over <= as_of);
            let whole = standing(&timeline, policy, as_of);
            let waits = whole.is_some_and(|whole| whole.state == State::Waiting);
            for (entry, same) in near.entries().iter().zip(far.entries()) {
                let (duty, state) = (&entry.obligation, entry.standing.state);
                prop_assert_eq!(duty, &same.obligation);
                prop_assert!(!entry.coming || same.coming, "{duty:?}");
                let open = matches!(state, State::InTime | State::DueSoon);
                let may_come = open && duty.over.is_none() && !(duty.conditional && waits);
                prop_assert_eq!(same.coming, may_come, "{:?}", duty);
                if entry.coming {
                    prop_assert!(open_seconds(as_of, duty.due.at) <= i64::from(hours) * 3_600);
                }
                prop_assert!(!(entry.is_breached() && entry.is_lapsed()));
                // A late dossier is apologised for even when it is finished.
                prop_assert!(!entry.is_owed() || !ended || duty.duty == Duty::Apology, "{duty:?}");
                if entry.is_owed() {
                    prop_assert!(open || state == State::Waiting || entry.is_breached());
                }
            }
            // What the dossier as a whole is told to be, its result is told to be.
            let result = near.entries().iter().find(|entry| entry.obligation.duty == Duty::Result);
            if let Some(result) = result {
                prop_assert_eq!(Some(result.standing), whole);
            }
        }
    }

    #[test]
    fn the_same_calendar_touches_no_promise(dossier in dossiers(), counting in countings()) {
        let timeline = folded(&dossier, &counting);
        for as_of in looks(&dossier, &timeline) {
            let touched =
                motcua::dossier::touched([&dossier], &CALENDAR, &CALENDAR, &counting, as_of);
            prop_assert!(touched.unwrap().is_empty());
        }
    }

    #[test]
    fn a_record_of_the_portal_is_read_back_with_its_status_and_its_end(
        dossier in dossiers(), counting in countings(),
    ) {
        // A payment that was never asked for is not told by the portal.
        if dossier.handling.starts_at_payment { return Ok(()) }
        // Nor is the order of what happened at one instant.
        let mut dossier = dossier;
        for (event, minutes) in dossier.events.iter_mut().zip(0_i64..) {
            event.at = later(event.at, minutes * 60);
        }
        let timeline = folded(&dossier, &counting);
        let as_of = dossier.events[dossier.events.len() - 1].at;
        let Some(record) = NationalRecord::of(&dossier, &timeline, as_of) else { return Ok(()) };
        let progress = NationalProgress::of(&dossier, &timeline).into_iter();
        let progress: Vec<_> = progress
            .map(|step| NationalProgress::from_value(step.to_value()).unwrap())
            .collect();
        let record = NationalRecord::from_value(record.to_value()).unwrap();
        let mut again = dossier.clone();
        again.events = record.events(&progress).unwrap();
        let back = again.evaluate(&CALENDAR, &counting).unwrap();
        prop_assert_eq!(back.status(as_of), timeline.status(as_of), "{:#?}", again.events);
        prop_assert_eq!(
            (back.finished, back.returned, back.ended),
            (timeline.finished, timeline.returned, timeline.ended)
        );
    }

    #[test]
    fn events_are_written_and_read_as_they_are(dossier in dossiers()) {
        for event in &dossier.events {
            let event = event.clone().by("Nguyễn Thị Hạnh").note("quầy 3");
            let text = serde_json::to_string(&event).unwrap();
            prop_assert_eq!(serde_json::from_str::<Event>(&text).unwrap(), event);
        }
    }

    #[test]
    fn an_event_earlier_than_the_one_before_is_named(
        dossier in dossiers(), counting in countings(),
    ) {
        if dossier.events.len() < 2 { return Ok(()) }
        let number = dossier.events.len();
        let mut late = dossier.clone();
        late.events[number - 1].at = later(late.events[number - 2].at, -1);
        match late.evaluate(&CALENDAR, &counting) {
            Err(DossierError::OutOfOrder { number: named, kind, .. }) => {
                prop_assert_eq!(named, u32::try_from(number).unwrap());
                prop_assert_eq!(kind, late.events[number - 1].kind.as_str());
            }
            other => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn an_event_told_twice_is_named(
        dossier in dossiers(), counting in countings(), place in any::<prop::sample::Index>(),
    ) {
        let place = place.index(dossier.events.len());
        let event = dossier.events[place].clone();
        let often = matches!(
            event.kind,
            EventKind::Transferred { .. } | EventKind::Apologised { .. } | EventKind::CameInVain
        );
        if often { return Ok(()) }
        let mut twice = dossier.clone();
        twice.events.insert(place + 1, event);
        match twice.evaluate(&CALENDAR, &counting) {
            Err(error @ DossierError::Impossible { number, .. }) => {
                prop_assert_eq!(number, u32::try_from(place + 2).unwrap());
                prop_assert_eq!(error.kind(), ErrorKind::ImpossibleEvent);
            }
            other => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn what_is_refused_is_refused_for_the_event_that_is_named(
        one in dossiers(), other in dossiers(), counting in countings(),
    ) {
        // Two logs one behind the other, mostly nonsense.
        let mut mixed = one.clone();
        let end = one.events[one.events.len() - 1].at;
        let moved = end.local_seconds() - other.events[0].at.local_seconds();
        mixed.events.extend(
            other.events.iter().map(|event| Event::new(later(event.at, moved), event.kind.clone())),
        );
        match mixed.evaluate(&CALENDAR, &counting) {
            Err(DossierError::Impossible { number, kind, .. }) => {
                let place = usize::try_from(number).unwrap() - 1;
                prop_assert!(place >= one.events.len());
                prop_assert_eq!(kind, mixed.events[place].kind.as_str());
                mixed.events.truncate(place);
                prop_assert!(mixed.evaluate(&CALENDAR, &counting).is_ok());
            }
            Err(error) => prop_assert!(false, "{error}"),
            Ok(_) => {}
        }
    }

    #[test]
    fn shares_of_the_blame_add_up_to_the_lateness(
        dossier in dossiers(), counting in countings(), more in 0_i64..150_000,
    ) {
        let timeline = folded(&dossier, &counting);
        let policy = StandingPolicy { practice: Practice::ByInstant, ..StandingPolicy::default() };
        let as_of = later(dossier.events[dossier.events.len() - 1].at, more * 60);
        let blames = dossier.blame(&CALENDAR, &counting, &timeline, policy.promise, as_of).unwrap();
        let Some(due) = timeline.due(as_of) else {
            prop_assert!(blames.is_empty());
            return Ok(());
        };
        let end = over(&timeline).map_or(as_of, |over| over.min(as_of));
        let late = if end <= due.at { 0 } else {
            open_seconds(due.at, end) - excused(&timeline, due.at, end)
        };
        prop_assert_eq!(blames.iter().map(|blame| blame.seconds).sum::<i64>(), late);
        let a_day = i64::from(CALENDAR.hours(due.date).unwrap().minutes()) * 60;
        let days: u32 = blames.iter().map(|blame| blame.days.thousandths()).sum();
        if a_day > 0 {
            prop_assert_eq!(i64::from(days), late * 1_000 / a_day);
        }
        match standing(&timeline, policy, as_of) {
            Some(Standing { state, span }) if state.is_late() => {
                let excuse = excused(&timeline, due.at, end);
                let minutes = i32::try_from(excuse / 60).unwrap();
                let from = CALENDAR.add_working_minutes(due.at, minutes).unwrap();
                prop_assert_eq!(span, CALENDAR.work_span(from, end).unwrap());
            }
            _ => {}
        }
    }
}

#[test]
fn a_batch_goes_on_after_a_bad_dossier() {
    let dossier = |code: &str, events: Value| {
        json!({"code": code, "field": "Đất đai", "events": events,
               "limit": {"value": 5, "unit": "working_day"}})
    };
    let received = json!({"type": "received", "at": "2026-10-05T09:00"});
    let good = json!([received, {"type": "finished", "at": "2026-10-09T09:00"}]);
    let twice = json!([received, received]);
    let backwards = json!([received, {"type": "finished", "at": "2026-10-01T09:00"}]);
    let unknown = json!([received, {"type": "lost", "at": "2026-10-06T09:00"}]);
    let request = json!({
        "op": "report", "from": "2026-10-01", "to": "2026-10-31",
        "dossiers": [
            dossier("HS-1", good.clone()), dossier("HS-2", twice), dossier("HS-3", good.clone()),
            dossier("HS-4", backwards), dossier("HS-5", json!([])), dossier("HS-6", unknown),
            dossier("HS-7", good),
        ],
    });
    let answer: Value =
        serde_json::from_str(&Door::new().unwrap().answer(&request.to_string())).unwrap();
    assert_eq!(answer["totals"]["received"], 3);
    assert_eq!(answer["totals"]["early"], 3);
    let refused: Vec<_> = answer["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|refused| {
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            (text(&refused["dossier"]), text(&refused["error"]["code"]))
        })
        .collect();
    let expected = [
        ("HS-2", "impossible_event"),
        ("HS-4", "out_of_order"),
        ("HS-5", "not_received"),
        ("HS-6", "invalid_request"),
    ];
    assert_eq!(refused, expected.map(|(code, error)| (code.to_owned(), error.to_owned())));
    let message = answer["refused"][0]["error"]["message"].as_str().unwrap();
    assert!(message.contains("event 2 (received)"), "{message}");
}

#[test]
fn logs_tell_of_every_event() {
    let mut seen = std::collections::BTreeSet::new();
    for seed in 0..2_000_u32 {
        let pick = |n: u32| u16::try_from((seed * 7_919 + n * n * 104_729) % 65_521).unwrap();
        let numbers: Vec<_> = (0..24).map(|n| (pick(n), 3_600)).collect();
        let events = log(at("2026-10-05T09:00"), seed % 5 == 0, &numbers);
        seen.extend(events.iter().map(|event| event.kind.as_str()));
    }
    let outcome = Outcome::default();
    assert!(seen.contains(EventKind::Finished { outcome }.as_str()));
    assert_eq!(seen.len(), 22, "{seen:?}");
}
