import { readFile } from "node:fs/promises";

import { due } from "./appointment.js";
import type { Calendar } from "./calendar.js";
import { load, loadSync, type WasmSource } from "./instance.js";
import type { Due, LimitQuestion } from "./types.js";

export * from "./slim_api.js";

/** The due time of a limit, without its reasons. */
export function appointment(question: LimitQuestion, calendar?: Calendar): Due {
  return due(question, calendar);
}

/** Loads the engine; every other function needs it first. */
export function init(options: { wasm?: WasmSource } = {}): Promise<void> {
  const beside = (): Promise<BufferSource> => readFile(new URL("motcua_slim.wasm", import.meta.url));
  return load("base", () => options.wasm ?? beside());
}

/** Loads the engine from bytes or a module that is there already. */
export function initSync(wasm: BufferSource | WebAssembly.Module): void {
  loadSync("base", wasm);
}
