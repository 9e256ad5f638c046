// What every entry has.
export { Calendar, createCalendar } from "./calendar.js";
export {
  fromDayNumber,
  fromMinuteNumber,
  toDayNumber,
  toMinuteNumber,
  type DateInput,
  type InstantInput,
} from "./civil.js";
export {
  REFUSED,
  addWorkingDays,
  addWorkingDaysMany,
  addWorkingMinutes,
  addWorkingMinutesMany,
  countWorkingDays,
  countWorkingDaysMany,
  countWorkingMinutes,
  countWorkingMinutesMany,
  dayInfo,
  daysInfo,
  monthInfo,
  yearInfo,
  type Column,
} from "./days.js";
export { MotcuaError } from "./error.js";
export { version } from "./version.js";
export type { WasmSource } from "./instance.js";
export type * from "./dossier_types.js";
export type * from "./report_types.js";
export type * from "./types.js";
