// Search, filters with counts, the slider from key events to all, playing.

function buildFilters() {
  const search = byId("search");
  search.addEventListener("input", () => {
    state.query = search.value.trim().toLowerCase();
    changed("filter");
  });
  buildGroups();
  buildMenu("types", "Type", (value) => value[0].toUpperCase() + value.slice(1));
  buildMenu("actors", "Who", (value) => value);
  buildMenu("statuses", "Status", (value) => STRINGS.status[value]);
  buildMenu("sources", "Source", (value) => value);
  buildKeep();
  byId("clear").addEventListener("click", () => {
    search.value = "";
    clearFilters();
  });
  byId("previous").addEventListener("click", () => step(-1));
  byId("next").addEventListener("click", () => step(1));
  byId("play").addEventListener("click", () => play(!state.playing));
  document.addEventListener("click", (e) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(e.target)) menu.open = false;
  });
  views.push(showFilters);
}

function tally(name) {
  const counts = new Map();
  for (const event of EVENTS) {
    const passing = passes(event, name) ? 1 : 0;
    for (const value of new Set(FACETS[name](event))) counts.set(value, (counts.get(value) || 0) + passing);
  }
  return counts;
}

function toggle(name, value) {
  if (state[name].has(value)) state[name].delete(value);
  else state[name].add(value);
  changed("filter");
}

const facetCounts = [];

function buildGroups() {
  const box = byId("groups");
  for (const group of Object.keys(STRINGS.groups).filter((name) => EVENTS.some((event) => event.group === name))) {
    const count = make("span", { class: "count" });
    const button = make("button", { type: "button", class: `chip group-${group}`, "aria-pressed": "false", onclick: () => toggle("groups", group) },
      sign(group, "happened", 16), STRINGS.groups[group], count);
    facetCounts.push({ name: "groups", value: group, count, button });
    box.append(button);
  }
}

function buildMenu(name, title, words) {
  const totals = [...tally(name)].filter(([value]) => value).sort((a, b) => b[1] - a[1]);
  if (totals.length < 2) return;
  const items = totals.slice(0, 300).map(([value]) => {
    const box = make("input", { type: "checkbox", onchange: () => toggle(name, value) });
    const count = make("span", { class: "count" });
    facetCounts.push({ name, value, count, box });
    return make("label", {}, box, make("bdi", { class: "menu-name", text: shortened(words(value), 90) }), count);
  });
  const summary = make("summary", {}, title, make("span", { class: "picked", id: `picked-${name}` }));
  byId("menus").append(make("details", { class: "menu" }, summary, make("div", { class: "menu-items" }, ...items)));
}

function buildKeep() {
  const slider = byId("keep");
  const steps = EVENTS.length;
  slider.min = Math.min(steps, 3);
  slider.max = steps;
  if (steps < 4 || new Set(EVENTS.map((event) => event.salience)).size < 2) byId("keep-box").hidden = true;
  if (steps > 80) state.keep = 80;
  slider.value = state.keep;
  slider.addEventListener("input", () => {
    state.keep = Number(slider.value);
    changed("filter");
  });
}

function showFilters(what) {
  if (what === "play" || what === "start") {
    byId("play").setAttribute("aria-pressed", String(Boolean(state.playing)));
    byId("play").textContent = state.playing ? "❚❚ Pause" : "▶ Play";
  }
  if (what !== "filter" && what !== "start") return;
  const counts = {};
  for (const { name, value, count, button, box } of facetCounts) {
    counts[name] = counts[name] || tally(name);
    count.textContent = counts[name].get(value) || 0;
    if (button) button.setAttribute("aria-pressed", String(state[name].has(value)));
    if (box) box.checked = state[name].has(value);
  }
  for (const name of Object.keys(FACETS)) {
    const picked = byId(`picked-${name}`);
    if (picked) picked.textContent = state[name].size ? String(state[name].size) : "";
  }
  byId("keep").value = state.keep;
  byId("keep-words").textContent = state.keep < EVENTS.length ? `${state.keep} key events` : `All ${EVENTS.length}`;
  byId("keep").setAttribute("aria-valuetext", byId("keep-words").textContent);
  byId("clear").hidden = !filtering();
  byId("shown").textContent = visible.size === EVENTS.length ? "" : `${visible.size} of ${EVENTS.length} events`;
}
