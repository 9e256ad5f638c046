//! The report of the period: a page in Vietnamese, one in English, and a Markdown text.

use std::fs;
use std::path::{Path, PathBuf};

use motcua::Error;
use motcua::deadline::Language;
use motcua::procedure::Catalogue;
use motcua::render::ReportPage;
use motcua::report::{AgencyGiven, AgencyScore, OfficerScore};

use crate::desk::Desk;
use crate::input::BadFile;

/// What the report is made from.
pub(crate) struct Sources<'a> {
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) catalogue_name: &'a str,
    pub(crate) log_name: &'a str,
    pub(crate) dossiers: usize,
    /// What must not be overlooked, in the language of the page.
    pub(crate) notice: &'a dyn Fn(Language) -> Option<String>,
}

/// Writes the report beside the page of the desk: `one_stop_report.html`, `..._en.html`, `....md`.
pub(crate) fn write(
    desk: &Desk<'_>,
    sources: &Sources<'_>,
    page: &Path,
) -> Result<Vec<PathBuf>, Box<dyn std::error::Error>> {
    let (agencies, officers) = scores(desk)?;
    let set = |language| {
        let leads = leads(sources, language);
        let notice = (sources.notice)(language);
        let page = ReportPage::new(desk.calendar, &desk.report, language)
            .notice(notice.as_deref())
            .leads(&leads)
            .catalogue(sources.catalogue)
            .scores(&agencies, &officers);
        Ok::<_, Error>((page.to_html()?, page.to_markdown()?))
    };
    let (vietnamese, markdown) = set(Language::Vietnamese)?;
    let (english, _) = set(Language::English)?;
    let stem = page.file_stem().unwrap_or_default().to_string_lossy();
    let mut written = Vec::new();
    for (end, text) in
        [("report.html", vietnamese), ("report_en.html", english), ("report.md", markdown)]
    {
        let path = page.with_file_name(format!("{stem}_{end}"));
        fs::write(&path, text).map_err(|error| BadFile::new(&path.display().to_string(), error))?;
        written.push(path);
    }
    Ok(written)
}

fn leads(sources: &Sources<'_>, language: Language) -> [String; 2] {
    let Sources { catalogue, catalogue_name, log_name, dossiers, .. } = sources;
    let procedures = catalogue.procedures().len();
    match language {
        Language::Vietnamese => [
            format!("Danh mục: {catalogue_name}, {procedures} thủ tục"),
            format!("Sổ hồ sơ: {log_name}, {dossiers} hồ sơ"),
        ],
        Language::English => [
            format!("Catalogue: {catalogue_name}, {procedures} procedures"),
            format!("Log: {log_name}, {dossiers} dossiers"),
        ],
    }
}

type Scores = (Vec<(String, AgencyScore)>, Vec<(String, OfficerScore)>);

/// The scores by the log alone; none for a period before there was a rule.
fn scores(desk: &Desk<'_>) -> Result<Scores, Error> {
    let indicators = &desk.indicators;
    let (mut agencies, mut officers) = (Vec::new(), Vec::new());
    if motcua::report::ScoringRule::on(indicators.period().to()).is_none() {
        return Ok((agencies, officers));
    }
    for agency in indicators.agencies() {
        let score = indicators.agency(agency, &AgencyGiven::default())?;
        agencies.push((agency.to_owned(), score));
    }
    for officer in indicators.officers() {
        officers.push((officer.to_owned(), indicators.officer(officer)?));
    }
    Ok((agencies, officers))
}
