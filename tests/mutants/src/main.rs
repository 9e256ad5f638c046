//! Mutation testing in one build.
//!
//! `cargo mutants` builds the crate anew for each mutant. This program takes its list, writes all
//! mutants into one copy of the tree, each behind a switch, builds the tests once and runs them
//! for each mutant with that switch on. A mutant that cannot be written so (the compiler refuses
//! it, or it stands where no switch can) is told apart.

mod embed;
mod list;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use list::Mutant;
use wait_timeout::ChildExt;

type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

/// The switch. In a constant every mutant is off.
const SWITCH: &str = r#"
extern crate std as __std;
#[doc(hidden)]
pub const fn __mutant() -> u32 {
    const fn off() -> u32 {
        0
    }
    fn on() -> u32 {
        static CHOSEN: ::core::sync::atomic::AtomicU32 =
            ::core::sync::atomic::AtomicU32::new(u32::MAX);
        let chosen = CHOSEN.load(::core::sync::atomic::Ordering::Relaxed);
        if chosen != u32::MAX {
            return chosen;
        }
        let named = __std::env::var("MUTANT").ok().and_then(|id| id.parse().ok()).unwrap_or(0);
        CHOSEN.store(named, ::core::sync::atomic::Ordering::Relaxed);
        named
    }
    ::core::intrinsics::const_eval_select((), off, on)
}
"#;

/// What became of a mutant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    Caught(String),
    Slow(String),
    Missed,
    /// The compiler refuses it, as it would by itself.
    Unviable,
    /// It stands where no switch can: the whole of an arm without which a match is not complete, an
    /// "and" beside a `let`, which the compiler would refuse by themselves, or an iterator without a
    /// name.
    Unplaced,
}

fn main() -> Fallible<()> {
    let mut arguments = env::args().skip(1);
    let (Some(listed), Some(tree), Some(survivors)) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err("usage: motcua-mutants <list.json> <tree> <survivors.txt> <test>...".into());
    };
    let tests: Vec<String> = arguments.collect();
    let tree = PathBuf::from(tree);
    let mut mutants: Vec<Mutant> = serde_json::from_slice(&fs::read(listed)?)?;
    for (index, mutant) in mutants.iter_mut().enumerate() {
        mutant.id = index + 1;
    }
    let mut fates = write_all(&tree, &mutants)?;
    let binaries = build(&tree, &tests)?;
    run_all(&tree, &binaries, &mutants, &mut fates);
    tell(&mutants, &fates, &fs::read_to_string(survivors)?)
}

/// Writes the mutants into the tree, until the compiler takes all that are left.
fn write_all(tree: &Path, mutants: &[Mutant]) -> Fallible<BTreeMap<usize, Fate>> {
    let root = tree.join("core/src/lib.rs");
    let text = fs::read_to_string(&root)?;
    // Attributes come before items, and the first documents the crate.
    let features = "#![feature(core_intrinsics, const_eval_select)]\n#![allow(warnings)]\n";
    fs::write(&root, format!("{features}{text}{SWITCH}"))?;
    let mut sources: BTreeMap<&str, String> = BTreeMap::new();
    for mutant in mutants {
        if !sources.contains_key(mutant.file.as_str()) {
            sources.insert(&mutant.file, fs::read_to_string(tree.join(&mutant.file))?);
        }
    }
    let mut fates = BTreeMap::new();
    loop {
        let mut places = BTreeMap::new();
        for (file, source) in &sources {
            let here: Vec<&Mutant> =
                mutants.iter().filter(|m| m.file == *file && !fates.contains_key(&m.id)).collect();
            let embedded = embed::embed(source, &here)?;
            fates.extend(embedded.lost.iter().map(|id| (*id, Fate::Unplaced)));
            fs::write(tree.join(file), &embedded.text)?;
            places.insert(*file, embedded);
        }
        let errors = check(tree)?;
        if errors.is_empty() {
            return Ok(fates);
        }
        let before = fates.len();
        for error in &errors {
            blame(error, &places, &mut fates);
        }
        eprintln!("{} errors, {} mutants left out", errors.len(), fates.len());
        if fates.len() == before {
            return Err(format!("no mutant is to blame: {errors:#?}").into());
        }
    }
}

/// An error of the compiler: its places, the main one first.
#[derive(Debug)]
struct Error {
    #[expect(dead_code, reason = "told when nothing else helps")]
    text: String,
    places: Vec<(String, usize)>,
}

