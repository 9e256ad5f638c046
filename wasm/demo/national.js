// Records in the shape in which provincial systems hand dossiers to the national portal. The
// engine reads them; all that is found here is the limit of the procedure, which no record tells.

/** A record that cannot be used, with the reason in both languages. */
export class Refused extends Error {
  constructor(vietnamese, english) {
    super(english);
    this.words = [vietnamese, english];
  }
}

const recordOf = (given) => ("dossier" in given ? given.dossier : given);

export const isNational = (given) =>
  typeof given === "object" && given !== null && "MaHoSo" in Object(recordOf(given));

/** A code of a procedure without the suffix that systems of the country add: `.000.00.00.H34`. */
const bare = (code) => /^\d+\.\d{6}/.exec(code ?? "")?.[0];

/** The record as the timeline takes it, with the limit of its procedure in the catalogue. */
export function fromNational(given, catalogue) {
  const entry = "dossier" in given ? given : { dossier: given };
  if (entry.limit !== undefined || entry.text !== undefined) return entry;
  const { MaTTHC, TenTTHC } = entry.dossier;
  const known = catalogue.procedures.find(
    (one) => (one.code !== undefined && one.code === bare(MaTTHC)) || one.name === TenTTHC,
  );
  if (known === undefined) {
    const named = [MaTTHC, TenTTHC].filter(Boolean).join(" ");
    throw new Refused(`Danh mục không có thủ tục này: ${named}`, `The catalogue has no such procedure: ${named}`);
  }
  return { ...entry, dossier: { TenTTHC: known.name, ...entry.dossier }, text: known.time_limit_text };
}
