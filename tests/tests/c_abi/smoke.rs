//! A C program that uses a little of everything.

use std::process::Command;

use crate::build::{compile, run};

#[test]
fn a_c_program_uses_the_library() {
    let program = compile("c/smoke.c", [""; 0]);
    let output = run(&mut Command::new(program));
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "ok");
}
