// Days as whole numbers since 1970-01-01 in the proleptic Gregorian calendar, and intervals in words.

const MONTHS = STRINGS.months;

function dayNumber(iso) {
  const match = /^(-?\d{4,6})-(\d\d)-(\d\d)/.exec(iso || "");
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(match[3]) - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
}

function fromDayNumber(number) {
  const z = Math.floor(number) + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp + (mp < 10 ? 3 : -9);
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

function yearWords(year) {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

function dayWords(date, withYear = true) {
  const day = `${date.day} ${MONTHS[date.month - 1]}`;
  return withYear ? `${day} ${yearWords(date.year)}` : day;
}

function rangeWords(a, b) {
  if (a.year !== b.year) return `${dayWords(a)} – ${dayWords(b)}`;
  if (a.month !== b.month) return `${dayWords(a, false)} – ${dayWords(b)}`;
  return a.day === b.day ? dayWords(a) : `${a.day}–${dayWords(b)}`;
}

function ordinal(number) {
  const tens = number % 100;
  const suffix = tens >= 11 && tens <= 13 ? "th" : { 1: "st", 2: "nd", 3: "rd" }[number % 10] || "th";
  return `${number}${suffix}`;
}

const COARSE = {
  month: (a) => `${MONTHS[a.month - 1]} ${yearWords(a.year)}`,
  year: (a) => yearWords(a.year),
  quarter: (a) => `${ordinal(Math.floor((a.month - 1) / 3) + 1)} quarter of ${yearWords(a.year)}`,
  week: (a) => `week of ${dayWords(a)}`,
  decade: (a) => (a.year > 0 ? `${a.year}s` : null),
  century: (a, b) => (b.year > 0 ? `${ordinal(Math.ceil(b.year / 100))} century` : `${ordinal(Math.ceil((1 - a.year) / 100))} century BC`),
  season: (a, b, edtf) => {
    const season = { 21: "spring", 22: "summer", 23: "autumn", 24: "winter" }[(/^-?\d{4,6}-(2[1-4])/.exec(edtf) || [])[1]];
    return season ? `${season} ${yearWords(a.year)}` : null;
  },
};

// Whether the span is just what its precision says (a whole month, a whole year, one day), so that its name can stand for it.
function isWhole(a, b, precision) {
  const days = b.number - a.number + 1;
  const first = a.day === 1;
  if (precision === "week") return days === 7;
  if (precision === "month") return first && days >= 28 && days <= 31;
  if (precision === "quarter") return first && days >= 90 && days <= 92 && (a.month - 1) % 3 === 0;
  if (precision === "year") return first && a.month === 1 && days >= 365 && days <= 366;
  if (precision === "decade") return first && a.month === 1 && days >= 3652 && days <= 3653;
  if (precision === "century") return days >= 36000 && days <= 36600;
  return precision === "season";
}

function dateWords(properties) {
  const edtf = properties.date || "";
  const startNumber = dayNumber(properties.date_start);
  const endNumber = dayNumber(properties.date_end);
  if (startNumber === null && endNumber === null) return edtf;
  const open = edtf.startsWith("../") ? "before" : edtf.endsWith("/..") ? "since" : "";
  const a = { ...fromDayNumber(startNumber ?? endNumber), number: startNumber ?? endNumber };
  const b = { ...fromDayNumber(endNumber ?? startNumber), number: endNumber ?? startNumber };
  if (open) return open === "before" ? `by ${dayWords(b)}` : `from ${dayWords(a)} on`;
  let words = isWhole(a, b, properties.precision) && COARSE[properties.precision] ? COARSE[properties.precision](a, b, edtf) : null;
  words = words || rangeWords(a, b);
  if (/%/.test(edtf)) words = `perhaps about ${words}`;
  else if (/~/.test(edtf)) words = `about ${words}`;
  else if (/\?/.test(edtf)) words = `perhaps ${words}`;
  if (properties.time && a.number === b.number) words += `, ${properties.time}`;
  return words;
}

// Whether the ends of an event's bar are known or fade: [start fades, end fades].
function fading(properties) {
  const edtf = properties.date || "";
  const [left, right] = edtf.includes("/") ? edtf.split("/", 2) : [edtf, edtf];
  const vague = (part) => /[~?%X]/.test(part) || part === ".." || part === "";
  const exact = (part) => /^-?\d{4,6}-\d\d-\d\d$/.test(part);
  if (edtf.includes("/")) return [vague(left) || !exact(left), vague(right) || !exact(right)];
  const coarse = !["day", "part", "hour", "minute"].includes(properties.precision);
  return [coarse || vague(edtf), coarse || vague(edtf)];
}
