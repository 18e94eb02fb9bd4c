// The time axis: marks for events while they can be told apart, their number over time where they are too many; a lane for those undated.

const axis = { zoom: 1, shift: 0, pieces: [], marks: new Map(), width: 0 };
const ROW = 17, TOP = 27, LANE = 30, LEFT = 14, RIGHT = 84, MOST_MARKS = 400;

function buildAxis() {
  const box = byId("axis");
  new ResizeObserver(() => { if (box.clientWidth !== axis.width || box.clientHeight !== axis.height) drawAxis(); }).observe(box);
  box.addEventListener("wheel", (e) => {
    if (!e.ctrlKey && Math.abs(e.deltaX) < Math.abs(e.deltaY) && box.scrollHeight > box.clientHeight + 4) return;
    e.preventDefault();
    if (Math.abs(e.deltaX) > Math.abs(e.deltaY)) moveAxis(-e.deltaX);
    else zoomAxis(Math.exp(-e.deltaY / 300), e.clientX - box.getBoundingClientRect().left);
  }, { passive: false });
  byId("axis-in").addEventListener("click", () => zoomAxis(1.6));
  byId("axis-out").addEventListener("click", () => zoomAxis(1 / 1.6));
  buildBrush(box);
  views.push((what) => {
    if (what === "hover" || what === "play") markAxis();
    else if (what === "filter" || what === "select") {
      if (what === "select" && state.selected) showOnAxis(state.selected);
      drawAxis();
    }
  });
}

function zoomAxis(by, at = axisWidth() / 2 + LEFT) {
  const zoom = Math.max(1, Math.min(4000, axis.zoom * by));
  axis.shift = at - LEFT - ((at - LEFT - axis.shift) * zoom) / axis.zoom;
  axis.zoom = zoom;
  moveAxis(0);
}

function moveAxis(by) {
  const width = axisWidth();
  axis.shift = Math.min(0, Math.max(width - width * axis.zoom, axis.shift + by));
  drawAxis();
}

// The scale ends before the buttons, so that no date stands under them; names of marks may run on there.
const axisWidth = () => Math.max(60, byId("axis").clientWidth - LEFT - (byId("axis").clientWidth > 500 ? RIGHT : 58));
const axisX = (t) => axis.days?.[t - axis.firstDay] ?? placeOnAxis(t);
const placeOnAxis = (t) => LEFT + axis.shift + timeToX(axis.pieces, t) * axis.zoom;
const axisTime = (x) => xToTime(axis.pieces, (x - LEFT - axis.shift) / axis.zoom);

function showOnAxis(event) {
  if (axis.zoom === 1 || !event.dated) return;
  const x = axisX((event.start + event.end + 1) / 2), width = byId("axis").clientWidth;
  if (x < 30 || x > width - 30) axis.shift = Math.min(0, Math.max(axisWidth() * (1 - axis.zoom), axis.shift + width / 2 - x));
}

function drawAxis() {
  const box = byId("axis");
  const width = (axis.width = box.clientWidth);
  if (!width) return;
  const events = inOrder();
  const { dated, undated, beyond, segments } = framed(events);
  axis.pieces = timePieces(segments, axisWidth());
  tabulate(dated.length + beyond.length > LONG);
  axis.marks.clear();
  byId("lane").hidden = !undated.length;
  axis.height = box.clientHeight;
  const sight = inSight(dated, width);
  const many = sight.length > MOST_MARKS;
  const { rows, placed } = many ? { rows: 0, placed: [] } : packed(sight, Math.max(2, Math.floor((box.clientHeight - TOP - 6) / ROW)), width);
  const height = Math.max(box.clientHeight - 2, TOP + rows * ROW + 8);
  const root = svg("svg", { width, height, role: "img", "aria-label": axisLabel(dated, undated) }, gradients());
  if (dated.length || beyond.length) root.append(...scaleLines(width, height));
  else root.append(svg("text", { x: LEFT, y: 40, class: "axis-note", text: STRINGS.map.noDates }));
  if (many) root.append(...histogram(dated, beyond, width, height));
  else if (beyond.length) root.append(...shadows(beyond, height));
  for (const { event, x0, x1, row, room } of placed) root.append(datedMark(event, x0, x1, TOP + row * ROW + 4, room));
  if (!many) root.append(...lastReport(height, dated));
  if (many && state.selected && state.selected.dated) root.append(pointer(state.selected, height));
  box.querySelector("svg")?.remove();
  box.prepend(root);
  const lane = svg("svg", { width, height: LANE, role: "img", "aria-label": filledIn(STRINGS.map.lane, { n: undated.length }) }, ...undatedLane(undated, width));
  byId("lane").replaceChildren(lane);
  drawBrush(height);
  markAxis();
}

