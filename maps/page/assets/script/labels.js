// Names of the basemap, written over the tiles at the map's own zoom, where no pin or its name stands.

const LABEL_STYLE = {
  country: { font: "600 11px 'Libre Franklin', sans-serif", spacing: "1.5px", upper: true },
  sea: { font: "italic 400 13px 'Source Serif', serif", spacing: "0.6px" },
  capital: { font: "600 11.5px 'Libre Franklin', sans-serif", spacing: "0px", dot: true },
  city: { font: "400 11px 'Libre Franklin', sans-serif", spacing: "0px", dot: true },
};

// A sea in several parts bears its name once where they lie close.
const SAME_NAME = 260;

function labelLayer() {
  const Layer = L.Layer.extend({
    onAdd(leaflet) {
      const pane = leaflet.getPane("names") || leaflet.createPane("names");
      pane.style.zIndex = 350;
      pane.style.pointerEvents = "none";
      this.canvas = L.DomUtil.create("canvas", "names", pane);
    },
    getEvents() {
      return { zoomstart: () => (this.canvas.style.opacity = 0), moveend: this.draw, resize: this.draw };
    },
    draw() {
      if (!BASEMAP || map.measuring) return;
      const leaflet = this._map;
      const size = leaflet.getSize();
      const margin = size.multiplyBy(0.3).round();
      const full = size.add(margin.multiplyBy(2));
      const corner = leaflet.containerPointToLayerPoint(margin.multiplyBy(-1));
      const ratio = Math.min(2, window.devicePixelRatio || 1);
      this.canvas.width = full.x * ratio;
      this.canvas.height = full.y * ratio;
      this.canvas.style.width = `${full.x}px`;
      this.canvas.style.height = `${full.y}px`;
      L.DomUtil.setPosition(this.canvas, corner);
      const context = this.canvas.getContext("2d");
      context.scale(ratio, ratio);
      drawLabels(context, leaflet.getZoom(), leaflet.getPixelOrigin().add(corner), full, corner);
      this.canvas.style.opacity = 1;
    },
  });
  return new Layer();
}

function drawLabels(context, zoom, origin, full, corner) {
  const world = 256 * 2 ** zoom;
  const colours = basemapColours();
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3;
  const written = new Map();
  for (const label of BASEMAP.labels) {
    if (label.zoom > zoom + 0.01 || (label.kind === "country" && zoom > label.zoom + 4)) continue;
    const y = label.y * world - origin.y;
    if (y < -20 || y > full.y + 20) continue;
    const first = label.x * world - origin.x;
    for (let x = first - Math.floor((first + 80) / world) * world; x < full.x + 80; x += world) {
      const near = written.get(label.name);
      if (near && Math.hypot(near.x - x, near.y - y) < SAME_NAME) continue;
      written.set(label.name, { x, y });
      writeLabel(context, label, x, y, colours, corner);
    }
  }
}

function writeLabel(context, label, x, y, colours, corner) {
  const style = LABEL_STYLE[label.kind];
  const name = style.upper ? label.name.toUpperCase() : label.name.replace(/\s+/g, " ");
  const half = name.length * (style.upper ? 4.8 : 3.2) + 2;
  const top = style.dot ? y - 16 : y - 7;
  const box = [x - half + corner.x, top + corner.y, x + half + corner.x, y + 7 + corner.y];
  if (map.taken.some((other) => overlaps(box, other))) return;
  context.font = style.font;
  context.letterSpacing = style.spacing;
  context.strokeStyle = label.kind === "sea" ? colours.sea : colours.halo;
  context.fillStyle = label.kind === "sea" ? colours["sea-text"] : colours.text;
  context.strokeText(name, x, style.dot ? y - 9 : y);
  context.fillText(name, x, style.dot ? y - 9 : y);
  if (!style.dot) return;
  context.beginPath();
  context.arc(x, y, label.kind === "capital" ? 2.4 : 1.7, 0, 2 * Math.PI);
  context.fill();
}

const overlaps = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
