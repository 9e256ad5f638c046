//! The trace in words that a clerk can read to a citizen, in Vietnamese and in English.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::Write;

use chrono::{Datelike, NaiveDate, Timelike, Weekday};

use super::{Counted, Deadline, Step, StepKind};
use crate::LocalTime;
use crate::calendar::{Certainty, DayKind, Holiday, WorkSpan};
use crate::time_limit::{Amount, Direction, Limit, Unit};

/// Ngày viết theo thể thức văn bản — a date as official Vietnamese papers write it: `04/9/2026`.
///
/// A zero stands before days below 10 and before the months 1 and 2 only (NĐ 30/2020/NĐ-CP).
///
/// # Examples
///
/// ```
/// use motcua::calendar::parse_date;
/// use motcua::deadline::vietnamese_date;
///
/// assert_eq!(vietnamese_date(parse_date("2026-09-04")?), "04/9/2026");
/// assert_eq!(vietnamese_date(parse_date("2027-02-10")?), "10/02/2027");
/// # Ok::<(), motcua::Error>(())
/// ```
#[must_use]
pub fn vietnamese_date(date: NaiveDate) -> String {
    match date.month() {
        month @ (1 | 2) => format!("{:02}/{month:02}/{}", date.day(), date.year()),
        month => format!("{:02}/{month}/{}", date.day(), date.year()),
    }
}

/// A date in English without an order to mistake: `4 September 2026`.
#[must_use]
pub fn english_date(date: NaiveDate) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::try_from(date.month0()).ok().and_then(|month| MONTHS.get(month));
    format!("{} {} {}", date.day(), month.unwrap_or(&""), date.year())
}

const fn english_weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// Thứ trong tuần — the weekday in Vietnamese, as it stands inside a sentence.
#[must_use]
pub const fn vietnamese_weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "thứ Hai",
        Weekday::Tue => "thứ Ba",
        Weekday::Wed => "thứ Tư",
        Weekday::Thu => "thứ Năm",
        Weekday::Fri => "thứ Sáu",
        Weekday::Sat => "thứ Bảy",
        Weekday::Sun => "Chủ nhật",
    }
}

/// Ngôn ngữ — the two languages answers are told in. The set is closed on purpose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Tiếng Việt.
    #[default]
    Vietnamese,
    /// Tiếng Anh.
    English,
}

impl Deadline {
    /// The appointment and its reasons in Vietnamese, one line for each step.
    #[must_use]
    pub fn vietnamese(&self) -> String {
        self.write(Language::Vietnamese)
    }

    /// The appointment and its reasons in English, one line for each step.
    #[must_use]
    pub fn english(&self) -> String {
        self.write(Language::English)
    }

    /// The appointment alone, in Vietnamese: `17:00, thứ Sáu 04/9/2026`.
    #[must_use]
    pub fn appointment_vietnamese(&self) -> String {
        self.moment(Language::Vietnamese, self.due.at, self.due.date)
    }

    /// The appointment alone, in English: `17:00 on Friday 4 September 2026`.
    #[must_use]
    pub fn appointment_english(&self) -> String {
        self.moment(Language::English, self.due.at, self.due.date)
    }

    /// An instant in words; the midnight that ends a day is its 24:00.
    fn moment(&self, language: Language, at: LocalTime, date: NaiveDate) -> String {
        let clock = if at.date() == date {
            format!("{:02}:{:02}", at.time().hour(), at.time().minute())
        } else {
            "24:00".to_string()
        };
        match language {
            Language::Vietnamese => {
                let weekday = vietnamese_weekday(date.weekday());
                format!("{clock}, {weekday} {}", vietnamese_date(date))
            }
            Language::English => {
                format!("{clock} on {} {}", english_weekday(date.weekday()), english_date(date))
            }
        }
    }

