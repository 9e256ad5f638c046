// The packed package in every kind of page: bundled by four bundlers, as plain modules, as a
// classic script, in workers. Each page is opened in Chromium under a strict policy.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { nodeResolve } from "@rollup/plugin-node-resolve";
import * as esbuild from "esbuild";
import { rollup } from "rollup";
import * as vite from "vite";
import webpack from "webpack";

import { newPage, openBrowser } from "../browser/harness.mjs";
import { install, serveFolders } from "./harness.mjs";

const PAGE = (script) => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>motcua</title>
<link rel="icon" href="data:,">${script}</head>
<body><p id="out"></p><motcua-appointment received="2026-08-19T09:00" limit="10 ngày làm việc"></motcua-appointment></body></html>`;

const MAIN = `
import { addWorkingDays, init } from "motcua";
import "motcua/element";
init().then(() => { document.getElementById("out").textContent = addWorkingDays("2026-08-19", 10); });
`;
const SLIM = `
import { addWorkingDays, init } from "motcua/slim";
init().then(() => { document.getElementById("out").textContent = addWorkingDays("2026-08-19", 10); });
`;

let app;
let site;
let opened;

before(async () => {
  app = install("bundlers");
  app.write("src/main.js", MAIN);
  app.write("src/slim.js", SLIM);
  site = await serveFolders({ "/motcua/": app.dist, "/": join(app.root, "out") });
  opened = await openBrowser();
});

after(async () => {
  await opened.close();
  await site.close();
});

/** Opens a page and gives what it says: the date by function, and the date of the element. */
async function said(t, url, element = true) {
  const { page, problems } = await newPage(opened.browser);
  const wasm = [];
  page.on("response", (response) => {
    if (/\.wasm/.test(response.url())) wasm.push(response.body());
  });
  t.after(() => page.close());
  await page.goto(url, { timeout: 120_000 });
  await page.waitForFunction(() => document.getElementById("out").textContent !== "", undefined, { timeout: 20_000 });
  const out = await page.textContent("#out");
  const shown = element ? await page.locator("motcua-appointment .when").textContent() : undefined;
  assert.deepEqual(problems.filter((text) => !/icon|data:,/.test(text)), []);
  return { out, shown, wasm: await Promise.all(wasm) };
}

async function works(t, url) {
  const { out, shown, wasm } = await said(t, url);
  assert.equal(out, "2026-09-04");
  assert.equal(shown, "17:00, thứ Sáu 04/9/2026");
  // The functions and the elements share one engine, whatever the bundler calls its file.
  assert.equal(wasm.length, 1);
  assert.ok(wasm[0].equals(readFileSync(join(app.dist, "motcua.wasm"))));
}

async function slimWorks(t, url) {
  const { out, wasm } = await said(t, url, false);
  assert.equal(out, "2026-09-04");
  assert.equal(wasm.length, 1);
  assert.ok(wasm[0].equals(readFileSync(join(app.dist, "motcua_slim.wasm"))));
}

test("vite, built", async (t) => {
  for (const name of ["main", "slim"]) {
    app.write(`vite-${name}/index.html`, PAGE(`<script type="module" src="./${name}.js"></script>`));
    app.write(`vite-${name}/${name}.js`, name === "main" ? MAIN : SLIM);
    await vite.build({
      root: join(app.root, `vite-${name}`),
      base: "./",
      configFile: false,
      logLevel: "error",
      build: { outDir: join(app.root, `out/vite-${name}`), emptyOutDir: true },
    });
  }
  await works(t, `${site.origin}/vite-main/index.html`);
  await slimWorks(t, `${site.origin}/vite-slim/index.html`);
});

test("vite, while developing", async (t) => {
  app.write("vite-dev/index.html", PAGE(`<script type="module" src="./main.js"></script>`));
  app.write("vite-dev/main.js", MAIN);
  const server = await vite.createServer({
    root: join(app.root, "vite-dev"),
    configFile: false,
    logLevel: "error",
    cacheDir: join(app.root, "vite-cache"),
    optimizeDeps: { exclude: ["motcua"] },
    server: { port: 0, host: "127.0.0.1", fs: { allow: [app.root] } },
  });
  t.after(() => server.close());
  await server.listen();
  const { port } = server.httpServer.address();
  await works(t, `http://127.0.0.1:${port}/index.html`);
});

