package io.otbench.benchmarks.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otbench.benchmarks.cell.DataSettings;
import io.otbench.benchmarks.cell.SolverSettings;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.datasets.Problem;
import io.otbench.solvers.api.OtSolver;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A profile as it holds for one benchmark. */
public final class BenchmarkProfile {

  static final String BY_DIM = "byDim";
  static final String BY_PROBLEM = "byProblem";

  private final String name;
  private final String benchmark;
  private final Profile profile;
  private final Map<String, ObjectNode> ownSolvers;

  /**
   * @param name name of the profile, for messages
   * @param profile with the numbers that hold for the benchmark
   * @param ownSolvers settings per solver for this benchmark alone
   */
  BenchmarkProfile(
      String name, String benchmark, Profile profile, Map<String, ObjectNode> ownSolvers) {
    this.name = name;
    this.benchmark = benchmark;
    this.profile = profile;
    this.ownSolvers = ownSolvers;
  }

  /** Dimensions that are run by default. */
  public List<Integer> dims() {
    return profile.dims();
  }

  /** Number of repetitions. */
  public int seeds() {
    return profile.seeds();
  }

  /** Points of a convergence curve. */
  public int checkpoints() {
    return profile.checkpoints();
  }

  /**
   * What solvers are given and how they are measured. A conditional problem has no pool: its rows
   * are drawn afresh for every batch.
   */
  public DataSettings data(Problem problem, OptionalDouble trainSecondsLimit) {
    return new DataSettings(pool(problem), profile.evaluationSamples(), trainSecondsLimit);
  }

  /** Rows of the smallest finite set that a solver is shown; empty where there is none. */
  private OptionalInt smallestSet(Problem problem) {
    return Stream.of(pool(problem), problem.source().size(), problem.target().size())
        .flatMapToInt(OptionalInt::stream)
        .min();
  }

  private OptionalInt pool(Problem problem) {
    return problem.conditionDim() > 0 ? OptionalInt.empty() : profile.poolSize();
  }

  /**
   * The whole configuration of a solver for a problem: its defaults under the settings of the
   * profile, and under those for this benchmark. Of each of the two, what holds for every problem
   * comes first, then what holds for ranges of dimensions, then what holds for the problem.
   *
   * @throws UsageException when a setting is unknown, refused by the solver or too large for the
   *     training set
   */
  public JsonNode settings(OtSolver<?> solver, Problem problem) {
    String place = "in profile '%s' for solver '%s'".formatted(name, solver.name());
    SettingsMerge merge = new SettingsMerge(solver.defaultConfig(pointDim(problem)), place);
    apply(merge, profile.solvers().get(solver.name()), problem, place);
    apply(
        merge,
        ownSolvers.get(solver.name()),
        problem,
        "in profile '%s', benchmark '%s', for solver '%s'"
            .formatted(name, benchmark, solver.name()));
    JsonNode settings = merge.result();
    checkRows(solver, settings, smallestSet(problem), place);
    return settings;
  }

  private static void apply(
      SettingsMerge merge, @Nullable ObjectNode layer, Problem problem, String place) {
    if (layer == null) {
      return;
    }
    ObjectNode always = layer.deepCopy();
    JsonNode byDim = always.remove(BY_DIM);
    JsonNode byProblem = always.remove(BY_PROBLEM);
    merge.apply(always, place);
    if (byDim != null) {
      byDim
          .properties()
          .forEach(
              range -> {
                if (parse(range.getKey(), place).contains(pointDim(problem))) {
                  merge.apply(range.getValue(), place);
                }
              });
    }
    if (byProblem != null && byProblem.has(problem.name())) {
      merge.apply(byProblem.get(problem.name()), place);
    }
  }

  private static DimRange parse(String range, String place) {
    try {
      return DimRange.parse(range);
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s: %s: %s".formatted(place, BY_DIM, e.getMessage()));
    }
  }

  /** Dimension of a point, which is what settings depend on: a condition is no coordinate of it. */
  private static int pointDim(Problem problem) {
    return problem.dim() - problem.conditionDim();
  }

  /** A batch is drawn from a pool without replacement: found here, it costs no cell. */
  private static <C extends Record> void checkRows(
      OtSolver<C> solver, JsonNode settings, OptionalInt pool, String place) {
    int rows = solver.rowsPerStep(SolverSettings.read(solver, settings));
    if (pool.isPresent() && rows > pool.getAsInt()) {
      throw new UsageException(
          "%s: one step takes %d rows per side, but the pool has only %d"
              .formatted(place, rows, pool.getAsInt()));
    }
  }
}
