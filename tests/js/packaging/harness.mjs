// The package as npm packs it, installed into a project of its own, as a user has it.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const NPM = join(here, "../../../wasm/npm");
const TARGET = process.env.CARGO_TARGET_DIR ?? join(here, "../../../target");

const npm = (args, cwd) =>
  execFileSync("npm", [...args, "--no-fund", "--no-audit", "--loglevel=error"], { cwd, encoding: "utf8" });

/** Packs the package and installs the archive into a new project; gives its folder and files. */
export function install(name) {
  const root = join(TARGET, "packaging", name);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const [packed] = JSON.parse(npm(["pack", "--json", "--pack-destination", root], NPM));
  writeFileSync(join(root, "package.json"), JSON.stringify({ name: "portal", private: true, type: "module" }));
  npm(["install", "--offline", "--ignore-scripts", "--no-package-lock", `./${packed.filename}`], root);
  return {
    root,
    files: packed.files.map(({ path }) => path),
    dist: join(root, "node_modules/motcua/dist"),
    /** Writes a file of the project. */
    write(path, text) {
      const file = join(root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    /** Copies a file of the package beside a bundle. */
    copy(from, to) {
      mkdirSync(join(root, to), { recursive: true });
      cpSync(join(root, "node_modules/motcua/dist", from), join(root, to, from));
    },
    node: (file) => execFileSync(process.execPath, [join(root, file)], { cwd: root, encoding: "utf8" }),
  };
}

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
};

// What a careful portal allows: nothing inline, nothing from elsewhere.
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; img-src 'self'; form-action 'self'";

/** A plain file server over folders by their prefix, under a strict policy. */
export async function serveFolders(folders) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://page").pathname);
    const prefix = Object.keys(folders).find((one) => path.startsWith(one));
    let body;
    try {
      body = readFileSync(join(folders[prefix], normalize(`/${path.slice(prefix.length)}`)));
    } catch {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-security-policy": POLICY });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}
