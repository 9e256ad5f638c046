//! The days of a dossier, two weeks in a row.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use super::super::table::standing_text;
use super::super::{Markup, escape};
use super::{STYLE, hatch, letter, remark};
use crate::calendar::{CalendarError, DayInfo, DayKind};
use crate::deadline::{Counted, Language, Step};
use crate::dossier::Summary;
use crate::obligation::Standing;
use crate::time_limit::{Amount, Unit};
use crate::{Calendar, Deadline, LocalTime};

const WIDE: i32 = 28;
const HIGH: i32 = 46;
const ROW: i32 = HIGH + 6;
const COLUMNS: i32 = 14;
const TOP: i32 = 18;
const LEFT: i32 = 2;
/// Longer pictures lose those rows of their middle in which nothing happened.
const MOST_ROWS: usize = 16;
const KEPT_ROWS: usize = 6;

/// Diễn biến một hồ sơ — what a timeline is drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Timeline<'a> {
    /// The calendar of the office.
    pub calendar: &'a Calendar,
    /// The due time first given, with its reasons; `life` has the one in force.
    pub deadline: &'a Deadline,
    /// What happened.
    pub life: Summary,
    /// Where the dossier stands at `as_of`.
    pub standing: Standing,
    /// The instant of the telling.
    pub as_of: LocalTime,
}

/// Dòng thời gian — the days of a dossier as a picture: each day counted with its number, the
/// days off shaded as in [`super::year_calendar`], the receipt, the due day, the day it was
/// finished and handed over, and the days it was late.
///
/// # Examples
///
/// ```
/// use motcua::deadline::Language;
/// use motcua::dossier::{Dossier, Event};
/// use motcua::obligation::StandingPolicy;
/// use motcua::regulation::CountingPolicy;
/// use motcua::render::svg::{Timeline, timeline};
/// use motcua::time_limit::{Channel, Limit};
/// use motcua::{Calendar, Deadline};
///
/// let calendar = Calendar::vietnam()?;
/// let policy = CountingPolicy::one_stop();
/// let dossier = Dossier::new("HS-1", Limit::working_days(10), Channel::Online)
///     .event(Event::received("2026-08-19T09:00".parse()?))
///     .event(Event::finished("2026-09-08T15:10".parse()?));
/// let as_of = "2026-11-23T08:00".parse()?;
/// let course = dossier.evaluate(&calendar, &policy)?;
/// let life = course.summary(as_of).ok_or("not received")?;
/// let standing = course.standing(&calendar, StandingPolicy::default(), as_of)?;
/// let picture = timeline(
///     &Timeline {
///         calendar: &calendar,
///         deadline: &Deadline::new(&calendar, &policy, life.received, dossier.limit)?,
///         life,
///         standing: standing.ok_or("its term has not begun")?,
///         as_of,
///     },
///     Language::Vietnamese,
/// )?;
/// assert!(picture.as_str().contains("trễ hạn 1 ngày làm việc"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`CalendarError::OutOfRange`] when an event lies outside 2000 to 2050.
pub fn timeline(of: &Timeline<'_>, language: Language) -> Result<Markup, CalendarError> {
    Picture { of, language, finished: of.life.finished.filter(|at| *at <= of.as_of) }.draw()
}

struct Picture<'a> {
    of: &'a Timeline<'a>,
    language: Language,
    finished: Option<LocalTime>,
}

/// What a row of the picture shows.
enum Row<'a> {
    Days(Vec<DayInfo<'a>>),
    /// How many rows are left out.
    Gap(usize),
}

