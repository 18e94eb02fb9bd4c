// Where the map looks: all events, or where the story is now.

function roomAround() {
  const card = byId("card");
  const wide = map.leaflet.getSize().x > 700;
  const right = !card.hidden && wide ? card.offsetWidth + 30 : 30;
  const bottom = wide ? 40 : card.hidden ? 64 : 30;
  return { paddingTopLeft: [50, 50], paddingBottomRight: [right + 60, bottom] };
}

// South, west, north, east of a place with what it covers.
function extentOf(place) {
  if (place.pin) return [place.lat, place.lon, place.lat, place.lon];
  const up = Math.max(10, place.radius) / 111.2, across = up / Math.max(0.1, Math.cos((place.lat * Math.PI) / 180));
  return [place.lat - up, place.lon - across, place.lat + up, place.lon + across];
}

function covering(extents) {
  const all = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [s, w, n, e] of extents) {
    all[0] = Math.min(all[0], s);
    all[1] = Math.min(all[1], w);
    all[2] = Math.max(all[2], n);
    all[3] = Math.max(all[3], e);
  }
  return all;
}

const originExtent = (event, near) => {
  const lon = originLon(event, near);
  return [event.origin.latitude, lon, event.origin.latitude, lon];
};
const MERCATOR_EDGE = 85.05;
const boundsFrom = ([s, w, n, e]) => L.latLngBounds([[Math.max(-MERCATOR_EDGE, s), w], [Math.min(MERCATOR_EDGE, n), e]]);

function boundsOf(event) {
  const place = extentOf(event.place);
  return boundsFrom(event.origin ? covering([place, originExtent(event, event.place.lon)]) : place);
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
  const seconds = state.playing ? Math.min(0.9, pace() * 0.5) : 0.9;
  if (motion() === "smooth" && seconds > 0.3) leaflet.flyToBounds(bounds, { ...options, duration: seconds });
  else leaflet.fitBounds(bounds, { ...options, animate: false });
}

// How many zooms until the event's pin stands clear of those of other places.
function zoomApart(event) {
  const place = event.place;
  if (!place.pin) return 0;
  const world = 256 * 2 ** map.leaflet.getZoom();
  let nearest = Infinity;
  for (const one of map.places) {
    if (one === place || !one.pin || !one.lead) continue;
    const distance = Math.hypot(one.x - place.x, one.y - place.y) * world;
    if (distance > 0.05 && distance < nearest) nearest = distance;
  }
  return nearest < 20 ? Math.min(4, Math.ceil(Math.log2(24 / nearest))) : 0;
}

function fitAll(animate) {
  const extents = [];
  for (const place of shownPlaces()) extents.push(extentOf(place));
  for (const event of goingNow()) extents.push(originExtent(event, event.place.lon));
  if (!extents.length) return map.leaflet.setView([20, 0], 2);
  return map.leaflet.fitBounds(boundsFrom(covering(extents)), { ...roomAround(), maxZoom: 8, animate });
}
