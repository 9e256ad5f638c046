//! A reading printed back, as the official phrase in Vietnamese and in English.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::model::{
    Bound, Channel, Channels, Cutoff, CutoffEffect, Event, EventKind, Extension, ExtensionMode,
    Kind, Phrase, Share, Term, TimeLimit,
};
use super::{Amount, Direction, Unit, number};

/// Prints the official phrase in Vietnamese.
impl fmt::Display for TimeLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_vietnamese())
    }
}

impl TimeLimit {
    /// Cụm từ chính thức — the reading as an official phrase in Vietnamese.
    ///
    /// What is printed is read back as the same [content](Self::content): cases, events and what
    /// is not counted in the words of the text, all the rest in one form.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::time_limit::TimeLimit;
    ///
    /// let text = "TOI DA 05 (nam) ngay lam viec ke tu khi nhan du ho so";
    /// let printed = TimeLimit::parse(text).to_vietnamese();
    /// assert_eq!(printed, "không quá 5 ngày làm việc kể từ khi nhan du ho so");
    /// assert_eq!(TimeLimit::parse(&printed).content(), TimeLimit::parse(text).content());
    /// # Ok::<(), motcua::Error>(())
    /// ```
    #[must_use]
    pub fn to_vietnamese(&self) -> String {
        let mut parts = self.vietnamese_head();
        if let Some(cutoff) = &self.cutoff {
            parts.push(vietnamese_cutoff(cutoff));
        }
        if self.kind != Kind::ExtensionOnly {
            let added = self.extensions().filter(|e| e.mode == ExtensionMode::Addition);
            parts.extend(added.map(|extension| vietnamese_addition(extension, None)));
        }
        parts.extend(self.excludes.iter().map(|time| format!("không tính {}", time.text)));
        if self.restart.is_some() {
            parts.push("thời hạn được tính lại từ đầu".into());
        }
        if let Some(pause) = &self.pause {
            parts.push(format!("được tạm dừng không quá {} lần", pause.times));
        }
        if self.tacit_consent.is_some() {
            parts.push("hết thời hạn mà không trả lời thì coi như đồng ý".into());
        }
        parts.join("; ")
    }

    fn extensions(&self) -> impl Iterator<Item = &Extension> {
        self.extension.iter().chain(&self.further_extensions)
    }

    /// What stands first: the limits, or what stands instead of them.
    fn vietnamese_head(&self) -> Vec<String> {
        let mut parts = Vec::new();
        match self.kind {
            Kind::None => parts.push("không quy định".into()),
            Kind::Immediate => parts.push("ngay sau khi nhận".into()),
            Kind::QuotaNotDeadline => parts.push("hạn mức thời gian".into()),
            // Which hours the text has is not kept.
            Kind::OpeningHours => parts.push("thời gian tiếp nhận hồ sơ".into()),
            Kind::ClockTimes => parts.push("khung giờ trong ngày".into()),
            Kind::ClockTime => {
                let minute = self.clock.unwrap_or_default();
                parts.push(format!("chậm nhất lúc {}", vietnamese_hour(minute)));
            }
            Kind::FixedDate => {
                let date = self.date.as_ref().map(|date| date.text.as_str()).unwrap_or_default();
                parts.push(format!("chậm nhất là {date}"));
            }
            Kind::ValidityNotProcessing => {
                // "có hiệu lực 6 giờ" is an hour of the day.
                let lead = |t: &Term| if t.bound == Bound::Exact { "trong " } else { "" };
                let valid = |t: &Term| format!("có hiệu lực {}{}", lead(t), measured(t));
                parts.extend(self.limits.iter().map(valid));
            }
            Kind::DurationNotDeadline => {
                let lasts = |t: &Term| format!("thời gian diễn ra {}", measured(t));
                parts.extend(self.limits.iter().map(lasts));
            }
            Kind::UnitMissing => {
                parts.extend(self.limits.iter().map(|t| format!("thời hạn: {}", measured(t))));
            }
            Kind::ExtensionOnly => {
                let terms = self.limits.iter().map(Some).chain(core::iter::repeat(None));
                let added = self.extensions().zip(terms);
                parts.extend(added.map(|(extension, term)| vietnamese_addition(extension, term)));
            }
            _ => self.vietnamese_limits(&mut parts),
        }
        parts
    }

