// The vectors that all languages share, through the JSON door.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { answerJson, init } from "../../../wasm/npm/dist/node.js";

const FOLDER = new URL("../../vectors/", import.meta.url);
// The numbers that the runners of all languages assert.
const numbers = readFileSync(new URL("../../tests/vectors.rs", import.meta.url), "utf8");
const constant = (name) => Number(new RegExp(`const ${name}: usize = (\\d+)`).exec(numbers)?.[1]);

/** Where `actual` does not hold what is `expected`; see tests/README.md. */
function difference(path, expected, actual) {
  const fault = () => `${path || "/"}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return fault();
    for (const [at, one] of expected.entries()) {
      const found = difference(`${path}/${at}`, one, actual[at]);
      if (found) return found;
    }
    return undefined;
  }
  if (expected === null || typeof expected !== "object") return expected === actual ? undefined : fault();
  const part = expected.$contains;
  if (part !== undefined && Object.keys(expected).length === 1) {
    if (typeof part === "string") return typeof actual === "string" && actual.includes(part) ? undefined : fault();
    const holds = (one) => actual.some((element) => difference("", one, element) === undefined);
    return Array.isArray(actual) && part.every(holds) ? undefined : fault();
  }
  if (actual === null || typeof actual !== "object" || Array.isArray(actual)) return fault();
  for (const [name, one] of Object.entries(expected)) {
    if (!(name in actual)) return `${path}/${name}: expected ${JSON.stringify(one)}, got nothing`;
    const found = difference(`${path}/${name}`, one, actual[name]);
    if (found) return found;
  }
  return undefined;
}

test("every vector gets its answer", async () => {
  await init({ full: true });
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
  const faults = [];
  let asked = 0;
  for (const name of names) {
    const file = JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
    for (const { id, given, repeat, expect, error } of file.cases) {
      const request = typeof given === "string" ? given.repeat(repeat ?? 1) : JSON.stringify(given);
      const answer = JSON.parse(answerJson(request));
      const fault = difference("", error === undefined ? expect : { error: { code: error } }, answer);
      if (fault) faults.push(`${name}: ${id} ${fault}`);
      asked += 1;
    }
  }
  assert.deepEqual(faults, []);
  assert.deepEqual([names.length, asked], [constant("FILES"), constant("CASES")]);
});
