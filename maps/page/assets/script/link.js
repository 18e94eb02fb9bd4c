// The whole state of the page in its address, so that a view can be linked; inside a frame as well.

const LINKED = { type: "types", group: "groups", actor: "actors", place: "places", source: "sources", status: "statuses", confidence: "confidence" };
const link = { timer: null, written: null, moved: false };

function buildLink() {
  recall();
  window.addEventListener("hashchange", () => { if (location.hash !== link.written) recall(); });
  const moved = () => (link.moved = true);
  for (const act of ["pointerdown", "wheel", "keydown"]) window.map_page.getContainer().addEventListener(act, moved, { capture: true, passive: true });
  byId("fit").addEventListener("click", () => (link.moved = false));
  window.map_page.on("moveend", () => remember());
  views.push((what) => { if (what !== "hover" && what !== "details") remember(); });
  link.written = location.hash;
  remember();
}

// In a frame in an article the page is its map and its time axis; known before they are made.
const showEmbedded = () => document.documentElement.classList.toggle("embed", new URLSearchParams(location.hash.slice(1)).has("embed"));

// The part after "#" that shows what is shown now; `embed` for a frame in an article.
function fragment(embed = document.documentElement.classList.contains("embed")) {
  const parts = new URLSearchParams();
  if (state.selected) parts.append("event", state.selected.id);
  if (state.query) parts.append("q", state.query);
  for (const [name, facet] of Object.entries(LINKED)) for (const value of state[facet]) parts.append(name, value);
  if (state.keep !== startKeep()) parts.append("keep", state.keep >= EVENTS.length ? "all" : state.keep);
  if (Number.isFinite(state.since ?? NaN)) parts.append("from", isoDay(state.since));
  if (Number.isFinite(state.until ?? NaN)) parts.append("to", isoDay(state.until - 1));
  if (state.statements) parts.append("statements", "");
  if (state.table) parts.append("table", "");
  if (link.moved) parts.append("map", mapView());
  const text = parts.toString().replace(/=(?=&|$)/g, "");
  return [embed ? "embed" : "", text].filter(Boolean).join("&");
}

// Browsers refuse an address that changes many times a second.
function remember() {
  clearTimeout(link.timer);
  link.timer = setTimeout(() => {
    const text = fragment();
    byId("whole").href = linkHere(false);
    if (text === location.hash.slice(1)) return;
    link.written = text ? `#${text}` : "";
    try {
      history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
    } catch {
      // A frame without an address of its own has nothing to remember in.
    }
  }, 250);
}

function recall() {
  const text = location.hash.slice(1);
  const parts = new URLSearchParams(text);
  showEmbedded();
  state.query = (parts.get("q") || "").slice(0, 1000).toLowerCase();
  for (const [name, facet] of Object.entries(LINKED)) state[facet] = new Set(parts.getAll(name));
  state.keep = keepOf(parts.get("keep"));
  const since = dayNumber(parts.get("from")), until = dayNumber(parts.get("to"));
  state.since = since === null && until === null ? null : since ?? -Infinity;
  state.until = state.since === null ? null : (until ?? Infinity) + 1;
  state.statements = parts.has("statements");
  state.table = parts.has("table");
  if (text || link.written !== null) changed("filter");
  const event = EVENT_BY_ID.get(parts.get("event"));
  if (event || state.selected) select(event || null, "link");
  showView(parts.get("map"));
}

function keepOf(text) {
  if (text === "all") return EVENTS.length;
  const number = Number.parseInt(text, 10);
  return number > 0 ? Math.min(number, EVENTS.length) : startKeep();
}

function mapView() {
  const centre = window.map_page.getCenter();
  return [window.map_page.getZoom(), centre.lat, centre.lng].map((number) => Math.round(number * 1000) / 1000).join("/");
}

const DEEPEST = 12; // closer than this the basemap has nothing to show

function showView(text) {
  const numbers = (text || "").split("/").map(Number);
  if (numbers.length !== 3 || !numbers.every(Number.isFinite)) return;
  link.moved = true;
  window.map_page.invalidateSize({ pan: false });
  const zoom = Math.max(0, Math.min(DEEPEST, numbers[0]));
  const within = (number, edge) => Math.max(-edge, Math.min(edge, number));
  window.map_page.setView([within(numbers[1], 85.05), within(numbers[2], 540)], zoom, { animate: false });
}
