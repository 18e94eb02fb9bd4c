// The search: all words of an event as one text in small letters without accents, made in slices while nobody waits.

const SLICE_MS = 12;
const searched = { texts: [], timer: null, query: "", found: null };

function folded(text) {
  const small = text.toLowerCase();
  return /[^\u0000-\u007f]/.test(small) ? small.normalize("NFD").replace(/\p{M}/gu, "") : small;
}

// Begins to make the texts anew; what is searched for meanwhile is made at once.
function openSearch() {
  Object.assign(searched, { texts: new Array(EVENTS.length), query: "", found: null });
  clearTimeout(searched.timer);
  let next = 0;
  const slice = () => {
    const end = performance.now() + SLICE_MS;
    while (next < EVENTS.length && performance.now() < end) textOf(EVENTS[next++]);
    if (next < EVENTS.length) searched.timer = setTimeout(slice, 30);
  };
  searched.timer = setTimeout(slice, 1500);
  if (state.query) changed("filter");
}

function textOf(event) {
  return (searched.texts[event.index] ??= folded(wordsOf(event).filter(Boolean).join("\n")));
}

function wordsOf(event) {
  const p = event.known || {};
  return [event.title, quoteOf(event), field(event, "place"), field(event, "admin1"), field(event, "country_name"), event.origin && event.origin.name,
    p.quantity, p.attributed_to, ...event.actors, ...event.targets, ...event.sources.map((source) => source.title)];
}

// Words, or several of them between quotation marks, which all must occur.
const wordsSought = (query) => Array.from(folded(query).matchAll(/["“”]([^"“”]+)["“”]?|[^\s"“”]+/g), (match) => match[1] || match[0]);

// 1 for every event that the query finds; null where there is none. A longer query is looked for only where the shorter one was found.
function matches(query) {
  const sought = wordsSought(query);
  if (!sought.length) return null;
  if (searched.query === query && searched.found) return searched.found;
  const before = searched.found && searched.query && query.startsWith(searched.query) && !/["“”]/.test(query) ? searched.found : null;
  const found = new Uint8Array(EVENTS.length);
  for (let i = 0; i < found.length; i += 1) {
    if (before && !before[i]) continue;
    const text = textOf(EVENTS[i]);
    if (sought.every((word) => text.includes(word))) found[i] = 1;
  }
  Object.assign(searched, { query, found });
  return found;
}
