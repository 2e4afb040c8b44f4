// The controls beside the picture: what is shown, and how much of it.

const BUNDLE_STEPS = [10, 25, 50, 100, 200, 400, 1000, Infinity];

/** Builds the controls; `change` is called with the filter whenever one is touched. */
function makeFilters(container, model, filter, change) {
  const controls = [];
  const refresh = () => controls.forEach(control => control());
  const changed = () => { refresh(); change(); };
  const box = (title, ...children) => make("fieldset", {}, make("legend", { text: title }), ...children);

  const check = (label, count, isOn, set, className) => {
    const input = make("input", { type: "checkbox", on: { change: () => { set(input.checked); changed(); } } });
    controls.push(() => { input.checked = isOn(); });
    return make("label", { class: className }, input, " " + label, count === null ? null : make("span", { class: "count", text: String(count) }));
  };
  const checks = (key, entries) => entries.map(([value, label, count, className]) => check(label, count,
    () => !filter[key].has(value), on => { if (on) filter[key].delete(value); else filter[key].add(value); }, className));

  const countBy = (items, value) => {
    const counts = new Map();
    for (const item of items) counts.set(value(item), (counts.get(value(item)) || 0) + 1);
    return counts;
  };
  const types = countBy(model.nodes.values(), node => node.type);
  const tones = countBy(model.edges, edge => edge.tone);
  const stances = countBy(model.edges, edge => edge.stance);
  const relations = [...countBy(model.edges, edge => edge.relation)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

  const amount = make("input", { type: "range", id: "amount", min: 0, max: BUNDLE_STEPS.length - 1, step: 1,
    on: { input: () => { filter.bundles = BUNDLE_STEPS[amount.value]; changed(); } } });
  const amountText = make("output", { for: "amount" });
  controls.push(() => {
    amount.value = BUNDLE_STEPS.indexOf(filter.bundles);
    amountText.textContent = filter.bundles === Infinity ? "all" : "the " + filter.bundles + " strongest";
    amount.setAttribute("aria-valuetext", amountText.textContent);
  });

  const select = make("select", { id: "relation", on: { change: () => { filter.relation = select.value; changed(); } } },
    make("option", { value: "", text: "all relations" }),
    ...relations.map(([name, count]) => make("option", { value: name, text: name + " (" + count + ")" })));
  controls.push(() => { select.value = filter.relation; });

  const around = make("p", { class: "around" });
  controls.push(() => {
    const isOn = filter.around !== null;
    around.hidden = !isOn;
    if (!isOn) return;
    const hops = [1, 2].map(hop => make("button", { text: hop === 1 ? "1 step" : "2 steps", "aria-pressed": String(filter.hops === hop),
      on: { click: () => { filter.hops = hop; changed(); } } }));
    replaceContent(around, "Only around ", make("strong", { text: model.nodes.get(filter.around).label }), " ", ...hops,
      make("button", { text: "Show all again", on: { click: () => { filter.around = null; changed(); } } }));
  });

  const reset = make("button", { text: "Reset", id: "reset", on: { click: () => { Object.assign(filter, defaultFilter(model)); changed(); } } });

  replaceContent(container, around,
    box("How much", make("label", { for: "amount", text: "Bundles of relations: " }), amountText, amount),
    timeBox(model, filter, controls, changed, box),
    box("Entities", ...checks("types", [...types].sort().map(([type, count]) => [type, type, count, "type " + type]))),
    box("Relations", ...checks("tones", TONES.filter(([tone]) => tones.has(tone)).map(([tone, words]) => [tone, words, tones.get(tone), "tone " + tone])),
      make("label", { class: "select" }, "Only ", select)),
    box("Stance", ...checks("stances", STANCES.filter(stance => stances.has(stance)).map(stance => [stance, stance, stances.get(stance)]))),
    box("Also show",
      check("doubtful relations (grade C)", model.edges.filter(e => e.grade === "C").length, () => filter.doubtful, on => { filter.doubtful = on; }),
      check("entities without a relation", null, () => filter.isolated, on => { filter.isolated = on; }),
      model.folded.size ? check("governments as their countries", model.folded.size, () => filter.folds, on => { filter.folds = on; }) : null),
    reset);
  refresh();
  return changed;
}

function timeBox(model, filter, controls, changed, box) {
  if (model.months.length < 2) return null;
  const last = model.months.length - 1;
  const slider = (key, name) => {
    const input = make("input", { type: "range", min: 0, max: last, step: 1, id: "time-" + key, "aria-label": name, on: { input: () => {
      filter[key] = Number(input.value);
      if (filter.from > filter.to) filter[key === "from" ? "to" : "from"] = filter[key];
      changed();
    } } });
    controls.push(() => { input.value = filter[key]; input.setAttribute("aria-valuetext", model.months[filter[key]]); });
    return input;
  };
  const text = make("output", { for: "time-from time-to" });
  controls.push(() => { text.textContent = model.months[filter.from] + " to " + model.months[filter.to]; });
  return box("Time", text, slider("from", "From"), slider("to", "To"));
}
