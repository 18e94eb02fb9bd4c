// A list of any length of which only what is in sight is in the document. Every entry of a kind is equally high.

const BEYOND = 8;

// `box` is what scrolls on wide screens; on narrow ones the page itself scrolls. What it shows is set as
// {count, top(i) in pixels up to top(count), at(y) the entry at a height, make(i)}.
function virtualList(box, label) {
  const tall = make("div", { class: "virtual", role: "list", "aria-label": label });
  const shown = new Map();
  let content = { count: 0, top: () => 0, at: () => 0, make: null };
  box.append(tall);
  box.addEventListener("scroll", refresh, { passive: true });
  window.addEventListener("scroll", refresh, { passive: true });
  new ResizeObserver(refresh).observe(box);

  function set(next) {
    content = next;
    tall.style.height = `${next.top(next.count)}px`;
    for (const element of shown.values()) element.remove();
    shown.clear();
    refresh();
  }

  function refresh() {
    const from = tall.getBoundingClientRect().top;
    const frame = box.getBoundingClientRect();
    const top = Math.max(0, frame.top) - from, bottom = Math.min(window.innerHeight, frame.bottom) - from;
    const a = Math.max(0, content.at(top) - BEYOND), b = Math.min(content.count, content.at(Math.max(top, bottom)) + 1 + BEYOND);
    const focused = document.activeElement;
    for (const [i, element] of shown) {
      if ((i >= a && i < b) || element.contains(focused)) continue;
      element.remove();
      shown.delete(i);
    }
    for (let i = a; i < b; i += 1) if (!shown.has(i)) put(i);
  }

  function put(i) {
    const element = content.make(i);
    element.style.setProperty("top", `${content.top(i)}px`);
    element.style.setProperty("height", `${content.top(i + 1) - content.top(i)}px`);
    let next = null;
    for (const [other, one] of shown) if (other > i && (next === null || other < next[0])) next = [other, one];
    tall.insertBefore(element, next && next[1]);
    shown.set(i, element);
  }

  // Scrolls so far that the entry is in sight and stands in the document.
  function reveal(i) {
    const inside = box.scrollHeight > box.clientHeight + 1;
    const from = tall.getBoundingClientRect().top;
    const frame = inside ? box.getBoundingClientRect() : { top: 0, bottom: window.innerHeight };
    const seen = from + content.top(i) >= frame.top + 36 && from + content.top(i + 1) <= frame.bottom;
    if (!seen && inside) box.scrollTop += from + content.top(i) - frame.top - box.clientHeight / 3;
    if (!shown.has(i)) put(i);
    refresh();
    return shown.get(i);
  }

  return { shown, set, reveal };
}
