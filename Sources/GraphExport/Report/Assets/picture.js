// The graph drawn as SVG. Text goes in by textContent only.

const SVG = "http://www.w3.org/2000/svg";
const LARGEST_LABELLED = 120;

function svgElement(name, attributes, parent) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
  if (parent) parent.appendChild(element);
  return element;
}

function linesOf(label, width = 20) {
  const lines = [];
  for (const word of label.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = last + " " + word;
    else lines.push(word.length > 26 ? word.slice(0, 25) + "…" : word);
  }
  return lines.length > 3 ? [...lines.slice(0, 2), lines[2] + " …"] : lines;
}

/** Width and height of a node as it is drawn. */
function sizeOfNode(node, isLarge) {
  if (isLarge) {
    const radius = 4 + Math.min(10, Math.sqrt(node.mentions || 1));
    return [2 * radius, 2 * radius];
  }
  const lines = linesOf(node.label);
  return [Math.max(...lines.map(line => line.length)) * 6.9 + 22, lines.length * 15 + 12];
}

/** Draws a view and returns what is needed to select in it. */
function drawPicture(svg, view, act) {
  svg.querySelector("g.world")?.remove();
  const world = svgElement("g", { class: "world" }, svg);
  const isLarge = view.ids.length > LARGEST_LABELLED;
  const lines = svgElement("g", { class: "edges" }, world);
  const words = svgElement("g", { class: "words" }, world);
  const dots = svgElement("g", { class: "nodes" + (isLarge ? " large" : "") }, world);
  const drawn = { world, edges: new Map(), nodes: new Map(), boxes: [], extent: [], places: view.places };
  const named = new Set(isLarge ? view.strongest.slice(0, 40) : view.ids);
  drawn.boxes = view.ids.map(id => ({ at: view.places.get(id), size: view.sizes.get(id) }));
  const labels = view.bundles.length <= 80 ? drawn.boxes.map(box => [...box.at, ...box.size]) : null;
  for (const group of pairs(view.bundles)) {
    group.forEach((bundle, rank) =>
      drawBundle(drawn, lines, words, view, bundle, rank - (group.length - 1) / 2, labels, act));
  }
  for (const id of view.ids) drawNode(drawn, dots, view, id, isLarge, named.has(id), act);
  drawn.extent.push(...drawn.boxes);
  return drawn;
}

/** Bundles between the same two nodes, whichever way, lie side by side. */
function pairs(bundles) {
  const groups = new Map();
  for (const bundle of bundles) {
    const key = [bundle.source, bundle.target].sort().join("\n");
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(bundle);
  }
  return groups.values();
}

function drawBundle(drawn, lines, words, view, bundle, rank, labels, act) {
  const route = view.routes.get(bundle.key);
  const curve = route ? routedCurve(route) : curveOf(view, bundle, rank);
  if (route) drawn.extent.push(...route.points.map(at => ({ at, size: [0, 0] })));
  const group = svgElement("g", { class: "edge " + bundle.tone + " " + bundle.line }, lines);
  svgElement("path", { class: "hit", d: curve.path }, group);
  const path = svgElement("path", { class: "line", d: curve.path }, group);
  path.style.strokeWidth = bundle.tone === "tie" ? 1 : Math.min(6, 1 + Math.sqrt(bundle.weight));
  if (!bundle.symmetric) path.setAttribute("marker-end", "url(#arrow-" + bundle.tone + ")");
  const title = svgElement("title", {}, group);
  const name = id => view.model.nodes.get(id).label;
  title.textContent = name(bundle.source) + " — " + labelOf(bundle) + (bundle.symmetric ? " — " : " → ") + name(bundle.target);
  group.addEventListener("click", () => act.openBundle(bundle));
  drawn.edges.set(bundle.key, { group, bundle });
  if (labels) drawLabel(drawn, words, bundle, curve, labels, act);
}

