import {
  appointment,
  daysInfo,
  type Appointment,
  type DayInfo,
  type Step,
  type TextQuestion,
} from "../index.js";
import { MotcuaElement, h } from "./base.js";
import { mark } from "./mark.js";
import { legend, monthTable, type Shown } from "./month.js";
import { holidayName, say, type Language } from "./words.js";

/** The most months that are drawn. */
const MONTHS = 12;

/** What the days of a step show. */
function kindOf(step: Step): string {
  switch (step.kind) {
    case "event":
    case "cut_off":
    case "outside_hours":
      return "received";
    case "rolled":
    case "rolled_back":
      return step.because ?? "weekend";
    default:
      return step.kind;
  }
}

/** What each day between the receipt and the due day shows. */
function pictures(found: Appointment, days: DayInfo[], language: Language): Map<string, Shown> {
  const shown = new Map<string, Shown>();
  let number = 0;
  const inDays = found.steps.every((step) => step.unit === undefined || step.unit === "working_day");
  const runs = [...found.steps].filter((step) => !["cut_off", "outside_hours"].includes(step.kind));
  for (const day of days) {
    const step = runs.find(({ from, to }) => from <= day.date && day.date <= to);
    if (step === undefined) continue;
    const adds = step.kind === "counted" || step.kind === "make_up";
    let kind: string = adds && day.kind === "make_up" ? "make_up" : kindOf(step);
    let label = say(language, adds ? "counted" : kind);
    const one: Shown = { kind, label };
    if (adds && inDays && day.working) {
      number += 1;
      one.count = number;
      label = `${label}, ${say(language, "countedDay", { n: number })}`;
    }
    if (day.holiday !== null) label = `${label}: ${holidayName(language, day.holiday)}`;
    if (day.date === found.dueDate) {
      kind = "due";
      label = `${say(language, "dueDay")}, ${label}`;
      one.current = true;
    }
    shown.set(day.date, { ...one, kind, label });
  }
  return shown;
}

/** The first and the last day of the months that two dates lie in. */
function wholeMonths(from: string, to: string): [first: string, last: string] {
  const [year = 0, month = 0] = to.split("-").map(Number);
  const long = [1, 3, 5, 7, 8, 10, 12].includes(month);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 ? (leap ? 29 : 28) : long ? 31 : 30;
  return [`${from.slice(0, 8)}01`, `${to.slice(0, 8)}${length}`];
}

/**
 * `<motcua-appointment received="2026-08-19T09:00" limit="10 ngày làm việc">`: the date in words,
 * the reasons as a list and the months as a picture.
 */
export class MotcuaAppointment extends MotcuaElement {
  static override get observedAttributes(): string[] {
    return ["lang", "received", "limit", "case", "channel", "strict"];
  }

  protected show(body: HTMLElement, language: Language): void {
    const question: TextQuestion = {
      received: this.getAttribute("received") ?? "",
      text: this.getAttribute("limit") ?? "",
      strict: this.hasAttribute("strict"),
    };
    const choice = this.getAttribute("case");
    const channel = this.getAttribute("channel") as TextQuestion["channel"] | null;
    if (choice !== null) question.case = choice;
    if (channel) question.channel = channel;
    const found = appointment(question, this.calendar);
    body.replaceChildren(...this.parts(found, language));
    this.dispatchEvent(new CustomEvent("motcua-due", { detail: found, bubbles: true }));
  }

  protected parts(found: Appointment, language: Language): Node[] {
    const vi = language === "vi";
    const [intro = "", ...lines] = (vi ? found.textVi : found.textEn).split("\n");
    const reasons = lines
      .filter((line) => line.startsWith("- "))
      .map((line, at) => {
        const step = found.steps[at];
        return h("li", {}, step !== undefined && mark(kindOf(step)), h("span", {}, line.slice(2)));
      });
    const how = say(language, "how");
    return [
      h("p", { class: "label" }, say(language, "due")),
      h(
        "p",
        { class: "when", part: "due" },
        h("time", { datetime: `${found.due}+07:00` }, vi ? found.shortVi : found.shortEn),
      ),
      h("p", { class: `certainty ${found.certainty}`, part: "certainty" }, say(language, found.certainty)),
      h("p", { class: "quiet", part: "intro" }, intro),
      this.#months(found, language),
      h("p", { class: "head" }, how),
      h("ol", { class: "reasons", part: "reasons", "aria-label": how }, ...reasons),
    ];
  }

  #months(found: Appointment, language: Language): HTMLElement {
    const dates = [found.received.slice(0, 10), found.dueDate].sort();
    const [first, last] = wholeMonths(dates[0] ?? "", dates[1] ?? "");
    const days = daysInfo(first, last, this.calendar);
    const shown = pictures(found, days, language);
    const months = new Map<string, DayInfo[]>();
    for (const day of days) {
      const key = day.date.slice(0, 7);
      months.set(key, [...(months.get(key) ?? []), day]);
    }
    const drawn = [...months.values()].slice(0, MONTHS);
    const look = (day: DayInfo): Shown =>
      shown.get(day.date) ?? { kind: null, label: "", faint: true };
    const seen = new Set([...shown.values()].map((one) => one.kind));
    const names: [string, string][] = [
      ["received", say(language, "received")],
      ["counted", say(language, "counted")],
      ["make_up", `${say(language, "make_up")} – ${say(language, "counted").toLowerCase()}`],
      ["due", say(language, "dueDay")],
      ...["weekend", "holiday", "in_lieu", "swapped_off", "closure"].map(
        (kind): [string, string] => [kind, say(language, kind)],
      ),
    ];
    return h(
      "div",
      { class: "pictures" },
      h(
        "div",
        { class: "months", part: "months" },
        ...drawn.map((month) => monthTable(language, month, look)),
      ),
      months.size > MONTHS && h("p", { class: "quiet" }, say(language, "more", { n: months.size - MONTHS })),
      legend(say(language, "legend"), names.filter(([kind]) => seen.has(kind))),
    );
  }
}
