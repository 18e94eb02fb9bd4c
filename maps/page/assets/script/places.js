// Events to places on the map: one place for all events of one point, longitudes counted so that the story stays whole.

const PIN = new Set(["site", "neighbourhood", "city", "mountain"]);
const POLE = 89.5;

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
  const grains = new Map(), all = [];
  for (const event of events) {
    if (!event.mapped) continue;
    const granularity = field(event, "granularity") || "other";
    if (!grains.has(granularity)) grains.set(granularity, new Map());
    const places = grains.get(granularity), key = Math.round(event.lon * 1e4) * 4e6 + Math.round(event.lat * 1e4);
    let place = places.get(key);
    if (!place) {
      places.set(key, (place = placeOf(event, granularity, all.length)));
      all.push(place);
    }
    event.place = place;
    columns.place[event.index] = place.at;
    place.events.push(event);
  }
  for (const place of all) if (Math.abs(place.lat) > POLE) turnPole(place);
  for (const place of all) place.x = mercatorX(place.lon);
  return all;
}

// A place; `count`, `lead` and `groups` tell of those of its events that are drawn now.
class Place {
  constructor(known) {
    Object.assign(this, known, { x: 0, y: mercatorY(known.lat), events: [], listed: null, count: 0, lead: null, groups: null });
  }

  // Its drawn events, looked for only where they are asked for.
  get shown() {
    return (this.listed ??= this.events.filter(drawn));
  }
}

function placeOf(event, granularity, at) {
  const radius = Number(field(event, "radius_km")) || 0;
  const pin = PIN.has(granularity) || (["other", "island"].includes(granularity) && radius <= 15);
  return new Place({
    at, pin, granularity, radius, name: field(event, "place") || "", id: field(event, "place_id"), country: field(event, "country"),
    lat: event.lat, lon: unwrapped(event.lon),
  });
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

// The places that have drawn events, each with their number, their groups and the one that leads; the same array until something changes.
function shownPlaces() {
  const events = inOrder();
  if (map.tallied === events && map.led === state.selected) return map.shown;
  Object.assign(map, { tallied: events, led: state.selected, shown: tallied(shownOrder.indexes) });
  return map.shown;
}

function tallied(indexes) {
  const { place, group, salience } = columns, kinds = GROUP_NAMES.length;
  const counts = new Uint32Array(map.places.length), groups = new Uint32Array(counts.length * kinds), leads = new Int32Array(counts.length).fill(NOWHERE);
  for (const i of indexes) {
    const at = place[i];
    if (at === NOWHERE) continue;
    counts[at] += 1;
    groups[at * kinds + group[i]] += 1;
    if (leads[at] === NOWHERE || salience[i] > salience[leads[at]]) leads[at] = i;
  }
  map.places.forEach((one, at) => {
    one.listed = null;
    one.count = counts[at];
    one.groups = groups.subarray(at * kinds, (at + 1) * kinds);
    one.lead = leads[at] === NOWHERE ? null : EVENTS[leads[at]];
  });
  if (state.selected && state.selected.place && drawn(state.selected)) state.selected.place.lead = state.selected;
  return map.places.filter((one) => one.count);
}
