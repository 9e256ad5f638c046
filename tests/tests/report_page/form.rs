//! The page and the Markdown as they are written: well-formed, pictures told in words, bars that need
//! no colour, the same numbers in both, and no text that becomes markup.

use motcua::deadline::Language;
use motcua::report::Grouping;
use roxmltree::{Document, Node, ParsingOptions};

use crate::sample::{EVIL, Sample, sample};

const LANGUAGES: [Language; 2] = [Language::Vietnamese, Language::English];

fn parse(text: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).unwrap_or_else(|error| panic!("{error}"))
}

fn named<'a>(document: &'a Document<'_>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.tag_name().name() == name)
}

fn text(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

fn class<'a>(node: Node<'a, '_>) -> &'a str {
    node.attribute("class").unwrap_or_default()
}

#[test]
fn the_page_is_well_formed_and_loads_nothing() {
    let sample = sample("HS");
    for language in LANGUAGES {
        let (html, _) = sample.set(language, "DỮ LIỆU GIẢ LẬP");
        let page = parse(&html);
        let loads = ["script", "link", "img", "iframe", "object"];
        assert!(loads.iter().all(|name| named(&page, name).next().is_none()));
        assert!(
            !html.contains("http")
                || html.matches("http").count()
                    == html.matches("http://www.w3.org/2000/svg").count()
        );
        for heading in [
            ("Biểu II.06a", "Form II.06a"),
            ("Hồ sơ quá hạn", "Late dossiers"),
            ("Biểu II.07b", "Form II.07b"),
            ("Chỉ số đánh giá", "Indicators"),
        ] {
            let wanted = if language == Language::Vietnamese { heading.0 } else { heading.1 };
            assert!(named(&page, "h2").any(|h2| text(h2) == wanted), "{wanted}");
        }
    }
}

/// Every picture has a title, says what it is for a screen reader, and the figures of the bars
/// stand in a table beside them.
#[test]
fn pictures_are_told_to_those_who_cannot_see_them() {
    let sample = sample("HS");
    for language in LANGUAGES {
        let (html, _) = sample.set(language, "x");
        let page = parse(&html);
        for svg in named(&page, "svg") {
            assert_eq!(svg.attribute("role"), Some("img"));
            let first = svg.children().find(Node::is_element).unwrap();
            assert_eq!(first.tag_name().name(), "title");
            assert!(!text(first).is_empty());
        }
        let bars: Vec<_> =
            named(&page, "svg").filter(|svg| class(*svg).contains("mc-bars")).collect();
        // Fourteen months in pictures of twelve.
        assert_eq!(bars.len(), 2);
        let months = sample.report.months();
        let described: String = bars
            .iter()
            .map(|svg| text(svg.children().find(|n| n.tag_name().name() == "desc").unwrap()) + "; ")
            .collect();
        let told = if language == Language::Vietnamese {
            "trước hạn, đúng hạn"
        } else {
            "early, on time"
        };
        for month in &months {
            let kept = month.tally.early + month.tally.on_time;
            assert!(described.contains(&format!("/{}: {kept} {told}", month.year)), "{described}");
        }
        let caption = if language == Language::Vietnamese {
            "Số liệu theo tháng"
        } else {
            "The months in figures"
        };
        let table = named(&page, "table").find(|table| text(*table).starts_with(caption)).unwrap();
        let rows = table.descendants().filter(|n| n.tag_name().name() == "tr").count();
        assert_eq!(rows, months.len() + 1);
    }
}

/// A late part of a bar is told by its stripes and its number, not by its colour alone.
#[test]
fn bars_are_read_in_black_and_white() {
    let sample = sample("HS");
    let (html, _) = sample.set(Language::Vietnamese, "x");
    let page = parse(&html);
    let months = sample.report.months();
    let late = months.iter().filter(|month| month.tally.late > 0).count();
    assert!(late > 5);
    let of = |wanted: &str| {
        let all = page.descendants().filter(|n| class(*n) == wanted);
        all.filter(|n| n.ancestors().any(|a| class(a).contains("mc-bars"))).count()
    };
    // Each of the two pictures has one more in its legend.
    assert_eq!((of("mc-broken"), of("mc-stripe")), (late + 2, late + 2));
    for month in &months {
        if month.tally.late > 0 {
            let kept = month.tally.early + month.tally.on_time;
            assert!(html.contains(&format!(">{kept} + {}</text>", month.tally.late)));
        }
    }
}

/// What falls due on each day stands in its cell.
#[test]
fn the_calendar_carries_the_load_of_each_day() {
    let sample = sample("HS");
    let (html, _) = sample.set(Language::Vietnamese, "x");
    let page = parse(&html);
    let told: u32 = page
        .descendants()
        .filter(|n| class(*n) == "mc-q")
        .map(|n| text(n).parse::<u32>().unwrap())
        .sum();
    let due: u32 = sample.report.days().map(|(_, day)| day.due).sum();
    assert_eq!(told, due);
    assert!(due > 200);
    let heaviest = sample.report.days().max_by_key(|(_, day)| day.due).unwrap();
    assert!(html.contains(&format!("{} hồ sơ đến hạn", heaviest.1.due)));
}

fn late_list_is_whole(sample: &Sample, html: &str, markdown: &str) {
    let late = sample.report.late();
    assert!(late.len() > 15);
    assert!(late.iter().any(|it| it.cause.is_some()));
    for it in late {
        assert!(html.contains(&format!(r#"<th scope="row">{}</th>"#, it.code)), "{}", it.code);
        assert!(markdown.contains(&format!("| {} |", it.code)), "{}", it.code);
    }
}

#[test]
fn the_late_list_stands_on_the_page_and_in_markdown() {
    let sample = sample("HS");
    for language in LANGUAGES {
        let (html, markdown) = sample.set(language, "x");
        late_list_is_whole(&sample, &html, &markdown);
    }
    let (_, markdown) = sample.set(Language::Vietnamese, "x");
    for told in ["thẩm định (UBND tỉnh)", "chưa xin lỗi", "đã xin lỗi đúng hạn", "ngày làm việc"]
    {
        assert!(markdown.contains(told), "{told}");
    }
}

/// Markdown tables have as many cells in each row as in their heading, and the totals of the three
/// groupings are one.
#[test]
fn markdown_has_the_same_numbers() {
    let sample = sample("HS");
    let (_, markdown) = sample.set(Language::Vietnamese, "x");
    let totals = sample.report.totals().unwrap();
    let line = markdown.lines().filter(|line| line.starts_with("| Tổng cộng |"));
    let forms: Vec<&str> = line.filter(|line| line.matches('|').count() == 13).collect();
    assert_eq!(forms.len(), Grouping::ALL.len());
    for form in forms {
        let numbers: Vec<u32> =
            form.split('|').filter_map(|cell| cell.trim().parse().ok()).collect();
        assert_eq!(
            numbers[..4],
            [totals.received, totals.online, totals.direct_or_post, totals.carried_over]
        );
        assert_eq!(numbers[4..8], [totals.solved, totals.early, totals.on_time, totals.late]);
        assert_eq!(numbers[8..], [totals.pending, totals.in_time, totals.overdue]);
    }
    let mut columns = None;
    for line in markdown.lines() {
        if !line.starts_with('|') {
            columns = None;
            continue;
        }
        let cells = line.replace("\\|", "").matches('|').count();
        assert_eq!(*columns.get_or_insert(cells), cells, "{line}");
    }
}

#[test]
fn nothing_of_a_text_becomes_markup() {
    let sample = sample(EVIL);
    for language in LANGUAGES {
        let (html, markdown) = sample.set(language, EVIL);
        let page = parse(&html);
        assert!(named(&page, "script").next().is_none());
        assert!(named(&page, "th").any(|th| text(th).starts_with(EVIL)));
        // Every mark of the text has a backslash before it.
        let plain = markdown.replace("\\\\", "").replace("\\<", "").replace("\\>", "");
        // A notice is a quotation.
        let marks = plain.lines().filter(|line| line.trim_start_matches("> ").contains(['<', '>']));
        assert!(markdown.contains("\\<script\\>") && marks.count() == 0);
        assert!(!markdown.contains("| *"));
    }
}
