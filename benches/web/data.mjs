// The same questions for all: dates and amounts from a fixed seed, and the official days off.
import { daysInfo, fromDayNumber, toDayNumber } from "../../wasm/npm/dist/node.js";

export const FIRST = 2011;
export const LAST = 2025;

/** A small generator of numbers with a fixed seed (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Dates of 2011-2025 on the office's clock, and 1 to 60 working days or 1 to 4,500 minutes each. */
export function questions(count) {
  const next = random(20_261_123);
  const from = toDayNumber(`${FIRST}-01-01`);
  const to = toDayNumber(`${LAST}-09-30`);
  return Array.from({ length: count }, () => {
    const day = from + Math.floor(next() * (to - from));
    return {
      day,
      date: fromDayNumber(day),
      n: 1 + Math.floor(next() * 60),
      minute: Math.floor(next() * 1_440),
      minutes: 1 + Math.floor(next() * 4_500),
    };
  });
}

/** The days off between Monday and Friday by the official notices, and the weekend days worked. */
export function officialDays() {
  const years = Array.from({ length: LAST - FIRST + 2 }, (_, at) => FIRST + at);
  const days = years.flatMap((year) => daysInfo(`${year}-01-01`, `${year}-12-31`));
  // 1970-01-01 was a Thursday.
  const weekend = (date) => (toDayNumber(date) + 3) % 7 >= 5;
  return {
    off: days.filter((day) => !day.working && !weekend(day.date)).map((day) => day.date),
    worked: days.filter((day) => day.kind === "make_up").map((day) => day.date),
    holidays: days.filter((day) => day.kind === "holiday").map((day) => day.date),
  };
}
