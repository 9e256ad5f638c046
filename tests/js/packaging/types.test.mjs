// The types of the packed package, under the strictest checks and both ways to find modules.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { before, test } from "node:test";

import { install } from "./harness.mjs";

const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const source = (name) => readFileSync(new URL(`../types/${name}`, import.meta.url), "utf8");

let app;
before(() => {
  app = install("types");
  app.write("consumer.ts", source("consumer.ts"));
  app.write("consumer.cts", source("consumer.cts"));
});

for (const [name, module, moduleResolution, file] of [
  ["imported, as Node finds modules", "NodeNext", "NodeNext", "consumer.ts"],
  ["imported, as bundlers find modules", "ES2022", "Bundler", "consumer.ts"],
  ["required", "NodeNext", "NodeNext", "consumer.cts"],
]) {
  test(`a strict project compiles, and wrong calls do not: ${name}`, () => {
    const options = {
      target: "ES2022", module, moduleResolution, lib: ["ESNext", "DOM"], strict: true, noEmit: true,
      exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false, types: [],
    };
    const project = app.write(`${moduleResolution}-${file}.json`, JSON.stringify({ compilerOptions: options, files: [file] }));
    try {
      execFileSync(process.execPath, [tsc, "-p", project], { encoding: "utf8" });
    } catch (error) {
      throw new Error(error.stdout);
    }
  });
}
