// The brush: days chosen on the axis by dragging, by its two handles with the arrow keys, or by the button.

const brush = { root: null, ends: {}, grip: null, dragged: false, frame: 0 };

function buildBrush(box) {
  const handle = (end) => (brush.ends[end] = make("div", { class: `brush-end brush-${end}`, role: "slider", tabindex: 0, "aria-label": STRINGS.map[end], onkeydown: (e) => moveEnd(e, end) }));
  const clear = make("button", { type: "button", class: "brush-clear", "aria-label": STRINGS.map.clearDays, title: STRINGS.map.clearDays, text: "✕", onclick: () => setBrush(null) });
  brush.root = make("div", { class: "brush", hidden: true, "data-part": "move" }, handle("since"), handle("until"), clear);
  box.append(brush.root);
  byId("axis-out").before(make("button", { type: "button", class: "button", id: "axis-brush", "aria-label": STRINGS.map.chooseDays, title: STRINGS.map.chooseDays, text: "⇔", onclick: chooseSight }));
  box.addEventListener("pointerdown", (e) => startDrag(e, box));
  window.addEventListener("pointermove", (e) => drag(e, box));
  window.addEventListener("pointerup", endDrag);
  window.addEventListener("pointercancel", endDrag);
}

const beyondBrush = () => (state.since === null ? [] : EVENTS.filter((event) => event.dated && visible.flags[event.index] === 2));

function setBrush(since, until = null) {
  state.since = since === null ? null : Math.floor(since);
  state.until = since === null ? null : Math.max(state.since + 1, Math.ceil(until));
  cancelAnimationFrame(brush.frame);
  brush.frame = requestAnimationFrame(() => changed("filter"));
}

// The days chosen, [first, the one after the last]; where the page's address leaves an end open, that of the axis.
function brushDays() {
  if (state.since === null) return [0, 1];
  const first = axis.pieces[0], last = axis.pieces[axis.pieces.length - 1];
  return [Math.max(state.since, Math.floor(first.t0)), Math.min(state.until, Math.ceil(last.t1) + 1)];
}

// The middle of what the axis shows, to be moved from there.
function chooseSight() {
  const width = axisWidth();
  if (!axis.pieces.length) return;
  setBrush(axisTime(LEFT + width * 0.25), axisTime(LEFT + width * 0.75));
  requestAnimationFrame(() => brush.ends.since.focus());
}

function startDrag(e, box) {
  if (e.button || e.target.closest("button") || !axis.pieces.length) return;
  const at = box.getBoundingClientRect();
  const x = e.clientX - at.left, y = e.clientY - at.top;
  const part = e.target.closest(".brush-since") ? "since" : e.target.closest(".brush-until") ? "until" : e.target.closest(".brush") ? "move" : y < TOP - 4 || axis.zoom === 1 ? "new" : "pan";
  brush.dragged = false;
  brush.grip = { part, x, last: x, days: brushDays(), time: axisTime(x) };
}

function drag(e, box) {
  const { grip } = brush;
  if (!grip) return;
  const x = e.clientX - box.getBoundingClientRect().left;
  if (!brush.dragged && Math.abs(x - grip.x) < 5) return;
  brush.dragged = true;
  const time = axisTime(x);
  if (grip.part === "pan") moveAxis(x - grip.last);
  else if (grip.part === "new") setBrush(Math.min(grip.time, time), Math.max(grip.time, time));
  else if (grip.part === "move") setBrush(grip.days[0] + Math.round(time - grip.time), grip.days[1] + Math.round(time - grip.time));
  else if (grip.part === "since") setBrush(Math.min(time, grip.days[1] - 1), grip.days[1]);
  else setBrush(grip.days[0], Math.max(time, grip.days[0] + 1));
  grip.last = x;
}

function endDrag() {
  brush.grip = null;
  setTimeout(() => (brush.dragged = false));
}

function moveEnd(e, end) {
  const [since, until] = brushDays();
  const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -30, PageUp: 30 }[e.key];
  if (e.key === "Delete" || e.key === "Backspace") setBrush(null);
  else if (by && end === "since") setBrush(Math.min(since + by * (e.shiftKey ? 30 : 1), until - 1), until);
  else if (by) setBrush(since, Math.max(until + by * (e.shiftKey ? 30 : 1), since + 1));
  else return;
  e.preventDefault();
}

function drawBrush(height) {
  brush.root.hidden = state.since === null || !axis.pieces.length;
  if (brush.root.hidden) return;
  const [since, until] = brushDays();
  const x0 = axisX(since), x1 = Math.max(x0 + 3, axisX(until));
  const place = { left: `${x0}px`, width: `${x1 - x0}px`, height: `${height}px` };
  for (const [name, value] of Object.entries(place)) brush.root.style.setProperty(name, value);
  for (const [end, day] of [["since", since], ["until", until - 1]]) {
    brush.ends[end].setAttribute("aria-valuenow", day);
    brush.ends[end].setAttribute("aria-valuetext", dayWords(fromDayNumber(day)));
    brush.ends[end].title = dayWords(fromDayNumber(day));
  }
}
