/** @internal What the .wasm gives, in the form that wasm-bindgen's glue gives it. */
export interface RawEngine {
  free(): void;
  failure(): string;
  answer(question: number, a: number, b: number): number;
  days(from: number, to: number): string;
  notice(year: number): string;
  appointment(
    received: number,
    thousandths: number,
    unit: number,
    before: boolean,
    policy: number,
    strict: boolean,
  ): string;
  appointmentOfText(
    received: number,
    text: string,
    choice: string | undefined,
    channel: string | undefined,
    policy: number,
    strict: boolean,
  ): string;
  answerJson(request: string): string;
  columns(rows: number): number;
  answerColumns(question: number, rows: number): void;
}

/** @internal An instance of one of the builds. */
export interface Instance {
  Engine: new (overlay?: string) => RawEngine;
  parseTimeLimit(text: string): string;
  version(): string;
  memory(): WebAssembly.Memory;
  initSync(given: { module: BufferSource | WebAssembly.Module }): unknown;
  start(given: { module_or_path: unknown }): Promise<unknown>;
}
