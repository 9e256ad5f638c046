//! Reports over random logs: what must be true of any of them, and parts that add up to the whole
//! however they are cut and in whatever order they are merged.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may stop with a panic"
)]

use std::collections::BTreeMap;

use motcua::calendar::parse_date as day;
use motcua::chrono::{Days, NaiveDate};
use motcua::dossier::{Dossier, StepPlan, Timeline};
use motcua::obligation::{Practice, Promise, ReportPractice, StandingPolicy, State};
use motcua::regulation::CountingPolicy;
use motcua::report::{
    AgencyGiven, DayTally, DossierGiven, Grouping, Indicator, Indicators, Period, Report, Row,
    Tally,
};
use motcua::time_limit::{Channel, Limit};
use motcua::{Calendar, LocalTime};
use motcua_tests::logs::{STEPS, log};
use proptest::prelude::*;

/// A dossier with what its log means.
type Case = (Dossier, Timeline);

const FIELDS: [&str; 3] = ["Đất đai", "Hộ tịch", ""];
const AGENCIES: [&str; 3] = ["Sở A", "Sở B", ""];
const PROCEDURES: [&str; 4] = ["1.000001", "1.000002", "Cấp phép", ""];
const CHANNELS: [Channel; 3] = [Channel::Online, Channel::InPerson, Channel::Post];

fn calendar() -> Calendar {
    Calendar::vietnam().unwrap()
}

fn instant(date: NaiveDate, minutes: u32) -> LocalTime {
    let at = date.and_hms_opt(minutes / 60, minutes % 60, 0).unwrap();
    LocalTime::new(at)
}

prop_compose! {
    /// A log that begins in 2019 or 2020, of a dossier with or without steps.
    fn case()(
        begun in 0_u64..600,
        minutes in 0_u32..1_440,
        numbers in prop::collection::vec((any::<u16>(), 0_u32..900_000), 1..12),
        names in (0_usize..3, 0_usize..3, 0_usize..4, 0_usize..3),
        limit in 1_u16..15,
        steps in any::<bool>(),
    ) -> Dossier {
        let date = day("2019-01-07").unwrap().checked_add_days(Days::new(begun)).unwrap();
        let (field, agency, procedure, channel) = names;
        let code = format!("HS-{begun}-{minutes}");
        let mut dossier = Dossier::new(code, Limit::working_days(limit), CHANNELS[channel]);
        dossier.field = FIELDS[field].into();
        dossier.agency = AGENCIES[agency].into();
        dossier.procedure = PROCEDURES[procedure].into();
        dossier.officer = "Nguyễn Thị An".into();
        dossier.events = log(instant(date, minutes), false, &numbers);
        if steps {
            for (place, name) in (1..).zip(STEPS) {
                dossier = dossier.step(StepPlan::new(name, "Sở C", Limit::working_days(2), place));
            }
        }
        dossier
    }
}

prop_compose! {
    fn policy()(
        practice in prop_oneof![Just(Practice::ByDate), Just(Practice::ByInstant)],
        promise in prop_oneof![Just(Promise::Last), Just(Promise::First)],
        report in prop_oneof![
            Just(ReportPractice::OneStop),
            Just(ReportPractice::Lenient),
            Just(ReportPractice::Strict),
        ],
    ) -> StandingPolicy {
        StandingPolicy { practice, promise, report, ..StandingPolicy::default() }
    }
}

prop_compose! {
    /// A period, and the moment of judging within it or at its end.
    fn period()(
        from in 0_u64..700,
        long in 0_u64..400,
        at in prop::option::of(0_u64..400),
    ) -> (Period, Option<LocalTime>) {
        let from = day("2019-01-01").unwrap().checked_add_days(Days::new(from)).unwrap();
        let to = from.checked_add_days(Days::new(long)).unwrap();
        let at = at.map(|days| instant(from.checked_add_days(Days::new(days)).unwrap(), 600));
        (Period::new(from, to).unwrap(), at)
    }
}

