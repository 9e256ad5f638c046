//! `include/motcua.h` is what the source of `ffi` says, and says all of it.

use std::fmt::Write as _;
use std::fs;

use motcua::ErrorKind;

use crate::build::root;

/// The header as the source has it now.
fn generated() -> String {
    let ffi = root().join("ffi");
    let mut config = cbindgen::Config::from_file(ffi.join("cbindgen.toml")).unwrap();
    config.header = Some(head());
    config.after_includes = Some(constants());
    let bindings = cbindgen::Builder::new().with_config(config).with_crate(&ffi).generate();
    let mut text = Vec::new();
    bindings.unwrap().write(&mut text);
    String::from_utf8(text).unwrap()
}

fn head() -> String {
    let text = fs::read_to_string(root().join("ffi/header.txt")).unwrap();
    let line = |line: &str| format!(" * {line}").trim_end().to_owned();
    let lines: Vec<String> = text.lines().map(line).collect();
    format!("/*\n{}\n */", lines.join("\n"))
}

/// What stands in one place elsewhere: the version of the package and the kinds of error.
fn constants() -> String {
    let mut text = String::from("\n");
    let version: Vec<&str> = env!("CARGO_PKG_VERSION").split('.').collect();
    for (name, part) in ["MAJOR", "MINOR", "PATCH"].into_iter().zip(&version) {
        writeln!(
            text,
            "/**\n * The {} part of the version this header belongs to.\n */",
            name.to_lowercase()
        )
        .unwrap();
        writeln!(text, "#define MOTCUA_VERSION_{name} {part}\n").unwrap();
    }
    for kind in ErrorKind::ALL {
        let name = kind.as_str().to_uppercase();
        writeln!(text, "/**\n * {}\n */", kind.meaning()).unwrap();
        writeln!(text, "#define MOTCUA_ERROR_{name} {}\n", kind.number()).unwrap();
    }
    text.trim_end().to_owned()
}

/// The functions the header declares.
pub(crate) fn functions() -> Vec<String> {
    let header = fs::read_to_string(root().join("include/motcua.h")).unwrap();
    let declares =
        |line: &&str| line.contains('(') && line.starts_with(|c: char| c.is_ascii_lowercase());
    let name = |line: &str| {
        line.split('(')
            .next()
            .and_then(|before| before.rsplit([' ', '*']).next())
            .map(str::to_owned)
    };
    header.lines().filter(declares).filter_map(name).collect()
}

/// The header without its comments and preprocessor lines.
pub(crate) fn code(header: &str) -> String {
    let mut text = String::new();
    let mut rest = header;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .fold(String::new(), |text, line| text + line.trim() + " ")
}

/// A function as the header declares it.
pub(crate) struct Prototype {
    pub(crate) returns: String,
    pub(crate) name: String,
    pub(crate) parameters: Vec<Parameter>,
}

/// A parameter of a function, such as `const int32_t *` and `dates`.
pub(crate) struct Parameter {
    pub(crate) kind: String,
    pub(crate) name: String,
}

/// All functions of the header.
pub(crate) fn prototypes() -> Vec<Prototype> {
    let header = fs::read_to_string(root().join("include/motcua.h")).unwrap();
    let text = code(&header).replace("struct ", "");
    let mut all = Vec::new();
    for statement in text.split(';') {
        let Some((before, after)) = statement.split_once('(') else { continue };
        let before = before.rsplit(['{', '}']).next().unwrap().trim();
        let (_, name) = before.rsplit_once([' ', '*']).unwrap();
        let returns = before[..before.len() - name.len()].trim().to_owned();
        let inside = after.trim().strip_suffix(')').unwrap();
        let parameters = inside.split(',').map(str::trim).filter(|text| *text != "void");
        let parameters = parameters.map(|text| {
            let (_, name) = text.rsplit_once([' ', '*']).unwrap();
            let kind = text[..text.len() - name.len()].trim().to_owned();
            Parameter { kind, name: name.to_owned() }
        });
        all.push(Prototype { returns, name: name.to_owned(), parameters: parameters.collect() });
    }
    assert_eq!(all.len(), functions().len());
    all
}