/** The verbs beside the line, moved along it until they cover nothing, where that is possible. */
function drawLabel(drawn, words, bundle, curve, labels, act) {
  const said = speakersOf(bundle);
  const lines = linesOf(labelOf(bundle), 18);
  if (said.length) lines.push(...linesOf("(" + saidBy(said) + ")", 20));
  const size = [Math.max(...lines.map(line => line.length)) * 5.4, lines.length * 12];
  const free = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.22, 0.78]
    .map(t => curve.at(t)).find(([x, y]) => !labels.some(([bx, by, w, h]) =>
      Math.abs(bx - x) < (w + size[0]) / 2 && Math.abs(by - y) < (h + size[1]) / 2));
  const [x, y] = curve.label || free || curve.at(0.5);
  labels.push([x, y, ...size]);
  drawn.extent.push({ at: [x, y], size });
  const text = svgElement("text", { class: "word " + bundle.tone, x, y: y - (lines.length - 1) * 6 + 4 }, words);
  lines.forEach((line, index) => {
    const span = svgElement("tspan", { x, dy: index ? 12 : 0 }, text);
    span.textContent = line;
  });
  text.addEventListener("click", () => act.openBundle(bundle));
  drawn.edges.get(bundle.key).text = text;
}

/** "says Seoul", "say Seoul, Washington", "say Seoul and 2 others". */
function saidBy(names) {
  if (names.length === 1) return "says " + names[0];
  return names.length === 2 ? "say " + names.join(", ") : "say " + names[0] + " and " + (names.length - 1) + " others";
}

/** A curve that Graphviz has drawn, with a place for its label. */
function routedCurve({ points, label }) {
  return { path: "M" + points[0] + "C" + points.slice(1).join(" "), at: () => label, label };
}

/** A quadratic curve from border to border; `rank` says how far it bends. */
function curveOf(view, bundle, rank) {
  const a = view.places.get(bundle.source);
  const b = view.places.get(bundle.target);
  const isForward = bundle.source < bundle.target;
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  const bend = rank * Math.min(64, 22 + length / 12) * (isForward ? 1 : -1) * 2;
  const control = [(a[0] + b[0]) / 2 - (b[1] - a[1]) / length * bend,
    (a[1] + b[1]) / 2 + (b[0] - a[0]) / length * bend];
  const start = borderPoint(a, view.sizes.get(bundle.source), control, 1);
  const end = borderPoint(b, view.sizes.get(bundle.target), control, 4);
  const round = number => Math.round(number * 10) / 10;
  return {
    path: "M" + start.map(round) + "Q" + control.map(round) + " " + end.map(round),
    at: t => [0, 1].map(i =>
      (1 - t) * (1 - t) * start[i] + 2 * t * (1 - t) * control[i] + t * t * end[i]),
  };
}

/** Where the way from the middle of a box towards a point leaves the box. */
function borderPoint(middle, size, towards, gap) {
  const [dx, dy] = [towards[0] - middle[0], towards[1] - middle[1]];
  if (!dx && !dy) return [...middle];
  const scale = Math.min(
    dx ? (size[0] / 2 + gap) / Math.abs(dx) : Infinity, dy ? (size[1] / 2 + gap) / Math.abs(dy) : Infinity);
  return [middle[0] + dx * Math.min(scale, 1), middle[1] + dy * Math.min(scale, 1)];
}

function drawNode(drawn, parent, view, id, isLarge, isNamed, act) {
  const node = view.model.nodes.get(id);
  const [x, y] = view.places.get(id);
  const [width, height] = view.sizes.get(id);
  const group = svgElement("g", { class: "node " + node.type, transform: "translate(" + x + "," + y + ")" }, parent);
  if (isLarge) svgElement("circle", { r: width / 2 }, group);
  else {
    const corner = { country: 0, organisation: 4, place: 0, event: 0 }[node.type] ?? height / 2;
    svgElement("rect", { x: -width / 2, y: -height / 2, width, height, rx: corner }, group);
  }
  svgElement("title", {}, group).textContent = node.label + " (" + node.type + ")";
  if (isNamed) {
    const lines = isLarge ? [linesOf(node.label).join(" ")] : linesOf(node.label);
    const text = svgElement("text", { y: isLarge ? -width / 2 - 3 : 4 - (lines.length - 1) * 7.5 }, group);
    lines.forEach((line, index) => {
      svgElement("tspan", { x: 0, dy: index ? 15 : 0 }, text).textContent = line;
    });
  }
  group.addEventListener("click", () => act.openNode(id));
  drawn.nodes.set(id, group);
}
