// The typed API in Node: answers worked out by hand, and what is refused.
import assert from "node:assert/strict";
import { test } from "node:test";

import * as motcua from "../../../wasm/npm/dist/node.js";
import * as slim from "../../../wasm/npm/dist/node_slim.js";

const { MotcuaError } = motcua;
const refuses = (code, run) =>
  assert.throws(run, (error) => {
    assert.ok(error instanceof MotcuaError && error instanceof Error, String(error));
    assert.equal(error.code, code);
    assert.equal(error.name, "MotcuaError");
    assert.ok(error.message.length > 0);
    return true;
  });

test("nothing answers before it is loaded", () => {
  refuses("not_loaded", () => motcua.addWorkingDays("2026-08-19", 10));
  refuses("not_loaded", () => motcua.parseTimeLimit("10 ngày"));
});

test("what needs the full build says so", async () => {
  await motcua.init();
  refuses("not_loaded", () => motcua.answerJson("{}"));
  assert.match(motcua.version(), /^\d+\.\d+\.\d+$/);
});

test("days and minutes are added and counted", () => {
  // Saturday 22/8 is worked; 31/8, 1/9 and 2/9 are off.
  assert.equal(motcua.addWorkingDays("2026-08-19", 10), "2026-09-04");
  assert.equal(motcua.addWorkingDays("2026-09-04", -10), "2026-08-19");
  assert.equal(motcua.addWorkingDays("2026-08-23", 0), "2026-08-24");
  assert.equal(motcua.countWorkingDays("2026-08-19", "2026-09-04"), 10);
  assert.equal(motcua.countWorkingDays("2026-09-04", "2026-08-19"), -10);
  assert.equal(motcua.addWorkingMinutes("2026-08-19T11:00", 60), "2026-08-19T13:30");
  assert.equal(motcua.addWorkingMinutes("2026-08-19T11:00", 30), "2026-08-19T11:30");
  assert.equal(motcua.addWorkingMinutes("2026-08-19T11:00:20", 30), "2026-08-19T13:00:20");
  assert.equal(motcua.countWorkingMinutes("2026-08-19T07:00", "2026-08-20T07:00"), 480);
});

test("instants with a zone are converted and texts of other objects are read", () => {
  assert.equal(motcua.addWorkingMinutes("2026-08-19T02:00Z", 1), "2026-08-19T09:01");
  assert.equal(motcua.addWorkingMinutes("2026-08-18T22:30-03:30", 1), "2026-08-19T09:01");
  assert.equal(motcua.addWorkingMinutes("2026-08-19T09:00:00.5+07:00", 1), "2026-08-19T09:01");
  const plain = { toString: () => "2026-08-19" };
  assert.equal(motcua.addWorkingDays(plain, 10), "2026-09-04");
});

test("what is no date, instant or number is refused by its code", () => {
  for (const bad of ["", "2026-8-19", "2026-02-30", "19/08/2026", "2026-08-19T09:00", " 2026-08-19"]) {
    refuses("invalid_date", () => motcua.addWorkingDays(bad, 1));
  }
  refuses("invalid_date", () => motcua.addWorkingDays(new Date(0), 1));
  refuses("invalid_date", () => motcua.addWorkingDays(undefined, 1));
  for (const bad of ["2026-08-19", "2026-08-19T9:00", "2026-08-19T24:00", "2026-08-19T09:60",
    "2026-08-19T09:00+7", "2026-08-19T09:00:60", "2026-02-30T09:00", "2026-08-19T09:00+24:00"]) {
    refuses("invalid_time", () => motcua.addWorkingMinutes(bad, 1));
  }
  refuses("invalid_request", () => motcua.addWorkingDays("2026-08-19", 1.5));
  refuses("invalid_request", () => motcua.addWorkingDays("2026-08-19", NaN));
  refuses("invalid_request", () => motcua.addWorkingDays("2026-08-19", 2 ** 40));
  refuses("no_calendar_data", () => motcua.addWorkingDays("1999-12-31", 1));
  refuses("no_calendar_data", () => motcua.addWorkingDays("2026-08-19", 100_000));
  refuses("no_calendar_data", () => motcua.dayInfo("9999-12-31"));
});

