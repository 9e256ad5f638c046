//! The wrappers compare the version of the binary interface before they call anything else.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use crate::build::{compile, program, root, run, scratch};
use crate::dotnet::on_each_runtime;

/// The directory of a library with all the symbols, another version, and nothing behind it.
fn stranger() -> &'static PathBuf {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| {
        let symbols = fs::read_to_string(root().join("ffi/symbols.txt")).unwrap();
        let mut text = "#include <stdlib.h>\n".to_owned();
        for symbol in symbols.lines() {
            let body = if symbol == "motcua_abi_version" { "return 999;" } else { "abort();" };
            writeln!(text, "unsigned {symbol}(void);\nunsigned {symbol}(void) {{ {body} }}")
                .unwrap();
        }
        let to = scratch("other_abi");
        fs::write(to.join("other_abi.c"), text).unwrap();
        let mut gcc = program("gcc", "gcc");
        gcc.args(["-shared", "-fPIC"]).arg(to.join("other_abi.c"));
        run(gcc.arg("-o").arg(to.join("libmotcua.so")));
        to
    })
}

fn refuses(command: &mut Command) {
    let said = run(command.env("LD_LIBRARY_PATH", stranger())).stdout;
    assert_eq!(String::from_utf8_lossy(&said).trim(), "ok", "{command:?}");
}

#[test]
fn cpp_refuses_a_library_of_another_abi() {
    // A path to look in that yields to LD_LIBRARY_PATH.
    let flags = ["-std=c++17", "-Wl,--enable-new-dtags"];
    refuses(&mut Command::new(compile("g++", "cpp/other_abi.cpp", "plain", &flags)));
}

#[test]
fn csharp_refuses_a_library_of_another_abi() {
    for mut command in on_each_runtime("OtherAbi") {
        refuses(&mut command);
    }
}
