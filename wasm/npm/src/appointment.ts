import { builtIn, refuse, type Calendar } from "./calendar.js";
import { toSeconds } from "./civil.js";
import { MotcuaError } from "./error.js";
import { baseInstance } from "./instance.js";
import type {
  Appointment,
  CountingPolicy,
  Due,
  LimitQuestion,
  TextQuestion,
  TimeLimit,
  Unit,
} from "./types.js";

// In the order of the engine; behind the last stands "the same day".
const UNITS: (Unit | "same_day")[] = [
  "minute",
  "hour",
  "working_hour",
  "day",
  "working_day",
  "week",
  "month",
  "year",
  "same_day",
];

const CHOICES: Record<string, string[]> = {
  firstDay: ["excluded", "included"],
  outsideHours: ["same_day", "next_opening"],
  due: ["close", "same_clock", "midnight"],
  lastDayOff: ["rolls", "rolls_back", "stays"],
  moves: ["same_day_result", "receipt"],
};

function place(field: string, value: string | undefined): number {
  if (value === undefined) return 0;
  const at = CHOICES[field]?.indexOf(value) ?? -1;
  if (at >= 0) return at;
  const known = CHOICES[field]?.join("`, `");
  throw new MotcuaError("invalid_request", `\`${field}\`: \`${value}\` is none of \`${known}\``);
}

function minutes(clock: string): number {
  const parts = /^(\d\d):(\d\d)$/.exec(clock);
  const at = parts === null ? NaN : Number(parts[1]) * 60 + Number(parts[2]);
  if (Number(parts?.[2]) < 60 && at <= 1_440) return at;
  throw new MotcuaError("invalid_clock_time", `\`${clock}\` is not an hour of the day written hh:mm`);
}

/** An amount in thousandths; more than three decimals are refused rather than rounded. */
function thousandths(value: number | string): number {
  const text = String(value);
  const written = /^\d+([.,]\d{1,3}0*)?$/.test(text);
  const amount = written ? Math.round(Number(text.replace(",", ".")) * 1_000) : NaN;
  if (amount <= 1_000_000_000) return amount;
  const message = `\`${text}\` is not an amount with at most three decimals`;
  throw new MotcuaError("invalid_amount", message);
}

/** The bits of a policy, as the engine reads them; it knows what holds where nothing is said. */
function policyBits(policy: CountingPolicy = {}): number {
  const known = ["firstDay", "outsideHours", "cutOff", "due", "lastDayOff"];
  const unknown = Object.keys(policy).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new MotcuaError("invalid_request", `a policy has no field \`${unknown}\``);
  }
  const { cutOff } = policy;
  return (
    place("firstDay", policy.firstDay) |
    (place("outsideHours", policy.outsideHours) << 1) |
    (place("due", policy.due) << 2) |
    (place("lastDayOff", policy.lastDayOff) << 4) |
    (cutOff === null ? 1 << 7 : 0) |
    (cutOff ? (place("moves", cutOff.moves) << 6) | ((minutes(cutOff.at) + 1) << 8) : 0)
  );
}

/** @internal */
export function due(question: LimitQuestion | TextQuestion, calendar: Calendar = builtIn): Due {
  const engine = calendar.engine();
  const received = toSeconds(question.received);
  const policy = policyBits(question.policy);
  const strict = question.strict === true;
  const given = "limit" in question && question.limit !== undefined;
  if (given === ("text" in question && question.text !== undefined)) {
    throw new MotcuaError("invalid_request", "one of `limit` and `text` has to be given");
  }
  let json: string;
  if ("text" in question) {
    const { text, case: choice, channel } = question;
    json = engine.appointmentOfText(received, text, choice, channel, policy, strict);
  } else {
    const { limit } = question;
    const unit = UNITS.indexOf(limit.unit);
    if (unit < 0 || (limit.unit === "same_day") === "value" in limit) {
      const message = unit < 0 ? `there is no unit \`${limit.unit}\`` : "`value` does not fit `unit`";
      throw new MotcuaError("invalid_request", `\`limit\`: ${message}`);
    }
    const value = "value" in limit ? thousandths(limit.value) : 0;
    const before = "direction" in limit && limit.direction === "before";
    json = engine.appointment(received, value, unit, before, policy, strict);
  }
  if (json === "") throw refuse(engine);
  return JSON.parse(json) as Due;
}

/** The due time of a limit, with the reason and the article of law for every day. */
export function appointment(
  question: LimitQuestion | TextQuestion,
  calendar: Calendar = builtIn,
): Appointment {
  return due(question, calendar) as Appointment;
}

/** What a limit text says, as values. */
export function parseTimeLimit(text: string): TimeLimit {
  return JSON.parse(baseInstance().parseTimeLimit(text)) as TimeLimit;
}
