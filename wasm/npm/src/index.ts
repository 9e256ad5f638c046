import { load, loadSync, type WasmSource } from "./instance.js";

export * from "./api.js";

/** What is loaded, and from where. */
export interface InitOptions {
  /** Where the .wasm lies, or the .wasm itself; beside the module unless told otherwise. */
  wasm?: WasmSource;
  /** Loads what dossiers, reports and the JSON door need. */
  full?: boolean;
}

/** Loads the engine; every other function needs it first. */
export function init(options: InitOptions = {}): Promise<void> {
  // This is the one place that says where the .wasm lies: bundlers copy what stands here.
  return options.full === true
    ? load("full", () => options.wasm ?? new URL("./motcua_full.wasm", import.meta.url))
    : load("base", () => options.wasm ?? new URL("./motcua.wasm", import.meta.url));
}

/** Loads the engine from bytes or a module that is there already; for workers and tests. */
export function initSync(
  wasm: BufferSource | WebAssembly.Module,
  options: { full?: boolean } = {},
): void {
  loadSync(options.full === true ? "full" : "base", wasm);
}
