/* Accuracy against cost, and cost: means over the seeds of one problem. */
const shown = new Set(report.groups.map((group) => group.label));

/** The groups of the chosen problem whose solver is shown, with their cells that are ok. */
function chosenGroups() {
  const problem = Number(byId("problem").value);
  return report.groups
    .map((group, index) => ({...group, cells: report.cells.filter((cell) => cell.group === index && cell.costs)}))
    .filter((group) => group.problem === problem && shown.has(group.label));
}

function metricOf(cell, metric) {
  for (let i = 0; i < cell.values.length; i += 2) {
    if (cell.values[i] === metric) {
      return cell.values[i + 1];
    }
  }
  return null;
}

/** A quantity of a choice: c0, c1, ... are costs, m0, m1, ... metrics. */
function quantity(cell, key) {
  const index = Number(key.slice(1));
  return key[0] === "c" ? cell.costs[index] : metricOf(cell, index);
}

function quantityName(key) {
  const index = Number(key.slice(1));
  return key[0] === "c" ? report.costs[index] : report.metrics[index].words;
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const problemName = () => report.problems[Number(byId("problem").value)];

/** Metrics that the cells of the chosen problem have. */
function metricsOfProblem() {
  const problem = Number(byId("problem").value);
  const found = new Set();
  for (const cell of report.cells) {
    if (cell.values && report.groups[cell.group].problem === problem) {
      for (let i = 0; i < cell.values.length; i += 2) {
        found.add(cell.values[i]);
      }
    }
  }
  return [...found].sort((a, b) => a - b);
}

function metricsOfCurves() {
  const problem = Number(byId("problem").value);
  const found = new Set();
  for (const cell of report.cells) {
    if (cell.curve && report.groups[cell.group].problem === problem) {
      Object.keys(cell.curve.metrics).forEach((metric) => found.add(Number(metric)));
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Fills a choice and keeps what was chosen where it is still there. */
function fill(select, options) {
  const before = select.value;
  select.replaceChildren(...options.map(([value, text]) => element("option", {value}, text)));
  if (options.some(([value]) => value === before)) {
    select.value = before;
  }
}

function symbolOf(label) {
  const {symbol} = report.looks[label];
  return symbol === "arrow" ? {symbol: "triangle", symbolRotate: 180} : {symbol};
}

/** What a chart cannot show, as a sentence: whole groups, and seeds of those that are drawn. */
function missing(groups, points, above) {
  const without = groups.flatMap((group) => {
    const point = points.find((it) => it.group === group);
    const lost = point ? group.cells.length - point.seeds.length : 0;
    return !point ? [group.label] : lost > 0 ? [lost + (lost === 1 ? " seed of " : " seeds of ") + group.label] : [];
  });
  return without.length === 0 ? "" : " Not drawn, for want of a number" + (above ? " above zero" : "") + ": " + without.join(", ") + ".";
}

/** A box of chart pixels around a point. */
const around = ([x, y], size) => ({x: x - size / 2, y: y - size / 2, width: size, height: size});

/**
 * Puts each label beside its point where no other label and no mark is; where seeds crowd, on a small mark but on no
 * large one; one without such a place goes.
 */
function freePlaces(points) {
  const taken = new Map();
  const height = 14;
  /* The chart library draws text with an outline that much above the place it is given. */
  const outline = 3;
  const apart = (a, b) => a.x + a.width + 4 < b.x || b.x + b.width + 4 < a.x || a.y + a.height + 1 < b.y || b.y + b.height + 1 < a.y;
  return ({seriesIndex, rect, labelRect: {width}}) => {
    taken.delete(seriesIndex);
    const {chart} = charts.drawn.get(byId("tradeoff"));
    const boxes = (values, size) => values.map((value) => around(chart.convertToPixel("grid", value), size));
    const large = boxes(points.map((point) => point.centre), 13);
    const small = boxes(points.flatMap((point) => (point.both.length > 1 ? point.seeds : [])), 6);
    const {clientWidth} = byId("tradeoff");
    const middle = rect.x + (rect.width - width) / 2;
    const [left, right] = [rect.x - width - 6, rect.x + rect.width + 6];
    const [above, level, below] = [rect.y - height - 3, rect.y + (rect.height - height) / 2, rect.y + rect.height + 3];
    const places = [[middle, above], [middle, below], [right, level], [left, level], [right, above], [left, above], [right, below], [left, below]]
      .map(([x, y]) => ({x, y, width, height}))
      .filter((it) => it.x > 60 && it.x + width < clientWidth && it.y > 0);
    const free = (others) => places.find((it) => others.every((other) => apart(it, other)));
    const names = [...taken.values()];
    const place = free([...names, ...large, ...small]) || free([...names, ...large]);
    if (!place) {
      return {x: -1000, y: -1000};
    }
    taken.set(seriesIndex, place);
    return {x: place.x, y: place.y + outline, align: "left", verticalAlign: "top"};
  };
}

function tradeoff() {
  const x = byId("tradeoff-x").value;
  const y = byId("tradeoff-y").value;
  const logX = byId("tradeoff-log-x").checked;
  const logY = byId("tradeoff-log-y").checked;
  const usable = (value, log) => value !== null && value !== undefined && (!log || value > 0);
  const groups = chosenGroups();
  const points = [];
  for (const group of groups) {
    const both = group.cells
      .map((cell) => [quantity(cell, x), quantity(cell, y)])
      .filter(([a, b]) => usable(a, false) && usable(b, false));
    if (both.length > 0) {
      const centre = [mean(both.map((it) => it[0])), mean(both.map((it) => it[1]))];
      if (usable(centre[0], logX) && usable(centre[1], logY)) {
        points.push({group, both, centre, seeds: both.filter(([a, b]) => usable(a, logX) && usable(b, logY))});
      }
    }
  }
  const drawable = points.map((point) => point.group);
  byId("tradeoff-note").textContent =
    "Large: mean over seeds. Small: each seed. Left and low is good for errors. Where points crowd some have no name: point at them, or hide others above." + missing(groups, points, logX || logY);
  const {ink, card} = theme.inks();
  const free = freePlaces(points);
  const all = points.flatMap((point) => point.both);
  const series = points.flatMap(({group, both, centre, seeds}) => {
    const colour = theme.colour(group.label);
    const look = {type: "scatter", ...symbolOf(group.label)};
    return [
      {...look, name: group.label, data: both.length > 1 ? seeds : [], symbolSize: 6, silent: true, itemStyle: {color: colour, opacity: 0.45}},
      {
        ...look,
        name: group.label,
        data: [centre],
        symbolSize: 13,
        itemStyle: {color: colour, borderColor: ink, borderWidth: 0.5},
        label: {show: true, formatter: () => report.looks[group.label].name, position: "top", color: ink, fontSize: 12, textBorderColor: card, textBorderWidth: 3},
        labelLayout: free,
        tooltip: {
          formatter: () =>
            charts.tip(group.label, [
              quantityName(x) + ": " + number(centre[0]),
              quantityName(y) + ": " + number(centre[1]),
              "n = " + both.length,
            ]),
        },
      },
    ];
  });
  describe("tradeoff", quantityName(y) + " against " + quantityName(x), drawable);
  return {
    xAxis: charts.axis(quantityName(x), logX, all.map((it) => it[0]), 30),
    yAxis: charts.axis(quantityName(y), logY, all.map((it) => it[1]), 48),
    dataZoom: charts.zoom(),
    series,
  };
}

function costBars() {
  const key = byId("cost").value;
  const log = byId("cost-log").checked;
  const bars = chosenGroups()
    .filter((group) => group.cells.length > 0)
    .map((group) => ({group, values: group.cells.map((cell) => quantity(cell, key)).filter((value) => value !== null)}))
    .map(({group, values}) => ({group, value: mean(values), n: values.length}))
    .filter((bar) => Number.isFinite(bar.value) && (!log || bar.value > 0))
    .reverse();
  const {ink, muted} = theme.inks();
  byId("cost-note").textContent =
    "Mean over seeds of the cells that are ok and have the number." + (log ? " On a logarithmic axis a solver whose cost is zero has no bar." : "");
  describe("costs", quantityName(key), bars.map((bar) => bar.group));
  byId("costs").style.height = Math.max(140, 80 + 30 * bars.length) + "px";
  return {
    grid: {left: 24, right: 64, top: 8, bottom: 36, containLabel: true},
    xAxis: charts.axis(quantityName(key), log, bars.map((bar) => bar.value), 30),
    yAxis: {
      type: "category",
      data: bars.map((bar) => report.looks[bar.group.label].name),
      axisLabel: {color: ink, fontSize: 12},
      axisLine: {lineStyle: {color: muted}},
      axisTick: {show: false},
    },
    tooltip: {formatter: ({dataIndex}) => charts.tip(bars[dataIndex].group.label, [quantityName(key) + ": " + number(bars[dataIndex].value), "n = " + bars[dataIndex].n])},
    series: [
      {
        type: "bar",
        barMaxWidth: 20,
        data: bars.map((bar) => ({value: bar.value, itemStyle: {color: theme.colour(bar.group.label)}})),
        label: {show: true, position: "right", color: ink, formatter: ({value}) => number(value)},
      },
    ],
  };
}

/** What a reader hears who does not see the chart. */
function describe(id, what, groups) {
  byId(id).setAttribute(
    "aria-label",
    "Chart of " + what + " on " + problemName() + ": " + (groups.map((group) => group.label).join(", ") || "nothing to draw") + ". The numbers are in the table of all cells.",
  );
}

/** A line and a point as in the charts. */
function swatch(label) {
  const colour = theme.colour(label);
  const {symbol, dash} = report.looks[label];
  const shapes = {
    rect: "M10 2h8v8h-8z",
    diamond: "M14 1l5 5-5 5-5-5z",
    triangle: "M14 1l5 9h-10z",
    arrow: "M14 11l5-9h-10z",
    circle: "M14 2a4 4 0 1 1 0 8a4 4 0 1 1 0-8z",
  };
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const part = (name, attributes) => {
    const drawn = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(attributes).forEach(([key, value]) => drawn.setAttribute(key, value));
    made.append(drawn);
  };
  made.setAttribute("width", "28");
  made.setAttribute("height", "12");
  made.setAttribute("aria-hidden", "true");
  part("path", {d: "M0 6h28", stroke: colour, "stroke-width": 2, "stroke-dasharray": dash.join(" ") || "none"});
  part("path", {d: shapes[symbol], fill: colour});
  return made;
}

function drawSolvers() {
  const labels = [...new Set(report.groups.map((group) => group.label))];
  byId("solvers").replaceChildren(
    ...labels.map((label) => {
      const box = element("input", {type: "checkbox"});
      box.checked = shown.has(label);
      box.addEventListener("change", () => {
        if (box.checked) {
          shown.add(label);
        } else {
          shown.delete(label);
        }
        charts.redraw();
      });
      return element("label", {}, box, swatch(label), label);
    }),
  );
}
