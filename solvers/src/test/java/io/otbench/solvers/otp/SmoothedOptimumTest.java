package io.otbench.solvers.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.linalg.BuresWasserstein;
import io.otbench.solvers.discrete.AssignmentSolver;
import io.otbench.solvers.discrete.Matching;
import io.otbench.solvers.otp.SmoothingConfig.Kind;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Optimal maps of smoothed sources in closed form: what the game is to find. */
class SmoothedOptimumTest {

  private static final int ROWS = 200_000;

  /** Deviation that a level of 1 stands for. */
  private static final double SCALE = 0.5;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static Smoothing smoothing(Kind kind, double scale) {
    return new Smoothing(new SmoothingConfig(kind, 0.5, 0), scale);
  }

  private static RandomGenerator stream(String name) {
    return RandomStreams.ofSeed(7).stream(name);
  }

  /**
   * Percent of the target's variance by which the optimal map of the smoothed N(0, s1), applied to
   * a point without noise, misses the optimal map of N(0, s1) itself; both go to N(0, s2).
   */
  private double unexplainedPercent(Kind kind, double level, SimpleMatrix s1, SimpleMatrix s2) {
    int dim = s1.getNumRows();
    Smoothing smoothing = smoothing(kind, 1);
    SimpleMatrix identity = SimpleMatrix.identity(dim);
    NDArray rows =
        EngineArrays.create(manager, identity.getDDRM().getData(), dim, DataType.FLOAT64);
    SimpleMatrix noiseFree =
        new SimpleMatrix(dim, dim, true, smoothing.noiseFree(rows, level).toDoubleArray());
    double variance = Math.pow(smoothing.deviation(level), 2);
    SimpleMatrix smoothed =
        noiseFree.mult(s1).mult(noiseFree.transpose()).plus(identity.scale(variance));
    SimpleMatrix difference =
        BuresWasserstein.map(smoothed, s2).mult(noiseFree).minus(BuresWasserstein.map(s1, s2));
    return 100 * difference.mult(s1).mult(difference.transpose()).trace() / s2.trace();
  }

  /** Random eigenvectors, eigenvalues log-uniform in [1/2, 2]. */
  private static SimpleMatrix covariance(int dim, RandomGenerator random) {
    double[] eigenvalues =
        IntStream.range(0, dim).mapToDouble(i -> Math.pow(4, random.nextDouble()) / 2).toArray();
    return Fixtures.symmetric(eigenvalues, random.nextLong());
  }

  /**
   * The known figures are medians over ten random pairs, which are not known. Medians over a
   * hundred pairs of the same law are near them from d = 8 on, where pairs are alike. At d = 2 they
   * are not: there the known figure for level 0.5, 0.735, is below 99 of 100 medians over ten pairs
   * (half of them are above 1.27), so d = 1, where nothing is random, stands for the low
   * dimensions.
   */
  @ParameterizedTest
  @CsvSource({
    "8, 0.5, 1.340, 2.110",
    "8, 0.2, 0.0492, 0.0532",
    "8, 0.1, 0.0033, 0.0033",
    "32, 0.5, 1.351, 2.125",
    "32, 0.2, 0.0498, 0.0538",
    "32, 0.1, 0.0033, 0.0034",
  })
  void smoothedMapOfGaussiansMissesTheTrueOneByTheKnownFigures(
      int dim, double level, double additive, double variancePreserving) {
    assertThat(medianPercent(dim, level, Kind.ADDITIVE)).isCloseTo(additive, withinPercentage(6));
    assertThat(medianPercent(dim, level, Kind.VARIANCE_PRESERVING))
        .isCloseTo(variancePreserving, withinPercentage(6));
  }

  private double medianPercent(int dim, double level, Kind kind) {
    RandomGenerator random = stream("pairs");
    double[] percents = new double[100];
    for (int i = 0; i < percents.length; i++) {
      percents[i] =
          unexplainedPercent(kind, level, covariance(dim, random), covariance(dim, random));
    }
    Arrays.sort(percents);
    return (percents[49] + percents[50]) / 2;
  }

  /**
   * From N(0, 1) to N(0, s^2) the map of the additively smoothed source is s x / sqrt(1 + e^2), and
   * that of the other kind s sqrt(1 - e^2) x on a point without noise.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.2, 0.5})
  void inOneDimensionTheFigureIsKnownByHand(double level) {
    SimpleMatrix one = SimpleMatrix.identity(1);
    SimpleMatrix target = one.scale(2.25);
    assertThat(unexplainedPercent(Kind.ADDITIVE, level, one, target))
        .isCloseTo(100 * Math.pow(1 - 1 / Math.sqrt(1 + level * level), 2), within(1e-10));
    assertThat(unexplainedPercent(Kind.VARIANCE_PRESERVING, level, one, target))
        .isCloseTo(100 * Math.pow(1 - Math.sqrt(1 - level * level), 2), within(1e-10));
  }

  /** Points (s, 0) with s uniform on [-1, 1], smoothed by noise of the given deviation. */
  private double[] smoothedSegment(int rows, double deviation) {
    RandomGenerator random = stream("segment");
    double[] points = new double[2 * rows];
    for (int i = 0; i < rows; i++) {
      points[2 * i] = 2 * random.nextDouble() - 1;
    }
    NDArray x = EngineArrays.create(manager, points, 2, DataType.FLOAT64);
    return smoothing(Kind.ADDITIVE, SCALE)
        .smooth(x, deviation / SCALE, stream("noise"))
        .toDoubleArray();
  }

