//! Amounts and numbers, written in figures and in words.

use motcua::time_limit::audit::{Published, check};
use motcua::time_limit::{Amount, Limit, TimeLimit, Unit};

#[test]
fn figures_are_read_with_at_most_three_decimals() {
    for (text, thousandths) in [
        ("0", Some(0)),
        ("7", Some(7_000)),
        ("1.5", Some(1_500)),
        ("1,25", Some(1_250)),
        ("0.125", Some(125)),
        ("1.5000", Some(1_500)),
        ("1.0625", None),
        ("", None),
        (",5", None),
        ("1.", None),
        ("1.2.3", None),
        ("1.2,3", None),
        ("-1", None),
        ("1 000", None),
    ] {
        assert_eq!(text.parse().ok().map(Amount::thousandths), thousandths, "{text}");
    }
    assert_eq!(Amount::from_thousandths(u32::MAX), Amount::MAX);
    assert_eq!(Amount::from_thousandths(1).thousandths(), 1);
}

#[test]
fn figures_are_printed_without_trailing_zeros() {
    for (thousandths, point, comma) in [
        (10_000, "10", "10 ngày"),
        (1_500, "1.5", "1,5 ngày"),
        (250, "0.25", "0,25 ngày"),
        (2_050, "2.05", "2,05 ngày"),
        (3_125, "3.125", "3,125 ngày"),
        (3_005, "3.005", "3,005 ngày"),
    ] {
        let amount = Amount::from_thousandths(thousandths);
        assert_eq!(amount.to_string(), point);
        assert_eq!(Limit::of(amount, Unit::Day).to_string(), comma);
    }
}

#[test]
fn what_is_no_amount_is_refused_in_json_by_what_one_is() {
    let refused = |text: &str| serde_json::from_str::<Amount>(text).unwrap_err().to_string();
    assert!(refused("true").contains("expected an amount with at most three decimals"));
    assert!(refused("-1").contains("`-1`"), "{}", refused("-1"));
    assert!(refused("1.0625").contains("`1.0625`"));
}

#[test]
fn numbers_in_words_are_told_as_vietnamese_says_them() {
    for (number, words) in [
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (25, "hai mươi lăm"),
        (55, "năm mươi lăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (111, "một trăm mười một"),
        (115, "một trăm mười lăm"),
        (200, "hai trăm"),
        (999, "chín trăm chín mươi chín"),
    ] {
        // The figure is another one, so that the words are told.
        let told = TimeLimit::parse(&format!("7 ({words}) ngày")).to_vietnamese();
        assert!(told.contains(&format!("({words})")), "{told}");
        let read = TimeLimit::parse(&format!("{words} ngày"));
        assert_eq!(read.select(None, None), Ok(Limit::days(number)), "{words}");
    }
}

#[test]
fn readings_and_findings_print_what_they_say() {
    let read = TimeLimit::parse("không quá 5 ngày làm việc");
    assert_eq!(read.to_string(), read.to_vietnamese());
    let finding = check(&[Published::new(Amount::whole(7), Some(Unit::Day), None)], &read);
    let told = finding[0].to_string();
    assert!(told.contains("7 ngày") && told.contains("5 ngày làm việc"), "{told}");
}

/// A word and a number are both held as an integer: that of 0,231 is that of "là", a joining word,
/// which is taken off the ends of a case.
#[test]
fn a_number_at_the_end_of_a_case_is_no_word() {
    for number in ["0,105", "0,231", "0,232", "0,461", "1,898", "9,691", "92,072"] {
        let case = format!("thửa đất rộng hơn {number}");
        let read = TimeLimit::parse(&format!("10 ngày đối với {case}; 20 ngày đối với nhà ở"));
        let cases = read.limits.iter().map(|term| term.case.as_ref().map(|case| &*case.text));
        assert_eq!(cases.collect::<Vec<_>>(), [Some(&*case), Some("nhà ở")], "{number}");
    }
}
