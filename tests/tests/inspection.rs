//! The inspection of 2018: data made to match what a provincial team found in a department in
//! August 2018 yields those findings and no others, and changed data what it should.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop with a panic")]

use motcua::deadline::Language;
use motcua::inspection::{Check, Conclusion, Inspection};
use motcua::json::Door;
use motcua::procedure::Catalogue;
use motcua::regulation::CountingPolicy;
use motcua::render::inspection;
use motcua::report::Period;
use motcua::{Calendar, calendar, json};
use motcua_tests::department::{conclusion_2018, department, inspection_2018, months};
use serde_json::{Value, json};

const LANGUAGES: [Language; 2] = [Language::Vietnamese, Language::English];

fn ask(request: &Value) -> Value {
    let answer: Value =
        serde_json::from_str(&Door::new().unwrap().answer(&request.to_string())).unwrap();
    assert!(answer.get("error").is_none(), "{}", answer["error"]);
    assert_eq!(answer["refused"], json!([]));
    answer
}

/// The codes of the findings with their nature, in order.
fn found(answer: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let findings = answer["findings"].as_array().unwrap();
    findings.iter().map(|f| (text(&f["code"]), text(&f["nature"]))).collect()
}

fn finding<'a>(answer: &'a Value, code: &str) -> &'a Value {
    let mut findings = answer["findings"].as_array().unwrap().iter();
    findings.find(|finding| finding["code"] == code).unwrap()
}

/// The codes of the records a finding rests on.
fn records(finding: &Value) -> Vec<&str> {
    let evidence = finding["evidence"].as_array().unwrap();
    evidence.iter().map(|exhibit| exhibit["code"].as_str().unwrap()).collect()
}

/// The findings of the text: its strengths, and its four shortcomings.
const TEXT: [(&str, &str); 12] = [
    ("plan_complete", "strength"),
    ("plan_on_time", "shortcoming"),
    ("procedures_published", "strength"),
    ("forms_published", "strength"),
    ("fees_published", "strength"),
    ("contacts_published", "strength"),
    ("dossiers_in_time", "strength"),
    ("appointments_kept", "strength"),
    ("tu_chu", "shortcoming"),
    ("services_at_level", "strength"),
    ("quality_system", "shortcoming"),
    ("personnel_files", "shortcoming"),
];

/// The findings of the text with some changed, added or gone.
fn expected(changes: &[(&str, Option<&str>)]) -> Vec<(String, String)> {
    let mut list: Vec<(String, String)> =
        TEXT.iter().map(|(code, nature)| ((*code).to_owned(), (*nature).to_owned())).collect();
    for (code, nature) in changes {
        list.retain(|(known, _)| known != code);
        list.extend(nature.map(|nature| ((*code).to_owned(), nature.to_owned())));
    }
    list.sort();
    list
}

fn assert_found(request: &Value, changes: &[(&str, Option<&str>)]) -> Value {
    let answer = ask(request);
    let mut list = found(&answer);
    list.sort();
    assert_eq!(list, expected(changes));
    answer
}

