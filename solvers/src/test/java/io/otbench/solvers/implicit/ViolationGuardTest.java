package io.otbench.solvers.implicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.DivergenceException;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.conjugate.ConjugateSolution;
import io.otbench.solvers.networks.DenseIcnn;
import io.otbench.solvers.networks.IcnnArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.networks.StreamInitializer;
import io.otbench.solvers.training.RateScale;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViolationGuardTest {

  private static final int ROWS = 1000;

  private final NDManager manager = NDManager.newBaseManager();
  private final RateScale rateScale = new RateScale();
  private final DenseIcnn network =
      DenseIcnn.create(
          manager,
          new IcnnArchitecture(List.of(3, 2), 1, SmoothActivation.SOFTPLUS, 0),
          2,
          new StreamInitializer(RandomStreams.ofSeed(1).stream("weights"), 0.5),
          DataType.FLOAT64);
  private final ViolationGuard guard = new ViolationGuard(manager, network, rateScale);

  @AfterEach
  void close() {
    manager.close();
  }

  private static BitSet rows(int count) {
    BitSet set = new BitSet();
    set.set(0, count);
    return set;
  }

  private boolean admits(int masked, int step) {
    return guard.admits(rows(ROWS - masked), ROWS, step);
  }

  private NDArray output() {
    return network.getParameters().valueAt(network.getParameters().size() - 1).getArray();
  }

  @Test
  void masksUnsolvedCurvedAndFarRows() {
    // Displacements 1, 2, 3, 1, 2, 29 and 31: the bound is ten times the median of 2... and NaN.
    double[] y = {1, 0, 0, 2, 3, 0, 1, 0, 2, 0, 0, 19, 21, 0, Double.NaN, 0, 2, 0};
    double[] z = new double[y.length];
    int count = y.length / 2;
    BitSet solved = rows(count);
    solved.clear(0);
    BitSet negative = new BitSet();
    negative.set(3);
    BitSet usable =
        guard.usableRows(new ConjugateSolution(y, new double[count], solved, negative, 1, 1), z, 2);
    BitSet expected = new BitSet();
    for (int row : new int[] {1, 2, 4, 5, 8}) {
      expected.set(row);
    }
    assertThat(usable).isEqualTo(expected);
    assertThat(solved.cardinality()).isEqualTo(count - 1);
  }

  @Test
  void displacementIsMeasuredFromZ() {
    double[] z = {100, 0, 200, 0, 300, 0};
    double[] y = {101, 0, 201, 0, 301, 0};
    BitSet usable =
        guard.usableRows(
            new ConjugateSolution(y, new double[3], rows(3), new BitSet(), 1, 1), z, 2);
    assertThat(usable.cardinality()).isEqualTo(3);
  }

  @Test
  void skipsAStepWithMoreThanOnePercentMasked() {
    assertThat(admits(0, 1)).isTrue();
    assertThat(admits(9, 2)).isTrue();
    assertThat(admits(11, 3)).isFalse();
    assertThat(admits(400, 4)).isFalse();
    assertThat(admits(0, 5)).isTrue();
    assertThat(rateScale.factor()).isEqualTo(1);
  }

  @Test
  void restoresTheLastGoodWeightsAtHalfTheRateAfterTenBadSolves() {
    assertThat(admits(0, 1)).isTrue();
    double[] good = output().toDoubleArray();
    output().muli(3);
    for (int step = 2; step <= 10; step++) {
      assertThat(admits(60, step)).isFalse();
    }
    assertThat(output().toDoubleArray()).isNotEqualTo(good);
    assertThat(rateScale.factor()).isEqualTo(1);
    assertThat(admits(60, 11)).isFalse();
    assertThat(output().toDoubleArray()).isEqualTo(good);
    assertThat(rateScale.factor()).isEqualTo(0.5);
  }

  @Test
  void goodWeightsAreTakenEveryFiftySolves() {
    assertThat(admits(0, 1)).isTrue();
    output().muli(2);
    for (int step = 2; step <= 50; step++) {
      assertThat(admits(0, step)).isTrue();
    }
    // The 51st good solve is the next one that is kept.
    output().muli(2);
    double[] good = output().toDoubleArray();
    assertThat(admits(0, 51)).isTrue();
    output().muli(2);
    for (int step = 52; step <= 61; step++) {
      assertThat(admits(ROWS, step)).isFalse();
    }
    assertThat(output().toDoubleArray()).isEqualTo(good);
  }

  @Test
  void aSolveWithAtMostFivePercentMaskedEndsASeries() {
    for (int round = 0; round < 5; round++) {
      for (int step = 1; step <= 9; step++) {
        assertThat(admits(60, step)).isFalse();
      }
      assertThat(admits(40, 10)).isFalse();
    }
    assertThat(rateScale.factor()).isEqualTo(1);
  }

  @Test
  void thirdSeriesEndsTheRun() {
    for (int step = 1; step <= 29; step++) {
      assertThat(admits(500, step)).isFalse();
    }
    assertThat(rateScale.factor()).isEqualTo(0.25);
    assertThatThrownBy(() -> admits(500, 30))
        .isInstanceOfSatisfying(
            DivergenceException.class,
            e -> {
              assertThat(e.step()).isEqualTo(30);
              assertThat(e.value()).isEqualTo(0.5);
            })
        .hasMessage("share of rows whose inner problem has no minimum was 0.5 at step 30");
  }
}
