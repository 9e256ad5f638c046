import { MotcuaError, daysInfo, yearInfo, type DayInfo } from "../index.js";
import { MotcuaElement, h } from "./base.js";
import { mark } from "./mark.js";
import { legend, monthTable, weekday, type Shown } from "./month.js";
import { dateText, holidayName, kindName, say, weekdays, type Language } from "./words.js";

const KINDS = ["holiday", "in_lieu", "swapped_off", "make_up", "closure", "weekend"] as const;
const FIRST = 2000;
const LAST = 2050;

/** What a day is, in words. */
function describe(language: Language, day: DayInfo): string {
  const name = day.holiday === null ? "" : `: ${holidayName(language, day.holiday)}`;
  const other =
    day.exchangedFor === null
      ? ""
      : ` ${say(language, "insteadOf", { date: dateText(language, day.exchangedFor) })}`;
  return `${kindName(language, day.kind)}${name}${other}`;
}

/** `<motcua-calendar year="2026">`: the office year, its days off and its make-up days. */
export class MotcuaCalendar extends MotcuaElement {
  static override get observedAttributes(): string[] {
    return ["lang", "year"];
  }

  #current: string | undefined;

  /** The year that is shown; NaN while none is given. */
  get year(): number {
    return Number(this.getAttribute("year") ?? NaN);
  }

  set year(year: number) {
    this.setAttribute("year", String(year));
  }

  protected show(body: HTMLElement, language: Language): void {
    const { year } = this;
    if (!Number.isInteger(year)) throw new MotcuaError("no_year", "`year` has to be given");
    const info = yearInfo(year, this.calendar);
    const days = daysInfo(`${year}-01-01`, `${year}-12-31`, this.calendar);
    const look = (day: DayInfo): Shown => ({
      kind: day.kind === "working" ? null : day.kind,
      label: describe(language, day),
    });
    const months = Array.from({ length: 12 }, (_, month) => {
      const key = `${year}-${String(month + 1).padStart(2, "0")}`;
      const own = days.filter((day) => day.date.startsWith(key));
      return monthTable(language, own, look, true);
    });
    const kinds = KINDS.filter((kind) => days.some((day) => day.kind === kind));
    const worked = days.filter((day) => day.working).length;
    const detail = h("p", { class: "detail", part: "detail", "aria-live": "polite" });
    const grid = h("div", { class: "months", part: "months" }, ...months);
    body.replaceChildren(
      h(
        "div",
        { class: "bar" },
        this.#turn("‹", year - 1, say(language, "previous")),
        h("p", { class: "when", part: "title" }, say(language, "officeYear", { year })),
        this.#turn("›", year + 1, say(language, "next")),
      ),
      h(
        "p",
        { class: `certainty ${info.certainty}`, part: "certainty" },
        `${say(language, info.certainty === "provisional" ? "provisionalYear" : info.certainty)} · ${say(language, "workingDays", { n: worked })}`,
      ),
      legend(say(language, "legend"), kinds.map((kind) => [kind, kindName(language, kind)])),
      grid,
      detail,
      h("p", { class: "head" }, say(language, "daysOff")),
      this.#list(days, language),
      h("p", { class: "quiet", part: "source" }, `${say(language, "source")}: ${info.source}`),
    );
    this.#keys(grid, detail, days, language);
  }

  #turn(sign: string, year: number, label: string): HTMLButtonElement {
    const outside = year < FIRST || year > LAST;
    const button = h("button", { type: "button", "aria-label": label, disabled: outside }, sign);
    button.addEventListener("click", () => {
      this.year = year;
    });
    return button;
  }

  #list(days: DayInfo[], language: Language): HTMLElement {
    const named = days.filter((day) => day.kind !== "working" && day.kind !== "weekend");
    const line = (day: DayInfo, at: number): HTMLElement => {
      const long = weekdays(language)[weekday(day.date)]?.[1] ?? "";
      return h(
        "li",
        { "data-at": at },
        mark(day.kind),
        h("span", {}, `${long} ${dateText(language, day.date)} – ${describe(language, day)}`),
      );
    };
    return h("ul", { class: "reasons", part: "days" }, ...named.map(line));
  }

  /** One stop of the tab key for the year; arrows go through its days. */
  #keys(grid: HTMLElement, detail: HTMLElement, days: DayInfo[], language: Language): void {
    const cells = [...grid.querySelectorAll<HTMLElement>("td[data-date]")];
    let at = Math.max(0, cells.findIndex((cell) => cell.dataset["date"] === this.#current));
    const choose = (next: number, focus: boolean): void => {
      cells[at]?.setAttribute("tabindex", "-1");
      cells[at]?.removeAttribute("aria-selected");
      at = Math.min(cells.length - 1, Math.max(0, next));
      const [cell, day] = [cells[at], days[at]];
      if (cell === undefined || day === undefined) return;
      cell.setAttribute("tabindex", "0");
      this.#current = day.date;
      if (!focus) return;
      cell.setAttribute("aria-selected", "true");
      cell.focus();
      detail.replaceChildren(...this.#detail(day, language));
    };
    choose(at, false);
    grid.addEventListener("keydown", (event) => {
      const steps: Record<string, number> = {
        ArrowLeft: at - 1,
        ArrowRight: at + 1,
        ArrowUp: at - 7,
        ArrowDown: at + 7,
        PageUp: at - 30,
        PageDown: at + 30,
        Home: 0,
        End: cells.length - 1,
      };
      const next = steps[event.key];
      if (next === undefined) return;
      event.preventDefault();
      choose(next, true);
    });
    grid.addEventListener("click", (event) => {
      const cell = (event.target as Element).closest<HTMLElement>("td[data-date]");
      if (cell !== null) choose(cells.indexOf(cell), true);
    });
  }

  #detail(day: DayInfo, language: Language): (Node | string)[] {
    const { lunar } = day;
    const moon = `${lunar.day}/${lunar.month}${lunar.leap ? (language === "vi" ? " nhuận" : " (leap)") : ""}`;
    const hours = day.sessions.map((session) => session.join("–")).join(", ");
    return [
      mark(day.kind === "working" ? "counted" : day.kind),
      h("b", {}, dateText(language, day.date)),
      ` (${say(language, "lunar", { date: moon })}): ${describe(language, day)}. `,
      hours === "" ? say(language, "closed") : `${say(language, "hours")}: ${hours}`,
      ".",
    ];
  }
}
