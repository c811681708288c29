package io.otbench.solvers.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.training.WeightUpdates;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Central differences in float64, against which closed forms are held. */
public final class FiniteDifferences {

  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 1e-6;

  private FiniteDifferences() {}

  /** Standard normal rows. */
  public static NDArray rows(NDManager manager, int n, int dim, long seed) {
    return EngineArrays.create(manager, Fixtures.normals(n * dim, seed), dim, DataType.FLOAT64);
  }

  /** The derivative of {@code function} at {@code x} in the direction {@code v}. */
  public static NDArray along(UnaryOperator<NDArray> function, NDArray x, NDArray v) {
    NDArray above = function.apply(x.add(v.mul(STEP)));
    return above.sub(function.apply(x.sub(v.mul(STEP)))).div(2 * STEP);
  }

  /** Equal up to the error of the differences. */
  public static void assertClose(NDArray found, NDArray expected) {
    assertThat(found.getShape()).isEqualTo(expected.getShape());
    double scale = 1 + expected.abs().max().getDouble();
    assertThat(found.sub(expected).abs().max().getDouble()).isLessThan(TOLERANCE * scale);
  }

  /**
   * Randomises every weight, so that nothing is hidden by a zero, and compares the gradient that
   * automatic differentiation finds for {@code loss} with differences, weight array by weight
   * array.
   */
  public static void assertWeightGradients(
      NDManager manager, Network network, Supplier<NDArray> loss) {
    List<NDArray> weights =
        network.getParameters().values().stream().map(parameter -> parameter.getArray()).toList();
    WeightUpdates.Backward backward = WeightUpdates.backward(manager, List.of(network), loss);
    for (int i = 0; i < weights.size(); i++) {
      NDArray weight = weights.get(i);
      NDArray direction =
          new StreamInitializer(RandomStreams.ofSeed(i).stream("direction"), 1)
              .initialize(manager, weight.getShape(), DataType.FLOAT64);
      weight.addi(direction.mul(STEP));
      double above = loss.get().getDouble();
      weight.subi(direction.mul(2 * STEP));
      double below = loss.get().getDouble();
      weight.addi(direction.mul(STEP));
      double expected = backward.gradients().get(0).get(i).mul(direction).sum().getDouble();
      assertThat((above - below) / (2 * STEP))
          .as(network.getParameters().keyAt(i))
          .isCloseTo(expected, within(TOLERANCE * (1 + Math.abs(expected))));
    }
  }

  /** Normal values of the given deviation for every weight. */
  public static void randomize(Network network, double deviation, long seed) {
    StreamInitializer initializer =
        new StreamInitializer(RandomStreams.ofSeed(seed).stream("weights"), deviation);
    network
        .getParameters()
        .values()
        .forEach(
            parameter -> {
              NDArray array = parameter.getArray();
              NDArray values =
                  initializer.initialize(array.getManager(), array.getShape(), array.getDataType());
              array.intern(values);
            });
  }
}
