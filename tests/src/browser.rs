//! Pages in a real browser: Debian's chromium, driven by its command line.
//!
//! Pictures and papers are kept in `target/pictures` for people to look at.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop with a panic")]
#![expect(clippy::print_stdout, reason = "a test that is not run says so")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs};

use serde_json::Value;

/// The scheme of colours the reader has set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A browser that is installed.
#[derive(Clone, Debug)]
pub struct Browser {
    program: PathBuf,
}

/// The number of the next profile, as no two browsers may share one.
static PROFILE: AtomicU32 = AtomicU32::new(0);

impl Browser {
    /// The browser; none, with a line that says so, where there is no chromium.
    ///
    /// # Panics
    ///
    /// When the variable `CHROMIUM` names one that is not there: who sets it wants the test run.
    #[must_use]
    pub fn find() -> Option<Self> {
        let named = env::var_os("CHROMIUM").map(PathBuf::from);
        let program = named.clone().unwrap_or_else(|| "/usr/bin/chromium".into());
        if program.is_file() {
            return Some(Self { program });
        }
        assert!(named.is_none(), "there is no browser at {}", program.display());
        println!("not run: no chromium at {}", program.display());
        None
    }

    /// A page to look at, in a file of its own.
    #[must_use]
    pub fn page(&self, name: &str, html: &str) -> Page<'_> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/pictures");
        fs::create_dir_all(&folder).unwrap();
        let folder = folder.canonicalize().unwrap();
        let page = Page { browser: self, folder, name: name.to_owned(), html: html.to_owned() };
        fs::write(page.file("html"), html).unwrap();
        page
    }

    /// What the browser prints when it opens a file.
    fn run(&self, arguments: &[String], file: &Path) -> Vec<u8> {
        let number = PROFILE.fetch_add(1, Ordering::Relaxed);
        let profile = format!("motcua-chromium-{}-{number}", std::process::id());
        let profile = env::temp_dir().join(profile);
        let output = Command::new(&self.program)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
            ])
            .arg(format!("--user-data-dir={}", profile.display()))
            .args(arguments)
            .arg(format!("file://{}", file.display()))
            .output()
            .unwrap();
        let _: Result<(), _> = fs::remove_dir_all(&profile);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "chromium {arguments:?}: {told}");
        output.stdout
    }
}

/// A page to look at.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    browser: &'a Browser,
    folder: PathBuf,
    name: String,
    html: String,
}

impl Page<'_> {
    fn file(&self, rest: &str) -> PathBuf {
        self.folder.join(format!("{}.{rest}", self.name))
    }

    /// The page as a screen of a size shows it.
    #[must_use]
    pub fn screenshot(&self, width: u32, height: u32, scheme: Scheme) -> Picture {
        let file = self.file(&format!("{width}.{}.png", scheme.as_str()));
        let mut arguments = vec![
            format!("--screenshot={}", file.display()),
            format!("--window-size={width},{height}"),
        ];
        if scheme == Scheme::Dark {
            arguments.push("--blink-settings=preferredColorScheme=0".into());
        }
        self.browser.run(&arguments, &self.file("html"));
        Picture::read(&file)
    }

    /// What an expression gives in the page on a screen of a width; the page itself runs nothing.
    #[must_use]
    pub fn measure(&self, width: u32, expression: &str) -> Value {
        let told = format!(
            "<script>document.documentElement.setAttribute('data-told', \
             encodeURIComponent(JSON.stringify({expression})))</script></body>"
        );
        let probe = self.file("probe.html");
        assert!(self.html.contains("</body>"), "{} is no page", self.name);
        fs::write(&probe, self.html.replace("</body>", &told)).unwrap();
        let arguments = ["--dump-dom".to_owned(), format!("--window-size={width},900")];
        let document = String::from_utf8(self.browser.run(&arguments, &probe)).unwrap();
        fs::remove_file(&probe).unwrap();
        let told = document.split("data-told=\"").nth(1).and_then(|rest| rest.split('"').next());
        let Some(told) = told else { panic!("{}: the expression gave nothing", self.name) };
        serde_json::from_str(&decoded(told)).unwrap()
    }

    /// By how many pixels the page is wider than a screen of a width.
    #[must_use]
    pub fn overflow(&self, width: u32) -> u64 {
        let wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        self.measure(width, wide).as_u64().unwrap()
    }

    /// The page on paper.
    #[must_use]
    pub fn pdf(&self) -> Pdf {
        let file = self.file("pdf");
        let print = format!("--print-to-pdf={}", file.display());
        self.browser.run(&[print, "--no-pdf-header-footer".into()], &self.file("html"));
        Pdf(fs::read(&file).unwrap())
    }
}

/// What `encodeURIComponent` has encoded.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).unwrap()
}

/// What a screen showed.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Red, green and blue of each pixel.
    pixels: Vec<[u8; 3]>,
}

impl Picture {
    fn read(file: &Path) -> Self {
        let decoder = png::Decoder::new(std::io::BufReader::new(fs::File::open(file).unwrap()));
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bytes).unwrap();
        let size = info.color_type.samples();
        let of = |pixel: &[u8]| match *pixel {
            [red, green, blue, ..] => [red, green, blue],
            _ => panic!("{} has no colours", file.display()),
        };
        let pixels = bytes.chunks_exact(size).map(of).collect();
        Self { width: info.width, height: info.height, pixels }
    }

    /// The colour of the page, that of its first pixel.
    #[must_use]
    pub fn background(&self) -> [u8; 3] {
        self.pixels.first().copied().unwrap_or_default()
    }

    /// The share of pixels that are not of the colour of the page.
    #[must_use]
    pub fn ink(&self) -> f64 {
        let paper = self.background();
        let inked = self.pixels.iter().filter(|pixel| **pixel != paper).count();
        let count = |pixels: usize| f64::from(u32::try_from(pixels).unwrap());
        count(inked) / count(self.pixels.len())
    }
}

/// A page on paper.
#[derive(Clone, Debug)]
pub struct Pdf(Vec<u8>);

impl Pdf {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0).into_owned()
    }

    /// The sheets.
    #[must_use]
    pub fn sheets(&self) -> usize {
        let text = self.text();
        let page = |rest: &&str| !rest.starts_with('s');
        text.split("/Type /Page").skip(1).filter(page).count()
    }

    /// Whether each sheet is A4, 210 by 297 mm, upright.
    #[must_use]
    pub fn is_a4(&self) -> bool {
        let text = self.text();
        let boxes: Vec<&str> = text.split("/MediaBox [").skip(1).collect();
        let near = |text: Option<&str>, points: f64| {
            text.and_then(|text| text.parse::<f64>().ok()).is_some_and(|n| (n - points).abs() < 1.0)
        };
        let upright = |rest: &&str| {
            let mut numbers = rest.split(']').next().unwrap_or_default().split_whitespace().skip(2);
            near(numbers.next(), 595.28) && near(numbers.next(), 841.89)
        };
        !boxes.is_empty() && boxes.iter().all(upright)
    }
}
