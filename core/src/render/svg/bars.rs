//! Bars of what was solved on time and late, month by month.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::super::{Markup, escape, table};
use super::STYLE;
use crate::deadline::Language;
use crate::report::MonthTally;

/// How many months stand side by side; the next ones begin a picture of their own.
const IN_A_ROW: usize = 12;
const LEFT: i32 = 44;
const STRIDE: i32 = 50;
const BAR: i32 = 30;
const TOP: i32 = 30;
const HIGH: i32 = 150;
const FOOT: i32 = 48;

/// Biểu đồ theo tháng — a bar for each month: what was solved early or on time, and above it what
/// was solved late, dark and hatched, each with its number.
///
/// All pictures of one report have the same scale. The table of the same numbers belongs beside
/// them, for those who cannot see them.
///
/// # Examples
///
/// ```
/// use motcua::calendar::parse_date as day;
/// use motcua::deadline::Language;
/// use motcua::obligation::StandingPolicy;
/// use motcua::render::svg;
/// use motcua::report::{Period, Report};
///
/// let year = Period::new(day("2026-01-01")?, day("2026-12-31")?)?;
/// let months = Report::new(year, StandingPolicy::default()).months();
/// let picture = svg::month_bars(&months, Language::Vietnamese);
/// assert!(picture.as_str().contains("<title>Giải quyết đúng hạn và quá hạn theo tháng"));
/// # Ok::<(), motcua::Error>(())
/// ```
#[must_use]
pub fn month_bars(months: &[MonthTally], language: Language) -> Markup {
    let most = months.iter().map(|month| month.tally.solved()).max().unwrap_or(0);
    let scale = round_up(most);
    let mut out = Markup::default();
    for row in months.chunks(IN_A_ROW) {
        picture(&mut out, row, scale, language);
    }
    out
}

/// The least of 4, 8, 12, 16, 20, 24, 32, 40, 80, ... that is not below a number: its half is
/// whole.
fn round_up(most: u32) -> u32 {
    let mut unit = 4_u32;
    loop {
        for times in [1_u32, 2, 3, 4, 5, 6, 8] {
            let scale = unit.saturating_mul(times);
            if scale >= most {
                return scale;
            }
        }
        unit = unit.saturating_mul(10);
    }
}

fn name(month: &MonthTally, language: Language) -> String {
    match language {
        Language::Vietnamese => format!("T{}/{}", month.month, month.year),
        Language::English => format!("{:02}/{}", month.month, month.year),
    }
}

/// A number of dossiers as a height.
fn height(number: u32, scale: u32) -> i32 {
    let high = i64::from(number).saturating_mul(HIGH.into()).checked_div(scale.into());
    i32::try_from(high.unwrap_or(0)).unwrap_or(HIGH)
}

