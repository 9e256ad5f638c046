//! What the catalogue shows on the last day of the period.

use alloc::string::ToString;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::words::{FindingBasis, Words, dated};
use super::{Check, Exhibit, Found, InspectionError, RecordKind};
use crate::Calendar;
use crate::deadline::last_instant;
use crate::obligation::{Duty, StandingPolicy, publication};
use crate::procedure::{
    Catalogue, Coverage, Evidence, Part, PartRule, Procedure, PromiseStanding, PublicationAudit,
};
use crate::regulation::CountingPolicy;
use crate::report::Ratio;
use crate::service_level::ServiceLevel;

/// The check a part belongs to; the first is for all that the others do not name.
const fn check_of(part: Part) -> Check {
    match part {
        Part::Forms | Part::FormFiles => Check::FormsPublished,
        Part::Fees => Check::FeesPublished,
        Part::Address | Part::Phone | Part::Feedback => Check::ContactsPublished,
        _ => Check::ProceduresPublished,
    }
}

const PUBLISHED: [Check; 4] = [
    Check::ProceduresPublished,
    Check::FormsPublished,
    Check::FeesPublished,
    Check::ContactsPublished,
];

fn exhibit(procedure: &Procedure, words: Words) -> Exhibit {
    Exhibit::new(RecordKind::Procedure, procedure.label(), words)
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// `mức độ 3` and `level 3`.
fn level_name(level: ServiceLevel) -> Words {
    Words::new(level.vietnamese(), level.level_name().replace('_', " "))
}

/// The level with its act, for the words of the check.
pub(super) fn level_words(level: ServiceLevel) -> Words {
    let act = level.regime().basis();
    let Words { vietnamese, english } = level_name(level);
    Words::new(
        alloc::format!("{vietnamese} ({})", act.act),
        alloc::format!("{english} ({})", act.act_en),
    )
}

/// One article gives several parts, each with a remark of its own on its source.
fn named_once(basis: impl Iterator<Item = FindingBasis>) -> Vec<FindingBasis> {
    let mut named: Vec<FindingBasis> = Vec::new();
    for basis in basis {
        let same =
            |known: &FindingBasis| known.words == basis.words && known.verified == basis.verified;
        if !named.iter().any(same) {
            named.push(basis);
        }
    }
    named
}

/// What is published of each procedure, in four checks.
pub(super) fn published(catalogue: &Catalogue, date: NaiveDate) -> Vec<Found> {
    let audit = PublicationAudit::of(catalogue, date);
    let all = number(audit.procedures().len());
    let found = |check: Check| {
        let mut evidence = Vec::new();
        for audited in audit.procedures() {
            let lacking = audited.findings.iter().filter(|f| check_of(f.part) == check);
            let words = lacking.fold(Words::default(), |words, finding| {
                let (part, lack) = (finding.part, finding.lack);
                let mut vietnamese = alloc::format!("{}: {}", part.vietnamese(), lack.vietnamese());
                let mut english = alloc::format!("{}: {}", part.as_str(), lack.as_str());
                if let Some(detail) = &finding.detail {
                    vietnamese.push_str(&alloc::format!(" “{detail}”"));
                    english.push_str(&alloc::format!(" “{detail}”"));
                }
                words.and("; ", &Words::new(vietnamese, english.replace('_', " ")))
            });
            if !words.vietnamese.is_empty() {
                evidence.push(exhibit(audited.procedure, words));
            }
        }
        let rules = PartRule::all().iter();
        let rules = rules.filter(|rule| check_of(rule.part) == check && rule.basis.holds_on(date));
        let basis = named_once(rules.map(|rule| FindingBasis::from(&rule.basis)));
        // What no rule asks for yet is neither done well nor badly.
        if basis.is_empty() {
            return Found::bare(check, Ratio::new(0, 0));
        }
        let kept = all.saturating_sub(number(evidence.len()));
        Found { evidence, basis, ..Found::bare(check, Ratio::new(kept, all)) }
    };
    PUBLISHED.into_iter().map(found).collect()
}

/// Whether decisions and database entries came in time.
pub(super) fn terms(
    catalogue: &Catalogue,
    calendar: &Calendar,
    counting: &CountingPolicy,
    standing: StandingPolicy,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Found, InspectionError> {
    let mut found = Found::bare(Check::PublicationTerms, Ratio::new(0, 0));
    let (mut kept, mut all, mut basis) = (0_u32, 0_u32, Vec::new());
    for procedure in catalogue.procedures().iter().filter(|p| p.holds_on(to)) {
        for owed in publication(calendar, counting, procedure)? {
            let duty = owed.obligation;
            let due = duty.due.date;
            let done = duty.done.filter(|done| done.date() <= to);
            let open_in_time = done.is_none() && due > to;
            let settled_before = done.is_some_and(|done| done.date().max(due) < from);
            if open_in_time || settled_before {
                continue;
            }
            all = all.saturating_add(1);
            basis.push(FindingBasis::from(&owed.term.basis));
            if !duty.standing(calendar, standing, last_instant(to))?.state.is_late() {
                kept = kept.saturating_add(1);
                continue;
            }
            let what: Words = match duty.duty {
                Duty::DatabaseEntry => ("nhập Cơ sở dữ liệu quốc gia", "database entry").into(),
                _ => ("quyết định công bố", "publication decision").into(),
            };
            let due = dated(("hạn {date}", "due on {date}"), due);
            let done = match done {
                Some(done) => dated(("thực hiện {date}", "done on {date}"), done.date()),
                None => ("chưa thực hiện", "not done").into(),
            };
            found.evidence.push(exhibit(procedure, what.and(": ", &due).and(", ", &done)));
        }
    }
    found.ratio = Ratio::new(kept, all);
    found.basis = named_once(basis.into_iter());
    Ok(found)
}

/// Whether published limits are longer than those of the law.
pub(super) fn limits(catalogue: &Catalogue, date: NaiveDate) -> Found {
    let mut found = Found::bare(Check::LimitsWithinLaw, Ratio::new(0, 0));
    let (mut kept, mut all, mut basis) = (0_u32, 0_u32, Vec::new());
    for procedure in catalogue.procedures().iter().filter(|p| p.holds_on(date)) {
        let Ok(Some(promise)) = procedure.promise(None) else { continue };
        match promise.standing {
            PromiseStanding::NotComparable => continue,
            PromiseStanding::Shorter | PromiseStanding::Equal => kept = kept.saturating_add(1),
            PromiseStanding::Longer => {
                let (published, legal) =
                    (promise.published.to_string(), promise.statutory.to_string());
                let said = ("công bố {published}, quy định {law}", "{published}; the law: {law}");
                let words = Words::from(said).with("{published}", &published, &published);
                found.evidence.push(exhibit(procedure, words.with("{law}", &legal, &legal)));
                if !procedure.legal_basis.is_empty() {
                    basis.push(FindingBasis::given(&procedure.legal_basis, false));
                }
            }
        }
        all = all.saturating_add(1);
    }
    found.ratio = Ratio::new(kept, all);
    found.basis = named_once(basis.into_iter());
    found
}

/// Whether procedures meet what their one-stop mode requires.
pub(super) fn modes(catalogue: &Catalogue, date: NaiveDate) -> Found {
    let mut found = Found::bare(Check::OneStopRequirements, Ratio::new(0, 0));
    let (mut kept, mut all, mut basis) = (0_u32, 0_u32, Vec::new());
    for procedure in catalogue.procedures().iter().filter(|p| p.holds_on(date)) {
        let Some(mode) = procedure.mode else { continue };
        all = all.saturating_add(1);
        if let Some((_, rule)) = mode.rule(date) {
            basis.push(FindingBasis::from(rule));
        }
        let lacks = procedure.lacks_of(mode, date);
        if lacks.is_empty() {
            kept = kept.saturating_add(1);
            continue;
        }
        let named = lacks.iter().fold(Words::default(), |words, lack| {
            let english = lack.as_str().replace('_', " ");
            words.and("; ", &Words::new(lack.vietnamese(), english))
        });
        let words = Words::new(mode.vietnamese(), mode.as_str().replace('_', " "));
        let words = words.and(": ", &("chưa đáp ứng", "without").into());
        found.evidence.push(exhibit(procedure, words.and(" ", &named)));
    }
    found.ratio = Ratio::new(kept, all);
    found.basis = named_once(basis.into_iter());
    found
}

/// How many procedures are online services at a level.
pub(super) fn level(
    catalogue: &Catalogue,
    level: ServiceLevel,
    evidence: Evidence,
    date: NaiveDate,
) -> Found {
    let coverage = Coverage::of(catalogue, level, evidence, date);
    let all = coverage.ratio();
    let rule = level.regime().levels().find(|rule| rule.level == level);
    let mut basis = FindingBasis::from(level.regime().basis());
    if let Some(rule) = rule.filter(|rule| !rule.verified) {
        basis.verified = false;
        basis.source = alloc::format!("{}; {}", basis.source, rule.source);
    }
    // A catalogue that tells nothing of its services is no data, not a department at level nought.
    if coverage.no_data() == all.denominator {
        return Found::bare(Check::ServicesAtLevel, Ratio::new(0, 0));
    }
    let below = coverage.below().iter().map(|below| {
        let mut words = match below.level {
            _ if below.no_data => ("chưa có số liệu", "no data").into(),
            Some(level) => Words::new("mới đạt", "only").and(" ", &level_name(level)),
            None => ("chưa đạt mức độ nào", "at no level").into(),
        };
        if !below.no_data && !below.unmet.is_empty() {
            let unmet = below.unmet.iter().fold(Words::default(), |words, criterion| {
                let english = criterion.as_str().replace('_', " ");
                words.and("; ", &Words::new(criterion.vietnamese(), english))
            });
            words = words.and(", ", &("chưa", "without").into()).and(": ", &unmet);
        }
        exhibit(below.procedure, words)
    });
    let evidence = below.collect();
    let basis = alloc::vec![basis];
    Found { evidence, basis, ..Found::bare(Check::ServicesAtLevel, all) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_belongs_to_one_check() {
        let count = |check| Part::ALL.iter().filter(|part| check_of(**part) == check).count();
        let counts: Vec<usize> = PUBLISHED.into_iter().map(count).collect();
        assert_eq!(counts, [12, 2, 1, 3]);
    }
}
