//! Compiling and running C programs against the library this very build made.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// A directory of this test's own under `target/`.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("c_abi").join(name);
    fs::create_dir_all(&path).unwrap();
    path
}

/// A directory with libmotcua.so and libmotcua.a, as built for these tests.
///
/// The library of a package that others depend on is built in all its forms, and lies beside the
/// test program.
pub(crate) fn library() -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let built = env::current_exe().unwrap().parent().unwrap().to_owned();
        let to = scratch("lib");
        for end in ["so", "a"] {
            let from = built.join(format!("libmotcua_ffi.{end}"));
            let name = to.join(format!("libmotcua.{end}"));
            // A link to the place of the file, so that a rebuild is never missed.
            let _ = fs::remove_file(&name);
            std::os::unix::fs::symlink(&from, &name).unwrap();
            assert!(name.exists(), "{} is not built", from.display());
        }
        to
    })
}

/// Runs a command, which must succeed.
pub(crate) fn run(command: &mut Command) -> Output {
    let output = command.output();
    let output = output.unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(
        output.status.success(),
        "{command:?}: {}\n{}{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

/// A command for a program that must be there.
pub(crate) fn program(name: &str, debian: &str) -> Command {
    let found = env::var_os("PATH")
        .is_some_and(|path| env::split_paths(&path).any(|dir| dir.join(name).exists()));
    assert!(found, "`{name}` is not installed (Debian package {debian})");
    Command::new(name)
}

/// Compiles a program of `tests/` against the shared library and gives its path. `kind` tells
/// apart the programs made from one source.
pub(crate) fn compile(compiler: &str, source: &str, kind: &str, flags: &[&str]) -> PathBuf {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    // Tests run side by side and may want the same program.
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = source.replace(['/', '.'], "_");
    let path = scratch("bin").join(format!("{name}_{kind}_{number}"));
    let mut command = program(compiler, compiler);
    // C++ takes long to compile as it is.
    let effort = if compiler.ends_with("++") { "-O0" } else { "-O1" };
    command.args([effort, "-g", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]).args(flags);
    command.arg("-I").arg(root().join("include")).arg(root().join("tests").join(source));
    command.arg("-o").arg(&path).arg("-L").arg(library()).arg("-lmotcua");
    command.arg(format!("-Wl,-rpath,{}", library().display()));
    run(&mut command);
    path
}

/// Compiles one file to an object that is not linked.
pub(crate) fn compile_only(mut compiler: Command, source: &Path, object: &Path, flags: &[&str]) {
    compiler.args(flags).arg("-I").arg(root().join("include"));
    run(compiler.arg("-c").arg(source).arg("-o").arg(object));
}
