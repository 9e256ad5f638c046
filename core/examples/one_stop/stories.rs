//! Dossiers with all their events: where the time went, what became of the appointment, which
//! apology is owed, and who caused a delay.

use std::error::Error;
use std::fmt::Write;

use motcua::deadline::vietnamese_span;
use motcua::dossier::{Agenda, Cause, Entry, SegmentKind};
use motcua::json;
use motcua::obligation::{Duty, StandingPolicy, State};
use motcua::regulation::{CountingPolicy, FormKind, Interruption, form};
use motcua::{Calendar, Dossier, LocalTime};

use crate::output::long_moment;

/// Within so many working hours a duty is told as coming: two days.
const WITHIN_HOURS: u32 = 16;
const UNVERIFIED: &str = ", căn cứ chưa kiểm chứng";
const STORIES: &str = include_str!("stories.json");

/// The bundled stories in Vietnamese.
pub(crate) fn text(calendar: &Calendar, as_of: LocalTime) -> Result<String, Box<dyn Error>> {
    let mut out = String::from(
        "6. DIỄN BIẾN HỒ SƠ, DỮ LIỆU GIẢ LẬP: tạm dừng, xin lỗi, trách nhiệm  (made-up lives)\n",
    );
    let policy = CountingPolicy::one_stop();
    for record in json::dossiers(STORIES)? {
        let (dossier, policy) = record?.into_dossier(None, policy)?;
        story(&mut out, calendar, &policy, &dossier, as_of)?;
    }
    Ok(out)
}

fn story(
    out: &mut String,
    calendar: &Calendar,
    policy: &CountingPolicy,
    dossier: &Dossier,
    as_of: LocalTime,
) -> Result<(), Box<dyn Error>> {
    let timeline = dossier.evaluate(calendar, policy)?;
    writeln!(out, "\n   {} — {}", dossier.code, dossier.procedure)?;
    for revision in &timeline.history {
        let why = match revision.cause {
            Cause::Received => "Nhận",
            Cause::Paused => "Tính tiếp sau tạm dừng",
            Cause::Restarted => "Tính lại từ đầu",
            _ => "Xin lỗi và hẹn lại",
        };
        let due = long_moment(revision.due.at);
        writeln!(out, "     {}: {why}; hẹn trả {due}.", long_moment(revision.at))?;
    }
    for segment in &timeline.segments {
        let SegmentKind::Interrupted { by, .. } = segment.kind else { continue };
        let what = match by {
            Interruption::Supplement => "chờ bổ sung hồ sơ",
            Interruption::Payment => "chờ thực hiện nghĩa vụ tài chính",
            Interruption::Suspension => "tạm dừng",
        };
        let to = segment.to.unwrap_or(as_of);
        let span = vietnamese_span(calendar.work_span(segment.from, to)?);
        writeln!(out, "     Thời gian {what}, không tính vào chậm trễ: {span}.")?;
    }
    let standing = StandingPolicy::default();
    if let Some(standing) = timeline.standing(calendar, standing, as_of)? {
        let span = vietnamese_span(standing.span);
        let state = standing.state.vietnamese();
        match standing.state {
            State::InTime | State::DueSoon | State::Waiting => {
                writeln!(out, "     Tình trạng: {state}, còn {span}.")?;
            }
            State::Early | State::Overdue | State::Late => {
                writeln!(out, "     Tình trạng: {state} {span}.")?;
            }
            _ => writeln!(out, "     Tình trạng: {state}.")?,
        }
    }
    for duty in dossier.obligations(calendar, policy, &timeline, standing, as_of)? {
        if duty.duty != Duty::Apology || duty.conditional {
            continue;
        }
        let by = long_moment(duty.due.at);
        let sent = match duty.done {
            Some(at) => format!("đã gửi {}", long_moment(at)),
            None => "chưa gửi".to_owned(),
        };
        let day = duty.done.unwrap_or(duty.due.at).date();
        let form = form(FormKind::Apology, day)
            .map(|form| format!("{} (mẫu {} {})", form.title, form.number, form.act));
        let form = form.unwrap_or_else(|| "Văn bản xin lỗi".to_owned());
        writeln!(out, "     {form}: phải gửi chậm nhất {by}; {sent}.")?;
    }
    let blames = dossier.blame(calendar, policy, &timeline, standing.promise, as_of)?;
    for blame in blames.iter().filter(|_| !dossier.steps.is_empty()) {
        let who = blame.plan.map_or_else(
            || "không thuộc bước nào".to_owned(),
            |plan| format!("{}, bước {}", plan.agency, plan.name),
        );
        let days = blame.days.to_string().replace('.', ",");
        writeln!(out, "     Phần trễ {days} ngày làm việc: {who}.")?;
    }
    for breach in &timeline.breaches {
        let kind = if breach.warning { "Nhắc nhở" } else { "Vi phạm quy định" };
        let rule = breach.rule.vietnamese();
        let basis = breach.basis.map(|law| format!(", {law}")).unwrap_or_default();
        let trust = if breach.basis.is_some_and(|law| law.verified) { "" } else { UNVERIFIED };
        writeln!(out, "     {kind}: {rule} (sự kiện {}{basis}{trust}).", breach.event)?;
    }
    agenda(out, &dossier.agenda(calendar, policy, &timeline, standing, as_of, WITHIN_HOURS)?)
}

/// What is owed, what is coming, what was breached.
fn agenda(out: &mut String, agenda: &Agenda<'_>) -> Result<(), Box<dyn Error>> {
    let list = |what: &str, entries: &mut dyn Iterator<Item = &Entry<'_>>| {
        let duties: Vec<&str> = entries.map(|it| it.obligation.duty.vietnamese()).collect();
        if duties.is_empty() {
            String::new()
        } else {
            format!("     {what}: {}.\n", duties.join("; "))
        }
    };
    out.push_str(&list("Đang phải làm", &mut agenda.owed()));
    let coming = format!("Đến hạn trong {WITHIN_HOURS} giờ làm việc");
    out.push_str(&list(&coming, &mut agenda.coming()));
    out.push_str(&list("Không đúng hạn", &mut agenda.breached()));
    out.push_str(&list("Người nộp hồ sơ quá hạn", &mut agenda.lapsed()));
    Ok(())
}
