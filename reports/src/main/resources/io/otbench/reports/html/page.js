"use strict";
/* What all parts of the page share: the data, the colours of the theme, and drawing again when they change. */
const report = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);

/** An element with attributes and children; texts are text, never markup. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Three digits, as in the tables. */
function number(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return "";
  }
  const size = Math.abs(value);
  if (value === 0 || (Number.isInteger(value) && size < 1e12)) {
    return value.toLocaleString("en");
  }
  return size < 1e-4 || size >= 1e6 ? value.toExponential(2) : Number(value.toPrecision(3)).toString();
}

/** The numbers on an axis. */
function tick(value) {
  const size = Math.abs(value);
  if (value !== 0 && (size < 1e-3 || size >= 1e5)) {
    return value.toExponential().replace("e+", "e");
  }
  return Number(value.toPrecision(6)).toString();
}

const theme = {
  printing: false,

  isDark() {
    const chosen = document.documentElement.dataset.theme;
    return !this.printing && (chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  },

  colour(label) {
    const look = report.looks[label];
    return this.isDark() ? look.dark : look.light;
  },

  /** Colours of texts and lines of charts. */
  inks() {
    if (this.printing) {
      return {ink: "#000000", muted: "#444444", line: "#cccccc", card: "#ffffff"};
    }
    const style = getComputedStyle(document.documentElement);
    const of = (name) => style.getPropertyValue("--" + name).trim();
    return {ink: of("ink"), muted: of("muted"), line: of("line"), card: of("card")};
  },

  toggle() {
    document.documentElement.dataset.theme = this.isDark() ? "light" : "dark";
    this.changed();
  },

  changed() {
    byId("theme").textContent = this.isDark() ? "Light page" : "Dark page";
    charts.redraw();
  },
};

/** All charts of the page; each knows how to make its option anew. */
const charts = {
  drawn: new Map(),

  /** Draws a chart into an element; make() gives its option. */
  add(box, make) {
    const chart = echarts.init(box, null, {renderer: "svg"});
    this.drawn.set(box, {chart, make});
    new ResizeObserver(() => {
      if (box.clientWidth > 0 && !chart.isDisposed()) {
        chart.resize();
      }
    }).observe(box);
    this.draw(box);
  },

  draw(box) {
    const {chart, make} = this.drawn.get(box);
    chart.setOption(this.dressed(make(box)), true);
  },

  redraw() {
    this.drawn.forEach((drawn, box) => this.draw(box));
  },

  remove(box) {
    this.drawn.get(box).chart.dispose();
    this.drawn.delete(box);
  },

  wholeRange(box) {
    this.drawn.get(box).chart.dispatchAction({type: "dataZoom", batch: [0, 1].map((i) => ({dataZoomIndex: i, start: 0, end: 100}))});
  },

  /** The looks that all charts share. */
  dressed(option) {
    const {ink, card, line} = theme.inks();
    return {
      animation: !theme.printing && !matchMedia("(prefers-reduced-motion: reduce)").matches,
      animationDuration: 300,
      textStyle: {fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif", color: ink},
      grid: {left: 36, right: 28, top: 28, bottom: 36, containLabel: true},
      ...option,
      tooltip: {
        trigger: "item",
        confine: true,
        backgroundColor: card,
        borderColor: line,
        textStyle: {color: ink, fontSize: 13},
        extraCssText: "white-space: normal; max-width: 260px; overflow-wrap: anywhere;",
        ...option.tooltip,
      },
    };
  },

  /** An axis of numbers; one without a positive number cannot be logarithmic. */
  axis(name, logarithmic, values, gap) {
    const {ink, muted, line} = theme.inks();
    const positive = values.filter((value) => value > 0).map(Math.log10);
    const decades = positive.length > 0 && [Math.floor(Math.min(...positive)), Math.ceil(Math.max(...positive))];
    return {
      ...(logarithmic && decades
        ? {type: "log", min: 10 ** decades[0], max: 10 ** Math.max(decades[1], decades[0] + 1)}
        : {type: "value"}),
      name,
      nameLocation: "middle",
      nameGap: gap,
      nameTextStyle: {color: ink, fontSize: 13},
      axisLabel: {color: ink, fontSize: 12, formatter: tick, hideOverlap: true},
      axisLine: {show: true, lineStyle: {color: muted}},
      splitLine: {lineStyle: {color: line}},
      splitNumber: 4,
      scale: false,
    };
  },

  zoom() {
    return ["xAxisIndex", "yAxisIndex"].map((axis) => ({
      type: "inside",
      [axis]: 0,
      filterMode: "none",
      zoomOnMouseWheel: "ctrl",
      moveOnMouseWheel: false,
      moveOnMouseMove: "ctrl",
    }));
  },

  /** Lines of a tooltip. */
  tip(title, lines) {
    return element("div", {}, element("strong", {}, title), ...lines.map((line) => element("div", {}, line)));
  },
};

byId("theme").hidden = false;
byId("theme").addEventListener("click", () => theme.toggle());
document.querySelectorAll(".scripted").forEach((part) => {
  part.hidden = false;
});
/* The charts above show more than their pictures; without a script the pictures are open. */
["accuracy", "convergence", "cost"].forEach((id) => {
  document.querySelectorAll("#" + id + " details.pictures").forEach((pictures) => {
    pictures.open = false;
  });
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => theme.changed());
addEventListener("beforeprint", () => {
  theme.printing = true;
  charts.redraw();
});
addEventListener("afterprint", () => {
  theme.printing = false;
  charts.redraw();
});
