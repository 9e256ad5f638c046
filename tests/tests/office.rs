//! What a calendar refuses, and what an office can set: hours, ranges, closures.
#![expect(clippy::unwrap_used, reason = "a test may stop with a panic")]

use motcua::calendar::{
    CalendarBuilder, CalendarError, Certainty, DayHours, DayKind, Holiday, MakeUpDay, Notice,
    OffDay, OffReason, Session, TetSplit, WeekHours, parse_date,
};
use motcua::chrono::{Days, NaiveDate, Weekday};
use motcua::{Calendar, Error, LocalTime};

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn session(open: &str, close: &str) -> Session {
    Session::new(open.parse().unwrap(), close.parse().unwrap()).unwrap()
}

fn hours(sessions: &[(&str, &str)]) -> DayHours {
    DayHours::new(sessions.iter().map(|(open, close)| session(open, close))).unwrap()
}

fn shown(hours: &DayHours) -> String {
    let sessions: Vec<String> = hours.sessions().iter().map(ToString::to_string).collect();
    sessions.join(" ")
}

fn made_up(year: i16) -> Notice {
    Notice::new(year, Certainty::Final, "made up")
}

fn refused(builder: CalendarBuilder) -> CalendarError {
    builder.build().map(|_| ()).unwrap_err()
}

fn code(error: CalendarError) -> &'static str {
    Error::from(error).kind().as_str()
}

#[test]
fn sessions_that_contradict_each_other_are_refused() {
    let overlap = DayHours::new([session("07:30", "11:30"), session("11:29", "12:00")]);
    let error = overlap.unwrap_err();
    assert_eq!(error.to_string(), "sessions 07:30-11:30 and 11:29-12:00 overlap");
    assert_eq!(code(error), "overlapping_sessions");
    let inside = DayHours::new([session("13:00", "17:00"), session("07:30", "17:30")]);
    assert_eq!(code(inside.unwrap_err()), "overlapping_sessions");
    let same = DayHours::new([session("07:30", "11:30"), session("07:30", "11:30")]);
    assert_eq!(code(same.unwrap_err()), "overlapping_sessions");
    assert!(DayHours::new([session("11:30", "17:00"), session("07:30", "11:30")]).is_ok());
    for (open, close) in [("11:30", "11:30"), ("17:00", "13:00"), ("24:00", "24:00")] {
        let error = Session::new(open.parse().unwrap(), close.parse().unwrap()).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("a session cannot open at {open} and close at {close}")
        );
        assert_eq!(code(error), "empty_session");
    }
}

#[test]
fn hours_and_ranges_that_say_nothing_or_too_much_are_refused() {
    let (june, august) = (day("2026-06-01"), day("2026-08-31"));
    let week = || WeekHours::standard().unwrap();
    let between = |since, until| Calendar::builder().hours_between(since, until, week(), None);
    for (builder, expected) in [
        (Calendar::builder().hours(WeekHours::closed()), "empty_week"),
        (Calendar::builder().hours_between(june, august, WeekHours::closed(), None), "empty_week"),
        (Calendar::builder().make_up_hours(DayHours::closed()), "empty_make_up"),
        (
            Calendar::builder().hours_between(june, august, week(), Some(DayHours::closed())),
            "empty_make_up",
        ),
        (between(august, june), "end_before_start"),
        (Calendar::builder().closure(august, june, "never"), "end_before_start"),
        (between(june, date(2051, 1, 1)), "no_calendar_data"),
        (Calendar::builder().closure(date(1999, 12, 31), june, "early"), "no_calendar_data"),
        (Calendar::builder().closure(NaiveDate::MIN, NaiveDate::MAX, "all"), "no_calendar_data"),
    ] {
        assert_eq!(code(refused(builder)), expected);
    }
    let error = refused(between(june, august).hours_between(
        day("2026-08-31"),
        day("2026-09-30"),
        week(),
        None,
    ));
    assert_eq!(error, CalendarError::OverlappingHours { date: august });
    assert_eq!(code(error), "overlapping_hours");
    // Whichever is given first.
    let error =
        refused(between(august, august).hours_between(june, day("2026-12-31"), week(), None));
    assert_eq!(error, CalendarError::OverlappingHours { date: august });
    let next =
        between(june, august).hours_between(day("2026-09-01"), day("2026-09-30"), week(), None);
    assert!(next.build().is_ok());
    let many = (0..256).fold(Calendar::builder(), |builder, n| {
        let date = june + Days::new(n);
        builder.hours_between(date, date, week(), None)
    });
    assert_eq!(code(refused(many)), "invalid_calendar");
}

