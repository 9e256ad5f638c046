// The words of the elements in both languages.
import type { DayKind, Holiday } from "../types.js";

export type Language = "vi" | "en";

type Words = Record<string, string>;

const VI: Words = {
  loading: "Đang tải…",
  due: "Hẹn trả kết quả",
  how: "Cách tính",
  legend: "Chú giải",
  received: "Ngày nhận",
  counted: "Được tính",
  dueDay: "Ngày hẹn",
  working: "Ngày làm việc",
  weekend: "Nghỉ hằng tuần",
  holiday: "Nghỉ lễ, tết",
  in_lieu: "Nghỉ bù",
  swapped_off: "Nghỉ hoán đổi",
  make_up: "Làm bù",
  closure: "Cơ quan nghỉ",
  countedDay: "ngày thứ {n}",
  more: "Và {n} tháng nữa.",
  final: "Theo lịch nghỉ chính thức",
  provisional: "Chưa có thông báo nghỉ chính thức; ngày hẹn tạm tính",
  provisionalYear: "Tạm thời: chưa có thông báo lịch nghỉ chính thức",
  projected: "Dự kiến theo luật, chưa có thông báo lịch nghỉ",
  officeYear: "Lịch làm việc năm {year}",
  previous: "Năm trước",
  next: "Năm sau",
  source: "Nguồn",
  workingDays: "{n} ngày làm việc",
  daysOff: "Ngày nghỉ lễ, nghỉ bù, hoán đổi và làm bù",
  insteadOf: "cho ngày {date}",
  lunar: "âm lịch {date}",
  hours: "Giờ làm việc",
  closed: "Không làm việc",
  dossier: "Hồ sơ",
  events: "Diễn biến",
  owed: "Nghĩa vụ",
  picture: "Thời gian đã qua",
  dueMark: "hạn trả kết quả",
  apologyOwed: "Phải xin lỗi bằng văn bản chậm nhất {at}.",
  apologyIf: "Nếu trễ hạn, phải xin lỗi bằng văn bản chậm nhất {at}.",
  apologySent: "Đã xin lỗi bằng văn bản lúc {at}.",
  putOff: "Hẹn lại: {at}.",
  left: "còn {span}",
  doneAt: "xong lúc {at}",
  by: "hạn {at}",
  noDue: "Chưa có hạn trả kết quả",
  promises: "Các lần hẹn",
  breaches: "Điểm chưa đúng quy định",
  cautions: "Điểm cần lưu ý",
  mismatch: "Bản ghi không khớp với diễn biến",
  recorded: "ghi {text}",
  computed: "tính ra {text}",
  asOf: "Tính đến {at}",
  unverified: "căn cứ chưa kiểm chứng",
  limitLabel: "Thời hạn giải quyết",
  receivedLabel: "Thời điểm nhận hồ sơ",
  limitHint: "Ví dụ: 10 ngày làm việc",
  required: "Cần nhập thời hạn và thời điểm nhận hồ sơ.",
  empty: "Nhập thời hạn và thời điểm nhận hồ sơ để có ngày hẹn.",
};

const EN: Words = {
  loading: "Loading…",
  due: "Result due",
  how: "How it is counted",
  legend: "Key",
  received: "Day of receipt",
  counted: "Counted",
  dueDay: "Due day",
  working: "Working day",
  weekend: "Weekly rest",
  holiday: "Public holiday",
  in_lieu: "Off in lieu",
  swapped_off: "Swapped off",
  make_up: "Make-up day",
  closure: "Office closed",
  countedDay: "day {n}",
  more: "And {n} more months.",
  final: "By the official notice of days off",
  provisional: "The notice of days off is not final; the date is provisional",
  provisionalYear: "Provisional: the notice of days off is not final",
  projected: "Projected by law; no notice of days off yet",
  officeYear: "The office year {year}",
  previous: "Previous year",
  next: "Next year",
  source: "Source",
  workingDays: "{n} working days",
  daysOff: "Holidays, days in lieu, swaps and make-up days",
  insteadOf: "for {date}",
  lunar: "lunar {date}",
  hours: "Hours",
  closed: "Not worked",
  dossier: "Dossier",
  events: "What happened",
  owed: "What is owed",
  picture: "The time that went by",
  dueMark: "result due",
  apologyOwed: "A written apology is owed by {at}.",
  apologyIf: "If the result is late, a written apology is owed by {at}.",
  apologySent: "A written apology was sent at {at}.",
  putOff: "New appointment: {at}.",
  left: "{span} left",
  doneAt: "done at {at}",
  by: "due {at}",
  noDue: "No due date yet",
  promises: "Appointments given",
  breaches: "Not by the rules",
  cautions: "To be noted",
  mismatch: "The record against its own events",
  recorded: "recorded {text}",
  computed: "computed {text}",
  asOf: "As of {at}",
  unverified: "basis not verified",
  limitLabel: "Time limit",
  receivedLabel: "Received at",
  limitHint: "For example: 10 ngày làm việc",
  required: "A time limit and the time of receipt are needed.",
  empty: "Give a time limit and the time of receipt to get the due date.",
};

