//! An inspection: 2,000 dossiers counted in and the conclusion drawn, with a plan of 100 items, 38
//! procedures, a quality system and 100 personnel files; and each of these alone.

use std::error::Error;
use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use motcua::calendar::parse_date as day;
use motcua::chrono::Days;
use motcua::dossier::{Dossier, Event, Timeline};
use motcua::inspection::{
    Area, Inspection, ManualFinding, Nature, PersonnelFile, PersonnelFiles, PlanFault, PlanItem,
    QualitySystem, WorkPlan,
};
use motcua::obligation::Duty;
use motcua::regulation::CountingPolicy;
use motcua::report::Period;
use motcua::time_limit::Channel;
use motcua::{Calendar, Limit, json};

const SUBJECT: &str = "Sở Thông tin và Truyền thông";

/// Procedures as they were published.
const PROCEDURES: &str = include_str!("../../core/examples/one_stop/catalogue.json");

const DOSSIERS: i32 = 2_000;

/// A plan issued late, with items of every area, half of them done; of the first nobody is named.
fn plan() -> Result<WorkPlan, Box<dyn Error>> {
    let mut plan = WorkPlan::new("05/KH-STTTT");
    plan.due = Some(day("2017-12-29")?);
    plan.issued = Some(day("2018-01-15")?);
    let first = day("2018-02-01")?;
    for (number, area) in (1..=100_u64).zip(Area::REFORM.into_iter().cycle()) {
        let mut item = PlanItem::new(number.to_string(), "Rà soát, đơn giản hóa thủ tục");
        item.area = Some(area);
        if number > 1 {
            item.officer = "Trần Thị Bình".into();
        }
        item.start = Some(first);
        item.due = first.checked_add_days(Days::new(number));
        item.done = item.due.filter(|_| number <= 50);
        plan.items.push(item);
    }
    Ok(plan)
}

/// What each file must hold, and files of which one in five lacks a paper.
fn personnel() -> PersonnelFiles {
    let required = ["Sơ yếu lý lịch", "Phiếu bổ sung lý lịch năm 2017", "Phiếu đánh giá năm 2017"];
    let mut files = PersonnelFiles::default();
    files.required = required.map(String::from).into();
    for number in 0..100 {
        let held = if number % 5 == 0 { 2 } else { 3 };
        let mut file = PersonnelFile::new(format!("CC-{number}"));
        file.holds = files.required.iter().take(held).cloned().collect();
        files.files.push(file);
    }
    files
}

/// Received one working hour after the other; one in ten is late.
fn dossiers(calendar: &Calendar) -> Result<Vec<(Dossier, Timeline)>, Box<dyn Error>> {
    let policy = CountingPolicy::one_stop();
    let first = calendar.open_of(day("2017-06-01")?)?.ok_or("a day off")?;
    let mut all = Vec::new();
    for number in 0..DOSSIERS {
        let received = calendar.add_working_minutes(first, number.saturating_mul(60))?;
        let minutes = if number % 10 == 0 { 7 * 480 } else { 3 * 480 };
        let finished = calendar.add_working_minutes(received, minutes)?;
        let limit = Limit::working_days(5);
        let dossier = Dossier::new(format!("HS-{number}"), limit, Channel::Online)
            .event(Event::received(received))
            .event(Event::finished(finished));
        let timeline = dossier.evaluate(calendar, &policy)?;
        all.push((dossier, timeline));
    }
    Ok(all)
}

fn whole(c: &mut Criterion, calendar: &Calendar) -> Result<(), Box<dyn Error>> {
    let policy = CountingPolicy::one_stop();
    let (catalogue, refused) = json::catalogue(PROCEDURES)?;
    if !refused.is_empty() {
        return Err("a procedure was refused".into());
    }
    let dossiers = dossiers(calendar)?;
    let period = Period::new(day("2017-01-01")?, day("2018-06-30")?)?;
    let mut team = Inspection::new(period, SUBJECT);
    for (dossier, timeline) in &dossiers {
        team.add(calendar, &policy, dossier, timeline)?;
    }
    let part = team.clone();
    team.catalogue = Some(&catalogue);
    team.plans.push(plan()?);
    team.quality.push(QualitySystem::new("QĐ 12/QĐ-STTTT", "tcvn_iso_9001_2008"));
    team.personnel = Some(personnel());
    let (area, nature) = (Area::PublicFinance, Nature::Shortcoming);
    let text = "Việc thực hiện cơ chế tự chủ tại đơn vị sự nghiệp trực thuộc chưa tốt.";
    team.manual.push(ManualFinding::new("tu_chu", area, nature, text));
    team.conclude(calendar, &policy)?;
    let mut group = c.benchmark_group("inspection");
    group.bench_function("add/2000", |b| {
        b.iter(|| {
            let mut team = Inspection::new(period, SUBJECT);
            for (dossier, timeline) in &dossiers {
                let added = team.add(calendar, &policy, dossier, timeline);
                black_box(added).unwrap_or_default();
            }
            team
        });
    });
    group.bench_function("merge", |b| {
        let part = || black_box(&part).clone();
        b.iter_batched(
            part,
            |part| {
                let mut team = Inspection::new(period, SUBJECT);
                team.merge(part);
                team
            },
            BatchSize::SmallInput,
        );
    });
    group.bench_function("conclude", |b| b.iter(|| black_box(&team).conclude(calendar, &policy)));
    group.finish();
    Ok(())
}

fn parts(c: &mut Criterion, calendar: &Calendar) -> Result<(), Box<dyn Error>> {
    let (plan, files) = (plan()?, personnel());
    let item = plan.items.first().ok_or("no item")?;
    let fault: PlanFault = item.faults(calendar)?.first().copied().ok_or("no fault")?;
    let file = files.files.first().ok_or("no file")?;
    let system = QualitySystem::new("QĐ 12/QĐ-STTTT", "tcvn_iso_9001_2008");
    let as_of = day("2018-06-30")?;
    system.transition(calendar, as_of)?.ok_or("no day was set")?;
    let mut group = c.benchmark_group("inspection");
    group.bench_function("plan/check", |b| b.iter(|| black_box(&plan).check()));
    group.bench_function("plan/missing_areas", |b| {
        b.iter(|| black_box(&plan).missing_areas().count());
    });
    group
        .bench_function("plan/progress", |b| b.iter(|| black_box(&plan).progress(calendar, as_of)));
    group.bench_function("plan/issue", |b| b.iter(|| black_box(&plan).issue(calendar, SUBJECT)));
    group.bench_function("item/faults", |b| b.iter(|| black_box(item).faults(calendar)));
    group.bench_function("item/obligation", |b| {
        b.iter(|| black_box(item).obligation(calendar, Duty::PlanItem));
    });
    group.bench_function("fault/words", |b| b.iter(|| black_box(fault).words()));
    group.bench_function("quality/transition", |b| {
        b.iter(|| black_box(&system).transition(calendar, as_of));
    });
    group.bench_function("personnel/gaps", |b| b.iter(|| files.gaps(black_box(file)).count()));
    group.finish();
    Ok(())
}

fn measure(c: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let calendar = Calendar::vietnam()?;
    whole(c, &calendar)?;
    parts(c, &calendar)
}

fn inspection(c: &mut Criterion) {
    motcua_benches::set_up(measure(c));
}

criterion_group!(benches, inspection);
criterion_main!(benches);
