//! The day's work in the terminal.

use std::fmt::{self, Write};

use motcua::LocalTime;
use motcua::chrono::Datelike;
use motcua::deadline::{vietnamese_date, vietnamese_span, vietnamese_weekday};
use motcua::obligation::Standing;
use motcua::report::{Grouping, Tally};

use crate::desk::{Desk, Placed, SOON};

/// How many appointments are told with every reason.
pub(crate) const IN_FULL: usize = 3;

/// `17:00 25/11/2026`
pub(crate) fn moment(at: LocalTime) -> String {
    format!("{} {}", at.time().format("%H:%M"), vietnamese_date(at.date()))
}

/// `10:00, thứ Hai 23/11/2026`
pub(crate) fn long_moment(at: LocalTime) -> String {
    let weekday = vietnamese_weekday(at.date().weekday());
    format!("{}, {weekday} {}", at.time().format("%H:%M"), vietnamese_date(at.date()))
}

/// Everything the desk has to know, in Vietnamese.
pub(crate) fn text(desk: &Desk<'_>) -> Result<String, Box<dyn std::error::Error>> {
    let mut out = String::new();
    appointments(&mut out, desk)?;
    overdue(&mut out, desk)?;
    soon(&mut out, desk)?;
    report(&mut out, desk)?;
    certainty(&mut out, desk)?;
    Ok(out)
}

