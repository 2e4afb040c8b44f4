// Statistics as small tables and bars.

function showFigures(container, statistics, model, act) {
  const label = id => model.nodes.has(id) ? model.nodes.get(id).label : id;
  const nodeButton = id => make("button", { class: "link", text: label(id), on: { click: () => act.openNode(id) } });
  replaceContent(container, make("div", { class: "figures" },
    timeline(statistics.timeline),
    figure("Balance of pairs", balanceTable(statistics.balance, nodeButton)),
    figure("Entities with most relations", table(["", "type", "edges", "out", "in"],
      statistics.degree_leaders.map(l => [nodeButton(l.id), l.type, l.outgoing + l.incoming, l.outgoing, l.incoming]))),
    figure("Entities by type", bars(statistics.types)),
    figure("Relations by category", bars(statistics.categories)),
    figure("Relations", bars(statistics.relations.slice(0, 15))),
    figure("Stance", bars(statistics.stances)),
    figure("Connected parts", make("p", { text: statistics.components.length
      ? statistics.components.length + ", of " + statistics.components.slice(0, 12).join(", ") + (statistics.components.length > 12 ? ", …" : "") + " entities" : "none" }))));
}

function figure(title, content) {
  return make("section", { class: "figure" }, make("h2", { text: title }), content);
}

function table(heads, rows) {
  if (!rows.length) return make("p", { class: "note", text: "none" });
  const isNumber = value => typeof value === "number" || /^[+−]?[\d.]+$/.test(value);
  const cell = value => value instanceof Node ? make("td", {}, value) : make("td", { text: String(value), class: isNumber(value) ? "number" : undefined });
  return make("table", {}, make("thead", {}, make("tr", {}, ...heads.map(text => make("th", { scope: "col", text })))),
    make("tbody", {}, ...rows.map(row => make("tr", {}, ...row.map(cell)))));
}

function bars(counts) {
  if (!counts.length) return make("p", { class: "note", text: "none" });
  const most = Math.max(...counts.map(c => c.count));
  return make("table", { class: "bars" }, make("tbody", {}, ...counts.map(({ name, count }) => {
    const bar = make("span", { class: "bar-line" });
    bar.style.width = (100 * count / most) + "%";
    return make("tr", {}, make("th", { scope: "row", text: name }), make("td", { class: "number", text: String(count) }), make("td", { class: "wide" }, bar));
  })));
}

function balanceTable(balance, nodeButton) {
  const signed = value => (value > 0 ? "+" : value < 0 ? "−" : "") + Math.round(Math.abs(value) * 10) / 10;
  return table(["", "", "cooperation", "conflict", "Goldstein"],
    balance.map(b => [nodeButton(b.first), nodeButton(b.second), b.cooperation, b.conflict, signed(b.goldstein)]));
}

const MOST_MONTHS = 120;

/** By month, or by year where months would be too thin to see. */
function timeline(months) {
  const isLong = months.length > MOST_MONTHS;
  return figure("Acts told as fact, by " + (isLong ? "year" : "month"), timelineChart(isLong ? yearsOf(months) : months));
}

function yearsOf(months) {
  const years = new Map();
  for (const { month, cooperation, conflict, articles } of months) {
    const year = month.slice(0, 4);
    const sum = years.get(year) || { month: year, cooperation: 0, conflict: 0, articles: 0 };
    years.set(year, { month: year, cooperation: sum.cooperation + cooperation, conflict: sum.conflict + conflict, articles: sum.articles + articles });
  }
  return [...years.values()];
}

/** Cooperation above the line, conflict below. */
function timelineChart(months) {
  if (!months.length) return make("p", { class: "note", text: "no dates" });
  const step = Math.max(6, Math.min(28, 640 / months.length));
  const width = months.length * step;
  const most = Math.max(1, ...months.flatMap(m => [m.cooperation, m.conflict]));
  const svg = svgElement("svg", { viewBox: "0 0 " + (width + 50) + " 160", class: "timeline", role: "img",
    "aria-label": "Cooperation and conflict by month" });
  svg.style.maxWidth = width + 50 + "px";
  svgElement("line", { class: "axis", x1: 30, x2: 30 + width, y1: 70, y2: 70 }, svg);
  months.forEach((month, index) => {
    const x = 30 + index * step;
    const [up, down] = [month.cooperation / most * 60, month.conflict / most * 60];
    const group = svgElement("g", {}, svg);
    svgElement("rect", { class: "cooperation", x, y: 70 - up, width: step * 0.8, height: up }, group);
    svgElement("rect", { class: "conflict", x, y: 70, width: step * 0.8, height: down }, group);
    svgElement("rect", { class: "catch", x, y: 5, width: step, height: 130 }, group);
    svgElement("title", {}, group).textContent = month.month + ": " + month.cooperation + " of cooperation, " + month.conflict
      + " of conflict, in " + plural(month.articles, "article", "articles");
    if (index % Math.ceil(60 / step) === 0) svgElement("text", { x, y: 150 }, svg).textContent = month.month;
  });
  for (const [value, y] of [[most, 14], [most, 134]]) {
    svgElement("text", { class: "scale", x: 26, y }, svg).textContent = String(value);
  }
  return svg;
}