/// Leaves out the mutant on whose code, or else in whose wrap, the error is.
fn blame(
    error: &Error,
    files: &BTreeMap<&str, embed::Embedded>,
    fates: &mut BTreeMap<usize, Fate>,
) {
    for (file, line) in &error.places {
        let Some(embedded) = files.get(file.as_str()) else { continue };
        if let Some(id) = embedded.own.get(line) {
            fates.insert(*id, Fate::Unviable);
            return;
        }
    }
    for (file, line) in &error.places {
        let Some(embedded) = files.get(file.as_str()) else { continue };
        if let Some((_, ids)) = embedded.wraps.range(..=*line).next_back() {
            fates.extend(ids.iter().map(|id| (*id, Fate::Unplaced)));
            return;
        }
    }
}

fn cargo(tree: &Path) -> Command {
    let mut command = Command::new("cargo");
    command
        .arg("+nightly")
        .current_dir(tree)
        .env("CARGO_TARGET_DIR", "../build")
        .env("CARGO_PROFILE_TEST_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_DEV_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_PROFILE_TEST_DEBUG", "0")
        .stderr(Stdio::inherit());
    command
}

fn messages(command: &mut Command) -> Fallible<(bool, Vec<serde_json::Value>)> {
    let output = command.stdout(Stdio::piped()).output()?;
    let lines = String::from_utf8(output.stdout)?;
    let parsed = lines.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    Ok((output.status.success(), parsed))
}

fn check(tree: &Path) -> Fallible<Vec<Error>> {
    let (well, messages) = messages(cargo(tree).args([
        "check",
        "--quiet",
        "-p",
        "motcua",
        "--all-features",
        "--message-format=json",
    ]))?;
    let mut errors = Vec::new();
    for message in messages {
        let message = &message["message"];
        let Some(spans) = message["spans"].as_array() else { continue };
        if message["level"] != "error" || spans.is_empty() {
            continue;
        }
        let mut places = Vec::new();
        for primary in [true, false] {
            for span in spans.iter().filter(|span| span["is_primary"] == primary) {
                let file = span["file_name"].as_str().unwrap_or_default().to_owned();
                let line = span["line_start"].as_u64().unwrap_or_default();
                places.push((file, usize::try_from(line)?));
            }
        }
        errors.push(Error { text: message["rendered"].to_string(), places });
    }
    if !well && errors.is_empty() {
        return Err("the tree does not compile, and no error has a place".into());
    }
    Ok(errors)
}

/// A test program, which of its tests are run, and how long they take when nothing is wrong.
struct Binary {
    name: String,
    path: PathBuf,
    only: Option<String>,
    time: Duration,
}

/// Builds the test programs, each given by its name or as `name:part`, with the part of a name that
/// its tests must have; and the examples of the documents.
fn build(tree: &Path, tests: &[String]) -> Fallible<Vec<Binary>> {
    let tests: BTreeMap<&str, Option<&str>> = tests
        .iter()
        .map(|test| test.split_once(':').map_or((&**test, None), |(name, only)| (name, Some(only))))
        .collect();
    let mut command = cargo(tree);
    command.args(["test", "--no-run", "--all-features", "--message-format=json", "--quiet"]);
    command.args(["-p", "motcua", "-p", "motcua-tests", "--lib"]);
    for test in tests.keys() {
        command.args(["--test", test]);
    }
    let (well, messages) = messages(&mut command)?;
    if !well {
        return Err("the tests do not compile".into());
    }
    let mut found = vec![("examples".to_owned(), examples(tree)?)];
    for message in messages {
        let Some(path) = message["executable"].as_str() else { continue };
        let name = message["target"]["name"].as_str().unwrap_or_default();
        if name != "motcua_tests" {
            found.push((name.to_owned(), path.into()));
        }
    }
    let mut binaries = Vec::new();
    for (name, path) in found {
        let only = tests.get(&*name).copied().flatten().map(str::to_owned);
        let mut binary = Binary { name, path, only, time: Duration::from_secs(600) };
        let start = Instant::now();
        match try_out(tree, &binary, 0) {
            None => binary.time = start.elapsed(),
            Some(fate) => return Err(format!("{} fails by itself: {fate:?}", binary.name).into()),
        }
        eprintln!("{}: {:.2} s", binary.name, binary.time.as_secs_f64());
        binaries.push(binary);
    }
    binaries.sort_by_key(|binary| binary.time);
    Ok(binaries)
}

/// The examples of the documents, which rustdoc makes into one program.
fn examples(tree: &Path) -> Fallible<PathBuf> {
    let kept = tree.parent().unwrap_or(tree).join("examples");
    let _ = fs::remove_dir_all(&kept);
    fs::create_dir_all(&kept)?;
    let kept = kept.canonicalize()?;
    let flags = format!("-Zunstable-options --persist-doctests {}", kept.display());
    let well = cargo(tree)
        .args(["test", "--doc", "--quiet", "-p", "motcua", "--all-features"])
        .env("RUSTDOCFLAGS", flags)
        .stdout(Stdio::null())
        .status()?
        .success();
    let programs: Vec<PathBuf> = fs::read_dir(&kept)?
        .map(|entry| Ok(entry?.path().join("rust_out")))
        .collect::<Fallible<_>>()?;
    match programs.as_slice() {
        [program] if well && program.exists() => Ok(program.clone()),
        _ => Err(format!("the examples do not make one program: {programs:?}").into()),
    }
}

