package io.otbench.benchmarks.run;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.CellOutcome.Cost;
import io.otbench.benchmarks.metrics.Measurement;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.CurvePoint;
import io.otbench.reports.results.PointCloud;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.TableSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Gathers what a cell sends until it can be written as rows and a curve. */
final class CellResult {

  private final Cell cell;
  private final List<CurvePoint> curve = new ArrayList<>();
  private Optional<PointCloud> cloud = Optional.empty();
  private Optional<TableSample> sample = Optional.empty();
  private Cost lastKnown = Cost.UNKNOWN;

  CellResult(Cell cell) {
    this.cell = cell;
  }

  void add(CellEvent event) {
    if (event instanceof CellEvent.Progress progress) {
      lastKnown = new Cost(progress.step(), 0, 0, progress.trainSeconds(), 0, 0);
    } else if (event instanceof CellEvent.Point point) {
      curve.add(curvePoint(point));
    } else if (event instanceof CellEvent.Points points) {
      cloud = Optional.of(points.cloud());
    } else if (event instanceof CellEvent.Rows rows) {
      sample = Optional.of(rows.sample());
    }
  }

  List<CurvePoint> curve() {
    return List.copyOf(curve);
  }

  Optional<PointCloud> cloud() {
    return cloud;
  }

  Optional<TableSample> sample() {
    return sample;
  }

  /** One row per metric, or one that says why there are none. */
  List<ResultRow> rows(String run, CellOutcome outcome) {
    if (outcome.status() != CellStatus.OK) {
      return List.of(row(run, ResultRow.STATUS, OptionalDouble.empty(), "", outcome));
    }
    return outcome.measurements().stream().map(found -> row(run, found, outcome)).toList();
  }

  private ResultRow row(String run, Measurement found, CellOutcome outcome) {
    return row(run, found.metric(), OptionalDouble.of(found.value()), found.unit(), outcome);
  }

  private ResultRow row(
      String run, String metric, OptionalDouble value, String unit, CellOutcome outcome) {
    // A worker that died could not tell what it took.
    Cost cost = outcome.cost().equals(Cost.UNKNOWN) ? lastKnown : outcome.cost();
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

  private CurvePoint curvePoint(CellEvent.Point point) {
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