    fn vietnamese_limits(&self, parts: &mut Vec<String>) {
        if self.same_day.is_some() {
            parts.push("trong ngày".into());
        }
        let shares_after = self.limits.iter().rposition(|term| !term.extended);
        for (index, term) in self.limits.iter().enumerate() {
            let mut part = if term.extended {
                self.vietnamese_total(term)
            } else if self.kind == Kind::Conflict && term.unit.is_none() {
                format!("thời hạn: {}", measured(term))
            } else {
                vietnamese_term(term)
            };
            if shares_after == Some(index) && !self.shares.is_empty() {
                part.push_str(&format!(" (trong đó: {})", vietnamese_shares(&self.shares)));
            }
            parts.push(part);
        }
    }

    /// The longest the limit may become.
    fn vietnamese_total(&self, term: &Term) -> String {
        let own = |e: &&Extension| e.mode == ExtensionMode::Total && e.when == term.case;
        let times = self.extensions().find(own).and_then(|extension| extension.times);
        let when = vietnamese_when(term.case.as_ref());
        let times = times.map(|times| format!(" {times} lần")).unwrap_or_default();
        let to = if term.bound == Bound::Exact { "thành" } else { "nhưng" };
        let event = term.event.as_ref().map(|e| format!(" kể từ {}", e.words.text));
        format!("{when}có thể kéo dài{times} {to} {}{}", measured(term), event.unwrap_or_default())
    }

    /// Cụm từ tiếng Anh — the reading in English; cases and events that have no usual name stay in
    /// the words of the text.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::time_limit::TimeLimit;
    ///
    /// let read = TimeLimit::parse("Không quá 8 giờ làm việc, kể từ khi nhận đủ hồ sơ hợp lệ");
    /// assert_eq!(
    ///     read.to_english(),
    ///     "at most 8 working hours from receipt of the complete dossier"
    /// );
    /// # Ok::<(), motcua::Error>(())
    /// ```
    #[must_use]
    pub fn to_english(&self) -> String {
        let mut parts = self.english_head();
        if let Some(cutoff) = &self.cutoff {
            parts.push(english_cutoff(cutoff));
        }
        parts.extend(self.extensions().map(english_extension));
        parts.extend(self.excludes.iter().map(|time| format!("not counting “{}”", time.text)));
        if self.restart.is_some() {
            parts.push("counted anew when the dossier is supplemented".into());
        }
        if let Some(pause) = &self.pause {
            parts.push(format!("may be paused at most {}", english_times(pause.times)));
        }
        if self.tacit_consent.is_some() {
            parts.push("silence counts as consent".into());
        }
        parts.join("; ")
    }

    fn english_head(&self) -> Vec<String> {
        let mut parts = Vec::new();
        match self.kind {
            Kind::None => parts.push("no time limit stated".into()),
            Kind::Immediate => parts.push("at once on receipt".into()),
            Kind::QuotaNotDeadline => parts.push("a quota of time, not a time limit".into()),
            Kind::OpeningHours => parts.push("opening hours, not a time limit".into()),
            Kind::ClockTimes => parts.push("hours of the day, not a time limit".into()),
            Kind::ClockTime => {
                let minute = self.clock.unwrap_or_default();
                parts.push(format!("by {:02}:{:02}", minute / 60, minute % 60));
            }
            Kind::FixedDate => {
                let date = self.date.as_ref().map(|date| date.text.as_str()).unwrap_or_default();
                parts.push(format!("by “{date}”"));
            }
            Kind::UnitMissing => {
                let lost = |t: &Term| format!("{} of a unit that is missing", english_amount(t));
                parts.extend(self.limits.iter().map(lost));
            }
            Kind::ValidityNotProcessing => {
                parts
                    .extend(self.limits.iter().map(|t| format!("valid for {}", english_amount(t))));
            }
            Kind::DurationNotDeadline => {
                parts.extend(self.limits.iter().map(|t| format!("lasting {}", english_amount(t))));
            }
            Kind::ExtensionOnly => {}
            _ => {
                if self.same_day.is_some() {
                    parts.push("on the day of receipt".into());
                }
                let limits = self.limits.iter().filter(|term| !term.extended);
                parts.extend(limits.map(english_term));
                if !self.shares.is_empty() {
                    parts.push(format!("of which {}", english_shares(&self.shares)));
                }
            }
        }
        parts
    }
}

