// Places gathered by a grid that halves with every zoom, so that many become few where they are close and part on zooming in.

const CELL = 64, NEAR = 46;

// Clusters {x, y in pixels of the zoomed world, places, count, groups} of the places inside `view` (pixels of the same world).
function gridClusters(places, zoom, view) {
  const world = 256 * 2 ** zoom;
  const cells = new Map();
  for (const place of places) {
    const x = place.x * world, y = place.y * world;
    if (x < view.min.x || x > view.max.x || y < view.min.y || y > view.max.y) continue;
    const key = Math.floor(x / CELL) * 4194304 + Math.floor(y / CELL);
    let cell = cells.get(key);
    if (!cell) cells.set(key, (cell = { x: 0, y: 0, count: 0, places: [], column: Math.floor(x / CELL), row: Math.floor(y / CELL) }));
    const weight = place.count;
    cell.x += x * weight;
    cell.y += y * weight;
    cell.count += weight;
    cell.places.push(place);
  }
  for (const cell of cells.values()) {
    cell.x /= cell.count;
    cell.y /= cell.count;
  }
  return merged([...cells.values()]);
}

// Cells whose middles nearly touch across the grid's lines become one.
function merged(cells) {
  const kept = new Map();
  const key = (column, row) => column * 4194304 + row;
  for (const cell of cells.sort((a, b) => b.count - a.count || a.x - b.x || a.y - b.y)) {
    let into = null;
    for (let i = -1; i <= 1 && !into; i += 1) {
      for (let j = -1; j <= 1 && !into; j += 1) {
        const other = kept.get(key(cell.column + i, cell.row + j));
        if (other && Math.hypot(other.x - cell.x, other.y - cell.y) < NEAR) into = other;
      }
    }
    if (into) {
      into.count += cell.count;
      for (const place of cell.places) into.places.push(place);
    } else kept.set(key(cell.column, cell.row), cell);
  }
  return [...kept.values()];
}

// How many of a cluster's events belong to each group, most first.
function groupShares(cluster) {
  const counts = new Uint32Array(GROUP_NAMES.length);
  for (const place of cluster.places) for (let i = 0; i < counts.length; i += 1) counts[i] += place.groups[i];
  return GROUP_NAMES.map((group, i) => [group, counts[i]]).filter((share) => share[1]).sort((a, b) => b[1] - a[1]);
}

const clusterRadius = (cluster) => (cluster.places.length === 1 && cluster.count === 1 ? 8 : Math.min(26, 10 + 2.6 * Math.log2(1 + cluster.count / 4)));
