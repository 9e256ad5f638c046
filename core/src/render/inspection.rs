//! Báo cáo kết quả kiểm tra — what an inspection says, as a page and as Markdown.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::Page;
use super::document::{Block, Column, Document, Section, Table};
use crate::deadline::Language;
use crate::inspection::{
    Area, Check, Conclusion, Exhibit, Finding, FindingBasis, ItemReview, Measure, Nature, Owed,
    PlanReview, Words,
};
use crate::obligation::{Duty, State};
use crate::report::Ratio;

/// Trang kết quả kiểm tra — the conclusion as one HTML file that prints on A4.
///
/// # Examples
///
/// ```
/// use motcua::Calendar;
/// use motcua::calendar::parse_date as day;
/// use motcua::deadline::Language;
/// use motcua::inspection::{Area, Inspection, ManualFinding, Nature};
/// use motcua::regulation::CountingPolicy;
/// use motcua::render::inspection;
/// use motcua::report::Period;
///
/// let period = Period::new(day("2017-01-01")?, day("2018-06-30")?)?;
/// let mut team = Inspection::new(period, "Sở Thông tin và Truyền thông");
/// let text = "Việc thực hiện cơ chế tự chủ chưa tốt.";
/// team.manual.push(ManualFinding::new("1", Area::PublicFinance, Nature::Shortcoming, text));
/// let conclusion = team.conclude(&Calendar::vietnam()?, &CountingPolicy::one_stop())?;
/// let page = inspection::page(&conclusion, Language::Vietnamese).to_html();
/// assert!(page.contains("Việc thực hiện cơ chế tự chủ chưa tốt."));
/// assert!(page.contains("do Đoàn kiểm tra đưa vào"));
/// # Ok::<(), motcua::Error>(())
/// ```
pub fn page(conclusion: &Conclusion, language: Language) -> Page {
    document(conclusion, language).page()
}

/// Bản Markdown — the same as [`page`] in Markdown.
#[must_use]
pub fn markdown(conclusion: &Conclusion, language: Language) -> String {
    document(conclusion, language).markdown()
}

fn document(conclusion: &Conclusion, language: Language) -> Document {
    let print = Print { conclusion, language };
    let mut sections = alloc::vec![print.overview(), print.measures()];
    sections.extend(Area::ALL.into_iter().filter_map(|area| print.area(area)));
    sections.extend(print.plans());
    sections.extend(print.advice());
    sections.extend(print.obligations());
    sections.extend(print.basis());
    Document {
        title: print.title(),
        language,
        notices: print.notices(),
        leads: print.leads(),
        sections,
    }
}

/// Printing in one language.
struct Print<'a> {
    conclusion: &'a Conclusion,
    language: Language,
}