fn cases(calendar: &Calendar, dossiers: Vec<Dossier>) -> Vec<Case> {
    let policy = CountingPolicy::one_stop();
    let evaluated = dossiers.into_iter().filter_map(|dossier| {
        let timeline = dossier.evaluate(calendar, &policy).ok()?;
        Some((dossier, timeline))
    });
    evaluated.collect()
}

fn empty((period, at): (Period, Option<LocalTime>), policy: StandingPolicy) -> Report {
    let report = Report::new(period, policy);
    at.map_or(report.clone(), |at| report.as_of(at).unwrap())
}

fn add(report: &mut Report, calendar: &Calendar, cases: &[Case]) {
    let policy = CountingPolicy::one_stop();
    for (dossier, timeline) in cases {
        report.add(calendar, &policy, dossier, timeline).unwrap();
    }
}

fn sum(rows: &[(&str, Row)]) -> Tally {
    rows.iter().fold(Tally::default(), |sum, (_, row)| sum.plus(&row.tally))
}

proptest! {
    #[test]
    fn the_sums_hold_in_every_grouping(
        dossiers in prop::collection::vec(case(), 0..40),
        period in period(),
        policy in policy(),
    ) {
        let calendar = calendar();
        let cases = cases(&calendar, dossiers);
        let mut report = empty(period, policy);
        add(&mut report, &calendar, &cases);
        let totals = report.totals().unwrap();
        for by in Grouping::ALL {
            let rows = report.rows(by);
            prop_assert_eq!(sum(&rows), totals);
            for (_, row) in &rows {
                let t = row.tally;
                prop_assert_eq!(t.received, t.online + t.direct_or_post + t.carried_over);
                prop_assert_eq!(t.solved, t.early + t.on_time + t.late);
                prop_assert_eq!(t.pending, t.in_time + t.overdue);
                prop_assert_eq!(t.received, t.solved + t.pending + t.ended);
                prop_assert!(row.online_late <= t.late + t.overdue);
            }
        }
        prop_assert_eq!(report.late().len(), (totals.late + totals.overdue) as usize);
        prop_assert!(report.due_soon().len() <= totals.in_time as usize);
        if policy.report != ReportPractice::Strict {
            prop_assert_eq!(totals.ended, 0);
        }
        let months = report.months();
        let in_months = |of: fn(&DayTally) -> u32| -> u32 {
            months.iter().map(|month| of(&month.tally)).sum()
        };
        // An event at the moment of judging is known, so nothing counted lies after the months.
        prop_assert_eq!(in_months(DayTally::received), totals.online + totals.direct_or_post);
        prop_assert_eq!(in_months(DayTally::solved), totals.solved);
        prop_assert!(report.late().iter().all(|it| it.standing.state.is_late()));
        prop_assert!(report.due_soon().iter().all(|it| it.standing.state == State::DueSoon));
        prop_assert!(report.late().is_sorted() && report.due_soon().is_sorted());
        let results = cases.iter().filter(|(_, timeline)| timeline.finished.is_some()).count();
        let times = report.whole().times;
        prop_assert!(times.used.count() as usize <= results);
        prop_assert!(times.used.median() <= times.used.p90());
    }

    /// A second reading of what is counted, from the log alone.
    #[test]
    fn each_dossier_counts_once_on_the_right_side_of_both_ends(
        dossier in case(),
        period in period(),
    ) {
        let calendar = calendar();
        let cases = cases(&calendar, vec![dossier]);
        let mut report = empty(period, StandingPolicy::default());
        add(&mut report, &calendar, &cases);
        let totals = report.totals().unwrap();
        let Some((_, timeline)) = cases.first() else { return Ok(()) };
        let (ends, end) = (period.0, report.judged_at());
        let by = |at: Option<LocalTime>| at.filter(|at| *at <= end);
        let withdrawn = timeline.ended.filter(|(_, state)| *state == State::Withdrawn);
        let over = by(timeline.finished).or(by(withdrawn.map(|(at, _)| at)));
        let received = by(timeline.received);
        let before = |at: LocalTime| at.date() < ends.from();
        let expected = match (received, over) {
            (None, _) => (0, 0, 0, 0),
            (Some(_), Some(over)) if before(over) => (0, 0, 0, 0),
            (Some(received), over) => {
                let (old, done) = (before(received), over.is_some());
                (1, u32::from(old), u32::from(done), u32::from(!done))
            }
        };
        let told = (totals.received, totals.carried_over, totals.solved, totals.pending);
        prop_assert_eq!(told, expected);
    }

    #[test]
    fn parts_add_up_to_the_whole_in_any_order(
        dossiers in prop::collection::vec(case(), 0..40),
        period in period(),
        policy in policy(),
        cuts in (0_usize..40, 0_usize..40),
    ) {
        let calendar = calendar();
        let cases = cases(&calendar, dossiers);
        let first = cuts.0.min(cases.len());
        let second = cuts.1.clamp(first, cases.len().max(first));
        let part = |cases: &[Case]| {
            let mut part = empty(period, policy);
            add(&mut part, &calendar, cases);
            part
        };
        let [a, b, c] = [&cases[..first], &cases[first..second], &cases[second..]].map(part);
        let merged = |parts: [&Report; 2]| {
            let mut merged = parts[0].clone();
            merged.merge(parts[1].clone()).unwrap();
            merged
        };
        let whole = part(&cases);
        prop_assert_eq!(&merged([&merged([&a, &b]), &c]), &whole);
        prop_assert_eq!(&merged([&a, &merged([&b, &c])]), &whole);
        prop_assert_eq!(&merged([&merged([&c, &b]), &a]), &whole);
        let nothing = empty(period, policy);
        prop_assert_eq!(&merged([&nothing, &whole]), &whole);
        let (forth, back) = (merged([&a, &b]), merged([&b, &a]));
        prop_assert_eq!(forth.late(), back.late());
        let (one, other) = (whole.whole().times, merged([&c, &merged([&b, &a])]).whole().times);
        prop_assert_eq!(one.used.median(), other.used.median());
        prop_assert_eq!(one.share.p90(), other.share.p90());
        // Written down and read again it is the same part.
        let text = serde_json::to_string(&whole).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Report>(&text).unwrap(), &whole);
    }

    #[test]
    fn points_add_up_and_stay_in_their_bounds(
        dossiers in prop::collection::vec(case(), 0..30),
        period in period(),
        cut in 0_usize..30,
        contacts in prop::option::of(0_u8..4),
        complaint in prop::option::of(any::<bool>()),
    ) {
        let calendar = calendar();
        let cases = cases(&calendar, dossiers);
        let given = DossierGiven { contacts, complaint, ..DossierGiven::default() };
        let policy = CountingPolicy::one_stop();
        let scored = |cases: &[Case]| {
            let mut indicators = Indicators::new(period.0, StandingPolicy::default());
            for (dossier, timeline) in cases {
                indicators.add(&calendar, &policy, dossier, timeline, &given).unwrap();
            }
            indicators
        };
        let cut = cut.min(cases.len());
        let (mut one, mut other) = (scored(&cases[..cut]), scored(&cases[cut..]));
        let (a, b) = (one.clone(), other.clone());
        one.merge(&b).unwrap();
        other.merge(&a).unwrap();
        let whole = scored(&cases);
        prop_assert_eq!(&one, &whole);
        prop_assert_eq!(&other, &whole);
        if period.0.to() < day("2019-01-06").unwrap() {
            return Ok(());
        }
        for agency in whole.agencies() {
            let score = whole.agency(agency, &AgencyGiven::default()).unwrap();
            prop_assert_eq!(score.indicators.len() + score.skipped.len(), 9);
            prop_assert!(score.indicators.iter().all(|it| it.score.0 <= 20));
            let sum: u32 = score.indicators.iter().map(|it| it.score.0).sum();
            prop_assert_eq!(score.total.0, sum);
            // Half a tenth at most lies between a mean and its score.
            for it in &score.indicators {
                let of = u64::from(it.of);
                let (exact, score) = (u64::from(it.points) * 20, u64::from(it.score.0) * 2 * of);
                prop_assert!(exact.abs_diff(score) <= of);
            }
        }
        for officer in whole.officers() {
            let score = whole.officer(officer).unwrap();
            let of_officers = |indicator: &Indicator| Indicator::OF_OFFICERS.contains(indicator);
            prop_assert!(score.indicators.iter().all(|it| of_officers(&it.indicator)));
        }
    }
}

