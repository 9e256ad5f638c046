//! The office year as one picture.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use super::super::{Markup, escape};
use super::{HIGH, KINDS, STYLE, WIDE, hatch, kind_name, letter, remark};
use crate::Calendar;
use crate::calendar::{CalendarError, Certainty, DayInfo, DayKind, Holiday, LunarDate};
use crate::deadline::Language;
use crate::report::{DayTally, Report};

const COLUMNS: i32 = 3;
const MONTH_WIDE: i32 = 7 * WIDE;
const MONTH_HIGH: i32 = HEAD + 6 * HIGH + 2;
/// Above the days of a month: its name and the weekdays.
const HEAD: i32 = 34;
const GAP: i32 = 20;
const TOP: i32 = 52;
const LEGEND: i32 = 84;

/// A year's days, read once.
struct Year<'a> {
    number: i16,
    days: Vec<DayInfo<'a>>,
    /// What falls on each day and the most that falls on one; none in the plain calendar.
    load: Option<(&'a Report, u32)>,
    language: Language,
}

impl<'a> Year<'a> {
    fn of(calendar: &'a Calendar, year: i16, language: Language) -> Result<Self, CalendarError> {
        let day = |month, day| NaiveDate::from_ymd_opt(year.into(), month, day);
        let first = day(1, 1).unwrap_or(NaiveDate::MIN);
        let last = day(12, 31).unwrap_or(NaiveDate::MAX);
        let days = calendar.days(first, last)?.collect();
        Ok(Self { number: year, days, load: None, language })
    }

    fn count(&self, kind: DayKind) -> usize {
        self.days.iter().filter(|day| day.kind == kind).count()
    }

    /// The kinds there are, each with how many days.
    fn kinds(&self) -> impl Iterator<Item = (DayKind, usize)> {
        KINDS.into_iter().map(|kind| (kind, self.count(kind))).filter(|(_, count)| *count > 0)
    }

    fn title(&self) -> String {
        let title = self.language.pick("Lịch làm việc của cơ quan năm", "Office calendar of");
        format!("{title} {}", self.number)
    }

    /// How many days of each kind there are, for those who cannot see the picture.
    fn summary(&self) -> String {
        let parts: Vec<String> = self
            .kinds()
            .map(|(kind, count)| format!("{}: {count}", kind_name(kind, self.language)))
            .collect();
        parts.join("; ")
    }

    /// What the year rests on.
    fn source(&self) -> String {
        let Some(day) = self.days.first() else { return String::new() };
        let language = self.language;
        match day.certainty {
            Certainty::Final => {
                let by = language.pick("Theo thông báo lịch nghỉ:", "By the notice of days off:");
                format!("{by} {}", day.source)
            }
            Certainty::Provisional => language
                .pick(
                    "TẠM THỜI: chưa có thông báo lịch nghỉ chính thức",
                    "PROVISIONAL: the notice of days off is not final",
                )
                .into(),
            Certainty::Projected => language
                .pick(
                    "DỰ KIẾN theo luật: chưa có thông báo lịch nghỉ",
                    "PROJECTED by law: there is no notice of days off",
                )
                .into(),
        }
    }

    fn month_name(&self, month: u32) -> String {
        match self.language {
            Language::Vietnamese => format!("Tháng {month}"),
            Language::English => NaiveDate::from_ymd_opt(self.number.into(), month, 1)
                .map(|date| format!("{}", date.format("%B")))
                .unwrap_or_default(),
        }
    }

    /// What falls due in a month, where that is shown.
    fn month_load(&self, month: u32) -> String {
        let Some((report, _)) = self.load else { return String::new() };
        let of_month =
            |date: &NaiveDate| (date.year(), date.month()) == (i32::from(self.number), month);
        let days = report.days().filter(|(date, _)| of_month(date));
        let due = days.fold(0_u32, |sum, (_, day)| sum.saturating_add(day.due));
        format!(": {due} {}", self.language.pick("hồ sơ đến hạn", "dossiers due"))
    }

