//! Compiling and running C programs against the library this very build made.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
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

/// Compiles a program of `tests/c` against the shared library and gives its path.
pub(crate) fn compile<I: AsRef<OsStr>>(
    source: &str,
    flags: impl IntoIterator<Item = I>,
) -> PathBuf {
    let program_path = scratch("bin").join(source.replace(['/', '.'], "_"));
    let mut cc = program("cc", "gcc");
    cc.args(["-std=c99", "-O1", "-g", "-Wall", "-Wextra", "-Wpedantic", "-Wstrict-prototypes"]);
    cc.arg("-Werror").arg("-I").arg(root().join("include"));
    cc.arg(root().join("tests").join(source)).arg("-o").arg(&program_path);
    cc.args(flags);
    cc.arg("-L").arg(library()).arg("-lmotcua").arg(format!("-Wl,-rpath,{}", library().display()));
    run(&mut cc);
    program_path
}
