use motcua::Calendar;
use motcua::calendar::parse_date as day;
#[test]
fn smoke() {
    let c = Calendar::vietnam().unwrap();
    let t = std::time::Instant::now();
    let _c2 = Calendar::vietnam().unwrap();
    eprintln!("{:?}", t.elapsed());
    assert_eq!(
        c.add_working_days(day("2026-08-19").unwrap(), 10).unwrap(),
        day("2026-09-04").unwrap()
    );
    for y in ["2027-02-03", "2027-02-09", "2027-09-03"] {
        eprintln!("{:?}", c.day(day(y).unwrap()).unwrap());
    }
    let l = |s: &str| s.parse::<motcua::LocalTime>().unwrap();
    assert_eq!(
        c.count_working_minutes(l("2025-04-25T16:00"), l("2025-05-04T12:00")).unwrap(),
        25 * 60
    );
    assert_eq!(c.add_working_minutes(l("2025-04-14T10:50"), 285).unwrap(), l("2025-04-15T07:35"));
}
