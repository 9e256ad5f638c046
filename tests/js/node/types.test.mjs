// The types: as they were agreed on. packaging/types.test.mjs compiles against them.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const TYPES = here("../../../wasm/npm/dist/types/");
const GOLDEN = here("../types/golden.d.ts.txt");

// What a user can reach; the rest is how these are made.
const NAMES = [
  "index", "slim", "slim_api", "api", "types", "dossier_types", "report_types", "calendar", "civil", "days", "appointment", "dossier", "national",
  "error", "element/index", "element/base", "element/appointment", "element/input", "element/timeline", "element/year",
];

test("the public types are those that were agreed on", () => {
  const text = NAMES.map((name) => `// ${name}.d.ts\n${readFileSync(`${TYPES}${name}.d.ts`, "utf8")}`).join("\n");
  if (process.env.MOTCUA_BLESS) writeFileSync(GOLDEN, text);
  const [now, agreed] = [text.split("\n"), readFileSync(GOLDEN, "utf8").split("\n")];
  const at = now.findIndex((line, place) => line !== agreed[place]);
  assert.ok(at < 0 && now.length === agreed.length, `line ${at + 1}: ${now[at]}, agreed on was ${agreed[at]} (MOTCUA_BLESS=1 writes the new ones)`);
  assert.doesNotMatch(text, /\bany\b(?! )/, "a type says nothing");
});

/** The names of the fields of an interface, as its declaration has them. */
function fieldsOf(text, name) {
  const body = new RegExp(`export interface ${name}(?: extends (\\w+))? \\{\\n([^]*?)\\n\\}`).exec(text);
  const own = [...body[2].matchAll(/^    (\w+)\??:/gm)].map(([, field]) => field);
  return body[1] === undefined ? own : [...own, ...fieldsOf(text, body[1])];
}

test("the types name all fields that the schemas of the JSON door name", () => {
  const text = NAMES.map((name) => readFileSync(`${TYPES}${name}.d.ts`, "utf8")).join("\n");
  const schema = (name) => JSON.parse(readFileSync(here(`../../vectors/schema/${name}.json`), "utf8")).$defs;
  const [common, evaluate, report, national] = ["common", "evaluate", "report", "national"].map(schema);
  const given = evaluate.given.properties;
  const calendar = common.calendar.anyOf[0];
  const pairs = {
    Evaluation: evaluate.given,
    Obligation: given.obligations.items,
    Segment: given.segments.items,
    Revision: given.history.items,
    Breach: given.breaches.items,
    Apology: given.apology.anyOf[0],
    Agenda: given.agenda,
    EvaluateQuestion: evaluate.request,
    Report: report.given,
    Tally: report.tally,
    Times: report.times,
    ListedDossier: report.listed,
    LevelCount: report.level_count,
    ReportQuestion: report.request,
    NationalQuestion: national.request,
    NationalEntry: national.record,
    NationalReading: national.given.properties.dossiers.items,
    Dossier: common.dossier,
    DossierEvent: common.event,
    DossierStep: common.dossier.properties.steps.items,
    Handling: common.dossier.properties.handling.anyOf[0],
    StandingPolicy: common.standing,
    CountingPolicy: common.policy,
    CalendarOptions: calendar,
    YearNotice: calendar.properties.years.items,
    TimeLimit: schema("parse_time_limit").given,
    LimitTerm: schema("parse_time_limit").given.properties.limits.items,
  };
  const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
  // Told by the function that is called, given beside the question, or with one value only.
  const apart = ["op", "id", "calendar", "about", "meta", "dayWorth"];
  for (const [name, { properties }] of Object.entries(pairs)) {
    const fields = Object.keys(properties).map(camel).filter((field) => !apart.includes(field));
    assert.deepEqual(fieldsOf(text, name).sort(), fields.sort(), name);
  }
});

test("the types name all duties and events that the engine names", () => {
  const text = readFileSync(`${TYPES}dossier_types.d.ts`, "utf8");
  const union = (name) => [...new RegExp(`type ${name} = (.*);`).exec(text)[1].matchAll(/"(\w+)"/g)].map(([, code]) => code);
  const rust = (file, type) => {
    const source = readFileSync(here(`../../../core/src/${file}`), "utf8");
    const names = source.slice(source.indexOf(`impl ${type} {`)).split("as_str(self)")[1].split("}\n    }")[0];
    return [...names.matchAll(/=> "(\w+)"/g)].map(([, name]) => name);
  };
  assert.deepEqual(union("Duty"), rust("obligation/mod.rs", "Duty"));
  const { enum: events } = JSON.parse(readFileSync(here("../../vectors/schema/common.json"), "utf8")).$defs.event.properties.type;
  assert.deepEqual(union("EventType"), events);
});

test("those who require the package have the same types", () => {
  const types = readdirSync(TYPES).filter((name) => name.endsWith(".d.ts"));
  for (const name of types) {
    const required = readFileSync(`${TYPES}${name.replace(".d.ts", ".d.cts")}`, "utf8");
    assert.equal(required.replaceAll(".cjs", ".js"), readFileSync(`${TYPES}${name}`, "utf8"), name);
  }
});
