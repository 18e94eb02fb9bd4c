// One canvas for the pins of many places: clusters with their numbers and shares, single events with their signs.

function crowdLayer() {
  const Layer = L.Layer.extend({
    onAdd(leaflet) {
      const pane = leaflet.getPane("crowd") || leaflet.createPane("crowd");
      pane.style.zIndex = 450;
      pane.style.pointerEvents = "none";
      this.canvas = L.DomUtil.create("canvas", "crowd", pane);
      this.clusters = [];
      this.hovered = null;
      leaflet.on("mousemove", (e) => this.point(e.layerPoint));
      leaflet.on("mouseout", () => this.point(null));
    },
    getEvents() {
      return { zoomstart: () => (this.canvas.style.opacity = 0) };
    },
    show(places) {
      this.places = places;
      this.hovered = null;
      const leaflet = this._map;
      const size = leaflet.getSize(), margin = size.multiplyBy(0.2).round();
      this.corner = leaflet.containerPointToLayerPoint(margin.multiplyBy(-1));
      this.full = size.add(margin.multiplyBy(2));
      const least = leaflet.getPixelOrigin().add(this.corner);
      this.least = least;
      this.clusters = places.length ? gridClusters(places, leaflet.getZoom(), L.bounds(least, least.add(this.full))) : [];
      for (const cluster of this.clusters) cluster.shares = groupShares(cluster);
      this.paint();
    },
    paint() {
      const ratio = Math.min(2, window.devicePixelRatio || 1);
      const { canvas, full } = this;
      canvas.hidden = !this.clusters.length;
      if (canvas.hidden) return;
      if (canvas.width !== Math.round(full.x * ratio)) canvas.width = Math.round(full.x * ratio);
      if (canvas.height !== Math.round(full.y * ratio)) canvas.height = Math.round(full.y * ratio);
      canvas.style.width = `${full.x}px`;
      canvas.style.height = `${full.y}px`;
      L.DomUtil.setPosition(canvas, this.corner);
      canvas.style.opacity = 1;
      const context = canvas.getContext("2d");
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, full.x, full.y);
      const colours = crowdColours();
      const marked = this.hovered || this.clusterOf(state.hover);
      for (const cluster of [...this.clusters].reverse()) paintCluster(context, cluster, cluster.x - this.least.x, cluster.y - this.least.y, colours, cluster === marked);
    },
    // What the clusters cover, in pixels of the layer.
    boxes() {
      return this.clusters.map((cluster) => {
        const x = cluster.x - this.least.x + this.corner.x, y = cluster.y - this.least.y + this.corner.y, r = clusterRadius(cluster);
        return [x - r, y - r, x + r, y + r];
      });
    },
    clusterOf(event) {
      return event && event.place ? this.clusters.find((cluster) => cluster.places.includes(event.place)) : null;
    },
    at(point) {
      const x = point.x - this.corner.x + this.least.x, y = point.y - this.corner.y + this.least.y;
      return this.clusters.find((cluster) => Math.hypot(cluster.x - x, cluster.y - y) < clusterRadius(cluster) + 3) || null;
    },
    point(at) {
      if (!this.clusters.length && !this.hovered) return;
      const found = at && this.at(at);
      if (found === this.hovered) return;
      this.hovered = found;
      const container = this._map.getContainer();
      container.style.cursor = found ? "pointer" : "";
      container.title = found ? crowdWords(found) : "";
      this.paint();
      hover(found ? clusterLead(found) : null);
    },
    // Whether the click was for a cluster: it is zoomed into, or its events selected one after the other.
    press(at) {
      const found = this.at(at);
      if (!found) return false;
      if (found.places.length > 1 && this._map.getZoom() < this._map.getMaxZoom()) zoomInto(found.places);
      else cycle(found.places.flatMap((place) => place.shown));
      return true;
    },
  });
  return new Layer();
}

const clusterLead = (cluster) => cluster.places.reduce((best, place) => (place.lead.salience > best.salience ? place.lead : best), cluster.places[0].lead);

function crowdWords(cluster) {
  const [first] = cluster.places;
  const where = cluster.places.length > 1 ? `${cluster.places.length} places` : first.name;
  return shortened(cluster.count === 1 ? `${first.name}: ${first.lead.title}` : `${where}: ${cluster.count} events`, 200);
}

function crowdColours() {
  const style = getComputedStyle(document.documentElement);
  const names = ["panel", "ink", "paper", ...Object.keys(STRINGS.groups)];
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

function paintCluster(context, cluster, x, y, colours, marked) {
  const r = clusterRadius(cluster);
  if (cluster.count === 1) return paintSign(context, cluster.places[0].lead, x, y, colours, marked);
  context.beginPath();
  context.arc(x, y, r, 0, 2 * Math.PI);
  context.fillStyle = colours.panel;
  context.fill();
  let from = -Math.PI / 2;
  for (const [group, count] of cluster.shares) {
    const to = from + (count / cluster.count) * 2 * Math.PI;
    context.beginPath();
    context.arc(x, y, r - 1.5, from, to);
    context.lineWidth = 4;
    context.strokeStyle = colours[group];
    context.stroke();
    from = to;
  }
  context.beginPath();
  context.arc(x, y, r + 1, 0, 2 * Math.PI);
  context.lineWidth = marked ? 2.5 : 0.8;
  context.strokeStyle = colours.ink;
  context.stroke();
  context.fillStyle = colours.ink;
  context.font = `600 ${r > 17 ? 11.5 : 10.5}px 'Libre Franklin', sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(shortNumber(cluster.count), x, y + 0.5);
}

function paintSign(context, event, x, y, colours, marked) {
  const path = new Path2D(signPath(event.group, marked ? 9.5 : 7));
  const hollow = event.status === "planned" || event.status === "possible";
  context.save();
  context.translate(x, y);
  context.fillStyle = hollow ? colours.panel : colours[event.group];
  context.strokeStyle = hollow ? colours[event.group] : colours.panel;
  context.lineWidth = hollow ? 2 : 1;
  context.setLineDash(event.status === "possible" ? [2.4, 1.7] : []);
  context.fill(path);
  context.stroke(path);
  if (event.status === "denied") {
    context.strokeStyle = colours.ink;
    context.lineWidth = 1.8;
    context.setLineDash([]);
    context.stroke(new Path2D("M-9 9L9 -9"));
  }
  context.restore();
}

const shortNumber = (count) => (count < 1000 ? String(count) : count < 9950 ? `${Math.round(count / 100) / 10}k` : `${Math.round(count / 1000)}k`);
