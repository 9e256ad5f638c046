//! Hình vẽ — pictures as SVG: they stand alone as files and inside a page, follow the reader's
//! light or dark scheme, and keep their meaning without colour.

mod bars;
mod calendar;
mod timeline;

pub use bars::month_bars;
pub use calendar::{load_months, months, year_calendar};
pub use timeline::{Timeline, timeline};

use alloc::format;
use alloc::string::String;

use super::Markup;
use crate::calendar::{DayInfo, DayKind};
use crate::deadline::Language;

/// What pictures look like. Names begin with `mc` so that a page's own styles are left alone.
///
/// White on the two dark kinds and ink on the others have a contrast of 4.5 and more.
pub(super) const STYLE: &str = "\
.mc{--paper:#fff;--ink:#1a1f26;--soft:#565f69;--line:#b9c2cb;--weekend:#e9edf1;--holiday:#b3261e;\
--lieu:#fbdca8;--swap:#ddd2f6;--makeup:#cfeed6;--edge:#1b6e35;--closure:#57616c;--go:#0b57d0;\
--late:#b3261e;--hatch:#1a1f26;font-family:system-ui,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif}\
@media screen and (prefers-color-scheme:dark){.mc{--paper:#151a20;--ink:#e8edf2;--soft:#a3aeb9;\
--line:#46515c;--weekend:#272f38;--holiday:#c2413a;--lieu:#66470f;--swap:#483a75;--makeup:#1d4a2b;\
--edge:#6fca8c;--closure:#5f6a76;--go:#7cacf8;--late:#ff8a80;--hatch:#e8edf2}}\
.mc text{fill:var(--ink);font-size:11px}\
.mc .mc-c text{text-anchor:middle}\
.mc .mc-m{font-size:13px;font-weight:700}\
.mc .mc-s{fill:var(--soft);font-size:9px}\
.mc .mc-t{font-size:7.5px}\
.mc .mc-e{text-anchor:end}\
.mc .mc-d{fill:var(--paper);stroke:var(--line);stroke-width:.7}\
.mc .mc-weekend .mc-d{fill:var(--weekend)}\
.mc .mc-weekend text{fill:var(--soft)}\
.mc .mc-holiday .mc-d{fill:var(--holiday)}\
.mc .mc-closure .mc-d{fill:var(--closure)}\
.mc .mc-holiday text,.mc .mc-closure text{fill:#fff;font-weight:700}\
.mc .mc-in_lieu .mc-d{fill:var(--lieu)}\
.mc .mc-swapped_off .mc-d{fill:var(--swap)}\
.mc .mc-make_up .mc-d{fill:var(--makeup);stroke:var(--edge);stroke-width:1.8}\
.mc .mc-make_up text,.mc .mc-in_lieu text,.mc .mc-swapped_off text{font-weight:700}\
.mc .mc-h{fill:none;stroke:var(--hatch);stroke-width:.8;opacity:.38}\
.mc .mc-closure .mc-h{stroke:#fff;opacity:.6}\
.mc .mc-go{fill:var(--go)}\
.mc .mc-late{fill:var(--late)}\
.mc text.mc-n{font-size:14px;font-weight:700}\
.mc text.mc-over{fill:var(--late);font-weight:700}\
.mc text.mc-k{font-size:7.5px;font-weight:700}\
.mc .mc-due{fill:none;stroke:var(--go);stroke-width:2.4}\
.mc .mc-grid{fill:none;stroke:var(--line);stroke-width:.7}\
.mc .mc-kept{fill:var(--makeup);stroke:var(--edge);stroke-width:1}\
.mc .mc-broken{fill:var(--late);stroke:var(--ink);stroke-width:1}\
.mc .mc-stripe{fill:none;stroke:var(--paper);stroke-width:1}\
.mc .mc-load{fill:var(--ink)}\
.mc text.mc-q{font-size:8.5px;font-weight:700}\
.mc .mc-was{stroke-width:1.4;stroke-dasharray:3 2}";

