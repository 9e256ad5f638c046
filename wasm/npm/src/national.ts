import { builtIn, type Calendar } from "./calendar.js";
import type { InstantInput } from "./civil.js";
import { ask, failed } from "./door.js";
import type {
  DossierEvent,
  DossierStep,
  Evaluation,
  Handling,
  StandingPolicy,
} from "./dossier_types.js";
import { toCamel, toSnake } from "./names.js";
import type { CountingPolicy, Limit } from "./types.js";

/** A record of the national portal, with what it does not tell itself. */
export interface NationalEntry {
  /** The record as systems hand it over (`DongBoHoSoMC`), with all its fields. */
  dossier: Record<string, unknown>;
  /** Its records of progress (`CapNhatTienDoHoSoMC`). */
  progress?: Record<string, unknown>[];
  limit?: Limit;
  text?: string;
  case?: string;
  handling?: Handling;
  steps?: DossierStep[];
}

/** A question after records of the national portal. */
export interface NationalQuestion {
  records: NationalEntry[];
  asOf: InstantInput;
  policy?: CountingPolicy;
  standing?: StandingPolicy;
  /** Working hours within which a duty is coming; 8 when left out. */
  withinHours?: number;
}

/** A field of a record that disagrees with the events, and why. */
export interface Disagreement {
  field: string;
  cause: string;
  recorded: string | null;
  computed: string | null;
}

/** A record as read, evaluated and held against its own events. */
export interface NationalReading {
  /** Its number among the records, from 1. */
  record: number;
  code: string;
  events: DossierEvent[];
  evaluation: Evaluation;
  audit: {
    disagreements: Disagreement[];
    lateByRecord: boolean;
    late: boolean;
    /** Late by the record only. */
    falseLate: boolean;
  };
  /** The record as the events say it stands, in the names of the portal. */
  corrected: Record<string, unknown>;
  /** Its records of progress, in the names of the portal. */
  progress: Record<string, unknown>[];
  /** The fields that were kept and not read. */
  kept: string[];
}

/** What records of the national portal say. */
export interface NationalAnswer {
  dossiers: NationalReading[];
  refused: { record: number; dossier: string | null; error: { code: string; message: string } }[];
  falseLate: number;
  disagreeing: number;
}

/**
 * Records of the national portal as dossiers, held against their own events. Needs
 * `init({ full: true })`.
 */
export function readNational(
  question: NationalQuestion,
  calendar: Calendar = builtIn,
): NationalAnswer {
  const { records, ...rest } = question;
  // What systems wrote keeps its names, there and back.
  const entries = records.map(({ dossier, progress, ...told }) => ({
    ...(toSnake(told) as object),
    dossier,
    ...(progress === undefined ? {} : { progress }),
  }));
  const request = { ...(toSnake(rest) as object), op: "national", records: entries };
  const { dossiers, ...told } = ask<{ dossiers: NationalReading[] }>(request, calendar);
  const read = dossiers.map(({ corrected, progress, ...one }) => ({
    ...(toCamel(one) as object),
    corrected,
    progress,
  }));
  return { ...(toCamel(told) as object), dossiers: read } as NationalAnswer;
}

/** Reads one record; a record that cannot be read is thrown as the error it is. */
export function readNationalRecord(
  record: NationalEntry,
  asOf: InstantInput,
  calendar: Calendar = builtIn,
): NationalReading {
  const { dossiers, refused } = readNational({ records: [record], asOf }, calendar);
  const [read] = dossiers;
  if (read === undefined) throw failed(refused[0]?.error);
  return read;
}
