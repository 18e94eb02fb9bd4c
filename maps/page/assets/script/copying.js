// What a reader takes from one event: a citation, its coordinates, other maps; and copying, which browsers allow in several ways or not at all.

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return announceShown(say("copied"));
  } catch {
    return copyOldWay(text) ? announceShown(say("copied")) : showText(text);
  }
}

function copyOldWay(text) {
  const before = document.activeElement;
  const area = make("textarea", { class: "quiet", "aria-hidden": "true" });
  area.value = text;
  document.body.append(area);
  area.select();
  let copied;
  try {
    copied = document.execCommand("copy");
  } catch {
    copied = false;
  }
  area.remove();
  if (before) before.focus({ preventScroll: true });
  return copied;
}

// Where copying is not allowed the text is put up selected.
function showText(text) {
  const area = make("textarea", { readonly: true, rows: 4, dir: "auto" });
  area.value = text;
  const box = make("dialog", { class: "by-hand", "aria-label": say("copyByHand") }, make("p", { text: say("copyByHand") }), area,
    make("button", { type: "button", class: "button", onclick: () => box.close(), text: say("close") }));
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  area.select();
}

// Said to all: shown for a moment, and to screen readers.
function announceShown(words) {
  announce(words);
  for (const old of document.querySelectorAll(".toast")) old.remove();
  const toast = make("p", { class: "toast", "aria-hidden": "true", text: words });
  document.body.append(toast);
  setTimeout(() => toast.remove(), 4000);
}

// The sentence with its source, and where on this page it stands.
function citation(event) {
  const sourced = event.sources.map((source) => [source.title, source.published ? publishedWords(source) : "", webAddress(source.url)].filter(Boolean).join(", "));
  const quote = quoteOf(event);
  const said = [quote ? `“${quote}”` : event.title, sourced.length ? `(${sourced.join("; ")})` : ""].filter(Boolean).join(" ");
  return `${said} ${say("asMapped", { page: META.title, n: String(event.order) })}`;
}

const coordinates = (event) => `${event.lat.toFixed(5)}, ${event.lon.toFixed(5)}`;

// Programs and sites that show a point; nothing is asked of them until a reader follows the link.
function otherMaps(event) {
  const lat = event.lat.toFixed(5), lon = event.lon.toFixed(5);
  const zoom = Math.max(3, Math.min(16, Math.round(15 - Math.log2(Math.max(1, Number(event.p.radius_km) || 1)))));
  return [
    [say("geo"), `geo:${lat},${lon}?z=${zoom}`],
    ["OpenStreetMap", `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=${zoom}/${lat}/${lon}`],
    ["Google Maps", `https://www.google.com/maps/search/?api=1&query=${lat}%2C${lon}`],
    ["Apple Maps", `https://maps.apple.com/?ll=${lat},${lon}&z=${zoom}`],
    ["Bing Maps", `https://www.bing.com/maps?cp=${lat}~${lon}&lvl=${zoom}`],
    ["Copernicus Browser", `https://browser.dataspace.copernicus.eu/?zoom=${zoom}&lat=${lat}&lng=${lon}`],
  ];
}

function takeOne(event) {
  const button = (name, text) => make("button", { type: "button", class: "button", "data-act": name, onclick: () => copyText(text()), text: say(name) });
  const maps = event.mapped ? make("details", { class: "other-maps" }, make("summary", { text: say("otherMaps") }),
    make("p", { class: "note", text: say("otherMapsNote") }),
    make("ul", {}, ...otherMaps(event).map(([name, href]) => make("li", {}, make("a", { href, target: "_blank", rel: "noopener noreferrer", text: name }))))) : null;
  return make("div", { class: "take-one" }, button("copyCitation", () => citation(event)),
    event.mapped ? button("copyCoordinates", () => coordinates(event)) : null, maps);
}
