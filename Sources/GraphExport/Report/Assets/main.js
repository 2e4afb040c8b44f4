// The page put together: one filter, and the views that follow it.

function start() {
  const graph = JSON.parse(byID("graph-data").textContent);
  const layout = JSON.parse(byID("layout-data").textContent);
  const statistics = JSON.parse(byID("statistics-data").textContent);
  const model = makeModel(graph, layout);
  const filter = defaultFilter(model);
  const svg = byID("picture");
  const camera = makeCamera(svg);
  let drawn = null;
  let selection = null;

  const act = {
    openNode: id => select({ node: id }, nodeCard(model, id, act)),
    openBundle: bundle => act.openEdges(bundle.edges),
    openEdges: edges => select({ edges }, evidenceCard(model, edges, act)),
    around: id => { filter.around = id; changed(); showTab("graph"); },
  };

  const select = (selected, card) => { selection = selected; openCard(card); highlight(); reveal(); };

  const openCard = card => {
    replaceContent(byID("card"), make("button", { class: "close", "aria-label": "Close", text: "×", on: { click: closeCard } }), card);
    byID("card").hidden = false;
    card.querySelector("h2").focus({ preventScroll: true });
    byID("card").scrollTop = 0;
  };
  const closeCard = () => { byID("card").hidden = true; selection = null; highlight(); svg.focus({ preventScroll: true }); };

  const selectedIDs = () => !selection ? [] : selection.node ? [selection.node] : selection.edges.flatMap(e => [e.source, e.target]);

  const highlight = () => {
    if (!drawn) return;
    drawn.world.classList.toggle("selecting", selection !== null);
    const edges = new Set(selection?.edges);
    for (const { group, bundle, text } of drawn.edges.values()) {
      const isOn = selection && (selection.node ? [bundle.source, bundle.target].includes(selection.node) : bundle.edges.some(e => edges.has(e)));
      group.classList.toggle("on", Boolean(isOn));
      text?.classList.toggle("on", Boolean(isOn));
    }
    const ids = new Set(selectedIDs());
    for (const [id, group] of drawn.nodes) {
      group.classList.toggle("on", ids.has(id));
    }
  };

  /** What is selected, with its neighbours where there is room for them, beside the card. */
  const reveal = () => {
    const ids = new Set(selectedIDs());
    const near = [...drawn.edges.values()].flatMap(({ bundle: { source, target } }) =>
      selection.node && (ids.has(source) || ids.has(target)) ? [source, target] : []);
    for (const shown of [near, [...ids]]) {
      const places = shown.map(id => drawn.places.get(id)).filter(Boolean);
      if (places.length) camera.reveal(places);
    }
  };

  const showTable = makeTable(byID("table-view"), model, act);

  const show = () => {
    const edges = visibleEdges(model, filter);
    const bundles = bundlesOf(model, edges, filter.folds);
    const shown = chosenBundles(filter.bundles, bundles);
    const view = viewOf(model, layout, filter, shown);
    drawn = drawPicture(svg, view, act);
    camera.show(drawn.world);
    camera.fit(drawn.extent);
    highlight();
    caption(model, edges, bundles, shown, view);
    showTable(edges);
  };
  const changed = makeFilters(byID("filters"), model, filter, show);

  setUpSearch(model, act, id => {
    const box = drawn?.nodes.has(id) ? drawn.boxes[[...drawn.nodes.keys()].indexOf(id)] : null;
    if (box) camera.centre(box.at);
  });
  setUpTabs(() => camera.fit(drawn.extent));
  byID("zoom-in").addEventListener("click", () => camera.zoom(1.25));
  byID("zoom-out").addEventListener("click", () => camera.zoom(0.8));
  byID("zoom-fit").addEventListener("click", () => camera.fit(drawn.extent));
  byID("theme").addEventListener("click", switchTheme);
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && !byID("card").hidden) closeCard();
    if (event.key === "/" && !/^(INPUT|SELECT)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      byID("search").focus();
    }
  });
  let width = svg.clientWidth;
  new ResizeObserver(() => {
    if (svg.clientWidth === width || svg.clientWidth === 0) return;
    width = svg.clientWidth;
    // A card beside the picture takes room, but shall not make the words too small to read.
    if (!selection) camera.fit(drawn.extent);
  }).observe(svg);
  setUpPrinting(() => camera.frame(drawn.extent), () => camera.release());
  // Where the choices stand above the picture, they begin closed.
  byID("side").open = !matchMedia("(max-width: 820px)").matches;
  showFigures(byID("figures-view"), statistics, model, act);
  show();
  document.documentElement.dataset.ready = "yes";
}

