//! Writes mutants into a source file so that each can be switched on when the program runs.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use quote::ToTokens;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use crate::list::{Genre, Mutant};

/// A file with its mutants in it, and where each stands.
pub struct Embedded {
    pub text: String,
    /// The mutant whose own code stands on a line.
    pub own: BTreeMap<usize, usize>,
    /// The mutants whose wrap begins on a line.
    pub wraps: BTreeMap<usize, Vec<usize>>,
    /// Mutants for which no place was found.
    pub lost: BTreeSet<usize>,
}

/// Text put before or behind a piece of code.
struct Wrap {
    at: Range<usize>,
    before: String,
    behind: String,
}

struct Finder<'a> {
    /// By the byte where the mutant's span begins, and its kind.
    wanted: BTreeMap<usize, Vec<&'a Mutant>>,
    placed: BTreeSet<usize>,
    wraps: Vec<Wrap>,
}

impl<'a> Finder<'a> {
    fn take(&mut self, span: Range<usize>, genre: Genre) -> Vec<&'a Mutant> {
        let found: Vec<&Mutant> = self
            .wanted
            .get(&span.start)
            .into_iter()
            .flatten()
            .filter(|mutant| mutant.genre == genre)
            .copied()
            .collect();
        self.placed.extend(found.iter().map(|mutant| mutant.id));
        found
    }

    /// The expression stays unless one of the mutants is on.
    fn choose(&mut self, at: Range<usize>, others: &[(usize, String)]) {
        if others.is_empty() {
            return;
        }
        let none: Vec<String> = others.iter().map(|(id, _)| format!("__on != {id}")).collect();
        let before = format!("(match crate::__mutant() {{ __on if {} => (", none.join(" && "));
        let mut behind = String::from("),\n");
        for (index, (id, code)) in others.iter().enumerate() {
            let pattern = if index + 1 == others.len() { "_".into() } else { id.to_string() };
            behind.push_str(&format!("{pattern} => ({code}), /*mutant {id}*/\n"));
        }
        behind.push_str("})");
        self.wraps.push(Wrap { at, before, behind });
    }

    fn arm(&mut self, arm: &syn::Arm) {
        for mutant in self.take(arm.span().byte_range(), Genre::MatchArm) {
            let id = mutant.id;
            let (at, before) = match &arm.guard {
                Some((_, guard)) => (
                    guard.span().byte_range(),
                    format!("crate::__mutant() != {id} /*mutant {id}*/ && "),
                ),
                None => {
                    let end = arm.pat.span().byte_range().end;
                    (end..end, format!("\nif crate::__mutant() != {id} /*mutant {id}*/\n"))
                }
            };
            self.wraps.push(Wrap { at, before, behind: String::new() });
        }
    }

    fn body(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let Some(first) = block.stmts.first() else { return };
        // One function cannot give two types that it does not name.
        if plain(&signature.output).contains("impl ") {
            return;
        }
        let mutants = self.take(first.span().byte_range(), Genre::FnValue);
        let open = block.brace_token.span.open().byte_range().end;
        for mutant in mutants {
            let (id, value) = (mutant.id, &mutant.replacement);
            // A function without a value has `()` for its replacement.
            let before =
                format!("\nif crate::__mutant() == {id} {{ return {value}; }} /*mutant {id}*/\n");
            self.wraps.push(Wrap { at: open..open, before, behind: String::new() });
        }
    }
}

/// Whether an arm stands for all that the others do not.
fn takes_all(arm: &syn::Arm) -> bool {
    let all = match &arm.pat {
        syn::Pat::Wild(_) => true,
        syn::Pat::Ident(name) => {
            name.subpat.is_none() && name.ident.to_string().starts_with(char::is_lowercase)
        }
        _ => false,
    };
    all && arm.guard.is_none()
}

/// The code on one line and without its comments.
fn plain(code: &impl ToTokens) -> String {
    code.to_token_stream().to_string().replace('\n', "\\n")
}

