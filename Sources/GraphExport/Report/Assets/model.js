"use strict";
// The graph as values: look-ups, filters, bundles. Nothing here touches the page.

const TONES = [
  ["verbal-cooperation", "cooperation in words", ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"]],
  ["material-cooperation", "cooperation in deeds", ["COOPERATE", "AID", "RETREAT"]],
  ["verbal-conflict", "conflict in words", ["REQUEST", "ACCUSE", "REJECT", "THREATEN"]],
  ["material-conflict", "conflict in deeds", ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]],
  ["tie", "office, membership, place", ["office", "affiliation", "part-of", "location", "kinship"]],
  ["speech", "speech", ["communication"]],
  ["other", "other", ["other"]],
];
const TONE_OF = new Map(TONES.flatMap(([tone, , categories]) => categories.map(c => [c, tone])));
const STANCES = ["told as fact", "said not to be so", "denied", "planned", "possible", "demanded",
  "conditional", "hypothetical"];
const FULL_GRADES = ["A", "B", "C"];

/** What the reader is told of an edge's stance, one of STANCES. */
function stanceOf(edge) {
  if (edge.modality !== "asserted") return edge.modality;
  return edge.polarity === "negated" ? STANCES[1] : STANCES[0];
}

/** Solid for facts, dashed for what is said not to be so, dotted for the rest. */
function lineOf(edge) {
  if (edge.polarity === "negated" || edge.modality === "denied") return "dashed";
  return edge.modality === "asserted" ? "solid" : "dotted";
}

function makeModel(graph, layout) {
  const nodes = new Map(graph.nodes.map(node => [node.id, node]));
  const articles = new Map((graph.graph.articles || []).map(article => [article.id, article]));
  for (const edge of graph.edges) {
    edge.tone = TONE_OF.get(edge.category) || "other";
    edge.stance = stanceOf(edge);
    edge.evidence = edge.evidence || [];
    edge.days = datesOf(edge);
  }
  const months = monthsOf(graph.edges.flatMap(edge => edge.days));
  const degrees = new Map();
  for (const edge of graph.edges) {
    for (const end of [edge.source, edge.target]) degrees.set(end, (degrees.get(end) || 0) + 1);
  }
  placeEdges(graph.edges, nodes);
  return { nodes, articles, edges: graph.edges, months, degrees, folded: new Map(layout.folded) };
}

/** Where each edge stands among all, the strongest first, as bundles do. */
function placeEdges(edges, nodes) {
  const mentions = edge => nodes.get(edge.source).mentions + nodes.get(edge.target).mentions;
  [...edges].sort((a, b) => b.weight - a.weight || b.count - a.count || rankOf(a.tone) - rankOf(b.tone)
    || (a.grade < b.grade ? -1 : a.grade > b.grade ? 1 : 0) || mentions(b) - mentions(a) || (a.id < b.id ? -1 : 1))
    .forEach((edge, place) => { edge.place = place; });
}

/** The first and last day that each date of the edge's evidence can mean are what time is about. */
function datesOf(edge) {
  const dates = edge.evidence.map(piece => piece.date).filter(Boolean);
  return dates.length ? dates : [edge.first_date, edge.last_date].filter(Boolean);
}

/**
 * The months in which something happened, for the slider to step through: a single treaty of 1948 shall
 * not take the room of the years that the articles are about. A year alone is its first month.
 */
function monthsOf(days) {
  return [...new Set(days.map(day => day.length < 7 ? day.slice(0, 4) + "-01" : day.slice(0, 7)))].sort();
}

function defaultFilter(model) {
  return {
    bundles: 25, types: new Set(), tones: new Set(["speech"]), stances: new Set(), relation: "",
    doubtful: false, isolated: false, folds: true, from: 0,
    to: Math.max(0, model.months.length - 1), around: null, hops: 1,
  };
}