#[test]
fn a_broken_sum_names_its_row() {
    let calendar = calendar();
    let policy = CountingPolicy::one_stop();
    let period = Period::new(day("2020-01-01").unwrap(), day("2020-12-31").unwrap()).unwrap();
    let mut report = Report::new(period, StandingPolicy::default());
    let mut dossier = Dossier::new("HS", Limit::working_days(10), Channel::Online)
        .event(motcua::dossier::Event::received("2020-06-01T07:30".parse().unwrap()));
    dossier.field = "Đất đai".into();
    dossier.agency = "Sở A".into();
    dossier.procedure = "1.000001".into();
    let timeline = dossier.evaluate(&calendar, &policy).unwrap();
    report.add(&calendar, &policy, &dossier, &timeline).unwrap();
    let sound = serde_json::to_value(&report).unwrap();
    let empty = Report::new(period, StandingPolicy::default());
    for (column, identity) in [
        ("online", "received = online + direct or post + carried over"),
        ("early", "solved = early + on time + late"),
        ("in_time", "pending = in time + overdue"),
        ("ended", "received = solved + pending + ended"),
    ] {
        let mut broken = sound.clone();
        broken["cells"]["Đất đai"]["Sở A"]["1.000001"]["tally"][column] = 7.into();
        let broken: Report = serde_json::from_value(broken).unwrap();
        let told = format!("row `Đất đai / Sở A / 1.000001`: {identity} does not hold");
        assert_eq!(broken.totals().unwrap_err().to_string(), told);
        // Nothing of it is merged.
        let mut whole = empty.clone();
        assert_eq!(whole.merge(broken).unwrap_err().to_string(), told);
        assert_eq!(whole, empty);
    }
}

