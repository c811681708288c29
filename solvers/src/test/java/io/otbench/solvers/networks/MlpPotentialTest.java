package io.otbench.solvers.networks;

import static io.otbench.solvers.networks.FiniteDifferences.along;
import static io.otbench.solvers.networks.FiniteDifferences.assertClose;
import static io.otbench.solvers.networks.FiniteDifferences.assertWeightGradients;
import static io.otbench.solvers.networks.FiniteDifferences.randomize;
import static io.otbench.solvers.networks.FiniteDifferences.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.api.RandomStreams;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MlpPotentialTest {

  private static final int DIM = 3;
  private static final int ROWS = 5;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  static Stream<PotentialArchitecture> architectures() {
    return Stream.of(
        new PotentialArchitecture(List.of(4), SmoothActivation.TANH, false),
        new PotentialArchitecture(List.of(6, 5, 4), SmoothActivation.SILU, false),
        new PotentialArchitecture(List.of(6, 5), SmoothActivation.SILU, true),
        new PotentialArchitecture(List.of(7, 7), SmoothActivation.SOFTPLUS, true),
        new PotentialArchitecture(List.of(7, 3), SmoothActivation.CELU, false));
  }

  private MlpPotential network(PotentialArchitecture architecture) {
    MlpPotential network =
        MlpPotential.create(
            manager,
            architecture,
            DIM,
            new GlorotInitializer(RandomStreams.ofSeed(1).stream("weights")),
            DataType.FLOAT64);
    randomize(network, 0.6, 2);
    return network;
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void gradientIsTheDerivativeOfTheValue(PotentialArchitecture architecture) {
    MlpPotential network = network(architecture);
    NDArray x = rows(manager, ROWS, DIM, 3);
    NDArray v = rows(manager, ROWS, DIM, 4);
    assertThat(network.value(x).getShape()).isEqualTo(new Shape(ROWS));
    assertClose(network.gradient(x).mul(v).sum(new int[] {1}), along(network::value, x, v));
    assertClose(network.valueAndGradient(x).value(), network.value(x));
    assertClose(network.valueAndGradient(x).gradient(), network.gradient(x));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void hessianVectorProductIsTheDerivativeOfTheGradient(PotentialArchitecture architecture) {
    MlpPotential network = network(architecture);
    NDArray x = rows(manager, ROWS, DIM, 3);
    NDArray v = rows(manager, ROWS, DIM, 4);
    assertClose(network.hessianVectorProduct(x, v), along(network::gradient, x, v));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void weightGradientsOfALossOnBothMatchFiniteDifferences(PotentialArchitecture architecture) {
    MlpPotential network = network(architecture);
    NDArray x = rows(manager, ROWS, DIM, 3);
    assertWeightGradients(
        manager,
        network,
        () -> {
          var both = network.valueAndGradient(x);
          return both.gradient().square().sum().add(both.value().square().sum());
        });
  }

  /** V = a t + b.z + z^T C z / 2 has the derivatives a and b + C z. */
  @Test
  void timeIsTheFirstCoordinate() {
    MlpPotential network =
        network(new PotentialArchitecture(List.of(4), SmoothActivation.SILU, true));
    network.zeroOutput();
    // The weights in the order hidden, output, quadratic, linear; a and b are the linear ones.
    NDArray linear = network.getParameters().get("linear").getArray();
    NDArray quadratic = network.getParameters().get("quadratic").getArray();
    quadratic.muli(0);
    MlpTimePotential potential = new MlpTimePotential(network);
    NDArray t = rows(manager, ROWS, 1, 5);
    NDArray x = rows(manager, ROWS, DIM - 1, 6);
    TimePotential.Derivatives found = potential.derivatives(t, x);
    assertThat(found.inTime().getShape()).isEqualTo(new Shape(ROWS));
    assertThat(found.inSpace().getShape()).isEqualTo(new Shape(ROWS, DIM - 1));
    assertThat(found.inTime().getDouble(0)).isCloseTo(linear.getDouble(0), within(1e-12));
    assertThat(found.inSpace().getDouble(0, 0)).isCloseTo(linear.getDouble(1), within(1e-12));
    assertThat(found.inSpace().getDouble(0, 1)).isCloseTo(linear.getDouble(2), within(1e-12));
    assertThat(found.value().getDouble(0))
        .isCloseTo(
            linear.getDouble(0) * t.getDouble(0, 0)
                + linear.getDouble(1) * x.getDouble(0, 0)
                + linear.getDouble(2) * x.getDouble(0, 1),
            within(1e-12));
    assertClose(found.value(), potential.value(t, x));
  }

  @Test
  void timeDerivativesAreThoseOfTheValue() {
    MlpTimePotential potential =
        new MlpTimePotential(
            network(new PotentialArchitecture(List.of(6, 5), SmoothActivation.SILU, false)));
    NDArray t = rows(manager, ROWS, 1, 5);
    NDArray x = rows(manager, ROWS, DIM - 1, 6);
    TimePotential.Derivatives found = potential.derivatives(t, x);
    assertClose(found.inTime(), along(time -> potential.value(time, x), t, t.onesLike()));
    NDArray v = rows(manager, ROWS, DIM - 1, 7);
    assertClose(found.inSpace().mul(v).sum(new int[] {1}), along(z -> potential.value(t, z), x, v));
  }

  @Test
  void evaluationLeavesNothingWithTheWeights() {
    try (NDManager owner = NDManager.newBaseManager()) {
      MlpPotential network =
          MlpPotential.create(
              owner,
              new PotentialArchitecture(List.of(4, 4), SmoothActivation.SILU, true),
              DIM,
              new GlorotInitializer(RandomStreams.ofSeed(1).stream("weights")),
              DataType.FLOAT64);
      int before = owner.getManagedArrays().size();
      NDArray x = rows(manager, ROWS, DIM, 3);
      network.valueAndGradient(x);
      network.hessianVectorProduct(x, x);
      assertThat(owner.getManagedArrays()).hasSize(before);
    }
  }

  @Test
  void copyIsIndependent() {
    MlpPotential network =
        network(new PotentialArchitecture(List.of(4), SmoothActivation.SILU, true));
    NDArray x = rows(manager, ROWS, DIM, 3);
    MlpPotential copy = network.copyTo(manager);
    NDArray before = copy.value(x);
    assertClose(before, network.value(x));
    randomize(network, 1, 9);
    assertClose(copy.value(x), before);
    // hidden 3 x 4 + 4, output 4, quadratic 9, linear 3
    assertThat(copy.parameterCount()).isEqualTo(32);
  }
}
