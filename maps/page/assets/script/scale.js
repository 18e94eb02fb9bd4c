// Time to pixels. Long empty stretches are folded, so that a story of one week keeps its week when it mentions 1869.

const FOLD_WIDTH = 34;

function timeSegments(events) {
  const ends = new Map();
  for (const event of events) if (!(ends.get(event.start) >= event.end + 1)) ends.set(event.start, event.end + 1);
  const spans = [...ends].sort((a, b) => a[0] - b[0]);
  if (!spans.length) return [];
  const segments = [];
  for (const [a, b] of spans) {
    const last = segments[segments.length - 1];
    if (last && a <= last[1]) last[1] = Math.max(last[1], b);
    else segments.push([a, b]);
  }
  let total = segments[segments.length - 1][1] - segments[0][0];
  const gaps = segments.slice(1).map((segment, i) => ({ at: i + 1, size: segment[0] - segments[i][1] })).sort((a, b) => b.size - a.size);
  const folds = new Set();
  for (const gap of gaps) {
    if (folds.size >= 6 || gap.size < 20 || gap.size < total * 0.22) break;
    folds.add(gap.at);
    total -= gap.size;
  }
  const kept = [];
  segments.forEach((segment, i) => {
    if (!kept.length || folds.has(i)) kept.push([...segment]);
    else kept[kept.length - 1][1] = segment[1];
  });
  const pad = Math.max(0.6, total * 0.02);
  return kept.map(([a, b]) => [a - pad, b + pad]);
}

// Pieces {t0, t1, x0, x1} over `width` pixels; each gets its share of the time, and room enough to be seen.
function timePieces(segments, width) {
  if (!segments.length) return [];
  const room = width - FOLD_WIDTH * (segments.length - 1);
  const least = Math.min(90, room / segments.length);
  const lengths = segments.map(([a, b]) => b - a);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const free = room - least * segments.length;
  let x = 0;
  return segments.map(([t0, t1], i) => {
    const piece = { t0, t1, x0: x, x1: x + least + (free * lengths[i]) / total };
    x = piece.x1 + FOLD_WIDTH;
    return piece;
  });
}

function timeToX(pieces, t) {
  let last = pieces[0];
  for (const piece of pieces) {
    if (t < piece.t0) {
      if (piece === pieces[0]) return piece.x0;
      return last.x1 + ((t - last.t1) / (piece.t0 - last.t1)) * (piece.x0 - last.x1);
    }
    if (t <= piece.t1) return piece.x0 + ((t - piece.t0) / (piece.t1 - piece.t0)) * (piece.x1 - piece.x0);
    last = piece;
  }
  return last.x1;
}

function xToTime(pieces, x) {
  let last = null;
  for (const piece of pieces) {
    if (x < piece.x0) return last ? last.t1 + ((x - last.x1) / (piece.x0 - last.x1)) * (piece.t0 - last.t1) : piece.t0;
    if (x <= piece.x1) return piece.t0 + ((x - piece.x0) / (piece.x1 - piece.x0)) * (piece.t1 - piece.t0);
    last = piece;
  }
  return last ? last.t1 : 0;
}

const TICK_UNITS = [
  ["day", 1], ["day", 2], ["day", 7], ["month", 1], ["month", 3], ["month", 6], ["year", 1], ["year", 2], ["year", 5], ["year", 10],
  ["year", 20], ["year", 50], ["year", 100], ["year", 200], ["year", 500], ["year", 1000], ["year", 5000], ["year", 10000],
];
const UNIT_DAYS = { day: 1, month: 30.4, year: 365.25 };

// Ticks as far apart as their labels need; a stretch too short for any gets finer ones, so that every stretch has a date.
function ticksOf(t0, t1, pixelsPerDay) {
  const fits = TICK_UNITS.findIndex(([unit, n]) => UNIT_DAYS[unit] * n * pixelsPerDay >= (unit === "year" ? 46 : 58));
  for (let i = fits < 0 ? TICK_UNITS.length - 1 : fits; i >= 0; i -= 1) {
    const ticks = ticksEvery(TICK_UNITS[i], t0, t1);
    if (ticks.length) return ticks;
  }
  return [];
}

function ticksEvery([unit, count], t0, t1) {
  const ticks = [];
  if (unit === "day") {
    const first = Math.ceil(t0);
    const monday = count === 7 ? ((((4 - first) % 7) + 7) % 7) : (((-first % count) + count) % count);
    for (let t = first + monday; t <= t1; t += count) ticks.push(t);
  } else {
    const from = fromDayNumber(t0);
    const months = unit === "month" ? count : 12 * count;
    for (let m = Math.ceil((from.year * 12 + from.month - 1) / months) * months; ticks.length < 400; m += months) {
      const t = dayOf(Math.floor(m / 12), (((m % 12) + 12) % 12) + 1);
      if (t > t1) break;
      if (t >= t0) ticks.push(t);
    }
  }
  return ticks.map((t) => tickLabel(t, unit));
}

function dayOf(year, month) {
  const text = `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
  return dayNumber(text);
}

function tickLabel(t, unit) {
  const date = fromDayNumber(t);
  const month = STRINGS.shortMonths[date.month - 1];
  const year = yearWords(date.year);
  if (unit === "day") return { t, label: `${date.day} ${month}`, year };
  if (unit === "month") return { t, label: month, year };
  return { t, label: year, year: null };
}

function gapWords(days) {
  if (days < 60) return `${Math.round(days / 7)} wk`;
  if (days < 720) return `${Math.round(days / 30.4)} mo`;
  return `${Math.round(days / 365.25)} yr`;
}
