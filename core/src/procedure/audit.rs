//! Rà soát công khai — what procedures lack of what must be published.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::published::says_no_fee;
use super::{Catalogue, Price, Procedure};
use crate::regulation::{Citation, day};
use crate::report::Ratio;
use crate::time_limit::{Kind, TimeLimit};

include!(concat!(env!("OUT_DIR"), "/published_parts.rs"));

/// Nội dung phải công khai — what must be published of a procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Part {
    /// Tên thủ tục.
    Name,
    /// Trình tự thực hiện.
    Sequence,
    /// Cách thức thực hiện.
    Filing,
    /// Thành phần hồ sơ.
    Papers,
    /// Số lượng hồ sơ.
    Sets,
    /// Thời hạn giải quyết.
    Limit,
    /// Đối tượng thực hiện.
    Subjects,
    /// Cơ quan giải quyết.
    Agency,
    /// Mẫu đơn, tờ khai.
    Forms,
    /// Kết quả thực hiện.
    Result,
    /// Yêu cầu, điều kiện.
    Conditions,
    /// Phí, lệ phí.
    Fees,
    /// Tệp mẫu đơn, tờ khai — the forms themselves, to download.
    FormFiles,
    /// Địa chỉ tiếp nhận.
    Address,
    /// Điện thoại.
    Phone,
    /// Nơi tiếp nhận phản ánh, kiến nghị.
    Feedback,
    /// Đăng tải trên Cơ sở dữ liệu quốc gia.
    Database,
    /// Niêm yết tại trụ sở hoặc bằng hình thức điện tử.
    Posting,
}

impl Part {
    /// All parts, in the order of the law.
    pub const ALL: [Self; 18] = [
        Self::Name,
        Self::Sequence,
        Self::Filing,
        Self::Papers,
        Self::Sets,
        Self::Limit,
        Self::Subjects,
        Self::Agency,
        Self::Forms,
        Self::Result,
        Self::Conditions,
        Self::Fees,
        Self::FormFiles,
        Self::Address,
        Self::Phone,
        Self::Feedback,
        Self::Database,
        Self::Posting,
    ];

    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Sequence => "sequence",
            Self::Filing => "filing",
            Self::Papers => "papers",
            Self::Sets => "sets",
            Self::Limit => "limit",
            Self::Subjects => "subjects",
            Self::Agency => "agency",
            Self::Forms => "forms",
            Self::Result => "result",
            Self::Conditions => "conditions",
            Self::Fees => "fees",
            Self::FormFiles => "form_files",
            Self::Address => "address",
            Self::Phone => "phone",
            Self::Feedback => "feedback",
            Self::Database => "database",
            Self::Posting => "posting",
        }
    }

    /// The part in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Name => "tên thủ tục",
            Self::Sequence => "trình tự thực hiện",
            Self::Filing => "cách thức thực hiện",
            Self::Papers => "thành phần hồ sơ",
            Self::Sets => "số lượng hồ sơ",
            Self::Limit => "thời hạn giải quyết",
            Self::Subjects => "đối tượng thực hiện",
            Self::Agency => "cơ quan giải quyết",
            Self::Forms => "mẫu đơn, mẫu tờ khai",
            Self::Result => "kết quả thực hiện",
            Self::Conditions => "yêu cầu, điều kiện",
            Self::Fees => "phí, lệ phí",
            Self::FormFiles => "tệp mẫu đơn, mẫu tờ khai",
            Self::Address => "địa chỉ tiếp nhận",
            Self::Phone => "điện thoại",
            Self::Feedback => "nơi tiếp nhận phản ánh, kiến nghị",
            Self::Database => "đăng tải trên Cơ sở dữ liệu quốc gia",
            Self::Posting => "niêm yết hoặc công khai điện tử",
        }
    }

    /// What the law says of it.
    #[must_use]
    pub fn rule(self) -> Option<&'static PartRule> {
        PARTS.iter().find(|rule| rule.part == self)
    }

    /// What a procedure lacks of it.
    fn lack(self, procedure: &Procedure) -> Option<(Lack, Option<String>)> {
        let given = |given: bool| (!given).then_some((Lack::Missing, None));
        let said = |said: bool| (!said).then_some((Lack::NotStated, None));
        let filled = |text: &str| given(!text.trim().is_empty());
        let notice = &procedure.notice;
        let noted = |text: &Option<String>| filled(text.as_deref().unwrap_or_default());
        match self {
            Self::Name => filled(&procedure.name),
            Self::Sequence => given(!procedure.sequence.is_empty()),
            Self::Filing => given(!procedure.channels.is_empty()),
            Self::Papers => given(!procedure.papers.is_empty()),
            Self::Sets => given(procedure.sets.is_some_and(|sets| sets > 0)),
            Self::Limit => limit(procedure),
            Self::Subjects => given(!procedure.subjects.is_empty()),
            Self::Agency => filled(&procedure.agency),
            Self::Forms => said(procedure.forms.is_some()),
            Self::Result => said(procedure.results.is_some()),
            Self::Conditions => said(procedure.conditions.is_some()),
            Self::Fees => fees(procedure),
            Self::FormFiles => {
                let forms = procedure.forms.iter().flatten();
                let without = forms.filter(|form| form.file.is_none());
                let names: Vec<&str> = without.map(|form| form.name.as_str()).collect();
                (!names.is_empty()).then(|| (Lack::Missing, Some(names.join("; "))))
            }
            Self::Address => noted(&notice.address),
            Self::Phone => noted(&notice.phone),
            Self::Feedback => noted(&notice.feedback),
            Self::Database => given(notice.in_database),
            Self::Posting => given(notice.posted),
        }
    }
}

