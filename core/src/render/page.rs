//! The shell of a page: one file, no network, no script.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Markup, escape, svg};
use crate::deadline::Language;

/// What a page looks like, on a screen of any width and on A4.
const STYLE: &str = "\
:root{color-scheme:light dark;--paper:#fff;--ink:#1a1f26;--soft:#565f69;--line:#c6ced6;\
--band:#f1f4f7;--accent:#0b4fb3;--warn:#8a1c16;--warnband:#fdecea}\
@media screen and (prefers-color-scheme:dark){:root{--paper:#151a20;--ink:#e8edf2;--soft:#a3aeb9;\
--line:#3c4650;--band:#1e252d;--accent:#8ab4f8;--warn:#ff9d95;--warnband:#3a1d1b}}\
@page{size:A4;margin:14mm 12mm}\
*{box-sizing:border-box}\
html{-webkit-text-size-adjust:100%}\
body{margin:0 auto;max-width:64rem;padding:1rem;background:var(--paper);color:var(--ink);\
font:16px/1.5 system-ui,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;overflow-wrap:break-word}\
h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}\
h2{font-size:1.25rem;margin:2.2rem 0 .8rem;padding-top:.6rem;border-top:2px solid var(--accent)}\
h3{font-size:1.05rem;margin:1.4rem 0 .4rem}\
a{color:var(--accent)}\
nav ul{padding-left:1.2rem}\
.notice{background:var(--warnband);color:var(--warn);border-left:5px solid;padding:.6rem .9rem;\
font-weight:600}\
.lead,.note,figcaption{color:var(--soft)}\
figcaption strong{color:var(--ink)}\
.note{font-size:.875rem}\
figure{margin:1rem 0 1.6rem}\
svg.mc{max-width:100%;height:auto}\
svg.mc-line{width:100%;max-width:34rem;display:block;margin-top:.5rem}\
.months{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1rem .8rem;margin:1rem 0}\
.months svg{display:block;width:100%}\
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem .6rem;padding:0;margin:0}\
.legend svg{display:block}\
.scroll{overflow-x:auto;margin:.8rem 0}\
table{border-collapse:collapse;width:100%;font-size:.9rem}\
caption{text-align:left;font-weight:600;padding:.3rem 0}\
caption span{position:sticky;left:0;display:inline-block;max-width:calc(100vw - 2rem)}\
th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top}\
thead th{background:var(--band);vertical-align:bottom}\
.form th,.form td{padding:.35rem .4rem}\
.form thead th{text-align:center;min-width:2.6rem}\
.form tbody th{font-weight:400;min-width:7.5rem}\
tfoot th,tfoot td{font-weight:700;background:var(--band)}\
.n{text-align:right;font-variant-numeric:tabular-nums}\
td.n{white-space:nowrap}\
.statement{font-weight:600;margin-bottom:.3rem}\
.list th[scope=row]{font-weight:600}\
@media (min-width:40.01rem){.list:not(.steps,.found) th[scope=row]{white-space:nowrap}\
.list td:last-child{min-width:8rem}\
.list.sheet{font-size:.85rem}\
.list.sheet th,.list.sheet td{min-width:3.7rem;padding:.35rem .375rem}}\
.steps .off{color:var(--soft)}\
tr.overdue td:last-child,tr.late td:last-child{color:var(--warn);font-weight:600}\
.appointment{border:1px solid var(--line);border-radius:.4rem;padding:.2rem .9rem .6rem;margin:1rem 0}\
dl{margin:.4rem 0}\
dl div{display:flex;flex-wrap:wrap;gap:0 .6rem;padding:.1rem 0}\
dt{color:var(--soft);min-width:9rem}\
dd{margin:0;flex:1 1 14rem}\
.due dd{font-weight:700}\
@media screen and (min-width:40rem){.months{grid-template-columns:repeat(3,minmax(0,1fr))}}\
@media screen and (min-width:60rem){.months{grid-template-columns:repeat(4,minmax(0,1fr))}}\
@media screen and (max-width:40rem){body{padding:.75rem}\
.list,.list caption,.list tbody,.list tr,.list th,.list td{display:block}\
.list thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\
.list tr{border:1px solid var(--line);border-radius:.4rem;margin:.6rem 0;padding:.3rem .5rem}\
.list th,.list td{border:0;padding:.1rem .2rem}\
.list td.n{text-align:left}\
.list td:empty{display:none}\
.list td::before{content:attr(data-name) ': ';color:var(--soft);font-weight:400}\
.form tbody th,.form tfoot th{position:sticky;left:0;background:var(--band)}}\
@media print{body{max-width:none;padding:0;font-size:10.5pt}\
nav{display:none}\
.months{grid-template-columns:repeat(4,minmax(0,1fr));gap:5mm 4mm}\
.scroll{overflow:visible}\
table{font-size:8.5pt;width:calc(100% - 1px)}\
th,td,.form th,.form td{padding:1mm 1.5mm}\
.form thead th{min-width:0}\
h2,h3,.statement,caption,figcaption{break-after:avoid}\
figure,article,tr,svg,.legend{break-inside:avoid}\
thead{break-after:avoid}\
tbody tr:first-child{break-before:avoid}\
svg.mc-line{max-width:125mm}\
thead{display:table-header-group}\
tfoot{display:table-row-group}\
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}";

