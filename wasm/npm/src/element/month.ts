// A month as a table.
import type { DayInfo } from "../types.js";
import { h } from "./base.js";
import { mark } from "./mark.js";
import { dateText, monthText, weekdays, type Language } from "./words.js";

/** What a day shows: the kind of its mark, and what the mark means. */
export interface Shown {
  kind: string | null;
  /** In words, for those who do not see the mark. */
  label: string;
  /** A number beside the mark. */
  count?: number;
  /** Whether the day lies outside what is told. */
  faint?: boolean;
  current?: boolean;
}

/** The weekday of a date; Monday is 0. */
export function weekday(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  // Zeller's congruence.
  const m = month < 3 ? month + 12 : month;
  const y = month < 3 ? year - 1 : year;
  const from = day + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4);
  return (from - Math.floor(y / 100) + Math.floor(y / 400) + 5) % 7;
}

/** The table of a month; as a grid, its days can be reached by the arrow keys. */
export function monthTable(
  language: Language,
  days: DayInfo[],
  look: (day: DayInfo) => Shown,
  grid = false,
): HTMLTableElement {
  const first = days[0]?.date ?? "";
  const [year = 0, month = 0] = first.split("-").map(Number);
  const title = monthText(language, year, month);
  const head = weekdays(language).map(([short, long]) =>
    h("th", { scope: "col" }, h("abbr", { title: long }, short)),
  );
  const cells: HTMLTableCellElement[] = [];
  for (let blank = weekday(first); blank > 0; blank -= 1) cells.push(h("td", { class: "blank" }));
  for (const day of days) {
    const { kind, label, count, faint, current } = look(day);
    const cell = h(
      "td",
      {
        class: ["day", kind, faint && "faint"].filter(Boolean).join(" "),
        "data-date": day.date,
        "aria-current": current ? "date" : null,
        tabindex: grid ? -1 : null,
        "aria-label": grid ? `${dateText(language, day.date)}: ${label}` : null,
      },
      h("span", { class: "number" }, String(Number(day.date.slice(8)))),
      h("span", { class: "under" }, kind !== null && mark(kind), count !== undefined && h("span", { class: "count", "aria-hidden": "true" }, String(count))),
      !grid && label !== "" && h("span", { class: "unseen" }, ` ${label}`),
    );
    cells.push(cell);
  }
  while (cells.length % 7 !== 0) cells.push(h("td", { class: "blank" }));
  const rows: HTMLTableRowElement[] = [];
  for (let at = 0; at < cells.length; at += 7) rows.push(h("tr", {}, ...cells.slice(at, at + 7)));
  return h(
    "table",
    { class: "month", part: "month", role: grid ? "grid" : null, "aria-label": grid ? title : null },
    h("caption", {}, title),
    h("thead", {}, h("tr", {}, ...head)),
    h("tbody", {}, ...rows),
  );
}

/** The key to the marks. */
export function legend(title: string, items: [kind: string, text: string][]): HTMLElement {
  const list = items.map(([kind, text]) => h("li", {}, mark(kind), text));
  return h("ul", { class: "legend", part: "legend", "aria-label": title }, ...list);
}
