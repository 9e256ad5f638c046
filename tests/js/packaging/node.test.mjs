// The packed package in Node: what is in it, and both ways to load it.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";

import { install } from "./harness.mjs";

let app;
before(() => {
  app = install("node");
});

test("the archive holds what it should, and nothing else", () => {
  for (const file of ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "package.json", "dist/motcua.wasm"]) {
    assert.ok(app.files.includes(file), `${file} is missing`);
  }
  const strange = app.files.filter(
    (file) => !/^(README\.md|LICENSE-(MIT|APACHE)|package\.json|dist\/[\w.]+\.(cjs|(js|wasm)(\.gz)?)|dist\/types\/([\w]+\/)?[\w.]+\.d\.c?ts)$/.test(file),
  );
  assert.deepEqual(strange, []);
});

test("everything that is exported is there", async () => {
  const { default: manifest } = await import(join(app.root, "node_modules/motcua/package.json"), { with: { type: "json" } });
  const files = [];
  const walk = (value) => (typeof value === "string" ? files.push(value) : Object.values(value).forEach(walk));
  walk([manifest.exports, manifest.main, manifest.module, manifest.types, manifest.unpkg, manifest.sideEffects]);
  assert.ok(files.length > 20);
  for (const file of files) assert.ok(existsSync(join(app.root, "node_modules/motcua", file)), `${file} is missing`);
});

const PROGRAM = `
async function main() {
  await motcua.init();
  await slim.init();
  const limit = { value: 10, unit: "working_day" };
  console.log(motcua.addWorkingDays("2026-08-19", 10));
  console.log(motcua.appointment({ received: "2026-08-19T09:00", text: "10 ngày làm việc" }).shortVi);
  console.log(slim.appointment({ received: "2026-08-19T09:00", limit }).due);
  await motcua.init({ full: true });
  console.log(motcua.answerJson('{"op":"add_working_days","date":"2026-08-19","n":10}'));
}
main();
`;
const SAID = [
  "2026-09-04",
  "17:00, thứ Sáu 04/9/2026",
  "2026-09-04T17:00",
  '{"date":"2026-09-04","certainty":"final"}',
];

test("it is imported", () => {
  app.write("main.mjs", `import * as motcua from "motcua"; import * as slim from "motcua/slim";${PROGRAM}`);
  assert.deepEqual(app.node("main.mjs").trim().split("\n"), SAID);
});

test("it is required", () => {
  app.write("main.cjs", `const motcua = require("motcua"); const slim = require("motcua/slim");${PROGRAM}`);
  assert.deepEqual(app.node("main.cjs").trim().split("\n"), SAID);
});

test("a server may import the elements, which do nothing there", () => {
  app.write("server.mjs", `import { MotcuaAppointment } from "motcua/element"; console.log(typeof MotcuaAppointment);`);
  assert.equal(app.node("server.mjs").trim(), "function");
});

test("the .wasm can be named", () => {
  app.write("wasm.mjs", `
    import { readFileSync } from "node:fs";
    import { initSync, addWorkingDays } from "motcua";
    initSync(readFileSync(new URL(import.meta.resolve("motcua/motcua.wasm"))));
    console.log(addWorkingDays("2026-08-19", 10));`);
  assert.equal(app.node("wasm.mjs").trim(), "2026-09-04");
});

test("a worker thread has an engine of its own", () => {
  app.write("worker.mjs", `
    import { Worker, isMainThread, parentPort } from "node:worker_threads";
    import { addWorkingDays, init } from "motcua";
    if (isMainThread) {
      new Worker(new URL(import.meta.url)).once("message", (date) => console.log(date));
    } else {
      await init();
      parentPort.postMessage(addWorkingDays("2026-08-19", 10));
    }`);
  assert.equal(app.node("worker.mjs").trim(), "2026-09-04");
});
