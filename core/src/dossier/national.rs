//! The records of the national portal: `DongBoHoSoMC` (a dossier) and `CapNhatTienDoHoSoMC`
//! (its progress), as systems that exchange dossiers with it write them; the official guide was
//! not read.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDateTime, Timelike};
use serde_json::{Map, Value};

use super::{Dossier, Event, EventKind, MAX_EVENTS, NationalStatus, Outcome, Stage, Timeline};
use crate::json::bounds;
use crate::time_limit::Channel;
use crate::{ErrorKind, LocalTime};

/// What is wrong with a record of the national portal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("national record `{code}`, field `{field}`: {message}")]
#[non_exhaustive]
pub struct NationalError {
    /// Mã hồ sơ — the code of the record; empty where it has none.
    pub code: String,
    /// The field at fault: `NgayTiepNhan`, `DanhSachHoSoBoSung.2.NgayBoSung`.
    pub field: String,
    /// What is wrong with it.
    pub message: String,
}

impl NationalError {
    /// The stable kind of this error.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        ErrorKind::InvalidNationalRecord
    }
}

/// Hồ sơ đồng bộ — a dossier as `DongBoHoSoMC` carries it.
///
/// The fields the engine reads stand by name; all others are kept in [`NationalRecord::other`] and
/// written back as they were.
///
/// # Examples
///
/// ```
/// use motcua::dossier::{NationalRecord, NationalStatus};
///
/// let record = NationalRecord::from_json(
///     r#"{"MaHoSo": "H26.103.25.7-250908-0112", "MaTTHC": "1.003868", "TrangThaiHoSo": "4",
///         "NgayTiepNhan": "20250908130000", "NgayHenTra": "20250915170000", "Fax": ""}"#,
/// )?;
/// assert_eq!(record.status, NationalStatus::Processing);
/// assert_eq!(record.received, Some("2025-09-08T13:00".parse()?));
/// assert_eq!(record.other.keys().collect::<Vec<_>>(), ["Fax"]);
/// assert_eq!(record.to_value()["NgayTiepNhan"], "20250908130000");
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NationalRecord {
    /// `MaHoSo` — mã hồ sơ, the dossier's code.
    pub code: String,
    /// `MaTTHC` — the code of its procedure.
    pub procedure: String,
    /// `TenLinhVuc` — lĩnh vực, the field of the procedure.
    pub field: String,
    /// `DonViXuLy` — the agency that solves it.
    pub agency: String,
    /// `KenhThucHien` — 1 trực tiếp, 2 trực tuyến, 3 bưu chính công ích.
    pub channel: Option<Channel>,
    /// `TrangThaiHoSo` — its status.
    pub status: NationalStatus,
    /// `NgayNopHoSo` — when it was handed in.
    pub submitted: Option<LocalTime>,
    /// `NgayTiepNhan` — when it was received.
    pub received: Option<LocalTime>,
    /// `NgayHenTra` — the appointment; none where the procedure has none.
    pub due: Option<LocalTime>,
    /// `NgayTuChoi` — when it was refused.
    pub refused: Option<LocalTime>,
    /// `NgayYeuCauBoSung` — when a supplement was last asked for.
    pub supplement_requested: Option<LocalTime>,
    /// `NgayKetThucXuLy` — when its result was ready.
    pub finished: Option<LocalTime>,
    /// `NgayTra` — when the result was handed over.
    pub returned: Option<LocalTime>,
    /// `DanhSachHoSoBoSung` — its supplements.
    pub supplements: Vec<NationalSupplement>,
    /// The fields that are kept but not read, by name.
    pub other: Map<String, Value>,
}

