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

// Whether a word occurs in an event; a name or a list of names that comes again is answered from memory.
function finder(word) {
  const answers = new Map();
  const inNames = (names) => {
    if (!names || !names.length) return false;
    let answer = answers.get(names);
    if (answer === undefined) {
      const text = typeof names === "string" ? names : names.map((name) => (typeof name === "string" ? name : name.title || "")).join("\n");
      answers.set(names, (answer = folded(text).includes(word)));
    }
    return answer;
  };
  const columns = ["place", "admin1", "country_name"];
  return (event) => ownText(event).includes(word) || inNames(event.actors) || inNames(event.targets) || inNames(event.sources)
    || columns.some((name) => inNames(field(event, name))) || Boolean(event.origin && inNames(String(event.origin.name || "")));
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
