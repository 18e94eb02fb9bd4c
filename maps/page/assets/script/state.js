// What is selected, hovered and filtered; views are told when it changes.

const state = {
  selected: null,
  hover: null,
  query: "",
  groups: new Set(),
  types: new Set(),
  actors: new Set(),
  statuses: new Set(),
  sources: new Set(),
  keep: EVENTS.length,
  statements: false,
  playing: null,
};
const views = [];
const BY_SALIENCE = [...EVENTS].sort((a, b) => b.salience - a.salience || a.index - b.index);
const SALIENCE_RANK = new Map(BY_SALIENCE.map((event, rank) => [event, rank]));

const FACETS = {
  groups: (event) => [event.group],
  types: (event) => [event.type],
  statuses: (event) => [event.status],
  sources: (event) => event.sources.map((source) => source.title || source.url || ""),
  actors: (event) => [...event.actors, ...event.targets],
};

function passes(event, except = null) {
  if (SALIENCE_RANK.get(event) >= state.keep) return false;
  if (state.query && !state.query.split(/\s+/).every((word) => searchText(event).includes(word))) return false;
  return Object.entries(FACETS).every(([name, values]) => name === except || !state[name].size || values(event).some((v) => state[name].has(v)));
}

let visible = new Set(EVENTS);

function changed(what) {
  if (what === "filter") visible = new Set(EVENTS.filter((event) => passes(event)));
  for (const view of views) view(what);
}

// Statements are folded: in the list under their own heading, off the map and the axis until unfolded.
const drawn = (event) => visible.has(event) && (!event.statement || state.statements || event === state.selected);
const inOrder = () => EVENTS.filter(drawn);

function select(event, from = null) {
  if (event && event.statement) state.statements = true;
  state.selected = event;
  state.from = from;
  changed("select");
  remember();
}

function hover(event) {
  if (state.hover === event) return;
  state.hover = event;
  changed("hover");
}

function step(by) {
  const events = inOrder();
  if (!events.length) return;
  const at = events.indexOf(state.selected);
  const next = at < 0 ? (by > 0 ? 0 : events.length - 1) : Math.max(0, Math.min(events.length - 1, at + by));
  select(events[next], "step");
}

function play(on) {
  clearInterval(state.playing);
  state.playing = null;
  if (on) {
    const events = inOrder();
    if (!state.selected || state.selected === events[events.length - 1]) select(events[0] || null, "step");
    state.playing = setInterval(() => {
      const left = inOrder();
      if (left.indexOf(state.selected) >= left.length - 1) play(false);
      else step(1);
    }, 2600);
  }
  changed("play");
}

function filtering() {
  return Boolean(state.query) || state.keep < EVENTS.length || Object.keys(FACETS).some((name) => state[name].size);
}

function clearFilters() {
  state.query = "";
  state.keep = EVENTS.length;
  for (const name of Object.keys(FACETS)) state[name].clear();
  changed("filter");
}

function remember() {
  const hash = state.selected ? `#event=${encodeURIComponent(state.selected.id)}` : "#";
  if (location.hash !== hash && (state.selected || location.hash)) history.replaceState(null, "", hash);
}

function recall() {
  const match = /^#event=(.+)$/.exec(location.hash);
  if (!match) return;
  try {
    const event = EVENT_BY_ID.get(decodeURIComponent(match[1]));
    if (event) select(event, "link");
  } catch {
    // A broken link shows the page without a selection.
  }
}