test("days are the same numbers both ways", () => {
  for (let day = 10_957; day < 29_585; day += 1) {
    const date = motcua.fromDayNumber(day);
    assert.equal(motcua.toDayNumber(date), day);
    assert.equal(new Date(day * 86_400_000).toISOString().slice(0, 10), date);
  }
  assert.equal(motcua.toMinuteNumber("1970-01-02T00:01"), 1441);
  assert.equal(motcua.fromMinuteNumber(-1), "1969-12-31T23:59");
});

test("a month is known at once", () => {
  const days = motcua.monthInfo(2026, 2);
  assert.equal(days.length, 28);
  const tet = days[16];
  assert.equal(tet.date, "2026-02-17");
  assert.equal(tet.kind, "holiday");
  assert.equal(tet.holiday, "tet");
  assert.deepEqual(tet.lunar, { year: 2026, month: 1, day: 1, leap: false });
  assert.deepEqual(tet.sessions, []);
  assert.deepEqual(motcua.dayInfo("2026-08-22").sessions, [["07:30", "11:30"], ["13:00", "17:00"]]);
  assert.equal(motcua.dayInfo("2026-08-22").exchangedFor, "2026-08-31");
  assert.equal(motcua.monthInfo(2026, 12).length, 31);
  assert.equal(motcua.yearInfo(2026).certainty, "final");
  assert.equal(motcua.yearInfo(2040).certainty, "projected");
  refuses("no_calendar_data", () => motcua.monthInfo(2051, 1));
  refuses("no_calendar_data", () => motcua.yearInfo(1999));
  refuses("invalid_date", () => motcua.monthInfo(2026, 13));
});

test("an appointment carries its reasons", () => {
  const limit = { value: 10, unit: "working_day" };
  const found = motcua.appointment({ received: "2026-08-19T09:00", limit });
  assert.equal(found.due, "2026-09-04T17:00");
  assert.equal(found.dueDate, "2026-09-04");
  assert.equal(found.legalEnd, "2026-09-05T00:00");
  assert.equal(found.certainty, "final");
  assert.equal(found.shortVi, "17:00, thứ Sáu 04/9/2026");
  assert.equal(found.shortEn, "17:00 on Friday 4 September 2026");
  const total = found.steps.reduce((sum, step) => sum + (step.amount ?? 0), 0);
  assert.equal(total, 10);
  const makeUp = found.steps.find((step) => step.kind === "make_up");
  assert.deepEqual([makeUp.from, makeUp.exchangedFor], ["2026-08-22", "2026-08-31"]);
  assert.equal(found.textVi.split("\n").length, found.steps.length + 1);

  const words = motcua.appointment({ received: "2026-08-19T09:00", text: "Không quá 10 ngày làm việc" });
  assert.deepEqual(words.steps, found.steps);
  const part = motcua.appointment({ received: "2026-08-19T09:00", limit: { value: "1.5", unit: "working_day" } });
  assert.equal(part.due, "2026-08-21T11:30");
  const same = motcua.appointment({ received: "2026-08-19T09:00", limit: { unit: "same_day" } });
  assert.equal(same.due, "2026-08-19T17:00");
});

test("policies are values", () => {
  const limit = { value: 2, unit: "working_day" };
  const due = (policy, received = "2026-08-19T16:00") =>
    motcua.appointment({ received, limit, policy }).due;
  assert.equal(due({}), "2026-08-21T17:00");
  assert.equal(due({ firstDay: "included" }), "2026-08-20T17:00");
  assert.equal(due({ due: "midnight" }), "2026-08-22T00:00");
  assert.equal(due({ due: "same_clock" }), "2026-08-21T16:00");
  assert.equal(due({ cutOff: { at: "15:00", moves: "receipt" } }), "2026-08-22T17:00");
  assert.equal(due({ cutOff: null }), "2026-08-21T17:00");
  // After 15:00, unless told otherwise, a result of the same day is one of the next.
  const sameDay = (policy) =>
    motcua.appointment({ received: "2026-08-19T16:00", limit: { unit: "same_day" }, policy }).due;
  assert.equal(sameDay({}), "2026-08-20T17:00");
  assert.equal(sameDay({ cutOff: null }), "2026-08-19T17:00");
  assert.equal(sameDay({ cutOff: { at: "16:00" } }), "2026-08-19T17:00");
  assert.equal(sameDay({ cutOff: { at: "14:00" } }), "2026-08-20T17:00");
  const day = (policy) =>
    motcua.appointment({ received: "2026-08-19T09:00", limit: { value: 4, unit: "day" }, policy }).dueDate;
  assert.equal(day({}), "2026-08-24");
  assert.equal(day({ lastDayOff: "rolls_back" }), "2026-08-22");
  assert.equal(day({ lastDayOff: "stays" }), "2026-08-23");
  const night = { received: "2026-08-22T20:00", limit: { value: 1, unit: "working_day" } };
  assert.equal(motcua.appointment(night).dueDate, "2026-08-24");
  assert.equal(motcua.appointment({ ...night, policy: { outsideHours: "next_opening" } }).dueDate, "2026-08-25");
  refuses("invalid_request", () => due({ firstDay: "never" }));
  refuses("invalid_request", () => due({ dayWorth: "own_sessions" }));
  refuses("invalid_clock_time", () => due({ cutOff: { at: "3pm" } }));
});

