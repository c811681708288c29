package io.otbench.solvers.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.otbench.solvers.api.Potential;

/**
 * A time-dependent potential in which time is one more coordinate, the first, of a network's input.
 *
 * @param network a potential on R^(1 + d)
 */
public record MlpTimePotential(MlpPotential network) implements TimePotential {

  @Override
  public NDArray value(NDArray t, NDArray x) {
    return network.value(join(t, x));
  }

  @Override
  public Derivatives derivatives(NDArray t, NDArray x) {
    Potential.ValueAndGradient both = network.valueAndGradient(join(t, x));
    NDList parts = both.gradient().split(new long[] {1}, 1);
    return new Derivatives(both.value(), parts.get(0).reshape(-1), parts.get(1));
  }

  private static NDArray join(NDArray t, NDArray x) {
    return NDArrays.concat(new NDList(t, x), 1);
  }
}
