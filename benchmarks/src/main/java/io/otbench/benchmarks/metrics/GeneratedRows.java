package io.otbench.benchmarks.metrics;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.benchmarks.metrics.twosample.Rows;
import io.otbench.reports.results.TableRows;
import io.otbench.reports.results.TableSample;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Transport;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a table that a transport makes of {@value #ROWS} standard normal ones, with all columns,
 * and at most as many test rows, for pictures. The image of a row is a draw of the plan where there
 * is one, else that of the forward map. Measures nothing of the transport, only the size of the
 * table: {@code train_rows} and {@code test_rows}.
 */
public final class GeneratedRows implements Evaluation {

  private static final int ROWS = 512;

  private final NDManager manager;
  private final RandomStreams streams;
  private final TableRows test;
  private final List<Measurement> sizes;
  private final Rows source;

  /**
   * Draws the normal rows and takes the test rows, evenly spaced.
   *
   * @param parent owner of the native memory, which is freed by {@link #close}
   * @param columns a name for each column
   * @param testRows rows that no model has seen, row-major
   * @param trainCount number of rows that models are trained on
   * @param streams streams of the evaluation alone
   */
  public GeneratedRows(
      NDManager parent,
      List<String> columns,
      float[] testRows,
      int trainCount,
      RandomStreams streams) {
    this.manager = parent.newSubManager();
    this.streams = streams;
    Rows allTest = Rows.of(testRows, columns.size());
    this.test = named(columns, allTest.spread(Math.min(ROWS, allTest.count())).numbers());
    this.sizes =
        List.of(
            new Measurement("train_rows", trainCount, "rows"),
            new Measurement("test_rows", allTest.count(), "rows"));
    this.source = Rows.normal(ROWS, columns.size(), streams.stream("rows-source"));
  }

  @Override
  public List<Measurement> evaluate(Transport transport) {
    return sizes;
  }

  @Override
  public List<Measurement> evaluateForCurve(Transport transport) {
    return List.of();
  }

  @Override
  public Optional<TableSample> rows(Transport transport) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray points = EngineArrays.create(scope, source.numbers(), source.dim(), DataType.FLOAT32);
      NDArray images =
          transport
              .plan()
              .map(plan -> plan.sample(points, streams.stream("rows-noise")))
              .orElseGet(() -> transport.forward().apply(points));
      return Optional.of(
          new TableSample(named(test.columns(), EngineArrays.toDoubles(images)), test));
    }
  }

  private static TableRows named(List<String> columns, double[] numbers) {
    float[] narrow = new float[numbers.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) numbers[i];
    }
    return new TableRows(columns, narrow);
  }

  @Override
  public void close() {
    manager.close();
  }
}
