package io.otbench.benchmarks.gaussian;

import ai.djl.ndarray.NDManager;
import io.otbench.benchmarks.metrics.Evaluation;
import io.otbench.benchmarks.metrics.MapMetrics;
import io.otbench.benchmarks.suite.Benchmark;
import io.otbench.datasets.Problem;
import io.otbench.datasets.gaussian.EigenvalueRange;
import io.otbench.datasets.gaussian.GaussianPairs;
import io.otbench.solvers.api.RandomStreams;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Centred Gaussian pairs: the published ones where they exist, else generated ones of the same
 * kind.
 */
public final class GaussianBenchmark implements Benchmark {

  /** Generated pairs are part of the benchmark, so they do not depend on the seed of a run. */
  private static final long PAIR_SEED = 0;

  @Override
  public String name() {
    return "gaussian";
  }

  @Override
  public String summary() {
    return "Gaussian pairs with a closed-form map";
  }

  @Override
  public String problemSummary() {
    return GaussianPairs.PUBLISHED_DIMS.stream()
            .map(GaussianBenchmark::problemName)
            .collect(Collectors.joining(", "))
        + " (published); gaussian-generated-D for every other D up to "
        + GaussianPairs.MAX_DIM;
  }

  @Override
  public List<String> problems() {
    return IntStream.rangeClosed(1, GaussianPairs.MAX_DIM)
        .mapToObj(GaussianBenchmark::problemName)
        .toList();
  }

  @Override
  public List<String> problems(int dim) {
    return dim >= 1 && dim <= GaussianPairs.MAX_DIM ? List.of(problemName(dim)) : List.of();
  }

  @Override
  public String dims() {
    return "1 to " + GaussianPairs.MAX_DIM;
  }

  @Override
  public Problem problem(String name) {
    int dim = problems().indexOf(name) + 1;
    if (dim == 0) {
      throw new IllegalArgumentException(
          "problem must be one of %s but is '%s'".formatted(problemSummary(), name));
    }
    return isPublished(dim)
        ? GaussianPairs.published(dim)
        : GaussianPairs.generated(dim, EigenvalueRange.PUBLISHED, 0, PAIR_SEED);
  }

  /** Errors are those of the map. */
  @Override
  public Optional<String> reasonToRefuse(Problem problem) {
    return problem.truth().isPresent() ? Optional.empty() : Optional.of("it has no known map");
  }

  private static String problemName(int dim) {
    return (isPublished(dim) ? "gaussian-" : "gaussian-generated-") + dim;
  }

  private static boolean isPublished(int dim) {
    return GaussianPairs.PUBLISHED_DIMS.contains(dim);
  }

  @Override
  public Evaluation evaluation(
      NDManager manager, Problem problem, int samples, RandomStreams streams) {
    return new MapMetrics(
        manager, problem, samples, streams, Set.of(MapMetrics.Extra.FRECHET_DISTANCE));
  }

  @Override
  public String headlineMetric() {
    return "uvp_forward";
  }
}
