//! The C++ header: compiled at every standard from C++17 on, run, and run under the sanitizers.

use std::process::Command;

use crate::build::{compile, run};

fn walks(compiler: &str, flags: &[&str]) {
    let flags = [flags, &["-pthread"]].concat();
    let output = run(&mut Command::new(compile(compiler, "cpp/walk.cpp", "plain", &flags)));
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "ok");
}

#[test]
fn every_part_is_used_as_meant() {
    walks("g++", &["-std=c++17", "-Wconversion", "-Wsign-conversion", "-Wshadow"]);
}

#[test]
fn every_part_works_without_exceptions() {
    walks("g++", &["-std=c++20", "-fno-exceptions"]);
}

#[test]
fn the_sanitizers_find_nothing() {
    let sanitized = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
    walks("g++", &[&["-std=c++17"][..], &sanitized].concat());
}

#[test]
fn clang_takes_it_too() {
    walks("clang++", &["-std=c++17"]);
}

#[test]
fn examples_work() {
    let c = compile("cc", "../ffi/examples/example.c", "plain", &["-std=c99"]);
    let said = run(&mut Command::new(c)).stdout;
    assert_eq!(String::from_utf8_lossy(&said), "due 20700 days and 17 hours after 1970\n");
    let cpp = compile("c++", "../ffi/examples/example.cpp", "plain", &["-std=c++17"]);
    let said = run(&mut Command::new(cpp)).stdout;
    assert_eq!(String::from_utf8_lossy(&said), "1\n");
}
