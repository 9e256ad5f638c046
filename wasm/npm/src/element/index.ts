// The elements, defined as soon as this module is loaded.
import { MotcuaAppointment } from "./appointment.js";
import { MotcuaDueInput } from "./input.js";
import { MotcuaTimeline } from "./timeline.js";
import { MotcuaCalendar } from "./year.js";

export { MotcuaAppointment, MotcuaCalendar, MotcuaDueInput, MotcuaTimeline };

const ELEMENTS: Record<string, CustomElementConstructor> = {
  "motcua-appointment": MotcuaAppointment,
  "motcua-calendar": MotcuaCalendar,
  "motcua-timeline": MotcuaTimeline,
  "motcua-due-input": MotcuaDueInput,
};

if (typeof customElements !== "undefined") {
  for (const [name, element] of Object.entries(ELEMENTS)) {
    if (customElements.get(name) === undefined) customElements.define(name, element);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "motcua-appointment": MotcuaAppointment;
    "motcua-calendar": MotcuaCalendar;
    "motcua-timeline": MotcuaTimeline;
    "motcua-due-input": MotcuaDueInput;
  }
}
