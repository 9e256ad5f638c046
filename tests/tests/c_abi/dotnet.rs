//! The C# library: compiled as C# 6, run on Mono and on .NET Core, packed for `NuGet`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::{env, fs};

use crate::build::{library, program, root, run, scratch};
use crate::vectors::{check_answers, check_typed};

const CORE: &str = "target/dotnetcore2/dotnetcore2/bin/dotnet";

fn sources(directory: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(directory).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|file| file.extension().is_some_and(|end| end == "cs")).collect();
    files.sort();
    files
}

fn mcs() -> Command {
    let mut mcs = program("mcs", "mono-mcs");
    mcs.args(["-langversion:6", "-warnaserror", "-warn:4"]);
    mcs
}

/// The directory with Motcua.dll and the programs that use it.
fn built() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let to = scratch("dotnet");
        let out = |name: &str| format!("-out:{}", to.join(name).display());
        let mut compile = mcs();
        compile.args(["-target:library", "-define:MOTCUA"]).arg(out("Motcua.dll"));
        run(compile.args(sources(&root().join("ffi/dotnet/Motcua"))));
        for (name, source) in [
            // The name is that of the friend the library admits.
            ("Motcua.Tests", "tests/dotnet/Walk.cs"),
            ("Vectors", "tests/dotnet/Vectors.cs"),
            ("OtherAbi", "tests/dotnet/OtherAbi.cs"),
            ("Example", "ffi/examples/Example.cs"),
        ] {
            let mut compile = mcs();
            compile.arg(format!("-r:{}", to.join("Motcua.dll").display()));
            run(compile.arg(out(&format!("{name}.exe"))).arg(root().join(source)));
        }
        let core = r#"{"runtimeOptions": {"framework": {"name": "Microsoft.NETCore.App", "version": "3.1.0"}}}"#;
        fs::write(to.join("runtimeconfig.json"), core).unwrap();
        to
    })
}

/// A program on each runtime.
pub(crate) fn on_each_runtime(name: &str) -> [Command; 2] {
    let path = built().join(format!("{name}.exe"));
    let mut mono = program("mono", "mono-runtime");
    mono.arg(&path);
    let dotnet = root().join(CORE);
    assert!(dotnet.exists(), "{} is not there; tests/run fetches it from PyPI", dotnet.display());
    let mut core = Command::new(dotnet);
    core.args(["exec", "--runtimeconfig"]).arg(built().join("runtimeconfig.json")).arg(&path);
    core.env("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1");
    [mono, core].map(|mut command| {
        command.env("LD_LIBRARY_PATH", library());
        command
    })
}

#[test]
fn every_part_is_used_as_meant_and_misused() {
    for mut command in on_each_runtime("Motcua.Tests") {
        let said = String::from_utf8(run(&mut command).stdout).unwrap();
        let checks: usize = said.trim().strip_prefix("ok ").unwrap().parse().unwrap();
        assert!(checks > 1000, "{command:?}: {checks} checks");
    }
}

#[test]
fn csharp_runs_the_shared_cases() {
    for mut command in on_each_runtime("Vectors") {
        check_answers(command.arg("answers"));
    }
    for mut command in on_each_runtime("Vectors") {
        check_typed(command.arg("typed"));
    }
}

#[test]
fn the_example_works() {
    for mut command in on_each_runtime("Example") {
        let said = String::from_utf8(run(&mut command).stdout).unwrap();
        assert_eq!(said.trim(), "hẹn trả: 2026-09-04 17:00");
    }
}

/// Packs the library of this very build with stand-ins for the other natives, save the one left
/// out.
fn pack(without: Option<&str>) -> (bool, String, PathBuf) {
    pack_into(&format!("pack-{}", without.unwrap_or("none")), without)
}

