//! What must hold of the source itself: no clock, few dependencies, stable error kinds.
#![expect(clippy::unwrap_used, reason = "a test may stop with a panic")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use motcua::ErrorKind;
use motcua_tests::fingerprint::fingerprint;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn the_core_has_no_clock_and_no_process_zone() {
    let mut files = Vec::new();
    rust_files(&root().join("core/src"), &mut files);
    assert!(files.len() > 30, "only {} files were looked at", files.len());
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for word in
            ["::now()", "Utc::now", "Local::now", "SystemTime", "Instant::", "chrono::Local"]
        {
            assert!(!text.contains(word), "{} says {word}", file.display());
        }
    }
}

#[test]
fn no_source_file_is_too_long_to_read() {
    let mut files = Vec::new();
    for folder in ["core", "ffi/src", "wasm/src", "benches", "tests/src", "tests/tests"] {
        rust_files(&root().join(folder), &mut files);
    }
    for file in files {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 800, "{} has {lines} lines", file.display());
    }
}

/// The packages that `core` may pull in, with all its features on but `rayon`.
const ALLOWED: [&str; 17] = [
    "autocfg",
    "chrono",
    "itoa",
    "memchr",
    "motcua",
    "num-traits",
    "proc-macro2",
    "quote",
    "ryu",
    "serde",
    "serde_core",
    "serde_derive",
    "serde_json",
    "syn",
    "thiserror",
    "thiserror-impl",
    "unicode-ident",
];

/// What the feature `rayon` brings with it.
const THREADS: [&str; 6] =
    ["crossbeam-deque", "crossbeam-epoch", "crossbeam-utils", "either", "rayon", "rayon-core"];

fn cargo_tree(arguments: &[&str]) -> String {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .current_dir(root())
        .args(["tree", "-p", "motcua", "-e", "normal", "--locked"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_core_depends_on_little() {
    for (features, threads) in [("std,json,render", &[][..]), ("std,json,render,rayon", &THREADS)] {
        let tree = cargo_tree(&["--features", features, "--prefix", "none", "--format", "{p}"]);
        let packages: BTreeSet<&str> =
            tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
        assert!(packages.contains("chrono") && packages.contains("thiserror"));
        // serde_json formats numbers with one small crate or another, by its version.
        let known = |name: &str| ALLOWED.contains(&name) || threads.contains(&name);
        let strange: Vec<_> =
            packages.iter().filter(|name| !known(name) && **name != "zmij").collect();
        assert!(strange.is_empty(), "the core depends on {strange:?} with {features}");
    }
}

#[test]
fn chrono_comes_without_its_clock() {
    let tree = cargo_tree(&["--all-features", "--prefix", "none", "--format", "{p} {f}"]);
    let chrono = tree.lines().find(|line| line.starts_with("chrono ")).unwrap();
    for feature in ["clock", "now", "oldtime", "wasmbind", "iana-time-zone"] {
        assert!(!chrono.contains(feature), "{chrono}");
    }
}

#[test]
fn error_kinds_have_their_own_numbers_and_codes() {
    let mut numbers = BTreeSet::new();
    let mut codes = BTreeSet::new();
    for kind in ErrorKind::ALL {
        assert!((100..550).contains(&kind.number()), "{kind}: {}", kind.number());
        assert!(numbers.insert(kind.number()), "{} stands twice", kind.number());
        assert!(codes.insert(kind.as_str()), "{kind} stands twice");
        assert!(kind.as_str().bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{kind}");
    }
    let in_order: Vec<u16> = ErrorKind::ALL.iter().map(|kind| kind.number()).collect();
    assert!(in_order.is_sorted(), "{in_order:?}");
}

#[test]
fn the_readme_shows_the_examples_that_are_compiled() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    for example in ["example.c", "example.cpp", "Example.cs"] {
        let text = fs::read_to_string(root().join("ffi/examples").join(example)).unwrap();
        assert!(readme.contains(text.trim_end()), "README.md does not show {example} as it is");
    }
}

/// The headings of a document by their depth, and its blocks of code.
fn skeleton(text: &str) -> (Vec<usize>, Vec<String>) {
    let mut headings = Vec::new();
    let mut blocks: Vec<String> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        let fence = line.starts_with("```");
        if fence && !inside {
            blocks.push(String::new());
        }
        if let Some(block) = blocks.last_mut().filter(|_| inside || fence) {
            block.push_str(line);
            block.push('\n');
        } else if line.starts_with('#') {
            headings.push(line.bytes().take_while(|byte| *byte == b'#').count());
        }
        inside ^= fence;
    }
    (headings, blocks)
}

#[test]
fn the_vietnamese_readme_is_the_twin_of_the_english_one() {
    let read = |name: &str| fs::read_to_string(root().join(name)).unwrap();
    let (english, vietnamese) = (read("README.md"), read("README.vi.md"));
    let (headings, blocks) = skeleton(&english);
    assert!(headings.len() > 7 && blocks.len() > 6);
    assert_eq!(skeleton(&vietnamese), (headings, blocks));
    // Letters with their marks in one piece, as they are typed and searched for.
    assert!(!vietnamese.chars().any(|letter| ('\u{300}'..='\u{36f}').contains(&letter)));
}

/// The facts under one number, by the names and contents of their files.
fn of_the_facts() -> String {
    let mut files: Vec<PathBuf> =
        fs::read_dir(root().join("core/data")).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| !file.ends_with("version.json"));
    files.sort();
    assert!(files.len() > 5);
    let texts: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let name = file.file_name().unwrap().to_str().unwrap().to_owned();
            [name, fs::read_to_string(file).unwrap()]
        })
        .collect();
    format!("{:016x}", fingerprint(texts.iter().map(String::as_str)))
}

