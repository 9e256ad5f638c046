// The libraries that a portal would otherwise use, set up as their documents say, with the same
// days off. None of them knows days that are worked instead.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export function peers(off) {
  const dayjs = require("dayjs");
  const businessDays = require("dayjs-business-days2");
  dayjs.extend(businessDays.default ?? businessDays, { holidays: off, holidayFormat: "YYYY-MM-DD" });

  const { DateTime } = require("luxon-business-days");
  const dates = new Set(off);
  // A matcher for each date would cost it a walk over all of them; one that looks the date up is
  // the fastest set-up its documents allow.
  const isOff = (inst) => dates.has(inst.toISODate());
  const luxon = (date) => {
    const start = DateTime.fromISO(date);
    start.setupBusiness({ holidayMatchers: [isOff] });
    return start;
  };

  const moment = require("moment-business-time");
  const hours = [["07:30:00", "11:30:00"], ["13:00:00", "17:00:00"]];
  moment.updateLocale("en", {
    holidays: off,
    workinghours: { 0: null, 1: hours.flat(), 2: hours.flat(), 3: hours.flat(), 4: hours.flat(), 5: hours.flat(), 6: null },
  });

  const Holidays = require("date-holidays");
  const vietnam = new Holidays("VN", { timezone: "Asia/Ho_Chi_Minh", types: ["public"] });
  const years = new Map();
  const vietnamOff = (date) => {
    const year = date.slice(0, 4);
    if (!years.has(year)) years.set(year, new Set(vietnam.getHolidays(year).flatMap((one) => spanOf(one))));
    return years.get(year).has(date);
  };

  return {
    "dayjs-business-days2": ({ date, n }) => dayjs(date).businessDaysAdd(n).format("YYYY-MM-DD"),
    "luxon-business-days": ({ date, n }) => luxon(date).plusBusiness({ days: n }).toISODate(),
    "moment-business-time": ({ date, n }) => moment(date).addWorkingTime(n, "days").format("YYYY-MM-DD"),
    "date-holidays": ({ date, n }) => walk(date, n, vietnamOff),
    minutes: {
      "moment-business-time": ({ date, minute, minutes }) =>
        moment(`${date}T${clock(minute)}:00`).addWorkingTime(minutes, "minutes").format("YYYY-MM-DDTHH:mm"),
    },
    vietnamHolidays: (year) => [...new Set(vietnam.getHolidays(year).flatMap((one) => spanOf(one)))],
  };
}

export const clock = (minute) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** The dates a holiday of date-holidays covers. */
function spanOf({ start, end }) {
  const dates = [];
  // Instants of Vietnam; seven hours on, their UTC date is Vietnam's.
  for (let at = start.getTime() + 7 * 3_600_000; at < end.getTime() + 7 * 3_600_000; at += 86_400_000) {
    dates.push(new Date(at).toISOString().slice(0, 10));
  }
  return dates;
}

/** The n-th working day by a walk, which a library of holidays alone leaves to its users. */
export function walk(date, n, isOff) {
  const at = new Date(`${date}T00:00Z`);
  let left = n;
  while (left > 0) {
    at.setUTCDate(at.getUTCDate() + 1);
    const weekday = at.getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !isOff(at.toISOString().slice(0, 10))) left -= 1;
  }
  return at.toISOString().slice(0, 10);
}
