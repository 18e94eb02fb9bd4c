// The list: events in order under three headings, and which of them is selected. A long list keeps in the document only what is in sight.

const ROWS = new Map();
const HEADINGS = new Map();
const LONG = 2000, ROW_HEIGHT = 88, HEAD_HEIGHT = 36;
const long = { list: null, parts: [], count: 0 };

function sectionsOf(events) {
  const mapped = [], unplaced = [], statements = [];
  for (const event of events) (event.statement ? statements : event.mapped ? mapped : unplaced).push(event);
  return [["mapped", mapped], ["unplaced", unplaced], ["statements", statements]].filter((section) => section[1].length);
}

function buildList() {
  const root = byId("list");
  if (EVENTS.length > LONG) buildLongList(root);
  else for (const [name, events] of sectionsOf(EVENTS)) root.append(section(name, events));
  root.append(make("p", { id: "nothing", class: "nothing", hidden: true, text: "No event passes these filters." }));
  views.push(long.list ? showLongList : showList);
}

const partWords = (shown, all) => (shown === all ? NUMBERS.format(all) : filledIn(STRINGS.map.shownOf, { shown, all }));

function section(name, events) {
  const items = make("ol", { class: "events", id: `events-${name}` });
  events.forEach((event, i) => {
    const entry = { item: make("li", { hidden: true }), button: null, newDate: !i || event.when !== events[i - 1].when };
    ROWS.set(event, entry);
    items.append(entry.item);
  });
  const count = make("span", { class: "count" });
  HEADINGS.set(name, { count, events });
  return make("section", { class: "part", "aria-labelledby": `heading-${name}` }, heading(name, count, items.id), items);
}

function heading(name, count, controls = null) {
  if (name !== "statements") return make("h2", { id: `heading-${name}` }, STRINGS.sections[name], count);
  const fold = make("button", { type: "button", class: "fold", "aria-expanded": String(state.statements), "aria-controls": controls, id: "fold-statements",
    onclick: () => { state.statements = !state.statements; changed("filter"); } }, STRINGS.sections[name], count);
  return make("h2", { id: `heading-${name}` }, fold);
}

// The event's {item, button}; made when first shown.
function row(event) {
  if (long.list) return { button: longRow(event) };
  const entry = ROWS.get(event);
  if (entry.button) return entry;
  entry.button = rowButton(event, entry.newDate);
  entry.item.append(entry.button);
  return entry;
}

function rowButton(event, newDate) {
  const place = placeWords(event);
  return make("button", { type: "button", class: `row status-${event.status}`, "data-id": event.id,
    onclick: () => select(event === state.selected ? null : event, "list"),
    onmouseenter: () => hover(event), onmouseleave: () => hover(null), onfocus: () => hover(event), onblur: () => hover(null) },
    make("span", { class: "row-sign" }, sign(event.group, event.status, 18)),
    make("span", { class: "row-body" },
      make("span", { class: `row-when${newDate ? "" : " same"}`, text: event.when }),
      make("span", { class: "row-title", dir: "auto", text: shortened(event.title, 300) }),
      place || event.status === "denied" ? make("span", { class: "row-where" },
        event.status === "denied" ? make("em", { text: STRINGS.status.denied + (place ? " · " : "") }) : null,
        make("bdi", { text: shortened(place, 160) })) : null),
    make("span", { class: "row-order", title: "Position in the order", text: event.order }));
}

function showList(what) {
  if (what === "filter" || what === "start" || what === "select") {
    for (const [event, { item }] of ROWS) {
      const show = visible.has(event) && (!event.statement || state.statements);
      if (show) row(event);
      if (item.hidden === show) item.hidden = !show;
    }
    for (const [name, { count, events }] of HEADINGS) {
      const shown = events.filter((event) => visible.has(event)).length;
      count.textContent = partWords(shown, events.length);
      if (name !== "statements") continue;
      byId("fold-statements").setAttribute("aria-expanded", String(state.statements));
    }
    byId("nothing").hidden = visible.size > 0;
  }
  if (what === "select") {
    for (const [event, { button }] of ROWS) if (button) markSelected(button, event);
    if (state.selected && state.from !== "list") reveal(ROWS.get(state.selected).item);
  }
  if (what === "hover") for (const [event, { button }] of ROWS) if (button) button.classList.toggle("hovered", event === state.hover);
}

