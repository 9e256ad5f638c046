//! Instructions, not seconds: a machine that is busy counts them as a quiet one does. Ten
//! operations may take a tenth more than was recorded, and work may grow only as it is said to.
//!
//! Counted by callgrind, in what `motcua_benches::work::measured` calls. Where valgrind is not
//! installed nothing is counted, and the tests say so.
//!
//! `UPDATE_INSTRUCTIONS=1 cargo test -p motcua-benches --test instructions` records anew.
#![expect(
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "a test may stop with a panic; instruction counts stay far below 2^52"
)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::{env, fs};

use motcua_benches::work::RECORDED;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The program that does the work, optimised as a release is; none where nothing can count.
fn program() -> Option<&'static Path> {
    static PROGRAM: OnceLock<Option<PathBuf>> = OnceLock::new();
    PROGRAM
        .get_or_init(|| {
            let valgrind = Command::new("valgrind").arg("--version").output();
            if !valgrind.is_ok_and(|output| output.status.success()) {
                println!("not run: valgrind is not installed");
                return None;
            }
            let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
            let built = Command::new(cargo)
                .current_dir(root())
                .args(["build", "--release", "--locked", "-p", "motcua-benches", "--bin", "work"])
                .args(["--message-format", "json-render-diagnostics"])
                .output()
                .unwrap();
            assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
            let messages = String::from_utf8(built.stdout).unwrap();
            let executable = messages.lines().rev().find_map(|line| {
                line.split_once(r#""executable":""#)?.1.split('"').next().map(PathBuf::from)
            });
            assert!(executable.is_some(), "cargo does not name what it has built: {messages}");
            executable
        })
        .as_deref()
}

/// The instructions of a piece of work.
fn count(program: &Path, work: &str, size: usize) -> u64 {
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg("--toggle-collect=*measured*")
        .arg(program)
        .args([work, &size.to_string()])
        .output()
        .unwrap();
    let told = String::from_utf8(run.stderr).unwrap();
    assert!(run.status.success(), "{work} {size}: {told}");
    let line = told.lines().find_map(|line| line.split_once("Collected : "));
    let count = line.unwrap().1.trim().parse().unwrap();
    assert!(count > 0, "{work} {size}: nothing was counted");
    count
}

fn rustc() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn ten_operations_take_no_more_instructions_than_recorded() {
    let Some(program) = program() else { return };
    let path = root().join("benches/instructions.txt");
    let counted: Vec<(&str, usize, u64)> =
        RECORDED.iter().map(|(work, size)| (*work, *size, count(program, work, *size))).collect();
    if env::var_os("UPDATE_INSTRUCTIONS").is_some() {
        let mut text = String::from(
            "# Instructions of ten operations, counted by callgrind: work, rows, instructions in all.\n\
             # Renewed by UPDATE_INSTRUCTIONS=1 cargo test -p motcua-benches --test instructions\n",
        );
        text.push_str(&format!("# {}, x86_64, the release profile\n", rustc()));
        for (work, size, count) in &counted {
            text.push_str(&format!("{work} {size} {count}\n"));
        }
        fs::write(&path, text).unwrap();
        return;
    }
    let recorded = fs::read_to_string(&path).unwrap();
    // Another compiler makes other code; then only a large difference means something.
    let same_compiler = recorded.contains(&rustc());
    let most = if same_compiler { 1.10 } else { 1.50 };
    let mut faults = Vec::new();
    for (work, size, count) in counted {
        let line = recorded.lines().find(|line| line.starts_with(&format!("{work} {size} ")));
        let before: u64 = line.unwrap().rsplit(' ').next().unwrap().parse().unwrap();
        let ratio = count as f64 / before as f64;
        println!(
            "{work}: {:.1} a row, {ratio:.3} of what was recorded",
            count as f64 / size as f64
        );
        if ratio > most {
            faults.push(format!("{work}: {count} instructions, recorded were {before}"));
        }
    }
    assert!(faults.is_empty(), "more than {most} times as many: {faults:#?}");
}

/// By which power of the size work grows between two sizes.
fn exponent(program: &Path, work: &str, sizes: [usize; 2]) -> f64 {
    let [small, large] = sizes.map(|size| count(program, work, size) as f64);
    let [from, to] = sizes.map(|size| size as f64);
    let exponent = (large / small).ln() / (to / from).ln();
    println!("{work}: {small} instructions at {from}, {large} at {to}: exponent {exponent:.3}");
    exponent
}

#[test]
fn counting_costs_the_same_whatever_the_span() {
    let Some(program) = program() else { return };
    // A working day to forty years; ten thousand working days are nearly as long.
    for (work, sizes) in [
        ("span_add_days", [1, 10_000]),
        ("span_count_days", [1, 14_610]),
        ("span_add_minutes", [1, 10_000]),
    ] {
        let exponent = exponent(program, work, sizes);
        assert!(exponent.abs() < 0.02, "{work} grows as size^{exponent:.3}");
    }
}

#[test]
fn counting_costs_the_same_whatever_the_special_days() {
    let Some(program) = program() else { return };
    let none = count(program, "special_days_add", 0) as f64;
    for days in [100, 10_000] {
        let ratio = count(program, "special_days_add", days) as f64 / none;
        println!("special_days_add: {ratio:.3} times as many instructions with {days} days");
        assert!((0.9..1.1).contains(&ratio), "{ratio:.3} times as many with {days} special days");
    }
    // Building looks at each of them once.
    let exponent = exponent(program, "special_days_build", [2_000, 10_000]);
    assert!(exponent < 1.1, "building grows as size^{exponent:.3}");
}

#[test]
fn work_grows_as_its_rows_and_events_do() {
    let Some(program) = program() else { return };
    // Of the events of a dossier: the fold and the standing. Duties look back over the log.
    for (work, sizes) in
        [("rows", [1_000, 200_000]), ("dossiers", [100, 2_000]), ("events", [100, 1_000])]
    {
        let exponent = exponent(program, work, sizes);
        assert!((0.85..1.1).contains(&exponent), "{work} grows as size^{exponent:.3}");
    }
}
