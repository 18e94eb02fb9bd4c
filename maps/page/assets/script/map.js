// The map: pins only for points, outlines or circles for areas, curved arrows for journeys.

const PIN = new Set(["site", "neighbourhood", "city", "mountain"]);
const map = { leaflet: null, layers: null, base: null, names: null, marks: new Map(), cut: -180, places: [], taken: [], tags: [] };

function buildMap() {
  const leaflet = window.map_page;
  map.leaflet = leaflet;
  leaflet.attributionControl.setPrefix(false).addAttribution(`${EVENTS.some((event) => event.dated && event.end < 7000) ? "Borders of today · " : ""}Natural Earth · GeoNames`);
  L.control.scale({ position: "bottomleft", maxWidth: 120 }).addTo(leaflet);
  L.control.zoom({ position: "topleft" }).addTo(leaflet);
  map.cut = widestGap(EVENTS.flatMap((event) => [event.mapped ? event.lon : null, event.origin ? event.origin.longitude : null]).filter((lon) => lon !== null));
  map.places = placesOf(EVENTS.filter((event) => event.mapped));
  map.base = basemapLayer().addTo(leaflet);
  map.names = labelLayer().addTo(leaflet);
  map.layers = L.layerGroup().addTo(leaflet);
  fitAll(false);
  leaflet.on("zoomend", drawMap);
  leaflet.on("click", () => { if (state.selected) select(null); });
  new ResizeObserver(() => leaflet.invalidateSize({ pan: false })).observe(leaflet.getContainer());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redrawBase);
  byId("fit").addEventListener("click", () => fitAll(true));
  views.push((what) => {
    if (what === "hover") markMap();
    else if (what !== "play") drawMap();
    if (what === "select" && state.selected && state.from !== "map") follow(state.selected);
  });
}

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

const unwrapped = (lon) => (lon < map.cut ? lon + 360 : lon);

function placesOf(events) {
  const places = new Map();
  for (const event of events) {
    const key = `${event.lon.toFixed(4)},${event.lat.toFixed(4)},${event.p.granularity}`;
    if (!places.has(key)) {
      const radius = Number(event.p.radius_km) || 0;
      const granularity = event.p.granularity || "other";
      const pin = PIN.has(granularity) || (["other", "island"].includes(granularity) && radius <= 15);
      places.set(key, { pin, name: event.p.place || "", lat: event.lat, lon: unwrapped(event.lon), radius, granularity, p: event.p, events: [] });
    }
    event.place = places.get(key);
    event.place.events.push(event);
  }
  return [...places.values()];
}

function drawMap() {
  map.layers.clearLayers();
  map.marks.clear();
  const places = map.places.map((place) => ({ ...place, shown: place.events.filter(drawn) })).filter((place) => place.shown.length);
  map.tags = [];
  for (const place of places) if (!place.pin) drawArea(place);
  for (const place of places) if (place.pin) drawRadius(place);
  drawJourneys(places);
  drawPins(places.filter((place) => place.pin));
  map.tags.forEach(placeTag);
  map.names.draw();
  markMap();
}

// Leaflet's own redraw() forgets to round a fractional zoom and then wraps tiles wrongly, so the layer is put back new.
function redrawBase() {
  map.base.remove();
  map.base.addTo(map.leaflet);
  map.names.draw();
}

const leading = (events) => (events.includes(state.selected) ? state.selected : events.reduce((best, event) => (event.salience > best.salience ? event : best)));
const classesOf = (event) => `group-${event.group} status-${event.status}`;
const isOn = (events) => events.includes(state.selected);

function drawArea(place) {
  const event = leading(place.shown);
  const outline = outlineOf(place.p.place_id, place.p.country, place.granularity);
  const on = isOn(place.shown) ? " on" : "";
  let ends = [];
  const clicks = (layer) => layer.on("click", (e) => { L.DomEvent.stopPropagation(e); cycle(place.shown); }).addTo(map.layers);
  if (outline) {
    const rings = outlineRings(outline, place.lon);
    clicks(L.polygon(rings.map((ring) => [ring]), { className: `area-fill ${classesOf(event)}${on}`, stroke: false, fillRule: "nonzero", smoothFactor: 1.2 }));
    for (const line of rings.flatMap(withoutSeam)) L.polyline(line, { className: `area-line ${classesOf(event)}${on}`, interactive: false, smoothFactor: 1.2 }).addTo(map.layers);
    ends = extremes(rings.reduce((a, b) => (b.length > a.length ? b : a)));
  } else {
    const circle = L.circle([place.lat, place.lon], { radius: Math.max(1, place.radius) * 1000, className: `area-circle ${classesOf(event)}${on}` });
    clicks(circle);
    const up = Math.max(1, place.radius) / 111.2, across = up / Math.max(0.1, Math.cos((place.lat * Math.PI) / 180));
    ends = [[Math.min(84, place.lat + up), place.lon], [place.lat - up, place.lon], [place.lat, place.lon + across], [place.lat, place.lon - across]];
  }
  map.tags.push({ place, event, ends, on });
}

