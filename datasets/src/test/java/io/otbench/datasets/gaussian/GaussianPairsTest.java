package io.otbench.datasets.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.datasets.GroundTruth;
import io.otbench.datasets.GroundTruth.Moments;
import io.otbench.datasets.Problem;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.RandomStreams;
import java.util.Arrays;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianPairsTest {

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** The linear part of a map, from the images of the origin and the unit vectors. */
  private SimpleMatrix matrix(PointMap map, int dim) {
    double[] points = new double[(dim + 1) * dim];
    for (int i = 0; i < dim; i++) {
      points[(i + 1) * dim + i] = 1;
    }
    double[] images = images(map, points, dim);
    SimpleMatrix matrix = new SimpleMatrix(dim, dim);
    for (int i = 0; i < dim; i++) {
      for (int j = 0; j < dim; j++) {
        matrix.set(j, i, images[(i + 1) * dim + j] - images[j]);
      }
    }
    return matrix;
  }

  private double[] images(PointMap map, double[] points, int dim) {
    NDArray mapped = map.apply(EngineArrays.create(manager, points, dim, DataType.FLOAT64));
    assertThat(mapped.getDataType()).isEqualTo(DataType.FLOAT64);
    return mapped.toDoubleArray();
  }

  private static double[] eigenvalues(SimpleMatrix symmetric) {
    return symmetric.eig().getEigenvalues().stream()
        .mapToDouble(value -> value.getReal())
        .sorted()
        .toArray();
  }

  private static SimpleMatrix column(double[] numbers) {
    return new SimpleMatrix(numbers.length, 1, true, numbers);
  }

  /** Independently computed from the published covariances. */
  @ParameterizedTest
  @CsvSource({
    "2, 1.978471907, 2.331999932, 0.8488120113, 1.331241529, 0.1200964503",
    "4, 4.883985694, 4.283032316, 0.7724887857, 1.230321242, 0.1990007059",
    "8, 10.14942762, 11.0053546, 0.626798299, 1.354434648, 0.5590320005",
    "16, 17.40457245, 15.36711821, 0.5869929722, 1.450573249, 1.302645361",
    "32, 35.82506439, 30.50480563, 0.5746035484, 1.533083211, 2.824103922",
    "64, 67.11897542, 72.22781677, 0.5920296522, 1.724706517, 5.734915064"
  })
  void publishedPairsHaveTheirKnownNumbers(
      int dim, double sourceTrace, double targetTrace, double least, double most, double w2) {
    Problem problem = GaussianPairs.published(dim);
    GroundTruth truth = problem.truth().orElseThrow();
    assertThat(problem.name()).isEqualTo("gaussian-" + dim);
    assertThat(problem.dim()).isEqualTo(dim);
    assertThat(truth.source().totalVariance()).isCloseTo(sourceTrace, within(1e-8));
    assertThat(truth.target().totalVariance()).isCloseTo(targetTrace, within(1e-8));
    assertThat(truth.w2Squared()).isCloseTo(w2, within(1e-8));
    double[] spectrum = eigenvalues(matrix(truth.forward(), dim));
    assertThat(spectrum[0]).isCloseTo(least, within(1e-8));
    assertThat(spectrum[dim - 1]).isCloseTo(most, within(1e-8));
    assertThat(truth.source().mean().normF() + truth.target().mean().normF()).isZero();
    assertTruthIsOptimal(problem);
  }

  /** Symmetric positive definite, one side's moments to the other's, and mutually inverse. */
  private void assertTruthIsOptimal(Problem problem) {
    int dim = problem.dim();
    GroundTruth truth = problem.truth().orElseThrow();
    SimpleMatrix forward = matrix(truth.forward(), dim);
    assertThat(forward.minus(forward.transpose()).elementMaxAbs()).isLessThan(1e-12);
    assertThat(eigenvalues(forward)[0]).isPositive();
    assertCarries(truth.forward(), truth.source(), truth.target());
    assertCarries(truth.backward(), truth.target(), truth.source());
    NDArray x = problem.source().sample(manager, 50, RandomStreams.ofSeed(1).stream("evaluation"));
    double[] rows = EngineArrays.toDoubles(x);
    NDArray there = truth.forward().apply(x);
    assertThat(there.getShape()).isEqualTo(new Shape(50, dim));
    assertThat(there.getManager()).isSameAs(manager);
    assertThat(truth.backward().apply(there).toDoubleArray()).containsExactly(rows, within(1e-10));
    assertThat(EngineArrays.toDoubles(x)).isEqualTo(rows);
  }

  private void assertCarries(PointMap map, Moments from, Moments to) {
    int dim = from.mean().getNumRows();
    SimpleMatrix matrix = matrix(map, dim);
    SimpleMatrix carried = matrix.mult(from.covariance()).mult(matrix.transpose());
    assertThat(carried.minus(to.covariance()).elementMaxAbs()).isLessThan(1e-11);
    SimpleMatrix mean = column(images(map, from.mean().getDDRM().getData(), dim));
    assertThat(mean.minus(to.mean()).elementMaxAbs()).isLessThan(1e-11);
  }

  @Test
  void otherDimensionsWereNotPublished() {
    assertThatThrownBy(() -> GaussianPairs.published(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("published Gaussian pairs have the dimensions [2, 4, 8, 16, 32, 64], not 3");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 256})
  void generatedPairsKeepToTheirRange(int dim) {
    EigenvalueRange range = new EigenvalueRange(0.25, 4);
    Problem problem = GaussianPairs.generated(dim, range, 0.5, 3);
    assertThat(problem.name()).isEqualTo("gaussian-generated-" + dim);
    assertThat(problem.dim()).isEqualTo(dim);
    GroundTruth truth = problem.truth().orElseThrow();
    for (Moments side : new Moments[] {truth.source(), truth.target()}) {
      double[] spectrum = eigenvalues(side.covariance());
      assertThat(spectrum[0]).isGreaterThan(0.25 - 1e-9);
      assertThat(spectrum[dim - 1]).isLessThan(4 + 1e-9);
      if (dim == 256) {
        // A uniform logarithm: the median is the geometric mean of the ends, which are reached.
        assertThat(spectrum[0]).isLessThan(0.27);
        assertThat(spectrum[255]).isGreaterThan(3.7);
        assertThat(Math.log(spectrum[128])).isCloseTo(0, within(0.35));
        assertThat(side.mean().normF() / 16).isCloseTo(0.5, within(0.12));
      }
    }
    assertTruthIsOptimal(problem);
  }

  @Test
  void generatedPairsDependOnTheSeedAndTheDimensionAlone() {
    assertThat(covariances(3, 7)).isEqualTo(covariances(3, 7));
    assertThat(covariances(3, 7)).isNotEqualTo(covariances(3, 8));
    GroundTruth truth =
        GaussianPairs.generated(3, EigenvalueRange.PUBLISHED, 1, 7).truth().orElseThrow();
    assertThat(truth.source().covariance().isIdentical(truth.target().covariance(), 0.01))
        .isFalse();
    assertThat(truth.source().mean().isIdentical(truth.target().mean(), 0.01)).isFalse();
    // The first numbers of the streams differ between dimensions too.
    assertThat(covariances(1, 7)[0]).isNotEqualTo(covariances(2, 7)[0]);
  }

  private static double[] covariances(int dim, long seed) {
    GroundTruth truth =
        GaussianPairs.generated(dim, EigenvalueRange.PUBLISHED, 0, seed).truth().orElseThrow();
    assertThat(truth.source().mean().normF()).isZero();
    double[] source = truth.source().covariance().getDDRM().getData();
    double[] target = truth.target().covariance().getDDRM().getData();
    double[] both = Arrays.copyOf(source, 2 * source.length);
    System.arraycopy(target, 0, both, source.length, target.length);
    return both;
  }

  @Test
  void meansAreMappedToEachOtherAndCountInTheDistance() {
    SimpleMatrix s0 = SimpleMatrix.diag(4, 1);
    SimpleMatrix s1 = SimpleMatrix.diag(1, 9);
    Problem problem =
        GaussianPairs.between(
            "shifted",
            new Gaussian(column(new double[] {1, 0}), s0),
            new Gaussian(column(new double[] {-2, 4}), s1));
    GroundTruth truth = problem.truth().orElseThrow();
    // (1 - -2)^2 + (0 - 4)^2 + (2 - 1)^2 + (1 - 3)^2
    assertThat(truth.w2Squared()).isCloseTo(30, within(1e-12));
    assertThat(images(truth.forward(), new double[] {1, 0, 3, 2}, 2))
        .containsExactly(new double[] {-2, 4, -1, 10}, within(1e-12));
    assertThat(images(truth.backward(), new double[] {-2, 4, -1, 10}, 2))
        .containsExactly(new double[] {1, 0, 3, 2}, within(1e-12));
    assertTruthIsOptimal(problem);
  }

  @Test
  void refusesDimensionsAndRangesThatCannotBe() {
    assertRefused(0, 0, "dimension of a generated Gaussian pair must be 1 to 256 but is 0");
    assertRefused(257, 0, "dimension of a generated Gaussian pair must be 1 to 256 but is 257");
    assertRefused(2, -1, "meanScale must be finite and >= 0 but is -1.0");
    assertRefused(2, Double.NaN, "meanScale must be finite and >= 0 but is NaN");
    assertRangeRefused(0, 1);
    assertRangeRefused(2, 1);
    assertRangeRefused(1, Double.POSITIVE_INFINITY);
    assertRangeRefused(Double.NaN, 1);
    assertThatThrownBy(
            () ->
                GaussianPairs.between(
                    "uneven",
                    Gaussian.centred(SimpleMatrix.identity(2)),
                    Gaussian.centred(SimpleMatrix.identity(3))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("covariances must have one shape but are (2, 2) and (3, 3)");
  }

  private static void assertRefused(int dim, double meanScale, String message) {
    assertThatThrownBy(() -> GaussianPairs.generated(dim, EigenvalueRange.PUBLISHED, meanScale, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static void assertRangeRefused(double min, double max) {
    assertThatThrownBy(() -> new EigenvalueRange(min, max))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "eigenvalue range must satisfy 0 < min <= max but is [%s, %s]".formatted(min, max));
  }
}
