// The page's head and the key to its signs.

const META = JSON.parse(document.getElementById("dateline-meta").textContent);
const FIRST_DAY_OF_TODAYS_BORDERS = 7670; // 1 January 1991: before it the Soviet Union, Yugoslavia and two Germanies

function buildHead() {
  for (const name of ["title", "intro", "credit"]) {
    write(byId(name), META[name] || "");
    byId(name).hidden = !META[name];
  }
  byId("title").hidden = false;
  byId("span").textContent = [say("events", { n: EVENTS.length }), daysOfAll(), countSources(), lastReportWords()].filter(Boolean).join(" · ");
  byId("old-borders").hidden = !isAnyOld();
  byId("old-borders").textContent = say("oldBorders");
}

const isAnyOld = () => EVENTS.some((event) => event.mapped && isOld(event));
const isOld = (event) => event.dated && event.end < FIRST_DAY_OF_TODAYS_BORDERS;

function daysOfAll() {
  let first = Infinity, last = -Infinity;
  for (const event of EVENTS) {
    if (!event.dated) continue;
    first = Math.min(first, event.start);
    last = Math.max(last, event.end);
  }
  if (first > last) return "";
  const a = fromDayNumber(first), b = fromDayNumber(last);
  const range = (words) => inDate("range", { from: words(a), to: words(b) });
  if (last - first > 3000) return range((date) => yearWords(date.year));
  return last - first > 120 ? range(monthWords) : rangeWords(a, b);
}

// Each list of sources once: events of an archive share theirs.
const listsOfSources = () => new Set(EVENTS.map((event) => event.sources));

// The day number of the newest source, -Infinity where none has a day.
function lastPublished() {
  if (reports.last === null) {
    reports.last = -Infinity;
    for (const sources of listsOfSources()) for (const { published } of sources) reports.last = Math.max(reports.last, dayNumber(published) ?? -Infinity);
  }
  return reports.last;
}

const reports = { last: null };
const lastReportWords = () => (Number.isFinite(lastPublished()) ? filledIn(STRINGS.map.lastReport, { day: dayWords(fromDayNumber(lastPublished())) }) : "");

function countSources() {
  const known = new Set();
  for (const sources of listsOfSources()) for (const source of sources) known.add(`${source.title}\n${source.url}`);
  return known.size ? say("sources", { n: known.size }) : "";
}

function buildKey() {
  const item = (mark, words) => make("li", {}, mark, make("span", { text: words }));
  const bar = (fade, tick = false) => svg("svg", { width: 40, height: 14, class: "key-bar", "aria-hidden": "true" },
    svg("g", { class: "mark group-move status-happened" },
      svg("rect", { class: "mark-fill", x: tick ? 18 : 2, y: tick ? 0 : 2, width: tick ? 5 : 36, height: tick ? 13 : 9, rx: 1.5, mask: fade ? "url(#fade-both)" : null })));
  byId("key-groups").append(...Object.entries(STRINGS.groups).map(([group, words]) => item(sign(group, "happened", 18), words)));
  byId("key-status").append(...["happened", "ongoing", "planned", "possible", "denied"].map((status) => item(sign("move", status, 18), say(status))));
  byId("key-time").append(item(bar(false, true), say("dayKnown")), item(bar(true), say("withinDays")), item(bar(false), say("fromTo")));
}
