//! What holds for every limit and every text.

use motcua::time_limit::{
    Amount, Bound, Channels, Cutoff, CutoffEffect, Direction, Event, EventKind, Extension,
    ExtensionMode, Kind, Pause, Phrase, Share, Span, Term, TimeLimit, Unit,
};
use proptest::prelude::*;

use crate::vectors::nfd;

const CASES: [&str; 6] = [
    "cấp mới",
    "cấp lại do bị mất",
    "hồ sơ phải lấy ý kiến",
    "dự án thuộc nhóm B",
    "công trình trên biển",
    "người nước ngoài",
];
const STEPS: [&str; 4] = ["Bước 2", "Sở Xây dựng", "Thời hạn thẩm định hồ sơ", "UBND cấp xã"];
const EVENTS: [(&str, EventKind); 6] = [
    ("ngày nhận đủ hồ sơ hợp lệ", EventKind::FullDossier),
    ("khi tiếp nhận hồ sơ", EventKind::Receipt),
    ("ngày thụ lý", EventKind::Acceptance),
    ("ngày hoàn thành nghĩa vụ tài chính", EventKind::Payment),
    ("ngày nhận được ý kiến của Bộ", EventKind::SecondOffice),
    ("ngày kết thúc kiểm tra", EventKind::End),
];
const GOALS: [(&str, EventKind); 3] = [
    ("khi khai mạc", EventKind::Other),
    ("ngày hết hạn", EventKind::End),
    ("thời điểm tàu rời cảng", EventKind::Other),
];
const TIMES: [&str; 3] = ["thời gian lấy ý kiến", "thời gian bổ sung, hoàn thiện hồ sơ", "ngày lễ"];

fn phrase(text: &str) -> Phrase {
    Phrase { text: text.to_owned(), span: Span::default() }
}

fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        4 => (1_u16..1_000).prop_map(Amount::whole),
        1 => (1_u32..60_000).prop_map(Amount::from_thousandths),
    ]
}

fn unit() -> impl Strategy<Value = Unit> {
    prop::sample::select(Unit::ALL.to_vec())
}

fn bound() -> impl Strategy<Value = Bound> {
    prop::sample::select(vec![Bound::Exact, Bound::Max, Bound::Min])
}

fn term() -> impl Strategy<Value = Term> {
    let range = prop::option::weighted(0.1, 1_u32..1_000);
    let label = (0..10_usize, 0..6_usize, 0..4_usize, prop::bool::ANY);
    let event = (prop::option::of(0..6_usize), prop::option::of(0..3_usize));
    (amount(), range, unit(), bound(), event, label).prop_map(
        |(amount, below, unit, bound, (after, before), (label, case, step, back))| {
            let mut term = Term::new(amount, Some(unit));
            let lower = below.map(|below| amount.thousandths().saturating_sub(below * 1_000));
            term.lower = lower.filter(|lower| *lower > 0).map(Amount::from_thousandths);
            term.bound = bound;
            let event = if back {
                term.direction = Direction::Before;
                before.map(|at| GOALS[at])
            } else {
                after.map(|at| EVENTS[at])
            };
            term.event = event.map(|(text, kind)| Event { kind, words: phrase(text) });
            match label {
                0..=3 => term.case = Some(phrase(CASES[case])),
                4..=5 => term.step = Some(phrase(STEPS[step])),
                _ => {}
            }
            term
        },
    )
}

/// The kind that the limits of a text make it.
fn kind_of(limits: &[Term]) -> Kind {
    let same = |a: &Term, b: &Term| {
        (a.amount, a.unit, a.direction, a.lower) == (b.amount, b.unit, b.direction, b.lower)
    };
    if limits.iter().all(|term| same(term, &limits[0])) {
        Kind::Deadline
    } else if limits.iter().any(|term| term.case.is_some()) {
        Kind::ByCase
    } else {
        Kind::BySteps
    }
}

