use alloc::string::String;

use chrono::NaiveDate;

use super::CodeFault;
use crate::ErrorKind;
use crate::time_limit::Channel;

/// Mâu thuẫn trong bản ghi — what contradicts itself inside a procedure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// Something that must not be empty.
    #[error("it is empty")]
    Empty,
    /// A range that ends before it begins.
    #[error("it cannot begin on {from} and end on {to}")]
    EndBeforeStart {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// A step that waits for one that is not there.
    #[error("step `{step}` waits for `{after}`, which is no step of it")]
    UnknownStep {
        /// The step.
        step: String,
        /// What it waits for.
        after: String,
    },
    /// Steps that wait for each other.
    #[error("the steps {steps} wait for each other")]
    StepCycle {
        /// Their names.
        steps: String,
    },
    /// Two steps of one name.
    #[error("two steps are named `{step}`")]
    DuplicateStep {
        /// The name.
        step: String,
    },
    /// More steps, reductions or versions than are read.
    #[error("there are more than {most}")]
    TooMany {
        /// The most there can be.
        most: usize,
    },
    /// Steps that take longer than their procedure.
    #[error("the steps take {steps}, the whole procedure {whole}")]
    StepSum {
        /// The longest way through the steps.
        steps: String,
        /// The limit of the whole.
        whole: String,
    },
    /// A reduction of more than the whole, or in another currency.
    #[error("the reduction from {from} on leaves more than the fee, or is in another currency")]
    Reduction {
        /// Its first day.
        from: NaiveDate,
    },
    /// Two reductions of one fee at one time.
    #[error("the reduction from {from} on overlaps one before it")]
    ReductionOverlap {
        /// The first day of the later one.
        from: NaiveDate,
    },
}

impl Fault {
    /// The stable kind of this fault.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::Empty => ErrorKind::InvalidRecord,
            Self::TooMany { .. } => ErrorKind::TooMany,
            Self::EndBeforeStart { .. } => ErrorKind::EndBeforeStart,
            Self::UnknownStep { .. } => ErrorKind::UnknownStep,
            Self::StepCycle { .. } => ErrorKind::StepCycle,
            Self::DuplicateStep { .. } => ErrorKind::DuplicateStep,
            Self::StepSum { .. } => ErrorKind::StepsDoNotAddUp,
            Self::Reduction { .. } => ErrorKind::InvalidReduction,
            Self::ReductionOverlap { .. } => ErrorKind::OverlappingReductions,
        }
    }
}

/// What is wrong with a procedure, a catalogue or a question put to them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProcedureError {
    /// A record that cannot be read.
    #[error("record {record}, field `{field}`: {message}")]
    Record {
        /// Which record, from 1.
        record: usize,
        /// The field at fault.
        field: String,
        /// What is wrong with it.
        message: String,
    },
    /// A record that contradicts itself.
    #[error("record {record}, field `{field}`: {fault}")]
    Content {
        /// Which record, from 1.
        record: usize,
        /// The field at fault.
        field: String,
        /// What is wrong with it.
        fault: Fault,
    },
    /// Two records with one code, or without codes one name.
    #[error("record {record}, field `{field}`: `{value}` is already that of record {first}")]
    Duplicate {
        /// Which record, from 1.
        record: usize,
        /// The field at fault.
        field: &'static str,
        /// What stands in it.
        value: String,
        /// The record that has it first.
        first: usize,
    },
    /// Two versions of one procedure in force on one day.
    #[error(
        "record {record}, field `from`: this version of `{value}` is in force together with record {first}"
    )]
    VersionOverlap {
        /// Which record, from 1.
        record: usize,
        /// The code or name of the procedure.
        value: String,
        /// The record of the other version.
        first: usize,
    },
    /// A procedure that the catalogue does not hold.
    #[error("the catalogue holds no procedure `{reference}`")]
    Unknown {
        /// The code or name as given.
        reference: String,
    },
    /// More dossiers than a count can hold.
    #[error("there are more than {most} dossiers")]
    TooMany {
        /// The most there can be.
        most: u32,
    },
    /// A text that is not a procedure code.
    #[error("`{text}` is not a procedure code: {fault}")]
    Code {
        /// The text as given.
        text: String,
        /// What is wrong, and where.
        fault: CodeFault,
    },
    /// A text that is not an agency identifier.
    #[error("`{text}` is not an agency identifier: {fault}")]
    Agency {
        /// The text as given.
        text: String,
        /// What is wrong, and where.
        fault: CodeFault,
    },
    /// A text that is not an amount of money.
    #[error("`{text}` is not an amount of money")]
    Price {
        /// The text as given.
        text: String,
    },
    /// Nothing is published of the fee for a channel and date.
    #[error("nothing is published of the fee for the channel `{}`", channel.as_str())]
    FeeUnknown {
        /// The channel.
        channel: Channel,
    },
    /// A fee beyond what an amount of money can hold.
    #[error("the fee comes to more than 64 bits of đồng or 32 bits of US dollars hold")]
    FeeExceeds,
    /// Several fees stand for cases and nothing picks one.
    #[error("the fee depends on the case: {cases}")]
    AmbiguousFee {
        /// The cases.
        cases: String,
    },
    /// No fee is published for the case.
    #[error("no fee is published for the case `{case}`")]
    UnknownFeeCase {
        /// The case as given.
        case: String,
    },
}

impl ProcedureError {
    /// The stable kind of this error.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::Record { .. } | Self::TooMany { .. } => ErrorKind::InvalidRecord,
            Self::Content { fault, .. } => fault.kind(),
            Self::Duplicate { .. } => ErrorKind::DuplicateProcedure,
            Self::VersionOverlap { .. } => ErrorKind::OverlappingVersions,
            Self::Unknown { .. } => ErrorKind::UnknownProcedure,
            Self::Code { .. } => ErrorKind::InvalidProcedureCode,
            Self::Agency { .. } => ErrorKind::InvalidAgencyCode,
            Self::Price { .. } | Self::FeeExceeds => ErrorKind::InvalidPrice,
            Self::FeeUnknown { .. } => ErrorKind::FeeUnknown,
            Self::AmbiguousFee { .. } => ErrorKind::AmbiguousFee,
            Self::UnknownFeeCase { .. } => ErrorKind::UnknownFeeCase,
        }
    }

    /// The record at fault, from 1, and its field.
    #[must_use]
    pub fn place(&self) -> Option<(usize, &str)> {
        match self {
            Self::Record { record, field, .. } | Self::Content { record, field, .. } => {
                Some((*record, field))
            }
            Self::Duplicate { record, field, .. } => Some((*record, field)),
            Self::VersionOverlap { record, .. } => Some((*record, "from")),
            _ => None,
        }
    }
}
