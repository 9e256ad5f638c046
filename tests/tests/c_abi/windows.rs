//! Windows: motcua.dll with its import library, and the C programs run on it under Wine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::build::{program, root, run, scratch};
use crate::misuse;
use crate::vectors::{check_answers, check_typed};

/// Builds the library for a target of Windows and gives the directory it lies in.
fn build(target: &str) -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--locked", "-p", "motcua-ffi", "--target", target]);
    run(cargo.current_dir(root()));
    root().join("target").join(target).join("debug")
}

/// The directory with the library and what Wine lacks.
fn windows() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let built = build("x86_64-pc-windows-gnu");
        let to = scratch("windows");
        fs::copy(built.join("motcua_ffi.dll"), to.join("motcua_ffi.dll")).unwrap();
        fs::copy(built.join("libmotcua_ffi.dll.a"), to.join("libmotcua.dll.a")).unwrap();
        let mut gcc = mingw();
        gcc.arg("-shared").arg(root().join("tests/c/bcryptprimitives.c"));
        run(gcc.arg("-o").arg(to.join("bcryptprimitives.dll")));
        to
    })
}

fn mingw() -> Command {
    program("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64")
}

/// A C program under Wine.
fn wine(source: &str) -> Command {
    let exe = windows().join(Path::new(source).with_extension("exe").file_name().unwrap());
    let mut gcc = mingw();
    gcc.args(["-std=c99", "-O1", "-D__USE_MINGW_ANSI_STDIO=1", "-Wall", "-Wextra", "-Werror"]);
    gcc.arg("-I").arg(root().join("include")).arg(root().join("tests").join(source));
    gcc.arg("-I").arg(misuse::calls());
    run(gcc.arg("-o").arg(&exe).arg("-L").arg(windows()).arg("-lmotcua"));
    // Debian has the program in a directory that is on nobody's path.
    let loader = ["/usr/lib/wine/wine64", "/usr/bin/wine64", "/usr/bin/wine"];
    let loader = loader.into_iter().find(|path| Path::new(path).exists());
    let mut wine = Command::new(loader.expect("Wine is not installed (Debian package wine64)"));
    wine.arg(exe).env("WINEDEBUG", "-all").env("WINEPREFIX", prefix());
    // No windows are opened, and nothing is to be installed beside the tests.
    wine.env("WINEDLLOVERRIDES", "mscoree=d;mshtml=d;winemenubuilder.exe=d").env_remove("DISPLAY");
    wine
}

/// A Windows of this test's own, made once.
fn prefix() -> PathBuf {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| scratch("wine")).clone()
}

fn said(command: &mut Command) -> String {
    String::from_utf8_lossy(&run(command).stdout).trim().to_owned()
}

#[test]
fn c_programs_run_on_windows() {
    assert_eq!(said(&mut wine("c/walk.c")), "ok");
    assert!(said(&mut wine("c/abuse.c")).starts_with("ok "));
    misuse::check(&run(&mut wine("c/misuse.c")).stdout);
    check_typed(&mut wine("c/typed.c"));
    check_answers(&mut wine("c/answers.c"));
}

#[test]
fn windows_of_32_bits_builds() {
    let built = build("i686-pc-windows-gnu");
    assert!(built.join("motcua_ffi.dll").exists());
    assert!(built.join("libmotcua_ffi.dll.a").exists());
}
