//! What must hold of the dossiers of any inspection, over random valid logs.

#![expect(clippy::unwrap_used, reason = "a test may stop with a panic")]
#![expect(clippy::arithmetic_side_effects, reason = "days and dossiers of a test are few")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use motcua::calendar::{Calendar, parse_date};
use motcua::dossier::{Dossier, Timeline};
use motcua::inspection::{Check, Conclusion, Inspection};
use motcua::obligation::{Duty, StandingPolicy};
use motcua::regulation::CountingPolicy;
use motcua::report::{Period, Ratio, Report};
use motcua::time_limit::{Channel, Limit};
use motcua::{ClockTime, LocalTime};
use motcua_tests::logs::log;
use proptest::collection::vec;
use proptest::prelude::*;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::vietnam().unwrap());
const COUNTING: CountingPolicy = CountingPolicy::one_stop();

type Case = (Dossier, Timeline);

/// Dossiers of 2017 to 2020, some with codes in common so that nothing leans on them.
fn cases() -> impl Strategy<Value = Vec<Case>> {
    let one = (0_u32..1_200, 0_u16..1_440, 1_u16..20, vec(any::<(u16, u32)>(), 1..9), 0_u16..40);
    vec(one, 0..25).prop_map(|all| {
        let first = parse_date("2017-01-03").unwrap();
        let made = all.into_iter().map(|(day, minute, limit, numbers, code)| {
            let date = first.checked_add_days(chrono::Days::new(day.into())).unwrap();
            let begun = LocalTime::at(date, ClockTime::from_minutes(minute).unwrap());
            let numbers: Vec<(u16, u32)> =
                numbers.into_iter().map(|(pick, gap)| (pick, gap % 1_500_000)).collect();
            let channel = if day % 3 == 0 { Channel::InPerson } else { Channel::Online };
            let limit = Limit::working_days(limit);
            let mut dossier = Dossier::new(format!("HS-{code}"), limit, channel);
            dossier.events = log(begun, false, &numbers);
            let timeline = dossier.evaluate(&CALENDAR, &COUNTING).unwrap();
            (dossier, timeline)
        });
        made.collect()
    })
}

fn periods() -> impl Strategy<Value = Period> {
    (0_u32..1_000, 0_u32..500).prop_map(|(from, long)| {
        let first = parse_date("2017-01-03").unwrap();
        let from = first.checked_add_days(chrono::Days::new(from.into())).unwrap();
        let to = from.checked_add_days(chrono::Days::new(long.into())).unwrap();
        Period::new(from, to).unwrap()
    })
}

fn inspect<'a>(period: Period, cases: impl IntoIterator<Item = &'a Case>) -> Inspection<'static> {
    let mut inspection = Inspection::new(period, "Sở");
    for (dossier, timeline) in cases {
        inspection.add(&CALENDAR, &COUNTING, dossier, timeline).unwrap();
    }
    inspection
}

fn conclude(inspection: &Inspection<'_>) -> Conclusion {
    inspection.conclude(&CALENDAR, &COUNTING).unwrap()
}

/// How many of how many are as they should be; none of none where nothing is said.
fn measured(conclusion: &Conclusion, check: Check) -> Ratio {
    let measure = conclusion.measures.iter().find(|measure| measure.check == check);
    measure.map_or(Ratio::new(0, 0), |measure| measure.ratio)
}

proptest! {
    #[test]
    fn as_many_are_late_as_form_ii06a_counts(period in periods(), cases in cases()) {
        let conclusion = conclude(&inspect(period, &cases));
        let mut report = Report::new(period, StandingPolicy::default());
        for (dossier, timeline) in &cases {
            report.add(&CALENDAR, &COUNTING, dossier, timeline).unwrap();
        }
        let totals = report.totals().unwrap();
        let in_time = measured(&conclusion, Check::DossiersInTime);
        prop_assert_eq!(in_time.denominator - in_time.numerator, totals.late + totals.overdue);
        let online = measured(&conclusion, Check::OnlineShare);
        // What is stopped stays open in the form for ever; for an inspection it is over.
        prop_assert!(in_time.denominator <= totals.received);
        prop_assert_eq!(online.numerator, totals.online);
        prop_assert_eq!(online.denominator, totals.online + totals.direct_or_post);
    }

    #[test]
    fn each_shortcoming_names_those_that_make_it(period in periods(), cases in cases()) {
        let conclusion = conclude(&inspect(period, &cases));
        for found in &conclusion.findings {
            let ratio = measured(&conclusion, found.check.unwrap());
            let named = u32::try_from(found.evidence.len()).unwrap();
            prop_assert_eq!(named, ratio.denominator - ratio.numerator, "{}", &found.code);
            prop_assert!(!found.words.vietnamese.contains('{'), "{}", &found.words.vietnamese);
            prop_assert!(!found.words.english.contains('{'), "{}", &found.words.english);
        }
    }

    #[test]
    fn apologies_are_those_of_the_duties(period in periods(), cases in cases()) {
        let end = LocalTime::at(period.to(), ClockTime::MIDNIGHT);
        let end = LocalTime::from_local_seconds(end.local_seconds() - 1).unwrap();
        let (mut owed, mut late) = (0_u32, BTreeSet::new());
        for (dossier, timeline) in &cases {
            let over = timeline.finished.or(timeline.ended.map(|(at, _)| at));
            let before = over.is_some_and(|at| at.date() < period.from());
            if timeline.received.is_none_or(|at| at > end) || before {
                continue;
            }
            let standing = StandingPolicy::default();
            let duties = dossier.obligations(&CALENDAR, &COUNTING, timeline, standing, end);
            for duty in duties.unwrap() {
                let earlier = duty.done.is_some_and(|done| done.date() < period.from());
                if duty.duty != Duty::Apology || duty.conditional || earlier {
                    continue;
                }
                owed += 1;
                let standing = duty.standing(&CALENDAR, StandingPolicy::default(), end).unwrap();
                if standing.state.is_late() {
                    late.insert(dossier.code.clone());
                }
            }
        }
        let conclusion = conclude(&inspect(period, &cases));
        prop_assert_eq!(measured(&conclusion, Check::ApologiesMade).denominator, owed);
        let named = conclusion.findings.iter().filter(|f| f.check == Some(Check::ApologiesMade));
        let named: BTreeSet<String> =
            named.flat_map(|found| &found.evidence).map(|exhibit| exhibit.code.clone()).collect();
        prop_assert_eq!(named, late);
    }

    #[test]
    fn parts_are_put_together_in_any_order(
        period in periods(),
        cases in cases(),
        places in vec(0_usize..3, 25),
    ) {
        let whole = conclude(&inspect(period, &cases));
        let part = |wanted: usize| {
            let own = cases.iter().zip(&places).filter(move |(_, place)| **place == wanted);
            inspect(period, own.map(|(case, _)| case))
        };
        let [mut one, two, three] = [part(0), part(1), part(2)];
        one.merge(two);
        one.merge(three);
        prop_assert_eq!(&conclude(&one), &whole);
        let [one, two, mut three] = [part(0), part(1), part(2)];
        let mut later = two;
        later.merge(one);
        three.merge(later);
        prop_assert_eq!(&conclude(&three), &whole);
    }
}