/// A limit that is there, and that holds a statement on time.
fn limit(procedure: &Procedure) -> Option<(Lack, Option<String>)> {
    let ways = procedure.channels.iter().filter_map(|way| way.time_limit_text.as_deref());
    let cases = procedure.cases.iter().map(|case| case.time_limit_text.as_str());
    let main = Some(procedure.time_limit_text.as_str()).filter(|text| !text.trim().is_empty());
    let texts: Vec<&str> = main.into_iter().chain(ways).chain(cases).collect();
    if texts.is_empty() {
        return Some((Lack::Missing, None));
    }
    // "At once" and a cut-off hour are statements on time, though no limit to count.
    let says = |text: &&str| {
        let kind = TimeLimit::parse(text).kind;
        kind.is_limit() || matches!(kind, Kind::Immediate | Kind::Cutoff)
    };
    let silent: Vec<&str> = texts.into_iter().filter(|text| !says(text)).collect();
    (!silent.is_empty()).then(|| (Lack::Unreadable, Some(silent.join("; "))))
}

/// Fees that are there, and whose amounts can be told.
fn fees(procedure: &Procedure) -> Option<(Lack, Option<String>)> {
    match &procedure.fees {
        None if says_no_fee(&procedure.fee_text) => Some((Lack::NotStated, None)),
        None => Some((Lack::Unreadable, Some(procedure.fee_text.clone()))),
        Some(fees) => {
            // Less than a thousand đồng is most likely a slip of the pen: thousands left out.
            let slip = fees.iter().find_map(|fee| match fee.price {
                Price::Dong(dong) if !dong.is_zero() && dong.get() < 1_000 => Some(fee.price),
                _ => None,
            });
            slip.map(|price| (Lack::Doubtful, Some(price.to_string())))
        }
    }
}

/// Mức bắt buộc — whether every procedure must have a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Need {
    /// Bắt buộc — always.
    Always,
    /// Nếu có — where the procedure has it; a catalogue must say which.
    IfAny,
}

/// Loại nghĩa vụ công khai — which duty a part belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum PartDuty {
    /// Nội dung thủ tục — the contents of a procedure (NĐ 63/2010 art. 8.2).
    Content,
    /// Công khai — its notice to the public (NĐ 63/2010 art. 16-17, TT 02/2017).
    Notice,
}

/// Quy định về một nội dung — what the law says of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PartRule {
    /// The part.
    pub part: Part,
    /// Whether it is always needed.
    pub need: Need,
    /// Which duty it belongs to.
    pub duty: PartDuty,
    /// The article.
    pub basis: Citation,
}

impl PartRule {
    /// All parts with their rules.
    #[must_use]
    pub fn all() -> &'static [Self] {
        PARTS
    }
}

/// Thiếu sót — in what way a part is lacking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Lack {
    /// Thiếu — it is not there.
    Missing,
    /// Không nêu — it is not said whether the procedure has it.
    NotStated,
    /// Không rõ — it is there, but no limit or amount can be read from it.
    Unreadable,
    /// Nghi sai — it is there, but can hardly be meant: "25 VNĐ".
    Doubtful,
}

impl Lack {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::NotStated => "not_stated",
            Self::Unreadable => "unreadable",
            Self::Doubtful => "doubtful",
        }
    }

    /// The lack in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Missing => "thiếu",
            Self::NotStated => "không nêu có hay không",
            Self::Unreadable => "không xác định được",
            Self::Doubtful => "nghi sai",
        }
    }
}

/// Phát hiện — one part that one procedure lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// What is lacking.
    pub part: Part,
    /// In what way.
    pub lack: Lack,
    /// The words at fault, where there are any.
    pub detail: Option<String>,
    /// What the law says of it.
    pub rule: &'static PartRule,
}

/// Prints the finding in Vietnamese, with its article.
impl core::fmt::Display for Finding {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}: {}", self.part.vietnamese(), self.lack.vietnamese())?;
        if let Some(detail) = &self.detail {
            write!(f, " “{detail}”")?;
        }
        write!(f, " ({})", self.rule.basis)
    }
}