    fn write(&self, language: Language) -> String {
        let received = self.moment(language, self.received, self.received.date());
        let due = self.moment(language, self.due.at, self.due.date);
        let before = matches!(self.limit, Limit::Count { direction: Direction::Before, .. });
        let limit = limit_text(language, self.limit);
        let mut text = match (language, before) {
            (Language::Vietnamese, false) => format!(
                "Nhận hồ sơ lúc {received}. Thời hạn: {limit}. Hẹn trả kết quả chậm nhất: {due}."
            ),
            (Language::Vietnamese, true) => {
                format!("Sự kiện lúc {received}. Thời hạn: {limit}. Chậm nhất: {due}.")
            }
            (Language::English, false) => {
                format!("Received at {received}. Limit: {limit}. Due at the latest: {due}.")
            }
            (Language::English, true) => {
                format!("Event at {received}. Limit: {limit}. At the latest: {due}.")
            }
        };
        let worked = matches!(self.limit, Limit::Count { unit: Unit::WorkingHour, .. });
        for step in &self.steps {
            text.push_str("\n- ");
            text.push_str(&step_text(language, step, worked));
        }
        let note = match (self.due.certainty, language) {
            (Certainty::Final, _) => "",
            (Certainty::Provisional, Language::Vietnamese) => {
                "\nChưa có thông báo nghỉ chính thức; ngày hẹn tạm tính."
            }
            (Certainty::Provisional, Language::English) => {
                "\nThe notice of days off for a year touched is not final; the date is provisional."
            }
            (Certainty::Projected, Language::Vietnamese) => {
                "\nLịch nghỉ của năm liên quan chưa có thông báo chính thức; ngày hẹn là dự kiến theo luật."
            }
            (Certainty::Projected, Language::English) => {
                "\nA year touched has no notice of days off; the date is projected by law."
            }
        };
        text.push_str(note);
        text
    }
}

fn limit_text(language: Language, limit: Limit) -> String {
    match (language, limit) {
        (Language::Vietnamese, limit) => limit.to_string(),
        (Language::English, Limit::SameDay) => "the same day".to_string(),
        (Language::English, Limit::Count { amount, unit, direction }) => {
            let before = if direction == Direction::Before { " before" } else { "" };
            format!("{}{before}", amount_text(language, amount, unit))
        }
    }
}

fn amount_text(language: Language, amount: Amount, unit: Unit) -> String {
    match language {
        Language::Vietnamese => Limit::of(amount, unit).to_string(),
        Language::English => {
            let plural = if amount == Amount::whole(1) { "" } else { "s" };
            format!("{amount} {}{plural}", unit.english())
        }
    }
}

fn time_text(language: Language, seconds: i64) -> String {
    let (hours, minutes, rest) = (seconds / 3_600, seconds % 3_600 / 60, seconds % 60);
    let names = match language {
        Language::Vietnamese => [" giờ", " phút", " giây"],
        Language::English => [" h", " min", " s"],
    };
    let mut text = String::new();
    for (value, name) in [hours, minutes, rest].into_iter().zip(names) {
        if value != 0 {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&value.to_string());
            text.push_str(name);
        }
    }
    if text.is_empty() { format!("0{}", names.get(1).unwrap_or(&"")) } else { text }
}

/// The days of a run, with the weekday where it is a single one.
fn days_text(language: Language, step: &Step) -> String {
    let single = step.from == step.to;
    match language {
        Language::Vietnamese if single => {
            let weekday = vietnamese_weekday(step.from.weekday());
            format!("{weekday} {}", vietnamese_date(step.from))
        }
        Language::Vietnamese => {
            format!("Từ {} đến {}", vietnamese_date(step.from), vietnamese_date(step.to))
        }
        Language::English if single => {
            format!("{} {}", english_weekday(step.from.weekday()), english_date(step.from))
        }
        Language::English => format!("{} to {}", english_date(step.from), english_date(step.to)),
    }
}

/// Raises the first letter; the names of the days begin with one of ASCII.
fn capitalised(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// Why a day is off, without the count.
fn day_reason(language: Language, step: &Step) -> Cow<'static, str> {
    match language {
        Language::Vietnamese => match (step.because, step.holiday) {
            (_, Some(holiday)) => format!("nghỉ {}", holiday.vietnamese()).into(),
            (Some(DayKind::Weekend), _) => "nghỉ hằng tuần".into(),
            (Some(DayKind::InLieu), _) => "nghỉ bù".into(),
            (Some(DayKind::SwappedOff), _) => "nghỉ hoán đổi".into(),
            (Some(DayKind::Closure), _) => "cơ quan nghỉ".into(),
            _ => "ngày nghỉ".into(),
        },
        Language::English => match (step.because, step.holiday) {
            (_, Some(holiday)) => holiday.english().into(),
            (Some(DayKind::Weekend), _) => "weekly rest".into(),
            (Some(DayKind::InLieu), _) => "off in lieu".into(),
            (Some(DayKind::SwappedOff), _) => "swapped off".into(),
            (Some(DayKind::Closure), _) => "office closed".into(),
            _ => "a day off".into(),
        },
    }
}

impl Step {
    /// The days of the run in words: `Thứ Bảy 22/8/2026`, `Từ 20/8/2026 đến 21/8/2026`.
    #[must_use]
    pub fn days(&self, language: Language) -> String {
        capitalised(days_text(language, self))
    }

    /// What the days are in the count, without the count: `nghỉ hằng tuần, không tính`.
    #[must_use]
    pub fn meaning(&self, language: Language) -> String {
        what(language, self).into_owned()
    }