#[test]
fn the_data_of_2018_yield_the_findings_of_the_text_and_no_others() {
    let request = inspection_2018();
    assert_eq!(months(&request), 18);
    let answer = ask(&request);
    let list = found(&answer);
    let list: Vec<(&str, &str)> = list.iter().map(|(c, n)| (c.as_str(), n.as_str())).collect();
    assert_eq!(list, TEXT);

    let says = |code: &str, text: &str| {
        let finding = finding(&answer, code);
        let said = format!("{} | {}", finding["text_vi"], finding["evidence"]);
        assert!(said.contains(text), "{code}: {said}");
    };
    says("plan_complete", "7/7 nội dung");
    says("plan_on_time", "hạn ban hành 29/12/2017, ban hành 15/01/2018, chậm 10 ngày làm việc");
    says("procedures_published", "38/38 thủ tục");
    says("dossiers_in_time", "Không có hồ sơ trễ hạn: 90/90 hồ sơ");
    says("appointments_kept", "Không có trường hợp sai hẹn trong 90 hồ sơ");
    says(
        "services_at_level",
        "38/38 thủ tục cung cấp dịch vụ công trực tuyến đạt mức độ 4 (NĐ 43/2011/NĐ-CP)",
    );
    says(
        "quality_system",
        "TCVN ISO 9001:2008, đã được thay bằng TCVN ISO 9001:2015 từ 31/12/2015; phải chuyển đổi \
         chậm nhất ngày 29/6/2021, trong hạn",
    );
    says("personnel_files", "2/12 hồ sơ");
    assert_eq!(records(finding(&answer, "personnel_files")), ["CC-05", "CC-10"]);

    // What the team adds is marked, and no data of the engine stands behind it.
    let manual: Vec<&Value> =
        answer["findings"].as_array().unwrap().iter().filter(|f| f["manual"] == true).collect();
    assert_eq!(manual.len(), 1);
    assert_eq!((&manual[0]["code"], &manual[0]["check"]), (&json!("tu_chu"), &Value::Null));
    // The advice of the text: each item names an officer, a time to carry it out, a time to finish.
    assert_eq!(
        finding(&answer, "plan_on_time")["advice"]["text_vi"],
        "Ban hành kế hoạch đúng thời hạn; mỗi nội dung của kế hoạch nêu rõ người thực hiện, thời \
         gian thực hiện và thời gian hoàn thành."
    );
    // The period lies under two rules, and the articles of the first were not read.
    let late = finding(&answer, "dossiers_in_time");
    let acts: Vec<&str> =
        late["basis"].as_array().unwrap().iter().map(|b| b["text_vi"].as_str().unwrap()).collect();
    assert_eq!(acts, ["khoản 3 Điều 20 NĐ 61/2018/NĐ-CP", "QĐ 09/2015/QĐ-TTg"]);
    assert_eq!(late["verified"], false);
    assert_eq!(finding(&answer, "procedures_published")["verified"], true);
}

#[test]
fn form_ii06a_of_the_same_dossiers_knows_of_no_late_one_either() {
    let request = inspection_2018();
    let (catalogue, _) = Catalogue::new(department());
    // It is given no catalogue, so each dossier brings its limit.
    let with_limit = |dossier: &Value| {
        let mut dossier = dossier.clone();
        let procedure = catalogue.find(dossier["procedure"].as_str().unwrap()).unwrap();
        dossier["text"] = json!(procedure.time_limit_text);
        dossier
    };
    let late = |request: &Value| {
        let dossiers: Vec<Value> =
            request["dossiers"].as_array().unwrap().iter().map(with_limit).collect();
        let report = ask(&json!({
            "op": "report", "from": request["from"], "to": request["to"], "dossiers": dossiers,
        }));
        let of = |column: &str| report["totals"][column].as_u64().unwrap();
        assert_eq!(of("received"), 90);
        of("late") + of("overdue")
    };
    assert_eq!(late(&request), 0);
    let (changed, _) = with_late_dossier();
    assert_eq!(late(&changed), 1);
}

#[test]
fn remedies_and_transitions_are_duties_with_a_due_date() {
    let mut request = inspection_2018();
    request["as_of"] = json!("2018-11-05");
    let answer = ask(&request);
    let duties = answer["obligations"].as_array().unwrap();
    let duty = |kind: &str, subject: &str| {
        let mut same = duties.iter().filter(|d| d["duty"] == kind && d["subject"] == subject);
        same.next().unwrap()
    };
    // Due on Wednesday 31/10/2018: three working days ago.
    let remedy = duty("remedy", "KP-1");
    assert_eq!(
        (&remedy["bearer"], &remedy["standing"]),
        (&json!("Phạm Thị Dung"), &json!("overdue"))
    );
    assert_eq!(remedy["span"]["days"], 3);
    assert_eq!(duty("remedy", "KP-2")["standing"], "in_time");
    let moved = duty("quality_transition", "QĐ 12/QĐ-STTTT");
    assert_eq!((&moved["due_date"], &moved["standing"]), (&json!("2021-06-29"), &json!("in_time")));
    let issue = duty("plan_issue", "05/KH-STTTT");
    assert_eq!((&issue["standing"], &issue["span"]["days"]), (&json!("late"), &json!(10)));
    assert_eq!(duty("plan_item", "3")["standing"], "overdue");
    assert!(
        duties.windows(2).all(|pair| pair[0]["due_date"].as_str() <= pair[1]["due_date"].as_str())
    );
    // Each is noted at its finding.
    assert_eq!(finding(&answer, "quality_system")["remedies"], json!(["KP-2"]));
    // Meanwhile two items of the plan have become overdue.
    let carried_out = finding(&answer, "plan_carried_out");
    assert_eq!(records(carried_out), ["3", "5"]);
}

