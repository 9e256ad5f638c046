//! Random logs of dossiers that are valid, told by rules of their own.
//!
//! A log is drawn from numbers: each pair picks one of the events that may follow and how long
//! after the one before it happens. What may follow is told here a second time, by sets of what is
//! open, so that the engine's own reading is tested and not repeated.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "in a test an overflow may stop the run; the numbers are days and seconds of a log"
)]

use std::collections::BTreeSet;

use motcua::LocalTime;
use motcua::dossier::{Event, EventKind, Outcome, Stage};

const DAY: i64 = 86_400;

/// The steps that logs of dossiers with a plan tell of.
pub const STEPS: [&str; 3] = ["thẩm định", "lấy mẫu", "phê duyệt"];

/// The agencies that are consulted.
const AGENCIES: [&str; 2] = ["Sở Xây dựng", "Sở Tài chính"];

/// What is open in a log so far.
#[derive(Debug, Default)]
struct Open {
    submitted: bool,
    received: bool,
    elsewhere: bool,
    /// Whether the term has begun.
    runs: bool,
    /// Whether the term waits for a payment, and whether that was asked for.
    unpaid: bool,
    asked_to_pay: bool,
    at_reception: bool,
    /// The interruptions that go on: `supplement`, `payment`, `suspension`.
    interruptions: BTreeSet<&'static str>,
    steps: BTreeSet<&'static str>,
    consulted: BTreeSet<&'static str>,
    put_off: i64,
    finished: bool,
    over: bool,
}

impl Open {
    /// Everything that may happen next.
    fn next(&self, begun: LocalTime) -> Vec<EventKind> {
        let mut next = Vec::new();
        if self.over {
            return next;
        }
        if self.finished {
            next.extend([EventKind::Apologised { reason: "lỗi".into() }, EventKind::Returned]);
            next.push(EventKind::CameInVain);
            return next;
        }
        if !self.received {
            if !self.submitted {
                next.push(EventKind::Submitted);
            }
            if self.at_reception {
                next.push(EventKind::SupplementReceived);
            } else {
                next.push(EventKind::Received { elsewhere: false });
                next.push(EventKind::Received { elsewhere: true });
                next.push(EventKind::SupplementRequested { stage: Stage::Reception, by: None });
            }
            next.push(EventKind::ReceptionRefused);
            if self.submitted {
                next.push(EventKind::Withdrawn);
            }
            return next;
        }
        self.interrupted(&mut next);
        self.others(&mut next);
        if self.runs {
            let days = 400 + 200 * self.put_off;
            let due = LocalTime::from_local_seconds(begun.local_seconds() + days * DAY);
            let reason = String::from("chờ kiểm tra thực địa");
            next.extend(due.map(|due| EventKind::Reappointed { due, reason }));
        }
        next.push(EventKind::Apologised { reason: String::new() });
        next.push(EventKind::CameInVain);
        next.push(EventKind::Withdrawn);
        next.push(EventKind::Stopped { reason: "hết thời hạn bổ sung".into() });
        next.push(EventKind::Finished { outcome: Outcome::Approved });
        next.push(EventKind::Finished { outcome: Outcome::Refused });
        next.push(EventKind::Returned);
        next
    }

    fn interrupted(&self, next: &mut Vec<EventKind>) {
        if self.elsewhere {
            next.push(EventKind::AgencyReceived);
        }
        if self.unpaid {
            if !self.asked_to_pay {
                next.push(EventKind::PaymentRequested { by: None });
            }
            next.push(EventKind::PaymentMade);
        }
        if !self.runs && !self.unpaid && !self.elsewhere {
            return;
        }
        let stage = Stage::Examination;
        let pairs = [
            (
                "supplement",
                EventKind::SupplementRequested { stage, by: None },
                EventKind::SupplementReceived,
            ),
            ("payment", EventKind::PaymentRequested { by: None }, EventKind::PaymentMade),
            ("suspension", EventKind::Suspended { basis: "giám định".into() }, EventKind::Resumed),
        ];
        for (name, begins, ends) in pairs {
            if name == "payment" && self.unpaid || name != "supplement" && self.elsewhere {
                continue;
            }
            next.push(if self.interruptions.contains(name) { ends } else { begins });
        }
    }

