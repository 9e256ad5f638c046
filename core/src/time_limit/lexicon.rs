//! The phrases of the grammar, by their folded words.

use super::fold::{ACUTE, CIRCUMFLEX, DOT, GRAVE, HOOK, HORN, TILDE, both, key};
use super::token::Tokens;

/// What a phrase does in a limit text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Không quá, tối đa, trong vòng.
    Max,
    /// Chậm nhất: at most after an event, at least before one.
    Latest,
    /// Ít nhất, tối thiểu.
    Min,
    /// Sớm nhất.
    Earliest,
    /// Đối với, trường hợp, nếu.
    Case,
    /// Thì.
    Then,
    /// Kể từ, tính từ, sau khi.
    Start,
    /// Trước khi, trước ngày.
    Before,
    /// Tính đến.
    UpTo,
    /// Có hiệu lực, có giá trị.
    Validity,
    /// Thời gian sát hạch and the like.
    Duration,
    /// Gia hạn.
    Extend,
    /// Kéo dài.
    Lengthen,
    /// Thêm.
    Add,
    /// Không tính, không kể.
    Exclude,
    /// Không tính vào.
    ExcludedFrom,
    /// Tính lại từ đầu.
    Restart,
    /// Không có văn bản trả lời.
    NoReply,
    /// Coi như đồng ý.
    Consent,
    /// Được phép, được quyền: consent if silence came before it.
    Allowed,
    /// Tạm dừng.
    Pause,
    /// Trực tuyến.
    Online,
    /// Bưu chính.
    Post,
    /// Trực tiếp.
    InPerson,
    /// Ngày làm việc tiếp theo.
    NextWorkingDay,
    /// Ngày hôm sau.
    NextDay,
    /// Trong ngày.
    SameDay,
    /// Trong ngày làm việc: the same day, or the next one in a text that is cut off.
    SameWorkingDay,
    /// Ngay sau khi.
    Immediate,
    /// Giờ hành chính, từ thứ 2 đến thứ 6.
    Opening,
    /// Khung giờ: from one hour of the day to another.
    Hours,
    /// Trong đó.
    OfWhich,
    /// Thời gian, thời hạn: may begin what is excluded.
    Time,
    /// Một lần.
    Once,
    /// Không quy định.
    Nothing,
    /// Hạn mức: an amount of time per day or month.
    Quota,
    /// Phải, có trách nhiệm: what somebody must do begins.
    Must,
    /// Với: a case directly after a quantity.
    With,
    /// Bao gồm: the parts of a limit.
    Parts,
    /// Nếu có, said in passing.
    Passing,
}

/// A phrase that begins with some word: the words after it.
struct Entry(&'static [u32], Mark);

macro_rules! lexicon {
    ($($name:ident $first:literal: [$($($word:literal)* => $mark:ident),* $(,)?])*) => {
        $(const $name: u32 = key($first);)*

        /// The phrases that begin with a word; one that begins another stands behind it.
        const fn entries(first: u32) -> &'static [Entry] {
            match first {
                $($name => {
                    const ENTRIES: &[Entry] =
                        &[$(Entry(&[$(key($word)),*], Mark::$mark)),*];
                    ENTRIES
                })*
                _ => &[],
            }
        }
    };
}

