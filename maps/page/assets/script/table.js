// All events shown as a plain table: for readers who do without map and axis, and for print.

const TABLE_STEP = 200;
const MOST_PRINTED = 2000;
const table = { shown: TABLE_STEP };

function buildTable() {
  byId("table-button").addEventListener("click", () => showTable(!state.table));
  views.push((what) => {
    if (!["filter", "start", "table", "texts"].includes(what)) return;
    if (what !== "texts") table.shown = TABLE_STEP;
    byId("table-button").setAttribute("aria-pressed", String(state.table));
    document.body.classList.toggle("tabled", state.table);
    byId("table-panel").hidden = !state.table;
    drawTable();
  });
}

function showTable(on) {
  state.table = on;
  changed("table");
  if (on) byId("table-panel").focus({ preventScroll: true });
  else byId("table-button").focus({ preventScroll: true });
}

// Statements too: a table folds nothing away.
const tabled = () => EVENTS.filter((event) => visible.has(event));

function drawTable() {
  const panel = byId("table-panel");
  if (!state.table) return panel.replaceChildren();
  const events = tabled();
  panel.replaceChildren(tableOf(events.slice(0, table.shown), (event) => make("button", { type: "button", class: "link", "data-id": event.id, dir: "auto", text: event.title,
    onclick: () => { showTable(false); select(event, "table"); } })));
  const left = events.length - table.shown;
  if (left > 0) panel.append(make("button", { type: "button", class: "button", id: "table-more", text: say("tableMore", { n: Math.min(left, TABLE_STEP) }), onclick: moreRows }));
  return panel;
}

function moreRows() {
  const first = table.shown;
  table.shown += TABLE_STEP;
  drawTable();
  byId("table-panel").querySelectorAll("tbody .link")[first].focus();
}

function tableOf(events, titleOf) {
  const heads = ["number", "when", "title", "status", "where", "who", "quote", "source"].map((name) => make("th", { scope: "col", text: say(name) }));
  return make("table", { class: "plain" }, make("caption", { text: `${say("tableCaption")} (${say("shown", { n: visible.size, all: EVENTS.length })})` }),
    make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...events.map((event) => tableRow(event, titleOf))));
}

function tableRow(event, titleOf) {
  const cell = (text) => make("td", { dir: "auto", text: shortened(String(text || ""), 2000) });
  return make("tr", { "data-id": event.id }, cell(event.order), cell(event.when),
    make("th", { scope: "row" }, titleOf(event)), cell(STRINGS.status[event.status]), cell(placeWords(event) || STRINGS.unplaced),
    cell([...event.actors, ...event.targets].join(", ")), cell(quoteOf(event)), make("td", { dir: "auto" }, ...event.sources.flatMap(tableSource)));
}

function tableSource(source) {
  const url = webAddress(source.url), name = shortened(String(source.title || source.url || say("source")), 300);
  return [url ? make("a", { href: url, target: "_blank", rel: "noopener noreferrer", text: name }) : make("bdi", { text: name }),
    make("span", { class: "note", text: source.published ? publishedWords(source) : "" })];
}
