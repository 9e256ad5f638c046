use alloc::string::String;
use alloc::vec::Vec;

use super::{Markup, escape, table};
use crate::deadline::Language;

/// Bảng số liệu — a table that can be set as HTML and as Markdown.
///
/// # Examples
///
/// ```
/// use motcua::deadline::Language;
/// use motcua::render::Sheet;
///
/// let mut sheet = Sheet::new("Hồ sơ", ["Lĩnh vực", "Số hồ sơ"]).numbers_from(1);
/// sheet.row(["Đất đai | nhà ở", "12"]);
/// assert_eq!(
///     sheet.to_markdown(Language::Vietnamese),
///     "**Hồ sơ**\n\n| Lĩnh vực | Số hồ sơ |\n| --- | ---: |\n| Đất đai \\| nhà ở | 12 |\n",
/// );
/// assert!(sheet.to_markup(Language::Vietnamese).as_str().contains("<td class=\"n\""));
/// ```
#[derive(Clone, Debug)]
pub struct Sheet {
    caption: String,
    names: Vec<String>,
    rows: Vec<Vec<String>>,
    total: Option<Vec<String>>,
    numbers: usize,
}

impl Sheet {
    /// An empty table with a caption and the names of its columns.
    #[must_use]
    pub fn new<T: Into<String>>(
        caption: impl Into<String>,
        names: impl IntoIterator<Item = T>,
    ) -> Self {
        let names: Vec<String> = names.into_iter().map(Into::into).collect();
        let numbers = names.len();
        Self { caption: caption.into(), names, rows: Vec::new(), total: None, numbers }
    }

    /// The same table whose columns from this one on are numbers.
    #[must_use]
    pub fn numbers_from(mut self, column: usize) -> Self {
        self.numbers = column;
        self
    }

    /// Adds a row; the first cell names it.
    pub fn row<T: Into<String>>(&mut self, cells: impl IntoIterator<Item = T>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// Sets the row of the totals.
    pub fn total<T: Into<String>>(&mut self, cells: impl IntoIterator<Item = T>) {
        self.total = Some(cells.into_iter().map(Into::into).collect());
    }

    /// Whether it has no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.total.is_none()
    }

    fn none(language: Language) -> &'static str {
        language.pick("Không có.", "None.")
    }

    /// The table as HTML, with headings a screen reader can follow.
    #[must_use]
    pub fn to_markup(&self, language: Language) -> Markup {
        let mut out = Markup::default();
        if self.is_empty() {
            let none = Self::none(language);
            return Markup::paragraph(&alloc::format!("{}: {none}", self.caption));
        }
        // On a phone rows of texts become cards; tables of numbers are scrolled.
        let class = if self.numbers < self.names.len() { "form" } else { "list sheet" };
        table::open(&mut out, &self.caption, class);
        put!(out, "<thead><tr>");
        for name in &self.names {
            put!(out, r#"<th scope="col">{}</th>"#, escape(name));
        }
        put!(out, "</tr></thead><tbody>");
        for cells in &self.rows {
            self.line(&mut out, cells);
        }
        put!(out, "</tbody>");
        if let Some(cells) = &self.total {
            put!(out, "<tfoot>");
            self.line(&mut out, cells);
            put!(out, "</tfoot>");
        }
        put!(out, "</table></div>");
        out
    }

    fn line(&self, out: &mut Markup, cells: &[String]) {
        put!(out, "<tr>");
        for (at, (name, cell)) in self.names.iter().zip(cells).enumerate() {
            let (name, cell) = (escape(name), escape(cell));
            if at == 0 {
                put!(out, r#"<th scope="row">{cell}</th>"#);
            } else if at >= self.numbers {
                put!(out, r#"<td class="n" data-name="{name}">{cell}</td>"#);
            } else {
                put!(out, r#"<td data-name="{name}">{cell}</td>"#);
            }
        }
        put!(out, "</tr>");
    }

    /// The table as Markdown.
    #[must_use]
    pub fn to_markdown(&self, language: Language) -> String {
        let mut out = alloc::format!("**{}**\n\n", markdown(&self.caption));
        if self.is_empty() {
            out.push_str(Self::none(language));
            out.push('\n');
            return out;
        }
        let line = |cells: &[String]| {
            let mut line = String::from("|");
            for at in 0..self.names.len() {
                let cell = cells.get(at).map(String::as_str).unwrap_or_default();
                line.push_str(&alloc::format!(" {} |", markdown(cell)));
            }
            line.push('\n');
            line
        };
        out.push_str(&line(&self.names));
        out.push('|');
        for at in 0..self.names.len() {
            out.push_str(if at >= self.numbers { " ---: |" } else { " --- |" });
        }
        out.push('\n');
        for cells in self.rows.iter().chain(&self.total) {
            out.push_str(&line(cells));
        }
        out
    }
}

/// A text on one line, in which nothing is read as Markdown or HTML.
#[must_use]
pub fn markdown(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '#' | '~' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_becomes_markdown() {
        assert_eq!(markdown("<b>*1*</b>\n| #2"), "\\<b\\>\\*1\\*\\</b\\> \\| \\#2");
    }

    #[test]
    fn an_empty_table_says_so() {
        let sheet = Sheet::new("Quá hạn", ["Hồ sơ"]);
        assert_eq!(sheet.to_markdown(Language::English), "**Quá hạn**\n\nNone.\n");
        assert_eq!(sheet.to_markup(Language::Vietnamese).as_str(), "<p>Quá hạn: Không có.</p>");
    }
}
