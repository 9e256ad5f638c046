//! The report of a period as one page and as one Markdown text.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::Datelike;

use super::table::{self, number, short_moment};
use super::{Markup, Page, Sheet, markdown, svg};
use crate::deadline::{Language, english_date, vietnamese_date, vietnamese_span};
use crate::obligation::{Practice, Promise, ReportPractice};
use crate::procedure::{Catalogue, GovernmentLevel};
use crate::report::{
    AgencyScore, Grouping, Ii07b, Indicator, IndicatorScore, LevelCount, ListedDossier, MonthTally,
    OfficerScore, Ratio, Report, Tally, Times,
};
use crate::{Calendar, Error};

/// How many dossiers a list shows; the rest is counted.
const MOST_LISTED: usize = 500;

/// Trang báo cáo — the report of a period: forms II.06a and II.07b, the months, the late list,
/// what is due soon, the times taken, the load of each day, and the indicators where they are
/// given.
///
/// # Examples
///
/// ```
/// use motcua::Calendar;
/// use motcua::calendar::parse_date as day;
/// use motcua::deadline::Language;
/// use motcua::obligation::StandingPolicy;
/// use motcua::render::ReportPage;
/// use motcua::report::{Period, Report};
///
/// let calendar = Calendar::vietnam()?;
/// let quarter = Period::new(day("2026-07-01")?, day("2026-09-30")?)?;
/// let report = Report::new(quarter, StandingPolicy::default());
/// let page = ReportPage::new(&calendar, &report, Language::Vietnamese);
/// assert!(page.to_html()?.contains("Biểu II.06a"));
/// assert!(page.to_markdown()?.starts_with("# Báo cáo giải quyết thủ tục hành chính"));
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct ReportPage<'a> {
    calendar: &'a Calendar,
    report: &'a Report,
    language: Language,
    title: Option<&'a str>,
    notice: Option<&'a str>,
    leads: &'a [String],
    catalogue: Option<&'a Catalogue>,
    agencies: &'a [(String, AgencyScore)],
    officers: &'a [(String, OfficerScore)],
}

/// A part of a section.
enum Block {
    Lines(Vec<String>),
    Table(Sheet),
    /// A table that has a form of its own on the page.
    Form(Markup, Sheet),
    /// Stands on the page only; a table beside it says the same.
    Picture(Markup),
}

struct Section {
    heading: &'static str,
    blocks: Vec<Block>,
}

impl<'a> ReportPage<'a> {
    /// The page of a report.
    pub const fn new(calendar: &'a Calendar, report: &'a Report, language: Language) -> Self {
        Self {
            calendar,
            report,
            language,
            title: None,
            notice: None,
            leads: &[],
            catalogue: None,
            agencies: &[],
            officers: &[],
        }
    }

    /// The same page under a title of its own.
    pub const fn title(mut self, title: &'a str) -> Self {
        self.title = Some(title);
        self
    }

    /// The same page with a notice that cannot be overlooked.
    pub const fn notice(mut self, notice: Option<&'a str>) -> Self {
        self.notice = notice;
        self
    }

    /// The same page with lines below the title.
    pub const fn leads(mut self, leads: &'a [String]) -> Self {
        self.leads = leads;
        self
    }

    /// The same page with the names of the procedures, and form II.07b.
    pub const fn catalogue(mut self, catalogue: &'a Catalogue) -> Self {
        self.catalogue = Some(catalogue);
        self
    }

    /// The same page with the scores of agencies and officers by their names.
    pub const fn scores(
        mut self,
        agencies: &'a [(String, AgencyScore)],
        officers: &'a [(String, OfficerScore)],
    ) -> Self {
        (self.agencies, self.officers) = (agencies, officers);
        self
    }

    /// The page as one HTML file.
    ///
    /// # Errors
    ///
    /// [`crate::report::ReportError::BrokenSum`] when the sums of a row do not agree.
    pub fn to_html(&self) -> Result<String, Error> {
        let mut page = Page::new(self.heading(), self.language);
        if let Some(notice) = self.notice {
            page = page.notice(notice);
        }
        page = page.lead(&self.subject());
        for lead in self.leads {
            page = page.lead(lead);
        }
        for section in self.sections()? {
            let mut all = Markup::default();
            for block in &section.blocks {
                all = all.then(&match block {
                    Block::Lines(lines) => Markup::list(lines),
                    Block::Table(sheet) => sheet.to_markup(self.language),
                    Block::Form(markup, _) | Block::Picture(markup) => markup.clone(),
                });
            }
            page = page.section(section.heading, &all);
        }
        Ok(page.to_html())
    }

