// Very many events on the axis: how many over time, by group. An event of an uncertain date counts in equal parts over all its days.

const BIN = 5;
const tally = { bins: [], top: 0, bottom: 0 };

function binned(events, width) {
  const count = Math.ceil(width / BIN);
  const groups = GROUP_NAMES;
  const sums = groups.map(() => new Float64Array(count + 1));
  const { start, end, group } = columns;
  for (const { index } of events) {
    const a = Math.floor(axisX(start[index]) / BIN), b = Math.max(a, Math.ceil(axisX(end[index] + 1) / BIN) - 1);
    if (b < 0 || a >= count) continue;
    const share = 1 / (b - a + 1), sum = sums[group[index]];
    sum[Math.max(0, a)] += share;
    sum[Math.min(count, b + 1)] -= share;
  }
  for (const sum of sums) for (let i = 1; i <= count; i += 1) sum[i] += sum[i - 1];
  const totals = Float64Array.from({ length: count }, (_, i) => sums.reduce((all, sum) => all + sum[i], 0));
  return { groups, sums, totals, count };
}

function histogram(dated, beyond, width, height) {
  const all = binned(dated, width);
  const rest = beyond.length ? binned(beyond, width) : null;
  const most = Math.max(1, ...all.totals, ...(rest ? rest.totals : []));
  const base = height - 4, unit = (base - TOP - 6) / most;
  const heights = new Float64Array(all.count).fill(base);
  const parts = [];
  if (rest) parts.push(svg("path", { class: "histogram-beyond", d: bars(rest.totals, new Float64Array(all.count).fill(base), unit) }));
  all.groups.forEach((group, i) => parts.push(svg("path", { class: `histogram group-${group}`, d: bars(all.sums[i], heights, unit) })));
  Object.assign(tally, { totals: all.totals, unit, base });
  const note = svg("text", { class: "histogram-note", x: 0, y: TOP + 8 });
  const glass = svg("rect", { class: "histogram-hit", x: 0, y: TOP - 4, width, height: height - TOP + 4,
    onmousemove: (e) => tellBin(note, e.offsetX, width), onmouseleave: () => note.replaceChildren(), onclick: (e) => { if (!brush.dragged) zoomAxis(4, e.offsetX); } });
  return [...parts, svg("text", { class: "histogram-most", x: width - 4, y: TOP + 8, text: filledIn(STRINGS.map.most, { n: Math.round(most) }) }), note, glass];
}

// Bars of one group on top of those drawn before; `heights` are moved up.
function bars(sums, heights, unit) {
  let d = "";
  for (let i = 0; i < heights.length; i += 1) {
    const tall = sums[i] * unit;
    if (tall < 0.05) continue;
    d += `M${i * BIN} ${heights[i].toFixed(1)}v${(-tall).toFixed(1)}h${BIN - 1}v${tall.toFixed(1)}z`;
    heights[i] -= tall;
  }
  return d;
}

function tellBin(note, x, width) {
  const i = Math.floor(x / BIN);
  const a = fromDayNumber(axisTime(i * BIN)), b = fromDayNumber(Math.max(axisTime(i * BIN), axisTime((i + 1) * BIN) - 1));
  note.replaceChildren(filledIn(STRINGS.map.bin, { n: Math.round(tally.totals[i] || 0), days: rangeWords(a, b) }));
  note.setAttribute("x", x);
  note.setAttribute("text-anchor", x > width / 2 ? "end" : "start");
}

// Where the selected event stands among very many.
function pointer(event, height) {
  const x0 = axisX(event.start), x1 = Math.max(axisX(event.end + 1), x0 + 4);
  const g = svg("g", { class: `mark pointer group-${event.group} status-${event.status}`, "data-id": event.id },
    svg("rect", { class: "mark-fill", x: x0, y: TOP - 3, width: x1 - x0, height: height - TOP }), svg("title", { text: shortened(`${event.when}: ${event.title}`, 200) }));
  axis.marks.set(event, g);
  return g;
}

// The events outside the brush, faintly, where marks are drawn.
function shadows(beyond, height) {
  const all = binned(beyond, axis.width);
  const unit = (height - TOP - 10) / Math.max(3, ...all.totals);
  return [svg("path", { class: "histogram-beyond", d: bars(all.totals, new Float64Array(all.count).fill(height - 4), unit) })];
}

function laneHistogram(undated, dated, width) {
  const totals = new Float64Array(Math.ceil(width / BIN));
  for (const { after, before } of undated) {
    const a = dated && after ? axisX(after.end) : LEFT, b = dated && before ? axisX(before.start) : width - LEFT;
    const i = Math.floor((a + b) / 2 / BIN);
    if (i >= 0 && i < totals.length) totals[i] += 1;
  }
  return svg("path", { class: "histogram-beyond", d: bars(totals, new Float64Array(totals.length).fill(LANE - 1), 15 / Math.max(1, ...totals)) });
}
