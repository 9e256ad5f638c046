//! Reading a catalogue and a log, and saying exactly what is wrong with a record.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use motcua::dossier::{Dossier, DossierError, Event, EventKind, Timeline};
use motcua::json::{self, DossierRecord, RecordError};
use motcua::procedure::Catalogue;
use motcua::regulation::CountingPolicy;
use motcua::time_limit::Channel;
use motcua::{Calendar, Error, ErrorKind};
use serde_json::{Map, Value, json};

/// A file that cannot be used at all.
#[derive(Debug)]
pub(crate) struct BadFile {
    file: String,
    why: String,
}

impl BadFile {
    pub(crate) fn new(file: &str, why: impl fmt::Display) -> Self {
        Self { file: file.to_owned(), why: why.to_string() }
    }
}

impl fmt::Display for BadFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.why)
    }
}

impl std::error::Error for BadFile {}

/// Bản ghi bị từ chối: file, record, field, code.
pub(crate) struct Refusal {
    file: String,
    place: Place,
    code: Option<String>,
    field: Option<String>,
    kind: ErrorKind,
    message: String,
}

/// Where a record stands: by number in a list, by line in a table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Record(usize),
    Line(u64),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record(number) => write!(f, "bản ghi {number}"),
            Self::Line(number) => write!(f, "dòng {number}"),
        }
    }
}

impl Refusal {
    fn new(file: &str, place: Place, error: RecordError) -> Self {
        let RecordError { code, field, kind, message, .. } = error;
        Self { file: file.to_owned(), place, code, field, kind, message }
    }
}

/// Prints `log.csv: dòng 3 (HS-2), trường finished: [out_of_order] sai thứ tự thời gian: ...`.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.place)?;
        if let Some(code) = &self.code {
            write!(f, " ({code})")?;
        }
        if let Some(field) = &self.field {
            write!(f, ", trường {field}")?;
        }
        write!(f, ": [{}] {}: {}", self.kind, vietnamese(self.kind), self.message)
    }
}

const fn vietnamese(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::InvalidTime => "thời điểm không đúng dạng",
        ErrorKind::NoCalendarData => "ngoài các năm có lịch",
        ErrorKind::AmbiguousLimit => "có nhiều thời hạn, không rõ tính theo thời hạn nào",
        ErrorKind::NoLimit => "không có thời hạn để tính",
        ErrorKind::UnitMissing => "thời hạn thiếu đơn vị",
        ErrorKind::ConflictingLimit => "số và chữ của thời hạn khác nhau",
        ErrorKind::UnknownCase | ErrorKind::UnknownChannel => {
            "không có thời hạn cho trường hợp này"
        }
        ErrorKind::NotReceived => "chưa có ngày nhận",
        ErrorKind::OutOfOrder => "sai thứ tự thời gian",
        ErrorKind::ImpossibleEvent => "sự kiện không thể xảy ra ở đây",
        ErrorKind::DuplicateProcedure => "thủ tục bị trùng",
        ErrorKind::UnknownProcedure => "thủ tục không có trong danh mục",
        _ => "bản ghi không đọc được",
    }
}

/// Hồ sơ đã đọc — a dossier with what its log means.
pub(crate) struct Case {
    pub(crate) dossier: Dossier,
    /// Its procedure's name.
    pub(crate) procedure: String,
    /// The policy of its limit, whose text may set a cut-off hour of its own.
    pub(crate) policy: CountingPolicy,
    pub(crate) timeline: Timeline,
}

pub(crate) fn read_text(path: &Path) -> Result<String, BadFile> {
    let name = path.display().to_string();
    let length = fs::metadata(path).map_err(|error| BadFile::new(&name, error))?.len();
    if usize::try_from(length).is_ok_and(|length| length > json::MAX_REQUEST) {
        let why = format!("[too_long] {length} byte, tối đa {} (too long)", json::MAX_REQUEST);
        return Err(BadFile::new(&name, why));
    }
    let bytes = fs::read(path).map_err(|error| BadFile::new(&name, error))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| BadFile::new(&name, "không phải văn bản UTF-8 (the file is not UTF-8)"))?;
    // Spreadsheets write a mark at the beginning.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

