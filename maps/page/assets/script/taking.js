// Taking it away: tables, GeoJSON, a picture, links; all, what is shown, or what is selected.

const taken = { scope: "shown" };

function buildTake() {
  const scopes = { all: "takeAll", shown: "takeShown", selected: "takeSelected" };
  const choices = Object.entries(scopes).map(([scope, words]) => make("label", {},
    make("input", { type: "radio", name: "scope", value: scope, checked: scope === taken.scope, onchange: () => (taken.scope = scope) }),
    make("span", { class: "menu-name", text: say(words) }), make("span", { class: "count", id: `scope-${scope}` })));
  const button = (id, words, act) => make("button", { type: "button", class: "button", id, text: say(words), onclick: act });
  byId("take-items").append(
    make("fieldset", {}, make("legend", { text: say("scope") }), ...choices),
    make("div", { class: "take-buttons" }, button("take-csv", "csv", () => save("csv", csvOf)), button("take-geojson", "geojson", () => save("geojson", geojsonOf)),
      button("take-png", "png", savePicture)),
    make("div", { class: "take-buttons" }, button("copy-link", "copyLink", () => copyText(linkHere(false))), button("copy-embed", "copyEmbed", () => copyText(embedCode()))));
  byId("take").addEventListener("toggle", countScopes);
  views.push((what) => { if (["filter", "select", "start"].includes(what)) countScopes(); });
}

function countScopes() {
  if (!byId("take").open) return;
  byId("scope-all").textContent = NUMBERS.format(EVENTS.length);
  byId("scope-shown").textContent = NUMBERS.format(visible.size);
  byId("scope-selected").textContent = state.selected ? "1" : "0";
  const selected = byId("take-items").querySelector('[value="selected"]');
  selected.disabled = !state.selected;
  if (!state.selected && taken.scope === "selected") {
    taken.scope = "shown";
    byId("take-items").querySelector('[value="shown"]').checked = true;
  }
}

async function save(kind, textOf_) {
  const all = await allFeatures();
  const wanted = { all: () => true, shown: (event) => visible.has(event), selected: (event) => event === state.selected }[taken.scope];
  const text = textOf_(all.filter((feature, i) => wanted(EVENTS[i])));
  const type = kind === "csv" ? "text/csv;charset=utf-8" : "application/geo+json";
  saveFile(new Blob([text], { type }), `${fileName()}.${kind}`);
}

// Letters and digits of the title; nothing that a file system takes for more.
function fileName() {
  const name = shortened(META.title, 60).replace(/[^\p{L}\p{N}\p{M}]+/gu, "-").replace(/^-+|-+$/g, "").toLowerCase();
  return `${name || "timeline"}-events`;
}

function saveFile(blob, name, words = "saved") {
  const url = URL.createObjectURL(blob);
  const anchor = make("a", { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  announceShown(say(words, { name }));
}

const geojsonOf = (features) => `${JSON.stringify({ type: "FeatureCollection", features }, null, 1)}\n`;

function linkHere(embed) {
  const text = fragment(embed);
  return location.href.replace(/#.*$/, "") + (text ? `#${text}` : "");
}

function embedCode() {
  const frame = make("iframe", { src: linkHere(true), title: META.title, width: "100%", height: "520", style: { border: "0" }, loading: "lazy" });
  return frame.outerHTML;
}