fn appointments(out: &mut String, desk: &Desk<'_>) -> Result<(), Box<dyn std::error::Error>> {
    let Some(day) = desk.day else { return Ok(()) };
    let weekday = vietnamese_weekday(day.weekday());
    writeln!(
        out,
        "1. HẸN TRẢ KẾT QUẢ: {} hồ sơ nhận {weekday} {}  (appointments given that day)\n",
        desk.received.len(),
        vietnamese_date(day)
    )?;
    for (number, placed) in desk.received.iter().enumerate() {
        let case = placed.case;
        let deadline = desk.deadline(placed)?;
        writeln!(out, "   {} — {}", case.dossier.code, case.procedure)?;
        if number < IN_FULL {
            for line in deadline.vietnamese().lines() {
                writeln!(out, "     {line}")?;
            }
            if number == 0 {
                let english = deadline.english();
                writeln!(out, "     ({})", english.lines().next().unwrap_or_default())?;
            }
        } else {
            writeln!(
                out,
                "     Nhận lúc {}; thời hạn {}; hẹn trả {}.",
                long_moment(placed.life.received),
                case.dossier.limit,
                deadline.appointment_vietnamese()
            )?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn overdue(out: &mut String, desk: &Desk<'_>) -> fmt::Result {
    writeln!(out, "2. HỒ SƠ QUÁ HẠN  (late)\n")?;
    writeln!(out, "   Đang giải quyết, đã quá hạn: {} hồ sơ", desk.overdue.len())?;
    let mut table = Table::new(["Hồ sơ", "Thủ tục", "Người xử lý", "Hạn trả", "Quá hạn"]);
    for placed in &desk.overdue {
        table.row(row(placed));
    }
    table.write(out)?;
    writeln!(out, "\n   Đã giải quyết trong kỳ, quá hạn: {} hồ sơ", desk.late.len())?;
    let mut table = Table::new(["Hồ sơ", "Thủ tục", "Người xử lý", "Hạn trả", "Quá hạn"]);
    for placed in &desk.late {
        table.row(row(placed));
    }
    table.write(out)?;
    writeln!(out)
}

fn soon(out: &mut String, desk: &Desk<'_>) -> fmt::Result {
    let hours = SOON / 60;
    writeln!(
        out,
        "3. SẮP ĐẾN HẠN: {} hồ sơ còn không quá {hours} giờ làm việc  (due soon)\n",
        desk.soon.len()
    )?;
    let mut table = Table::new(["Hồ sơ", "Thủ tục", "Người xử lý", "Hạn trả", "Còn lại"]);
    for placed in &desk.soon {
        table.row(row(placed));
    }
    table.write(out)?;
    writeln!(out)
}

fn row(placed: &Placed<'_>) -> [String; 5] {
    let Standing { span, .. } = placed.standing;
    let case = placed.case;
    [
        case.dossier.code.clone(),
        shortened(&case.procedure, 44),
        case.dossier.officer.clone(),
        moment(placed.life.due.at),
        vietnamese_span(span),
    ]
}

fn report(out: &mut String, desk: &Desk<'_>) -> Result<(), Box<dyn std::error::Error>> {
    let period = desk.report.period();
    writeln!(
        out,
        "4. BIỂU II.06a: tình hình giải quyết từ {} đến {}  (form II.06a)\n",
        vietnamese_date(period.from()),
        vietnamese_date(period.to())
    )?;
    let totals = desk.report.totals()?;
    let mut table = Table::new([
        "Lĩnh vực",
        "Tổng|số",
        "Trực|tuyến",
        "Trực tiếp/|bưu chính",
        "Từ kỳ|trước",
        "Tổng|số",
        "Trước|hạn",
        "Đúng|hạn",
        "Quá|hạn",
        "Tổng|số",
        "Trong|hạn",
        "Quá|hạn",
    ]);
    table.groups = &[("Tiếp nhận", 1, 4), ("Đã giải quyết", 5, 4), ("Đang giải quyết", 9, 3)];
    for (field, row) in desk.report.rows(Grouping::Field) {
        table.row(columns(field, &row.tally));
    }
    table.row(columns("Tổng cộng", &totals));
    table.numbers_from = 1;
    table.write(out)?;
    writeln!(out)?;
    for (name, ratio) in [
        ("Tỷ lệ giải quyết trước hạn và đúng hạn", totals.on_time_ratio()),
        ("Tỷ lệ nộp trực tuyến trong kỳ", totals.online_ratio()),
    ] {
        match ratio.percent_text() {
            Some(percent) => {
                writeln!(out, "   {name}: {}/{} = {percent}", ratio.numerator, ratio.denominator)?;
            }
            None => writeln!(out, "   {name}: chưa có số liệu (no data)")?,
        }
    }
    writeln!(out)?;
    Ok(())
}

fn columns(field: &str, tally: &Tally) -> [String; 12] {
    let name = if field.is_empty() { "(không ghi lĩnh vực)" } else { field };
    [
        name.to_owned(),
        tally.received.to_string(),
        tally.online.to_string(),
        tally.direct_or_post.to_string(),
        tally.carried_over.to_string(),
        tally.solved.to_string(),
        tally.early.to_string(),
        tally.on_time.to_string(),
        tally.late.to_string(),
        tally.pending.to_string(),
        tally.in_time.to_string(),
        tally.overdue.to_string(),
    ]
}

fn certainty(out: &mut String, desk: &Desk<'_>) -> fmt::Result {
    writeln!(out, "5. ĐỘ CHẮC CHẮN CỦA LỊCH  (how far the calendar is settled)\n")?;
    for line in certainty_notes(desk) {
        writeln!(out, "   {line}")?;
    }
    Ok(())
}

/// What the answers rest on, a line for each year.
pub(crate) fn certainty_notes(desk: &Desk<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    let dates = [desk.report.period().from(), desk.as_of.date()];
    let mut years: Vec<i32> = dates.iter().map(Datelike::year).collect();
    years.dedup();
    for year in years {
        let known = i16::try_from(year).ok().and_then(|year| desk.calendar.notice_of(year));
        if let Some((source, note)) = known {
            let note = note.map(|note| format!(" ({note})")).unwrap_or_default();
            notes.push(format!("Lịch nghỉ năm {year}: {source}{note}"));
        }
    }
    notes.push(if desk.not_final == 0 {
        "Mọi ngày hẹn đều thuộc các năm đã có thông báo lịch nghỉ chính thức.".to_owned()
    } else {
        format!(
            "{} ngày hẹn chạm năm chưa có thông báo lịch nghỉ chính thức: còn có thể thay đổi.",
            desk.not_final
        )
    });
    notes
}

/// How many columns of the terminal a text takes: a letter one, a mark on a letter none.
fn width(text: &str) -> usize {
    text.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).count()
}

pub(crate) fn shortened(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A table whose columns are as wide as what stands in them. A bar in a heading breaks its line.
struct Table<const N: usize> {
    header: [&'static str; N],
    rows: Vec<[String; N]>,
    /// The first of the columns that are set to the right.
    numbers_from: usize,
    /// Headings above several columns: the text, the first column and how many.
    groups: &'static [(&'static str, usize, usize)],
}

impl<const N: usize> Table<N> {
    const fn new(header: [&'static str; N]) -> Self {
        Self { header, rows: Vec::new(), numbers_from: N, groups: &[] }
    }

    fn row(&mut self, row: [String; N]) {
        self.rows.push(row);
    }

    fn write(&self, out: &mut String) -> fmt::Result {
        if self.rows.is_empty() {
            return writeln!(out, "   (không có)");
        }
        let mut widths = self.header.map(|name| name.split('|').map(width).max().unwrap_or(0));
        for row in &self.rows {
            for (most, cell) in widths.iter_mut().zip(row) {
                *most = width(cell).max(*most);
            }
        }
        if !self.groups.is_empty() {
            writeln!(out, "   {}", self.group_line(&widths).trim_end())?;
        }
        let lines = self.header.map(|name| name.split('|').count()).into_iter().max().unwrap_or(1);
        for line in 0..lines {
            // Shorter headings stand at the foot, next to their columns.
            let part = |name: &'static str| {
                let parts: Vec<&str> = name.split('|').collect();
                let skipped = lines.saturating_sub(parts.len());
                line.checked_sub(skipped).and_then(|at| parts.get(at).copied()).unwrap_or("")
            };
            self.line(out, &widths, self.header.map(part))?;
        }
        let rules: Vec<String> = widths.iter().map(|most| "─".repeat(*most)).collect();
        writeln!(out, "   {}", rules.join("  "))?;
        for row in &self.rows {
            self.line(out, &widths, row.each_ref().map(String::as_str))?;
        }
        Ok(())
    }

    fn line(&self, out: &mut String, widths: &[usize; N], cells: [&str; N]) -> fmt::Result {
        let mut line = String::from("  ");
        for (at, (cell, most)) in cells.iter().zip(widths).enumerate() {
            let gap = " ".repeat(most.saturating_sub(width(cell)));
            if at >= self.numbers_from {
                write!(line, " {gap}{cell} ")?;
            } else {
                write!(line, " {cell}{gap} ")?;
            }
        }
        writeln!(out, "{}", line.trim_end())
    }

    fn group_line(&self, widths: &[usize; N]) -> String {
        let mut line = String::new();
        let mut at = 0;
        for (text, first, count) in self.groups {
            for most in widths.iter().take(*first).skip(at) {
                line.push_str(&" ".repeat(most.saturating_add(2)));
            }
            let columns = widths.iter().skip(*first).take(*count);
            let room = columns
                .fold(0_usize, |sum, most| sum.saturating_add(*most))
                .saturating_add(count.saturating_sub(1).saturating_mul(2));
            let left = room.saturating_sub(width(text).saturating_add(2));
            let before = left / 2;
            line.push_str(&"─".repeat(before));
            line.push(' ');
            line.push_str(text);
            line.push(' ');
            line.push_str(&"─".repeat(left.saturating_sub(before)));
            line.push_str("  ");
            at = first.saturating_add(*count);
        }
        line
    }
}