/// Lần bổ sung — a supplement as `DanhSachHoSoBoSung` lists it.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct NationalSupplement {
    /// `NgayBoSung` — when it was asked for; that this is the request, and not the supplement
    /// itself, is told by the fields beside it, not by a text that was read.
    pub requested: Option<LocalTime>,
    /// `NgayTiepNhanBoSung` — when the supplement came.
    pub received: Option<LocalTime>,
    /// `NgayHenTraTruoc` — the appointment before it.
    pub due_before: Option<LocalTime>,
    /// `NgayHenTraMoi` — the appointment after it.
    pub due_after: Option<LocalTime>,
    /// The fields that are kept but not read, by name.
    pub other: Map<String, Value>,
}

/// Tiến độ xử lý — a record of `CapNhatTienDoHoSoMC`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NationalProgress {
    /// `MaHoSo` — the dossier's code.
    pub code: String,
    /// `NguoiXuLy` — người xử lý, the officer.
    pub officer: String,
    /// `PhongBanXuLy` — the office that has it in hand.
    pub office: String,
    /// `NoiDungXuLy` — what was done.
    pub action: String,
    /// `ThoiDiemXuLy` — when.
    pub at: LocalTime,
    /// `TrangThai` — the status it led to.
    pub status: NationalStatus,
    /// `NgayBatDau` — when the office took it in hand.
    pub started: Option<LocalTime>,
    /// `NgayKetThucTheoQuyDinh` — by when the office has to be done.
    pub due: Option<LocalTime>,
    /// The fields that are kept but not read, by name.
    pub other: Map<String, Value>,
}

/// The fields of a record that have not been read yet.
struct Fields {
    code: String,
    place: String,
    rest: Map<String, Value>,
}

impl Fields {
    fn of(value: Value, code: &str, place: &str) -> Result<Self, NationalError> {
        match value {
            Value::Object(rest) => {
                Ok(Self { code: code.to_owned(), place: place.to_owned(), rest })
            }
            _ => Err(NationalError {
                code: code.to_owned(),
                field: place.trim_end_matches('.').to_owned(),
                message: "it is not an object".into(),
            }),
        }
    }

    fn fault(&self, field: &str, message: String) -> NationalError {
        let field = alloc::format!("{}{field}", self.place);
        NationalError { code: self.code.clone(), field, message }
    }

    /// A text or number; none where it is left out, `null` or empty.
    fn text(&mut self, field: &str) -> Result<Option<String>, NationalError> {
        match self.rest.remove(field) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) if text.trim().is_empty() => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(Value::Number(number)) => Ok(Some(number.to_string())),
            Some(_) => Err(self.fault(field, "it is neither a text nor a number".into())),
        }
    }

    fn required(&mut self, field: &str) -> Result<String, NationalError> {
        self.text(field)?.ok_or_else(|| self.fault(field, "it is missing".into()))
    }

    /// A date of the form `yyyyMMddHHmmss`, Vietnam time.
    fn instant(&mut self, field: &str) -> Result<Option<LocalTime>, NationalError> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        let digits = text.len() == 14 && text.bytes().all(|byte| byte.is_ascii_digit());
        let read = NaiveDateTime::parse_from_str(&text, "%Y%m%d%H%M%S").ok();
        // chrono takes the second 60, which civil time does not have.
        match read.filter(|read| digits && read.nanosecond() < 1_000_000_000) {
            Some(read) => Ok(Some(LocalTime::new(read))),
            None => {
                let message = alloc::format!("`{text}` is not a date of the form yyyyMMddHHmmss");
                Err(self.fault(field, message))
            }
        }
    }

    fn status(&mut self, field: &str) -> Result<NationalStatus, NationalError> {
        let text = self.required(field)?;
        let code = text.trim().parse().ok().and_then(NationalStatus::from_code);
        code.ok_or_else(|| self.fault(field, alloc::format!("`{text}` is not a status of 1 to 10")))
    }
}

/// An instant as the records write it.
fn written(at: LocalTime) -> Value {
    let at = at.naive();
    Value::String(alloc::format!(
        "{:04}{:02}{:02}{:02}{:02}{:02}",
        at.year(),
        at.month(),
        at.day(),
        at.hour(),
        at.minute(),
        at.second()
    ))
}

