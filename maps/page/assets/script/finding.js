// Which events pass the filters, and how many would for each value of each facet: one pass over columns of numbers.

const FACETS = {
  groups: (event) => [event.group],
  types: (event) => [event.type],
  actors: (event) => (event.targets.length ? [...event.actors, ...event.targets] : event.actors),
  places: (event) => [field(event, "place") || ""],
  statuses: (event) => [event.status],
  sources: (event) => event.sources.map((source) => source.title || source.url || ""),
  confidence: (event) => [confidenceBand(event.confidence)],
};

const confidenceBand = (value) => (value === null ? "" : value >= 0.8 ? "high" : value >= 0.5 ? "medium" : "low");
const facets = {};
const ranks = { column: null };

// A facet's values, most frequent first, with the number of events that pass all other filters; read only when first asked for.
function facet(name) {
  if (!facets[name]) {
    facets[name] = readFacet(FACETS[name]);
    refilter(visible.flags);
  }
  return facets[name];
}

function readFacet(valuesOf) {
  const places = new Map(), starts = new Uint32Array(EVENTS.length + 1), ids = [];
  EVENTS.forEach((event, i) => {
    const values = valuesOf(event);
    for (const value of values.length > 1 ? new Set(values) : values) {
      if (value === "") continue;
      if (!places.has(value)) places.set(value, places.size);
      ids.push(places.get(value));
    }
    starts[i + 1] = ids.length;
  });
  const totals = new Uint32Array(places.size);
  for (const id of ids) totals[id] += 1;
  return { places, starts, ids: Uint32Array.from(ids), totals, counts: new Uint32Array(places.size), picked: null };
}

// [value, how many pass all other filters] of a facet, most frequent in the whole story first.
function facetValues(name) {
  const { places, totals, counts } = facet(name);
  return [...places].sort((a, b) => totals[b[1]] - totals[a[1]] || a[1] - b[1]).map(([value, id]) => [value, counts[id]]);
}

const facetCount = (name, value) => facet(name).counts[facet(name).places.get(value)] || 0;

function salienceRanks() {
  if (ranks.column) return ranks.column;
  const ranked = EVENTS.map((event, i) => i).sort((a, b) => EVENTS[b].salience - EVENTS[a].salience || a - b);
  ranks.column = new Uint32Array(EVENTS.length);
  ranked.forEach((i, rank) => (ranks.column[i] = rank));
  return ranks.column;
}

// Writes 1 for every event that passes, 2 for one that only its days leave out; answers how many pass.
function refilter(flags) {
  for (const name of Object.keys(FACETS)) if (state[name].size && !facets[name]) facets[name] = readFacet(FACETS[name]);
  const read = Object.entries(facets).map(([name, one]) => Object.assign(one, { picked: pickedOf(one, state[name]) }));
  for (const one of read) one.counts.fill(0);
  const active = read.filter((one) => one.picked);
  const found = matches(state.query), order = state.keep < EVENTS.length ? salienceRanks() : null;
  let passing = 0;
  for (let i = 0; i < EVENTS.length; i += 1) {
    flags[i] = 0;
    if ((found && !found[i]) || (order && order[i] >= state.keep)) continue;
    const failed = failedOf(active, i);
    if (failed === SEVERAL) continue;
    if (!withinDays(EVENTS[i])) {
      if (!failed) flags[i] = 2;
      continue;
    }
    if (failed) count(failed, i);
    else {
      for (const one of read) count(one, i);
      flags[i] = 1;
      passing += 1;
    }
  }
  return passing;
}

const SEVERAL = {};

// The one facet that leaves the event out, null where none does.
function failedOf(active, i) {
  let failed = null;
  for (const one of active) {
    if (hasPicked(one, i)) continue;
    if (failed) return SEVERAL;
    failed = one;
  }
  return failed;
}

function count({ starts, ids, counts }, i) {
  for (let k = starts[i]; k < starts[i + 1]; k += 1) counts[ids[k]] += 1;
}

function pickedOf(one, values) {
  if (!values.size) return null;
  const picked = new Uint8Array(one.totals.length);
  for (const value of values) if (one.places.has(value)) picked[one.places.get(value)] = 1;
  return picked;
}

function hasPicked(one, i) {
  for (let k = one.starts[i]; k < one.starts[i + 1]; k += 1) if (one.picked[one.ids[k]]) return true;
  return false;
}

const withinDays = (event) => state.since === null || (event.dated && event.end >= state.since && event.start < state.until);
