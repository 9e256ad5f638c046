// How an answer is held against what a vector expects; see tests/README.md.

/** Where `actual` does not hold what is `expected`; nothing where it does. */
export function difference(path, expected, actual) {
  const fault = () => `${path || "/"}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return fault();
    for (const [at, one] of expected.entries()) {
      const found = difference(`${path}/${at}`, one, actual[at]);
      if (found) return found;
    }
    return undefined;
  }
  if (expected === null || typeof expected !== "object") return expected === actual ? undefined : fault();
  const part = expected.$contains;
  if (part !== undefined && Object.keys(expected).length === 1) {
    if (typeof part === "string") return typeof actual === "string" && actual.includes(part) ? undefined : fault();
    const holds = (one) => actual.some((element) => difference("", one, element) === undefined);
    return Array.isArray(actual) && part.every(holds) ? undefined : fault();
  }
  if (actual === null || typeof actual !== "object" || Array.isArray(actual)) return fault();
  for (const [name, one] of Object.entries(expected)) {
    if (!(name in actual)) return `${path}/${name}: expected ${JSON.stringify(one)}, got nothing`;
    const found = difference(`${path}/${name}`, one, actual[name]);
    if (found) return found;
  }
  return undefined;
}