fn pack_into(folder: &str, without: Option<&str>) -> (bool, String, PathBuf) {
    let work = scratch(folder);
    let runtimes = work.join("runtimes");
    let _ = fs::remove_dir_all(&runtimes);
    let natives = fs::read_to_string(root().join("ffi/dotnet/natives.txt")).unwrap();
    for native in natives.lines().filter(|native| Some(*native) != without) {
        let path = runtimes.join(native);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if native == "linux-x64/native/libmotcua.so" {
            fs::copy(library().join("libmotcua.so"), path).unwrap();
        } else {
            fs::write(path, "a stand-in").unwrap();
        }
    }
    let package = work.join("Motcua.nupkg");
    let mut command = Command::new("bash");
    command.arg(root().join("ffi/dotnet/pack"));
    command.arg(built().join("Motcua.dll")).arg(&runtimes).arg(&package);
    let output = command.output().unwrap();
    (output.status.success(), String::from_utf8(output.stderr).unwrap(), package)
}

#[test]
fn a_package_is_whole_or_not_made() {
    let natives = fs::read_to_string(root().join("ffi/dotnet/natives.txt")).unwrap();
    assert_eq!(natives.lines().count(), 8);
    let (made, said, package) = pack(None);
    assert!(made, "{said}");
    let listing = run(program("unzip", "unzip").arg("-Z1").arg(&package)).stdout;
    let listing = String::from_utf8(listing).unwrap();
    let version = env!("CARGO_PKG_VERSION");
    for native in natives.lines() {
        assert!(listing.contains(&format!("runtimes/{native}\n")), "{native} is not packed");
    }
    for part in ["lib/netstandard2.0/Motcua.dll", "Motcua.nuspec", "[Content_Types].xml"] {
        assert!(listing.lines().any(|line| line == part), "{part} is not packed");
    }
    let nuspec = run(program("unzip", "unzip").arg("-p").arg(&package).arg("Motcua.nuspec")).stdout;
    let nuspec = String::from_utf8(nuspec).unwrap();
    assert!(nuspec.contains(&format!("<version>{version}</version>")), "{nuspec}");
    for native in natives.lines() {
        let (made, said, package) = pack(Some(native));
        assert!(!made && said.contains(native), "without {native}: {said}");
        assert!(!package.exists());
    }
}

#[test]
fn what_is_packed_works() {
    let (made, said, package) = pack_into("unpacked", None);
    assert!(made, "{said}");
    let to = scratch("unpacked").join("package");
    let _ = fs::remove_dir_all(&to);
    run(program("unzip", "unzip").arg("-q").arg(&package).arg("-d").arg(&to));
    let assembly = to.join("lib/netstandard2.0/Motcua.dll");
    let example = to.join("Example.exe");
    let mut compile = mcs();
    compile.arg(format!("-r:{}", assembly.display())).arg(format!("-out:{}", example.display()));
    run(compile.arg(root().join("ffi/examples/Example.cs")));
    fs::copy(&assembly, to.join("Motcua.dll")).unwrap();
    let mut mono = program("mono", "mono-runtime");
    mono.arg(&example).env("LD_LIBRARY_PATH", to.join("runtimes/linux-x64/native"));
    let said = String::from_utf8(run(&mut mono).stdout).unwrap();
    assert_eq!(said.trim(), "hẹn trả: 2026-09-04 17:00");
}

#[test]
fn the_project_promises_the_same_version_and_natives() {
    let project = fs::read_to_string(root().join("ffi/dotnet/Motcua/Motcua.csproj")).unwrap();
    let version = concat!("<Version>", env!("CARGO_PKG_VERSION"), "</Version>");
    assert!(project.contains(version), "{version} is not that of the project");
    let natives = fs::read_to_string(root().join("ffi/dotnet/natives.txt")).unwrap();
    for native in natives.lines() {
        assert!(project.contains(&format!("<Native Include=\"{native}\" />")), "{native}");
    }
    assert_eq!(project.matches("<Native Include=").count(), natives.lines().count());
}
