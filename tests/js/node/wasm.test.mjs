// The .wasm files themselves: what they import, what they hold, what they weigh, what they keep.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";

import * as motcua from "../../../wasm/npm/dist/node.js";
import * as slim from "../../../wasm/npm/dist/node_slim.js";

const dist = (name) => readFileSync(new URL(`../../../wasm/npm/dist/${name}`, import.meta.url));
const BUILDS = ["motcua_slim", "motcua", "motcua_full"];

test("nothing is imported but by the glue", async () => {
  const glue = dist("index.js").toString();
  for (const name of BUILDS) {
    const module = await WebAssembly.compile(dist(`${name}.wasm`));
    for (const { module: from, name: imported, kind } of WebAssembly.Module.imports(module)) {
      assert.equal(kind, "function");
      assert.equal(from, "./motcua_bg.js");
      assert.ok(glue.includes(imported), `${name} imports ${imported}`);
    }
    assert.ok(WebAssembly.Module.imports(module).length <= 4);
  }
});

test("no text tells where the build was made", () => {
  for (const name of [...BUILDS.map((name) => `${name}.wasm`), "index.js", "element.js", "motcua.global.js"]) {
    const text = dist(name).toString("latin1");
    const path = /[\w/.-]*(?:\/rustc\/|\.cargo|registry|\/home\/|\/root\/|\/work\/|library\/core|\w\/\w+\.rs)[\w/.-]*/.exec(text);
    assert.equal(path, null, `${name}: ${path?.[0]}`);
  }
});

/** As web servers pack it: `gzip -9`. Node's own zlib is another one and packs a little worse. */
const byServer = (name) => execFileSync("gzip", ["-9c"], { input: dist(name), maxBuffer: 1 << 24 }).length;
/** As the package has it packed already. */
const ready = (name) => dist(`${name}.gz`).length;

// Kilobytes of 1,000 bytes, glue and .wasm together: what the package has packed for a page, which is
// held to 45 and 80, and what a server makes of it that packs by itself.
const CEILINGS = { slim: [45, 45], index: [80, 84], full: [380, 400] };

const FILES = {
  slim: ["slim.js", "motcua_slim.wasm"],
  index: ["index.js", "motcua.wasm"],
  full: ["index.js", "motcua_full.wasm"],
};
const weights = (name) =>
  [ready, byServer].map((pack) => FILES[name].reduce((sum, file) => sum + pack(file), 0));

test("what a page loads weighs no more than it may", (t) => {
  for (const [name, ceilings] of Object.entries(CEILINGS)) {
    const found = weights(name);
    t.diagnostic(`${name}: ${found.join(" bytes packed, by a server ")}`);
    for (const [at, bytes] of found.entries()) {
      assert.ok(bytes <= ceilings[at] * 1_000, `${name}: ${bytes} bytes, above ${ceilings[at]} KB`);
    }
  }
});

test("what is packed is what stands beside it", () => {
  const names = readdirSync(new URL("../../../wasm/npm/dist/", import.meta.url));
  const packed = names.filter((name) => name.endsWith(".gz"));
  const all = ["element.js", "index.js", "motcua.global.js", "slim.js", ...BUILDS.map((name) => `${name}.wasm`)];
  assert.deepEqual(packed.sort(), all.map((name) => `${name}.gz`).sort());
  for (const name of all) assert.ok(gunzipSync(dist(`${name}.gz`)).equals(dist(name)), name);
});

test("the weights that the README tells are those of the files", () => {
  const readme = readFileSync(new URL("../../../wasm/npm/README.md", import.meta.url), "utf8");
  const rows = [...readme.matchAll(/^\| `motcua.*\| (\d+) KB \| (\d+) KB \|/gm)];
  const told = rows.flatMap(([, ...kilobytes]) => kilobytes.map(Number));
  const found = Object.keys(FILES).flatMap((name) => weights(name).map((bytes) => bytes / 1_000));
  assert.equal(told.length, found.length);
  for (const [at, weight] of found.entries()) {
    assert.ok(Math.abs(told[at] / weight - 1) < 0.03, `${told[at]} KB are told, ${weight} are loaded`);
  }
});

test("a million calls leave memory as it was", async () => {
  await motcua.init({ full: true });
  await motcua.init();
  await slim.init();
  const office = motcua.createCalendar({ closures: ["2026-03-09"] });
  let calls = 0;
  const turn = (count) => {
    for (let at = 0; at < count; at += 1) {
      calls += 3;
      motcua.addWorkingDays("2026-08-19", at % 50, office);
      motcua.countWorkingMinutes("2026-08-19T09:00", "2026-09-19T09:00");
      slim.addWorkingDays("2026-08-19", 10);
      if (at % 10 === 0) {
        motcua.appointment({ received: "2026-08-19T09:00", text: "10 ngày làm việc" });
        motcua.parseTimeLimit("05 ngày làm việc, trường hợp phức tạp 07 ngày làm việc");
        motcua.monthInfo(2026, 1 + (at % 12), office);
        slim.appointment({ received: "2026-08-19T09:00", limit: { value: 3, unit: "month" } });
        motcua.answerJson('{"op":"deadline","received":"2026-08-19T09:00","text":"10 ngày"}');
      }
      if (at % 100 === 0) {
        motcua.addWorkingDaysMany(new Int32Array(1_000).fill(20_684), 5);
        try {
          motcua.addWorkingDays("1999-01-01", 1);
        } catch {
          // The refusal is what is called for.
        }
        const own = motcua.createCalendar({ hours: [["08:00", "12:00"]] });
        motcua.addWorkingDays("2026-08-19", 1, own);
        own.free();
      }
    }
  };
  const used = () => process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  turn(20_000);
  globalThis.gc?.();
  const [before, begun] = [used(), calls];
  turn(340_000);
  globalThis.gc?.();
  const grown = used() - before;
  assert.ok(calls - begun > 1_000_000);
  assert.ok(grown < 1_000_000, `memory grew by ${grown} bytes`);
});

test("calendars that are forgotten are given back", async (t) => {
  if (globalThis.gc === undefined) return t.skip("needs --expose-gc");
  await motcua.init();
  const round = async () => {
    for (let at = 0; at < 200; at += 1) motcua.addWorkingDays("2026-08-19", 1, motcua.createCalendar({}));
    for (let at = 0; at < 5; at += 1) {
      globalThis.gc();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  await round();
  await round();
  const before = process.memoryUsage().external;
  for (let at = 0; at < 5; at += 1) await round();
  const grown = process.memoryUsage().external - before;
  assert.ok(grown < 4_000_000, `memory grew by ${grown} bytes`);
});