/// A dossier solved two working days after its due date, and its code.
fn with_late_dossier() -> (Value, String) {
    let mut request = inspection_2018();
    // GIALAP-170113-2: ten working days from Friday 13/1/2017, over Tết, are due on Friday 3/2.
    let dossier = &mut request["dossiers"][2];
    assert_eq!(dossier["events"][0]["at"], "2017-01-13T09:00");
    dossier["events"][1]["at"] = json!("2017-02-07T10:00");
    let code = dossier["code"].as_str().unwrap().to_owned();
    (request, code)
}

#[test]
fn one_late_dossier_without_an_apology() {
    let (mut request, code) = with_late_dossier();
    let answer = assert_found(
        &request,
        &[
            ("dossiers_in_time", Some("shortcoming")),
            ("appointments_kept", None),
            ("apologies_made", Some("shortcoming")),
        ],
    );
    let late = finding(&answer, "dossiers_in_time");
    assert_eq!(late["text_vi"], "1/90 hồ sơ trễ hạn.");
    assert_eq!(records(late), [code.as_str()]);
    assert_eq!(
        late["evidence"][0]["text_vi"],
        "trễ hạn 1 ngày làm việc 2 giờ 30 phút, hạn trả 03/02/2017"
    );
    let apology = finding(&answer, "apologies_made");
    assert_eq!(records(apology), [code.as_str()]);
    assert_eq!(apology["evidence"][0]["text_vi"], "hẹn trả 03/02/2017, chưa xin lỗi bằng văn bản");
    assert_eq!(apology["basis"][0]["text_vi"], "QĐ 09/2015/QĐ-TTg");

    // With an apology on the day before the due date the apology is a strength.
    let apologised = json!({"type": "apologised", "at": "2017-02-02T09:00", "reason": "(giả lập)"});
    request["dossiers"][2]["events"].as_array_mut().unwrap().insert(1, apologised);
    assert_found(
        &request,
        &[
            ("dossiers_in_time", Some("shortcoming")),
            ("appointments_kept", None),
            ("apologies_made", Some("strength")),
        ],
    );
    // On the due date it is too late.
    request["dossiers"][2]["events"][1]["at"] = json!("2017-02-03T09:00");
    let answer = assert_found(
        &request,
        &[
            ("dossiers_in_time", Some("shortcoming")),
            ("appointments_kept", None),
            ("apologies_made", Some("shortcoming")),
        ],
    );
    let apology = finding(&answer, "apologies_made");
    assert_eq!(
        apology["evidence"][0]["text_vi"],
        "hẹn trả 03/02/2017, xin lỗi chậm, ngày 03/02/2017"
    );
}

#[test]
fn one_procedure_dropped_to_level_3() {
    let mut request = inspection_2018();
    let procedure = &mut request["catalogue"][3];
    assert_eq!(procedure["code"], "1.004379");
    procedure["service"]["results"] = json!([]);
    let answer = assert_found(&request, &[("services_at_level", Some("shortcoming"))]);
    let level = finding(&answer, "services_at_level");
    assert_eq!(records(level), ["1.004379"]);
    assert_eq!(
        level["text_vi"],
        "1/38 thủ tục chưa cung cấp dịch vụ công trực tuyến đạt mức độ 4 (NĐ 43/2011/NĐ-CP)."
    );
    assert_eq!(level["evidence"][0]["text_vi"], "mới đạt mức độ 3, chưa: nêu cách trả kết quả");

    // The same when the agency itself declares it.
    let mut request = inspection_2018();
    request["evidence"] = json!("declared");
    assert_found(&request, &[]);
    request["catalogue"][3]["declared_levels"][0]["level"]["level"] = json!("level_3");
    let answer = assert_found(&request, &[("services_at_level", Some("shortcoming"))]);
    let level = finding(&answer, "services_at_level");
    assert_eq!(level["evidence"][0]["text_vi"], "mới đạt mức độ 3");
}

#[test]
fn one_phone_missing() {
    let mut request = inspection_2018();
    let notice = &mut request["catalogue"][20]["notice"];
    notice.as_object_mut().unwrap().remove("phone");
    let answer = assert_found(&request, &[("contacts_published", Some("shortcoming"))]);
    let contacts = finding(&answer, "contacts_published");
    assert_eq!(records(contacts), ["1.009374"]);
    assert_eq!(contacts["evidence"][0]["text_vi"], "điện thoại: thiếu");
    assert_eq!(contacts["evidence"][0]["text_en"], "phone: missing");
}