fn put(fields: &mut Map<String, Value>, name: &str, at: Option<LocalTime>) {
    if let Some(at) = at {
        fields.insert(name.to_owned(), written(at));
    }
}

fn put_text(fields: &mut Map<String, Value>, name: &str, text: &str) {
    if !text.is_empty() {
        fields.insert(name.to_owned(), text.into());
    }
}

const fn channel_code(channel: Channel) -> &'static str {
    match channel {
        Channel::InPerson => "1",
        Channel::Online => "2",
        Channel::Post => "3",
    }
}

impl NationalSupplement {
    fn read(value: Value, code: &str, number: usize) -> Result<Self, NationalError> {
        let place = alloc::format!("DanhSachHoSoBoSung.{number}.");
        let mut fields = Fields::of(value, code, &place)?;
        let read = Self {
            requested: fields.instant("NgayBoSung")?,
            received: fields.instant("NgayTiepNhanBoSung")?,
            due_before: fields.instant("NgayHenTraTruoc")?,
            due_after: fields.instant("NgayHenTraMoi")?,
            other: Map::new(),
        };
        if read.requested.is_none() {
            return Err(fields.fault("NgayBoSung", "it is missing".into()));
        }
        Ok(Self { other: fields.rest, ..read })
    }

    fn to_value(&self) -> Value {
        let mut fields = self.other.clone();
        put(&mut fields, "NgayBoSung", self.requested);
        put(&mut fields, "NgayTiepNhanBoSung", self.received);
        put(&mut fields, "NgayHenTraTruoc", self.due_before);
        put(&mut fields, "NgayHenTraMoi", self.due_after);
        Value::Object(fields)
    }
}

impl NationalProgress {
    /// Reads a record of progress.
    ///
    /// # Errors
    ///
    /// [`NationalError`] with the field at fault.
    pub fn from_value(value: Value) -> Result<Self, NationalError> {
        let mut fields = Fields::of(value, "", "")?;
        fields.code = fields.required("MaHoSo")?;
        let at = fields.instant("ThoiDiemXuLy")?;
        let at = at.ok_or_else(|| fields.fault("ThoiDiemXuLy", "it is missing".into()))?;
        Ok(Self {
            code: fields.code.clone(),
            officer: fields.text("NguoiXuLy")?.unwrap_or_default(),
            office: fields.text("PhongBanXuLy")?.unwrap_or_default(),
            action: fields.text("NoiDungXuLy")?.unwrap_or_default(),
            at,
            status: fields.status("TrangThai")?,
            started: fields.instant("NgayBatDau")?,
            due: fields.instant("NgayKetThucTheoQuyDinh")?,
            other: fields.rest,
        })
    }

    /// The record as the portal takes it, its other fields as they were.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let mut fields = self.other.clone();
        put_text(&mut fields, "MaHoSo", &self.code);
        put_text(&mut fields, "NguoiXuLy", &self.officer);
        put_text(&mut fields, "PhongBanXuLy", &self.office);
        put_text(&mut fields, "NoiDungXuLy", &self.action);
        put(&mut fields, "ThoiDiemXuLy", Some(self.at));
        put_text(&mut fields, "TrangThai", &self.status.code().to_string());
        put(&mut fields, "NgayBatDau", self.started);
        put(&mut fields, "NgayKetThucTheoQuyDinh", self.due);
        Value::Object(fields)
    }

    /// Tiến độ — the progress a log tells of: one record for each event that changes the status.
    #[must_use]
    pub fn of(dossier: &Dossier, timeline: &Timeline) -> Vec<Self> {
        let changes = dossier.events.iter().filter(|event| event.kind.status().is_some());
        let record = |event: &Event| {
            let office = match &event.kind {
                EventKind::Transferred { to } => to.clone(),
                _ => dossier.agency.clone(),
            };
            // The record has no place of its own for the basis; it is read back from here.
            let action = match &event.kind {
                EventKind::Suspended { basis: why } | EventKind::Stopped { reason: why }
                    if !why.is_empty() =>
                {
                    why.as_str()
                }
                kind => kind.vietnamese(),
            };
            let officer = if event.actor.is_empty() { &dossier.officer } else { &event.actor };
            Some(Self {
                code: dossier.code.clone(),
                officer: officer.clone(),
                office,
                action: action.to_owned(),
                at: event.at,
                status: timeline.status(event.at)?,
                started: None,
                due: timeline.due(event.at).map(|due| due.at),
                other: Map::new(),
            })
        };
        changes.filter_map(record).collect()
    }
}