// Northernmost, southernmost, easternmost and westernmost points.
function extremes(ring) {
  const most = (better) => ring.reduce((a, b) => (better(b, a) ? b : a));
  return [most((b, a) => b[0] > a[0]), most((b, a) => b[0] < a[0]), most((b, a) => b[1] > a[1]), most((b, a) => b[1] < a[1])];
}

// An area's name stands on its edge, never at its middle, and only where nothing else stands.
function placeTag({ place, event, ends, on }) {
  const name = shortened(place.name, 40);
  const words = place.shown.length > 1 ? `${name} · ${place.shown.length}` : name;
  const half = Math.min(110, words.length * 3.3 + 16);
  const free = (end) => {
    const at = map.leaflet.latLngToLayerPoint(end);
    const box = [at.x - half, at.y - 11, at.x + half, at.y + 11];
    return map.taken.some((other) => overlaps(box, other)) ? null : box;
  };
  const end = ends.find(free) || (on ? ends[0] : null);
  if (!end) return;
  map.taken.push(free(end) || [0, 0, 0, 0]);
  const tag = make("span", { class: `area-tag ${classesOf(event)}${on}` }, sign(event.group, event.status, 14), make("bdi", { text: words }));
  addMarker(end, tag, place.shown, `${place.name}, ${STRINGS.granularity[place.granularity] || ""}: ${counted(place.shown)}`, () => cycle(place.shown));
}

// An outline's line without the stretches that only close it at the antimeridian or the pole.
function withoutSeam(ring) {
  const seam = ([lat, lon]) => Math.abs(Math.abs(((lon % 360) + 360) % 360) - 180) < 0.003 || lat < -84.9;
  const lines = [[]];
  ring.forEach((point, i) => {
    if (i && seam(point) && seam(ring[i - 1])) lines.push([]);
    lines[lines.length - 1].push(point);
  });
  return lines.filter((line) => line.length > 1);
}

function drawRadius(place) {
  if (!place.radius || Math.abs(place.lat) > 84) return;
  const event = leading(place.shown);
  L.circle([place.lat, place.lon], { radius: place.radius * 1000, interactive: false, className: `radius ${classesOf(event)}${isOn(place.shown) ? " on" : ""}` }).addTo(map.layers);
}

function drawJourneys(places) {
  const seen = new Map();
  for (const place of places) {
    for (const event of place.shown) {
      if (!event.origin) continue;
      const from = L.latLng(event.origin.latitude, unwrapped(event.origin.longitude));
      const to = L.latLng(place.lat, place.lon);
      const key = `${from}${to}`;
      seen.set(key, (seen.get(key) || 0) + 1);
      drawJourney(event, from, to, seen.get(key), place.pin);
    }
  }
}

function drawJourney(event, from, to, nth, pin) {
  const zoom = map.leaflet.getZoom();
  const a = map.leaflet.project(from, zoom), b = map.leaflet.project(to, zoom);
  const length = a.distanceTo(b);
  if (length < 24) return;
  const bend = 0.16 + 0.07 * (nth - 1);
  const side = b.x >= a.x ? -1 : 1;
  const middle = L.point((a.x + b.x) / 2 - (b.y - a.y) * bend * -side, (a.y + b.y) / 2 + (b.x - a.x) * bend * side);
  const points = [];
  for (let i = 0; i <= 40; i += 1) {
    const t = i / 40, s = 1 - t;
    points.push(L.point(s * s * a.x + 2 * s * t * middle.x + t * t * b.x, s * s * a.y + 2 * s * t * middle.y + t * t * b.y));
  }
  const gap = pin ? 13 : 2;
  const line = points.filter((point) => point.distanceTo(b) > gap + 7 && point.distanceTo(a) > 5);
  if (line.length < 2) return;
  const tail = line[line.length - 1];
  const angle = Math.atan2(b.y - tail.y, b.x - tail.x);
  const tip = L.point(b.x - gap * Math.cos(angle), b.y - gap * Math.sin(angle));
  const wing = (turn) => L.point(tip.x - 9 * Math.cos(angle + turn), tip.y - 9 * Math.sin(angle + turn));
  const geo = (point) => map.leaflet.unproject(point, zoom);
  const on = event === state.selected ? " on" : "";
  const options = { className: `journey ${classesOf(event)}${on}`, smoothFactor: 0.5 };
  const click = (e) => { L.DomEvent.stopPropagation(e); select(event, "map"); };
  const body = L.polyline([...line, tip].map(geo), { ...options, interactive: false }).addTo(map.layers);
  const hit = L.polyline(line.map(geo), { className: "journey-hit" }).on("click", click).on("mouseover", () => hover(event)).on("mouseout", () => hover(null)).addTo(map.layers);
  const head = L.polygon([tip, wing(0.42), wing(-0.42)].map(geo), { ...options, className: `journey-head ${classesOf(event)}${on}`, interactive: false, smoothFactor: 0 }).addTo(map.layers);
  note([event], body.getElement());
  note([event], head.getElement());
  return hit;
}