/// `15 giờ`, `15 giờ 30 phút`; early hours and 24:00 always with their minutes, so that they are
/// read as hours of the day.
fn vietnamese_hour(minute: u16) -> String {
    let (hour, part) = (minute / 60, minute % 60);
    if part == 0 && (6..24).contains(&hour) {
        format!("{hour} giờ")
    } else {
        format!("{hour} giờ {part:02} phút")
    }
}

/// An amount with the decimal comma.
fn vietnamese_number(amount: Amount) -> String {
    amount.to_string().replace('.', ",")
}

/// The bound, number and unit of a limit: "không quá 10 - 15 ngày".
fn measured(term: &Term) -> String {
    let bound = match term.bound {
        Bound::Exact => "",
        Bound::Max => "không quá ",
        Bound::Min => "ít nhất ",
    };
    format!("{bound}{}", vietnamese_amount(term))
}

fn vietnamese_amount(term: &Term) -> String {
    let mut out = String::new();
    if let Some(lower) = term.lower {
        out.push_str(&format!("{} - ", vietnamese_number(lower)));
    }
    out.push_str(&vietnamese_number(term.amount));
    if let Some(words) = term.words {
        let spelt = words.is_whole().then(|| number::spell(words.whole_part())).flatten();
        let spelt = spelt.unwrap_or_else(|| vietnamese_number(words));
        out.push_str(&format!(" ({spelt})"));
    }
    if let Some(unit) = term.unit {
        out.push(' ');
        out.push_str(unit.vietnamese());
    }
    out
}

fn vietnamese_term(term: &Term) -> String {
    let mut out = String::new();
    if let Some(step) = &term.step {
        out.push_str(&format!("{}: ", step.text));
    } else if term.case.is_none() && !term.channels.is_empty() {
        out.push_str(&format!("{}: ", vietnamese_channels(term.channels)));
    }
    out.push_str(&measured(term));
    match (term.direction, &term.event) {
        (Direction::After, None) => {}
        (Direction::After, Some(event)) => {
            out.push_str(&format!(" kể từ {}", event.words.text));
        }
        (Direction::Before, None) => out.push_str(" trước"),
        (Direction::Before, Some(event)) => {
            out.push_str(&format!(" trước {}", event.words.text));
        }
    }
    if let Some(case) = &term.case {
        out.push_str(&format!(" đối với {}", case.text));
    }
    out
}

fn vietnamese_channels(channels: Channels) -> String {
    let names: Vec<&str> = channels.iter().map(Channel::vietnamese).collect();
    names.join(" hoặc ")
}

fn vietnamese_shares(shares: &[Share]) -> String {
    let share = |share: &Share| {
        let unit = share.unit.map_or("", |unit| unit.vietnamese());
        format!("{} {} {unit}", share.agency.text, vietnamese_number(share.amount))
    };
    shares.iter().map(share).collect::<Vec<_>>().join("; ")
}

fn vietnamese_cutoff(cutoff: &Cutoff) -> String {
    let effect = match cutoff.effect {
        CutoffEffect::NextWorkingDay => " thì trả kết quả trong ngày làm việc tiếp theo",
        CutoffEffect::NextDay => " thì trả kết quả vào ngày hôm sau",
        CutoffEffect::Unsaid => "",
    };
    format!("nhận sau {}{effect}", vietnamese_hour(cutoff.minute))
}

fn vietnamese_when(when: Option<&Phrase>) -> String {
    when.map(|when| format!("trường hợp {} thì ", when.text)).unwrap_or_default()
}

