// The portal page: everything it shows is answered in the page itself.
import { daysInfo, init, parseTimeLimit } from "./motcua/index.js";
import "./motcua/element.js";
import { appointmentIcs, yearIcs } from "./ics.js";
import { Refused, fromNational, isNational } from "./national.js";
import { SAMPLE } from "./sample.js";

const $ = (id) => document.getElementById(id);
const language = () => document.documentElement.lang;
const pick = (vi, en) => (language() === "vi" ? vi : en);

/** Without signs and capitals, so that "cap lai" finds "Cấp lại". */
const plain = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

let catalogue = { procedures: [], agency: "" };
let answer;

/** The clock of Vietnam, for the fields that begin with the present. */
const now = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 16);

function chosen() {
  const { value } = $("procedure");
  return value === "" ? undefined : catalogue.procedures[Number(value)];
}

function list() {
  const words = plain($("search").value).split(/\s+/).filter(Boolean);
  const before = $("procedure").value;
  const fields = new Map();
  let count = 0;
  catalogue.procedures.forEach((procedure, at) => {
    const text = plain(`${procedure.name} ${procedure.code ?? ""} ${procedure.field}`);
    if (!words.every((word) => text.includes(word))) return;
    count += 1;
    const option = new Option(`${procedure.code ? `${procedure.code} – ` : ""}${procedure.name}`, String(at));
    fields.set(procedure.field, [...(fields.get(procedure.field) ?? []), option]);
  });
  const groups = [...fields].map(([field, options]) => {
    const group = document.createElement("optgroup");
    group.label = field;
    group.append(...options);
    return group;
  });
  $("procedure").replaceChildren(...groups);
  if ([...$("procedure").options].some((option) => option.value === before)) $("procedure").value = before;
  $("found").textContent = pick(`${count} thủ tục`, `${count} procedures`);
  choose();
}

/** Shows what is published of the procedure, and the cases its limit names. */
function choose() {
  const procedure = chosen();
  $("save-due").disabled = true;
  if (procedure === undefined) {
    $("facts").replaceChildren();
    $("answer").hidden = true;
    $("facts").hidden = true;
    return;
  }
  $("facts").hidden = false;
  const facts = [
    [pick("Thủ tục", "Procedure"), procedure.name],
    [pick("Thời hạn", "Limit"), procedure.time_limit_text],
    [pick("Lĩnh vực", "Field"), procedure.field],
    [pick("Căn cứ", "Legal basis"), procedure.legal_basis],
    [pick("Ghi chú", "Remark"), procedure.remark],
  ].filter(([, text]) => text);
  $("facts").replaceChildren(
    ...facts.flatMap(([name, text]) => {
      const dt = document.createElement("dt");
      const dd = document.createElement("dd");
      dt.textContent = name;
      dd.textContent = text;
      dd.lang = "vi";
      return [dt, dd];
    }),
  );
  const limits = parseTimeLimit(procedure.time_limit_text).limits;
  const cases = [...new Set(limits.map((limit) => limit.case).filter((one) => one !== null))];
  const several = new Set(limits.map((limit) => `${limit.value} ${limit.unit}`)).size > 1;
  $("case-field").hidden = !several || cases.length === 0;
  const plainCase = limits.some((limit) => limit.case === null);
  $("case").replaceChildren(
    ...(plainCase ? [new Option(pick("(trường hợp thông thường)", "(the ordinary case)"), "")] : []),
    ...cases.map((one) => new Option(one, one)),
  );
  count();
}

function count() {
  const procedure = chosen();
  const received = $("received").value;
  const element = $("answer");
  element.hidden = procedure === undefined || received === "";
  $("save-due").disabled = true;
  if (element.hidden) return;
  element.setAttribute("received", received);
  if ($("case-field").hidden) element.removeAttribute("case");
  else element.setAttribute("case", $("case").value);
  element.setAttribute("limit", procedure.time_limit_text);
}

function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** What was wrong with the last record, in both languages, and whether the page is kept for later. */
let problem;
let kept = false;

function tellProblem() {
  $("load-error").textContent = problem === undefined ? "" : pick(...problem);
}

function tellKept() {
  $("offline").textContent = kept ? pick("Trang này dùng được khi không có mạng.", "This page works without a network.") : "";
}

