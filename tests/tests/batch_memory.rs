//! A batch allocates nothing for a row: however many there are, the number of allocations is the
//! same. It stands in a program of its own because it counts what the whole process allocates.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a test may stop with a panic"
)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use motcua::batch::{Appointments, Batch, DossierAnswers, EventCode, Logs, Standings, Terms};
use motcua::{Calendar, Limit, LocalTime};

struct Counting;

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: as it came.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: as it came.
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: as it came.
        unsafe { System.realloc(memory, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// What a life of an office dossier looks like, with everything that needs no set of its own.
const LIFE: [EventCode; 9] = [
    EventCode::Submitted,
    EventCode::Received,
    EventCode::Transferred,
    EventCode::SupplementRequested,
    EventCode::SupplementReceived,
    EventCode::PaymentRequested,
    EventCode::PaymentMade,
    EventCode::Finished,
    EventCode::Returned,
];

/// How many allocations all batches of so many rows take.
fn allocations(calendar: &Calendar, rows: usize) -> usize {
    let received: Vec<i64> =
        (0..rows).map(|row| (16_436 + i64::try_from(row % 5_844).unwrap()) * 86_400).collect();
    let dates: Vec<i32> = received.iter().map(|at| i32::try_from(at / 86_400).unwrap()).collect();
    // Some rows have no answer; they cost nothing either.
    let n: Vec<i32> = (0..rows).map(|row| if row % 7 == 3 { 30_000 } else { 10 }).collect();
    let limits = vec![Limit::working_days(10); rows];
    let events: Vec<(i64, EventCode)> = received
        .iter()
        .flat_map(|at| (0..).zip(LIFE).map(move |(hour, code)| (at + hour * 36_000, code)))
        .collect();
    let starts: Vec<u32> = (0..=rows).map(|row| u32::try_from(row * LIFE.len()).unwrap()).collect();
    let at: Vec<i64> = events.iter().map(|event| event.0).collect();
    let code: Vec<u8> = events.iter().map(|event| event.1.number()).collect();
    let argument = vec![0; events.len()];
    let (mut days, mut instants) = (vec![0; rows], vec![0; rows]);
    let mut state = vec![None; rows];
    let as_of: LocalTime = "2026-11-23T08:00".parse().unwrap();
    let batch = Batch::new(calendar);
    let terms = Terms { received: &received, limits: &limits };
    let logs = Logs {
        limits: &limits,
        handlings: &[],
        starts: &starts,
        at: &at,
        code: &code,
        argument: &argument,
    };

    let before = ALLOCATIONS.load(Ordering::Relaxed);
    let bad = batch.add_working_days(&dates, &n, &mut days).unwrap();
    assert_eq!(bad.count, n.iter().filter(|n| **n == 30_000).count());
    assert_eq!(batch.count_working_days(&dates, &dates, &mut days).unwrap().count, 0);
    let _ = batch.add_working_minutes(&received, &n, &mut instants).unwrap();
    let _ = batch.count_working_minutes(&received, &received, &mut days).unwrap();
    let out = Appointments { at: Some(&mut instants), ..Appointments::default() };
    assert_eq!(batch.appointments(terms, out).unwrap().count, 0);
    let out = Standings { state: Some(&mut state), ..Standings::default() };
    assert_eq!(batch.standings(terms, &received, as_of, out).unwrap().count, 0);
    let out = DossierAnswers { state: Some(&mut state), ..DossierAnswers::default() };
    assert_eq!(batch.dossiers(logs, as_of, out).unwrap().count, 0);
    ALLOCATIONS.load(Ordering::Relaxed) - before
}

#[test]
fn the_number_of_rows_changes_no_number_of_allocations() {
    let calendar = Calendar::vietnam().unwrap();
    let few = allocations(&calendar, 10);
    assert!(few < 20, "{few} allocations");
    assert_eq!(allocations(&calendar, 10_000), few);
}