lexicon! {
    BAO "bao": ["gom" => Parts]
    BI "bi": ["ket" "hoac" => Nothing]
    BUU "buu": ["chinh" "cong" "ich" => Post, "chinh" => Post, "dien" => Post]
    CHAM "cham": ["nhat" => Latest]
    CHUA "chua": [
        "bao" "gom" => Exclude, "ke" => Exclude, "tinh" => Exclude,
        "quy" "dinh" => Nothing, "xac" "dinh" => Nothing, "co" "thong" "tin" => Nothing,
    ]
    CO "co": [
        "gia" "tri" => Validity, "hieu" "luc" => Validity, "thoi" "han" => Validity,
        "trach" "nhiem" => Must,
    ]
    COI "coi": ["nhu" => Consent, "la" => Consent]
    DOI "doi": ["voi" "truong" "hop" => Case, "voi" "cac" "truong" "hop" => Case, "voi" => Case]
    DUOC "duoc": [
        "phep" => Allowed, "quyen" => Allowed, "coi" "la" => Consent, "coi" "nhu" => Consent,
        "xem" "la" => Consent, "xem" "nhu" => Consent, "hieu" "la" => Consent,
        "tinh" "lai" => Restart,
    ]
    DUONG "duong": ["buu" "dien" => Post]
    GIA "gia": ["han" => Extend, "tri" "su" "dung" => Validity]
    GIAI "giai": ["quyet" "ngay" => Immediate]
    GIO "gio": ["hanh" "chinh" => Opening]
    HAN "han": ["su" "dung" => Validity, "muc" => Quota]
    HIEU "hieu": ["luc" => Validity]
    HOC "hoc": ["nghe" => Duration]
    IT "it": ["nhat" "la" => Min, "nhat" => Min]
    KE "ke": [
        "tu" "ke" "khi" => Start, "tu" "ke" "tu" => Start, "tu" => Start, "khi" => Start,
        "ngay" => Start,
    ]
    KEO "keo": ["dai" => Lengthen]
    KHAC "khac": [=> Nothing]
    KHONG "khong": [
        "muon" "hon" => Latest, "cham" "hon" => Latest, "tre" "hon" => Latest,
        "cham" "qua" => Latest, "muon" "qua" => Latest,
        "qua" => Max, "vuot" "qua" => Max, "duoc" "qua" => Max, "duoc" "vuot" "qua" => Max,
        "lau" "hon" => Max, "dai" "hon" => Max, "nhieu" "hon" => Max,
        "it" "hon" => Min, "duoi" => Min, "thap" "hon" => Min, "som" "hon" => Earliest,
        "tinh" "vao" => ExcludedFrom, "duoc" "tinh" "vao" => ExcludedFrom,
        "ke" "vao" => ExcludedFrom, "bao" "gom" "trong" => ExcludedFrom,
        "tinh" => Exclude, "ke" => Exclude, "bao" "gom" => Exclude, "gom" => Exclude,
        "co" "y" "kien" => NoReply, "co" "van" "ban" => NoReply, "co" "tra" "loi" => NoReply,
        "co" "phan" "hoi" => NoReply, "co" "thong" "bao" => NoReply, "tra" "loi" => NoReply,
        "phan" "hoi" => NoReply, "nhan" "duoc" "tra" "loi" => NoReply,
        "nhan" "duoc" "y" "kien" => NoReply, "nhan" "duoc" "phan" "hoi" => NoReply,
        "co" "thong" "tin" => Nothing, "xac" "dinh" => Nothing, "quy" "dinh" => Nothing,
        "co" "quy" "dinh" => Nothing, "co" => Nothing,
    ]
    KHUNG "khung": ["gio" "hanh" "chinh" => Opening, "gio" => Hours]
    KINH "kinh": ["nghiem" => Duration]
    LAU "lau": ["nhat" => Max]
    LUU "luu": ["tru" => Duration, "giu" => Duration]
    MAC "mac": ["nhien" => Consent]
    MOI "moi": ["truong" "mang" => Online, "truong" "dien" "tu" => Online]
    MOT "mot": ["lan" => Once]
    MUON "muon": ["nhat" => Latest]
    NEU "neu": ["co" => Passing, => Case]
    NGAY "ngay": [
        "lam" "viec" "tiep" "theo" => NextWorkingDay, "lam" "viec" "ke" "tiep" => NextWorkingDay,
        "lam" "viec" "lien" "ke" => NextWorkingDay, "lam" "viec" "hom" "sau" => NextWorkingDay,
        "lam" "viec" "sau" => NextWorkingDay, "lam" "viec" "lien" "sau" => NextWorkingDay,
        "lam" "viec" "trong" "tuan" => Opening,
        "hom" "sau" => NextDay, "tiep" "theo" => NextDay, "ke" "tiep" => NextDay,
        "lap" "tuc" => Immediate, "sau" "khi" => Immediate, "khi" => Immediate,
        "sau" => Immediate,
    ]
    NHIEU "nhieu": ["nhat" => Max]
    PHAI "phai": [=> Must]
    POST "post": [=> Post]
    SAU "sau": ["khi" => Start, "ngay" => Start, "thoi" "diem" => Start]
    SOM "som": ["nhat" => Earliest]
    TAM "tam": ["dung" => Pause]
    TANG "tang": ["them" => Add]
    TAP "tap": ["su" => Duration, "huan" => Duration]
    THEM "them": [=> Add]
    THI "thi": [=> Then]
    THOI "thoi": [
        "han" "hieu" "luc" => Validity, "han" "su" "dung" => Validity,
        "han" "cua" "giay" => Validity, "han" "giay" "phep" => Validity,
        "han" "co" "hieu" "luc" => Validity, "han" "co" "gia" "tri" => Validity,
        "gian" "sat" "hach" => Duration, "gian" "lam" "bai" => Duration,
        "gian" "dao" "tao" => Duration, "gian" "hoc" => Duration, "gian" "thuc" "tap" => Duration,
        "gian" "thuc" "hanh" => Duration, "gian" "hop" => Duration, "gian" "phat" => Duration,
        "gian" "boi" "duong" => Duration, "gian" "cong" "tac" => Duration,
        "gian" "luu" => Duration, "han" "luu" => Duration, "gian" "bao" "quan" => Duration,
        "gian" "dien" "ra" => Duration, "gian" "to" "chuc" "thi" => Duration,
        "luong" => Duration,
        "gian" "tiep" "nhan" => Opening, "gian" "nop" => Opening, "gian" "nhan" => Opening,
        "gian" "lam" "viec" => Opening, "gian" "tiep" "cong" "dan" => Opening,
        "gian" => Time, "han" => Time,
    ]
    THUC "thuc": ["te" "tuyen" => Online]
    TINH "tinh": [
        "lai" "tu" "dau" => Restart, "lai" "thoi" => Restart, "lai" "ke" "tu" => Restart,
        "tu" => Start, "den" => UpTo,
    ]
    TOI "toi": ["da" "la" => Max, "da" => Max, "thieu" "la" => Min, "thieu" => Min]
    TRA "tra": ["ket" "qua" "ngay" => Immediate, "ngay" => Immediate]
    TRONG "trong": [
        "do" => OfWhich, "vong" => Max, "cac" "truong" "hop" => Case, "truong" "hop" => Case,
        "cung" "ngay" => SameDay, "buoi" "lam" "viec" => SameDay,
    ]
    TRU "tru": ["thoi" "gian" => Exclude, "ngay" => Exclude, "cac" "ngay" => Exclude]
    TRUC "truc": ["tuyen" => Online, "tiep" => InPerson]
    TRUOC "truoc": [
        "khi" => Before, "ngay" => Before, "thoi" "diem" => Before, "luc" => Before,
        "thoi" "han" => Before, "ky" => Before,
    ]
    TRUONG "truong": ["hop" => Case]
    TU "tu": [
        "khi" => Start, "ngay" => Start, "thoi" "diem" => Start, "luc" => Start,
        "thu" => Opening, "hai" "den" => Opening,
    ]
    TUY "tuy": ["theo" => Nothing]
    VOI "voi": ["truong" "hop" => Case, "cac" "truong" "hop" => Case, => With]
    XEM "xem": ["nhu" => Consent, "la" => Consent]
}