fn several() -> impl Strategy<Value = TimeLimit> {
    let limits = prop::collection::vec(term(), 1..4);
    let excluded = prop::option::of(0..3_usize);
    let flags = (prop::bool::ANY, prop::option::of(1_u16..4));
    let cutoff = prop::option::of((0_u16..=1_440, 0..3_usize));
    (limits, excluded, flags, cutoff).prop_map(|(limits, excluded, (restart, pause), cutoff)| {
        let mut model = TimeLimit::default();
        model.kind = kind_of(&limits);
        model.limits = limits;
        model.excludes = excluded.map(|at| phrase(TIMES[at])).into_iter().collect();
        model.restart = restart.then(Span::default);
        model.pause = pause.map(Pause::new);
        model.cutoff = cutoff.map(|(minute, effect)| Cutoff::new(minute, EFFECTS[effect]));
        model
    })
}

const EFFECTS: [CutoffEffect; 3] =
    [CutoffEffect::NextWorkingDay, CutoffEffect::NextDay, CutoffEffect::Unsaid];

/// One limit with all that can hang on it.
fn one() -> impl Strategy<Value = TimeLimit> {
    let extension = (amount(), unit(), bound(), prop::bool::ANY, prop::option::of(1_u16..4));
    let when = prop::option::of(0..6_usize);
    let shares = prop::option::of((amount(), amount()));
    (term(), extension, when, shares, 0..4_usize).prop_map(
        |(term, (amount, unit, bound, total, times), when, shares, what)| {
            let mut model = TimeLimit::default();
            model.kind = Kind::Deadline;
            if let Some((first, second)) = shares {
                model.shares = vec![
                    Share::new(phrase("Sở Tài chính"), first, term.unit),
                    Share::new(phrase("UBND tỉnh"), second, term.unit),
                ];
            }
            model.limits = vec![term];
            match what {
                0 => {
                    model.kind = Kind::TacitApproval;
                    model.tacit_consent = Some(Span::default());
                }
                1 => {
                    let mode = if total { ExtensionMode::Total } else { ExtensionMode::Addition };
                    let mut extension = Extension::new(mode, amount, Some(unit));
                    extension.bound = bound;
                    extension.times = times;
                    extension.when = when.map(|at| phrase(CASES[at]));
                    model.kind = Kind::Extendable;
                    if total {
                        let mut longest = Term::new(amount, Some(unit));
                        longest.bound = bound;
                        longest.case.clone_from(&extension.when);
                        longest.extended = true;
                        model.limits.push(longest);
                    }
                    model.extension = Some(extension);
                }
                _ => {}
            }
            model
        },
    )
}

