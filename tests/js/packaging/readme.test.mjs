// The examples of the documents: those in JavaScript say what they claim, those in HTML show it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { join } from "node:path";

import { newPage, openBrowser } from "../browser/harness.mjs";
import { install, serveFolders } from "./harness.mjs";

const DOCUMENTS = { "README.md": 1, "README.vi.md": 1, "wasm/npm/README.md": 5 };

const examples = (name, language) => {
  const text = readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(([, code]) => code);
};

let app;
let site;
let opened;
before(async () => {
  app = install("readme");
  site = await serveFolders({ "/motcua/": app.dist, "/": join(app.root, "out") });
  opened = await openBrowser();
});
after(async () => {
  await opened.close();
  await site.close();
});

for (const [name, count] of Object.entries(DOCUMENTS)) {
  test(`${name}: what the examples in JavaScript print`, () => {
    const found = examples(name, "js");
    assert.ok(found.length === count, `${found.length} examples`);
    for (const [at, code] of found.entries()) {
      const claimed = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, said]) => said);
      assert.ok(claimed.length > 0, `example ${at} claims nothing`);
      const file = `${name.replaceAll("/", "-")}-${at}.mjs`;
      app.write(file, code);
      assert.deepEqual(app.node(file).trimEnd().split("\n"), claimed);
    }
  });

  test(`${name}: what the examples in HTML show`, async (t) => {
    const found = examples(name, "html");
    assert.ok(found.length > 0);
    for (const [at, code] of found.entries()) {
      const file = `${name.replaceAll("/", "-")}-${at}.html`;
      app.write(`out/${file}`, code);
      const { page, problems } = await newPage(opened.browser);
      t.after(() => page.close());
      await page.goto(`${site.origin}/${file}`);
      const tag = /<(motcua-[\w-]+)/.exec(code)[1];
      await page.locator(`${tag} [part=due], ${tag} [part=title]`).first().waitFor();
      await page.waitForFunction((tag) => /\d{4}/.test(document.querySelector(tag).shadowRoot.textContent), tag);
      assert.equal(await page.locator(`${tag} [part=error]`).count(), 0);
      assert.deepEqual(problems.filter((text) => !/404|favicon/.test(text)), []);
      if (/motcua-appointment/.test(code)) {
        assert.equal(await page.locator(`${tag} [part=due]`).textContent(), "17:00, thứ Sáu 04/9/2026");
      }
    }
  });
}
