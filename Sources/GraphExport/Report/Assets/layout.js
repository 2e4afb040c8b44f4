// Where nodes stand. Graphviz has placed them beforehand; a part that the reader chose is loosened
// from there, so that it fills the picture.

const LARGEST_LOOSENED = 260;

/** Positions by id for the nodes of a view. */
function placesFor(layout, ids, bundles, isFirstPicture, sizeOf) {
  if (isFirstPicture) return pick(new Map(layout.overview), ids);
  const places = pick(new Map(layout.whole), ids);
  const extent = Math.max(0, ...[...places.values()].map(([x, y]) => Math.hypot(x, y)));
  ids.filter(id => !places.has(id)).forEach((id, index) => places.set(id, spiral(index, extent)));
  return ids.length <= LARGEST_LOOSENED ? loosened(places, ids, bundles, sizeOf) : places;
}

/** Whether Graphviz has drawn just this beforehand. */
function isPrepared(layout, ids) {
  const overview = new Map(layout.overview);
  return ids.every(id => overview.has(id));
}

/** The prepared lines of bundles, by their keys. */
function routesFor(layout, bundles) {
  const routes = new Map(layout.routes.map(([id, points, label]) => [id, { points, label }]));
  return new Map(bundles.map(bundle => [bundle.key, bundle.edges.map(edge => routes.get(edge.id)).find(Boolean)]));
}

function pick(all, ids) {
  return new Map(ids.filter(id => all.has(id)).map(id => [id, [...all.get(id)]]));
}

/** Around all that has a place. */
function spiral(index, extent) {
  const angle = index * 2.399963;
  const radius = extent + 60 * Math.sqrt(index + 1);
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

/** Springs along bundles, repulsion between all; the same steps every time. */
function loosened(places, ids, bundles, sizeOf) {
  const index = new Map(ids.map((id, i) => [id, i]));
  const points = ids.map(id => places.get(id));
  const sizes = ids.map(sizeOf);
  rescale(points, 150 * Math.sqrt(ids.length));
  const springs = [...new Set(bundles.map(b => [b.source, b.target].sort().join("\n")))]
    .map(key => key.split("\n").map(id => index.get(id)));
  const rounds = 220;
  for (let round = 0; round < rounds; round += 1) {
    const heat = 30 * (1 - round / rounds) + 1;
    const forces = points.map(point => [-point[0] * 0.012, -point[1] * 0.02]);
    repel(points, sizes, forces);
    attract(points, sizes, springs, forces);
    points.forEach((point, i) => {
      const length = Math.hypot(...forces[i]) || 1;
      const step = Math.min(length, heat) / length;
      point[0] += forces[i][0] * step;
      point[1] += forces[i][1] * step;
    });
  }
  return new Map(ids.map((id, i) => [id, points[i]]));
}

function rescale(points, size) {
  const xs = points.map(p => p[0]);
  const ys = points.map(p => p[1]);
  const middle = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
  const extent = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys), 1);
  points.forEach((point, i) => {
    // A little apart, for those that stand on one spot.
    point[0] = (point[0] - middle[0]) / extent * size + (i % 7) - 3;
    point[1] = (point[1] - middle[1]) / extent * size + (i % 5) - 2;
  });
}

function repel(points, sizes, forces) {
  for (let i = 0; i < points.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const dx = points[i][0] - points[j][0] || 0.1 * (i - j);
      const dy = points[i][1] - points[j][1] || 0.1;
      const roomX = (sizes[i][0] + sizes[j][0]) / 2 + 70;
      const roomY = (sizes[i][1] + sizes[j][1]) / 2 + 60;
      const near = Math.hypot(dx / roomX, dy / roomY) || 0.01;
      if (near > 4) continue;
      const push = near < 1 ? 30 * (1.2 - near) + 8 : 8 / (near * near);
      const length = Math.hypot(dx, dy) || 1;
      forces[i][0] += dx / length * push;
      forces[i][1] += dy / length * push;
      forces[j][0] -= dx / length * push;
      forces[j][1] -= dy / length * push;
    }
  }
}

function attract(points, sizes, springs, forces) {
  for (const [a, b] of springs) {
    const dx = points[b][0] - points[a][0];
    const dy = points[b][1] - points[a][1];
    const length = Math.hypot(dx, dy) || 1;
    const rest = (sizes[a][0] + sizes[b][0]) / 2 + 130;
    const pull = (length - rest) * 0.06;
    forces[a][0] += dx / length * pull;
    forces[a][1] += dy / length * pull;
    forces[b][0] -= dx / length * pull;
    forces[b][1] -= dy / length * pull;
  }
}
