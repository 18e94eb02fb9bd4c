// Areas: the outline of a country or region, the circle of what has none; their names stand on the edge, never in the middle.

// Shapes that are on the map already stay there, in the order of their places: only what comes, goes or looks different is touched.
function drawAreas(places) {
  for (const place of places) {
    const outline = outlineOf(place.id, place.country, place.granularity);
    if (place.shape && (!outline || place.shape.lines)) continue;
    if (place.shape) takeOff(place);
    place.shape = outline ? outlineShape(place, outline) : circleShape(place);
  }
  for (const place of map.areas) if (!places.includes(place)) takeOff(place);
  map.areas = places;
  for (const place of places) drawArea(place);
}

const partsOf = ({ fill, lines }) => [fill, ...(lines || [])];

function takeOff(place) {
  for (const part of partsOf(place.shape)) part.remove();
}

function drawArea(place) {
  const event = place.lead, look = `${classesOf(event)}${isAt(place) ? " on" : ""}`;
  const { fill, lines, ends } = place.shape;
  dress(fill, `${lines ? "area-fill" : "area-circle"} ${look}`);
  for (const line of lines || []) {
    dress(line, `area-line ${look}`);
    note(place.count <= 50 ? place.shown : [event], line.getElement());
  }
  map.tags.push({ place, event, ends, on: isAt(place) ? " on" : "" });
}

function dress(part, look) {
  const before = part.options.className.split(" ").filter(Boolean);
  part.options.className = look;
  if (!map.leaflet.hasLayer(part)) return part.addTo(map.leaflet);
  part.getElement().classList.remove(...before, "hovered");
  part.getElement().classList.add(...look.split(" "));
  return part.bringToFront();
}

// The shapes of a place, made once: only their look changes.
function outlineShape(place, outline) {
  const rings = outlineRings(outline, place.lon);
  const fill = L.polygon(rings.map((ring) => [ring]), { className: "", stroke: false, fillRule: "nonzero", smoothFactor: 1.2 });
  const lines = rings.flatMap(withoutSeam).map((line) => L.polyline(line, { className: "", interactive: false, smoothFactor: 1.2 }));
  return { fill: pointed(fill, place), lines, ends: extremes(rings.reduce((a, b) => (b.length > a.length ? b : a))) };
}

function circleShape(place) {
  const { lat, lon } = place;
  const up = Math.max(1, place.radius) / 111.2, across = up / Math.max(0.1, Math.cos((lat * Math.PI) / 180));
  const ends = [[Math.min(84, lat + up), lon], [lat - up, lon], [lat, lon + across], [lat, lon - across]];
  return { fill: pointed(L.circle([lat, lon], { className: "", radius: Math.max(1, place.radius) * 1000 }), place), lines: null, ends };
}

const pointed = (layer, place) => layer.on("click", (e) => { L.DomEvent.stopPropagation(e); cycle(place.shown); })
  .on("mouseover", () => hover(leading(place.shown))).on("mouseout", () => hover(null));

// Northernmost, southernmost, easternmost and westernmost points.
function extremes(ring) {
  const most = (better) => ring.reduce((a, b) => (better(b, a) ? b : a));
  return [most((b, a) => b[0] > a[0]), most((b, a) => b[0] < a[0]), most((b, a) => b[1] > a[1]), most((b, a) => b[1] < a[1])];
}

// An area's name stands on its edge, only where nothing else stands.
function placeTag({ place, event, ends, on }) {
  const name = shortened(place.name, 40);
  const words = place.count > 1 ? `${name} · ${place.count}` : name;
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
  L.circle([place.lat, place.lon], { radius: place.radius * 1000, interactive: false, className: `radius ${classesOf(place.lead)}${isAt(place) ? " on" : ""}` }).addTo(map.layers);
}
