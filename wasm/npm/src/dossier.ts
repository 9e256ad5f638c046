import { door } from "./appointment.js";
import { builtIn, type Calendar } from "./calendar.js";
import type { EvaluateQuestion, Evaluation, Report, ReportQuestion } from "./dossier_types.js";

/** What the log of a dossier means at an instant. Needs `init({ full: true })`. */
export function evaluateDossier(
  question: EvaluateQuestion,
  calendar: Calendar = builtIn,
): Evaluation {
  return door("evaluate", question, calendar);
}

/** Form II.06a over a period, with exact ratios. Needs `init({ full: true })`. */
export function report(question: ReportQuestion, calendar: Calendar = builtIn): Report {
  return door("report", question, calendar);
}

/**
 * Answers one JSON request with one JSON answer, as in every other language: names in snake_case,
 * an error as an object. Needs `init({ full: true })`.
 */
export function answerJson(request: string, calendar: Calendar = builtIn): string {
  return calendar.fullEngine().answerJson(request);
}
