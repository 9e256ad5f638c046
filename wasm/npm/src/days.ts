import { builtIn, refuse, type Calendar } from "./calendar.js";
import {
  fromDayNumber,
  fromSeconds,
  toDayNumber,
  toSeconds,
  type DateInput,
  type InstantInput,
} from "./civil.js";
import { MotcuaError } from "./error.js";
import type { DayInfo, YearInfo } from "./types.js";

/** What stands in a batch where there is no answer. */
export const REFUSED = -2_147_483_648;

/** @internal A whole number that fits the engine. */
export function whole(value: number, name: string): number {
  if (!Number.isInteger(value) || Math.abs(value) > 2_147_483_647) {
    throw new MotcuaError("invalid_request", `\`${name}\` is not a whole number: ${value}`);
  }
  return value;
}

/** The questions about two numbers, one by one or in columns, by their numbers in the engine. */
const enum Question {
  AddDays,
  CountDays,
  AddMinutes,
  CountMinutes,
}

/** The answer to a question, or the reason why there is none. */
function ask(question: Question, calendar: Calendar, a: number, b: number): number {
  const engine = calendar.engine();
  const found = engine.answer(question, a, b);
  if (Number.isNaN(found)) throw refuse(engine);
  return found;
}

/**
 * The n-th working day strictly after a date, strictly before it for n < 0; for 0 the date itself
 * if it is worked, else the next one that is.
 */
export function addWorkingDays(date: DateInput, n: number, calendar: Calendar = builtIn): string {
  return fromDayNumber(ask(Question.AddDays, calendar, toDayNumber(date), whole(n, "n")));
}

/** The working days in (from, to], negative when `to` is the earlier date. */
export function countWorkingDays(
  from: DateInput,
  to: DateInput,
  calendar: Calendar = builtIn,
): number {
  return ask(Question.CountDays, calendar, toDayNumber(from), toDayNumber(to));
}

/**
 * Working minutes added to an instant, counted from it if the office is open then, else from the
 * next opening; an exact session end is that closing instant.
 */
export function addWorkingMinutes(
  at: InstantInput,
  minutes: number,
  calendar: Calendar = builtIn,
): string {
  const seconds = toSeconds(at);
  return fromSeconds(ask(Question.AddMinutes, calendar, seconds, whole(minutes, "minutes")));
}

/** The whole working minutes between two instants, negative when `to` is the earlier one. */
export function countWorkingMinutes(
  from: InstantInput,
  to: InstantInput,
  calendar: Calendar = builtIn,
): number {
  return ask(Question.CountMinutes, calendar, toSeconds(from), toSeconds(to));
}

function days(from: number, to: number, calendar: Calendar): DayInfo[] {
  const engine = calendar.engine();
  const json = engine.days(from, to);
  if (json === "") throw refuse(engine);
  return JSON.parse(json) as DayInfo[];
}

/** What is known of a day. */
export function dayInfo(date: DateInput, calendar: Calendar = builtIn): DayInfo {
  const day = toDayNumber(date);
  return days(day, day, calendar)[0] as DayInfo;
}

/** What is known of the days from one to another, both in it. */
export function daysInfo(
  from: DateInput,
  to: DateInput,
  calendar: Calendar = builtIn,
): DayInfo[] {
  return days(toDayNumber(from), toDayNumber(to), calendar);
}

/** What is known of the days of a month, 1 to 12. */
export function monthInfo(year: number, month: number, calendar: Calendar = builtIn): DayInfo[] {
  const first = (y: number, m: number): number =>
    toDayNumber(`${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}-01`);
  const next = month === 12 ? first(year + 1, 1) : first(year, month + 1);
  return days(first(year, month), next - 1, calendar);
}

/** What sets the days of a year, and how far it is settled. */
export function yearInfo(year: number, calendar: Calendar = builtIn): YearInfo {
  const engine = calendar.engine();
  const inRange = whole(year, "year") > 0 && year < 10_000;
  const json = engine.notice(inRange ? year : 0);
  if (json === "") throw refuse(engine);
  return JSON.parse(json) as YearInfo;
}

/** A column, or one value for all rows. */
export type Column = Int32Array | number;

/** Rows that cross at a time: few enough that they stay in the nearest cache. */
const ROWS = 4_096;

/** Whether two columns share some memory without being the same. */
function overlaps(one: Int32Array, other: Int32Array): boolean {
  const apart =
    one.byteOffset >= other.byteOffset + other.byteLength ||
    other.byteOffset >= one.byteOffset + one.byteLength;
  return one.buffer === other.buffer && one.byteOffset !== other.byteOffset && !apart;
}

function answer(
  question: Question,
  first: Int32Array,
  second: Column,
  calendar: Calendar,
  out: Int32Array,
): Int32Array {
  const engine = calendar.engine();
  const many = typeof second !== "number";
  const columns = many ? [first, second, out] : [first, out];
  if (columns.some((column) => column.length !== out.length)) {
    const lengths = columns.map((column) => column.length).join(", ");
    throw new MotcuaError("invalid_request", `the columns have ${lengths} rows`);
  }
  if (columns.some((column) => overlaps(column, out))) {
    throw new MotcuaError("invalid_request", "`out` overlaps a column that is not yet answered");
  }
  const place = engine.columns(ROWS) / Int32Array.BYTES_PER_ELEMENT;
  if (!many) {
    const rows = Math.min(ROWS, out.length);
    calendar.memory().fill(whole(second, "n"), place + ROWS, place + ROWS + rows);
  }
  for (let at = 0; at < out.length; at += ROWS) {
    const part = first.subarray(at, at + ROWS);
    // The memory is looked up anew, as it moves when it grows.
    const memory = calendar.memory();
    memory.set(part, place);
    if (many) memory.set(second.subarray(at, at + ROWS), place + ROWS);
    engine.answerColumns(question, part.length);
    const answers = place + 2 * ROWS;
    out.set(calendar.memory().subarray(answers, answers + part.length), at);
  }
  return out;
}

/**
 * Adds working days to a column of days since 1970-01-01; `REFUSED` where there is no answer. The
 * answers go into `out`, a new column unless one is given; it may be one of the columns itself, but
 * not overlap one otherwise.
 */
export function addWorkingDaysMany(
  days: Int32Array,
  n: Column,
  calendar: Calendar = builtIn,
  out: Int32Array = new Int32Array(days.length),
): Int32Array {
  return answer(Question.AddDays, days, n, calendar, out);
}

/** Counts the working days between two columns of days since 1970-01-01, into `out`. */
export function countWorkingDaysMany(
  from: Int32Array,
  to: Column,
  calendar: Calendar = builtIn,
  out: Int32Array = new Int32Array(from.length),
): Int32Array {
  return answer(Question.CountDays, from, to, calendar, out);
}

/**
 * Adds working minutes to a column of minutes since 1970-01-01T00:00 on Vietnam's clock, into
 * `out`.
 */
export function addWorkingMinutesMany(
  at: Int32Array,
  minutes: Column,
  calendar: Calendar = builtIn,
  out: Int32Array = new Int32Array(at.length),
): Int32Array {
  return answer(Question.AddMinutes, at, minutes, calendar, out);
}

/** Counts the working minutes between two columns of minutes since 1970-01-01T00:00, into `out`. */
export function countWorkingMinutesMany(
  from: Int32Array,
  to: Column,
  calendar: Calendar = builtIn,
  out: Int32Array = new Int32Array(from.length),
): Int32Array {
  return answer(Question.CountMinutes, from, to, calendar, out);
}
