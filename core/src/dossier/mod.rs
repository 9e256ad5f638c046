//! Hồ sơ — a dossier is a log of events; everything else is computed from it.

mod event;
mod status;

use alloc::string::String;
use alloc::vec::Vec;

pub use event::{Event, EventKind};
pub use status::NationalStatus;

use crate::calendar::CalendarError;
use crate::deadline::{self, DeadlineError, Due};
use crate::obligation::{Duty, Obligation, Standing, StandingPolicy};
use crate::regulation::CountingPolicy;
use crate::time_limit::{Channel, Limit};
use crate::{Calendar, ErrorKind, LocalTime};

/// What is wrong with the log of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DossierError {
    /// A log without a receipt.
    #[error("dossier {code}: the log holds no event `received`")]
    NotReceived {
        /// The dossier's code.
        code: String,
    },
    /// An event earlier than the one before it.
    #[error(
        "dossier {code}: event {number} ({kind}) at {at} is earlier than the one before it at {before}"
    )]
    OutOfOrder {
        /// The dossier's code.
        code: String,
        /// Which event of the log, from 1.
        number: usize,
        /// Its kind.
        kind: EventKind,
        /// Its instant.
        at: LocalTime,
        /// The instant of the event before it.
        before: LocalTime,
    },
    /// An event that cannot happen where it stands.
    #[error("dossier {code}: event {number} ({kind}) cannot follow: {reason}")]
    Impossible {
        /// The dossier's code.
        code: String,
        /// Which event of the log, from 1.
        number: usize,
        /// Its kind.
        kind: EventKind,
        /// What stands against it.
        reason: &'static str,
    },
    /// The due time cannot be computed.
    #[error("dossier {code}: {error}")]
    Deadline {
        /// The dossier's code.
        code: String,
        /// Why not.
        error: DeadlineError,
    },
}

impl DossierError {
    /// The stable kind of this error.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::NotReceived { .. } => ErrorKind::NotReceived,
            Self::OutOfOrder { .. } => ErrorKind::OutOfOrder,
            Self::Impossible { .. } => ErrorKind::ImpossibleEvent,
            Self::Deadline { error, .. } => error.kind(),
        }
    }
}

/// Hồ sơ — a dossier: its procedure, its limit and what happened to it, in order.
///
/// # Examples
///
/// ```
/// use motcua::dossier::{Dossier, Event, EventKind};
/// use motcua::obligation::{StandingPolicy, State};
/// use motcua::regulation::CountingPolicy;
/// use motcua::time_limit::{Channel, Limit};
/// use motcua::Calendar;
///
/// let calendar = Calendar::vietnam()?;
/// let dossier = Dossier::new("HS-1", Limit::working_days(10), Channel::Online)
///     .event(Event::new("2026-08-19T09:00".parse()?, EventKind::Received))
///     .event(Event::new("2026-09-03T15:10".parse()?, EventKind::Finished));
/// let life = dossier.evaluate(&calendar, &CountingPolicy::one_stop())?;
/// let standing = life.standing(&calendar, StandingPolicy::default(), "2026-11-23T08:00".parse()?)?;
/// assert_eq!(standing.state, State::Early);
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dossier {
    /// Mã hồ sơ — the dossier's code.
    pub code: String,
    /// Mã hoặc tên thủ tục — the procedure it asks for.
    pub procedure: String,
    /// Lĩnh vực — the field of the procedure, by which reports are grouped.
    pub field: String,
    /// Cơ quan giải quyết — the agency that solves it.
    pub agency: String,
    /// Người xử lý — the officer in charge.
    pub officer: String,
    /// Hình thức nộp — how it was filed.
    pub channel: Channel,
    /// The limit that runs from its receipt.
    pub limit: Limit,
    /// What happened, in order.
    pub events: Vec<Event>,
}

impl Dossier {
    /// A dossier with an empty log.
    #[must_use]
    pub fn new(code: impl Into<String>, limit: Limit, channel: Channel) -> Self {
        Self {
            code: code.into(),
            procedure: String::new(),
            field: String::new(),
            agency: String::new(),
            officer: String::new(),
            channel,
            limit,
            events: Vec::new(),
        }
    }

    /// The same dossier with one more event at the end of its log.
    #[must_use]
    pub fn event(mut self, event: Event) -> Self {
        self.events.push(event);
        self
    }

    /// Folds the log once into what it means.
    ///
    /// # Errors
    ///
    /// [`DossierError`], with the number of the event that cannot stand where it does.
    pub fn evaluate(
        &self,
        calendar: &Calendar,
        policy: &CountingPolicy,
    ) -> Result<Life, DossierError> {
        let mut received = None;
        let mut finished = None;
        let mut returned = None;
        let mut before: Option<LocalTime> = None;
        for (number, event) in (1_usize..).zip(&self.events) {
            if let Some(before) = before.filter(|before| event.at < *before) {
                let (code, kind, at) = (self.code.clone(), event.kind, event.at);
                return Err(DossierError::OutOfOrder { code, number, kind, at, before });
            }
            before = Some(event.at);
            let impossible = |reason| {
                let (code, kind) = (self.code.clone(), event.kind);
                Err(DossierError::Impossible { code, number, kind, reason })
            };
            match event.kind {
                EventKind::Received if received.is_some() => {
                    return impossible("it was received before");
                }
                EventKind::Received => received = Some(event.at),
                EventKind::Finished if received.is_none() => {
                    return impossible("it was not received");
                }
                EventKind::Finished if finished.is_some() => {
                    return impossible("it was finished before");
                }
                EventKind::Finished => finished = Some(event.at),
                EventKind::Returned if received.is_none() => {
                    return impossible("it was not received");
                }
                EventKind::Returned if returned.is_some() => {
                    return impossible("it was returned before");
                }
                EventKind::Returned => {
                    returned = Some(event.at);
                    // A log that only tells of the return was finished by then at the latest.
                    finished = finished.or(returned);
                }
            }
        }
        let received =
            received.ok_or_else(|| DossierError::NotReceived { code: self.code.clone() })?;
        let due = deadline::due(calendar, policy, received, self.limit)
            .map_err(|error| DossierError::Deadline { code: self.code.clone(), error })?;
        Ok(Life { received, finished, returned, due })
    }
}

/// Diễn biến hồ sơ — what the log of a dossier means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Life {
    /// When it was received, full and correct.
    pub received: LocalTime,
    /// When its result was ready.
    pub finished: Option<LocalTime>,
    /// When the result was handed over.
    pub returned: Option<LocalTime>,
    /// When the result is due.
    pub due: Due,
}

impl Life {
    /// The duty to give a result.
    #[must_use]
    pub const fn result(&self) -> Obligation {
        Obligation { duty: Duty::Result, due: self.due, done: self.finished }
    }

    /// Where the dossier stands at an instant.
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] for instants outside the calendar.
    pub fn standing(
        &self,
        calendar: &Calendar,
        policy: StandingPolicy,
        as_of: LocalTime,
    ) -> Result<Standing, CalendarError> {
        self.result().standing(calendar, policy, as_of)
    }

    /// The status of the national portal at an instant.
    #[must_use]
    pub fn status(&self, as_of: LocalTime) -> NationalStatus {
        if self.returned.is_some_and(|at| at <= as_of) {
            NationalStatus::Returned
        } else if self.finished.is_some_and(|at| at <= as_of) {
            NationalStatus::Finished
        } else if self.received <= as_of {
            NationalStatus::Processing
        } else {
            NationalStatus::Submitted
        }
    }
}
