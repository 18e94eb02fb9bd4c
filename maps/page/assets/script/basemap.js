// The embedded basemap: unpacked, kept in Mercator units (0 to 1 around the world), drawn tile by tile on canvas.

let BASEMAP = null;

async function openBasemap() {
  const topology = await unpacked(await written("dateline-basemap"));
  await new Promise((done) => setTimeout(done));
  BASEMAP = unpackBasemap(topology);
}

const mercatorX = (lon) => (lon + 180) / 360;
function mercatorY(lat) {
  const s = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI);
}

// Arcs stay as they are packed until one is drawn; only their boxes are worked out for all.
function unpackBasemap(topology) {
  const { scale, translate } = topology.transform;
  const heights = new Float64Array(Math.ceil(180 / scale[1]) + 2).fill(NaN);
  const heightOf = (y) => {
    if (Number.isNaN(heights[y])) heights[y] = mercatorY(y * scale[1] + translate[1]);
    return heights[y];
  };
  const widthOf = (x) => mercatorX(x * scale[0] + translate[0]);
  const opened = new Array(topology.arcs.length);
  const arcAt = (number) => (opened[number] ??= openedArc(topology.arcs[number], widthOf, heightOf));
  const ends = new Float64Array(4 * opened.length);
  const boxes = topology.arcs.map((arc, number) => packedBox(arc, widthOf, heightOf, ends, number));
  const lines = (object) => object.arcs.map(([arc]) => ({ rings: [[arc]], box: boxes[arc < 0 ? ~arc : arc] }));
  const shapes = (object) => object.arcs.map((ring) => ({ rings: [ring], box: unionBox(ring.map((arc) => boxes[arc < 0 ? ~arc : arc])) }));
  const objects = topology.objects;
  const byZoom = (collection, split) => collection.geometries.map((g) => ({ z: g.properties.z, parts: split(g) }));
  return {
    arcAt,
    arcCount: opened.length,
    boxes,
    ends,
    land: shapes(objects.land),
    coast: objects.land.arcs.flat().map((arc) => ({ rings: [[arc]], box: boxes[arc < 0 ? ~arc : arc] })),
    borders: lines(objects.borders),
    internal: lines(objects.internal),
    disputed: lines(objects.disputed),
    lakes: byZoom(objects.lakes, (g) => [{ rings: g.arcs, box: unionBox(g.arcs.flat().map((arc) => boxes[arc < 0 ? ~arc : arc])) }]),
    rivers: byZoom(objects.rivers, lines),
    countries: new Map(objects.countries.geometries.map((g) => [`iso:${g.id}`, g])),
    regions: new Map(objects.regions.geometries.map((g) => [g.id, g])),
    labels: topology.labels.map(([name, lon, lat, zoom, kind]) => ({ name, x: mercatorX(lon), y: mercatorY(lat), zoom, kind })),
  };
}

function openedArc(arc, widthOf, heightOf) {
  const xy = new Float64Array(arc.length * 2);
  let x = 0, y = 0;
  for (let i = 0; i < arc.length; i += 1) {
    x += arc[i][0];
    y += arc[i][1];
    xy[2 * i] = widthOf(x);
    xy[2 * i + 1] = heightOf(y);
  }
  return xy;
}

function packedBox(arc, widthOf, heightOf, ends, number) {
  let x = 0, y = 0, left = Infinity, right = -Infinity, low = Infinity, high = -Infinity;
  for (const [dx, dy] of arc) {
    x += dx;
    y += dy;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < low) low = y;
    if (y > high) high = y;
  }
  ends.set([widthOf(arc[0][0]), heightOf(arc[0][1]), widthOf(x), heightOf(y)], 4 * number);
  return [widthOf(left), heightOf(high), widthOf(right), heightOf(low)];
}

