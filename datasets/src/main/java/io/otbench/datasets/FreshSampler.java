package io.otbench.datasets;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.Sampler;
import java.util.random.RandomGenerator;

/** Endless independent draws of a distribution. */
public final class FreshSampler implements Sampler {

  private final Distribution distribution;
  private final RandomGenerator random;

  /** Samples {@code distribution} from {@code random}, which nothing else may use. */
  public FreshSampler(Distribution distribution, RandomGenerator random) {
    this.distribution = distribution;
    this.random = random;
  }

  @Override
  public int dim() {
    return distribution.dim();
  }

  @Override
  public NDArray sample(NDManager manager, int n) {
    return distribution.sample(manager, n, random);
  }
}
