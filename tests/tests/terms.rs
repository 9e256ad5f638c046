//! Terms at their edges, and the words in which a clerk tells them: a part of a day, a last day
//! that is off, the very instant of a close, an interruption.

#![expect(clippy::unwrap_used, reason = "a test may stop with a panic")]

use motcua::deadline::{Due, Language, Step, due, paused};
use motcua::regulation::{CountingPolicy, DueTime, FirstDay, LastDayOff};
use motcua::time_limit::{Amount, Limit, Unit};
use motcua::{Calendar, Deadline, LocalTime};

const ONE_STOP: CountingPolicy = CountingPolicy::one_stop();
const SAME_CLOCK: CountingPolicy = CountingPolicy { due: DueTime::SameClock, ..ONE_STOP };
const FIRST_COUNTS: CountingPolicy = CountingPolicy { first_day: FirstDay::Included, ..ONE_STOP };
const ROLLS_BACK: CountingPolicy =
    CountingPolicy { last_day_off: LastDayOff::RollsBack, ..ONE_STOP };
const ROLLS_BACK_FIRST_COUNTS: CountingPolicy =
    CountingPolicy { first_day: FirstDay::Included, ..ROLLS_BACK };

fn at(text: &str) -> LocalTime {
    text.parse().unwrap()
}

/// Thousandths of a unit.
fn part(thousandths: u32, unit: Unit) -> Limit {
    Limit::of(Amount::from_thousandths(thousandths), unit)
}

fn days(days: u16) -> Limit {
    Limit::of(Amount::whole(days), Unit::Day)
}

fn term(policy: CountingPolicy, received: &str, limit: Limit) -> Due {
    due(&Calendar::vietnam().unwrap(), &policy, at(received), limit).unwrap()
}

/// The due time, the end by law, the due date and the last day before it moved.
fn told(due: &Due) -> [String; 4] {
    [due.at.to_string(), due.legal_end.to_string(), due.date.to_string(), due.nominal.to_string()]
}

fn deadline(policy: CountingPolicy, received: &str, limit: Limit) -> Deadline {
    Deadline::new(&Calendar::vietnam().unwrap(), &policy, at(received), limit).unwrap()
}

/// The steps of a deadline in both languages, without the sentence of the appointment.
fn steps(deadline: &Deadline) -> [Vec<String>; 2] {
    let lines = |text: &str| text.lines().skip(1).map(ToOwned::to_owned).collect();
    [lines(&deadline.vietnamese()), lines(&deadline.english())]
}

/// Friday 9/10/2026 stands before a weekend without holidays; half a day of 480 minutes is over
/// at 11:30.
#[test]
fn a_part_of_a_day_keeps_the_day_it_would_have_ended_on() {
    let half = part(500, Unit::Day);
    let found = term(ONE_STOP, "2026-10-09T09:00", half);
    let monday = "2026-10-12T11:30";
    assert_eq!(told(&found), [monday, monday, "2026-10-12", "2026-10-10"]);
    // Received on a Saturday, nothing whole has to be over on Monday before the half day is.
    let found = term(ONE_STOP, "2026-10-10T09:00", half);
    assert_eq!(told(&found), [monday, monday, "2026-10-12", "2026-10-11"]);
    // The whole day ends on Saturday and so on Monday at the close; the half of Sunday is in it.
    let found = term(ONE_STOP, "2026-10-09T09:00", part(1_500, Unit::Day));
    assert_eq!(told(&found), ["2026-10-12T17:00", "2026-10-13T00:00", "2026-10-12", "2026-10-11"]);
}

/// A part of a day is over at an instant also where the next whole day ends it: from 15:00 on
/// Friday a day and a half would be 09:30 on Tuesday, but two days are over on Monday at 15:00.
#[test]
fn a_part_of_a_day_has_no_midnight() {
    let found = term(SAME_CLOCK, "2026-10-09T15:00", part(1_500, Unit::Day));
    let monday = "2026-10-12T15:00";
    assert_eq!(told(&found), [monday, monday, "2026-10-12", "2026-10-11"]);
    let whole = term(SAME_CLOCK, "2026-10-09T15:00", days(2));
    assert_eq!(told(&whole), [monday, "2026-10-13T00:00", "2026-10-12", "2026-10-11"]);
}

