// Each element by itself, on a page under a strict policy.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { demoServer } from "../../../wasm/demo/serve.mjs";
import { newPage, openBrowser, serve } from "./harness.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const page = (body, lang) => `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>motcua</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.svg"><script type="module" src="/motcua/element.js"></script></head>
<body><main><h1>motcua</h1>${body}</main></body></html>`;

const DOSSIER = JSON.stringify({
  code: "H15-260819-0001",
  channel: "online",
  text: "10 ngày làm việc",
  events: [
    { type: "received", at: "2026-08-19T09:00" },
    { type: "payment_requested", at: "2026-08-20T10:00" },
    { type: "payment_made", at: "2026-08-25T10:00" },
    { type: "reappointed", at: "2026-09-08T10:00", due: "2026-09-15T17:00", reason: "chờ ý kiến" },
    { type: "finished", at: "2026-09-14T15:00" },
  ],
});

const BODIES = {
  appointment: `<motcua-appointment received="2026-08-19T09:00" limit="10 ngày làm việc"></motcua-appointment>`,
  refused: `<motcua-appointment received="2026-08-19T09:00" limit="không quy định"></motcua-appointment>`,
  calendar: `<motcua-calendar year="2026"></motcua-calendar>`,
  timeline: `<motcua-timeline as-of="2026-09-16T10:00"><script type="application/json">${DOSSIER}</script></motcua-timeline>`,
  input: `<form id="form"><motcua-due-input name="due" received="2026-08-19T09:00" limit="10 ngày làm việc" required></motcua-due-input>
