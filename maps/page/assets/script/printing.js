// Printed, the page is its map and then a table of the events shown, dark on light; the map is drawn anew for the paper.

function buildPrint() {
  window.addEventListener("beforeprint", toPaper);
  window.addEventListener("afterprint", fromPaper);
}

function toPaper() {
  document.documentElement.classList.add("printing");
  const events = tabled();
  const list = make("section", { id: "print-list" }, tableOf(events.slice(0, MOST_PRINTED), (event) => make("span", { dir: "auto", text: shortened(event.title, 2000) })));
  if (events.length > MOST_PRINTED) list.append(make("p", { text: say("of", { n: MOST_PRINTED, all: events.length }) }));
  document.body.append(list);
  redrawFor(window.map_page.getBounds());
}

function fromPaper() {
  document.documentElement.classList.remove("printing");
  byId("print-list").remove();
  redrawFor(window.map_page.getBounds());
}

function redrawFor(bounds) {
  window.map_page.invalidateSize({ pan: false, animate: false });
  window.map_page.fitBounds(bounds, { animate: false });
  redrawBase();
  changed("paper");
}