/// The percentiles against sorting all values.
#[test]
fn percentiles_are_those_of_the_sorted_values() {
    let calendar = calendar();
    let policy = CountingPolicy::one_stop();
    let period = Period::new(day("2020-01-01").unwrap(), day("2020-12-31").unwrap()).unwrap();
    let mut report = Report::new(period, StandingPolicy::default());
    let mut minutes: Vec<u32> = Vec::new();
    let received: LocalTime = "2020-06-01T07:30".parse().unwrap();
    for number in 0..997_i32 {
        let used = (number * 7_919) % 5_000 + 1;
        let finished = calendar.add_working_minutes(received, used).unwrap();
        let dossier = Dossier::new("HS", Limit::working_days(10), Channel::Online)
            .event(motcua::dossier::Event::received(received))
            .event(motcua::dossier::Event::finished(finished));
        let timeline = dossier.evaluate(&calendar, &policy).unwrap();
        report.add(&calendar, &policy, &dossier, &timeline).unwrap();
        minutes.push(u32::try_from(used).unwrap());
    }
    minutes.sort_unstable();
    let used = report.whole().times.used;
    // The nearest ranks of 997: 498.5 and 897.3 are the 499th and the 898th.
    assert_eq!(used.median(), Some(minutes[498]));
    assert_eq!(used.p90(), Some(minutes[897]));
}

#[test]
fn a_period_of_all_time_costs_no_more_than_its_dossiers() {
    let period = Period::new(NaiveDate::MIN, NaiveDate::MAX).unwrap();
    let report = Report::new(period, StandingPolicy::default());
    let months: BTreeMap<i32, usize> =
        report.months().iter().fold(BTreeMap::new(), |mut years, month| {
            *years.entry(month.year).or_default() += 1;
            years
        });
    assert_eq!((months.len(), months.values().all(|months| *months == 12)), (51, true));
}
