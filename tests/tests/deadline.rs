//! Deadlines over all policies, limits and receipts: what must hold whatever the office does.

#![expect(clippy::unwrap_used, reason = "a test may stop with a panic")]
#![expect(clippy::arithmetic_side_effects, reason = "days and amounts of 51 years are small")]

use std::sync::LazyLock;

use motcua::calendar::Certainty;
use motcua::chrono::NaiveDate;
use motcua::deadline::{Counted, Due, Step, due, english_date, vietnamese_date};
use motcua::regulation::{
    CountingPolicy, CutOff, CutOffMoves, DueTime, FirstDay, LastDayOff, OutsideHours,
};
use motcua::time_limit::{Amount, Direction, Limit, Unit};
use motcua::{Calendar, ClockTime, Deadline, ErrorKind, LocalTime};
use proptest::prelude::*;
use proptest::sample::select;

/// Offices that differ in all that matters to a count.
static OFFICES: LazyLock<Vec<Calendar>> = LazyLock::new(|| {
    let overlays = [
        "{}",
        r#"{"hours": [["08:00", "12:00"], ["13:30", "16:30"]]}"#,
        r#"{"hours": {"mon-thu": [["07:30", "11:30"], ["13:00", "17:00"]],
            "fri": [["07:30", "11:30"]]}}"#,
        r#"{"hours": {"mon-fri": [["07:30", "11:30"], ["13:00", "17:00"]],
            "sat": [["07:30", "11:30"]]}, "make_up_hours": [["08:00", "11:00"]]}"#,
        r#"{"hours": {"tue": [["09:00", "10:00"]], "sun": [["14:00", "15:30"]]}}"#,
        r#"{"hours": [["16:00", "24:00"]],
            "closures": [{"since": "2024-06-03", "until": "2024-06-28"}]}"#,
    ];
    let build = |json| Calendar::builder().overlay_json(json).unwrap().build().unwrap();
    overlays.map(build).into()
});

fn offices() -> impl Strategy<Value = &'static Calendar> {
    select(OFFICES.iter().collect::<Vec<_>>())
}

fn cut_offs() -> impl Strategy<Value = Option<CutOff>> {
    let hours = select(vec![(10, 30), (15, 0), (16, 0)]);
    let moves = select(vec![CutOffMoves::SameDayResult, CutOffMoves::Receipt]);
    let cut_off = (hours, moves).prop_map(|((hour, minute), moves)| CutOff {
        at: ClockTime::new(hour, minute).unwrap(),
        moves,
    });
    prop::option::of(cut_off)
}

fn policies() -> impl Strategy<Value = CountingPolicy> {
    (
        select(vec![FirstDay::Excluded, FirstDay::Included]),
        select(vec![OutsideHours::SameDay, OutsideHours::NextOpening]),
        cut_offs(),
        select(vec![DueTime::Close, DueTime::SameClock, DueTime::Midnight]),
        select(vec![LastDayOff::Rolls, LastDayOff::RollsBack, LastDayOff::Stays]),
    )
        .prop_map(|(first_day, outside_hours, cut_off, due, last_day_off)| CountingPolicy {
            first_day,
            outside_hours,
            cut_off,
            due,
            last_day_off,
            ..CountingPolicy::one_stop()
        })
}

/// Amounts of days: mostly whole and short, some with a part.
fn day_amounts() -> impl Strategy<Value = Amount> {
    prop_oneof![
        4 => (1_u16..40).prop_map(Amount::whole),
        1 => (40_u16..400).prop_map(Amount::whole),
        3 => (1_u32..40).prop_map(|halves| Amount::from_thousandths(halves * 500)),
        1 => (1_u32..30_000).prop_map(Amount::from_thousandths),
    ]
}

fn hour_amounts() -> impl Strategy<Value = Amount> {
    prop_oneof![
        (1_u16..100).prop_map(Amount::whole),
        (1_u32..50_000).prop_map(Amount::from_thousandths)
    ]
}

