//! Columns: whatever the rows, a batch answers as the calls for one row do, in any order of rows
//! and on any number of threads, and allocates nothing for a row.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop with a panic"
)]

use motcua::batch::{
    Appointments, BadRow, BadRows, Batch, BatchError, DossierAnswers, EventCode, Logs, NO_COUNT,
    NO_DATE, NO_INSTANT, Standings, Terms, validity,
};
use motcua::calendar::{DayHours, Session, WeekHours, WorkSpan};
use motcua::chrono::{NaiveDate, Weekday};
use motcua::deadline::due;
use motcua::dossier::{Dossier, Event, EventKind, Outcome, Stage};
use motcua::obligation::{Practice, Promise, StandingPolicy, State, standing};
use motcua::regulation::{CountingPolicy, Effect, Handling};
use motcua::time_limit::{Amount, Channel, Limit, Unit};
use motcua::{Calendar, ClockTime, ErrorKind, LocalTime};
use proptest::prelude::*;

/// 2000-01-01 and 2050-12-31 in days since 1970-01-01.
const FIRST: i32 = 10_957;
const LAST: i32 = 29_584;

fn session(open: u16, close: u16) -> Session {
    let clock = |minutes| ClockTime::from_minutes(minutes).unwrap();
    Session::new(clock(open), clock(close)).unwrap()
}

/// The one-stop's hours; a Saturday morning; four sessions a day and one of a few minutes; round
/// the clock.
fn calendars() -> Vec<Calendar> {
    let day = |sessions: &[(u16, u16)]| {
        DayHours::new(sessions.iter().map(|(open, close)| session(*open, *close))).unwrap()
    };
    let standard = WeekHours::standard().unwrap();
    let saturday = standard.clone().with(Weekday::Sat, day(&[(450, 690)]));
    let split = WeekHours::standard()
        .unwrap()
        .with(Weekday::Mon, day(&[(420, 480), (481, 600), (780, 900), (960, 1_439)]))
        .with(Weekday::Wed, day(&[(700, 703)]));
    let always = Weekday::Mon.num_days_from_monday()..7;
    let always = always.fold(standard, |week, at| {
        let weekday = Weekday::try_from(u8::try_from(at).unwrap()).unwrap();
        week.with(weekday, day(&[(0, 1_440)]))
    });
    let build = |hours| Calendar::builder().hours(hours).build().unwrap();
    vec![Calendar::vietnam().unwrap(), build(saturday), build(split), build(always)]
}

/// Days inside the calendar, a little outside and far from it.
fn any_day() -> impl Strategy<Value = i32> {
    prop_oneof![8 => FIRST - 3..LAST + 4, 1 => any::<i32>(), 1 => Just(NO_DATE)]
}

fn any_number() -> impl Strategy<Value = i32> {
    prop_oneof![8 => -400..400, 2 => -20_000..20_000, 1 => any::<i32>(), 1 => Just(0)]
}

fn any_instant() -> impl Strategy<Value = i64> {
    let inside = (FIRST - 3..LAST + 4, 0_i64..86_400).prop_map(|(d, s)| i64::from(d) * 86_400 + s);
    let round = (FIRST..LAST, 0_i64..1_440).prop_map(|(d, m)| i64::from(d) * 86_400 + m * 60);
    prop_oneof![4 => inside, 4 => round, 1 => any::<i64>(), 1 => Just(NO_INSTANT)]
}

fn any_limit() -> impl Strategy<Value = Limit> {
    let unit = proptest::sample::select(Unit::ALL.to_vec());
    let amount = prop_oneof![
        4 => (0_u32..90).prop_map(|n| n * 1_000),
        2 => (0_u32..40).prop_map(|n| n * 500),
        1 => any::<u32>(),
    ];
    let count = (amount, unit, any::<bool>()).prop_map(|(thousandths, unit, before)| {
        let amount = Amount::from_thousandths(thousandths);
        if before { Limit::before(amount, unit) } else { Limit::of(amount, unit) }
    });
    prop_oneof![6 => count, 1 => Just(Limit::SameDay)]
}

fn local(seconds: i64) -> Result<LocalTime, ErrorKind> {
    LocalTime::from_local_seconds(seconds).map_err(|error| error.kind())
}