test("appointments that cannot be told are refused by their code", () => {
  const at = { received: "2026-08-19T09:00" };
  refuses("ambiguous_limit", () =>
    motcua.appointment({ ...at, text: "10 ngày làm việc; trường hợp phức tạp 15 ngày làm việc" }));
  refuses("no_limit", () => motcua.appointment({ ...at, text: "Không quy định" }));
  refuses("invalid_amount", () => motcua.appointment({ ...at, limit: { value: "ten", unit: "day" } }));
  refuses("empty_limit", () => motcua.appointment({ ...at, limit: { value: 0, unit: "day" } }));
  refuses("part_of_unit", () => motcua.appointment({ ...at, limit: { value: 1.5, unit: "month" } }));
  refuses("invalid_request", () => motcua.appointment({ ...at, limit: { value: 1, unit: "fortnight" } }));
  refuses("invalid_request", () => motcua.appointment({ ...at, limit: { unit: "day" } }));
  refuses("invalid_request", () => motcua.appointment(at));
  refuses("invalid_request", () => motcua.appointment({ ...at, limit: { unit: "same_day" }, text: "x" }));
  refuses("not_final", () =>
    motcua.appointment({ received: "2030-01-02T09:00", limit: { value: 1, unit: "day" }, strict: true }));
});

test("limit texts are read, names in camelCase", () => {
  const read = motcua.parseTimeLimit("Trong ngày; nhận sau 15 giờ trả vào ngày làm việc tiếp theo");
  assert.equal(read.cutoff, "15:00");
  assert.ok("afterCutoff" in read && !("after_cutoff" in read));
  const half = motcua.parseTimeLimit("1,5 ngày làm việc");
  assert.equal(half.limits[0].value, 1.5);
  assert.deepEqual(half.limits[0].span, { start: 0, end: Buffer.byteLength("1,5 ngày làm việc") });
});

test("an office has its own calendar", () => {
  const office = motcua.createCalendar({
    hours: { "mon-fri": [["07:30", "11:30"], ["13:30", "17:00"]], sat: [["07:30", "11:30"]] },
    makeUpHours: [["08:00", "12:00"]],
    closures: ["2026-03-09", { since: "2026-03-10", until: "2026-03-10", reason: "chuyển trụ sở" }],
  });
  assert.equal(motcua.addWorkingDays("2026-03-06", 2, office), "2026-03-11");
  assert.equal(motcua.addWorkingDays("2026-03-06", 2), "2026-03-10");
  assert.equal(motcua.dayInfo("2026-03-10", office).source, "chuyển trụ sở");
  office.free();
  assert.equal(motcua.addWorkingDays("2026-03-06", 2, office), "2026-03-11");
  office.free();
  office.free();
  refuses("empty_session", () => motcua.createCalendar({ hours: [["11:30", "07:30"]] }));
  refuses("overlapping_sessions", () =>
    motcua.createCalendar({ hours: [["07:30", "11:30"], ["11:00", "12:00"]] }));
  refuses("invalid_calendar", () => motcua.createCalendar({ hour: [] }));
  refuses("end_before_start", () =>
    motcua.createCalendar({ closures: [{ since: "2026-03-10", until: "2026-03-09" }] }));
});