    /// The page as Markdown: all but the pictures.
    ///
    /// # Errors
    ///
    /// As [`ReportPage::to_html`].
    pub fn to_markdown(&self) -> Result<String, Error> {
        let mut out = format!("# {}\n", markdown(self.heading()));
        if let Some(notice) = self.notice {
            out.push_str(&format!("\n**{}**\n", markdown(notice)));
        }
        for lead in core::iter::once(&self.subject()).chain(self.leads) {
            out.push_str(&format!("\n{}\n", markdown(lead)));
        }
        for section in self.sections()? {
            out.push_str(&format!("\n## {}\n", markdown(section.heading)));
            for block in &section.blocks {
                match block {
                    Block::Lines(lines) => {
                        out.push('\n');
                        for line in lines {
                            out.push_str(&format!("- {}\n", markdown(line)));
                        }
                    }
                    Block::Table(sheet) | Block::Form(_, sheet) => {
                        out.push_str(&format!("\n{}", sheet.to_markdown(self.language)));
                    }
                    Block::Picture(_) => {}
                }
            }
        }
        Ok(out)
    }

    fn heading(&self) -> &str {
        let own = self
            .language
            .pick("Báo cáo giải quyết thủ tục hành chính", "Report on administrative procedures");
        self.title.unwrap_or(own)
    }

    fn date(&self, date: chrono::NaiveDate) -> String {
        match self.language {
            Language::Vietnamese => vietnamese_date(date),
            Language::English => english_date(date),
        }
    }

    /// The period, and the moment at which open dossiers are judged.
    fn subject(&self) -> String {
        let period = self.report.period();
        let at = self.report.judged_at();
        format!(
            "{} {} {} {}; {} {}",
            self.language.pick("Kỳ báo cáo từ", "Period from"),
            self.date(period.from()),
            self.language.pick("đến", "to"),
            self.date(period.to()),
            self.language.pick("xét lúc", "judged at"),
            self.language.moment(at, at.date())
        )
    }

    fn sections(&self) -> Result<Vec<Section>, Error> {
        let language = self.language;
        let totals = self.report.totals()?;
        let mut sections = alloc::vec![
            Section {
                heading: language.pick("Tóm tắt", "In short"),
                blocks: alloc::vec![Block::Lines(self.summary(&totals))],
            },
            Section {
                heading: language.pick("Biểu II.06a", "Form II.06a"),
                blocks: Grouping::ALL.iter().map(|by| self.form(*by, &totals)).collect(),
            },
            Section { heading: language.pick("Theo tháng", "By month"), blocks: self.months() },
            Section {
                heading: language.pick("Hồ sơ quá hạn", "Late dossiers"),
                blocks: self.late(),
            },
            Section {
                heading: language.pick("Hồ sơ sắp đến hạn", "Due soon"),
                blocks: self.due_soon(),
            },
            Section {
                heading: language.pick("Thời gian giải quyết", "Times taken"),
                blocks: alloc::vec![self.times()],
            },
            Section {
                heading: language.pick("Khối lượng từng ngày", "Load by day"),
                blocks: self.load()?,
            },
        ];
        if let Some(catalogue) = self.catalogue {
            let form = Ii07b::of(catalogue, self.report.period().to());
            sections.push(Section {
                heading: language.pick("Biểu II.07b", "Form II.07b"),
                blocks: alloc::vec![self.ii07b(&form)],
            });
        }
        if !self.agencies.is_empty() || !self.officers.is_empty() {
            sections.push(Section {
                heading: language.pick("Chỉ số đánh giá", "Indicators"),
                blocks: self.indicators(),
            });
        }
        sections.push(Section {
            heading: language.pick("Cách tính", "How it is counted"),
            blocks: alloc::vec![Block::Lines(self.practice())],
        });
        Ok(sections)
    }

