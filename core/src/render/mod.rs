//! Trình bày — pictures, tables and pages from the structured results. No rule lives here.
//!
//! [`svg`] draws the office's year and the days of a dossier; [`table`] sets the appointment with
//! its reasons, lists of dossiers and form II.06a; [`ReportPage`] is the report of a period and
//! [`inspection`] what an inspection found, each as a page and as Markdown; [`Page`] puts pieces
//! into one HTML file that needs no network and no script, prints on A4 and reads on a phone. Every
//! text is escaped on its way into [`Markup`].
//!
//! # Examples
//!
//! ```
//! use motcua::Calendar;
//! use motcua::deadline::Language;
//! use motcua::render::{Page, svg};
//!
//! let calendar = Calendar::vietnam()?;
//! let page = Page::new("Lịch làm việc", Language::Vietnamese)
//!     .section("Năm 2026", &svg::year_calendar(&calendar, 2026, Language::Vietnamese)?)
//!     .to_html();
//! assert!(page.starts_with("<!DOCTYPE html>"));
//! # Ok::<(), motcua::Error>(())
//! ```

/// Writes to a [`Markup`] as `write!` does, with nothing to fail.
macro_rules! put {
    ($to:expr, $($argument:tt)*) => {{
        let _: Result<(), core::fmt::Error> =
            core::fmt::Write::write_fmt(&mut $to.0, format_args!($($argument)*));
    }};
}

mod document;
mod escape;
pub mod inspection;
mod page;
mod report;
pub mod svg;
pub mod table;

use alloc::format;
use alloc::string::String;
use core::fmt;

use chrono::{Datelike, NaiveDate};

use crate::LocalTime;
use crate::deadline::{Language, english_date, vietnamese_date, vietnamese_weekday};
use escape::escape;
pub use page::Page;
pub use report::ReportPage;

/// Mã đánh dấu — a piece of HTML or SVG in which every text has been escaped.
///
/// # Examples
///
/// ```
/// use motcua::render::Markup;
///
/// let name = Markup::paragraph("Công ty <script>alert(1)</script> & con");
/// assert_eq!(
///     name.as_str(),
///     "<p>Công ty &lt;script&gt;alert(1)&lt;/script&gt; &amp; con</p>",
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    /// A paragraph of text.
    #[must_use]
    pub fn paragraph(text: &str) -> Self {
        let mut markup = Self::default();
        put!(markup, "<p>{}</p>", escape(text));
        markup
    }

    /// A heading inside a section.
    #[must_use]
    pub fn heading(text: &str) -> Self {
        let mut markup = Self::default();
        put!(markup, "<h3>{}</h3>", escape(text));
        markup
    }

    /// A list of texts.
    #[must_use]
    pub fn list<T: AsRef<str>>(items: impl IntoIterator<Item = T>) -> Self {
        let mut markup = Self::default();
        put!(markup, "<ul>");
        for item in items {
            put!(markup, "<li>{}</li>", escape(item.as_ref()));
        }
        put!(markup, "</ul>");
        markup
    }

    /// A picture with its caption.
    #[must_use]
    pub fn figure(caption: &str, picture: &Self) -> Self {
        let mut markup = Self::default();
        put!(markup, "<figure><figcaption>{}</figcaption>{picture}</figure>", escape(caption));
        markup
    }

    /// One piece after the other.
    #[must_use]
    pub fn then(mut self, next: &Self) -> Self {
        self.0.push_str(&next.0);
        self
    }

    /// The markup as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The markup as text.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a language is told to the reader's machine, and which of two texts is its own.
impl Language {
    const fn tag(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }

    const fn pick(self, vietnamese: &'static str, english: &'static str) -> &'static str {
        match self {
            Self::Vietnamese => vietnamese,
            Self::English => english,
        }
    }

    /// `04/9/2026`, `4 September 2026`.
    fn plain_date(self, date: NaiveDate) -> String {
        match self {
            Self::Vietnamese => vietnamese_date(date),
            Self::English => english_date(date),
        }
    }

    /// The same with its weekday.
    fn date(self, date: NaiveDate) -> String {
        let plain = self.plain_date(date);
        match self {
            Self::Vietnamese => format!("{} {plain}", vietnamese_weekday(date.weekday())),
            Self::English => format!("{} {plain}", date.format("%A")),
        }
    }

    /// `17:00, thứ Sáu 04/9/2026`; the midnight that ends a day is its 24:00.
    fn moment(self, at: LocalTime, date: NaiveDate) -> String {
        let clock = if at.date() == date {
            format!("{}", at.time().format("%H:%M"))
        } else {
            "24:00".into()
        };
        format!("{clock}, {}", self.date(date))
    }
}
