use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write;

use super::Batch;
use super::column::{BadRows, BatchError, Columns, NO_DATE, NO_INSTANT, instant};
use super::term::{cells, put};
use crate::calendar::{Certainty, WorkSpan};
use crate::civil::epoch_day;
use crate::deadline::Due;
use crate::dossier::{Dossier, EventKind, Outcome, Stage, Timeline};
use crate::obligation::{Standing, State};
use crate::regulation::Handling;
use crate::time_limit::Channel;
use crate::{ErrorKind, Limit, LocalTime};

macro_rules! event_codes {
    ($($(#[doc = $doc:literal])* $name:ident = $code:literal;)*) => {
        /// Mã sự kiện — what happened, as a number in a column. Numbers are never changed or
        /// used again.
        ///
        /// Names, remarks and the officers of events are not part of a batch: they change no
        /// answer. A step or a consulted agency goes by a number of the caller's own choice in
        /// [`Logs::argument`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[repr(u8)]
        pub enum EventCode {
            $($(#[doc = $doc])* $name = $code,)*
        }

        impl EventCode {
            /// All codes, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The code of a number.
            #[must_use]
            pub const fn from_number(number: u8) -> Option<Self> {
                match number {
                    $($code => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

event_codes! {
    /// Nộp hồ sơ: [`EventKind::Submitted`].
    Submitted = 1;
    /// Tiếp nhận: [`EventKind::Received`].
    Received = 2;
    /// Tiếp nhận phi địa giới hành chính: [`EventKind::Received`] elsewhere.
    ReceivedElsewhere = 3;
    /// Cơ quan có thẩm quyền nhận: [`EventKind::AgencyReceived`].
    AgencyReceived = 4;
    /// Từ chối tiếp nhận: [`EventKind::ReceptionRefused`].
    ReceptionRefused = 5;
    /// Chuyển hồ sơ: [`EventKind::Transferred`].
    Transferred = 6;
    /// Bắt đầu bước: [`EventKind::StepStarted`]; the argument is the number of the step.
    StepStarted = 7;
    /// Kết thúc bước: [`EventKind::StepFinished`]; the argument is the number of the step.
    StepFinished = 8;
    /// Yêu cầu bổ sung khi tiếp nhận: [`EventKind::SupplementRequested`] at reception.
    SupplementRequestedAtReception = 9;
    /// Yêu cầu bổ sung: [`EventKind::SupplementRequested`] at examination.
    SupplementRequested = 10;
    /// Nhận bổ sung: [`EventKind::SupplementReceived`].
    SupplementReceived = 11;
    /// Yêu cầu thực hiện nghĩa vụ tài chính: [`EventKind::PaymentRequested`].
    PaymentRequested = 12;
    /// Đã thực hiện nghĩa vụ tài chính: [`EventKind::PaymentMade`].
    PaymentMade = 13;
    /// Tạm dừng: [`EventKind::Suspended`].
    Suspended = 14;
    /// Tiếp tục: [`EventKind::Resumed`].
    Resumed = 15;
    /// Lấy ý kiến: [`EventKind::ConsultationAsked`]; the argument is the number of the agency.
    ConsultationAsked = 16;
    /// Có ý kiến: [`EventKind::ConsultationAnswered`]; the argument is the number of the agency.
    ConsultationAnswered = 17;
    /// Hẹn lại: [`EventKind::Reappointed`]; the argument is the new appointment, an instant.
    Reappointed = 18;
    /// Xin lỗi: [`EventKind::Apologised`].
    Apologised = 19;
    /// Rút hồ sơ: [`EventKind::Withdrawn`].
    Withdrawn = 20;
    /// Dừng giải quyết: [`EventKind::Stopped`].
    Stopped = 21;
    /// Giải quyết xong, đồng ý: [`EventKind::Finished`], granted.
    Finished = 22;
    /// Giải quyết xong, từ chối: [`EventKind::Finished`], refused.
    Refused = 23;
    /// Trả kết quả: [`EventKind::Returned`].
    Returned = 24;
    /// Sai hẹn: [`EventKind::CameInVain`].
    CameInVain = 25;
}

impl EventCode {
    /// The code of an event.
    #[must_use]
    pub const fn of(kind: &EventKind) -> Self {
        match kind {
            EventKind::Submitted => Self::Submitted,
            EventKind::Received { elsewhere: false } => Self::Received,
            EventKind::Received { elsewhere: true } => Self::ReceivedElsewhere,
            EventKind::AgencyReceived => Self::AgencyReceived,
            EventKind::ReceptionRefused => Self::ReceptionRefused,
            EventKind::Transferred { .. } => Self::Transferred,
            EventKind::StepStarted { .. } => Self::StepStarted,
            EventKind::StepFinished { .. } => Self::StepFinished,
            EventKind::SupplementRequested { stage: Stage::Reception, .. } => {
                Self::SupplementRequestedAtReception
            }
            EventKind::SupplementRequested { stage: Stage::Examination, .. } => {
                Self::SupplementRequested
            }
            EventKind::SupplementReceived => Self::SupplementReceived,
            EventKind::PaymentRequested { .. } => Self::PaymentRequested,
            EventKind::PaymentMade => Self::PaymentMade,
            EventKind::Suspended { .. } => Self::Suspended,
            EventKind::Resumed => Self::Resumed,
            EventKind::ConsultationAsked { .. } => Self::ConsultationAsked,
            EventKind::ConsultationAnswered { .. } => Self::ConsultationAnswered,
            EventKind::Reappointed { .. } => Self::Reappointed,
            EventKind::Apologised { .. } => Self::Apologised,
            EventKind::Withdrawn => Self::Withdrawn,
            EventKind::Stopped { .. } => Self::Stopped,
            EventKind::Finished { outcome: Outcome::Approved } => Self::Finished,
            EventKind::Finished { outcome: Outcome::Refused } => Self::Refused,
            EventKind::Returned => Self::Returned,
            EventKind::CameInVain => Self::CameInVain,
        }
    }

    /// The number in the column.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }
}

/// Nhật ký — the dossiers of a batch: their limits, and their logs one behind the other.
///
/// The events of all dossiers stand in three columns; `starts` says where each dossier's begin.
#[derive(Clone, Copy, Debug)]
pub struct Logs<'a> {
    /// The limit of each dossier.
    pub limits: &'a [Limit],
    /// What the procedure of each says of interruptions; empty where none says anything.
    pub handlings: &'a [Handling],
    /// Where the events of each dossier begin, and where those of the last one end: one entry
    /// more than there are dossiers.
    pub starts: &'a [u32],
    /// When each event happened, in the order of each log.
    pub at: &'a [i64],
    /// What happened: [`EventCode::number`].
    pub code: &'a [u8],
    /// The argument of those that have one; of the others it is not read. Empty where none has.
    pub argument: &'a [i64],
}

impl Logs<'_> {
    /// Whether each log begins where the one before it ends and ends within so many events.
    ///
    /// # Errors
    ///
    /// [`BatchError::Starts`] with the first that does not.
    pub fn check_starts(starts: &[u32], events: usize) -> Result<(), BatchError> {
        let fits = |(from, to): (&u32, &u32)| {
            from <= to && usize::try_from(*to).is_ok_and(|to| to <= events)
        };
        match starts.iter().zip(starts.iter().skip(1)).position(|log| !fits(log)) {
            Some(row) => Err(BatchError::Starts { row }),
            None => Ok(()),
        }
    }
}

/// Kết quả hồ sơ — where the answers for dossiers are written; a column left out is not.
#[derive(Debug, Default)]
pub struct DossierAnswers<'a> {
    /// Where each stands; none where its term had not begun by then, and where there is no
    /// answer.
    pub state: Option<&'a mut [Option<State>]>,
    /// By how much office time, as in [`Standing::span`].
    pub span: Option<&'a mut [WorkSpan]>,
    /// When each was received, [`NO_INSTANT`] where it was not by then.
    pub received: Option<&'a mut [i64]>,
    /// When its result was ready, [`NO_INSTANT`] where it was not by then.
    pub finished: Option<&'a mut [i64]>,
    /// When it ended without a result, [`NO_INSTANT`] where it had not by then.
    pub ended: Option<&'a mut [i64]>,
    /// The due instants of the promise that standings are told against
    /// ([`StandingPolicy::promise`](crate::obligation::StandingPolicy::promise)), [`NO_INSTANT`]
    /// where the term had not begun by then.
    pub due: Option<&'a mut [i64]>,
    /// The due dates, [`NO_DATE`] likewise.
    pub due_date: Option<&'a mut [i32]>,
    /// How far the years touched are settled.
    pub certainty: Option<&'a mut [Option<Certainty>]>,
    /// Why each has no answer; none where it has one.
    pub refused: Option<&'a mut [Option<ErrorKind>]>,
}

impl Columns for Logs<'_> {
    fn has(&self, rows: usize) -> bool {
        let events = self.at.len();
        self.limits.has(rows)
            && (self.handlings.is_empty() || self.handlings.has(rows))
            && rows.checked_add(1).is_some_and(|starts| self.starts.has(starts))
            && self.code.has(events)
            && (self.argument.is_empty() || self.argument.has(events))
    }

    #[cfg(feature = "rayon")]
    fn cut(self, rows: usize) -> (Self, Self) {
        let (limits, limits2) = self.limits.cut(rows);
        let handlings = Some(self.handlings).filter(|handlings| !handlings.is_empty());
        let (handlings, handlings2) = handlings.cut(rows);
        // The place where one part ends is the place where the next begins.
        let starts = self.starts.get(..=rows).unwrap_or_default();
        let starts2 = self.starts.get(rows..).unwrap_or_default();
        (
            Self { limits, handlings: handlings.unwrap_or_default(), starts, ..self },
            Self {
                limits: limits2,
                handlings: handlings2.unwrap_or_default(),
                starts: starts2,
                ..self
            },
        )
    }
}

impl Columns for DossierAnswers<'_> {
    fn has(&self, rows: usize) -> bool {
        self.state.has(rows)
            && self.span.has(rows)
            && self.received.has(rows)
            && self.finished.has(rows)
            && self.ended.has(rows)
            && self.due.has(rows)
            && self.due_date.has(rows)
            && self.certainty.has(rows)
            && self.refused.has(rows)
    }

    #[cfg(feature = "rayon")]
    fn cut(self, rows: usize) -> (Self, Self) {
        let (state, state2) = self.state.cut(rows);
        let (span, span2) = self.span.cut(rows);
        let (received, received2) = self.received.cut(rows);
        let (finished, finished2) = self.finished.cut(rows);
        let (ended, ended2) = self.ended.cut(rows);
        let (due, due2) = self.due.cut(rows);
        let (due_date, due_date2) = self.due_date.cut(rows);
        let (certainty, certainty2) = self.certainty.cut(rows);
        let (refused, refused2) = self.refused.cut(rows);
        (
            Self { state, span, received, finished, ended, due, due_date, certainty, refused },
            Self {
                state: state2,
                span: span2,
                received: received2,
                finished: finished2,
                ended: ended2,
                due: due2,
                due_date: due_date2,
                certainty: certainty2,
                refused: refused2,
            },
        )
    }
}

/// The events that have no argument, by their codes.
static PLAIN: [Option<EventKind>; 26] = {
    use EventKind::{
        AgencyReceived, Apologised, CameInVain, Finished, PaymentMade, PaymentRequested, Received,
        ReceptionRefused, Resumed, Returned, Stopped, Submitted, SupplementReceived,
        SupplementRequested, Suspended, Transferred, Withdrawn,
    };
    const TEXT: String = String::new();
    [
        None,
        Some(Submitted),
        Some(Received { elsewhere: false }),
        Some(Received { elsewhere: true }),
        Some(AgencyReceived),
        Some(ReceptionRefused),
        Some(Transferred { to: TEXT }),
        None,
        None,
        Some(SupplementRequested { stage: Stage::Reception, by: None }),
        Some(SupplementRequested { stage: Stage::Examination, by: None }),
        Some(SupplementReceived),
        Some(PaymentRequested { by: None }),
        Some(PaymentMade),
        Some(Suspended { basis: TEXT }),
        Some(Resumed),
        None,
        None,
        None,
        Some(Apologised { reason: TEXT }),
        Some(Withdrawn),
        Some(Stopped { reason: TEXT }),
        Some(Finished { outcome: Outcome::Approved }),
        Some(Finished { outcome: Outcome::Refused }),
        Some(Returned),
        Some(CameInVain),
    ]
};

fn plain(code: u8) -> Option<&'static EventKind> {
    PLAIN.get(usize::from(code)).and_then(Option::as_ref)
}

/// What one dossier after the other is evaluated in: its memory is used again for the next.
struct Scratch {
    dossier: Dossier,
    timeline: Timeline,
    /// The events that have an argument, in the order of the log.
    special: Vec<EventKind>,
    /// Names of steps and agencies that are not in use.
    names: Vec<String>,
}

impl Scratch {
    fn new() -> Self {
        Self {
            dossier: Dossier::new(String::new(), Limit::SameDay, Channel::InPerson),
            timeline: Timeline::default(),
            special: Vec::new(),
            names: Vec::new(),
        }
    }

    /// Reads the events that have an argument.
    fn read(&mut self, log: &Log<'_>) -> Result<(), ErrorKind> {
        for event in self.special.drain(..) {
            match event {
                EventKind::StepStarted { step: name }
                | EventKind::StepFinished { step: name }
                | EventKind::ConsultationAsked { agency: name, .. }
                | EventKind::ConsultationAnswered { agency: name } => self.names.push(name),
                _ => {}
            }
        }
        for (number, (at, code)) in log.at.iter().zip(log.code).enumerate() {
            instant(*at)?;
            if plain(*code).is_none() {
                let argument = log.argument.get(number).copied().unwrap_or_default();
                let event = self.special(*code, argument)?;
                self.special.push(event);
            }
        }
        Ok(())
    }

    #[cold]
    fn special(&mut self, code: u8, argument: i64) -> Result<EventKind, ErrorKind> {
        let mut name = || {
            let mut name = self.names.pop().unwrap_or_default();
            name.clear();
            // Writing into a text does not fail.
            let _ = write!(name, "{argument}");
            name
        };
        Ok(match EventCode::from_number(code) {
            Some(EventCode::StepStarted) => EventKind::StepStarted { step: name() },
            Some(EventCode::StepFinished) => EventKind::StepFinished { step: name() },
            Some(EventCode::ConsultationAsked) => {
                EventKind::ConsultationAsked { agency: name(), by: None }
            }
            Some(EventCode::ConsultationAnswered) => {
                EventKind::ConsultationAnswered { agency: name() }
            }
            Some(EventCode::Reappointed) => {
                EventKind::Reappointed { due: instant(argument)?, reason: String::new() }
            }
            _ => return Err(ErrorKind::UnknownEventCode),
        })
    }
}

/// The log of one dossier.
struct Log<'a> {
    at: &'a [i64],
    code: &'a [u8],
    argument: &'a [i64],
}

/// What is told of one dossier.
#[derive(Default)]
struct Answer {
    received: Option<LocalTime>,
    finished: Option<LocalTime>,
    ended: Option<LocalTime>,
    due: Option<Due>,
    standing: Option<Standing>,
}

impl Batch<'_> {
    /// Evaluates dossiers (hồ sơ) and tells where they stand at an instant, row by row:
    /// [`Dossier::evaluate`] and [`Timeline::standing`].
    ///
    /// Rows are evaluated one after the other in the same memory: after the first few nothing is
    /// allocated, but for a set in dossiers that have steps or consult other agencies.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::batch::{Batch, DossierAnswers, EventCode, Logs};
    /// use motcua::obligation::State;
    /// use motcua::{Calendar, Limit, LocalTime};
    ///
    /// let calendar = Calendar::vietnam()?;
    /// let at = |text: &str| text.parse().map(LocalTime::local_seconds);
    /// let logs = Logs {
    ///     limits: &[Limit::working_days(10), Limit::working_days(2)],
    ///     handlings: &[],
    ///     starts: &[0, 2, 3],
    ///     at: &[at("2026-08-19T09:00")?, at("2026-09-03T15:10")?, at("2026-11-16T10:00")?],
    ///     code: &[EventCode::Received, EventCode::Finished, EventCode::Received]
    ///         .map(EventCode::number),
    ///     argument: &[0; 3],
    /// };
    /// let mut state = [None; 2];
    /// let out = DossierAnswers { state: Some(&mut state), ..DossierAnswers::default() };
    /// let bad = Batch::new(&calendar).dossiers(logs, "2026-11-23T08:00".parse()?, out)?;
    /// assert_eq!((state, bad.count), ([Some(State::Early), Some(State::Overdue)], 0));
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`BatchError::Lengths`] unless the columns are of one length, [`BatchError::Starts`] where
    /// the logs overlap or leave the events.
    pub fn dossiers(
        &self,
        logs: Logs<'_>,
        as_of: LocalTime,
        out: DossierAnswers<'_>,
    ) -> Result<BadRows, BatchError> {
        Logs::check_starts(logs.starts, logs.at.len())?;
        self.run(logs.limits.len(), (logs, out), |(logs, out)| {
            let mut bad = BadRows::default();
            let mut scratch = Scratch::new();
            let (mut state, mut span) = (cells(out.state), cells(out.span));
            let (mut received, mut finished) = (cells(out.received), cells(out.finished));
            let (mut ended, mut refused) = (cells(out.ended), cells(out.refused));
            let (mut due, mut due_date) = (cells(out.due), cells(out.due_date));
            let mut certainty = cells(out.certainty);
            for row in 0..logs.limits.len() {
                let told = self.dossier(&logs, row, as_of, &mut scratch);
                if let Err(kind) = told {
                    bad.note(row, kind);
                }
                put(&mut refused, told.as_ref().err().copied());
                let answer = told.unwrap_or_default();
                let seconds =
                    |at: Option<LocalTime>| at.map_or(NO_INSTANT, LocalTime::local_seconds);
                put(&mut state, answer.standing.map(|standing| standing.state));
                put(&mut span, answer.standing.map(|standing| standing.span).unwrap_or_default());
                put(&mut received, seconds(answer.received));
                put(&mut finished, seconds(answer.finished));
                put(&mut ended, seconds(answer.ended));
                put(&mut due, seconds(answer.due.map(|due| due.at)));
                put(&mut due_date, answer.due.map_or(NO_DATE, |due| epoch_day(due.date)));
                put(&mut certainty, answer.due.map(|due| due.certainty));
            }
            bad
        })
    }

    fn dossier(
        &self,
        logs: &Logs<'_>,
        row: usize,
        as_of: LocalTime,
        scratch: &mut Scratch,
    ) -> Result<Answer, ErrorKind> {
        // The columns were compared before; a row that is not there is no event.
        let start = |row: usize| logs.starts.get(row).and_then(|at| usize::try_from(*at).ok());
        let from = start(row).unwrap_or_default();
        let to = start(row.saturating_add(1)).unwrap_or_default();
        let log = Log {
            at: logs.at.get(from..to).unwrap_or_default(),
            code: logs.code.get(from..to).unwrap_or_default(),
            argument: logs.argument.get(from..to).unwrap_or_default(),
        };
        scratch.read(&log)?;
        scratch.dossier.limit = logs.limits.get(row).copied().unwrap_or(Limit::SameDay);
        scratch.dossier.handling = logs.handlings.get(row).copied().unwrap_or_default();
        let Scratch { dossier, timeline, special, .. } = scratch;
        let mut special = special.iter();
        let events = log.at.iter().zip(log.code).map(|(at, code)| {
            let kind = plain(*code).or_else(|| special.next()).unwrap_or(&EventKind::CameInVain);
            (LocalTime::from_day_seconds(0, *at), kind)
        });
        let told = dossier.evaluate_log(events, self.calendar, &self.counting, timeline);
        told.map_err(|error| error.kind())?;
        let standing = timeline.standing(self.calendar, self.standing, as_of);
        let by = |at: Option<LocalTime>| at.filter(|at| *at <= as_of);
        Ok(Answer {
            received: by(timeline.received),
            finished: by(timeline.finished),
            ended: by(timeline.ended.map(|(at, _)| at)),
            due: timeline.promised(self.standing.promise, as_of).copied(),
            standing: standing.map_err(|error| error.kind())?,
        })
    }
}
