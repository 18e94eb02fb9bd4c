// Events to places on the map: one place for all events of one point, longitudes counted so that the story stays whole.

const PIN = new Set(["site", "neighbourhood", "city", "mountain"]);
const POLE = 89.5;
const GROUP_NAMES = Object.keys(STRINGS.groups);
const GROUP_AT = Object.fromEntries(GROUP_NAMES.map((group, i) => [group, i]));

// The meridian opposite to the events: longitudes are counted eastwards from it, so that the Pacific stays whole.
function widestGap(longitudes) {
  const sorted = [...new Set(longitudes)].sort((a, b) => a - b);
  if (!sorted.length) return -180;
  let best = -180, widest = 360 - (sorted[sorted.length - 1] - sorted[0]);
  for (let i = 1; i < sorted.length; i += 1) {
    if (sorted[i] - sorted[i - 1] <= widest + 60) continue;
    widest = sorted[i] - sorted[i - 1] - 60;
    best = (sorted[i] + sorted[i - 1]) / 2;
  }
  return best;
}

function longitudesOf(events) {
  const all = new Set();
  for (const event of events) {
    if (event.mapped && Math.abs(event.lat) < POLE) all.add(event.lon);
    if (event.origin && Math.abs(event.origin.latitude) < POLE) all.add(event.origin.longitude);
  }
  return all;
}

const unwrapped = (lon) => (lon < map.cut ? lon + 360 : lon);

function placesOf(events) {
  const places = new Map();
  for (const event of events) {
    if (!event.mapped) continue;
    const granularity = field(event, "granularity") || "other";
    const key = `${Math.round(event.lon * 1e4)},${Math.round(event.lat * 1e4)},${granularity}`;
    let place = places.get(key);
    if (!place) places.set(key, (place = placeOf(event, granularity)));
    event.place = place;
    place.events.push(event);
  }
  const all = [...places.values()];
  for (const place of all) if (Math.abs(place.lat) > POLE) turnPole(place);
  for (const place of all) place.x = mercatorX(place.lon);
  return all;
}

function placeOf(event, granularity) {
  const radius = Number(field(event, "radius_km")) || 0;
  const pin = PIN.has(granularity) || (["other", "island"].includes(granularity) && radius <= 15);
  return {
    pin, granularity, radius, name: field(event, "place") || "", id: field(event, "place_id"), country: field(event, "country"),
    lat: event.lat, lon: unwrapped(event.lon), x: 0, y: mercatorY(event.lat), events: [], shown: [], lead: null, groups: new Uint32Array(GROUP_NAMES.length),
  };
}

// A pole has every longitude: it stands on that of the journey there, else of the event before or after.
function turnPole(place) {
  const index = place.events[0].index;
  const away = (event) => event && event.mapped && Math.abs(event.lat) < POLE;
  const from = place.events.find((event) => event.origin && Math.abs(event.origin.latitude) < POLE);
  if (from) place.lon = unwrapped(from.origin.longitude);
  else {
    const before = EVENTS.slice(Math.max(0, index - 20), index).reverse().find(away), after = EVENTS.slice(index, index + 20).find(away);
    place.lon = unwrapped((before || after || place.events[0]).lon);
  }
}

const originLon = (event, near) => (Math.abs(event.origin.latitude) > POLE ? near : unwrapped(event.origin.longitude));

// Which events of each place are drawn now, and which of them leads; the places that have any.
function shownPlaces() {
  for (const place of map.places) {
    place.shown = [];
    place.lead = null;
    place.groups.fill(0);
  }
  for (const event of inOrder()) {
    const place = event.place;
    if (!place) continue;
    place.shown.push(event);
    place.groups[GROUP_AT[event.group]] += 1;
    if (!place.lead || event.salience > place.lead.salience) place.lead = event;
  }
  if (state.selected && state.selected.place && drawn(state.selected)) state.selected.place.lead = state.selected;
  return map.places.filter((place) => place.lead);
}
