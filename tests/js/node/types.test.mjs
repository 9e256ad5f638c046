// The types: as they were agreed on. packaging/types.test.mjs compiles against them.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const TYPES = here("../../../wasm/npm/dist/types/");
const GOLDEN = here("../types/golden.d.ts.txt");

// What a user can reach; the rest is how these are made.
const NAMES = [
  "index", "slim", "slim_api", "api", "types", "dossier_types", "calendar", "civil", "days", "appointment", "dossier", "national",
  "error", "element/index", "element/base", "element/appointment", "element/input", "element/timeline", "element/year",
];

test("the public types are those that were agreed on", () => {
  const text = NAMES.map((name) => `// ${name}.d.ts\n${readFileSync(`${TYPES}${name}.d.ts`, "utf8")}`).join("\n");
  if (process.env.MOTCUA_BLESS) writeFileSync(GOLDEN, text);
  const [now, agreed] = [text.split("\n"), readFileSync(GOLDEN, "utf8").split("\n")];
  const at = now.findIndex((line, place) => line !== agreed[place]);
  assert.ok(at < 0 && now.length === agreed.length, `line ${at + 1}: ${now[at]}, agreed on was ${agreed[at]} (MOTCUA_BLESS=1 writes the new ones)`);
  assert.doesNotMatch(text, /\bany\b(?! )/, "a type says nothing");
});

test("those who require the package have the same types", () => {
  const types = readdirSync(TYPES).filter((name) => name.endsWith(".d.ts"));
  for (const name of types) {
    const required = readFileSync(`${TYPES}${name.replace(".d.ts", ".d.cts")}`, "utf8");
    assert.equal(required.replaceAll(".cjs", ".js"), readFileSync(`${TYPES}${name}`, "utf8"), name);
  }
});
