import { fromSeconds, toSeconds, type InstantInput } from "../civil.js";
import {
  MotcuaError,
  evaluateDossier,
  readNationalRecord,
  type Dossier,
  type DossierEvent,
  type Evaluation,
  type NationalEntry,
  type NationalReading,
  type Obligation,
} from "../index.js";
import { MotcuaElement, h, s } from "./base.js";
import { mark } from "./mark.js";
import { legend } from "./month.js";
import { causeName, eventName, instantText, nameOf, say, spanText, type Language } from "./words.js";

/** An event with its instant on Vietnam's clock. */
type Happened = DossierEvent & { at: string };

/** What is shown: a dossier, or a record of the national portal that was read as one. */
interface Shown {
  procedure: string | undefined;
  /** The instant that it is evaluated at, on Vietnam's clock. */
  asOf: string;
  /** What had happened by then. */
  events: Happened[];
  found: Evaluation;
  audit: NationalReading["audit"] | undefined;
}

const isNational = (record: Dossier | NationalEntry): record is NationalEntry => "dossier" in record;

/** What a record says: an instant in words, the code of a state as it is. */
function recordText(language: Language, text: string | null): string {
  if (text === null || text === "") return "–";
  return /^\d{4}-\d\d-\d\dT/.test(text) ? instantText(language, text) : text;
}

/** The shape that stands for a standing or a stretch of time. */
function shapeOf(code: string): string {
  if (["overdue", "late"].includes(code)) return "late";
  if (["waiting", "paused"].includes(code)) return "waiting";
  if (["early", "on_time", "running"].includes(code)) return "counted";
  if (["withdrawn", "stopped", "not_accepted"].includes(code)) return "closure";
  return "open";
}

/** By how much, in words that stand behind those of the standing: `quá hạn 1 ngày làm việc`. */
function margin(language: Language, standing: string, span: Obligation["span"]): string {
  const text = spanText(language, span);
  if (["overdue", "late", "early"].includes(standing)) {
    return language === "vi" ? ` ${text}` : ` by ${text}`;
  }
  const left = ["in_time", "due_soon", "waiting"].includes(standing);
  return left ? `, ${say(language, "left", { span: text })}` : "";
}

/** The instant of the last event. */
const lastOf = (events: DossierEvent[]): string => String(events.at(-1)?.at ?? "");

/** An instant as answers write it. */
const onClock = (at: InstantInput): string => fromSeconds(toSeconds(at));

