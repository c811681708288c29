package io.otbench.reports.regression;

import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.CompleteResults;
import io.otbench.reports.results.ResultRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Made-up runs with lognormal noise.
 *
 * @param solvers number of solvers, named s0, s1, ...
 * @param problems number of problems, named p0, p1, ...
 * @param noise standard deviation of the logarithm of each error
 * @param timeNoise the same of seconds
 */
record SimulatedRun(int solvers, int problems, int seeds, double noise, double timeNoise) {

  /** How a solver on a problem differs from what it was. */
  interface Worsening {
    double factor(String solver, String problem, String metric);
  }

  static final Worsening NONE = (solver, problem, metric) -> 1;

  CompleteResults draw(long stream, Worsening worsening) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(stream);
    List<ResultRow> rows = new ArrayList<>();
    for (int problem = 0; problem < problems; problem++) {
      rows.add(row("identity", "p" + problem, 1, "uvp_forward", 5, 0, 200));
      for (int solver = 0; solver < solvers; solver++) {
        String name = "s" + solver;
        double size = 0.1 * (1 + solver) * (1 + problem);
        for (int seed = 1; seed <= seeds; seed++) {
          String place = "p" + problem;
          double memory = 250 * lognormal(random, 0.01) * worsening.factor(name, place, "memory");
          double seconds =
              10 * lognormal(random, timeNoise) * worsening.factor(name, place, "time");
          for (String metric : List.of("uvp_forward", "uvp_backward")) {
            double factor = worsening.factor(name, place, metric);
            rows.add(
                row(
                    name,
                    place,
                    seed,
                    metric,
                    size * factor * lognormal(random, noise),
                    seconds,
                    memory));
          }
          rows.add(row(name, place, seed, "train_cpu_seconds", seconds, seconds, memory));
        }
      }
    }
    return of(rows);
  }

  static CompleteResults of(List<ResultRow> rows) {
    return new CompleteResults(Path.of("run"), rows, Optional.empty());
  }

  static ResultRow row(
      String solver,
      String problem,
      long seed,
      String metric,
      double value,
      double seconds,
      double memory) {
    return new ResultRow(
        "run",
        "gaussian",
        problem,
        2,
        solver,
        "c0ffee",
        seed,
        metric,
        OptionalDouble.of(value),
        "percent",
        CellStatus.OK,
        "",
        100,
        100,
        100,
        seconds,
        1,
        memory);
  }

  static ResultRow ended(
      String solver, String problem, long seed, CellStatus status, String message) {
    return new ResultRow(
        "run",
        "gaussian",
        problem,
        2,
        solver,
        "c0ffee",
        seed,
        ResultRow.STATUS,
        OptionalDouble.empty(),
        "",
        status,
        message,
        100,
        100,
        100,
        1,
        1,
        200);
  }

  private static double lognormal(UniformRandomProvider random, double deviation) {
    double uniform = (random.nextInt() >>> 1) / 0x1p31 + 0x1p-33;
    return Math.exp(deviation * NormalDistribution.of(0, 1).inverseCumulativeProbability(uniform));
  }
}