test("batches answer as single calls do, and mark what they refuse", () => {
  // More rows than cross at a time, and not a whole number of times as many.
  const days = Int32Array.from({ length: 5_000 }, (_, at) => 10_950 + at * 4);
  const n = Int32Array.from(days, (_, at) => (at % 121) - 60);
  const minutes = days.map((day, at) => day * 1_440 + ((at * 7) % 1_440));
  const spans = n.map((n) => n * 50);
  const date = motcua.fromDayNumber;
  const instant = motcua.fromMinuteNumber;
  const singles = (first, second, one) =>
    [...first].map((row, at) => {
      try {
        return one(row, typeof second === "number" ? second : second[at]);
      } catch {
        return motcua.REFUSED;
      }
    });
  const dayNumber = motcua.toDayNumber;
  const minuteNumber = motcua.toMinuteNumber;
  const later = (day, n) => dayNumber(motcua.addWorkingDays(date(day), n));
  const between = (from, to) => motcua.countWorkingDays(date(from), date(to));
  const laterBy = (at, n) => minuteNumber(motcua.addWorkingMinutes(instant(at), n));
  const minutesBetween = (from, to) => motcua.countWorkingMinutes(instant(from), instant(to));
  const last = dayNumber("2026-08-19");
  for (const [many, one, first, seconds] of [
    [motcua.addWorkingDaysMany, later, days, [n, 5]],
    [motcua.countWorkingDaysMany, between, days, [days.map((day, at) => day + n[at]), last]],
    [motcua.addWorkingMinutesMany, laterBy, minutes, [spans, 60]],
    [motcua.countWorkingMinutesMany, minutesBetween, minutes, [minutes.map((at) => at + 777), last * 1_440]],
  ]) {
    for (const second of seconds) {
      const all = many(first, second);
      assert.deepEqual([...all], singles(first, second, one));
      assert.ok(all.includes(motcua.REFUSED));
    }
  }
  const minute = minuteNumber("2026-08-19T11:00");
  const found = motcua.addWorkingMinutesMany(Int32Array.of(minute), 60);
  assert.equal(instant(found[0]), "2026-08-19T13:30");
  assert.equal(motcua.addWorkingDaysMany(new Int32Array(0), 1).length, 0);
  refuses("invalid_request", () => motcua.addWorkingDaysMany(days, new Int32Array(3)));
  const kept = new Int32Array(days.length);
  const calendar = motcua.createCalendar();
  assert.equal(motcua.addWorkingDaysMany(days, n, calendar, kept), kept);
  assert.deepEqual(kept, motcua.addWorkingDaysMany(days, n));
  // Days, or what is added to them, may be answered in their own place; parts of columns are columns.
  for (const place of [0, 1]) {
    const columns = [days.slice(), n.slice()];
    motcua.addWorkingDaysMany(...columns, undefined, columns[place]);
    assert.deepEqual(columns[place], kept);
  }
  const parts = [days, n, kept.slice()].map((column) => column.subarray(7, 4_900));
  motcua.addWorkingDaysMany(parts[0], parts[1], calendar, parts[2].fill(0));
  assert.deepEqual(parts[2], kept.subarray(7, 4_900));
  refuses("invalid_request", () => motcua.addWorkingDaysMany(days, n, calendar, kept.subarray(1)));
  const [early, late] = [days.subarray(0, 4_999), days.subarray(1)];
  refuses("invalid_request", () => motcua.addWorkingDaysMany(early, 1, calendar, late));
  refuses("invalid_request", () => motcua.addWorkingDaysMany(late, 1, calendar, early));
});

test("a calendar of one copy of the package answers columns that another is asked", async () => {
  await slim.init();
  const days = Int32Array.of(20_684, 20_685);
  const right = motcua.addWorkingDaysMany(days, 10);
  const [ours, theirs] = [motcua, slim].map((copy) => copy.createCalendar());
  assert.deepEqual(slim.addWorkingDaysMany(days, 10, ours), right);
  assert.deepEqual(motcua.addWorkingDaysMany(days, 10, theirs), right);
});

