// The page's data block to events.

const EVENTS = readEvents();
const EVENT_BY_ID = new Map(EVENTS.map((event) => [event.id, event]));

function readEvents() {
  const collection = JSON.parse(byId("dateline-data").textContent);
  const events = (collection.features || []).map(eventOf);
  events.forEach((event, index) => (event.index = index));
  boundUndated(events);
  return events;
}

function eventOf(feature, index) {
  const p = feature.properties || {};
  const coordinates = feature.geometry && feature.geometry.type === "Point" ? feature.geometry.coordinates : null;
  const start = dayNumber(p.date_start) ?? dayNumber(p.date_end);
  const end = dayNumber(p.date_end) ?? start;
  const origin = p.origin && Number.isFinite(p.origin.longitude) && Number.isFinite(p.origin.latitude) ? p.origin : null;
  return {
    id: String(p.id ?? feature.id ?? index),
    p,
    order: p.order ?? index + 1,
    title: String(p.title || p.action || "Untitled"),
    type: p.type || "other",
    group: GROUP_OF_TYPE[p.type] || "work",
    status: STRINGS.status[p.status] ? p.status : "happened",
    start,
    end,
    dated: start !== null,
    when: whenWords(p, start !== null),
    lon: coordinates ? coordinates[0] : null,
    lat: coordinates ? coordinates[1] : null,
    mapped: Boolean(coordinates),
    origin,
    actors: list(p.actors).map(nameOf),
    targets: list(p.targets).map(nameOf),
    sources: list(p.sources),
    salience: Number(p.salience) || 0,
    confidence: Number.isFinite(p.confidence) ? p.confidence : null,
    statement: p.type === "statement",
    text: "",
  };
}

function list(value) {
  return Array.isArray(value) ? value : [];
}

function nameOf(actor) {
  return typeof actor === "string" ? actor : String((actor && actor.name) || "");
}

function whenWords(p, dated) {
  const words = dated || p.date ? dateWords(p) : "";
  if (!words) return p.status === "planned" ? "Planned; no date given" : STRINGS.undated;
  const before = { planned: STRINGS.planned, possible: STRINGS.possible, ongoing: STRINGS.ongoing }[p.status];
  const said = before ? `${before} ${words}` : words;
  return said[0].toUpperCase() + said.slice(1);
}

// An undated event stands between the dated ones before and after it in the order.
function boundUndated(events) {
  let last = null;
  for (const event of events) {
    if (event.dated) last = event;
    else event.after = last;
  }
  let next = null;
  for (const event of [...events].reverse()) {
    if (event.dated) next = event;
    else event.before = next;
  }
}

function placeWords(event) {
  const p = event.p;
  if (!p.place) return "";
  const parts = [p.place];
  if (p.admin1 && p.admin1 !== p.place && p.granularity !== "country") parts.push(p.admin1);
  const country = p.country_name || p.country;
  if (country && country !== p.place && country !== p.admin1) parts.push(country);
  return parts.join(", ");
}

function exactWords(event) {
  const p = event.p;
  if (!event.mapped) return p.place ? "named, but not found on the map" : "";
  const kind = STRINGS.granularity[p.granularity] || STRINGS.granularity.other;
  const radius = Number(p.radius_km);
  if (!radius || p.granularity === "country" || p.granularity === "region") return kind;
  return `${kind}, within ${radius < 10 ? Math.round(radius * 10) / 10 : Math.round(radius)} km`;
}

function searchText(event) {
  if (!event.text) {
    const p = event.p;
    const words = [event.title, p.quote, p.place, p.admin1, p.country_name, p.origin && p.origin.name, p.quantity, p.attributed_to];
    event.text = [...words, ...event.actors, ...event.targets, ...event.sources.map((s) => s.title)].filter(Boolean).join("\n").toLowerCase();
  }
  return event.text;
}
