//! The choice of the one limit to count.

use motcua::ErrorKind;
use motcua::time_limit::{
    Amount, Channel, Channels, Direction, Kind, Limit, MAX_TEXT, TimeLimit, TimeLimitError, Unit,
};

#[test]
fn plain_forms_give_the_limit_to_count() {
    let half = Amount::from_thousandths(1_500);
    let cases = [
        ("10 ngày làm việc", Limit::working_days(10)),
        ("15 ngày", Limit::days(15)),
        ("24 giờ", Limit::of(Amount::whole(24), Unit::Hour)),
        ("08 giờ làm việc", Limit::working_hours(8)),
        ("1 tháng", Limit::of(Amount::whole(1), Unit::Month)),
        ("1,5 ngày làm việc", Limit::of(half, Unit::WorkingDay)),
        ("ít nhất 2 ngày trước ngày họp", Limit::before(Amount::whole(2), Unit::Day)),
        // Cells of a table run together.
        ("Trực tuyến4 Ngày làm việcKhông có thông tin", Limit::working_days(4)),
        ("trong ngày", Limit::SameDay),
        (
            "Ngay trong ngày nhận; nếu nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo",
            Limit::SameDay,
        ),
        ("Trực tuyến: 4 ngày | Trực tiếp: 4 ngày", Limit::days(4)),
        ("30 ngày; vụ việc phức tạp có thể kéo dài nhưng không quá 45 ngày", Limit::days(30)),
        ("10 ngày; khi cần thì có thể kéo dài thêm 5 ngày", Limit::days(10)),
    ];
    for (text, limit) in cases {
        assert_eq!(TimeLimit::parse(text).select(None, None), Ok(limit), "{text}");
    }
}

#[test]
fn what_cannot_be_counted_has_its_code() {
    let cases = [
        ("", ErrorKind::NoLimit),
        ("Không có thông tin", ErrorKind::NoLimit),
        ("Giấy phép có hiệu lực 05 năm", ErrorKind::NoLimit),
        ("được gia hạn một lần nhưng không quá 10 ngày", ErrorKind::NoLimit),
        ("Vụ việc đặc biệt thì thời hạn được kéo dài nhưng không quá 75 ngày", ErrorKind::NoLimit),
        ("trong vòng 60 ngày trước ngày hết hạn", ErrorKind::NoLimit),
        ("15", ErrorKind::UnitMissing),
        ("Trực tuyến: 7 | Trực tiếp: 7", ErrorKind::UnitMissing),
        ("15 (mười) ngày làm việc", ErrorKind::ConflictingLimit),
        ("5 ngày đối với cấp mới; 3 ngày đối với cấp đổi", ErrorKind::AmbiguousLimit),
        ("Trong ngày; phải xác minh thì 3 ngày làm việc", ErrorKind::AmbiguousLimit),
    ];
    for (text, kind) in cases {
        let error = TimeLimit::parse(text).select(None, None).unwrap_err();
        assert_eq!(error.kind(), kind, "{text}");
    }
    assert_eq!(TimeLimit::parse("").kind, Kind::None);
}

#[test]
fn a_case_picks_its_limit() {
    let text = "Cấp mới: 10 ngày; cấp đổi: 5 ngày; cấp lại: 03 ngày làm việc";
    let read = TimeLimit::parse(text);
    assert_eq!(read.select(Some("cấp đổi"), None), Ok(Limit::days(5)));
    assert_eq!(read.select(Some("CAP LAI"), None), Ok(Limit::working_days(3)));
    let unknown = read.select(Some("thu hồi"), None).unwrap_err();
    assert_eq!(unknown.kind(), ErrorKind::UnknownCase);
    let message = read.select(None, None).unwrap_err().to_string();
    assert!(message.contains("5 ngày (cấp đổi)"), "{message}");
    // "cấp" is part of all three.
    let vague = read.select(Some("cấp"), None).unwrap_err();
    assert_eq!(vague.kind(), ErrorKind::AmbiguousLimit);
    let only = TimeLimit::parse("7 ngày");
    assert_eq!(only.select(Some("cấp đổi"), None), Ok(Limit::days(7)));
}

