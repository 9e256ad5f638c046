/// Lĩnh vực kiểm tra — the areas an inspection of administrative reform goes through, in order.
///
/// What stands in this library measures six of them; of institutional reform, organisation and
/// public finance only the inspectors themselves can tell ([`super::ManualFinding`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Area {
    /// Công tác chỉ đạo, điều hành và kế hoạch.
    DirectionAndPlans,
    /// Cải cách thể chế.
    InstitutionalReform,
    /// Cải cách thủ tục hành chính.
    ProceduresReform,
    /// Cơ chế một cửa, một cửa liên thông.
    OneStop,
    /// Cải cách tổ chức bộ máy.
    Organisation,
    /// Cải cách tài chính công.
    PublicFinance,
    /// Hiện đại hóa hành chính.
    Modernisation,
    /// Xin lỗi khi hồ sơ trễ hạn.
    Apology,
    /// Cán bộ, công chức, viên chức.
    CivilServants,
}

impl Area {
    /// All areas, in the order they are reported.
    pub const ALL: [Self; 9] = [
        Self::DirectionAndPlans,
        Self::InstitutionalReform,
        Self::ProceduresReform,
        Self::OneStop,
        Self::Organisation,
        Self::PublicFinance,
        Self::Modernisation,
        Self::Apology,
        Self::CivilServants,
    ];

    /// The contents of the master programme of reform that a plan has items on (NQ 30c/NQ-CP, from
    /// 15/7/2021 NQ 76/NQ-CP; both recalled).
    pub const REFORM: [Self; 6] = [
        Self::InstitutionalReform,
        Self::ProceduresReform,
        Self::Organisation,
        Self::CivilServants,
        Self::PublicFinance,
        Self::Modernisation,
    ];

    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DirectionAndPlans => "direction_and_plans",
            Self::InstitutionalReform => "institutional_reform",
            Self::ProceduresReform => "procedures_reform",
            Self::OneStop => "one_stop",
            Self::Organisation => "organisation",
            Self::PublicFinance => "public_finance",
            Self::Modernisation => "modernisation",
            Self::Apology => "apology",
            Self::CivilServants => "civil_servants",
        }
    }

    /// The area in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::DirectionAndPlans => {
                "Công tác chỉ đạo, điều hành và kế hoạch cải cách hành chính"
            }
            Self::InstitutionalReform => "Cải cách thể chế",
            Self::ProceduresReform => "Cải cách thủ tục hành chính",
            Self::OneStop => "Thực hiện cơ chế một cửa, một cửa liên thông",
            Self::Organisation => "Cải cách tổ chức bộ máy",
            Self::PublicFinance => "Cải cách tài chính công",
            Self::Modernisation => "Hiện đại hóa hành chính",
            Self::Apology => "Xin lỗi tổ chức, cá nhân khi giải quyết hồ sơ trễ hạn",
            Self::CivilServants => "Thực hiện quy định về cán bộ, công chức, viên chức",
        }
    }

    /// The area in English.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::DirectionAndPlans => "Direction and plans of administrative reform",
            Self::InstitutionalReform => "Institutional reform",
            Self::ProceduresReform => "Reform of procedures",
            Self::OneStop => "The one-stop mechanism",
            Self::Organisation => "Organisation",
            Self::PublicFinance => "Public finance",
            Self::Modernisation => "Modernisation",
            Self::Apology => "Apologies for late dossiers",
            Self::CivilServants => "Rules on civil servants",
        }
    }
}

/// Tính chất — whether a finding speaks for the agency or against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Nature {
    /// Ưu điểm.
    Strength,
    /// Tồn tại, hạn chế.
    Shortcoming,
}

impl Nature {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Strength => "strength",
            Self::Shortcoming => "shortcoming",
        }
    }

    /// The nature in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Strength => "ưu điểm",
            Self::Shortcoming => "tồn tại, hạn chế",
        }
    }
}
