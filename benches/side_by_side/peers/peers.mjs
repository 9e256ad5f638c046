// Measures the JavaScript peers on the rows that the Rust program wrote.

import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import process from 'node:process';

const [folder, packages] = process.argv.slice(2);
const require = createRequire(path.join(packages, 'package.json'));
const dayjs = require('dayjs');
const businessDays = require('dayjs-business-days2');
const luxon = require('luxon-business-days');
const Holidays = require('date-holidays');

process.env.TZ = 'UTC';
const REPEATS = 7;

function column(name) {
  const bytes = fs.readFileSync(path.join(folder, name));
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

const dates = column('dates.i32');
const n = column('n.i32');
const to = column('to.i32');
const off = column('off.i32');
const makeUp = column('make_up.i32');
const rightAdd = column('add_days.i32');
const rightCount = column('count_days.i32');

const DAY = 86_400_000;
const text = (day) => new Date(day * DAY).toISOString().slice(0, 10);

function measure(peer, operation, right, rows, one) {
  const run = () => {
    const found = new Array(rows);
    for (let row = 0; row < rows; row += 1) found[row] = one(row);
    return found;
  };
  const wrong = run().filter((found, row) => found !== right[row]).length;
  const times = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const begun = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(begun);
    times.push(((user + system) * 1000) / rows);
  }
  times.sort((a, b) => a - b);
  const round = (time) => Math.round(time * 1000) / 1000;
  console.log(
    JSON.stringify({
      peer,
      operation,
      median: round(times[REPEATS >> 1]),
      min: round(times[0]),
      max: round(times[REPEATS - 1]),
      rows,
      repeats: REPEATS,
      wrong,
    }),
  );
}

dayjs.extend(businessDays.default ?? businessDays, {
  holidays: Array.from(off, text),
  holidayFormat: 'YYYY-MM-DD',
  additionalWorkingDays: Array.from(makeUp, text),
  additionalWorkingDayFormat: 'YYYY-MM-DD',
});
const dayjsDates = Array.from(dates.subarray(0, 300), (day) => dayjs(text(day)));
const dayjsEnds = Array.from(to.subarray(0, 300), (day) => dayjs(text(day)));
measure('dayjs-business-days2', 'add_days', rightAdd, 300, (row) =>
  Math.round(dayjsDates[row].businessDaysAdd(n[row]).valueOf() / DAY),
);
// It counts [from, to), so it is asked a day later.
measure('dayjs-business-days2', 'count_days', rightCount, 300, (row) =>
  dayjsEnds[row].add(1, 'day').businessDiff(dayjsDates[row].add(1, 'day')),
);

const known = new Set(Array.from(off, text));
const { DateTime } = luxon;
const luxonDates = Array.from(dates.subarray(0, 300), (day) => {
  const date = DateTime.fromISO(text(day), { zone: 'utc' });
  date.setupBusiness({ holidayMatchers: [(each) => known.has(each.toISODate())] });
  return date;
});
measure('luxon-business-days', 'add_days', rightAdd, 300, (row) =>
  Math.round(luxonDates[row].plusBusiness({ days: n[row] }).toMillis() / DAY),
);

// date-holidays tells of one day; the walk is the caller's. Its data of Vietnam are its own.
const vietnam = new Holidays('VN');
measure('date-holidays (own data)', 'add_days', rightAdd, 30, (row) => {
  let day = dates[row];
  for (let left = n[row]; left > 0; ) {
    day += 1;
    const date = new Date(day * DAY);
    const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    const found = weekend ? false : vietnam.isHoliday(new Date(`${text(day)}T05:00:00Z`));
    const free = found && found.some((each) => each.type === 'public');
    if (!weekend && !free) left -= 1;
  }
  return day;
});
