import {
  MotcuaError,
  evaluateDossier,
  type Dossier,
  type EvaluateQuestion,
  type Evaluation,
  type Obligation,
} from "../index.js";
import { MotcuaElement, h, s } from "./base.js";
import { mark } from "./mark.js";
import { legend } from "./month.js";
import { eventName, instantText, nameOf, say, spanText, type Language } from "./words.js";

/** The shape that stands for a standing or a stretch of time. */
function shapeOf(code: string): string {
  if (["overdue", "late"].includes(code)) return "late";
  if (["waiting", "paused"].includes(code)) return "waiting";
  if (["early", "on_time", "running"].includes(code)) return "counted";
  if (["withdrawn", "stopped", "not_accepted"].includes(code)) return "closure";
  return "open";
}

/** By how much, in words. */
function margin(language: Language, standing: string, span: Obligation["span"]): string {
  const text = spanText(language, span);
  if (["overdue", "late"].includes(standing)) return say(language, "over", { span: text });
  if (standing === "early") return say(language, "before", { span: text });
  return ["in_time", "due_soon"].includes(standing) ? say(language, "left", { span: text }) : "";
}

/** Minutes since 1970-01-01, near enough to draw by. */
const place = (at: string): number => Date.parse(`${at.slice(0, 16)}Z`) / 60_000;

/**
 * `<motcua-timeline as-of="2026-09-16T10:00">` with the dossier's record as its `dossier`, its
 * `record` attribute, or a `<script type="application/json">` inside it.
 */
export class MotcuaTimeline extends MotcuaElement {
  protected static override full = true;

  static override get observedAttributes(): string[] {
    return ["lang", "as-of", "record"];
  }

  #dossier: Dossier | undefined;

  /** The dossier that is shown. */
  get dossier(): Dossier | undefined {
    if (this.#dossier !== undefined) return this.#dossier;
    const script = this.querySelector("script[type='application/json']");
    const text = this.getAttribute("record") ?? script?.textContent;
    if (text == null || text.trim() === "") return undefined;
    try {
      return JSON.parse(text) as Dossier;
    } catch (error) {
      throw new MotcuaError("invalid_json", String(error));
    }
  }

  set dossier(dossier: Dossier | undefined) {
    this.#dossier = dossier;
    this.update();
  }

  protected show(body: HTMLElement, language: Language): void {
    const { dossier } = this;
    if (dossier === undefined) {
      body.replaceChildren();
      return;
    }
    const last = dossier.events.at(-1)?.at;
    const asOf = this.getAttribute("as-of") ?? String(last ?? "");
    const question: EvaluateQuestion = { dossier, asOf };
    const found = evaluateDossier(question, this.calendar);
    body.replaceChildren(...this.#parts(dossier, found, asOf, language));
    this.dispatchEvent(new CustomEvent("motcua-standing", { detail: found, bubbles: true }));
  }

  #parts(dossier: Dossier, found: Evaluation, asOf: string, language: Language): (Node | string)[] {
    const how = margin(language, found.standing, found.span);
    const events = say(language, "events");
    const owed = say(language, "owed");
    return [
      h(
        "p",
        { class: "label" },
        `${say(language, "dossier")} ${dossier.code}`,
        dossier.procedure ? ` · ${dossier.procedure}` : "",
      ),
      h(
        "p",
        { class: `standing ${found.standing}`, part: "standing" },
        mark(shapeOf(found.standing)),
        h("span", {}, h("b", {}, nameOf(language, found.standing)), how === "" ? "" : `, ${how}`),
      ),
      h(
        "p",
        { class: "when", part: "due" },
        found.due === null
          ? say(language, "noDue")
          : `${say(language, "due")}: ${instantText(language, found.due)}`,
      ),
      h("p", { class: "quiet" }, say(language, "asOf", { at: instantText(language, asOf) })),
      this.#apology(found, language),
      this.#picture(found, asOf, language),
      h("p", { class: "head" }, events),
      h("ol", { class: "events", part: "events", "aria-label": events }, ...this.#events(dossier, language)),
      h("p", { class: "head" }, owed),
      h("ul", { class: "duties", part: "duties", "aria-label": owed }, ...this.#duties(found, language)),
    ].filter((part): part is HTMLElement => part !== null);
  }

  #apology(found: Evaluation, language: Language): HTMLElement | null {
    const { apology } = found;
    if (apology === null) return null;
    const key = apology.sent !== null ? "apologySent" : apology.conditional ? "apologyIf" : "apologyOwed";
    const at = instantText(language, apology.sent ?? apology.by);
    return h("p", { class: `apology ${key}`, part: "apology" }, mark(key === "apologyOwed" ? "late" : "open"), say(language, key, { at }));
  }

  #events(dossier: Dossier, language: Language): HTMLElement[] {
    return dossier.events.map((event) => {
      const { step, to, agency, basis, reason, note } = event;
      const details = [step, to, agency, basis, reason, note].filter((text) => text !== undefined && text !== "");
      const waits = /_requested$|^suspended$/.test(event.type);
      return h(
        "li",
        {},
        mark(waits ? "waiting" : event.type === "received" ? "received" : /apolog|reappoint|vain/.test(event.type) ? "late" : "counted"),
        h(
          "span",
          {},
          h("time", { datetime: `${String(event.at).slice(0, 16)}+07:00` }, instantText(language, String(event.at))),
          h("b", {}, eventName(language, event.type)),
          details.length > 0 ? `: ${details.join("; ")}` : "",
        ),
      );
    });
  }

  #duties(found: Evaluation, language: Language): HTMLElement[] {
    return found.obligations.map((duty) => {
      const how = margin(language, duty.standing, duty.span);
      const { citation } = duty;
      const doubt = duty.verified === false ? `; ${say(language, "unverified")}` : "";
      return h(
        "li",
        { class: duty.standing },
        mark(shapeOf(duty.standing)),
        h(
          "span",
          {},
          h("b", {}, nameOf(language, duty.duty)),
          `: ${nameOf(language, duty.standing)}${how === "" ? "" : `, ${how}`} – `,
          say(language, "by", { at: instantText(language, duty.due) }),
          duty.done === null ? "" : `, ${say(language, "doneAt", { at: instantText(language, duty.done) })}`,
          citation !== null && citation !== ""
            ? h("small", { class: "quiet" }, ` (${citation}${doubt})`)
            : null,
        ),
      );
    });
  }

