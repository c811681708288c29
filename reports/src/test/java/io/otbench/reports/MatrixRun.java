package io.otbench.reports;

import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellRows;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.CurvePoint;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.ResultStore;
import io.otbench.reports.results.RunEnvironment;
import io.otbench.reports.results.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * Writes a made-up run of any size: errors grow with the place of the solver in the list, so that
 * the first trained one is the best of every problem, by a factor that no seed hides.
 */
public final class MatrixRun {
  /** Between two checkpoints, of all solvers but the first. */
  private static final double PASSES = 300_000;

  private static final int CHECKPOINTS = 40;

  private final RunFolder folder;
  private final List<String> solvers;
  private final List<String> problems;
  private final int seeds;

  /**
   * A run.
   *
   * @param solvers names; one such as {@code implicit batchSize=64} is a variant of a sweep
   */
  public MatrixRun(Path path, List<String> solvers, List<String> problems, int seeds) {
    this.folder = RunFolder.create(path);
    this.solvers = solvers;
    this.problems = problems;
    this.seeds = seeds;
  }

  /**
   * Writes the cells. Of the last solver each cell ends in another way, those that are ok included;
   * all others are ok.
   */
  public void write() throws IOException {
    new RunEnvironment(
            "0.1.0",
            "abc",
            false,
            "17",
            "vm",
            "0.35.1",
            "2.7.1",
            "os",
            "cpu",
            2,
            1000,
            2,
            1,
            "otbench run \"<a&b>\" --seeds " + seeds,
            Instant.EPOCH,
            "ff",
            0,
            0)
        .write(folder.environment());
    try (ResultStore store = ResultStore.open(folder)) {
      int end = 0;
      for (String problem : problems) {
        for (String solver : solvers) {
          int place = solvers.indexOf(solver);
          Files.writeString(
              folder.configFile("c" + place),
              "{\"solver\":\"</script><b>\",\"steps\":" + place + "}");
          for (int seed = 1; seed <= seeds; seed++) {
            CellKey cell = new CellKey("matrix", problem, solverOf(solver), "c" + place, seed);
            boolean last = solvers.size() > 1 && place == solvers.size() - 1;
            CellStatus status =
                last ? CellStatus.values()[end++ % CellStatus.values().length] : CellStatus.OK;
            write(store, cell, variantOf(solver), place, status);
          }
        }
      }
    }
  }

  private static String solverOf(String name) {
    return name.contains("=") ? name.substring(0, name.indexOf(' ')) : name;
  }

  private static String variantOf(String name) {
    return name.contains("=") ? name.substring(name.indexOf(' ') + 1) : "";
  }

  private static void write(
      ResultStore store, CellKey cell, String variant, int place, CellStatus status)
      throws IOException {
    if (status != CellStatus.OK) {
      String why = "why \"it\" ended, <i>at step 3</i> & no later: Ωπ’s";
      store.append(
          new CellRows(
              List.of(row(cell, variant, ResultRow.STATUS, OptionalDouble.empty(), status, why)),
              List.of(),
              stamp(cell)));
      return;
    }
    Random random = new Random(cell.hashCode());
    double error = 0.01 * Math.pow(2, place) * (1 + 0.2 * random.nextDouble());
    List<ResultRow> rows = new ArrayList<>();
    List<CurvePoint> curve = new ArrayList<>();
    for (String metric : List.of("uvp_forward", "uvp_backward", "cosine_forward", "cycle_error")) {
      rows.add(row(cell, variant, metric, OptionalDouble.of(error), CellStatus.OK, ""));
    }
    List<String> measured = new ArrayList<>(List.of("uvp_forward", "uvp_backward"));
    if (place > 0) {
      double passes = CHECKPOINTS * PASSES;
      rows.add(row(cell, variant, "network_passes", OptionalDouble.of(passes), CellStatus.OK, ""));
      measured.add("network_passes");
    }
    for (int i = 0; i <= CHECKPOINTS; i++) {
      for (String metric : measured) {
        double value =
            metric.equals("network_passes") ? i * PASSES : error * (1 + 50 * Math.exp(-i / 5.0));
        curve.add(
            new CurvePoint(
                cell.benchmark(),
                cell.problem(),
                2,
                cell.solver(),
                cell.config(),
                cell.seed(),
                i * 10L,
                i * 0.3 * (1 + place),
                i * 5120L,
                metric,
                value));
      }
    }
    store.append(new CellRows(rows, curve, stamp(cell)));
  }

  /** Twelve digits of an identity and a number, as the program writes them. */
  private static String stamp(CellKey cell) {
    return "%012x 1".formatted(cell.hashCode());
  }

  private static ResultRow row(
      CellKey cell,
      String variant,
      String metric,
      OptionalDouble value,
      CellStatus status,
      String message) {
    return new ResultRow(
        "matrix-run",
        cell.benchmark(),
        cell.problem(),
        2,
        cell.solver(),
        cell.config(),
        cell.seed(),
        metric,
        value,
        "percent",
        status,
        message,
        400,
        204_800,
        1234,
        12.5 + cell.solver().length(),
        0.5,
        200 + cell.solver().length(),
        variant);
  }
}
