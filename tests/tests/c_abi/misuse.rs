//! Every exported function with each of its arguments wrong in turn, as C that is generated from
//! the header: NULL and a pointer that is not aligned for each pointer, lengths that no array has
//! and every length shorter than what is given, texts that are not UTF-8, numbers that make no
//! sense. A new function is misused as soon as it stands in the header.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::build::{compile, program, root, run, scratch};
use crate::header::{Parameter, Prototype, prototypes};

/// Pointers that may be NULL, as the header says of each; a policy may be wherever it is taken.
const OPTIONAL: [(&str, &str); 7] = [
    ("motcua_last_error_message", "needed"),
    ("motcua_batch_bad_rows", "out_first"),
    ("motcua_batch_bad_rows", "out_reason"),
    ("motcua_appointment_batch", "out_due_date"),
    ("motcua_standing_batch", "out_minutes"),
    ("motcua_dossier_batch", "argument"),
    ("motcua_tally_batch", "group"),
];

/// The outputs that tell a size also where a buffer is too small for it.
const SIZES: [(&str, &str); 2] =
    [("motcua_day_sessions", "count"), ("motcua_last_error_message", "needed")];

enum Role {
    Handle,
    Handles,
    Text,
    Length,
    Index,
    Number(&'static str),
    /// A column that is read, and of what type its rows are.
    Column(String),
    /// One value written.
    One(String),
    /// As many values written as a length says.
    Many(String),
    /// A handle written, and what it is of.
    Made(String),
}

fn role(function: &str, parameter: &Parameter) -> Role {
    let kind = parameter.kind.as_str();
    let constant = kind.starts_with("const ");
    let base = kind.replace("const", "").replace('*', "").trim().to_owned();
    let columns = function.contains("_validity_")
        || function.ends_with("_batch")
        || ["sessions", "buf"].contains(&parameter.name.as_str());
    let value = base.ends_with("_t") || base == "char" || base == "motcua_status";
    let plain = ["motcua_str", "motcua_day", "motcua_due", "motcua_session", "motcua_standing"];
    let plain = value
        || ["motcua_tally", "motcua_evaluation"].contains(&base.as_str())
        || plain.contains(&base.as_str());
    match (kind.matches('*').count(), constant) {
        (0, _) if parameter.name.ends_with("len") => Role::Length,
        (0, _) if base == "size_t" => Role::Index,
        (0, _) if base == "int64_t" => Role::Number("64"),
        (0, _) => Role::Number("32"),
        (2, true) => Role::Handles,
        (2, false) => Role::Made(base),
        (1, true) if base == "char" => Role::Text,
        (1, true) if plain => Role::Column(base),
        (1, true) => Role::Handle,
        (1, false) if plain && columns => Role::Many(base),
        (1, false) if plain => Role::One(base),
        _ => panic!("{function}: what is `{kind} {}`?", parameter.name),
    }
}

/// A text that the function takes.
fn text(function: &str) -> &'static str {
    match function {
        "motcua_calendar_new_from_json" => r#"{"hours": {"mon-fri": [["08:00", "11:00"]]}}"#,
        "motcua_policy_new_from_json" => r#"{"policy": {"due": "same_clock"}}"#,
        "motcua_dossier_new_from_json" => {
            r#"{"code": "1", "limit": {"value": 1, "unit": "day"}, "events": []}"#
        }
        "motcua_answer_json" | "motcua_calendar_answer_json" => {
            r#"{"op": "day", "date": "2026-08-19"}"#
        }
        "motcua_time_limit_parse" => "05 ngày làm việc",
        "motcua_time_limit_select" | "motcua_time_limit_appointment" => "xác minh",
        _ => panic!("{function} takes a text: give it one"),
    }
}

/// What a parameter is given where it is not the one that is wrong.
fn good(function: &str, parameter: &Parameter, room: usize) -> String {
    let name = parameter.name.as_str();
    match role(function, parameter) {
        Role::Handle => name.to_owned(),
        Role::Handles => "dossiers".to_owned(),
        Role::Text => "words".to_owned(),
        Role::Length => "full".to_owned(),
        Role::Index => "0".to_owned(),
        Role::Number(_) => match name {
            "date" | "from" | "to" => "AUG_19",
            "n" | "minutes" => "1",
            "amount_thousandths" => "1000",
            "unit" => "MOTCUA_UNIT_WORKING_DAY",
            "channel" => "MOTCUA_CHANNEL_ANY",
            "status" => "MOTCUA_OK",
            _ if name.ends_with("_local") || name.ends_with("_utc") => "NINE",
            _ => panic!("{function}: what is a good `{name}`?"),
        }
        .to_owned(),
        Role::Column(_) => match name {
            "dates" | "from" | "to" => "days",
            "n" | "minutes" => "numbers",
            "amount_thousandths" => "amounts",
            "unit" => "units",
            "starts" => "starts",
            "code" => "codes",
            "argument" => "instants",
            "evaluations" => "evaluations",
            "online" => "online",
            "group" => "groups",
            "values" if function.ends_with("64") => "instants",
            "values" => "days",
            _ if name.ends_with("_local") => "instants",
            _ => panic!("{function}: what is a good column `{name}`?"),
        }
        .to_owned(),
        Role::One(of) | Role::Many(of) => format!("OUT({of}, {room})"),
        Role::Made(of) => format!("OUT({of} *, {room})"),
    }
}

