// From nothing to the first answer, in a process that has not compiled the module before; prints
// milliseconds. A file of its own, since a process keeps what it has compiled.
import { readFileSync } from "node:fs";

import { addWorkingDays, initSync } from "../../wasm/npm/dist/node.js";

const bytes = readFileSync(new URL("../../wasm/npm/dist/motcua.wasm", import.meta.url));
const begun = performance.now();
initSync(bytes);
addWorkingDays("2026-08-19", 10);
console.log(performance.now() - begun);
