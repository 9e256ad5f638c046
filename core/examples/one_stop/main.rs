//! The main job: from a catalogue and a log of dossiers to the day's appointments with their
//! reasons, the late list, form II.06a, a page with the office's year, the report of the period as
//! a page in Vietnamese and in English and as Markdown, and a page of what an inspection of the
//! administrative reform finds in them.
//!
//! ```text
//! cargo run --release --example one_stop -- CATALOGUE.json LOG.csv --as-of 2026-11-23T10:00
//! ```
//!
//! Without files it works on the catalogue beside it, which is real, and on a log that is made
//! up (see `sample.rs`). The exit code is 0 when every record was used, 1 when some were refused
//! (each is named on stderr), 2 when nothing could be done.

mod desk;
mod input;
mod inspect;
mod output;
mod page;
mod report;
mod sample;
mod stories;

use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use motcua::chrono::{Datelike, NaiveDate};
use motcua::deadline::Language;
use motcua::report::Period;
use motcua::{Calendar, LocalTime, calendar, json};

use desk::Desk;
use input::{BadFile, Case, Log, Refusal};

const CATALOGUE: &str = include_str!("catalogue.json");
const CATALOGUE_NAME: &str = "catalogue.json";
const USAGE: &str = "\
one_stop [CATALOGUE.json] [LOG.json|LOG.csv] [options]

  --from DATE --to DATE  kỳ báo cáo (the period of the report; this year to now)
  --as-of INSTANT        thời điểm xét (the moment to judge at; the last one in the log)
  --html FILE            tệp trang kết quả (where the page goes; target/one_stop.html);
                         báo cáo và kết quả kiểm tra ở cạnh (beside it the report and the
                         inspection: ..._report.html, ..._report_en.html, ..._report.md,
                         ..._inspection.html)
  --inspection FILE      kế hoạch, hồ sơ cán bộ... để kiểm tra (what an inspection team knows)
  --write-sample DIR     ghi dữ liệu mẫu rồi dừng (write the sample files and stop)

Without files: the bundled catalogue, and a log that is made up (dữ liệu giả lập).
DATE is YYYY-MM-DD, INSTANT is YYYY-MM-DDThh:mm, Vietnam time.";

#[derive(Default)]
struct Options {
    files: Vec<PathBuf>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    as_of: Option<LocalTime>,
    html: Option<PathBuf>,
    inspection: Option<PathBuf>,
    write_sample: Option<PathBuf>,
    help: bool,
}

impl Options {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
            match argument.as_str() {
                "--from" => options.from = Some(calendar::parse_date(&value()?)?),
                "--to" => options.to = Some(calendar::parse_date(&value()?)?),
                "--as-of" => options.as_of = Some(value()?.parse()?),
                "--html" => options.html = Some(value()?.into()),
                "--inspection" => options.inspection = Some(value()?.into()),
                "--write-sample" => options.write_sample = Some(value()?.into()),
                "--help" | "-h" => options.help = true,
                _ if argument.starts_with("--") => {
                    return Err(format!("there is no option {argument}").into());
                }
                _ => options.files.push(argument.into()),
            }
        }
        if options.files.len() > 2 {
            return Err("there are more than two files".into());
        }
        Ok(options)
    }
}

fn main() -> ExitCode {
    let done = match Options::read(std::env::args().skip(1)) {
        Ok(options) if options.help => writeln!(io::stdout(), "{USAGE}").map_err(Into::into),
        Ok(options) => return finish(run(&options)),
        Err(error) => Err(format!("{error}\n\n{USAGE}").into()),
    };
    finish(done.map(|()| 0))
}

/// Tells what stopped the run; the exit code tells how it went.
fn finish(done: Result<usize, Box<dyn Error>>) -> ExitCode {
    match done {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        Err(error) => {
            // With stderr gone there is nobody left to tell.
            let _: io::Result<()> = writeln!(io::stderr(), "{error}");
            ExitCode::from(2)
        }
    }
}

