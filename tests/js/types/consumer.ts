// Compiled, never run: what a strict project may write, and what it may not.
import {
  MotcuaError,
  REFUSED,
  addWorkingDays,
  addWorkingDaysMany,
  appointment,
  createCalendar,
  evaluateDossier,
  init,
  monthInfo,
  parseTimeLimit,
  report,
  type Appointment,
  type Calendar,
  type DayKind,
} from "motcua";
import { appointment as bare } from "motcua/slim";
import { MotcuaAppointment } from "motcua/element";

await init();
await init({ full: true, wasm: new URL("x", "https://example.org") });
const office: Calendar = createCalendar({
  hours: { "mon-fri": [["07:30", "11:30"], ["13:00", "17:00"]] },
  closures: ["2026-03-09", { since: "2026-06-01", until: "2026-06-02", reason: "x" }],
});
const date: string = addWorkingDays("2026-08-19", 10, office);
const found: Appointment = appointment({ received: `${date}T09:00`, limit: { value: 10, unit: "working_day" } });
const same: string = appointment({ received: "x", limit: { unit: "same_day" } }).shortVi;
const words = appointment({ received: "x", text: "10 ngày", case: "y", channel: "online" }, office);
const kinds: DayKind[] = monthInfo(2026, 8).map((day) => day.kind);
const column: Int32Array = addWorkingDaysMany(new Int32Array(3), 5);
const late: boolean = column[0] === REFUSED;
const value: number | undefined = parseTimeLimit("10 ngày").limits[0]?.value;
const life = evaluateDossier({ dossier: { code: "x", text: "1 ngày", events: [{ type: "received", at: "x" }] }, asOf: "x" });
const ratio: number = report({ dossiers: [], from: "x", to: "y" }).onTime.denominator;
const element: MotcuaAppointment = document.createElement("motcua-appointment");
{
  using own = createCalendar();
  own.free();
}
try {
  addWorkingDays("x", 1);
} catch (error) {
  if (error instanceof MotcuaError) error.code satisfies string;
}

// @ts-expect-error: a text is asked for
addWorkingDays("2026-08-19", "10");
// @ts-expect-error: there is no such unit
appointment({ received: "x", limit: { value: 1, unit: "fortnight" } });
// @ts-expect-error: a limit or a text has to be given
appointment({ received: "x" });
// @ts-expect-error: the slim build reads no texts
bare({ received: "x", text: "10 ngày" });
// @ts-expect-error: the slim build gives no reasons
bare({ received: "x", limit: { unit: "same_day" } }).steps;

export { element, found, kinds, late, life, ratio, same, value, words };
