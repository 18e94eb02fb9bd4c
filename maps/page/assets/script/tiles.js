// An online map over the one inside: loaded only while the reader wants it, and taken off again when it does not answer.

const tiles = { layer: null, loaded: 0, failed: 0 };
const MOST_FAILURES = 4;

function buildTiles() {
  const button = byId("online");
  if (!META.tiles) return;
  button.hidden = false;
  button.title = STRINGS.page.onlineLabel.replace("{host}", META.tiles.host);
  button.setAttribute("aria-description", button.title);
  button.addEventListener("click", () => showTiles(!tiles.layer));
}

function showTiles(on) {
  const leaflet = window.map_page;
  const credit = make("span", { text: say("tilesCredit", { credit: META.tiles.credit }) }).outerHTML;
  if (on) {
    Object.assign(tiles, { loaded: 0, failed: 0, layer: L.tileLayer(META.tiles.template, { zIndex: 2, maxZoom: 19, referrerPolicy: "strict-origin-when-cross-origin" }) });
    tiles.layer.on("tileload", () => (tiles.loaded += 1)).on("tileerror", tileFailed).addTo(leaflet);
    leaflet.attributionControl.addAttribution(credit);
  } else {
    tiles.layer.remove();
    tiles.layer = null;
    leaflet.attributionControl.removeAttribution(credit);
  }
  leaflet.getContainer().classList.toggle("online", on);
  byId("online").setAttribute("aria-pressed", String(on));
}

function tileFailed() {
  tiles.failed += 1;
  if (!tiles.layer || tiles.loaded || tiles.failed < MOST_FAILURES) return;
  showTiles(false);
  announceShown(say("tilesFailed"));
}
