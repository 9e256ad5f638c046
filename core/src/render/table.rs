//! Bảng — tables with headings a screen reader can follow.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Markup, escape};
use crate::deadline::{Language, vietnamese_date, vietnamese_span};
use crate::dossier::{Dossier, Summary};
use crate::obligation::{Standing, State};
use crate::report::{Grouping, Ratio, Report, ReportError, Tally};
use crate::{Deadline, LocalTime};

/// A heading in Vietnamese and in English.
type Heading = (&'static str, &'static str);

/// The columns of form II.06a under their three headings.
const II06A: [(Heading, &[Heading]); 3] = [
    (
        ("Tiếp nhận", "Received"),
        &[
            ("Tổng số", "Total"),
            ("Trực tuyến", "Online"),
            ("Trực tiếp/bưu chính", "Desk or post"),
            ("Từ kỳ trước", "Carried over"),
        ],
    ),
    (
        ("Đã giải quyết", "Solved"),
        &[
            ("Tổng số", "Total"),
            ("Trước hạn", "Early"),
            ("Đúng hạn", "On time"),
            ("Quá hạn", "Late"),
        ],
    ),
    (
        ("Đang giải quyết", "Open"),
        &[("Tổng số", "Total"), ("Trong hạn", "In time"), ("Quá hạn", "Overdue")],
    ),
];

/// Biểu II.06a — the form as a table, with its totals and its rates.
///
/// # Examples
///
/// ```
/// use motcua::calendar::parse_date as day;
/// use motcua::deadline::Language;
/// use motcua::obligation::StandingPolicy;
/// use motcua::render::table;
/// use motcua::report::{Period, Report};
///
/// let period = Period::new(day("2026-07-01")?, day("2026-09-30")?)?;
/// let report = Report::new(period, StandingPolicy::default());
/// let form = table::ii06a(&report, Language::Vietnamese)?;
/// assert!(form.as_str().contains("chưa có số liệu"));
/// # Ok::<(), motcua::Error>(())
/// ```
///
/// # Errors
///
/// [`ReportError::BrokenSum`] when the sums of a row do not agree.
pub fn ii06a(report: &Report, language: Language) -> Result<Markup, ReportError> {
    let totals = report.totals()?;
    let form = form(report, Grouping::Field, ToString::to_string, &totals, language);
    let on_time =
        language.pick("Tỷ lệ giải quyết trước hạn và đúng hạn", "Solved early or on time");
    let online = language.pick("Tỷ lệ nộp trực tuyến trong kỳ", "Filed online in the period");
    let rates = [
        rate(on_time, totals.on_time_ratio(), language),
        rate(online, totals.online_ratio(), language),
    ];
    Ok(form.then(&Markup::list(rates)))
}

/// What the rows of a form are.
pub(super) const fn grouping(by: Grouping, language: Language) -> &'static str {
    match by {
        Grouping::Field => language.pick("Lĩnh vực", "Field"),
        Grouping::Agency => language.pick("Cơ quan", "Agency"),
        Grouping::Procedure => language.pick("Thủ tục", "Procedure"),
    }
}

/// The name of a row, or what stands where none is given.
pub(super) fn named(name: &str, by: Grouping, language: Language) -> String {
    match (name, by) {
        ("", Grouping::Field) => language.pick("(không ghi lĩnh vực)", "(no field given)").into(),
        ("", Grouping::Agency) => language.pick("(không ghi cơ quan)", "(no agency given)").into(),
        ("", Grouping::Procedure) => {
            language.pick("(không ghi thủ tục)", "(no procedure given)").into()
        }
        (name, _) => name.into(),
    }
}

/// What the form is about.
pub(super) fn caption(report: &Report, language: Language) -> String {
    let date = |date| language.plain_date(date);
    let period = report.period();
    format!(
        "{} {} {} {}",
        language.pick(
            "Biểu II.06a: tình hình, kết quả giải quyết thủ tục hành chính từ",
            "Form II.06a: dossiers received and solved from"
        ),
        date(period.from()),
        language.pick("đến", "to"),
        date(period.to())
    )
}