impl Print<'_> {
    fn says(&self, vietnamese: &'static str, english: &'static str) -> &'static str {
        self.language.pick(vietnamese, english)
    }

    fn words<'a>(&self, words: &'a Words) -> &'a str {
        match self.language {
            Language::Vietnamese => &words.vietnamese,
            Language::English => &words.english,
        }
    }

    fn date(&self, date: NaiveDate) -> String {
        self.language.plain_date(date)
    }

    fn maybe(&self, date: Option<NaiveDate>) -> String {
        date.map(|date| self.date(date)).unwrap_or_default()
    }

    fn area_name(&self, area: Area) -> &'static str {
        self.says(area.vietnamese(), area.english())
    }

    fn state(&self, state: State) -> String {
        match self.language {
            Language::Vietnamese => state.vietnamese().into(),
            Language::English => state.as_str().replace('_', " "),
        }
    }

    fn columns<const N: usize>(&self, names: [(&'static str, &'static str); N]) -> Vec<Column> {
        names.into_iter().map(|(vi, en)| Column::text(self.says(vi, en))).collect()
    }

    fn title(&self) -> String {
        let title = self.says(
            "Kết quả kiểm tra công tác cải cách hành chính",
            "Inspection of administrative reform",
        );
        match self.conclusion.subject.as_str() {
            "" => title.into(),
            subject => format!("{title}: {subject}"),
        }
    }

    fn notices(&self) -> Vec<String> {
        let unread = self.conclusion.unread;
        let told = match self.language {
            Language::Vietnamese => {
                format!("{unread} bản ghi không đọc được và chưa được xem xét.")
            }
            Language::English => {
                format!("Records that could not be read and were not looked at: {unread}.")
            }
        };
        (unread > 0).then_some(told).into_iter().collect()
    }

    fn leads(&self) -> Vec<String> {
        let Conclusion { from, to, as_of, .. } = self.conclusion;
        let (from, to, as_of) = (self.date(*from), self.date(*to), self.date(*as_of));
        match self.language {
            Language::Vietnamese => alloc::vec![
                format!("Thời kỳ kiểm tra: từ {from} đến {to}."),
                format!(
                    "Hồ sơ và thủ tục được xem xét tính đến hết ngày {to}; kế hoạch, việc khắc phục \
                     và việc chuyển đổi tính đến hết ngày {as_of}."
                ),
            ],
            Language::English => alloc::vec![
                format!("Period: from {from} to {to}."),
                format!(
                    "Dossiers and procedures as they stood at the end of {to}; plans, remedies and \
                     transitions as they stood at the end of {as_of}."
                ),
            ],
        }
    }

    fn count(&self, area: Area, nature: Nature) -> String {
        self.conclusion.of(area, nature).count().to_string()
    }

    fn overview(&self) -> Section {
        let rows = Area::ALL.into_iter().map(|area| {
            alloc::vec![
                self.area_name(area).to_string(),
                self.count(area, Nature::Strength),
                self.count(area, Nature::Shortcoming),
            ]
        });
        let table = Table {
            caption: self.says("Số phát hiện theo lĩnh vực", "Findings by area").into(),
            columns: alloc::vec![
                Column::text(self.says("Lĩnh vực", "Area")),
                Column::number(self.says("Ưu điểm", "Strengths")),
                Column::number(self.says("Tồn tại, hạn chế", "Shortcomings")),
            ],
            rows: rows.collect(),
        };
        let mut blocks = alloc::vec![Block::Table(table)];
        let unjudged = self.says(
            "Lĩnh vực không có số liệu và không có phát hiện do Đoàn kiểm tra đưa vào thì không \
             được đánh giá.",
            "Areas without data, to which the team has added nothing, are not judged.",
        );
        blocks.push(Block::Note(unjudged.into()));
        let shortcomings: Vec<String> =
            self.conclusion.shortcomings().map(|found| self.in_short(found)).collect();
        if shortcomings.is_empty() {
            let none = self.says("Không có tồn tại, hạn chế.", "There are no shortcomings.");
            blocks.push(Block::Paragraph(none.into()));
        } else {
            let heading = self.says("Tồn tại, hạn chế", "Shortcomings");
            blocks.push(Block::Heading(heading.into()));
            blocks.push(Block::List(shortcomings));
        }
        Section { heading: self.says("Đánh giá chung", "In short").into(), blocks }
    }

    /// What was found; where it is a single record, with what that shows.
    fn in_short(&self, found: &Finding) -> String {
        let words = self.words(&found.words);
        match found.evidence.as_slice() {
            [only] => format!("{words} {}: {}.", only.code, self.words(&only.words)),
            _ => words.into(),
        }
    }

    fn measures(&self) -> Section {
        let row = |measure: &Measure| {
            let percent = measure.percent.clone().unwrap_or_default();
            alloc::vec![
                self.words(&measure.name).to_string(),
                measure.ratio.numerator.to_string(),
                measure.ratio.denominator.to_string(),
                match self.language {
                    Language::Vietnamese => percent,
                    Language::English => percent.replace(',', "."),
                },
            ]
        };
        let heading = self.says("Số liệu", "Measures");
        let table = Table {
            caption: self.says("Số liệu đã xem xét", "What was measured").into(),
            columns: alloc::vec![
                Column::text(self.says("Nội dung", "Measure")),
                Column::number(self.says("Đạt", "As it should be")),
                Column::number(self.says("Tổng số", "Of")),
                Column::number(self.says("Tỷ lệ", "Share")),
            ],
            rows: self.conclusion.measures.iter().map(row).collect(),
        };
        let none = self.says("Chưa có số liệu.", "No data.");
        let block = match table.rows.is_empty() {
            true => Block::Paragraph(none.into()),
            false => Block::Table(table),
        };
        Section { heading: heading.into(), blocks: alloc::vec![block] }
    }

    /// The findings of an area; nothing where there are none.
    fn area(&self, area: Area) -> Option<Section> {
        let mut blocks = Vec::new();
        for (nature, name) in [
            (Nature::Strength, self.says("Ưu điểm", "Strengths")),
            (Nature::Shortcoming, self.says("Tồn tại, hạn chế", "Shortcomings")),
        ] {
            let mut findings = self.conclusion.of(area, nature).peekable();
            if findings.peek().is_some() {
                blocks.push(Block::Heading(name.into()));
            }
            findings.for_each(|found| self.finding(found, &mut blocks));
        }
        let heading = self.area_name(area).into();
        (!blocks.is_empty()).then_some(Section { heading, blocks })
    }

    fn finding(&self, found: &Finding, blocks: &mut Vec<Block>) {
        let mut statement = self.words(&found.words).to_string();
        if found.manual {
            let by = self.says("do Đoàn kiểm tra đưa vào", "added by the inspection team");
            statement.push_str(&format!(" ({by})"));
        }
        blocks.push(Block::Statement(statement));
        if !found.evidence.is_empty() {
            blocks.push(Block::Table(self.evidence(found)));
        }
        blocks.push(Block::Note(self.leans_on(found)));
    }

    /// The records of a finding; of one kind, that kind is told in the caption.
    fn evidence(&self, found: &Finding) -> Table {
        let name = self.says("Minh chứng", "Evidence");
        let kind = |exhibit: &Exhibit| {
            self.says(exhibit.record.vietnamese(), exhibit.record.english()).to_string()
        };
        let first = found.evidence.first().map(|exhibit| exhibit.record);
        let of_one_kind = found.evidence.iter().all(|exhibit| Some(exhibit.record) == first);
        let caption = match found.evidence.first().filter(|_| of_one_kind) {
            Some(exhibit) => format!("{name}: {}", kind(exhibit)),
            None => name.into(),
        };
        let rows = found.evidence.iter().map(|exhibit| {
            let kind = if of_one_kind { String::new() } else { kind(exhibit) };
            alloc::vec![exhibit.code.clone(), kind, self.words(&exhibit.words).into()]
        });
        let names = [("Mã số", "Code"), ("Loại", "Record"), ("Nội dung thể hiện", "What it shows")];
        Table { caption, columns: self.columns(names), rows: rows.collect() }
    }

    fn leans_on(&self, found: &Finding) -> String {
        let named: Vec<String> = found.basis.iter().map(|basis| self.cited(basis)).collect();
        let name = self.says("Căn cứ", "Basis");
        match named.is_empty() {
            true => format!("{name}: {}.", self.says("không nêu", "none given")),
            false => format!("{name}: {}.", named.join("; ")),
        }
    }

    fn cited(&self, basis: &FindingBasis) -> String {
        let text = self.words(&basis.words);
        match basis.verified {
            true => text.into(),
            false => format!("{text} ({})", self.says("chưa kiểm chứng", "not verified")),
        }
    }

    fn plans(&self) -> Option<Section> {
        let mut blocks = Vec::new();
        for plan in &self.conclusion.plans {
            self.plan(plan, &mut blocks);
        }
        let heading = self.says("Kế hoạch công tác", "Work plans").into();
        (!blocks.is_empty()).then_some(Section { heading, blocks })
    }

    fn plan(&self, plan: &PlanReview, blocks: &mut Vec<Block>) {
        let title = match plan.title.as_str() {
            "" => plan.number.clone(),
            title => format!("{title} ({})", plan.number),
        };
        blocks.push(Block::Heading(title));
        let issued = match (plan.issued, self.language) {
            (Some(date), Language::Vietnamese) => format!("Ban hành ngày {}", self.date(date)),
            (Some(date), Language::English) => format!("Issued on {}", self.date(date)),
            (None, _) => self.says("Chưa ban hành", "Not issued").into(),
        };
        let due = plan.due.zip(plan.issue).map(|(due, state)| {
            let by = self.says("thời hạn", "due by");
            format!("; {by} {}: {}", self.date(due), self.state(state))
        });
        blocks.push(Block::Paragraph(format!("{issued}{}.", due.unwrap_or_default())));
        let progress = plan.progress;
        blocks.push(Block::Paragraph(match self.language {
            Language::Vietnamese => format!(
                "Tiến độ: {} nội dung; hoàn thành đúng hạn {}, hoàn thành chậm {}, hoàn thành \
                 (không đặt hạn) {}, quá hạn {}, đang thực hiện {}.",
                progress.items,
                progress.in_time,
                progress.late,
                progress.undated,
                progress.overdue,
                progress.open
            ),
            Language::English => format!(
                "Progress: {} items; {} done in time, {} done late, {} done without a due date, {} \
                 overdue, {} open.",
                progress.items,
                progress.in_time,
                progress.late,
                progress.undated,
                progress.overdue,
                progress.open
            ),
        }));
        if !plan.missing_areas.is_empty() {
            let names: Vec<&str> =
                plan.missing_areas.iter().map(|area| self.area_name(*area)).collect();
            let missing = self.says("Chưa có nội dung về", "No item on");
            blocks.push(Block::Paragraph(format!("{missing}: {}.", names.join("; "))));
        }
        let columns = self.columns([
            ("Mã số", "Code"),
            ("Nội dung", "Item"),
            ("Người thực hiện", "Officer"),
            ("Bắt đầu", "Start"),
            ("Hạn hoàn thành", "Due"),
            ("Ngày hoàn thành", "Done"),
            ("Tình trạng", "Standing"),
            ("Thiếu sót", "Faults"),
        ]);
        if !plan.items.is_empty() {
            let rows = plan.items.iter().map(|item| self.item(item, None)).collect();
            let caption = self.says("Các nội dung kế hoạch", "Items of the plan").into();
            blocks.push(Block::Table(Table { caption, columns, rows }));
        }
    }

    /// A row of an item; of a remedy with what it is for.
    fn item(&self, review: &ItemReview, remedy_for: Option<String>) -> Vec<String> {
        let item = &review.item;
        let faults: Vec<String> =
            review.faults.iter().map(|fault| self.words(&fault.words()).into()).collect();
        let mut row = alloc::vec![item.code.clone(), item.title.clone()];
        row.extend(remedy_for);
        row.extend([
            item.officer.clone(),
            self.maybe(item.start),
            self.maybe(item.due),
            self.maybe(item.done),
            review.standing.map(|state| self.state(state)).unwrap_or_default(),
            faults.join("; "),
        ]);
        row
    }

    /// What a remedy is for, in the words of the finding; that it is mended only where it was looked
    /// at and all is as it should be.
    fn remedied(&self, code: &str, stands: bool) -> String {
        let found = self.conclusion.findings.iter().find(|found| found.code == code);
        if let Some(found) = found.filter(|_| stands) {
            return self.words(&found.words).into();
        }
        let check = Check::find(code);
        let rule = check.and_then(Check::rule);
        let name = rule.map_or(code, |rule| self.says(rule.name.0, rule.name.1));
        let measure = self.conclusion.measures.iter().find(|known| Some(known.check) == check);
        let in_order = |ratio: Ratio| !ratio.is_no_data() && ratio.numerator == ratio.denominator;
        if measure.is_some_and(|measure| in_order(measure.ratio)) {
            format!("{name} ({})", self.says("đã khắc phục", "mended"))
        } else {
            name.into()
        }
    }

    fn advice(&self) -> Option<Section> {
        let mut blocks = Vec::new();
        let advised: Vec<String> = self
            .conclusion
            .shortcomings()
            .filter_map(|found| found.advice.as_ref())
            .map(|advice| self.words(advice).to_string())
            .collect();
        if !advised.is_empty() {
            blocks.push(Block::List(advised));
        }
        let rows: Vec<Vec<String>> = self
            .conclusion
            .remedies
            .iter()
            .map(|remedy| {
                let what = self.remedied(&remedy.finding, remedy.stands);
                self.item(&remedy.task, Some(what))
            })
            .collect();
        if !rows.is_empty() {
            let columns = self.columns([
                ("Mã số", "Code"),
                ("Việc khắc phục", "Remedy"),
                ("Khắc phục cho", "For"),
                ("Người thực hiện", "Officer"),
                ("Bắt đầu", "Start"),
                ("Thời hạn", "Due"),
                ("Ngày hoàn thành", "Done"),
                ("Tình trạng", "Standing"),
                ("Thiếu sót", "Faults"),
            ]);
            let caption = self.says("Việc khắc phục", "Remedies").into();
            blocks.push(Block::Table(Table { caption, columns, rows }));
        }
        let heading = self.says("Kiến nghị và khắc phục", "Advice and remedies").into();
        (!blocks.is_empty()).then_some(Section { heading, blocks })
    }

    fn duty(&self, duty: Duty) -> String {
        match duty {
            Duty::PlanIssue => self.says("Ban hành kế hoạch", "Issue the plan").into(),
            Duty::PlanItem => self.says("Nội dung kế hoạch", "Plan item").into(),
            Duty::Remedy => self.says("Khắc phục", "Remedy").into(),
            Duty::QualityTransition => self
                .says("Chuyển đổi hệ thống quản lý chất lượng", "Transition of the quality system")
                .into(),
            other => other.as_str().replace('_', " "),
        }
    }

    fn obligations(&self) -> Option<Section> {
        let row = |owed: &Owed| {
            alloc::vec![
                owed.subject.clone(),
                self.duty(owed.duty),
                owed.bearer.clone(),
                self.date(owed.due_date),
                self.maybe(owed.done),
                self.state(owed.standing),
            ]
        };
        let rows: Vec<Vec<String>> = self.conclusion.obligations.iter().map(row).collect();
        let heading = self.says("Nghĩa vụ theo thời hạn", "Duties by due date");
        let table = Table {
            caption: heading.into(),
            columns: self.columns([
                ("Mã số", "Code"),
                ("Nghĩa vụ", "Duty"),
                ("Người chịu trách nhiệm", "Bearer"),
                ("Thời hạn", "Due"),
                ("Ngày hoàn thành", "Done"),
                ("Tình trạng", "Standing"),
            ]),
            rows,
        };
        (!table.rows.is_empty())
            .then(|| Section { heading: heading.into(), blocks: alloc::vec![Block::Table(table)] })
    }

    /// Each basis once, with whether it was read.
    fn basis(&self) -> Option<Section> {
        let mut rows: Vec<Vec<String>> = Vec::new();
        for basis in self.conclusion.findings.iter().flat_map(|found| &found.basis) {
            let read = match basis.verified {
                true => self.says("đã kiểm chứng", "verified"),
                false => self.says("chưa kiểm chứng", "not verified"),
            };
            let mut row = alloc::vec![self.words(&basis.words).to_string(), read.to_string()];
            if self.language == Language::English {
                row.push(match basis.source.as_str() {
                    "" => "as given".into(),
                    source => source.into(),
                });
            }
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        let heading = self.says("Căn cứ", "Basis");
        let mut columns = self.columns([("Văn bản", "Document"), ("Kiểm chứng", "Verified")]);
        // The sources are told in English.
        if self.language == Language::English {
            columns.push(Column::text("Source"));
        }
        let table = Table {
            caption: self.says("Văn bản làm căn cứ", "Documents the findings rest on").into(),
            columns,
            rows,
        };
        (!table.rows.is_empty())
            .then(|| Section { heading: heading.into(), blocks: alloc::vec![Block::Table(table)] })
    }
}
