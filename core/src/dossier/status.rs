/// Trạng thái hồ sơ — the status codes 1 to 10 of the national portal (Cổng Dịch vụ công quốc
/// gia), as systems that exchange dossiers with it use them; the official guide was not read.
///
/// # Examples
///
/// ```
/// use motcua::dossier::NationalStatus;
///
/// assert_eq!(NationalStatus::from_code(5), Some(NationalStatus::SupplementRequired));
/// assert_eq!(NationalStatus::Returned.code(), 10);
/// assert_eq!(NationalStatus::from_code(11), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[repr(u8)]
pub enum NationalStatus {
    /// Mới đăng ký.
    Submitted = 1,
    /// Được tiếp nhận.
    Received = 2,
    /// Không được tiếp nhận.
    NotAccepted = 3,
    /// Đang xử lý.
    Processing = 4,
    /// Yêu cầu bổ sung giấy tờ.
    SupplementRequired = 5,
    /// Yêu cầu thực hiện nghĩa vụ tài chính.
    PaymentRequired = 6,
    /// Công dân yêu cầu rút hồ sơ.
    Withdrawn = 7,
    /// Dừng xử lý.
    Stopped = 8,
    /// Đã xử lý xong.
    Finished = 9,
    /// Đã trả kết quả.
    Returned = 10,
}

impl NationalStatus {
    /// All statuses in the order of their codes.
    pub const ALL: [Self; 10] = [
        Self::Submitted,
        Self::Received,
        Self::NotAccepted,
        Self::Processing,
        Self::SupplementRequired,
        Self::PaymentRequired,
        Self::Withdrawn,
        Self::Stopped,
        Self::Finished,
        Self::Returned,
    ];

    /// The status of a code.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// The code of the status.
    #[must_use]
    pub const fn code(self) -> u8 {
        self as u8
    }

    /// Whether a record of this status does not contradict events that lead to another: that it
    /// is being worked on a record need not tell by anything else.
    #[must_use]
    pub fn agrees_with(self, of_events: Self) -> bool {
        self == of_events || (self, of_events) == (Self::Processing, Self::Received)
    }

    /// The status in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Submitted => "Mới đăng ký",
            Self::Received => "Được tiếp nhận",
            Self::NotAccepted => "Không được tiếp nhận",
            Self::Processing => "Đang xử lý",
            Self::SupplementRequired => "Yêu cầu bổ sung giấy tờ",
            Self::PaymentRequired => "Yêu cầu thực hiện nghĩa vụ tài chính",
            Self::Withdrawn => "Công dân yêu cầu rút hồ sơ",
            Self::Stopped => "Dừng xử lý",
            Self::Finished => "Đã xử lý xong",
            Self::Returned => "Đã trả kết quả",
        }
    }
}