const HOLIDAYS: Record<Holiday, [vi: string, en: string]> = {
  new_year: ["Tết Dương lịch", "New Year's Day"],
  tet: ["Tết Âm lịch", "Lunar New Year (Tết)"],
  hung_kings: ["Giỗ Tổ Hùng Vương", "Hùng Kings' Commemoration Day"],
  reunification: ["Ngày Chiến thắng 30/4", "Reunification Day"],
  labour: ["Ngày Quốc tế lao động 1/5", "Labour Day"],
  national: ["Quốc khánh", "National Day"],
  culture: ["Ngày Văn hóa Việt Nam", "Vietnam Culture Day"],
};

const NAMES: Record<string, [vi: string, en: string]> = {
  // Standings.
  not_started: ["chưa bắt đầu tính", "not started"],
  in_time: ["trong hạn", "in time"],
  due_soon: ["sắp đến hạn", "due soon"],
  overdue: ["quá hạn", "overdue"],
  early: ["trước hạn", "early"],
  on_time: ["đúng hạn", "on time"],
  late: ["trễ hạn", "late"],
  waiting: ["đang chờ", "waiting"],
  not_accepted: ["không được tiếp nhận", "not accepted"],
  withdrawn: ["đã rút hồ sơ", "withdrawn"],
  stopped: ["đã dừng giải quyết", "stopped"],
  // Duties, in Vietnamese as the engine names them.
  result: ["Trả kết quả", "Result"],
  reception_answer: ["Trả lời hồ sơ trực tuyến", "Answer on reception"],
  transfer: ["Chuyển hồ sơ", "Hand-over"],
  supplement_notice: ["Thông báo yêu cầu bổ sung hồ sơ", "Notice of what is missing"],
  consultation_answer: ["Trả lời ý kiến", "Answer to a consultation"],
  step: ["Bước xử lý", "Step"],
  apology: ["Văn bản xin lỗi", "Written apology"],
  reappointment: ["Trả kết quả theo ngày hẹn lại", "Result by the new appointment"],
  refusal_notice: ["Thông báo từ chối", "Notice of refusal"],
  payment_notice: ["Thông báo nghĩa vụ tài chính", "Notice of payment"],
  payment: ["Nộp phí, lệ phí", "The applicant's payment"],
  supplement: ["Nộp bổ sung", "The applicant's supplement"],
  publication_decision: ["Ban hành quyết định công bố", "Decision of publication"],
  plan_issue: ["Ban hành kế hoạch", "Issue of the plan"],
  plan_item: ["Việc trong kế hoạch", "Task of the plan"],
  remedy: ["Khắc phục", "Remedy"],
  quality_transition: ["Chuyển đổi hệ thống quản lý chất lượng", "Change of the quality system"],
  database_entry: ["Nhập vào Cơ sở dữ liệu quốc gia về thủ tục hành chính", "Entry into the national database"],
  // Why a due time was promised.
  cause_received: ["hẹn khi tiếp nhận", "promised at receipt"],
  cause_paused: ["dời theo thời gian tạm dừng", "moved by the time of suspension"],
  cause_restarted: ["tính lại từ đầu", "counted anew"],
  cause_reappointed: ["hẹn lại", "new appointment"],
  // Rules that were broken.
  rule_supplement_trips: ["Để người nộp đi lại nhiều lần", "Too many trips for a supplement"],
  rule_result_as_appointed: ["Không trả kết quả đúng hẹn", "The appointment was not kept"],
  rule_reappointment: ["Hẹn lại quá số lần quy định", "Put off too often"],
  // Rules that only ask for care.
  caution_supplement_once: ["Yêu cầu bổ sung quá một lần", "More than one request for a supplement"],
  caution_result_as_appointed: ["Đến nhận kết quả trước giờ hẹn", "Came before the hour of the appointment"],
  // Stretches of time.
  reception: ["chờ tiếp nhận", "waiting for reception"],
  running: ["đang tính thời hạn", "the term runs"],
  paused: ["tạm dừng tính", "the term is suspended"],
};

