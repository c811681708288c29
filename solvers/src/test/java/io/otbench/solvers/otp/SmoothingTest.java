package io.otbench.solvers.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures;
import io.otbench.solvers.Fixtures.DiagonalGaussian;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.linalg.SampleMoments;
import io.otbench.solvers.otp.SmoothingConfig.Kind;
import java.util.random.RandomGenerator;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmoothingTest {

  private static final int ROWS = 100_000;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static Smoothing smoothing(Kind kind, double scale) {
    return new Smoothing(new SmoothingConfig(kind, 0.5, 0.1), scale);
  }

  private static RandomGenerator noise() {
    return RandomStreams.ofSeed(3).stream("noise");
  }

  private static SampleMoments moments(NDArray rows) {
    SampleMoments moments = new SampleMoments((int) rows.getShape().get(1));
    moments.add(rows);
    return moments;
  }

  @Test
  void levelFallsInAStraightLineForFourFifthsOfTheStepsAndThenStays() {
    Smoothing smoothing = smoothing(Kind.ADDITIVE, 2);
    assertThat(smoothing.level(0, 1000)).isEqualTo(0.5);
    assertThat(smoothing.level(400, 1000)).isCloseTo(0.3, within(1e-12));
    assertThat(smoothing.level(799, 1000)).isGreaterThan(0.1);
    for (int done : new int[] {800, 801, 999, 1000}) {
      assertThat(smoothing.level(done, 1000)).isEqualTo(0.1);
    }
    for (int done = 1; done <= 1000; done++) {
      assertThat(smoothing.level(done, 1000)).isLessThanOrEqualTo(smoothing.level(done - 1, 1000));
    }
    assertThat(smoothing.deviation(0.3)).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void additiveNoiseAddsItsVarianceToEveryCoordinate() {
    NDArray x =
        new DiagonalGaussian(new double[] {3, -1}, new double[] {2, 0}, 1).sample(manager, ROWS);
    Smoothing smoothing = smoothing(Kind.ADDITIVE, 2);
    SampleMoments smoothed = moments(smoothing.smooth(x, 0.5, noise()));
    // The level 0.5 is a deviation of 1 at the scale 2.
    assertCovariance(smoothed.covariance(), 5, 1);
    assertThat(smoothed.mean().get(0)).isCloseTo(3, within(0.03));
    assertThat(smoothing.noiseFree(x, 0.5)).isEqualTo(x);
  }

  @Test
  void variancePreservingNoiseKeepsTheVarianceOfDataOfItsScale() {
    NDArray x =
        new DiagonalGaussian(new double[] {0, 3}, new double[] {2, 0}, 1).sample(manager, ROWS);
    Smoothing smoothing = smoothing(Kind.VARIANCE_PRESERVING, 2);
    SampleMoments smoothed = moments(smoothing.smooth(x, 0.5, noise()));
    assertCovariance(smoothed.covariance(), 4, 1);
    assertThat(smoothed.mean().get(1)).isCloseTo(3 * Math.sqrt(0.75), within(0.03));
    NDArray ratio = smoothing.noiseFree(x, 0.5).sub(x.mul(Math.sqrt(0.75))).abs();
    assertThat(ratio.max().getFloat()).isLessThan(1e-5f);
  }

  private static void assertCovariance(SimpleMatrix covariance, double first, double second) {
    assertThat(covariance.get(0, 0)).isCloseTo(first, within(0.02 * first));
    assertThat(covariance.get(1, 1)).isCloseTo(second, within(0.02 * second));
    assertThat(covariance.get(0, 1)).isCloseTo(0, within(0.02 * Math.sqrt(first * second)));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void atLevelZeroPointsStayAndAsManyNumbersAreDrawn(Kind kind) {
    NDArray x = EngineArrays.create(manager, Fixtures.normals(20, 1), 2, DataType.FLOAT32);
    double[] before = EngineArrays.toDoubles(x);
    RandomGenerator used = noise();
    NDArray smoothed = smoothing(kind, 2).smooth(x, 0, used);
    assertThat(EngineArrays.toDoubles(smoothed)).isEqualTo(before);
    assertThat(smoothed).isNotSameAs(x);
    RandomGenerator fresh = noise();
    smoothing(kind, 2).smooth(x, 0.5, fresh);
    assertThat(used.nextLong()).isEqualTo(fresh.nextLong());
    assertThat(EngineArrays.toDoubles(x)).isEqualTo(before);
  }

  private SampleMoments normal(double... deviation) {
    return moments(
        new DiagonalGaussian(new double[deviation.length], deviation, 5).sample(manager, 20_000));
  }

  @Test
  void scaleIsThatOfTheSourceUnlessTheSourceIsFlat() {
    DataScale full = DataScale.of(normal(1, 3), normal(7, 7));
    assertThat(full.sourceIsSingular()).isFalse();
    assertThat(full.deviation()).isCloseTo(Math.sqrt(5), within(0.05));
    DataScale flat = DataScale.of(normal(2, 0, 1), normal(3, 0, 0));
    assertThat(flat).extracting(DataScale::sourceRank, DataScale::dim).containsExactly(2, 3);
    assertThat(flat.sourceIsSingular()).isTrue();
    assertThat(flat.deviation()).isCloseTo(Math.sqrt(3), within(0.05));
    // A point is the flattest of all.
    assertThat(DataScale.of(normal(0, 0), normal(1, 1)).sourceRank()).isZero();
    // Thin is not flat.
    assertThat(DataScale.of(normal(1, 0.01), normal(7, 7)).sourceIsSingular()).isFalse();
  }
}