test("dossiers, reports and the JSON door come with the full build", async () => {
  const office = motcua.createCalendar({ closures: ["2026-09-03"] });
  await motcua.init({ full: true });
  await motcua.init({ full: true });
  const dossier = {
    code: "HS-1",
    field: "Bưu chính",
    channel: "online",
    limit: { value: 10, unit: "working_day" },
    events: [
      { type: "received", at: "2026-08-19T09:00" },
      { type: "finished", at: "2026-09-03T15:10" },
    ],
  };
  const life = motcua.evaluateDossier({ dossier, asOf: "2026-11-23T08:00" });
  assert.equal(life.standing, "early");
  assert.equal(life.dueDate, "2026-09-04");
  assert.equal(life.obligations[0].duty, "result");
  const closed = motcua.evaluateDossier({ dossier, asOf: "2026-11-23T08:00" }, office);
  assert.equal(closed.dueDate, "2026-09-07");
  const table = motcua.report({ dossiers: [dossier], from: "2026-07-01", to: "2026-09-30" });
  assert.deepEqual(table.onTime, { numerator: 1, denominator: 1 });
  assert.equal(table.totals.directOrPost, 0);
  assert.equal(table.rows[0].field, "Bưu chính");
  refuses("not_received", () =>
    motcua.evaluateDossier({ dossier: { ...dossier, events: [] }, asOf: "2026-11-23T08:00", standing: {} }));
  const answer = JSON.parse(motcua.answerJson('{"op":"day","date":"2026-08-22","id":7}'));
  assert.equal(answer.kind, "make_up");
  assert.equal(answer.id, 7);
  assert.equal(JSON.parse(motcua.answerJson("{")).error.code, "invalid_json");
});

/** Every name of a value, with the names in it, in camelCase. */
function shape(value) {
  if (Array.isArray(value)) return value.map(shape);
  if (value === null || typeof value !== "object") return value;
  const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [camel(name), shape(one)]));
}

test("an evaluation, a report and national records carry all that the JSON door carries", () => {
  const dossier = {
    code: "HS-2",
    procedure: "Cấp phép",
    field: "Bưu chính",
    agency: "Sở",
    channel: "online",
    text: "10 ngày làm việc",
    steps: [
      { name: "Thẩm định", agency: "Sở", limit: { value: 6, unit: "working_day" }, place: 1 },
      { name: "Ký", agency: "UBND", limit: { value: 4, unit: "working_day" }, place: 2 },
    ],
    handling: { startsAtPayment: false, supplement: "pauses" },
    events: [
      { type: "submitted", at: "2026-08-18T20:00" },
      { type: "received", at: "2026-08-19T09:00" },
      { type: "step_started", at: "2026-08-19T14:00", step: "Thẩm định" },
      { type: "supplement_requested", at: "2026-08-20T10:00", stage: "examination" },
      { type: "supplement_received", at: "2026-08-25T10:00" },
      { type: "step_finished", at: "2026-09-09T15:00", step: "Thẩm định" },
      { type: "reappointed", at: "2026-09-09T16:00", due: "2026-09-11T17:00", reason: "chờ ý kiến" },
      { type: "finished", at: "2026-09-15T10:00", outcome: "approved" },
    ],
  };
  const asOf = "2026-09-16T08:00";
  const snake = { ...dossier, handling: { starts_at_payment: false, supplement: "pauses" } };
  const door = (request) => JSON.parse(motcua.answerJson(JSON.stringify(request)));
  const standing = { practice: "by_instant", promise: "first", dueSoon: 60 };
  const snakeStanding = { practice: "by_instant", promise: "first", due_soon: 60 };
  const life = motcua.evaluateDossier({ dossier, asOf, standing });
  assert.deepEqual(life, shape(door({ op: "evaluate", dossier: snake, as_of: asOf, standing: snakeStanding })));
  assert.ok(life.history.length > 1 && life.segments.length > 1 && life.obligations.length > 3);
  assert.ok(life.lateByStep.length > 0 && life.leansOn.length > 0 && life.apology !== null);
  const period = { from: "2026-07-01", to: "2026-09-30" };
  const bad = { ...snake, code: "HS-3", events: [{ type: "received", at: "2026-02-30T09:00" }] };
  const table = motcua.report({ dossiers: [dossier, { ...dossier, code: "HS-3", events: bad.events }], ...period });
  assert.deepEqual(table, shape(door({ op: "report", dossiers: [snake, bad], ...period })));
  assert.equal(table.refused.length, 1);
  // A part is given back as it came, names of fields and agencies included.
  const catalogue = { procedures: [] };
  const { part } = motcua.report({ dossiers: [{ ...dossier, field: "đất_đai" }], ...period, part: true });
  const both = motcua.report({ dossiers: [{ ...dossier, code: "HS-9" }], ...period, parts: [part], catalogue });
  assert.equal(both.totals.received, 2);
  assert.deepEqual(both.rows.map((row) => row.field).sort(), ["Bưu chính", "đất_đai"]);

  const record = { MaHoSo: "H26-1", TrangThaiHoSo: "9", NgayTiepNhan: "20261005090000", NgayHenTra: "20261009170000",
    NgayKetThucXuLy: "20261012100000", so_khac: "1", "Tên riêng": "x" };
  const entry = { dossier: record, limit: { value: 5, unit: "working_day" } };
  const read = motcua.readNational({ records: [entry, { dossier: {} }], asOf });
  const told = door({ op: "national", records: [entry, { dossier: {} }], as_of: asOf });
  const raw = told.dossiers.map(({ corrected, progress }) => ({ corrected, progress }));
  assert.deepEqual(read, { ...shape(told), dossiers: shape(told.dossiers).map((one, at) => ({ ...one, ...raw[at] })) });
  assert.equal(read.dossiers[0].corrected.so_khac, "1");
  assert.equal(read.dossiers[0].audit.disagreements[0].field, "NgayHenTra");
  assert.equal(motcua.readNationalRecord(entry, asOf).code, "H26-1");
  refuses("invalid_national_record", () => motcua.readNationalRecord({ dossier: {} }, asOf));
});

