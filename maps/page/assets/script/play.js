// Going through the story: step by step, or by itself at the reader's speed.

const SPEEDS = [0.5, 1, 2, 4];
const SECONDS = 2.6;

const pace = () => SECONDS / state.speed;

function step(by) {
  const events = inOrder();
  if (!events.length) return;
  const at = events.indexOf(state.selected);
  const next = at < 0 ? (by > 0 ? 0 : events.length - 1) : Math.max(0, Math.min(events.length - 1, at + by));
  select(events[next], "step");
}

const atEnd = () => {
  const events = inOrder();
  return !events.length || state.selected === events[events.length - 1];
};

const isLater = (event) => Boolean(state.playing && state.selected) && event.index > state.selected.index;

function play(on) {
  clearTimeout(state.playing);
  state.playing = null;
  if (on && inOrder().length) {
    state.playing = setTimeout(playOn, pace() * 1000);
    if (!drawn(state.selected || {}) || atEnd()) select(inOrder()[0], "step");
  }
  changed("play");
}

function playOn() {
  if (atEnd()) return play(false);
  state.playing = setTimeout(playOn, pace() * 1000);
  return step(1);
}

function setSpeed(speed) {
  state.speed = SPEEDS.includes(speed) ? speed : 1;
  if (state.playing) play(true);
}

function buildPlaying() {
  state.speed = 1;
  byId("previous").addEventListener("click", () => step(-1));
  byId("next").addEventListener("click", () => step(1));
  byId("play").addEventListener("click", () => play(!state.playing));
  const speed = byId("speed");
  speed.append(...SPEEDS.map((value) => make("option", { value, selected: value === 1, text: `${value}×` })));
  speed.addEventListener("change", () => setSpeed(Number(speed.value)));
  views.push((what) => {
    if (what !== "play" && what !== "start") return;
    document.body.classList.toggle("playing", Boolean(state.playing));
    byId("play").setAttribute("aria-pressed", String(Boolean(state.playing)));
    byId("play").textContent = state.playing ? STRINGS.map.pause : STRINGS.map.play;
  });
}