    fn summary(&self, totals: &Tally) -> Vec<String> {
        let language = self.language;
        let n = number;
        let Tally { received, online, direct_or_post, carried_over, .. } = *totals;
        let Tally { solved, early, on_time, late, pending, in_time, overdue, ended, .. } = *totals;
        let mut lines = match language {
            Language::Vietnamese => alloc::vec![
                format!(
                    "Tiếp nhận {}: trực tuyến {}, trực tiếp hoặc bưu chính {}, từ kỳ trước {}",
                    n(received),
                    n(online),
                    n(direct_or_post),
                    n(carried_over)
                ),
                format!(
                    "Đã giải quyết {}: trước hạn {}, đúng hạn {}, quá hạn {}",
                    n(solved),
                    n(early),
                    n(on_time),
                    n(late)
                ),
                format!(
                    "Đang giải quyết {}: trong hạn {}, quá hạn {}",
                    n(pending),
                    n(in_time),
                    n(overdue)
                ),
            ],
            Language::English => alloc::vec![
                format!(
                    "Received {}: online {}, at the desk or by post {}, carried over {}",
                    n(received),
                    n(online),
                    n(direct_or_post),
                    n(carried_over)
                ),
                format!(
                    "Solved {}: early {}, on time {}, late {}",
                    n(solved),
                    n(early),
                    n(on_time),
                    n(late)
                ),
                format!("Open {}: in time {}, overdue {}", n(pending), n(in_time), n(overdue)),
            ],
        };
        if ended > 0 {
            let text = language.pick(
                "Kết thúc không có kết quả, không thuộc cột nào của biểu",
                "Ended without a result, in no column of the form",
            );
            lines.push(format!("{text}: {}", n(ended)));
        }
        let on_time =
            language.pick("Tỷ lệ giải quyết trước hạn và đúng hạn", "Solved early or on time");
        let online = language.pick("Tỷ lệ nộp trực tuyến trong kỳ", "Filed online in the period");
        lines.push(table::rate(on_time, totals.on_time_ratio(), language));
        lines.push(table::rate(online, totals.online_ratio(), language));
        lines
    }

    /// What a row of a grouping is called: of a procedure its code and its name.
    fn label(&self, by: Grouping, name: &str) -> String {
        match by {
            Grouping::Procedure => self.procedure(name),
            Grouping::Field | Grouping::Agency => name.to_owned(),
        }
    }

    fn procedure(&self, reference: &str) -> String {
        let known = self.catalogue.and_then(|catalogue| catalogue.find(reference));
        match known {
            Some(procedure) if procedure.name != reference => {
                format!("{reference} {}", procedure.name)
            }
            _ => reference.to_owned(),
        }
    }

    fn form(&self, by: Grouping, totals: &Tally) -> Block {
        let language = self.language;
        let label = |name: &str| self.label(by, name);
        let page = table::form(self.report, by, label, totals, language);
        let mut names = alloc::vec![table::grouping(by, language).to_owned()];
        names.extend(table::columns(language));
        let caption = match by {
            Grouping::Field => language.pick("Theo lĩnh vực", "By field"),
            Grouping::Agency => language.pick("Theo cơ quan", "By agency"),
            Grouping::Procedure => language.pick("Theo thủ tục", "By procedure"),
        };
        let mut sheet = Sheet::new(caption, names).numbers_from(1);
        let cells = |name: String, tally: &Tally| {
            let numbers = table::numbers(tally).map(number);
            core::iter::once(name).chain(numbers).collect::<Vec<String>>()
        };
        for (name, row) in self.report.rows(by) {
            sheet.row(cells(table::named(&label(name), by, language), &row.tally));
        }
        sheet.total(cells(language.pick("Tổng cộng", "Total").to_owned(), totals));
        Block::Form(Markup::heading(caption).then(&page), sheet)
    }