/// What the rows answered alone add up to.
fn bad_rows<T>(answers: &[Result<T, ErrorKind>]) -> BadRows {
    let mut bad = answers
        .iter()
        .enumerate()
        .filter_map(|(row, answer)| answer.as_ref().err().map(|kind| BadRow { row, kind: *kind }));
    let first = bad.next();
    BadRows { count: usize::from(first.is_some()) + bad.count(), first }
}

/// The cells that rows answered alone would fill.
fn cells<T: Copy>(answers: &[Result<T, ErrorKind>], none: T) -> Vec<T> {
    answers.iter().map(|answer| answer.unwrap_or(none)).collect()
}

proptest! {
    #[test]
    fn days(
        which in 0_usize..4,
        rows in proptest::collection::vec((any_day(), any_day(), any_number()), 1..60),
    ) {
        let calendars = calendars();
        let calendar = &calendars[which];
        let day = |day| NaiveDate::from_epoch_days(day).ok_or(ErrorKind::NoCalendarData);
        let from: Vec<i32> = rows.iter().map(|row| row.0).collect();
        let to: Vec<i32> = rows.iter().map(|row| row.1).collect();
        let n: Vec<i32> = rows.iter().map(|row| row.2).collect();
        let mut out = vec![7; rows.len()];
        for batch in [Batch::new(calendar), Batch::new(calendar).parallel()] {
            let bad = batch.add_working_days(&from, &n, &mut out).unwrap();
            let alone: Vec<_> = rows.iter().map(|(date, _, n)| {
                let found = calendar.add_working_days(day(*date)?, *n);
                found.map(|date| date.to_epoch_days()).map_err(|error| error.kind())
            }).collect();
            prop_assert_eq!(&out, &cells(&alone, NO_DATE));
            prop_assert_eq!(bad, bad_rows(&alone));
            let bad = batch.count_working_days(&from, &to, &mut out).unwrap();
            let alone: Vec<_> = rows.iter().map(|(from, to, _)| {
                let (from, to) = (day(*from)?, day(*to)?);
                calendar.count_working_days(from, to).map_err(|error| error.kind())
            }).collect();
            prop_assert_eq!(&out, &cells(&alone, NO_COUNT));
            prop_assert_eq!(bad, bad_rows(&alone));
        }
    }

    #[test]
    fn minutes(
        which in 0_usize..4,
        rows in proptest::collection::vec((any_instant(), any_instant(), any_number()), 1..60),
    ) {
        let calendars = calendars();
        let calendar = &calendars[which];
        let from: Vec<i64> = rows.iter().map(|row| row.0).collect();
        let to: Vec<i64> = rows.iter().map(|row| row.1).collect();
        let n: Vec<i32> = rows.iter().map(|row| row.2).collect();
        let (mut at, mut count) = (vec![7; rows.len()], vec![7; rows.len()]);
        let batch = Batch::new(calendar);
        let bad = batch.add_working_minutes(&from, &n, &mut at).unwrap();
        let alone: Vec<_> = rows.iter().map(|(at, _, n)| {
            let found = calendar.add_working_minutes(local(*at)?, *n);
            found.map(LocalTime::local_seconds).map_err(|error| error.kind())
        }).collect();
        prop_assert_eq!(&at, &cells(&alone, NO_INSTANT));
        prop_assert_eq!(bad, bad_rows(&alone));
        let bad = batch.count_working_minutes(&from, &to, &mut count).unwrap();
        let alone: Vec<_> = rows.iter().map(|(from, to, _)| {
            let count = calendar.count_working_minutes(local(*from)?, local(*to)?);
            count.map_err(|error| error.kind())
        }).collect();
        prop_assert_eq!(&count, &cells(&alone, NO_COUNT));
        prop_assert_eq!(bad, bad_rows(&alone));
    }

    #[test]
    fn terms(
        which in 0_usize..4,
        rows in proptest::collection::vec((any_instant(), any_limit(), any_instant()), 1..40),
        as_of in (FIRST..LAST, 0_i64..86_400),
        by_instant in any::<bool>(),
    ) {
        let calendars = calendars();
        let calendar = &calendars[which];
        let counting = CountingPolicy::one_stop();
        let told = StandingPolicy {
            practice: if by_instant { Practice::ByInstant } else { Practice::ByDate },
            ..StandingPolicy::default()
        };
        let as_of = local(i64::from(as_of.0) * 86_400 + as_of.1).unwrap();
        let received: Vec<i64> = rows.iter().map(|row| row.0).collect();
        let limits: Vec<Limit> = rows.iter().map(|row| row.1).collect();
        let done: Vec<i64> = rows.iter().map(|row| row.2).collect();
        let terms = Terms { received: &received, limits: &limits };
        let batch = Batch::new(calendar).counting(counting).standing(told);
        let alone: Vec<_> = rows.iter().map(|(received, limit, _)| {
            due(calendar, &counting, local(*received)?, *limit).map_err(|error| error.kind())
        }).collect();
        let (mut at, mut date, mut certainty) =
            (vec![7; rows.len()], vec![7; rows.len()], vec![None; rows.len()]);
        let out = Appointments {
            at: Some(&mut at),
            date: Some(&mut date),
            certainty: Some(&mut certainty),
        };
        let bad = batch.appointments(terms, out).unwrap();
        prop_assert_eq!(bad, bad_rows(&alone));
        for (row, due) in alone.iter().enumerate() {
            let due = due.ok();
            prop_assert_eq!(at[row], due.map_or(NO_INSTANT, |due| due.at.local_seconds()));
            prop_assert_eq!(date[row], due.map_or(NO_DATE, |due| due.date.to_epoch_days()));
            prop_assert_eq!(certainty[row], due.map(|due| due.certainty));
        }

        let alone: Vec<_> = alone.iter().zip(&done).map(|(due, done)| {
            let due = (*due)?;
            let done = match *done {
                NO_INSTANT => None,
                done => Some(local(done)?).filter(|done| *done <= as_of),
            };
            let found = standing(calendar, told, &due, done, as_of).map_err(|error| error.kind())?;
            let left = calendar.count_working_minutes(done.unwrap_or(as_of), due.at);
            Ok((found.state, left.map_err(|error: motcua::calendar::CalendarError| error.kind())?))
        }).collect();
        let (mut state, mut minutes) = (vec![None; rows.len()], vec![7; rows.len()]);
        let out = Standings { state: Some(&mut state), minutes: Some(&mut minutes) };
        let bad = batch.standings(terms, &done, as_of, out).unwrap();
        prop_assert_eq!(bad, bad_rows(&alone));
        for (row, answer) in alone.iter().enumerate() {
            let answer = answer.ok();
            prop_assert_eq!(state[row], answer.map(|answer| answer.0));
            prop_assert_eq!(minutes[row], answer.map_or(NO_COUNT, |answer| answer.1));
        }
    }

    #[test]
    fn dossiers(
        rows in proptest::collection::vec(any_log(), 1..30),
        as_of in (15_000..18_000, 0_i64..86_400),
    ) {
        let calendar = Calendar::vietnam().unwrap();
        let as_of = local(i64::from(as_of.0) * 86_400 + as_of.1).unwrap();
        same_as_alone(&calendar, &rows, as_of)?;
    }
}

