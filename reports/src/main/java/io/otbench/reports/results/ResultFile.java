package io.otbench.reports.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The text of results.csv. The rows of a cell stand together and end with a line of metric {@value
 * #CELL_COMPLETE} whose value is their number and whose message is the stamp of the cell: a block
 * without it, or with another number of rows, was cut by a killed process and does not count.
 *
 * @param blocks the rows of each complete cell in the order of the file
 * @param stamps the stamp of each complete cell
 * @param dropped whether the file holds anything else
 * @param firstIncomplete where the file was cut, or else the first line of the first cell that is
 *     not complete, with the reason
 */
record ResultFile(
    Map<CellKey, List<ResultRow>> blocks,
    Map<CellKey, String> stamps,
    boolean dropped,
    Optional<String> firstIncomplete) {
  static final String CELL_COMPLETE = "cell_complete";

  private static final List<String> COLUMNS =
      List.of(
          "run",
          "benchmark",
          "problem",
          "dim",
          "solver",
          "config",
          "seed",
          "metric",
          "value",
          "unit",
          "status",
          "message",
          "steps",
          "samples",
          "parameters",
          "train_seconds",
          "eval_seconds",
          "peak_rss_mib",
          "variant");

  static ResultFile read(Path file) throws IOException {
    CsvFile csv = CsvFile.read(file, COLUMNS, "variant");
    Map<CellKey, List<ResultRow>> blocks = new LinkedHashMap<>();
    Map<CellKey, String> stamps = new LinkedHashMap<>();
    List<String> incomplete = new ArrayList<>();
    List<ResultRow> open = new ArrayList<>();
    String begin = "";
    for (CsvLine line : csv.lines()) {
      try {
        CellKey key = key(line);
        if (!open.isEmpty() && !open.get(0).key().equals(key)) {
          incomplete.add(begin + ", another cell begins before");
          open = new ArrayList<>();
        }
        if (open.isEmpty()) {
          begin = line.origin() + ": cell " + key + " must end with its number of rows";
        }
        if (!line.text("metric").equals(CELL_COMPLETE)) {
          ResultRow row = row(line);
          if (open.stream().anyMatch(other -> other.metric().equals(row.metric()))) {
            throw new IllegalArgumentException(
                "metric %s of cell %s must stand once, it stands twice"
                    .formatted(row.metric(), key));
          }
          open.add(row);
        } else if (open.isEmpty() || line.number("value") != open.size()) {
          incomplete.add(begin + ", found another number than its " + open.size());
          open = new ArrayList<>();
        } else if (blocks.putIfAbsent(key, open) != null) {
          throw new IllegalArgumentException("cell " + key + " must stand once, it stands twice");
        } else {
          open = new ArrayList<>();
          stamps.put(key, line.text("message"));
        }
      } catch (IllegalArgumentException e) {
        throw line.at(e);
      }
    }
    if (!open.isEmpty()) {
      incomplete.add(begin + ", the file ends before");
    }
    return new ResultFile(
        blocks,
        stamps,
        csv.torn() || !incomplete.isEmpty(),
        csv.cut().or(() -> incomplete.stream().findFirst()));
  }

  static String header() {
    return CsvFile.header(COLUMNS);
  }

  /** The lines of one cell, the closing one included. */
  static String block(List<ResultRow> rows, String stamp) {
    StringBuilder text = new StringBuilder();
    for (ResultRow row : rows) {
      text.append(line(row, row.metric(), row.value(), row.unit(), row.message()));
    }
    ResultRow last = rows.get(rows.size() - 1);
    OptionalDouble count = OptionalDouble.of(rows.size());
    return text.append(line(last, CELL_COMPLETE, count, "rows", stamp)).toString();
  }

  private static String line(
      ResultRow row, String metric, OptionalDouble value, String unit, String message) {
    return CsvFile.line(
        row.run(),
        row.benchmark(),
        row.problem(),
        row.dim(),
        row.solver(),
        row.config(),
        row.seed(),
        metric,
        value.isPresent() ? value.getAsDouble() : "",
        unit,
        row.status().text(),
        message,
        row.steps(),
        row.samples(),
        row.parameters(),
        row.trainSeconds(),
        row.evalSeconds(),
        row.peakRssMib(),
        row.variant());
  }

  private static CellKey key(CsvLine line) {
    return new CellKey(
        line.text("benchmark"),
        line.text("problem"),
        line.text("solver"),
        line.text("config"),
        line.wholeNumber("seed"));
  }

  private static ResultRow row(CsvLine line) {
    return new ResultRow(
        line.text("run"),
        line.text("benchmark"),
        line.text("problem"),
        line.integer("dim"),
        line.text("solver"),
        line.text("config"),
        line.wholeNumber("seed"),
        line.text("metric"),
        line.optionalNumber("value"),
        line.text("unit"),
        CellStatus.parse(line.text("status")),
        line.text("message"),
        line.wholeNumber("steps"),
        line.wholeNumber("samples"),
        line.wholeNumber("parameters"),
        line.number("train_seconds"),
        line.number("eval_seconds"),
        line.number("peak_rss_mib"),
        line.text("variant"));
  }
}