fn limits_after() -> impl Strategy<Value = Limit> {
    let whole = |unit, most: u16| (1..most).prop_map(move |n| Limit::of(Amount::whole(n), unit));
    prop_oneof![
        3 => day_amounts().prop_map(|n| Limit::of(n, Unit::WorkingDay)),
        3 => day_amounts().prop_map(|n| Limit::of(n, Unit::Day)),
        1 => whole(Unit::Week, 30),
        2 => whole(Unit::Month, 30),
        1 => whole(Unit::Year, 5),
        2 => hour_amounts().prop_map(|n| Limit::of(n, Unit::WorkingHour)),
        1 => hour_amounts().prop_map(|n| Limit::of(n, Unit::Hour)),
        1 => whole(Unit::Minute, 5_000),
        1 => Just(Limit::SameDay),
    ]
}

fn limits_before() -> impl Strategy<Value = Limit> {
    let whole =
        |unit, most: u16| (1..most).prop_map(move |n| Limit::before(Amount::whole(n), unit));
    prop_oneof![
        3 => whole(Unit::WorkingDay, 100),
        3 => whole(Unit::Day, 100),
        1 => whole(Unit::Week, 30),
        1 => whole(Unit::Month, 30),
        1 => whole(Unit::Year, 5),
        1 => hour_amounts().prop_map(|n| Limit::before(n, Unit::WorkingHour)),
        1 => hour_amounts().prop_map(|n| Limit::before(n, Unit::Hour)),
    ]
}

/// Receipts of 2008 to 2033 in any minute, more of them where the rules turn.
fn receipts() -> impl Strategy<Value = LocalTime> {
    let days = prop_oneof![3 => 13_900_i64..23_300, 2 => 20_400_i64..20_850];
    let turns = vec![0, 450, 690, 691, 719, 780, 900, 901, 960, 1_020, 1_021, 1_200, 1_439];
    let minutes = prop_oneof![0_i64..1_440, select(turns)];
    let seconds = prop_oneof![9 => Just(0_i64), 1 => 0_i64..60];
    (days, minutes, seconds).prop_map(|(day, minute, second)| {
        LocalTime::from_local_seconds(day * 86_400 + minute * 60 + second).unwrap()
    })
}

fn tomorrow(date: NaiveDate) -> NaiveDate {
    date.succ_opt().unwrap()
}

/// The thousandths of the limit's unit that the steps count.
fn counted(steps: &[Step]) -> u32 {
    let amounts = steps.iter().filter_map(|step| match step.counted {
        Counted::Units { amount, .. } => Some(amount.thousandths()),
        _ => None,
    });
    amounts.sum()
}

/// Whether the due date has to be a day the office works.
fn ends_on_a_working_day(policy: &CountingPolicy, limit: Limit) -> bool {
    let clock = matches!(limit, Limit::Count { unit: Unit::Hour | Unit::Minute, .. });
    let rolls = matches!(
        limit,
        Limit::Count { unit: Unit::Day | Unit::Week | Unit::Month | Unit::Year, .. }
    );
    !(clock || rolls && policy.last_day_off == LastDayOff::Stays)
}