/// A log of some length, mostly one that can be, in an order that mostly holds.
#[derive(Clone, Debug)]
struct Log {
    limit: Limit,
    handling: Handling,
    events: Vec<(i64, u8, i64)>,
}

fn any_log() -> impl Strategy<Value = Log> {
    let usual = prop_oneof![
        6 => proptest::sample::select(vec![6_u8, 10, 11, 12, 13, 14, 15, 18, 22, 24]),
        4 => proptest::sample::select(EventCode::ALL.to_vec()).prop_map(EventCode::number),
    ];
    let step = prop_oneof![12 => 0_i64..400_000, 1 => Just(0), 1 => -90_000_i64..0];
    let events = proptest::collection::vec((step, usual, 0_i64..4), 0..9);
    let begin = (15_000_i64..18_000, 0_i64..1_440, 0_u8..8);
    let effect = proptest::sample::select(vec![None, Some(Effect::Pauses), Some(Effect::Restarts)]);
    (begin, events, any_limit(), effect, any::<bool>(), 0_u8..30).prop_map(
        |((day, minute, how), events, limit, effect, at_payment, odd)| {
            let mut at = day * 86_400 + minute * 60;
            let mut log = Vec::new();
            if how > 0 {
                log.push((at, if how > 1 { 2 } else { 1 }, 0));
            }
            for (step, code, argument) in events {
                at += step;
                let argument = if code == 18 { at + argument * 500_000 } else { argument };
                log.push((at, code, argument));
            }
            if odd == 0 {
                log.push((at, 200, 0));
            }
            if odd == 1 {
                log.push((NO_INSTANT, 2, 0));
            }
            let mut handling = Handling::default();
            handling.supplement = effect;
            handling.starts_at_payment = at_payment;
            Log { limit, handling, events: log }
        },
    )
}

