//! The header under every compiler and standard that is promised, alone and included twice.

use std::fs;

use crate::build::{compile_only, program, root, scratch};
use crate::header::structs;

const STRICT: [&str; 4] = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"];

/// Compiles a file that includes the header twice and nothing else.
fn compiles(compiler: &str, debian: &str, language: &str, flags: &[&str]) {
    let name = if language == "c" { "twice.c" } else { "twice.cpp" };
    let source = scratch("twice").join(name);
    // Every type and constant is used, in a file with no other include.
    let text = "#include <motcua.h>\n#include <motcua.h>\n\
        int32_t first(void);\n\
        int32_t first(void) {\n    motcua_day day;\n    day.date = MOTCUA_NO_DATE;\n\
        \x20   return day.date + (int32_t)sizeof(motcua_due) + MOTCUA_ABI_VERSION;\n}\n";
    let text = if language == "c" { text.to_owned() } else { text.replace("(void)", "()") };
    if fs::read_to_string(&source).ok().as_deref() != Some(&text) {
        fs::write(&source, text).unwrap();
    }
    let object = scratch("twice").join(format!("{compiler}{}.o", flags.concat()));
    compile_only(program(compiler, debian), &source, &object, flags);
}

#[test]
fn c_compilers_take_it() {
    for (compiler, debian) in [("gcc", "gcc"), ("clang", "clang")] {
        for standard in ["-std=c99", "-std=c11", "-std=c17", "-std=c2x"] {
            let flags = [&[standard, "-Wstrict-prototypes"][..], &STRICT].concat();
            compiles(compiler, debian, "c", &flags);
        }
    }
}

#[test]
fn cpp_compilers_take_it() {
    for (compiler, debian) in [("g++", "g++"), ("clang++", "clang")] {
        for standard in ["-std=c++11", "-std=c++14", "-std=c++17", "-std=c++20"] {
            let flags = [&[standard][..], &STRICT].concat();
            compiles(compiler, debian, "c++", &flags);
        }
    }
}

#[test]
fn tcc_takes_it() {
    compiles("tcc", "tcc", "c", &["-Wall", "-Werror"]);
}

#[test]
fn mingw_takes_it() {
    for (compiler, debian) in [
        ("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64"),
        ("i686-w64-mingw32-gcc", "gcc-mingw-w64-i686"),
    ] {
        let flags = [&["-std=c99", "-Wstrict-prototypes"][..], &STRICT].concat();
        compiles(compiler, debian, "c", &flags);
    }
}

#[test]
fn the_layout_of_every_struct_is_asserted_on_both_sides() {
    let c = fs::read_to_string(root().join("tests/c/layout.c")).unwrap();
    let sources = fs::read_dir(root().join("ffi/src")).unwrap();
    let rust: String =
        sources.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    let structs = structs();
    assert!(structs.len() >= 6, "{}", structs.len());
    for (name, fields) in structs {
        assert!(c.contains(&format!("SIZE({name}, ")), "layout.c lacks {name}");
        assert!(rust.contains(&format!("assert!(size_of::<{name}>() == ")), "no assert of {name}");
        for field in fields {
            assert!(c.contains(&format!("AT({name}, {field}, ")), "layout.c lacks {name}.{field}");
        }
    }
}

#[test]
fn structs_have_the_sizes_they_have_in_rust() {
    let source = root().join("tests/c/layout.c");
    for (compiler, debian) in
        [("gcc", "gcc"), ("clang", "clang"), ("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64")]
    {
        let object = scratch("twice").join(format!("layout-{compiler}.o"));
        let flags = [&["-std=c11"][..], &STRICT].concat();
        compile_only(program(compiler, debian), &source, &object, &flags);
    }
}
