use alloc::string::String;
use core::fmt;

use super::NationalStatus;
use crate::LocalTime;

/// Giai đoạn — when a supplement is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Stage {
    /// Khi tiếp nhận — before the dossier is received.
    Reception,
    /// Khi thẩm định — after it is received.
    #[default]
    Examination,
}

/// Kết quả giải quyết — how a dossier was decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Outcome {
    /// Đồng ý — granted.
    #[default]
    Approved,
    /// Từ chối — refused.
    Refused,
}

/// Loại sự kiện — what happened to a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EventKind {
    /// Nộp hồ sơ — handed in, not yet accepted.
    Submitted,
    /// Tiếp nhận — received full and correct; the term runs from here (NĐ 118/2025 art. 17.3).
    Received {
        /// Phi địa giới hành chính — at a desk of another territory: the term runs only from
        /// [`EventKind::AgencyReceived`].
        elsewhere: bool,
    },
    /// Cơ quan có thẩm quyền nhận hồ sơ — the competent agency has a dossier handed in elsewhere.
    AgencyReceived,
    /// Từ chối tiếp nhận — not accepted.
    ReceptionRefused,
    /// Chuyển hồ sơ — handed over to those who solve it.
    Transferred {
        /// To whom.
        to: String,
    },
    /// Bắt đầu bước — a step of liên thông begins.
    StepStarted {
        /// The step's name.
        step: String,
    },
    /// Kết thúc bước — a step of liên thông ends.
    StepFinished {
        /// The step's name.
        step: String,
    },
    /// Yêu cầu bổ sung — the applicant is asked for what is missing.
    SupplementRequested {
        /// Before or after reception.
        stage: Stage,
        /// By when it is asked for.
        by: Option<LocalTime>,
    },
    /// Nhận bổ sung — the dossier is full and correct again.
    SupplementReceived,
    /// Yêu cầu thực hiện nghĩa vụ tài chính — the applicant is asked to pay.
    PaymentRequested {
        /// By when it is asked for.
        by: Option<LocalTime>,
    },
    /// Đã thực hiện nghĩa vụ tài chính — paid.
    PaymentMade,
    /// Tạm dừng — the term is suspended.
    Suspended {
        /// The basis of the suspension.
        basis: String,
    },
    /// Tiếp tục — the suspension is over.
    Resumed,
    /// Lấy ý kiến — another agency is consulted.
    ConsultationAsked {
        /// The agency.
        agency: String,
        /// By when it is to answer.
        by: Option<LocalTime>,
    },
    /// Có ý kiến — the agency has answered.
    ConsultationAnswered {
        /// The agency.
        agency: String,
    },
    /// Xin lỗi và hẹn lại — the written apology with its new appointment.
    Reappointed {
        /// The new appointment.
        due: LocalTime,
        /// The reason given.
        reason: String,
    },
    /// Xin lỗi — a written apology without a new appointment.
    Apologised {
        /// The reason given.
        reason: String,
    },
    /// Rút hồ sơ — withdrawn by the applicant.
    Withdrawn,
    /// Dừng giải quyết — stopped for good.
    Stopped {
        /// The reason given.
        reason: String,
    },
    /// Giải quyết xong — the result is ready.
    Finished {
        /// How it was decided.
        outcome: Outcome,
    },
    /// Trả kết quả — the result was handed over.
    Returned,
    /// Sai hẹn — the applicant came at the appointment and found nothing.
    CameInVain,
}

