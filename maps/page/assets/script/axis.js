// The time axis: ticks for days that are known, bars that fade where they are not, and a lane for events without a date.

const axis = { zoom: 1, shift: 0, pieces: [], marks: new Map() };
const ROW = 17, TOP = 27, LANE = 30, LEFT = 14;

function buildAxis() {
  const box = byId("axis");
  new ResizeObserver(() => drawAxis()).observe(box);
  box.addEventListener("wheel", (e) => {
    if (!e.ctrlKey && Math.abs(e.deltaX) < Math.abs(e.deltaY) && box.scrollHeight > box.clientHeight + 4) return;
    e.preventDefault();
    if (Math.abs(e.deltaX) > Math.abs(e.deltaY)) moveAxis(-e.deltaX);
    else zoomAxis(Math.exp(-e.deltaY / 300), e.clientX - box.getBoundingClientRect().left);
  }, { passive: false });
  let grip = null;
  box.addEventListener("pointerdown", (e) => (grip = e.clientX));
  window.addEventListener("pointerup", () => (grip = null));
  box.addEventListener("pointermove", (e) => {
    if (grip === null || axis.zoom === 1) return;
    moveAxis(e.clientX - grip);
    grip = e.clientX;
  });
  byId("axis-in").addEventListener("click", () => zoomAxis(1.6));
  byId("axis-out").addEventListener("click", () => zoomAxis(1 / 1.6));
  views.push((what) => {
    if (what === "hover") markAxis();
    else if (what !== "play") {
      if (what === "select" && state.selected) showOnAxis(state.selected);
      drawAxis();
    }
  });
}

function zoomAxis(by, at = byId("axis").clientWidth / 2) {
  const zoom = Math.max(1, Math.min(400, axis.zoom * by));
  axis.shift = at - LEFT - ((at - LEFT - axis.shift) * zoom) / axis.zoom;
  axis.zoom = zoom;
  moveAxis(0);
}

function moveAxis(by) {
  const width = axisWidth();
  axis.shift = Math.min(0, Math.max(width - width * axis.zoom, axis.shift + by));
  drawAxis();
}

const axisWidth = () => Math.max(60, byId("axis").clientWidth - 2 * LEFT);
const axisX = (t) => LEFT + axis.shift + timeToX(axis.pieces, t) * axis.zoom;

function showOnAxis(event) {
  if (axis.zoom === 1 || !event.dated) return;
  const x = axisX((event.start + event.end + 1) / 2), width = byId("axis").clientWidth;
  if (x < 30 || x > width - 30) axis.shift = Math.min(0, Math.max(axisWidth() * (1 - axis.zoom), axis.shift + width / 2 - x));
}

function drawAxis() {
  const box = byId("axis");
  const width = box.clientWidth;
  if (!width) return;
  const events = inOrder();
  const dated = events.filter((event) => event.dated);
  axis.pieces = timePieces(framing(dated), axisWidth());
  axis.marks.clear();
  const undated = events.filter((event) => !event.dated);
  byId("lane").hidden = !undated.length;
  const { rows, placed } = packed(dated, Math.max(2, Math.floor((box.clientHeight - TOP - 6) / ROW)), width);
  const height = Math.max(box.clientHeight - 2, TOP + rows * ROW + 8);
  const root = svg("svg", { width, height, role: "img", "aria-label": axisLabel(dated, undated) }, gradients());
  if (dated.length) root.append(...scaleLines(width, height));
  else root.append(svg("text", { x: LEFT, y: 40, class: "axis-note", text: "No event here has a date." }));
  for (const { event, x0, x1, row, room } of placed) root.append(datedMark(event, x0, x1, TOP + row * ROW + 4, room));
  box.replaceChildren(root);
  byId("lane").replaceChildren(svg("svg", { width, height: LANE, role: "img", "aria-label": `${undated.length} events without a date` }, ...undatedLane(undated, width)));
  markAxis();
}