/// Reads the phrase at an index: what it does, and where it ends.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<(Mark, usize)> {
    let next = at.saturating_add(1);
    let first = tokens.word(at);
    if first == 0 {
        return None;
    }
    if let Some(found) = day(tokens, at, first) {
        return Some(found);
    }
    for Entry(rest, mark) in entries(first) {
        if tokens.words(next, rest) {
            if !agrees(tokens, at, first, *mark) {
                continue;
            }
            return Some((*mark, next.saturating_add(rest.len())));
        }
    }
    None
}

/// Whether marks and neighbours allow the reading of a phrase whose letters fit.
fn agrees(tokens: &Tokens, at: usize, first: u32, mark: Mark) -> bool {
    const RO: u32 = key("ro");
    const TREN: u32 = key("tren");
    const TAI: u32 = key("tai");
    let next = at.saturating_add(1);
    let before = at.checked_sub(1);
    match (first, mark) {
        // "thời gian khắc phục nếu có của tổ chức": no condition of the limit.
        (NEU, Mark::Passing) => passing(tokens, next.saturating_add(1)),
        // "nêu rõ", "nêu trên" are no condition.
        (NEU, _) if tokens.bare => !matches!(tokens.word(next), RO | TREN | TAI),
        (NEU, _) => tokens.marked(at, both(CIRCUMFLEX, ACUTE)),
        // "thi" is an examination.
        (THI, _) => tokens.marked(at, GRAVE),
        // "tư" stands in "thông tư ngày"; "từ thứ hai" needs its weekday.
        (TU, Mark::Opening) => tokens.marked(at, both(HORN, GRAVE)),
        (TU, _) => tokens.marked(at, both(HORN, GRAVE)) && !date(tokens, next),
        (KE, _) => {
            tokens.marked(at, both(CIRCUMFLEX, HOOK))
                || tokens.marked(at, both(CIRCUMFLEX, ACUTE))
                || tokens.words(next, &[key("tu")])
        }
        (SAU, _) => tokens.marked(at, 0) && !date(tokens, next),
        (TRUOC, _) => !date(tokens, next),
        (TRU, _) => tokens.marked(at, both(HORN, GRAVE)),
        // "ngay" at once, not "ngày".
        (NGAY, Mark::Immediate) => {
            tokens.marked(at, 0) && (!tokens.bare || before.is_none_or(|b| !tokens.number(b)))
        }
        (NGAY, _) => tokens.marked(at, GRAVE),
        (GIAI | TRA, _) => {
            let last = next.saturating_add(usize::from(first == GIAI));
            let ngay = if tokens.word(last) == NGAY { last } else { last.saturating_add(1) };
            !tokens.bare && tokens.marked(ngay, 0)
        }
        (THEM, _) => tokens.marked(at, CIRCUMFLEX),
        (GIO, _) => before.is_none_or(|b| !tokens.number(b)),
        (CO, Mark::Validity) => tokens.marked(at, ACUTE),
        // "hết hiệu lực" ends a validity.
        (HIEU, _) => before.is_none_or(|b| tokens.word(b) != key("het")),
        (MOI, _) => tokens.marked(at, CIRCUMFLEX),
        (MOT, _) => tokens.marked(at, both(CIRCUMFLEX, DOT)),
        (KHONG, Mark::Nothing) | (KHAC | BI | CHUA | TUY, Mark::Nothing) => {
            before.is_none_or(|b| !tokens.number(b) && tokens.word(b) == 0)
        }
        (GIA, Mark::Extend) => !tokens.marked(at, ACUTE) || tokens.bare,
        (LUU, _) => tokens.marked(at, HORN),
        (PHAI, _) => tokens.marked(at, HOOK),
        (VOI, _) => tokens.marked(at, both(HORN, ACUTE)),
        (HAN, _) => tokens.marked(at, DOT),
        (TAM, _) => !tokens.marked(at, ACUTE) || tokens.bare,
        (_, _) => true,
    }
}

