package io.otbench.solvers.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.training.WeightUpdates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DenseIcnnTest {

  private static final int DIM = 3;
  private static final int ROWS = 5;
  private static final double STEP = 1e-5;

  private final NDManager manager = NDManager.newBaseManager();
  private final RandomGenerator random = RandomStreams.ofSeed(7).stream("test");

  @AfterEach
  void close() {
    manager.close();
  }

  static Stream<Arguments> architectures() {
    return Stream.of(SmoothActivation.values())
        .flatMap(
            activation ->
                Stream.of(1, 3)
                    .flatMap(
                        rank ->
                            Stream.of(List.of(6, 4), List.of(7, 5, 4), List.of(4, 4, 4, 3))
                                .map(
                                    widths ->
                                        Arguments.of(
                                            new IcnnArchitecture(
                                                widths, rank, activation, 0.05)))));
  }

  private DenseIcnn network(IcnnArchitecture architecture, double deviation) {
    return DenseIcnn.create(
        manager, architecture, DIM, new StreamInitializer(random, deviation), DataType.FLOAT64);
  }

  private NDArray points() {
    double[] values = new double[ROWS * DIM];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return manager.create(values, new Shape(ROWS, DIM));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void gradientIsTheDerivativeOfTheValue(IcnnArchitecture architecture) {
    DenseIcnn network = network(architecture, 0.5);
    NDArray x = points();
    NDArray v = points();
    NDArray slope =
        network.value(x.add(v.mul(STEP))).sub(network.value(x.sub(v.mul(STEP)))).div(2 * STEP);
    NDArray expected = network.gradient(x).mul(v).sum(new int[] {1});
    assertRelativelyClose(slope, expected, 1e-6);
    assertRelativelyClose(network.valueAndGradient(x).value(), network.value(x), 1e-14);
    assertRelativelyClose(network.valueAndGradient(x).gradient(), network.gradient(x), 1e-14);
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void hessianVectorProductIsTheDerivativeOfTheGradient(IcnnArchitecture architecture) {
    DenseIcnn network = network(architecture, 0.5);
    NDArray x = points();
    NDArray v = points();
    NDArray slope =
        network
            .gradient(x.add(v.mul(STEP)))
            .sub(network.gradient(x.sub(v.mul(STEP))))
            .div(2 * STEP);
    assertRelativelyClose(slope, network.hessianVectorProduct(x, v), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void weightGradientsOfTheValueMatchAutomaticDifferentiation(IcnnArchitecture architecture) {
    DenseIcnn network = network(architecture, 0.5);
    NDArray x = points();
    NDArray rowWeights = manager.create(new double[] {1, -2, 0.5, 0, 3}, new Shape(ROWS, 1));
    DenseIcnn.WeightedValue closed = network.weightedValue(x, rowWeights);
    WeightUpdates.Backward automatic =
        WeightUpdates.backward(
            manager, List.of(network), () -> network.value(x).mul(rowWeights.reshape(-1)).sum());
    // The engine's softplus is linear above 20, which costs a relative 2e-9 in its derivative.
    // The s term has no weights but counts in the value.
    assertThat(closed.value().getDouble()).isCloseTo(automatic.loss(), within(1e-12));
    NDList expected = automatic.gradients().get(0);
    for (int i = 0; i < expected.size(); i++) {
      assertRelativelyClose(closed.weightGradients().get(i), expected.get(i), 1e-9);
    }
  }

  @Test
  void weightGradientsOfALossOnTheGradientMatchFiniteDifferences() {
    DenseIcnn network =
        network(new IcnnArchitecture(List.of(5, 4, 3), 2, SmoothActivation.SOFTPLUS, 0.1), 0.5);
    NDArray x = points();
    WeightUpdates.Backward backward =
        WeightUpdates.backward(manager, List.of(network), () -> network.gradient(x).square().sum());
    for (int i = 0; i < network.getParameters().size(); i++) {
      NDArray weights = network.getParameters().valueAt(i).getArray();
      NDArray direction =
          new StreamInitializer(random, 1)
              .initialize(manager, weights.getShape(), DataType.FLOAT64);
      weights.addi(direction.mul(STEP));
      double above = network.gradient(x).square().sum().getDouble();
      weights.subi(direction.mul(2 * STEP));
      double below = network.gradient(x).square().sum().getDouble();
      weights.addi(direction.mul(STEP));
      double expected = backward.gradients().get(0).get(i).mul(direction).sum().getDouble();
      assertThat((above - below) / (2 * STEP))
          .isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
    }
  }

  /**
   * Operands that the engine keeps for the way back must survive a garbage collection; see {@link
   * EngineArrays}.
   */
  @ParameterizedTest
  @MethodSource("architectures")
  void recordedGraphSurvivesGarbageCollection(IcnnArchitecture architecture) {
    DenseIcnn network = network(architecture, 0.5);
    NDArray x = points();
    NDArray v = points();
    Supplier<NDArray> loss =
        () ->
            network
                .gradient(x)
                .square()
                .sum()
                .add(network.value(x).sum())
                .add(network.hessianVectorProduct(x, v).square().sum());
    NDList undisturbed = WeightUpdates.backward(manager, List.of(network), loss).gradients().get(0);
    NDList disturbed =
        WeightUpdates.backward(
                manager,
                List.of(network),
                () -> {
                  NDArray built = loss.get();
                  System.gc();
                  // Reuse what was freed, with other contents.
                  List<ByteBuffer> filled = new ArrayList<>();
                  for (int i = 0; i < 2_000; i++) {
                    ByteBuffer buffer = ByteBuffer.allocateDirect(8 + 8 * (i % 3));
                    while (buffer.hasRemaining()) {
                      buffer.put((byte) 0x41);
                    }
                    filled.add(buffer);
                  }
                  assertThat(filled).isNotEmpty();
                  return built;
                })
            .gradients()
            .get(0);
    for (int i = 0; i < undisturbed.size(); i++) {
      assertThat(disturbed.get(i).toDoubleArray()).isEqualTo(undisturbed.get(i).toDoubleArray());
    }
  }

  /** Weight counts of arXiv:2605.10792's network and of recorded W2GN notebooks. */
  @ParameterizedTest
  @CsvSource({
    "2, 1, 64 64 32, 6976",
    "8, 1, 64 64 32, 8896",
    "32, 1, 64 64 32, 16576",
    "64, 1, 128 128 64, 65920",
    "2, 3, 128 128 64, 27520",
    "84, 1, 128 128 128, 97792",
    "128, 4, 256 256 128 64, 557824"
  })
  void hasThePublishedNumberOfWeights(int dim, int rank, String widths, long expected) {
    List<Integer> layers = Stream.of(widths.split(" ")).map(Integer::valueOf).toList();
    DenseIcnn network =
        DenseIcnn.create(
            manager,
            new IcnnArchitecture(layers, rank, SmoothActivation.CELU, 0),
            dim,
            new StreamInitializer(random, 0.1),
            DataType.FLOAT32);
    assertThat(network.parameterCount()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"SOFTPLUS", "CELU"})
  void isConvexAfterTheClampAndUsuallyNotBefore(SmoothActivation activation) {
    DenseIcnn network = network(new IcnnArchitecture(List.of(8, 8, 4), 1, activation, 0), 0.5);
    assertThat(largestMidpointExcess(network)).isGreaterThan(0.01);
    network.clampToConvex();
    assertThat(largestMidpointExcess(network)).isLessThan(1e-12);
  }

  private double largestMidpointExcess(DenseIcnn network) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 100; i++) {
      NDArray a = points();
      NDArray b = points();
      NDArray excess =
          network.value(a.add(b).div(2)).sub(network.value(a).add(network.value(b)).div(2));
      largest = Math.max(largest, excess.max().getDouble());
    }
    return largest;
  }

  @Test
  void savesAndLoadsInTheFormatOfTheEngineLibrary() throws Exception {
    IcnnArchitecture architecture =
        new IcnnArchitecture(List.of(5, 3), 1, SmoothActivation.CELU, 0.1);
    DenseIcnn network = network(architecture, 0.5);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    network.saveParameters(new DataOutputStream(bytes));
    DenseIcnn loaded = new DenseIcnn(architecture, DIM);
    loaded.loadParameters(
        manager, new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    NDArray x = points();
    assertThat(loaded.value(x).toDoubleArray()).isEqualTo(network.value(x).toDoubleArray());
  }

  @Test
  void copyDoesNotFollowTheOriginal() {
    DenseIcnn network =
        network(new IcnnArchitecture(List.of(5, 3), 1, SmoothActivation.CELU, 0.1), 0.5);
    NDArray x = points();
    double[] before = network.value(x).toDoubleArray();
    DenseIcnn copy = network.copyTo(manager);
    for (Parameter parameter : network.getParameters().values()) {
      parameter.getArray().muli(2);
    }
    assertThat(copy.value(x).toDoubleArray()).isEqualTo(before);
    assertThat(network.value(x).toDoubleArray()).isNotEqualTo(before);
  }

  @Test
  void refusesImpossibleShapes() {
    assertThatThrownBy(() -> new IcnnArchitecture(List.of(4), 1, SmoothActivation.CELU, 0))
        .hasMessage("widths must be at least two numbers >= 1 but are [4]");
    assertThatThrownBy(() -> new IcnnArchitecture(List.of(4, 4), 0, SmoothActivation.CELU, 0))
        .hasMessage("rank must be at least 1 but is 0");
    IcnnArchitecture fine = new IcnnArchitecture(List.of(4, 4), 1, SmoothActivation.CELU, 0);
    assertThatThrownBy(() -> new DenseIcnn(fine, 0))
        .hasMessage("dimension must be at least 1 but is 0");
  }

  private static void assertRelativelyClose(NDArray actual, NDArray expected, double tolerance) {
    assertThat(actual.getShape()).isEqualTo(expected.getShape());
    double scale = Math.max(1e-3, expected.abs().max().getDouble());
    double difference = actual.sub(expected).abs().max().getDouble();
    assertThat(difference).isLessThan(tolerance * scale);
  }
}
