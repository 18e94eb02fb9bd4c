// Beyond 85 degrees Mercator's map ends: Antarctica runs on below it, the Arctic Ocean above, and where the story goes there a note says so.

function edgeLayer() {
  const Layer = L.Layer.extend({
    onAdd(leaflet) {
      const pane = leaflet.getPane("edge") || leaflet.createPane("edge");
      pane.style.zIndex = 210;
      pane.style.pointerEvents = "none";
      this.south = pane.appendChild(make("div", { class: "edge edge-south" }, make("span", { text: STRINGS.map.edgeSouth })));
      this.told = map.places.some((place) => Math.abs(place.lat) > 84);
      this.north = pane.appendChild(make("div", { class: "edge edge-north" }, make("span", { text: STRINGS.map.edgeNorth })));
    },
    getEvents() {
      return { viewreset: this.draw, moveend: this.draw, zoomstart: () => this.hide(true), resize: this.draw };
    },
    hide(on) {
      this.south.hidden = this.north.hidden = on;
    },
    draw() {
      const leaflet = this._map;
      const size = leaflet.getSize();
      const corner = leaflet.containerPointToLayerPoint([-size.x, 0]);
      const bottom = leaflet.latLngToLayerPoint([-89, 0]).y, top = leaflet.latLngToLayerPoint([89, 0]).y;
      this.hide(false);
      for (const [element, y] of [[this.south, bottom - 1], [this.north, top - 400]]) {
        element.firstChild.hidden = !this.told;
        element.style.setProperty("width", `${3 * size.x}px`);
        L.DomUtil.setPosition(element, L.point(corner.x, y));
      }
    },
  });
  return new Layer();
}
