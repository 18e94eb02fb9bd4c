// The page's data block to events. A story stands there as GeoJSON, an archive in packed columns whose details are unpacked when asked for.

const EVENTS = [];
const EVENT_BY_ID = new Map();
const archive = { columns: null, texts: null, parts: [], part: 0 };

// Fills EVENTS and EVENT_BY_ID; nothing else may be asked before.
async function openEvents() {
  const block = JSON.parse(byId("dateline-data").textContent);
  const events = block.packed ? await archivedEvents(block) : (block.features || []).map(eventOfFeature);
  for (const event of events) {
    EVENTS.push(event);
    EVENT_BY_ID.set(event.id, event);
  }
  boundUndated(EVENTS);
}

class StoryEvent {
  constructor(index, properties) {
    this.index = index;
    this.known = properties;
    this.after = this.before = this.place = null;
    this.words = null;
  }

  // All that is known of the event; of an archive's, without its details until they have been asked for.
  get p() {
    if (!this.known) this.known = Object.fromEntries(Object.entries(archive.columns).map(([name, column]) => [name, column.get(this.index)]));
    return this.known;
  }

  get when() {
    if (this.words === null) this.words = whenWords(this.p, this.dated);
    return this.words;
  }
}

// One property without making an object of all.
const field = (event, name) => (event.known ? event.known[name] : archive.columns[name] ? archive.columns[name].get(event.index) : undefined);

function eventOfFeature(feature, index) {
  const p = feature.properties || {};
  const point = feature.geometry && feature.geometry.type === "Point" ? feature.geometry.coordinates : [null, null];
  const start = dayNumber(p.date_start) ?? dayNumber(p.date_end);
  return Object.assign(new StoryEvent(index, p), {
    id: String(p.id ?? feature.id ?? index),
    order: p.order ?? index + 1,
    title: String(p.title || p.action || "Untitled"),
    type: p.type || "other",
    status: statusOf(p.status),
    group: groupOf(p.type),
    start,
    end: dayNumber(p.date_end) ?? start,
    dated: start !== null,
    lon: point[0],
    lat: point[1],
    mapped: point[0] !== null,
    origin: originOf(p.origin),
    actors: list(p.actors).map(nameOf),
    targets: list(p.targets).map(nameOf),
    sources: list(p.sources),
    salience: Number(p.salience) || 0,
    confidence: confidenceOf(p.confidence),
    statement: p.type === "statement",
  });
}

async function archivedEvents(block) {
  const packed = await unpacked(block.brief);
  const columns = Object.fromEntries(Object.entries(packed).map(([name, column]) => [name, columnOf(column)]));
  Object.assign(archive, { columns, part: block.part });
  const all = (name, of) => columns[name].map(of);
  const ids = all("id", (id) => id), orders = all("order", (order) => order), titles = all("title", (title) => String(title || "Untitled"));
  const types = all("type", (type) => type || "other"), statuses = all("status", statusOf), groups = all("type", groupOf);
  const starts = all("date_start", dayNumber), ends = all("date_end", dayNumber);
  const lons = all("lon", (lon) => lon), lats = all("lat", (lat) => lat), origins = all("origin", originOf);
  const names = (value) => list(value).map(nameOf);
  const actors = all("actors", names), targets = all("targets", names), sources = all("sources", list);
  const saliences = all("salience", (salience) => Number(salience) || 0), confidences = all("confidence", confidenceOf);
  const events = new Array(block.count);
  for (let i = 0; i < block.count; i += 1) {
    const event = (events[i] = new StoryEvent(i, null));
    event.id = String(ids[i] ?? i);
    event.order = orders[i] ?? i + 1;
    event.title = titles[i];
    event.type = types[i];
    event.status = statuses[i];
    event.group = groups[i];
    event.start = starts[i] ?? ends[i];
    event.end = ends[i] ?? event.start;
    event.dated = event.start !== null;
    event.lon = lons[i];
    event.lat = lats[i];
    event.mapped = lons[i] !== null;
    event.origin = origins[i];
    event.actors = actors[i];
    event.targets = targets[i];
    event.sources = sources[i];
    event.salience = saliences[i];
    event.confidence = confidences[i];
    event.statement = types[i] === "statement";
  }
  return events;
}

// The quotations of an archive come after all else; the search then finds their words too.
async function openTexts() {
  if (!archive.columns) return;
  archive.texts = await unpacked(await written("dateline-texts"));
  changed("texts");
}

const quoteOf = (event) => (archive.columns ? (archive.texts && archive.texts[event.index]) || "" : event.p.quote || "");

// Completes `event.p`; views are told by "details" when something came.
async function details(event) {
  if (!archive.columns || event.complete) return;
  await openPart(Math.floor(event.index / archive.part));
  changed("details");
}

async function openPart(number) {
  if (!archive.parts.length) archive.parts = (await written("dateline-details")).split("\n");
  if (!archive.texts) archive.texts = await unpacked(await written("dateline-texts"));
  const rest = await unpacked(archive.parts[number]);
  rest.forEach((properties, i) => {
    const event = EVENTS[number * archive.part + i];
    if (event.complete) return;
    Object.assign(event.p, properties, { quote: archive.texts[event.index] });
    if (properties.sources) event.sources = list(properties.sources);
    event.complete = true;
  });
}

// Every event as a GeoJSON feature with all its properties, in order.
async function allFeatures() {
  for (let number = 0; archive.columns && number * archive.part < EVENTS.length; number += 1) await openPart(number);
  return EVENTS.map((event) => {
    const { lon, lat, ...properties } = event.p;
    const geometry = event.mapped ? { type: "Point", coordinates: [event.lon, event.lat] } : null;
    return { type: "Feature", id: event.id, geometry, properties: archive.columns ? properties : event.p };
  });
}

const list = (value) => (Array.isArray(value) ? value : []);
const statusOf = (status) => (STRINGS.status[status] ? status : "happened");
const groupOf = (type) => GROUP_OF_TYPE[type] || "work";
const confidenceOf = (value) => (Number.isFinite(value) ? value : null);
const originOf = (origin) => (origin && Number.isFinite(origin.longitude) && Number.isFinite(origin.latitude) ? origin : null);

function nameOf(actor) {
  return typeof actor === "string" ? actor : String((actor && actor.name) || "");
}

function whenWords(p, dated) {
  const words = dated || p.date ? dateWords(p) : "";
  if (!words) return p.status === "planned" ? STRINGS.dates.plannedUndated : STRINGS.undated;
  const said = ["planned", "possible", "ongoing"].includes(p.status) ? inDate(p.status, { when: words }) : words;
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
  for (let i = events.length - 1; i >= 0; i -= 1) {
    if (events[i].dated) next = events[i];
    else events[i].before = next;
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