#[test]
fn notices_that_contradict_themselves_are_refused() {
    let make_up =
        |date, pays_for| MakeUpDay { date: day(date), pays_for: day(pays_for), verified: true };
    let swap = |date, other| OffDay { date: day(date), reason: OffReason::Swap(day(other)) };
    for (notice, expected, message) in [
        (
            made_up(2027)
                .swap(day("2027-01-04"), day("2027-01-09"))
                .off(day("2027-01-09"), Holiday::NewYear),
            "off_and_make_up",
            "2027-01-09 is listed both as a day off and as a make-up day",
        ),
        (
            made_up(2027).swap(day("2027-01-04"), day("2027-01-08")),
            "make_up_on_working_day",
            "2027-01-08 is a make-up day but Monday to Friday are worked anyway",
        ),
        (
            made_up(2027)
                .off(day("2027-01-01"), Holiday::NewYear)
                .off(day("2027-01-01"), Holiday::NewYear),
            "listed_twice",
            "2027-01-01 is listed twice",
        ),
        (
            made_up(2027)
                .swap(day("2027-01-04"), day("2027-01-09"))
                .make_up(make_up("2027-01-09", "2027-01-04")),
            "listed_twice",
            "2027-01-09 is listed twice",
        ),
        (
            made_up(2027)
                .swap(day("2027-01-04"), day("2027-01-09"))
                .day(swap("2027-01-05", "2027-01-09")),
            "unpaired_swap",
            "2027-01-05 is exchanged for 2027-01-09, which the notice does not list so",
        ),
        (
            made_up(2027).day(swap("2027-01-04", "2027-01-09")),
            "unpaired_swap",
            "2027-01-04 is exchanged for 2027-01-09, which the notice does not list so",
        ),
        (
            made_up(2027).make_up(make_up("2027-01-09", "2027-01-04")),
            "unpaired_swap",
            "2027-01-09 is exchanged for 2027-01-04, which the notice does not list so",
        ),
        // Off, but as a holiday: nobody owes a make-up day for it.
        (
            made_up(2027)
                .off(day("2027-01-01"), Holiday::NewYear)
                .make_up(make_up("2027-01-09", "2027-01-01")),
            "unpaired_swap",
            "2027-01-09 is exchanged for 2027-01-01, which the notice does not list so",
        ),
        (
            made_up(2027).off(day("2028-01-03"), Holiday::NewYear),
            "not_in_year",
            "2028-01-03 does not belong in the notice for 2027",
        ),
        (
            made_up(2027).swap(day("2027-12-31"), day("2029-01-06")),
            "not_in_year",
            "2029-01-06 does not belong in the notice for 2027",
        ),
        (
            made_up(2027).tet(TetSplit { before: 2, after: 5 }),
            "tet_split",
            "Tết 2027 has 5 days by law, not 2 before and 5 from the first",
        ),
        (
            made_up(2013).tet(TetSplit { before: 2, after: 3 }),
            "tet_split",
            "Tết 2013 has 4 days by law, not 2 before and 3 from the first",
        ),
        (
            made_up(2027).tet(TetSplit { before: 255, after: 6 }),
            "tet_split",
            "Tết 2027 has 5 days by law, not 255 before and 6 from the first",
        ),
        (
            made_up(1999),
            "no_calendar_data",
            "1999-01-01 is outside the calendar, which covers 2000-01-01 to 2050-12-31",
        ),
        (
            made_up(2050).swap(day("2050-12-30"), day("2051-01-07")),
            "no_calendar_data",
            "2051-01-07 is outside the calendar, which covers 2000-01-01 to 2050-12-31",
        ),
    ] {
        let error = refused(Calendar::builder().notice(notice));
        assert_eq!(error.to_string(), message);
        assert_eq!(code(error), expected, "{message}");
    }
}

