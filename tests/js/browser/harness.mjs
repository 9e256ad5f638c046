// A browser, and pages served under the policy of the demo.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { demoServer } from "../../../wasm/demo/serve.mjs";

const here = dirname(fileURLToPath(import.meta.url));
/** Pictures are looked at by people; they are kept out of the repository. */
export const PICTURES = process.env.MOTCUA_PICTURES ?? join(here, "../../../target/pictures");

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

export async function openBrowser(context = {}) {
  const folder = mkdtempSync(join(tmpdir(), "motcua-chromium-"));
  const args = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
  const browser = await chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM,
    headless: true,
    args: args.split(" "),
    viewport: { width: 1280, height: 900 },
    ...context,
  });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The demo on a free port. */
export async function serve(server = demoServer()) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  return {
    origin: `http://localhost:${port}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}

/** A page that remembers what went wrong on it. */
export async function newPage(browser) {
  const page = await browser.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  return { page, problems };
}
