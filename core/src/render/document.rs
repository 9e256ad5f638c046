//! A document told once and printed as a page or as Markdown.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Markup, Page, escape, table};
use crate::deadline::Language;

/// A column of a table.
pub(super) struct Column {
    pub(super) name: String,
    /// Whether it holds numbers, which stand at the right.
    pub(super) number: bool,
}

impl Column {
    pub(super) fn text(name: impl Into<String>) -> Self {
        Self { name: name.into(), number: false }
    }

    pub(super) fn number(name: impl Into<String>) -> Self {
        Self { name: name.into(), number: true }
    }
}

/// A table whose first column names its rows.
pub(super) struct Table {
    pub(super) caption: String,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    /// The columns in which something stands, by their places; the first names the rows.
    fn shown(&self) -> Vec<(usize, &Column)> {
        let filled = |place: usize| {
            let mut cells = self.rows.iter().filter_map(|row| row.get(place));
            place == 0 || cells.any(|cell| !cell.is_empty())
        };
        self.columns.iter().enumerate().filter(|(place, _)| filled(*place)).collect()
    }
}

/// A piece of a section.
pub(super) enum Block {
    Heading(String),
    /// A statement that others hang on.
    Statement(String),
    Paragraph(String),
    Note(String),
    List(Vec<String>),
    Table(Table),
    /// A table of numbers with their totals.
    Numbers(Table, Option<Vec<String>>),
    /// The same with a form of its own on the page.
    Form(Markup, Table, Option<Vec<String>>),
    /// Stands on the page only; what stands beside it says the same.
    Picture(Markup),
}

pub(super) struct Section {
    pub(super) heading: String,
    pub(super) blocks: Vec<Block>,
}

pub(super) struct Document {
    pub(super) title: String,
    pub(super) language: Language,
    /// What must not be overlooked.
    pub(super) notices: Vec<String>,
    pub(super) leads: Vec<String>,
    pub(super) sections: Vec<Section>,
}

impl Document {
    pub(super) fn page(&self) -> Page {
        let mut page = Page::new(self.title.clone(), self.language);
        for notice in &self.notices {
            page = page.notice(notice);
        }
        for lead in &self.leads {
            page = page.lead(lead);
        }
        for section in &self.sections {
            let mut content = Markup::default();
            for block in &section.blocks {
                markup(&mut content, block);
            }
            page = page.section(section.heading.clone(), &content);
        }
        page
    }

    pub(super) fn markdown(&self) -> String {
        let mut out = String::new();
        let mut line = |text: &str| {
            out.push_str(text);
            out.push('\n');
        };
        line(&format!("# {}", plain(&self.title)));
        for notice in &self.notices {
            line(&format!("\n> **{}**", plain(notice)));
        }
        for lead in &self.leads {
            line(&format!("\n{}", plain(lead)));
        }
        for section in &self.sections {
            line(&format!("\n## {}", plain(&section.heading)));
            for block in &section.blocks {
                if !matches!(block, Block::Picture(_)) {
                    line("");
                }
                match block {
                    Block::Heading(text) => line(&format!("### {}", plain(text))),
                    Block::Statement(text) => line(&format!("**{}**", plain(text))),
                    Block::Paragraph(text) => line(&plain(text)),
                    Block::Note(text) => line(&format!("*{}*", plain(text))),
                    Block::List(items) => {
                        for item in items {
                            line(&format!("- {}", plain(item)));
                        }
                    }
                    Block::Table(table) => rows(&mut line, table, None),
                    Block::Numbers(table, total) | Block::Form(_, table, total) => {
                        rows(&mut line, table, total.as_ref());
                    }
                    Block::Picture(_) => {}
                }
            }
        }
        out
    }
}

