package io.otbench.benchmarks.profiles;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otbench.benchmarks.cell.DataSettings;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How much work is asked for; see {@code profiles.yaml}.
 *
 * @param summary one line for {@code otbench list}
 * @param dims dimensions that are run by default
 * @param seeds number of repetitions
 * @param evaluationSamples fresh rows per side for the metrics
 * @param checkpoints points of a convergence curve
 * @param poolSize rows of the finite training set per side; empty for fresh rows
 * @param solvers settings per solver that differ from its defaults
 * @param benchmarks what is different for a benchmark, by its name
 */
public record Profile(
    @JsonProperty(required = true) String summary,
    @JsonProperty(required = true) List<Integer> dims,
    @JsonProperty(required = true) int seeds,
    @JsonProperty(required = true) int evaluationSamples,
    @JsonProperty(required = true) int checkpoints,
    OptionalInt poolSize,
    @JsonProperty(required = true) Map<String, ObjectNode> solvers,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Difference> benchmarks) {

  /**
   * What a benchmark has instead of what stands at the top of a profile; what is left out stays.
   *
   * @param seeds number of repetitions
   * @param evaluationSamples fresh rows per side for the metrics
   * @param checkpoints points of a convergence curve
   * @param poolSize rows of the finite training set per side; 0 for fresh rows
   * @param solvers settings per solver, laid over those at the top
   */
  record Difference(
      OptionalInt seeds,
      OptionalInt evaluationSamples,
      OptionalInt checkpoints,
      OptionalInt poolSize,
      @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, ObjectNode> solvers) {

    static final Difference NONE =
        new Difference(
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Map.of());

    /** Copies the map. */
    Difference {
      solvers = Map.copyOf(solvers);
    }
  }

  /** Checks the ranges. */
  public Profile {
    dims = List.copyOf(dims);
    solvers = Map.copyOf(solvers);
    benchmarks = Map.copyOf(benchmarks);
    atLeastOne("seeds", seeds);
    atLeastOne("checkpoints", checkpoints);
    atLeastOne("number of dims", dims.size());
    new DataSettings(poolSize, evaluationSamples, OptionalDouble.empty());
  }

  private static void atLeastOne(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " must be at least 1 but is " + value);
    }
  }

  /**
   * This profile as it holds for a benchmark.
   *
   * @param name name of this profile, for messages
   */
  BenchmarkProfile on(String name, String benchmark) {
    Difference own = benchmarks.getOrDefault(benchmark, Difference.NONE);
    OptionalInt pool = own.poolSize().isPresent() ? own.poolSize() : poolSize;
    Profile changed =
        new Profile(
            summary,
            dims,
            own.seeds().orElse(seeds),
            own.evaluationSamples().orElse(evaluationSamples),
            own.checkpoints().orElse(checkpoints),
            pool.orElse(0) == 0 ? OptionalInt.empty() : pool,
            solvers,
            benchmarks);
    return new BenchmarkProfile(name, benchmark, changed, own.solvers());
  }

  /**
   * This profile with other numbers.
   *
   * @param otherPoolSize 0 for fresh rows
   */
  Profile with(int otherEvaluationSamples, int otherCheckpoints, int otherPoolSize) {
    return new Profile(
        summary,
        dims,
        seeds,
        otherEvaluationSamples,
        otherCheckpoints,
        otherPoolSize == 0 ? OptionalInt.empty() : OptionalInt.of(otherPoolSize),
        solvers,
        benchmarks);
  }
}
