// What is known of one node, or of the relations between two, beside the picture.

const LONGEST_LIST = 60;

function nodeCard(model, id, act) {
  const node = model.nodes.get(id);
  const edges = model.edges.filter(edge => edge.source === id || edge.target === id)
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const facts = make("dl", {});
  const add = (name, value) => {
    if (value === undefined || value === null || value === "" || value.length === 0) return;
    facts.append(make("dt", { text: name }), make("dd", { text: Array.isArray(value) ? value.join(" · ") : String(value) }));
  };
  add("roles", node.roles);
  add("also called", (node.aliases || []).filter(alias => alias !== node.label));
  add("seen", node.first_seen && (node.first_seen === node.last_seen ? node.first_seen : node.first_seen + " to " + node.last_seen));
  add("named", plural(node.mentions, "time", "times") + " in " + plural(node.articles, "article", "articles"));
  add("id", node.id);
  add("elsewhere", Object.entries(node.ids || {}).map(([scheme, value]) => scheme + ": " + value));
  for (const [name, value] of Object.entries(node.attributes || {})) add(name, value);
  add("known before as", node.former_ids);
  add("found by", node.found_by);
  add("could also be", node.candidates);
  return make("article", { class: "card" },
    make("p", { class: "kind " + node.type, text: node.subtype ? node.type + ", " + node.subtype : node.type }),
    make("h2", { text: node.label, tabindex: "-1" }),
    make("p", { class: "actions" },
      make("button", { text: "Only its surroundings", on: { click: () => act.around(id) } })),
    facts,
    edges.length ? make("h3", { text: plural(edges.length, "relation", "relations") }) : null,
    relationList(model, edges, act),
    articleList(model, edges));
}

function relationList(model, edges, act) {
  const list = make("ul", { class: "relations" });
  for (const edge of edges.slice(0, LONGEST_LIST)) {
    list.append(make("li", {}, make("button", { class: "relation " + edge.tone, on: { click: () => act.openEdges([edge]) } },
      sentenceOf(model, edge))));
  }
  if (edges.length > LONGEST_LIST) {
    list.append(make("li", { text: "and " + (edges.length - LONGEST_LIST) + " more: see the table" }));
  }
  return list;
}

function sentenceOf(model, edge) {
  const name = id => make("span", { class: "name", text: model.nodes.get(id).label });
  return make("span", {}, name(edge.source), " ",
    make("span", { class: "label " + lineOf(edge), text: edge.label }), edge.symmetric ? " ↔ " : " → ", name(edge.target));
}

function articleList(model, edges) {
  const ids = [...new Set(edges.flatMap(edge => edge.evidence.map(piece => piece.article)))];
  if (!ids.length) return null;
  const list = make("ul", { class: "articles" });
  for (const id of ids.slice(0, LONGEST_LIST)) list.append(make("li", {}, articleName(model, id)));
  if (ids.length > LONGEST_LIST) list.append(make("li", { text: "and " + (ids.length - LONGEST_LIST) + " more" }));
  return make("details", {}, make("summary", { text: plural(ids.length, "article", "articles") }), list);
}

function articleName(model, id) {
  const article = model.articles.get(id);
  const title = (article && article.title) || id;
  const link = safeLink(article && article.url);
  const words = [article && article.source, article && article.date, title !== id ? id : ""].filter(Boolean).join(", ");
  return make("span", { class: "source" },
    link ? make("a", { href: link, rel: "noopener noreferrer", target: "_blank", text: title }) : make("cite", { text: title }),
    words ? " (" + words + ")" : null);
}

/** Edges between two nodes with every sentence that shows them. */
function evidenceCard(model, edges, act) {
  const [source, target] = [edges[0].source, edges[0].target];
  const button = id => make("button", { class: "link", text: model.nodes.get(id).label, on: { click: () => act.openNode(id) } });
  return make("article", { class: "card" },
    make("p", { class: "kind", text: edges.length > 1 ? plural(edges.length, "relation", "relations") : "relation" }),
    make("h2", { tabindex: "-1" }, button(source), edges[0].symmetric ? " ↔ " : " → ", button(target)),
    ...edges.map(edge => edgeSection(model, edge)));
}

function edgeSection(model, edge) {
  const codes = [edge.category + (edge.mode ? ", " + edge.mode : ""), edge.cameo && "CAMEO " + edge.cameo,
    edge.goldstein !== undefined && "Goldstein " + edge.goldstein, "grade " + edge.grade].filter(Boolean).join(" · ");
  const section = make("section", { class: "edge-card" },
    make("h3", { class: edge.tone }, make("span", { class: "label " + lineOf(edge), text: edge.label })),
    make("p", { class: "stance" }, stanceWords(edge)),
    make("p", { class: "codes", text: codes }));
  const told = make("p", { class: "codes", text: plural(edge.weight, "independent article", "independent articles")
    + (edge.first_date ? ", " + (edge.first_date === edge.last_date ? edge.first_date : edge.first_date + " to " + edge.last_date) : "") });
  section.append(told);
  if ((edge.theme || []).length) section.append(make("p", { class: "codes", text: "what: " + edge.theme.join(" · ") }));
  if ((edge.via || []).length) section.append(make("p", { class: "codes", text: "through: " + edge.via.join(" · ") }));
  for (const piece of edge.evidence) section.append(quotation(model, edge, piece));
  return section;
}

function stanceWords(edge) {
  const words = edge.stance === STANCES[0] ? "told as fact" : [edge.modality !== "asserted" ? edge.modality : "", edge.polarity === "negated" ? "said not to be so" : ""].filter(Boolean).join(", ");
  const said = (edge.speakers || []).map(s => s.name + (s.count > 1 ? " (" + s.count + ")" : "")).join(", ");
  return make("span", {}, words, said ? "; " + ((edge.attribution || []).length ? "says " : "also says ") + said : null);
}

function quotation(model, edge, piece) {
  const figure = make("figure", {});
  if (piece.quote) {
    const quote = make("blockquote", {});
    for (const [text, mark] of markedPieces(model, edge, piece)) {
      quote.append(mark ? make("mark", { class: mark, text }) : text);
    }
    figure.append(quote);
  }
  const notes = [piece.date, piece.speakers && "says " + piece.speakers.join(", "), "grade " + piece.grade].filter(Boolean).join(" · ");
  figure.append(make("figcaption", {}, articleName(model, piece.article), make("span", { class: "notes", text: notes })));
  return figure;
}