impl NationalRecord {
    /// Reads a record from JSON.
    ///
    /// # Errors
    ///
    /// [`NationalError`] with the field at fault.
    pub fn from_json(text: &str) -> Result<Self, NationalError> {
        let whole = |message| NationalError { code: String::new(), field: String::new(), message };
        bounds::check(text).map_err(|error| whole(error.to_string()))?;
        let value = serde_json::from_str(text).map_err(|error| whole(error.to_string()))?;
        Self::from_value(value)
    }

    /// Reads a record.
    ///
    /// # Errors
    ///
    /// [`NationalError`] with the field at fault.
    pub fn from_value(value: Value) -> Result<Self, NationalError> {
        let mut fields = Fields::of(value, "", "")?;
        fields.code = fields.required("MaHoSo")?;
        let code = fields.code.clone();
        let channel = match fields.text("KenhThucHien")?.as_deref() {
            None => None,
            Some(text) => {
                let known = Channel::ALL.into_iter().find(|known| channel_code(*known) == text);
                let message = || alloc::format!("`{text}` is not a channel of 1 to 3");
                Some(known.ok_or_else(|| fields.fault("KenhThucHien", message()))?)
            }
        };
        let supplements = match fields.rest.remove("DanhSachHoSoBoSung") {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(list)) => (1_usize..)
                .zip(list)
                .map(|(number, value)| NationalSupplement::read(value, &code, number))
                .collect::<Result<_, _>>()?,
            Some(_) => return Err(fields.fault("DanhSachHoSoBoSung", "it is not a list".into())),
        };
        Ok(Self {
            code,
            procedure: fields.text("MaTTHC")?.unwrap_or_default(),
            field: fields.text("TenLinhVuc")?.unwrap_or_default(),
            agency: fields.text("DonViXuLy")?.unwrap_or_default(),
            channel,
            status: fields.status("TrangThaiHoSo")?,
            submitted: fields.instant("NgayNopHoSo")?,
            received: fields.instant("NgayTiepNhan")?,
            due: fields.instant("NgayHenTra")?,
            refused: fields.instant("NgayTuChoi")?,
            supplement_requested: fields.instant("NgayYeuCauBoSung")?,
            finished: fields.instant("NgayKetThucXuLy")?,
            returned: fields.instant("NgayTra")?,
            supplements,
            other: fields.rest,
        })
    }

    /// The record as the portal takes it, its other fields as they were.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let mut fields = self.other.clone();
        put_text(&mut fields, "MaHoSo", &self.code);
        put_text(&mut fields, "MaTTHC", &self.procedure);
        put_text(&mut fields, "TenLinhVuc", &self.field);
        put_text(&mut fields, "DonViXuLy", &self.agency);
        put_text(&mut fields, "KenhThucHien", self.channel.map_or("", channel_code));
        put_text(&mut fields, "TrangThaiHoSo", &self.status.code().to_string());
        put(&mut fields, "NgayNopHoSo", self.submitted);
        put(&mut fields, "NgayTiepNhan", self.received);
        // Empty, not left out, when there is no appointment.
        fields.insert("NgayHenTra".into(), self.due.map_or_else(|| "".into(), written));
        put(&mut fields, "NgayTuChoi", self.refused);
        put(&mut fields, "NgayYeuCauBoSung", self.supplement_requested);
        put(&mut fields, "NgayKetThucXuLy", self.finished);
        put(&mut fields, "NgayTra", self.returned);
        if !self.supplements.is_empty() {
            let list = self.supplements.iter().map(NationalSupplement::to_value).collect();
            fields.insert("DanhSachHoSoBoSung".into(), Value::Array(list));
        }
        Value::Object(fields)
    }

    /// Sự kiện — the log the record tells of, with that of its progress, in order.
    ///
    /// A status that waits or has ended without telling since when takes the instant of the
    /// progress that leads to it. What the two tell of twice stands once. What is waited for when
    /// the dossier ends without a result was not brought: the wait ends with it.
    ///
    /// # Errors
    ///
    /// [`NationalError`] for a record that tells of no beginning, or of a wait or an end without
    /// its time, and for more than [`MAX_EVENTS`] supplements or records of progress.
    pub fn events(&self, progress: &[NationalProgress]) -> Result<Vec<Event>, NationalError> {
        let fault = |field: &str, message: &str| NationalError {
            code: self.code.clone(),
            field: field.to_owned(),
            message: message.to_owned(),
        };
        if progress.iter().any(|step| step.code != self.code) {
            return Err(fault("MaHoSo", "a record of progress is of another dossier"));
        }
        if progress.len() > MAX_EVENTS {
            return Err(fault("progress", "there are more than 1,000 records of it"));
        }
        if self.supplements.len() > MAX_EVENTS {
            return Err(fault("DanhSachHoSoBoSung", "there are more than 1,000 supplements"));
        }
        let log = Log { record: self, progress, list: Vec::new() };
        log.told().map_err(|(field, message)| fault(field, message))
    }

    /// Bản ghi để đồng bộ — the record of a dossier as its events say it stands at an instant.
    ///
    /// [`NationalRecord::other`] is empty; to keep the fields of a record that was read, see
    /// [`NationalRecord::corrected`].
    #[must_use]
    pub fn of(dossier: &Dossier, timeline: &Timeline, as_of: LocalTime) -> Option<Self> {
        let by = |at: Option<LocalTime>| at.filter(|at| *at <= as_of);
        let ended = timeline.ended.map(|(at, _)| at);
        let refused = timeline.outcome == Some(Outcome::Refused);
        let status = timeline.status(as_of)?;
        let supplements = supplements(dossier, timeline, as_of);
        Some(Self {
            code: dossier.code.clone(),
            procedure: dossier.procedure.clone(),
            field: dossier.field.clone(),
            agency: dossier.agency.clone(),
            channel: Some(dossier.channel),
            status,
            submitted: by(timeline.submitted),
            received: by(timeline.received),
            due: timeline.due(as_of).map(|due| due.at),
            refused: by(match status {
                NationalStatus::NotAccepted => ended,
                _ => timeline.finished.filter(|_| refused),
            }),
            supplement_requested: supplements.last().and_then(|last| last.requested),
            finished: by(timeline.finished.or(ended)),
            returned: by(timeline.returned),
            supplements,
            other: Map::new(),
        })
    }

    /// The same record with what the events say of dates, status and supplements; all its other
    /// fields as they were.
    #[must_use]
    pub fn corrected(&self, dossier: &Dossier, timeline: &Timeline, as_of: LocalTime) -> Self {
        let Some(mut told) = Self::of(dossier, timeline, as_of) else { return self.clone() };
        for (new, old) in told.supplements.iter_mut().zip(&self.supplements) {
            new.other.clone_from(&old.other);
        }
        Self {
            procedure: self.procedure.clone(),
            field: self.field.clone(),
            agency: self.agency.clone(),
            channel: self.channel,
            status: if self.status.agrees_with(told.status) { self.status } else { told.status },
            other: self.other.clone(),
            ..told
        }
    }
}

