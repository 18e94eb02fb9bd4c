// The list: events in order under three headings, and which of them is selected.

const ROWS = new Map();
const HEADINGS = new Map();

function buildList() {
  const root = byId("list");
  const sections = [
    ["mapped", EVENTS.filter((event) => event.mapped && !event.statement)],
    ["unplaced", EVENTS.filter((event) => !event.mapped && !event.statement)],
    ["statements", EVENTS.filter((event) => event.statement)],
  ];
  for (const [name, events] of sections) if (events.length) root.append(section(name, events));
  root.append(make("p", { id: "nothing", class: "nothing", hidden: true, text: "No event passes these filters." }));
  views.push(showList);
}

function section(name, events) {
  const items = make("ol", { class: "events", id: `events-${name}` });
  events.forEach((event, i) => {
    const entry = { item: make("li", { hidden: true }), button: null, newDate: !i || event.when !== events[i - 1].when };
    ROWS.set(event, entry);
    items.append(entry.item);
  });
  const count = make("span", { class: "count" });
  HEADINGS.set(name, { count, events });
  if (name !== "statements") {
    return make("section", { class: "part", "aria-labelledby": `heading-${name}` },
      make("h2", { id: `heading-${name}` }, STRINGS.sections[name], count), items);
  }
  const fold = make("button", { type: "button", class: "fold", "aria-expanded": "false", "aria-controls": items.id, id: "fold-statements",
    onclick: () => { state.statements = !state.statements; changed("filter"); } }, STRINGS.sections[name], count);
  return make("section", { class: "part" }, make("h2", {}, fold), items);
}

// Rows are made when they are first shown: of ten thousand events the reader starts with the key ones.
function row(event) {
  const entry = ROWS.get(event);
  if (entry.button) return entry;
  const newDate = entry.newDate;
  const place = placeWords(event);
  entry.button = make("button", { type: "button", class: `row status-${event.status}`, "data-id": event.id,
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
  entry.item.append(entry.button);
  return entry;
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
      count.textContent = shown === events.length ? String(shown) : `${shown} of ${events.length}`;
      if (name !== "statements") continue;
      byId("fold-statements").setAttribute("aria-expanded", String(state.statements));
    }
    byId("nothing").hidden = visible.size > 0;
  }
  if (what === "select") {
    for (const [event, { button }] of ROWS) {
      if (!button) continue;
      const on = event === state.selected;
      button.classList.toggle("selected", on);
      if (on) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
    if (state.selected && state.from !== "list") reveal(ROWS.get(state.selected).item);
  }
  if (what === "hover") for (const [event, { button }] of ROWS) if (button) button.classList.toggle("hovered", event === state.hover);
}

function reveal(item) {
  const box = byId("list");
  const top = item.offsetTop - box.offsetTop, bottom = top + item.offsetHeight;
  if (box.scrollHeight <= box.clientHeight) return;
  if (top < box.scrollTop + 40 || bottom > box.scrollTop + box.clientHeight) box.scrollTo({ top: top - box.clientHeight / 3, behavior: motion() });
}

const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