#[test]
fn the_header_is_what_the_source_says() {
    let path = root().join("include/motcua.h");
    let generated = generated();
    if std::env::var_os("UPDATE_HEADER").is_some() {
        fs::write(&path, &generated).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == generated,
        "include/motcua.h is not what the source of ffi says; run this test with UPDATE_HEADER=1"
    );
}

#[test]
fn each_declaration_is_documented() {
    let header = generated();
    let lines: Vec<&str> = header.lines().collect();
    let mut functions = 0;
    for (number, line) in lines.iter().enumerate() {
        let function = line.contains('(') && line.starts_with(|c: char| c.is_ascii_lowercase());
        let declares =
            function || line.starts_with("typedef") || line.starts_with("#define MOTCUA_");
        if declares && *line != "#define MOTCUA_H" {
            assert_eq!(lines[number - 1].trim(), "*/", "no document before `{line}`");
        }
        functions += usize::from(function);
    }
    assert!(functions > 10, "{functions} functions found");
}

/// The comment before the line with a declaration.
fn document(header: &str, declaration: &str) -> String {
    let lines: Vec<&str> = header.lines().collect();
    let declares = |line: &&str| {
        line.contains(declaration) && line.starts_with(|c: char| c.is_ascii_lowercase())
    };
    let at = lines.iter().position(declares).unwrap_or_else(|| panic!("no `{declaration}`"));
    let before = &lines[..at];
    assert_eq!(before.last().unwrap().trim(), "*/", "no document before `{declaration}`");
    let start = before.iter().rposition(|line| line.trim() == "/**").unwrap();
    before[start..].join("\n")
}

#[test]
fn each_document_tells_arguments_answer_and_threads() {
    let header = generated();
    for prototype in prototypes() {
        let Prototype { returns, name, parameters } = &prototype;
        let document = document(&header, &format!("{name}("));
        for parameter in parameters {
            let told = format!("@param {} ", parameter.name);
            assert!(document.contains(&told), "{name} does not tell of {}", parameter.name);
        }
        if returns == "void" {
            assert!(document.contains("No other thread may be using"), "{name}");
        } else {
            assert!(document.contains("@return"), "{name} does not tell what it gives");
        }
    }
    let handles: Vec<&str> = header
        .lines()
        .filter_map(|line| line.strip_prefix("typedef struct ")?.strip_suffix(';'))
        .collect();
    assert!(handles.len() >= 7, "{handles:?}");
    for handle in handles {
        let document = document(&header, &format!("typedef struct {handle};"));
        let words = document.replace("\n *", "");
        assert!(words.contains("any number of threads may"), "{handle} has no rule for threads");
    }
}

/// The plain structs of the header with their fields.
pub(crate) fn structs() -> Vec<(String, Vec<String>)> {
    let header = fs::read_to_string(root().join("include/motcua.h")).unwrap();
    let mut all = Vec::new();
    for part in code(&header).split("typedef struct ").skip(1) {
        let Some((name, rest)) = part.split_once(" { ") else { continue };
        let (fields, _) = rest.split_once('}').unwrap();
        let fields = fields.split(';').map(str::trim).filter(|field| !field.is_empty());
        let name_of = |field: &str| field.rsplit([' ', '*']).next().unwrap().to_owned();
        all.push((name.to_owned(), fields.map(name_of).collect()));
    }
    all
}

#[test]
fn each_name_has_the_prefix() {
    for line in generated().lines() {
        if let Some(name) = line.strip_prefix("#define ") {
            assert!(name.starts_with("MOTCUA_"), "{line}");
        }
        if line.starts_with("struct ") || line.starts_with("typedef struct ") {
            assert!(line.contains("struct motcua_"), "{line}");
        }
        let before = line.split('(').next().unwrap_or_default();
        if line.contains('(') && line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let name = before.rsplit([' ', '*']).next().unwrap_or_default();
            assert!(name.starts_with("motcua_"), "{line}");
        }
    }
}
