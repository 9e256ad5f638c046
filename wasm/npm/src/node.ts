import { readFile } from "node:fs/promises";

import { load, loadSync } from "./instance.js";
import type { InitOptions } from "./index.js";

export * from "./api.js";

/** Loads the engine; every other function needs it first. */
export function init(options: InitOptions = {}): Promise<void> {
  const file = options.full === true ? "motcua_full.wasm" : "motcua.wasm";
  const beside = (): Promise<BufferSource> => readFile(new URL(file, import.meta.url));
  return load(options.full === true ? "full" : "base", () => options.wasm ?? beside());
}

/** Loads the engine from bytes or a module that is there already. */
export function initSync(
  wasm: BufferSource | WebAssembly.Module,
  options: { full?: boolean } = {},
): void {
  loadSync(options.full === true ? "full" : "base", wasm);
}
