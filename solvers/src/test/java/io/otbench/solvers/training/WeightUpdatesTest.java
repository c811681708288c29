package io.otbench.solvers.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.otbench.solvers.Fixtures;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.networks.DenseIcnn;
import io.otbench.solvers.networks.IcnnArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.networks.StreamInitializer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightUpdatesTest {

  private static final int DIM = 2;

  private final NDManager manager = NDManager.newBaseManager();
  private final DenseIcnn network = network(1);

  @AfterEach
  void close() {
    manager.close();
  }

  private DenseIcnn network(long seed) {
    return DenseIcnn.create(
        manager,
        new IcnnArchitecture(List.of(3, 2), 1, SmoothActivation.SOFTPLUS, 0),
        DIM,
        new StreamInitializer(RandomStreams.ofSeed(seed).stream("weights"), 0.5),
        DataType.FLOAT64);
  }

  /** Plain gradient descent at rate 1, so that a step shows the gradient that was applied. */
  private static Optimizer descent() {
    return Optimizer.sgd().setLearningRateTracker(Tracker.fixed(1)).build();
  }

  private static double[] weights(DenseIcnn network) {
    return flat(
        network.getParameters().values().stream().map(parameter -> parameter.getArray()).toList());
  }

  private static double[] flat(List<NDArray> arrays) {
    return arrays.stream()
        .flatMapToDouble(array -> java.util.Arrays.stream(EngineArrays.toDoubles(array)))
        .toArray();
  }

  private NDList gradients(double value) {
    NDList gradients = new NDList();
    network
        .getParameters()
        .values()
        .forEach(parameter -> gradients.add(parameter.getArray().zerosLike().add(value)));
    return gradients;
  }

  @Test
  void gradientsDoNotAccumulateOverCalls() {
    NDArray x = EngineArrays.create(manager, Fixtures.normals(8, 2), DIM, DataType.FLOAT64);
    List<double[]> found = new ArrayList<>();
    for (int call = 0; call < 3; call++) {
      WeightUpdates.Backward backward =
          WeightUpdates.backward(
              manager, List.of(network), () -> network.gradient(x).square().sum());
      found.add(flat(backward.gradients().get(0)));
    }
    assertThat(found.get(1)).isEqualTo(found.get(0));
    assertThat(found.get(2)).isEqualTo(found.get(0));
    assertThat(java.util.Arrays.stream(found.get(0)).map(Math::abs).sum()).isGreaterThan(0.1);
  }

  @Test
  void eachBlockGetsItsOwnGradients() {
    DenseIcnn other = network(2);
    NDArray x = EngineArrays.create(manager, Fixtures.normals(8, 3), DIM, DataType.FLOAT64);
    WeightUpdates.Backward both =
        WeightUpdates.backward(
            manager,
            List.of(network, other),
            () -> network.value(x).sum().sub(other.value(x).sum()));
    WeightUpdates.Backward first =
        WeightUpdates.backward(manager, List.of(network), () -> network.value(x).sum());
    WeightUpdates.Backward second =
        WeightUpdates.backward(manager, List.of(other), () -> other.value(x).sum());
    assertThat(both.loss()).isCloseTo(first.loss() - second.loss(), within(1e-12));
    assertThat(flat(both.gradients().get(0))).isEqualTo(flat(first.gradients().get(0)));
    double[] negated =
        java.util.Arrays.stream(flat(second.gradients().get(0))).map(g -> -g).toArray();
    assertThat(flat(both.gradients().get(1))).isEqualTo(negated);
  }

  @Test
  void appliesAGradientBelowTheBoundAsItIs() {
    double[] before = weights(network);
    double norm =
        new WeightUpdates(network, descent(), OptionalDouble.of(100)).apply(gradients(0.25));
    assertThat(norm).isCloseTo(0.25 * Math.sqrt(before.length), within(1e-12));
    double[] after = weights(network);
    for (int i = 0; i < before.length; i++) {
      assertThat(before[i] - after[i]).isCloseTo(0.25, within(1e-12));
    }
  }

  @Test
  void scalesALargerGradientDownToTheNormOfAllWeights() {
    double[] before = weights(network);
    double norm = new WeightUpdates(network, descent(), OptionalDouble.of(2)).apply(gradients(7));
    assertThat(norm).isCloseTo(7 * Math.sqrt(before.length), within(1e-9));
    double[] after = weights(network);
    double expected = 2 / Math.sqrt(before.length);
    for (int i = 0; i < before.length; i++) {
      assertThat(before[i] - after[i]).isCloseTo(expected, within(1e-6));
    }
    // Without a bound nothing is scaled.
    new WeightUpdates(network, descent(), OptionalDouble.empty()).apply(gradients(7));
    assertThat(after[0] - weights(network)[0]).isCloseTo(7, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void gradientThatIsNotFiniteLeavesTheWeightsAlone(double bad) {
    double[] before = weights(network);
    NDList gradients = gradients(0.1);
    gradients.get(gradients.size() - 1).addi(bad);
    double norm = new WeightUpdates(network, descent(), OptionalDouble.of(1)).apply(gradients);
    assertThat(norm).isNotFinite();
    assertThat(weights(network)).isEqualTo(before);
  }
}