// What sets the axis's length: not the vague stretch far longer than all else, which runs on to its edge.
function framing(dated) {
  const exact = dated.filter((event) => !fading(event.p).includes(true) || event.end - event.start < 8);
  const frame = exact.length > 2 ? exact : dated;
  const segments = timeSegments(frame);
  if (!segments.length) return dated;
  const length = segments.reduce((sum, [a, b]) => sum + b - a, 0);
  const outside = (event) => event.end < segments[0][0] || event.start > segments[segments.length - 1][1];
  const kept = dated.filter((event) => event.end - event.start < Math.max(40, length * 0.6) || outside(event));
  return kept.length ? kept : dated; // one year is all that some stories tell
}

function axisLabel(dated, undated) {
  return `Time axis: ${dated.length} events with a date, ${undated.length} without. The list has the same events.`;
}

// Each mark takes the row that has been free for longest, so that names have room after the marks.
function packed(dated, limit, width) {
  const sorted = [...dated].sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
  const ends = [];
  const lastIn = [];
  const placed = sorted.map((event) => {
    const x0 = axisX(event.start), x1 = Math.max(axisX(event.end + 1), x0 + 4);
    let row = 0;
    ends.forEach((end, i) => {
      if (end < ends[row] - 40) row = i;
    });
    if (ends.length < limit && (!ends.length || ends[row] > x0 - 120)) row = ends.length;
    else if (ends[row] > x0 - 1) row = ends.findIndex((end) => end <= x0 - 1);
    if (row < 0) row = ends.length;
    const mark = { event, x0, x1, row, room: width - x1 - 8 };
    if (lastIn[row]) lastIn[row].room = x0 - lastIn[row].x1 - 14;
    lastIn[row] = mark;
    ends[row] = x1 + 6;
    return mark;
  });
  return { rows: ends.length, placed: placed.filter(({ x1, x0 }) => x1 > -400 && x0 < width + 20) };
}

const isTick = (event) => event.end - event.start < 1 && !fading(event.p)[0];

function datedMark(event, x0, x1, y, room) {
  const g = svg("g", { class: `mark group-${event.group} status-${event.status}`, "data-id": event.id, ...markEvents(event) });
  if (isTick(event)) {
    const x = (x0 + x1) / 2;
    g.append(svg("rect", { class: "mark-fill", x: x - 2.5, y: y - 1, width: 5, height: 13, rx: 1 }));
    if (event.status === "denied") g.append(svg("path", { class: "mark-strike", d: `M${x - 6} ${y + 10}L${x + 6} ${y + 1}` }));
  } else {
    const [left, right] = fading(event.p);
    const fade = left && right ? "both" : left ? "left" : right ? "right" : null;
    g.append(svg("rect", { class: "mark-fill", x: x0, y: y + 1, width: x1 - x0, height: 9, rx: 2, mask: fade ? `url(#fade-${fade})` : null }));
    if (event.status === "ongoing") g.append(svg("path", { class: "mark-arrow", d: `M${x1} ${y}l6 5.5l-6 5.5z` }));
    if (event.status === "denied") g.append(svg("path", { class: "mark-strike", d: `M${x0 - 2} ${y + 5.5}H${x1 + 2}` }));
  }
  if (room > 52) {
    const most = Math.min(34, Math.floor(room / 5.9));
    const text = shortened(event.title, most);
    const x = isTick(event) ? (x0 + x1) / 2 + 6 : event.status === "ongoing" ? x1 + 10 : Math.max(x1 + 4, x0);
    g.append(svg("text", { class: "mark-label", x, y: y + 9, text }));
  }
  g.append(svg("rect", { class: "mark-hit", x: Math.min(x0, (x0 + x1) / 2 - 8), y: y - 2, width: Math.max(16, x1 - x0), height: ROW }));
  g.append(svg("title", { text: shortened(`${event.when}: ${event.title}`, 200) }));
  axis.marks.set(event, g);
  return g;
}

const markEvents = (event) => ({
  onclick: () => select(event === state.selected ? null : event, "axis"),
  onmouseenter: () => hover(event),
  onmouseleave: () => hover(null),
});