test("webpack", async (t) => {
  const stats = await new Promise((resolve, reject) => {
    webpack({
      mode: "production",
      context: app.root,
      entry: { main: "./src/main.js", slim: "./src/slim.js" },
      output: { path: join(app.root, "out/webpack"), filename: "[name].js" },
    }, (error, stats) => (error ? reject(error) : resolve(stats)));
  });
  assert.equal(stats.hasErrors(), false, stats.toString("errors-only"));
  // As old portals have it: one classic script.
  for (const name of ["main", "slim"]) app.write(`out/webpack/${name}.html`, PAGE(`<script src="${name}.js" defer></script>`));
  await works(t, `${site.origin}/webpack/main.html`);
  await slimWorks(t, `${site.origin}/webpack/slim.html`);
});

const WASM = ["motcua.wasm", "motcua_full.wasm", "motcua_slim.wasm"];

test("esbuild", async (t) => {
  await esbuild.build({
    absWorkingDir: app.root,
    entryPoints: ["src/main.js", "src/slim.js"],
    outdir: "out/esbuild",
    bundle: true,
    minify: true,
    format: "esm",
    logLevel: "warning",
  });
  for (const name of WASM) app.copy(name, "out/esbuild");
  for (const name of ["main", "slim"]) app.write(`out/esbuild/${name}.html`, PAGE(`<script type="module" src="${name}.js"></script>`));
  await works(t, `${site.origin}/esbuild/main.html`);
  await slimWorks(t, `${site.origin}/esbuild/slim.html`);
});

test("rollup", async (t) => {
  for (const name of ["main", "slim"]) {
    const bundle = await rollup({ input: join(app.root, `src/${name}.js`), plugins: [nodeResolve({ browser: true })] });
    await bundle.write({ file: join(app.root, `out/rollup/${name}.js`), format: "es" });
    await bundle.close();
    app.write(`out/rollup/${name}.html`, PAGE(`<script type="module" src="${name}.js"></script>`));
  }
  for (const name of WASM) app.copy(name, "out/rollup");
  await works(t, `${site.origin}/rollup/main.html`);
  await slimWorks(t, `${site.origin}/rollup/slim.html`);
});

test("what is not used is left out, the elements are not", async () => {
  const bundled = async (text) => {
    const entry = app.write("src/shake.js", text);
    const bundle = await rollup({ input: entry, plugins: [nodeResolve({ browser: true })], onwarn() {} });
    const { output } = await bundle.generate({ format: "es" });
    const [built] = (await esbuild.build({ absWorkingDir: app.root, entryPoints: [entry], bundle: true, minify: true, format: "esm", write: false, logLevel: "error" })).outputFiles;
    return [output.map((one) => one.code ?? "").join(""), built.text];
  };
  for (const code of await bundled(`import { addWorkingDays } from "motcua"; console.log("x");`)) {
    assert.ok(code.length < 100, `${code.length} characters are left`);
  }
  for (const code of await bundled(`import "motcua/element"; console.log("x");`)) {
    assert.match(code, /motcua-timeline/);
  }
});

test("plain modules, nothing bundled", async (t) => {
  app.write("out/plain/main.html", PAGE(`<script type="module" src="/motcua/element.js"></script><script type="module" src="main.js"></script>`));
  app.write("out/plain/main.js", MAIN.replaceAll('"motcua"', '"/motcua/index.js"').replaceAll('"motcua/element"', '"/motcua/element.js"'));
  await works(t, `${site.origin}/plain/main.html`);
  app.write("out/plain/slim.html", PAGE(`<script type="module" src="slim.js"></script>`));
  app.write("out/plain/slim.js", SLIM.replace('"motcua/slim"', '"/motcua/slim.js"'));
  await slimWorks(t, `${site.origin}/plain/slim.html`);
});

