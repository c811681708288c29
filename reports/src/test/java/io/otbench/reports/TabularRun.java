package io.otbench.reports;

import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellRows;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.CurvePoint;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.ResultStore;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.results.TableRows;
import io.otbench.reports.results.TableSample;
import io.otbench.reports.results.TableSamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * Writes a made-up run of tables. Rows have six columns: {@code flat} and {@code steep} hang
 * together, {@code skewed} is exponential, the others normal. The perfect model scores 0.001 with
 * deviation 0.0005, noise 0.1; what solvers score is said by each test.
 */
public final class TabularRun {
  public static final List<String> COLUMNS =
      List.of("flat", "steep", "skewed", "plain", "other", "last");

  private final RunFolder folder;

  public TabularRun(Path path) {
    this.folder = RunFolder.create(path);
  }

  /** Writes a cell of seed 1 that is ok, with 200 rows of its own and 100 test rows. */
  public void write(String problem, String solver, double mmd, double biased) throws IOException {
    write(problem, solver, 1, mmd, biased);
  }

  /** The same of another seed. */
  public void write(String problem, String solver, long seed, double mmd, double biased)
      throws IOException {
    write(problem, solver, seed, mmd, biased, OptionalDouble.empty());
  }

  /** The same with a score by the published protocol, whose floor is 0.0006. */
  public void writePublished(String problem, String solver, long seed, double published)
      throws IOException {
    write(problem, solver, seed, 0.01, 0.02, OptionalDouble.of(published));
  }

  private void write(
      String problem, String solver, long seed, double mmd, double biased, OptionalDouble published)
      throws IOException {
    CellKey cell = new CellKey("uci", problem, solver, "c1", seed);
    List<ResultRow> rows = new ArrayList<>();
    if (published.isPresent()) {
      double unbiased = published.getAsDouble() - 0.0006;
      rows.add(row(cell, "mmd_v@alpha=1_published", published, CellStatus.OK, ""));
      rows.add(
          row(cell, "mmd_v@alpha=1_published_floor", OptionalDouble.of(0.0006), CellStatus.OK, ""));
      rows.add(
          row(cell, "mmd_u@alpha=1_published", OptionalDouble.of(unbiased), CellStatus.OK, ""));
    }
    score(rows, cell, "mmd_u@median", mmd, 0.0004);
    score(rows, cell, "mmd_u@median_perfect", 0.001, 0.0005);
    score(rows, cell, "mmd_u@median_noise", 0.1, 0.003);
    score(rows, cell, "mmd_v@alpha=1", biased, 1e-6);
    score(rows, cell, "mmd_v@alpha=1_perfect", 0.01301, 1e-6);
    score(rows, cell, "mmd_v@alpha=1_noise", 0.0131, 1e-6);
    score(rows, cell, "energy_distance", 0.321, 0.01);
    score(rows, cell, "sliced_w2_squared", 0.0432, 0.001);
    score(rows, cell, "w2_squared_matched", 7.65, 0.1);
    score(rows, cell, "w2_squared_matched_perfect", 5.43, 0.1);
    rows.add(row(cell, "transport_cost", OptionalDouble.of(2.22), CellStatus.OK, ""));
    rows.add(row(cell, "mmd_v@alpha=1_floor", OptionalDouble.of(0.013), CellStatus.OK, ""));
    rows.add(row(cell, "sample_rows", OptionalDouble.of(150), CellStatus.OK, ""));
    rows.add(row(cell, "train_rows", OptionalDouble.of(12_345), CellStatus.OK, ""));
    rows.add(row(cell, "test_rows", OptionalDouble.of(1_678), CellStatus.OK, ""));
    List<CurvePoint> curve = new ArrayList<>();
    for (int step = 1; step <= 10; step++) {
      double value = mmd + 0.1 / step;
      curve.add(
          new CurvePoint(
              "uci", problem, 6, solver, "c1", seed, step, step, step, "mmd_u@median", value));
    }
    TableSamples.write(folder, cell, new TableSample(rows(200, solver), rows(100, "test")));
    append(rows, curve);
  }

  /** Writes a cell that has no numbers. */
  public void writeSkipped(String problem, String solver, String reason) throws IOException {
    CellKey cell = new CellKey("uci", problem, solver, "c1", 1);
    append(
        List.of(row(cell, ResultRow.STATUS, OptionalDouble.empty(), CellStatus.SKIPPED, reason)),
        List.of());
  }

  private void append(List<ResultRow> rows, List<CurvePoint> curve) throws IOException {
    try (ResultStore store = ResultStore.open(folder)) {
      store.append(new CellRows(rows, curve, "made up"));
    }
  }

  /** Rows that are the same for the same name. */
  public static TableRows rows(int count, String name) {
    Random random = new Random(name.hashCode());
    float[] numbers = new float[count * COLUMNS.size()];
    for (int i = 0; i < numbers.length; i += COLUMNS.size()) {
      numbers[i] = (float) random.nextGaussian();
      numbers[i + 1] = 2 * numbers[i] + 0.1f * (float) random.nextGaussian();
      numbers[i + 2] = (float) -Math.log(1 - random.nextDouble());
      for (int j = 3; j < COLUMNS.size(); j++) {
        numbers[i + j] = 0.5f * (float) random.nextGaussian();
      }
    }
    return new TableRows(COLUMNS, numbers);
  }

  private static void score(
      List<ResultRow> rows, CellKey cell, String metric, double value, double deviation) {
    rows.add(row(cell, metric, OptionalDouble.of(value), CellStatus.OK, ""));
    rows.add(row(cell, metric + "_sd", OptionalDouble.of(deviation), CellStatus.OK, ""));
  }

  private static ResultRow row(
      CellKey cell, String metric, OptionalDouble value, CellStatus status, String message) {
    return new ResultRow(
        "tabular-run",
        cell.benchmark(),
        cell.problem(),
        6,
        cell.solver(),
        cell.config(),
        cell.seed(),
        metric,
        value,
        "1",
        status,
        message,
        100,
        25_600,
        cell.solver().equals("linear") ? 0 : 4_321,
        3.25,
        0.5,
        210);
  }
}
