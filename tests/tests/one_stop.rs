//! The main job, driven as a user does: files in, text and exit code out.
#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test may stop with a panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A new folder of a test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("one_stop").join(name);
    let _: std::io::Result<()> = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn one_stop(folder: &Path, arguments: &[&str]) -> Output {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let manifest = root.join("Cargo.toml");
    Command::new(cargo)
        .args(["run", "--quiet", "--locked", "--package", "motcua", "--features", "json,render"])
        .arg("--manifest-path")
        .arg(manifest)
        .args(["--example", "one_stop", "--"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What was told, without the names of the files it was made from and written to.
fn told(output: &Output) -> String {
    let all = text(&output.stdout);
    let from = all.find("1. HẸN TRẢ KẾT QUẢ").unwrap();
    // The stories are told only beside the bundled log, which files do not carry.
    let to = all.find("6. DIỄN BIẾN HỒ SƠ").or_else(|| all.find("Trang kết quả")).unwrap();
    all[from..to].to_owned()
}

#[test]
fn the_sample_is_worked_through_and_its_sums_agree() {
    let folder = folder("default");
    let output = one_stop(&folder, &[]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let told = told(&output);
    let totals = told.lines().find(|line| line.contains("Tổng cộng")).unwrap();
    let n: Vec<u32> = totals.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    assert_eq!(n.len(), 11, "{totals}");
    assert_eq!(n[0], n[1] + n[2] + n[3]);
    assert_eq!(n[4], n[5] + n[6] + n[7]);
    assert_eq!(n[8], n[9] + n[10]);
    assert_eq!(n[0], n[4] + n[8]);
    assert!(told.contains(&format!("{}/{}", n[5] + n[6], n[4])), "the on-time rate");
    assert!(told.contains(&format!("đã quá hạn: {} hồ sơ", n[10])));
    // The 24th of November is off for the first time.
    assert!(told.contains("Thứ Ba 24/11/2026: nghỉ Ngày Văn hóa Việt Nam, không tính"));
    let page = fs::read_to_string(folder.join("one_stop.html")).unwrap();
    for part in ["DỮ LIỆU GIẢ LẬP", "lang=\"vi\"", "năm 2026", "năm 2025", "<svg"] {
        assert!(page.contains(part), "{part}");
    }
    assert!(text(&output.stdout).contains("DỮ LIỆU GIẢ LẬP"));
    let report = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let markdown = report("one_stop_report.md");
    let same = markdown.lines().find(|line| line.starts_with("| Tổng cộng |")).unwrap();
    let same: Vec<u32> = same.split('|').filter_map(|cell| cell.trim().parse().ok()).collect();
    assert_eq!(same, n);
    for (name, tag) in [("one_stop_report.html", "vi"), ("one_stop_report_en.html", "en")] {
        let page = report(name);
        assert!(page.contains(&format!("<html lang=\"{tag}\">")) && page.contains("GIALAP-"));
        // What is made up is told in the language of the page alone.
        let english = page.contains("no dossier, officer or division of it exists");
        assert_eq!((english, page.contains("đều không có thật")), (tag == "en", tag == "vi"));
    }
}

#[test]
fn the_stories_tell_of_pauses_apologies_and_who_was_late() {
    let folder = folder("stories");
    let all = text(&one_stop(&folder, &[]).stdout);
    let stories = &all[all.find("6. DIỄN BIẾN HỒ SƠ").unwrap()..];
    for part in [
        // 8/10 14:00 to 14/10 09:20, of which the 8th, 9th, 12th and 13th are worked.
        "Thời gian chờ thực hiện nghĩa vụ tài chính, không tính vào chậm trễ: 3 ngày làm việc 4 giờ 50 phút.",
        "09:20, thứ Tư 14/10/2026: Tính tiếp sau tạm dừng; hẹn trả 17:00, thứ Sáu 23/10/2026.",
        "phải gửi chậm nhất 17:00, thứ Sáu 30/10/2026; đã gửi 09:00, thứ Sáu 30/10/2026.",
        "phải gửi chậm nhất 17:00, thứ Sáu 13/11/2026; chưa gửi.",
        "Vi phạm quy định: trả kết quả theo thời gian, địa điểm ghi trên giấy hẹn (sự kiện 3, khoản 3 Điều 22 NĐ 118/2025/NĐ-CP (NĐ 367/2025/NĐ-CP), căn cứ chưa kiểm chứng).",
        "Tình trạng: trước hạn 1 ngày làm việc 2 giờ.",
        "Tình trạng: quá hạn 4 ngày làm việc 2 giờ 30 phút.",
        "Tình trạng: đang chờ, còn 6 ngày làm việc 5 giờ 30 phút.",
        "Đang phải làm: trả kết quả; văn bản xin lỗi; trả kết quả theo ngày hẹn lại.",
        "Phần trễ 1,5 ngày làm việc: Sở Giả lập A, bước thẩm định.",
        "Phần trễ 0,5 ngày làm việc: Sở Giả lập B, bước phê duyệt.",
        "Người nộp hồ sơ quá hạn: nộp phí, lệ phí.",
        // 23/11 10:00 to 25/11 17:00 with the 24th off: 13 h 30; the apology by the 23rd.
        "Đến hạn trong 16 giờ làm việc: trả kết quả; văn bản xin lỗi.",
    ] {
        assert!(stories.contains(part), "{part}\n{stories}");
    }
}

#[test]
fn the_sample_written_and_read_back_tells_the_same() {
    let folder = folder("sample");
    let page = |name: &str| {
        let page = fs::read_to_string(folder.join(name)).unwrap();
        page[page.find("<main>").unwrap()..].to_owned()
    };
    let first = one_stop(&folder, &["--html", "first.html"]);
    assert!(one_stop(&folder, &["--write-sample", "files"]).status.success());
    for log in ["files/dossiers.json", "files/dossiers.csv"] {
        let again = one_stop(&folder, &["files/catalogue.json", log, "--html", "again.html"]);
        assert!(again.status.success(), "{}", text(&again.stderr));
        assert_eq!(told(&again), told(&first), "{log}");
        assert_eq!(page("again.html"), page("first.html"), "{log}");
        assert!(text(&again.stdout).contains("DỮ LIỆU GIẢ LẬP"), "{log}");
    }
}

const CATALOGUE: &str = r#"{"procedures": [
    {"code": "1.000001", "name": "Cấp giấy phép", "field": "Báo chí", "time_limit_text": "10 ngày làm việc"},
    {"code": "1.000001", "name": "Cấp lại giấy phép", "time_limit_text": "5 ngày"},
    {"name": " ", "time_limit_text": "5 ngày"},
    {"code": "1.000004", "name": "Sửa đổi", "time_limit_text": 5},
    {"code": "1.000005", "name": "Gia hạn", "time_limit_text": "5 ngày", "limit": 5},
    {"code": "1.000006", "name": "Thu hồi"},
    7
]}"#;

#[test]
fn each_bad_procedure_is_named_and_the_others_are_used() {
    let folder = folder("catalogue");
    fs::write(folder.join("c.json"), CATALOGUE).unwrap();
    fs::write(
        folder.join("l.json"),
        r#"[{"code": "HS-1", "procedure": "1.000001",
             "events": [{"type": "received", "at": "2026-08-19T09:00"}]},
            {"code": "HS-2", "procedure": "1.000006",
             "events": [{"type": "received", "at": "2026-08-19T09:00"}]}]"#,
    )
    .unwrap();
    let output = one_stop(&folder, &["c.json", "l.json"]);
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    let lines: Vec<&str> = errors.lines().collect();
    let expected = [
        "c.json: bản ghi 2 (1.000001), trường code: [duplicate_procedure]",
        "c.json: bản ghi 3, trường name: [invalid_record]",
        "c.json: bản ghi 4 (1.000004), trường time_limit_text: [invalid_record]",
        "c.json: bản ghi 5 (1.000005), trường limit: [invalid_record]",
        "c.json: bản ghi 7: [invalid_record]",
        // A procedure may be published without its limit; a dossier of it has none to count.
        "l.json: bản ghi 2 (HS-2), trường procedure: [no_limit]",
        "6 bản ghi bị từ chối",
    ];
    assert_eq!(lines.len(), expected.len(), "{errors}");
    for (line, start) in lines.iter().zip(expected) {
        assert!(line.starts_with(start), "{line}\n{start}");
    }
    let told = told(&output);
    assert!(told.contains("17:00, thứ Sáu 04/9/2026"), "{told}");
    assert!(text(&output.stdout).contains("Bị từ chối: 6 bản ghi"));
}

