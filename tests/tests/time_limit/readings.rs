//! What the reader makes of many texts, pinned: a reading that changes anywhere is seen and has to be
//! looked at. It does not say that a reading is right; the vectors and labelled texts do.
//!
//! The texts are those of the vectors, each in seven forms, without each of its words, and edited; those
//! of `found.json`, on which a mutant of the reader differs; and the published ones where they are at
//! hand. What a vector adds depends on no other vector. Each run writes all readings to
//! `target/readings.txt`: run it before and after a change, and compare.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::{env, fs};

use motcua::time_limit::TimeLimit;
use motcua::time_limit::audit::{Published, check, compare};
use motcua_tests::fingerprint::fingerprint;
use serde_json::Value;

use super::labelled::{data, forms};

/// How often each text is edited.
const EDITS: usize = 100;

/// How many texts are searched for each vector.
const SEARCHED: usize = 300;

/// What is put into a text: what the grammar has an eye for.
const MORE: &str = "< | > | ≤ 5 ngày | ≥ 5 ngày | > 3 ngày | < 3 ngày làm việc | QH13 | số 5 | tổng số 5 | \
    khoản 4 | Điều 7 | điểm 3 | thời điểm 7 | thứ 5 | thư 5 | 10/2020/NĐ-CP | NĐ-15 | A-15 | TT/13 | \
    TIẾP13 | 50.000 đồng | 2 triệu đồng | phí 10 | 24/24 | 24/7 | 24 giờ/ngày | 24:30 | 15h30 | 7 giờ 30 | \
    từ 7 giờ 30 đến 11 giờ 30 | trước 15 giờ | sau 16h | lúc 17:00 | 15 giờ 00 phút | hàng năm | hằng tháng | \
    01/7/2025 | ngày 31 tháng 12 năm 2024 | 61 ngày 23/4/2018 | 5 ngày 3-4 | tháng 5 | 12 tháng hàng năm | \
    năm 2024 | quý III | 1,5 ngày | 1.5 ngày | 1.000 ngày | ½ ngày | 2½ ngày | nửa ngày | một ngày rưỡi | \
    hai mươi mốt ngày | mười lăm ngày | một trăm linh năm ngày | ba mươi (30) ngày | 05 (sáu) ngày | \
    (05) ngày | 7-10 ngày | 5 đến 7 ngày | 5 hoặc 7 ngày | 3 + 2 ngày | không quá | không | quá | tối đa | \
    tới đa | tối thiểu | tới thiểu | ít nhất | chậm nhất | muộn nhất | sớm nhất | nhiều nhất | lâu nhất | \
    không muộn hơn | không trễ hơn | không ít hơn | không sớm hơn | không dưới | không hơn | trong vòng | trước | \
    sau | tính từ | kể từ | kể từ ngày nhận đủ hồ sơ | kể từ khi | từ ngày | không kể thời gian | không tính thời gian | \
    (không kể ngày nghỉ, lễ) | thời gian khắc phục nếu có | gia hạn | gia hạn thêm 5 ngày | thêm 5 ngày | \
    kéo dài | nhưng không quá 60 ngày | tổng thời gian không quá 90 ngày | 01 lần | hai lần | mỗi lần 5 ngày | \
    đối với trường hợp | trường hợp phức tạp: | với các trường hợp khác | nếu | nếu có | nếu cần xác minh | \
    thì | nêu rõ | thi tuyển | trực tuyến: | trực tiếp: | qua bưu chính | nộp trực tuyến qua mạng | trên môi \
    trường mạng | đường bưu điện | tại Sở Y tế 5 ngày | cấp xã: 3 ngày | UBND cấp xã | cơ quan thuế | trong đó | \
    ngay sau khi | ngay trong ngày | ngay lập tức | ngay | trong ngày | trong ngày làm việc tiếp theo | \
    ngày làm việc kế tiếp | hôm sau | trong giờ hành chính | khung giờ | buổi sáng | chiều | hiệu lực 5 năm | \
    hết hiệu lực | có giá trị 6 tháng | thời hạn sử dụng 2 năm | lưu trữ 10 năm | kinh nghiệm 3 năm | đủ 18 tuổi | \
    không quy định | chưa có quy định | không có thông tin | theo thỏa thuận | tùy theo | coi như đồng ý | \
    không trả lời | không có ý kiến | tạm dừng | tính lại từ đầu | kết quả | phiếu | văn bản thông báo | thẩm định | \
    niêm yết | nghĩa vụ tài chính | ( | ) | [ | ] | ; | . | , | : | - | – | + | * | • | “ | / | 1. | a) | I. | % | ngày/đêm | \
    ngày | tuần | tháng | năm | giờ | phút | giờ làm việc | ngày làm việc | ngày kể | tháng làm việc | 5 | 10 | 0 | 00 | \
    999999999 | 3,25 | năm | ba | mốt | tư | lăm | người | bộ | km | kể | cả | và | hoặc | của | là | phải | mà | vì";

/// What each text is weighed against, as a statute and as a published field.
static OTHER: LazyLock<TimeLimit> =
    LazyLock::new(|| TimeLimit::parse("Trực tuyến: 7 ngày làm việc | Trực tiếp: 10 ngày làm việc"));

/// The vectors, by id and text.
fn vectors() -> Vec<(String, String)> {
    let file: Value = serde_json::from_str(include_str!("../../vectors/time_limit.json")).unwrap();
    let text = |text: &Value| text.as_str().unwrap().to_owned();
    let cases = file["cases"].as_array().unwrap().iter();
    cases.map(|case| (text(&case["id"]), text(&case["given"]["text"]))).collect()
}

