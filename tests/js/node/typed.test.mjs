// The shared vectors through the typed functions, which answer without the JSON door.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import * as motcua from "../../../wasm/npm/dist/node.js";
import { difference } from "./difference.mjs";

const FOLDER = new URL("../../vectors/", import.meta.url);

const snake = (value) => {
  if (Array.isArray(value)) return value.map(snake);
  if (value === null || typeof value !== "object") return value;
  const named = Object.entries(value).map(([name, item]) => [name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`), snake(item)]);
  return Object.fromEntries(named);
};
const camel = (value) => {
  if (Array.isArray(value)) return value.map(camel);
  if (value === null || typeof value !== "object") return value;
  const named = Object.entries(value).map(([name, item]) => [name.replace(/_([a-z])/g, (_, c) => c.toUpperCase()), camel(item)]);
  return Object.fromEntries(named);
};

// Each operation by its typed function. What a function does not give is not compared, and what it
// cannot be asked is left out: requests of a wrong shape, and what a day is worth.
const asksTyped = (name, given) => name !== "errors.json" && given?.policy?.day_worth === undefined;

const ASK = {
  add_working_days: (q, office) => ({ date: motcua.addWorkingDays(q.date, q.n, office) }),
  count_working_days: (q, office) => ({ count: motcua.countWorkingDays(q.from, q.to, office) }),
  add_working_minutes: (q, office) => ({ at: motcua.addWorkingMinutes(q.at, q.minutes, office) }),
  count_working_minutes: (q, office) => ({ minutes: motcua.countWorkingMinutes(q.from, q.to, office) }),
  day: (q, office) => motcua.dayInfo(q.date, office),
  parse_time_limit: (q) => motcua.parseTimeLimit(q.text),
  deadline: (q, office) => {
    const { op: _, calendar: __, ...question } = q;
    return motcua.appointment(camel(question), office);
  },
};

/** Only the fields that the typed answer has too. */
function shared(expected, actual) {
  if (expected === null || typeof expected !== "object" || Array.isArray(expected)) return expected;
  return Object.fromEntries(Object.entries(expected).filter(([name]) => name in actual));
}

test("the typed functions answer the shared vectors", async (t) => {
  await motcua.init();
  const faults = [];
  const asked = {};
  for (const name of readdirSync(FOLDER).filter((one) => one.endsWith(".json"))) {
    for (const { id, given, expect, error } of JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")).cases) {
      const ask = ASK[given?.op];
      if (ask === undefined || !asksTyped(name, given)) continue;
      let answer;
      try {
        const office = given.calendar ? motcua.createCalendar(given.calendar) : undefined;
        answer = snake(ask(given, office));
      } catch (refused) {
        answer = { error: { code: refused.code ?? String(refused) } };
      }
      const wanted = error === undefined ? shared(expect, answer) : { error: { code: error } };
      const fault = answer.error && error === undefined ? `refused: ${answer.error.code}` : difference("", wanted, answer);
      if (fault) faults.push(`${name}: ${id} ${fault}`);
      asked[given.op] = (asked[given.op] ?? 0) + 1;
    }
  }
  t.diagnostic(JSON.stringify(asked));
  assert.deepEqual(faults, []);
  assert.deepEqual(Object.keys(asked).toSorted(), Object.keys(ASK).toSorted());
  assert.ok(Object.values(asked).every((count) => count > 10));
});
