import { MotcuaError } from "./error.js";

/**
 * A date `YYYY-MM-DD`, or anything whose text is one, such as `Temporal.PlainDate`. Never a `Date`.
 */
export type DateInput = string | { toString(): string };

/**
 * An instant `YYYY-MM-DDThh:mm` on Vietnam's clock, or anything whose text is one, such as
 * `Temporal.PlainDateTime`. With `Z` or an offset behind it, it is converted to Vietnam's clock.
 */
export type InstantInput = string | { toString(): string };

const DAY = 86_400;
const OFFSET = 7 * 3_600;

/** Days from 1970-01-01 to a date of the Gregorian calendar. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  const leap = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leap + Math.floor((153 * m + 2) / 5) + day - 719_469;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}

/** Days since 1970-01-01, NaN for any text but a date that exists. */
function readDate(text: string): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (parts === null) return NaN;
  const day = dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return fromDayNumber(day) === text ? day : NaN;
}

function asText(value: unknown): string {
  // The text of a `Date` is that of another zone at best, so it is refused with all the rest.
  return String(value);
}

/** Days since 1970-01-01, as the batches take them. */
export function toDayNumber(date: DateInput): number {
  const text = asText(date);
  const day = readDate(text);
  if (Number.isNaN(day)) {
    throw new MotcuaError("invalid_date", `\`${text}\` is not a date written YYYY-MM-DD`);
  }
  return day;
}

/** The date of a number of days since 1970-01-01. */
export function fromDayNumber(day: number): string {
  // Years begin in March here, so that the leap day is the last of its year.
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const ofEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(ofYear - Math.floor((153 * m + 2) / 5) + 1, 2)}`;
}

const INSTANT = /^(.{10})T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:(Z)|([+-])(\d\d):(\d\d))?$/;

/** @internal Seconds since 1970-01-01T00:00 on Vietnam's clock. */
export function toSeconds(at: InstantInput): number {
  const text = asText(at);
  const parts = INSTANT.exec(text);
  if (parts !== null) {
    const [, date = "", hour, minute, second = "0", utc, sign, hours, minutes] = parts;
    const [h, m, s] = [Number(hour), Number(minute), Number(second)];
    const ahead = sign === undefined ? 0 : Number(hours) * 3_600 + Number(minutes) * 60;
    const fits = h < 24 && m < 60 && s < 60 && Number(hours ?? 0) < 24 && Number(minutes ?? 0) < 60;
    const seconds = readDate(date) * DAY + h * 3_600 + m * 60 + s;
    if (fits && !Number.isNaN(seconds)) {
      if (utc === undefined && sign === undefined) return seconds;
      return seconds + OFFSET - (sign === "-" ? -ahead : ahead);
    }
  }
  throw new MotcuaError("invalid_time", `\`${text}\` is not an instant written YYYY-MM-DDThh:mm`);
}

/** @internal The instant of a number of seconds, with seconds only where there are any. */
export function fromSeconds(seconds: number): string {
  const day = Math.floor(seconds / DAY);
  const rest = seconds - day * DAY;
  const clock = `${pad(Math.floor(rest / 3_600), 2)}:${pad(Math.floor(rest / 60) % 60, 2)}`;
  return `${fromDayNumber(day)}T${clock}${rest % 60 === 0 ? "" : `:${pad(rest % 60, 2)}`}`;
}

/** Whole minutes since 1970-01-01T00:00 on Vietnam's clock, as the batches take them. */
export function toMinuteNumber(at: InstantInput): number {
  return Math.floor(toSeconds(at) / 60);
}

/** The instant of a number of minutes since 1970-01-01T00:00 on Vietnam's clock. */
export function fromMinuteNumber(minute: number): string {
  return fromSeconds(minute * 60);
}
