// Compiled, never run: the same package required.
import motcua = require("motcua");
import slim = require("motcua/slim");

export const date: string = motcua.addWorkingDays("2026-08-19", 10);
export const due: string = slim.appointment({ received: "x", limit: { unit: "same_day" } }).due;