// Pins that would cover one another stand as one with their number, until zoomed in.
function drawPins(places) {
  const clusters = clustered(places);
  map.taken = clusters.map(({ at }) => [at.x - 12, at.y - 12, at.x + 12, at.y + 12]);
  const rank = ({ places: members }) => (members.some((place) => isOn(place.shown)) ? 2 : Math.max(...members.map((place) => leading(place.shown).salience)));
  for (const cluster of clusters.sort((a, b) => rank(b) - rank(a))) drawCluster(cluster);
}

function clustered(places) {
  const reach = 20;
  const cells = new Map();
  const clusters = [];
  const weight = (place) => (isOn(place.shown) ? 2 : leading(place.shown).salience);
  for (const place of [...places].sort((a, b) => weight(b) - weight(a))) {
    const at = map.leaflet.latLngToLayerPoint([place.lat, place.lon]);
    const column = Math.floor(at.x / reach), row = Math.floor(at.y / reach);
    let near = null;
    for (let i = column - 1; i <= column + 1 && !near; i += 1) {
      for (let j = row - 1; j <= row + 1 && !near; j += 1) near = (cells.get(`${i},${j}`) || []).find((cluster) => cluster.at.distanceTo(at) < reach);
    }
    if (near) near.places.push(place);
    else {
      const cluster = { at, places: [place] };
      clusters.push(cluster);
      const key = `${column},${row}`;
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(cluster);
    }
  }
  return clusters;
}

function drawCluster({ at, places }) {
  const events = places.flatMap((place) => place.shown);
  const event = leading(events);
  const name = places.length > 1 ? `${places[0].name} +${places.length - 1}` : places[0].name;
  const on = isOn(events) ? " on" : "";
  const pin = make("span", { class: `pin ${classesOf(event)}${on}` }, sign(event.group, event.status, on ? 28 : 24));
  if (events.length > 1) pin.append(make("span", { class: "pin-count", text: events.length }));
  const open = on && events.length > 1 && events.length <= 24 ? spreadRadius(events) + 4 : 0;
  const width = Math.min(170, name.length * 6.6 + 8);
  const right = [at.x + 13 + open, at.y - 8, at.x + 14 + open + width, at.y + 9];
  const left = [at.x - 14 - open - width, at.y - 8, at.x - 13 - open, at.y + 9];
  const spot = [right, left].find((box) => !map.taken.some((other) => overlaps(box, other)));
  if (open) map.taken.push([at.x - open - 8, at.y - open - 8, at.x + open + 8, at.y + open + 8]);
  if (spot || on) {
    map.taken.push(spot || right);
    pin.append(make("span", { class: `pin-name${spot === left ? " left" : ""}`, dir: "auto", text: shortened(name, 60), style: { margin: `0 ${open}px` } }));
  }
  const position = [places[0].lat, places[0].lon];
  const wide = places.length > 1 && map.leaflet.getZoom() < 11;
  addMarker(position, pin, events, `${name}: ${counted(events)}`, () => (wide && !on ? zoomInto(places) : cycle(events)));
  if (open) spread(position, events, open - 4);
}

const counted = (events) => (events.length === 1 ? events[0].title : `${events.length} events`);

function zoomInto(places) {
  map.leaflet.flyToBounds(L.latLngBounds(places.map((place) => [place.lat, place.lon])).pad(0.4), { maxZoom: 12, duration: 0.6 });
}

// The events of one place around it, once one of them is selected.
const spreadRadius = (events) => Math.max(34, (events.length * 22) / (2 * Math.PI));