/// What may be added to a limit; on its own with the event of its term.
fn vietnamese_addition(extension: &Extension, term: Option<&Term>) -> String {
    let when = vietnamese_when(extension.when.as_ref());
    let times = extension.times.map(|times| format!(", không quá {times} lần"));
    let times = times.unwrap_or_default();
    let mut measure = Term::new(extension.amount, extension.unit);
    measure.bound = extension.bound;
    if let Some(term) = term {
        measure.lower = term.lower;
    }
    let event = term.and_then(|term| term.event.as_ref());
    let event = event.map(|event| format!(" kể từ {}", event.words.text)).unwrap_or_default();
    format!("{when}có thể kéo dài thêm {}{event}{times}", measured(&measure))
}

/// `at most 8 working days`, `10 to 15 days`.
fn english_amount(term: &Term) -> String {
    let bound = match term.bound {
        Bound::Exact => "",
        Bound::Max => "at most ",
        Bound::Min => "at least ",
    };
    let lower = term.lower.map(|lower| format!("{lower} to ")).unwrap_or_default();
    let words = term.words.map(|words| format!(" (in words {words})")).unwrap_or_default();
    format!("{bound}{lower}{}{words}{}", term.amount, english_unit(term.amount, term.unit))
}

fn english_unit(amount: Amount, unit: Option<Unit>) -> String {
    let plural = if amount == Amount::whole(1) { "" } else { "s" };
    unit.map(|unit| format!(" {}{plural}", unit.english())).unwrap_or_default()
}

fn english_term(term: &Term) -> String {
    let mut out = english_amount(term);
    let named = term.event.as_ref().map(english_event);
    match (term.direction, named) {
        (Direction::After, None) => {}
        (Direction::After, Some(event)) => out.push_str(&format!(" from {event}")),
        (Direction::Before, None) => out.push_str(" before"),
        (Direction::Before, Some(event)) => out.push_str(&format!(" before {event}")),
    }
    if let Some(case) = &term.case {
        out.push_str(&format!(" for “{}”", case.text));
    } else if let Some(step) = &term.step {
        out.push_str(&format!(" for “{}”", step.text));
    } else if !term.channels.is_empty() {
        let names: Vec<&str> = term.channels.iter().map(Channel::english).collect();
        out.push_str(&format!(" for dossiers filed {}", names.join(" or ")));
    }
    out
}

fn english_event(event: &Event) -> String {
    match event.kind {
        EventKind::FullDossier => "receipt of the complete dossier".into(),
        EventKind::Receipt => "receipt of the dossier".into(),
        EventKind::Acceptance => "acceptance for settlement".into(),
        EventKind::Payment => "payment".into(),
        EventKind::SecondOffice | EventKind::Decision | EventKind::End | EventKind::Other => {
            format!("“{}”", event.words.text)
        }
    }
}

fn english_shares(shares: &[Share]) -> String {
    let share = |share: &Share| {
        let unit = english_unit(share.amount, share.unit);
        format!("“{}” {}{unit}", share.agency.text, share.amount)
    };
    shares.iter().map(share).collect::<Vec<_>>().join(", ")
}

fn english_cutoff(cutoff: &Cutoff) -> String {
    let effect = match cutoff.effect {
        CutoffEffect::NextWorkingDay => ": the next working day",
        CutoffEffect::NextDay => ": the next day",
        CutoffEffect::Unsaid => "",
    };
    format!("if received after {:02}:{:02}{effect}", cutoff.minute / 60, cutoff.minute % 60)
}

fn english_times(times: u16) -> String {
    match times {
        1 => "once".into(),
        2 => "twice".into(),
        _ => format!("{times} times"),
    }
}

fn english_extension(extension: &Extension) -> String {
    let mut measure = Term::new(extension.amount, extension.unit);
    measure.bound = extension.bound;
    let by = match extension.mode {
        ExtensionMode::Total => "to",
        ExtensionMode::Addition => "by",
    };
    let times = extension.times.map(|times| format!(" {}", english_times(times)));
    let when = extension.when.as_ref().map(|when| format!(" when “{}”", when.text));
    format!(
        "may be extended{} {by} {}{}",
        times.unwrap_or_default(),
        english_amount(&measure),
        when.unwrap_or_default()
    )
}
