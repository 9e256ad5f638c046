// The marks of days: each kind has a shape of its own, so that none is told by its colour alone.
import { s } from "./base.js";

const SHAPES: Record<string, string> = {
  received: "M2.5 1.5 9 6l-6.500 4.500z",
  counted: "M6 1.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9z",
  due: "M2.500 1v10.500h1.500V7.500h6L8 4.250 10 1z",
  weekend: "M1.500 5h9v2h-9z",
  holiday: "m6 .8 1.550 3.500 3.750.4-2.800 2.550.8 3.750L6 9.100 2.700 11l.8-3.750L.7 4.700l3.750-.4z",
  in_lieu: "M6 .8 11.200 6 6 11.200.8 6z",
  swapped_off: "M1 2h10L6 11zM4 3.800 6 7.400l2-3.600z",
  make_up: "M6 1.200 11.200 10.800H.8z",
  closure: "m2.400 1 3.600 3.600L9.600 1 11 2.400 7.400 6 11 9.600 9.600 11 6 7.400 2.400 11 1 9.600 4.600 6 1 2.400z",
  waiting: "M2 1h3v10H2zM7 1h3v10H7z",
  open: "M6 .8a5.200 5.200 0 1 0 0 10.400A5.200 5.200 0 0 0 6 .8zm0 2a3.200 3.200 0 1 1 0 6.400 3.200 3.200 0 0 1 0-6.400z",
  caution: "M6 .8a5.200 5.200 0 1 0 0 10.400A5.200 5.200 0 0 0 6 .8zM5.200 3v3.600h1.600V3zm0 4.800v1.400h1.600V7.800z",
  late: "M6 .8 11.700 11.200H.3zM5.200 4v3.600h1.600V4zm0 4.600V10h1.600V8.600z",
};

/** The mark of a kind; what it means stands beside it in words. */
export function mark(kind: string): SVGElement {
  return s(
    "svg",
    { class: `mark ${kind}`, viewBox: "0 0 12 12", "aria-hidden": "true", part: "mark" },
    s("path", { d: SHAPES[kind] ?? SHAPES["open"], "fill-rule": "evenodd" }),
  );
}
