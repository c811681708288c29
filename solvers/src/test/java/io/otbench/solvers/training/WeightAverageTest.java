package io.otbench.solvers.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.networks.MlpPotential;
import io.otbench.solvers.networks.PotentialArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.networks.StreamInitializer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeightAverageTest {

  private final NDManager manager = NDManager.newBaseManager();
  private final MlpPotential network =
      MlpPotential.create(
          manager,
          new PotentialArchitecture(List.of(2), SmoothActivation.SILU, false),
          1,
          new StreamInitializer(RandomStreams.ofSeed(1).stream("weights"), 0),
          DataType.FLOAT64);

  @AfterEach
  void close() {
    manager.close();
  }

  private double averagedWeight(WeightAverage<MlpPotential> average) {
    return average.network().getParameters().valueAt(0).getArray().getDouble(0, 1);
  }

  private void shiftWeights(double by) {
    network.getParameters().values().forEach(parameter -> parameter.getArray().addi(by));
  }

  @Test
  void earlyAveragesAreShortAndLaterOnesFollowTheDecay() {
    WeightAverage<MlpPotential> average =
        new WeightAverage<>(network, network.copyTo(manager), 0.9);
    double expected = 0;
    double weight = 0;
    for (int k = 1; k <= 200; k++) {
      weight += 0.5;
      shiftWeights(0.5);
      average.update();
      double kept = Math.min(0.9, k / (k + 10.0));
      expected = kept * expected + (1 - kept) * weight;
      assertThat(averagedWeight(average)).isCloseTo(expected, within(1e-9));
    }
    // A ramp is followed with the lag decay / (1 - decay) steps.
    assertThat(averagedWeight(average)).isCloseTo(100 - 9 * 0.5, within(1e-4));
  }

  @Test
  void decayZeroFollowsTheNetworkAndLeavesNothingBehind() {
    WeightAverage<MlpPotential> average = new WeightAverage<>(network, network.copyTo(manager), 0);
    int open = manager.getManagedArrays().size();
    for (int k = 0; k < 5; k++) {
      shiftWeights(1);
      average.update();
    }
    assertThat(averagedWeight(average)).isCloseTo(5, within(1e-12));
    assertThat(manager.getManagedArrays()).hasSize(open);
  }

  @Test
  void refusesADecayOfOne() {
    assertThatThrownBy(() -> new WeightAverage<>(network, network.copyTo(manager), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("averageDecay must be in [0, 1) but is 1.0");
  }
}