const GOOD_CATALOGUE: &str = r#"[
    {"code": "1.000001", "name": "Cấp giấy phép", "field": "Báo chí", "time_limit_text": "10 ngày làm việc"},
    {"code": "1.000002", "name": "Đổi giấy phép", "field": "Báo chí",
     "time_limit_text": "03 ngày làm việc, trường hợp phải xác minh thì không quá 08 ngày làm việc"}
]"#;

#[test]
fn each_bad_dossier_of_a_json_log_is_named_and_the_others_are_used() {
    let folder = folder("json");
    fs::write(folder.join("c.json"), GOOD_CATALOGUE).unwrap();
    fs::write(
        folder.join("l.json"),
        r#"{"dossiers": [
    {"code": "HS-1", "procedure": "1.000001", "events": [{"type": "received", "at": "2026-08-19T09:00"}]},
    {"code": "HS-2", "procedure": "9.999999", "events": [{"type": "received", "at": "2026-08-19T09:00"}]},
    {"code": "HS-3", "procedure": "1.000001", "events": [{"type": "received", "at": "2026-02-30T09:00"}]},
    {"code": "HS-4", "text": "03 ngày làm việc, trường hợp phải xác minh thì không quá 08 ngày làm việc",
     "events": [{"type": "received", "at": "2026-08-19T09:00"}]},
    {"code": "HS-5", "procedure": "1.000001", "events": [
        {"type": "received", "at": "2026-08-19T09:00"}, {"type": "finished", "at": "2026-08-18T09:00"}]},
    {"code": "HS-6", "procedure": "1.000001", "colour": "red", "events": [{"type": "received", "at": "2026-08-19T09:00"}]},
    {"code": "HS-1", "procedure": "1.000001", "events": [{"type": "received", "at": "2026-08-19T09:00"}]},
    {"code": "HS-8", "procedure": "1.000001", "channel": "fax", "events": [{"type": "received", "at": "2026-08-19T09:00"}]},
    {"code": "HS-9", "procedure": "1.000001", "events": []},
    {"code": "HS-10", "procedure": "1.000001", "events": [{"type": "received", "at": "1999-08-19T09:00"}]},
    {"code": "HS-11", "procedure": "1.000002", "case": "xác minh", "events": [{"type": "received", "at": "2026-08-19T09:00"}]},
    {"code": "HS-12", "procedure": "1.000002", "events": [{"type": "received", "at": "2026-08-19T09:00"}]},
    "HS-13"
]}"#,
    )
    .unwrap();
    let output = one_stop(&folder, &["c.json", "l.json", "--as-of", "2026-08-20T10:00"]);
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    let lines: Vec<&str> = errors.lines().collect();
    let expected = [
        "l.json: bản ghi 2 (HS-2), trường procedure: [unknown_procedure]",
        "l.json: bản ghi 3 (HS-3), trường events.1.at: [invalid_time]",
        "l.json: bản ghi 4 (HS-4), trường text: [ambiguous_limit]",
        "l.json: bản ghi 5 (HS-5), trường events.2.at: [out_of_order]",
        "l.json: bản ghi 6 (HS-6), trường colour: [invalid_record]",
        "l.json: bản ghi 7 (HS-1), trường code: [invalid_record]",
        "l.json: bản ghi 8 (HS-8), trường channel: [invalid_record]",
        "l.json: bản ghi 9 (HS-9), trường events: [not_received]",
        "l.json: bản ghi 10 (HS-10), trường events.1.at: [no_calendar_data]",
        "l.json: bản ghi 12 (HS-12), trường procedure: [ambiguous_limit]",
        "l.json: bản ghi 13: [invalid_record]",
        "11 bản ghi bị từ chối",
    ];
    assert_eq!(lines.len(), expected.len(), "{errors}");
    for (line, start) in lines.iter().zip(expected) {
        assert!(line.starts_with(start), "{line}\n{start}");
    }
    let told = told(&output);
    assert!(told.contains("HS-1 — Cấp giấy phép") && told.contains("HS-11 — Đổi giấy phép"));
    assert!(text(&output.stdout).contains("l.json, 2 hồ sơ"));
    assert!(!text(&output.stdout).contains("GIẢ LẬP"));
}