/// The supplements a log tells of, each with the appointment before and after it.
fn supplements(
    dossier: &Dossier,
    timeline: &Timeline,
    as_of: LocalTime,
) -> Vec<NationalSupplement> {
    let due = |at: LocalTime| timeline.due(at).map(|due| due.at);
    let mut list: Vec<NationalSupplement> = Vec::new();
    for event in dossier.events.iter().take_while(|event| event.at <= as_of) {
        match event.kind {
            EventKind::SupplementRequested { .. } => list.push(NationalSupplement {
                requested: Some(event.at),
                due_before: due(event.at),
                ..NationalSupplement::default()
            }),
            EventKind::SupplementReceived => {
                if let Some(last) = list.last_mut() {
                    last.received = Some(event.at);
                    last.due_after = due(event.at);
                }
            }
            _ => {}
        }
    }
    list
}

/// A record and its progress on the way to events.
struct Log<'a> {
    record: &'a NationalRecord,
    progress: &'a [NationalProgress],
    list: Vec<Event>,
}

/// When a supplement was asked for, and when it was brought.
type Asked = (LocalTime, Option<LocalTime>);

/// Why a record tells of no log: the field and the message.
type Untold = (&'static str, &'static str);

impl Log<'_> {
    fn add(&mut self, at: LocalTime, kind: EventKind) {
        self.list.push(Event::new(at, kind));
    }

    fn told(mut self) -> Result<Vec<Event>, Untold> {
        let NationalRecord { status, submitted, received, .. } = *self.record;
        let not_received =
            matches!(status, NationalStatus::Submitted | NationalStatus::NotAccepted);
        // Where it was not received, the time of receipt is that of the handing in.
        let (handed_in, received) = match (submitted, received) {
            (None, Some(at)) if not_received => (Some(at), None),
            (Some(at), Some(_)) if not_received => (Some(at), None),
            (handed_in, received) => (handed_in, received),
        };
        if let (Some(handed_in), Some(received)) = (handed_in, received)
            && received < handed_in
        {
            return Err(("NgayNopHoSo", "it is later than `NgayTiepNhan`"));
        }
        match (handed_in, received) {
            (None, None) => return Err(("NgayTiepNhan", "it is missing")),
            (Some(at), _) => self.add(at, EventKind::Submitted),
            (None, Some(_)) => {}
        }
        // Asked for before the receipt, a supplement is brought before it, if at its very instant.
        let (reception, examination): (Vec<Asked>, Vec<Asked>) = self
            .asked()
            .into_iter()
            .partition(|(from, _)| received.is_none_or(|received| *from < received));
        self.supplements(Stage::Reception, &reception);
        if let Some(at) = received {
            self.add(at, EventKind::Received { elsewhere: false });
        }
        self.supplements(Stage::Examination, &examination);
        self.waits();
        self.end(received.is_some())?;
        self.waits_since_when()?;
        // In order; of one instant, as they were told.
        self.list.sort_by_key(|event| event.at);
        Ok(self.list)
    }

    /// The supplements that were asked for.
    fn asked(&self) -> Vec<Asked> {
        let mut asked: Vec<Asked> = Vec::new();
        for supplement in &self.record.supplements {
            asked.extend(supplement.requested.map(|at| (at, supplement.received)));
        }
        let known = |asked: &[Asked], at: LocalTime| {
            asked
                .iter()
                .any(|(from, to)| *from == at || (*from <= at && to.is_none_or(|to| at < to)))
        };
        if let Some(at) = self.record.supplement_requested.filter(|at| !known(&asked, *at)) {
            // Where the record no longer waits and no supplement is listed, progress tells the end.
            let steps = (1_usize..).zip(self.progress).filter(|(_, step)| step.at > at);
            asked.push((at, self.brought(steps)));
        } else if asked.is_empty() {
            let mut steps = (1_usize..)
                .zip(self.progress)
                .skip_while(|(_, step)| step.status != NationalStatus::SupplementRequired);
            if let Some((_, first)) = steps.next() {
                asked.push((first.at, self.brought(steps)));
            }
        }
        asked
    }

    fn supplements(&mut self, stage: Stage, asked: &[Asked]) {
        for &(from, to) in asked {
            self.add(from, EventKind::SupplementRequested { stage, by: None });
            if let Some(to) = to {
                self.add(to, EventKind::SupplementReceived);
            }
        }
    }

    /// When a supplement came by the steps after its request, numbered from 1: with the first that
    /// no longer waits for it, unless that one ends the dossier.
    fn brought<'s>(
        &self,
        mut steps: impl Iterator<Item = (usize, &'s NationalProgress)>,
    ) -> Option<LocalTime> {
        let (number, step) =
            steps.find(|(_, step)| step.status != NationalStatus::SupplementRequired)?;
        (!self.ends(number, step.status)).then_some(step.at)
    }

    /// Whether the step of a number, from 1, and a status ends the dossier without a result: what
    /// was waited for until then did not come.
    fn ends(&self, number: usize, status: NationalStatus) -> bool {
        match status {
            NationalStatus::Withdrawn | NationalStatus::NotAccepted => true,
            NationalStatus::Stopped => {
                self.record.status == NationalStatus::Stopped
                    && !self.only_suspended()
                    && !self.goes_on(number)
            }
            _ => false,
        }
    }

    /// Whether the dossier is worked on, or waits for the applicant, after the step of a number, from 1.
    fn goes_on(&self, number: usize) -> bool {
        self.progress.iter().skip(number).any(|later| {
            matches!(
                later.status,
                NationalStatus::Processing
                    | NationalStatus::Finished
                    | NationalStatus::SupplementRequired
                    | NationalStatus::PaymentRequired
            )
        })
    }

    /// Payments and suspensions, of which only the progress tells.
    fn waits(&mut self) {
        let mut open: Option<NationalStatus> = None;
        for (number, step) in (1_usize..).zip(self.progress) {
            match (open, step.status) {
                (Some(before), status) if before == status => {}
                (before, status) => {
                    let over = match before {
                        Some(NationalStatus::PaymentRequired) => Some(EventKind::PaymentMade),
                        Some(NationalStatus::Stopped) => Some(EventKind::Resumed),
                        _ => None,
                    };
                    let handed = over.is_none() && status == NationalStatus::Processing;
                    if let Some(over) = over.filter(|_| !self.ends(number, status)) {
                        self.add(step.at, over);
                    }
                    open = None;
                    if status == NationalStatus::PaymentRequired {
                        open = Some(status);
                        self.add(step.at, EventKind::PaymentRequested { by: None });
                    } else if status == NationalStatus::Stopped
                        && (self.goes_on(number) || self.only_suspended())
                    {
                        open = Some(status);
                        self.add(step.at, EventKind::Suspended { basis: step.action.clone() });
                    } else if handed {
                        self.add(step.at, EventKind::Transferred { to: step.office.clone() });
                    }
                }
            }
        }
    }

    /// A record that says it waits, or no longer waits, has to tell since when: read without, it
    /// would be late by the wait, or would wait for ever.
    fn waits_since_when(&self) -> Result<(), Untold> {
        let asked = |event: &Event| {
            matches!(
                event.kind,
                EventKind::SupplementRequested { .. } | EventKind::PaymentRequested { .. }
            )
        };
        let NationalRecord { status, finished, returned, .. } = *self.record;
        let over = finished.is_some() || returned.is_some();
        if over {
            return Ok(());
        }
        let waits = self.list.iter().any(asked);
        match status {
            NationalStatus::SupplementRequired if !waits => {
                Err(("NgayYeuCauBoSung", "it is missing"))
            }
            NationalStatus::PaymentRequired if !waits => {
                Err(("TrangThaiHoSo", "no progress tells since when it waits for the payment"))
            }
            NationalStatus::Received | NationalStatus::Processing if self.brought_untold() => {
                Err(("DanhSachHoSoBoSung", "it does not tell when the supplement came"))
            }
            _ => Ok(()),
        }
    }

    /// Whether a supplement was asked for of which nothing tells more, not even the progress that
    /// it is waited for.
    fn brought_untold(&self) -> bool {
        let asked = self
            .list
            .iter()
            .filter(|event| matches!(event.kind, EventKind::SupplementRequested { .. }));
        let brought =
            self.list.iter().filter(|event| event.kind == EventKind::SupplementReceived).count();
        let last = asked.clone().map(|event| event.at).max();
        let told = |step: &NationalProgress| {
            step.status == NationalStatus::SupplementRequired || last.is_some_and(|at| step.at > at)
        };
        asked.count() > brought && !self.progress.iter().any(told)
    }

    /// Whether the record is one of a dossier that is suspended, not stopped for good: both have
    /// one status, but only what is over has an end.
    const fn only_suspended(&self) -> bool {
        matches!(self.record.status, NationalStatus::Stopped) && self.record.finished.is_none()
    }

    /// When the progress first tells of a status.
    fn since(&self, status: NationalStatus) -> Option<LocalTime> {
        self.progress.iter().find(|step| step.status == status).map(|step| step.at)
    }

    /// Whether the last progress still waits, whatever the record says.
    fn waiting(&self) -> bool {
        let listed = self.record.supplements.last().is_some_and(|last| last.received.is_none());
        let waits = |step: &NationalProgress| {
            matches!(
                step.status,
                NationalStatus::SupplementRequired
                    | NationalStatus::PaymentRequired
                    | NationalStatus::Stopped
            )
        };
        listed || self.progress.last().is_some_and(waits)
    }

    fn end(&mut self, received: bool) -> Result<(), Untold> {
        let NationalRecord { status, finished, returned, refused, .. } = *self.record;
        let closed = finished.or(self.since(status));
        match status {
            NationalStatus::NotAccepted => {
                let at = refused.or(closed).ok_or(("NgayTuChoi", "it is missing"))?;
                self.add(at, EventKind::ReceptionRefused);
            }
            NationalStatus::Withdrawn => {
                let at = closed.ok_or(("NgayKetThucXuLy", "it is missing"))?;
                self.add(at, EventKind::Withdrawn);
            }
            NationalStatus::Stopped => match finished {
                Some(at) => self.add(at, EventKind::Stopped { reason: String::new() }),
                None if self.since(status).is_some() && received => {}
                None => return Err(("NgayKetThucXuLy", "it is missing")),
            },
            NationalStatus::Finished | NationalStatus::Returned => {
                let outcome = if refused.is_some() { Outcome::Refused } else { Outcome::Approved };
                let at = finished.or(refused).or(self.since(NationalStatus::Finished));
                match at {
                    Some(at) => self.add(at, EventKind::Finished { outcome }),
                    // Some systems push what still waits as finished.
                    None if returned.is_none() && self.waiting() => {}
                    None if returned.is_none() => {
                        return Err(("NgayKetThucXuLy", "it is missing"));
                    }
                    None => {}
                }
                if let Some(at) = returned.filter(|_| received) {
                    self.add(at, EventKind::Returned);
                }
            }
            // The status lags behind the dates.
            _ => {
                if let Some(at) = finished.filter(|_| received) {
                    self.add(at, EventKind::Finished { outcome: Outcome::Approved });
                }
                if let Some(at) = returned.filter(|_| received) {
                    self.add(at, EventKind::Returned);
                }
            }
        }
        Ok(())
    }
}