/** The message of a parser is English, and no help to those who pasted a record. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("Bản ghi không phải JSON hợp lệ.", "The record is not valid JSON.");
  }
}

function show(text) {
  const element = $("timeline");
  problem = undefined;
  tellProblem();
  element.hidden = true;
  try {
    let record = parsed(text);
    if (isNational(record)) record = fromNational(record, catalogue);
    element.setAttribute("as-of", $("as-of").value);
    element.dossier = record;
    element.hidden = false;
  } catch (error) {
    problem = error.words ?? [`Không đọc được bản ghi: ${error.message}`, `The record cannot be read: ${error.message}`];
    tellProblem();
  }
}

function speak(lang) {
  document.documentElement.lang = lang;
  document.title = pick("Một cửa: ngày hẹn trả kết quả", "One stop: when the result is due");
  for (const element of document.querySelectorAll("[data-vi]")) element.textContent = element.dataset[lang];
  for (const element of document.querySelectorAll("[data-vi-placeholder]")) {
    element.placeholder = element.dataset[`${lang}Placeholder`];
  }
  for (const element of document.querySelectorAll("[data-vi-label]")) {
    element.setAttribute("aria-label", element.dataset[`${lang}Label`]);
  }
  $("language").textContent = pick("English", "Tiếng Việt");
  $("language").lang = pick("en", "vi");
  for (const id of ["answer", "calendar", "timeline"]) $(id).setAttribute("lang", lang);
  tellProblem();
  tellKept();
  list();
  const query = new URLSearchParams(location.search);
  if (lang === "vi") query.delete("lang");
  else query.set("lang", lang);
  history.replaceState(null, "", `${query.size > 0 ? `?${query}` : location.pathname}${location.hash}`);
}

$("search").addEventListener("input", list);
$("procedure").addEventListener("change", choose);
$("received").addEventListener("input", count);
$("case").addEventListener("change", count);
$("ask").addEventListener("submit", (event) => event.preventDefault());
$("language").addEventListener("click", () => speak(pick("en", "vi")));
$("print").addEventListener("click", () => window.print());
$("answer").addEventListener("motcua-due", (event) => {
  answer = event.detail;
  document.documentElement.dataset.answered = "";
  $("save-due").disabled = false;
});
$("save-due").addEventListener("click", () => {
  const title = `${pick("Nhận kết quả", "Collect the result")}: ${chosen().name}`;
  save(`hen-${answer.dueDate}.ics`, appointmentIcs(answer, title, catalogue.agency));
});
$("save-year").addEventListener("click", () => {
  const { year } = $("calendar");
  const names = {
    holiday: pick("Nghỉ lễ, tết", "Public holiday"),
    in_lieu: pick("Nghỉ bù", "Off in lieu"),
    swapped_off: pick("Nghỉ hoán đổi", "Swapped off"),
    make_up: pick("Làm bù", "Make-up working day"),
    closure: pick("Cơ quan nghỉ", "Office closed"),
  };
  save(`lich-${year}.ics`, yearIcs(year, daysInfo(`${year}-01-01`, `${year}-12-31`), (day) => names[day.kind]));
});
$("load").addEventListener("submit", (event) => {
  event.preventDefault();
  show($("record").value);
});
$("file").addEventListener("change", async () => {
  const [file] = $("file").files;
  if (file === undefined) return;
  $("record").value = await file.text();
  show($("record").value);
});

const [loaded] = await Promise.all([fetch("catalogue.json").then((answer) => answer.json()), init()]);
catalogue = loaded;
const query = new URLSearchParams(location.search);
$("received").value = query.get("received") ?? now();
$("as-of").value = query.get("as-of") ?? now();
$("record").value = JSON.stringify(SAMPLE, null, 2);
$("calendar").setAttribute("year", $("received").value.slice(0, 4));
speak(query.get("lang") === "en" ? "en" : "vi");

if ("serviceWorker" in navigator) {
  await navigator.serviceWorker.register("sw.js", { type: "module" });
  await navigator.serviceWorker.ready;
  kept = true;
  tellKept();
}
document.documentElement.dataset.answered = "";
document.documentElement.dataset.ready = "";