function unionBox(boxes) {
  return boxes.reduce(
    (all, box) => [Math.min(all[0], box[0]), Math.min(all[1], box[1]), Math.max(all[2], box[2]), Math.max(all[3], box[3])],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}

const touches = (a, b) => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
const outlineOf = (placeId, country, granularity) => {
  if (!BASEMAP) return null;
  const found = BASEMAP.regions.get(placeId) || BASEMAP.countries.get(placeId);
  if (found || granularity !== "country" || !country) return found || null;
  return BASEMAP.countries.get(`iso:${country}`) || null;
};

// Rings of an outline as [lat, lon] lists, each ring moved to the side of the antimeridian where the event stands.
function outlineRings(geometry, nearLon) {
  return geometry.arcs.map((ring) => {
    const points = [];
    for (const reference of ring) {
      const xy = BASEMAP.arcAt(reference < 0 ? ~reference : reference);
      const n = xy.length / 2;
      for (let i = points.length ? 1 : 0; i < n; i += 1) {
        const at = reference < 0 ? n - 1 - i : i;
        points.push([unmercatorY(xy[2 * at + 1]), xy[2 * at] * 360 - 180]);
      }
    }
    const middle = points.reduce((sum, point) => sum + point[1], 0) / points.length;
    const shift = Math.round((nearLon - middle) / 360) * 360;
    return points.map(([lat, lon]) => [lat, lon + shift]);
  });
}

const unmercatorY = (y) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

function pen(context, z, tile, size) {
  const world = size * 2 ** z;
  const ox = tile.x * size, oy = tile.y * size;
  return (parts, view, close) => {
    let any = false;
    context.beginPath();
    for (const part of parts) {
      if (!touches(part.box, view)) continue;
      if ((part.box[2] - part.box[0]) * world < 0.35 && (part.box[3] - part.box[1]) * world < 0.35) continue;
      any = true;
      for (const ring of part.rings) trace(context, ring, world, ox, oy, view, close);
    }
    return any;
  };
}

const NEAR_PIXELS = 0.6;
const thinned = new Map();

// An arc without the points that no pixel tells apart; every tile of a zoom uses the same.
function thinArc(number, world) {
  if (!thinned.has(world)) thinned.set(world, new Array(BASEMAP.arcCount));
  const arcs = thinned.get(world);
  if (arcs[number]) return arcs[number];
  const xy = BASEMAP.arcAt(number), kept = [xy[0], xy[1]];
  let px = xy[0] * world, py = xy[1] * world;
  for (let i = 2; i < xy.length; i += 2) {
    const x = xy[i] * world, y = xy[i + 1] * world;
    if (i < xy.length - 2 && Math.abs(x - px) < NEAR_PIXELS && Math.abs(y - py) < NEAR_PIXELS) continue;
    kept.push(xy[i], xy[i + 1]);
    px = x;
    py = y;
  }
  return (arcs[number] = Float64Array.from(kept));
}

// An arc that lies outside the view is a straight line to its end: nothing of it is seen, and what it encloses stays the same.
function trace(context, ring, world, ox, oy, view, close) {
  let px = NaN, first = true;
  const to = (x, y) => {
    const edge = x <= 1e-5 ? -2 : x >= 1 - 1e-5 ? 2 : 0; // land runs on a little beyond the antimeridian, so that no gap shows
    const sx = x * world - ox + (close ? edge : 0), sy = y * world - oy;
    if (first || (!close && edge && Math.abs(sx - px) < 0.01)) context.moveTo(sx, sy);
    else context.lineTo(sx, sy);
    first = false;
    px = sx;
  };
  for (const reference of ring) {
    const back = reference < 0, number = back ? ~reference : reference;
    if (!touches(BASEMAP.boxes[number], view)) {
      const from = 4 * number + (back ? 2 : 0), end = 4 * number + (back ? 0 : 2);
      if (first) to(BASEMAP.ends[from], BASEMAP.ends[from + 1]);
      to(BASEMAP.ends[end], BASEMAP.ends[end + 1]);
      continue;
    }
    const xy = thinArc(number, world);
    const n = xy.length / 2;
    for (let i = 0; i < n; i += 1) {
      const at = 2 * (back ? n - 1 - i : i);
      to(xy[at], xy[at + 1]);
    }
  }
  if (close) context.closePath();
}

function basemapColours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(`--map-${name}`).trim();
  return Object.fromEntries(["sea", "land", "coast", "border", "internal", "river", "text", "halo", "sea-text"].map((n) => [n, read(n)]));
}

function drawTile(canvas, coords, size, colours) {
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  canvas.width = canvas.height = size * ratio;
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  context.fillStyle = colours.sea;
  context.fillRect(0, 0, size, size);
  if (!BASEMAP) return;
  const z = coords.z - Math.log2(size / 256);
  const count = 2 ** z;
  const tile = { x: ((coords.x % count) + count) % count, y: coords.y };
  const margin = 4 / (size * count);
  const view = [tile.x / count - margin, tile.y / count - margin, (tile.x + 1) / count + margin, (tile.y + 1) / count + margin];
  const path = pen(context, z, tile, size);
  context.lineJoin = "round";
  if (path(BASEMAP.land, view, true)) {
    context.fillStyle = colours.land;
    context.fill("nonzero");
  }
  for (const river of BASEMAP.rivers) if (river.z <= coords.z) stroke(path(river.parts, view), context, colours.river, coords.z > 6 ? 1.1 : 0.7);
  for (const lake of BASEMAP.lakes) {
    if (lake.z > coords.z + 1 || !path(lake.parts, view, true)) continue;
    context.fillStyle = colours.sea;
    context.fill("nonzero");
    stroke(true, context, colours.coast, 0.5);
  }
  if (coords.z >= 4) stroke(path(BASEMAP.internal, view), context, colours.internal, coords.z >= 6 ? 0.9 : 0.6, coords.z >= 6 ? [5, 2, 1, 2] : [2, 2]);
  stroke(path(BASEMAP.coast, view), context, colours.coast, 0.7);
  stroke(path(BASEMAP.borders, view), context, colours.border, coords.z >= 5 ? 1.2 : 0.9);
  stroke(path(BASEMAP.disputed, view), context, colours.border, 1, [3, 3]);
}

function stroke(drawn, context, colour, width, dash = []) {
  if (!drawn) return;
  context.setLineDash(dash);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
  context.setLineDash([]);
}

function basemapLayer() {
  const Layer = L.GridLayer.extend({
    // In slices each tile is drawn in a turn of its own.
    createTile(coords, done) {
      const canvas = L.DomUtil.create("canvas", "base-tile");
      const draw = () => drawTile(canvas, coords, this.getTileSize().x, basemapColours());
      if (this.options.sliced) setTimeout(() => { draw(); done(null, canvas); });
      else {
        draw();
        requestAnimationFrame(() => done(null, canvas));
      }
      return canvas;
    },
  });
  return new Layer({ tileSize: 512, minZoom: 0, minNativeZoom: 1, maxZoom: 13, updateWhenZooming: false, keepBuffer: 1 });
}
