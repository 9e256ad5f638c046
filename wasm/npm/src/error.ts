/** Anything motcua refuses to do, with a stable code to act on. */
export class MotcuaError extends Error {
  /** The stable code: `invalid_date`, `no_calendar_data`, `ambiguous_limit`, ... */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "MotcuaError";
    this.code = code;
  }
}
