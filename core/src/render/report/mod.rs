//! The report of a period as one page and as one Markdown text.

mod lists;
mod scores;

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::document::{Block, Column, Document, Section, Table};
use super::table::{self, number};
use super::{Markup, svg};
use crate::deadline::Language;
use crate::obligation::{Practice, Promise, ReportPractice};
use crate::procedure::{Catalogue, GovernmentLevel};
use crate::report::{
    AgencyScore, Grouping, Ii07b, LevelCount, MonthTally, OfficerScore, Ratio, Report, Tally,
};
use crate::{Calendar, Error};

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
        Ok(self.document()?.page().to_html())
    }

    /// The page as Markdown: all but the pictures.
    ///
    /// # Errors
    ///
    /// As [`ReportPage::to_html`].
    pub fn to_markdown(&self) -> Result<String, Error> {
        Ok(self.document()?.markdown())
    }

    fn document(&self) -> Result<Document, Error> {
        let leads = core::iter::once(self.subject()).chain(self.leads.iter().cloned());
        Ok(Document {
            title: self.heading().to_owned(),
            language: self.language,
            notices: self.notice.iter().map(|notice| (*notice).to_owned()).collect(),
            leads: leads.collect(),
            sections: self.sections()?,
        })
    }

    fn heading(&self) -> &str {
        let own = self
            .language
            .pick("Báo cáo giải quyết thủ tục hành chính", "Report on administrative procedures");
        self.title.unwrap_or(own)
    }

    fn date(&self, date: chrono::NaiveDate) -> String {
        self.language.plain_date(date)
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
                heading: language.pick("Tóm tắt", "In short").into(),
                blocks: self.summary(&totals),
            },
            Section {
                heading: language.pick("Biểu II.06a", "Form II.06a").into(),
                blocks: Grouping::ALL.into_iter().flat_map(|by| self.form(by, &totals)).collect(),
            },
            Section {
                heading: language.pick("Theo tháng", "By month").into(),
                blocks: self.months()
            },
            Section {
                heading: language.pick("Hồ sơ quá hạn", "Late dossiers").into(),
                blocks: self.late(),
            },
            Section {
                heading: language.pick("Hồ sơ sắp đến hạn", "Due soon").into(),
                blocks: self.due_soon(),
            },
            Section {
                heading: language.pick("Thời gian giải quyết", "Times taken").into(),
                blocks: alloc::vec![self.times()],
            },
            Section {
                heading: language.pick("Khối lượng từng ngày", "Load by day").into(),
                blocks: self.load()?,
            },
        ];
        if let Some(catalogue) = self.catalogue {
            let form = Ii07b::of(catalogue, self.report.period().to());
            sections.push(Section {
                heading: language.pick("Biểu II.07b", "Form II.07b").into(),
                blocks: alloc::vec![self.ii07b(&form)],
            });
        }
        if !self.agencies.is_empty() || !self.officers.is_empty() {
            sections.push(Section {
                heading: language.pick("Chỉ số đánh giá", "Indicators").into(),
                blocks: self.indicators(),
            });
        }
        sections.push(Section {
            heading: language.pick("Cách tính", "How it is counted").into(),
            blocks: alloc::vec![Block::List(self.practice())],
        });
        Ok(sections)
    }

    fn summary(&self, totals: &Tally) -> Vec<Block> {
        let language = self.language;
        let n = |value: u32| number(value, language);
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
        lines.push(table::rate(online, totals.online_ratio(), language));
        let on_time = table::rate(on_time, totals.on_time_ratio(), language);
        alloc::vec![Block::Statement(on_time), Block::List(lines)]
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

    fn form(&self, by: Grouping, totals: &Tally) -> [Block; 2] {
        let language = self.language;
        let label = |name: &str| self.label(by, name);
        let page = table::form(self.report, by, label, totals, language);
        let mut names = alloc::vec![table::grouping(by, language).to_owned()];
        names.extend(table::columns(language));
        let heading = match by {
            Grouping::Field => language.pick("Theo lĩnh vực", "By field"),
            Grouping::Agency => language.pick("Theo cơ quan", "By agency"),
            Grouping::Procedure => language.pick("Theo thủ tục", "By procedure"),
        };
        let mut table = numbers(table::caption(self.report, language), names);
        let cells = |name: String, tally: &Tally| {
            let numbers = table::numbers(tally).map(|value| number(value, language));
            core::iter::once(name).chain(numbers).collect::<Vec<String>>()
        };
        for (name, row) in self.report.rows(by) {
            table.rows.push(cells(table::named(&label(name), by, language), &row.tally));
        }
        let total = cells(language.pick("Tổng cộng", "Total").to_owned(), totals);
        [Block::Heading(heading.to_owned()), Block::Form(page, table, Some(total))]
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
        let mut table = numbers(caption, names);
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
            // In Vietnamese a zero stands before the months 1 and 2 only.
            let mut cells = alloc::vec![match language {
                Language::Vietnamese if *month > 2 => format!("{month}/{year}"),
                _ => format!("{month:02}/{year}"),
            }];
            cells.extend(numbers.map(|value| number(value, language)));
            cells.push(self.percent(tally.on_time_ratio()));
            table.rows.push(cells);
        }
        let picture = svg::month_bars(&months, language);
        let caption = language.pick(
            "Số hồ sơ giải quyết đúng hạn (sáng) và quá hạn (đậm, có sọc) theo tháng",
            "Dossiers solved on time (light) and late (dark, striped) by month",
        );
        let picture = Block::Picture(Markup::figure(caption, &picture));
        alloc::vec![picture, Block::Numbers(table, None)]
    }

    fn percent(&self, ratio: Ratio) -> String {
        ratio.hundredths_of_percent().map_or_else(|| "–".to_owned(), |cut| self.hundredths(cut))
    }

    /// Hundredths of a percent as the language writes them.
    fn hundredths(&self, cut: u32) -> String {
        let point = self.language.pick(",", ".");
        format!("{}{point}{:02} %", cut / 100, cut % 100)
    }

    /// The years of the period up to the day the report is judged, and the heaviest days.
    fn load(&self) -> Result<Vec<Block>, Error> {
        let language = self.language;
        let mut blocks = Vec::new();
        let mut years: Vec<i32> = self.report.months().iter().map(|month| month.year).collect();
        years.dedup();
        for year in years {
            let Ok(year) = i16::try_from(year) else { continue };
            let picture = svg::load_months(self.calendar, self.report, year, language)?;
            blocks.push(Block::Picture(picture));
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
        let mut table = numbers(caption, names);
        let mut days: Vec<_> = self.report.days().filter(|(_, day)| day.due > 0).collect();
        days.sort_by_key(|(date, day)| (core::cmp::Reverse(day.due), *date));
        for (date, day) in days.into_iter().take(10) {
            let numbers = [day.due, day.received(), day.solved()];
            let numbers = numbers.map(|value| number(value, language));
            table.rows.push(core::iter::once(language.date(date)).chain(numbers).collect());
        }
        blocks.push(Block::Numbers(table, None));
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
        let mut table = numbers(caption, names);
        let cells = |name: &str, row: &LevelCount| {
            let counts = [Some(row.procedures), row.one_stop, row.linked, row.internal_process];
            let known = |count: Option<u32>| {
                count.map_or_else(|| "–".to_owned(), |count| number(count, language))
            };
            core::iter::once(name.to_string()).chain(counts.map(known)).collect::<Vec<_>>()
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
            table.rows.push(cells(name, row));
        }
        let total = cells(language.pick("Tổng cộng", "Total"), &form.total);
        Block::Numbers(table, Some(total))
    }

    fn practice(&self) -> Vec<String> {
        let language = self.language;
        let policy = self.report.policy();
        let compared = match policy.practice {
            Practice::ByDate => language.pick(
                "Xét đúng hạn, quá hạn theo ngày",
                "Early, on time and late are told by date",
            ),
            Practice::ByInstant => language.pick(
                "Xét đúng hạn, quá hạn theo thời điểm",
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
                "Thông lệ một cửa: hồ sơ chờ bổ sung hoặc đã dừng giải quyết được tính là đang giải \
                 quyết trong hạn, hồ sơ đã rút được tính là đúng hạn (không có điều luật nào quy \
                 định)",
                "One-stop practice: waiting and stopped dossiers are open in time, withdrawn ones \
                 on time (no article settles it)",
            ),
            ReportPractice::Lenient => language.pick(
                "Tính rộng: hồ sơ chờ bổ sung, đã rút hoặc đã dừng giải quyết được tính là đã giải \
                 quyết đúng hạn (không có điều luật nào quy định)",
                "Lenient practice: waiting, withdrawn and stopped dossiers are solved on time (no \
                 article settles it)",
            ),
            ReportPractice::Strict => language.pick(
                "Tính chặt: chỉ hồ sơ có kết quả là đã giải quyết; hồ sơ đã rút hoặc đã dừng giải \
                 quyết được tính riêng",
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

/// A table whose columns are numbers but for the first.
fn numbers<T: Into<String>>(
    caption: impl Into<String>,
    names: impl IntoIterator<Item = T>,
) -> Table {
    let mut columns: Vec<Column> = names.into_iter().map(Column::number).collect();
    if let Some(first) = columns.first_mut() {
        first.number = false;
    }
    Table { caption: caption.into(), columns, rows: Vec::new() }
}

fn texts<T: Into<String>>(caption: impl Into<String>, names: impl IntoIterator<Item = T>) -> Table {
    let columns = names.into_iter().map(Column::text).collect();
    Table { caption: caption.into(), columns, rows: Vec::new() }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
