// A picture of the present view: title, map, time axis and whose they are, as PNG.

const PICTURE_TOP = 46, PICTURE_BOTTOM = 24, MOST_PIXELS = 16_000_000;

async function savePicture() {
  const map_ = window.map_page.getContainer().getBoundingClientRect();
  const axis_ = byId("axis-panel").getBoundingClientRect();
  const width = Math.max(map_.width, axis_.width), height = PICTURE_TOP + map_.height + axis_.height + PICTURE_BOTTOM;
  const ratio = Math.min(2, Math.sqrt(MOST_PIXELS / (width * height)));
  const canvas = make("canvas", { width: Math.round(width * ratio), height: Math.round(height * ratio) });
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  const style = getComputedStyle(document.body);
  context.fillStyle = style.backgroundColor;
  context.fillRect(0, 0, width, height);
  paintPart(context, window.map_page.getPane("mapPane"), map_, PICTURE_TOP, window.map_page.getContainer());
  for (const part of ["axis", "lane"]) paintPart(context, byId(part), axis_, PICTURE_TOP + map_.height, byId("axis-panel"));
  paintFrame(context, width, height, style);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  saveFile(blob, `${fileName().replace(/-events$/, "")}.png`, tiles.layer ? "savedWithout" : "saved");
}

// One part of the page at its height in the picture, cut off at its edges, over its own background.
function paintPart(context, element, box, top, ground) {
  context.save();
  context.beginPath();
  context.rect(0, top, box.width, box.height);
  context.clip();
  if (element !== byId("lane")) {
    context.fillStyle = getComputedStyle(ground).backgroundColor;
    context.fillRect(0, top, box.width, box.height);
  }
  paint(context, element, { x: box.x, y: box.y - top });
  context.restore();
}

function paintFrame(context, width, height, style) {
  Object.assign(context, { fillStyle: style.color, textBaseline: "alphabetic", textAlign: "left", font: `640 22px ${getComputedStyle(byId("title")).fontFamily}` });
  context.fillText(shortened(META.title, Math.floor(width / 11)), 14, 31);
  Object.assign(context, { font: `400 11px ${style.fontFamily}`, fillStyle: getComputedStyle(byId("span")).color });
  const credit = [META.credit, byId("span").textContent, isAnyOld() ? say("borders") : "", "Natural Earth · GeoNames · Dateline"].filter(Boolean).join(" · ");
  context.fillText(shortened(credit, Math.floor(width / 5.6)), 14, height - 8);
}
