// Size and speed of the web package beside other libraries, in one run:
// `node benches/web/run.mjs`, with `--quick` for a short one that only checks the ratios.
//
// All answer the same questions (data.mjs) with the same days off. Each figure is the best of a few
// turns; the turns of all go round in a circle, so that what else the machine does hits all alike.
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import * as esbuild from "esbuild";

import * as motcua from "../../wasm/npm/dist/node.js";
import { FIRST, LAST, officialDays, questions } from "./data.mjs";
import { clock, peers } from "./peers.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "../../wasm/npm/dist");
const quick = process.argv.includes("--quick");
const TURNS = quick ? 3 : 9;

/**
 * Nanoseconds of processor time of one run of something over `count` items. What else the machine
 * does takes turns of the processor, but is not counted.
 */
function time(count, run) {
  const begun = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(begun);
  return ((user + system) * 1_000) / count;
}

/** The best of the turns of each, taken in a circle. */
function measure(tasks) {
  const best = tasks.map(() => Infinity);
  for (let turn = 0; turn < TURNS; turn += 1) {
    tasks.forEach(({ count, run }, at) => {
      best[at] = Math.min(best[at], time(count, run));
    });
  }
  return tasks.map(({ name }, at) => ({ name, ns: best[at] }));
}

let sink = 0;
const each = (items, answer) => () => {
  for (const item of items) sink += answer(item).length;
};

// From nothing to the first answer: wall time, the best of fresh processes.
const ready = () => Number(execFileSync(process.execPath, [join(here, "ready.mjs")], { encoding: "utf8" }));
const readyIn = Math.min(...Array.from({ length: TURNS }, ready));
await motcua.init();

const { off, worked, holidays } = officialDays();
const all = questions(100_000);
const some = all.slice(0, quick ? 100 : 500);
const few = all.slice(0, quick ? 20 : 60);
const others = peers(off);
const { minutes: minutePeers, vietnamHolidays, ...dayPeers } = others;

const ours = ({ date, n }) => motcua.addWorkingDays(date, n);
const oursMinutes = ({ date, minute, minutes }) => motcua.addWorkingMinutes(`${date}T${clock(minute)}`, minutes);

const days = Int32Array.from({ length: 1_000_000 }, (_, at) => all[at % all.length].day);
const amounts = Int32Array.from(days, (_, at) => all[at % all.length].n);
const minutes = Int32Array.from(days, (day, at) => day * 1_440 + all[at % all.length].minute);
const spans = Int32Array.from(days, (_, at) => all[at % all.length].minutes);
const ends = motcua.addWorkingDaysMany(days, amounts);
const kept = new Int32Array(days.length);
const office = motcua.createCalendar();
const places = [kept, kept.slice(), kept.slice()];
/** What any batch has to do: both columns and the answers from one place to another. */
const copied = () => {
  [days, amounts, ends].forEach((column, at) => places[at].set(column));
  return kept;
};
const batch = (run) => () => {
  sink += run().length;
};

// One round to warm up, which also tells how often the answers differ.
const workedDates = worked.map((date) => motcua.toDayNumber(date));
function compare(items, peer, own) {
  let [differing, explained, failed] = [0, 0, 0];
  for (const item of items) {
    let theirs;
    try {
      theirs = peer(item);
    } catch {
      failed += 1;
      continue;
    }
    const right = own(item);
    if (theirs === right) continue;
    differing += 1;
    const last = motcua.toDayNumber(right > theirs ? right.slice(0, 10) : theirs.slice(0, 10));
    if (workedDates.some((date) => date >= item.day && date <= last)) explained += 1;
  }
  return { asked: items.length, differing, explained, failed };
}
const wrong = Object.fromEntries(Object.entries(dayPeers).map(([name, peer]) => [name, compare(some, peer, ours)]));
wrong["moment-business-time, minutes"] = compare(few, minutePeers["moment-business-time"], oursMinutes);
each(all, ours)();
each(all, oursMinutes)();

const table = {
  "add working days, one call": measure([
    { name: "motcua", count: all.length, run: each(all, ours) },
    ...Object.entries(dayPeers).map(([name, peer]) => ({ name, count: some.length, run: each(some, peer) })),
  ]),
  "add working minutes, one call": measure([
    { name: "motcua", count: all.length, run: each(all, oursMinutes) },
    { name: "moment-business-time", count: few.length, run: each(few, minutePeers["moment-business-time"]) },
  ]),
  "a column of 1,000,000 (per row)": measure([
    { name: "addWorkingDaysMany", count: days.length, run: batch(() => motcua.addWorkingDaysMany(days, amounts, office, kept)) },
    { name: "  into a new column", count: days.length, run: batch(() => motcua.addWorkingDaysMany(days, amounts)) },
    { name: "countWorkingDaysMany", count: days.length, run: batch(() => motcua.countWorkingDaysMany(days, ends)) },
    { name: "addWorkingMinutesMany", count: days.length, run: batch(() => motcua.addWorkingMinutesMany(minutes, spans)) },
    { name: "three columns copied", count: days.length, run: batch(copied) },
    { name: "  into new ones", count: days.length, run: batch(() => [days.slice(), amounts.slice(), ends.slice()].at(-1)) },
  ]),
};

