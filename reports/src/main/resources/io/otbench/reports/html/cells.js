/* The table of all cells: sorting, filtering, and the details of one cell. */
const cellTable = byId("cell-table");

const cells = {
  body: cellTable && cellTable.tBodies[0],
  rows: cellTable ? [...cellTable.tBodies[0].rows] : [],

  key(row, column) {
    const cell = row.cells[column];
    return cell.dataset.v === undefined ? cell.textContent.trim() : cell.dataset.v;
  },

  /** Sorts by a column; lines without a value stay at the end either way. */
  sort(column, header) {
    const down = header.getAttribute("aria-sort") === "ascending";
    [...cellTable.tHead.rows[0].cells].forEach((other) => other.setAttribute("aria-sort", "none"));
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    this.closeAll();
    const numeric = header.classList.contains("number");
    const keyed = this.rows.map((row) => ({row, key: this.key(row, column)}));
    keyed.sort((a, b) => {
      if (a.key === "" || b.key === "") {
        return (a.key === "") - (b.key === "");
      }
      const order = numeric ? Number(a.key) - Number(b.key) : a.key.localeCompare(b.key, "en", {numeric: true});
      return down ? -order : order;
    });
    this.body.append(...keyed.map((it) => it.row));
  },

  /** Hides the lines that do not hold every text that was typed and every choice. */
  filter() {
    const words = byId("find").value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    const choices = [["find-problem", 1], ["find-solver", 2], ["find-status", 4]].map(([id, column]) => [byId(id).value, column]);
    let found = 0;
    this.closeAll();
    for (const row of this.rows) {
      const text = [...row.cells].map((cell) => cell.textContent).join(" ").toLowerCase();
      row.hidden =
        !words.every((word) => text.includes(word)) ||
        !choices.every(([wanted, column]) => wanted === "" || row.cells[column].textContent.trim() === wanted);
      found += row.hidden ? 0 : 1;
    }
    byId("found").textContent = found === this.rows.length ? found + " cells" : found + " of " + this.rows.length + " cells";
  },

  closeAll() {
    this.body.querySelectorAll("tr.detail").forEach((detail) => this.close(detail));
  },

  close(detail) {
    detail.querySelectorAll(".chart").forEach((box) => charts.remove(box));
    detail.previousElementSibling.querySelector("button").setAttribute("aria-expanded", "false");
    detail.remove();
  },

  toggle(row) {
    const next = row.nextElementSibling;
    if (next && next.classList.contains("detail")) {
      this.close(next);
      return;
    }
    const cell = report.cells[Number(row.id.slice("cell-".length))];
    const panel = element("div", {class: "panel"}, ...this.details(cell));
    row.after(element("tr", {class: "detail"}, element("td", {colspan: row.cells.length}, panel)));
    row.querySelector("button").setAttribute("aria-expanded", "true");
    panel.querySelectorAll(".chart").forEach((box) => charts.add(box, () => cellCurve(cell)));
  },

  details(cell) {
    const group = report.groups[cell.group];
    const title = report.problems[group.problem] + ", " + group.label + ", seed " + cell.seed + ": " + cell.status;
    const parts = [element("h4", {}, title)];
    if (cell.message) {
      parts.push(element("p", {}, cell.message));
    }
    if (cell.curve) {
      parts.push(element("div", {class: "chart", role: "img", "aria-label": "Training curve of " + title}));
    }
    if (cell.values) {
      const lines = report.costs.map((name, i) => [name, cell.costs[i]]);
      for (let i = 0; i < cell.values.length; i += 2) {
        lines.push([report.metrics[cell.values[i]].words, cell.values[i + 1]]);
      }
      const rows = lines.map(([name, value]) => element("tr", {}, element("th", {scope: "row"}, name), element("td", {class: "number"}, number(value))));
      parts.push(element("details", {open: ""}, element("summary", {}, "Numbers"), element("table", {}, element("tbody", {}, ...rows))));
    }
    parts.push(element("h4", {}, "Configuration " + group.config), this.configuration(group.config));
    if (report.command) {
      parts.push(element("h4", {}, "Command that repeats the run"), element("pre", {}, report.command));
    }
    if (cell.name) {
      parts.push(
        element("h4", {}, "Command that runs this cell again and compares"),
        element("pre", {}, "otbench reproduce " + cell.name + " --run " + report.folder),
        element("p", {class: "note"}, "With the --plugins of the run, where it had any."),
      );
    }
    if (byId("environment")) {
      parts.push(element("p", {class: "note"}, "It ran in this ", element("a", {href: "#environment"}, "environment"), "."));
    }
    return parts;
  },

  configuration(hash) {
    const text = report.configurations[hash];
    if (text === undefined) {
      return element("p", {class: "note"}, "Its text is not in this page; in the run folder it is configs/" + hash + ".json.");
    }
    let pretty = text;
    try {
      pretty = JSON.stringify(JSON.parse(text), null, 2);
    } catch {
      /* Shown as it is. */
    }
    return element("pre", {tabindex: "0"}, pretty);
  },

  /** A page that was opened at one cell shows it. */
  openNamed() {
    const named = /^#cell-\d+$/.test(location.hash) && byId(location.hash.slice(1));
    if (named) {
      if (!named.nextElementSibling || !named.nextElementSibling.classList.contains("detail")) {
        this.toggle(named);
      }
      named.scrollIntoView();
    }
  },

  start() {
    [...cellTable.tHead.rows[0].cells].forEach((header, column) => {
      const button = element("button", {type: "button"}, header.textContent);
      button.addEventListener("click", () => this.sort(column, header));
      header.replaceChildren(button);
      header.setAttribute("aria-sort", "none");
    });
    for (const row of this.rows) {
      const button = element("button", {type: "button", "aria-expanded": "false", "aria-label": "Details of cell " + row.cells[0].textContent}, row.cells[0].textContent);
      button.addEventListener("click", () => this.toggle(row));
      row.cells[0].dataset.v = row.cells[0].textContent;
      row.cells[0].replaceChildren(button);
    }
    ["find", "find-problem", "find-solver", "find-status"].forEach((id) => byId(id).addEventListener("input", () => this.filter()));
    addEventListener("hashchange", () => this.openNamed());
    this.openNamed();
  },
};

if (cellTable) {
  cells.start();
}
theme.changed();