/** The events up to an instant, as the evaluation knows them. */
const upTo = (asOf: string, events: DossierEvent[]): Happened[] =>
  events.map((event) => ({ ...event, at: onClock(event.at) })).filter(({ at }) => at <= asOf);

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

  #dossier: Dossier | NationalEntry | undefined;

  /** The dossier that is shown, or a record of the national portal with its limit. */
  get dossier(): Dossier | NationalEntry | undefined {
    if (this.#dossier !== undefined) return this.#dossier;
    const script = this.querySelector("script[type='application/json']");
    const text = this.getAttribute("record") ?? script?.textContent;
    if (text == null || text.trim() === "") return undefined;
    try {
      return JSON.parse(text) as Dossier | NationalEntry;
    } catch (error) {
      throw new MotcuaError("invalid_json", String(error));
    }
  }

  set dossier(dossier: Dossier | NationalEntry | undefined) {
    this.#dossier = dossier;
    this.update();
  }

  protected show(body: HTMLElement, language: Language): void {
    const { dossier } = this;
    if (dossier === undefined) {
      body.replaceChildren();
      return;
    }
    if (typeof dossier !== "object" || dossier === null) {
      throw new MotcuaError("invalid_request", "a dossier is an object");
    }
    const asOf = this.getAttribute("as-of");
    const shown = isNational(dossier) ? this.#read(dossier, asOf) : this.#evaluate(dossier, asOf);
    body.replaceChildren(...this.#parts(shown, language));
    this.dispatchEvent(new CustomEvent("motcua-standing", { detail: shown.found, bubbles: true }));
  }

  #evaluate(dossier: Dossier, given: string | null): Shown {
    const { events, procedure } = dossier;
    if (!Array.isArray(events)) {
      throw new MotcuaError("invalid_request", "field `events`: a dossier has a list of them");
    }
    const question = { dossier, asOf: given ?? lastOf(events) };
    const found = evaluateDossier(question, this.calendar);
    const asOf = onClock(question.asOf);
    return { procedure, asOf, events: upTo(asOf, events), found, audit: undefined };
  }

  #read(record: NationalEntry, given: string | null): Shown {
    if (given === null) throw new MotcuaError("invalid_time", "`as-of` is needed for such a record");
    const { events, evaluation, audit } = readNationalRecord(record, given, this.calendar);
    const name = record.dossier["TenTTHC"];
    const procedure = typeof name === "string" ? name : undefined;
    const asOf = onClock(given);
    return { procedure, asOf, events: upTo(asOf, events), found: evaluation, audit };
  }

  #parts(shown: Shown, language: Language): (Node | string)[] {
    const { asOf, found } = shown;
    const how = margin(language, found.standing, found.span);
    const events = say(language, "events");
    const owed = say(language, "owed");
    return [
      h(
        "p",
        { class: "label" },
        `${say(language, "dossier")} ${found.code}`,
        shown.procedure ? ` · ${shown.procedure}` : "",
      ),
      h(
        "p",
        { class: `standing ${found.standing}`, part: "standing" },
        mark(shapeOf(found.standing)),
        h("span", {}, h("b", {}, nameOf(language, found.standing)), how),
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
      h("ol", { class: "events", part: "events", "aria-label": events }, ...this.#events(shown.events, language)),
      ...this.#list("promises", this.#promises(found, language), language),
      h("p", { class: "head" }, owed),
      h("ul", { class: "duties", part: "duties", "aria-label": owed }, ...this.#duties(found, language)),
      ...this.#list("breaches", this.#breaches(shown, false, language), language),
      ...this.#list("cautions", this.#breaches(shown, true, language), language),
      ...this.#list("mismatch", this.#mismatch(shown.audit, language), language),
    ].filter((part): part is HTMLElement => part !== null);
  }

  /** A list under its head, or nothing where there is nothing to list. */
  #list(name: string, items: HTMLElement[], language: Language): HTMLElement[] {
    const title = say(language, name);
    return items.length === 0
      ? []
      : [h("p", { class: "head" }, title), h("ul", { class: "duties", part: name, "aria-label": title }, ...items)];
  }

  /** The due times that were promised one after the other, where there was more than one. */
  #promises({ history }: Evaluation, language: Language): HTMLElement[] {
    if (history.length < 2) return [];
    return history.map(({ at, cause, due }, place) =>
      h(
        "li",
        {},
        mark(place === history.length - 1 ? "due" : "open"),
        h("span", {}, h("b", {}, instantText(language, due)), ` – ${nameOf(language, `cause_${cause}`)}, ${instantText(language, at)}`),
      ),
    );
  }

  /** The rules that were broken, or that only ask for care, each with the time of its event. */
  #breaches({ found, events }: Shown, warning: boolean, language: Language): HTMLElement[] {
    const kind = warning ? "caution" : "rule";
    return found.breaches
      .filter((breach) => breach.warning === warning)
      .map(({ rule, event, citation, verified }) => {
        // Events are numbered from 1.
        const at = events[event - 1]?.at;
        const when = at === undefined ? "" : ` – ${instantText(language, at)}`;
        const name = h("b", {}, nameOf(language, `${kind}_${rule}`));
        return h("li", {}, mark(warning ? "caution" : "late"), h("span", {}, name, when, this.#basis(citation, verified, language)));
      });
  }

  /** Where a record of the portal says something else than its own events. */
  #mismatch(audit: NationalReading["audit"] | undefined, language: Language): HTMLElement[] {
    return (audit?.disagreements ?? []).map(({ field, cause, recorded, computed }) =>
      h(
        "li",
        {},
        mark("late"),
        h(
          "span",
          {},
          h("b", {}, field),
          `: ${say(language, "recorded", { text: recordText(language, recorded) })}, `,
          `${say(language, "computed", { text: recordText(language, computed) })} – ${causeName(language, cause)}`,
        ),
      ),
    );
  }

  #basis(citation: string | null, verified: boolean | null, language: Language): HTMLElement | null {
    if (citation === null || citation === "") return null;
    const doubt = verified === false ? `; ${say(language, "unverified")}` : "";
    return h("small", { class: "quiet" }, ` (${citation}${doubt})`);
  }

  #apology(found: Evaluation, language: Language): HTMLElement | null {
    const { apology } = found;
    if (apology === null) return null;
    const key = apology.sent !== null ? "apologySent" : apology.conditional ? "apologyIf" : "apologyOwed";
    const at = instantText(language, apology.sent ?? apology.by);
    const put = apology.newDue === null ? "" : ` ${say(language, "putOff", { at: instantText(language, apology.newDue) })}`;
    return h(
      "p",
      { class: `apology ${key}`, part: "apology" },
      mark(key === "apologyOwed" ? "late" : "open"),
      `${say(language, key, { at })}${put}`,
    );
  }

  #events(events: Happened[], language: Language): HTMLElement[] {
    return events.map((event) => {
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
          h("time", { datetime: `${event.at}+07:00` }, instantText(language, event.at)),
          h("b", {}, eventName(language, event.type)),
          details.length > 0 ? `: ${details.join("; ")}` : "",
        ),
      );
    });
  }

  #duties(found: Evaluation, language: Language): HTMLElement[] {
    return found.obligations.map((duty) => {
      const how = margin(language, duty.standing, duty.span);
      return h(
        "li",
        { class: duty.standing },
        mark(shapeOf(duty.standing)),
        h(
          "span",
          {},
          h("b", {}, nameOf(language, duty.duty)),
          duty.subject === undefined ? "" : ` (${duty.subject})`,
          `: ${nameOf(language, duty.standing)}${how} – `,
          say(language, "by", { at: instantText(language, duty.due) }),
          duty.done === null ? "" : `, ${say(language, "doneAt", { at: instantText(language, duty.done) })}`,
          this.#basis(duty.citation, duty.verified, language),
        ),
      );
    });
  }

  /** The key to the picture, with the mark of the due time as it stands on the bar. */
  #key(kinds: string[], due: boolean, language: Language): HTMLElement {
    const key = legend(say(language, "legend"), kinds.map((kind) => [shapeOf(kind), nameOf(language, kind)]));
    if (due) {
      const bar = s("rect", { x: 4.5, y: 0, width: 3, height: 12, class: "bar-due" });
      const sign = s("svg", { class: "mark", viewBox: "0 0 12 12", "aria-hidden": "true" }, bar);
      key.append(h("li", { class: "due-mark" }, sign, say(language, "dueMark")));
    }
    return key;
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
      this.#key(kinds, due !== null, language),
    );
  }
}
