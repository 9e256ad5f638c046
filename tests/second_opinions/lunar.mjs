// The lunar dates 1968-2050 against the package @dqcai/vn-lunar.
import { spawnSync } from "node:child_process";
import assert from "node:assert/strict";
import { getLunarDate } from "@dqcai/vn-lunar";

const requests = [];
const theirs = [];
const day = new Date(Date.UTC(1968, 0, 1));
while (day.getUTCFullYear() <= 2050) {
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  requests.push({ op: "lunar", date: day.toISOString().slice(0, 10) });
  theirs.push(getLunarDate(date, month, year));
  day.setUTCDate(date + 1);
}
const run = spawnSync(process.env.MOTCUA_EVAL, {
  input: requests.map((request) => JSON.stringify(request)).join("\n"),
  encoding: "utf8",
  maxBuffer: 64 * 1024 * 1024,
});
const ours = run.stdout.trim().split("\n").map((line) => JSON.parse(line));
assert.equal(ours.length, requests.length, run.stderr);
const same = (a, b) =>
  a.year === b.year && a.month === b.month && a.day === b.day && a.leap === Boolean(b.leap);
const differ = requests.flatMap((request, i) =>
  same(ours[i], theirs[i]) ? [] : [{ date: request.date, ours: ours[i], theirs: theirs[i] }],
);
assert.deepEqual(differ.slice(0, 5), []);
console.log(`lunar: ${requests.length} days 1968-2050 agree with @dqcai/vn-lunar`);