/// Trang — a page of one HTML file: it loads nothing, runs nothing, prints on A4, reads on a
/// phone, and follows the reader's light or dark scheme.
///
/// # Examples
///
/// ```
/// use motcua::deadline::Language;
/// use motcua::render::{Markup, Page};
///
/// let page = Page::new("Kết quả", Language::Vietnamese)
///     .notice("DỮ LIỆU GIẢ LẬP")
///     .section("Ghi chú", &Markup::paragraph("Không có gì."))
///     .to_html();
/// assert!(page.contains("<h2 id=\"s1\">Ghi chú</h2>"));
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Page {
    title: String,
    language: Language,
    head: Markup,
    sections: Vec<(String, Markup)>,
}

impl Page {
    /// A page with a title.
    pub fn new(title: impl Into<String>, language: Language) -> Self {
        Self { title: title.into(), language, head: Markup::default(), sections: Vec::new() }
    }

    /// A notice below the title that cannot be overlooked.
    pub fn notice(mut self, text: &str) -> Self {
        put!(self.head, r#"<p class="notice" role="note">{}</p>"#, escape(text));
        self
    }

    /// A line below the title.
    pub fn lead(mut self, text: &str) -> Self {
        put!(self.head, r#"<p class="lead">{}</p>"#, escape(text));
        self
    }

    /// A part of the page with its heading.
    pub fn section(mut self, heading: impl Into<String>, content: &Markup) -> Self {
        self.sections.push((heading.into(), content.clone()));
        self
    }

    /// The page.
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut out = Markup::default();
        let title = escape(&self.title);
        put!(out, "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n", self.language.tag());
        put!(out, "<meta charset=\"utf-8\"/>\n");
        put!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        put!(out, "<title>{title}</title>\n");
        put!(out, "<style>{STYLE}\n{}</style>\n</head>\n<body>\n", svg::STYLE);
        put!(out, "<header><h1>{title}</h1>{}</header>\n", self.head);
        let sections = || (1_usize..).zip(&self.sections);
        if self.sections.len() > 1 {
            put!(out, "<nav aria-label=\"{}\"><ul>", self.language.pick("Mục lục", "Contents"));
            for (number, (heading, _)) in sections() {
                put!(out, "<li><a href=\"#s{number}\">{}</a></li>", escape(heading));
            }
            put!(out, "</ul></nav>\n");
        }
        put!(out, "<main>\n");
        for (number, (heading, content)) in sections() {
            put!(
                out,
                "<section aria-labelledby=\"s{number}\"><h2 id=\"s{number}\">{}</h2>\n",
                escape(heading)
            );
            put!(out, "{content}\n</section>\n");
        }
        put!(out, "</main>\n</body>\n</html>\n");
        out.0
    }
}
