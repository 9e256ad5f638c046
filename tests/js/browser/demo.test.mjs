// The portal page in a real browser: what a clerk and a citizen do with it.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import ICAL from "ical.js";

import { newPage, openBrowser, serve } from "./harness.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let site;
let opened;

before(async () => {
  site = await serve();
  opened = await openBrowser();
});

after(async () => {
  await opened.close();
  await site.close();
});

const at = "?received=2026-08-19T09:00&as-of=2026-09-16T10:00";
const inside = (page, id, selector) =>
  page.waitForFunction(
    ([id, selector]) => document.getElementById(id)?.shadowRoot?.querySelector(selector)?.textContent,
    [id, selector],
  ).then((found) => found.jsonValue());

/** A page that is ready to be used, on which nothing may go wrong. */
async function demo(t, path = at) {
  const { page, problems } = await newPage(opened.browser);
  t.after(async () => {
    await page.close();
    assert.deepEqual(problems, []);
  });
  await page.goto(`${site.origin}/${path}`);
  await page.waitForSelector("html[data-ready]");
  return page;
}

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

test("what is no path is answered, and the server goes on", async () => {
  for (const path of ["/%", "/%c3", "//"]) {
    assert.equal((await fetch(`${site.origin}${path}`)).status, 400, path);
  }
  assert.equal((await fetch(`${site.origin}/`)).status, 200);
});

test("a procedure is looked up without signs and its due date is shown with reasons", async (t) => {
  const page = await demo(t);
  await page.fill("#search", "sua doi buu chinh");
  const names = await page.locator("#procedure option").allTextContents();
  assert.ok(names.length >= 2 && names.every((name) => /Sửa đổi/.test(name)), names.join());
  assert.match(await inside(page, "answer", ".when"), /^17:00, thứ Sáu 04\/9\/2026$/);
  const reasons = await page.locator("#answer .reasons li").allTextContents();
  assert.equal(reasons.length, 9);
  assert.match(reasons[2], /^Thứ Bảy 22\/8\/2026: làm bù cho ngày 31\/8\/2026/);
  assert.equal(await page.locator("#answer td.counted, #answer td.make_up, #answer td.due").count(), 10);

  await page.fill("#received", "2026-08-28T08:00");
  await page.waitForFunction(() => /16\/9\/2026/.test(document.getElementById("answer").shadowRoot.querySelector(".when").textContent));
  await page.fill("#search", "không có thủ tục này");
  assert.equal(await page.textContent("#found"), "0 thủ tục");
  assert.equal(await page.locator("#answer").isVisible(), false);
});

test("each procedure of the department gets a date or says why not", async (t) => {
  const page = await demo(t);
  const count = await page.locator("#procedure option").count();
  assert.equal(count, 38);
  let dated = 0;
  for (let index = 0; index < count; index += 1) {
    await page.selectOption("#procedure", { index });
    const text = await inside(page, "answer", ".when, .refused");
    if (/\d{4}$/.test(text)) dated += 1;
    else assert.match(text, /trường hợp|Không có thời hạn|đơn vị/);
  }
  assert.ok(dated >= 36, `${dated} of ${count}`);
});

