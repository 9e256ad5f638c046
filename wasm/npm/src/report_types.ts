import type { DateInput, InstantInput } from "./civil.js";
import type { Dossier, StandingPolicy, WorkSpan } from "./dossier_types.js";
import type { CountingPolicy } from "./types.js";

/** A report over some dossiers, to be added to others; in the names of the JSON door. */
export type ReportPart = Record<string, unknown>;

/** A question after the report of a period. */
export interface ReportQuestion {
  dossiers: Dossier[];
  from: DateInput;
  to: DateInput;
  /** When open dossiers are judged; the end of the period when left out. */
  asOf?: InstantInput;
  policy?: CountingPolicy;
  standing?: StandingPolicy;
  /**
   * Where limits and fields of dossiers are looked up; form II.07b is made of it. In the names of
   * the JSON door.
   */
  catalogue?: object;
  /** Reports over other dossiers to be added up. */
  parts?: ReportPart[];
  /** Whether the answer holds itself as such a part. */
  part?: boolean;
}

/** An exact ratio; a denominator of 0 means there is no data. */
export interface Ratio {
  numerator: number;
  denominator: number;
}

/** The columns of form II.06a. */
export interface Tally {
  received: number;
  online: number;
  directOrPost: number;
  carriedOver: number;
  solved: number;
  early: number;
  onTime: number;
  late: number;
  pending: number;
  inTime: number;
  overdue: number;
  /** Ended without a result. */
  ended: number;
}

/** How long the solved dossiers took; null where there are none. */
export interface Times {
  dossiers: number;
  medianMinutes: number | null;
  p90Minutes: number | null;
  /** Of the time that the limit allows. */
  medianPercent: number | null;
  p90Percent: number | null;
}

/** A dossier that is late or soon due. */
export interface ListedDossier {
  due: string;
  dueDate: string;
  code: string;
  procedure: string;
  field: string;
  agency: string;
  officer: string;
  received: string;
  finished: string | null;
  standing: { state: "overdue" | "late" | "due_soon"; span: WorkSpan };
  /** The step that took longest beyond its limit. */
  cause: { step: string; agency: string } | null;
  apology: "not_owed" | "in_time" | "too_late" | "missing";
}

/** What came in and fell due in some time. */
export interface Flow {
  online: number;
  directOrPost: number;
  due: number;
  early: number;
  onTime: number;
  late: number;
}

/** The procedures of a level, as form II.07b counts them. */
export interface LevelCount {
  level: "ministry" | "province" | "district" | "commune" | "other" | null;
  procedures: number;
  oneStop: number;
  linked: number;
  internalProcess: number;
}

/** Form II.06a over a period, and what stands behind it. */
export interface Report {
  from: string;
  to: string;
  asOf: string;
  rows: (Tally & { field: string })[];
  byAgency: (Tally & { agency: string; times: Times })[];
  byProcedure: (Tally & { procedure: string; times: Times })[];
  totals: Tally;
  onTime: Ratio;
  online: Ratio;
  times: Times;
  late: ListedDossier[];
  dueSoon: ListedDossier[];
  months: (Flow & { month: string; onTimeRatio: Ratio })[];
  days: (Flow & { date: string })[];
  ii07b?: { rows: LevelCount[]; total: LevelCount };
  /** The dossiers that could not be read, by their number from 1. */
  refused: { record: number; dossier: string | null; error: { code: string; message: string } }[];
  part?: ReportPart;
}
