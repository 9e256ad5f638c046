// The JSON door of the full build, for the functions whose questions and answers are large.
import type { Calendar } from "./calendar.js";
import { MotcuaError } from "./error.js";
import { toCamel, toSnake } from "./names.js";

type Refusal = { code: string; message: string };

/** @internal An error as the JSON door tells it. */
export function failed(error: Refusal | undefined): MotcuaError {
  return new MotcuaError(error?.code ?? "refused", error?.message ?? "there is no answer");
}

/** @internal Asks the JSON door in its own names. */
export function ask<T>(request: object, calendar: Calendar): T {
  const answer = JSON.parse(calendar.fullEngine().answerJson(JSON.stringify(request))) as {
    error?: Refusal;
  };
  if (answer.error) throw failed(answer.error);
  return answer as T;
}

/** @internal Asks the JSON door in camelCase. */
export function door<T>(op: string, question: object, calendar: Calendar): T {
  return toCamel(ask({ ...(toSnake(question) as object), op }, calendar)) as T;
}
