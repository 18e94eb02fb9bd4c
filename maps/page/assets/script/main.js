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

// Ready is the page that can be read, clicked and filtered; closed menus, the basemap and all quotations follow after its first frame.
async function start() {
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
  document.addEventListener("keydown", keys);
  changed("filter");
  changed("start");
  if (location.hash) await document.fonts.ready; // the letters set the map's height, and so what a linked view shows
  buildLink();
  document.documentElement.dataset.ready = "true";
  performance.mark("ready");
  await firstFrame();
  buildKey();
  buildTake();
  buildTiles();
  buildPrint();
  await showBasemap();
  openTexts();
  await document.fonts.ready;
  map.names.draw();
}

// After what is there has been shown, or a moment later where nothing is shown (a tab behind others).
const firstFrame = () => new Promise((done) => {
  requestAnimationFrame(() => setTimeout(done));
  setTimeout(done, 120);
});

// In slices, so that a click is not kept waiting; `data-basemap` then says "drawn", or "missing" where it cannot be unpacked.
async function showBasemap() {
  try {
    await openBasemap();
  } catch {
    document.documentElement.dataset.basemap = "missing";
    announce(say("noBasemap"));
    return;
  }
  changed("start");
  await firstFrame();
  await drawBase();
  document.documentElement.dataset.basemap = "drawn";
}

start();