#[test]
fn a_plan_item_without_an_officer() {
    let mut request = inspection_2018();
    request["plan"]["items"][2]["officer"] = json!("");
    let answer = assert_found(&request, &[("plan_complete", Some("shortcoming"))]);
    let plan = finding(&answer, "plan_complete");
    assert_eq!(records(plan), ["3"]);
    assert_eq!(plan["evidence"][0]["text_vi"], "chưa nêu người thực hiện");
    assert!(plan["text_vi"].as_str().unwrap().contains("1/7 nội dung"), "{}", plan["text_vi"]);
    assert!(plan["advice"]["text_en"].as_str().unwrap().contains("name an officer"));
    assert_eq!(answer["plans"][0]["items"][2]["faults"], json!([{"fault": "no_officer"}]));
}

#[test]
fn what_is_mended_is_no_shortcoming() {
    let mut request = inspection_2018();
    request["quality"][0]["moved"] = json!("2018-06-29");
    request["plan"]["issued"] = json!("2017-12-29");
    for file in request["personnel"]["files"].as_array_mut().unwrap() {
        file["holds"] =
            json!(["Phiếu đánh giá năm 2017", "Phiếu bổ sung lý lịch năm 2017", "Sơ yếu lý lịch"]);
    }
    let answer = assert_found(
        &request,
        &[
            ("quality_system", Some("strength")),
            ("plan_on_time", Some("strength")),
            ("personnel_files", Some("strength")),
        ],
    );
    // The remedies are duties still; what they were for stands no longer.
    let stands: Vec<&Value> =
        answer["remedies"].as_array().unwrap().iter().map(|remedy| &remedy["stands"]).collect();
    assert_eq!(stands, [true, false, false]);
}

#[test]
fn only_what_was_looked_at_is_mended() {
    let day = |text| calendar::parse_date(text).unwrap();
    let period = Period::new(day("2018-01-01"), day("2018-06-30")).unwrap();
    let mut team = Inspection::new(period, "Sở A");
    team.quality = serde_json::from_value(json!([
        {"code": "CN-1", "edition": "tcvn_iso_9001_2008", "officer": "Lê Văn Cường",
         "moved": "2018-06-29"}
    ]))
    .unwrap();
    let remedy = |code: &str, finding: &str| {
        json!({"finding": finding, "task": {"code": code, "title": "Khắc phục", "officer": "Lê An",
               "start": "2018-09-04", "due": "2018-10-31"}})
    };
    let remedies = json!([remedy("KP-1", "quality_system"), remedy("KP-2", "dossiers_in_time")]);
    team.remedies = serde_json::from_value(remedies).unwrap();
    let office = Calendar::vietnam().unwrap();
    let conclusion = team.conclude(&office, &CountingPolicy::one_stop()).unwrap();
    assert!(conclusion.remedies.iter().all(|remedy| !remedy.stands));
    let page = inspection::markdown(&conclusion, Language::Vietnamese);
    let row = |code: &str| page.lines().find(|line| line.contains(code)).unwrap();
    assert!(row("KP-1").contains("(đã khắc phục)"), "{}", row("KP-1"));
    // There are no dossiers: nobody knows whether they are in time.
    assert!(!row("KP-2").contains("đã khắc phục"), "{}", row("KP-2"));
}

#[test]
fn without_data_nothing_is_said() {
    let answer = ask(&json!({"op": "inspect", "from": "2017-01-01", "to": "2018-06-30"}));
    assert_eq!((&answer["findings"], &answer["measures"]), (&json!([]), &json!([])));
}

