//! The page in Chromium: on a screen as wide as A4, and printed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use motcua::deadline::Language;

use crate::sample::sample;

/// Where the browser is, if there is one. `MOTCUA_BROWSER_NEEDED` makes its absence a failure; the
/// one test command sets it.
fn chromium() -> Option<PathBuf> {
    let own = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let found = own.into_iter().chain(["/usr/bin/chromium".into()]).find(|path| path.exists());
    let tools = ["pdfinfo", "pdftotext", "pdftoppm"];
    let missing = tools.iter().find(|tool| Command::new(tool).arg("-v").output().is_err());
    if found.is_some() && missing.is_none() {
        return found;
    }
    let needed = std::env::var_os("MOTCUA_BROWSER_NEEDED").is_some();
    assert!(!needed, "chromium and poppler-utils are needed");
    None
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report_page");
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {errors}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Opens a page with what is asked for.
fn open(chromium: &Path, profile: &str, arguments: &[String], page: &Path) -> String {
    let profile = folder().join(profile);
    let _: std::io::Result<()> = fs::remove_dir_all(&profile);
    let told = run(Command::new(chromium)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .args(["--hide-scrollbars", "--force-color-profile=srgb"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .args(arguments)
        .arg(format!("file://{}", page.display())));
    let _: std::io::Result<()> = fs::remove_dir_all(&profile);
    told
}

fn pages(name: &str) -> [(Language, PathBuf); 2] {
    let sample = sample("GIALAP");
    [(Language::Vietnamese, "vi"), (Language::English, "en")].map(|(language, tag)| {
        let (html, _) = sample.set(language, "DỮ LIỆU GIẢ LẬP (made-up data)");
        let page = folder().join(format!("{name}_{tag}.html"));
        fs::write(&page, html).unwrap();
        (language, page)
    })
}

/// A4 at 96 dots to the inch.
const A4: (u32, u32) = (794, 1_123);

#[test]
fn on_a_screen_as_wide_as_a4_nothing_is_cut_off() {
    let Some(chromium) = chromium() else {
        return println!("not run: there is no chromium with poppler-utils");
    };
    for (_, page) in pages("screen") {
        // What the browser has laid out, written into the page by a copy of it with a script.
        let script = "<script>const wide=document.documentElement;\
            const bad=[...document.querySelectorAll('td,th,h1,h2,h3,p,li,svg,figcaption')]\
            .filter(e=>!e.closest('.scroll')&&e.getBoundingClientRect().right>innerWidth+1).length;\
            wide.dataset.told=`${innerWidth} ${wide.scrollWidth} ${bad} \
            ${[...document.querySelectorAll('svg')].filter(e=>e.getBoundingClientRect().width<40).length} \
            ${[...document.querySelectorAll('.scroll')].filter(e=>e.scrollWidth>e.clientWidth+1).length}`;\
            </script></body>";
        let copy = page.with_extension("measured.html");
        fs::write(&copy, fs::read_to_string(&page).unwrap().replace("</body>", script)).unwrap();
        let size = format!("--window-size={},{}", A4.0, A4.1);
        let dom = open(&chromium, "dom", &["--dump-dom".into(), size.clone()], &copy);
        let told = dom.split("data-told=\"").nth(1).unwrap().split('"').next().unwrap();
        let told: Vec<u32> = told.split_whitespace().map(|n| n.parse().unwrap()).collect();
        assert_eq!(told, [A4.0, A4.0, 0, 0, 0], "width, content, cut off, tiny, scrolled tables");

        let shot = page.with_extension("png");
        open(&chromium, "shot", &[format!("--screenshot={}", shot.display()), size], &page);
        let (wide, high, grey) = grey(&shot);
        assert_eq!((wide, high), (A4.0 as usize, A4.1 as usize));
        let dark = grey.iter().filter(|value| **value < 100).count();
        let light = grey.iter().filter(|value| **value > 240).count();
        // Text and rules on paper: neither blank nor black.
        assert!(dark > grey.len() / 100, "{dark} dark of {}", grey.len());
        assert!(light > grey.len() / 2, "{light} light of {}", grey.len());
    }
}

/// A picture as its width, its height and its grey values.
fn grey(path: &Path) -> (usize, usize, Vec<u8>) {
    let decoder = png::Decoder::new(std::io::BufReader::new(fs::File::open(path).unwrap()));
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    let channels = info.color_type.samples();
    let grey = bytes
        .chunks_exact(channels)
        .map(|pixel| {
            u8::try_from(pixel.iter().take(3).map(|v| u32::from(*v)).sum::<u32>() / 3).unwrap()
        })
        .collect();
    (info.width as usize, info.height as usize, grey)
}

/// The pages of a document as widths, heights and grey values, at 50 dots to the inch.
fn printed(pdf: &Path) -> Vec<(usize, usize, Vec<u8>)> {
    let stem = pdf.with_extension("");
    run(Command::new("pdftoppm").args(["-r", "50", "-gray"]).arg(pdf).arg(&stem));
    let prefix = format!("{}-", stem.file_name().unwrap().to_str().unwrap());
    let mut files: Vec<PathBuf> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            name.starts_with(&prefix) && name.ends_with(".pgm")
        })
        .collect();
    files.sort();
    let pages = files.iter().map(|path| {
        let bytes = fs::read(path).unwrap();
        fs::remove_file(path).unwrap();
        let mut fields = bytes.splitn(4, u8::is_ascii_whitespace);
        let mut next = || std::str::from_utf8(fields.next().unwrap()).unwrap().to_owned();
        let (kind, wide, high) = (next(), next(), next());
        assert_eq!(kind, "P5");
        let (wide, high): (usize, usize) = (wide.parse().unwrap(), high.parse().unwrap());
        (wide, high, bytes[bytes.len() - wide * high..].to_vec())
    });
    pages.collect()
}

#[test]
fn printed_on_a4_it_stays_within_its_margins_and_can_be_read() {
    let Some(chromium) = chromium() else {
        return println!("not run: there is no chromium with poppler-utils");
    };
    for (language, page) in pages("print") {
        let pdf = page.with_extension("pdf");
        let to = format!("--print-to-pdf={}", pdf.display());
        open(&chromium, "print", &[to, "--no-pdf-header-footer".into()], &page);
        let info = run(Command::new("pdfinfo").arg(&pdf));
        assert!(info.contains("A4"), "{info}");
        let count = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
        let count: usize = count.trim().parse().unwrap();
        assert!((4..=14).contains(&count), "{count} pages");

        let text = run(Command::new("pdftotext").args(["-layout"]).arg(&pdf).arg("-"));
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
        // A long text may be broken over two lines of a cell.
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for told in told {
            assert!(
                flat.contains(told) || told.split(' ').all(|word| flat.contains(word)),
                "{told}"
            );
        }
        assert!(text.contains("GIALAP-0"));

        let pages = printed(&pdf);
        assert_eq!(pages.len(), count);
        for (number, (wide, high, grey)) in (1..).zip(&pages) {
            // The margins are 12 mm at the sides, 14 at head and foot: 23 and 27 dots.
            let (side, foot) = (20, 24);
            let ink = |x: std::ops::Range<usize>, y: std::ops::Range<usize>| {
                y.flat_map(|y| x.clone().map(move |x| grey[y * wide + x]))
                    .filter(|v| *v < 200)
                    .count()
            };
            assert_eq!(ink(0..side, 0..*high), 0, "page {number}: ink in the left margin");
            assert_eq!(
                ink(wide - side..*wide, 0..*high),
                0,
                "page {number}: ink in the right margin"
            );
            assert_eq!(ink(0..*wide, 0..foot), 0, "page {number}: ink in the head");
            assert_eq!(ink(0..*wide, high - foot..*high), 0, "page {number}: ink in the foot");
            let all = ink(0..*wide, 0..*high);
            assert!(all > 200, "page {number} is all but blank: {all}");
        }
        // The width is used: had a table not fitted, the browser would have made all smaller.
        let words = run(Command::new("pdftotext").args(["-bbox"]).arg(&pdf).arg("-"));
        let title = words.lines().find(|line| line.contains("<word")).unwrap();
        let edge = |name: &str| -> f64 {
            let from = title.split(&format!("{name}=\"")).nth(1).unwrap();
            from.split('"').next().unwrap().parse().unwrap()
        };
        // 1.6 times 16 px is 19.2 pt; a line of it is that and more.
        assert!(edge("yMax") - edge("yMin") > 19.0, "{title}");
    }
}
