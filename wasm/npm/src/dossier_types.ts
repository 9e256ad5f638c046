import type { InstantInput } from "./civil.js";
import type { Certainty, Channel, CountingPolicy, Limit } from "./types.js";

/** The things that can happen to a dossier. */
export type EventType =
  | "submitted"
  | "received"
  | "agency_received"
  | "reception_refused"
  | "transferred"
  | "step_started"
  | "step_finished"
  | "supplement_requested"
  | "supplement_received"
  | "payment_requested"
  | "payment_made"
  | "suspended"
  | "resumed"
  | "consultation_asked"
  | "consultation_answered"
  | "reappointed"
  | "apologised"
  | "withdrawn"
  | "stopped"
  | "finished"
  | "returned"
  | "came_in_vain";

/** Something that happened to a dossier; which of the fields belong to it depends on its type. */
export interface DossierEvent {
  type: EventType;
  at: InstantInput;
  actor?: string;
  note?: string;
  /** Received at a desk that is not that of the competent agency. */
  elsewhere?: boolean;
  to?: string;
  step?: string;
  stage?: "reception" | "examination";
  by?: InstantInput;
  basis?: string;
  agency?: string;
  due?: InstantInput;
  reason?: string;
  outcome?: "approved" | "refused";
}

/** What an interruption does to the term. */
export type Effect = "runs" | "pauses" | "restarts";

/** What a procedure says of interruptions, where it differs from its sector or the law. */
export interface Handling {
  sector?: string | null;
  supplement?: Effect | null;
  payment?: Effect | null;
  suspension?: Effect | null;
  startsAtPayment?: boolean;
}

/** A step of liên thông; those of one place run side by side. */
export interface DossierStep {
  name: string;
  agency?: string;
  limit: Limit;
  place: number;
}

/** A dossier as documents carry it; its limit is given, or in the words of officials. */
export interface Dossier {
  code: string;
  procedure?: string;
  field?: string;
  agency?: string;
  officer?: string;
  channel?: Channel;
  limit?: Limit;
  text?: string;
  case?: string;
  handling?: Handling | null;
  steps?: DossierStep[];
  events: DossierEvent[];
}

/** How standings are told. */
export interface StandingPolicy {
  practice?: "by_date" | "by_instant";
  /** Which appointment a result is held against when there were several. */
  promise?: "last" | "first";
  /** Working minutes before the due time; null for never. */
  dueSoon?: number | null;
  /** How form II.06a tells what ended without a result. */
  report?: "one_stop" | "lenient" | "strict";
}

/** A question after the standing of a dossier. */
export interface EvaluateQuestion {
  dossier: Dossier;
  asOf: InstantInput;
  policy?: CountingPolicy;
  standing?: StandingPolicy;
  /** Working hours within which a duty is coming; 8 when left out. */
  withinHours?: number;
}

/** Office time: working days, and hours and minutes beyond them. */
export interface WorkSpan {
  days: number;
  hours: number;
  minutes: number;
}

/** Where a dossier or a duty stands. */
export type Standing =
  | "not_started"
  | "in_time"
  | "due_soon"
  | "overdue"
  | "early"
  | "on_time"
  | "late"
  | "waiting"
  | "not_accepted"
  | "withdrawn"
  | "stopped";

/** What has to be done by a due time. */
export type Duty =
  | "result"
  | "reception_answer"
  | "transfer"
  | "supplement_notice"
  | "consultation_answer"
  | "step"
  | "apology"
  | "reappointment"
  | "refusal_notice"
  | "payment_notice"
  | "payment"
  | "supplement"
  | "publication_decision"
  | "database_entry"
  | "plan_issue"
  | "plan_item"
  | "remedy"
  | "quality_transition";

/** A duty with its due time. */
export interface Obligation {
  duty: Duty;
  /** Who bears it. */
  bearer: string;
  /** What it is about, such as the name of a step. */
  subject?: string;
  due: string;
  dueDate: string;
  done: string | null;
  standing: Standing;
  span: WorkSpan;
  /** Owed only if the result will be late. */
  conditional?: boolean;
  /** When it ended without being done. */
  over?: string;
  /** Why it ended without being done. */
  lapse?: "refused" | "stopped";
  citation: string | null;
  verified: boolean | null;
}

/** A due time that was promised, and why it changed. */
export interface Revision {
  at: string;
  cause: "received" | "paused" | "restarted" | "reappointed";
  due: string;
  dueDate: string;
  /** The number of the event, from 1. */
  event: number;
}

/** A stretch of a dossier's life. */
export interface Segment {
  kind: "reception" | "not_started" | "running" | "waiting" | "paused";
  interruption?: "supplement" | "payment" | "suspension";
  effect?: Effect;
  from: string;
  /** Null while it goes on. */
  to: string | null;
  event: number;
}

/** A rule that an event broke. */
export interface Breach {
  rule: string;
  /** Whether the rule only asks for care. */
  warning: boolean;
  event: number;
  citation: string | null;
  verified: boolean | null;
}

/** The written apology for a dossier that is late or will be. */
export interface Apology {
  /** The form the law sets for it at that date. */
  form: { act: string; number: string; title: string; verified: boolean } | null;
  dossier: string;
  procedure: string;
  agency: string;
  /** The appointment that was not kept. */
  due: string;
  /** When the apology itself is due. */
  by: string;
  sent: string | null;
  /** Why the appointment is put off. */
  reason: string | null;
  /** The new appointment, where one was given. */
  newDue: string | null;
  standing: Standing;
  conditional: boolean;
}

/** Which of the obligations are to be done, and which were not; each by its number from 1. */
export interface Agenda {
  withinHours: number;
  owed: number[];
  coming: number[];
  breached: number[];
  lapsed: number[];
}

/** What the log of a dossier means at an instant. */
export interface Evaluation {
  code: string;
  standing: Standing;
  span: WorkSpan;
  due: string | null;
  dueDate: string | null;
  certainty: Certainty | null;
  /** Whether all the rules it leans on were read in a text of law. */
  verified: boolean;
  leansOn: { citation: string; citationEn: string; verified: boolean }[];
  /** The state in the list of the national portal, 1 to 10. */
  status: { code: number; name: string } | null;
  submitted: string | null;
  received: string | null;
  finished: string | null;
  outcome: "approved" | "refused" | null;
  returned: string | null;
  history: Revision[];
  segments: Segment[];
  /** Office time in whole minutes. */
  elapsed: { usedMinutes: number; waitingMinutes: number; pausedMinutes: number };
  obligations: Obligation[];
  /** The column of form II.06a the dossier is counted in. */
  column: "early" | "on_time" | "late" | "in_time" | "overdue" | "ended" | null;
  agenda: Agenda;
  breaches: Breach[];
  /** Who took how much too long, when the result is late. */
  lateByStep: { step: string | null; agency: string | null; minutes: number; days: number }[];
  apology: Apology | null;
  warnings: string[];
}
