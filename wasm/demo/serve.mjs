// Serves the demo: `node wasm/demo/serve.mjs [port]`. Builds the package first if need be.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const npm = join(here, "../npm");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

// As strict as a portal may ask for: no inline style, no inline script.
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

function fileOf(path) {
  if (path === "/") return join(here, "index.html");
  if (path === "/catalogue.json") return join(here, "../../core/examples/one_stop/catalogue.json");
  if (path.startsWith("/motcua/")) return join(npm, "dist", normalize(path.slice(8)));
  return join(here, normalize(path));
}

/** The path that is asked for; undefined where it is none. */
function pathOf(request) {
  try {
    return decodeURIComponent(new URL(request.url ?? "/", "http://demo").pathname);
  } catch {
    return undefined;
  }
}

/** A file packed: as it lies beside it, else packed here. */
function packedFile(file) {
  const ready = `${file}.gz`;
  return existsSync(ready) ? readFileSync(ready) : gzipSync(readFileSync(file), { level: 9 });
}

/** A server of the demo, not yet listening. */
export function demoServer() {
  const packed = new Map();
  return createServer((request, response) => {
    const path = pathOf(request);
    if (path === undefined) {
      response.writeHead(400).end();
      return;
    }
    const file = fileOf(path);
    const type = TYPES[extname(file)];
    if (path.includes("..") || type === undefined || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    if (!packed.has(file)) packed.set(file, packedFile(file));
    response.writeHead(200, {
      "content-type": type,
      "content-encoding": "gzip",
      "content-security-policy": POLICY,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    });
    response.end(packed.get(file));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (!existsSync(join(npm, "dist/motcua_full.wasm"))) {
    execFileSync("npm", ["ci"], { cwd: npm, stdio: "inherit" });
    execFileSync("npm", ["run", "build"], { cwd: npm, stdio: "inherit" });
  }
  const port = Number(process.argv[2] ?? 8080);
  demoServer().listen(port, "127.0.0.1", () => console.log(`http://localhost:${port}/`));
}
