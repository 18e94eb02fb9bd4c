// The search. An event's own words (title, quotation) are kept in small letters without accents, made in slices while nobody waits;
// names that many events share (places, people, sources) are looked through once a word.

const SLICE_MS = 12, WAIT_MS = 1500;
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
    while (next < EVENTS.length && performance.now() < end) ownText(EVENTS[next++]);
    if (next < EVENTS.length) searched.timer = setTimeout(slice, 30);
  };
  searched.timer = setTimeout(slice, WAIT_MS);
  if (state.query) changed("filter");
}

function ownText(event) {
  const { texts } = searched;
  if (texts[event.index] === undefined) {
    const known = event.known || {};
    texts[event.index] = folded(`${event.title}\n${quoteOf(event)}\n${known.quantity || ""}\n${known.attributed_to || ""}`);
  }
  return texts[event.index];
}

// Words, or several of them between quotation marks, which all must occur.
const wordsSought = (query) => Array.from(folded(query).matchAll(/["“”]([^"“”]+)["“”]?|[^\s"“”]+/g), (match) => match[1] || match[0]);

const NAMED = ["actors", "targets", "sources", "place", "admin1", "country_name", "origin"];

// The words of a name, a list of names or a record with one.
function namesIn(value) {
  if (!value) return "";
  if (Array.isArray(value)) return value.map(namesIn).join("\n");
  return typeof value === "object" ? String(value.name || value.title || "") : String(value);
}

// For one column of an archive whether each event has the word there; each different value is looked at once.
function namedColumn(name, word) {
  const column = archive.columns && archive.columns[name];
  const has = (value) => (folded(namesIn(value)).includes(word) ? 1 : 0);
  if (!column || !column.values) return (event) => has(name in event ? event[name] : field(event, name));
  const found = Uint8Array.from(column.values, has);
  return (event) => found[column.at[event.index]];
}

function finder(word) {
  const columns = NAMED.map((name) => namedColumn(name, word));
  return (event) => {
    if (ownText(event).includes(word)) return true;
    for (const has of columns) if (has(event)) return true;
    return false;
  };
}

// 1 for every event that the query finds; null where there is none. A longer query is looked for only where the shorter one was found.
function matches(query) {
  const sought = wordsSought(query);
  if (!sought.length) return null;
  if (searched.query === query && searched.found) return searched.found;
  const before = searched.found && searched.query && query.startsWith(searched.query) && !/["“”]/.test(query) ? searched.found : null;
  const found = new Uint8Array(EVENTS.length), finders = sought.map(finder);
  for (let i = 0; i < found.length; i += 1) {
    if (before && !before[i]) continue;
    let all = 1;
    for (const finds of finders) if (!finds(EVENTS[i])) { all = 0; break; }
    found[i] = all;
  }
  Object.assign(searched, { query, found });
  return found;
}
