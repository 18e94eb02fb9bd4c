// Pins as elements, for as many as can be told apart; those that would cover one another stand as one with their number.

function drawPins(places) {
  const clusters = clustered(places);
  map.taken.push(...clusters.map(({ at }) => [at.x - 12, at.y - 12, at.x + 12, at.y + 12]));
  const rank = ({ places: members }) => Math.max(...members.map(weightOf));
  for (const cluster of clusters.sort((a, b) => rank(b) - rank(a))) drawCluster(cluster);
}

const weightOf = (place) => (isAt(place) ? 2 : place.lead.salience);

function clustered(places) {
  const reach = 20;
  const cells = new Map();
  const clusters = [];
  for (const place of [...places].sort((a, b) => weightOf(b) - weightOf(a))) {
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
  const bounds = L.latLngBounds(places.map((place) => [place.lat, place.lon])).pad(0.4);
  if (motion() === "smooth") map.leaflet.flyToBounds(bounds, { maxZoom: 12, duration: 0.6 });
  else map.leaflet.fitBounds(bounds, { maxZoom: 12, animate: false });
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
  root.dataset.ids = events.slice(0, 500).map((event) => event.id).join(" ");
  root.title = label;
  marker.on("click", (e) => { L.DomEvent.stopPropagation(e); act(); });
  marker.on("keypress", (e) => { if (e.originalEvent.key === "Enter") act(); });
  marker.on("mouseover", () => hover(leading(events)));
  marker.on("mouseout", () => hover(null));
  note(events, element);
}
