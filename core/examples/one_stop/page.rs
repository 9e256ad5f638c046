//! The same in one HTML file, with pictures.

use std::collections::BTreeSet;

use motcua::chrono::Datelike;
use motcua::deadline::{Language, vietnamese_date, vietnamese_weekday};
use motcua::obligation::State;
use motcua::render::svg::{self, Timeline};
use motcua::render::{Markup, Page, table};

use crate::desk::{Desk, Placed};
use crate::output::{IN_FULL, certainty_notes, long_moment};

const VI: Language = Language::Vietnamese;

type Done<T> = Result<T, Box<dyn std::error::Error>>;

/// The page; `notice` is what must not be overlooked, `leads` what it was made from.
pub(crate) fn html(desk: &Desk<'_>, notice: Option<&str>, leads: &[String]) -> Done<String> {
    let mut page = Page::new("Một cửa: hẹn trả, quá hạn, biểu II.06a", VI);
    if let Some(notice) = notice {
        page = page.notice(notice);
    }
    for lead in leads {
        page = page.lead(lead);
    }
    if let Some(day) = desk.day {
        let weekday = vietnamese_weekday(day.weekday());
        let heading = format!("Hẹn trả kết quả: hồ sơ nhận {weekday} {}", vietnamese_date(day));
        page = page.section(heading, &appointments(desk)?);
    }
    let late = list("Đang giải quyết, đã quá hạn", &desk.overdue)
        .then(&list("Đã giải quyết trong kỳ, quá hạn", &desk.late));
    page = page
        .section("Hồ sơ quá hạn", &late)
        .section("Hồ sơ sắp đến hạn", &list("Sắp đến hạn", &desk.soon))
        .section("Biểu II.06a", &table::ii06a(&desk.report, VI)?)
        .section("Diễn biến một số hồ sơ", &timelines(desk)?)
        .section("Lịch làm việc của cơ quan", &calendars(desk)?)
        .section("Độ chắc chắn của lịch", &Markup::list(certainty_notes(desk)));
    Ok(page.to_html())
}

fn row<'a>(placed: &Placed<'a>) -> table::Row<'a> {
    let case = placed.case;
    table::Row {
        dossier: &case.dossier,
        procedure: &case.procedure,
        life: placed.life,
        standing: placed.standing,
    }
}

fn list(caption: &str, placed: &[Placed<'_>]) -> Markup {
    let caption = format!("{caption}: {} hồ sơ", placed.len());
    table::dossiers(&caption, placed.iter().map(row), VI)
}

fn appointments(desk: &Desk<'_>) -> Done<Markup> {
    let mut all = Markup::default();
    for placed in desk.received.iter().take(IN_FULL) {
        let deadline = desk.deadline(placed)?;
        let case = placed.case;
        all = all.then(&table::appointment(&case.dossier, &case.procedure, &deadline, VI));
    }
    Ok(match desk.received.get(IN_FULL..) {
        None | Some([]) => all,
        Some(rest) => all.then(&list("Cũng nhận ngày này", rest)),
    })
}

/// The dossiers whose days tell most: those open and late, then one of each outcome, and the one
/// that goes over the most days off.
fn timelines(desk: &Desk<'_>) -> Done<Markup> {
    let mut chosen: Vec<&Placed<'_>> = desk.overdue.iter().take(2).collect();
    for state in [State::Late, State::OnTime, State::Early] {
        let found = desk.placed.iter().filter(|it| it.standing.state == state);
        chosen.extend(found.max_by_key(|it| desk.odd_days(it)));
    }
    chosen.extend(desk.received.last());
    let mut all = Markup::paragraph(
        "Mỗi hàng hai tuần. Số lớn: ngày thứ mấy của thời hạn. Khung xanh: ngày hẹn trả. Số đỏ có \
         dấu cộng: ngày làm việc quá hạn thứ mấy. Chữ nhỏ ở góc: loại ngày nghỉ, ngày làm bù như \
         trong lịch năm.",
    );
    let mut shown = BTreeSet::new();
    for placed in chosen {
        let case = placed.case;
        if !shown.insert(&case.dossier.code) {
            continue;
        }
        let deadline = desk.deadline(placed)?;
        let timeline = Timeline {
            calendar: desk.calendar,
            deadline: &deadline,
            life: placed.life,
            standing: placed.standing,
            as_of: desk.as_of,
        };
        let caption = format!(
            "{} ({}): {}. Nhận {}, thời hạn {}, hẹn trả {}; {}.",
            case.dossier.code,
            case.dossier.officer,
            case.procedure,
            long_moment(placed.life.received),
            case.dossier.limit,
            deadline.appointment_vietnamese(),
            placed.standing.state.vietnamese()
        );
        all = all.then(&Markup::figure(&caption, &svg::timeline(&timeline, VI)?));
    }
    Ok(all)
}

/// The year in which it is judged, and the one before.
fn calendars(desk: &Desk<'_>) -> Done<Markup> {
    let year = i16::try_from(desk.as_of.date().year())?;
    let mut all = svg::months(desk.calendar, year, VI)?;
    if let Some(before) = year.checked_sub(1)
        && let Ok(picture) = svg::months(desk.calendar, before, VI)
    {
        all = all.then(&picture);
    }
    Ok(all)
}
