package io.otbench.solvers.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.solvers.networks.Network;

/**
 * Exponential moving average of a network's weights. Early on the average is short, so that the
 * first weights do not linger: update k keeps the share min(decay, k / (k + 10)) of the average.
 *
 * @param <N> class of the network
 */
public final class WeightAverage<N extends Network> {

  private static final double WARM_UP = 10;

  private final N network;
  private final N average;
  private final double decay;
  private long updates;

  /**
   * Starts at the network's weights.
   *
   * @param copy a copy of {@code network} that the average may overwrite
   * @param decay share that is kept, in [0, 1); 0 follows the network itself
   */
  public WeightAverage(N network, N copy, double decay) {
    Requirements.decay("averageDecay", decay);
    this.network = network;
    this.average = copy;
    this.decay = decay;
  }

  /** Takes in the network's weights as they are now. */
  public void update() {
    updates++;
    double kept = Math.min(decay, updates / (updates + WARM_UP));
    for (int i = 0; i < network.getParameters().size(); i++) {
      NDArray now = network.getParameters().valueAt(i).getArray();
      NDArray mean = average.getParameters().valueAt(i).getArray();
      try (NDManager scope = now.getManager().newSubManager()) {
        NDArray step = now.sub(mean);
        step.attach(scope);
        mean.addi(step.muli(1 - kept));
      }
    }
  }

  /** The network with averaged weights; it changes with every update. */
  public N network() {
    return average;
  }
}