/// The event as the row-by-row interface knows it, written out here a second time.
fn event(at: i64, code: u8, argument: i64) -> Result<Event, ErrorKind> {
    let name = argument.to_string();
    let kind = match code {
        1 => EventKind::Submitted,
        2 => EventKind::Received { elsewhere: false },
        3 => EventKind::Received { elsewhere: true },
        4 => EventKind::AgencyReceived,
        5 => EventKind::ReceptionRefused,
        6 => EventKind::Transferred { to: "Phòng Đất đai".into() },
        7 => EventKind::StepStarted { step: name },
        8 => EventKind::StepFinished { step: name },
        9 => EventKind::SupplementRequested { stage: Stage::Reception, by: None },
        10 => EventKind::SupplementRequested { stage: Stage::Examination, by: None },
        11 => EventKind::SupplementReceived,
        12 => EventKind::PaymentRequested { by: None },
        13 => EventKind::PaymentMade,
        14 => EventKind::Suspended { basis: "Điều 1".into() },
        15 => EventKind::Resumed,
        16 => EventKind::ConsultationAsked { agency: name, by: None },
        17 => EventKind::ConsultationAnswered { agency: name },
        18 => EventKind::Reappointed { due: local(argument)?, reason: String::new() },
        19 => EventKind::Apologised { reason: String::new() },
        20 => EventKind::Withdrawn,
        21 => EventKind::Stopped { reason: String::new() },
        22 => EventKind::Finished { outcome: Outcome::Approved },
        23 => EventKind::Finished { outcome: Outcome::Refused },
        24 => EventKind::Returned,
        25 => EventKind::CameInVain,
        _ => return Err(ErrorKind::UnknownEventCode),
    };
    Ok(Event::new(local(at)?, kind))
}

#[derive(Clone, Copy, Default)]
struct Told {
    stands: Option<State>,
    time: WorkSpan,
    received: Option<LocalTime>,
    finished: Option<LocalTime>,
    ended: Option<LocalTime>,
    due: Option<motcua::deadline::Due>,
}

fn alone(
    calendar: &Calendar,
    log: &Log,
    policy: StandingPolicy,
    as_of: LocalTime,
) -> Result<Told, ErrorKind> {
    let mut dossier = Dossier::new("HS-1", log.limit, Channel::Online).handling(log.handling);
    for (at, code, argument) in &log.events {
        dossier = dossier.event(event(*at, *code, *argument)?);
    }
    let timeline = dossier.evaluate(calendar, &CountingPolicy::one_stop());
    let timeline = timeline.map_err(|error| error.kind())?;
    let standing = timeline.standing(calendar, policy, as_of);
    let standing = standing.map_err(|error| error.kind())?;
    let by = |at: Option<LocalTime>| at.filter(|at| *at <= as_of);
    Ok(Told {
        stands: standing.map(|standing| standing.state),
        time: standing.map(|standing| standing.span).unwrap_or_default(),
        received: by(timeline.received),
        finished: by(timeline.finished),
        ended: by(timeline.ended.map(|(at, _)| at)),
        due: timeline.promised(policy.promise, as_of).copied(),
    })
}

/// The columns of some logs.
struct Columns {
    limits: Vec<Limit>,
    handlings: Vec<Handling>,
    starts: Vec<u32>,
    at: Vec<i64>,
    code: Vec<u8>,
    argument: Vec<i64>,
}

impl Columns {
    fn of(rows: &[Log]) -> Self {
        let mut starts = vec![0];
        let events: Vec<_> = rows.iter().flat_map(|row| row.events.clone()).collect();
        for row in rows {
            starts.push(starts.last().unwrap() + u32::try_from(row.events.len()).unwrap());
        }
        Self {
            limits: rows.iter().map(|row| row.limit).collect(),
            handlings: rows.iter().map(|row| row.handling).collect(),
            starts,
            at: events.iter().map(|event| event.0).collect(),
            code: events.iter().map(|event| event.1).collect(),
            argument: events.iter().map(|event| event.2).collect(),
        }
    }

