// Search, kinds, the slider from key events to all, and what they leave out, said and cleared.

const chips = [];

function buildFilters() {
  const search = byId("search");
  search.addEventListener("input", () => {
    state.query = search.value.trim();
    changed("filter");
  });
  buildGroups();
  buildMenus();
  buildKeep();
  byId("clear").addEventListener("click", () => {
    clearFilters();
    search.focus();
  });
  views.push(showFilters);
}

function toggle(name, value) {
  if (state[name].has(value)) state[name].delete(value);
  else state[name].add(value);
  changed("filter");
}

function buildGroups() {
  const present = new Set(EVENTS.map((event) => event.group));
  for (const [group, words] of Object.entries(STRINGS.groups)) {
    if (!present.has(group)) continue;
    const count = make("span", { class: "count" });
    const button = make("button", { type: "button", class: `chip group-${group}`, "aria-pressed": "false", onclick: () => toggle("groups", group) },
      sign(group, "happened", 16), words, count);
    chips.push({ group, count, button });
    byId("groups").append(button);
  }
}

function buildKeep() {
  const slider = byId("keep");
  const steps = EVENTS.length;
  slider.min = Math.min(steps, 3);
  slider.max = steps;
  const first = EVENTS.length ? EVENTS[0].salience : 0;
  if (steps < 4 || EVENTS.every((event) => event.salience === first)) byId("keep-box").hidden = true;
  slider.addEventListener("input", () => {
    state.keep = Number(slider.value);
    changed("filter");
  });
}

function showFilters(what) {
  if (what === "select") clearTimeout(sayLater);
  if (what !== "filter" && what !== "start") return;
  for (const { group, count, button } of chips) {
    count.textContent = NUMBERS.format(facetCount("groups", group));
    button.setAttribute("aria-pressed", String(state.groups.has(group)));
  }
  const search = byId("search");
  if (search.value.trim() !== state.query) search.value = state.query;
  byId("keep").value = state.keep;
  byId("keep-words").textContent = state.keep < EVENTS.length ? say("filterKeep", { n: state.keep }) : say("all", { n: EVENTS.length });
  byId("keep").setAttribute("aria-valuetext", byId("keep-words").textContent);
  showLeftOut();
}

let sayLater = null;

// Said once the reader pauses, so that each letter of a search does not interrupt the last.
function announceShownEvents(words) {
  clearTimeout(sayLater);
  sayLater = setTimeout(() => announce(words), 500);
}

// How many events are shown, and a button for each filter that leaves some out.
function showLeftOut() {
  const on = filtersOn();
  byId("left-out").hidden = !on.length;
  const words = visible.size ? say("shown", { n: visible.size, all: EVENTS.length }) : say("none");
  if (on.length || byId("shown").textContent) announceShownEvents(words);
  byId("shown").textContent = on.length ? words : "";
  byId("filters-on").replaceChildren(...on.map(([name, value]) => {
    const words = filterWords(name, value);
    return make("button", { type: "button", class: "chip on", "data-filter": name, "aria-label": say("drop", { name: shortened(words, 100) }),
      onclick: () => { clearFilter(name, value); (byId("filters-on").querySelector("button") || byId("search")).focus(); } },
    make("bdi", { text: shortened(words, 60) }), make("span", { "aria-hidden": "true", text: "✕" }));
  }));
}

function filterWords(name, value) {
  if (name === "query") return say("filterQuery", { value: state.query });
  if (name === "keep") return say("filterKeep", { n: state.keep });
  if (name === "days") return say("filterDays", { value: daysWords(state.since, state.until) });
  return say("filter", { facet: say(name === "sources" ? "sourcesFacet" : name), value: facetWords(name, value) });
}

// The brush's days in words; an end of the stretch may be open.
function daysWords(since, until) {
  const first = Number.isFinite(since) ? fromDayNumber(since) : null, last = Number.isFinite(until) ? fromDayNumber(Math.ceil(until) - 1) : null;
  if (first && last) return rangeWords(first, last);
  return first ? filledIn(STRINGS.dates.since, { day: dayWords(first) }) : filledIn(STRINGS.dates.by, { day: dayWords(last) });
}
