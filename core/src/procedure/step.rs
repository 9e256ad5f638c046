use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Fault;
use crate::dossier::MAX_STEPS;
use crate::time_limit::{Amount, Direction, Limit, TimeLimit, Unit};

/// Bước liên thông — the part of one agency in the settling of a procedure.
///
/// Steps without `after` follow each other in the order they stand; a step that names others waits
/// for these only, so that steps can run side by side (NĐ 61/2018/NĐ-CP art. 19.6: electronic
/// dossiers go to all agencies at once).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Step {
    /// Its name among the steps of the procedure.
    pub id: String,
    /// Cơ quan thực hiện — the agency that does it.
    pub agency: String,
    /// Nội dung — what is done.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "String::is_empty"))]
    pub task: String,
    /// Thời hạn — its own limit, in words; none when nothing is published of it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub time_limit_text: Option<String>,
    /// The steps it waits for; none given for the one before it, an empty list for no step at all.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub after: Option<Vec<String>>,
}

/// So với thời hạn chung — how the steps stand to the limit of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum StepSum {
    /// The longest way through the steps takes as long as the whole.
    Equal,
    /// It takes less: part of the limit is given to no agency.
    Shorter,
    /// Limits of different units, without one, or counted back do not add up to a number.
    NotComparable,
}

/// Các bước và thời hạn — the longest way through the steps of a procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct StepTotal {
    /// How it stands to the limit of the whole.
    pub sum: StepSum,
    /// How long it takes, where the steps have one unit.
    pub longest: Option<Amount>,
    /// That unit.
    pub unit: Option<Unit>,
    /// The steps on it, by their place, in order.
    pub way: Vec<usize>,
}

/// The steps each step waits for, by place.
fn waits(steps: &[Step]) -> Result<Vec<Vec<usize>>, Fault> {
    let named = steps.iter().filter_map(|step| step.after.as_ref()).map(Vec::len);
    if named.chain([steps.len()]).any(|count| count > MAX_STEPS) {
        return Err(Fault::TooMany { most: MAX_STEPS });
    }
    let mut waits = Vec::with_capacity(steps.len());
    for (at, step) in steps.iter().enumerate() {
        if steps.iter().take(at).any(|earlier| earlier.id == step.id) {
            return Err(Fault::DuplicateStep { step: step.id.clone() });
        }
        waits.push(match &step.after {
            None => at.checked_sub(1).into_iter().collect(),
            Some(names) => {
                let place = |name: &String| {
                    steps.iter().position(|step| step.id == *name).ok_or_else(|| {
                        Fault::UnknownStep { step: step.id.clone(), after: name.clone() }
                    })
                };
                names.iter().map(place).collect::<Result<Vec<_>, _>>()?
            }
        });
    }
    Ok(waits)
}

/// An order in which each step stands after those it waits for.
fn order(steps: &[Step], waits: &[Vec<usize>]) -> Result<Vec<usize>, Fault> {
    let mut done: Vec<usize> = Vec::with_capacity(steps.len());
    let mut is_done = alloc::vec![false; steps.len()];
    while done.len() < steps.len() {
        let stands = |at: &usize| is_done.get(*at).is_some_and(|done| *done);
        let ready =
            waits.iter().enumerate().find(|(at, before)| !stands(at) && before.iter().all(stands));
        match ready {
            Some((at, _)) => {
                done.push(at);
                if let Some(done) = is_done.get_mut(at) {
                    *done = true;
                }
            }
            None => {
                let left = steps.iter().enumerate().filter(|(at, _)| !stands(at));
                let names: Vec<&str> = left.map(|(_, step)| step.id.as_str()).collect();
                return Err(Fault::StepCycle { steps: names.join(", ") });
            }
        }
    }
    Ok(done)
}

/// The limit of a step, where it is an amount after receipt.
fn amount(step: &Step) -> Option<(Amount, Unit)> {
    match TimeLimit::parse(step.time_limit_text.as_deref()?).select(None, None) {
        Ok(Limit::Count { amount, unit, direction: Direction::After }) => Some((amount, unit)),
        _ => None,
    }
}