    fn logs(&self) -> Logs<'_> {
        Logs {
            limits: &self.limits,
            handlings: &self.handlings,
            starts: &self.starts,
            at: &self.at,
            code: &self.code,
            argument: &self.argument,
        }
    }
}

fn same_as_alone(calendar: &Calendar, rows: &[Log], as_of: LocalTime) -> Result<(), TestCaseError> {
    let columns = Columns::of(rows);
    let first = StandingPolicy { promise: Promise::First, ..StandingPolicy::default() };
    for (batch, policy) in [
        (Batch::new(calendar), StandingPolicy::default()),
        (Batch::new(calendar).parallel(), StandingPolicy::default()),
        (Batch::new(calendar).standing(first), first),
    ] {
        let expected: Vec<_> = rows.iter().map(|row| alone(calendar, row, policy, as_of)).collect();
        let n = rows.len();
        let (mut state, mut span) = (vec![None; n], vec![WorkSpan::default(); n]);
        let (mut received, mut finished) = (vec![7; n], vec![7; n]);
        let (mut ended, mut due, mut due_date) = (vec![7; n], vec![7; n], vec![7; n]);
        let (mut certainty, mut refused) = (vec![None; n], vec![Some(ErrorKind::TooLong); n]);
        let out = DossierAnswers {
            state: Some(&mut state),
            span: Some(&mut span),
            received: Some(&mut received),
            finished: Some(&mut finished),
            ended: Some(&mut ended),
            due: Some(&mut due),
            due_date: Some(&mut due_date),
            certainty: Some(&mut certainty),
            refused: Some(&mut refused),
        };
        let bad = batch.dossiers(columns.logs(), as_of, out).unwrap();
        prop_assert_eq!(bad, bad_rows(&expected));
        for (row, told) in expected.iter().enumerate() {
            let seconds = |at: Option<LocalTime>| at.map_or(NO_INSTANT, LocalTime::local_seconds);
            prop_assert_eq!(refused[row], told.as_ref().err().copied());
            let told = told.as_ref().copied().unwrap_or_default();
            let known = told.due;
            prop_assert_eq!(state[row], told.stands, "{:?}", &rows[row]);
            prop_assert_eq!(span[row], told.time);
            prop_assert_eq!(received[row], seconds(told.received));
            prop_assert_eq!(finished[row], seconds(told.finished));
            prop_assert_eq!(ended[row], seconds(told.ended));
            prop_assert_eq!(due[row], seconds(known.map(|due| due.at)));
            let date = known.map_or(NO_DATE, |due| due.date.to_epoch_days());
            prop_assert_eq!(due_date[row], date);
            prop_assert_eq!(certainty[row], known.map(|due| due.certainty));
        }
    }
    Ok(())
}

/// More rows than are answered in one part, with bad ones in several: the parts add up.
#[test]
fn parts_add_up() {
    let calendar = Calendar::vietnam().unwrap();
    let rows = 100_003;
    let dates: Vec<i32> = (0..rows)
        .map(|row| if row % 9_973 == 9_000 { NO_DATE } else { 16_436 + row % 5_844 })
        .collect();
    let n: Vec<i32> = (0..rows).map(|row| 1 + row % 60).collect();
    let (mut one, mut many) = (vec![7; dates.len()], vec![8; dates.len()]);
    let batch = Batch::new(&calendar);
    let bad = batch.add_working_days(&dates, &n, &mut one).unwrap();
    assert_eq!(bad.count, 10);
    assert_eq!(bad.first, Some(BadRow { row: 9_000, kind: ErrorKind::NoCalendarData }));
    assert_eq!(batch.parallel().add_working_days(&dates, &n, &mut many).unwrap(), bad);
    assert_eq!(one, many);
    let mut valid = vec![7; dates.len()];
    validity(&one, &mut valid).unwrap();
    assert_eq!(valid.iter().filter(|valid| **valid == 0).count(), 10);
    assert!(valid.iter().zip(&dates).all(|(valid, date)| (*valid == 1) == (*date != NO_DATE)));

    let log = |row: i32| Log {
        limit: Limit::working_days(u16::try_from(row % 20).unwrap()),
        handling: Handling::default(),
        events: vec![(i64::from(16_436 + row % 5_844) * 86_400 + 32_400, 2, 0)],
    };
    let logs: Vec<Log> = (0..40_000).map(log).collect();
    same_as_alone(&calendar, &logs, "2025-06-30T10:00".parse().unwrap()).unwrap();
}

