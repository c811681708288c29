/* Metrics while training: the mean over seeds, geometric along a logarithmic axis as in figures for papers, with a band from the lowest to the highest seed. */

/** The points of one cell: [across, up] and the step; a checkpoint may lack its network passes. */
function curvePoints(cell, metric, across) {
  const values = cell.curve && cell.curve.metrics[metric];
  const places = cell.curve && (across === "passes" ? cell.curve.metrics[report.passes] : cell.curve[across]);
  return values && places
    ? values.map((value, i) => ({step: cell.curve.steps[i], x: places[i], y: value})).filter((point) => point.x !== null)
    : [];
}

/** The mean along an axis: geometric on a logarithmic one. */
const middle = (values, log) => (log && values.every((value) => value > 0) ? Math.exp(mean(values.map(Math.log))) : mean(values));

/** Mean, lowest and highest at the steps that all seeds have; none if they share fewer than two. */
function band(curves, logX, logY) {
  const common = curves[0]
    .map((point) => curves.map((curve) => curve.find((other) => other.step === point.step)))
    .filter((points) => points.every((point) => point && point.y !== null));
  return common.length < 2
    ? []
    : common.map((points) => ({
        x: middle(points.map((point) => point.x), logX),
        y: middle(points.map((point) => point.y), logY),
        low: Math.min(...points.map((point) => point.y)),
        high: Math.max(...points.map((point) => point.y)),
      }));
}

/** Why the seeds of a solver have no mean: a kind of undrawn in convergence(). */
function whyNoBand(curves, common) {
  const measured = curves.map((curve) => curve.filter((point) => point.y !== null).length);
  return Math.max(...measured) < 2 ? "single" : common.length < 2 ? "apart" : "notPositive";
}

const listed = (words, labels) => (labels.length > 0 ? words + labels.join(", ") + "." : "");

function curveSeries(label, points, name) {
  const colour = theme.colour(label);
  return {
    type: "line",
    name,
    data: points.map((point) => [point.x, point.y]),
    ...symbolOf(label),
    symbolSize: 5,
    lineStyle: {color: colour, width: 2, type: report.looks[label].dash.length > 0 ? report.looks[label].dash : "solid"},
    itemStyle: {color: colour},
    emphasis: {focus: "series"},
    tooltip: {formatter: ({data}) => charts.tip(name, [number(data[1]) + " at " + number(data[0])])},
  };
}

function bandSeries(label, points) {
  const colour = theme.colour(label);
  return {
    type: "custom",
    silent: true,
    clip: true,
    z: 1,
    data: points.map((point) => [point.x, point.low, point.high]),
    encode: {x: 0, y: [1, 2]},
    renderItem: (params, api) => {
      if (params.dataIndex > 0) {
        return {type: "group", children: []};
      }
      const upper = points.map((point) => api.coord([point.x, point.high]));
      const lower = points.map((point) => api.coord([point.x, point.low])).reverse();
      return {type: "polygon", shape: {points: [...upper, ...lower]}, style: {fill: colour, opacity: 0.18}};
    },
  };
}

function convergence() {
  const metric = byId("curve-y").value;
  const across = byId("curve-x").value;
  const logX = byId("curve-log-x").checked;
  const logY = byId("curve-log-y").checked;
  const usable = (point) => point.y !== null && (!logX || point.x > 0) && (!logY || (point.y > 0 && !(point.low <= 0)));
  const groups = chosenGroups();
  const drawn = [];
  const series = [];
  const all = [];
  const undrawn = {single: [], apart: [], notPositive: []};
  for (const group of groups) {
    const curves = group.cells.map((cell) => curvePoints(cell, metric, across)).filter((points) => points.length > 0);
    if (curves.length === 0) {
      continue;
    }
    const common = curves.length > 1 ? band(curves, logX, logY) : [];
    const together = common.filter(usable);
    const lines = together.length > 1 ? [together] : curves.map((points) => points.filter(usable));
    if (curves.length > 1 && together.length > 1) {
      series.push(bandSeries(group.label, together));
    } else if (curves.length > 1) {
      undrawn[whyNoBand(curves, common)].push(group.label);
    }
    lines.filter((line) => line.length > 0).forEach((line) => {
      series.push(curveSeries(group.label, line, group.label + (curves.length > 1 && together.length > 1 ? ", mean of " + curves.length + " seeds" : "")));
      all.push(...line);
      drawn.push(group);
    });
  }
  const ends = all.map((point) => point.x);
  for (const group of groups.filter((it) => it.reference && !drawn.includes(it))) {
    const values = group.cells.map((cell) => metricOf(cell, Number(metric))).filter((value) => value !== null);
    const level = values.length > 0 ? middle(values, logY) : null;
    if (ends.length > 0 && level !== null && (!logY || level > 0)) {
      const line = [Math.min(...ends), Math.max(...ends)].map((x) => ({x, y: level}));
      series.push({...curveSeries(group.label, line, group.label + ", for reference"), showSymbol: false});
      all.push(...line);
      drawn.push(group);
    }
  }
  const name = report.metrics[Number(metric)] ? report.metrics[Number(metric)].words : "metric";
  const seeds = Math.max(0, ...groups.map((group) => group.cells.length));
  byId("curve-note").textContent =
    (all.length === 0 ? "No curve of this problem can be drawn. " : "") +
    (seeds > 1 ? "Lines are " + (logY ? "geometric " : "") + "means over seeds at the steps that all have, bands reach from the lowest to the highest seed. " : "One seed: no band. ") +
    "Evaluation is not counted as training; dotted levels are reference solvers; zero has no place on a logarithmic axis." +
    (across === "passes" ? " Solvers that do not count their passes are left out." : "") +
    listed(" One point per seed, as each was measured once: ", undrawn.single) +
    listed(" One line per seed, for want of two common steps among those this page has room for: ", undrawn.apart) +
    listed(" One line per seed, for want of two common steps at which all are above zero: ", undrawn.notPositive);
  describe("curves", name + " while training", drawn);
  const title = byId("curve-x").selectedOptions[0].textContent;
  return {
    xAxis: charts.axis(title, logX, all.map((point) => point.x), 30),
    yAxis: charts.axis(name, logY, all.flatMap((point) => [point.y, point.low, point.high].filter((value) => value !== undefined)), 48),
    dataZoom: charts.zoom(),
    series,
  };
}