fn holds_for_any(calendar: &Calendar, policy: &CountingPolicy, received: LocalTime, limit: Limit) {
    let Due { at, date, legal_end, certainty, .. } =
        due(calendar, policy, received, limit).unwrap();
    let deadline = Deadline::new(calendar, policy, received, limit).unwrap();
    assert_eq!(*deadline.due(), due(calendar, policy, received, limit).unwrap());
    assert_eq!((deadline.limit(), deadline.received()), (limit, received));
    assert!(at.date() == date || at == LocalTime::at(date, ClockTime::MIDNIGHT), "{at} on {date}");
    assert!(at <= legal_end, "{at} is after the legal end {legal_end}");
    if ends_on_a_working_day(policy, limit) {
        assert!(calendar.is_working(date).unwrap(), "due on {date}, which is off");
    }

    let strict = Deadline::strict(calendar, policy, received, limit);
    match certainty {
        Certainty::Final => assert_eq!(strict.unwrap(), deadline),
        _ => assert_eq!(strict.unwrap_err().kind(), ErrorKind::NotFinal),
    }
    let ends = [received.date(), date];
    let touched = calendar.certainty(*ends.iter().min().unwrap(), *ends.iter().max().unwrap());
    assert!(certainty >= touched, "{certainty} although {touched} years are touched");

    assert!(deadline.vietnamese().contains(&vietnamese_date(date)), "{}", deadline.vietnamese());
    assert!(deadline.english().contains(&english_date(date)), "{}", deadline.english());
    for step in deadline.steps() {
        assert!(step.from <= step.to, "{step:?}");
        assert!(!step.basis.vietnamese.is_empty() && !step.basis.english.is_empty(), "{step:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_term_after_an_event(
        calendar in offices(),
        policy in policies(),
        received in receipts(),
        limit in limits_after(),
    ) {
        holds_for_any(calendar, &policy, received, limit);
        let due = due(calendar, &policy, received, limit).unwrap();
        prop_assert!(received <= due.start, "it counts as received before it was");
        prop_assert!(due.start <= due.at, "due {} before the receipt {}", due.at, due.start);
    }

    #[test]
    fn a_term_before_an_event(
        calendar in offices(),
        policy in policies(),
        event in receipts(),
        limit in limits_before(),
    ) {
        holds_for_any(calendar, &policy, event, limit);
        let due = due(calendar, &policy, event, limit).unwrap();
        prop_assert!(due.at <= event, "due {} after the event {event}", due.at);
        prop_assert_eq!(due.start, event);
    }

    /// At the same hour of the clock only the dates of whole limits are compared: a dossier of
    /// Sunday 08:00 may be due on Monday at an earlier hour than one of Saturday 10:00.
    #[test]
    fn a_later_receipt_is_never_due_earlier(
        calendar in offices(),
        policy in policies(),
        received in receipts(),
        later in prop_oneof![0_i64..200, 0_i64..20_000],
        limit in prop_oneof![3 => limits_after(), 1 => limits_before()],
    ) {
        let second = LocalTime::from_local_seconds(received.local_seconds() + later * 60).unwrap();
        let one = due(calendar, &policy, received, limit).unwrap();
        let other = due(calendar, &policy, second, limit).unwrap();
        let same_clock = policy.due == DueTime::SameClock;
        let part = matches!(limit, Limit::Count { amount, .. } if !amount.is_whole());
        prop_assert!(
            one.date <= other.date || same_clock && part,
            "{received}: {}, {second}: {}", one.date, other.date
        );
        prop_assert!(
            one.at <= other.at || same_clock,
            "{received}: {}, {second}: {}", one.at, other.at
        );
    }

    /// But for a part of the day of receipt that had gone by before it: that part ends with the
    /// day, a longer one within it.
    #[test]
    fn a_longer_limit_is_never_due_earlier(
        calendar in offices(),
        policy in policies(),
        received in receipts(),
        unit in select(Unit::ALL.to_vec()),
        amount in day_amounts(),
        more in 0_u32..3_000,
    ) {
        let parts = !matches!(unit, Unit::Week | Unit::Month | Unit::Year);
        let of = |thousandths: u32| {
            let most = if unit == Unit::Year { 10 } else { 60 };
            let whole = thousandths.div_ceil(1_000).min(most);
            let amount = if parts { thousandths } else { whole * 1_000 };
            Limit::of(Amount::from_thousandths(amount), unit)
        };
        let (short, long) = (of(amount.thousandths()), of(amount.thousandths() + more));
        let one = due(calendar, &policy, received, short).unwrap();
        let other = due(calendar, &policy, received, long).unwrap();
        let part_of_receipt = policy.first_day == FirstDay::Included
            && amount.thousandths() < 1_000
            && one.date == other.date;
        prop_assert!(
            one.at <= other.at || part_of_receipt,
            "{short}: {}, {long}: {}", one.at, other.at
        );
    }

    #[test]
    fn the_working_days_of_the_trace_are_those_of_the_limit(
        calendar in offices(),
        policy in policies(),
        received in receipts(),
        amount in day_amounts(),
    ) {
        let limit = Limit::of(amount, Unit::WorkingDay);
        let deadline = Deadline::new(calendar, &policy, received, limit).unwrap();
        prop_assert_eq!(counted(deadline.steps()), amount.thousandths(), "{}", deadline.english());
        let Due { start, date, .. } = *deadline.due();
        if amount.is_whole() && policy.first_day == FirstDay::Excluded {
            let days = calendar.count_working_days(start.date(), date).unwrap();
            prop_assert_eq!(u32::try_from(days).unwrap(), amount.whole_part());
        }
    }

    #[test]
    fn the_working_days_before_an_event_are_those_of_the_limit(
        calendar in offices(),
        policy in policies(),
        event in receipts(),
        days in 1_u16..100,
    ) {
        let limit = Limit::before(Amount::whole(days), Unit::WorkingDay);
        let deadline = Deadline::new(calendar, &policy, event, limit).unwrap();
        prop_assert_eq!(counted(deadline.steps()), u32::from(days) * 1_000);
        let date = deadline.due().date;
        if policy.first_day == FirstDay::Excluded {
            // (date, event] leaves the due date out and takes the event in; both are swapped.
            let worked = |day| i32::from(calendar.is_working(day).unwrap());
            let between = calendar.count_working_days(date, event.date()).unwrap();
            let counted = between + worked(date) - worked(event.date());
            prop_assert_eq!(counted, i32::from(days));
        }
    }

    #[test]
    fn the_steps_of_a_count_cover_each_day_once(
        calendar in offices(),
        policy in policies(),
        received in receipts(),
        limit in prop_oneof![
            4 => day_amounts().prop_map(|n| Limit::of(n, Unit::WorkingDay)),
            1 => (1_u16..60).prop_map(|n| Limit::before(Amount::whole(n), Unit::WorkingDay)),
            2 => hour_amounts().prop_map(|n| Limit::of(n, Unit::WorkingHour)),
            1 => hour_amounts().prop_map(|n| Limit::of(n, Unit::Hour)),
            1 => Just(Limit::SameDay),
        ],
    ) {
        let deadline = Deadline::new(calendar, &policy, received, limit).unwrap();
        let mut runs: Vec<(NaiveDate, NaiveDate)> =
            deadline.steps().iter().map(|step| (step.from, step.to)).collect();
        let mut ends = (received.date(), deadline.due().date);
        if matches!(limit, Limit::Count { direction: Direction::Before, .. }) {
            runs.reverse();
            ends = (ends.1, ends.0);
        }
        let text = deadline.english();
        prop_assert_eq!(runs.first().map(|run| run.0), Some(ends.0), "{}", text);
        prop_assert_eq!(runs.last().map(|run| run.1), Some(ends.1), "{}", text);
        for (run, next) in runs.iter().zip(runs.iter().skip(1)) {
            prop_assert_eq!(tomorrow(run.1), next.0, "{}", text);
        }
    }

    /// The days of a term of calendar units are one run up to its last day, behind which come
    /// those over which that day moves.
    #[test]
    fn the_steps_of_calendar_units_end_with_the_days_it_moves_over(
        calendar in offices(),
        policy in policies(),
        received in receipts(),
        unit in select(vec![Unit::Day, Unit::Week, Unit::Month]),
        amount in 1_u16..40,
    ) {
        let limit = Limit::of(Amount::whole(amount), unit);
        let deadline = Deadline::new(calendar, &policy, received, limit).unwrap();
        let Due { start, nominal, date, .. } = *deadline.due();
        let run = deadline.steps().iter().find(|step| step.kind.is_counted()).unwrap();
        let excluded = policy.first_day == FirstDay::Excluded;
        let first = if excluded { tomorrow(start.date()) } else { start.date() };
        prop_assert_eq!((run.from, run.to), (first, nominal));
        prop_assert_eq!(counted(deadline.steps()), u32::from(amount) * 1_000);
        let off: Vec<&Step> = deadline.steps().iter().filter(|s| s.because.is_some()).collect();
        prop_assert_eq!(off.is_empty(), date == nominal);
        for step in off {
            for day in step.from.iter_days().take_while(|day| *day <= step.to) {
                prop_assert!(!calendar.is_working(day).unwrap(), "{day} is worked");
                prop_assert!((nominal.min(date)..=nominal.max(date)).contains(&day));
            }
        }
    }
}
