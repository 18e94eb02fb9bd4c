// The CSV that `dateline map` reads again: the columns of timeline.csv that the page knows, safe to open in a spreadsheet.

const namesOf = (names) => [...new Set(names.filter(Boolean).map(String))].join("; ");
const property = (name) => (p) => p[name];
const inPlace = (name, from = name) => (p) => (p.origin ? p.origin[from] : null);
const because = (name) => (p) => (p.reasons || {})[name];

const COLUMNS = {
  order: property("order"), event_id: property("id"), date: property("date"), date_start: property("date_start"), date_end: property("date_end"), time: property("time"),
  date_precision: property("precision"), status: property("status"), event_type: property("type"), title: property("title"),
  actors: (p) => namesOf(list(p.actors).map(nameOf)), targets: (p) => namesOf(list(p.targets).map(nameOf)), quantity: property("quantity"), action: property("action"),
  location: property("place"), admin1: property("admin1"), country: property("country_name"), country_code: property("country"), latitude: null, longitude: null,
  geo_precision: property("granularity"), radius_km: property("radius_km"), origin: inPlace("name"), origin_latitude: inPlace("latitude"), origin_longitude: inPlace("longitude"),
  attributed_to: property("attributed_to"), salience: property("salience"), n_sources: (p) => list(p.sources).length, source: (p) => namesOf(list(p.sources).map(property("title"))),
  source_url: (p) => namesOf(list(p.sources).map(property("url"))), published: (p) => namesOf(list(p.sources).map(property("published"))), quote: property("quote"),
  why_date: because("date"), why_place: because("place"), why_order: because("order"), confidence: property("confidence"),
};
const DATE_COLUMNS = new Set(["date", "date_start", "date_end", "published"]);

// The mark at the beginning tells Excel that this is UTF-8.
function csvOf(features) {
  const names = Object.keys(COLUMNS);
  const rows = features.map((feature) => {
    const p = feature.properties || {};
    const [longitude, latitude] = feature.geometry ? feature.geometry.coordinates : [null, null];
    const own = { latitude, longitude };
    return names.map((name) => quoted(cell(name, COLUMNS[name] ? COLUMNS[name](p) : own[name]))).join(",");
  });
  return `\ufeff${[names.join(","), ...rows].join("\r\n")}\r\n`;
}

function cell(name, value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : value.toFixed(5).replace(/\.?0+$/, "");
  const text = String(value);
  return DATE_COLUMNS.has(name) && /^[-\p{Nd}X~?%/.; TZ:]+$/u.test(text) ? text : neutral(text.replaceAll("\0", "\ufffd"));
}

// What a spreadsheet would run as a formula gets an apostrophe before it, and so does what begins with apostrophes and then a formula's sign.
const neutral = (text) => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);
const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