// Undated events stand between the dated ones that the order puts before and after them.
function undatedLane(undated, width) {
  const top = 0, right = width - LEFT;
  const dated = axis.pieces.length > 0;
  const parts = [
    svg("text", { class: "lane-label", x: LEFT, y: top + 11, text: "No date: in their place in the order" }),
  ];
  let last = -Infinity;
  const slots = undated.map((event, i) => {
    const a = dated && event.after ? axisX((event.after.start + event.after.end + 1) / 2) : LEFT;
    const b = dated && event.before ? axisX((event.before.start + event.before.end + 1) / 2) : right;
    const alike = undated.filter((other) => other.after === event.after && other.before === event.before);
    const at = dated ? (alike.indexOf(event) + 1) / (alike.length + 1) : (i + 1) / (undated.length + 1);
    last = Math.max(last + Math.min(13, right / undated.length), Math.min(a, b) + Math.abs(b - a) * at);
    return { event, x: last, a: Math.min(a, b), b: Math.max(a, b) };
  });
  for (const { event, x, a, b } of slots) {
    const shape = svg("path", { class: `sign-shape group-${event.group} status-${event.status}`, d: signPath(event.group, 4.6), transform: `translate(${x} ${top + 20})` });
    const g = svg("g", { class: `mark undated group-${event.group} status-${event.status}`, "data-id": event.id, ...markEvents(event) },
      svg("path", { class: "span", d: `M${a} ${top + 16}V${top + 20}H${b}V${top + 16}` }), shape,
      event.status === "denied" ? svg("path", { class: "mark-strike", d: `M${x - 6} ${top + 25}L${x + 6} ${top + 15}` }) : null,
      svg("rect", { class: "mark-hit", x: x - 7, y: top + 10, width: 14, height: 20 }), svg("title", { text: shortened(`${event.when}: ${event.title}`, 200) }));
    axis.marks.set(event, g);
    parts.push(g);
  }
  return parts;
}

function scaleLines(width, bottom) {
  const parts = [];
  let lastYear = null;
  axis.pieces.forEach((piece, i) => {
    const x0 = axisX(piece.t0), x1 = axisX(piece.t1);
    if (i) {
      const previous = axis.pieces[i - 1];
      const a = axisX(previous.t1);
      parts.push(svg("rect", { class: "fold-gap", x: a, y: 0, width: x0 - a, height: bottom }));
      parts.push(svg("text", { class: "fold-label", x: 0, y: 0, transform: `translate(${(a + x0) / 2} 13)`, text: gapWords(piece.t0 - previous.t1) }));
    }
    let free = x0 - 20;
    for (const tick of ticksOf(piece.t0, piece.t1, (x1 - x0) / (piece.t1 - piece.t0))) {
      const x = axisX(tick.t);
      if (x < -60 || x > width + 60 || x < free) continue;
      const hidden = x + 30 > width - 60;
      const text = tick.year && tick.year !== lastYear ? `${tick.label} ${tick.year}` : tick.label;
      if (i < axis.pieces.length - 1 && x + text.length * 6.4 > x1) continue;
      free = x + text.length * 6.4 + 8;
      lastYear = tick.year || lastYear;
      parts.push(svg("line", { class: "tick-line", x1: x, x2: x, y1: 18, y2: bottom }), hidden ? "" : svg("text", { class: "tick-label", x: x + 3, y: 13, text }));
    }
  });
  return parts;
}

function gradients() {
  const mask = (id, stops) => [
    svg("linearGradient", { id: `g-${id}` }, ...stops.map(([offset, opacity]) => svg("stop", { offset, "stop-color": "#fff", "stop-opacity": opacity }))),
    svg("mask", { id: `fade-${id}`, maskContentUnits: "objectBoundingBox" }, svg("rect", { x: 0, y: -1, width: 1, height: 3, fill: `url(#g-${id})` })),
  ];
  return svg("defs", {},
    ...mask("both", [[0, 0.08], [0.5, 0.9], [1, 0.08]]), ...mask("left", [[0, 0.08], [0.7, 1], [1, 1]]), ...mask("right", [[0, 1], [0.3, 1], [1, 0.08]]));
}

function markAxis() {
  for (const [event, g] of axis.marks) {
    g.classList.toggle("selected", event === state.selected);
    g.classList.toggle("hovered", event === state.hover);
  }
}