/** Whether the reader has changed anything: else the prepared first picture is shown. */
function isDefault(filter, model) {
  const other = defaultFilter(model);
  return Object.keys(other).every(key => {
    const [a, b] = [filter[key], other[key]];
    return a instanceof Set ? a.size === b.size && [...a].every(x => b.has(x)) : a === b;
  });
}

/** The edges that pass the filter. Sets hold what is hidden. */
function visibleEdges(model, filter) {
  const first = model.months[filter.from];
  const last = model.months[filter.to];
  const isWholeTime = filter.from === 0 && filter.to >= model.months.length - 1;
  const isWithin = date => date.slice(0, 7) <= last && (date.length < 7
    ? date.slice(0, 4) >= first.slice(0, 4) : date.slice(0, 7) >= first);
  const kept = model.edges.filter(edge =>
    !filter.tones.has(edge.tone) && !filter.stances.has(edge.stance)
    && (filter.doubtful || edge.grade !== "C")
    && (!filter.relation || edge.relation === filter.relation)
    && !filter.types.has(model.nodes.get(edge.source).type)
    && !filter.types.has(model.nodes.get(edge.target).type)
    && (isWholeTime || edge.days.some(isWithin)));
  return filter.around === null ? kept : surroundings(kept, filter.around, filter.hops);
}

function surroundings(edges, start, hops) {
  const reached = new Set([start]);
  for (let hop = 0; hop < hops; hop += 1) {
    const before = new Set(reached);
    for (const edge of edges) {
      if (before.has(edge.source)) reached.add(edge.target);
      if (before.has(edge.target)) reached.add(edge.source);
    }
  }
  return edges.filter(edge => reached.has(edge.source) && reached.has(edge.target));
}

/** Parallel edges of one category and stance as one, the heaviest first. */
function bundlesOf(model, edges, folds) {
  const bundles = new Map();
  const foldedID = id => (folds && model.folded.get(id)) || id;
  for (const edge of edges) {
    let [source, target] = [foldedID(edge.source), foldedID(edge.target)];
    if (source === target) continue;
    if (edge.symmetric && target < source) [source, target] = [target, source];
    const key = [source, target, edge.category, edge.polarity, edge.modality, edge.symmetric].join("\n");
    let bundle = bundles.get(key);
    if (!bundle) {
      bundle = { key, source, target, edges: [], weight: 0, count: 0, place: 0, grade: "C",
        mentions: model.nodes.get(source).mentions + model.nodes.get(target).mentions,
        tone: edge.tone, line: lineOf(edge), symmetric: edge.symmetric };
      bundles.set(key, bundle);
    }
    bundle.edges.push(edge);
    bundle.weight += edge.weight;
    bundle.count += edge.count;
    if (edge.grade < bundle.grade) bundle.grade = edge.grade;
  }
  const list = [...bundles.values()].sort(compareBundles);
  const counts = new Map();
  for (const bundle of list) {
    const pair = [bundle.source, bundle.target, bundle.symmetric].join("\n");
    bundle.place = counts.get(pair) || 0;
    counts.set(pair, bundle.place + 1);
  }
  return list.sort(compareBundles);
}

/** As `PictureGraph.Bundle.comes(before:)`: of equals who has no line yet to the same party comes first. */
function compareBundles(a, b) {
  return b.weight - a.weight || b.count - a.count
    || rankOf(a.tone) - rankOf(b.tone) || a.place - b.place
    || (a.grade < b.grade ? -1 : a.grade > b.grade ? 1 : 0)
    || b.mentions - a.mentions || (a.key < b.key ? -1 : 1);
}

/** Acts, whatever else, ties. */
function rankOf(tone) {
  return { other: 1, speech: 1, tie: 2 }[tone] || 0;
}