#[test]
fn a_channel_picks_its_limit() {
    let text = "Trực tuyến: 3 Ngày | Dịch vụ bưu chính: 5 Ngày | Trực tiếp: 4";
    let read = TimeLimit::parse(text);
    assert_eq!(read.kind, Kind::ByChannel);
    assert_eq!(read.select(None, Some("online")), Ok(Limit::days(3)));
    assert_eq!(read.select(None, Some("qua bưu điện")), Ok(Limit::days(5)));
    let lost = read.select(None, Some("in_person")).unwrap_err();
    assert_eq!(lost.kind(), ErrorKind::UnitMissing);
    let unknown = read.select(None, Some("fax")).unwrap_err();
    assert_eq!(unknown.kind(), ErrorKind::UnknownChannel);
    assert_eq!(read.select(None, None).unwrap_err().kind(), ErrorKind::UnitMissing);
    let known = TimeLimit::parse("Trực tuyến: 3 ngày | Nộp trực tiếp: 4 ngày");
    assert_eq!(known.select(None, Some("tại quầy, trực tiếp")), Ok(Limit::days(4)));
}

#[test]
fn channels_are_a_list_of_names_in_json() {
    let channels: Channels = serde_json::from_str(r#"["post","online"]"#).unwrap();
    assert!(channels.contains(Channel::Post) && channels.contains(Channel::Online));
    assert_eq!(serde_json::to_string(&channels).unwrap(), r#"["online","post"]"#);
}

#[test]
fn the_day_of_receipt_is_the_rule_where_others_are_for_their_cases() {
    let read = TimeLimit::parse("Trong ngày; phải xác minh thì 3 ngày làm việc");
    assert_eq!(read.select(Some(""), None), Ok(Limit::SameDay));
    assert_eq!(read.select(Some("xác minh"), None), Ok(Limit::working_days(3)));
    assert_eq!(read.select(None, None).unwrap_err().kind(), ErrorKind::AmbiguousLimit);
}

#[test]
fn a_text_that_is_too_long_is_not_read_and_says_so() {
    let text = |length: usize| "10 ngày".to_owned() + &" ".repeat(length - "10 ngày".len());
    let longest = text(MAX_TEXT);
    assert_eq!(TimeLimit::parse(&longest).select(None, None), Ok(Limit::days(10)));
    let read = TimeLimit::parse(&text(MAX_TEXT + 1));
    assert_eq!((read.unread.len(), read.unread[0].end), (1, u32::try_from(MAX_TEXT + 1).unwrap()));
    let refused = read.select(None, None).unwrap_err();
    assert_eq!(refused, TimeLimitError::TooLong { length: read.unread[0].end });
    // Unread to its end, but not too long.
    let nothing = TimeLimit::parse(&"x".repeat(MAX_TEXT)).select(None, None).unwrap_err();
    assert_eq!(nothing.kind(), ErrorKind::NoLimit);
}

#[test]
fn a_limit_before_an_event_counts_back() {
    let read = TimeLimit::parse("chậm nhất 48 giờ trước khi khai mạc");
    assert_eq!(read.limits[0].limit(), Some(Limit::before(Amount::whole(48), Unit::Hour)));
    assert!(matches!(
        read.select(None, None),
        Ok(Limit::Count { direction: Direction::Before, unit: Unit::Hour, .. })
    ));
}

#[test]
fn the_most_before_an_event_is_refused_as_a_window() {
    for text in ["trong vòng 60 ngày trước ngày hết hạn", "tối đa 60 ngày trước ngày hết hạn"]
    {
        let read = TimeLimit::parse(text);
        assert_eq!(read.limits[0].limit(), None, "{text}");
        let message = read.select(None, None).unwrap_err().to_string();
        assert!(message.contains("`trước 60 ngày`"), "{message}");
    }
}

#[test]
fn the_longest_by_an_extension_is_picked_by_its_case_only() {
    let text = "30 ngày; vụ việc phức tạp có thể kéo dài nhưng không quá 45 ngày";
    let read = TimeLimit::parse(text);
    assert_eq!(read.select(Some(""), None), Ok(Limit::days(30)));
    assert_eq!(read.select(Some("phức tạp"), None), Ok(Limit::days(45)));
}
