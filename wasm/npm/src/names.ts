/** camelCase to snake_case and back, for the names of fields; values and capitals stay as they are. */
type Rename = (name: string) => string;

const snake: Rename = (name) =>
  /^[a-z][a-zA-Z0-9]*$/.test(name) ? name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`) : name;
const camel: Rename = (name) => name.replace(/_([a-z])/g, (_, c: string) => c.toUpperCase());

function renamed(value: unknown, rename: Rename): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (value === null || typeof value !== "object") return value;
  // What prints itself as a text, such as a date of Temporal, is that text.
  if (Object.getPrototypeOf(value) !== Object.prototype && "toJSON" in value) return String(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([name, item]) => [rename(name), renamed(item, rename)]));
}

/** @internal */
export const toSnake = (value: unknown): unknown => renamed(value, snake);
/** @internal */
export const toCamel = (value: unknown): unknown => renamed(value, camel);
