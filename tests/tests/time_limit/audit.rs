//! The consistency check of catalogues.

use motcua::time_limit::audit::{FindingKind, Published, check, compare};
use motcua::time_limit::{Amount, Channel, TimeLimit, Unit};

fn field(amount: u16, unit: Option<Unit>) -> Published {
    Published::new(Amount::whole(amount), unit, None)
}

fn kinds(fields: &[Published], text: &str) -> Vec<FindingKind> {
    check(fields, &TimeLimit::parse(text)).into_iter().map(|finding| finding.kind).collect()
}

#[test]
fn a_field_that_agrees_has_no_finding() {
    let five = field(5, Some(Unit::WorkingDay));
    assert_eq!(kinds(&[five], "Không quá 05 (năm) ngày làm việc"), []);
    assert_eq!(kinds(&[five], "3 ngày đối với A; 5 ngày làm việc đối với B"), []);
    assert_eq!(kinds(&[five], "Không có thông tin"), []);
    assert_eq!(kinds(&[five], "Giấy phép có hiệu lực 10 năm"), []);
    assert_eq!(kinds(&[], ""), []);
}

#[test]
fn each_fault_has_its_finding() {
    let day = Some(Unit::Day);
    let working = Some(Unit::WorkingDay);
    let steps = "Thẩm định: 20 ngày; phê duyệt: 10 ngày";
    let shares = "12 ngày làm việc, trong đó: Sở Y tế 8 ngày làm việc; UBND tỉnh 3 ngày làm việc";
    let grows = "4 tháng; phức tạp thì có thể kéo dài thêm nhưng không quá 2 tháng";
    let cases = [
        (field(7, None), "07 ngày làm việc", FindingKind::UnitLost),
        (field(7, day), "07 ngày làm việc", FindingKind::UnitDiffers),
        (field(9, working), "07 ngày làm việc", FindingKind::NumberDiffers),
        (field(30, day), steps, FindingKind::CasesAddedUp),
        (field(6, Some(Unit::Month)), grows, FindingKind::CasesAddedUp),
        (field(0, None), "07 ngày làm việc", FindingKind::NotPublished),
        (field(15, day), "15 (mười) ngày", FindingKind::TextConflict),
        (field(12, working), shares, FindingKind::SharesDiffer),
    ];
    for (published, text, kind) in cases {
        assert_eq!(kinds(&[published], text), [kind], "{text}");
    }
}

#[test]
fn channels_are_compared() {
    let on =
        |channel, amount| Published::new(Amount::whole(amount), Some(Unit::Day), Some(channel));
    let differ = [on(Channel::Online, 5), on(Channel::InPerson, 7)];
    assert!(kinds(&differ, "5 ngày").contains(&FindingKind::ChannelsDiffer));
    assert_eq!(kinds(&differ, "Trực tuyến: 5 ngày | Trực tiếp: 7 ngày"), []);
    let swapped = [on(Channel::Online, 7), on(Channel::InPerson, 5)];
    let found = kinds(&swapped, "Trực tuyến: 5 ngày | Trực tiếp: 7 ngày");
    assert_eq!(found, [FindingKind::ChannelsDiffer; 2]);
}

#[test]
fn a_published_limit_is_weighed_against_the_statute() {
    let found = |statute: &str, local: &str| {
        let findings = compare(&TimeLimit::parse(statute), &TimeLimit::parse(local));
        findings.into_iter().map(|finding| finding.kind).collect::<Vec<_>>()
    };
    assert_eq!(found("10 ngày làm việc", "10 ngày làm việc"), []);
    assert_eq!(found("10 ngày làm việc", "12 ngày làm việc"), [FindingKind::LongerThanStatute]);
    assert_eq!(found("10 ngày làm việc", "6 ngày làm việc"), [FindingKind::ShorterThanStatute]);
    assert_eq!(found("10 ngày làm việc", "6 ngày"), [FindingKind::UnitDiffers]);
    assert_eq!(found("10 ngày làm việc", "6"), [FindingKind::UnitLost]);
    let cases = "5 ngày đối với cấp mới; 3 ngày đối với cấp đổi";
    let local = "5 ngày đối với cấp mới; 4 ngày đối với cấp đổi";
    assert_eq!(found(cases, local), [FindingKind::LongerThanStatute]);
}

#[test]
fn the_published_shape_is_read() {
    let json = r#"[{"value":7,"unit":"calendar_day","channel":"Trực tuyến"},
        {"value":1.5,"unit":"missing","channel":"Dịch vụ bưu chính"}]"#;
    let fields: Vec<Published> = serde_json::from_str(json).unwrap();
    let online = Published::new(Amount::whole(7), Some(Unit::Day), Some(Channel::Online));
    let post = Published::new(Amount::from_thousandths(1_500), None, Some(Channel::Post));
    assert_eq!(fields, [online, post]);
    let wrong = r#"{"value":7,"unit":"moon","channel":null}"#;
    assert!(serde_json::from_str::<Published>(wrong).is_err());
}
