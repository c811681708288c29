package io.otbench.solvers.networks;

import static io.otbench.solvers.networks.FiniteDifferences.along;
import static io.otbench.solvers.networks.FiniteDifferences.assertClose;
import static io.otbench.solvers.networks.FiniteDifferences.assertWeightGradients;
import static io.otbench.solvers.networks.FiniteDifferences.randomize;
import static io.otbench.solvers.networks.FiniteDifferences.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.networks.MapArchitecture.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MapNetworkTest {

  private static final int DIM = 2;
  private static final int ROWS = 6;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  static Stream<Arguments> maps() {
    return Stream.of(
            new MapArchitecture(Kind.PLAIN, 1, List.of(5, 4), Nonlinearity.SILU),
            new MapArchitecture(Kind.RESIDUAL, 1, List.of(5, 4), Nonlinearity.RELU),
            new MapArchitecture(Kind.RESIDUAL, 3, List.of(4, 4), Nonlinearity.PRELU),
            new MapArchitecture(Kind.MODIFIED, 1, List.of(4, 4, 4), Nonlinearity.TANH),
            new MapArchitecture(Kind.MODIFIED, 1, List.of(4, 4), Nonlinearity.PRELU),
            new MapArchitecture(Kind.GRADIENT, 1, List.of(5, 4), Nonlinearity.SOFTPLUS))
        .flatMap(map -> Stream.of(Arguments.of(map, 0), Arguments.of(map, 1)));
  }

  private MapNetwork map(MapArchitecture architecture, int conditionDim) {
    return MapNetwork.create(
        manager,
        architecture,
        DIM,
        conditionDim,
        RandomStreams.ofSeed(1).stream("weights"),
        DataType.FLOAT64);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void startsAsTheIdentityUnlessItHasNoSkip(MapArchitecture architecture, int conditionDim) {
    MapNetwork map = map(architecture, conditionDim);
    NDArray x = rows(manager, ROWS, DIM + conditionDim, 2);
    NDArray mapped = map.apply(x);
    assertThat(mapped.getShape()).isEqualTo(new Shape(ROWS, DIM));
    NDArray points = x.get(new NDIndex(":, :" + DIM));
    if (architecture.kind() == Kind.PLAIN) {
      assertThat(mapped.sub(points).abs().max().getDouble()).isGreaterThan(0.1);
    } else {
      assertClose(mapped, points);
    }
  }

  @ParameterizedTest
  @MethodSource("maps")
  void weightGradientsMatchFiniteDifferences(MapArchitecture architecture, int conditionDim) {
    MapNetwork map = map(architecture, conditionDim);
    randomize(map, 0.6, 3);
    NDArray x = rows(manager, ROWS, DIM + conditionDim, 2);
    NDArray y = rows(manager, ROWS, DIM, 4);
    assertWeightGradients(manager, map, () -> map.apply(x).sub(y).square().sum());
  }

  @ParameterizedTest
  @MethodSource("maps")
  void readsTheConditionAndCopiesAreIndependent(MapArchitecture architecture, int conditionDim) {
    MapNetwork map = map(architecture, conditionDim);
    randomize(map, 0.6, 3);
    NDArray x = rows(manager, ROWS, DIM + conditionDim, 2);
    NDArray before = map.apply(x);
    MapNetwork copy = map.copyTo(manager);
    randomize(map, 0.6, 5);
    assertClose(copy.apply(x), before);
    if (conditionDim > 0) {
      NDArray other = x.duplicate();
      other.set(new NDIndex(":, " + DIM), 3);
      assertThat(copy.apply(other).sub(before).abs().max().getDouble()).isGreaterThan(1e-3);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CELU", "SOFTPLUS", "SILU", "TANH"})
  void gradientMapsHaveASymmetricJacobian(Nonlinearity nonlinearity) {
    MapNetwork map = map(new MapArchitecture(Kind.GRADIENT, 1, List.of(6, 5), nonlinearity), 0);
    randomize(map, 0.7, 3);
    NDArray x = rows(manager, ROWS, DIM, 2);
    NDArray e1 = x.zerosLike();
    e1.set(new NDIndex(":, 0"), 1);
    NDArray e2 = x.zerosLike();
    e2.set(new NDIndex(":, 1"), 1);
    NDArray d2OfFirst = along(map::apply, x, e2).get(new NDIndex(":, 0"));
    NDArray d1OfSecond = along(map::apply, x, e1).get(new NDIndex(":, 1"));
    assertClose(d2OfFirst, d1OfSecond);
    assertThat(d2OfFirst.abs().max().getDouble()).isGreaterThan(0.01);
    NDArray shift = map.apply(x).sub(x);
    assertClose(shift, map.potential().orElseThrow().gradient(x));
  }

  @Test
  void aBlockOfAResidualMapSeesWhatTheOneBeforeMade() {
    MapNetwork map = map(new MapArchitecture(Kind.RESIDUAL, 2, List.of(3), Nonlinearity.TANH), 0);
    randomize(map, 0.6, 3);
    NDArray x = rows(manager, ROWS, DIM, 2);
    NDArray h = x;
    for (String block : List.of("block1", "block2")) {
      NDArray hidden =
          h.matMul(map.getParameters().get(block + "Hidden1Weight").getArray())
              .add(map.getParameters().get(block + "Hidden1Bias").getArray())
              .tanh();
      h =
          hidden
              .matMul(map.getParameters().get(block + "LastWeight").getArray())
              .add(map.getParameters().get(block + "LastBias").getArray())
              .add(h);
    }
    assertClose(map.apply(x), h);
  }

  @Test
  void modifiedMapBlendsTwoProjections() {
    MapNetwork map = map(new MapArchitecture(Kind.MODIFIED, 1, List.of(3), Nonlinearity.TANH), 0);
    randomize(map, 0.6, 3);
    NDArray x = rows(manager, ROWS, DIM, 2);
    NDArray u = layer(map, "first", x).tanh();
    NDArray v = layer(map, "second", x).tanh();
    NDArray z = layer(map, "hidden1", x).tanh();
    NDArray h = z.neg().add(1).mul(u).add(z.mul(v));
    assertClose(map.apply(x), layer(map, "last", h).add(x));
  }

  private static NDArray layer(MapNetwork map, String name, NDArray x) {
    return x.matMul(map.getParameters().get(name + "Weight").getArray())
        .add(map.getParameters().get(name + "Bias").getArray());
  }

  @Test
  void preluStartsWithTheSlopeAQuarter() {
    MapNetwork map = map(new MapArchitecture(Kind.RESIDUAL, 1, List.of(3), Nonlinearity.PRELU), 0);
    assertThat(map.getParameters().get("block1Hidden1Slope").getArray().toDoubleArray())
        .containsExactly(0.25);
  }

  @Test
  void architectureRefusesWhatCannotBeBuilt() {
    assertThatThrownBy(() -> new MapArchitecture(Kind.PLAIN, 1, List.of(), Nonlinearity.RELU))
        .hasMessage("widths must be at least one number >= 1 but are []");
    assertThatThrownBy(() -> new MapArchitecture(Kind.PLAIN, 2, List.of(3), Nonlinearity.RELU))
        .hasMessage("blocks must be 1 for a map of kind PLAIN but is 2");
    assertThatThrownBy(() -> new MapArchitecture(Kind.RESIDUAL, 0, List.of(3), Nonlinearity.RELU))
        .hasMessage("blocks must be at least 1 but is 0");
    assertThatThrownBy(
            () -> new MapArchitecture(Kind.MODIFIED, 1, List.of(3, 4), Nonlinearity.RELU))
        .hasMessage("widths must all be equal for a map of kind MODIFIED but are [3, 4]");
    assertThatThrownBy(() -> new MapArchitecture(Kind.GRADIENT, 1, List.of(3), Nonlinearity.PRELU))
        .hasMessage(
            "nonlinearity must be smooth (CELU, SOFTPLUS, SILU or TANH) for a map of kind GRADIENT"
                + " but is PRELU");
    assertThatThrownBy(() -> new PotentialArchitecture(List.of(2, 0), SmoothActivation.SILU, true))
        .hasMessage("widths must be at least one number >= 1 but are [2, 0]");
  }
}
