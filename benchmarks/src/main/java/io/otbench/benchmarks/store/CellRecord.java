package io.otbench.benchmarks.store;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent.Point;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.CellOutcome.Cost;
import io.otbench.benchmarks.metrics.Measurement;
import io.otbench.reports.results.CellRows;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.CurvePoint;
import io.otbench.reports.results.ResultRow;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A finished cell with all that is known of it.
 *
 * @param identity what decided its numbers
 * @param outcome how it ended
 * @param curve its convergence curve, also of a cell that ended badly
 * @param platform the kind of machine
 */
public record CellRecord(
    CellIdentity identity, CellOutcome outcome, List<Point> curve, String platform) {

  /**
   * Checks what a foreign solver reported.
   *
   * @throws IllegalArgumentException for numbers that no row can have
   */
  public CellRecord {
    curve = List.copyOf(curve);
    rows(identity.cell(), outcome, curve, "check", "check");
  }

  /** As it was run. */
  public Cell cell() {
    return identity.cell();
  }

  /**
   * The lines of this cell.
   *
   * @param run name of the run
   * @param stamp tells this result from any other of the cell
   */
  CellRows rows(String run, String stamp) {
    return rows(identity.cell(), outcome, curve, run, stamp);
  }

  /** One row per metric, or one that says why there are none. */
  private static CellRows rows(
      Cell cell, CellOutcome outcome, List<Point> curve, String run, String stamp) {
    List<ResultRow> rows =
        outcome.status() == CellStatus.OK
            ? outcome.measurements().stream().map(found -> row(cell, outcome, run, found)).toList()
            : List.of(row(cell, outcome, run, ResultRow.STATUS, OptionalDouble.empty(), ""));
    return new CellRows(rows, curve.stream().map(point -> curvePoint(cell, point)).toList(), stamp);
  }

  private static ResultRow row(Cell cell, CellOutcome outcome, String run, Measurement found) {
    return row(cell, outcome, run, found.metric(), OptionalDouble.of(found.value()), found.unit());
  }

  private static ResultRow row(
      Cell cell,
      CellOutcome outcome,
      String run,
      String metric,
      OptionalDouble value,
      String unit) {
    Cost cost = outcome.cost();
    return new ResultRow(
        run,
        cell.benchmark(),
        cell.problem(),
        cell.dim(),
        cell.solver(),
        cell.config().hash(),
        cell.seed(),
        metric,
        value,
        unit,
        outcome.status(),
        outcome.message(),
        cost.steps(),
        cost.samples(),
        cost.parameters(),
        cost.trainSeconds(),
        cost.evalSeconds(),
        cost.peakRssMib(),
        cell.variant());
  }

  private static CurvePoint curvePoint(Cell cell, Point point) {
    return new CurvePoint(
        cell.benchmark(),
        cell.problem(),
        cell.dim(),
        cell.solver(),
        cell.config().hash(),
        cell.seed(),
        point.step(),
        point.trainSeconds(),
        point.samplesSeen(),
        point.metric(),
        point.value());
  }
}
