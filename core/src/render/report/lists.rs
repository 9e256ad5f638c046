//! The lists of dossiers and the times they took.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::super::document::Block;
use super::super::table::{self, number, short_moment};
use super::{ReportPage, count, numbers, texts};
use crate::deadline::{Language, vietnamese_span};
use crate::report::{Grouping, ListedDossier, Times};

/// How many dossiers a list shows; the rest is counted.
const MOST_LISTED: usize = 500;

impl ReportPage<'_> {
    fn list(&self, caption: &str, dossiers: &[&ListedDossier], late: bool) -> Vec<Block> {
        let language = self.language;
        if dossiers.is_empty() {
            let none = language.pick("không có", "none");
            return alloc::vec![Block::Paragraph(format!("{caption}: {none}."))];
        }
        let caption = format!("{caption}: {}", number(count(dossiers.len()), language));
        let mut names = alloc::vec![
            language.pick("Hồ sơ", "Dossier"),
            language.pick("Thủ tục", "Procedure"),
            language.pick("Cơ quan, người xử lý", "Agency, officer"),
            language.pick("Nhận", "Received"),
            language.pick("Hạn trả", "Due"),
        ];
        if late {
            names.extend([
                language.pick("Xong", "Finished"),
                language.pick("Thời gian quá hạn", "Late by"),
                language.pick("Khâu gây trễ", "Cause"),
                language.pick("Xin lỗi", "Apology"),
            ]);
        } else {
            names.push(language.pick("Còn lại", "Left"));
        }
        let mut table = texts(caption, names);
        for it in dossiers.iter().take(MOST_LISTED) {
            let who = [it.agency.as_str(), &it.officer];
            let who: Vec<&str> = who.into_iter().filter(|name| !name.is_empty()).collect();
            let mut cells = alloc::vec![
                it.code.clone(),
                self.procedure(&it.procedure),
                who.join(", "),
                short_moment(it.received),
                short_moment(it.due),
            ];
            if late {
                cells.push(it.finished.map(short_moment).unwrap_or_default());
            }
            cells.push(self.span(it));
            if late {
                cells.push(self.cause(it));
                let apology = it.apology;
                cells.push(language.pick(apology.vietnamese(), apology.english()).to_owned());
            }
            table.rows.push(cells);
        }
        let mut blocks = alloc::vec![Block::Table(table)];
        if let Some(rest) = dossiers.len().checked_sub(MOST_LISTED).filter(|rest| *rest > 0) {
            let more = language.pick("hồ sơ nữa không liệt kê", "more that are not listed");
            blocks.push(Block::Note(format!("{} {more}", number(count(rest), language))));
        }
        blocks
    }

    fn span(&self, it: &ListedDossier) -> String {
        let span = it.standing.span;
        match self.language {
            Language::Vietnamese => vietnamese_span(span),
            Language::English => format!("{} d {} h {} min", span.days, span.hours, span.minutes),
        }
    }

    fn cause(&self, it: &ListedDossier) -> String {
        let Some(cause) = &it.cause else { return "–".into() };
        match cause.agency.as_str() {
            "" => cause.step.clone(),
            agency => format!("{} ({agency})", cause.step),
        }
    }

    pub(super) fn late(&self) -> Vec<Block> {
        let (open, solved): (Vec<_>, Vec<_>) =
            self.report.late().into_iter().partition(|it| it.finished.is_none());
        let language = self.language;
        let overdue = language.pick("Đang giải quyết, đã quá hạn", "Open and overdue");
        let late = language.pick("Đã giải quyết, quá hạn", "Solved late");
        let mut blocks = self.list(overdue, &open, true);
        blocks.extend(self.list(late, &solved, true));
        blocks
    }

    pub(super) fn due_soon(&self) -> Vec<Block> {
        let caption = self.language.pick("Sắp đến hạn", "Due soon");
        self.list(caption, &self.report.due_soon(), false)
    }

    fn minutes(&self, minutes: Option<u32>) -> String {
        let Some(minutes) = minutes else { return "–".into() };
        let (hours, rest) = (minutes / 60, minutes % 60);
        match self.language {
            Language::Vietnamese => format!("{hours} giờ {rest} phút"),
            Language::English => format!("{hours} h {rest} min"),
        }
    }

    pub(super) fn times(&self) -> Block {
        let language = self.language;
        let names = [
            language.pick("Thủ tục", "Procedure"),
            language.pick("Hồ sơ đã có kết quả", "With a result"),
            language.pick("Trung vị", "Median"),
            language.pick("Phân vị 90", "90th percentile"),
            language.pick("Trung vị so với thời hạn", "Median of the limit"),
            language.pick("Phân vị 90 so với thời hạn", "90th percentile of the limit"),
        ];
        let caption = language.pick(
            "Thời gian làm việc đã dùng, không kể thời gian chờ người nộp",
            "Office time used, waiting for the applicant left out",
        );
        let mut table = numbers(caption, names);
        let cells = |name: String, times: &Times| {
            let share =
                |share: Option<u32>| share.map_or_else(|| "–".into(), |s| self.hundredths(s));
            [
                name,
                number(times.used.count(), language),
                self.minutes(times.used.median()),
                self.minutes(times.used.p90()),
                share(times.share.median()),
                share(times.share.p90()),
            ]
        };
        for (name, row) in self.report.rows(Grouping::Procedure) {
            let label = table::named(&self.procedure(name), Grouping::Procedure, language);
            table.rows.push(cells(label, &row.times).into());
        }
        let all = language.pick("Tất cả", "All").to_owned();
        let total = cells(all, &self.report.whole().times).into();
        Block::Numbers(table, Some(total))
    }
}