    /// A month at a place in a picture.
    fn month(&self, out: &mut Markup, month: u32, left: i32, top: i32) {
        let days = || self.days.iter().filter(move |day| day.date.month() == month);
        let worked = days().filter(|day| day.is_working()).count();
        let right = left.saturating_add(MONTH_WIDE);
        let line = top.saturating_add(13);
        put!(out, r#"<text class="mc-m" x="{left}" y="{line}">{}</text>"#, self.month_name(month));
        put!(
            out,
            r#"<text class="mc-s mc-e" x="{right}" y="{line}">{worked} {}</text>"#,
            self.language.pick("ngày làm việc", "working days")
        );
        put!(out, r#"<g class="mc-c">"#);
        let weekdays = match self.language {
            Language::Vietnamese => ["T2", "T3", "T4", "T5", "T6", "T7", "CN"],
            Language::English => ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
        };
        for (column, name) in (0_i32..).zip(weekdays) {
            let x = left.saturating_add(column.saturating_mul(WIDE)).saturating_add(WIDE / 2);
            let y = top.saturating_add(HEAD).saturating_sub(6);
            put!(out, r#"<text class="mc-s" x="{x}" y="{y}">{name}</text>"#);
        }
        // Make-up days come last: their wide edge must not lie under a neighbour.
        let (plain, edged): (Vec<_>, Vec<_>) = days().partition(|day| day.kind != DayKind::MakeUp);
        for day in plain.into_iter().chain(edged) {
            self.day(out, day, left, top.saturating_add(HEAD));
        }
        put!(out, "</g>");
    }

    fn day(&self, out: &mut Markup, day: &DayInfo<'_>, left: i32, top: i32) {
        let column = cell(day.date.weekday().num_days_from_monday());
        let first = day.date.with_day(1).map_or(0, |first| first.weekday().num_days_from_monday());
        let row = cell(day.date.day0().saturating_add(first) / 7);
        let x = left.saturating_add(column.saturating_mul(WIDE));
        let y = top.saturating_add(row.saturating_mul(HIGH));
        put!(out, r#"<g class="mc-{}">"#, day.kind);
        let load = self.load_of(day.date);
        let lunar = if self.load.is_some() { None } else { lunar_hint(day) };
        let remarks = remark(day, self.language).into_iter().chain(self.load_text(load));
        let remarks: Vec<String> = remarks.collect();
        if !remarks.is_empty() {
            let date = self.language.date(day.date);
            put!(out, "<title>{}: {}</title>", escape(&date), escape(&remarks.join("; ")));
        }
        put!(out, r#"<rect class="mc-d" x="{x}" y="{y}" width="{WIDE}" height="{HIGH}"/>"#);
        hatch(out, day.kind, x, y, WIDE, HIGH);
        let middle = x.saturating_add(WIDE / 2);
        let letter = letter(day.kind, self.language);
        // The number makes room for what stands above or below it.
        let base = y.saturating_add(match (&lunar, self.load) {
            (_, Some(_)) => 11,
            (Some(_), None) => 14,
            (None, None) => 17,
        });
        let number = if letter.is_empty() { middle } else { middle.saturating_sub(3) };
        put!(out, r#"<text x="{number}" y="{base}">{}</text>"#, day.date.day());
        if !letter.is_empty() {
            let (x, y) = (x.saturating_add(WIDE).saturating_sub(4), y.saturating_add(9));
            put!(out, r#"<text class="mc-k" x="{x}" y="{y}">{letter}</text>"#);
        }
        self.bar(out, load, x, y);
        if let Some(hint) = lunar {
            let y = y.saturating_add(HIGH).saturating_sub(4);
            put!(out, r#"<text class="mc-t" x="{middle}" y="{y}">{hint}</text>"#);
        }
        put!(out, "</g>");
    }

    fn load_of(&self, date: NaiveDate) -> DayTally {
        let load = self.load.and_then(|(report, _)| report.day_of(date));
        load.copied().unwrap_or_default()
    }

    fn load_text(&self, load: DayTally) -> Option<String> {
        let (due, received, solved) = (load.due, load.received(), load.solved());
        let language = self.language;
        let text = format!(
            "{due} {}, {received} {}, {solved} {}",
            language.pick("hồ sơ đến hạn", "due"),
            language.pick("tiếp nhận", "received"),
            language.pick("giải quyết xong", "solved")
        );
        (due.saturating_add(received).saturating_add(solved) > 0).then_some(text)
    }

    /// The dossiers due on a day: their number, and a bar against the heaviest day.
    fn bar(&self, out: &mut Markup, load: DayTally, x: i32, y: i32) {
        let Some((_, most)) = self.load.filter(|_| load.due > 0) else { return };
        let room = WIDE.saturating_sub(4);
        let wide = i64::from(load.due).saturating_mul(room.into()).checked_div(most.into());
        let wide = i32::try_from(wide.unwrap_or(0)).unwrap_or(room).max(1);
        let (left, top) = (x.saturating_add(2), y.saturating_add(HIGH).saturating_sub(4));
        put!(out, r#"<rect class="mc-load" x="{left}" y="{top}" width="{wide}" height="3"/>"#);
        let (middle, line) = (x.saturating_add(WIDE / 2), top.saturating_sub(2));
        put!(out, r#"<text class="mc-q" x="{middle}" y="{line}">{}</text>"#, load.due);
    }

    /// One kind of the legend: a cell and its name.
    fn legend(&self, out: &mut Markup, kind: DayKind, count: usize, left: i32, top: i32) {
        let (wide, high) = (18, 18);
        put!(out, r#"<g class="mc-{kind}">"#);
        // A class more than the days have, so that theirs alone are as many as the year's.
        put!(
            out,
            r#"<rect class="mc-d mc-l" x="{left}" y="{top}" width="{wide}" height="{high}"/>"#
        );
        hatch(out, kind, left, top, wide, high);
        let (x, y) = (left.saturating_add(wide / 2), top.saturating_add(13));
        put!(
            out,
            r#"<g class="mc-c"><text x="{x}" y="{y}">{}</text></g></g>"#,
            letter(kind, self.language)
        );
        let x = left.saturating_add(wide).saturating_add(5);
        put!(out, r#"<text x="{x}" y="{y}">{} ({count})</text>"#, kind_name(kind, self.language));
    }
}

fn cell(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(0)
}

/// Mùng 1 of a lunar month, and the days of Tết.
fn lunar_hint(day: &DayInfo<'_>) -> Option<String> {
    let lunar = LunarDate::from_solar(day.date).ok()?;
    match (lunar.day(), lunar.month()) {
        (1, 1) => Some("Tết".into()),
        (day_of_month, month) if day_of_month == 1 || day.holiday == Some(Holiday::Tet) => {
            let leap = if lunar.is_leap() { "n" } else { "" };
            Some(format!("{day_of_month}/{month}{leap}"))
        }
        _ => None,
    }
}

/// Lịch năm — the office year as one picture: twelve months, each day coloured by its kind and
/// marked by a letter and a hatch as well; mùng 1 and Tết by the lunar calendar.
///
/// # Examples
///
/// ```
/// use motcua::Calendar;
/// use motcua::deadline::Language;
/// use motcua::render::svg;
///
/// let picture = svg::year_calendar(&Calendar::vietnam()?, 2026, Language::Vietnamese)?;
/// assert!(picture.as_str().contains("Làm bù cho ngày 31/8/2026"));
/// # Ok::<(), motcua::Error>(())
/// ```
///
/// # Errors
///
/// [`CalendarError::OutOfRange`] outside 2000 to 2050.
pub fn year_calendar(
    calendar: &Calendar,
    year: i16,
    language: Language,
) -> Result<Markup, CalendarError> {
    let year = Year::of(calendar, year, language)?;
    let wide = COLUMNS.saturating_mul(MONTH_WIDE).saturating_add(GAP.saturating_mul(COLUMNS));
    let rows = 12 / COLUMNS;
    let months_high = rows.saturating_mul(MONTH_HIGH.saturating_add(GAP));
    let high = TOP.saturating_add(months_high).saturating_add(LEGEND);
    let mut out = Markup::default();
    put!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="mc" viewBox="0 0 {wide} {high}" role="img" lang="{}">"#,
        language.tag()
    );
    put!(out, "<title>{}</title>", escape(&year.title()));
    put!(
        out,
        "<desc>{}. {}</desc><style>{STYLE}</style>",
        escape(&year.summary()),
        escape(&year.source())
    );
    put!(out, r#"<rect width="{wide}" height="{high}" fill="var(--paper)"/>"#);
    let left = GAP / 2;
    put!(out, r#"<text class="mc-m" x="{left}" y="22">{}</text>"#, escape(&year.title()));
    put!(out, r#"<text class="mc-s" x="{left}" y="38">{}</text>"#, escape(&year.source()));
    for (place, month) in (0_i32..).zip(1_u32..=12) {
        let column = place % COLUMNS;
        let row = place / COLUMNS;
        let x = left.saturating_add(column.saturating_mul(MONTH_WIDE.saturating_add(GAP)));
        let y = TOP.saturating_add(row.saturating_mul(MONTH_HIGH.saturating_add(GAP)));
        year.month(&mut out, month, x, y);
    }
    let top = TOP.saturating_add(months_high);
    for (place, (kind, count)) in (0_i32..).zip(year.kinds()) {
        let column = (place % COLUMNS).saturating_mul(MONTH_WIDE.saturating_add(GAP));
        let x = left.saturating_add(column);
        year.legend(
            &mut out,
            kind,
            count,
            x,
            top.saturating_add((place / COLUMNS).saturating_mul(26)),
        );
    }
    put!(out, "</svg>");
    Ok(out)
}

/// Lịch năm theo tháng — the same year as twelve pictures, which a page sets in as many columns
/// as it has room for, from a phone to A4, with the legend below them.
///
/// # Errors
///
/// [`CalendarError::OutOfRange`] outside 2000 to 2050.
pub fn months(calendar: &Calendar, year: i16, language: Language) -> Result<Markup, CalendarError> {
    Ok(by_months(&Year::of(calendar, year, language)?))
}

/// Lịch tải — the office year by months with the load of each day: how many dossiers fall due, in
/// figures and as a bar against the heaviest day of the report; what came in and what was solved
/// stands in the text of each day.
///
/// # Errors
///
/// [`CalendarError::OutOfRange`] outside 2000 to 2050.
pub fn load_months(
    calendar: &Calendar,
    report: &Report,
    year: i16,
    language: Language,
) -> Result<Markup, CalendarError> {
    let most = report.days().map(|(_, day)| day.due).max().unwrap_or(0);
    let load = Some((report, most));
    Ok(by_months(&Year { load, ..Year::of(calendar, year, language)? }))
}

fn by_months(year: &Year<'_>) -> Markup {
    let language = year.language;
    let mut out = Markup::default();
    put!(
        out,
        r#"<figure class="year"><figcaption><strong>{}</strong><br/>{}</figcaption><div class="months">"#,
        escape(&year.title()),
        escape(&year.source())
    );
    for month in 1..=12 {
        // Two units around it: the wide edge of a make-up day may lie on the outside.
        put!(
            out,
            r#"<svg xmlns="http://www.w3.org/2000/svg" class="mc" viewBox="-2 0 {} {MONTH_HIGH}" role="img" lang="{}"><title>{} {}{}</title>"#,
            MONTH_WIDE.saturating_add(4),
            language.tag(),
            year.month_name(month),
            year.number,
            year.month_load(month)
        );
        year.month(&mut out, month, 0, 0);
        put!(out, "</svg>");
    }
    put!(out, r#"</div><ul class="legend">"#);
    for (kind, count) in year.kinds() {
        put!(
            out,
            r#"<li><svg xmlns="http://www.w3.org/2000/svg" class="mc" width="150" height="20" viewBox="-1 -1 150 20" role="img"><title>{} ({count})</title>"#,
            kind_name(kind, language)
        );
        year.legend(&mut out, kind, count, 0, 0);
        put!(out, "</svg></li>");
    }
    put!(out, "</ul>");
    let lunar = language.pick(
        "Số nhỏ dưới ngày: ngày/tháng âm lịch của mùng 1 và dịp Tết.",
        "Small figures: lunar day/month of the first of a lunar month and of Tết.",
    );
    let load = language.pick(
        "Số đậm và thanh dưới ngày: số hồ sơ đến hạn trả ngày đó.",
        "Bold figures and bars: how many dossiers fall due that day.",
    );
    let note = if year.load.is_some() { load } else { lunar };
    put!(out, r#"<p class="note">{note}</p></figure>"#);
    out
}
