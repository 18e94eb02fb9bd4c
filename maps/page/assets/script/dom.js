// Elements are made here and nowhere else; strangers' words enter by textContent only.

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  return filled(element, attributes, children);
}

function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  return filled(element, attributes, children);
}

function filled(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "text") write(element, String(value));
    else if (key.startsWith("on") && typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (key === "style") for (const [name, v] of Object.entries(value)) element.style.setProperty(name, v);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const MOST_SHOWN = 20_000, MOST_ADDRESS = 8000;

// Text as it is, up to a length that no reader reads to its end and every browser can lay out. A word without end gets places where it may
// break (its text stays the same): browsers take quadratic time otherwise.
function write(element, text) {
  element.textContent = "";
  const shown = shortened(text, MOST_SHOWN);
  if (shown.length < 600 || !/\S{300}/.test(shown)) element.textContent = shown;
  else for (const piece of shown.match(/[^]{1,200}(?![\uDC00-\uDFFF])/g) || []) element.append(piece, document.createElement("wbr"));
}

function shortened(text, most) {
  if (text.length <= most) return text;
  const points = Array.from(text.slice(0, most * 2));
  return points.length <= most ? text : `${points.slice(0, most - 1).join("")}…`;
}

const byId = (id) => document.getElementById(id);

// Only web addresses become links; anything else ("javascript:", "file:") is none.
function webAddress(text) {
  if (typeof text !== "string" || text.length > MOST_ADDRESS || !/^https?:\/\//i.test(text)) return null;
  try {
    const url = new URL(text);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

// The sign of a group of types: its own shape, so that colour is never the only mark.
function signPath(group, r) {
  const polygon = (n, turn, size = r) =>
    Array.from({ length: n }, (_, i) => {
      const angle = turn + (i * 2 * Math.PI) / n;
      return `${i ? "L" : "M"}${(size * Math.cos(angle)).toFixed(2)} ${(size * Math.sin(angle)).toFixed(2)}`;
    }).join("") + "Z";
  const up = -Math.PI / 2;
  switch (group) {
    case "talk": return polygon(4, up, r * 1.22);
    case "force": return polygon(3, up, r * 1.3);
    case "law": return polygon(4, Math.PI / 4, r * 1.2);
    case "harm": return polygon(6, up, r * 1.1);
    case "help": {
      const a = r * 1.1, b = r * 0.42;
      return `M${-b} ${-a}H${b}V${-b}H${a}V${b}H${b}V${a}H${-b}V${b}H${-a}V${-b}H${-b}Z`;
    }
    case "work": return polygon(5, up, r * 1.15);
    default: return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
  }
}

function sign(group, status, size = 16) {
  const r = size * 0.36;
  const half = size / 2;
  const shape = svg("path", { d: signPath(group, r), class: `sign-shape group-${group} status-${status}` });
  const strike = status === "denied" ? svg("path", { d: `M${-half + 1} ${half - 1}L${half - 1} ${-half + 1}`, class: "sign-strike" }) : null;
  return svg("svg", { class: "sign", width: size, height: size, viewBox: `${-half} ${-half} ${size} ${size}`, "aria-hidden": "true" }, shape, strike);
}