pub(crate) fn catalogue(
    file: &str,
    text: &str,
    refused: &mut Vec<Refusal>,
) -> Result<Catalogue, BadFile> {
    let (catalogue, errors) =
        json::catalogue(text).map_err(|error| BadFile::new(file, coded(&error.into())))?;
    for error in errors {
        refused.push(Refusal::new(file, Place::Record(error.record), error));
    }
    Ok(catalogue)
}

fn coded(error: &Error) -> String {
    format!("[{}] {error}", error.kind())
}

/// A log being turned into cases.
pub(crate) struct Log<'a> {
    pub(crate) file: &'a str,
    pub(crate) calendar: &'a Calendar,
    pub(crate) catalogue: &'a Catalogue,
}

impl Log<'_> {
    pub(crate) fn read_json(
        &self,
        text: &str,
        refused: &mut Vec<Refusal>,
    ) -> Result<Vec<Case>, BadFile> {
        let records =
            json::dossiers(text).map_err(|error| BadFile::new(self.file, coded(&error.into())))?;
        let mut cases = Vec::new();
        for (number, record) in (1_usize..).zip(records) {
            match record.and_then(|record| self.case(number, record)) {
                Ok(case) => cases.push(case),
                Err(error) => {
                    refused.push(Refusal::new(self.file, Place::Record(number), error));
                }
            }
        }
        Ok(cases)
    }

    pub(crate) fn read_csv(
        &self,
        text: &str,
        refused: &mut Vec<Refusal>,
    ) -> Result<Vec<Case>, BadFile> {
        // Lines that end in two characters are counted wrong by the reader.
        let text = text.replace("\r\n", "\n");
        let before = refused.len();
        let table = Table::read(self.file, &text, refused)?;
        let document = Value::Array(table.records).to_string();
        let records = json::dossiers(&document)
            .map_err(|error| BadFile::new(self.file, coded(&error.into())))?;
        let mut cases = Vec::new();
        for ((number, record), row) in (1_usize..).zip(records).zip(table.rows) {
            match record.and_then(|record| self.case(number, record)) {
                Ok(case) => cases.push(case),
                Err(error) => {
                    let error = row.in_columns(error);
                    refused.push(Refusal::new(self.file, Place::Line(row.line), error));
                }
            }
        }
        if let Some(of_this_file) = refused.get_mut(before..) {
            of_this_file.sort_by_key(|refusal| refusal.place);
        }
        Ok(cases)
    }

    fn case(&self, record: usize, read: DossierRecord) -> Result<Case, RecordError> {
        let code = read.code().to_owned();
        let refuse = |field: Option<String>, error: &Error| {
            let mut refused = RecordError::new(record, error);
            refused.code = Some(code.clone());
            refused.field = field;
            refused
        };
        let own = read.has_own_limit();
        let (dossier, policy) =
            read.into_dossier(Some(self.catalogue), CountingPolicy::one_stop()).map_err(
                |error| refuse(Some(if own { "text" } else { "procedure" }.to_owned()), &error),
            )?;
        let timeline = dossier.evaluate(self.calendar, &policy).map_err(|error| {
            let field = match &error {
                DossierError::OutOfOrder { number, .. } => Some(format!("events.{number}.at")),
                DossierError::Impossible { number, .. } => Some(format!("events.{number}.type")),
                DossierError::NotReceived { .. } => Some("events".to_owned()),
                DossierError::Deadline { error, .. }
                    if error.kind() == ErrorKind::NoCalendarData =>
                {
                    let received = |event: &Event| matches!(event.kind, EventKind::Received { .. });
                    let at = dossier.events.iter().position(received).unwrap_or(0);
                    Some(format!("events.{}.at", at.saturating_add(1)))
                }
                _ => None,
            };
            refuse(field, &error.into())
        })?;
        let known = self.catalogue.find(&dossier.procedure);
        let procedure = known.map_or_else(|| dossier.procedure.clone(), |p| p.name.clone());
        Ok(Case { dossier, procedure, policy, timeline })
    }
}

/// The columns a CSV log may have; the instants come first, in the order of events.
pub(crate) const RECEIVED: &str = "received";
pub(crate) const FINISHED: &str = "finished";
pub(crate) const RETURNED: &str = "returned";
const EVENTS: [&str; 3] = [RECEIVED, FINISHED, RETURNED];
/// `limit` holds a limit in words, in place of the procedure's own.
const COLUMNS: [&str; 8] =
    ["code", "procedure", "channel", "agency", "officer", "field", "limit", "case"];
