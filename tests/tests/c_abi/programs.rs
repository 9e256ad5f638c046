//! C programs against the library: as they are, under valgrind and under the sanitizers.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::build::{compile, library, program, root, run};
use crate::header::functions;

fn said(command: &mut Command) -> String {
    String::from_utf8_lossy(&run(command).stdout).trim().to_owned()
}

#[test]
fn every_function_is_used_as_meant() {
    let program = compile("cc", "c/walk.c", "plain", &["-std=c99"]);
    assert_eq!(said(&mut Command::new(program)), "ok");
}

#[test]
fn what_makes_no_sense_is_refused_by_its_own_status() {
    let program = compile("cc", "c/abuse.c", "plain", &["-std=c99"]);
    let said = said(&mut Command::new(program));
    let calls: usize = said.strip_prefix("ok ").unwrap().parse().unwrap();
    assert!(calls > 50, "{calls} calls");
}

#[test]
fn no_exported_function_is_left_unused() {
    let symbols = fs::read_to_string(root().join("ffi/symbols.txt")).unwrap();
    for source in ["tests/c/walk.c", "ffi/tests/surface.rs"] {
        let text = fs::read_to_string(root().join(source)).unwrap();
        let word = |c: char| !c.is_ascii_alphanumeric() && c != '_';
        let words: BTreeSet<&str> = text.split(word).collect();
        for function in symbols.lines() {
            assert!(words.contains(function), "{source} does not call {function}");
        }
    }
}

#[test]
fn valgrind_finds_nothing() {
    for source in ["c/walk.c", "c/abuse.c"] {
        let under_test = compile("cc", source, "plain", &["-std=c99"]);
        let mut valgrind = program("valgrind", "valgrind");
        valgrind.args(["--quiet", "--error-exitcode=9", "--leak-check=full"]);
        valgrind.args(["--show-leak-kinds=definite,indirect,possible"]);
        valgrind.arg("--errors-for-leak-kinds=definite,indirect,possible");
        run(valgrind.arg(under_test));
    }
}

#[test]
fn the_sanitizers_find_nothing() {
    for source in ["c/walk.c", "c/abuse.c"] {
        let flags = ["-std=c99", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
        let under_test = compile("cc", source, "sanitized", &flags);
        // The sanitizer is really in the program.
        let symbols = run(program("nm", "binutils").arg(&under_test)).stdout;
        assert!(String::from_utf8_lossy(&symbols).contains("__asan_init"));
        let leaks = "detect_leaks=1:detect_stack_use_after_return=1";
        run(Command::new(under_test).env("ASAN_OPTIONS", leaks));
    }
}

#[test]
fn the_exported_symbols_are_those_committed() {
    let nm = run(program("nm", "binutils")
        .args(["--dynamic", "--defined-only", "--format=posix"])
        .arg(library().join("libmotcua.so")));
    let text = String::from_utf8_lossy(&nm.stdout).into_owned();
    let mut symbols: Vec<&str> = text.lines().filter_map(|line| line.split(' ').next()).collect();
    symbols.sort_unstable();
    let exported = symbols.join("\n") + "\n";
    let path = root().join("ffi/symbols.txt");
    if std::env::var_os("UPDATE_HEADER").is_some() {
        fs::write(&path, &exported).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(committed, exported, "ffi/symbols.txt; UPDATE_HEADER=1 rewrites it");
    let mut declared: BTreeSet<String> = functions().into_iter().collect();
    // Exported for tests, and left out of the header.
    declared.insert("motcua_test_panic".to_owned());
    let exported: BTreeSet<String> = symbols.into_iter().map(ToOwned::to_owned).collect();
    assert_eq!(exported, declared);
}

#[test]
fn eight_threads_agree_with_one() {
    // `tests/c_long` gives them a minute.
    let program = compile("cc", "c/threads.c", "plain", &["-std=c99", "-pthread"]);
    assert_eq!(said(Command::new(program).args(["20000", "0"])), "ok 8 turns");
}