/// It moves neither over the receipt nor over the event, but onto that day where it counts.
#[test]
fn a_last_day_moves_back_onto_the_first_day_only_where_that_counts() {
    let on = |policy, received, limit| term(policy, received, limit).at.to_string();
    let (friday, monday) = ("2026-10-09T09:00", "2026-10-12T09:00");
    assert_eq!(on(ROLLS_BACK_FIRST_COUNTS, friday, days(2)), "2026-10-09T17:00");
    assert_eq!(on(ROLLS_BACK, friday, days(1)), "2026-10-12T17:00");
    let before = |days| Limit::before(Amount::whole(days), Unit::Day);
    assert_eq!(on(ROLLS_BACK_FIRST_COUNTS, monday, before(2)), "2026-10-12T09:00");
    assert_eq!(on(ROLLS_BACK, monday, before(1)), "2026-10-09T17:00");
    // Received on a Saturday that is itself counted: no day behind it is worked, Monday is.
    assert_eq!(on(ROLLS_BACK_FIRST_COUNTS, "2026-10-10T09:00", days(2)), "2026-10-12T17:00");
}

/// The close itself is still in time, as the half day is: only later is it gone by.
#[test]
fn a_receipt_at_the_very_end_is_not_behind_it() {
    let on = |received, limit| term(FIRST_COUNTS, received, limit).at.to_string();
    assert_eq!(on("2026-10-05T17:00", days(1)), "2026-10-05T17:00");
    assert_eq!(on("2026-10-05T17:01", days(1)), "2026-10-06T00:00");
    let half = part(500, Unit::WorkingDay);
    assert_eq!(on("2026-10-05T11:30", half), "2026-10-05T11:30");
    assert_eq!(on("2026-10-05T11:31", half), "2026-10-05T17:00");
}

#[test]
fn hours_that_end_at_midnight_end_with_their_day() {
    let evenings = r#"{"hours": [["16:00", "24:00"]]}"#;
    let calendar = Calendar::builder().overlay_json(evenings).unwrap().build().unwrap();
    let limit = Limit::of(Amount::whole(8), Unit::WorkingHour);
    let deadline = Deadline::new(&calendar, &ONE_STOP, at("2026-10-05T16:00"), limit).unwrap();
    let midnight = "2026-10-06T00:00";
    assert_eq!(told(deadline.due()), [midnight, midnight, "2026-10-05", "2026-10-05"]);
    assert_eq!(deadline.appointment_vietnamese(), "24:00, thứ Hai 05/10/2026");
}

fn after_pause(received: &str, limit: Limit, from: &str, to: &str) -> [String; 4] {
    let calendar = Calendar::vietnam().unwrap();
    let promised = due(&calendar, &ONE_STOP, at(received), limit).unwrap();
    told(&paused(&calendar, &ONE_STOP, limit, &promised, at(from), at(to)).unwrap())
}

#[test]
fn an_interruption_without_length_or_before_an_event_moves_nothing() {
    let five = Limit::working_days(5);
    let promised = told(&term(ONE_STOP, "2026-10-05T09:00", five));
    assert_eq!(promised.first().map(String::as_str), Some("2026-10-12T17:00"));
    for (from, to) in
        [("2026-10-09T10:00", "2026-10-07T10:00"), ("2026-10-07T10:00", "2026-10-07T10:00")]
    {
        assert_eq!(after_pause("2026-10-05T09:00", five, from, to), promised);
    }
    let before = Limit::before(Amount::whole(2), Unit::WorkingDay);
    let promised = told(&term(ONE_STOP, "2026-10-15T09:00", before));
    assert_eq!(promised.first().map(String::as_str), Some("2026-10-13T17:00"));
    let moved = after_pause("2026-10-15T09:00", before, "2026-10-06T10:00", "2026-10-08T10:00");
    assert_eq!(moved, promised);
}

/// A day and a half from Monday end on Wednesday at 11:30. From Tuesday 10:00 to Wednesday 10:00
/// the office has its eight hours, after which it is Thursday 11:30: no whole day that would end
/// at a close.
#[test]
fn an_interruption_moves_a_part_of_a_day_by_its_office_time() {
    for unit in [Unit::WorkingDay, Unit::Day] {
        let limit = part(1_500, unit);
        assert_eq!(term(ONE_STOP, "2026-10-05T09:00", limit).at, at("2026-10-07T11:30"));
        let thursday = "2026-10-08T11:30";
        assert_eq!(
            after_pause("2026-10-05T09:00", limit, "2026-10-06T10:00", "2026-10-07T10:00"),
            [thursday, thursday, "2026-10-08", "2026-10-08"],
            "{unit:?}"
        );
    }
}