  /** The stretches of the dossier's life as bars of their length, in calendar time. */
  #picture(found: Evaluation, asOf: string, language: Language): HTMLElement | null {
    const segments = found.segments.filter(({ from }) => from < asOf);
    const first = segments[0];
    if (first === undefined) return null;
    const ends = segments.map(({ to }) => (to === null || to > asOf ? asOf : to));
    const [from, to] = [place(first.from), place([asOf, found.due ?? asOf, ...ends].sort().at(-1) ?? asOf)];
    const x = (at: string): number => Math.round(((place(at) - from) / Math.max(1, to - from)) * 1_000) / 10;
    const bars = segments.map((segment, at) => {
      const [left, right] = [x(segment.from), x(ends[at] ?? asOf)];
      const bar = { x: `${left}%`, y: 4, width: `${Math.max(0.6, right - left)}%`, height: 16 };
      return s("rect", { ...bar, class: `bar-${segment.kind}` });
    });
    const due = found.due;
    if (due !== null) bars.push(s("rect", { x: `${Math.min(99.4, x(due))}%`, y: 0, width: 3, height: 24, class: "bar-due" }));
    const said = segments
      .map(({ kind, from }, at) => `${nameOf(language, kind)}: ${instantText(language, from)} – ${instantText(language, ends[at] ?? asOf)}`)
      .join("; ");
    const kinds = [...new Set(segments.map(({ kind }) => kind))];
    return h(
      "div",
      { class: "picture", part: "picture" },
      // Hatches, so that waiting is told from running without colours.
      s(
        "svg",
        { class: "bars", role: "img", "aria-label": `${say(language, "picture")}: ${said}`, width: "100%", height: 24 },
        s(
          "defs",
          {},
          s(
            "pattern",
            { id: "hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
            s("rect", { width: 6, height: 6, class: "hatch-under" }),
            s("rect", { width: 2.5, height: 6, class: "hatch-over" }),
          ),
        ),
        ...bars,
      ),
      legend(say(language, "legend"), kinds.map((kind) => [shapeOf(kind), nameOf(language, kind)])),
    );
  }
}
