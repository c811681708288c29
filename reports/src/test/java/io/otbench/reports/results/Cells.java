package io.otbench.reports.results;

import java.util.List;
import java.util.OptionalDouble;

/** Made-up cells with awkward names. */
final class Cells {
  static final String AWKWARD = "<script>alert(\"x\")</script>, Ωπ’s";

  private Cells() {}

  static ResultRow ok(String solver, long seed, String metric, double value) {
    return row(solver, seed, metric, OptionalDouble.of(value), CellStatus.OK, "");
  }

  static ResultRow diverged(String solver, long seed, String message) {
    return row(
        solver, seed, ResultRow.STATUS, OptionalDouble.empty(), CellStatus.DIVERGED, message);
  }

  static ResultRow row(
      String solver,
      long seed,
      String metric,
      OptionalDouble value,
      CellStatus status,
      String message) {
    return new ResultRow(
        "run-1",
        "gaussian",
        "gaussian-d2",
        2,
        solver,
        "c0ffee",
        seed,
        metric,
        value,
        "percent",
        status,
        message,
        100,
        51200,
        321,
        1.25,
        0.5,
        210.5);
  }

  static CellRows cell(List<ResultRow> rows, List<CurvePoint> curve) {
    return new CellRows(rows, curve, "stamp of " + rows.get(0).solver());
  }

  static List<ResultRow> rows(String solver, long seed) {
    return List.of(
        ok(solver, seed, "uvp_forward", 0.1 + seed), ok(solver, seed, "uvp_backward", 1.0 / 3));
  }

  static List<CurvePoint> curve(String solver, long seed) {
    return List.of(point(solver, seed, 10, 5.0), point(solver, seed, 20, Double.NaN));
  }

  private static CurvePoint point(String solver, long seed, long step, double value) {
    return new CurvePoint(
        "gaussian",
        "gaussian-d2",
        2,
        solver,
        "c0ffee",
        seed,
        step,
        step * 0.1,
        step * 512,
        "uvp_forward",
        value);
  }

  static CellKey key(String solver, long seed) {
    return new CellKey("gaussian", "gaussian-d2", solver, "c0ffee", seed);
  }
}
