// Builds the npm package into dist/: three .wasm from one crate, one glue for all of them, the
// entries of the package and their types, and beside what browsers load the same packed. Needs
// cargo with rust-src, wasm-bindgen of the version in Cargo.toml, wasm-opt (binaryen) and zopfli.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
const scratch = join(target, "npm");
const dist = join(here, "dist");

const run = (program, args, options = {}) =>
  execFileSync(program, args, { stdio: ["ignore", "inherit", "inherit"], cwd: root, ...options });

// Each build holds all that the one before it does; the glue of the last serves all of them.
const BUILDS = [
  { name: "motcua_slim", features: "" },
  { name: "motcua", features: "text" },
  { name: "motcua_full", features: "full" },
];

// What the compiler uses, and every browser since 2020 has.
const WASM_FEATURES = [
  "bulk-memory",
  "mutable-globals",
  "nontrapping-float-to-int",
  "sign-ext",
].map((feature) => `--enable-${feature}`);

// Functions are left as they are where they are called once: pieces of moderate length pack better
// than long ones.
const SMALL = "--flatten --rereloop -Oz -Oz --one-caller-inline-max-function-size 15".split(" ");

/** Notes in a module that some features of WebAssembly may not be used. */
function withoutFeatures(wasm, features) {
  let text = wasm.toString("latin1");
  for (const name of features) {
    const noted = String.fromCharCode(name.length) + name;
    if (!text.includes(`+${noted}`)) throw new Error(`no note of ${name} in the module`);
    text = text.replace(`+${noted}`, `-${noted}`);
  }
  return Buffer.from(text, "latin1");
}

// What is taken of the standard library is built along with the rest: for its size, and with panics
// that end without a message, as the engine has none. Stable toolchains do so when told that they may;
// these flags are those of Rust 1.95. Small functions are inlined before LLVM looks at any, which
// leaves it less to undo.
const STANDARD_LIBRARY =
  "-Zbuild-std=core,alloc -Zbuild-std-features=optimize_for_size".split(" ");
const RUST = {
  RUSTC_BOOTSTRAP: "1",
  RUSTFLAGS: [
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none",
    "-Zinline-mir=yes -Zinline-mir-hint-threshold=50",
  ].join(" "),
};

function buildWasm({ name, features }) {
  const args = [
    ..."build --locked --profile wasm --target wasm32-unknown-unknown -p motcua-wasm".split(" "),
    ...STANDARD_LIBRARY,
    ..."--no-default-features --features".split(" "),
    features,
  ];
  run("cargo", args, { env: { ...process.env, ...RUST } });
  const bound = join(scratch, name);
  mkdirSync(bound, { recursive: true });
  // Nothing but numbers and texts crosses: tables of references, which older tools and browsers do
  // not know, would be made in vain.
  const built = readFileSync(join(target, "wasm32-unknown-unknown/wasm/motcua_wasm.wasm"));
  const raw = join(bound, "plain.wasm");
  writeFileSync(raw, withoutFeatures(built, ["reference-types", "multivalue"]));
  run("wasm-bindgen", [
    ..."--target web --omit-default-module-path --no-typescript --remove-name-section".split(" "),
    ...["--out-name", "motcua", "--out-dir", bound, raw],
  ]);
  const small = join(bound, "small.wasm");
  const strip = ["--strip-debug", "--strip-producers"];
  run("wasm-opt", [...SMALL, ...WASM_FEATURES, ...strip, join(bound, "motcua_bg.wasm"), "-o", small]);
  cpSync(small, join(dist, `${name}.wasm`));
}

/** wasm-bindgen writes a module with one instance in it; the package needs two side by side. */
function makeGlue() {
  let glue = readFileSync(join(scratch, "motcua_full/motcua.js"), "utf8");
  const last = /export \{ initSync, __wbg_init as default \};\s*$/;
  if (!last.test(glue)) throw new Error("the glue of wasm-bindgen has another form than expected");
  const kept = "Engine, parseTimeLimit, version, memory: () => wasm.memory, initSync, start: __wbg_init";
  glue = glue.replace(last, `return { ${kept} };`);
  glue = glue.replace(/^export (class|function)/gm, "$1");
  if (/^(export|import) /m.test(glue)) throw new Error("the glue holds more than was expected");
  const file = join(scratch, "glue.js");
  writeFileSync(file, `export default function makeInstance() {\n${glue}\n}\n`);
  return file;
}