fn picture(out: &mut Markup, months: &[MonthTally], scale: u32, language: Language) {
    let columns = i32::try_from(IN_A_ROW).unwrap_or(12);
    let wide = LEFT.saturating_add(STRIDE.saturating_mul(columns)).saturating_add(6);
    let (base, high) = (TOP.saturating_add(HIGH), TOP.saturating_add(HIGH).saturating_add(FOOT));
    let title = language
        .pick("Giải quyết đúng hạn và quá hạn theo tháng", "Solved on time and late, by month");
    let (on_time, late) =
        (language.pick("trước hạn, đúng hạn", "early, on time"), language.pick("quá hạn", "late"));
    let told: Vec<String> = months
        .iter()
        .map(|month| {
            let ratio = month.tally.on_time_ratio();
            let name = name(month, language);
            format!("{name}: {} {on_time}, {} {late}", ratio.numerator, month.tally.late)
        })
        .collect();
    let ends = match (months.first(), months.last()) {
        (Some(first), Some(last)) => {
            format!(", {} – {}", name(first, language), name(last, language))
        }
        _ => String::new(),
    };
    put!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="mc mc-bars" viewBox="0 0 {wide} {high}" role="img" lang="{}"><title>{title}{ends}</title><desc>{}</desc><style>{STYLE}</style>"#,
        language.tag(),
        escape(&told.join("; "))
    );
    put!(out, r#"<rect width="{wide}" height="{high}" fill="var(--paper)"/>"#);
    legend(out, on_time, late);
    for part in [0, scale / 2, scale] {
        let y = base.saturating_sub(height(part, scale));
        let (label, right) = (LEFT.saturating_sub(6), wide.saturating_sub(6));
        put!(out, r#"<path class="mc-grid" d="M{LEFT} {y}H{right}"/>"#);
        let y = y.saturating_add(4);
        put!(out, r#"<text class="mc-s mc-e" x="{label}" y="{y}">{part}</text>"#);
    }
    put!(out, r#"<g class="mc-c">"#);
    for (place, month) in (0_i32..).zip(months) {
        let x = LEFT.saturating_add(STRIDE.saturating_mul(place)).saturating_add(10);
        bar(out, month, scale, [x, base], place == 0, language);
    }
    put!(out, "</g></svg>");
}

fn legend(out: &mut Markup, on_time: &str, late: &str) {
    let second = LEFT.saturating_add(190);
    put!(out, r#"<rect class="mc-kept" x="{LEFT}" y="6" width="14" height="12"/>"#);
    put!(out, r#"<text x="{}" y="16">{on_time}</text>"#, LEFT.saturating_add(19));
    put!(out, r#"<rect class="mc-broken" x="{second}" y="6" width="14" height="12"/>"#);
    stripes(out, second, 6, 14, 12);
    put!(out, r#"<text x="{}" y="16">{late}</text>"#, second.saturating_add(19));
}

fn bar(
    out: &mut Markup,
    month: &MonthTally,
    scale: u32,
    [x, base]: [i32; 2],
    first: bool,
    language: Language,
) {
    let kept = month.tally.on_time_ratio().numerator;
    let late = month.tally.late;
    let (low, upper) = (height(kept, scale), height(late, scale));
    let middle = x.saturating_add(BAR / 2);
    let foot = base.saturating_sub(low);
    let head = foot.saturating_sub(upper);
    if low > 0 {
        put!(out, r#"<rect class="mc-kept" x="{x}" y="{foot}" width="{BAR}" height="{low}"/>"#);
    }
    if upper > 0 {
        put!(out, r#"<rect class="mc-broken" x="{x}" y="{head}" width="{BAR}" height="{upper}"/>"#);
        stripes(out, x, head, BAR, upper);
    }
    // Above the bar: what was kept, and after a plus what was late.
    let text = if late > 0 { format!("{kept} + {late}") } else { format!("{kept}") };
    if month.tally.solved() > 0 {
        let y = head.saturating_sub(4);
        put!(out, r#"<text x="{middle}" y="{y}">{text}</text>"#);
    }
    let y = base.saturating_add(15);
    let letter = language.pick("T", "");
    put!(out, r#"<text x="{middle}" y="{y}">{letter}{}</text>"#, month.month);
    if first || month.month == 1 {
        let y = base.saturating_add(41);
        put!(out, r#"<text x="{middle}" y="{y}">{}</text>"#, month.year);
    }
    if let Some(percent) = table::percent(month.tally.on_time_ratio(), language) {
        let y = base.saturating_add(28);
        put!(out, r#"<text class="mc-s" x="{middle}" y="{y}">{percent}</text>"#);
    }
}

/// Light stripes over a dark bar, cut at its edges.
fn stripes(out: &mut Markup, x: i32, y: i32, wide: i32, high: i32) {
    let (right, foot) = (x.saturating_add(wide), y.saturating_add(high));
    let mut lines = String::new();
    let mut at = y.saturating_add(3);
    while at < foot {
        lines.push_str(&format!("M{x} {at}H{right}"));
        at = at.saturating_add(4);
    }
    put!(out, r#"<path class="mc-stripe" d="{lines}"/>"#);
}

#[cfg(test)]
mod tests {
    use super::round_up;

    #[test]
    fn the_scale_reaches_the_highest_bar() {
        for (most, scale) in
            [(0, 4), (4, 4), (5, 8), (9, 12), (21, 24), (25, 32), (80, 80), (81, 120)]
        {
            assert_eq!(round_up(most), scale);
        }
        assert!(round_up(u32::MAX) == u32::MAX);
    }
}
