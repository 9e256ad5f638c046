//! A department that publishes all of its 38 procedures, each at level 4: the procedures are
//! real, what is published of them here is made up for the test.
#![expect(clippy::panic, reason = "a test may stop with a panic")]

use motcua::calendar::parse_date as day;
use motcua::procedure::{
    Catalogue, Coverage, Evidence, FilingTally, Issuer, Lack, Met, OneStopMode, Part, PartRule,
    PublicationAudit, PublicationDecision, Requirement, Step,
};
use motcua::service_level::{Criterion, Extent, Grade, OnlineExtent, Regime, ServiceLevel};
use motcua::time_limit::Channel;
use motcua::{Procedure, json};
use motcua_tests::department::{LEVEL, PROCEDURES, department};

/// A day in the years of NĐ 43/2011.
const DATE: &str = "2020-06-01";

fn catalogue(procedures: Vec<Procedure>) -> Catalogue {
    let (catalogue, refused) = Catalogue::new(procedures);
    assert_eq!(refused, []);
    catalogue
}

#[test]
fn all_38_procedures_are_at_level_4_and_published_in_full() {
    let catalogue = catalogue(department());
    let date = day(DATE).unwrap();
    for evidence in [Evidence::Assessed, Evidence::Declared] {
        let covered = Coverage::of(&catalogue, LEVEL, evidence, date);
        assert_eq!((covered.ratio().numerator, covered.ratio().denominator), (38, 38));
        assert_eq!(covered.ratio().percent_text().as_deref(), Some("100,00 %"));
    }
    let audit = PublicationAudit::of(&catalogue, date);
    assert_eq!(audit.findings(), 0);
    assert_eq!((audit.published().numerator, audit.published().denominator), (38, 38));
}

#[test]
fn as_listed_without_made_up_facts_nothing_is_claimed() {
    let (catalogue, _) = json::catalogue(PROCEDURES).unwrap();
    let date = day(DATE).unwrap();
    let covered = Coverage::of(&catalogue, LEVEL, Evidence::Assessed, date);
    assert_eq!((covered.ratio().numerator, covered.ratio().denominator), (0, 38));
    assert_eq!(covered.no_data(), 38);
    let audit = PublicationAudit::of(&catalogue, date);
    assert_eq!(audit.published().numerator, 0);
    assert_eq!(audit.count(Part::Limit), 0, "every limit of the list can be read");
    assert_eq!(audit.count(Part::Name), 0);
    assert_eq!(audit.count(Part::Papers), 38);
}

/// Takes a part away, and says what kind of lack that is.
fn remove(procedure: &mut Procedure, part: Part) -> Lack {
    match part {
        Part::Sequence => procedure.sequence.clear(),
        Part::Filing => procedure.channels.clear(),
        Part::Papers => procedure.papers.clear(),
        Part::Sets => procedure.sets = None,
        Part::Limit => procedure.time_limit_text.clear(),
        Part::Subjects => procedure.subjects.clear(),
        Part::Agency => procedure.agency.clear(),
        Part::Forms => procedure.forms = None,
        Part::Result => procedure.results = None,
        Part::Conditions => procedure.conditions = None,
        Part::Fees => procedure.fees = None,
        Part::FormFiles => procedure.forms.iter_mut().flatten().for_each(|form| form.file = None),
        Part::Address => procedure.notice.address = None,
        Part::Phone => procedure.notice.phone = None,
        Part::Feedback => procedure.notice.feedback = None,
        Part::Database => procedure.notice.in_database = false,
        Part::Posting => procedure.notice.posted = false,
        other => panic!("{other:?}"),
    }
    match part {
        Part::Forms | Part::Result | Part::Conditions | Part::Fees => Lack::NotStated,
        _ => Lack::Missing,
    }
}

#[test]
fn each_part_removed_in_turn_is_found_and_nothing_else() {
    let date = day(DATE).unwrap();
    // A procedure without a name is refused by the catalogue itself.
    let parts = Part::ALL.into_iter().filter(|part| *part != Part::Name);
    let mut removed = 0;
    for (place, part) in parts.enumerate() {
        let mut procedures = department();
        let which = place % procedures.len();
        let lack = remove(&mut procedures[which], part);
        let name = procedures[which].name.clone();
        let catalogue = catalogue(procedures);
        let audit = PublicationAudit::of(&catalogue, date);
        assert_eq!(audit.findings(), 1, "{part:?}");
        assert_eq!(audit.published().numerator, 37, "{part:?}");
        assert_eq!(audit.count(part), 1, "{part:?}");
        let audited = audit.procedures().iter().find(|a| !a.findings.is_empty()).unwrap();
        assert_eq!(audited.procedure.name, name);
        let finding = &audited.findings[0];
        assert_eq!((finding.part, finding.lack), (part, lack));
        assert_eq!(Some(finding.rule), part.rule());
        removed += 1;
    }
    assert_eq!(removed, PartRule::all().len() - 1);
}

