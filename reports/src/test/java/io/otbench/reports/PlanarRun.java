package io.otbench.reports;

import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellRows;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.CurvePoint;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.ResultStore;
import io.otbench.reports.results.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * Writes a made-up run of two-dimensional problems. Sources are standard normal, targets a ring of
 * clusters; on the problem {@code square} and on those whose name begins with {@code shift} the
 * true map is known. Solvers err the more the later they stand in the list.
 */
public final class PlanarRun {
  public static final List<String> SOLVERS =
      List.of(
          "identity",
          "constant",
          "linear",
          "discrete",
          "discrete-entropic",
          "diotm",
          "dpot",
          "dpot-debiased",
          "dpot-sliced",
          "implicit",
          "otm",
          "otp",
          "w2gn");
  private static final int SIDE = 21;

  private final RunFolder folder;
  private final ResultStore store;
  private final int points;

  private PlanarRun(Path path, int points) throws IOException {
    this.folder = RunFolder.create(path);
    this.store = ResultStore.open(RunFolder.create(path));
    this.points = points;
    Files.createDirectories(folder.points());
  }

  /**
   * Writes the run. Solvers at even places are skipped on problems whose name begins with {@code
   * cond}, the eighth diverges on those that begin with {@code hard}; all other cells are ok.
   *
   * @param points points of each kind
   */
  public static void write(
      Path path, List<String> problems, List<String> solvers, int seeds, int points)
      throws IOException {
    PlanarRun run = new PlanarRun(path, points);
    try (ResultStore open = run.store) {
      for (String problem : problems) {
        for (String solver : solvers) {
          for (int seed = 1; seed <= seeds; seed++) {
            run.writeCell(problem, solver, solvers.indexOf(solver), seed);
          }
        }
      }
    }
  }

  private void writeCell(String problem, String solver, int place, int seed) throws IOException {
    CellKey cell = new CellKey("planar", problem, solver, "c" + place, seed);
    if (problem.startsWith("cond") && place % 2 == 0) {
      store.append(
          new CellRows(
              List.of(
                  row(
                      cell,
                      ResultRow.STATUS,
                      OptionalDouble.empty(),
                      CellStatus.SKIPPED,
                      "learns one map, not one per condition")),
              List.of(),
              "made up"));
      return;
    }
    if (problem.startsWith("hard") && place == 7) {
      store.append(
          new CellRows(
              List.of(
                  row(
                      cell,
                      ResultRow.STATUS,
                      OptionalDouble.empty(),
                      CellStatus.DIVERGED,
                      "loss is not finite at step 812")),
              List.of(),
              "made up"));
      return;
    }
    boolean truth = problem.equals("square") || problem.startsWith("shift");
    double noise = 0.01 * Math.pow(1.5, place) * (1 + 0.1 * seed);
    List<ResultRow> rows = new ArrayList<>();
    rows.add(ok(cell, "target_error", 0.02 + noise * noise));
    rows.add(ok(cell, "target_error_floor", 0.018));
    if (truth) {
      rows.add(ok(cell, "relative_error", noise));
    }
    List<CurvePoint> curve = new ArrayList<>();
    if (place > 4) {
      for (int step = 0; step <= 20; step++) {
        curve.add(
            new CurvePoint(
                cell.benchmark(),
                problem,
                2,
                solver,
                cell.config(),
                seed,
                step * 100L,
                step * (0.3 + 0.1 * place),
                step * 1000L,
                truth ? "relative_error" : "target_error",
                noise + Math.exp(-step / (1.0 + place))));
      }
    }
    store.append(new CellRows(rows, curve, "made up"));
    writePoints(cell, place, truth, noise);
  }

  private void writePoints(CellKey cell, int place, boolean truth, double noise)
      throws IOException {
    boolean square = cell.problem().equals("square");
    Random random = new Random(cell.problem().hashCode());
    Random errors = new Random(place);
    StringBuilder text = new StringBuilder("role,x1,x2,y1,y2\n");
    double size = square ? 0.1 : 1;
    for (int i = 0; i < points; i++) {
      double[] x = source(square, random);
      double[] y = square ? bend(x) : image(x);
      if (truth) {
        line(text, "truth", x, y);
      }
      double e1 = size * noise * errors.nextGaussian();
      double e2 = size * noise * errors.nextGaussian();
      line(text, "pair", x, place == 0 ? x : new double[] {y[0] + e1, y[1] + e2});
    }
    for (int i = 0; i < points; i++) {
      double[] x = source(square, random);
      double[] y = square ? x : image(x);
      text.append(String.format(Locale.ROOT, "target,,,%.5f,%.5f%n", y[0], y[1]));
    }
    for (int i = 0; square && i < SIDE * SIDE; i++) {
      double[] x = {(double) (i % SIDE) / (SIDE - 1) - 0.5, (double) (i / SIDE) / (SIDE - 1) - 0.5};
      double[] y = bend(x);
      line(text, "truth", x, y);
      double wave = 0.004 * noise * Math.sin(9 * x[0] + place) * Math.cos(7 * x[1]);
      line(text, "mesh", x, place == 0 ? x : new double[] {y[0] + 5 * wave, y[1] - 5 * wave});
    }
    Files.writeString(folder.pointFile(cell).orElseThrow(), text.toString());
  }

  private static double[] source(boolean square, Random random) {
    return square
        ? new double[] {random.nextDouble() - 0.5, random.nextDouble() - 0.5}
        : new double[] {random.nextGaussian(), random.nextGaussian()};
  }

  /** The next of eight clusters on a circle. */
  private static double[] image(double[] x) {
    double angle = Math.round(Math.atan2(x[1], x[0]) / (Math.PI / 4)) * (Math.PI / 4);
    return new double[] {4 * Math.cos(angle) + 0.25 * x[0], 4 * Math.sin(angle) + 0.25 * x[1]};
  }

  private static double[] bend(double[] x) {
    return new double[] {
      x[0] + 0.008 * Math.sin(2 * Math.PI * x[0]), x[1] + 0.008 * Math.sin(2 * Math.PI * x[1])
    };
  }

  private static void line(StringBuilder text, String role, double[] x, double[] y) {
    text.append(
        String.format(Locale.ROOT, "%s,%.5f,%.5f,%.5f,%.5f%n", role, x[0], x[1], y[0], y[1]));
  }

  private static ResultRow ok(CellKey cell, String metric, double value) {
    return row(cell, metric, OptionalDouble.of(value), CellStatus.OK, "");
  }

  private static ResultRow row(
      CellKey cell, String metric, OptionalDouble value, CellStatus status, String message) {
    return new ResultRow(
        "planar-run",
        cell.benchmark(),
        cell.problem(),
        2,
        cell.solver(),
        cell.config(),
        cell.seed(),
        metric,
        value,
        "",
        status,
        message,
        1000,
        512_000,
        cell.solver().startsWith("d") ? 4321 : 1234,
        cell.solver().length() * 1.7,
        0.5,
        200 + 10.0 * cell.solver().length());
  }
}