impl EventKind {
    /// The stable name used in JSON and CSV.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Received { .. } => "received",
            Self::AgencyReceived => "agency_received",
            Self::ReceptionRefused => "reception_refused",
            Self::Transferred { .. } => "transferred",
            Self::StepStarted { .. } => "step_started",
            Self::StepFinished { .. } => "step_finished",
            Self::SupplementRequested { .. } => "supplement_requested",
            Self::SupplementReceived => "supplement_received",
            Self::PaymentRequested { .. } => "payment_requested",
            Self::PaymentMade => "payment_made",
            Self::Suspended { .. } => "suspended",
            Self::Resumed => "resumed",
            Self::ConsultationAsked { .. } => "consultation_asked",
            Self::ConsultationAnswered { .. } => "consultation_answered",
            Self::Reappointed { .. } => "reappointed",
            Self::Apologised { .. } => "apologised",
            Self::Withdrawn => "withdrawn",
            Self::Stopped { .. } => "stopped",
            Self::Finished { .. } => "finished",
            Self::Returned => "returned",
            Self::CameInVain => "came_in_vain",
        }
    }

    /// The event in Vietnamese.
    #[must_use]
    pub const fn vietnamese(&self) -> &'static str {
        match self {
            Self::Submitted => "nộp hồ sơ",
            Self::Received { .. } => "tiếp nhận",
            Self::AgencyReceived => "cơ quan có thẩm quyền nhận hồ sơ",
            Self::ReceptionRefused => "từ chối tiếp nhận",
            Self::Transferred { .. } => "chuyển hồ sơ",
            Self::StepStarted { .. } => "bắt đầu bước",
            Self::StepFinished { .. } => "kết thúc bước",
            Self::SupplementRequested { .. } => "yêu cầu bổ sung",
            Self::SupplementReceived => "nhận bổ sung",
            Self::PaymentRequested { .. } => "yêu cầu thực hiện nghĩa vụ tài chính",
            Self::PaymentMade => "đã thực hiện nghĩa vụ tài chính",
            Self::Suspended { .. } => "tạm dừng",
            Self::Resumed => "tiếp tục",
            Self::ConsultationAsked { .. } => "lấy ý kiến",
            Self::ConsultationAnswered { .. } => "có ý kiến",
            Self::Reappointed { .. } => "xin lỗi và hẹn lại",
            Self::Apologised { .. } => "xin lỗi",
            Self::Withdrawn => "rút hồ sơ",
            Self::Stopped { .. } => "dừng giải quyết",
            Self::Finished { .. } => "giải quyết xong",
            Self::Returned => "trả kết quả",
            Self::CameInVain => "sai hẹn",
        }
    }

    /// The status of the national portal the event leads to; none where it changes nothing.
    #[must_use]
    pub const fn status(&self) -> Option<NationalStatus> {
        match self {
            Self::Submitted => Some(NationalStatus::Submitted),
            Self::Received { .. } => Some(NationalStatus::Received),
            Self::ReceptionRefused => Some(NationalStatus::NotAccepted),
            Self::AgencyReceived
            | Self::Transferred { .. }
            | Self::StepStarted { .. }
            | Self::StepFinished { .. }
            | Self::SupplementReceived
            | Self::PaymentMade
            | Self::Resumed => Some(NationalStatus::Processing),
            Self::SupplementRequested { .. } => Some(NationalStatus::SupplementRequired),
            Self::PaymentRequested { .. } => Some(NationalStatus::PaymentRequired),
            Self::Withdrawn => Some(NationalStatus::Withdrawn),
            Self::Suspended { .. } | Self::Stopped { .. } => Some(NationalStatus::Stopped),
            Self::Finished { .. } => Some(NationalStatus::Finished),
            Self::Returned => Some(NationalStatus::Returned),
            Self::ConsultationAsked { .. }
            | Self::ConsultationAnswered { .. }
            | Self::Reappointed { .. }
            | Self::Apologised { .. }
            | Self::CameInVain => None,
        }
    }
}

impl fmt::Display for EventKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Sự kiện — something that happened to a dossier at an instant.
///
/// # Examples
///
/// ```
/// use motcua::dossier::{Event, EventKind};
///
/// let event = Event::new("2026-08-19T09:00".parse()?, EventKind::PaymentMade).by("Nguyễn Văn A");
/// assert_eq!(event.kind.as_str(), "payment_made");
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event {
    /// When.
    pub at: LocalTime,
    /// What.
    pub kind: EventKind,
    /// Who did it; empty when it is not told.
    pub actor: String,
    /// A remark.
    pub note: String,
}

impl Event {
    /// An event at an instant.
    #[must_use]
    pub const fn new(at: LocalTime, kind: EventKind) -> Self {
        Self { at, kind, actor: String::new(), note: String::new() }
    }

    /// The receipt of a full and correct dossier.
    #[must_use]
    pub const fn received(at: LocalTime) -> Self {
        Self::new(at, EventKind::Received { elsewhere: false })
    }

    /// The result, granted.
    #[must_use]
    pub const fn finished(at: LocalTime) -> Self {
        Self::new(at, EventKind::Finished { outcome: Outcome::Approved })
    }

    /// The handing over of the result.
    #[must_use]
    pub const fn returned(at: LocalTime) -> Self {
        Self::new(at, EventKind::Returned)
    }

    /// The same event with who did it.
    #[must_use]
    pub fn by(mut self, actor: impl Into<String>) -> Self {
        self.actor = actor.into();
        self
    }

    /// The same event with a remark.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}