/// Half of 480 minutes from 09:00 is 14:30 the same day, so that day is the one counted.
#[test]
fn a_part_of_the_day_of_receipt_counts_that_day() {
    let deadline = deadline(SAME_CLOCK, "2026-10-05T09:00", part(500, Unit::Day));
    assert_eq!(deadline.due().at, at("2026-10-05T14:30"));
    assert_eq!(
        steps(&deadline),
        [
            ["- Thứ Hai 05/10/2026: tính 0,5 ngày (khoản 1 Điều 148 BLDS 2015)."],
            ["- Monday 5 October 2026: counted 0.5 days (art. 148.1 Civil Code 2015)."],
        ]
    );
}

#[test]
fn a_last_day_that_is_off_is_told_with_what_makes_it_off() {
    assert_eq!(
        steps(&deadline(ONE_STOP, "2026-10-09T09:00", days(1))),
        [
            [
                "- Thứ Sáu 09/10/2026: ngày nhận, không tính (khoản 2 Điều 147 BLDS 2015).",
                "- Thứ Bảy 10/10/2026: tính 1 ngày (khoản 1 Điều 148 BLDS 2015).",
                "- Từ 10/10/2026 đến 11/10/2026: nghỉ hằng tuần, ngày cuối chuyển sang ngày làm \
                 việc tiếp theo (khoản 5 Điều 148 BLDS 2015).",
            ],
            [
                "- Friday 9 October 2026: the day of receipt, not counted (art. 147.2 Civil Code \
                 2015).",
                "- Saturday 10 October 2026: counted 1 day (art. 148.1 Civil Code 2015).",
                "- 10 October 2026 to 11 October 2026: weekly rest, so the last day moves to the \
                 next working day (art. 148.5 Civil Code 2015).",
            ],
        ]
    );
    // 24 November 2026, a Tuesday, is the first Culture Day that is off.
    assert_eq!(
        steps(&deadline(ONE_STOP, "2026-11-23T09:00", days(1))),
        [
            [
                "- Thứ Hai 23/11/2026: ngày nhận, không tính (khoản 2 Điều 147 BLDS 2015).",
                "- Thứ Ba 24/11/2026: tính 1 ngày (khoản 1 Điều 148 BLDS 2015).",
                "- Thứ Ba 24/11/2026: nghỉ Ngày Văn hóa Việt Nam, ngày cuối chuyển sang ngày làm \
                 việc tiếp theo (khoản 5 Điều 148 BLDS 2015).",
            ],
            [
                "- Monday 23 November 2026: the day of receipt, not counted (art. 147.2 Civil \
                 Code 2015).",
                "- Tuesday 24 November 2026: counted 1 day (art. 148.1 Civil Code 2015).",
                "- Tuesday 24 November 2026: Vietnam Culture Day, so the last day moves to the \
                 next working day (art. 148.5 Civil Code 2015).",
            ],
        ]
    );
    // Back to the working day before, by the office's own rule.
    let [vietnamese, english] = steps(&deadline(ROLLS_BACK, "2026-10-08T09:00", days(3)));
    assert_eq!(
        (vietnamese.last().unwrap().as_str(), english.last().unwrap().as_str()),
        (
            "- Từ 10/10/2026 đến 11/10/2026: nghỉ hằng tuần, ngày cuối chuyển về ngày làm việc \
             liền trước (quy định của cơ quan).",
            "- 10 October 2026 to 11 October 2026: weekly rest, so the last day moves to the \
             working day before (rule of the office).",
        )
    );
}

/// Its law is the resolution that made it a holiday, not the Labour Code.
#[test]
fn culture_day_rests_on_its_own_resolution() {
    let [vietnamese, english] =
        steps(&deadline(ONE_STOP, "2026-11-23T09:00", Limit::working_days(1)));
    assert_eq!(
        (vietnamese.get(1).unwrap().as_str(), english.get(1).unwrap().as_str()),
        (
            "- Thứ Ba 24/11/2026: nghỉ Ngày Văn hóa Việt Nam, không tính (Điều 2 NQ 28/2026/QH16).",
            "- Tuesday 24 November 2026: Vietnam Culture Day, not counted (art. 2 Resolution \
             28/2026/QH16).",
        )
    );
}

