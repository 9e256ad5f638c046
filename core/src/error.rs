use core::fmt;

use crate::batch::BatchError;
use crate::calendar::CalendarError;
use crate::civil::CivilError;
use crate::deadline::DeadlineError;
use crate::dossier::DossierError;
#[cfg(feature = "json")]
use crate::dossier::NationalError;
use crate::inspection::InspectionError;
#[cfg(feature = "json")]
use crate::json::RequestError;
use crate::procedure::ProcedureError;
use crate::report::ReportError;
use crate::service_level::ServiceLevelError;
use crate::time_limit::TimeLimitError;

/// Anything that motcua refuses to do, with the area it belongs to.
///
/// A late dossier, a missing paper or a paused clock are values, not errors.
///
/// # Examples
///
/// ```
/// use motcua::{Error, ErrorKind, time_limit::Amount};
///
/// let error = Error::from("ten".parse::<Amount>().unwrap_err());
/// assert_eq!(error.kind(), ErrorKind::InvalidAmount);
/// assert_eq!(error.kind().as_str(), "invalid_amount");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A date or a time could not be read.
    #[error(transparent)]
    Civil(#[from] CivilError),
    /// A calendar, or a question put to one, was refused.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// A limit could not be turned into a due time.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
    /// The log of a dossier was refused.
    #[error(transparent)]
    Dossier(#[from] DossierError),
    /// A record of the national portal was refused.
    #[cfg(feature = "json")]
    #[error(transparent)]
    National(#[from] NationalError),
    /// A report could not be made.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// An inspection could not be concluded.
    #[error(transparent)]
    Inspection(#[from] InspectionError),
    /// A catalogue was refused.
    #[error(transparent)]
    Procedure(#[from] ProcedureError),
    /// A level of online services was refused.
    #[error(transparent)]
    ServiceLevel(#[from] ServiceLevelError),
    /// The columns of a batch do not fit together.
    #[error(transparent)]
    Batch(#[from] BatchError),
    /// A request was not understood.
    #[cfg(feature = "json")]
    #[error(transparent)]
    Request(#[from] RequestError),
    /// A time limit could not be read or used.
    #[error(transparent)]
    TimeLimit(#[from] TimeLimitError),
}

impl Error {
    /// The stable kind of this error, to act on.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::Civil(error) => error.kind(),
            Self::Calendar(error) => error.kind(),
            Self::Deadline(error) => error.kind(),
            Self::Dossier(error) => error.kind(),
            #[cfg(feature = "json")]
            Self::National(error) => error.kind(),
            Self::Report(error) => error.kind(),
            Self::Inspection(error) => error.kind(),
            Self::Procedure(error) => error.kind(),
            Self::ServiceLevel(error) => error.kind(),
            Self::Batch(error) => error.kind(),
            #[cfg(feature = "json")]
            Self::Request(error) => error.kind(),
            Self::TimeLimit(error) => error.kind(),
        }
    }
}

macro_rules! error_kinds {
    ($($(#[doc = $doc:literal])* $name:ident = $number:literal, $code:literal;)*) => {
        /// The stable kind of an [`Error`].
        ///
        /// Its number is the C status, its text the `code` in JSON and JavaScript. Numbers and
        /// texts are never changed or used again.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[repr(u16)]
        pub enum ErrorKind {
            $($(#[doc = $doc])* $name = $number,)*
        }

        impl ErrorKind {
            /// All kinds, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The stable code: `no_calendar_data`, `ambiguous_limit`, ...
            // With `kind` of the errors inlined too, a build for browsers holds the codes of those
            // errors only that it can meet.
            #[must_use]
            #[cfg_attr(target_family = "wasm", inline(always))]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// What the kind means, in one English sentence.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),*).trim_ascii(),)* }
            }
        }
    };
}

// 100-149 calendar, 150-199 time limits, 200-249 deadlines, 250-299 dossiers, 300-349 reports,
// 350-399 procedures, 400-449 requests, 450-499 inspections, 500-549 batches.
error_kinds! {
    /// A day or year that the lunar calendar does not cover.
    LunarOutOfRange = 100, "lunar_out_of_range";
    /// A lunar date that does not exist.
    NoSuchLunarDate = 101, "no_such_lunar_date";
    /// A text that is not a date.
    InvalidDate = 102, "invalid_date";
    /// A text that is not an instant.
    InvalidTime = 103, "invalid_time";
    /// A text that is not an hour of the day.
    InvalidClockTime = 104, "invalid_clock_time";
    /// A date outside the years the calendar knows.
    NoCalendarData = 105, "no_calendar_data";
    /// A session that closes before or when it opens.
    EmptySession = 106, "empty_session";
    /// Two sessions of one day share time.
    OverlappingSessions = 107, "overlapping_sessions";
    /// A week without a single session.
    EmptyWeek = 108, "empty_week";
    /// A make-up day without a single session.
    EmptyMakeUp = 109, "empty_make_up";
    /// A range that ends before it begins.
    EndBeforeStart = 110, "end_before_start";
    /// Two ranges of dates set the hours of one day.
    OverlappingHours = 111, "overlapping_hours";
    /// A day listed both off and worked.
    OffAndMakeUp = 112, "off_and_make_up";
    /// A make-up day on a day that is worked anyway.
    MakeUpOnWorkingDay = 113, "make_up_on_working_day";
    /// A day listed twice.
    ListedTwice = 114, "listed_twice";
    /// A day outside the year of its notice.
    NotInYear = 115, "not_in_year";
    /// A swap with only one of its two days.
    UnpairedSwap = 116, "unpaired_swap";
    /// A split of Tết that the law does not give.
    TetSplit = 117, "tet_split";
    /// Strict mode, and a year touched has no final notice.
    NotFinal = 118, "not_final";
    /// A document of calendar facts that cannot be read.
    InvalidCalendar = 119, "invalid_calendar";
    /// A number that is not an amount with at most three decimals.
    InvalidAmount = 150, "invalid_amount";
    /// Several limits stand in a text and nothing picks one.
    AmbiguousLimit = 151, "ambiguous_limit";
    /// A text holds no limit.
    NoLimit = 152, "no_limit";
    /// A number stands without its unit.
    UnitMissing = 153, "unit_missing";
    /// The digits and words of a number differ.
    ConflictingLimit = 154, "conflicting_limit";
    /// A text has no limit for the case asked for.
    UnknownCase = 155, "unknown_case";
    /// A text has no limit for the channel asked for.
    UnknownChannel = 156, "unknown_channel";
    /// A limit of nothing.
    EmptyLimit = 200, "empty_limit";
    /// A part of a unit for which the law gives no count.
    PartOfUnit = 201, "part_of_unit";
    /// A dossier that was never received.
    NotReceived = 250, "not_received";
    /// An event earlier than the one before it.
    OutOfOrder = 251, "out_of_order";
    /// An event that cannot happen where it stands.
    ImpossibleEvent = 252, "impossible_event";
    /// A text that is not a dossier code.
    InvalidDossierCode = 260, "invalid_dossier_code";
    /// A dossier code whose agency identifier is malformed.
    DossierCodeAgency = 261, "dossier_code_agency";
    /// A dossier code whose date is none.
    DossierCodeDate = 262, "dossier_code_date";
    /// A dossier code whose order number is none.
    DossierCodeOrder = 263, "dossier_code_order";
    /// A record of the national portal that cannot be read.
    InvalidNationalRecord = 270, "invalid_national_record";
    /// A row of a report whose sums do not agree.
    BrokenSum = 300, "broken_sum";
    /// Two reports of different periods or policies that cannot be added up.
    ReportsDiffer = 301, "reports_differ";
    /// A given number larger than what it is a part of.
    PartExceedsWhole = 302, "part_exceeds_whole";
    /// No rule for scoring one-stops was in force at the end of the period.
    NoScoring = 303, "no_scoring";
    /// Something given for a dossier that is not in the log.
    UnknownDossier = 304, "unknown_dossier";
    /// A record of a document that cannot be read.
    InvalidRecord = 350, "invalid_record";
    /// A procedure that stands twice in a catalogue.
    DuplicateProcedure = 351, "duplicate_procedure";
    /// A procedure that the catalogue does not hold.
    UnknownProcedure = 352, "unknown_procedure";
    /// A text that is not a procedure code.
    InvalidProcedureCode = 353, "invalid_procedure_code";
    /// A text that is not an agency identifier.
    InvalidAgencyCode = 354, "invalid_agency_code";
    /// A text that is not an amount of money, or a fee beyond what one can hold.
    InvalidPrice = 355, "invalid_price";
    /// A step that waits for one that is not there.
    UnknownStep = 356, "unknown_step";
    /// Steps that wait for each other.
    StepCycle = 357, "step_cycle";
    /// Two steps of one name.
    DuplicateStep = 358, "duplicate_step";
    /// Steps that take longer than their procedure.
    StepsDoNotAddUp = 359, "steps_do_not_add_up";
    /// A reduction of more than the whole.
    InvalidReduction = 360, "invalid_reduction";
    /// Two reductions of one fee at one time.
    OverlappingReductions = 361, "overlapping_reductions";
    /// Two versions of a procedure in force on one day.
    OverlappingVersions = 362, "overlapping_versions";
    /// Nothing is published of the fee for a channel.
    FeeUnknown = 363, "fee_unknown";
    /// Several fees stand for cases and nothing picks one.
    AmbiguousFee = 364, "ambiguous_fee";
    /// No fee is published for the case asked for.
    UnknownFeeCase = 365, "unknown_fee_case";
    /// Two levels of different regimes.
    IncomparableLevels = 370, "incomparable_levels";
    /// A regime without such a level.
    UnknownLevel = 371, "unknown_level";
    /// A regime that is not in force on the date.
    RegimeNotInForce = 372, "regime_not_in_force";
    /// A request that is not JSON.
    InvalidJson = 400, "invalid_json";
    /// A request, a document or a limit text longer than is read.
    TooLong = 401, "too_long";
    /// No operation of this name.
    UnknownOp = 402, "unknown_op";
    /// A field that is missing, unknown or of another form.
    InvalidRequest = 403, "invalid_request";
    /// A request nested deeper than is read.
    TooDeep = 404, "too_deep";
    /// More values, events, steps or versions than are read.
    TooMany = 405, "too_many";
    /// A plan, an item, a finding or another record without a code.
    NoCode = 450, "no_code";
    /// Two records of one kind with one code.
    DuplicateCode = 451, "duplicate_code";
    /// A remedy for a finding there cannot be.
    UnknownFinding = 452, "unknown_finding";
    /// An edition of a quality standard that is not known.
    UnknownEdition = 453, "unknown_edition";
    /// A period judged before it is over, or a report before its period begins.
    JudgedBeforeEnd = 454, "judged_before_end";
    /// Columns of one batch that differ in length.
    ColumnLengths = 500, "column_lengths";
    /// Logs in a batch that overlap or leave the events.
    LogStarts = 501, "log_starts";
    /// A number that is not the code of an event.
    UnknownEventCode = 502, "unknown_event_code";
}

impl ErrorKind {
    /// The number used as the C status.
    #[must_use]
    pub const fn number(self) -> u16 {
        self as u16
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