/// Adds up the steps and sets them against the limit of the whole.
pub(super) fn total(steps: &[Step], whole: Option<Limit>) -> Result<StepTotal, Fault> {
    let waits = waits(steps)?;
    let order = order(steps, &waits)?;
    let limits: Vec<Option<(Amount, Unit)>> = steps.iter().map(amount).collect();
    let unit = limits.first().copied().flatten().map(|(_, unit)| unit);
    let uniform = limits.iter().all(|limit| limit.map(|(_, unit)| unit) == unit);
    let (Some(unit), true) = (unit, uniform) else {
        let (longest, unit, way) = (None, None, Vec::new());
        return Ok(StepTotal { sum: StepSum::NotComparable, longest, unit, way });
    };
    // For each step, when it ends and which step it waited for longest.
    let mut ends: Vec<(u32, Option<usize>)> = alloc::vec![(0, None); steps.len()];
    for at in order {
        let end = |at: &usize| ends.get(*at).map_or(0, |(end, _)| *end);
        let before = waits.get(at).and_then(|before| before.iter().copied().max_by_key(end));
        let own = limits.get(at).copied().flatten().map_or(0, |(amount, _)| amount.thousandths());
        let sum = before.map_or(0, |before| end(&before)).saturating_add(own);
        if let Some(slot) = ends.get_mut(at) {
            *slot = (sum, before);
        }
    }
    let last = (0..ends.len()).max_by_key(|at| ends.get(*at).map_or(0, |(end, _)| *end));
    let longest =
        Amount::from_thousandths(last.and_then(|at| ends.get(at)).map_or(0, |(end, _)| *end));
    let mut way: Vec<usize> = Vec::new();
    let mut at = last;
    while let Some(step) = at {
        way.push(step);
        at = ends.get(step).and_then(|(_, before)| *before);
    }
    way.reverse();
    let sum = match whole {
        Some(Limit::Count { amount, unit: of, direction: Direction::After }) if of == unit => {
            if longest > amount {
                return Err(Fault::StepSum {
                    steps: Limit::of(longest, unit).to_string(),
                    whole: Limit::of(amount, unit).to_string(),
                });
            }
            if longest == amount { StepSum::Equal } else { StepSum::Shorter }
        }
        _ => StepSum::NotComparable,
    };
    Ok(StepTotal { sum, longest: Some(longest), unit: Some(unit), way })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(id: &str, limit: &str, after: Option<&[&str]>) -> Step {
        let after = after.map(|names| names.iter().map(|name| (*name).into()).collect());
        let time_limit_text = Some(limit.into());
        Step { id: id.into(), time_limit_text, after, ..Step::default() }
    }

    fn days(days: u16) -> Option<Limit> {
        Some(Limit::working_days(days))
    }

    #[test]
    fn steps_in_a_row_add_up() {
        let steps = [step("a", "3 ngày làm việc", None), step("b", "1,5 ngày làm việc", None)];
        let read = total(&steps, days(5)).unwrap();
        assert_eq!((read.sum, read.longest), (StepSum::Shorter, "4.5".parse().ok()));
        assert_eq!(read.way, [0, 1]);
        assert!(matches!(total(&steps, days(4)), Err(Fault::StepSum { .. })));
    }

    #[test]
    fn steps_side_by_side_take_the_longest() {
        let steps = [
            step("nhận", "1 ngày làm việc", None),
            step("Sở A", "5 ngày làm việc", Some(&["nhận"])),
            step("Sở B", "3 ngày làm việc", Some(&["nhận"])),
            step("trả", "1 ngày làm việc", Some(&["Sở A", "Sở B"])),
        ];
        let read = total(&steps, days(7)).unwrap();
        assert_eq!((read.sum, read.way), (StepSum::Equal, alloc::vec![0, 1, 3]));
    }

    #[test]
    fn what_cannot_be_ordered_is_refused() {
        let steps = [
            step("a", "1 ngày", Some(&["b"])),
            step("b", "1 ngày", Some(&["a"])),
            step("c", "1 ngày", Some(&[])),
        ];
        assert_eq!(total(&steps, None), Err(Fault::StepCycle { steps: "a, b".into() }));
        let steps = [step("a", "1 ngày", Some(&["x"]))];
        assert!(matches!(total(&steps, None), Err(Fault::UnknownStep { .. })));
        let steps = [step("a", "1 ngày", None), step("a", "1 ngày", None)];
        assert!(matches!(total(&steps, None), Err(Fault::DuplicateStep { .. })));
    }

    #[test]
    fn units_do_not_convert() {
        let steps = [step("a", "1 ngày", None), step("b", "1 ngày làm việc", None)];
        assert_eq!(total(&steps, days(1)).unwrap().sum, StepSum::NotComparable);
        let steps = [step("a", "9 ngày", None)];
        assert_eq!(total(&steps, days(1)).unwrap().sum, StepSum::NotComparable);
    }
}