    /// What the run adds and the running total with it; none when it adds nothing.
    #[must_use]
    pub fn count(&self, language: Language) -> Option<(String, String)> {
        match self.counted {
            Counted::Nothing => None,
            Counted::Units { amount, total, unit } => {
                Some((amount_text(language, amount, unit), amount_text(language, total, unit)))
            }
            Counted::Time { seconds, total } => {
                Some((time_text(language, seconds), time_text(language, total)))
            }
        }
    }

    /// What the step rests on, with a word where that was not read in a text; empty for none.
    #[must_use]
    pub fn citation(&self, language: Language) -> String {
        let (basis, unverified) = match language {
            Language::Vietnamese => (&self.basis.vietnamese, "; căn cứ chưa kiểm chứng"),
            Language::English => (&self.basis.english, "; not verified"),
        };
        let unverified = if self.basis.verified || basis.is_empty() { "" } else { unverified };
        format!("{basis}{unverified}")
    }
}

/// A step as a line; `worked` is whether its hours are those of the office.
fn step_text(language: Language, step: &Step, worked: bool) -> String {
    let mut text = step.days(language);
    text.push_str(": ");
    text.push_str(&what(language, step));
    if let Some((amount, total)) = step.count(language) {
        let hours = matches!(step.counted, Counted::Time { .. });
        let of_office = if worked && hours { " làm việc" } else { "" };
        let written = match (language, amount == total) {
            (Language::Vietnamese, true) => write!(text, " {amount}{of_office}"),
            (Language::Vietnamese, false) => {
                write!(text, " {amount}{of_office}, cộng dồn {total}{of_office}")
            }
            (Language::English, true) => write!(text, " {amount}"),
            (Language::English, false) => write!(text, " {amount}, {total} in all"),
        };
        // Writing to a String cannot fail.
        let _: Result<(), _> = written;
    }
    let citation = step.citation(language);
    if !citation.is_empty() {
        let _: Result<(), _> = write!(text, " ({citation})");
    }
    text.push('.');
    text
}

/// What the days of a step are, without the count.
fn what(language: Language, step: &Step) -> Cow<'static, str> {
    let other = |date: NaiveDate| match language {
        Language::Vietnamese => vietnamese_date(date),
        Language::English => english_date(date),
    };
    let exchanged = step.exchanged_for.map(other).unwrap_or_default();
    let holiday = |name: fn(Holiday) -> &'static str| step.holiday.map(name).unwrap_or_default();
    match language {
        Language::Vietnamese => match step.kind {
            StepKind::Received => "ngày nhận, không tính".into(),
            StepKind::Event => "ngày diễn ra sự kiện, không tính".into(),
            StepKind::CutOff => "nhận sau giờ chốt, tính từ ngày làm việc tiếp theo".into(),
            StepKind::OutsideHours => {
                "ngoài giờ làm việc, tính từ đầu giờ làm việc tiếp theo".into()
            }
            StepKind::Counted => "tính".into(),
            StepKind::MakeUp => format!("làm bù cho ngày {exchanged}, tính").into(),
            StepKind::Weekend => "nghỉ hằng tuần, không tính".into(),
            StepKind::Holiday => {
                format!("nghỉ {}, không tính", holiday(Holiday::vietnamese)).into()
            }
            StepKind::InLieu if exchanged.is_empty() => "nghỉ bù, không tính".into(),
            StepKind::InLieu => format!("nghỉ bù cho ngày {exchanged}, không tính").into(),
            StepKind::SwappedOff => {
                format!("nghỉ hoán đổi với ngày làm bù {exchanged}, không tính").into()
            }
            StepKind::Closure => "cơ quan nghỉ, không tính".into(),
            StepKind::Rolled => {
                let reason = day_reason(language, step);
                format!("{reason}, ngày cuối chuyển sang ngày làm việc tiếp theo").into()
            }
            StepKind::RolledBack => {
                let reason = day_reason(language, step);
                format!("{reason}, ngày cuối chuyển về ngày làm việc liền trước").into()
            }
        },
        Language::English => match step.kind {
            StepKind::Received => "the day of receipt, not counted".into(),
            StepKind::Event => "the day of the event, not counted".into(),
            StepKind::CutOff => {
                "received after the cut-off hour, counted from the next working day".into()
            }
            StepKind::OutsideHours => "outside office hours, counted from the next opening".into(),
            StepKind::Counted => "counted".into(),
            StepKind::MakeUp => format!("worked in exchange for {exchanged}, counted").into(),
            StepKind::Weekend => "weekly rest, not counted".into(),
            StepKind::Holiday => format!("{}, not counted", holiday(Holiday::english)).into(),
            StepKind::InLieu if exchanged.is_empty() => "off in lieu, not counted".into(),
            StepKind::InLieu => format!("off in lieu of {exchanged}, not counted").into(),
            StepKind::SwappedOff => {
                format!("swapped off, worked on {exchanged}, not counted").into()
            }
            StepKind::Closure => "office closed, not counted".into(),
            StepKind::Rolled => {
                let reason = day_reason(language, step);
                format!("{reason}, so the last day moves to the next working day").into()
            }
            StepKind::RolledBack => {
                let reason = day_reason(language, step);
                format!("{reason}, so the last day moves to the working day before").into()
            }
        },
    }
}

