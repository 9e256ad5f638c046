//! Pictures, tables and pages: the year of an office, the days of a dossier, the sheet of an
//! appointment, a list, form II.06a, the report of a year, what an inspection finds, and a page put
//! together by hand.

use std::error::Error;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use motcua::calendar::parse_date as day;
use motcua::deadline::Language;
use motcua::dossier::{Dossier, Event};
use motcua::inspection::Inspection;
use motcua::obligation::StandingPolicy;
use motcua::regulation::CountingPolicy;
use motcua::render::{Markup, Page, ReportPage, inspection, svg, table};
use motcua::report::{Period, Report};
use motcua::time_limit::Channel;
use motcua::{Calendar, Deadline, Limit, LocalTime};

/// Dossiers of the report and of the list.
const DOSSIERS: i32 = 2_000;

/// A year of dossiers in four fields, received one working hour after the other.
fn received(calendar: &Calendar) -> Result<Vec<Dossier>, Box<dyn Error>> {
    let first = calendar.open_of(day("2026-01-05")?)?.ok_or("a day off")?;
    (0..DOSSIERS)
        .map(|number| {
            let limit = Limit::working_days(10);
            let at = calendar.add_working_minutes(first, number.saturating_mul(50))?;
            let mut dossier = Dossier::new(format!("HS-{number}"), limit, Channel::Online);
            dossier.field = format!("Lĩnh vực {}", number % 4);
            dossier.events.push(Event::received(at));
            // One in ten is late.
            let minutes = if number % 10 == 0 { 12 * 480 } else { 8 * 480 };
            dossier.events.push(Event::finished(calendar.add_working_minutes(at, minutes)?));
            Ok(dossier)
        })
        .collect()
}

fn measure(c: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let (vietnamese, standing) = (Language::Vietnamese, StandingPolicy::default());
    let (calendar, policy) = (Calendar::vietnam()?, CountingPolicy::one_stop());
    let as_of: LocalTime = "2027-01-04T08:00".parse()?;
    let dossiers = received(&calendar)?;
    let mut report = Report::new(Period::new(day("2026-01-01")?, day("2026-12-31")?)?, standing);
    let mut team = Inspection::new(report.period(), "Sở Khoa học và Công nghệ");
    let mut rows = Vec::new();
    for dossier in &dossiers {
        let timeline = dossier.evaluate(&calendar, &policy)?;
        report.add(&calendar, &policy, dossier, &timeline)?;
        team.add(&calendar, &policy, dossier, &timeline)?;
        let life = timeline.summary(as_of).ok_or("not received")?;
        let standing = timeline.standing(&calendar, standing, as_of)?.ok_or("not received")?;
        rows.push(table::Row { dossier, procedure: "Cấp giấy phép", life, standing });
    }
    let conclusion = team.conclude(&calendar, &policy)?;
    let months = report.months();
    let one = *rows.first().ok_or("no dossier")?;
    let at = one.life.received;
    let deadline = Deadline::new(&calendar, &policy, at, one.dossier.limit)?;
    let life = svg::Timeline {
        calendar: &calendar,
        deadline: &deadline,
        life: one.life,
        standing: one.standing,
        as_of,
    };

    let mut group = c.benchmark_group("render");
    group.bench_function("year_calendar", |b| {
        b.iter(|| svg::year_calendar(black_box(&calendar), 2026, vietnamese));
    });
    group.bench_function("timeline", |b| b.iter(|| svg::timeline(black_box(&life), vietnamese)));
    group.bench_function("appointment", |b| {
        b.iter(|| {
            table::appointment(one.dossier, "Cấp giấy phép", black_box(&deadline), vietnamese)
        });
    });
    group.bench_function("dossiers/2000", |b| {
        b.iter(|| table::dossiers("Hồ sơ", black_box(&rows).iter().copied(), vietnamese));
    });
    group.bench_function("ii06a", |b| b.iter(|| table::ii06a(black_box(&report), vietnamese)));
    group.bench_function("months", |b| {
        b.iter(|| svg::months(black_box(&calendar), 2026, vietnamese));
    });
    group.bench_function("load_months", |b| {
        b.iter(|| svg::load_months(&calendar, black_box(&report), 2026, vietnamese));
    });
    group.bench_function("month_bars", |b| {
        b.iter(|| svg::month_bars(black_box(&months), vietnamese));
    });
    group.bench_function("inspection/html", |b| {
        b.iter(|| inspection::page(black_box(&conclusion), vietnamese).to_html());
    });
    group.bench_function("inspection/markdown", |b| {
        b.iter(|| inspection::markdown(black_box(&conclusion), vietnamese));
    });
    let page = ReportPage::new(&calendar, &report, vietnamese);
    group.bench_function("report_page/html", |b| b.iter(|| black_box(&page).to_html()));
    group.bench_function("report_page/markdown", |b| b.iter(|| black_box(&page).to_markdown()));
    let picture = svg::year_calendar(&calendar, 2026, vietnamese)?;
    group.bench_function("page", |b| {
        b.iter(|| {
            let items = ["Giấy tiếp nhận hồ sơ & hẹn trả kết quả", "Phiếu xin lỗi <mẫu 04>"];
            let text = Markup::heading("Ghi chú")
                .then(&Markup::paragraph("Hồ sơ nhận sau 15:00 được tính từ hôm sau."))
                .then(&Markup::list(black_box(items)));
            Page::new("Kết quả", vietnamese)
                .notice("DỮ LIỆU GIẢ LẬP")
                .lead("Trung tâm Phục vụ hành chính công")
                .section("Năm 2026", &Markup::figure("Lịch làm việc", black_box(&picture)))
                .section("Giấy tờ", &text)
                .to_html()
        });
    });
    group.finish();
    Ok(())
}

fn render(c: &mut Criterion) {
    motcua_benches::set_up(measure(c));
}

criterion_group!(benches, render);
criterion_main!(benches);