impl Picture<'_> {
    fn draw(&self) -> Result<Markup, CalendarError> {
        let Timeline { calendar, life, as_of, .. } = *self.of;
        let (due, language) = (&life.due, self.language);
        let first = life.received.date().min(due.date);
        let now = as_of.date();
        let marked = [
            Some(life.received.date()),
            Some(due.date),
            Some(self.of.deadline.due().date),
            self.finished.map(LocalTime::date),
            life.returned.filter(|at| *at <= as_of).map(LocalTime::date),
            // An open dossier that is late goes on until now.
            self.finished.is_none().then_some(now),
        ];
        let marked: Vec<NaiveDate> = marked.into_iter().flatten().collect();
        let last = marked.iter().copied().max().unwrap_or(first);
        let rows = rows(calendar, first, last, &marked)?;
        let count = i32::try_from(rows.len()).unwrap_or(i32::MAX);
        let wide = COLUMNS.saturating_mul(WIDE).saturating_add(LEFT.saturating_mul(2));
        let high = TOP.saturating_add(count.saturating_mul(ROW)).saturating_add(4);
        let mut out = Markup::default();
        put!(
            out,
            r#"<svg xmlns="http://www.w3.org/2000/svg" class="mc mc-line" viewBox="0 0 {wide} {high}" role="img" lang="{}">"#,
            language.tag()
        );
        let title = language.pick("Diễn biến hồ sơ", "Course of a dossier");
        put!(
            out,
            "<title>{title}</title><desc>{}</desc><style>{STYLE}</style>",
            escape(&self.summary())
        );
        put!(out, r#"<rect width="{wide}" height="{high}" fill="var(--paper)"/><g class="mc-c">"#);
        self.weekdays(&mut out);
        for (at, row) in (0_i32..).zip(&rows) {
            let top = TOP.saturating_add(at.saturating_mul(ROW));
            match row {
                Row::Days(days) => {
                    for (place, day) in (0_usize..).zip(days) {
                        self.day(&mut out, day, top, place == 0)?;
                    }
                }
                Row::Gap(count) => {
                    let (x, y) = (wide / 2, top.saturating_add(ROW / 2));
                    let weeks = count.saturating_mul(2);
                    put!(
                        out,
                        r#"<text class="mc-s" x="{x}" y="{y}">… {weeks} {} …</text>"#,
                        language.pick("tuần không vẽ", "weeks left out")
                    );
                }
            }
        }
        put!(out, "</g></svg>");
        Ok(out)
    }

    fn weekdays(&self, out: &mut Markup) {
        let names = match self.language {
            Language::Vietnamese => ["T2", "T3", "T4", "T5", "T6", "T7", "CN"],
            Language::English => ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
        };
        for (column, name) in (0..COLUMNS).zip(names.iter().cycle()) {
            let x = LEFT.saturating_add(column.saturating_mul(WIDE)).saturating_add(WIDE / 2);
            put!(out, r#"<text class="mc-s" x="{x}" y="12">{name}</text>"#);
        }
    }

    fn day(
        &self,
        out: &mut Markup,
        day: &DayInfo<'_>,
        top: i32,
        first_of_row: bool,
    ) -> Result<(), CalendarError> {
        let life = self.of.life;
        let column = column(day.date);
        let x = LEFT.saturating_add(column.saturating_mul(WIDE));
        let at = |dx: i32| x.saturating_add(dx);
        let below = |dy: i32| top.saturating_add(dy);
        let (middle, date) = (at(WIDE / 2), day.date);
        put!(out, r#"<g class="mc-{}">"#, day.kind);
        let remark = remark(day, self.language);
        put!(out, "<title>{}", escape(&self.language.date(date)));
        if let Some(remark) = remark {
            put!(out, ": {}", escape(&remark));
        }
        put!(out, "</title>");
        put!(out, r#"<rect class="mc-d" x="{x}" y="{top}" width="{WIDE}" height="{HIGH}"/>"#);
        hatch(out, day.kind, x, top, WIDE, HIGH);
        let written = if first_of_row || date.day() == 1 {
            format!("{}/{}", date.day(), date.month())
        } else {
            format!("{}", date.day())
        };
        let letter = letter(day.kind, self.language);
        put!(out, r#"<text class="mc-t" x="{middle}" y="{}">{written}</text>"#, below(9));
        if !letter.is_empty() {
            put!(
                out,
                r#"<text class="mc-k" x="{}" y="{}">{letter}</text>"#,
                at(WIDE - 4),
                below(18)
            );
        }
        put!(out, "</g>");
        let over = self.over(date);
        let off_dark = matches!(day.kind, DayKind::Holiday | DayKind::Closure);
        if let Some(number) = self.number(date) {
            let fill = if off_dark { r#" style="fill:#fff""# } else { "" };
            put!(out, r#"<text class="mc-n" x="{middle}" y="{}"{fill}>{number}</text>"#, below(25));
        } else if over && day.is_working() {
            let days = self.of.calendar.count_working_days(life.due.date, date)?;
            put!(out, r#"<text class="mc-over" x="{middle}" y="{}">+{days}</text>"#, below(24));
        }
        self.marks(out, date, x, top, off_dark);
        Ok(())
    }

    /// The events of a day, and the bar that runs through all of them.
    fn marks(&self, out: &mut Markup, date: NaiveDate, x: i32, top: i32, dark: bool) {
        let life = self.of.life;
        let middle = x.saturating_add(WIDE / 2);
        let below = |dy: i32| top.saturating_add(dy);
        let end = self.finished.unwrap_or(self.of.as_of).date();
        if date >= life.received.date() && date <= end {
            let class = if self.over(date) { "mc-late" } else { "mc-go" };
            put!(
                out,
                r#"<rect class="{class}" x="{x}" y="{}" width="{WIDE}" height="4"/>"#,
                below(HIGH)
            );
        }
        if date == life.due.date {
            put!(
                out,
                r#"<rect class="mc-due" x="{}" y="{}" width="{}" height="{}"/>"#,
                x.saturating_add(2),
                below(2),
                WIDE.saturating_sub(4),
                HIGH.saturating_sub(4)
            );
        }
        // A promise that was revised is still shown.
        let first_due = self.of.deadline.due().date;
        let revised = first_due != life.due.date && first_due == date;
        if revised {
            put!(
                out,
                r#"<rect class="mc-due mc-was" x="{}" y="{}" width="{}" height="{}"/>"#,
                x.saturating_add(2),
                below(2),
                WIDE.saturating_sub(4),
                HIGH.saturating_sub(4)
            );
        }
        let language = self.language;
        let told = |at: Option<LocalTime>| {
            at.filter(|at| *at <= self.of.as_of).map(LocalTime::date) == Some(date)
        };
        let now = self.finished.is_none() && self.of.as_of.date() == date;
        let labels = [
            (told(Some(life.received)), language.pick("NHẬN", "IN")),
            (revised, language.pick("HẠN CŨ", "WAS")),
            (date == life.due.date, language.pick("HẠN", "DUE")),
            (told(self.finished), language.pick("XONG", "DONE")),
            (told(life.returned) && life.returned != self.finished, language.pick("TRẢ", "OUT")),
            (now, language.pick("NAY", "NOW")),
        ];
        let shown: Vec<&str> = labels.iter().filter(|(is, _)| *is).map(|(_, name)| *name).collect();
        let fill = if dark { r#" style="fill:#fff""# } else { "" };
        for (up, label) in (0_i32..).zip(shown.iter().rev()) {
            let y = below(HIGH.saturating_sub(5)).saturating_sub(up.saturating_mul(8));
            put!(out, r#"<text class="mc-k" x="{middle}" y="{y}"{fill}>{label}</text>"#);
        }
    }

    /// Whether a day lies in the time the dossier is or was late.
    fn over(&self, date: NaiveDate) -> bool {
        let end = self.finished.unwrap_or(self.of.as_of).date();
        self.of.standing.state.is_late() && date > self.of.life.due.date && date <= end
    }

    /// How far the count is after a day that is counted.
    fn number(&self, date: NaiveDate) -> Option<String> {
        let covers = |step: &&Step| step.from <= date && date <= step.to && step.kind.is_counted();
        let step = self.of.deadline.steps().iter().find(covers)?;
        match step.counted {
            Counted::Nothing => None,
            Counted::Units { amount, total, unit: Unit::Day | Unit::WorkingDay } => {
                let gone = date.signed_duration_since(step.from).num_days().saturating_add(1);
                let back = step.to.signed_duration_since(date).num_days().saturating_add(1);
                let forward = self.of.life.due.at >= self.of.life.due.start;
                let days = u32::try_from(if forward { gone } else { back }).ok()?;
                let before = total.thousandths().saturating_sub(amount.thousandths());
                let here = before.saturating_add(days.saturating_mul(1_000));
                Some(decimal(
                    Amount::from_thousandths(here.min(total.thousandths())),
                    self.language,
                ))
            }
            Counted::Units { .. } | Counted::Time { .. } => Some("•".into()),
        }
    }

    /// The picture in words.
    fn summary(&self) -> String {
        let Timeline { life, standing, as_of, deadline, .. } = *self.of;
        let language = self.language;
        let moment = |at: LocalTime| language.moment(at, at.date());
        let mut text = format!(
            "{} {}; {} {}; {} {}",
            language.pick("Nhận", "Received"),
            moment(life.received),
            language.pick("thời hạn", "limit"),
            deadline.limit(),
            language.pick("hẹn trả", "due"),
            language.moment(life.due.at, life.due.date)
        );
        for (at, name) in [
            (self.finished, language.pick("giải quyết xong", "finished")),
            (life.returned.filter(|at| *at <= as_of), language.pick("trả kết quả", "returned")),
        ] {
            if let Some(at) = at {
                text.push_str(&format!("; {name} {}", moment(at)));
            }
        }
        text.push_str(&format!("; {}", standing_text(standing, language)));
        text
    }
}

/// An amount with the decimal sign of the language.
fn decimal(amount: Amount, language: Language) -> String {
    let text = format!("{amount}");
    match language {
        Language::Vietnamese => text.replace('.', ","),
        Language::English => text,
    }
}

/// The place of a day in its two weeks, which begin on Mondays.
fn column(date: NaiveDate) -> i32 {
    // 1970-01-05 was a Monday.
    date.to_epoch_days().saturating_sub(4).rem_euclid(COLUMNS)
}

/// The days in rows of two weeks; of a long time those in the middle are left out in which no day
/// is marked.
fn rows<'a>(
    calendar: &'a Calendar,
    first: NaiveDate,
    last: NaiveDate,
    marked: &[NaiveDate],
) -> Result<Vec<Row<'a>>, CalendarError> {
    let mut rows: Vec<Vec<DayInfo<'a>>> = Vec::new();
    let mut days = Vec::new();
    for day in calendar.days(first, last)? {
        if column(day.date) == 0 && !days.is_empty() {
            rows.push(core::mem::take(&mut days));
        }
        days.push(day);
    }
    rows.push(days);
    let long = rows.len() > MOST_ROWS;
    let end = rows.len().saturating_sub(KEPT_ROWS);
    let mut shown: Vec<Row<'a>> = Vec::new();
    for (at, days) in rows.into_iter().enumerate() {
        let middle = long && (KEPT_ROWS..end).contains(&at);
        if !middle || days.iter().any(|day| marked.contains(&day.date)) {
            shown.push(Row::Days(days));
        } else if let Some(Row::Gap(count)) = shown.last_mut() {
            *count = count.saturating_add(1);
        } else {
            shown.push(Row::Gap(1));
        }
    }
    Ok(shown)
}
