// The demo and the elements in Firefox ESR, where it is installed.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";

import puppeteer from "puppeteer-core";

import { serve } from "./harness.mjs";

const found = (() => {
  try {
    return execFileSync("which", [process.env.FIREFOX ?? "firefox-esr"], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
})();
const skip = found === undefined && "not run: there is no firefox-esr";

let site;
let browser;
before(async () => {
  if (skip) return;
  site = await serve();
  browser = await puppeteer.launch({ browser: "firefox", executablePath: found, headless: true });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

test("the portal page answers in Firefox", { skip }, async (t) => {
  const page = await browser.newPage();
  t.after(() => page.close());
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.goto(`${site.origin}/?received=2026-08-19T09:00&as-of=2026-09-16T10:00`);
  await page.waitForSelector("html[data-ready]");
  await page.select("#procedure", "1");
  const text = (id, selector) =>
    page.waitForFunction((id, selector) => document.getElementById(id).shadowRoot.querySelector(selector)?.textContent, {}, id, selector)
      .then((handle) => handle.jsonValue());
  assert.equal(await text("answer", ".when"), "17:00, thứ Sáu 04/9/2026");
  assert.match(await text("calendar", ".when"), /2026/);
  await page.click("#load button");
  assert.match(await text("timeline", ".standing"), /quá hạn 1 ngày làm việc 2 giờ 30 phút/);
  await page.setViewport({ width: 320, height: 800 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(over <= 0, `${over} pixels too wide`);
  assert.deepEqual(problems, []);
});

test("the input of a form works in Firefox", { skip }, async (t) => {
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.goto(`${site.origin}/`);
  await page.waitForSelector("html[data-ready]");
  const data = await page.evaluate(async () => {
    const form = document.createElement("form");
    const input = document.createElement("motcua-due-input");
    input.setAttribute("name", "due");
    input.setAttribute("received", "2026-08-19T09:00");
    input.setAttribute("limit", "10 ngày làm việc");
    form.append(input);
    document.body.append(form);
    for (let at = 0; at < 200 && input.value === ""; at += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    return Object.fromEntries(new FormData(form));
  });
  assert.deepEqual(data, { due: "2026-09-04T17:00", "due-received": "2026-08-19T09:00", "due-limit": "10 ngày làm việc" });
});