/** The heaviest of all, as `PictureGraph.Bundle.chosen`: ties beyond a third give way to acts. */
function chosenBundles(limit, all) {
  if (all.length <= limit) return all;
  const [ties, acts] = [all.filter(b => b.tone === "tie"), all.filter(b => b.tone !== "tie")];
  const tieCount = Math.min(ties.length, Math.max(Math.floor(limit / 3), limit - acts.length));
  const shownActs = acts.slice(0, limit - tieCount);
  const parties = new Set(shownActs.flatMap(b => [b.source, b.target]));
  const strangers = b => !parties.has(b.source) + !parties.has(b.target);
  const shownTies = [...ties].sort((a, b) => strangers(a) - strangers(b)).slice(0, tieCount);
  const shown = new Set([...shownActs, ...shownTies]);
  return all.filter(b => shown.has(b));
}

/** "planned: support, aid": the stance and at most three verbs, the heaviest first. */
function labelOf(bundle) {
  const edges = [...bundle.edges].sort((a, b) => b.weight - a.weight || b.count - a.count || (a.id < b.id ? -1 : 1));
  const verbs = [...new Set(edges.map(edge => edge.lemma))];
  const prefix = edges[0].label.slice(0, edges[0].label.length - edges[0].lemma.length);
  return prefix + verbs.slice(0, 3).join(", ") + (verbs.length > 3 ? ", …" : "");
}

/** Who says so, when all of it is attributed. */
function speakersOf(bundle) {
  if (!bundle.edges.every(edge => (edge.attribution || []).length)) return [];
  return [...new Set(bundle.edges.flatMap(edge => edge.attribution))];
}

/** The sentence cut into plain and marked pieces: [text, mark or ""]. */
function markedPieces(model, edge, piece) {
  const bytes = new TextEncoder().encode(piece.quote || "");
  const span = piece.sentence_span;
  const marks = span && span[1] - span[0] === bytes.length
    ? [["source", piece.source], ["trigger", piece.trigger], ["target", piece.target]]
      .map(([name, at]) => wholeName(model, edge, piece.quote, { name, start: at[0] - span[0], end: at[1] - span[0] }))
    : marksByName(model, edge, piece.quote || "");
  return cut(bytes, marks.filter(mark => mark.start >= 0 && mark.end <= bytes.length && mark.end > mark.start));
}

/** The mark of a party points to one word of its name; here it becomes the longest known name around that word. */
function wholeName(model, edge, quote, mark) {
  if (mark.name === "trigger") return mark;
  const node = model.nodes.get(edge[mark.name]);
  const size = text => new TextEncoder().encode(text).length;
  let best = mark;
  for (const form of [node.label, ...(node.aliases || [])]) {
    for (let at = form ? quote.indexOf(form) : -1; at >= 0; at = quote.indexOf(form, at + 1)) {
      const start = size(quote.slice(0, at));
      const end = start + size(form);
      if (start <= mark.start && end >= mark.end && end - start > best.end - best.start) best = { name: mark.name, start, end };
    }
  }
  return best;
}

/** For a sentence whose bytes are not those of the article: names where they first stand. */
function marksByName(model, edge, quote) {
  const find = (name, forms) => {
    const form = forms.filter(f => quote.includes(f)).sort((a, b) => b.length - a.length)[0];
    if (!form) return [];
    const start = new TextEncoder().encode(quote.slice(0, quote.indexOf(form))).length;
    return [{ name, start, end: start + new TextEncoder().encode(form).length }];
  };
  const forms = id => [model.nodes.get(id).label, ...(model.nodes.get(id).aliases || [])];
  return [...find("source", forms(edge.source)), ...find("target", forms(edge.target))];
}

function cut(bytes, marks) {
  const text = (start, end) => new TextDecoder().decode(bytes.subarray(start, end));
  const pieces = [];
  let at = 0;
  for (const mark of marks.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start < at) continue;
    if (mark.start > at) pieces.push([text(at, mark.start), ""]);
    pieces.push([text(mark.start, mark.end), mark.name]);
    at = mark.end;
  }
  if (at < bytes.length) pieces.push([text(at, bytes.length), ""]);
  return pieces;
}