  /** The images of rows (x1, x2), one after the other. */
  private static double[] images(double[] rows, UnaryOperator<double[]> map) {
    double[] images = new double[rows.length];
    for (int i = 0; i < rows.length; i += 2) {
      double[] image = map.apply(new double[] {rows[i], rows[i + 1]});
      images[i] = image[0];
      images[i + 1] = image[1];
    }
    return images;
  }

  /** To the segment {(0, u)}, u uniform on [-1, 1]. */
  private static double[] toPerpendicular(double[] x, double deviation) {
    return new double[] {0, 2 * normal(x[1] / deviation) - 1};
  }

  /** To the segments {(s, 1)} and {(s, -1)}, s uniform on [-1, 1]. */
  private static double[] toTwoSegments(double[] x, double deviation) {
    double share = deviation / 2 * (ramp((x[0] + 1) / deviation) - ramp((x[0] - 1) / deviation));
    return new double[] {2 * share - 1, Math.signum(x[1])};
  }

  /** To the points (0, 1) and (0, -1). */
  private static double[] toTwoPoints(double[] x) {
    return new double[] {0, Math.signum(x[1])};
  }

  /** Phi, the distribution function of the standard normal law, as a series in odd powers. */
  private static double normal(double z) {
    if (Math.abs(z) > 8) {
      return z > 0 ? 1 : 0;
    }
    double sum = 0;
    double term = z;
    for (int k = 1; Math.abs(term) > 1e-17; k += 2) {
      sum += term;
      term *= z * z / (k + 2);
    }
    return 0.5 + density(z) * sum;
  }

  private static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /** The integral of Phi from minus infinity to z. */
  private static double ramp(double z) {
    return z * normal(z) + density(z);
  }

  /** Mean of |a - b|^2 over rows of the plane. */
  private static double cost(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum / (a.length / 2);
  }

  private static double[] coordinate(double[] rows, int j) {
    return IntStream.range(0, rows.length / 2).mapToDouble(i -> rows[2 * i + j]).toArray();
  }

  /** No share of the numbers below a point is off by 0.005 or more from that of U[-1, 1]. */
  private static void assertUniform(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double worst = 0;
    for (int i = 0; i < sorted.length; i++) {
      worst = Math.max(worst, Math.abs((i + 0.5) / sorted.length - (sorted[i] + 1) / 2));
    }
    assertThat(worst).isLessThan(0.005);
  }

  /** No pairing of a sample with its images is shorter than that of the map. */
  private void assertOptimal(UnaryOperator<double[]> map, double deviation) {
    double[] from = smoothedSegment(300, deviation);
    double[] to = images(from, map);
    NDArray x = EngineArrays.create(manager, from, 2, DataType.FLOAT64);
    NDArray y = EngineArrays.create(manager, to, 2, DataType.FLOAT64);
    assertThat(Matching.of(x, y, new AssignmentSolver()).w2Squared())
        .isCloseTo(cost(from, to), within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.4})
  void smoothedSegmentReachesThePerpendicularOneAtTheKnownCost(double deviation) {
    UnaryOperator<double[]> map = x -> toPerpendicular(x, deviation);
    double[] smoothed = smoothedSegment(ROWS, deviation);
    double[] images = images(smoothed, map);
    assertUniform(coordinate(images, 1));
    double expected = 2.0 / 3 + 2 * deviation * deviation - 2 * deviation / Math.sqrt(Math.PI);
    assertThat(cost(smoothed, images)).isCloseTo(expected, within(0.004));
    assertOptimal(map, deviation);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.4})
  void smoothedSegmentReachesBothSegments(double deviation) {
    UnaryOperator<double[]> map = x -> toTwoSegments(x, deviation);
    double[] smoothed = smoothedSegment(ROWS, deviation);
    double[] images = images(smoothed, map);
    double[] first = coordinate(images, 0);
    double[] branch = coordinate(images, 1);
    assertThat(Arrays.stream(first).average().orElseThrow()).isCloseTo(0, within(0.005));
    assertHalfUpHalfDown(branch);
    for (int sign : new int[] {-1, 1}) {
      assertUniform(
          IntStream.range(0, ROWS)
              .filter(i -> branch[i] == sign)
              .mapToDouble(i -> first[i])
              .toArray());
    }
    assertOptimal(map, deviation);
  }

  @Test
  void smoothedSegmentReachesBothPointsAtTheKnownCost() {
    double deviation = 0.4;
    double[] smoothed = smoothedSegment(ROWS, deviation);
    double[] images = images(smoothed, SmoothedOptimumTest::toTwoPoints);
    assertHalfUpHalfDown(coordinate(images, 1));
    // E x_1^2 = 1/3 + e^2 and E (|x_2| - 1)^2 = e^2 + 1 - 2 e sqrt(2 / pi).
    double expected = 4.0 / 3 + 2 * deviation * deviation - 2 * deviation * Math.sqrt(2 / Math.PI);
    assertThat(cost(smoothed, images)).isCloseTo(expected, within(0.005));
    assertOptimal(SmoothedOptimumTest::toTwoPoints, deviation);
  }

  private static void assertHalfUpHalfDown(double[] branch) {
    assertThat(Arrays.stream(branch).allMatch(b -> b == 1 || b == -1)).isTrue();
    assertThat(Arrays.stream(branch).average().orElseThrow()).isCloseTo(0, within(0.01));
  }
}