/// Tết 2027 is on Saturday 6 February: by 2 + 3 its days are the 4th to the 8th, with two days in
/// lieu. A notice need not say of which day each of them is.
#[test]
fn a_day_in_lieu_is_told_with_its_holiday_where_the_notice_names_it() {
    let notice = r#"{"years": [{
        "year": 2027, "status": "final", "source": "made up", "tet": {"before": 2, "after": 3},
        "off": [
            {"date": "2027-02-04", "kind": "tet"},
            {"date": "2027-02-05", "kind": "tet"},
            {"date": "2027-02-08", "kind": "tet"},
            {"date": "2027-02-09", "kind": "in_lieu", "for": "2027-02-06"},
            {"date": "2027-02-10", "kind": "in_lieu"}
        ]
    }]}"#;
    let calendar = Calendar::builder().overlay_json(notice).unwrap().build().unwrap();
    let (received, limit) = (at("2027-02-03T09:00"), Limit::working_days(1));
    let deadline = Deadline::new(&calendar, &ONE_STOP, received, limit).unwrap();
    assert_eq!(
        deadline.vietnamese(),
        "Nhận hồ sơ lúc 09:00, thứ Tư 03/02/2027. Thời hạn: 1 ngày làm việc. Hẹn trả kết quả \
         chậm nhất: 17:00, thứ Năm 11/02/2027.\n\
         - Thứ Tư 03/02/2027: ngày nhận, không tính (khoản 2 Điều 147 BLDS 2015).\n\
         - Từ 04/02/2027 đến 08/02/2027: nghỉ Tết Âm lịch, không tính (khoản 1 Điều 112 BLLĐ \
         2019).\n\
         - Thứ Ba 09/02/2027: nghỉ bù cho ngày 06/02/2027, không tính (khoản 3 Điều 111 BLLĐ \
         2019).\n\
         - Thứ Tư 10/02/2027: nghỉ bù, không tính (khoản 3 Điều 111 BLLĐ 2019).\n\
         - Thứ Năm 11/02/2027: tính 1 ngày làm việc (khoản 1 Điều 148 BLDS 2015)."
    );
    assert_eq!(
        deadline.english(),
        "Received at 09:00 on Wednesday 3 February 2027. Limit: 1 working day. Due at the latest: \
         17:00 on Thursday 11 February 2027.\n\
         - Wednesday 3 February 2027: the day of receipt, not counted (art. 147.2 Civil Code \
         2015).\n\
         - 4 February 2027 to 8 February 2027: Lunar New Year (Tết), not counted (art. 112.1 \
         Labour Code 2019).\n\
         - Tuesday 9 February 2027: off in lieu of 6 February 2027, not counted (art. 111.3 \
         Labour Code 2019).\n\
         - Wednesday 10 February 2027: off in lieu, not counted (art. 111.3 Labour Code 2019).\n\
         - Thursday 11 February 2027: counted 1 working day (art. 148.1 Civil Code 2015)."
    );
}

/// 1.255 hours are 4,518 seconds.
/// A column of a table has the days of a step and what they are apart.
#[test]
fn a_step_is_told_in_parts() {
    // A Wednesday, and the Thursday and Friday after it.
    let found = deadline(ONE_STOP, "2026-08-19T09:00", Limit::working_days(2));
    let parts = |language| {
        let step = |step: &Step| [step.days(language), step.meaning(language)];
        found.steps().iter().map(step).collect::<Vec<_>>()
    };
    assert_eq!(
        parts(Language::Vietnamese),
        [["Thứ Tư 19/8/2026", "ngày nhận, không tính"], ["Từ 20/8/2026 đến 21/8/2026", "tính"]],
    );
    assert_eq!(
        parts(Language::English),
        [
            ["Wednesday 19 August 2026", "the day of receipt, not counted"],
            ["20 August 2026 to 21 August 2026", "counted"]
        ],
    );
}

#[test]
fn time_is_told_in_hours_minutes_and_seconds() {
    for (limit, vietnamese, english) in [
        (part(1_255, Unit::WorkingHour), "1 giờ 15 phút 18 giây", "1 h 15 min 18 s"),
        (part(750, Unit::WorkingHour), "45 phút", "45 min"),
        (part(2_000, Unit::Hour), "2 giờ", "2 h"),
    ] {
        let deadline = deadline(ONE_STOP, "2026-10-05T09:00", limit);
        let count = |language| deadline.steps().first().and_then(|step| step.count(language));
        let both = |text: &str| Some((text.to_owned(), text.to_owned()));
        assert_eq!(count(Language::Vietnamese), both(vietnamese));
        assert_eq!(count(Language::English), both(english));
    }
}
