//! The mutants as `cargo mutants --list --json` tells them.

use serde::Deserialize;

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum Genre {
    FnValue,
    BinaryOperator,
    UnaryOperator,
    MatchArm,
    MatchArmGuard,
    StructField,
    #[serde(other)]
    Other,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Span {
    pub start: Place,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Mutant {
    /// Its number in the list, from 1.
    #[serde(skip)]
    pub id: usize,
    pub file: String,
    pub genre: Genre,
    pub name: String,
    pub replacement: String,
    pub span: Span,
}

impl Mutant {
    /// Its name without the line, by which it is known when lines have moved.
    pub fn title(&self) -> String {
        let (file, rest) = self.name.split_once(':').unwrap_or((&self.name, ""));
        let rest = rest.splitn(3, ':').nth(2).unwrap_or(rest).trim();
        format!("{file}: {rest}")
    }
}
