// What the entries with words have.
export * from "./slim_api.js";
export { appointment, parseTimeLimit } from "./appointment.js";
export { answerJson, evaluateDossier, report } from "./dossier.js";
export {
  readNational,
  readNationalRecord,
  type Disagreement,
  type NationalAnswer,
  type NationalEntry,
  type NationalQuestion,
  type NationalReading,
} from "./national.js";
