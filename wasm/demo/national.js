// Records in the shape in which provincial systems hand dossiers to the national portal.
// They tell instants as yyyyMMddHHmmss and the state of a dossier as a code from 1 to 10.

const CHANNELS = { 1: "in_person", 2: "online", 3: "post" };

export const isNational = (record) => typeof record === "object" && record !== null && "MaHoSo" in record;

/** `20260819090000`, `19/08/2026 09:00:00` or ISO, as ISO without seconds. */
function instant(text) {
  if (text === undefined || text === null || text === "") return undefined;
  const plain = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)/.exec(text);
  if (plain) return `${plain[1]}-${plain[2]}-${plain[3]}T${plain[4]}:${plain[5]}`;
  const slashes = /^(\d\d?)\/(\d\d?)\/(\d{4})(?:\D+(\d\d?):(\d\d))?/.exec(text);
  if (slashes) {
    const [, day, month, year, hour = "0", minute = "00"] = slashes;
    const two = (value) => value.padStart(2, "0");
    return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
  }
  return text.slice(0, 16);
}

/** A code of a procedure without the suffix that a system of the country adds: `.000.00.00.H34`. */
const bare = (code) => /^\d+\.\d{6}/.exec(code ?? "")?.[0];

/** What the record says happened, in the order of time; a supplement closes the request before it. */
function eventsOf(record) {
  const events = [
    ["submitted", record.NgayNopHoSo],
    ["reception_refused", record.NgayTuChoi],
    ["received", record.NgayTiepNhan],
    ["finished", record.NgayKetThucXuLy],
    ["returned", record.NgayTra],
  ];
  for (const supplement of record.DanhSachHoSoBoSung ?? []) {
    events.push(["supplement_requested", supplement.NgayYeuCauBoSung ?? supplement.NgayBoSung]);
    events.push(["supplement_received", supplement.NgayTiepNhanBoSung]);
  }
  if ((record.DanhSachHoSoBoSung ?? []).length === 0) {
    events.push(["supplement_requested", record.NgayYeuCauBoSung]);
  }
  const order = events.map(([type]) => type);
  return events
    .map(([type, at]) => ({ type, at: instant(at) }))
    .filter(({ at }) => at !== undefined)
    .sort((one, other) => one.at.localeCompare(other.at) || order.indexOf(one.type) - order.indexOf(other.type));
}

/** The record as the engine takes it; its limit is that of its procedure in the catalogue. */
export function fromNational(record, catalogue) {
  const known = catalogue.procedures.find(
    (one) => (one.code !== undefined && one.code === bare(record.MaTTHC)) || one.name === record.TenTTHC,
  );
  if (known === undefined) throw new Error(`MaTTHC ${record.MaTTHC ?? ""} ${record.TenTTHC ?? ""}`);
  return {
    code: record.MaHoSo,
    procedure: known.name,
    field: known.field,
    agency: record.DonViXuLy || catalogue.agency,
    channel: CHANNELS[record.KenhThucHien] ?? "in_person",
    text: known.time_limit_text,
    events: eventsOf(record),
  };
}