#[test]
fn an_empty_name_is_refused() {
    let mut procedures = department();
    procedures[3].name.clear();
    let (catalogue, refused) = Catalogue::new(procedures);
    assert_eq!(catalogue.procedures().len(), 37);
    assert_eq!(refused[0].place(), Some((4, "name")));
}

#[test]
fn each_criterion_removed_in_turn_lowers_the_level() {
    let date = day(DATE).unwrap();
    let grade = |change: fn(&mut Procedure)| {
        let mut procedures = department();
        change(&mut procedures[5]);
        let assessed = procedures[5].assess(Regime::Decree43, date);
        let unmet: Vec<Criterion> = assessed.unmet(LEVEL).collect();
        assert!(assessed.is_overstated());
        let catalogue = catalogue(procedures);
        let covered = Coverage::of(&catalogue, LEVEL, Evidence::Assessed, date);
        assert_eq!((covered.ratio().numerator, covered.ratio().denominator), (37, 38));
        assert_eq!(covered.below()[0].unmet, unmet);
        (assessed.level, unmet)
    };
    let online = |p: &mut Procedure| p.service.as_mut().unwrap().filing = false;
    assert_eq!(
        grade(online),
        (Some(ServiceLevel::Decree43(Grade::Two)), vec![Criterion::OnlineFiling])
    );
    let result = |p: &mut Procedure| p.service.as_mut().unwrap().results.clear();
    assert_eq!(
        grade(result),
        (Some(ServiceLevel::Decree43(Grade::Three)), vec![Criterion::ResultChannel])
    );
    let forms = |p: &mut Procedure| p.forms.as_mut().unwrap()[0].file = None;
    assert_eq!(
        grade(forms),
        (Some(ServiceLevel::Decree43(Grade::One)), vec![Criterion::FormsToDownload])
    );
    let sequence = |p: &mut Procedure| p.sequence.clear();
    assert_eq!(grade(sequence), (None, vec![Criterion::Information]));
    let payment = |p: &mut Procedure| {
        p.service.as_mut().unwrap().payment = false;
        p.fees = None;
    };
    assert_eq!(
        grade(payment),
        (Some(ServiceLevel::Decree43(Grade::Three)), vec![Criterion::OnlinePayment])
    );
}

#[test]
fn without_fees_nothing_has_to_be_paid_online() {
    let mut procedures = department();
    procedures[0].service.as_mut().unwrap().payment = false;
    let assessed = procedures[0].assess(Regime::Decree43, day(DATE).unwrap());
    assert_eq!(assessed.level, Some(LEVEL));
}

#[test]
fn in_part_needs_its_reason_published() {
    // NĐ 224/2026/NĐ-CP art. 14.
    let date = day("2026-11-23").unwrap();
    let mut procedure = department().swap_remove(0);
    let full = ServiceLevel::Decree224(OnlineExtent::Full);
    assert_eq!(procedure.assess(Regime::Decree224, date).level, Some(full));
    let service = procedure.service.as_mut().unwrap();
    service.presence = true;
    let assessed = procedure.assess(Regime::Decree224, date);
    assert_eq!(assessed.level, None);
    let partial = ServiceLevel::Decree224(OnlineExtent::Partial);
    let unmet: Vec<Criterion> = assessed.unmet(partial).collect();
    assert_eq!(unmet, [Criterion::PartialReason]);
    let service = procedure.service.as_mut().unwrap();
    service.partial_reason = Some("(giả lập) phải có mặt theo luật chuyên ngành".into());
    assert_eq!(procedure.assess(Regime::Decree224, date).level, Some(partial));
    // The declared level of another regime is no level of this one.
    assert_eq!(procedure.declared_level(Regime::Decree224, date), None);
}

#[test]
fn proactive_levels_stand_apart() {
    let date = day("2026-11-23").unwrap();
    let mut procedure = department().swap_remove(0);
    assert_eq!(procedure.assess(Regime::Decree224Proactive, date).level, None);
    let service = procedure.service.as_mut().unwrap();
    service.reminds = true;
    service.prepares = true;
    // To act without having recommended is no level of its own.
    service.acts = true;
    let level = procedure.assess(Regime::Decree224Proactive, date).level;
    assert_eq!(level, Some(ServiceLevel::Decree224Proactive(Grade::Two)));
    assert!(level.unwrap().is_at_least(LEVEL).is_err());
}

