//! The deadline engine for Vietnam's one-stop public-service desks (một cửa): due dates in
//! working days and hours, with the article of law for every day counted or skipped.
//!
//! # What people do with it
//!
//! | to | use |
//! |---|---|
//! | get a due time with its reasons | [`Deadline::new`], [below](#when-is-it-due-and-why) |
//! | get only the due time, fast | [`deadline::due`] |
//! | ask what a day is, and why | [`Calendar::day`], [below](#is-it-a-working-day) |
//! | add or count working days and minutes | [`Calendar`], [below](#add-and-count) |
//! | set office hours, closures or a new notice | [`Calendar::builder`], [below](#an-office-with-its-own-calendar) |
//! | read a limit from words | [`time_limit::TimeLimit::parse`], [below](#read-a-limit-from-words) |
//! | count as an office counts | [`regulation::CountingPolicy`] |
//! | evaluate a dossier, with its pauses | [`Dossier::evaluate`], [below](#a-dossier-that-waited) |
//! | tell early, on time or late | [`obligation::standing`], [`dossier::Timeline::standing`] |
//! | know what is owed, such as an apology | [`Dossier::agenda`], [below](#late-and-what-is-owed-then) |
//! | report over a period | [`Report`], [below](#form-ii06a) |
//! | score an agency and its officers | [`report::Indicators`] |
//! | inspect an agency's administrative reform | [`inspection`], [below](#an-inspection) |
//! | answer columns of a million rows | [`batch`], [below](#a-million-rows) |
//! | look up procedures, their fees and what they must publish | [`procedure`] |
//! | tell the level of an online service | [`service_level`] |
//! | read a record of the national portal | `dossier::NationalRecord` (feature `json`) |
//! | find limits that contradict their texts | `limits_audit` of the module `json` |
//! | make pages and pictures | the module `render` (feature `render`) |
//! | speak JSON | the module `json` (feature `json`), [below](#the-json-door) |
//!
//! ## When is it due, and why
//!
//! ```
//! use motcua::regulation::CountingPolicy;
//! use motcua::{Calendar, Deadline, Limit};
//!
//! fn main() -> Result<(), motcua::Error> {
//!     let calendar = Calendar::vietnam()?;
//!     let received = "2026-08-19T09:00".parse()?;
//!     let policy = CountingPolicy::one_stop();
//!     let deadline = Deadline::new(&calendar, &policy, received, Limit::working_days(10))?;
//!     // Saturday 22/8 is worked; 31/8, 1/9 and 2/9 are off.
//!     assert_eq!(deadline.due().at, "2026-09-04T17:00".parse()?);
//!     // Each run of days with what it is, how many count, and the article.
//!     for step in deadline.steps() {
//!         println!("{} to {}: {}", step.from, step.to, step.kind.as_str());
//!     }
//!     println!("{}", deadline.vietnamese());
//!     Ok(())
//! }
//! ```
//!
//! The examples below leave out `fn main` and are written with `?`.
//!
//! An appointment in hours is the same with another limit: counted inside the office's sessions.
//!
//! ```
//! use motcua::regulation::CountingPolicy;
//! use motcua::{Calendar, Limit, deadline};
//!
//! let calendar = Calendar::vietnam()?;
//! let received = "2026-11-23T15:30".parse()?;
//! let due = deadline::due(&calendar, &CountingPolicy::one_stop(), received, Limit::working_hours(4))?;
//! // An hour and a half on Monday; 24/11 is off (Ngày Văn hóa Việt Nam); the rest on Wednesday.
//! assert_eq!(due.at, "2026-11-25T10:00".parse()?);
//! # Ok::<(), motcua::Error>(())
//! ```
//!
//! ## Is it a working day
//!
//! ```
//! use motcua::Calendar;
//! use motcua::calendar::{DayKind, parse_date as day};
//!
//! let calendar = Calendar::vietnam()?;
//! let monday = calendar.day(day("2026-08-31")?)?;
//! assert_eq!((monday.is_working(), monday.kind), (false, DayKind::SwappedOff));
//! // It is off in exchange for a Saturday that is worked.
//! assert_eq!(monday.exchanged_for, Some(day("2026-08-22")?));
//! assert!(calendar.is_working(day("2026-08-22")?)?);
//! # Ok::<(), motcua::Error>(())
//! ```
//!
//! ## Add and count
//!
//! ```
//! use motcua::Calendar;
//! use motcua::calendar::parse_date as day;
//!
//! let calendar = Calendar::vietnam()?;
//! assert_eq!(calendar.add_working_days(day("2026-08-19")?, 10)?, day("2026-09-04")?);
//! // From the day after the first date to the second one, which is counted.
//! assert_eq!(calendar.count_working_days(day("2026-08-19")?, day("2026-09-04")?)?, 10);
//! let closing = calendar.add_working_minutes("2026-11-23T09:00".parse()?, 150)?;
//! assert_eq!(closing, "2026-11-23T11:30".parse()?);
//! # Ok::<(), motcua::Error>(())
//! ```
//!
//! ## An office with its own calendar
//!
//! ```
//! use motcua::Calendar;
//! use motcua::calendar::{DayHours, Session, WeekHours, parse_date as day};
//! use motcua::chrono::Weekday;
//!
//! let morning = DayHours::new([Session::new("07:30".parse()?, "11:30".parse()?)?])?;
//! let calendar = Calendar::builder()
//!     .hours(WeekHours::standard()?.with(Weekday::Sat, morning))
//!     .closure(day("2026-03-09")?, day("2026-03-10")?, "moving house")
//!     .build()?;
//! // Friday 6 March, then Saturday morning, then Wednesday.
//! assert_eq!(calendar.add_working_days(day("2026-03-06")?, 2)?, day("2026-03-11")?);
//! # Ok::<(), motcua::Error>(())
//! ```
//!
//! Next year's notice is laid over in the same way ([`calendar::CalendarBuilder::notice`]).
//!
//! ## Read a limit from words
//!
//! ```
//! use motcua::Limit;
//! use motcua::time_limit::TimeLimit;
//!
//! let text = "03 ngày làm việc, trường hợp phải xác minh thì không quá 08 ngày làm việc";
//! let limit = TimeLimit::parse(text);
//! assert_eq!(limit.select(Some("xác minh"), None)?, Limit::working_days(8));
//! // Nothing is guessed: a number without its unit is no limit.
//! assert!(TimeLimit::parse("07").select(None, None).is_err());
//! # Ok::<(), motcua::Error>(())
//! ```
//!
//! ## A dossier that waited
//!
//! ```
//! use motcua::dossier::{Dossier, Event, EventKind, Stage};
//! use motcua::obligation::{StandingPolicy, State};
//! use motcua::regulation::CountingPolicy;
//! use motcua::time_limit::Channel;
//! use motcua::{Calendar, Limit};
//!
//! let calendar = Calendar::vietnam()?;
//! let asked = EventKind::PaymentRequested { by: None };
//! let dossier = Dossier::new("HS-1", Limit::working_days(5), Channel::Online)
//!     .event(Event::received("2026-10-05T09:00".parse()?))
//!     .event(Event::new("2026-10-07T10:00".parse()?, asked))
//!     .event(Event::new("2026-10-09T10:00".parse()?, EventKind::PaymentMade));
//! let timeline = dossier.evaluate(&calendar, &CountingPolicy::one_stop())?;
//! // Due on Monday 12/10; the two working days of waiting are not the office's.
//! let now = "2026-10-12T08:00".parse()?;
//! assert_eq!(timeline.due(now).map(|due| due.at), Some("2026-10-14T17:00".parse()?));
//! let standing = timeline.standing(&calendar, StandingPolicy::default(), now)?;
//! assert_eq!(standing.map(|standing| standing.state), Some(State::InTime));
//! # Ok::<(), motcua::Error>(())
//! ```
//!
//! ## Late, and what is owed then
//!
//! ```
//! use motcua::dossier::{Dossier, Event};
//! use motcua::obligation::{Duty, StandingPolicy};
//! use motcua::regulation::CountingPolicy;
//! use motcua::time_limit::Channel;
//! use motcua::{Calendar, Limit};
//!
//! let calendar = Calendar::vietnam()?;
//! let (counting, standing) = (CountingPolicy::one_stop(), StandingPolicy::default());
//! let dossier = Dossier::new("HS-1", Limit::working_days(5), Channel::InPerson)
//!     .event(Event::received("2020-10-05T09:00".parse()?));
//! let timeline = dossier.evaluate(&calendar, &counting)?;
//! let now = "2020-10-14T08:00".parse()?;
//! let agenda = dossier.agenda(&calendar, &counting, &timeline, standing, now, 8)?;
//! // The result was due on 12/10, the written apology a day before it, moved off Sunday to Friday.
//! let breached: Vec<_> = agenda.breached().map(|entry| entry.obligation).collect();
//! let apology = breached.iter().find(|obligation| obligation.duty == Duty::Apology);
//! assert_eq!(apology.map(|owed| owed.due.at), Some("2020-10-09T17:00".parse()?));
//! assert!(breached.iter().any(|obligation| obligation.duty == Duty::Result));
//! # Ok::<(), motcua::Error>(())
//! ```
//!
//! ## Form II.06a
//!
//! ```
//! use motcua::calendar::parse_date as day;
//! use motcua::dossier::{Dossier, Event};
//! use motcua::obligation::StandingPolicy;
//! use motcua::regulation::CountingPolicy;
//! use motcua::report::{Period, Report};
//! use motcua::time_limit::Channel;
//! use motcua::{Calendar, Limit};
//!
//! let calendar = Calendar::vietnam()?;
//! let policy = CountingPolicy::one_stop();
//! let period = Period::new(day("2026-07-01")?, day("2026-09-30")?)?;
//! let mut report = Report::new(period, StandingPolicy::default());
//! for (code, finished) in [("HS-1", "2026-09-03T15:10"), ("HS-2", "2026-09-08T09:00")] {
//!     let dossier = Dossier::new(code, Limit::working_days(10), Channel::Online)
//!         .event(Event::received("2026-08-19T09:00".parse()?))
//!         .event(Event::finished(finished.parse()?));
//!     let timeline = dossier.evaluate(&calendar, &policy)?;
//!     report.add(&calendar, &policy, &dossier, &timeline)?;
//! }
//! let totals = report.totals()?;
//! assert_eq!((totals.received, totals.early, totals.late), (2, 1, 1));
//! assert_eq!(totals.on_time_ratio().percent_text().as_deref(), Some("50,00 %"));
//! # Ok::<(), motcua::Error>(())
//! ```
//!
//! ## An inspection
//!
//! ```
//! use motcua::Calendar;
//! use motcua::calendar::parse_date as day;
//! use motcua::inspection::{Inspection, Nature, WorkPlan};
//! use motcua::regulation::CountingPolicy;
//! use motcua::report::Period;
//!
//! let period = Period::new(day("2017-01-01")?, day("2018-06-30")?)?;
//! let mut inspection = Inspection::new(period, "Sở Thông tin và Truyền thông");
//! let mut plan = WorkPlan::new("05/KH-STTTT");
//! plan.due = Some(day("2017-12-29")?);
//! plan.issued = Some(day("2018-01-15")?);
//! inspection.plans.push(plan);
//! let found = inspection.conclude(&Calendar::vietnam()?, &CountingPolicy::one_stop())?;
//! assert_eq!(found.findings[0].nature, Nature::Shortcoming);
//! assert_eq!(found.findings[0].code, "plan_on_time");
//! # Ok::<(), motcua::Error>(())
//! ```
//!
//! ## A million rows
//!
//! ```
//! use motcua::Calendar;
//! use motcua::batch::Batch;
//!
//! let calendar = Calendar::vietnam()?;
//! // Days since 1970-01-01: 19 August and 1 September 2026.
//! let (dates, n, mut due) = ([20_684, 20_697], [10, -1], [0; 2]);
//! Batch::new(&calendar).add_working_days(&dates, &n, &mut due)?;
//! assert_eq!(due, [20_700, 20_693]);
//! # Ok::<(), motcua::Error>(())
//! ```
//!
//! ## The JSON door
//!
//! ```
//! # #[cfg(feature = "json")] {
//! let request = r#"{"op":"deadline","received":"2026-08-19T09:00","text":"10 ngày làm việc"}"#;
//! let answer = motcua::json::answer(request);
//! assert!(answer.contains(r#""due":"2026-09-04T17:00""#));
//! # }
//! ```
//!
//! # The way of the data
//!
//! What was promised ([`time_limit`], [`procedure`]), when the office works ([`calendar`]) and
//! which rule was in force ([`regulation`]) meet in [`deadline`]. What happened ([`dossier`])
//! turns deadlines into duties with a standing ([`obligation`]), and these are counted in
//! [`report`] and judged in [`inspection`].
//!
//! # What holds everywhere
//!
//! - Time is Vietnam's civil time, UTC+7 ([`LocalTime`]). There is no clock inside: "now" is
//!   always an argument.
//! - Every due time, dossier and day says how far it is settled ([`calendar::Certainty`]). Outside
//!   2000 to 2050 an answer is an error.
//! - Late is a value, not an error. Errors have stable kinds ([`ErrorKind`]).
//!
//! # Features
//!
//! - `std` (default): errors implement `std::error::Error` by the standard library. Without it the
//!   crate needs only `alloc`.
//! - `serde`: `Serialize` and `Deserialize` for the public types.
//! - `json`: the door in the module `json`, and calendar overlays from JSON.
//! - `rayon`: the rows of a batch shared out among threads where the caller asks for it.
//! - `render`: Markdown, HTML and SVG from the structured results.
#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

pub mod batch;
pub mod calendar;
mod civil;
pub mod deadline;
pub mod dossier;
mod error;
pub mod inspection;
#[cfg(feature = "json")]
pub mod json;
pub mod obligation;
mod order;
pub mod procedure;
pub mod regulation;
#[cfg(feature = "render")]
pub mod render;
pub mod report;
pub mod service_level;
pub mod time_limit;

pub use chrono;

pub use calendar::Calendar;
pub use civil::{CivilError, ClockTime, LocalTime};
pub use deadline::Deadline;
pub use dossier::Dossier;
pub use error::{Error, ErrorKind};
pub use procedure::Procedure;
pub use report::Report;
pub use service_level::ServiceLevel;
pub use time_limit::Limit;

/// Phiên bản dữ liệu — the day on which the facts of law and calendar that are compiled in last
/// changed, `YYYY-MM-DD`. It goes on apart from the version of the crate: of two with the same
/// rules, the later one knows more notices and acts.
///
/// # Examples
///
/// ```
/// assert!(motcua::chrono::NaiveDate::parse_from_str(motcua::DATA_VERSION, "%Y-%m-%d").is_ok());
/// ```
pub const DATA_VERSION: &str = env!("MOTCUA_DATA_VERSION");