/// A condition with `let` cannot be wrapped.
fn has_let(expression: &syn::Expr) -> bool {
    match expression {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.body(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.body(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.body(&item.sig, block);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        if !has_let(&binary.left) && !has_let(&binary.right) {
            let mutants = self.take(binary.op.span().byte_range(), Genre::BinaryOperator);
            let (left, right) = (plain(&binary.left), plain(&binary.right));
            let others: Vec<_> = mutants
                .iter()
                .map(|mutant| (mutant.id, format!("{left} {} {right}", mutant.replacement)))
                .collect();
            self.choose(binary.span().byte_range(), &others);
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_unary(&mut self, unary: &'ast syn::ExprUnary) {
        let mutants = self.take(unary.op.span().byte_range(), Genre::UnaryOperator);
        let inner = plain(&unary.expr);
        let others: Vec<_> =
            mutants.iter().map(|m| (m.id, format!("{} {inner}", m.replacement))).collect();
        self.choose(unary.span().byte_range(), &others);
        visit::visit_expr_unary(self, unary);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        if let Some((_, guard)) = &arm.guard
            && !has_let(guard)
        {
            let mutants = self.take(guard.span().byte_range(), Genre::MatchArmGuard);
            let others: Vec<_> = mutants.iter().map(|m| (m.id, m.replacement.clone())).collect();
            self.choose(guard.span().byte_range(), &others);
        }
        visit::visit_arm(self, arm);
    }

    fn visit_expr_match(&mut self, matched: &'ast syn::ExprMatch) {
        // An arm with a guard does not count when the compiler looks for what is left over.
        if matched.arms.iter().any(takes_all) {
            for arm in matched.arms.iter().filter(|arm| !takes_all(arm)) {
                self.arm(arm);
            }
        }
        visit::visit_expr_match(self, matched);
    }

    fn visit_expr_struct(&mut self, literal: &'ast syn::ExprStruct) {
        if let Some(rest) = &literal.rest {
            let rest = plain(rest);
            for field in &literal.fields {
                let mutants = self.take(field.span().byte_range(), Genre::StructField);
                let (name, value) = (&field.member, field.expr.span().byte_range());
                let name = name.to_token_stream().to_string();
                let others: Vec<_> =
                    mutants.iter().map(|m| (m.id, format!("({rest}).{name}"))).collect();
                // `a` alone stands for `a: a`.
                if field.colon_token.is_none() && !others.is_empty() {
                    self.wraps.push(Wrap {
                        at: value.start..value.start,
                        before: format!("{name}: "),
                        behind: String::new(),
                    });
                }
                self.choose(value, &others);
            }
        }
        visit::visit_expr_struct(self, literal);
    }
}

/// The byte of a line and column, both from 1, the column in characters.
fn byte_of(source: &str, line: usize, column: usize) -> usize {
    let start: usize = source.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let text = &source[start..];
    let within = text.char_indices().nth(column - 1).map_or(text.len(), |(byte, _)| byte);
    start + within
}

/// Writes the mutants that are not dropped into the source of their file.
pub fn embed(source: &str, mutants: &[&Mutant]) -> syn::Result<Embedded> {
    let file = syn::parse_file(source)?;
    let mut wanted: BTreeMap<usize, Vec<&Mutant>> = BTreeMap::new();
    for mutant in mutants {
        let start = byte_of(source, mutant.span.start.line, mutant.span.start.column);
        wanted.entry(start).or_default().push(mutant);
    }
    let mut finder = Finder { wanted, placed: BTreeSet::new(), wraps: Vec::new() };
    finder.visit_file(&file);
    let lost = mutants.iter().map(|m| m.id).filter(|id| !finder.placed.contains(id)).collect();
    Ok(assemble(source, finder.wraps, lost))
}

fn assemble(source: &str, wraps: Vec<Wrap>, lost: BTreeSet<usize>) -> Embedded {
    // The finder goes from the outside in: at one place what opens comes in that order, what
    // closes in the other, and closes before anything opens.
    let mut cuts: Vec<(usize, u8, usize, String)> = Vec::new();
    for (index, wrap) in wraps.into_iter().enumerate() {
        cuts.push((wrap.at.start, 1, index, wrap.before));
        if !wrap.behind.is_empty() {
            cuts.push((wrap.at.end, 0, usize::MAX - index, wrap.behind));
        }
    }
    cuts.sort();
    let mut text = String::with_capacity(source.len() * 2);
    let mut last = 0;
    for (at, _, _, piece) in cuts {
        text.push_str(&source[last..at]);
        text.push_str(&piece);
        last = at;
    }
    text.push_str(&source[last..]);
    let (mut own, mut wraps) = (BTreeMap::new(), BTreeMap::new());
    for (index, code) in text.lines().enumerate() {
        own.extend(numbers(code, "/*mutant ").first().map(|id| (index + 1, *id)));
        let within = numbers(code, "__on != ");
        if !within.is_empty() {
            wraps.insert(index + 1, within);
        }
    }
    Embedded { text, own, wraps, lost }
}

/// The numbers that follow a mark.
fn numbers(code: &str, mark: &str) -> Vec<usize> {
    let digits = |part: &str| part.chars().take_while(char::is_ascii_digit).collect::<String>();
    code.split(mark).skip(1).filter_map(|part| digits(part).parse().ok()).collect()
}