/** The curve of one cell, in its details. */
function cellCurve(cell) {
  const metric = Object.keys(cell.curve.metrics).find((it) => Number(it) !== report.passes);
  const label = report.groups[cell.group].label;
  const points = curvePoints(cell, metric, "seconds").filter((point) => point.y !== null && point.x > 0);
  return {
    xAxis: charts.axis("training time, s", true, points.map((point) => point.x), 30),
    yAxis: charts.axis(report.metrics[Number(metric)].words, points.every((point) => point.y > 0), points.map((point) => point.y), 48),
    series: [curveSeries(label, points, label)],
  };
}

/** Choices that depend on the problem, then all charts. */
function problemChanged() {
  const measured = metricsOfProblem();
  const choice = (metric) => ["m" + metric, report.metrics[metric].words];
  const metrics = measured.filter((metric) => metric !== report.passes).map(choice);
  const costs = [...report.costs.map((cost, i) => ["c" + i, cost]), ...measured.filter((metric) => metric === report.passes).map(choice)];
  fill(byId("tradeoff-x"), [...costs, ...metrics]);
  fill(byId("tradeoff-y"), [...metrics, ...costs]);
  fill(byId("cost"), costs);
  const curves = metricsOfCurves();
  const passes = curves.includes(report.passes) ? [["passes", report.metrics[report.passes].words]] : [];
  fill(byId("curve-x"), [["seconds", "training time, s"], ["samples", "samples"], ["steps", "steps"], ...passes]);
  fill(byId("curve-y"), curves.filter((metric) => metric !== report.passes).map((metric) => [String(metric), report.metrics[metric].words]));
  charts.redraw();
}

if (report.cells.length > 0) {
  fill(byId("problem"), report.problems.map((problem, i) => [String(i), problem]));
  drawSolvers();
  problemChanged();
  charts.add(byId("tradeoff"), tradeoff);
  if (report.cells.some((cell) => cell.curve)) {
    charts.add(byId("curves"), convergence);
  } else {
    byId("curves").hidden = true;
    byId("curve-x").closest(".controls").hidden = true;
    byId("curve-note").textContent = "No cell of this run has a training curve.";
  }
  charts.add(byId("costs"), costBars);
  byId("problem").addEventListener("change", problemChanged);
  ["tradeoff-x", "tradeoff-y", "tradeoff-log-x", "tradeoff-log-y"].forEach((id) => byId(id).addEventListener("change", () => charts.draw(byId("tradeoff"))));
  ["curve-x", "curve-y", "curve-log-x", "curve-log-y"].forEach((id) => byId(id).addEventListener("change", () => charts.draw(byId("curves"))));
  ["cost", "cost-log"].forEach((id) => byId(id).addEventListener("change", () => charts.draw(byId("costs"))));
  byId("tradeoff-reset").addEventListener("click", () => charts.wholeRange(byId("tradeoff")));
  byId("curve-reset").addEventListener("click", () => charts.wholeRange(byId("curves")));
  byId("solvers-all").addEventListener("click", () => {
    report.groups.forEach((group) => shown.add(group.label));
    drawSolvers();
    charts.redraw();
  });
  byId("solvers-none").addEventListener("click", () => {
    shown.clear();
    drawSolvers();
    charts.redraw();
  });
}