/// Texts that hold no limit to count, or one that contradicts itself.
fn other() -> impl Strategy<Value = TimeLimit> {
    (0..10_usize, amount(), unit(), bound(), 1_u16..999, 0_u16..=1_440).prop_map(
        |(what, amount, unit, bound, words, minute)| {
            let mut model = TimeLimit::default();
            let mut term = Term::new(amount, Some(unit));
            term.bound = bound;
            match what {
                0 => model.kind = Kind::None,
                1 => model.kind = Kind::Immediate,
                2 => {
                    model.kind = Kind::ValidityNotProcessing;
                    model.limits = vec![term];
                }
                3 => {
                    model.kind = Kind::DurationNotDeadline;
                    model.limits = vec![term];
                }
                4 => {
                    model.kind = Kind::UnitMissing;
                    term.unit = None;
                    model.limits = vec![term];
                }
                5 if Amount::whole(words) != term.amount => {
                    model.kind = Kind::Conflict;
                    term.words = Some(Amount::whole(words));
                    model.limits = vec![term];
                }
                6 => {
                    model.kind = Kind::ClockTime;
                    model.clock = Some(minute);
                }
                7 => {
                    model.kind = Kind::SameDay;
                    model.same_day = Some(Span::default());
                    model.cutoff = Some(Cutoff::new(minute, CutoffEffect::NextWorkingDay));
                }
                8 => model.kind = Kind::ClockTimes,
                _ => {
                    model.kind = Kind::OpeningHours;
                }
            }
            model
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn several_limits_are_read_back(model in several()) {
        let printed = model.to_vietnamese();
        prop_assert_eq!(TimeLimit::parse(&printed).content(), model, "{}", printed);
    }

    #[test]
    fn one_limit_is_read_back_with_all_that_hangs_on_it(model in one()) {
        let printed = model.to_vietnamese();
        prop_assert_eq!(TimeLimit::parse(&printed).content(), model, "{}", printed);
    }

    #[test]
    fn what_is_no_limit_is_read_back(model in other()) {
        let printed = model.to_vietnamese();
        prop_assert_eq!(TimeLimit::parse(&printed).content(), model, "{}", printed);
    }

    #[test]
    fn channels_are_read_back(amounts in prop::collection::vec(amount(), 1..4), unit in unit()) {
        let mut model = TimeLimit::default();
        for (amount, channel) in amounts.iter().zip(motcua::time_limit::Channel::ALL) {
            let mut term = Term::new(*amount, Some(unit));
            let mut channels = Channels::default();
            channels.insert(channel);
            term.channels = channels;
            model.limits.push(term);
        }
        let same = amounts.iter().all(|amount| *amount == amounts[0]);
        model.kind = if same { Kind::Deadline } else { Kind::ByChannel };
        let printed = model.to_vietnamese();
        prop_assert_eq!(TimeLimit::parse(&printed).content(), model, "{}", printed);
    }

    #[test]
    fn any_text_is_read_and_its_places_lie_in_it(text in "\\PC{0,200}") {
        let read = TimeLimit::parse(&text);
        prop_assert!(read.limits.iter().all(|term| text.get(term.span.range()).is_some()));
        prop_assert!(read.unread.iter().all(|span| text.get(span.range()).is_some()));
        prop_assert!(!read.to_english().is_empty());
        let _ = read.select(None, None);
    }

    #[test]
    fn words_of_the_grammar_in_any_order_are_read(words in prop::collection::vec(
        prop::sample::select(vec![
            "5", "năm", "(", ")", "ngày", "làm việc", "giờ", "không quá", "kể từ", "trước", ",",
            ";", ":", "đối với", "trường hợp", "thì", "và", "trong", "sau", "15", "gia hạn", "lần",
            "không tính", "trong đó", "đến", "/", "-", "½", "1,5", "mươi", "Sở", "hiệu lực", ".",
        ]), 0..40)) {
        let text = words.join(" ");
        let read = TimeLimit::parse(&text);
        prop_assert!(read.limits.iter().all(|term| text.get(term.span.range()).is_some()));
        prop_assert_eq!(TimeLimit::parse(&nfd(&text)).kind, read.kind);
    }
}

#[test]
fn a_validity_of_hours_is_no_hour_of_the_day() {
    let mut model = TimeLimit::default();
    model.kind = Kind::ValidityNotProcessing;
    model.limits = vec![Term::new(Amount::whole(6), Some(Unit::Hour))];
    let printed = model.to_vietnamese();
    assert_eq!(printed, "có hiệu lực trong 6 giờ");
    assert_eq!(TimeLimit::parse(&printed).content(), model);
    let at_six = TimeLimit::parse("có hiệu lực 6 giờ");
    assert_eq!((at_six.kind, at_six.clock), (Kind::ClockTime, Some(360)));
}

#[test]
fn no_hours_are_printed_that_the_text_does_not_have() {
    for (text, kind, printed) in [
        ("từ 8 giờ đến 11 giờ", Kind::ClockTimes, "khung giờ trong ngày"),
        ("24/7", Kind::OpeningHours, "thời gian tiếp nhận hồ sơ"),
    ] {
        let read = TimeLimit::parse(text);
        assert_eq!((read.kind, read.to_vietnamese().as_str()), (kind, printed));
        assert_eq!(TimeLimit::parse(printed).content(), read.content(), "{printed}");
    }
}

#[test]
fn the_last_hour_of_a_day_is_24_00() {
    let midnight = TimeLimit::parse("Trước 24:00");
    assert_eq!((midnight.kind, midnight.clock), (Kind::ClockTime, Some(1_440)));
    let printed = midnight.to_vietnamese();
    assert_eq!(printed, "chậm nhất lúc 24 giờ 00 phút");
    assert_eq!(TimeLimit::parse(&printed).content(), midnight.content());
    for beyond in ["Sau 24:30 thì trả vào ngày hôm sau", "nhận sau 24 giờ 30 phút"] {
        assert_eq!(TimeLimit::parse(beyond).cutoff, None, "{beyond}");
    }
}