/// The size of a day's cell.
const WIDE: i32 = 24;
const HIGH: i32 = 26;

/// The kinds in the order of the legend.
const KINDS: [DayKind; 7] = [
    DayKind::Working,
    DayKind::MakeUp,
    DayKind::Weekend,
    DayKind::Holiday,
    DayKind::InLieu,
    DayKind::SwappedOff,
    DayKind::Closure,
];

const fn kind_name(kind: DayKind, language: Language) -> &'static str {
    match kind {
        DayKind::Working => language.pick("Ngày làm việc", "Working day"),
        DayKind::Weekend => language.pick("Nghỉ hằng tuần", "Weekly rest"),
        DayKind::Holiday => language.pick("Nghỉ lễ, tết", "Public holiday"),
        DayKind::InLieu => language.pick("Nghỉ bù", "Off in lieu"),
        DayKind::SwappedOff => language.pick("Nghỉ hoán đổi", "Swapped off"),
        DayKind::MakeUp => language.pick("Làm bù", "Make-up day"),
        DayKind::Closure => language.pick("Cơ quan nghỉ", "Office closed"),
    }
}

/// The letter that tells a kind without colour.
const fn letter(kind: DayKind, language: Language) -> &'static str {
    match kind {
        DayKind::Working | DayKind::Weekend => "",
        DayKind::Holiday => language.pick("L", "H"),
        DayKind::InLieu => language.pick("B", "L"),
        DayKind::SwappedOff => language.pick("H", "S"),
        DayKind::MakeUp => "+",
        DayKind::Closure => language.pick("Đ", "C"),
    }
}

/// What is special about a day, none for an ordinary one.
fn remark(day: &DayInfo<'_>, language: Language) -> Option<String> {
    let name = kind_name(day.kind, language);
    let other = day.exchanged_for.map(|date| language.plain_date(date));
    let holiday = day.holiday.map(|holiday| match language {
        Language::Vietnamese => holiday.vietnamese(),
        Language::English => holiday.english(),
    });
    match (day.kind, holiday, other) {
        (DayKind::Working | DayKind::Weekend, None, _) => None,
        (DayKind::MakeUp, _, Some(other)) => {
            Some(format!("{name} {} {other}", language.pick("cho ngày", "for")))
        }
        (DayKind::InLieu, _, Some(other)) => {
            Some(format!("{name} {} {other}", language.pick("cho ngày", "of")))
        }
        (DayKind::SwappedOff, _, Some(other)) => {
            Some(format!("{name} {} {other}", language.pick("với ngày", "for")))
        }
        (DayKind::Closure, None, _) => Some(format!("{name}: {}", day.source)),
        (_, Some(holiday), _) => Some(format!("{name}: {holiday}")),
        (_, None, _) => Some(name.into()),
    }
}

/// The lines over a cell that tell its kind without colour.
fn hatch(out: &mut Markup, kind: DayKind, x: i32, y: i32, wide: i32, high: i32) {
    let (right, foot) = (x.saturating_add(wide), y.saturating_add(high));
    let (half, middle) = (wide / 2, high / 2);
    let (cx, cy) = (x.saturating_add(half), y.saturating_add(middle));
    let lines = match kind {
        DayKind::InLieu => {
            format!("M{x} {cy}L{cx} {y}M{x} {foot}L{right} {y}M{cx} {foot}L{right} {cy}")
        }
        DayKind::SwappedOff => format!(
            "M{cx} {y}L{right} {cy}M{x} {y}L{right} {foot}M{x} {cy}L{cx} {foot}\
             M{x} {cy}L{cx} {y}M{x} {foot}L{right} {y}M{cx} {foot}L{right} {cy}"
        ),
        DayKind::Closure => format!("M{x} {y}L{right} {foot}M{x} {foot}L{right} {y}"),
        DayKind::Working | DayKind::Weekend | DayKind::Holiday | DayKind::MakeUp => return,
    };
    put!(out, r#"<path class="mc-h" d="{lines}"/>"#);
}