/** Paper is light, and of its own size. */
function setUpPrinting(frame, release) {
  const root = document.documentElement;
  let theme;
  window.addEventListener("beforeprint", () => { theme = root.dataset.theme; root.dataset.theme = "light"; frame(); });
  window.addEventListener("afterprint", () => {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    release();
  });
}

/** The nodes of a picture, where they stand and how large they are. */
function viewOf(model, layout, filter, bundles) {
  const ids = new Set(bundles.flatMap(bundle => [bundle.source, bundle.target]));
  if (filter.isolated) {
    for (const node of model.nodes.values()) {
      if (!filter.types.has(node.type) && !(filter.folds && model.folded.has(node.id))) ids.add(node.id);
    }
  }
  if (filter.around !== null) ids.add(filter.around);
  const list = [...ids].sort();
  const isLarge = list.length > LARGEST_LABELLED;
  const sizes = new Map(list.map(id => [id, sizeOfNode(model.nodes.get(id), isLarge)]));
  const isFirst = isDefault(filter, model) && isPrepared(layout, list);
  const places = placesFor(layout, list, bundles, isFirst, id => sizes.get(id));
  const routes = isFirst ? routesFor(layout, bundles) : new Map();
  const strongest = [...list].sort((a, b) => (model.degrees.get(b) || 0) - (model.degrees.get(a) || 0));
  return { model, ids: list, bundles, sizes, places, routes, strongest };
}

function caption(model, edges, bundles, shown, view) {
  const drawnEdges = shown.reduce((sum, bundle) => sum + bundle.edges.length, 0);
  const parts = ["Shown: " + view.ids.length + " of " + plural(model.nodes.size, "entity", "entities") + ", "
    + drawnEdges + " of " + plural(model.edges.length, "relation", "relations") + " in " + plural(shown.length, "bundle", "bundles") + "."];
  const hidden = model.edges.length - edges.length;
  if (hidden) parts.push(hidden + " are left out by the choices on the left.");
  if (bundles.length > shown.length) parts.push(plural(bundles.length - shown.length, "lighter bundle is", "lighter bundles are") + " left out.");
  byID("caption").textContent = parts.join(" ");
}

function setUpSearch(model, act, centre) {
  const input = byID("search");
  const list = byID("found");
  const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const names = [...model.nodes.values()].map(node => ({ node, text: fold([node.label, ...(node.aliases || [])].join("\n")) }));
  const open = id => { replaceContent(list); input.setAttribute("aria-expanded", "false"); act.openNode(id); centre(id); };
  const find = () => {
    const words = fold(input.value.trim());
    const found = words ? names.filter(entry => entry.text.includes(words))
      .sort((a, b) => b.text.startsWith(words) - a.text.startsWith(words) || (model.degrees.get(b.node.id) || 0) - (model.degrees.get(a.node.id) || 0)).slice(0, 12) : [];
    input.setAttribute("aria-expanded", String(found.length > 0));
    replaceContent(list, ...found.map(({ node }) => make("li", {}, make("button", { on: { click: () => open(node.id) } },
      make("span", { text: node.label }), make("small", { text: " " + node.type })))),
      words && !found.length ? make("li", { class: "note", text: "nobody of that name" }) : null);
    return found;
  };
  input.addEventListener("input", find);
  input.addEventListener("keydown", event => {
    if (event.key === "Enter") { const found = find(); if (found.length) open(found[0].node.id); }
    if (event.key === "Escape") { input.value = ""; find(); }
    if (event.key === "ArrowDown") { event.preventDefault(); list.querySelector("button")?.focus(); }
  });
  list.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...list.querySelectorAll("button")];
    const next = buttons[buttons.indexOf(document.activeElement) + step];
    (next || input).focus();
  });
}

const TABS = ["graph", "table", "figures", "notes"];

function showTab(name) {
  for (const tab of TABS) {
    byID("tab-" + tab).setAttribute("aria-selected", String(tab === name));
    byID("tab-" + tab).tabIndex = tab === name ? 0 : -1;
    byID(tab + "-view").hidden = tab !== name;
  }
  // The choices are about relations; figures are of the whole graph.
  byID("side").hidden = name === "figures" || name === "notes";
}

function setUpTabs(onGraph) {
  TABS.forEach((name, index) => {
    const tab = byID("tab-" + name);
    tab.addEventListener("click", () => { showTab(name); if (name === "graph") onGraph(); });
    tab.addEventListener("keydown", event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = byID("tab-" + TABS[(index + step + TABS.length) % TABS.length]);
      next.focus();
      next.click();
    });
  });
}

function switchTheme() {
  const root = document.documentElement;
  const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
}

start();
