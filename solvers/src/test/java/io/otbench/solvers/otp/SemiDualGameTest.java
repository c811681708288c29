package io.otbench.solvers.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.networks.GlorotInitializer;
import io.otbench.solvers.networks.MapArchitecture;
import io.otbench.solvers.networks.MapNetwork;
import io.otbench.solvers.networks.MlpPotential;
import io.otbench.solvers.networks.Nonlinearity;
import io.otbench.solvers.networks.PotentialArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.training.WeightUpdates;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SemiDualGameTest {

  private static final int ROWS = 2001;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** Points at equal distances on [-1, 1], on axis 0 or 1 of the plane. */
  private NDArray segment(int axis) {
    double[] s = Fixtures.spaced(-1, 1, ROWS);
    double[] rows = new double[2 * ROWS];
    for (int i = 0; i < ROWS; i++) {
      rows[2 * i + axis] = s[i];
    }
    return EngineArrays.create(manager, rows, 2, DataType.FLOAT64);
  }

  private static NDArray column(NDArray points, int j) {
    return points.get(new NDIndex(":, " + j));
  }

  /** V*(y) = y_2^2 / 2 - |y_1|, a potential of the perpendicular segments. */
  private static NDArray perpendicularPotential(NDArray y) {
    return column(y, 1).square().div(2).sub(column(y, 0).abs());
  }

  /** (s, 0) -> (0, h(s)). */
  private static NDArray spurious(NDArray x, UnaryOperator<NDArray> h) {
    NDArray s = column(x, 0);
    return NDArrays.stack(new NDList(s.zerosLike(), h.apply(s)), 1);
  }

  @Test
  void onPerpendicularSegmentsEveryMapToTheTargetsLineWinsTheGame() {
    NDArray x = segment(0);
    NDArray y = segment(1);
    UnaryOperator<NDArray> potential = SemiDualGameTest::perpendicularPotential;
    double targetValue = potential.apply(y).mean().getDouble();
    List<UnaryOperator<NDArray>> images =
        List.of(NDArray::zerosLike, s -> s, NDArray::abs, s -> s.mul(3).sin());
    for (UnaryOperator<NDArray> h : images) {
      UnaryOperator<NDArray> map = points -> spurious(points, h);
      double loss = SemiDualGame.mapLoss(map, potential, x).getDouble();
      assertThat(loss).isCloseTo(1.0 / 6, within(1e-3));
      // The value of the game is W2^2 / 2.
      assertThat(loss + targetValue).isCloseTo(1.0 / 3, within(2e-3));
    }
    // Off the target's line T loses: (s / 2 - s)^2 / 2 + |s / 2|.
    double off = SemiDualGame.mapLoss(points -> points.div(2), potential, x).getDouble();
    assertThat(off).isCloseTo(1.0 / 24 + 1.0 / 4, within(1e-3));
  }

  @Test
  void potentialIsLoweredAtImagesAndRaisedAtTheTarget() {
    NDArray x = segment(0);
    NDArray y = segment(1);
    UnaryOperator<NDArray> potential = SemiDualGameTest::perpendicularPotential;
    NDArray collapsed = spurious(x, NDArray::zerosLike);
    assertThat(SemiDualGame.potentialLoss(potential, collapsed, y).getDouble())
        .isCloseTo(-1.0 / 6, within(1e-3));
    // Sides of different length are means, each over its own rows.
    assertThat(SemiDualGame.potentialLoss(potential, x.get(new NDIndex(":1000")), y).getDouble())
        .isCloseTo(-1.0 / 2 - 1.0 / 6, within(2e-3));
  }

  /**
   * At the start a residual map is the identity, so that the derivative of its loss in the last
   * bias is the mean of T(x) - x - grad V(T(x)) = -grad V(x): it must come through a potential
   * whose own weights are not trained.
   */
  @Test
  void mapLearnsThroughAPotentialThatStandsStill() {
    RandomStreams streams = RandomStreams.ofSeed(1);
    MapNetwork map =
        MapNetwork.create(
            manager,
            new MapArchitecture(MapArchitecture.Kind.RESIDUAL, 1, List.of(6, 5), Nonlinearity.SILU),
            2,
            0,
            streams.stream("map"),
            DataType.FLOAT64);
    MlpPotential potential =
        MlpPotential.create(
            manager,
            new PotentialArchitecture(List.of(7, 6), SmoothActivation.SILU, true),
            2,
            new GlorotInitializer(streams.stream("potential")),
            DataType.FLOAT64);
    NDArray x = EngineArrays.create(manager, Fixtures.normals(40, 1), 2, DataType.FLOAT64);
    WeightUpdates.Backward backward =
        WeightUpdates.backward(
            manager, List.of(map), () -> SemiDualGame.mapLoss(map::apply, potential::value, x));
    NDList gradients = backward.gradients().get(0);
    NDArray lastBias = gradients.get(gradients.size() - 1);
    NDArray expected = potential.gradient(x).mean(new int[] {0}).neg();
    assertThat(expected.abs().max().getDouble()).isGreaterThan(0.05);
    assertThat(lastBias.sub(expected).abs().max().getDouble()).isLessThan(1e-12);
    assertThat(backward.loss()).isCloseTo(-potential.value(x).mean().getDouble(), within(1e-12));
  }
}
