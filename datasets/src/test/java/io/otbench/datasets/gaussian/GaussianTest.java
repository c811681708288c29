package io.otbench.datasets.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.linalg.SampleMoments;
import java.util.random.RandomGenerator;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianTest {

  private static final SimpleMatrix MEAN = column(1, -2, 30);
  private static final SimpleMatrix COVARIANCE =
      new SimpleMatrix(new double[][] {{2, 0.8, -0.5}, {0.8, 1, 0.1}, {-0.5, 0.1, 0.4}});

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static SimpleMatrix column(double... numbers) {
    return new SimpleMatrix(numbers.length, 1, true, numbers);
  }

  private static RandomGenerator stream() {
    return RandomStreams.ofSeed(1).stream("source");
  }

  @Test
  void samplesHaveTheMeanAndTheCovariance() {
    int n = 1 << 16;
    Gaussian gaussian = new Gaussian(MEAN, COVARIANCE);
    NDArray rows = gaussian.sample(manager, n, stream());
    assertThat(rows.getShape()).isEqualTo(new Shape(n, 3));
    assertThat(rows.getDataType()).isEqualTo(DataType.FLOAT32);
    assertThat(manager.getManagedArrays()).containsExactly(rows);
    SampleMoments moments = new SampleMoments(3);
    moments.add(rows);
    for (int i = 0; i < 3; i++) {
      // Five standard errors, of a mean and of a covariance.
      double variance = COVARIANCE.get(i, i);
      assertThat(moments.mean().get(i, 0))
          .isCloseTo(MEAN.get(i, 0), within(5 * Math.sqrt(variance / n)));
      for (int j = 0; j < 3; j++) {
        double c = COVARIANCE.get(i, j);
        double error = Math.sqrt((variance * COVARIANCE.get(j, j) + c * c) / n);
        assertThat(moments.covariance().get(i, j)).isCloseTo(c, within(5 * error));
      }
    }
  }

  /** The fourth moment of a normal coordinate is three times the square of its variance. */
  @Test
  void samplesAreNormal() {
    NDArray rows = Gaussian.centred(COVARIANCE).sample(manager, 1 << 16, stream());
    float fourth = rows.square().square().mean(new int[] {0}).getFloat(0);
    assertThat(fourth).isCloseTo(12f, within(0.8f));
    float third = rows.pow(3).mean(new int[] {0}).getFloat(0);
    assertThat(third).isCloseTo(0f, within(0.3f));
  }

  @Test
  void streamDecidesTheSamples() {
    Gaussian gaussian = new Gaussian(MEAN, COVARIANCE);
    RandomGenerator random = stream();
    float[] first = gaussian.sample(manager, 5, random).toFloatArray();
    assertThat(gaussian.sample(manager, 5, stream()).toFloatArray()).isEqualTo(first);
    assertThat(gaussian.sample(manager, 5, random).toFloatArray()).isNotEqualTo(first);
  }

  @Test
  void momentsAreThoseGivenAndNotAliases() {
    SimpleMatrix mean = MEAN.copy();
    SimpleMatrix covariance = COVARIANCE.copy();
    Gaussian gaussian = new Gaussian(mean, covariance);
    mean.set(0, 0, 99);
    covariance.set(0, 0, 99);
    assertThat(gaussian.dim()).isEqualTo(3);
    assertThat(gaussian.moments().mean().isIdentical(MEAN, 0)).isTrue();
    assertThat(gaussian.moments().covariance().isIdentical(COVARIANCE, 0)).isTrue();
    assertThat(gaussian.moments().totalVariance()).isCloseTo(3.4, within(1e-12));
    assertThat(Gaussian.centred(COVARIANCE).moments().mean().normF()).isZero();
  }

  @Test
  void refusesWhatIsNoGaussian() {
    assertRefused(
        column(0, 0),
        COVARIANCE,
        "mean and covariance must be (d, 1) and (d, d) but are (2, 1) and (3, 3)");
    assertRefused(
        column(0, 0),
        new SimpleMatrix(2, 3),
        "mean and covariance must be (d, 1) and (d, d) but are (2, 1) and (2, 3)");
    assertRefused(
        column(0, 0),
        new SimpleMatrix(new double[][] {{1, 0.25}, {0, 1}}),
        "covariance must be symmetric but differs from its transpose by 0.25");
    assertRefused(column(0, 0), SimpleMatrix.diag(1, -1), "covariance must be positive definite");
    assertRefused(column(0, 0), SimpleMatrix.diag(1, 0), "covariance must be positive definite");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void refusesNumbersThatAreNotFinite(double bad) {
    String message = "mean and covariance must be finite but have a NaN or an infinity";
    assertRefused(column(0, 0), SimpleMatrix.diag(1, bad), message);
    assertRefused(column(0, bad), SimpleMatrix.identity(2), message);
    SimpleMatrix offDiagonal = new SimpleMatrix(new double[][] {{1, bad}, {bad, 1}});
    assertRefused(column(0, 0), offDiagonal, message);
  }

  private static void assertRefused(SimpleMatrix mean, SimpleMatrix covariance, String message) {
    assertThatThrownBy(() -> new Gaussian(mean, covariance))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