/// The office time of a span in Vietnamese: `2 ngày làm việc 3 giờ 15 phút`.
#[must_use]
pub fn vietnamese_span(span: WorkSpan) -> String {
    let parts = [(span.days, "ngày làm việc"), (span.hours, "giờ"), (span.minutes, "phút")];
    let mut text = String::new();
    for (value, name) in parts.into_iter().filter(|(value, _)| *value != 0) {
        let space = if text.is_empty() { "" } else { " " };
        let _: Result<(), _> = write!(text, "{space}{value} {name}");
    }
    if text.is_empty() { "0 phút".to_string() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Calendar;
    use crate::regulation::CountingPolicy;

    #[test]
    fn hours_of_the_office_are_told_from_those_of_the_clock() {
        let told = |unit| {
            let calendar = Calendar::vietnam().unwrap();
            let received = "2026-08-21T15:00".parse().unwrap();
            let limit = Limit::of(Amount::whole(4), unit);
            let policy = CountingPolicy::one_stop();
            Deadline::new(&calendar, &policy, received, limit).unwrap().vietnamese()
        };
        let worked = told(Unit::WorkingHour);
        assert!(worked.contains("Thứ Sáu 21/8/2026: tính 2 giờ làm việc ("), "{worked}");
        assert!(worked.contains("tính 2 giờ làm việc, cộng dồn 4 giờ làm việc ("), "{worked}");
        let clock = told(Unit::Hour);
        assert!(clock.contains("Thứ Sáu 21/8/2026: tính 4 giờ ("), "{clock}");
    }

    #[test]
    fn a_clerk_can_read_the_worked_example_aloud() {
        let calendar = Calendar::vietnam().unwrap();
        let deadline = Deadline::new(
            &calendar,
            &CountingPolicy::one_stop(),
            "2026-08-19T09:00".parse().unwrap(),
            Limit::working_days(10),
        )
        .unwrap();
        assert_eq!(
            deadline.vietnamese(),
            "Nhận hồ sơ lúc 09:00, thứ Tư 19/8/2026. Thời hạn: 10 ngày làm việc. \
             Hẹn trả kết quả chậm nhất: 17:00, thứ Sáu 04/9/2026.\n\
             - Thứ Tư 19/8/2026: ngày nhận, không tính (khoản 2 Điều 147 BLDS 2015).\n\
             - Từ 20/8/2026 đến 21/8/2026: tính 2 ngày làm việc (khoản 1 Điều 148 BLDS 2015).\n\
             - Thứ Bảy 22/8/2026: làm bù cho ngày 31/8/2026, tính 1 ngày làm việc, cộng dồn 3 ngày \
             làm việc (lịch nghỉ: 12729/VPCP-KGVX 25/12/2025; 9441/TB-BNV; 3383/BNV-CVL; NQ \
             28/2026/QH16).\n\
             - Chủ nhật 23/8/2026: nghỉ hằng tuần, không tính (Điều 1 QĐ 188/1999/QĐ-TTg).\n\
             - Từ 24/8/2026 đến 28/8/2026: tính 5 ngày làm việc, cộng dồn 8 ngày làm việc (khoản 1 \
             Điều 148 BLDS 2015).\n\
             - Từ 29/8/2026 đến 30/8/2026: nghỉ hằng tuần, không tính (Điều 1 QĐ \
             188/1999/QĐ-TTg).\n\
             - Thứ Hai 31/8/2026: nghỉ hoán đổi với ngày làm bù 22/8/2026, không tính (lịch nghỉ: \
             12729/VPCP-KGVX 25/12/2025; 9441/TB-BNV; 3383/BNV-CVL; NQ 28/2026/QH16).\n\
             - Từ 01/9/2026 đến 02/9/2026: nghỉ Quốc khánh, không tính (khoản 1 Điều 112 BLLĐ \
             2019).\n\
             - Từ 03/9/2026 đến 04/9/2026: tính 2 ngày làm việc, cộng dồn 10 ngày làm việc (khoản \
             1 Điều 148 BLDS 2015)."
        );
    }
}