test("appointment and year are saved as calendars", async (t) => {
  const page = await demo(t);
  await page.selectOption("#procedure", { index: 1 });
  await page.waitForSelector("#save-due:enabled");
  const due = await saved(page, "#save-due");
  assert.equal(due.name, "hen-2026-09-04.ics");
  assert.match(due.text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  assert.match(due.text, /DTEND:20260904T100000Z\r\n/);
  assert.ok(due.text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75));
  const [meeting] = new ICAL.Component(ICAL.parse(due.text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  assert.match(meeting.summary, /^Nhận kết quả: /);
  assert.match(meeting.description, /Thứ Bảy 22\/8\/2026: làm bù cho ngày 31\/8\/2026/);
  assert.deepEqual([meeting.startDate.toString(), meeting.endDate.toString()], ["2026-09-04T09:00:00Z", "2026-09-04T10:00:00Z"]);
  const year = await saved(page, "#save-year");
  assert.equal(year.name, "lich-2026.ics");
  assert.equal(year.text.match(/BEGIN:VEVENT/g).length, 17);
  const days = new ICAL.Component(ICAL.parse(year.text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const worked = days.filter((day) => day.summary === "Làm bù").map((day) => day.startDate.toString());
  assert.deepEqual(worked, ["2026-01-10", "2026-08-22"]);
  assert.ok(days.every((day) => day.startDate.isDate && day.duration.days === 1));
  assert.equal(new Set(days.map((day) => day.uid)).size, days.length);
  assert.match(year.text, /DTSTART;VALUE=DATE:20260822\r\nDTEND;VALUE=DATE:20260823/);
});

test("the year is walked through by the keyboard", async (t) => {
  const page = await demo(t);
  await inside(page, "calendar", "td[data-date]");
  await page.locator("#calendar td[tabindex='0']").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  assert.match(await page.locator("#calendar .detail").textContent(), /^09\/01\/2026 \(âm lịch 21\/11\): Ngày làm việc/);
  await page.keyboard.press("End");
  assert.match(await page.locator("#calendar .detail").textContent(), /^31\/12\/2026/);
  assert.equal(await page.locator("#calendar td[tabindex='0']").count(), 1);
  await page.locator("#calendar button").last().press("Enter");
  await page.waitForFunction(() => /2027/.test(document.getElementById("calendar").shadowRoot.querySelector(".when").textContent));
  assert.match(await page.locator("#calendar .certainty").textContent(), /Tạm thời: chưa có thông báo lịch nghỉ chính thức/);
});

test("a dossier is pasted, and its standing and what is owed are shown", async (t) => {
  const page = await demo(t);
  await page.click("#load button");
  assert.match(await inside(page, "timeline", ".standing"), /quá hạn 1 ngày làm việc 2 giờ 30 phút/);
  assert.match(await inside(page, "timeline", ".apology"), /Phải xin lỗi bằng văn bản chậm nhất /);
  assert.equal(await page.locator("#timeline .events li").count(), 4);
  assert.equal(await page.locator("#timeline rect.bar-waiting").count(), 1);
  await page.fill("#record", "{");
  await page.click("#load button");
  assert.equal(await page.textContent("#load-error"), "Bản ghi không phải JSON hợp lệ.");
  await page.click("#language");
  assert.equal(await page.textContent("#load-error"), "The record is not valid JSON.");
  assert.match(await page.textContent("#offline"), /without a network/);
  assert.equal(await page.locator("#timeline").isVisible(), false);
});

test("a national record is read from a file", async (t) => {
  const page = await demo(t);
  const record = {
    MaHoSo: "H15.08-260819-0008",
    MaTTHC: "1.004379.000.00.00.H15",
    KenhThucHien: "2",
    NgayNopHoSo: "20260818200000",
    NgayTiepNhan: "20260819080000",
    NgayKetThucXuLy: "20260826150000",
    NgayTra: "20260827090000",
    TrangThaiHoSo: "10",
  };
  await page.setInputFiles("#file", { name: "record.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(record)) });
  assert.match(await inside(page, "timeline", ".standing"), /trước hạn/);
  assert.deepEqual(
    await page.locator("#timeline .events b").allTextContents(),
    ["Nộp hồ sơ", "Tiếp nhận", "Giải quyết xong", "Trả kết quả"],
  );
  // Seven working days, waited for from 20 to 26 August: the recorded 27 August counts the wait, and the term begins anew.
  const waited = { ...record, NgayHenTra: "20260827170000", NgayKetThucXuLy: "", NgayTra: "", TrangThaiHoSo: "4",
    DanhSachHoSoBoSung: [{ NgayBoSung: "20260820100000", NgayTiepNhanBoSung: "20260826140000" }] };
  await page.fill("#record", JSON.stringify({ dossier: waited }));
  await page.click("#load button");
  await page.waitForFunction(() => document.getElementById("timeline").shadowRoot.querySelector("[part=mismatch], [part=error]"));
  assert.match(await page.locator("#timeline [part=mismatch]").textContent(), /NgayHenTra: ghi 17:00 ngày 27\/8\/2026, tính ra 17:00 ngày 09\/9\/2026 – tính cả thời gian chờ người nộp hồ sơ/);
  await page.fill("#record", JSON.stringify({ ...record, NgayTiepNhan: "19/8" }));
  await page.click("#load button");
  assert.match(await inside(page, "timeline", "[part=error]"), /không đọc được.*NgayTiepNhan/);
  await page.fill("#record", JSON.stringify({ ...record, MaTTHC: "9.999999" }));
  await page.click("#load button");
  assert.match(await page.textContent("#load-error"), /9\.999999/);
});

test("the page speaks English", async (t) => {
  const page = await demo(t, `${at}&lang=en`);
  assert.equal(await page.textContent("h1"), "When is the result due?");
  await page.selectOption("#procedure", { index: 1 });
  assert.match(await inside(page, "answer", ".when"), /^17:00 on Friday 4 September 2026$/);
  await page.click("#language");
  assert.equal(await page.textContent("h1"), "Khi nào có kết quả?");
  await page.waitForFunction(() => /thứ Sáu/.test(document.getElementById("answer").shadowRoot.querySelector(".when").textContent));
});

test("once loaded, the page works without a network", async (t) => {
  const page = await demo(t);
  const context = opened.browser;
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  await context.setOffline(true);
  t.after(() => context.setOffline(false));
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  await page.selectOption("#procedure", { index: 1 });
  assert.match(await inside(page, "answer", ".when"), /04\/9\/2026/);
  await page.click("#load button");
  assert.match(await inside(page, "timeline", ".standing"), /quá hạn/);
});

for (const [lang, colorScheme, width] of [["vi", "light", 1280], ["vi", "dark", 320], ["en", "light", 320], ["en", "dark", 768]]) {
  test(`axe-core finds nothing on the page (${lang}, ${colorScheme}, ${width})`, async (t) => {
    const page = await demo(t, `${at}&lang=${lang}`);
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.selectOption("#procedure", { index: 1 });
    await page.click("#load button");
    await inside(page, "timeline", ".standing");
    await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run(document));
    assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(" | ")}`), []);
    assert.ok(found.passes.length > 20);
  });
}

test("everything is done by the keyboard alone", async (t) => {
  const page = await demo(t);
  const press = async (key, times = 1) => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.id || element?.textContent?.trim() || element?.tagName;
  });
  const until = async (id) => {
    for (let time = 0; time < 40 && (await focused()) !== id; time += 1) await page.keyboard.press("Tab");
    assert.equal(await focused(), id);
  };
  await page.evaluate(() => document.body.focus());
  await press("Tab");
  assert.equal(await focused(), "Đến nội dung");
  await press("Enter");
  assert.equal(new URL(page.url()).hash, "#main");
  await until("search");
  await page.keyboard.type("sua doi buu chinh");
  await press("Tab");
  assert.equal(await focused(), "procedure");
  await until("received");
  await until("save-due");
  // The year is one stop: a day, from which the arrows lead on.
  await until("‹");
  await press("Tab", 2);
  assert.match(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.getAttribute("aria-label")), /^01\/01\/2026/);
  await press("ArrowRight");
  assert.match(await page.locator("#calendar .detail").textContent(), /^02\/01\/2026.*Nghỉ hoán đổi/);
  await press("Tab");
  assert.equal(await focused(), "save-year");
  await until("record");
  await until("Xem hồ sơ");
  await press("Enter");
  assert.match(await inside(page, "timeline", ".standing"), /quá hạn/);
});

test("nothing is wider than a narrow screen", async (t) => {
  const page = await demo(t);
  await page.click("#load button");
  await inside(page, "timeline", ".standing");
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(over <= 0, `${over} pixels too wide at ${width}`);
  }
});

/** A page that gets all from the server, as one that was never here. */
async function firstVisit(t) {
  const { page } = await newPage(opened.browser);
  t.after(() => page.close());
  const session = await opened.browser.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setBypassServiceWorker", { bypass: true });
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  return { page, session };
}
const answered = (page) =>
  page.waitForFunction(() => document.getElementById("answer")?.shadowRoot?.querySelector(".when"));

test("what is loaded is what the package has packed", async (t) => {
  const { page } = await firstVisit(t);
  await page.goto(`${site.origin}/${at}`);
  await answered(page);
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => [entry.name, entry.encodedBodySize]));
  for (const name of ["index.js", "motcua.wasm"]) {
    const packed = statSync(new URL(`../../../wasm/npm/dist/${name}.gz`, import.meta.url)).size;
    const sizes = loaded.filter(([address]) => address.endsWith(`/${name}`)).map(([, size]) => size);
    assert.deepEqual(sizes, [packed], name);
  }
});

test("the page is fast on a slow link", async (t) => {
  const { page, session } = await firstVisit(t);
  // As Lighthouse has it for a phone: 1.6 Mbit/s, 150 ms there and back.
  const kilobits = (1_600 * 1_024) / 8;
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: kilobits, uploadThroughput: kilobits });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const begun = Date.now();
  await page.goto(`${site.origin}/${at}`, { waitUntil: "commit" });
  await answered(page);
  const waited = Date.now() - begun;
  const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
  const shift = await page.evaluate(() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 300);
  }));
  t.diagnostic(`first paint ${Math.round(paint)} ms, first answer ${waited} ms, layout shift ${shift.toFixed(3)}`);
  assert.ok(paint < 2_500, `first paint after ${paint} ms`);
  assert.ok(waited < 6_000, `first answer after ${waited} ms`);
});