/// Whether "nếu có" ends here: a sign, "của" or nothing follows.
fn passing(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    word == 0 && !tokens.number(at) || word == key("cua")
}

/// Whether a date stands at an index: "ngày 31 tháng 12", "15/01".
fn date(tokens: &Tokens, at: usize) -> bool {
    let number = if tokens.word(at) == NGAY { at.saturating_add(1) } else { at };
    tokens.number(number) && number != at
}

/// Reads "trong ngày" and its kin.
fn day(tokens: &Tokens, at: usize, first: u32) -> Option<(Mark, usize)> {
    const LAM: u32 = key("lam");
    const VIEC: u32 = key("viec");
    const NOT_AFTER: [u32; 8] = [
        key("nghi"),
        key("le"),
        key("tet"),
        key("thu"),
        key("chu"),
        key("dau"),
        key("cuoi"),
        key("hoi"),
    ];
    const NOT_BEFORE: [u32; 6] =
        [key("gio"), key("lan"), key("phut"), key("buoi"), key("khac"), key("diem")];
    if first != TRONG || tokens.word(at.saturating_add(1)) != NGAY {
        return None;
    }
    let ngay = at.saturating_add(1);
    let next = at.saturating_add(2);
    if !tokens.marked(ngay, GRAVE) || tokens.number(next) {
        return None;
    }
    if at.checked_sub(1).is_some_and(|b| NOT_BEFORE.contains(&tokens.word(b)))
        || NOT_AFTER.contains(&tokens.word(next))
    {
        return None;
    }
    // "trong ngày làm việc tiếp theo" is left to the phrase that begins with "ngày".
    if let Some((mark, end)) = read_next(tokens, ngay) {
        return Some((mark, end));
    }
    if tokens.words(next, &[LAM, VIEC]) {
        return Some((Mark::SameWorkingDay, next.saturating_add(2)));
    }
    Some((Mark::SameDay, next))
}

/// Reads "ngày làm việc tiếp theo" and "ngày hôm sau".
fn read_next(tokens: &Tokens, at: usize) -> Option<(Mark, usize)> {
    for Entry(rest, mark) in entries(NGAY) {
        if matches!(mark, Mark::NextWorkingDay | Mark::NextDay)
            && tokens.words(at.saturating_add(1), rest)
            && !tokens.words(at.saturating_add(1).saturating_add(rest.len()), &[key("khi")])
        {
            return Some((*mark, at.saturating_add(1).saturating_add(rest.len())));
        }
    }
    None
}

/// Whether the word at an index is "mỗi", each.
pub(super) fn each(tokens: &Tokens, at: usize) -> bool {
    tokens.word(at) == key("moi") && tokens.marked(at, both(CIRCUMFLEX, TILDE))
}