#[test]
fn columns_of_different_lengths_are_refused_and_nothing_is_written() {
    let calendar = Calendar::vietnam().unwrap();
    let batch = Batch::new(&calendar);
    let mut out = [7; 2];
    let refused = batch.add_working_days(&[20_000, 20_001], &[1], &mut out).unwrap_err();
    assert_eq!(refused, BatchError::Lengths { rows: 2 });
    assert_eq!(motcua::Error::from(refused).kind().as_str(), "column_lengths");
    assert!(batch.count_working_days(&[20_000], &[20_001], &mut out).is_err());
    assert_eq!(out, [7; 2]);
    let (mut at, mut date) = ([7; 1], [7; 2]);
    let terms = Terms { received: &[0], limits: &[Limit::SameDay] };
    let columns =
        Appointments { at: Some(&mut at), date: Some(&mut date), ..Appointments::default() };
    assert!(batch.appointments(terms, columns).is_err());
    assert!(validity(&[1, 2], &mut [0]).is_err());

    let as_of = "2026-11-23T08:00".parse().unwrap();
    let logs = Logs {
        limits: &[Limit::SameDay],
        handlings: &[],
        starts: &[0, 1],
        at: &[0],
        code: &[2],
        argument: &[0],
    };
    let none = DossierAnswers::default;
    assert!(batch.dossiers(logs, as_of, none()).is_ok());
    // Arguments may be left out altogether.
    assert!(batch.dossiers(Logs { argument: &[], ..logs }, as_of, none()).is_ok());
    for wrong in [
        Logs { starts: &[0], ..logs },
        Logs { code: &[], ..logs },
        Logs { argument: &[0, 0], ..logs },
        Logs { handlings: &[Handling::default(); 2], ..logs },
    ] {
        let refused = batch.dossiers(wrong, as_of, none()).unwrap_err();
        assert_eq!(refused, BatchError::Lengths { rows: 1 });
    }
    for starts in [[0, 2], [1, 0]] {
        let refused = batch.dossiers(Logs { starts: &starts, ..logs }, as_of, none()).unwrap_err();
        assert_eq!(refused, BatchError::Starts { row: 0 });
        assert_eq!(refused.kind().as_str(), "log_starts");
    }
}

/// The table of days has an end behind its last day, which is no day to count from.
#[test]
fn the_day_after_the_last_is_a_bad_row() {
    let calendar = Calendar::vietnam().unwrap();
    let batch = Batch::new(&calendar);
    let mut out = [7; 2];
    let bad = batch.add_working_days(&[LAST, LAST + 1], &[-1, -1], &mut out).unwrap();
    // 31 December 2050 is a Saturday.
    assert_eq!(out, [LAST - 1, NO_DATE]);
    let first = Some(BadRow { row: 1, kind: ErrorKind::NoCalendarData });
    assert_eq!(bad, BadRows { count: 1, first });
}

#[test]
fn no_rows_are_no_bad_rows() {
    let calendar = Calendar::vietnam().unwrap();
    let batch = Batch::new(&calendar);
    assert_eq!(batch.add_working_days(&[], &[], &mut []), Ok(BadRows::default()));
    assert_eq!(batch.count_working_minutes(&[], &[], &mut []), Ok(BadRows::default()));
    let terms = Terms { received: &[], limits: &[] };
    assert_eq!(batch.appointments(terms, Appointments::default()), Ok(BadRows::default()));
}

#[test]
fn each_event_has_a_code_of_its_own() {
    for (number, code) in (1..).zip(EventCode::ALL) {
        assert_eq!(code.number(), number);
        assert_eq!(EventCode::from_number(number), Some(*code));
        let argument = if *code == EventCode::Reappointed { 86_400 } else { 3 };
        let event = event(0, number, argument).unwrap();
        assert_eq!(EventCode::of(&event.kind), *code, "{}", event.kind);
    }
    assert_eq!(EventCode::from_number(0), None);
    assert_eq!(EventCode::from_number(26), None);
}
