// The words that the page says by itself, in its language.

// Without prototypes, so that a stranger's type or status called "constructor" finds nothing in them.
const bare = (value) => (value && typeof value === "object" && !Array.isArray(value) ? Object.setPrototypeOf(value, null) : value);
const STRINGS = JSON.parse(document.getElementById("dateline-strings").textContent, (_, value) => bare(value));
const LANGUAGE = document.documentElement.lang || "en";
const PLURALS = new Intl.PluralRules(LANGUAGE);
const ORDINALS = new Intl.PluralRules(LANGUAGE, { type: "ordinal" });
const WEEKDAYS = new Intl.DateTimeFormat(LANGUAGE, { weekday: "long", timeZone: "UTC" });
const NUMBERS = new Intl.NumberFormat(LANGUAGE);

// A text of the block `words` with its {names} filled; where it has several forms, the one for the number n.
const say = (key, values = {}) => filledIn(STRINGS.words[key], values);

function filledIn(text, values, plurals = PLURALS) {
  const form = typeof text === "string" ? text : text[plurals.select(values.n)] ?? text.other;
  return form.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? NUMBERS.format(values[name]) : values[name] ?? ""));
}

const GROUP_OF_TYPE = bare({
  visit: "move", travel: "move", deployment: "move", withdrawal: "move",
  meeting: "talk", agreement: "talk", statement: "talk", election: "talk", law: "talk", appointment: "talk",
  attack: "force", crime: "force", protest: "force",
  arrest: "law", court: "law", sanction: "law", closure: "law",
  disaster: "harm", accident: "harm", health: "harm", death: "harm",
  aid: "help", rescue: "help",
  business: "work", launch: "work", construction: "work", sport: "work", award: "work", other: "work",
});