test("a classic script gives one global name", async (t) => {
  app.write("out/classic/main.js", `motcua.init().then(function () { document.getElementById("out").textContent = motcua.addWorkingDays("2026-08-19", 10); });`);
  app.write("out/classic/main.html", PAGE(`<script src="/motcua/motcua.global.js" defer></script><script src="main.js" defer></script>`));
  await works(t, `${site.origin}/classic/main.html`);
});

const ANSWER = `addWorkingDays("2026-08-19", 10)`;
const WORKERS = {
  "a module worker": [
    `import { addWorkingDays, init } from "/motcua/index.js"; init().then(() => postMessage(${ANSWER}));`,
    `new Worker("worker.js", { type: "module" }).onmessage = (event) => { document.getElementById("out").textContent = event.data; };`,
  ],
  "a classic worker": [
    `importScripts("/motcua/motcua.global.js"); motcua.init({ wasm: "/motcua/motcua.wasm" }).then(function () { postMessage(motcua.${ANSWER}); });`,
    `new Worker("worker.js").onmessage = function (event) { document.getElementById("out").textContent = event.data; };`,
  ],
  "a service worker": [
    `import { addWorkingDays, init } from "/motcua/index.js";
     self.addEventListener("install", (event) => event.waitUntil(init().then(() => self.skipWaiting())));
     self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
     self.addEventListener("message", (event) => event.waitUntil(init().then(() => event.source.postMessage(${ANSWER}))));`,
    `navigator.serviceWorker.addEventListener("message", (event) => { document.getElementById("out").textContent = event.data; });
     navigator.serviceWorker.register("worker.js", { type: "module" });
     navigator.serviceWorker.ready.then((registration) => registration.active.postMessage("?"));`,
  ],
};

for (const [name, [worker, page]] of Object.entries(WORKERS)) {
  test(name, async (t) => {
    const folder = name.replaceAll(" ", "-");
    app.write(`out/${folder}/worker.js`, worker);
    app.write(`out/${folder}/page.js`, page);
    app.write(`out/${folder}/page.html`, PAGE(`<script type="module" src="page.js"></script>`));
    const { out } = await said(t, `${site.origin}/${folder}/page.html`, false);
    assert.equal(out, "2026-09-04");
  });
}

test("the .wasm can lie anywhere, and a page with no engine says so", async (t) => {
  app.copy("motcua.wasm", "out/assets");
  app.write("out/elsewhere/page.js", `
    import { addWorkingDays, init } from "/motcua/index.js";
    const out = document.getElementById("out");
    init({ wasm: "/nowhere.wasm" }).catch(async (error) => {
      await init({ wasm: "/assets/motcua.wasm" });
      out.textContent = error.name + " " + error.code + " " + ${ANSWER};
    });`);
  app.write("out/elsewhere/page.html", PAGE(`<script type="module" src="page.js"></script>`));
  const { page } = await newPage(opened.browser);
  t.after(() => page.close());
  await page.goto(`${site.origin}/elsewhere/page.html`);
  await page.waitForFunction(() => document.getElementById("out").textContent !== "");
  assert.equal(await page.textContent("#out"), "MotcuaError not_loaded 2026-09-04");
});

test("no bundle needs eval, and none holds an address", () => {
  for (const name of readdirSync(app.dist).filter((name) => /\.c?js$/.test(name))) {
    const text = readFileSync(join(app.dist, name), "utf8");
    assert.doesNotMatch(text, /\beval\(|new Function\(/, name);
    const addresses = text.match(/https?:\/\/[\w./-]+/g) ?? [];
    assert.deepEqual(addresses.filter((one) => one !== "http://www.w3.org/2000/svg"), [], name);
  }
});