function markSelected(button, event) {
  const on = event === state.selected;
  button.classList.toggle("selected", on);
  if (on) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
}

function reveal(item) {
  const box = byId("list");
  const top = item.offsetTop - box.offsetTop, bottom = top + item.offsetHeight;
  if (box.scrollHeight <= box.clientHeight) return;
  if (top < box.scrollTop + 40 || bottom > box.scrollTop + box.clientHeight) box.scrollTo({ top: top - box.clientHeight / 3, behavior: motion() });
}

function buildLongList(root) {
  long.list = virtualList(root, "Events in order");
  for (const [name, events] of sectionsOf(EVENTS)) HEADINGS.set(name, { all: events.length, shown: new Uint32Array(events.length), count: 0 });
}

// Each part is its heading and, unless folded, its rows; `first` is the heading's place among all entries, `top` its height.
function longContent() {
  let first = 0, top = 0;
  partVisible();
  long.parts = [...HEADINGS].map(([name, { all, shown, count }]) => {
    const rows = shown.subarray(0, name === "statements" && !state.statements ? 0 : count);
    const part = { name, rows, first, top, count: partWords(count, all) };
    first += rows.length + 1;
    top += HEAD_HEIGHT + rows.length * ROW_HEIGHT;
    return part;
  });
  const last = long.parts[long.parts.length - 1];
  return {
    count: first,
    top: (i) => (i >= first ? top : topIn(long.parts.findLast((part) => part.first <= i), i)),
    at: (y) => entryIn(long.parts.findLast((part) => part.top <= y) || (y < 0 ? long.parts[0] : last), y),
    make: (i) => madeIn(long.parts.findLast((part) => part.first <= i), i),
  };
}

// The indexes of the visible events, parted by heading.
function partVisible() {
  const { flags } = visible, { section } = columns;
  const parts = ["mapped", "unplaced", "statements"].map((name) => Object.assign(HEADINGS.get(name) || {}, { count: 0 }));
  for (let i = 0; i < flags.length; i += 1) {
    if (flags[i] !== 1) continue;
    const part = parts[section[i]];
    part.shown[part.count++] = i;
  }
}

const topIn = (part, i) => part.top + (i === part.first ? 0 : HEAD_HEIGHT + (i - part.first - 1) * ROW_HEIGHT);
const entryIn = (part, y) => part.first + (y < part.top + HEAD_HEIGHT ? 0 : Math.min(part.rows.length, 1 + Math.floor((y - part.top - HEAD_HEIGHT) / ROW_HEIGHT)));

function madeIn(part, i) {
  if (i > part.first) return longItem(i - part.first - 1, part.rows);
  return make("div", { class: "part", role: "listitem" }, heading(part.name, make("span", { class: "count", text: part.count })));
}

const eventAt = (i) => {
  const part = long.parts.findLast((one) => one.first <= i);
  return i > part.first ? EVENTS[part.rows[i - part.first - 1]] : null;
};

function entryOf(event) {
  for (const { rows, first } of long.parts) {
    let low = 0, high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle] < event.index) low = middle + 1;
      else high = middle;
    }
    if (rows[low] === event.index) return first + 1 + low;
  }
  return -1;
}

function longItem(i, shown) {
  const event = EVENTS[shown[i]];
  const button = rowButton(event, !i || event.when !== EVENTS[shown[i - 1]].when);
  markSelected(button, event);
  return make("div", { role: "listitem", "aria-setsize": shown.length, "aria-posinset": i + 1 }, button);
}

// The row of an event of a long list, scrolled to.
function longRow(event) {
  const at = entryOf(event);
  return at < 0 ? byId("list") : long.list.reveal(at).firstChild;
}

function showLongList(what) {
  const unfolded = what === "select" && state.selected && visible.has(state.selected) && entryOf(state.selected) < 0;
  if (what === "filter" || what === "start" || unfolded) {
    long.list.set(longContent());
    byId("nothing").hidden = visible.size > 0;
  }
  const each = (act) => {
    for (const [i, element] of long.list.shown) if (eventAt(i)) act(element.firstChild, eventAt(i));
  };
  if (what === "select") {
    each(markSelected);
    if (state.selected && state.from !== "list" && entryOf(state.selected) >= 0) long.list.reveal(entryOf(state.selected));
  }
  if (what === "hover") each((button, event) => button.classList.toggle("hovered", event === state.hover));
}

const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
