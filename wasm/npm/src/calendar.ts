import { MotcuaError } from "./error.js";
import type { Instance, RawEngine } from "./glue.js";
import { baseInstance, currentGeneration, fullInstance } from "./instance.js";
import { toSnake } from "./names.js";
import type { CalendarOptions } from "./types.js";

/** The error of a reason as an engine tells it: a code and a message with a line feed between. */
function errorOf(failure: string): MotcuaError {
  const [code = "", ...message] = failure.split("\n");
  return new MotcuaError(code || "refused", message.join("\n") || code);
}

/** @internal Turns the reason an engine keeps into an error. */
export function refuse(engine: RawEngine): MotcuaError {
  return errorOf(engine.failure());
}

/**
 * The calendar of an office, made by `createCalendar`. It never changes and can be shared.
 *
 * Its memory is given back when it is no longer in use; `free()` does it at once. A calendar that
 * is used again after that is built again.
 */
export class Calendar {
  readonly #overlay: string | undefined;
  #engine: RawEngine | undefined;
  #instance: Instance | undefined;
  #full: RawEngine | undefined;
  #generation = -1;

  /** @internal */
  constructor(overlay: string | undefined) {
    this.#overlay = overlay;
  }

  #build(instance: Instance): RawEngine {
    const engine = new instance.Engine(this.#overlay);
    const failure = engine.failure();
    if (failure === "") return engine;
    engine.free();
    throw errorOf(failure);
  }

  /** @internal */
  engine(): RawEngine {
    if (this.#engine === undefined || this.#generation !== currentGeneration()) {
      const instance = baseInstance();
      const engine = this.#build(instance);
      this.#engine?.free();
      this.#engine = engine;
      this.#instance = instance;
      this.#generation = currentGeneration();
    }
    return this.#engine;
  }

  /**
   * @internal The memory of the engine that was asked last; it may be that of another copy of the
   * package, whose calendar was handed over.
   */
  memory(): Int32Array {
    return new Int32Array((this.#instance as Instance).memory().buffer);
  }

  /** @internal */
  fullEngine(): RawEngine {
    this.#full ??= this.#build(fullInstance());
    return this.#full;
  }

  /** Gives the memory of the calendar back. */
  free(): void {
    this.#engine?.free();
    this.#full?.free();
    this.#engine = undefined;
    this.#full = undefined;
  }
}

export interface Calendar {
  [Symbol.dispose](): void;
}

// Browsers without `using` have no such symbol, and no need of the method.
if (Symbol.dispose !== undefined) Calendar.prototype[Symbol.dispose] = Calendar.prototype.free;

/** @internal The calendar of an office with the default hours, on the built-in facts. */
export const builtIn = new Calendar(undefined);

/**
 * The calendar of one office: hours, closures and notices of its own laid over the built-in one.
 *
 * @throws MotcuaError when the options contradict each other or the calendar.
 */
export function createCalendar(options: CalendarOptions = {}): Calendar {
  const calendar = new Calendar(JSON.stringify(toSnake(options)));
  calendar.engine();
  return calendar;
}
