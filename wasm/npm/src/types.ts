import type { DateInput, InstantInput } from "./civil.js";

/** What a day is for the office. */
export type DayKind =
  | "working"
  | "weekend"
  | "holiday"
  | "in_lieu"
  | "swapped_off"
  | "make_up"
  | "closure";

/** The public holidays. */
export type Holiday =
  | "new_year"
  | "tet"
  | "hung_kings"
  | "reunification"
  | "labour"
  | "national"
  | "culture";

/** How far the facts under an answer are settled. */
export type Certainty = "final" | "provisional" | "projected";

/** The units of limits; none converts into another. */
export type Unit =
  | "minute"
  | "hour"
  | "working_hour"
  | "day"
  | "working_day"
  | "week"
  | "month"
  | "year";

/** How a dossier is handed in. */
export type Channel = "in_person" | "online" | "post";

/** An opening and a close such as `["07:30", "11:30"]`. */
export type Session = [open: string, close: string];

/** Sessions for Monday to Friday, or by weekday: `mon`, `saturday`, `mon-fri`. */
export type Hours = Session[] | Record<string, Session[]>;

/** Hours for a range of dates; without `since` and `until` those of all other days. */
export interface HoursBetween {
  since?: DateInput;
  until?: DateInput;
  hours: Hours;
  makeUpHours?: Session[];
}

/** The official notice of a year; it replaces all that was known of it. */
export interface YearNotice {
  year: number;
  status: "final" | "provisional";
  source?: string;
  note?: string;
  tet?: { before: number; after: number };
  national?: "before" | "after";
  off?: { date: DateInput; kind: Holiday | "in_lieu" | "swap"; for?: DateInput }[];
  makeUp?: { date: DateInput; for: DateInput; verified?: boolean }[];
}

/** What one office or one year changes in the built-in calendar. */
export interface CalendarOptions {
  hours?: Hours | HoursBetween[];
  makeUpHours?: Session[];
  since?: DateInput;
  until?: DateInput;
  closures?: (
    | DateInput
    | { date: DateInput; reason?: string }
    | { since: DateInput; until: DateInput; reason?: string }
  )[];
  years?: YearNotice[];
}

/** A date of the lunar calendar. */
export interface LunarDate {
  year: number;
  month: number;
  day: number;
  leap: boolean;
}

/** All the calendar knows of one day. */
export interface DayInfo {
  date: string;
  working: boolean;
  kind: DayKind;
  holiday: Holiday | null;
  /** The day this one is exchanged for. */
  exchangedFor: string | null;
  sessions: Session[];
  lunar: LunarDate;
  certainty: Certainty;
  verified: boolean;
  source: string;
}

/** What sets the days of a year. */
export interface YearInfo {
  year: number;
  certainty: Certainty;
  source: string;
  note: string | null;
}

/** A limit ready to be counted. */
export type Limit =
  | { value: number | string; unit: Unit; direction?: "after" | "before" }
  | { unit: "same_day" };

/** What agencies do differently when they count; what is left out is as the one-stop does it. */
export interface CountingPolicy {
  firstDay?: "excluded" | "included";
  outsideHours?: "same_day" | "next_opening";
  cutOff?: { at: string; moves?: "same_day_result" | "receipt" } | null;
  due?: "close" | "same_clock" | "midnight";
  lastDayOff?: "rolls" | "rolls_back" | "stays";
}

/** What a question after a due time holds besides its limit. */
export interface Counted {
  /** The receipt; for a limit before an event, the event. */
  received: InstantInput;
  policy?: CountingPolicy;
  /** Refuses what is not settled by official notices. */
  strict?: boolean;
}

/** A limit given as such. */
export interface LimitQuestion extends Counted {
  limit: Limit;
}

/** A limit in the words of officials. */
export interface TextQuestion extends Counted {
  text: string;
  /** Which of several cases of the text is meant. */
  case?: string;
  channel?: Channel;
}

/** A due time. */
export interface Due {
  received: string;
  /** The instant the result is due. */
  due: string;
  dueDate: string;
  /** The instant the term ends by law. */
  legalEnd: string;
  certainty: Certainty;
}

/** What a run of days is in the count. */
export type StepKind =
  | "received"
  | "event"
  | "cut_off"
  | "outside_hours"
  | "counted"
  | "make_up"
  | "weekend"
  | "holiday"
  | "in_lieu"
  | "swapped_off"
  | "closure"
  | "rolled"
  | "rolled_back";

/** A run of days that count, or do not, for one reason. */
export interface Step {
  kind: StepKind;
  from: string;
  to: string;
  /** What the run adds, in `unit`. */
  amount?: number;
  /** The total after it, in `unit`. */
  total?: number;
  unit?: Unit;
  holiday?: Holiday;
  exchangedFor?: string;
  because?: DayKind;
  citation: string;
  citationEn: string;
  verified: boolean;
}

/** A due time with its reasons. */
export interface Appointment extends Due {
  steps: Step[];
  /** The appointment alone: `17:00, thứ Sáu 04/9/2026`. */
  shortVi: string;
  shortEn: string;
  /** The appointment and its reasons, one line for each step. */
  textVi: string;
  textEn: string;
}

/** Where something stands in a text, in bytes of UTF-8. */
export interface Span {
  start: number;
  end: number;
}

/** One limit of a text. */
export interface LimitTerm {
  value: number;
  unit: Unit | "missing";
  bound: "max" | "min" | null;
  direction: "after" | "before";
  /** The least value of a range such as "from 3 to 5 days". */
  from?: number;
  case: string | null;
  channel: Channel | null;
  /** The step or the agency of liên thông that the limit is for. */
  step?: string;
  /** The event the limit counts from. */
  start: { event: string; text: string; span: Span } | null;
  /** Whether the limit is what an extension makes of another. */
  extended?: boolean;
  span: Span;
}

/** What a limit text says; see the operation `parse_time_limit` for what the parts hold. */
export interface TimeLimit {
  kind: string;
  limits: LimitTerm[];
  /** The hour after which a receipt counts as one of the next day. */
  cutoff: string | null;
  afterCutoff: string | null;
  clock: string | null;
  date: string | null;
  extension: Record<string, unknown> | null;
  furtherExtensions?: Record<string, unknown>[];
  times: number | null;
  excludes: string | null;
  channel: Channel | null;
  shares: Record<string, unknown>[];
  restart: Span | null;
  tacitConsent: Span | null;
  pause: Record<string, unknown> | null;
  conflict: Record<string, unknown> | null;
  /** What of the text was not understood. */
  unread: Span[];
}
