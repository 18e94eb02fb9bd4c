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

const pad = (number, width) => String(number).padStart(width, "0");

// ISO 8601 with astronomical years, as in the data.
function isoDay(number) {
  const { year, month, day } = fromDayNumber(number);
  return `${year < 0 ? "-" : ""}${pad(Math.abs(year), 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

const inDate = (name, values) => filledIn(STRINGS.dates[name], values);
const yearWords = (year) => (year > 0 ? String(year) : inDate("bc", { year: String(1 - year) }));
const monthWords = (date) => inDate("month", { month: MONTHS[date.month - 1], year: yearWords(date.year) });

function dayWords(date, withYear = true) {
  return inDate(withYear ? "day" : "dayOfYear", { day: String(date.day), month: MONTHS[date.month - 1], year: yearWords(date.year) });
}

function rangeWords(a, b) {
  if (a.year !== b.year) return inDate("range", { from: dayWords(a), to: dayWords(b) });
  if (a.month !== b.month) return inDate("range", { from: dayWords(a, false), to: dayWords(b) });
  if (a.day === b.day) return dayWords(a);
  return inDate("days", { first: String(a.day), day: String(b.day), month: MONTHS[b.month - 1], year: yearWords(b.year) });
}

const ordinal = (number) => filledIn(STRINGS.dates.nth, { n: number }, ORDINALS);
const centuryWords = (name, n) => inDate(name, { nth: ordinal(n), n: String(n) });
const nthOf = (name, n, a) => inDate(name, { nth: ordinal(n), year: yearWords(a.year) });

const COARSE = {
  month: monthWords,
  year: (a) => yearWords(a.year),
  quarter: (a) => nthOf("quarter", Math.floor((a.month - 1) / 3) + 1, a),
  week: (a) => inDate("week", { day: dayWords(a) }),
  decade: (a) => (a.year > 0 ? inDate("decade", { year: String(a.year) }) : null),
  century: (a, b) => (b.year > 0 ? centuryWords("century", Math.ceil(b.year / 100)) : centuryWords("centuryBC", Math.ceil((1 - a.year) / 100))),
  season: (a, b, edtf) => partOfYear(edtf),
};

// EDTF's parts of a year: 21 to 24 seasons, 25 to 28 northern and 29 to 32 southern ones, 33 to 36 quarters, 37 to 39 thirds, 40 and 41 halves.
function partOfYear(edtf) {
  const match = /^(-?\d{4,6})-(2[1-9]|3\d|4[01])/.exec(edtf);
  if (!match) return null;
  const date = { year: Number(match[1]) }, code = Number(match[2]);
  if (code >= 40) return nthOf("half", code - 39, date);
  if (code >= 37) return nthOf("third", code - 36, date);
  if (code >= 33) return nthOf("quarter", code - 32, date);
  const season = filledIn(STRINGS.dates.seasons[(code - 21) % 4], { year: yearWords(date.year) });
  return code >= 29 ? inDate("southern", { season }) : season;
}

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
  if (open) return open === "before" ? inDate("by", { day: dayWords(b) }) : inDate("since", { day: dayWords(a) });
  let words = isWhole(a, b, properties.precision) && COARSE[properties.precision] ? COARSE[properties.precision](a, b, edtf) : null;
  words = words || rangeWords(a, b);
  const doubt = [[/%|~.*\?|\?.*~/, "perhapsAbout"], [/~/, "about"], [/\?/, "perhaps"]].find(([mark]) => mark.test(edtf));
  if (doubt) words = inDate(doubt[1], { when: words });
  if (properties.time && a.number === b.number) words = inDate("time", { when: words, time: STRINGS.dates.parts[properties.time] || properties.time });
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
