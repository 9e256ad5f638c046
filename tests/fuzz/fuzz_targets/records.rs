//! Whatever text comes as a record or a document of records, it is read or refused, and what was
//! read is evaluated, audited and written back. The first byte chooses the entry.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use motcua::Calendar;
use motcua::dossier::{Dossier, NationalProgress, NationalRecord};
use motcua::regulation::CountingPolicy;
use motcua::time_limit::{Channel, Limit};

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::vietnam().unwrap());

/// A record and its progress, one behind the other in a list.
fn national(text: &str) {
    let Ok(mut parts) = serde_json::from_str::<Vec<serde_json::Value>>(text) else { return };
    if parts.is_empty() {
        return;
    }
    let Ok(record) = NationalRecord::from_json(&parts.remove(0).to_string()) else { return };
    let progress: Result<Vec<_>, _> =
        parts.into_iter().map(NationalProgress::from_value).collect();
    let Ok(progress) = progress else { return };
    // What is written is read back as the same.
    assert_eq!(NationalRecord::from_value(record.to_value()).as_ref(), Ok(&record));
    for step in &progress {
        assert_eq!(NationalProgress::from_value(step.to_value()).as_ref(), Ok(step));
    }
    let Ok(events) = record.events(&progress) else { return };
    let channel = record.channel.unwrap_or(Channel::InPerson);
    let mut dossier = Dossier::new(record.code.clone(), Limit::working_days(10), channel);
    dossier.events = events;
    let policy = CountingPolicy::one_stop();
    let Ok(timeline) = dossier.evaluate(&CALENDAR, &policy) else { return };
    let as_of = "2026-11-23T08:00".parse().unwrap();
    let _ = record.audit(&dossier, &timeline, &CALENDAR, &policy, as_of);
    let told = record.corrected(&dossier, &timeline, as_of);
    assert!(NationalRecord::from_value(told.to_value()).is_ok());
    for step in NationalProgress::of(&dossier, &timeline) {
        assert_eq!(NationalProgress::from_value(step.to_value()), Ok(step));
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((entry, rest)) = bytes.split_first() else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    match entry % 3 {
        0 => national(text),
        1 => {
            let Ok((catalogue, refused)) = motcua::json::catalogue(text) else { return };
            assert!(refused.is_sorted_by_key(|error| error.record));
            for procedure in catalogue.procedures() {
                assert!(catalogue.find(&procedure.name).is_some() || procedure.code.is_some());
                let _ = catalogue.search(&procedure.name, 3);
            }
        }
        _ => {
            let Ok(records) = motcua::json::dossiers(text) else { return };
            for record in records.into_iter().flatten() {
                let policy = CountingPolicy::one_stop();
                let Ok((dossier, policy)) = record.into_dossier(None, policy) else { continue };
                let _ = dossier.evaluate(&CALENDAR, &policy);
            }
        }
    }
});