/// How many rows or bytes a call is given.
fn full(prototype: &Prototype) -> String {
    for parameter in &prototype.parameters {
        match role(&prototype.name, parameter) {
            Role::Text => return format!("{}", text(&prototype.name).len()),
            Role::Column(_) | Role::Handles => return "ROWS".to_owned(),
            Role::Many(of) if of == "char" => return "256".to_owned(),
            Role::Many(_) => return "4".to_owned(),
            _ => {}
        }
    }
    "0".to_owned()
}

fn quoted(text: &str) -> String {
    text.bytes().fold(String::new(), |quoted, byte| quoted + &format!("\\{byte:03o}"))
}

/// The calls of one function that gives a status.
struct Misuse<'a> {
    prototype: &'a Prototype,
    arguments: Vec<String>,
    text: String,
}

impl<'a> Misuse<'a> {
    fn new(prototype: &'a Prototype) -> Self {
        let arguments = prototype.parameters.iter().enumerate();
        let arguments =
            arguments.map(|(room, parameter)| good(&prototype.name, parameter, room)).collect();
        Self { prototype, arguments, text: String::new() }
    }

    fn roles(&self) -> impl Iterator<Item = (usize, &'a Parameter, Role)> + use<'a> {
        let prototype = self.prototype;
        let parameters = prototype.parameters.iter().enumerate();
        parameters.map(move |(at, parameter)| (at, parameter, role(&prototype.name, parameter)))
    }

    fn line(&mut self, line: &str) {
        writeln!(self.text, "    {line}").unwrap();
    }

    /// A call with some arguments in the place of the good ones.
    fn call(&self, wrong: &[(usize, &str)]) -> String {
        let mut arguments = self.arguments.clone();
        for (at, argument) in wrong {
            arguments[*at] = (*argument).to_owned();
        }
        format!("fresh(); status = {}({});", self.prototype.name, arguments.join(", "))
    }

    fn refused(&mut self, expected: &str, wrong: &[(usize, &str)]) {
        let call = self.call(wrong);
        self.line(&format!("{call} refused({expected}, __LINE__);"));
    }

    /// What holds after a call that may have done its work on `rows`.
    fn after(&self, rows: &str) -> String {
        let mut done = String::new();
        let mut undone = String::from("untouched(__LINE__);");
        for (at, parameter, role) in self.roles() {
            match role {
                Role::One(of) => write!(done, " only({at}, sizeof({of}), __LINE__);").unwrap(),
                Role::Many(of) => {
                    write!(done, " only({at}, ({rows}) * sizeof({of}), __LINE__);").unwrap();
                }
                Role::Made(of) => write!(
                    done,
                    " only({at}, sizeof(void *), __LINE__); {of}_free(*OUT({of} *, {at}));"
                )
                .unwrap(),
                _ => {}
            }
            if SIZES.contains(&(self.prototype.name.as_str(), parameter.name.as_str())) {
                undone = format!(
                    "if (status == MOTCUA_BUFFER_TOO_SMALL) {{ only({at}, sizeof(size_t), __LINE__); \
                     memset(out[{at}].bytes, 0x5A, sizeof(size_t)); }} {undone}"
                );
            }
        }
        format!("if (sensible(__LINE__)) {{{done} }} else {{ {undone} }}")
    }

    fn may_be_null(&self, name: &str) -> bool {
        name == "policy" || OPTIONAL.contains(&(self.prototype.name.as_str(), name))
    }

    fn pointers(&mut self) {
        for (at, parameter, role) in self.roles() {
            let aligned = match &role {
                Role::Length | Role::Index | Role::Number(_) => continue,
                Role::Text => None,
                Role::Handle => {
                    let base = parameter.kind.replace('*', "");
                    Some(format!("ODD({}, {})", base.trim(), self.arguments[at]))
                }
                Role::Handles => Some("ODD(const motcua_dossier *const, dossiers)".to_owned()),
                // A byte is never out of line.
                Role::Column(of) if of == "uint8_t" => None,
                Role::Column(of) => Some(format!("ODD(const {of}, {})", self.arguments[at])),
                Role::One(of) | Role::Many(of) if of == "char" || of == "uint8_t" => None,
                Role::One(of) | Role::Many(of) => Some(format!("ODD_OUT({of}, {at})")),
                Role::Made(of) => Some(format!("ODD_OUT({of} *, {at})")),
            };
            if let Some(odd) = aligned {
                self.refused("MOTCUA_MISALIGNED_POINTER", &[(at, &odd)]);
            }
            if self.may_be_null(&parameter.name) {
                let call = self.call(&[(at, "NULL")]);
                let after = self.after("full");
                self.line(&format!("{call} CHECK(status == MOTCUA_OK); {after}"));
            } else {
                self.refused("MOTCUA_NULL_POINTER", &[(at, "NULL")]);
            }
        }
    }

    fn numbers(&mut self) {
        for (at, _, role) in self.roles() {
            let (array, argument) = match role {
                Role::Number("64") => ("absurd64", "absurd64[i]"),
                Role::Number(_) => ("absurd32", "absurd32[i]"),
                Role::Index => ("no_length", "no_length[i]"),
                _ => continue,
            };
            let (call, after) = (self.call(&[(at, argument)]), self.after("full"));
            self.line(&format!("for (i = 0; i < COUNT({array}); i++) {{ {call} {after} }}"));
        }
    }

    fn lengths(&mut self) {
        let lengths = self.roles().filter(|(.., role)| matches!(role, Role::Length));
        let lengths: Vec<usize> = lengths.map(|(at, ..)| at).collect();
        let Some(length) = lengths.first().copied() else { return };
        for length in &lengths {
            let call = self.call(&[(*length, "no_length[i]")]);
            self.line(&format!(
                "for (i = 0; i < COUNT(no_length); i++) {{ {call} refused(MOTCUA_INVALID_LENGTH, __LINE__); }}"
            ));
        }
        // Every shorter length, with nothing behind what is read.
        let (mut copies, mut frees) = (String::new(), String::new());
        let mut wrong: Vec<_> = lengths.iter().map(|at| (*at, "i".to_owned())).collect();
        let mut is_text = None;
        for (at, parameter, role) in self.roles() {
            // Logs end where the next begins, so that there is one start more.
            let rows = if parameter.name == "starts" { "i + 1" } else { "i" };
            let of = match role {
                Role::Text => "char".to_owned(),
                Role::Column(of) => of,
                Role::Handles => "motcua_dossier *".to_owned(),
                _ => continue,
            };
            if of == "char" {
                is_text = Some(at);
            }
            let from = &self.arguments[at];
            write!(
                copies,
                "const {of} *const copy{at} = exact({from}, ({rows}) * sizeof *{from}); "
            )
            .unwrap();
            write!(frees, " free((void *)(uintptr_t)copy{at});").unwrap();
            let copy = if of.starts_with("motcua_dossier") {
                format!("(const motcua_dossier *const *)(const void *)copy{at}")
            } else {
                format!("copy{at}")
            };
            wrong.push((at, copy));
        }
        let wrong: Vec<(usize, &str)> =
            wrong.iter().map(|(at, argument)| (*at, argument.as_str())).collect();
        let (call, after) = (self.call(&wrong), self.after("i"));
        self.line(&format!("for (i = 0; i <= full; i++) {{ {copies}{call} {after}{frees} }}"));
        if let Some(at) = is_text {
            let text = [(at, "not_utf8[i]"), (length, "strlen(not_utf8[i])")];
            let call = self.call(&text);
            self.line(&format!(
                "for (i = 0; i < COUNT(not_utf8); i++) {{ {call} refused(MOTCUA_INVALID_UTF8, __LINE__); }}"
            ));
        }
    }

    fn all(mut self) -> String {
        let (name, full) = (&self.prototype.name, full(self.prototype));
        let words = if self.roles().any(|(.., role)| matches!(role, Role::Text)) {
            format!("    static const char words[] = \"{}\";\n", quoted(text(name)))
        } else {
            String::new()
        };
        self.text = format!(
            "static void misuse_{name}(void) {{\n{words}    const size_t full = {full};\n    \
             size_t i;\n    function = \"{name}\";\n    (void)full;\n    (void)i;\n"
        );
        let (call, after) = (self.call(&[]), self.after("full"));
        self.line(&format!("{call} CHECK_STATUS(status, MOTCUA_OK); {after}"));
        self.pointers();
        self.numbers();
        self.lengths();
        self.text.push_str("}\n\n");
        self.text
    }
}

/// The calls of a function that cannot be refused.
fn harmless(prototype: &Prototype) -> String {
    let name = &prototype.name;
    let body = match (name.as_str(), prototype.parameters.as_slice()) {
        (_, [_]) if name.ends_with("_free") => format!("{name}(NULL); {name}(NULL); calls += 2;"),
        ("motcua_string_view", [_]) => "CHECK(motcua_string_view(NULL).len == 0); \
            CHECK(motcua_string_view(ODD(const motcua_string, string)).len == 0); calls += 2;"
            .to_owned(),
        (_, [status]) if status.kind == "motcua_status" => format!(
            "size_t i; for (i = 0; i < COUNT(absurd32); i++) {{ \
             CHECK(strlen({name}(absurd32[i])) > 0); calls++; }}"
        ),
        ("motcua_version", []) => "CHECK(strlen(motcua_version()) > 0); calls++;".to_owned(),
        ("motcua_abi_version", []) => {
            "CHECK(motcua_abi_version() == MOTCUA_ABI_VERSION); calls++;".to_owned()
        }
        _ => panic!("{name} gives no status: how can it be misused?"),
    };
    format!("static void misuse_{name}(void) {{\n    {body}\n}}\n\n")
}

/// The calls of all functions, in C.
pub(crate) fn generated() -> String {
    let (mut text, mut all) = (String::new(), String::from("static void all(void) {\n"));
    for prototype in prototypes() {
        if prototype.returns == "motcua_status" {
            text.push_str(&Misuse::new(&prototype).all());
        } else {
            text.push_str(&harmless(&prototype));
        }
        writeln!(all, "    misuse_{}();", prototype.name).unwrap();
    }
    text + &all + "}\n"
}

/// Writes the calls for `c/misuse.c` and gives their folder.
pub(crate) fn calls() -> PathBuf {
    let folder = scratch("misuse");
    let (path, text) = (folder.join("misuse_calls.inc"), generated());
    // Tests run side by side; the text is the same for all.
    if fs::read_to_string(&path).ok().as_deref() != Some(&text) {
        let partial = folder.join(format!("calls.{:?}", std::thread::current().id()));
        fs::write(&partial, &text).unwrap();
        fs::rename(partial, &path).unwrap();
    }
    folder
}

fn compiled(kind: &str, flags: &[&str]) -> PathBuf {
    let include = format!("-I{}", calls().display());
    let here = format!("-I{}", root().join("tests/c").display());
    compile("cc", "c/misuse.c", kind, &[&["-std=c99", &include, &here][..], flags].concat())
}

pub(crate) fn check(said: &[u8]) {
    let said = String::from_utf8_lossy(said);
    let calls: usize = said.trim().strip_prefix("ok ").unwrap().parse().unwrap();
    assert!(calls > 1000, "{calls} calls");
}

#[test]
fn every_argument_of_every_function_is_wrong_in_turn() {
    check(&run(&mut Command::new(compiled("plain", &[]))).stdout);
}

#[test]
fn misuse_is_clean_under_valgrind() {
    let mut valgrind = program("valgrind", "valgrind");
    valgrind.args(["--quiet", "--error-exitcode=9", "--leak-check=full"]);
    valgrind.args(["--show-leak-kinds=definite,indirect,possible"]);
    valgrind.arg("--errors-for-leak-kinds=definite,indirect,possible");
    check(&run(valgrind.arg(compiled("plain", &[]))).stdout);
}

#[test]
fn misuse_is_clean_under_the_sanitizers() {
    let flags = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
    check(&run(&mut Command::new(compiled("sanitized", &flags))).stdout);
}

#[test]
fn misuse_leaves_no_exported_function_out() {
    let committed = fs::read_to_string(root().join("ffi/symbols.txt")).unwrap();
    let exported: BTreeSet<&str> = committed.lines().collect();
    let text = generated();
    let mut misused: BTreeSet<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("static void misuse_")?.strip_suffix("(void) {"))
        .collect();
    // It takes nothing that could be wrong.
    misused.insert("motcua_test_panic");
    assert_eq!(misused, exported);
    // Each of them is called with each pointer NULL, one call for each.
    for prototype in prototypes() {
        let pointers = prototype.parameters.iter().filter(|one| one.kind.contains('*')).count();
        let start = format!("static void misuse_{}(void)", prototype.name);
        let body = text.split(&start).nth(1).unwrap().split("\n}\n").next().unwrap();
        assert!(body.matches("NULL").count() >= pointers, "{}", prototype.name);
    }
}
