// Journeys as curved arrows from origin to destination; the legs of one traveller's trip are numbered in their order.

const MOST_ARROWS = 250;

function goingNow() {
  map.going ??= EVENTS.filter((event) => event.origin && event.place);
  return map.going.filter(drawn);
}

function drawJourneys() {
  const going = goingNow();
  const legs = legNumbers(going);
  const events = going.length > MOST_ARROWS ? going.filter((event) => event === state.selected) : going;
  const seen = new Map();
  for (const event of events) {
    const { place } = event;
    const to = L.latLng(place.lat, place.lon);
    const from = L.latLng(event.origin.latitude, originLon(event, place.lon));
    const key = `${from}${to}`;
    seen.set(key, (seen.get(key) || 0) + 1);
    const turn = Math.round((to.lng - from.lng) / 360) * 360;
    drawJourney(event, L.latLng(from.lat, from.lng + turn), to, seen.get(key), legs.get(event));
    if (turn) drawJourney(event, from, L.latLng(to.lat, to.lng - turn), seen.get(key), null);
  }
}

// The legs of each traveller that goes more than one; what did not happen is no leg.
function legNumbers(events) {
  const trips = new Map();
  for (const event of [...events].sort((a, b) => a.index - b.index)) {
    if (event.status === "denied" || !event.actors.length) continue;
    const who = event.actors[0];
    if (!trips.has(who)) trips.set(who, []);
    trips.get(who).push(event);
  }
  const numbers = new Map();
  for (const legs of trips.values()) if (legs.length > 1) legs.forEach((event, i) => numbers.set(event, i + 1));
  return numbers;
}

// The curve's points at the map's zoom: bent more for each further journey between the same two places.
function curve(a, b, nth) {
  const bend = 0.16 + 0.07 * (nth - 1);
  const side = b.x >= a.x ? -1 : 1;
  const middle = L.point((a.x + b.x) / 2 - (b.y - a.y) * bend * -side, (a.y + b.y) / 2 + (b.x - a.x) * bend * side);
  const steps = Math.max(8, Math.min(200, Math.round(a.distanceTo(b) / 12)));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps, s = 1 - t;
    return L.point(s * s * a.x + 2 * s * t * middle.x + t * t * b.x, s * s * a.y + 2 * s * t * middle.y + t * t * b.y);
  });
}

function drawJourney(event, from, to, nth, leg) {
  const zoom = map.leaflet.getZoom();
  const a = map.leaflet.project(from, zoom), b = map.leaflet.project(to, zoom);
  if (a.distanceTo(b) < 24) return;
  const gap = event.place.pin ? 13 : 2;
  const line = curve(a, b, nth).filter((point) => point.distanceTo(b) > gap + 7 && point.distanceTo(a) > 5);
  if (line.length < 2) return;
  const tail = line[line.length - 1];
  const angle = Math.atan2(b.y - tail.y, b.x - tail.x);
  const tip = L.point(b.x - gap * Math.cos(angle), b.y - gap * Math.sin(angle));
  const wing = (turn) => L.point(tip.x - 9 * Math.cos(angle + turn), tip.y - 9 * Math.sin(angle + turn));
  const geo = (point) => map.leaflet.unproject(point, zoom);
  const on = event === state.selected ? " on" : "";
  const options = { className: `journey ${classesOf(event)}${on}`, smoothFactor: 0 };
  const body = L.polyline([...line, tip].map(geo), { ...options, interactive: false }).addTo(map.layers);
  L.polyline(line.map(geo), { className: "journey-hit" }).on("click", (e) => { L.DomEvent.stopPropagation(e); select(event, "map"); })
    .on("mouseover", () => hover(event)).on("mouseout", () => hover(null)).addTo(map.layers);
  const head = L.polygon([tip, wing(0.42), wing(-0.42)].map(geo), { ...options, className: `journey-head ${classesOf(event)}${on}`, interactive: false, smoothFactor: 0 }).addTo(map.layers);
  note([event], body.getElement());
  note([event], head.getElement());
  if (leg) drawLeg(event, geo(line[Math.floor(line.length / 2)]), leg, on);
}

function drawLeg(event, at, leg, on) {
  const badge = make("span", { class: `leg ${classesOf(event)}${on}`, text: leg });
  addMarker(at, badge, [event], `${event.actors[0]}, ${leg}: ${event.title}`, () => select(event, "map"));
}