#[test]
fn facts_that_changed_have_a_new_data_version() {
    let file = root().join("core/data/version.json");
    let text = fs::read_to_string(&file).unwrap();
    let value = |name: &str| {
        let behind = text.split_once(&format!("\"{name}\": \"")).unwrap().1;
        behind.split('"').next().unwrap().to_owned()
    };
    let (version, known, now) = (value("version"), value("fingerprint"), of_the_facts());
    if let Ok(day) = env::var("UPDATE_DATA_VERSION") {
        assert!(day >= version && day.len() == 10, "{day} is no day after {version}");
        let renewed = text
            .replace(&format!("\"version\": \"{version}\""), &format!("\"version\": \"{day}\""))
            .replace(
                &format!("\"fingerprint\": \"{known}\""),
                &format!("\"fingerprint\": \"{now}\""),
            );
        fs::write(file, renewed).unwrap();
        return;
    }
    assert_eq!(
        known, now,
        "core/data changed: UPDATE_DATA_VERSION=YYYY-MM-DD cargo test -p motcua-tests --test house"
    );
    assert_eq!(version, motcua::DATA_VERSION);
}

/// What `cargo package` would put into the archive of the crate, which `tests/release` installs.
#[test]
fn the_crate_is_packed_whole_and_without_tests() {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .current_dir(root())
        .args(["package", "--list", "-p", "motcua", "--allow-dirty", "--locked"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let list = String::from_utf8(output.stdout).unwrap();
    let files: BTreeSet<&str> = list.lines().collect();
    let mut needed: Vec<PathBuf> = Vec::new();
    for folder in ["core/src", "core/build", "core/examples"] {
        rust_files(&root().join(folder), &mut needed);
    }
    for folder in ["core/data", "core/docs"] {
        needed.extend(fs::read_dir(root().join(folder)).unwrap().map(|file| file.unwrap().path()));
    }
    let core = root().join("core");
    for file in needed {
        let name = file.strip_prefix(&core).unwrap().to_str().unwrap();
        assert!(files.contains(name), "{name} is not packed");
    }
    for name in ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "Cargo.lock"] {
        assert!(files.contains(name), "{name} is not packed");
    }
    assert!(!files.iter().any(|name| name.starts_with("tests") || name.starts_with("target")));
}
