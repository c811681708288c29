package io.otbench.datasets;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.Sampler;
import java.util.random.RandomGenerator;

/**
 * Endless independent draws of a distribution; {@link ConditionalFreshSampler} for a conditional
 * one.
 */
public final class FreshSampler implements Sampler {

  private final Distribution distribution;
  private final RandomGenerator random;

  /**
   * Samples {@code distribution} from {@code random}, which nothing else may use.
   *
   * @param distribution not a conditional one: this would train at the conditions of the evaluation
   */
  public FreshSampler(Distribution distribution, RandomGenerator random) {
    if (distribution.conditionDim() > 0) {
      throw new IllegalArgumentException(
          "a conditional distribution is sampled at its training conditions, by a"
              + " ConditionalFreshSampler, not by a FreshSampler");
    }
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