/// The inspection of the dossiers in one go, and over parts of them that are put together.
#[test]
fn parts_of_the_dossiers_make_the_same_conclusion() {
    let (request, _) = with_late_dossier();
    let office = Calendar::vietnam().unwrap();
    let (catalogue, _) = Catalogue::new(department());
    let counting = CountingPolicy::one_stop();
    let day = |text| calendar::parse_date(text).unwrap();
    let records = json::dossiers(&request["dossiers"].to_string()).unwrap();
    let period = Period::new(day("2017-01-01"), day("2018-06-30")).unwrap();
    let dossiers: Vec<_> = records
        .into_iter()
        .map(|record| record.unwrap().into_dossier(Some(&catalogue), counting).unwrap())
        .collect();
    let over = |places: &mut dyn Iterator<Item = usize>| {
        let mut part = Inspection::new(period, "Sở");
        for place in places {
            let (dossier, policy) = &dossiers[place];
            let timeline = dossier.evaluate(&office, policy).unwrap();
            part.add(&office, policy, dossier, &timeline).unwrap();
        }
        part
    };
    let conclude = |inspection: &Inspection<'_>| -> Conclusion {
        inspection.conclude(&office, &counting).unwrap()
    };
    let whole = conclude(&over(&mut (0..90)));
    assert_eq!(whole.shortcomings().count(), 2);
    let parts = || {
        [
            over(&mut (0..90).filter(|place| place % 3 == 0)),
            over(&mut (0..90).filter(|place| place % 3 == 1)),
            over(&mut (0..90).filter(|place| place % 3 == 2)),
        ]
    };
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0], [2, 1, 0]] {
        let mut all = parts().map(Some);
        let mut first = all[order[0]].take().unwrap();
        first.merge(all[order[1]].take().unwrap());
        first.merge(all[order[2]].take().unwrap());
        assert_eq!(conclude(&first), whole, "{order:?}");
        // And the second two first.
        let mut all = parts().map(Some);
        let mut first = all[order[0]].take().unwrap();
        let mut second = all[order[1]].take().unwrap();
        second.merge(all[order[2]].take().unwrap());
        first.merge(second);
        assert_eq!(conclude(&first), whole, "{order:?}");
    }
}

#[test]
fn every_check_is_named_and_found_again() {
    for check in Check::all() {
        assert_eq!(Check::find(check.as_str()), Some(check));
        assert_eq!(check.rule().map(|rule| rule.check), Some(check));
    }
}

#[test]
fn the_markdown_says_what_the_page_says() {
    let conclusion = conclusion_2018();
    let vietnamese = inspection::markdown(&conclusion, Language::Vietnamese);
    for line in [
        "# Kết quả kiểm tra công tác cải cách hành chính: Sở Thông tin và Truyền thông (dữ liệu giả lập)",
        "Thời kỳ kiểm tra: từ 01/01/2017 đến 30/6/2018.",
        "## Đánh giá chung",
        "| Lĩnh vực | Ưu điểm | Tồn tại, hạn chế |",
        "| --- | --: | --: |",
        "| Cải cách thủ tục hành chính | 4 | 0 |",
        "- Kế hoạch cải cách hành chính chưa ban hành hoặc ban hành chậm so với thời hạn (1/1). \
         05/KH-STTTT: hạn ban hành 29/12/2017, ban hành 15/01/2018, chậm 10 ngày làm việc.",
        "- 2/12 hồ sơ cán bộ, công chức, viên chức còn thiếu thành phần.",
        "**Việc thực hiện cơ chế tự chủ, tự chịu trách nhiệm tại đơn vị sự nghiệp trực thuộc chưa \
         tốt. (do Đoàn kiểm tra đưa vào)**",
        "*Căn cứ: khoản 4 Điều 3 NĐ 43/2011/NĐ-CP.*",
        "| 1 | Kiểm tra việc thực hiện kế hoạch tại các phòng, đơn vị | Trần Thị Bình | 01/3/2018 | \
         31/5/2018 | 25/5/2018 | trước hạn |",
        "- Ban hành kế hoạch đúng thời hạn; mỗi nội dung của kế hoạch nêu rõ người thực hiện, thời \
         gian thực hiện và thời gian hoàn thành.",
        "| QĐ 12/QĐ-STTTT | Chuyển đổi hệ thống quản lý chất lượng | Lê Văn Cường | 29/6/2021 |  | \
         trong hạn |",
        "| CV 419/BKHCN-TĐC | chưa kiểm chứng |",
    ] {
        assert!(vietnamese.lines().any(|own| own == line), "no line `{line}` in\n{vietnamese}");
    }
    let english = inspection::markdown(&conclusion, Language::English);
    for line in [
        "Period: from 1 January 2017 to 30 June 2018.",
        "| Reform of procedures | 4 | 0 |",
        "**The autonomy of the service units is not well carried out. (added by the inspection team)**",
        "- Draw up the autonomy scheme and the spending rules of the service units.",
    ] {
        assert!(english.lines().any(|own| own == line), "no line `{line}` in\n{english}");
    }
    // Every finding stands in both, in the page too.
    let pages = LANGUAGES.map(|language| inspection::page(&conclusion, language).to_html());
    for found in &conclusion.findings {
        for (text, page, words) in [
            (&vietnamese, &pages[0], &found.words.vietnamese),
            (&english, &pages[1], &found.words.english),
        ] {
            assert!(text.contains(words.as_str()) && page.contains(words.as_str()), "{words}");
        }
    }
}