/// Adds all that can be asked of a text.
fn tell(text: &str, out: &mut String) {
    let read = TimeLimit::parse(text);
    writeln!(out, "{text:?}\n  {}", serde_json::to_string(&read).unwrap()).unwrap();
    writeln!(out, "  {}\n  {}", read.to_vietnamese(), read.to_english()).unwrap();
    writeln!(out, "  {:?} {:?}", read.cut_off(), read.select(None, None)).unwrap();
    for channel in ["online", "in_person", "post"] {
        writeln!(out, "  {channel}: {:?}", read.select(None, Some(channel))).unwrap();
    }
    for case in read.limits.iter().filter_map(|term| term.case.as_ref()) {
        writeln!(out, "  {}: {:?}", case.text, read.select(Some(&case.text), None)).unwrap();
    }
    let (own, other) = (Published::of(&read), Published::of(&OTHER));
    writeln!(out, "  {own:?} {:?} {:?}", check(&own, &read), check(&other, &read)).unwrap();
    writeln!(out, "  {:?} {:?}", compare(&OTHER, &read), compare(&read, &OTHER)).unwrap();
}

/// Numbers from a fixed seed.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

/// A text with words left out, put in, exchanged, run together and written otherwise.
fn edited(text: &str, numbers: &mut Numbers) -> String {
    let others: Vec<&str> = MORE.split('|').map(str::trim).collect();
    let mut words: Vec<&str> = text.split(' ').collect();
    for _ in 0..=numbers.below(3) {
        let (at, other) = (numbers.below(words.len()), others[numbers.below(others.len())]);
        match numbers.below(4) {
            0 if words.len() > 1 => drop(words.remove(at)),
            0 | 1 => words.insert(at, other),
            2 => words[at] = other,
            _ => words.swap(at, 0),
        }
    }
    let mut text = String::new();
    for word in words {
        let other = others[numbers.below(others.len())];
        let written = match numbers.below(30) {
            0 => word.to_uppercase(),
            1 => format!("{word} {other}"),
            2 => other.to_owned(),
            3 => format!("({word})"),
            4 => format!("{word}."),
            _ => word.to_owned(),
        };
        if !text.is_empty() && numbers.below(40) > 0 {
            text.push(' ');
        }
        text.push_str(&written);
    }
    text
}

/// The readings of a text in all its forms, without each of its words, and edited.
fn readings(text: &str) -> String {
    let mut out = String::new();
    for (_, text) in forms(text) {
        tell(&text, &mut out);
    }
    let words: Vec<&str> = text.split(' ').collect();
    for left_out in 0..words.len() {
        let mut fewer = words.clone();
        fewer.remove(left_out);
        tell(&fewer.join(" "), &mut out);
    }
    let mut numbers = Numbers(fingerprint([text]));
    for _ in 0..EDITS {
        tell(&edited(text, &mut numbers), &mut out);
    }
    out
}

/// Writes readings of many texts to `SEARCH_OUT`, a line with a fingerprint and the text for each:
/// where two builds differ is a text that tells them apart. The texts are made up, or those of
/// `SEARCH_TEXTS`, the absolute path of a JSON list.
#[test]
#[ignore = "it is no check: tests/mutants/search compares what it writes"]
fn search() {
    let texts: Vec<String> = match env::var_os("SEARCH_TEXTS") {
        Some(file) => serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap(),
        None => {
            let (vectors, mut numbers) = (vectors(), Numbers(2026));
            let each = (0..SEARCHED).flat_map(|_| &vectors);
            each.map(|(_, text)| edited(text, &mut numbers)).collect()
        }
    };
    let mut out = String::new();
    for text in texts {
        let mut reading = String::new();
        tell(&text, &mut reading);
        writeln!(out, "{:016x} {}", fingerprint([&*reading]), Value::from(text)).unwrap();
    }
    fs::write(env::var_os("SEARCH_OUT").unwrap(), out).unwrap();
}

#[test]
fn readings_are_those_that_were_looked_at() {
    let mut told: Vec<(String, String)> = Vec::new();
    told.extend(vectors().into_iter().map(|(id, text)| (id, readings(&text))));
    let found: Vec<String> = serde_json::from_str(include_str!("found.json")).unwrap();
    let mut of_found = String::new();
    found.iter().for_each(|text| tell(text, &mut of_found));
    told.push(("found.json".to_owned(), of_found));
    let published = data("time_limit_rows.json");
    if let Some(rows) = &published {
        let mut out = String::new();
        for row in rows["rows"].as_array().unwrap() {
            tell(row["text"].as_str().unwrap(), &mut out);
            tell(row["limit"].as_str().unwrap(), &mut out);
        }
        told.push(("published".to_owned(), out));
    }
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    fs::create_dir_all(root.join("target")).unwrap();
    let all: String = told.iter().map(|(_, readings)| readings.as_str()).collect();
    fs::write(root.join("target/readings.txt"), all).unwrap();

    let pinned = root.join("tests/tests/time_limit/readings.txt");
    let line = |(id, told): &(String, String)| format!("{:016x} {id}\n", fingerprint([&**told]));
    if env::var_os("UPDATE_READINGS").is_some() {
        assert!(published.is_some(), "the published texts are needed to renew their line");
        fs::write(&pinned, told.iter().map(line).collect::<String>()).unwrap();
    }
    let known = fs::read_to_string(&pinned).unwrap();
    let changed: Vec<&str> = told
        .iter()
        .filter(|told| !known.contains(&line(told)))
        .map(|(id, _)| id.as_str())
        .collect();
    assert!(
        changed.is_empty(),
        "readings changed; see target/readings.txt of before and now, and renew them with \
         UPDATE_READINGS=1 where each is right: {changed:?}"
    );
}
