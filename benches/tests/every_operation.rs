//! Every public operation has a bench, or stands in `unmeasured.txt` below the reason why not.
//!
//! A bench has what stands between the parentheses of its `b.iter(..)` or `b.iter_batched(..)`, and
//! `work.rs` what stands in the closures it prepares: a call before them is not timed. A method
//! counts as called where the file names its type too, as several types may have one of that name;
//! two such types in one file cannot be told apart. Functions that are `const` are left out, as
//! they read a field, name a value or add a few; so are those of traits, such as `Display`.
//!
//! The sources are read line by line, as rustfmt sets them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Names that the collections of the standard library have too: these count by their path only.
const OF_STD: [&str; 3] = ["count", "is_empty", "iter"];

/// What a bench, or the work that is prepared for one, begins with.
const TIMED: [&str; 3] = ["b.iter(", "b.iter_batched(", "Box::new(move ||"];

/// A public function.
struct Operation {
    /// Its type, or the last module of its path.
    owner: String,
    name: String,
    /// Whether it takes `self`.
    method: bool,
}

/// A file of benches.
struct Bench {
    code: String,
    timed: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sources(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(sources(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    Ok(found)
}

const fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn first_word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| is_of_word(*c)).collect()
}

/// Whether words stand in a text that are not part of longer ones.
fn holds(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let (before, rest) = text.split_at_checked(at).unwrap_or_default();
        let behind = rest.strip_prefix(words).unwrap_or_default();
        !before.ends_with(is_of_word) && !behind.starts_with(is_of_word)
    })
}

/// The module by which the free functions of a source are called: the last one that is public.
fn module(source: &Path, folder: &Path) -> String {
    let path = source.strip_prefix(folder).unwrap_or(source).with_extension("");
    let mut parts: Vec<&str> = path.iter().filter_map(|part| part.to_str()).collect();
    parts.retain(|part| *part != "mod");
    while let Some(last) = parts.pop() {
        let inside = parts.iter().fold(folder.to_owned(), |inside, part| inside.join(part));
        let parent = if parts.is_empty() { "lib.rs" } else { "mod.rs" };
        let parent = fs::read_to_string(inside.join(parent)).unwrap_or_default();
        if parent.lines().any(|line| line == format!("pub mod {last};")) {
            return last.to_owned();
        }
    }
    // What stands in the private `civil` is exported there.
    "calendar".to_owned()
}

/// The public functions of the core by their paths: `Calendar::day`, `deadline::due`.
fn operations() -> io::Result<BTreeMap<String, Operation>> {
    let folder = root().join("core/src");
    let mut found = BTreeMap::new();
    for source in sources(&folder)? {
        let text = fs::read_to_string(&source)?;
        let mut of_type = String::new();
        for (line, next) in text.lines().zip(text.lines().skip(1)) {
            if let Some(header) = line.strip_prefix("impl") {
                let generic = header.starts_with('<');
                let named = header.split_once("> ").filter(|_| generic);
                of_type = first_word(named.map_or(header, |(_, named)| named));
            }
            let Some(function) = line.trim_start().strip_prefix("pub fn ") else { continue };
            let name = first_word(function);
            let signature = format!("{function} {next}");
            let arguments = signature.split_once('(').map_or("", |(_, arguments)| arguments);
            let first = arguments.split([',', ')']).next().unwrap_or_default();
            let method = first.trim_end().ends_with("self") && !first.contains(':');
            let free = line.starts_with("pub");
            let owner = if free { module(&source, &folder) } else { of_type.clone() };
            found.insert(format!("{owner}::{name}"), Operation { owner, name, method });
        }
    }
    Ok(found)
}

/// What stands between the parentheses with which each bench begins.
fn timed(code: &str) -> String {
    let mut timed = String::new();
    for start in TIMED {
        for (at, _) in code.match_indices(start) {
            let rest = code.get(at..).unwrap_or_default();
            let mut open = 0_u32;
            let closes = |c: char| {
                match c {
                    '(' => open = open.saturating_add(1),
                    ')' => open = open.saturating_sub(1),
                    _ => return false,
                }
                open == 0
            };
            timed.push_str(rest.split(closes).next().unwrap_or_default());
            timed.push('\n');
        }
    }
    timed
}

fn benches() -> io::Result<Vec<Bench>> {
    let folder = root().join("benches");
    let mut files = sources(&folder.join("benches"))?;
    files.push(folder.join("src/work.rs"));
    let mut benches = Vec::new();
    for file in files {
        let text = fs::read_to_string(file)?;
        let is_code = |line: &&str| !line.trim_start().starts_with("//");
        let code = text.lines().filter(is_code).collect::<Vec<_>>().join("\n");
        benches.push(Bench { timed: timed(&code), code });
    }
    Ok(benches)
}

impl Bench {
    fn calls(&self, Operation { owner, name, method }: &Operation) -> bool {
        let by_path = holds(&self.timed, &format!("{owner}::{name}"));
        let of_value = *method && !OF_STD.contains(&name.as_str()) && holds(&self.code, owner);
        by_path || of_value && self.timed.contains(&format!(".{name}("))
    }
}

#[test]
fn every_public_operation_is_measured_or_says_why_not() {
    let (operations, benches) = (operations().unwrap(), benches().unwrap());
    let is_measured = |operation| benches.iter().any(|bench| bench.calls(operation));
    let list = fs::read_to_string(root().join("benches/unmeasured.txt")).unwrap();
    assert!(list.starts_with("# "), "no reason stands above the first name");
    let (mut listed, mut faults) = (BTreeSet::new(), Vec::new());
    for name in list.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        if !listed.insert(name) {
            faults.push(format!("{name} stands in the list twice"));
        }
        match operations.get(name) {
            None => faults.push(format!("{name} stands in the list and is no public function")),
            Some(operation) if is_measured(operation) => {
                faults.push(format!("{name} stands in the list and is measured"));
            }
            Some(_) => {}
        }
    }
    for (name, operation) in &operations {
        if !listed.contains(name.as_str()) && !is_measured(operation) {
            faults.push(format!("{name} is neither measured nor in the list"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn operations_are_found_by_their_paths_and_only_timed_calls_count() {
    let operations = operations().unwrap();
    for known in ["Calendar::day", "Batch::dossiers", "deadline::due", "svg::year_calendar"] {
        assert!(operations.contains_key(known), "{known} was not found");
    }
    let day = operations.get("Calendar::day").unwrap();
    let bench = |code: &str| Bench { timed: timed(code), code: code.to_owned() };
    assert!(bench("let c: Calendar; b.iter(|| c.day(date).is_ok());").calls(day));
    assert!(bench("b.iter(|| dates.map(Calendar::day));").calls(day));
    assert!(!bench("let c: Calendar; c.day(date); b.iter(|| c.days(from, to));").calls(day));
    assert!(!bench("b.iter(|| notice.day(date));").calls(day));
    assert!(!bench("b.iter(|| Calendar::days(c, from, to));").calls(day));
}
