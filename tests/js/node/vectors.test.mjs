// The vectors that all languages share, through the JSON door.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { answerJson, init } from "../../../wasm/npm/dist/node.js";
import { difference } from "./difference.mjs";

const FOLDER = new URL("../../vectors/", import.meta.url);
// The numbers that the runners of all languages assert.
const numbers = readFileSync(new URL("../../tests/vectors.rs", import.meta.url), "utf8");
const constant = (name) => Number(new RegExp(`const ${name}: usize = (\\d+)`).exec(numbers)?.[1]);

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
