package io.otbench.benchmarks.profiles;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otbench.benchmarks.cell.DataSettings;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.solvers.api.OtSolver;
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
 */
public record Profile(
    @JsonProperty(required = true) String summary,
    @JsonProperty(required = true) List<Integer> dims,
    @JsonProperty(required = true) int seeds,
    @JsonProperty(required = true) int evaluationSamples,
    @JsonProperty(required = true) int checkpoints,
    OptionalInt poolSize,
    @JsonProperty(required = true) Map<String, ObjectNode> solvers) {

  private static final String BY_DIM = "byDim";

  /** Checks the ranges. */
  public Profile {
    dims = List.copyOf(dims);
    solvers = Map.copyOf(solvers);
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

  /** What solvers are given and how they are measured. */
  public DataSettings data(OptionalDouble trainSecondsLimit) {
    return new DataSettings(poolSize, evaluationSamples, trainSecondsLimit);
  }

  /**
   * The whole configuration of a solver in a dimension: its defaults under this profile's settings.
   *
   * @throws UsageException when a setting is unknown or refused by the solver
   */
  public JsonNode settings(String profileName, OtSolver<?> solver, int dim) {
    String place = "in profile '%s' for solver '%s'".formatted(profileName, solver.name());
    SettingsMerge merge = new SettingsMerge(solver.defaultConfig(dim), place);
    ObjectNode own = solvers.get(solver.name());
    if (own != null) {
      ObjectNode everyDim = own.deepCopy();
      JsonNode byDim = everyDim.remove(BY_DIM);
      merge.apply(everyDim);
      if (byDim != null) {
        applyRanges(merge, byDim, dim, place);
      }
    }
    return merge.result();
  }

  private static void applyRanges(SettingsMerge merge, JsonNode byDim, int dim, String place) {
    byDim
        .properties()
        .forEach(
            range -> {
              if (parse(range.getKey(), place).contains(dim)) {
                merge.apply(range.getValue());
              }
            });
  }

  private static DimRange parse(String range, String place) {
    try {
      return DimRange.parse(range);
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s: %s: %s".formatted(place, BY_DIM, e.getMessage()));
    }
  }
}