<button>Gửi</button></form>`,
  mixed: `<motcua-appointment lang="en" received="2026-08-19T09:00" limit="05 ngày"></motcua-appointment>`,
};
const FILLED = { appointment: ".when", refused: ".refused", calendar: ".when", timeline: ".standing", input: "output b", mixed: ".when" };

let site;
let opened;

before(async () => {
  const demo = demoServer();
  const server = createServer((request, response) => {
    const url = new URL(request.url, "http://page");
    const body = BODIES[url.pathname.slice(6)];
    if (!url.pathname.startsWith("/test/") || body === undefined) {
      demo.emit("request", request, response);
      return;
    }
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; form-action 'self'",
    });
    response.end(page(body, url.searchParams.get("lang") ?? "vi"));
  });
  site = await serve(server);
  opened = await openBrowser({ bypassCSP: false });
});

after(async () => {
  await opened.close();
  await site.close();
});

async function open(t, name, lang = "vi") {
  const { page, problems } = await newPage(opened.browser);
  t.after(() => page.close());
  await page.goto(`${site.origin}/test/${name}?lang=${lang}`);
  await page.locator(FILLED[name]).first().waitFor();
  return { page, problems };
}

for (const name of Object.keys(BODIES)) {
  for (const [lang, colorScheme] of [["vi", "light"], ["en", "dark"]]) {
    test(`${name}: axe-core finds nothing, the policy nothing (${lang}, ${colorScheme})`, async (t) => {
      const { page, problems } = await open(t, name, lang);
      await page.emulateMedia({ colorScheme });
      if (colorScheme === "dark") await page.evaluate(() => { document.documentElement.style.setProperty("background", "#161b22"); document.documentElement.style.setProperty("color", "#e8ecf1"); });
      await page.evaluate(axe);
      const found = await page.evaluate(() => axe.run(document));
      const told = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target} ${node.failureSummary}`).join(" | ")}`);
      assert.deepEqual(told, []);
      assert.ok(found.passes.length > 5);
      assert.deepEqual(problems, []);
    });
  }
}

test("an element speaks the language of its nearest lang", async (t) => {
  const { page } = await open(t, "mixed");
  assert.match(await page.locator(".when").textContent(), /^17:00 on Monday 24 August 2026$/);
  await page.evaluate(() => document.querySelector("motcua-appointment").setAttribute("lang", "vi"));
  await page.waitForFunction(() => /thứ Hai/.test(document.querySelector("motcua-appointment").shadowRoot.querySelector(".when").textContent));
});

test("an element says why it has no answer", async (t) => {
  const { page } = await open(t, "refused");
  assert.equal(await page.locator("[role=alert]").textContent(), "Không có thời hạn để tính trong văn bản.");
  assert.equal(await page.locator("[role=alert]").getAttribute("data-code"), "no_limit");
});

test("what is wrong with a dossier is told in Vietnamese", async (t) => {
  const { page } = await open(t, "timeline");
  const received = { type: "received", at: "2026-08-19T09:00" };
  for (const [code, said, change] of [
    ["out_of_order", "Các sự kiện sai thứ tự thời gian.", { events: [received, { type: "finished", at: "2026-08-18T09:00" }] }],
    ["impossible_event", "Sự kiện không thể xảy ra ở vị trí này.", { events: [received, received] }],
    ["not_received", "Chưa có sự kiện nộp hoặc tiếp nhận hồ sơ.", { events: [] }],
    ["invalid_request", "Bản ghi thiếu hoặc sai trường.", { code: undefined }],
    ["empty_limit", "Thời hạn bằng 0.", { text: "0 ngày làm việc" }],
    ["part_of_unit", "Không tính được phần lẻ của tuần, tháng, năm.", { text: "1,5 tháng" }],
    ["unknown_case", "Không có thời hạn cho trường hợp này.", { text: "Trường hợp cấp mới: 05 ngày; trường hợp cấp lại: 10 ngày", case: "khác" }],
    ["unknown_channel", "Không có thời hạn cho cách thức nộp này.", { text: "Trực tuyến: 05 ngày; trực tiếp: 06 ngày", channel: "post" }],
  ]) {
    await page.evaluate((change) => {
      const timeline = document.querySelector("motcua-timeline");
      timeline.dossier = { ...JSON.parse(timeline.querySelector("script").textContent), ...change };
    }, change);
    const alert = page.locator(`[role=alert][data-code=${code}]`);
    assert.ok((await alert.textContent()).startsWith(said), `${code}: ${await alert.textContent()}`);
  }
  // Of a code without words the code itself is told, in no case the English message.
  await page.evaluate(() => {
    document.querySelector("motcua-timeline").dossier = {
      get events() {
        throw Object.assign(new Error("an English message"), { code: "never_heard_of" });
      },
    };
  });
  const alert = page.locator("[role=alert][data-code=never_heard_of]");
  assert.equal(await alert.textContent(), "Không tính được (mã lỗi: never_heard_of).");
});

test("a record that is no dossier at all is refused in Vietnamese", async (t) => {
  const { page } = await open(t, "timeline");
  const give = (record) => page.evaluate((record) => document.querySelector("motcua-timeline").setAttribute("record", record), record);
  const told = (code) => page.locator(`[role=alert][data-code=${code}]`).textContent();
  for (const record of ["null", "7", '"x"', "[]", '{"code":"HS-1"}']) {
    await give("{");
    assert.equal(await told("invalid_json"), "Bản ghi hồ sơ không phải JSON.");
    await give(record);
    assert.match(await told("invalid_request"), /^Bản ghi thiếu hoặc sai trường\./, record);
  }
});

test("a calendar of the office's own is used", async (t) => {
  const { page } = await open(t, "appointment");
  await page.evaluate(async () => {
    const { createCalendar } = await import("/motcua/index.js");
    document.querySelector("motcua-appointment").calendar = createCalendar({ closures: ["2026-09-04"] });
  });
  await page.waitForFunction(() => /07\/9\/2026/.test(document.querySelector("motcua-appointment").shadowRoot.querySelector(".when").textContent));
});

test("every code the engine answers with has its words in both languages", async (t) => {
  const schema = (name) => JSON.parse(readFileSync(new URL(`../../vectors/schema/${name}.json`, import.meta.url), "utf8"));
  const { properties } = schema("evaluate").$defs.given;
  const rust = (file, type) => {
    const text = readFileSync(new URL(`../../../core/src/${file}`, import.meta.url), "utf8");
    const names = text.slice(text.indexOf(`impl ${type} {`)).split("as_str(self)")[1].split("}\n    }")[0];
    return [...names.matchAll(/=> "(\w+)"/g)].map(([, name]) => name);
  };
  const fold = readFileSync(new URL("../../../core/src/dossier/fold.rs", import.meta.url), "utf8");
  // Beyond the most it is broken, beyond what is usual it only asks for care; of one rule by its hour.
  const snake = (rule) => rule.replace(/(?!^)[A-Z]/g, "_$&").toLowerCase();
  const broken = [...fold.matchAll(/more_than\(at, Rule::(\w+), Rule::(\w+)|let rule = Rule::(\w+)/g)]
    .flatMap(([, most, usual, hour]) => [`rule_${snake(most ?? hour)}`, ...(most === usual && most ? [] : [`caution_${snake(usual ?? hour)}`])]);
  assert.ok(broken.length >= 4);
  const common = schema("common").$defs;
  const names = {
    nameOf: [
      ...properties.standing.enum,
      ...rust("obligation/mod.rs", "Duty"),
      ...rust("dossier/timeline.rs", "SegmentKind"),
      ...rust("dossier/timeline.rs", "Cause").map((name) => `cause_${name}`),
      ...broken,
    ],
    eventName: common.event.properties.type.enum,
    causeName: rust("dossier/audit.rs", "SyncCause"),
    holidayName: common.holiday.enum,
    kindName: common.day_kind.enum,
  };
  assert.ok(names.causeName.length > 10 && names.nameOf.length > 25);
  const { build } = await import("esbuild");
  const source = new URL("../../../wasm/npm/src/element/words.ts", import.meta.url);
  const [built] = (await build({ entryPoints: [source.pathname], bundle: true, format: "esm", write: false })).outputFiles;
  const words = await import(`data:text/javascript,${encodeURIComponent(built.text)}`);
  for (const [by, codes] of Object.entries(names)) {
    for (const code of codes) {
      for (const language of ["vi", "en"]) {
        // A word may be its own code ("late"), but not in both languages, and never with a line in it.
        const said = words[by](language, code);
        assert.ok(said.length > 0 && !said.includes("_") && (language === "en" || said !== code), `${by} ${code}: ${said}`);
      }
    }
  }
  t.diagnostic(`${Object.values(names).flat().length} codes`);

  const arms = (file, type, name) => {
    const text = readFileSync(new URL(`../../../core/src/${file}`, import.meta.url), "utf8");
    const body = text.slice(text.indexOf(`impl ${type} {`)).split(`fn ${name}(`)[1].split("}\n    }")[0];
    return new Map([...body.matchAll(/Self::(\w+)[^=]*=> "([^"]+)"/g)].map(([, value, said]) => [value, said]));
  };
  for (const [by, file, type] of [["nameOf", "obligation/mod.rs", "Duty"], ["nameOf", "obligation/mod.rs", "State"], ["eventName", "dossier/event.rs", "EventKind"]]) {
    const [codes, spoken] = [arms(file, type, "as_str"), arms(file, type, "vietnamese")];
    assert.ok(codes.size >= 10);
    for (const [value, code] of codes) {
      // The engine's stand in a sentence, those of the elements often begin a line.
      assert.equal(words[by]("vi", code).toLowerCase(), spoken.get(value).toLowerCase(), `${type} ${code}: the words of the engine`);
    }
  }
});

test("every kind of day has a shape of its own", async (t) => {
  const { page } = await open(t, "calendar");
  const shapes = await page.evaluate(() => {
    const items = document.querySelector("motcua-calendar").shadowRoot.querySelectorAll(".legend path");
    return [...items].map((path) => path.getAttribute("d"));
  });
  assert.ok(shapes.length >= 5);
  assert.equal(new Set(shapes).size, shapes.length);
});

test("the life of a dossier is shown with its interruption and its apology", async (t) => {
  const { page } = await open(t, "timeline");
  assert.match(await page.locator(".apology").textContent(), /Đã xin lỗi bằng văn bản lúc 10:00 ngày 08\/9\/2026\. Hẹn lại: 17:00 ngày 15\/9\/2026/);
  assert.equal(await page.locator(".events li").count(), 5);
  assert.match(await page.locator("svg[role=img]").getAttribute("aria-label"), /đang chờ/);
  assert.equal(await page.locator(".legend .due-mark").textContent(), "hạn trả kết quả");
  await page.evaluate(() => {
    const timeline = document.querySelector("motcua-timeline");
    timeline.dossier = { ...timeline.dossier, code: "X", events: timeline.dossier.events.slice(0, 1) };
  });
  await page.waitForFunction(() => /Hồ sơ X/.test(document.querySelector("motcua-timeline").shadowRoot.textContent));
});

/** Shows a dossier of five working days as it stands at an instant. */
const showDossier = (page, asOf, events) => page.evaluate(([asOf, events]) => {
  const timeline = document.querySelector("motcua-timeline");
  timeline.setAttribute("as-of", asOf);
  timeline.dossier = { code: "HS-1", limit: { value: 5, unit: "working_day" }, events };
}, [asOf, events]);

test("a rule that was broken is told with its event, one that asks for care apart", async (t) => {
  const { page } = await open(t, "timeline");
  // Due at 17:00 on Monday 13/10/2025.
  await showDossier(page, "2025-10-14T09:00", [{ type: "received", at: "2025-10-06T09:00" }, { type: "came_in_vain", at: "2025-10-14T08:00" }]);
  assert.match(await page.locator("[part=breaches] li").textContent(), /^Không trả kết quả đúng hẹn – 08:00 ngày 14\/10\/2025 \(/);
  assert.equal(await page.locator("[part=breaches] .late").count(), 1);
  assert.equal(await page.locator("[part=cautions]").count(), 0);
  // Due at 17:00 on Monday 12/10/2026, come for eight hours before.
  await showDossier(page, "2026-10-20T09:00", [{ type: "received", at: "2026-10-05T09:00" }, { type: "came_in_vain", at: "2026-10-12T09:00" }]);
  assert.match(await page.locator("[part=cautions] li").textContent(), /^Đến nhận kết quả trước giờ hẹn – 09:00 ngày 12\/10\/2026/);
  assert.equal(await page.locator("[part=cautions] .late").count(), 0);
  assert.equal(await page.locator("[part=breaches]").count(), 0);
});

test("the life of a dossier is told on Vietnam's clock, up to the instant asked for", async (t) => {
  const { page } = await open(t, "timeline");
  await showDossier(page, "2026-08-21T03:00Z", [
    { type: "received", at: "2026-08-19T02:00:00Z" },
    { type: "transferred", at: "2026-08-21T05:00+02:00", to: "Phòng A" },
    { type: "finished", at: "2026-08-21T03:00:01Z" },
  ]);
  await page.locator("p", { hasText: "Tính đến 10:00 ngày 21/8/2026" }).waitFor();
  assert.deepEqual(await page.locator(".events time").allTextContents(), ["09:00 ngày 19/8/2026", "10:00 ngày 21/8/2026"]);
  assert.equal(await page.locator(".events time").first().getAttribute("datetime"), "2026-08-19T09:00+07:00");
  assert.match(await page.locator("svg[role=img]").getAttribute("aria-label"), /: 09:00 ngày 19\/8\/2026 – 10:00 ngày 21\/8\/2026$/);
});

test("of a dossier that waits for the applicant the time that is left is told", async (t) => {
  const { page } = await open(t, "timeline");
  await page.evaluate(() => document.querySelector("motcua-timeline").setAttribute("as-of", "2026-08-21T10:00"));
  // From 10:00 on 20/8 to 17:00 on 4/9: the rest of that day, and 21, 22, 24 to 28/8, 3 and 4/9.
  await page.locator(".standing", { hasText: "đang chờ, còn 9 ngày làm việc 5 giờ 30 phút" }).waitFor();
  assert.equal(await page.locator(".events li").count(), 2);
});

test("a calendar is of the year that is given, and of no other", async (t) => {
  const { page } = await open(t, "calendar");
  const year = (text) => page.evaluate((text) => {
    const calendar = document.querySelector("motcua-calendar");
    if (text === null) calendar.removeAttribute("year");
    else calendar.setAttribute("year", text);
  }, text);
  const told = (code) => page.locator(`[role=alert][data-code=${code}]`).textContent();
  await year(null);
  assert.equal(await told("no_year"), "Cần cho biết năm (2000–2050).");
  await year("1999");
  assert.equal(await told("no_calendar_data"), "Ngoài các năm của lịch (2000–2050).");
  await year("2025");
  assert.equal(await page.locator(".when").textContent(), "Lịch làm việc năm 2025");
});

test("a form takes the due time, refuses what is no limit and resets", async (t) => {
  const { page } = await open(t, "input");
  const data = () => page.evaluate(() => Object.fromEntries(new FormData(document.getElementById("form"))));
  assert.deepEqual(await data(), {
    due: "2026-09-04T17:00",
    "due-received": "2026-08-19T09:00",
    "due-limit": "10 ngày làm việc",
  });
  await page.getByLabel("Thời hạn giải quyết").fill("05 ngày");
  assert.equal((await data()).due, "2026-08-24T17:00");
  await page.getByLabel("Thời hạn giải quyết").fill("mười");
  assert.deepEqual(await data(), {});
  const valid = () => page.evaluate(() => document.getElementById("form").checkValidity());
  assert.equal(await valid(), false);
  assert.match(await page.evaluate(() => document.querySelector("motcua-due-input").validationMessage), /\S/);
  await page.getByLabel("Thời hạn giải quyết").fill("");
  assert.equal(await valid(), false);
  await page.evaluate(() => document.getElementById("form").reset());
  await page.waitForFunction(() => document.querySelector("motcua-due-input").value === "2026-09-04T17:00");
  assert.equal(await valid(), true);
  await page.evaluate(() => { document.querySelector("motcua-due-input").toggleAttribute("disabled", true); });
  assert.deepEqual(await data(), {});
});

test("the field at fault is marked, and both are needed where the input is", async (t) => {
  const { page } = await open(t, "input");
  const invalid = () => page.evaluate(() => {
    const root = document.querySelector("motcua-due-input").shadowRoot;
    return ["received", "limit"].map((id) => root.getElementById(id).getAttribute("aria-invalid"));
  });
  await page.getByLabel("Thời điểm nhận hồ sơ").fill("1999-12-31T09:00");
  assert.deepEqual(await invalid(), ["true", "false"]);
  await page.getByLabel("Thời điểm nhận hồ sơ").fill("2026-08-19T09:00");
  await page.getByLabel("Thời hạn giải quyết").fill("60 năm");
  assert.deepEqual(await invalid(), ["false", "true"]);
  const needed = (is) => page.waitForFunction((is) => {
    const fields = document.querySelector("motcua-due-input").shadowRoot.querySelectorAll("input");
    return [...fields].every((field) => field.required === is);
  }, is);
  await needed(true);
  await page.evaluate(() => document.querySelector("motcua-due-input").removeAttribute("required"));
  await needed(false);
});

test("what was entered comes back with the page, and a reset goes to the attributes", async (t) => {
  const { page } = await open(t, "input");
  const due = (value) => page.waitForFunction((value) => document.querySelector("motcua-due-input").value === value, value);
  await page.evaluate(() => document.querySelector("motcua-due-input").formStateRestoreCallback("2026-08-20T09:00\n05 ngày"));
  await due("2026-08-25T17:00");
  await page.evaluate(() => document.getElementById("form").reset());
  await due("2026-09-04T17:00");
});

test("a form is filled in by the keyboard and submitted", async (t) => {
  const { page } = await open(t, "input");
  await page.keyboard.press("Tab");
  const label = () => page.evaluate(() => {
    const field = document.querySelector("motcua-due-input").shadowRoot.activeElement;
    return field?.labels?.[0]?.textContent;
  });
  assert.equal(await label(), "Thời điểm nhận hồ sơ");
  for (let time = 0; time < 8 && (await label()) !== "Thời hạn giải quyết"; time += 1) await page.keyboard.press("Tab");
  assert.equal(await label(), "Thời hạn giải quyết");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("2 ngày làm việc");
  await page.keyboard.press("Tab");
  const [request] = await Promise.all([page.waitForRequest(/due=/), page.keyboard.press("Enter")]);
  const sent = Object.fromEntries(new URL(request.url()).searchParams);
  assert.deepEqual(sent, { due: "2026-08-21T17:00", "due-received": "2026-08-19T09:00", "due-limit": "2 ngày làm việc" });
});

test("an invalid form is not submitted", async (t) => {
  const { page } = await open(t, "input");
  let sent = 0;
  page.on("request", (request) => { if (/due/.test(request.url())) sent += 1; });
  await page.getByLabel("Thời hạn giải quyết").fill("mười");
  await page.getByRole("button").click();
  assert.equal(sent, 0);
  assert.equal(await page.evaluate(() => document.querySelector("motcua-due-input").shadowRoot.activeElement?.id), "limit");
});

test("paper and reduced motion are thought of", async (t) => {
  const { page } = await open(t, "calendar");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("button").first().isVisible(), false);
  await page.emulateMedia({ media: "screen", reducedMotion: "reduce" });
  const motion = () => page.evaluate(() => getComputedStyle(document.querySelector("motcua-calendar").shadowRoot.querySelector("button")).transitionDuration);
  assert.equal(await motion(), "0s");
  await page.emulateMedia({ media: "screen", reducedMotion: "no-preference" });
  assert.notEqual(await motion(), "0s");
});

test("the parts and variables that the README names are those there are", () => {
  const readme = readFileSync(new URL("../../../wasm/npm/README.md", import.meta.url), "utf8");
  const source = (name) => readFileSync(new URL(`../../../wasm/npm/src/element/${name}.ts`, import.meta.url), "utf8");
  const all = ["base", "appointment", "year", "timeline", "input", "month", "mark"].map(source).join("\n");
  const row = (head) => [...readme.matchAll(new RegExp(`^\\| ${head}.*\\| (.*) \\|$`, "gm"))].flatMap(([, cell]) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  const parts = [...all.matchAll(/part: "([\w-]+)"/g), ...all.matchAll(/#list\("(\w+)"/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(row("parts? of"))].sort(), [...new Set(parts)].sort());
  const variables = [...source("style").matchAll(/var\((--motcua-[\w-]+)/g)].map(([, name]) => name.replace(/-soft$/, ""));
  assert.deepEqual([...new Set(row("variable"))].filter((name) => name.startsWith("--")).sort(), [...new Set(variables)].sort());
});

test("a page sets the colours and reaches the parts", async (t) => {
  const { page } = await open(t, "appointment");
  const style = await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("motcua-appointment { --motcua-accent: rgb(1, 2, 3); } motcua-appointment::part(intro) { color: rgb(4, 5, 6); }");
    document.adoptedStyleSheets = [sheet];
    const root = document.querySelector("motcua-appointment").shadowRoot;
    return [".when", "[part=intro]"].map((selector) => getComputedStyle(root.querySelector(selector)).color);
  });
  assert.deepEqual(style, ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]);
});

test("a thousand answers leave the months of one in the element", async (t) => {
  const { page } = await open(t, "appointment");
  const tables = await page.evaluate(async () => {
    const element = document.querySelector("motcua-appointment");
    const limits = ["10 ngày làm việc", "05 ngày", "30 ngày", "2 tháng"];
    for (let at = 0; at < 1_000; at += 1) {
      element.setAttribute("limit", limits[at % 4]);
      await Promise.resolve();
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    return element.shadowRoot.querySelectorAll("table").length;
  });
  assert.ok(tables >= 1 && tables <= 12);
});
