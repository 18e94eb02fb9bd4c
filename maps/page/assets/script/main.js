// Put together.

function buildHead() {
  const meta = JSON.parse(byId("dateline-meta").textContent);
  write(byId("title"), meta.title);
  write(byId("intro"), meta.intro);
  byId("intro").hidden = !meta.intro;
  const dated = EVENTS.filter((event) => event.dated);
  const titles = new Set(EVENTS.flatMap((event) => event.sources.map((source) => `${source.title}\n${source.url}`)));
  const parts = [EVENTS.length === 1 ? "1 event" : `${EVENTS.length} events`];
  if (dated.length) {
    const first = Math.min(...dated.map((event) => event.start)), last = Math.max(...dated.map((event) => event.end));
    const a = fromDayNumber(first), b = fromDayNumber(last);
    const month = (date) => `${MONTHS[date.month - 1]} ${yearWords(date.year)}`;
    if (last - first > 3000) parts.push(`${yearWords(a.year)} – ${yearWords(b.year)}`);
    else parts.push(last - first > 120 ? `${month(a)} – ${month(b)}` : rangeWords(a, b));
  }
  if (titles.size) parts.push(titles.size === 1 ? "1 source" : `${titles.size} sources`);
  byId("span").textContent = parts.join(" · ");
}

function buildKey() {
  const item = (mark, words) => make("li", {}, mark, make("span", { text: words }));
  const bar = (fade, status = "happened", tick = false) => svg("svg", { width: 40, height: 14, class: "key-bar", "aria-hidden": "true" },
    svg("g", { class: `mark group-move status-${status}` },
      svg("rect", { class: "mark-fill", x: tick ? 18 : 2, y: tick ? 0 : 2, width: tick ? 5 : 36, height: tick ? 13 : 9, rx: 1.5, mask: fade ? "url(#fade-both)" : null })));
  byId("key-groups").append(...Object.entries(STRINGS.groups).map(([group, words]) => item(sign(group, "happened", 18), words)));
  byId("key-status").append(
    item(sign("move", "happened", 18), "happened"), item(sign("move", "ongoing", 18), "still going on"), item(sign("move", "planned", 18), "planned"),
    item(sign("move", "possible", 18), "possible"), item(sign("move", "denied", 18), "did not happen"));
  byId("key-time").append(
    item(bar(false, "happened", true), "day known"), item(bar(true), "some time within these days"), item(bar(false), "from one known day to another"));
}

function keys(e) {
  if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey) return;
  const field = e.target.closest("input, select, textarea, summary, .leaflet-container");
  if (e.key === "Escape") {
    for (const menu of document.querySelectorAll("details[open]")) menu.open = false;
    play(false);
    select(null);
    return;
  }
  if (field) return;
  if (e.key === "ArrowDown" || e.key === "ArrowRight" || e.key === "j") act(e, 1);
  else if (e.key === "ArrowUp" || e.key === "ArrowLeft" || e.key === "k") act(e, -1);
  else if (e.key === "/") {
    e.preventDefault();
    byId("search").focus();
  }
}

function act(e, by) {
  e.preventDefault();
  step(by);
  if (state.selected && document.activeElement.classList.contains("row")) row(state.selected).button.focus({ preventScroll: true });
}

async function start() {
  buildHead();
  buildFilters();
  buildList();
  buildCard();
  buildAxis();
  buildMap();
  buildKey();
  document.addEventListener("keydown", keys);
  changed("filter");
  changed("start");
  await document.fonts.ready;
  try {
    await openBasemap();
    redrawBase();
    changed("start");
  } catch {
    byId("live").textContent = "This browser cannot unpack the map's background; the events are shown without it.";
  }
  recall();
  window.addEventListener("hashchange", recall);
  document.documentElement.dataset.ready = "true";
}

start();