    fn others(&self, next: &mut Vec<EventKind>) {
        next.push(EventKind::Transferred { to: "Phòng Quản lý đất đai".into() });
        for step in STEPS {
            let step_is_open = self.steps.contains(step);
            let step = step.to_owned();
            next.push(if step_is_open {
                EventKind::StepFinished { step }
            } else {
                EventKind::StepStarted { step }
            });
        }
        for agency in AGENCIES {
            let asked = self.consulted.contains(agency);
            let agency = agency.to_owned();
            next.push(if asked {
                EventKind::ConsultationAnswered { agency }
            } else {
                EventKind::ConsultationAsked { agency, by: None }
            });
        }
    }

    fn takes(&mut self, kind: &EventKind, from_payment: bool) {
        let begins = |open: &mut Self| {
            open.unpaid = from_payment;
            open.runs = !from_payment;
        };
        let known = |names: &[&'static str], name: &str| {
            names.iter().copied().find(|known| *known == name).unwrap_or_default()
        };
        match kind {
            EventKind::Submitted => self.submitted = true,
            EventKind::Received { elsewhere: true } => {
                (self.received, self.elsewhere) = (true, true);
            }
            EventKind::Received { elsewhere: false } => {
                self.received = true;
                begins(self);
            }
            EventKind::AgencyReceived => {
                self.elsewhere = false;
                begins(self);
            }
            EventKind::SupplementRequested { stage: Stage::Reception, .. } => {
                (self.submitted, self.at_reception) = (true, true);
            }
            EventKind::SupplementReceived if !self.received => self.at_reception = false,
            EventKind::PaymentRequested { .. } if self.unpaid => self.asked_to_pay = true,
            EventKind::PaymentMade if self.unpaid => (self.unpaid, self.runs) = (false, true),
            EventKind::SupplementRequested { .. } => _ = self.interruptions.insert("supplement"),
            EventKind::SupplementReceived => _ = self.interruptions.remove("supplement"),
            EventKind::PaymentRequested { .. } => _ = self.interruptions.insert("payment"),
            EventKind::PaymentMade => _ = self.interruptions.remove("payment"),
            EventKind::Suspended { .. } => _ = self.interruptions.insert("suspension"),
            EventKind::Resumed => _ = self.interruptions.remove("suspension"),
            EventKind::StepStarted { step } => _ = self.steps.insert(known(&STEPS, step)),
            EventKind::StepFinished { step } => _ = self.steps.remove(step.as_str()),
            EventKind::ConsultationAsked { agency, .. } => {
                self.consulted.insert(known(&AGENCIES, agency));
            }
            EventKind::ConsultationAnswered { agency } => {
                self.consulted.remove(agency.as_str());
            }
            EventKind::Reappointed { .. } => self.put_off += 1,
            EventKind::Finished { .. } => self.finished = true,
            EventKind::ReceptionRefused
            | EventKind::Withdrawn
            | EventKind::Stopped { .. }
            | EventKind::Returned => self.over = true,
            _ => {}
        }
    }
}

/// A valid log that begins at an instant, drawn from numbers: which of the events that may follow,
/// and how many seconds after the one before it, cut to whole minutes. `from_payment` tells whether
/// the term runs from the payment.
#[must_use]
pub fn log(begun: LocalTime, from_payment: bool, numbers: &[(u16, u32)]) -> Vec<Event> {
    let mut open = Open::default();
    let mut at = begun;
    let mut events = Vec::new();
    for (pick, gap) in numbers {
        if !events.is_empty() {
            let later =
                LocalTime::from_local_seconds(at.local_seconds() + i64::from(gap / 60 * 60));
            at = later.unwrap_or(at);
        }
        let next = open.next(begun);
        let place = usize::from(*pick).checked_rem(next.len()).unwrap_or(0);
        let Some(kind) = next.into_iter().nth(place) else { break };
        open.takes(&kind, from_payment);
        events.push(Event::new(at, kind));
    }
    events
}