#[test]
fn each_bad_row_of_a_csv_log_is_named_by_line_and_column() {
    let folder = folder("csv");
    fs::write(folder.join("c.json"), GOOD_CATALOGUE).unwrap();
    // As a spreadsheet writes it: a mark at the beginning, lines that end in two characters.
    let rows = [
        "\u{feff}code,procedure,channel,officer,received,finished,returned,limit,colour",
        "HS-1,1.000001,trực tuyến,Lan,2026-08-19T09:00,,,,",
        "HS-2,9.999999,online,Lan,2026-08-19T09:00,,,,",
        "HS-3,1.000001,online,Lan,19/8/2026,,,,",
        "HS-4,1.000001,online,Lan,2026-08-19T09:00,,,\"3 ngày, phải xác minh thì 8 ngày\",",
        "HS-5,1.000001,online,\"Lan\nHoa\",2026-08-19T09:00,2026-08-18T09:00,,,",
        "HS-6,1.000001,online,Lan,2026-08-19T09:00,2026-08-20T09:00,2026-08-19T10:00,,",
        "HS-7,1.000001,online,Lan,2026-08-19T09:00",
        "HS-8,1.000001,online,Lan,,2026-08-20T09:00,,,",
        "HS-9,,post,Lan,2026-08-19T09:00,,,2 giờ,",
    ];
    fs::write(folder.join("l.csv"), rows.join("\r\n")).unwrap();
    let output = one_stop(&folder, &["c.json", "l.csv", "--as-of", "2026-08-20T10:00"]);
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    let lines: Vec<&str> = errors.lines().collect();
    let expected = [
        "l.csv: dòng 1, trường colour: [invalid_record]",
        "l.csv: dòng 3 (HS-2), trường procedure: [unknown_procedure]",
        "l.csv: dòng 4 (HS-3), trường received: [invalid_time]",
        "l.csv: dòng 5 (HS-4), trường limit: [ambiguous_limit]",
        "l.csv: dòng 6 (HS-5), trường finished: [out_of_order]",
        "l.csv: dòng 8 (HS-6), trường returned: [out_of_order]",
        "l.csv: dòng 9 (HS-7): [invalid_record]",
        "l.csv: dòng 10 (HS-8), trường received: [",
        "8 bản ghi bị từ chối",
    ];
    assert_eq!(lines.len(), expected.len(), "{errors}");
    for (line, start) in lines.iter().zip(expected) {
        assert!(line.starts_with(start), "{line}\n{start}");
    }
    assert!(text(&output.stdout).contains("l.csv, 2 hồ sơ"));
    // A Vietnamese spreadsheet separates by semicolons.
    let good = "code;procedure;received\nHS-1;Cấp giấy phép;2026-08-19T09:00\n";
    fs::write(folder.join("good.csv"), good).unwrap();
    let output = one_stop(&folder, &["c.json", "good.csv"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}

#[test]
fn where_nothing_can_be_done_the_reason_is_told() {
    let folder = folder("nothing");
    fs::write(folder.join("c.json"), GOOD_CATALOGUE).unwrap();
    fs::write(folder.join("bad.json"), "[{\"code\": ").unwrap();
    fs::write(folder.join("object.json"), "{\"records\": []}").unwrap();
    fs::write(folder.join("empty.json"), "[]").unwrap();
    fs::write(folder.join("columns.csv"), "code,received\nHS-1,2026-08-19T09:00\n").unwrap();
    fs::write(folder.join("latin.csv"), b"code,procedure,received\nHS-1,\xe0,x\n").unwrap();
    for (arguments, told) in [
        (&["--colour"][..], "--colour"),
        (&["--as-of", "today"], "`today` is not an instant"),
        (&["--from"], "--from needs a value"),
        (&["--from", "2026-12-01", "--to", "2026-11-01"], "2026-12-01"),
        (&["a", "b", "c"], "more than two files"),
        (&["missing.json"], "missing.json"),
        (&["bad.json"], "bad.json: [invalid_json]"),
        (&["c.json", "bad.json"], "bad.json: [invalid_json]"),
        (&["c.json", "object.json"], "object.json: [invalid_request]"),
        (&["c.json", "empty.json"], "empty.json: không có hồ sơ nào"),
        (&["c.json", "columns.csv"], "procedure"),
        (&["c.json", "latin.csv"], "latin.csv: không phải văn bản UTF-8"),
        (&["--html", "no/such/folder.html"], "no/such/folder.html"),
    ] {
        let output = one_stop(&folder, arguments);
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {errors}");
        assert!(errors.contains(told), "{arguments:?}: {errors}");
    }
    let help = one_stop(&folder, &["--help"]);
    assert!(help.status.success());
    assert_eq!(text(&help.stdout).matches("--html FILE").count(), 1);
}

#[test]
fn an_inspection_is_made_of_the_same_dossiers() {
    let folder = folder("inspection");
    let output = one_stop(&folder, &["--html", "desk.html"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let told = text(&output.stdout);
    let late = told.lines().find(|line| line.ends_with("hồ sơ trễ hạn.")).unwrap();
    // As many as form II.06a counts, solved late or open and overdue.
    let totals = told.lines().find(|line| line.contains("Tổng cộng")).unwrap();
    let n: Vec<u32> = totals.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    assert_eq!(late.trim(), format!("- {}/{} hồ sơ trễ hạn.", n[7] + n[10], n[0]));
    let page = fs::read_to_string(folder.join("desk_inspection.html")).unwrap();
    assert!(page.contains("DỮ LIỆU GIẢ LẬP"));
    // Monday 31/8/2026 is off in exchange for Saturday 22/8, on which an item may well end.
    assert!(page.contains("hoàn thành 31/8/2026 là ngày nghỉ"));
    assert!(!page.contains("22/8/2026 là ngày nghỉ"));

    one_stop(&folder, &["--write-sample", "."]);
    let files = ["catalogue.json", "dossiers.json", "--inspection", "inspection.json"];
    let output = one_stop(&folder, &files);
    assert!(output.status.success(), "{}", text(&output.stderr));
    // A catalogue of names and limits says nothing of what is published.
    let not_judged = "Danh mục không nêu nội dung công khai: không đánh giá.";
    assert!(told.contains(not_judged));
    assert!(text(&output.stdout).contains(not_judged));
    assert!(!text(&output.stdout).contains("công khai chưa đầy đủ"));
    // One that publishes something is looked at for the rest.
    let catalogue = fs::read_to_string(folder.join("catalogue.json")).unwrap();
    let publishes = catalogue.replacen(r#"{"name":"#, r#"{"sets": 1, "name":"#, 1);
    assert_ne!(catalogue, publishes);
    fs::write(folder.join("catalogue.json"), publishes).unwrap();
    let output = one_stop(&folder, &files);
    let told = text(&output.stdout);
    assert!(told.contains("38/38 thủ tục hành chính công bố, công khai chưa đầy đủ"), "{told}");
    assert!(!told.contains(not_judged));
    fs::write(folder.join("bad.json"), r#"{"plan": [{"title": "x"}]}"#).unwrap();
    let output = one_stop(&folder, &["--inspection", "bad.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("`plan`: missing field `number`"));
}
