use core::fmt;

use crate::LocalTime;

/// Loại sự kiện — what happened to a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum EventKind {
    /// Tiếp nhận — received full and correct; the term runs from here (NĐ 118/2025 art. 17.3).
    Received,
    /// Giải quyết xong — the result is ready.
    Finished,
    /// Trả kết quả — the result was handed over.
    Returned,
}

impl EventKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Received, Self::Finished, Self::Returned];

    /// The stable name used in JSON and CSV.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Finished => "finished",
            Self::Returned => "returned",
        }
    }
}

impl fmt::Display for EventKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Sự kiện — something that happened to a dossier at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event {
    /// When.
    pub at: LocalTime,
    /// What.
    pub kind: EventKind,
}

impl Event {
    /// An event at an instant.
    #[must_use]
    pub const fn new(at: LocalTime, kind: EventKind) -> Self {
        Self { at, kind }
    }
}
