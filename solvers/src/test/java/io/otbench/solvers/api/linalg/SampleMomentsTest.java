package io.otbench.solvers.api.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures;
import io.otbench.solvers.api.EngineArrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleMomentsTest {

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray rows(double... numbers) {
    return EngineArrays.create(manager, numbers, 2, DataType.FLOAT32);
  }

  @Test
  void momentsOfThreeRowsInTwoParts() {
    SampleMoments moments = new SampleMoments(2);
    moments.add(rows(1, 2, 3, 6));
    moments.add(EngineArrays.create(manager, new double[] {5, 1}, 2, DataType.FLOAT64));
    assertThat(moments.mean().getDDRM().getData()).containsExactly(3, 3);
    // Deviations (-2, -1), (0, 3), (2, -2): sums of products over n - 1 = 2.
    assertThat(moments.covariance().getDDRM().getData()).containsExactly(4, -1, -1, 7);
  }

  @Test
  void chunksDoNotMatter() {
    double[] numbers = Fixtures.normals(2 * 1000, 1);
    for (int i = 0; i < numbers.length; i += 2) {
      numbers[i + 1] = 100 + 0.5 * numbers[i] + 2 * numbers[i + 1];
    }
    SampleMoments whole = new SampleMoments(2);
    whole.add(rows(numbers));
    SampleMoments parts = new SampleMoments(2);
    parts.add(rows(java.util.Arrays.copyOfRange(numbers, 0, 600)));
    parts.add(rows(java.util.Arrays.copyOfRange(numbers, 600, 2000)));
    assertThat(parts.mean().minus(whole.mean()).normF()).isLessThan(1e-12);
    assertThat(parts.covariance().minus(whole.covariance()).normF()).isLessThan(1e-9);
    assertThat(whole.covariance().get(1, 1)).isCloseTo(4.25, within(0.5));
    assertThat(whole.covariance().get(0, 1)).isCloseTo(0.5, within(0.25));
  }

  @Test
  void leavesTheRowsAndTheirManagerAlone() {
    NDArray rows = rows(1, 2, 3, 4);
    new SampleMoments(2).add(rows);
    assertThat(rows.toFloatArray()).containsExactly(1, 2, 3, 4);
    assertThat(manager.getManagedArrays()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void oneNumberThatIsNotFiniteIsSeen(double bad) {
    SampleMoments moments = new SampleMoments(2);
    moments.add(rows(1, 2));
    assertThat(moments.isFinite()).isTrue();
    moments.add(rows(0, 0, 0, bad));
    moments.add(rows(1, 2));
    assertThat(moments.isFinite()).isFalse();
  }
}
