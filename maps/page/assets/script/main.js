// Put together.

function keys(e) {
  if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === "Escape") return escape();
  if (e.target.closest("input, select, textarea, summary, [role=slider], .leaflet-container")) return;
  if (e.key === "/") {
    e.preventDefault();
    byId("search").focus();
  } else if (e.key === "t") showTable(!state.table);
  else if (state.table) return;
  else if (e.key === "ArrowDown" || e.key === "ArrowRight" || e.key === "j") act(e, 1);
  else if (e.key === "ArrowUp" || e.key === "ArrowLeft" || e.key === "k") act(e, -1);
}

// The innermost of what is open is closed: a menu, the card, the table.
function escape() {
  const menus = [...document.querySelectorAll("details[open]")];
  const inside = menus.find((menu) => menu.contains(document.activeElement));
  for (const menu of menus) menu.open = false;
  if (inside) inside.querySelector("summary").focus();
  else if (state.selected) closeCard();
  else if (state.table) showTable(false);
  play(false);
}

function act(e, by) {
  e.preventDefault();
  const inList = document.activeElement.classList.contains("row");
  step(by);
  if (inList && state.selected) focusRow(state.selected);
}

async function start() {
  const unpacking = openBasemap();
  unpacking.catch(() => {});
  showEmbedded();
  await openEvents();
  openState();
  buildHead();
  buildFilters();
  buildList();
  buildCard();
  buildTable();
  buildAxis();
  buildPlaying();
  buildMap();
  buildKey();
  buildTake();
  buildTiles();
  buildPrint();
  document.addEventListener("keydown", keys);
  changed("filter");
  changed("start");
  try {
    await unpacking;
    redrawBase();
    changed("start");
  } catch {
    announce(say("noBasemap"));
  }
  buildLink();
  document.documentElement.dataset.ready = "true";
  openTexts();
  await document.fonts.ready;
  map.names.draw();
}

start();
