// The card of the selected event: all that is known of it and why.

function buildCard() {
  views.push((what) => {
    if (what === "select") showCard(state.selected);
  });
}

function showCard(event) {
  const card = byId("card");
  card.hidden = !event;
  document.body.classList.toggle("has-card", Boolean(event));
  if (!event) {
    card.replaceChildren();
    return;
  }
  const events = inOrder();
  const at = events.indexOf(event);
  card.replaceChildren(
    make("div", { class: "card-bar" },
      make("span", { class: "card-count", text: at >= 0 ? `${at + 1} of ${events.length}` : "" }),
      make("button", { type: "button", "aria-label": "Previous event", disabled: at <= 0, onclick: () => step(-1), text: "←" }),
      make("button", { type: "button", "aria-label": "Next event", disabled: at >= events.length - 1, onclick: () => step(1), text: "→" }),
      make("button", { type: "button", "aria-label": "Close", onclick: () => { select(null); row(event).button.focus({ preventScroll: true }); }, text: "✕" })),
    make("div", { class: "card-body" }, ...cardBody(event)));
  card.scrollTop = 0;
  byId("live").textContent = `${event.when}: ${event.title}`;
}

function cardBody(event) {
  const p = event.p;
  const kind = p.type ? p.type[0].toUpperCase() + p.type.slice(1) : "Event";
  return [
    make("p", { class: `kicker group-${event.group}` }, sign(event.group, event.status, 18), `${kind} · ${STRINGS.status[event.status]}`),
    make("h2", { class: `card-title status-${event.status}`, dir: "auto", text: event.title }),
    facts(event),
    ...quotation(p.quote, p.trigger),
    sources(event),
    why(event),
    confidence(event),
  ].filter(Boolean);
}

function facts(event) {
  const p = event.p;
  const where = placeWords(event);
  const rows = [
    ["When", event.when, event.dated || !boundWords(event) ? "" : boundWords(event)],
    ["Where", where || STRINGS.unplaced, exactWords(event)],
    p.origin && p.origin.name ? ["From", p.origin.name, ""] : null,
    event.actors.length ? ["Who", event.actors.join(", "), ""] : null,
    event.targets.length ? ["Whom", event.targets.join(", "), ""] : null,
    p.quantity ? ["How many", p.quantity, ""] : null,
    p.attributed_to ? ["According to", p.attributed_to, ""] : null,
  ].filter(Boolean);
  return make("dl", { class: "facts" }, ...rows.flatMap(([name, value, note]) => [
    make("dt", { text: name }),
    make("dd", { dir: "auto" }, make("bdi", { text: value }), note ? make("span", { class: "note", text: note }) : null)]));
}

function boundWords(event) {
  const after = event.after ? `after “${event.after.title}”` : "";
  const before = event.before ? `before “${event.before.title}”` : "";
  return [after, before].filter(Boolean).join(", ") + (after || before ? ", in the order told" : "");
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
    const name = source.title || source.url || "Source";
    const day = dayNumber(source.published);
    return make("li", { dir: "auto" },
      url ? make("a", { href: url, target: "_blank", rel: "noopener noreferrer", text: name }) : make("bdi", { text: name }),
      source.published ? make("span", { class: "note", text: `published ${day === null ? source.published : dayWords(fromDayNumber(day))}` }) : null,
      source.quote ? make("q", { dir: "auto", text: source.quote }) : null);
  });
  if (!items.length) return null;
  return make("section", { class: "sources" }, make("h3", { text: items.length > 1 ? `${items.length} sources` : "Source" }), make("ul", {}, ...items));
}

function why(event) {
  const reasons = event.p.reasons || {};
  const names = { date: "Why this date", place: "Why this place", origin: "Why this origin", status: "Why this status", actors: "Why these people", order: "Why this position" };
  const rows = Object.entries(names).filter(([key]) => reasons[key]);
  if (!rows.length) return null;
  return make("section", { class: "why" }, make("h3", { text: "How we know" }),
    make("dl", {}, ...rows.flatMap(([key, name]) => [make("dt", { text: name }), make("dd", { dir: "auto", text: reasons[key] })])));
}

function confidence(event) {
  if (event.confidence === null) return null;
  const percent = Math.round(event.confidence * 100);
  return make("p", { class: "confidence" }, "Confidence ",
    make("span", { class: "meter", "aria-hidden": "true" }, make("span", { style: { width: `${percent}%` } })), `${percent}%`);
}
