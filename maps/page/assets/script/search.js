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

// Marks every event that has the word in this property; of an archive's column each different value is looked at once.
function markNamed(name, word, found) {
  const column = archive.columns && archive.columns[name];
  if (!column || !column.values) {
    for (let i = 0; i < found.length; i += 1) {
      const event = EVENTS[i];
      if (!found[i] && folded(namesIn(name in event ? event[name] : field(event, name))).includes(word)) found[i] = 1;
    }
    return;
  }
  column.folded ??= column.values.map((value) => folded(namesIn(value)));
  const has = Uint8Array.from(column.folded, (text) => (text.includes(word) ? 1 : 0));
  if (has.includes(1)) for (let i = 0; i < found.length; i += 1) found[i] |= has[column.at[i]];
}

// 1 for every event, of those in `within` if that is given, that has the word.
function having(word, within) {
  const found = new Uint8Array(EVENTS.length);
  for (const name of NAMED) markNamed(name, word, found);
  for (let i = 0; i < found.length; i += 1) {
    if (within && !within[i]) found[i] = 0;
    else if (!found[i] && ownText(EVENTS[i]).includes(word)) found[i] = 1;
  }
  return found;
}

// 1 for every event that the query finds; null where there is none. A longer query is looked for only where the shorter one was found.
function matches(query) {
  const sought = wordsSought(query);
  if (!sought.length) return null;
  if (searched.query === query && searched.found) return searched.found;
  const before = searched.found && searched.query && query.startsWith(searched.query) && !/["“”]/.test(query) ? searched.found : null;
  const found = sought.reduce((within, word) => having(word, within), before);
  Object.assign(searched, { query, found });
  return found;
}