#[test]
fn what_is_not_said_is_neither_met_nor_zero() {
    let mut procedure = department().swap_remove(0);
    procedure.service = None;
    assert_eq!(procedure.meets(Criterion::OnlineFiling), Met::NotStated);
    let date = day("2023-01-01").unwrap();
    let assessed = procedure.assess(Regime::Decree42, date);
    assert_eq!(assessed.level, Some(ServiceLevel::Decree42(Extent::Information)));
    assert!(!assessed.verified, "the articles of NĐ 42/2022 were not read");
}

#[test]
fn shares_of_online_dossiers_are_exact() {
    let mut procedures = department();
    // Two procedures below the level, one of them not online at all.
    procedures[0].service.as_mut().unwrap().results.clear();
    procedures[1].service.as_mut().unwrap().filing = false;
    let names: Vec<String> = procedures.iter().map(|p| p.name.clone()).collect();
    let catalogue = catalogue(procedures);
    let date = day(DATE).unwrap();
    let mut tally = FilingTally::new(&catalogue);
    assert!(tally.online_share().is_no_data());
    assert!(tally.level_share(LEVEL, Evidence::Assessed, date).is_no_data());
    tally.add(&names[0], Channel::Online, 4).unwrap();
    tally.add(&names[1], Channel::InPerson, 6).unwrap();
    tally.add(&names[2], Channel::Online, 7).unwrap();
    tally.add(&names[2], Channel::Post, 1).unwrap();
    tally.add(&names[3], Channel::InPerson, 2).unwrap();
    assert!(tally.add("không có", Channel::Online, 1).is_err());
    let ratio = |ratio: motcua::report::Ratio| (ratio.numerator, ratio.denominator);
    // All: (4 + 7) of (4 + 6 + 8 + 2).
    assert_eq!(ratio(tally.online_share()), (11, 20));
    // TT 23/2018: procedures at level 4 only: 7 of (8 + 2).
    assert_eq!(ratio(tally.level_share(LEVEL, Evidence::Assessed, date)), (7, 10));
    // By what is declared, all procedures are at level 4.
    assert_eq!(ratio(tally.level_share(LEVEL, Evidence::Declared, date)), (11, 20));
    // 37 are offered online, two of them were used.
    assert_eq!(ratio(tally.procedures_used_online()), (2, 37));
}

#[test]
fn modes_tell_what_they_lack() {
    let date = day(DATE).unwrap();
    let mut procedure = department().swap_remove(0);
    assert_eq!(procedure.lacks_of(OneStopMode::OneStop, date), []);
    assert_eq!(
        procedure.lacks_of(OneStopMode::LinkedElectronic, date),
        [Requirement::SeveralAgencies]
    );
    let step = |id: &str, agency: &str| Step {
        id: id.into(),
        agency: agency.into(),
        time_limit_text: Some("5 ngày".into()),
        ..Step::default()
    };
    procedure.steps = vec![step("1", "Sở A"), step("2", "UBND tỉnh")];
    assert_eq!(procedure.lacks_of(OneStopMode::LinkedElectronic, date), []);
    procedure.steps[1].time_limit_text = None;
    assert_eq!(procedure.lacks_of(OneStopMode::Linked, date), [Requirement::AgencyLimits]);
}

#[test]
fn the_decision_gives_rise_to_its_duties() {
    use motcua::obligation::publication;
    let calendar = motcua::Calendar::vietnam().unwrap();
    let policy = motcua::regulation::CountingPolicy::one_stop();
    let mut procedure = department().swap_remove(0);
    let due = |procedure: &Procedure| -> Vec<(String, String)> {
        let owed = publication(&calendar, &policy, procedure).unwrap();
        let line = |o: &motcua::obligation::PublicationObligation<'_>| {
            (o.obligation.duty.as_str().to_owned(), o.obligation.due.date.to_string())
        };
        owed.iter().map(line).collect()
    };
    procedure.decision = Some(PublicationDecision {
        number: "(giả lập) 1/QĐ".into(),
        issuer: Some(Issuer::Ministry),
        signed: Some(day("2026-08-19").unwrap()),
        promulgated: None,
        effect: Some(day("2026-10-01").unwrap()),
        entered: None,
    });
    // Ten working days from Wednesday 19/8: 20, 21, Saturday 22 (worked), 24-28, 3 and 4/9, as
    // 31/8 to 2/9 are off. Twenty days before 1/10 is Friday 11/9.
    assert_eq!(
        due(&procedure),
        [
            ("publication_decision".into(), "2026-09-11".into()),
            ("database_entry".into(), "2026-09-04".into())
        ]
    );
    procedure.decision.as_mut().unwrap().issuer = Some(Issuer::Shortened);
    assert_eq!(due(&procedure), [("database_entry".into(), "2026-08-21".into())]);
    procedure.decision.as_mut().unwrap().issuer = None;
    assert_eq!(due(&procedure), []);
}