function spread(position, events, radius) {
  const centre = map.leaflet.latLngToLayerPoint(position);
  events.forEach((event, i) => {
    const angle = -Math.PI / 2 + (i * 2 * Math.PI) / events.length;
    const point = L.point(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle));
    const geo = map.leaflet.layerPointToLatLng(point);
    L.polyline([position, geo], { className: "spoke", interactive: false }).addTo(map.layers);
    const leaf = make("span", { class: `leaf ${classesOf(event)}${event === state.selected ? " on" : ""}` }, sign(event.group, event.status, 18));
    addMarker(geo, leaf, [event], event.title, () => select(event, "map"), 600);
  });
}

function cycle(events) {
  const at = events.indexOf(state.selected);
  select(events[(at + 1) % events.length], "map");
}

function addMarker(position, element, events, label, act, zIndexOffset = 0) {
  const icon = L.divIcon({ html: element, className: "mark-icon", iconSize: [0, 0] });
  const marker = L.marker(position, { icon, keyboard: true, riseOnHover: true, zIndexOffset: zIndexOffset + (isOn(events) ? 500 : 0) }).addTo(map.layers);
  const root = marker.getElement();
  label = shortened(label, 200);
  root.setAttribute("aria-label", label);
  root.dataset.ids = events.map((event) => event.id).join(" ");
  root.title = label;
  marker.on("click", (e) => { L.DomEvent.stopPropagation(e); act(); });
  marker.on("keypress", (e) => { if (e.originalEvent.key === "Enter") act(); });
  marker.on("mouseover", () => hover(leading(events)));
  marker.on("mouseout", () => hover(null));
  note(events, element);
}

function note(events, element) {
  for (const event of events) {
    if (!map.marks.has(event)) map.marks.set(event, []);
    map.marks.get(event).push(element);
  }
}

function markMap() {
  for (const [event, elements] of map.marks) for (const element of elements) if (element) element.classList.remove("hovered");
  for (const element of map.marks.get(state.hover) || []) if (element) element.classList.add("hovered");
}

function roomAround() {
  const card = byId("card");
  const wide = map.leaflet.getSize().x > 700;
  const right = !card.hidden && wide ? card.offsetWidth + 30 : 30;
  const bottom = !card.hidden && !wide ? 30 : 40;
  return { paddingTopLeft: [50, 50], paddingBottomRight: [right + 60, bottom] };
}

function boundsOf(event) {
  const place = event.place;
  const bounds = L.latLngBounds([[place.lat, place.lon]]);
  if (event.origin) bounds.extend([event.origin.latitude, unwrapped(event.origin.longitude)]);
  if (!place.pin) bounds.extend(L.latLng(place.lat, place.lon).toBounds(Math.max(10, place.radius) * 2000));
  return bounds;
}

// The map goes where the event is: not at all if it is in sight, closer if it stands among others.
function follow(event) {
  if (!event.mapped) return;
  const leaflet = map.leaflet;
  const bounds = boundsOf(event);
  const room = roomAround();
  const inner = L.bounds(L.point(room.paddingTopLeft).divideBy(2), leaflet.getSize().subtract(L.point(room.paddingBottomRight).subtract([30, 0])));
  const seen = [bounds.getSouthWest(), bounds.getNorthEast()].every((corner) => inner.contains(leaflet.latLngToContainerPoint(corner)));
  const closer = zoomApart(event);
  if (seen && !closer) return;
  const zoom = Math.min(10, leaflet.getZoom() + closer);
  const options = { ...room, maxZoom: closer || seen ? zoom : Math.max(4, Math.min(zoom, 7)) };
  if (motion() === "smooth") leaflet.flyToBounds(bounds, { ...options, duration: 0.9 });
  else leaflet.fitBounds(bounds, { ...options, animate: false });
}

// How many zooms until the event's pin stands clear of those of other places.
function zoomApart(event) {
  const place = event.place;
  if (!place.pin) return 0;
  const at = map.leaflet.latLngToLayerPoint([place.lat, place.lon]);
  const others = map.places.filter((one) => one !== place && one.pin && one.events.some(drawn));
  const distances = others.map((one) => at.distanceTo(map.leaflet.latLngToLayerPoint([one.lat, one.lon])));
  const nearest = Math.min(Infinity, ...distances.filter((distance) => distance > 0.05));
  return nearest < 20 ? Math.ceil(Math.log2(24 / nearest)) : 0;
}

function fitAll(animate) {
  const points = map.places.filter((place) => place.events.some(drawn)).flatMap((place) => place.events.filter(drawn).map(boundsOf));
  const leaflet = map.leaflet;
  if (!points.length) return leaflet.setView([20, 0], 2);
  const bounds = points.reduce((all, one) => all.extend(one), L.latLngBounds(points[0].getSouthWest(), points[0].getNorthEast()));
  return leaflet.fitBounds(bounds, { ...roomAround(), maxZoom: 8, animate });
}
