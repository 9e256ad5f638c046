//! The links of the documents lead to files and headings that are there.

use std::fs;
use std::path::Path;

use super::{files, read, root};

/// The place of a heading as pages of repositories have it.
fn anchor(heading: &str) -> String {
    let plain = heading.trim().to_lowercase();
    let kept = plain.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

fn has_anchor(text: &str, wanted: &str) -> bool {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings.map(|line| line.trim_start_matches('#')).any(|heading| anchor(heading) == wanted)
}

#[test]
fn links_lead_somewhere() {
    let folders = ["core", "ffi", "wasm", "tests", "benches"];
    let mut documents: Vec<String> = folders.iter().flat_map(|folder| files(folder)).collect();
    let own = ["README.md", "README.vi.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"];
    documents.extend(own.map(String::from));
    let mut followed: usize = 0;
    for document in documents.iter().filter(|path| path.ends_with(".md")) {
        let text = read(document);
        let folder = Path::new(document).parent().unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if link.starts_with("http") {
                continue;
            }
            followed = followed.saturating_add(1);
            let (path, place) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { document.into() } else { folder.join(path) };
            let there = fs::exists(root().join(&target)).unwrap();
            assert!(there, "{document}: there is no {link}");
            if !place.is_empty() {
                let text = fs::read_to_string(root().join(&target)).unwrap();
                assert!(has_anchor(&text, place), "{document}: no heading for {link}");
            }
        }
    }
    assert!(followed > 30, "only {followed} links");
}