// The events in sight, or so many of them that they are too many for marks.
function inSight(dated, width) {
  const sight = [];
  for (const event of dated) {
    if (axisX(event.end + 1) > -2 && axisX(event.start) < width + 20) sight.push(event);
    if (sight.length > MOST_MARKS) break;
  }
  return sight;
}

// For very many events the place of every day is worked out once.
function tabulate(many) {
  axis.days = null;
  if (!many || !axis.pieces.length) return;
  axis.firstDay = Math.floor(axis.pieces[0].t0);
  const count = Math.ceil(axis.pieces[axis.pieces.length - 1].t1) - axis.firstDay;
  if (count < 200000) axis.days = Float64Array.from({ length: count }, (_, i) => placeOnAxis(axis.firstDay + i));
}

// The drawn events parted, and the stretches of time that the axis shows; worked out once for the same events.
function framed(events) {
  if (axis.framed && axis.framed.events === events) return axis.framed;
  const dated = [], undated = [];
  events.forEach((event, i) => (columns.dated[shownOrder.indexes[i]] ? dated : undated).push(event));
  const beyond = beyondBrush();
  return (axis.framed = { events, dated, undated, beyond, segments: timeSegments(framing(beyond.length ? dated.concat(beyond) : dated)) });
}

// What sets the axis's length: not the vague stretch far longer than all else, which runs on to its edge.
function framing(dated) {
  if (dated.length > LONG) return dated;
  const exact = dated.filter((event) => event.end - event.start < 8 || !fading(event.p).includes(true));
  const frame = exact.length > 2 ? exact : dated;
  const segments = timeSegments(frame);
  if (!segments.length) return dated;
  const length = segments.reduce((sum, [a, b]) => sum + b - a, 0);
  const outside = (event) => event.end < segments[0][0] || event.start > segments[segments.length - 1][1];
  const kept = dated.filter((event) => event.end - event.start < Math.max(40, length * 0.6) || outside(event));
  return kept.length ? kept : dated; // one year is all that some stories tell
}

const axisLabel = (dated, undated) => filledIn(STRINGS.map.axis, { n: dated.length, undated: undated.length });

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
    let free = x0 - 20, labelled = false;
    const last = i === axis.pieces.length - 1;
    const t0 = Math.max(piece.t0, axisTime(-200)), t1 = Math.min(piece.t1, axisTime(width + 200));
    for (const tick of t0 < t1 ? ticksOf(t0, t1, (x1 - x0) / (piece.t1 - piece.t0)) : []) {
      const x = axisX(tick.t);
      if (x < -60 || x > width + 60 || x < free) continue;
      const text = tick.year && tick.year !== lastYear ? `${tick.label} ${tick.year}` : tick.label;
      const end = x + 3 + text.length * 6.4;
      if (end > (last ? width - 94 : x1)) continue;
      free = end + 5;
      lastYear = tick.year || lastYear;
      labelled = true;
      parts.push(svg("line", { class: "tick-line", x1: x, x2: x, y1: 18, y2: bottom }), svg("text", { class: "tick-label", x: x + 3, y: 13, text }));
    }
    const year = yearWords(fromDayNumber((piece.t0 + piece.t1) / 2).year);
    if (!labelled && year !== lastYear && x0 > -10 && x0 + year.length * 6.4 < Math.min(x1 + 4, width - 94)) {
      parts.push(svg("text", { class: "tick-label", x: x0 + 2, y: 13, text: year }));
      lastYear = year;
    }
  });
  return parts;
}

// The day of the last source, where events of the story lie after it: what stands right of the line was still to come.
function lastReport(height, dated) {
  const day = lastPublished() + 1;
  if (!dated.some((event) => event.end >= day) || !dated.some((event) => event.start < day)) return [];
  const x = axisX(day), high = height <= byId("axis").clientHeight;
  return [svg("line", { class: "report-line", x1: x, x2: x, y1: 18, y2: height }, svg("title", { text: lastReportWords() })),
    high ? svg("text", { class: "report-label", x: x - 4, y: height - 5, text: lastReportWords() }) : ""];
}

function markAxis() {
  for (const g of axis.lit || []) g.classList.remove("selected", "hovered");
  axis.lit = [];
  for (const [event, g] of axis.marks) g.classList.toggle("later", isLater(event));
  for (const [event, name] of [[state.selected, "selected"], [state.hover, "hovered"]]) {
    const g = axis.marks.get(event);
    if (!g) continue;
    g.classList.add(name);
    axis.lit.push(g);
  }
}