/// Runs one test program with a mutant on; nothing when all its tests pass.
fn try_out(tree: &Path, binary: &Binary, mutant: usize) -> Option<Fate> {
    let folder = if matches!(&*binary.name, "motcua" | "examples") { "core" } else { "tests" };
    let child = Command::new(&binary.path)
        .args(["--quiet", "--test-threads=1"])
        .args(&binary.only)
        .current_dir(tree.join(folder))
        .env("MUTANT", mutant.to_string())
        .env("PROPTEST_FAILURE_PERSISTENCE", "off")
        .env("PROPTEST_RNG_SEED", "1")
        .env("PROPTEST_MAX_SHRINK_ITERS", "0")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = child else { return Some(Fate::Caught("not run".into())) };
    let limit = binary.time * 5 + Duration::from_secs(10);
    match child.wait_timeout(limit) {
        Ok(Some(status)) if status.success() => None,
        Ok(Some(_)) => Some(Fate::Caught(binary.name.clone())),
        _ => {
            let _ = child.kill();
            let _ = child.wait();
            Some(Fate::Slow(binary.name.clone()))
        }
    }
}

fn run_all(
    tree: &Path,
    binaries: &[Binary],
    mutants: &[Mutant],
    fates: &mut BTreeMap<usize, Fate>,
) {
    let mut left: Vec<&Mutant> = mutants.iter().filter(|m| !fates.contains_key(&m.id)).collect();
    // Out of order, so that what has run so far is a fair sample.
    left.sort_by_key(|mutant| mutant.id.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let next = AtomicUsize::new(0);
    let found = Mutex::new(BTreeMap::new());
    let jobs = env::var("JOBS").ok().and_then(|jobs| jobs.parse().ok()).unwrap_or(2);
    thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while let Some(mutant) = left.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let fate = binaries
                        .iter()
                        .find_map(|binary| try_out(tree, binary, mutant.id))
                        .unwrap_or(Fate::Missed);
                    println!("{fate:?} {}", mutant.name);
                    if let Ok(mut found) = found.lock() {
                        found.insert(mutant.id, fate);
                    }
                }
            });
        }
    });
    fates.extend(found.into_inner().unwrap_or_default());
}

/// Counts, names the survivors, and fails when one has no reason or too many survive.
fn tell(mutants: &[Mutant], fates: &BTreeMap<usize, Fate>, survivors: &str) -> Fallible<()> {
    let known: BTreeSet<&str> = survivors
        .lines()
        .filter_map(|line| line.rsplit_once(" | ").map(|(title, _)| title.trim()))
        .collect();
    let mut counts: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    let (mut unknown, mut unplaced) = (Vec::new(), Vec::new());
    for mutant in mutants {
        let module = mutant.file.split('/').nth(2).unwrap_or_default().trim_end_matches(".rs");
        let what = match fates.get(&mutant.id) {
            Some(Fate::Caught(_)) => "caught",
            Some(Fate::Slow(_)) => "out of time",
            Some(Fate::Missed) => "missed",
            Some(Fate::Unviable) => "refused by the compiler",
            Some(Fate::Unplaced) | None => "not placed",
        };
        for module in [module, "all"] {
            *counts.entry(module).or_default().entry(what).or_default() += 1;
        }
        match what {
            "missed" if !known.contains(mutant.title().as_str()) => {
                unknown.push(mutant.name.as_str());
            }
            "not placed" => unplaced.push(mutant.name.as_str()),
            _ => {}
        }
    }
    println!();
    let mut poor = Vec::new();
    for (module, count) in &counts {
        let of = |what: &str| count.get(what).copied().unwrap_or(0);
        let caught = of("caught") + of("out of time");
        let judged = caught + of("missed");
        let share = 100.0 * caught as f64 / judged.max(1) as f64;
        println!("{module}: {caught} of {judged} caught ({share:.1} %); {count:?}");
        if share < 95.0 {
            poor.push(*module);
        }
    }
    if !unplaced.is_empty() {
        println!("\nnot placed, so not judged:\n{}", unplaced.join("\n"));
    }
    if !unknown.is_empty() {
        println!("\nwithout a reason in survivors.txt:\n{}", unknown.join("\n"));
    }
    if !poor.is_empty() || !unknown.is_empty() {
        return Err(format!("below 95 %: {poor:?}; without a reason: {}", unknown.len()).into());
    }
    Ok(())
}
