//! The scores of agencies and officers.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::super::document::{Block, Table};
use super::super::table;
use super::{ReportPage, numbers};
use crate::deadline::Language;
use crate::report::{Grouping, Indicator, IndicatorScore, Tenths};

impl ReportPage<'_> {
    pub(super) fn indicators(&self) -> Vec<Block> {
        let language = self.language;
        let mut blocks = Vec::new();
        let total = language.pick("Tổng điểm", "Total");
        let decimal = |score: Tenths| match language {
            Language::Vietnamese => score.vietnamese(),
            Language::English => score.to_string(),
        };
        // A star stands where points rest on what was given.
        let cells = |all: &[Indicator], scores: &[IndicatorScore]| {
            let cell = |indicator: &Indicator| {
                let own = scores.iter().find(|score| score.indicator == *indicator);
                own.map_or_else(
                    || "–".to_owned(),
                    |own| format!("{}{}", decimal(own.score), if own.given > 0 { "*" } else { "" }),
                )
            };
            all.iter().map(cell).collect::<Vec<String>>()
        };
        let heads = |first: &str, all: &[Indicator], last: &str| {
            let mut heads = alloc::vec![first.to_owned()];
            heads.extend(all.iter().map(|indicator| indicator.number().to_string()));
            heads.extend([total.to_owned(), last.to_owned()]);
            heads
        };
        // The bounds are those of all indicators, so it is told how many there are.
        let of_how_many = |mark: Option<&str>, scores: &[IndicatorScore], all: &[Indicator]| {
            let mark = mark.unwrap_or("–");
            let (by, told) = (language.pick("theo", "by"), language.pick("chỉ số", "indicators"));
            format!("{mark} ({by} {}/{} {told})", scores.len(), all.len())
        };
        if !self.agencies.is_empty() {
            let rating = language.pick("Xếp loại", "Rating");
            let names = heads(language.pick("Cơ quan", "Agency"), &Indicator::ALL, rating);
            let caption = language.pick("Điểm của cơ quan", "Scores of agencies");
            let mut table = scores(caption, names);
            for (name, score) in self.agencies {
                let mut row = alloc::vec![table::named(name, Grouping::Agency, language)];
                row.extend(cells(&Indicator::ALL, &score.indicators));
                row.push(decimal(score.total));
                let rating = score.rating.map(|r| language.pick(r.vietnamese(), r.as_str()));
                row.push(of_how_many(rating, &score.indicators, &Indicator::ALL));
                table.rows.push(row);
            }
            blocks.push(Block::Numbers(table, None));
        }
        if !self.officers.is_empty() {
            let mark = language.pick("Mức hoàn thành", "Task");
            let of_officers = Indicator::OF_OFFICERS;
            let names = heads(language.pick("Công chức", "Officer"), &of_officers, mark);
            let caption = language.pick("Điểm của công chức, viên chức", "Scores of officers");
            let mut table = scores(caption, names);
            for (name, score) in self.officers {
                let mut row = alloc::vec![name.clone()];
                row.extend(cells(&of_officers, &score.indicators));
                row.push(decimal(score.total));
                let task = score.task.map(|task| language.pick(task.vietnamese(), task.english()));
                row.push(of_how_many(task, &score.indicators, &of_officers));
                table.rows.push(row);
            }
            blocks.push(Block::Numbers(table, None));
        }
        let mut notes: Vec<String> = Indicator::ALL
            .iter()
            .map(|it| {
                let name = language.pick(it.vietnamese(), it.english());
                format!("{}: {name}", it.number())
            })
            .collect();
        blocks.push(Block::Note(
            language
                .pick(
                    "Dấu *: có điểm dựa trên thông tin được cung cấp, không có trong sổ. Dấu –: \
                     chưa có số liệu, không tính.",
                    "A star: rests on what was given and is not in the log. A dash: no data, left \
                     out.",
                )
                .to_owned(),
        ));
        let rule = self.agencies.first().map(|(_, score)| score.rule);
        if let Some(rule) = rule.or(self.officers.first().map(|(_, score)| score.rule)) {
            let basis = match language {
                Language::Vietnamese => format!("Căn cứ: {}", rule.basis.vietnamese),
                Language::English => format!("Basis: {}", rule.basis.english),
            };
            notes.push(match rule.basis.verified {
                true => basis,
                false => {
                    let unread = language.pick("căn cứ chưa kiểm chứng", "not verified");
                    format!("{basis} ({unread})")
                }
            });
        }
        blocks.push(Block::List(notes));
        blocks
    }
}

/// Numbers, but for what is said of them at the end of a row.
fn scores(caption: &str, names: Vec<String>) -> Table {
    let mut table = numbers(caption, names);
    if let Some(last) = table.columns.last_mut() {
        last.number = false;
    }
    table
}
