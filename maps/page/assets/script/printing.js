// Printed, the page is its map and then a table of the events shown, dark on light; the map is drawn anew for the paper.

const printed = { view: null };

function buildPrint() {
  viewOnScreen();
  window.map_page.on("moveend", viewOnScreen);
  window.addEventListener("beforeprint", toPaper);
  window.addEventListener("afterprint", fromPaper);
}

// Some browsers lay the page out for paper before they say so: the view is that of the screen.
function viewOnScreen() {
  if (!matchMedia("print").matches) printed.view = window.map_page.getBounds();
}

function toPaper() {
  viewOnScreen();
  document.documentElement.classList.add("printing");
  const events = tabled();
  const list = make("section", { id: "print-list" }, tableOf(events.slice(0, MOST_PRINTED), (event) => make("span", { dir: "auto", text: shortened(event.title, 2000) })));
  if (events.length > MOST_PRINTED) list.append(make("p", { text: say("of", { n: MOST_PRINTED, all: events.length }) }));
  document.body.append(list);
  redrawFor(printed.view);
}

function fromPaper() {
  document.documentElement.classList.remove("printing");
  byId("print-list").remove();
  redrawFor(printed.view);
}

function redrawFor(bounds) {
  window.map_page.invalidateSize({ pan: false, animate: false });
  window.map_page.fitBounds(bounds, { animate: false });
  redrawBase();
  changed("paper");
}
