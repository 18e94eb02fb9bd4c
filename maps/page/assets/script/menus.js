// The menus of the filters: values with the number of events that each would show; made when opened, since an archive has many.

const MENUS = ["types", "actors", "places", "statuses", "sources", "confidence"];
const MOST_VALUES = 200;

function buildMenus() {
  for (const name of MENUS) if (hasSeveral(name)) byId("menus").append(menuOf(name));
  document.addEventListener("click", (e) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(e.target)) menu.open = false;
  });
  views.push((what) => {
    if (what !== "filter" && what !== "start") return;
    for (const menu of byId("menus").children) {
      const size = state[menu.dataset.facet].size;
      menu.querySelector(".picked").textContent = size ? String(size) : "";
      if (menu.open) showCounts(menu);
    }
  });
}

// Whether a facet has two values or more, found without reading all.
function hasSeveral(name) {
  let first = null;
  return EVENTS.some((event) => FACETS[name](event).some((value) => {
    if (value && first === null) first = value;
    return value && value !== first;
  }));
}

function menuOf(name) {
  const items = make("div", { class: "menu-items" });
  const menu = make("details", { class: "menu", "data-facet": name, ontoggle: () => { if (menu.open) openMenu(menu, items, name); } },
    make("summary", {}, say(name === "sources" ? "sourcesFacet" : name), make("span", { class: "picked" })), items);
  return menu;
}

function openMenu(menu, items, name) {
  const values = facetValues(name);
  const found = make("div", { class: "menu-values" });
  const field = make("input", { type: "search", class: "menu-search", placeholder: say("among"), "aria-label": say("among"), autocomplete: "off",
    oninput: () => fillMenu(found, name, field.value) });
  items.replaceChildren(...(values.length > 12 ? [field] : []), found);
  fillMenu(found, name, "");
}

function fillMenu(box, name, sought) {
  const words = folded(sought.trim());
  const values = facetValues(name).filter(([value]) => !words || folded(facetWords(name, value)).includes(words));
  const picked = values.filter(([value]) => state[name].has(value));
  const shown = [...picked, ...values.filter(([value]) => !state[name].has(value))].slice(0, MOST_VALUES);
  box.replaceChildren(...shown.map(([value, count]) => make("label", { "data-value": value },
    make("input", { type: "checkbox", onchange: () => toggle(name, value) }), make("bdi", { class: "menu-name", text: shortened(facetWords(name, value), 90) }),
    make("span", { class: "count", text: NUMBERS.format(count) }))));
  if (values.length > shown.length) box.append(make("p", { class: "menu-more", text: say("moreValues", { n: values.length - shown.length }) }));
  for (const label of box.querySelectorAll("label")) label.firstChild.checked = state[name].has(label.dataset.value);
}

function showCounts(menu) {
  const name = menu.dataset.facet;
  for (const label of menu.querySelectorAll("label")) {
    label.firstChild.checked = state[name].has(label.dataset.value);
    label.lastChild.textContent = NUMBERS.format(facetCount(name, label.dataset.value));
  }
}

function facetWords(name, value) {
  if (name === "types") return typeWords(value);
  const own = { statuses: STRINGS.status, confidence: STRINGS.confidence, groups: STRINGS.groups }[name];
  return (own && own[value]) || value;
}

const typeWords = (type) => STRINGS.types[type] || (type ? type[0].toUpperCase() + type.slice(1) : say("event"));