/// Form II.06a by a grouping; `label` names its rows.
pub(super) fn form(
    report: &Report,
    by: Grouping,
    label: impl Fn(&str) -> String,
    totals: &Tally,
    language: Language,
) -> Markup {
    let caption = caption(report, language);
    let mut out = Markup::default();
    open(&mut out, &caption, "form");
    put!(out, r#"<thead><tr><th scope="col" rowspan="2">{}</th>"#, grouping(by, language));
    for ((vietnamese, english), columns) in II06A {
        let name = language.pick(vietnamese, english);
        put!(out, r#"<th scope="colgroup" colspan="{}">{name}</th>"#, columns.len());
    }
    put!(out, "</tr><tr>");
    for (_, columns) in II06A {
        for (vietnamese, english) in columns {
            put!(out, r#"<th scope="col">{}</th>"#, language.pick(vietnamese, english));
        }
    }
    put!(out, "</tr></thead><tbody>");
    for (name, row) in report.rows(by) {
        tally_row(&mut out, &named(&label(name), by, language), &row.tally, language);
    }
    put!(out, "</tbody><tfoot>");
    tally_row(&mut out, language.pick("Tổng cộng", "Total"), totals, language);
    put!(out, "</tfoot></table></div>");
    out
}

/// The columns of the form in one line each: `Tiếp nhận: tổng số`.
pub(super) fn columns(language: Language) -> impl Iterator<Item = String> {
    II06A.into_iter().flat_map(move |((vietnamese, english), columns)| {
        columns.iter().map(move |(name_vi, name_en)| {
            format!("{}: {}", language.pick(vietnamese, english), language.pick(name_vi, name_en))
        })
    })
}

/// The numbers of a row of the form.
pub(super) const fn numbers(tally: &Tally) -> [u32; 11] {
    let Tally { received, online, direct_or_post, carried_over, .. } = *tally;
    let Tally { solved, early, on_time, late, pending, in_time, overdue, .. } = *tally;
    [
        received,
        online,
        direct_or_post,
        carried_over,
        solved,
        early,
        on_time,
        late,
        pending,
        in_time,
        overdue,
    ]
}

pub(super) fn rate(name: &str, ratio: Ratio, language: Language) -> String {
    match percent(ratio, language) {
        Some(percent) => {
            let [part, whole] =
                [ratio.numerator, ratio.denominator].map(|value| number(value, language));
            format!("{name}: {part}/{whole} = {percent}")
        }
        None => format!("{name}: {}", language.pick("chưa có số liệu", "no data")),
    }
}

/// A share as the language writes it; none without data.
pub(super) fn percent(ratio: Ratio, language: Language) -> Option<String> {
    let percent = ratio.percent_text()?;
    Some(match language {
        Language::Vietnamese => percent,
        Language::English => percent.replace(',', "."),
    })
}

fn tally_row(out: &mut Markup, name: &str, tally: &Tally, language: Language) {
    put!(out, r#"<tr><th scope="row">{}</th>"#, escape(name));
    for value in numbers(tally) {
        put!(out, r#"<td class="n">{}</td>"#, number(value, language));
    }
    put!(out, "</tr>");
}

/// A number as papers in the language write it: in Vietnamese a point before each three digits, in
/// English a comma.
pub(super) fn number(value: u32, language: Language) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        let left = digits.len().saturating_sub(at);
        if at > 0 && left.is_multiple_of(3) {
            text.push_str(language.pick(".", ","));
        }
        text.push(digit);
    }
    text
}

/// A table that scrolls by itself where the screen is too narrow.
pub(super) fn open(out: &mut Markup, caption: &str, class: &str) {
    let caption = escape(caption);
    put!(
        out,
        r#"<div class="scroll" role="region" aria-label="{caption}" tabindex="0"><table class="{class}"><caption><span>{caption}</span></caption>"#
    );
}

/// Dòng danh sách — a dossier in a list, and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The name of its procedure.
    pub procedure: &'a str,
    /// What happened to it.
    pub life: Summary,
    /// Where it stands.
    pub standing: Standing,
}

/// Danh sách hồ sơ — a list of dossiers: late ones, those due soon, or any other.
///
/// # Examples
///
/// ```
/// use motcua::deadline::Language;
/// use motcua::render::table;
///
/// let none = table::dossiers("Hồ sơ quá hạn", [], Language::Vietnamese);
/// assert!(none.as_str().contains("Không có"));
/// ```
#[must_use]
pub fn dossiers<'a>(
    caption: &str,
    rows: impl IntoIterator<Item = Row<'a>>,
    language: Language,
) -> Markup {
    let rows: Vec<Row<'a>> = rows.into_iter().collect();
    let mut out = Markup::default();
    if rows.is_empty() {
        let none = language.pick("Không có hồ sơ nào.", "None.");
        return Markup::paragraph(&format!("{caption}: {none}"));
    }
    open(&mut out, caption, "list");
    let names = [
        language.pick("Hồ sơ", "Dossier"),
        language.pick("Thủ tục", "Procedure"),
        language.pick("Người xử lý", "Officer"),
        language.pick("Nhận", "Received"),
        language.pick("Hạn trả", "Due"),
        language.pick("Xong", "Finished"),
        language.pick("Tình trạng", "Standing"),
    ];
    // Lists of open dossiers have nothing to say there.
    let finished = rows.iter().any(|row| row.standing.state.is_done());
    let shown = |at: usize| finished || at != 5;
    put!(out, "<thead><tr>");
    for (_, name) in (0_usize..).zip(names).filter(|(at, _)| shown(*at)) {
        put!(out, r#"<th scope="col">{name}</th>"#);
    }
    put!(out, "</tr></thead><tbody>");
    for row in rows {
        let Row { dossier, procedure, life, standing } = row;
        let done = standing.state.is_done();
        let cells = [
            procedure.to_string(),
            dossier.officer.clone(),
            short_moment(life.received),
            short_moment(life.due.at),
            life.finished.filter(|_| done).map(short_moment).unwrap_or_default(),
            standing_text(standing, language),
        ];
        put!(
            out,
            r#"<tr class="{}"><th scope="row">{}</th>"#,
            standing.state.as_str(),
            escape(&dossier.code)
        );
        let cells = (1_usize..).zip(names.iter().skip(1).zip(&cells));
        for (_, (name, text)) in cells.filter(|(at, _)| shown(*at)) {
            // On a phone a row is a card, and each cell says what it is.
            put!(out, r#"<td data-name="{name}">{}</td>"#, escape(text));
        }
        put!(out, "</tr>");
    }
    put!(out, "</tbody></table></div>");
    out
}

pub(super) fn short_moment(at: LocalTime) -> String {
    format!("{} {}", at.time().format("%H:%M"), vietnamese_date(at.date()))
}

/// `quá hạn 2 ngày làm việc 3 giờ`; of an open dossier in time what is left.
pub(super) fn standing_text(standing: Standing, language: Language) -> String {
    let Standing { state, span } = standing;
    let (name, span) = match language {
        Language::Vietnamese => (state.vietnamese().to_string(), vietnamese_span(span)),
        Language::English => (
            state.as_str().replace('_', " "),
            format!("{} d {} h {} min", span.days, span.hours, span.minutes),
        ),
    };
    match state {
        State::OnTime | State::NotAccepted | State::Withdrawn | State::Stopped => name,
        State::InTime | State::DueSoon | State::Waiting => {
            format!("{name}, {}{span}{}", language.pick("còn ", ""), language.pick("", " left"))
        }
        State::Early | State::Overdue | State::Late => format!("{name} {span}"),
    }
}

/// Ngày hẹn trả kết quả — the appointment of a dossier with the reason for every day.
///
/// # Examples
///
/// ```
/// use motcua::deadline::Language;
/// use motcua::dossier::Dossier;
/// use motcua::regulation::CountingPolicy;
/// use motcua::render::table;
/// use motcua::time_limit::{Channel, Limit};
/// use motcua::{Calendar, Deadline};
///
/// let limit = Limit::working_days(10);
/// let deadline = Deadline::new(
///     &Calendar::vietnam()?,
///     &CountingPolicy::one_stop(),
///     "2026-08-19T09:00".parse()?,
///     limit,
/// )?;
/// let dossier = Dossier::new("HS-1", limit, Channel::InPerson);
/// let sheet =
///     table::appointment(&dossier, "Cấp giấy phép", &deadline, Language::Vietnamese);
/// assert!(sheet.as_str().contains("17:00, thứ Sáu 04/9/2026"));
/// # Ok::<(), motcua::Error>(())
/// ```
#[must_use]
pub fn appointment(
    dossier: &Dossier,
    procedure: &str,
    deadline: &Deadline,
    language: Language,
) -> Markup {
    let due = deadline.due();
    let mut out = Markup::default();
    put!(out, r#"<article class="appointment"><h3>{}</h3><dl>"#, escape(&dossier.code));
    let received = deadline.received();
    let channel = match language {
        Language::Vietnamese => dossier.channel.vietnamese(),
        Language::English => dossier.channel.english(),
    };
    for (name, text) in [
        (language.pick("Thủ tục", "Procedure"), procedure.to_string()),
        (language.pick("Nhận lúc", "Received"), language.moment(received, received.date())),
        (language.pick("Hình thức nộp", "Filed"), channel.to_string()),
        (language.pick("Thời hạn", "Limit"), deadline.limit().to_string()),
        (language.pick("Người xử lý", "Officer"), dossier.officer.clone()),
    ] {
        if !text.is_empty() {
            put!(out, "<div><dt>{name}</dt><dd>{}</dd></div>", escape(&text));
        }
    }
    let name = language.pick("Hẹn trả kết quả chậm nhất", "Due at the latest");
    let appointment = language.moment(due.at, due.date);
    put!(out, r#"<div class="due"><dt>{name}</dt><dd>{}</dd></div></dl>"#, escape(&appointment));
    let caption =
        format!("{} {}", language.pick("Cách tính hạn của", "The count of"), dossier.code);
    open(&mut out, &caption, "list steps");
    let names = [
        language.pick("Ngày", "Days"),
        language.pick("Lý do", "Reason"),
        language.pick("Tính", "Counted"),
        language.pick("Cộng dồn", "In all"),
        language.pick("Căn cứ", "Basis"),
    ];
    put!(out, "<thead><tr>");
    for name in names {
        put!(out, r#"<th scope="col">{name}</th>"#);
    }
    put!(out, "</tr></thead><tbody>");
    for step in deadline.steps() {
        let (amount, total) = step.count(language).unwrap_or_default();
        let class = if step.kind.is_counted() { "counted" } else { "off" };
        put!(out, r#"<tr class="{class}"><th scope="row">{}</th>"#, escape(&step.days(language)));
        let cells = [step.meaning(language), amount, total, step.citation(language)];
        for (name, text) in names.iter().skip(1).zip(&cells) {
            put!(out, r#"<td data-name="{name}">{}</td>"#, escape(text));
        }
        put!(out, "</tr>");
    }
    put!(out, "</tbody></table></div></article>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::WorkSpan;

    #[test]
    fn thousands_are_set_apart() {
        for (value, text) in [(0, "0"), (999, "999"), (1_000, "1.000"), (1_234_567, "1.234.567")] {
            assert_eq!(number(value, Language::Vietnamese), text);
            assert_eq!(number(value, Language::English), text.replace('.', ","));
        }
        let ratio = Ratio::new(1_234, 2_000);
        assert_eq!(rate("Tỷ lệ", ratio, Language::Vietnamese), "Tỷ lệ: 1.234/2.000 = 61,70 %");
        assert_eq!(rate("Share", ratio, Language::English), "Share: 1,234/2,000 = 61.70 %");
    }

    #[test]
    fn only_states_with_a_span_tell_one() {
        let told = |state, days| {
            let span = WorkSpan { days, ..WorkSpan::default() };
            let standing = Standing { state, span };
            [Language::Vietnamese, Language::English]
                .map(|language| standing_text(standing, language))
        };
        assert_eq!(told(State::OnTime, 0), ["đúng hạn", "on time"]);
        assert_eq!(told(State::Withdrawn, 0), ["đã rút hồ sơ", "withdrawn"]);
        assert_eq!(
            told(State::DueSoon, 1),
            ["sắp đến hạn, còn 1 ngày làm việc", "due soon, 1 d 0 h 0 min left"]
        );
        assert_eq!(told(State::Late, 2), ["trễ hạn 2 ngày làm việc", "late 2 d 0 h 0 min"]);
    }
}
