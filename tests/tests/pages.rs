//! The page of an inspection in a real browser: on a screen, on a phone, on paper.

use motcua::deadline::Language;
use motcua::inspection::{Conclusion, Inspection};
use motcua::regulation::CountingPolicy;
use motcua::render::inspection;
use motcua::report::Period;
use motcua::{Calendar, calendar, json};
use motcua_tests::browser::{Browser, Scheme};
use motcua_tests::department::{PROCEDURES, conclusion_2018};

const LANGUAGES: [(Language, &str); 2] = [(Language::Vietnamese, "vi"), (Language::English, "en")];

fn html(conclusion: &Conclusion, language: Language) -> String {
    inspection::page(conclusion, language).to_html()
}

#[test]
fn the_page_of_2018_is_read_on_a_screen_a_phone_and_paper() {
    let Some(browser) = Browser::find() else { return };
    let conclusion = conclusion_2018();
    for (language, name) in LANGUAGES {
        let page = browser.page(&format!("inspection-2018-{name}"), &html(&conclusion, language));
        for width in [360, 768, 1280] {
            assert_eq!(page.overflow(width), 0, "{name} at {width}");
            let picture = page.screenshot(width, 3_000, Scheme::Light);
            assert_eq!((picture.width, picture.height), (width, 3_000));
            assert_eq!(picture.background(), [255, 255, 255]);
            let ink = picture.ink();
            assert!((0.03..0.6).contains(&ink), "{name} at {width}: {ink}");
        }
        let dark = page.screenshot(768, 3_000, Scheme::Dark);
        assert!(dark.background().iter().all(|part| *part < 64), "{:?}", dark.background());
        let seen = page.measure(
            1280,
            "({lang: document.documentElement.lang, title: document.title, \
             shown: document.querySelector('main').innerText.length, \
             sections: document.querySelectorAll('section h2').length, \
             links: [...document.querySelectorAll('nav a')].filter(a => \
                 !document.querySelector(a.getAttribute('href'))).length, \
             unnamed: [...document.querySelectorAll('table')].filter(t => \
                 !t.caption || !t.querySelector('thead th[scope=col]') || \
                 !t.querySelector('tbody th[scope=row]')).length, \
             small: [...document.querySelectorAll('main *')].filter(e => \
                 parseFloat(getComputedStyle(e).fontSize) < 12).length})",
        );
        assert_eq!(seen["lang"], name);
        assert!(
            seen["title"]
                .as_str()
                .unwrap()
                .ends_with("Sở Thông tin và Truyền thông (dữ liệu giả lập)")
        );
        assert!(seen["shown"].as_u64().unwrap() > 3_000, "{seen}");
        // In short, measures, six areas, plan, advice, duties, basis.
        assert_eq!(seen["sections"], 12, "{seen}");
        for what in ["links", "unnamed", "small"] {
            assert_eq!(seen[what], 0, "{seen}");
        }
        let paper = page.pdf();
        assert!(paper.is_a4(), "{name}");
        assert!((2..=8).contains(&paper.sheets()), "{name}: {} sheets", paper.sheets());
    }
}

#[test]
fn what_texts_hold_runs_nothing_in_the_browser() {
    let Some(browser) = Browser::find() else { return };
    let mut conclusion = conclusion_2018();
    let evil = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";
    conclusion.subject = evil.to_owned();
    for found in &mut conclusion.findings {
        found.words.vietnamese = evil.to_owned();
        for exhibit in &mut found.evidence {
            exhibit.code = evil.to_owned();
        }
    }
    let page = browser.page("inspection-evil", &html(&conclusion, Language::Vietnamese));
    let seen = page.measure(
        768,
        "({title: document.title, images: document.images.length, scripts: document.scripts.length})",
    );
    assert!(seen["title"].as_str().unwrap().ends_with(evil), "{seen}");
    // The one script is that of the measure.
    assert_eq!((seen["images"].as_u64(), seen["scripts"].as_u64()), (Some(0), Some(1)), "{seen}");
}

#[test]
fn a_page_of_long_lists_stays_within_the_screen_and_the_sheet() {
    let Some(browser) = Browser::find() else { return };
    // The list as it was published: of each of the 38 procedures most parts are missing.
    let (catalogue, _) = json::catalogue(PROCEDURES).unwrap();
    let day = |text| calendar::parse_date(text).unwrap();
    let period = Period::new(day("2018-01-01"), day("2018-06-30")).unwrap();
    let mut inspected = Inspection::new(period, "Sở Thông tin và Truyền thông");
    inspected.catalogue = Some(&catalogue);
    let office = Calendar::vietnam().unwrap();
    let conclusion = inspected.conclude(&office, &CountingPolicy::one_stop()).unwrap();
    assert_eq!(conclusion.shortcomings().count(), 4);
    for (language, name) in LANGUAGES {
        let page = browser.page(&format!("inspection-long-{name}"), &html(&conclusion, language));
        for width in [360, 1280] {
            assert_eq!(page.overflow(width), 0, "{name} at {width}");
        }
        // 794 pixels are a sheet of A4: long texts have room, whatever stands beside them.
        let squeezed = "[...document.querySelectorAll('td')].filter(cell => \
             cell.innerText.length > 60 && cell.offsetWidth < 240).length";
        assert_eq!(page.measure(794, squeezed), 0, "{name}");
        let rows = page.measure(1280, "document.querySelectorAll('tbody tr').length");
        assert!(rows.as_u64().unwrap() > 4 * 38, "{rows}");
        let paper = page.pdf();
        assert!(paper.is_a4(), "{name}");
        // Four tables of 38 rows; a sheet for each row or all on one is a fault.
        assert!((4..=14).contains(&paper.sheets()), "{name}: {} sheets", paper.sheets());
    }
}