    fn months(&self) -> Vec<Block> {
        let language = self.language;
        let months = self.report.months();
        let names = [
            language.pick("Tháng", "Month"),
            language.pick("Tiếp nhận", "Received"),
            language.pick("Trực tuyến", "Online"),
            language.pick("Đến hạn", "Due"),
            language.pick("Giải quyết xong", "Solved"),
            language.pick("Trước hạn", "Early"),
            language.pick("Đúng hạn", "On time"),
            language.pick("Quá hạn", "Late"),
            language.pick("Tỷ lệ đúng hạn", "On-time share"),
        ];
        let caption = language.pick("Số liệu theo tháng", "The months in figures");
        let mut sheet = Sheet::new(caption, names).numbers_from(1);
        for MonthTally { year, month, tally } in &months {
            let numbers = [
                tally.received(),
                tally.online,
                tally.due,
                tally.solved(),
                tally.early,
                tally.on_time,
                tally.late,
            ];
            let mut cells = alloc::vec![format!("{month:02}/{year}")];
            cells.extend(numbers.map(number));
            cells.push(self.percent(tally.on_time_ratio()));
            sheet.row(cells);
        }
        let picture = svg::month_bars(&months, language);
        let caption = language.pick(
            "Số hồ sơ giải quyết đúng hạn (sáng) và trễ hạn (đậm, có sọc) theo tháng",
            "Dossiers solved on time (light) and late (dark, striped) by month",
        );
        alloc::vec![Block::Picture(Markup::figure(caption, &picture)), Block::Table(sheet)]
    }

    fn percent(&self, ratio: Ratio) -> String {
        ratio.hundredths_of_percent().map_or_else(|| "–".to_owned(), |cut| self.hundredths(cut))
    }

    /// Hundredths of a percent as the language writes them.
    fn hundredths(&self, cut: u32) -> String {
        let point = self.language.pick(",", ".");
        format!("{}{point}{:02} %", cut / 100, cut % 100)
    }

