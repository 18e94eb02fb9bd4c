// What is selected, hovered and filtered; views are told when it changes.

const state = {
  selected: null,
  from: null,
  hover: null,
  query: "",
  groups: new Set(),
  types: new Set(),
  actors: new Set(),
  places: new Set(),
  statuses: new Set(),
  sources: new Set(),
  confidence: new Set(),
  since: null,
  until: null,
  keep: 0,
  statements: false,
  table: false,
  playing: null,
  speed: 1,
};
const views = [];
// flags: 1 for an event that passes all filters, 2 for one that only the days chosen on the axis leave out.
const visible = { flags: new Uint8Array(0), size: 0, has: (event) => visible.flags[event.index] === 1 };
const shownOrder = { events: [], indexes: new Uint32Array(0), key: "" };
let filterings = 0;

// Of a story of many events the key ones are shown first; of an archive all, since its map and axis gather them.
const startKeep = () => (EVENTS.length > 80 && EVENTS.length <= 2000 ? 80 : EVENTS.length);

function openState() {
  state.keep = startKeep();
  visible.flags = new Uint8Array(EVENTS.length);
  openColumns();
  views.push((what) => { if (what === "texts") openSearch(); });
  openSearch();
}

function changed(what) {
  if (what === "filter") {
    visible.size = refilter(visible.flags);
    filterings += 1;
  }
  for (const view of views) view(what);
}

// Statements are folded: in the list under their own heading, off the map and the axis until unfolded.
const drawn = (event) => visible.has(event) && (!event.statement || state.statements || event === state.selected);

// The drawn events; the same array until something changes. Their indexes lie beside it.
function inOrder() {
  const key = `${filterings} ${state.statements} ${state.selected && state.selected.statement ? state.selected.index : ""}`;
  if (shownOrder.key !== key) Object.assign(shownOrder, { key, ...drawnNow(state.selected ? state.selected.index : NOWHERE) });
  return shownOrder.events;
}

function drawnNow(selected) {
  const { flags } = visible, { statement } = columns;
  const all = new Uint32Array(EVENTS.length);
  let count = 0;
  for (let i = 0; i < all.length; i += 1) if (flags[i] === 1 && (!statement[i] || state.statements || i === selected)) all[count++] = i;
  const indexes = all.subarray(0, count);
  return { indexes, events: Array.from(indexes, (i) => EVENTS[i]) };
}

function select(event, from = null) {
  if (event && event.statement) state.statements = true;
  state.selected = event;
  state.from = from;
  changed("select");
}

function hover(event) {
  if (state.hover === event) return;
  state.hover = event;
  changed("hover");
}

// The filters that leave something out, as [facet, value]; those that are no facet's have the value null.
function filtersOn() {
  const on = [];
  if (state.query) on.push(["query", null]);
  for (const name of Object.keys(FACETS)) for (const value of state[name]) on.push([name, value]);
  if (state.since !== null) on.push(["days", null]);
  if (state.keep < EVENTS.length) on.push(["keep", null]);
  return on;
}

function clearFilter(name, value) {
  if (name === "query") state.query = "";
  else if (name === "days") state.since = state.until = null;
  else if (name === "keep") state.keep = EVENTS.length;
  else state[name].delete(value);
  changed("filter");
}

function clearFilters() {
  state.query = "";
  state.keep = EVENTS.length;
  state.since = state.until = null;
  for (const name of Object.keys(FACETS)) state[name].clear();
  changed("filter");
}
