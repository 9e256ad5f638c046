// The types: as they were agreed on, and right under the strictest checks.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const TYPES = here("../../../wasm/npm/dist/types/");
const GOLDEN = here("../types/golden.d.ts.txt");

test("the public types are those that were agreed on", () => {
  const names = ["index", "slim", "slim_api", "api", "types", "calendar", "civil", "days", "appointment", "dossier", "error", "element/index"];
  const text = names.map((name) => `// ${name}.d.ts\n${readFileSync(`${TYPES}${name}.d.ts`, "utf8")}`).join("\n");
  if (process.env.MOTCUA_BLESS || !existsSync(GOLDEN)) writeFileSync(GOLDEN, text);
  assert.equal(text, readFileSync(GOLDEN, "utf8"), "MOTCUA_BLESS=1 writes the new ones");
});

test("a strict project compiles against them, and wrong calls do not", () => {
  assert.ok(readdirSync(TYPES).includes("index.d.cts"));
  for (const project of ["tsconfig.json", "tsconfig.cjs.json"]) {
    execFileSync(here("../node_modules/.bin/tsc"), ["-p", here(`../types/${project}`)], { stdio: "inherit" });
  }
});
