// Marks of events on the axis: ticks for days that are known, bars that fade where they are not, signs for what has no date.

const MOST_UNDATED = 150;

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
  return { rows: ends.length, placed };
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
  const right = width - LEFT, dated = axis.pieces.length > 0;
  const label = svg("text", { class: "lane-label", x: LEFT, y: 11, text: filledIn(STRINGS.map.laneLabel, { n: undated.length }) });
  const between = (event) => {
    const a = dated && event.after ? axisX((event.after.start + event.after.end + 1) / 2) : LEFT;
    const b = dated && event.before ? axisX((event.before.start + event.before.end + 1) / 2) : right;
    return [Math.min(a, b), Math.max(a, b)];
  };
  if (undated.length > MOST_UNDATED) return [label, laneHistogram(undated, dated, width)];
  const alike = new Map();
  const key = (event) => `${event.after ? event.after.index : ""} ${event.before ? event.before.index : ""}`;
  for (const event of undated) alike.set(key(event), [...(alike.get(key(event)) || []), event]);
  let last = -Infinity;
  const slots = undated.map((event, i) => {
    const [a, b] = between(event);
    const same = alike.get(key(event));
    const at = dated ? (same.indexOf(event) + 1) / (same.length + 1) : (i + 1) / (undated.length + 1);
    last = Math.max(last + Math.min(13, right / undated.length), a + (b - a) * at);
    return { event, x: last, a, b };
  });
  return [label, ...slots.map(({ event, x, a, b }) => undatedMark(event, x, a, b))];
}

function undatedMark(event, x, a, b) {
  const shape = svg("path", { class: `sign-shape group-${event.group} status-${event.status}`, d: signPath(event.group, 4.6), transform: `translate(${x} 20)` });
  const g = svg("g", { class: `mark undated group-${event.group} status-${event.status}`, "data-id": event.id, ...markEvents(event) },
    svg("path", { class: "span", d: `M${a} 16V20H${b}V16` }), shape,
    event.status === "denied" ? svg("path", { class: "mark-strike", d: `M${x - 6} 25L${x + 6} 15` }) : null,
    svg("rect", { class: "mark-hit", x: x - 7, y: 10, width: 14, height: 20 }), svg("title", { text: shortened(`${event.when}: ${event.title}`, 200) }));
  axis.marks.set(event, g);
  return g;
}

function gradients() {
  const mask = (id, stops) => [
    svg("linearGradient", { id: `g-${id}` }, ...stops.map(([offset, opacity]) => svg("stop", { offset, "stop-color": "#fff", "stop-opacity": opacity }))),
    svg("mask", { id: `fade-${id}`, maskContentUnits: "objectBoundingBox" }, svg("rect", { x: 0, y: -1, width: 1, height: 3, fill: `url(#g-${id})` })),
  ];
  return svg("defs", {},
    ...mask("both", [[0, 0.08], [0.5, 0.9], [1, 0.08]]), ...mask("left", [[0, 0.08], [0.7, 1], [1, 1]]), ...mask("right", [[0, 1], [0.3, 1], [1, 0.08]]));
}
