//! Time limits: the reader of limit texts, against vectors and labelled texts.

use motcua::ErrorKind;
use motcua::time_limit::{Amount, Kind, Limit, TimeLimit, Unit};

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
        ("trong ngày", Limit::SameDay),
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
        ("15", ErrorKind::UnitMissing),
        ("15 (mười) ngày làm việc", ErrorKind::ConflictingLimit),
        ("5 ngày đối với cấp mới; 3 ngày đối với cấp đổi", ErrorKind::AmbiguousLimit),
    ];
    for (text, kind) in cases {
        let error = TimeLimit::parse(text).select(None, None).unwrap_err();
        assert_eq!(error.kind(), kind, "{text}");
    }
    assert_eq!(TimeLimit::parse("").kind, Kind::None);
}
