// iCalendar (RFC 5545) from the answers of the engine; no rule of counting lives here.

const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
const dateOf = (date) => date.replaceAll("-", "").slice(0, 8);

/** Lines of at most 75 bytes, the rest on lines that begin with a space. */
function folded(line) {
  const encoder = new TextEncoder();
  const parts = [""];
  let size = 0;
  for (const letter of line) {
    const bytes = encoder.encode(letter).length;
    if (size + bytes > 74) {
      parts.push(" ");
      size = 1;
    }
    parts[parts.length - 1] += letter;
    size += bytes;
  }
  return parts.join("\r\n");
}

/** The UTC form of an instant on Vietnam's clock. */
function utc(at) {
  const seconds = Date.parse(`${at.length === 16 ? `${at}:00` : at}+07:00`);
  return new Date(seconds).toISOString().replace(/[-:]|\.\d+/g, "");
}

/** The day after a date. */
const next = (date) => new Date(Date.parse(`${date}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function calendar(name, events) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//motcua//motcua//VI", "CALSCALE:GREGORIAN"];
  lines.push(`X-WR-CALNAME:${escaped(name)}`, ...events.flat(), "END:VCALENDAR");
  return lines.map(folded).join("\r\n") + "\r\n";
}

/** The hour before an appointment, with a reminder the day before. */
export function appointmentIcs(found, title, place) {
  const id = `${dateOf(found.received)}-${utc(found.due)}-${hash(title)}@motcua`;
  const lead = new Date(Date.parse(`${found.due}:00+07:00`) - 3_600_000).toISOString();
  return calendar(title, [
    [
      "BEGIN:VEVENT",
      `UID:${id}`,
      `DTSTAMP:${utc(found.received)}`,
      `DTSTART:${lead.replace(/[-:]|\.\d+/g, "")}`,
      `DTEND:${utc(found.due)}`,
      `SUMMARY:${escaped(title)}`,
      `LOCATION:${escaped(place)}`,
      `DESCRIPTION:${escaped(found.textVi)}`,
      ...["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D", `DESCRIPTION:${escaped(title)}`, "END:VALARM"],
      "END:VEVENT",
    ],
  ]);
}

/** The days off and the make-up days of a year. */
export function yearIcs(year, days, name) {
  const special = days.filter((day) => day.kind !== "working" && day.kind !== "weekend");
  const event = (day) => [
    "BEGIN:VEVENT",
    `UID:${dateOf(day.date)}-${day.kind}@motcua`,
    `DTSTAMP:${year}0101T000000Z`,
    `DTSTART;VALUE=DATE:${dateOf(day.date)}`,
    `DTEND;VALUE=DATE:${dateOf(next(day.date))}`,
    `SUMMARY:${escaped(name(day))}`,
    `TRANSP:${day.working ? "OPAQUE" : "TRANSPARENT"}`,
    "END:VEVENT",
  ];
  return calendar(`motcua ${year}`, special.map(event));
}

function hash(text) {
  let value = 5381;
  for (const letter of text) value = (value * 33 + letter.codePointAt(0)) >>> 0;
  return value.toString(36);
}