#[test]
fn make_up_days_on_days_off_are_refused_whoever_lists_them() {
    // Of the law: Sunday 2 May 2027 is nothing, Saturday 1 May is Labour Day.
    let on_holiday = made_up(2027).swap(day("2027-01-04"), day("2027-05-01"));
    // Of the neighbour's notice: Saturday 1 January 2028 by law, and off lists it as well.
    let next_year = made_up(2027).swap(day("2027-12-31"), day("2028-01-01"));
    for notice in [on_holiday, next_year] {
        assert_eq!(code(refused(Calendar::builder().notice(notice))), "off_and_make_up");
    }
    let listed = made_up(2028).off(day("2028-01-08"), Holiday::NewYear);
    let neighbour = made_up(2027).swap(day("2027-12-31"), day("2028-01-08"));
    let both = Calendar::builder().notice(listed).notice(neighbour);
    let error = refused(both);
    assert_eq!(error, CalendarError::OffAndMakeUp { date: day("2028-01-08") });
    // And worked for two notices at once: the one of 2018 has 5 January 2019.
    let twice = made_up(2019).swap(day("2019-01-04"), day("2019-01-05"));
    let error = refused(Calendar::builder().notice(twice));
    assert_eq!(error, CalendarError::ListedTwice { date: day("2019-01-05") });
}

#[test]
fn offices_have_hours_of_their_own() {
    let saturday = hours(&[("07:30", "11:30")]);
    let standard = WeekHours::standard().unwrap();
    let summer = WeekHours::monday_to_friday(&hours(&[("07:00", "11:00"), ("13:30", "17:30")]))
        .with(Weekday::Fri, hours(&[("07:00", "12:00")]));
    let winter = WeekHours::monday_to_friday(&hours(&[("08:00", "12:00"), ("13:00", "16:30")]));
    let calendar = Calendar::builder()
        .hours(standard.with(Weekday::Sat, saturday))
        .make_up_hours(hours(&[("08:00", "15:00")]))
        .hours_between(day("2026-04-16"), day("2026-10-15"), summer, None)
        .hours_between(
            day("2026-12-01"),
            day("2026-12-12"),
            winter,
            Some(hours(&[("09:00", "12:00")])),
        )
        .notice(made_up(2027).swap(day("2027-01-04"), day("2026-12-12")))
        .build()
        .unwrap();
    let on = |text| {
        let found = calendar.day(day(text)).unwrap();
        (found.kind, shown(found.hours))
    };
    let working = |text: &str| (DayKind::Working, text.to_owned());
    let closed = |kind| (kind, String::new());
    for (text, expected) in [
        ("2026-03-05", working("07:30-11:30 13:00-17:00")),
        ("2026-03-07", working("07:30-11:30")),
        ("2026-03-08", closed(DayKind::Weekend)),
        // The make-up Saturday takes the make-up hours, not the Saturday's.
        ("2026-01-10", (DayKind::MakeUp, "08:00-15:00".to_owned())),
        ("2026-04-15", working("07:30-11:30 13:00-17:00")),
        ("2026-04-16", working("07:00-11:00 13:30-17:30")),
        ("2026-04-17", working("07:00-12:00")),
        // No Saturday in summer.
        ("2026-06-06", closed(DayKind::Weekend)),
        // Inside a range the make-up hours are the range's own Monday's, or those given with it.
        ("2026-08-22", (DayKind::MakeUp, "07:00-11:00 13:30-17:30".to_owned())),
        // The last day of a range belongs to it.
        ("2026-12-12", (DayKind::MakeUp, "09:00-12:00".to_owned())),
        ("2026-10-15", working("07:00-11:00 13:30-17:30")),
        ("2026-10-16", working("07:30-11:30 13:00-17:00")),
        ("2026-12-11", working("08:00-12:00 13:00-16:30")),
        ("2026-12-14", working("07:30-11:30 13:00-17:00")),
        // 27 April is off in lieu of Sunday; a Saturday of Tết is no Saturday morning.
        ("2026-04-27", closed(DayKind::InLieu)),
        ("2026-11-24", closed(DayKind::Holiday)),
    ] {
        assert_eq!(on(text), expected, "{text}");
    }
    // In 2024 the first days of Tết are on Saturday and Sunday, 10 and 11 February.
    assert_eq!(on("2024-02-10"), closed(DayKind::Holiday));
    assert_eq!(on("2024-02-17"), working("07:30-11:30"));
    let close = |text| calendar.close_of(day(text)).unwrap().map(|at: LocalTime| at.to_string());
    assert_eq!(close("2026-04-17").as_deref(), Some("2026-04-17T12:00"));
    assert_eq!(close("2026-11-24"), None);
    let open = calendar.open_of(day("2026-01-10")).unwrap().map(|at| at.to_string());
    assert_eq!(open.as_deref(), Some("2026-01-10T08:00"));
}

