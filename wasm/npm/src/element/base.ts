// What the elements have in common.
import { init, type Calendar } from "../index.js";
import { SHEET } from "./style.js";
import { refusal, say, type Language } from "./words.js";

// Without a page, as on a server, the classes can still be imported.
const Base: typeof HTMLElement =
  globalThis.HTMLElement ?? (class {} as unknown as typeof HTMLElement);

type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined>;

const SVG = "http://www.w3.org/2000/svg";

function fill<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child): child is Node | string => child != null && child !== false && child !== ""));
  return element;
}

/** An element of HTML with its attributes and what stands in it. */
export function h<N extends keyof HTMLElementTagNameMap>(
  name: N,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[N] {
  return fill(document.createElement(name), attributes, children);
}

/** An element of SVG. */
export function s(name: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  return fill(document.createElementNS(SVG, name) as SVGElement, attributes, children);
}

let sheet: CSSStyleSheet | undefined;

/** Gives a shadow root its style without an inline style, which a strict policy would refuse. */
function dress(root: ShadowRoot): void {
  if ("adoptedStyleSheets" in root && "replaceSync" in CSSStyleSheet.prototype) {
    if (sheet === undefined) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(SHEET);
    }
    root.adoptedStyleSheets = [sheet];
  } else {
    root.append(h("style", {}, SHEET));
  }
}

/** An element that shows an answer of the engine, or why there is none. */
export abstract class MotcuaElement extends Base {
  /** Whether dossiers are needed. */
  protected static full = false;

  readonly #body: HTMLElement;
  #calendar: Calendar | undefined;
  #queued = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open", delegatesFocus: true });
    dress(root);
    this.#body = h("div", { class: "body", part: "body" });
    root.append(this.#body);
  }

  static get observedAttributes(): string[] {
    return ["lang"];
  }

  /** The calendar of the office; the built-in one unless set. */
  get calendar(): Calendar | undefined {
    return this.#calendar;
  }

  set calendar(calendar: Calendar | undefined) {
    this.#calendar = calendar;
    this.update();
  }

  /** Vietnamese, unless the nearest `lang` says English. */
  protected get language(): Language {
    const said = this.closest("[lang]")?.getAttribute("lang") ?? "vi";
    return said.toLowerCase().startsWith("en") ? "en" : "vi";
  }

  connectedCallback(): void {
    this.update();
  }

  attributeChangedCallback(): void {
    this.update();
  }

  /** Shows again what changed, once for all that changes together. */
  protected update(): void {
    if (this.#queued || !this.isConnected) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      void this.#show();
    });
  }

  async #show(): Promise<void> {
    const { language } = this;
    this.#body.lang = language;
    if (this.#body.childElementCount === 0) {
      this.#body.replaceChildren(h("p", { class: "quiet" }, say(language, "loading")));
    }
    try {
      await init({ full: (this.constructor as typeof MotcuaElement).full });
      if (this.isConnected) this.show(this.#body, language);
      this.removeAttribute("aria-busy");
    } catch (error) {
      this.failed(this.#body, language, error);
    }
  }

  /** Fills the element. */
  protected abstract show(body: HTMLElement, language: Language): void;

  /** Tells why it cannot be filled. */
  protected failed(body: HTMLElement, language: Language, error: unknown): void {
    const { code, message } = error as { code?: string; message?: string };
    const text = refusal(language, error);
    body.replaceChildren(
      h("p", { class: "refused", part: "error", role: "alert", title: message, "data-code": code }, text),
    );
  }
}