test("dates and times of Temporal are taken as they are", async () => {
  const { Temporal } = await import("temporal-polyfill");
  const date = Temporal.PlainDate.from("2026-08-19");
  const time = date.toPlainDateTime("09:00");
  assert.equal(motcua.addWorkingDays(date, 10), "2026-09-04");
  assert.equal(motcua.addWorkingMinutes(time, 60), "2026-08-19T10:00");
  assert.equal(Temporal.PlainDate.from(motcua.addWorkingDays(date, 10)).toString(), "2026-09-04");
  const limit = { value: 10, unit: "working_day" };
  assert.equal(motcua.appointment({ received: time, limit }).due, "2026-09-04T17:00");
  const office = motcua.createCalendar({ closures: [Temporal.PlainDate.from("2026-09-04")] });
  assert.equal(motcua.appointment({ received: time, limit }, office).due, "2026-09-07T17:00");
  const dossier = { code: "HS-4", limit, events: [{ type: "received", at: time }] };
  assert.equal(motcua.evaluateDossier({ dossier, asOf: time.add({ hours: 1 }) }).due, "2026-09-04T17:00");
  const zoned = Temporal.Instant.from("2026-08-19T02:00Z");
  assert.equal(motcua.addWorkingMinutes(zoned, 60), "2026-08-19T10:00");
});

test("the reasons are those of the JSON door", () => {
  const limits = [
    { value: 10, unit: "working_day" },
    { value: 1.5, unit: "working_day" },
    { value: 30, unit: "day" },
    { value: 2, unit: "month" },
    { value: 5, unit: "working_hour" },
    { value: 2, unit: "working_day", direction: "before" },
    { unit: "same_day" },
  ];
  for (const limit of limits) {
    for (const received of ["2026-08-19T09:00", "2026-08-22T16:30", "2026-02-14T22:00"]) {
      const ours = motcua.appointment({ received, limit });
      const door = JSON.parse(motcua.answerJson(JSON.stringify({ op: "deadline", received, limit })));
      assert.equal(ours.due, door.due);
      assert.equal(ours.textVi, door.text_vi);
      assert.equal(ours.textEn, door.text_en);
      assert.deepEqual(
        ours.steps.map((step) => [step.kind, step.from, step.amount, step.citation]),
        door.steps.map((step) => [step.kind, step.from, step.amount, step.citation]),
      );
    }
  }
  for (const text of ["10 ngày làm việc", "05 ngày, trường hợp phức tạp 07 ngày", "không quy định"]) {
    const door = JSON.parse(motcua.answerJson(JSON.stringify({ op: "parse_time_limit", text })));
    const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
    assert.deepEqual(Object.keys(motcua.parseTimeLimit(text)), Object.keys(door).map(camel));
    assert.deepEqual(motcua.parseTimeLimit(text).limits.map((l) => l.value), door.limits.map((l) => l.value));
  }
  const day = motcua.dayInfo("2026-08-22");
  const door = JSON.parse(motcua.answerJson('{"op":"day","date":"2026-08-22"}'));
  assert.deepEqual(
    [day.kind, day.sessions, day.certainty, day.source, day.verified, day.exchangedFor],
    [door.kind, door.sessions, door.certainty, door.source, door.verified, door.exchanged_for],
  );
});