/// Does the job; the answer is how many records were refused.
fn run(options: &Options) -> Result<usize, Box<dyn Error>> {
    let calendar = Calendar::vietnam()?;
    if let Some(folder) = &options.write_sample {
        write_sample(&calendar, folder)?;
        return Ok(0);
    }
    let mut refused = Vec::new();
    let mut files = options.files.iter();
    let (catalogue_name, catalogue_text) = match files.next() {
        Some(path) => (path.display().to_string(), input::read_text(path)?),
        None => (CATALOGUE_NAME.to_owned(), CATALOGUE.to_owned()),
    };
    let catalogue = input::catalogue(&catalogue_name, &catalogue_text, &mut refused)?;
    let (log_name, cases) = match files.next() {
        Some(path) => {
            let file = path.display().to_string();
            let log = Log { file: &file, calendar: &calendar, catalogue: &catalogue };
            let text = input::read_text(path)?;
            let cases = if is_csv(path) {
                log.read_csv(&text, &mut refused)?
            } else {
                log.read_json(&text, &mut refused)?
            };
            (file, cases)
        }
        None => {
            let file = sample::LABEL;
            let log = Log { file, calendar: &calendar, catalogue: &catalogue };
            let made_up = sample::json(&sample::log(&calendar, &catalogue)?);
            (file.to_owned(), log.read_json(&made_up, &mut refused)?)
        }
    };
    tell_refused(&refused)?;
    if cases.is_empty() {
        return Err(
            BadFile::new(&log_name, "không có hồ sơ nào dùng được (no usable dossier)").into()
        );
    }
    let as_of = options.as_of.or_else(|| last_instant(&cases)).ok_or("the log holds no instant")?;
    let to = options.to.unwrap_or_else(|| as_of.date());
    let from = options.from.or_else(|| NaiveDate::from_ymd_opt(to.year(), 1, 1)).unwrap_or(to);
    let period = Period::new(from, to)?;
    let desk = Desk::new(&calendar, &cases, as_of, period)?;

    let made_up = sample::is_made_up(&cases);
    let notice = |language| made_up.then(|| sample::notice(language));
    let told_first = notice(Language::Vietnamese);
    let mut leads = vec![
        format!("Danh mục: {catalogue_name}, {} thủ tục", catalogue.procedures().len()),
        format!("Sổ hồ sơ: {log_name}, {} hồ sơ", cases.len()),
        format!("Thời điểm xét: {}", output::long_moment(as_of)),
    ];
    if !refused.is_empty() {
        leads.push(format!("Bị từ chối: {} bản ghi (records refused)", refused.len()));
    }
    let file = options.html.clone().unwrap_or_else(default_page);
    fs::write(&file, page::html(&desk, told_first.as_deref(), &leads)?)
        .map_err(|error| BadFile::new(&file.display().to_string(), error))?;
    let sources = report::Sources {
        catalogue: &catalogue,
        catalogue_name: &catalogue_name,
        log_name: &log_name,
        dossiers: cases.len(),
        notice: &notice,
    };
    let reports = report::write(&desk, &sources, &file)?;
    let known = match &options.inspection {
        Some(path) => input::read_text(path)?,
        None if options.files.is_empty() => inspect::SAMPLE.to_owned(),
        None => "{}".to_owned(),
    };
    // One of names and limits alone says nothing of what is published, not that nothing is.
    let publishes = inspect::tells_what_is_published(&catalogue).then_some(&catalogue);
    let days = (period, as_of.date());
    let inspected = inspect::conclude(&calendar, &known, publishes, &cases, days)?;
    let inspection_page = inspect::file(&file);
    fs::write(&inspection_page, inspect::html(&inspected))
        .map_err(|error| BadFile::new(&inspection_page.display().to_string(), error))?;
    let mut told = String::from("MỘT CỬA: hẹn trả, quá hạn, biểu II.06a  (one-stop desk)\n\n");
    for line in told_first.as_deref().into_iter().chain(leads.iter().map(String::as_str)) {
        told.push_str(line);
        told.push('\n');
    }
    told.push('\n');
    told.push_str(&output::text(&desk)?);
    if options.files.is_empty() {
        told.push('\n');
        told.push_str(&stories::text(&calendar, as_of)?);
    }
    told.push_str(&format!("\nTrang kết quả (page): {}\n", file.display()));
    for path in reports {
        told.push_str(&format!("Báo cáo (report): {}\n", path.display()));
    }
    told.push_str(&inspect::text(&inspected, publishes.is_some()));
    told.push_str(&format!("Trang kiểm tra (page): {}\n", inspection_page.display()));
    match io::stdout().write_all(told.as_bytes()) {
        // A reader such as `head` may have seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        written => written?,
    }
    Ok(refused.len())
}

/// Beside what is built, where there is such a place.
fn default_page() -> PathBuf {
    let built = Path::new("target");
    if built.is_dir() { built.join("one_stop.html") } else { "one_stop.html".into() }
}

fn tell_refused(refused: &[Refusal]) -> io::Result<()> {
    let mut errors = io::stderr().lock();
    for refusal in refused {
        writeln!(errors, "{refusal}")?;
    }
    if !refused.is_empty() {
        writeln!(errors, "{} bản ghi bị từ chối (records refused)", refused.len())?;
    }
    Ok(())
}

fn is_csv(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"))
}

/// There is no clock in this house: a log is judged at its own last instant unless told.
fn last_instant(cases: &[Case]) -> Option<LocalTime> {
    cases.iter().filter_map(|case| case.dossier.events.last()).map(|event| event.at).max()
}

fn write_sample(calendar: &Calendar, folder: &Path) -> Result<(), Box<dyn Error>> {
    let (catalogue, _) = json::catalogue(CATALOGUE)?;
    let log = sample::log(calendar, &catalogue)?;
    fs::create_dir_all(folder)?;
    for (name, text) in [
        (CATALOGUE_NAME, CATALOGUE.to_owned()),
        ("dossiers.json", sample::json(&log)),
        ("dossiers.csv", sample::csv(&log)?),
        ("inspection.json", inspect::SAMPLE.to_owned()),
    ] {
        let path = folder.join(name);
        fs::write(&path, text)?;
        writeln!(io::stdout(), "{}", path.display())?;
    }
    Ok(())
}
