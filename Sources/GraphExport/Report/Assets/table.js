// The same relations as a table: sorting, and a CSV file of all rows.

const ROWS_AT_ONCE = 200;
const COLUMNS = [
  ["from", (m, e) => m.nodes.get(e.source).label], ["relation", (m, e) => e.label],
  ["to", (m, e) => m.nodes.get(e.target).label], ["category", (m, e) => e.category],
  ["stance", (m, e) => e.stance], ["who says so", (m, e) => (e.attribution || []).join(", ")],
  ["articles", (m, e) => e.weight], ["first", (m, e) => e.first_date || ""],
  ["last", (m, e) => e.last_date || ""], ["grade", (m, e) => e.grade],
];

function makeTable(container, model, act) {
  const state = { edges: [], column: 6, ascending: false, shown: ROWS_AT_ONCE };
  const body = make("tbody", {});
  const note = make("p", { class: "note", role: "status" });
  const more = make("button", { text: "Show more rows", on: { click: () => { state.shown += ROWS_AT_ONCE; fill(); } } });
  const heads = COLUMNS.map(([name], index) => make("th", { scope: "col" },
    make("button", { text: name, on: { click: () => sortBy(index) } })));
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...heads)), body);
  const save = make("button", { text: "Download as CSV", id: "download", on: {
    click: () => download("relations.csv", csvOf(model, sorted(model, state)), "text/csv") } });
  replaceContent(container, make("div", { class: "bar" }, note, save), make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Relations" }, table), more);

  const sortBy = index => {
    state.ascending = state.column === index ? !state.ascending : index < 6;
    state.column = index;
    fill();
  };

  const fill = () => {
    const rows = sorted(model, state);
    heads.forEach((head, index) => head.setAttribute("aria-sort",
      index !== state.column ? "none" : state.ascending ? "ascending" : "descending"));
    replaceContent(body, ...rows.slice(0, state.shown).map(edge => row(model, edge, act)));
    note.textContent = plural(rows.length, "relation", "relations")
      + (rows.length > state.shown ? ", the first " + state.shown + " shown" : "");
    more.hidden = rows.length <= state.shown;
  };

  return edges => { state.edges = edges; state.shown = ROWS_AT_ONCE; fill(); };
}

function sorted(model, state) {
  const value = COLUMNS[state.column][1];
  const direction = state.ascending ? 1 : -1;
  return [...state.edges].sort((a, b) => {
    const [x, y] = [value(model, a), value(model, b)];
    const order = typeof x === "number" ? x - y : String(x).localeCompare(String(y), "en");
    return order * direction || a.place - b.place;
  });
}

function row(model, edge, act) {
  const cells = COLUMNS.map(([name, value], index) => {
    const text = String(value(model, edge));
    if (index === 0) return make("td", {}, make("button", { class: "link", text, on: { click: () => act.openNode(edge.source) } }));
    if (index === 2) return make("td", {}, make("button", { class: "link", text, on: { click: () => act.openNode(edge.target) } }));
    if (index === 1) return make("td", {}, make("button", { class: "link label " + lineOf(edge), text, on: { click: () => act.openEdges([edge]) } }));
    return make("td", { text });
  });
  return make("tr", { class: edge.tone }, ...cells);
}

/** Quoted throughout; what a spreadsheet would run gets its own mark for text. */
function csvOf(model, edges) {
  const field = value => {
    const text = String(value ?? "");
    const guarded = /^[=+\-@\t\r]/.test(text) && typeof value !== "number" ? "'" + text : text;
    return "\"" + guarded.replaceAll("\"", "\"\"") + "\"";
  };
  const names = ["id", ...COLUMNS.map(([name]) => name.replaceAll(" ", "_")), "relation_id", "cameo", "goldstein"];
  const lines = edges.map(edge => [edge.id, ...COLUMNS.map(([, value]) => value(model, edge)),
    edge.relation, edge.cameo, edge.goldstein].map(field).join(","));
  return [names.join(","), ...lines].join("\n") + "\n";
}
