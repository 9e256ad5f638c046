import { baseInstance } from "./instance.js";

/** The version of the engine. */
export function version(): string {
  return baseInstance().version();
}
