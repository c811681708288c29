package io.otbench.benchmarks.gaussian;

import io.otbench.benchmarks.suite.Benchmark;
import io.otbench.datasets.Problem;
import io.otbench.datasets.gaussian.EigenvalueRange;
import io.otbench.datasets.gaussian.GaussianPairs;
import java.util.stream.Collectors;

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
  public String problems() {
    return GaussianPairs.PUBLISHED_DIMS.stream()
            .map(dim -> "gaussian-" + dim)
            .collect(Collectors.joining(", "))
        + " (published); gaussian-generated-D for every other D up to "
        + GaussianPairs.MAX_DIM;
  }

  @Override
  public boolean hasDim(int dim) {
    return dim >= 1 && dim <= GaussianPairs.MAX_DIM;
  }

  @Override
  public String dims() {
    return "1 to " + GaussianPairs.MAX_DIM;
  }

  @Override
  public Problem problem(int dim) {
    return GaussianPairs.PUBLISHED_DIMS.contains(dim)
        ? GaussianPairs.published(dim)
        : GaussianPairs.generated(dim, EigenvalueRange.PUBLISHED, 0, PAIR_SEED);
  }

  @Override
  public String headlineMetric() {
    return "uvp_forward";
  }
}