impl Procedure {
    /// Rà soát công khai — what the procedure lacks of what must be published on a date.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::Procedure;
    /// use motcua::calendar::parse_date as day;
    /// use motcua::procedure::Part;
    ///
    /// let procedure = Procedure::new("Cấp giấy phép bưu chính");
    /// let findings = procedure.findings(day("2026-11-23")?);
    /// assert_eq!(findings[0].part, Part::Sequence);
    /// assert_eq!(
    ///     findings[0].to_string(),
    ///     "trình tự thực hiện: thiếu (khoản 2 Điều 8 NĐ 63/2010/NĐ-CP)",
    /// );
    /// # Ok::<(), motcua::Error>(())
    /// ```
    #[must_use]
    pub fn findings(&self, date: NaiveDate) -> Vec<Finding> {
        let rules = PARTS.iter().filter(|rule| rule.basis.holds_on(date));
        rules
            .filter_map(|rule| {
                let (lack, detail) = rule.part.lack(self)?;
                Some(Finding { part: rule.part, lack, detail, rule })
            })
            .collect()
    }

    /// Whether all contents that every procedure must have are there.
    pub(super) fn has_contents(&self) -> bool {
        let contents = PARTS.iter().filter(|rule| rule.duty == PartDuty::Content);
        contents
            .filter(|rule| rule.need == Need::Always)
            .all(|rule| !matches!(rule.part.lack(self), Some((Lack::Missing, _))))
    }
}

/// Kết quả rà soát một thủ tục — what one procedure of a catalogue lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuditedProcedure<'a> {
    /// The procedure.
    pub procedure: &'a Procedure,
    /// What it lacks; nothing when it is published in full.
    pub findings: Vec<Finding>,
}

/// Kết quả rà soát công khai — what the procedures of a catalogue lack, one by one and in total.
///
/// # Examples
///
/// ```
/// use motcua::Procedure;
/// use motcua::calendar::parse_date as day;
/// use motcua::procedure::{Catalogue, Part, PublicationAudit};
///
/// let (catalogue, _) = Catalogue::new([Procedure::new("Cấp giấy phép")]);
/// let audit = PublicationAudit::of(&catalogue, day("2026-11-23")?);
/// assert_eq!((audit.published().numerator, audit.published().denominator), (0, 1));
/// assert_eq!(audit.count(Part::Phone), 1);
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicationAudit<'a> {
    date: NaiveDate,
    procedures: Vec<AuditedProcedure<'a>>,
}

impl<'a> PublicationAudit<'a> {
    /// Audits the procedures that are in force on a date.
    #[must_use]
    pub fn of(catalogue: &'a Catalogue, date: NaiveDate) -> Self {
        let standing = catalogue.procedures().iter().filter(|p| p.holds_on(date));
        let procedures = standing
            .map(|procedure| AuditedProcedure { procedure, findings: procedure.findings(date) })
            .collect();
        Self { date, procedures }
    }

    /// The procedures, in the order of the catalogue.
    #[must_use]
    pub fn procedures(&self) -> &[AuditedProcedure<'a>] {
        &self.procedures
    }

    /// How many procedures lack a part.
    #[must_use]
    pub fn count(&self, part: Part) -> u32 {
        number(
            self.procedures
                .iter()
                .filter(|audited| audited.findings.iter().any(|finding| finding.part == part))
                .count(),
        )
    }

    /// How many findings there are in all.
    #[must_use]
    pub fn findings(&self) -> u32 {
        number(self.procedures.iter().map(|audited| audited.findings.len()).sum())
    }

    /// The procedures published in full, of all; no data on a date without a rule.
    #[must_use]
    pub fn published(&self) -> Ratio {
        let full = self.procedures.iter().filter(|audited| audited.findings.is_empty());
        self.ratio(full.count(), |_| true)
    }

    /// The procedures whose contents are complete (NĐ 63/2010 art. 8.2), of all; no data on a date
    /// without the rule.
    #[must_use]
    pub fn complete_contents(&self) -> Ratio {
        let full = self.procedures.iter().filter(|audited| {
            audited.findings.iter().all(|finding| finding.rule.duty != PartDuty::Content)
        });
        self.ratio(full.count(), |duty| duty == PartDuty::Content)
    }

    /// So many of all, where a rule on such a duty holds: what no rule asks for is not done well.
    fn ratio(&self, full: usize, asked: impl Fn(PartDuty) -> bool) -> Ratio {
        let mut rules = PARTS.iter().filter(|rule| rule.basis.holds_on(self.date));
        if rules.any(|rule| asked(rule.duty)) {
            Ratio::new(number(full), number(self.procedures.len()))
        } else {
            Ratio::new(0, 0)
        }
    }
}

/// A count that fits the ratios; no catalogue comes near their end.
pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
