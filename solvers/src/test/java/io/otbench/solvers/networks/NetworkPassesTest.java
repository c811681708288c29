package io.otbench.solvers.networks;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.api.NetworkPasses;
import io.otbench.solvers.api.Potential;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.networks.MapArchitecture.Kind;
import io.otbench.solvers.training.WeightUpdates;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkPassesTest {

  private static final int ROWS = 6;

  private final NDManager manager = NDManager.newBaseManager();
  private final GlorotInitializer initializer =
      new GlorotInitializer(RandomStreams.ofSeed(1).stream("weights"));
  private final NDArray x = manager.ones(new Shape(ROWS, 2));

  @AfterEach
  void close() {
    manager.close();
  }

  private static long passesOf(Runnable work) {
    long before = NetworkPasses.ofThisThread();
    work.run();
    return NetworkPasses.ofThisThread() - before;
  }

  private void assertPasses(Potential potential) {
    NDArray v = manager.ones(new Shape(ROWS, 2));
    assertThat(passesOf(() -> potential.value(x))).isEqualTo(ROWS);
    assertThat(passesOf(() -> potential.gradient(x))).isEqualTo(2 * ROWS);
    assertThat(passesOf(() -> potential.valueAndGradient(x))).isEqualTo(2 * ROWS);
    assertThat(passesOf(() -> potential.hessianVectorProduct(x, v))).isEqualTo(4 * ROWS);
  }

  private DenseIcnn icnn() {
    return DenseIcnn.create(
        manager,
        new IcnnArchitecture(List.of(4, 3), 2, SmoothActivation.CELU, 0.1),
        2,
        initializer,
        DataType.FLOAT32);
  }

  private MapNetwork map(Kind kind, int blocks) {
    return MapNetwork.create(
        manager,
        new MapArchitecture(kind, blocks, List.of(4, 4), Nonlinearity.SOFTPLUS),
        2,
        0,
        RandomStreams.ofSeed(1).stream("map"),
        DataType.FLOAT32);
  }

  @Test
  void aPotentialIsPassedThereForItsValueAndBackForItsGradient() {
    DenseIcnn icnn = icnn();
    assertPasses(icnn);
    NDArray weights = manager.ones(new Shape(ROWS, 1));
    assertThat(passesOf(() -> icnn.weightedValue(x, weights))).isEqualTo(2 * ROWS);
    assertPasses(
        MlpPotential.create(
            manager,
            new PotentialArchitecture(List.of(4), SmoothActivation.CELU, true),
            2,
            initializer,
            DataType.FLOAT32));
  }

  @ParameterizedTest
  @CsvSource({"PLAIN, 1, 1", "RESIDUAL, 3, 1", "MODIFIED, 1, 1", "GRADIENT, 1, 2"})
  void aMapIsPassedOnceAndOneThatIsAGradientTwice(Kind kind, int blocks, int passes) {
    MapNetwork map = map(kind, blocks);
    assertThat(passesOf(() -> map.apply(x))).isEqualTo((long) passes * ROWS);
  }

  @Test
  void aDifferentiatedLossGoesThroughItsNetworksOnceMore() {
    MapNetwork map = map(Kind.PLAIN, 1);
    DenseIcnn icnn = icnn();
    // 6 rows through the map, 6 through the potential and back: 18, and all of it backwards.
    assertThat(
            passesOf(
                () ->
                    WeightUpdates.backward(
                        manager,
                        List.of(map, icnn),
                        () -> icnn.gradient(map.apply(x)).square().mean())))
        .isEqualTo(36);
  }

  @Test
  void everyThreadCountsForItself() throws InterruptedException {
    long before = NetworkPasses.ofThisThread();
    long[] ofOther = new long[1];
    Consumer<long[]> work =
        count -> {
          NetworkPasses.add(5);
          count[0] = NetworkPasses.ofThisThread();
        };
    Thread other = new Thread(() -> work.accept(ofOther));
    other.start();
    other.join();
    assertThat(ofOther).containsExactly(5);
    assertThat(NetworkPasses.ofThisThread()).isEqualTo(before);
  }
}
