//! The CMake package, on an installation laid out as `cargo cinstall` does it. `tests/c_install`
//! makes a real one.

use std::fs;
use std::process::Command;

use crate::build::{library, program, root, run, scratch};

fn said(command: &mut Command) -> String {
    String::from_utf8_lossy(&run(command).stdout).trim().to_owned()
}

#[test]
fn a_cmake_project_finds_the_library() {
    let prefix = scratch("prefix");
    for (from, to) in [
        (root().join("include/motcua.h"), "include/motcua.h"),
        (root().join("include/motcua.hpp"), "include/motcua.hpp"),
        (library().join("libmotcua.so"), "lib/libmotcua.so"),
        (library().join("libmotcua.a"), "lib/libmotcua.a"),
        (root().join("ffi/cmake/motcua-config.cmake"), "share/cmake/motcua/motcua-config.cmake"),
        (
            root().join("ffi/cmake/motcua-config-version.cmake"),
            "share/cmake/motcua/motcua-config-version.cmake",
        ),
    ] {
        let to = prefix.join(to);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
    }
    let build = scratch("cmake");
    let _ = fs::remove_dir_all(&build);
    let mut cmake = program("cmake", "cmake");
    cmake.arg("-S").arg(root().join("ffi/examples/cmake")).arg("-B").arg(&build);
    run(cmake.arg(format!("-DCMAKE_PREFIX_PATH={}", prefix.display())));
    run(program("cmake", "cmake").arg("--build").arg(&build));
    assert_eq!(said(&mut Command::new(build.join("example"))), "1");
    assert_eq!(said(&mut Command::new(build.join("example_static"))), "1");

    // Another minor version of a 0 is another library.
    let asks = scratch("cmake-asks");
    let lists = "cmake_minimum_required(VERSION 3.18)\nproject(asks LANGUAGES C)\n\
        find_package(motcua 0.99)\nmessage(STATUS \"found=${motcua_FOUND}\")\n";
    fs::write(asks.join("CMakeLists.txt"), lists).unwrap();
    let mut cmake = program("cmake", "cmake");
    cmake.arg("-S").arg(&asks).arg("-B").arg(asks.join("build"));
    let output = said(cmake.arg(format!("-DCMAKE_PREFIX_PATH={}", prefix.display())));
    assert!(output.contains("found=0"), "{output}");
}
