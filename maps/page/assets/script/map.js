// The map: pins only for points, outlines or circles for areas, curved arrows for journeys; one canvas where there are very many.

const map = { leaflet: null, layers: null, base: null, names: null, crowd: null, marks: new Map(), cut: -180, places: [], areas: [], taken: [], tags: [] };
const MOST_PINS = 150, MOST_AREAS = 14;

function buildMap() {
  const leaflet = window.map_page;
  map.leaflet = leaflet;
  leaflet.attributionControl.setPrefix(false).addAttribution(`${EVENTS.some((event) => event.dated && event.end < 7000) ? "Borders of today · " : ""}Natural Earth · GeoNames`);
  L.control.scale({ position: "bottomleft", maxWidth: 120 }).addTo(leaflet);
  L.control.zoom({ position: "topleft" }).addTo(leaflet);
  leaflet.setMinZoom(0);
  map.cut = widestGap(longitudesOf(EVENTS));
  map.places = placesOf(EVENTS);
  map.base = basemapLayer();
  map.edge = edgeLayer().addTo(leaflet);
  map.names = labelLayer().addTo(leaflet);
  map.layers = L.layerGroup().addTo(leaflet);
  map.crowd = crowdLayer().addTo(leaflet);
  leaflet.on("moveend", () => {
    if (map.fitted && !map.measuring && (map.zoomed !== leaflet.getZoom() || map.crowded)) drawMap();
  });
  leaflet.on("click", (e) => {
    if (!map.crowd.press(e.layerPoint) && state.selected) select(null);
  });
  new ResizeObserver(() => leaflet.invalidateSize({ pan: false })).observe(leaflet.getContainer());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redrawBase);
  byId("fit").addEventListener("click", () => fitAll(true));
  views.push(showMap);
}

function showMap(what) {
  if (what === "filter" && !map.fitted) {
    map.leaflet.invalidateSize({ pan: false });
    fitAll(false);
    map.fitted = true;
  }
  else if (what === "filter" && map.crowded) measureMap();
  if (what === "hover") {
    markMap();
    if (map.crowded) map.crowd.paint();
  }
  else if (what === "play") dimLater();
  else if (what === "filter" || what === "select" || (what === "start" && BASEMAP && !map.outlined)) drawMap();
  if (what === "select" && state.selected && state.from !== "map") follow(state.selected);
}

// A bar that comes or goes with a filter makes the map lower or higher: seen to before it is drawn, lest it be drawn twice.
function measureMap() {
  map.measuring = true;
  map.leaflet.invalidateSize({ pan: false });
  map.measuring = false;
}

function drawMap() {
  const { leaflet } = map;
  map.zoomed = leaflet.getZoom();
  map.outlined = Boolean(BASEMAP);
  map.layers.clearLayers();
  map.marks.clear();
  map.tags = [];
  map.taken = [];
  const places = shownPlaces();
  const areas = places.filter((place) => !place.pin), pins = places.filter((place) => place.pin);
  drawAreas(drawnAreas(areas));
  const near = apart(pins);
  for (const place of near) drawRadius(place);
  drawJourneys();
  map.taken.push(...map.crowd.boxes());
  drawPins(near);
  map.tags.forEach(placeTag);
  map.names.draw();
  dimLater();
  markMap();
}

// While the story plays, what is still to come stands back.
function dimLater() {
  const later = new Map();
  for (const [event, elements] of map.marks) for (const element of elements) later.set(element, (later.get(element) ?? true) && isLater(event));
  for (const [element, all] of later) element.classList.toggle("later", all);
}

// The areas with most events, and that of the selected event.
function drawnAreas(areas) {
  if (areas.length <= MOST_AREAS) return areas;
  const [first] = areas.filter(isAt);
  const most = [...areas].sort((a, b) => b.count - a.count).slice(0, MOST_AREAS);
  return first && !most.includes(first) ? [...most, first] : most;
}

// The pins that are drawn as elements: all, or those in sight, or where that are too many only the selected event's; the canvas has the others.
function apart(pins) {
  map.crowded = pins.length > MOST_PINS;
  let near = pins;
  if (map.crowded) {
    const sight = map.leaflet.getBounds().pad(0.2);
    const [west, south, east, north] = sight.toBBoxString().split(",").map(Number);
    near = pins.filter(({ lat, lon }) => lat >= south && lat <= north && lon >= west && lon <= east);
    if (near.length > MOST_PINS) near = near.filter(isAt);
  }
  const chosen = new Set(near);
  map.crowd.show(near.length === pins.length ? [] : pins.filter((place) => !chosen.has(place)));
  return near;
}

// The basemap's first drawing, over when every tile in sight is there.
function drawBase() {
  const { base } = map;
  base.options.sliced = true;
  const over = new Promise((done) => base.once("load", done));
  redrawBase();
  return (base.isLoading() ? over : Promise.resolve()).then(() => { base.options.sliced = false; });
}

// Leaflet's own redraw() forgets to round a fractional zoom and then wraps tiles wrongly, so the layer is put back new.
function redrawBase() {
  map.base.remove();
  if (BASEMAP) map.base.addTo(map.leaflet);
  map.names.draw();
  map.crowd.paint();
}

const leading = (events) => (events.includes(state.selected) ? state.selected : events.reduce((best, event) => (event.salience > best.salience ? event : best)));
const classesOf = (event) => `group-${event.group} status-${event.status}`;
const isAt = (place) => Boolean(state.selected) && state.selected.place === place && drawn(state.selected);
const isOn = (events) => Boolean(state.selected) && events.includes(state.selected);

function note(events, element) {
  if (!element) return;
  for (const event of events) {
    if (!map.marks.has(event)) map.marks.set(event, []);
    map.marks.get(event).push(element);
  }
}

function markMap() {
  for (const element of map.hovered || []) element.classList.remove("hovered");
  map.hovered = map.marks.get(state.hover) || [];
  for (const element of map.hovered) element.classList.add("hovered");
}