const NEEDED: [&str; 3] = ["code", "procedure", "received"];

struct Row {
    line: u64,
    /// The columns its events came from.
    events: Vec<&'static str>,
}

impl Row {
    /// The fault with the name of the column it came from.
    fn in_columns(&self, mut error: RecordError) -> RecordError {
        error.field = error.field.map(|field| {
            let number = field.strip_prefix("events.").and_then(|rest| rest.split('.').next());
            let number = number.and_then(|number| number.parse::<usize>().ok());
            let event = number.and_then(|number| self.events.get(number.checked_sub(1)?));
            match (event, field.as_str()) {
                // Whatever stands in the other columns, this one is empty.
                (Some(_), _) if !self.events.contains(&RECEIVED) => RECEIVED.to_owned(),
                (Some(event), _) => (*event).to_owned(),
                (None, "events") => RECEIVED.to_owned(),
                (None, "text") => "limit".to_owned(),
                (None, _) => field,
            }
        });
        error
    }
}

struct Table {
    rows: Vec<Row>,
    records: Vec<Value>,
}

impl Table {
    fn read(file: &str, text: &str, refused: &mut Vec<Refusal>) -> Result<Self, BadFile> {
        let header = text.lines().next().unwrap_or_default();
        // Spreadsheets set to Vietnamese separate by semicolons, as the comma is decimal.
        let delimiter = if header.contains(';') && !header.contains(',') { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let names = reader.headers().map_err(|error| BadFile::new(file, error))?.clone();
        let mut columns = BTreeMap::new();
        for (at, name) in names.iter().enumerate() {
            let known = COLUMNS.contains(&name) || EVENTS.contains(&name);
            let problem = if !known {
                "there is no such column"
            } else if columns.insert(name, at).is_some() {
                "the column stands twice"
            } else {
                continue;
            };
            refused.push(Refusal {
                file: file.to_owned(),
                place: Place::Line(1),
                code: None,
                field: Some(name.to_owned()),
                kind: ErrorKind::InvalidRecord,
                message: problem.to_owned(),
            });
        }
        for name in NEEDED {
            if !columns.contains_key(name) {
                return Err(BadFile::new(file, format!("thiếu cột (missing column) `{name}`")));
            }
        }
        let mut table = Self { rows: Vec::new(), records: Vec::new() };
        for row in reader.records() {
            let row = row.map_err(|error| BadFile::new(file, error))?;
            let line = row.position().map_or(0, csv::Position::line);
            if row.len() != names.len() {
                refused.push(Refusal {
                    file: file.to_owned(),
                    place: Place::Line(line),
                    code: columns.get("code").and_then(|at| row.get(*at)).map(str::to_owned),
                    field: None,
                    kind: ErrorKind::InvalidRecord,
                    message: format!("it has {} columns, not {}", row.len(), names.len()),
                });
                continue;
            }
            let cell = |name: &str| {
                columns.get(name).and_then(|at| row.get(*at)).filter(|text| !text.is_empty())
            };
            table.push(line, cell);
        }
        Ok(table)
    }

    fn push<'a>(&mut self, line: u64, cell: impl Fn(&str) -> Option<&'a str>) {
        let mut record = Map::new();
        for name in COLUMNS {
            let Some(text) = cell(name) else { continue };
            let (key, value) = match name {
                "limit" => ("text", text),
                "channel" => ("channel", channel(text)),
                _ => (name, text),
            };
            record.insert(key.to_owned(), json!(value));
        }
        let filled = |kind: &&'static str| Some((*kind, cell(kind)?));
        let events: Vec<(&'static str, &str)> = EVENTS.iter().filter_map(filled).collect();
        let event = |(kind, at): &(&str, &str)| json!({"type": kind, "at": at});
        record.insert("events".to_owned(), events.iter().map(event).collect());
        self.rows.push(Row { line, events: events.iter().map(|(kind, _)| *kind).collect() });
        self.records.push(Value::Object(record));
    }
}

/// A channel's stable name, for those who write it in Vietnamese.
fn channel(text: &str) -> &str {
    let named = Channel::ALL.into_iter().find(|channel| channel.vietnamese() == text);
    named.map_or(text, |channel| channel.as_str())
}