#[test]
fn make_up_days_have_the_hours_of_the_first_working_weekday() {
    // An office closed on Mondays and Tuesdays.
    let week = WeekHours::closed()
        .with(Weekday::Wed, hours(&[("08:00", "10:00")]))
        .with(Weekday::Thu, hours(&[("08:00", "16:00")]));
    let calendar = Calendar::builder().hours(week).build().unwrap();
    assert_eq!(shown(calendar.hours(day("2026-08-22")).unwrap()), "08:00-10:00");
    assert_eq!(calendar.day(day("2026-08-24")).unwrap().kind, DayKind::Weekend);
}

#[test]
fn closures_close_the_days_that_are_worked() {
    let calendar = Calendar::builder()
        .closure(day("2026-08-21"), day("2026-09-03"), "moving house")
        .closure(day("2026-08-24"), day("2026-08-24"), "no light")
        .build()
        .unwrap();
    let on = |text| calendar.day(day(text)).unwrap();
    let kinds: Vec<DayKind> =
        calendar.days(day("2026-08-21"), day("2026-09-04")).unwrap().map(|day| day.kind).collect();
    let (closure, weekend) = (DayKind::Closure, DayKind::Weekend);
    assert_eq!(
        kinds,
        [
            // Saturday the 22nd would have been a make-up day.
            [closure, closure, weekend, closure, closure].as_slice(),
            &[closure, closure, closure, weekend, weekend],
            &[DayKind::SwappedOff, DayKind::Holiday, DayKind::Holiday, closure, DayKind::Working],
        ]
        .concat()
    );
    assert_eq!(on("2026-08-21").source, "moving house");
    assert_eq!(on("2026-09-02").source, on("2026-01-01").source);
    assert_eq!(on("2026-08-25").certainty, Certainty::Final);
    assert_eq!(calendar.add_working_days(day("2026-08-20"), 1), Ok(day("2026-09-04")));
}

#[test]
fn calendars_are_shared_between_threads() {
    const fn shared<T: Send + Sync + 'static>() {}
    const { shared::<Calendar>() };
    const { shared::<CalendarBuilder>() };
    const { shared::<Notice>() };
    const { shared::<CalendarError>() };
    let calendar = Calendar::vietnam().unwrap();
    let ask = || calendar.add_working_days(day("2026-08-19"), 10);
    let answers = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(ask)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    assert_eq!(answers, vec![Ok(day("2026-09-04")); 4]);
    // Told in a line, not day by day.
    let all =
        calendar.coverage().start().iter_days().map_while(|date| calendar.is_working(date).ok());
    assert_eq!(
        format!("{calendar:?}"),
        format!(
            "Calendar {{ coverage: 2000-01-01..=2050-12-31, working_days: {}, .. }}",
            all.filter(|worked| *worked).count()
        )
    );
}
