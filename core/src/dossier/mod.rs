//! Hồ sơ — a dossier is a log of events; everything else is computed from it.

mod agenda;
mod apology;
#[cfg(feature = "json")]
mod audit;
mod code;
mod duty;
mod event;
mod fold;
#[cfg(feature = "json")]
mod national;
#[cfg(feature = "serde")]
mod record;
mod status;
mod step;
mod taken;
mod timeline;
mod touched;

use alloc::string::String;
use alloc::vec::Vec;

pub use agenda::{Agenda, Entry};
pub use apology::Apology;
#[cfg(feature = "json")]
pub use audit::{Disagreement, SyncAudit, SyncCause};
pub use code::{DossierCode, DossierCodePart};
pub use duty::APPLICANT;
pub use event::{Event, EventKind, Outcome, Stage};
#[cfg(feature = "json")]
pub use national::{NationalError, NationalProgress, NationalRecord, NationalSupplement};
pub use status::NationalStatus;
pub use step::{Blame, StepPlan, StepRun};
pub use taken::TimeTaken;
pub use timeline::{Breach, Cause, Elapsed, Revision, Segment, SegmentKind, Summary, Timeline};
pub use touched::{Touched, touched};

use crate::deadline::DeadlineError;
use crate::procedure::CodeFault;
use crate::regulation::{CountingPolicy, Handling};
use crate::time_limit::{Channel, Limit};
use crate::{Calendar, ErrorKind, LocalTime};

/// The most events a log may hold; a real one has a few dozen.
pub const MAX_EVENTS: usize = 1_000;
/// The most steps a dossier may plan.
pub const MAX_STEPS: usize = 100;

/// What is wrong with the log of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DossierError {
    /// A text that is not a dossier code.
    #[error("`{text}` is not a dossier code: {fault}")]
    Code {
        /// The text as given.
        text: String,
        /// The part at fault.
        part: DossierCodePart,
        /// What is wrong, and where.
        fault: CodeFault,
    },
    /// A log that tells neither of a submission nor of a receipt.
    #[error("dossier {code}: the log holds no event `submitted` or `received`")]
    NotReceived {
        /// The dossier's code.
        code: String,
    },
    /// A log of more events, or a plan of more steps, than are read.
    #[error("dossier {code}: it has {count} {what}, more than {most}")]
    TooMany {
        /// The dossier's code.
        code: String,
        /// Events or steps.
        what: &'static str,
        /// How many it has.
        count: usize,
        /// The most there can be: [`MAX_EVENTS`] or [`MAX_STEPS`].
        most: usize,
    },
    /// An event earlier than the one before it.
    #[error(
        "dossier {code}: event {number} ({kind}) at {at} is earlier than the one before it at {before}"
    )]
    OutOfOrder {
        /// The dossier's code.
        code: String,
        /// Which event of the log, from 1.
        number: u32,
        /// Its kind.
        kind: &'static str,
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
        number: u32,
        /// Its kind.
        kind: &'static str,
        /// What stands against it.
        reason: &'static str,
    },
    /// Two planned steps of one name, by which the log could mean either.
    #[error("dossier {code}: two steps are named `{step}`")]
    DuplicateStep {
        /// The dossier's code.
        code: String,
        /// The name.
        step: String,
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
            Self::Code { part, .. } => match part {
                DossierCodePart::Whole => ErrorKind::InvalidDossierCode,
                DossierCodePart::Agency => ErrorKind::DossierCodeAgency,
                DossierCodePart::Date => ErrorKind::DossierCodeDate,
                DossierCodePart::Order => ErrorKind::DossierCodeOrder,
            },
            Self::NotReceived { .. } => ErrorKind::NotReceived,
            Self::TooMany { .. } => ErrorKind::TooMany,
            Self::OutOfOrder { .. } => ErrorKind::OutOfOrder,
            Self::Impossible { .. } => ErrorKind::ImpossibleEvent,
            Self::DuplicateStep { .. } => ErrorKind::DuplicateStep,
            Self::Deadline { error, .. } => error.kind(),
        }
    }
}

/// Hồ sơ — a dossier: its procedure, its limit and what happened to it, in order.
///
/// # Examples
///
/// ```
/// use motcua::dossier::{Dossier, Event};
/// use motcua::obligation::{StandingPolicy, State};
/// use motcua::regulation::CountingPolicy;
/// use motcua::time_limit::{Channel, Limit};
/// use motcua::Calendar;
///
/// let calendar = Calendar::vietnam()?;
/// let dossier = Dossier::new("HS-1", Limit::working_days(10), Channel::Online)
///     .event(Event::received("2026-08-19T09:00".parse()?))
///     .event(Event::finished("2026-09-03T15:10".parse()?));
/// let timeline = dossier.evaluate(&calendar, &CountingPolicy::one_stop())?;
/// let as_of = "2026-11-23T08:00".parse()?;
/// let standing = timeline.standing(&calendar, StandingPolicy::default(), as_of)?;
/// assert_eq!(standing.map(|standing| standing.state), Some(State::Early));
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
    /// What its procedure says of interruptions.
    pub handling: Handling,
    /// Các bước — the steps of liên thông, if it has any.
    pub steps: Vec<StepPlan>,
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
            handling: Handling::default(),
            steps: Vec::new(),
            events: Vec::new(),
        }
    }

    /// The same dossier with one more event at the end of its log.
    #[must_use]
    pub fn event(mut self, event: Event) -> Self {
        self.events.push(event);
        self
    }

    /// The same dossier with a step of liên thông.
    #[must_use]
    pub fn step(mut self, step: StepPlan) -> Self {
        self.steps.push(step);
        self
    }

    /// The same dossier with what its procedure says of interruptions.
    #[must_use]
    pub const fn handling(mut self, handling: Handling) -> Self {
        self.handling = handling;
        self
    }

    /// Folds the log once into what it means.
    ///
    /// # Errors
    ///
    /// [`DossierError`], with the number of the event that cannot stand where it does, or the name
    /// that two planned steps have.
    pub fn evaluate(
        &self,
        calendar: &Calendar,
        policy: &CountingPolicy,
    ) -> Result<Timeline, DossierError> {
        let mut timeline = Timeline::default();
        self.evaluate_into(calendar, policy, &mut timeline)?;
        Ok(timeline)
    }

    /// Folds the log into a timeline that was used before, whose memory is used again; what an
    /// error leaves in it means nothing.
    ///
    /// # Errors
    ///
    /// As [`Dossier::evaluate`].
    pub fn evaluate_into(
        &self,
        calendar: &Calendar,
        policy: &CountingPolicy,
        timeline: &mut Timeline,
    ) -> Result<(), DossierError> {
        fold::Fold::new(self, calendar, policy, timeline).run(self.log())
    }

    /// The same over a log that stands elsewhere than in the dossier.
    pub(crate) fn evaluate_log<'a>(
        &'a self,
        events: impl ExactSizeIterator<Item = (LocalTime, &'a EventKind)>,
        calendar: &'a Calendar,
        policy: &'a CountingPolicy,
        timeline: &'a mut Timeline,
    ) -> Result<(), DossierError> {
        fold::Fold::new(self, calendar, policy, timeline).run(events)
    }

    fn log(&self) -> impl ExactSizeIterator<Item = (LocalTime, &EventKind)> {
        self.events.iter().map(|event| (event.at, &event.kind))
    }
}