/// The lines of a table.
fn rows(mut line: impl FnMut(&str), table: &Table, total: Option<&Vec<String>>) {
    line(&format!("{}\n", plain(&table.caption)));
    let columns = table.shown();
    line(&row(columns.iter().map(|(_, column)| plain(&column.name))));
    let mark = |number| if number { "--:" } else { "---" };
    line(&row(columns.iter().map(|(_, column)| mark(column.number).into())));
    for cells in table.rows.iter().chain(total) {
        let cell = |place: usize| cells.get(place).map(|cell| plain(cell));
        line(&row(columns.iter().map(|(place, _)| cell(*place).unwrap_or_default())));
    }
}

fn row(cells: impl Iterator<Item = String>) -> String {
    cells.fold(String::from("|"), |line, cell| format!("{line} {cell} |"))
}

/// A text of which nothing is read as Markdown or HTML, on one line.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (place, c) in text.chars().enumerate() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' => {
                out.push('\\');
                out.push(c);
            }
            // Marks of headings and lists count at the beginning only.
            '#' | '-' | '+' | '=' if place == 0 => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    // So does a number with a point: "1. ".
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && matches!(out.as_bytes().get(digits), Some(b'.' | b')')) {
        out.insert(digits, '\\');
    }
    out
}

fn markup(out: &mut Markup, block: &Block) {
    match block {
        Block::Heading(text) => put!(out, "{}", Markup::heading(text)),
        Block::Statement(text) => put!(out, r#"<p class="statement">{}</p>"#, escape(text)),
        Block::Paragraph(text) => put!(out, "{}", Markup::paragraph(text)),
        Block::Note(text) => put!(out, r#"<p class="note">{}</p>"#, escape(text)),
        Block::List(items) => put!(out, "{}", Markup::list(items)),
        Block::Table(given) => {
            // Many columns share the width evenly.
            let class = if given.columns.len() > 7 { "list sheet" } else { "list found" };
            table_of(out, given, None, class);
        }
        Block::Numbers(given, total) => table_of(out, given, total.as_ref(), "form"),
        Block::Form(form, ..) => put!(out, "{form}"),
        Block::Picture(picture) => put!(out, "{picture}"),
    }
}

fn table_of(out: &mut Markup, given: &Table, total: Option<&Vec<String>>, class: &str) {
    table::open(out, &given.caption, class);
    let columns = given.shown();
    put!(out, "<thead><tr>");
    for (_, column) in &columns {
        let class = if column.number { r#" class="n""# } else { "" };
        put!(out, r#"<th scope="col"{class}>{}</th>"#, escape(&column.name));
    }
    put!(out, "</tr></thead><tbody>");
    for cells in &given.rows {
        cells_of(out, &columns, cells);
    }
    put!(out, "</tbody>");
    if let Some(cells) = total {
        put!(out, "<tfoot>");
        cells_of(out, &columns, cells);
        put!(out, "</tfoot>");
    }
    put!(out, "</table></div>");
}

fn cells_of(out: &mut Markup, columns: &[(usize, &Column)], cells: &[String]) {
    put!(out, "<tr>");
    for (place, column) in columns {
        let name = escape(&column.name);
        let cell = escape(cells.get(*place).map_or("", String::as_str));
        match (place, column.number) {
            (0, _) => put!(out, r#"<th scope="row">{cell}</th>"#),
            // On a phone a row is a card, and each cell says what it is.
            (_, true) => put!(out, r#"<td class="n" data-name="{name}">{cell}</td>"#),
            (_, false) => put!(out, r#"<td data-name="{name}">{cell}</td>"#),
        }
    }
    put!(out, "</tr>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_becomes_markdown() {
        assert_eq!(plain("a|b *c* <i>d</i>\n# e"), "a\\|b \\*c\\* \\<i\\>d\\</i\\> # e");
        assert_eq!(plain("# a"), "\\# a");
        assert_eq!(plain("1. a"), "1\\. a");
        assert_eq!(plain("12) a"), "12\\) a");
        assert_eq!(plain("30/6/2018"), "30/6/2018");
    }
}
