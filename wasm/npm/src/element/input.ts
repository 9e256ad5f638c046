import { MotcuaError, appointment, dayInfo, type Appointment } from "../index.js";
import { MotcuaElement, h } from "./base.js";
import { refusal, say, type Language } from "./words.js";

/**
 * `<motcua-due-input name="due">`: a field of a form. It asks for the receipt and the limit, shows
 * the due time and submits it under its name; `{name}-received` and `{name}-limit` go with it.
 */
export class MotcuaDueInput extends MotcuaElement {
  static readonly formAssociated = true;

  static override get observedAttributes(): string[] {
    return ["lang", "received", "limit", "required", "disabled", "name"];
  }

  readonly #internals: ElementInternals;
  #fields: { received: HTMLInputElement; limit: HTMLInputElement; out: HTMLOutputElement } | undefined;
  /** What the fields are next drawn with in the place of the attributes, on a page that came back. */
  #restored: { received: string; limit: string } | undefined;
  #language: Language | undefined;
  #found: Appointment | undefined;

  constructor() {
    super();
    this.#internals = this.attachInternals();
  }

  /** The due instant, empty while there is none. */
  get value(): string {
    return this.#found?.due ?? "";
  }

  get name(): string {
    return this.getAttribute("name") ?? "";
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  formResetCallback(): void {
    this.#restored = undefined;
    this.#drawAnew();
  }

  formDisabledCallback(): void {
    this.update();
  }

  formStateRestoreCallback(state: string): void {
    const [received = "", limit = ""] = state.split("\n");
    this.#restored = { received, limit };
    this.#drawAnew();
  }

  override attributeChangedCallback(name?: string, old?: string | null, value?: string | null): void {
    if (old !== value && (name === "received" || name === "limit") && this.#fields !== undefined) {
      this.#fields[name].value = value ?? "";
    }
    super.attributeChangedCallback();
  }

  protected show(body: HTMLElement, language: Language): void {
    if (this.#fields === undefined || this.#language !== language) this.#draw(body, language);
    const fields = this.#fields;
    if (fields === undefined) return;
    const disabled = this.matches(":disabled") || this.hasAttribute("disabled");
    for (const field of [fields.received, fields.limit]) {
      field.disabled = disabled;
      field.required = this.hasAttribute("required");
    }
    this.#count(language);
  }

  protected override failed(body: HTMLElement, language: Language, error: unknown): void {
    super.failed(body, language, error);
    this.#fields = undefined;
    this.#internals.setValidity({ customError: true }, refusal(language, error));
  }

  /** Draws the fields with what they begin with, not with what was entered. */
  #drawAnew(): void {
    this.#fields = undefined;
    this.update();
  }

  #draw(body: HTMLElement, language: Language): void {
    const old = this.#fields;
    const received = h("input", { id: "received", type: "datetime-local", part: "received" });
    const limit = h("input", {
      id: "limit",
      type: "text",
      part: "limit",
      autocomplete: "off",
      "aria-describedby": "hint",
    });
    const { received: at, limit: text } = this.#restored ?? {
      received: this.getAttribute("received") ?? "",
      limit: this.getAttribute("limit") ?? "",
    };
    received.value = old?.received.value ?? at;
    limit.value = old?.limit.value ?? text;
    this.#restored = undefined;
    const out = h("output", { for: "received limit", part: "due", class: "answer" });
    for (const field of [received, limit]) {
      field.addEventListener("input", () => {
        this.#count(language);
        this.dispatchEvent(new Event("input", { bubbles: true }));
      });
      field.addEventListener("change", () => this.dispatchEvent(new Event("change", { bubbles: true })));
    }
    this.#fields = { received, limit, out };
    this.#language = language;
    body.replaceChildren(
      h(
        "div",
        { class: "fields" },
        h("p", {}, h("label", { for: "received" }, say(language, "receivedLabel")), received),
        h(
          "p",
          {},
          h("label", { for: "limit" }, say(language, "limitLabel")),
          limit,
          h("small", { id: "hint", class: "quiet" }, say(language, "limitHint")),
        ),
      ),
      out,
    );
  }

  /** Counts again, and tells the form. */
  #count(language: Language): void {
    const fields = this.#fields;
    if (fields === undefined) return;
    const { received, limit, out } = fields;
    const state = `${received.value}\n${limit.value}`;
    const empty = received.value === "" || limit.value.trim() === "";
    let problem = "";
    let wrong = received.value === "" ? received : limit;
    this.#found = undefined;
    if (empty) {
      out.replaceChildren(h("span", { class: "quiet" }, say(language, "empty")));
      if (this.hasAttribute("required")) problem = say(language, "required");
    } else {
      try {
        // A receipt that no limit could run from is no fault of the limit.
        wrong = received;
        dayInfo(received.value.slice(0, 10), this.calendar);
        wrong = limit;
        const found = appointment({ received: received.value, text: limit.value }, this.calendar);
        this.#found = found;
        const text = language === "vi" ? found.shortVi : found.shortEn;
        const time = h("time", { datetime: `${found.due}+07:00` }, text);
        const doubt = found.certainty === "final" ? "" : ` (${say(language, found.certainty).toLowerCase()})`;
        out.replaceChildren(`${say(language, "due")}: `, h("b", {}, time), doubt);
      } catch (error) {
        if (!(error instanceof MotcuaError)) throw error;
        problem = refusal(language, error);
        out.replaceChildren(h("span", { class: "refused" }, problem));
      }
    }
    for (const field of [received, limit]) {
      field.setAttribute("aria-invalid", String(problem !== "" && !empty && field === wrong));
    }
    const flags = empty ? { valueMissing: true } : { customError: true };
    if (problem === "") this.#internals.setValidity({});
    else this.#internals.setValidity(flags, problem, wrong);
    const data = new FormData();
    if (this.name !== "" && this.#found !== undefined) {
      data.append(this.name, this.#found.due);
      data.append(`${this.name}-received`, received.value);
      data.append(`${this.name}-limit`, limit.value);
    }
    this.#internals.setFormValue(this.#found === undefined ? null : data, state);
  }
}
