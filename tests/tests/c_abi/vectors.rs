//! The cases of `tests/vectors`, for programs in other languages: as requests in JSON, each behind
//! its length, and as lines for the typed functions, see `typed`.

use std::io::Write;
use std::process::{Command, Stdio};

use motcua_tests::vectors::{Case, files};

use crate::build::compile;
use crate::typed;

/// All cases of all files.
fn cases() -> Vec<Case> {
    files().unwrap().into_iter().flat_map(|file| file.cases).collect()
}

/// Runs a program on an input and gives what it prints.
fn feed(command: &mut Command, text: String) -> String {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().unwrap();
    // A program that stops early says why, and that counts.
    let _ = writer.join().unwrap();
    assert!(output.status.success(), "{command:?}: {}", output.status);
    String::from_utf8(output.stdout).unwrap()
}

/// Puts all cases to a program that reads the length of a request, the end of the line, and the
/// request, over and over, and prints one answer a line.
pub(crate) fn check_answers(command: &mut Command) {
    let cases = cases();
    let framed = |request: String| format!("{}\n{request}", request.len());
    let output = feed(command, cases.iter().map(|case| framed(case.request())).collect());
    let answers: Vec<&str> = output.lines().collect();
    let mut faults = Vec::new();
    for (answer, case) in answers.iter().zip(&cases) {
        let fault = case.fault(&serde_json::from_str(answer).unwrap());
        faults.extend(fault.map(|fault| format!("{} {fault}", case.id)));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert_eq!((answers.len(), cases.len()), (promised(), promised()), "{command:?}");
}

/// How many cases there are in all, as the Rust runner asserts.
fn promised() -> usize {
    let runner = include_str!("../vectors.rs");
    let (_, number) = runner.split_once("const CASES: usize = ").unwrap();
    number.split(';').next().unwrap().parse().unwrap()
}

/// Puts the cases that the typed functions can take to a program that runs them line by line and
/// prints how many it ran.
pub(crate) fn check_typed(command: &mut Command) {
    let lines: Vec<(&str, String)> = cases().iter().filter_map(typed::line).collect();
    let found = |operation| lines.iter().filter(|(of, _)| *of == operation).count();
    let found = typed::LEAST.map(|(operation, _)| (operation, found(operation)));
    let enough = found.iter().zip(typed::LEAST).all(|((_, found), (_, least))| *found >= least);
    assert!(enough, "there are only {found:?}");
    let count = lines.len();
    let text = lines.into_iter().flat_map(|(_, line)| [line, "\n".to_owned()]).collect();
    assert_eq!(feed(command, text).trim(), count.to_string(), "{command:?}");
}

#[test]
fn c_answers_the_shared_cases() {
    check_answers(&mut Command::new(compile("cc", "c/answers.c", "plain", &["-std=c99"])));
}

#[test]
fn c_runs_the_shared_cases_typed() {
    check_typed(&mut Command::new(compile("cc", "c/typed.c", "plain", &["-std=c99"])));
}

#[test]
fn cpp_runs_the_shared_cases() {
    let program = compile("c++", "cpp/vectors.cpp", "plain", &["-std=c++17"]);
    check_answers(Command::new(&program).arg("answers"));
    check_typed(Command::new(&program).arg("typed"));
}
