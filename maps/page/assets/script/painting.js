// What stands in the document, painted on a canvas: canvases as they are, shapes, boxes and words by their computed style. Foreign images are left out.

const rounded = (number) => Math.round(number * 100) / 100;

function paint(context, element, origin) {
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden" || Number(style.opacity) === 0 || element.tagName === "IMG") return;
  const before = context.globalAlpha;
  context.globalAlpha = before * Number(style.opacity);
  if (element.tagName === "CANVAS") paintCanvas(context, element, origin);
  else if (element.tagName === "svg") paintShapes(context, element, origin);
  else paintBox(context, element, style, origin);
  context.globalAlpha = before;
}

function paintCanvas(context, canvas, origin) {
  const box = canvas.getBoundingClientRect();
  if (canvas.width && canvas.height) context.drawImage(canvas, box.x - origin.x, box.y - origin.y, box.width, box.height);
}

function paintBox(context, element, style, origin) {
  const box = element.getBoundingClientRect();
  const x = box.x - origin.x, y = box.y - origin.y;
  const border = parseFloat(style.borderTopWidth) || 0;
  context.save();
  context.beginPath();
  context.roundRect(x, y, box.width, box.height, Math.min(parseFloat(style.borderTopLeftRadius) || 0, box.height / 2));
  if (!/, 0\)$|transparent/.test(style.backgroundColor)) {
    context.fillStyle = style.backgroundColor;
    context.fill();
  }
  if (border && style.borderTopStyle !== "none") {
    context.setLineDash(style.borderTopStyle === "dashed" ? [3, 2] : []);
    Object.assign(context, { strokeStyle: style.borderTopColor, lineWidth: border });
    context.stroke();
  }
  if (style.overflowX !== "visible" && style.overflowX !== "clip") context.clip();
  for (const child of inPaintOrder(element)) {
    if (child.nodeType === Node.TEXT_NODE) paintWords(context, child, style, origin);
    else if (child.nodeType === Node.ELEMENT_NODE) paint(context, child, origin);
  }
  context.restore();
}

// Children by their z-index, those of the same in the document's order.
function inPaintOrder(element) {
  const rank = (node) => (node.nodeType === Node.ELEMENT_NODE ? Number.parseInt(getComputedStyle(node).zIndex, 10) || 0 : 0);
  const children = [...element.childNodes].map((node) => [rank(node), node]);
  return children.sort((a, b) => a[0] - b[0]).map(([, node]) => node);
}

function paintWords(context, node, style, origin) {
  const words = node.textContent.trim();
  if (!words || parseFloat(style.fontSize) < 2) return;
  const range = document.createRange();
  range.selectNodeContents(node);
  const box = range.getBoundingClientRect();
  if (!box.width) return;
  Object.assign(context, { font: fontOf(style), textBaseline: "middle", textAlign: "left", direction: "ltr", letterSpacing: style.letterSpacing === "normal" ? "0px" : style.letterSpacing });
  const x = box.x - origin.x, y = box.y - origin.y + box.height / 2;
  const halo = parseFloat(style.webkitTextStrokeWidth) || 0;
  if (halo) {
    Object.assign(context, { strokeStyle: style.webkitTextStrokeColor, lineWidth: halo, lineJoin: "round" });
    context.setLineDash([]);
    context.strokeText(shortened(words, 300), x, y);
  }
  context.fillStyle = style.color;
  context.fillText(shortened(words, 300), x, y);
}

const fontOf = (style) => `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;

function paintShapes(context, root, origin) {
  for (const shape of root.querySelectorAll("path, circle, rect, line, text")) {
    if (shape.closest("defs, mask, clipPath, title")) continue;
    const style = getComputedStyle(shape);
    if (style.display === "none" || style.visibility === "hidden") continue;
    const matrix = shape.getScreenCTM();
    context.save();
    context.globalAlpha *= Number(style.opacity);
    context.transform(matrix.a, matrix.b, matrix.c, matrix.d, rounded(matrix.e - origin.x), rounded(matrix.f - origin.y));
    if (shape.tagName === "text") paintSvgWords(context, shape, style);
    else paintPath(context, shape, style);
    context.restore();
  }
}

function pathOf(shape) {
  const number = (name) => shape[name].baseVal.value;
  const path = new Path2D(shape.tagName === "path" ? shape.getAttribute("d") || "" : "");
  if (shape.tagName === "circle") path.arc(number("cx"), number("cy"), number("r"), 0, 2 * Math.PI);
  else if (shape.tagName === "rect") path.roundRect(number("x"), number("y"), number("width"), number("height"), number("rx"));
  else if (shape.tagName === "line") {
    path.moveTo(number("x1"), number("y1"));
    path.lineTo(number("x2"), number("y2"));
  }
  return path;
}

function paintPath(context, shape, style) {
  const path = pathOf(shape), alpha = context.globalAlpha;
  const stroke = () => {
    if (style.stroke === "none" || !parseFloat(style.strokeWidth)) return;
    context.globalAlpha = alpha * Number(style.strokeOpacity);
    Object.assign(context, { strokeStyle: style.stroke, lineWidth: parseFloat(style.strokeWidth), lineCap: style.strokeLinecap, lineJoin: style.strokeLinejoin });
    context.setLineDash(style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[ ,]+/).map(parseFloat));
    context.stroke(path);
  };
  if (style.paintOrder.startsWith("stroke")) stroke();
  if (style.fill !== "none") {
    context.globalAlpha = alpha * Number(style.fillOpacity);
    context.fillStyle = fadingFill(context, shape, style);
    context.fill(path, style.fillRule);
  }
  if (!style.paintOrder.startsWith("stroke")) stroke();
}

// A bar whose ends fade does so by a mask, which canvas has none of: the same stops as the axis has.
function fadingFill(context, shape, style) {
  const fade = /#fade-(both|left|right)/.exec(shape.getAttribute("mask") || "");
  if (!fade || shape.tagName !== "rect") return style.fill;
  const x = shape.x.baseVal.value;
  const gradient = context.createLinearGradient(x, 0, x + shape.width.baseVal.value, 0);
  const clear = `color-mix(in srgb, ${style.fill} 8%, transparent)`;
  const stops = { both: [clear, style.fill, clear], left: [clear, style.fill, style.fill], right: [style.fill, style.fill, clear] }[fade[1]];
  try {
    stops.forEach((colour, i) => gradient.addColorStop(i / 2, colour));
  } catch {
    return style.fill;
  }
  return gradient;
}

function paintSvgWords(context, shape, style) {
  const anchor = { start: "left", middle: "center", end: "right" }[style.textAnchor] || "left";
  Object.assign(context, { font: fontOf(style), textAlign: anchor, textBaseline: "alphabetic", direction: "ltr", fillStyle: style.fill });
  const at = (name) => (shape[name].baseVal.numberOfItems ? shape[name].baseVal.getItem(0).value : 0);
  context.fillText(shortened(shape.textContent, 300), at("x"), at("y"));
}
