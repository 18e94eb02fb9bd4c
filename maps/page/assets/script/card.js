// The card of the selected event: all that is known of it and why.

function buildCard() {
  views.push((what) => {
    if (what === "select") showCard(state.selected);
    if (what === "details" && state.selected) fillCard(state.selected);
    if (what === "filter" && state.selected) byId("card").querySelector(".card-count").textContent = countWords(state.selected);
  });
}

function showCard(event) {
  const card = byId("card");
  card.hidden = !event;
  document.body.classList.toggle("has-card", Boolean(event));
  if (!event) return card.replaceChildren();
  fillCard(event);
  card.scrollTop = 0;
  announce(`${event.when}: ${event.title}`);
  return details(event);
}

// What a screen reader says; long titles are cut, since nothing can stop it on its way.
const announce = (words) => (byId("live").textContent = shortened(words, 300));

function fillCard(event) {
  const focused = document.activeElement && document.activeElement.closest("#card") ? document.activeElement.dataset.act : null;
  const at = inOrder().indexOf(event);
  const button = (act, label, sign_, disabled, onclick) => make("button", { type: "button", "data-act": act, "aria-label": label, title: label, disabled, onclick, text: sign_ });
  byId("card").replaceChildren(
    make("div", { class: "card-bar" },
      make("span", { class: "card-count", text: countWords(event) }),
      button("previous", say("previous"), "←", at === 0, () => step(-1)),
      button("next", say("next"), "→", at === inOrder().length - 1, () => step(1)),
      button("close", say("close"), "✕", false, closeCard)),
    make("div", { class: "card-body" }, ...cardBody(event)));
  const again = focused && byId("card").querySelector(`[data-act="${focused}"]`);
  if (again) (again.disabled ? byId("card").querySelector('[data-act="close"]') : again).focus({ preventScroll: true });
}

function countWords(event) {
  const at = inOrder().indexOf(event);
  return at < 0 ? "" : say("of", { n: at + 1, all: inOrder().length });
}

function closeCard() {
  const event = state.selected;
  select(null);
  if (event && visible.has(event)) focusRow(event);
}

const focusRow = (event) => row(event).button.focus({ preventScroll: true });

function cardBody(event) {
  return [
    make("p", { class: `kicker group-${event.group}` }, sign(event.group, event.status, 18), make("bdi", { text: `${shortened(typeWords(event.type), 60)} · ${STRINGS.status[event.status]}` })),
    make("h2", { class: `card-title status-${event.status}`, dir: "auto", text: event.title }),
    facts(event),
    ...quotation(quoteOf(event), event.p.trigger),
    sources(event),
    why(event),
    confidence(event),
    takeOne(event),
  ].filter(Boolean);
}

function facts(event) {
  const p = event.p;
  const rows = [
    ["when", event.when, event.dated ? weekday(event) : boundWords(event)],
    ["where", placeWords(event) || STRINGS.unplaced, [exactWords(event), event.mapped && isOld(event) ? say("oldBorders") : ""].filter(Boolean).join(" · ")],
    p.origin && p.origin.name ? ["from", p.origin.name, ""] : null,
    event.actors.length ? ["who", event.actors.join(", "), ""] : null,
    event.targets.length ? ["whom", event.targets.join(", "), ""] : null,
    p.quantity ? ["quantity", p.quantity, ""] : null,
    p.attributed_to ? ["attributed", p.attributed_to, ""] : null,
  ].filter(Boolean);
  return make("dl", { class: "facts" }, ...rows.flatMap(([name, value, note]) => [
    make("dt", { text: say(name) }),
    make("dd", { dir: "auto", "data-fact": name }, make("bdi", { text: value }), note ? make("span", { class: "note", text: note }) : null)]));
}

// The day of the week of an event whose day is known: reports say "on Thursday".
function weekday(event) {
  const { year } = fromDayNumber(event.start);
  if (event.start !== event.end || !isTick(event) || year < 1583 || year > 9999) return "";
  return WEEKDAYS.format(new Date(event.start * 86_400_000));
}

function boundWords(event) {
  const bounds = [["after", event.after], ["before", event.before]].filter(([, other]) => other).map(([name, other]) => say(name, { title: shortened(other.title, 120) }));
  return bounds.length ? say("inOrder", { bounds: bounds.join(", ") }) : "";
}

// Offsets of the trigger count code points, as everywhere in Dateline.
function quotation(quote, trigger) {
  if (!quote) return [];
  const block = make("blockquote", { dir: "auto" });
  const points = trigger ? Array.from(quote.slice(0, 20000)) : [];
  if (Array.isArray(trigger) && trigger[0] >= 0 && trigger[0] < trigger[1] && trigger[1] <= points.length) {
    const piece = (name, text) => make(name, { text });
    block.append(piece("span", points.slice(0, trigger[0]).join("")), piece("mark", points.slice(trigger[0], trigger[1]).join("")));
    block.append(piece("span", points.slice(trigger[1]).join("") + quote.slice(20000)));
  } else write(block, quote);
  return [block];
}

function sources(event) {
  const items = event.sources.map((source) => {
    const url = webAddress(source.url);
    const name = source.title || source.url || say("source");
    return make("li", { dir: "auto" },
      url ? make("a", { href: url, target: "_blank", rel: "noopener noreferrer", text: name }) : make("bdi", { text: name }),
      make("span", { class: "note", text: source.published ? say("published", { day: publishedWords(source) }) : say("unpublished") }),
      source.quote ? make("q", { dir: "auto", text: source.quote }) : null);
  });
  if (!items.length) return null;
  return make("section", { class: "sources" }, make("h3", { text: items.length > 1 ? say("manySources", { n: items.length }) : say("source") }), make("ul", {}, ...items));
}

function publishedWords(source) {
  const day = dayNumber(source.published);
  return day === null ? shortened(String(source.published), 60) : dayWords(fromDayNumber(day));
}

function why(event) {
  const reasons = event.p.reasons || {};
  const rows = Object.entries(STRINGS.words.why).filter(([key]) => reasons[key]);
  if (!rows.length) return null;
  return make("section", { class: "why" }, make("h3", { text: say("how") }),
    make("dl", {}, ...rows.flatMap(([key, name]) => [make("dt", { text: name }), make("dd", { dir: "auto", "data-why": key, text: reasons[key] })])));
}

function confidence(event) {
  if (event.confidence === null) return null;
  const percent = Math.round(event.confidence * 100);
  return make("p", { class: "confidence" }, make("span", { class: "meter", "aria-hidden": "true" }, make("span", { style: { width: `${percent}%` } })),
    say("sure", { n: percent }));
}
