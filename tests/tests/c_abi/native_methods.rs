//! `ffi/dotnet/Motcua/NativeMethods.g.cs`, the C header as C# has it, made from the header.

use std::fmt::Write as _;
use std::fs;

use crate::build::root;
use crate::header::{Parameter, Prototype, code, prototypes};

fn pascal(name: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    name.trim_start_matches("motcua_").split('_').map(capital).collect()
}

/// The C# name of a plain struct.
fn native(name: &str) -> String {
    if name == "motcua_str" { "NativeText".to_owned() } else { format!("Native{}", pascal(name)) }
}

fn number(name: &str) -> Option<&'static str> {
    Some(match name {
        "int32_t" | "motcua_status" => "int",
        "int64_t" => "long",
        "uint32_t" => "uint",
        "uint8_t" => "byte",
        "size_t" => "UIntPtr",
        _ => return None,
    })
}

/// A parameter as C# hands it over.
fn parameter(function: &str, parameter: &Parameter, structs: &[String]) -> String {
    let Parameter { kind, name } = parameter;
    let columns = function.ends_with("_batch") || function.contains("_validity_");
    let stars = kind.matches('*').count();
    let constant = kind.starts_with("const ");
    let base = kind.replace("const", "").replace('*', "").trim().to_owned();
    let name = match name.as_str() {
        // Words that C# has taken.
        "out" => "result".to_owned(),
        "string" => "text".to_owned(),
        name => {
            let name = pascal(name);
            name[..1].to_lowercase() + &name[1..]
        }
    };
    let kind = match (stars, base.as_str(), number(&base)) {
        (0, _, Some(number)) => number.to_owned(),
        (1, "char", _) if constant => "byte[]".to_owned(),
        (1, "char", _) => "[Out] byte[]".to_owned(),
        (1, _, Some(number)) if columns && constant => format!("{number}[]"),
        (1, "size_t" | "motcua_status", Some(number)) => format!("out {number}"),
        (1, _, Some(number)) if columns => format!("[Out] {number}[]"),
        (1, _, Some(number)) => format!("out {number}"),
        (1, "motcua_session", _) => "[Out] NativeSession[]".to_owned(),
        (1, _, _) if columns && constant && structs.contains(&base) => {
            format!("{}[]", native(&base))
        }
        (1, _, _) if columns && structs.contains(&base) => format!("[Out] {}[]", native(&base)),
        (1, _, _) if structs.contains(&base) => format!("out {}", native(&base)),
        // A handle that is being freed is no longer one of C#.
        (1, _, _) if function.ends_with("_free") => "IntPtr".to_owned(),
        (1, _, _) => format!("{}Handle", pascal(&base)),
        (2, _, _) if constant => "IntPtr[]".to_owned(),
        (2, _, _) => format!("out {}Handle", pascal(&base)),
        _ => panic!("{function}: {kind} {name}"),
    };
    format!("{kind} {name}")
}

fn generated(header: &str) -> String {
    let mut text = String::from(
        "// Generated from include/motcua.h by the test `c_abi`, which rewrites it under\n\
         // UPDATE_HEADER=1; do not edit.\n\n\
         using System;\nusing System.Runtime.InteropServices;\n\nnamespace Motcua\n{\n",
    );
    let code = code(header);
    let mut structs = Vec::new();
    for part in code.split("typedef struct ").skip(1) {
        let Some((name, rest)) = part.split_once(" { ") else { continue };
        let (fields, _) = rest.split_once('}').unwrap();
        structs.push(name.to_owned());
        let name = native(name);
        writeln!(
            text,
            "    [StructLayout(LayoutKind.Sequential)]\n    internal struct {name}\n    {{"
        )
        .unwrap();
        for field in fields.split(';').map(str::trim).filter(|field| !field.is_empty()) {
            let (kind, name) = field.rsplit_once([' ', '*']).unwrap();
            let kind = if field.contains('*') { "IntPtr" } else { number(kind).unwrap() };
            writeln!(text, "        public {kind} {name};").unwrap();
        }
        text.push_str("    }\n\n");
    }
    text.push_str("    internal static class NativeMethods\n    {\n");
    text.push_str("        /// <summary>libmotcua.so, libmotcua.dylib or motcua.dll.</summary>\n");
    text.push_str("        private const string Library = \"motcua\";\n\n");
    for line in header.lines() {
        let Some(constant) = line.strip_prefix("#define MOTCUA_") else { continue };
        let Some((name, value)) = constant.split_once(' ') else { continue };
        let (kind, value) = match value {
            "INT32_MIN" => ("int", "int.MinValue"),
            "INT64_MIN" => ("long", "long.MinValue"),
            value => ("int", value),
        };
        writeln!(text, "        internal const {kind} MOTCUA_{name} = {value};").unwrap();
    }
    for Prototype { returns, name, parameters } in prototypes() {
        let returns = match (number(&returns), returns.as_str()) {
            (Some(number), _) => number,
            (None, "void") => "void",
            (None, "motcua_str") => "NativeText",
            (None, text) if text.starts_with("const char") => "IntPtr",
            (None, other) => panic!("{name} gives {other}"),
        };
        let parameters: Vec<String> =
            parameters.iter().map(|one| parameter(&name, one, &structs)).collect();
        text.push_str("\n        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]\n");
        let all = parameters.join(", ");
        let line = format!("        internal static extern {returns} {name}({all});");
        if line.len() <= 100 {
            writeln!(text, "{line}").unwrap();
        } else {
            let all = parameters.join(",\n            ");
            writeln!(text, "        internal static extern {returns} {name}(\n            {all});")
                .unwrap();
        }
    }
    text.push_str("    }\n}\n");
    text
}

#[test]
fn csharp_has_the_header_as_it_is() {
    let header = fs::read_to_string(root().join("include/motcua.h")).unwrap();
    let generated = generated(&header);
    let path = root().join("ffi/dotnet/Motcua/NativeMethods.g.cs");
    if std::env::var_os("UPDATE_HEADER").is_some() {
        fs::write(&path, &generated).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == generated,
        "NativeMethods.g.cs is not what include/motcua.h says; run this test with UPDATE_HEADER=1"
    );
    let imports = generated.matches("[DllImport(").count();
    assert_eq!(imports, crate::header::functions().len());
}
