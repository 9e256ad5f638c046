// Pictures of the demo at three widths, in both languages, light and dark, and on paper.
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { PICTURES, newPage, openBrowser, serve } from "./harness.mjs";

mkdirSync(PICTURES, { recursive: true });
const site = await serve();
const { browser, close } = await openBrowser({ serviceWorkers: "block", locale: "vi-VN" });
const widths = (process.argv[2] ?? "320,768,1280").split(",").map(Number);
for (const width of widths) {
  for (const lang of ["vi", "en"]) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, problems } = await newPage(browser);
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${site.origin}/?lang=${lang}&received=2026-08-19T09:00&as-of=2026-09-16T10:00`);
      await page.waitForSelector("html[data-ready], html[lang]");
      await page.selectOption("#procedure", { index: 1 });
      await page.click("#load button");
      await page.waitForFunction(() => document.querySelector("#timeline")?.shadowRoot?.querySelector(".events"));
      await page.screenshot({ path: join(PICTURES, `demo-${width}-${lang}-${colorScheme}.png`), fullPage: true });
      if (width === 1280 && colorScheme === "light") {
        await page.emulateMedia({ media: "print" });
        await page.pdf({ path: join(PICTURES, `print-${lang}.pdf`), format: "A4", margin: { top: "12mm", bottom: "12mm", left: "12mm", right: "12mm" } });
      }
      if (problems.length > 0) console.log(width, lang, colorScheme, problems);
      await page.close();
    }
  }
}
await close();
await site.close();
