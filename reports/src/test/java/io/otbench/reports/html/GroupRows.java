package io.otbench.reports.html;

import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Made-up rows of benchmark b with the metric uvp_forward or another. */
final class GroupRows {
  private final List<ResultRow> rows = new ArrayList<>();

  static ResultRow row(String problem, String solver, long seed, double value) {
    return row(problem, "uvp_forward", solver, seed, value);
  }

  private static ResultRow row(
      String problem, String metric, String solver, long seed, double value) {
    return new ResultRow(
        "r",
        "b",
        problem,
        2,
        solver,
        "c",
        seed,
        metric,
        OptionalDouble.of(value),
        "percent",
        CellStatus.OK,
        "",
        1,
        2,
        3,
        solver.length(),
        5,
        6);
  }

  /** Adds a group with one value per seed. */
  GroupRows add(String problem, String solver, double... values) {
    return add(problem, "uvp_forward", solver, values);
  }

  GroupRows add(String problem, String metric, String solver, double... values) {
    for (int i = 0; i < values.length; i++) {
      rows.add(row(problem, metric, solver, i + 1, values[i]));
    }
    return this;
  }

  GroupRows addFailed(String problem, String solver, CellStatus status) {
    rows.add(
        new ResultRow(
            "r",
            "b",
            problem,
            2,
            solver,
            "c",
            1,
            ResultRow.STATUS,
            OptionalDouble.empty(),
            "",
            status,
            "why",
            1,
            2,
            3,
            4,
            5,
            6));
    return this;
  }

  List<CellGroup> groups() {
    return CellGroup.of(rows);
  }
}
