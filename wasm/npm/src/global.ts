// For pages without modules: everything under one global name, elements included.
export * from "./index.js";
export * from "./element/index.js";