const EVENTS: Record<string, [vi: string, en: string]> = {
  submitted: ["Nộp hồ sơ", "Handed in"],
  received: ["Tiếp nhận", "Received"],
  agency_received: ["Cơ quan có thẩm quyền nhận hồ sơ", "Received by the competent agency"],
  reception_refused: ["Từ chối tiếp nhận", "Not accepted"],
  transferred: ["Chuyển hồ sơ", "Handed over"],
  step_started: ["Bắt đầu bước", "Step begun"],
  step_finished: ["Kết thúc bước", "Step finished"],
  supplement_requested: ["Yêu cầu bổ sung", "Asked for what is missing"],
  supplement_received: ["Nhận bổ sung", "Supplement received"],
  payment_requested: ["Yêu cầu thực hiện nghĩa vụ tài chính", "Payment asked for"],
  payment_made: ["Đã thực hiện nghĩa vụ tài chính", "Paid"],
  suspended: ["Tạm dừng", "Suspended"],
  resumed: ["Tiếp tục", "Resumed"],
  consultation_asked: ["Lấy ý kiến", "Consultation asked for"],
  consultation_answered: ["Có ý kiến", "Consultation answered"],
  reappointed: ["Xin lỗi và hẹn lại", "Apology and new appointment"],
  apologised: ["Xin lỗi", "Apology"],
  withdrawn: ["Rút hồ sơ", "Withdrawn"],
  stopped: ["Dừng giải quyết", "Stopped"],
  finished: ["Giải quyết xong", "Result ready"],
  returned: ["Trả kết quả", "Result handed over"],
  came_in_vain: ["Sai hẹn", "Came in vain"],
};

// Why a record of the national portal says something else than its events.
const CAUSES: Record<string, [vi: string, en: string]> = {
  wait_counted: ["tính cả thời gian chờ người nộp hồ sơ", "the wait for the applicant was counted"],
  paused_not_restarted: ["chỉ tạm dừng, lẽ ra tính lại từ đầu", "paused where the term starts anew"],
  restarted_not_paused: ["tính lại từ đầu, lẽ ra chỉ tạm dừng", "started anew where the term is paused"],
  reappointment_not_seen: ["chưa cập nhật lần hẹn lại", "the new appointment was not taken over"],
  make_up_day_not_seen: ["coi ngày làm bù là ngày nghỉ", "a make-up day was taken as a day off"],
  days_off_not_seen: ["coi ngày nghỉ lễ là ngày làm việc", "days off were taken as working days"],
  eight_hour_day: ["tính mỗi ngày tám giờ từ phút tiếp nhận", "a day was taken as eight hours from the receipt"],
  first_day_counted: ["tính cả ngày tiếp nhận", "the day of receipt was counted"],
  calendar_days: ["tính ngày làm việc như ngày thường", "working days were counted as calendar days"],
  unexplained: ["không rõ nguyên nhân", "nothing known explains it"],
  waiting_pushed_as_finished: ["đang chờ mà ghi là đã xong", "what waits was pushed as finished"],
  stale_status: ["trạng thái cũ", "a status the dossier has left"],
  status_not_reached: ["diễn biến chưa đến trạng thái này", "the events do not lead to this status"],
  return_date_compared: ["so với ngày trả, không phải ngày xong", "the day it was fetched was compared"],
  waiting_counted_as_late: ["đang chờ mà bị coi là trễ", "a waiting dossier was taken as late"],
  wrong_appointment: ["trễ theo lịch hẹn sai", "late by a wrong appointment"],
};

const REFUSALS: Record<string, [vi: string, en: string]> = {
  invalid_date: ["Ngày không hợp lệ.", "This is not a date."],
  invalid_time: ["Thời điểm không hợp lệ.", "This is not a date and time."],
  no_calendar_data: [
    "Ngoài các năm của lịch (2000–2050).",
    "Outside the years of the calendar (2000–2050).",
  ],
  ambiguous_limit: [
    "Văn bản có nhiều thời hạn; cần chọn trường hợp.",
    "The text holds several limits; a case has to be picked.",
  ],
  no_limit: ["Không có thời hạn để tính trong văn bản.", "The text holds no limit to count."],
  unit_missing: ["Thời hạn thiếu đơn vị tính.", "The limit has no unit."],
  conflicting_limit: ["Số và chữ của thời hạn khác nhau.", "The limit's digits and words differ."],
  not_loaded: ["Không tải được công cụ tính.", "The engine could not be loaded."],
  invalid_national_record: [
    "Bản ghi của Cổng dịch vụ công không đọc được.",
    "The record of the national portal cannot be read.",
  ],
  no_year: ["Cần cho biết năm (2000–2050).", "A year is needed (2000–2050)."],
  invalid_json: ["Bản ghi hồ sơ không phải JSON.", "The dossier record is not JSON."],
  empty_limit: ["Thời hạn bằng 0.", "The limit is 0."],
  part_of_unit: [
    "Không tính được phần lẻ của tuần, tháng, năm.",
    "A part of a week, month or year cannot be counted.",
  ],
  out_of_order: [
    "Các sự kiện sai thứ tự thời gian.",
    "The events are not in the order of their times.",
  ],
  not_received: [
    "Chưa có sự kiện nộp hoặc tiếp nhận hồ sơ.",
    "The dossier was neither handed in nor received.",
  ],
  impossible_event: [
    "Sự kiện không thể xảy ra ở vị trí này.",
    "The event cannot happen at this place.",
  ],
  invalid_request: ["Bản ghi thiếu hoặc sai trường.", "A field of the record is missing or wrong."],
  not_final: [
    "Lịch nghỉ chưa có thông báo chính thức.",
    "There is no official notice of days off.",
  ],
  unknown_case: [
    "Không có thời hạn cho trường hợp này.",
    "There is no limit for this case.",
  ],
  unknown_channel: [
    "Không có thời hạn cho cách thức nộp này.",
    "There is no limit for this way of filing.",
  ],
};

