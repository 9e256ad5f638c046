//! The page in Chromium: on a screen as wide as A4, and printed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use motcua::deadline::Language;
use motcua_tests::browser::{Browser, Page, Scheme};

use crate::sample::sample;

/// A4 at 96 dots to the inch.
const A4: (u32, u32) = (794, 1_123);

/// The page in both languages, with the name it has among the pictures.
fn pages<'a>(browser: &'a Browser, name: &str) -> [(Language, String, Page<'a>); 2] {
    let sample = sample("GIALAP");
    [(Language::Vietnamese, "vi"), (Language::English, "en")].map(|(language, tag)| {
        let (html, _) = sample.set(language, "DỮ LIỆU GIẢ LẬP (made-up data)");
        let name = format!("{name}_{tag}");
        let page = browser.page(&name, &html);
        (language, name, page)
    })
}

#[test]
fn on_a_screen_as_wide_as_a4_nothing_is_cut_off() {
    let Some(browser) = Browser::find() else { return };
    for (_, name, page) in pages(&browser, "report_screen") {
        assert_eq!(page.overflow(A4.0), 0, "{name}");
        let seen = page.measure(
            A4.0,
            "({cut: [...document.querySelectorAll('td,th,h1,h2,h3,p,li,svg,figcaption')]\
               .filter(e => !e.closest('.scroll') && e.getBoundingClientRect().right > innerWidth + 1).length,\
             tiny: [...document.querySelectorAll('svg')]\
               .filter(e => e.getBoundingClientRect().width < 40).length,\
             scrolled: [...document.querySelectorAll('.scroll')]\
               .filter(e => e.scrollWidth > e.clientWidth + 1).length,\
             pictures: document.querySelectorAll('svg').length})",
        );
        assert_eq!(
            (&seen["cut"], &seen["tiny"], &seen["scrolled"]),
            (&0.into(), &0.into(), &0.into()),
            "{name}: {seen}"
        );
        // Two pictures of bars and two years of twelve months, with their legends.
        assert!(seen["pictures"].as_u64() > Some(26), "{name}: {seen}");
        for scheme in [Scheme::Light, Scheme::Dark] {
            let picture = page.screenshot(A4.0, A4.1, scheme);
            assert_eq!((picture.width, picture.height), A4);
            let ink = picture.ink();
            assert!((0.03..0.5).contains(&ink), "{name} {scheme:?}: {ink}");
            let dark = picture.background().iter().all(|value| *value < 60);
            assert_eq!(dark, scheme == Scheme::Dark, "{name}");
        }
    }
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {errors}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The sheets of a document as widths, heights and grey values, at 50 dots to the inch.
fn printed(pdf: &Path) -> Vec<(usize, usize, Vec<u8>)> {
    let stem = pdf.with_extension("");
    run(Command::new("pdftoppm").args(["-r", "50", "-gray"]).arg(pdf).arg(&stem));
    let prefix = format!("{}-", stem.file_name().unwrap().to_str().unwrap());
    let folder = pdf.parent().unwrap();
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            name.starts_with(&prefix) && name.ends_with(".pgm")
        })
        .collect();
    files.sort();
    let sheets = files.iter().map(|path| {
        let bytes = fs::read(path).unwrap();
        fs::remove_file(path).unwrap();
        let mut fields = bytes.splitn(4, u8::is_ascii_whitespace);
        let mut next = || std::str::from_utf8(fields.next().unwrap()).unwrap().to_owned();
        let (kind, wide, high) = (next(), next(), next());
        assert_eq!(kind, "P5");
        let (wide, high): (usize, usize) = (wide.parse().unwrap(), high.parse().unwrap());
        (wide, high, bytes[bytes.len() - wide * high..].to_vec())
    });
    sheets.collect()
}

#[test]
fn printed_on_a4_it_stays_within_its_margins_and_can_be_read() {
    let Some(browser) = Browser::find() else { return };
    for (language, name, page) in pages(&browser, "report_print") {
        let paper = page.pdf();
        assert!(paper.is_a4(), "{name}");
        let count = paper.sheets();
        assert!((4..=14).contains(&count), "{name}: {count} sheets");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/pictures");
        let pdf = folder.join(format!("{name}.pdf"));

        let text = run(Command::new("pdftotext").arg("-layout").arg(&pdf).arg("-"));
        let told = match language {
            Language::Vietnamese => [
                "Báo cáo giải quyết thủ tục hành chính",
                "Biểu II.06a",
                "Tổng cộng",
                "đã xin lỗi đúng hạn",
                "Phân vị 90",
                "Xếp loại",
            ],
            Language::English => [
                "Report on administrative procedures",
                "Form II.06a",
                "Total",
                "sent in time",
                "90th percentile",
                "Rating",
            ],
        };
        let words: Vec<&str> = text.split_whitespace().collect();
        for told in told {
            // A long text is broken over the lines of its cell.
            assert!(told.split(' ').all(|word| words.contains(&word)), "{name}: {told}");
        }
        assert!(text.contains("GIALAP-0"), "{name}");

        let sheets = printed(&pdf);
        assert_eq!(sheets.len(), count, "{name}");
        for (number, (wide, high, grey)) in (1..).zip(&sheets) {
            // The margins are 12 mm at the sides, 14 at head and foot: 23 and 27 dots.
            let (side, foot) = (20, 24);
            let ink = |x: std::ops::Range<usize>, y: std::ops::Range<usize>| {
                let values = y.flat_map(|y| x.clone().map(move |x| grey[y * wide + x]));
                values.filter(|value| *value < 200).count()
            };
            for (margin, ink) in [
                ("left", ink(0..side, 0..*high)),
                ("right", ink(wide - side..*wide, 0..*high)),
                ("upper", ink(0..*wide, 0..foot)),
                ("lower", ink(0..*wide, high - foot..*high)),
            ] {
                assert_eq!(ink, 0, "{name}, sheet {number}: ink in the {margin} margin");
            }
            let all = ink(0..*wide, 0..*high);
            assert!(all > 200, "{name}, sheet {number} is all but blank: {all}");
        }
        // Had a table not fitted, the browser would have made everything smaller.
        let boxes = run(Command::new("pdftotext").arg("-bbox").arg(&pdf).arg("-"));
        let title = boxes.lines().find(|line| line.contains("<word")).unwrap();
        let edge = |name: &str| -> f64 {
            let from = title.split(&format!("{name}=\"")).nth(1).unwrap();
            from.split('"').next().unwrap().parse().unwrap()
        };
        // 1.6 times 16 px is 19.2 pt, and a line of it is that and more.
        assert!(edge("yMax") - edge("yMin") > 19.0, "{title}");
    }
}