async function sizes() {
  const gzip = (bytes) => execFileSync("gzip", ["-9c"], { input: bytes, maxBuffer: 1 << 24 }).length;
  const ours = (glue, wasm) => {
    const sum = (size) => size(glue) + size(wasm);
    return [sum((name) => gzip(readFileSync(join(dist, name)))), sum((name) => statSync(join(dist, `${name}.gz`)).size)];
  };
  const bundle = async (contents) => {
    const { outputFiles } = await esbuild.build({
      stdin: { contents, resolveDir: here, loader: "js" },
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "browser",
      logLevel: "error",
    });
    return gzip(outputFiles[0].contents);
  };
  return [
    ["motcua/slim", ...ours("slim.js", "motcua_slim.wasm")],
    ["motcua", ...ours("index.js", "motcua.wasm")],
    ["motcua, full", ...ours("index.js", "motcua_full.wasm")],
    ["dayjs-business-days2 + dayjs", await bundle(`export { default as d } from "dayjs"; export { default } from "dayjs-business-days2";`)],
    ["luxon-business-days + luxon", await bundle(`export * from "luxon-business-days";`)],
    ["moment-business-time + moment", await bundle(`export { default } from "moment-business-time";`)],
    ["date-holidays", await bundle(`export { default } from "date-holidays";`)],
  ];
}

const line = (...cells) => console.log(cells.map((cell, at) => (at === 0 ? String(cell).padEnd(34) : String(cell).padStart(at === 1 ? 16 : 30))).join(""));
console.log(`Node ${process.version}, ${quick ? "a short run" : "the whole run"}, the best of ${TURNS} turns, processor time`);
line("\nready, first answer given", `${readyIn.toFixed(1)} ms`);
for (const [title, rows] of Object.entries(table)) {
  console.log(`\n${title}`);
  for (const { name, ns } of rows) {
    const ratio = ns / rows[0].ns;
    line(`  ${name}`, ns < 1_000 ? `${ns.toFixed(1)} ns` : `${(ns / 1_000).toFixed(1)} µs`, `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)} x`);
  }
}
console.log("\nanswers other than by the official notices");
for (const [name, { asked, differing, explained, failed }] of Object.entries(wrong)) {
  line(`  ${name}`, `${differing} of ${asked}`, `${explained} by a worked day off`, failed > 0 ? `${failed} failed` : "");
}
const known = new Set(holidays.concat(off));
const theirs = new Set(Array.from({ length: LAST - FIRST + 1 }, (_, at) => FIRST + at).flatMap(vietnamHolidays));
const weekday = (date) => (motcua.toDayNumber(date) + 3) % 7 < 5;
const missing = off.filter((date) => date < `${LAST + 1}` && !theirs.has(date)).length;
const invented = [...theirs].filter((date) => weekday(date) && !known.has(date)).length;
console.log(`  date-holidays knows Vietnam itself: ${missing} of ${off.filter((date) => date < `${LAST + 1}`).length} days off between Monday and Friday ${FIRST}-${LAST} are missing, ${invented} are worked in truth`);
console.log("\nsize as loaded: packed by gzip -9, and as the package has it packed");
for (const [name, ...sums] of await sizes()) line(`  ${name}`, ...sums.map((bytes) => `${(bytes / 1_000).toFixed(1)} KB`));

// Ratios hold on a busy machine; the times themselves are only held to where nothing else runs.
const faults = [];
const [own, ...rest] = table["add working days, one call"];
for (const { name, ns } of rest) {
  if (ns < own.ns * 10) faults.push(`${name} is only ${(ns / own.ns).toFixed(1)} times slower`);
}
if (!quick) {
  if (readyIn >= 10) faults.push(`ready after ${readyIn.toFixed(1)} ms, not under 10`);
  if (own.ns >= 1_000) faults.push(`addWorkingDays takes ${own.ns.toFixed(0)} ns, not under 1,000`);
  const [many] = table["a column of 1,000,000 (per row)"];
  if (many.ns >= 5) faults.push(`a row of a column takes ${many.ns.toFixed(1)} ns, not under 5`);
}
if (faults.length > 0 || sink === 0) {
  console.error(`\n${faults.join("\n")}`);
  process.exitCode = 1;
}