const MONTHS =
  "January February March April May June July August September October November December".split(" ");
const WEEKDAYS: Record<Language, [short: string, long: string][]> = {
  vi: [
    ["T2", "Thứ Hai"],
    ["T3", "Thứ Ba"],
    ["T4", "Thứ Tư"],
    ["T5", "Thứ Năm"],
    ["T6", "Thứ Sáu"],
    ["T7", "Thứ Bảy"],
    ["CN", "Chủ nhật"],
  ],
  en: [
    ["Mo", "Monday"],
    ["Tu", "Tuesday"],
    ["We", "Wednesday"],
    ["Th", "Thursday"],
    ["Fr", "Friday"],
    ["Sa", "Saturday"],
    ["Su", "Sunday"],
  ],
};

const at = (language: Language): 0 | 1 => (language === "vi" ? 0 : 1);

/** A text of the elements, with its places filled. */
export function say(language: Language, key: string, fill: Record<string, unknown> = {}): string {
  const text = (language === "vi" ? VI : EN)[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(fill[name] ?? ""));
}

export const nameOf = (language: Language, code: string): string =>
  NAMES[code]?.[at(language)] ?? code;
export const causeName = (language: Language, cause: string): string =>
  CAUSES[cause]?.[at(language)] ?? cause;
export const eventName = (language: Language, type: string): string =>
  EVENTS[type]?.[at(language)] ?? type;
export const holidayName = (language: Language, holiday: Holiday): string =>
  HOLIDAYS[holiday][at(language)];
export const kindName = (language: Language, kind: DayKind): string => say(language, kind);
export const weekdays = (language: Language): [short: string, long: string][] =>
  WEEKDAYS[language];

/** Why something was refused, in words for those who fill forms in. */
export function refusal(language: Language, error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  const said = REFUSALS[code ?? ""]?.[at(language)];
  // The engine's own message is English, but the field it names helps in any language.
  const field = /field `([^`]+)`/.exec(message ?? "")?.[1];
  if (said !== undefined) return field === undefined ? said : `${said} (${field})`;
  if (language === "vi" && code !== undefined) return `Không tính được (mã lỗi: ${code}).`;
  return message ?? String(error);
}

/** A date as papers write it: `04/9/2026`, `4 September 2026`. */
export function dateText(language: Language, date: string): string {
  const [year = "", month = "", day = ""] = date.slice(0, 10).split("-");
  if (language === "en") return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
  // A zero stands before days below 10 and before the months 1 and 2 only.
  return `${day}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}

/** An instant as papers write it. */
export function instantText(language: Language, at: string): string {
  const clock = at.slice(11, 16);
  return language === "vi"
    ? `${clock} ngày ${dateText("vi", at)}`
    : `${clock} on ${dateText("en", at)}`;
}

export const monthText = (language: Language, year: number, month: number): string =>
  language === "vi" ? `Tháng ${month}/${year}` : `${MONTHS[month - 1]} ${year}`;

/** Office time in words: `1 ngày làm việc 5 giờ 30 phút`. */
export function spanText(
  language: Language,
  span: { days: number; hours: number; minutes: number },
): string {
  const units: [number, string, string][] = [
    [span.days, "ngày làm việc", "working day"],
    [span.hours, "giờ", "hour"],
    [span.minutes, "phút", "minute"],
  ];
  const parts = units
    .filter(([value]) => value !== 0)
    .map(([value, vi, en]) => `${value} ${language === "vi" ? vi : value === 1 ? en : `${en}s`}`);
  return parts.length > 0 ? parts.join(" ") : language === "vi" ? "0 phút" : "0 minutes";
}
