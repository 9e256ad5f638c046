// The glue is made by build.mjs from what wasm-bindgen writes; each call gives a new instance.
import makeInstance from "motcua-glue";

import { MotcuaError } from "./error.js";
import type { Instance } from "./glue.js";

/** What a .wasm can be loaded from. */
export type WasmSource =
  | string
  | URL
  | Request
  | Response
  | BufferSource
  | WebAssembly.Module
  | Promise<Response | BufferSource | WebAssembly.Module>;

type Build = "base" | "full";

const instances: Partial<Record<Build, Instance>> = {};
const loading: Partial<Record<Build, Promise<void>>> = {};
let generation = 0;

/** @internal */
export function load(build: Build, source: () => Promise<WasmSource> | WasmSource): Promise<void> {
  // A second call waits for the first; one that failed may be tried again.
  loading[build] ??= (async () => {
    const instance = makeInstance();
    await instance.start({ module_or_path: await source() });
    take(build, instance);
  })().catch((error: unknown) => {
    delete loading[build];
    const reason = error instanceof Error ? error.message : String(error);
    throw new MotcuaError("not_loaded", `the .wasm could not be loaded: ${reason}`);
  });
  return loading[build];
}

/** @internal */
export function loadSync(build: Build, module: BufferSource | WebAssembly.Module): void {
  if (instances[build] !== undefined) return;
  const instance = makeInstance();
  instance.initSync({ module });
  take(build, instance);
  loading[build] = Promise.resolve();
}

function take(build: Build, instance: Instance): void {
  instances[build] = instance;
  generation += 1;
}

/** @internal How often an instance came; what was looked up before then may be out of date. */
export function currentGeneration(): number {
  return generation;
}

/** @internal The smallest instance that is there. */
export function baseInstance(): Instance {
  const instance = instances.base ?? instances.full;
  if (instance === undefined) {
    throw new MotcuaError("not_loaded", "motcua is not loaded yet: await init() first");
  }
  return instance;
}

/** @internal */
export function fullInstance(): Instance {
  const instance = instances.full;
  if (instance === undefined) {
    const message = "dossiers, reports and the JSON door need await init({ full: true }) first";
    throw new MotcuaError("not_loaded", message);
  }
  return instance;
}
