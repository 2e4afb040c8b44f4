// Panning and zooming: a transform on the drawn world, by mouse, touch and keys.

function makeCamera(svg) {
  const state = { x: 0, y: 0, scale: 1, world: null };
  const apply = () => {
    if (svg.hasAttribute("viewBox")) return;
    state.world?.setAttribute("transform", "translate(" + state.x + "," + state.y + ") scale(" + state.scale + ")");
  };

  const zoom = (factor, cx, cy) => {
    const scale = Math.min(8, Math.max(0.03, state.scale * factor));
    const change = scale / state.scale;
    state.x = cx - (cx - state.x) * change;
    state.y = cy - (cy - state.y) * change;
    state.scale = scale;
    apply();
  };

  /** Left, top, width and height of all boxes, with a margin. */
  const extentOf = boxes => {
    const low = [0, 1].map(i => Math.min(...boxes.map(box => box.at[i] - box.size[i] / 2)) - 30);
    const high = [0, 1].map(i => Math.max(...boxes.map(box => box.at[i] + box.size[i] / 2)) + 30);
    return [...low, high[0] - low[0], high[1] - low[1]];
  };

  const fit = boxes => {
    const { width, height } = svg.getBoundingClientRect();
    if (!boxes.length || !width) return;
    const [left, top, wide, high] = extentOf(boxes);
    state.scale = Math.min(1.4, width / wide, height / high);
    state.x = width / 2 - (left + wide / 2) * state.scale;
    state.y = height / 2 - (top + high / 2) * state.scale;
    apply();
  };

  /** All of `boxes` on a page of whatever size, until it is released. */
  const frame = boxes => {
    if (!boxes.length) return;
    svg.setAttribute("viewBox", extentOf(boxes).join(" "));
    state.world.removeAttribute("transform");
  };
  const release = () => { svg.removeAttribute("viewBox"); apply(); };

  const centre = ([x, y]) => {
    const { width, height } = svg.getBoundingClientRect();
    state.x = width / 2 - x * state.scale;
    state.y = height / 2 - y * state.scale;
    apply();
  };

  /** Moves as little as brings `points` into sight, without zooming. */
  const reveal = points => {
    const { width, height } = svg.getBoundingClientRect();
    const shift = (low, high, room) => (low < 60 ? 60 - low : high > room - 60 ? room - 60 - high : 0);
    const [xs, ys] = [0, 1].map(i => points.map(point => point[i] * state.scale));
    state.x += shift(Math.min(...xs) + state.x, Math.max(...xs) + state.x, width);
    state.y += shift(Math.min(...ys) + state.y, Math.max(...ys) + state.y, height);
    apply();
  };

  svg.addEventListener("wheel", event => {
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY / 400), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });

  let drag = null;
  svg.addEventListener("pointerdown", event => { drag = [event.clientX, event.clientY]; });
  window.addEventListener("pointermove", event => {
    if (!drag || !event.buttons) return;
    state.x += event.clientX - drag[0];
    state.y += event.clientY - drag[1];
    drag = [event.clientX, event.clientY];
    apply();
  });
  window.addEventListener("pointerup", () => { drag = null; });

  svg.addEventListener("keydown", event => {
    const box = svg.getBoundingClientRect();
    const moves = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    if (moves[event.key]) {
      state.x += moves[event.key][0];
      state.y += moves[event.key][1];
      apply();
    } else if (event.key === "+" || event.key === "=") zoom(1.25, box.width / 2, box.height / 2);
    else if (event.key === "-") zoom(0.8, box.width / 2, box.height / 2);
    else return;
    event.preventDefault();
  });

  return { fit, frame, release, centre, reveal, zoom: factor => {
    const box = svg.getBoundingClientRect();
    zoom(factor, box.width / 2, box.height / 2);
  }, show: world => { state.world = world; apply(); } };
}