    fn list(&self, caption: &str, dossiers: &[&ListedDossier], late: bool) -> Vec<Block> {
        let language = self.language;
        let caption = format!("{caption}: {}", number(count(dossiers.len())));
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
                language.pick("Trễ", "Late by"),
                language.pick("Khâu gây trễ", "Cause"),
                language.pick("Xin lỗi", "Apology"),
            ]);
        } else {
            names.push(language.pick("Còn lại", "Left"));
        }
        let mut sheet = Sheet::new(caption, names);
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
            sheet.row(cells);
        }
        let mut blocks = alloc::vec![Block::Table(sheet)];
        if let Some(rest) = dossiers.len().checked_sub(MOST_LISTED).filter(|rest| *rest > 0) {
            let more = language.pick("hồ sơ nữa không liệt kê", "more that are not listed");
            blocks.push(Block::Lines(alloc::vec![format!("{} {more}", number(count(rest)))]));
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

    fn late(&self) -> Vec<Block> {
        let (open, solved): (Vec<_>, Vec<_>) =
            self.report.late().into_iter().partition(|it| it.finished.is_none());
        let language = self.language;
        let overdue = language.pick("Đang giải quyết, đã quá hạn", "Open and overdue");
        let late = language.pick("Đã giải quyết, quá hạn", "Solved late");
        let mut blocks = self.list(overdue, &open, true);
        blocks.extend(self.list(late, &solved, true));
        blocks
    }

    fn due_soon(&self) -> Vec<Block> {
        let caption = self.language.pick("Sắp đến hạn", "Due soon");
        self.list(caption, &self.report.due_soon(), false)
    }

    fn minutes(&self, minutes: Option<u32>) -> String {
        let Some(minutes) = minutes else { return "–".into() };
        let (hours, rest) = (minutes / 60, minutes % 60);
        match self.language {
            Language::Vietnamese => format!("{hours} giờ {rest:02} phút"),
            Language::English => format!("{hours} h {rest:02} min"),
        }
    }

    fn times(&self) -> Block {
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
        let mut sheet = Sheet::new(caption, names).numbers_from(1);
        let cells = |name: String, times: &Times| {
            let share =
                |share: Option<u32>| share.map_or_else(|| "–".into(), |s| self.hundredths(s));
            [
                name,
                number(times.used.count()),
                self.minutes(times.used.median()),
                self.minutes(times.used.p90()),
                share(times.share.median()),
                share(times.share.p90()),
            ]
        };
        for (name, row) in self.report.rows(Grouping::Procedure) {
            let label = table::named(&self.procedure(name), Grouping::Procedure, language);
            sheet.row(cells(label, &row.times));
        }
        let all = language.pick("Tất cả", "All").to_owned();
        sheet.total(cells(all, &self.report.whole().times));
        Block::Table(sheet)
    }

    /// The year in which the report is judged, and its heaviest days.
    fn load(&self) -> Result<Vec<Block>, Error> {
        let language = self.language;
        let mut blocks = Vec::new();
        let (from, to) =
            (self.report.period().from().year(), self.report.judged_at().date().year());
        for year in [from, to] {
            let Ok(year) = i16::try_from(year) else { continue };
            let picture = svg::load_months(self.calendar, self.report, year, language)?;
            blocks.push(Block::Picture(picture));
            if from == to {
                break;
            }
        }
        let names = [
            language.pick("Ngày", "Day"),
            language.pick("Đến hạn", "Due"),
            language.pick("Tiếp nhận", "Received"),
            language.pick("Giải quyết xong", "Solved"),
        ];
        let caption = language.pick(
            "Những ngày nhiều hồ sơ đến hạn nhất",
            "The days on which most dossiers fall due",
        );
        let mut sheet = Sheet::new(caption, names).numbers_from(1);
        let mut days: Vec<_> = self.report.days().filter(|(_, day)| day.due > 0).collect();
        days.sort_by_key(|(date, day)| (core::cmp::Reverse(day.due), *date));
        for (date, day) in days.into_iter().take(10) {
            let numbers = [day.due, day.received(), day.solved()].map(number);
            sheet.row(core::iter::once(language.date(date)).chain(numbers));
        }
        blocks.push(Block::Table(sheet));
        Ok(blocks)
    }

    fn ii07b(&self, form: &Ii07b) -> Block {
        let language = self.language;
        let names = [
            language.pick("Cấp", "Level"),
            language.pick("Tổng số thủ tục", "Procedures"),
            language.pick("Thực hiện một cửa", "At the one-stop"),
            language.pick("Trong đó liên thông", "Of these linked"),
            language.pick("Có quy trình nội bộ", "With an internal process"),
        ];
        let caption = language.pick(
            "Số thủ tục theo cấp; thủ tục của nhiều cấp tính ở mỗi cấp và một lần ở tổng số",
            "Procedures by level; one of several levels counts at each and once in the total",
        );
        let mut sheet = Sheet::new(caption, names).numbers_from(1);
        let cells = |name: &str, row: &LevelCount| {
            let numbers = [row.procedures, row.one_stop, row.linked, row.internal_process];
            core::iter::once(name.to_string()).chain(numbers.map(number)).collect::<Vec<_>>()
        };
        for row in &form.rows {
            let name = match row.level {
                Some(GovernmentLevel::Ministry) => language.pick("Cấp bộ", "Ministry"),
                Some(GovernmentLevel::Province) => language.pick("Cấp tỉnh", "Province"),
                Some(GovernmentLevel::District) => language.pick("Cấp huyện", "District"),
                Some(GovernmentLevel::Commune) => language.pick("Cấp xã", "Commune"),
                Some(GovernmentLevel::Other) => language.pick("Cơ quan khác", "Other"),
                None => language.pick("(không ghi cấp)", "(no level given)"),
            };
            sheet.row(cells(name, row));
        }
        sheet.total(cells(language.pick("Tổng cộng", "Total"), &form.total));
        Block::Table(sheet)
    }

    fn indicators(&self) -> Vec<Block> {
        let language = self.language;
        let mut blocks = Vec::new();
        let total = language.pick("Tổng điểm", "Total");
        let decimal = |score: crate::report::Tenths| match language {
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
        if !self.agencies.is_empty() {
            let rating = language.pick("Xếp loại", "Rating");
            let names = heads(language.pick("Cơ quan", "Agency"), &Indicator::ALL, rating);
            let caption = language.pick("Điểm của cơ quan", "Scores of agencies");
            let mut sheet = Sheet::new(caption, names).numbers_from(1);
            for (name, score) in self.agencies {
                let mut row = alloc::vec![table::named(name, Grouping::Agency, language)];
                row.extend(cells(&Indicator::ALL, &score.indicators));
                row.push(decimal(score.total));
                let rating = score.rating.map(|r| language.pick(r.vietnamese(), r.as_str()));
                row.push(rating.unwrap_or("–").to_owned());
                sheet.row(row);
            }
            blocks.push(Block::Table(sheet));
        }
        if !self.officers.is_empty() {
            let mark = language.pick("Mức hoàn thành", "Task");
            let of_officers = Indicator::OF_OFFICERS;
            let names = heads(language.pick("Công chức", "Officer"), &of_officers, mark);
            let caption = language.pick("Điểm của công chức, viên chức", "Scores of officers");
            let mut sheet = Sheet::new(caption, names).numbers_from(1);
            for (name, score) in self.officers {
                let mut row = alloc::vec![name.clone()];
                row.extend(cells(&of_officers, &score.indicators));
                row.push(decimal(score.total));
                let task = score.task.map(|task| language.pick(task.vietnamese(), task.english()));
                row.push(task.unwrap_or("–").to_owned());
                sheet.row(row);
            }
            blocks.push(Block::Table(sheet));
        }
        let mut notes: Vec<String> = Indicator::ALL
            .iter()
            .map(|it| {
                let name = language.pick(it.vietnamese(), it.english());
                format!("{}: {name}", it.number())
            })
            .collect();
        notes.push(
            language
                .pick(
                    "* có điểm dựa trên thông tin được cung cấp, không có trong sổ; – chưa có số liệu, không tính",
                    "* rests on what was given and is not in the log; – no data, left out",
                )
                .to_owned(),
        );
        let rule = self.agencies.first().map(|(_, score)| score.rule);
        if let Some(rule) = rule.or(self.officers.first().map(|(_, score)| score.rule)) {
            let basis = match language {
                Language::Vietnamese => format!("Căn cứ: {}", rule.basis.vietnamese()),
                Language::English => format!("Basis: {}", rule.basis.english()),
            };
            notes.push(match rule.basis.verified {
                true => basis,
                false => {
                    let unread = language.pick("căn cứ chưa kiểm chứng", "not verified");
                    format!("{basis} ({unread})")
                }
            });
        }
        blocks.push(Block::Lines(notes));
        blocks
    }

    fn practice(&self) -> Vec<String> {
        let language = self.language;
        let policy = self.report.policy();
        let compared = match policy.practice {
            Practice::ByDate => language.pick(
                "Xét đúng hạn, trễ hạn theo ngày",
                "Early, on time and late are told by date",
            ),
            Practice::ByInstant => language.pick(
                "Xét đúng hạn, trễ hạn theo thời điểm",
                "Early, on time and late are told by instant",
            ),
        };
        let promise = match policy.promise {
            Promise::Last => language.pick(
                "Hồ sơ đã hẹn lại tính theo ngày hẹn sau cùng",
                "Dossiers put off are judged by the last appointment",
            ),
            Promise::First => language.pick(
                "Hồ sơ đã hẹn lại tính theo ngày hẹn đầu tiên",
                "Dossiers put off are judged by the first appointment",
            ),
        };
        let places = match policy.report {
            ReportPractice::OneStop => language.pick(
                "Thông lệ một cửa: hồ sơ chờ bổ sung hoặc đã dừng tính là đang giải quyết trong \
                 hạn, hồ sơ rút tính là đúng hạn (không có điều luật nào quy định)",
                "One-stop practice: waiting and stopped dossiers are open in time, withdrawn ones \
                 on time (no article settles it)",
            ),
            ReportPractice::Lenient => language.pick(
                "Tính rộng: hồ sơ chờ bổ sung, rút hoặc dừng tính là đã giải quyết đúng hạn \
                 (không có điều luật nào quy định)",
                "Lenient practice: waiting, withdrawn and stopped dossiers are solved on time (no \
                 article settles it)",
            ),
            ReportPractice::Strict => language.pick(
                "Tính chặt: chỉ hồ sơ có kết quả là đã giải quyết; hồ sơ rút hoặc dừng tính riêng",
                "Strict practice: only results are solved; withdrawn and stopped ones are apart",
            ),
        };
        let times = language.pick(
            "Trung vị, phân vị 90: giá trị nhỏ nhất mà 50 %, 90 % số hồ sơ không vượt quá",
            "Median, 90th percentile: the least value that 50 %, 90 % of the dossiers do not exceed",
        );
        [compared, promise, places, times].map(str::to_owned).into()
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
