//! The same dossiers as an inspection of administrative reform sees them, beside what a team
//! knows of plans, quality systems and personnel files.

use std::path::{Path, PathBuf};

use motcua::Calendar;
use motcua::chrono::NaiveDate;
use motcua::deadline::Language;
use motcua::inspection::{Conclusion, Inspection, Nature};
use motcua::procedure::{Catalogue, Procedure, PublicNotice};
use motcua::regulation::CountingPolicy;
use motcua::render::inspection;
use motcua::report::Period;
use serde_json::Value;

use crate::input::Case;

/// What the team knows beside the bundled log; made up like it.
pub(crate) const SAMPLE: &str = include_str!("inspection.json");

type Done<T> = Result<T, Box<dyn std::error::Error>>;

/// A part of what the team knows; nothing where it is left out.
fn part<T: serde::de::DeserializeOwned + Default>(known: &Value, name: &str) -> Done<T> {
    match known.get(name) {
        Some(value) => Ok(serde_json::from_value(value.clone())
            .map_err(|error| format!("inspection, `{name}`: {error}"))?),
        None => Ok(T::default()),
    }
}

/// Whether any procedure holds something of what has to be published beside its name and limit.
pub(crate) fn tells_what_is_published(catalogue: &Catalogue) -> bool {
    catalogue.procedures().iter().any(|procedure| {
        let Procedure { sequence, channels, papers, subjects, fee_text, .. } = procedure;
        let Procedure { sets, forms, results, conditions, fees, notice, decision, .. } = procedure;
        !sequence.is_empty()
            || !channels.is_empty()
            || !papers.is_empty()
            || !subjects.is_empty()
            || !fee_text.is_empty()
            || sets.is_some()
            || forms.is_some()
            || results.is_some()
            || conditions.is_some()
            || fees.is_some()
            || decision.is_some()
            || *notice != PublicNotice::default()
    })
}

/// The conclusion; `catalogue` is left out where it is not meant to tell what is published.
pub(crate) fn conclude(
    calendar: &Calendar,
    known: &str,
    catalogue: Option<&Catalogue>,
    cases: &[Case],
    (period, as_of): (Period, NaiveDate),
) -> Done<Conclusion> {
    let known: Value = serde_json::from_str(known)?;
    let mut inspected = Inspection::new(period, part::<String>(&known, "subject")?);
    inspected.as_of = as_of.max(period.to());
    inspected.catalogue = catalogue;
    inspected.plans = part(&known, "plan")?;
    inspected.quality = part(&known, "quality")?;
    inspected.personnel = part(&known, "personnel")?;
    inspected.manual = part(&known, "findings")?;
    inspected.remedies = part(&known, "remedies")?;
    for case in cases {
        inspected.add(calendar, &case.policy, &case.dossier, &case.timeline)?;
    }
    Ok(inspected.conclude(calendar, &CountingPolicy::one_stop())?)
}

pub(crate) fn html(conclusion: &Conclusion) -> String {
    inspection::page(conclusion, Language::Vietnamese).to_html()
}

/// Beside the page of the desk.
pub(crate) fn file(page: &Path) -> PathBuf {
    let name = page.file_stem().unwrap_or_default().to_string_lossy();
    page.with_file_name(format!("{name}_inspection.html"))
}

/// What was found, in short; `published` is whether the catalogue was looked at for that.
pub(crate) fn text(conclusion: &Conclusion, published: bool) -> String {
    let count = |nature| conclusion.findings.iter().filter(|found| found.nature == nature).count();
    let mut told = format!(
        "\nKiểm tra cải cách hành chính (inspection): {} ưu điểm; {} tồn tại, hạn chế\n",
        count(Nature::Strength),
        count(Nature::Shortcoming)
    );
    for found in conclusion.shortcomings() {
        told.push_str(&format!("   - {}\n", found.words.vietnamese));
    }
    if !published {
        told.push_str("   Danh mục không nêu nội dung công khai: không đánh giá.\n");
    }
    told
}