const entry = (name) => join(here, "src", name);

async function buildScripts(glue) {
  const common = {
    bundle: true,
    minify: true,
    legalComments: "none",
    // The glue warns of a slower way to load, which the README tells, and of a use that is not ours.
    drop: ["console"],
    target: ["chrome96", "firefox90", "safari15"],
    alias: { "motcua-glue": glue },
    logLevel: "warning",
  };
  // The elements share the instance of the entry that stands beside them.
  const beside = {
    name: "beside",
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.\/index\.js$/ }, () => ({ path: "./index.js", external: true }));
    },
  };
  const file = "__motcua_file";
  const esm = { ...common, format: "esm" };
  const node = { ...common, platform: "node", target: "node20" };
  const cjs = {
    ...node,
    format: "cjs",
    define: { "import.meta.url": file },
    banner: { js: `const ${file} = require("node:url").pathToFileURL(__filename).href;` },
  };
  await Promise.all([
    build({ ...esm, entryPoints: [entry("index.ts")], outfile: join(dist, "index.js") }),
    build({ ...esm, entryPoints: [entry("slim.ts")], outfile: join(dist, "slim.js") }),
    build({ ...node, format: "esm", entryPoints: [entry("node.ts")], outfile: join(dist, "node.js") }),
    build({
      ...node,
      format: "esm",
      entryPoints: [entry("node_slim.ts")],
      outfile: join(dist, "node_slim.js"),
    }),
    build({ ...cjs, entryPoints: [entry("node.ts")], outfile: join(dist, "node.cjs") }),
    build({ ...cjs, entryPoints: [entry("node_slim.ts")], outfile: join(dist, "node_slim.cjs") }),
    build({
      ...esm,
      plugins: [beside],
      entryPoints: [entry("element/index.ts")],
      outfile: join(dist, "element.js"),
    }),
    build({
      ...common,
      format: "iife",
      globalName: "motcua",
      define: { "import.meta.url": file },
      banner: {
        // A worker has no document; there the script lies where the worker says.
        js: `var ${file}=typeof document==="object"&&document.currentScript?document.currentScript.src:location.href;`,
      },
      entryPoints: [entry("global.ts")],
      outfile: join(dist, "motcua.global.js"),
    }),
  ]);
}

/** The types, and the same for those who require the package. */
function buildTypes() {
  run(join(here, "node_modules/.bin/tsc"), ["-p", here]);
  const types = join(dist, "types");
  for (const name of readdirSync(types)) {
    if (!name.endsWith(".d.ts")) continue;
    const text = readFileSync(join(types, name), "utf8").replaceAll(/(from "\..*?)\.js"/g, '$1.cjs"');
    writeFileSync(join(types, name.replace(/\.d\.ts$/, ".d.cts")), text);
  }
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const only = process.argv.includes("--scripts");
if (only) {
  for (const { name } of BUILDS) cpSync(join(scratch, `${name}.wasm`), join(dist, `${name}.wasm`));
} else {
  for (const one of BUILDS) {
    buildWasm(one);
    cpSync(join(dist, `${one.name}.wasm`), join(scratch, `${one.name}.wasm`));
  }
}
await buildScripts(makeGlue());
buildTypes();
for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(join(root, licence), join(here, licence));
// Packed with time, a file is a twentieth smaller than as servers pack it on the way.
const loaded = /^(?!node).*\.(js|wasm)$/;
for (const name of readdirSync(dist).filter((name) => loaded.test(name))) {
  const file = join(dist, name);
  run("zopfli", [file]);
  const [plain, packed] = [file, `${file}.gz`].map((path) => String(statSync(path).size).padStart(7));
  console.log(`${name.padEnd(20)} ${plain} ${packed} packed`);
}
