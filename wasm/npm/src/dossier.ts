import { builtIn, type Calendar } from "./calendar.js";
import { ask, door } from "./door.js";
import type { EvaluateQuestion, Evaluation } from "./dossier_types.js";
import { toCamel, toSnake } from "./names.js";
import type { Report, ReportPart, ReportQuestion } from "./report_types.js";

/** What the log of a dossier means at an instant. Needs `init({ full: true })`. */
export function evaluateDossier(
  question: EvaluateQuestion,
  calendar: Calendar = builtIn,
): Evaluation {
  return door("evaluate", question, calendar);
}

/** Form II.06a over a period, with exact ratios. Needs `init({ full: true })`. */
export function report(question: ReportQuestion, calendar: Calendar = builtIn): Report {
  // Catalogues and parts hold names of users as names of fields; they stay as they are.
  const { catalogue, parts, ...rest } = question;
  const request = { ...(toSnake(rest) as object), op: "report", catalogue, parts };
  const { part, ...told } = ask<{ part?: ReportPart }>(request, calendar);
  return { ...(toCamel(told) as object), ...(part === undefined ? {} : { part }) } as Report;
}

/**
 * Answers one JSON request with one JSON answer, as in every other language: names in snake_case,
 * an error as an object. Needs `init({ full: true })`.
 */
export function answerJson(request: string, calendar: Calendar = builtIn): string {
  return calendar.fullEngine().answerJson(request);
}
