package io.otbench.benchmarks.cell;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.otbench.reports.results.PointCloud;
import io.otbench.reports.results.TableSample;

/**
 * Something that happened to a cell, in this order: started, progress and points of the curve,
 * points of the plane or rows of a table, finished.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CellEvent.Started.class, name = "started"),
  @JsonSubTypes.Type(value = CellEvent.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = CellEvent.Point.class, name = "point"),
  @JsonSubTypes.Type(value = CellEvent.Points.class, name = "points"),
  @JsonSubTypes.Type(value = CellEvent.Rows.class, name = "rows"),
  @JsonSubTypes.Type(value = CellEvent.Finished.class, name = "finished"),
})
public sealed interface CellEvent {

  /** A worker took the cell. */
  record Started() implements CellEvent {}

  /**
   * Where the training is.
   *
   * @param step steps done
   * @param plannedSteps steps the configuration asks for
   * @param loss of the last step
   * @param trainSeconds training time so far, evaluation not counted
   */
  record Progress(long step, long plannedSteps, double loss, double trainSeconds)
      implements CellEvent {}

  /**
   * A point of the convergence curve.
   *
   * @param step steps done
   * @param trainSeconds training time so far, evaluation not counted
   * @param samplesSeen rows drawn so far from each side
   * @param metric name in snake case
   * @param value value of the metric
   */
  record Point(long step, double trainSeconds, long samplesSeen, String metric, double value)
      implements CellEvent {}

  /**
   * What the fitted transport does to some points, for pictures; of cells that can be drawn.
   *
   * @param cloud the points
   */
  record Points(PointCloud cloud) implements CellEvent {}

  /**
   * Rows that the fitted transport generates, for pictures; of cells of tables.
   *
   * @param sample the rows
   */
  record Rows(TableSample sample) implements CellEvent {}

  /** The last event of every cell, however it ended. */
  record Finished(CellOutcome outcome) implements CellEvent {}
}
