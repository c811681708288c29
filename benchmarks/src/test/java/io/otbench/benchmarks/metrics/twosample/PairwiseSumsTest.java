package io.otbench.benchmarks.metrics.twosample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.otbench.solvers.api.RandomStreams;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairwiseSumsTest {

  /** The agreement that is asked for is 1e-9. */
  private static final Offset<Double> EXACT = within(1e-14);

  private static final double[] ALPHAS = {0.02, 0.3, 5};

  private static Rows normal(String name, int count, int dim) {
    return Rows.normal(count, dim, RandomStreams.ofSeed(5).stream(name));
  }

  private static TwoSample compare(Rows x, Rows y, double... alphas) {
    PairwiseSums sums = new PairwiseSums(1, alphas);
    return sums.compare(x, y, sums.within(y));
  }

  @Test
  void agreesWithTheGoldenValues() {
    double[] alphas = Golden.numbers("alphas");
    Rows x = Golden.rows("x", 6);
    Rows y = Golden.rows("y", 6);
    TwoSample found = compare(x, y, alphas);
    double epsilonSum = 0;
    for (int a = 0; a < alphas.length; a++) {
      assertThat(found.mmdV(a)).isCloseTo(Golden.numbers("mmd_v")[a], EXACT);
      assertThat(found.mmdU(a)).isCloseTo(Golden.numbers("mmd_u")[a], EXACT);
      // That code adds 1e-5 to every squared distance.
      double withEpsilon = Math.exp(-1e-5 * alphas[a]) * found.mmdU(a);
      assertThat(withEpsilon).isCloseTo(Golden.numbers("mmd_u_eps")[a], within(1e-13));
      assertThat(withEpsilon).isCloseTo(Golden.numbers("mmd_u_eps_f32")[a], within(5e-6));
      epsilonSum += withEpsilon;
      assertThat(2 * found.xx().kernels()[a] + x.count())
          .isCloseTo(Golden.numbers("sum_xx")[a], within(1e-8));
      assertThat(2 * found.yy().kernels()[a] + y.count())
          .isCloseTo(Golden.numbers("sum_yy")[a], within(1e-8));
      assertThat(found.xy().kernels()[a]).isCloseTo(Golden.numbers("sum_xy")[a], within(1e-8));
    }
    assertThat(epsilonSum).isCloseTo(Golden.numbers("mmd_u_eps_sum")[0], within(1e-13));
  }

  @Test
  void agreesWithTheGoldenValuesOfManyDimensions() {
    double[] alphas = Golden.numbers("alphas43");
    TwoSample found = compare(Golden.rows("x43", 43), Golden.rows("y43", 43), alphas);
    for (int a = 0; a < alphas.length; a++) {
      assertThat(found.mmdV(a)).isCloseTo(Golden.numbers("mmd43_v")[a], EXACT);
      assertThat(Math.exp(-1e-5 * alphas[a]) * found.mmdU(a))
          .isCloseTo(Golden.numbers("mmd43_u_eps")[a], within(1e-13));
    }
    assertThat(found.mmdVFloor()).isCloseTo(Golden.numbers("floor43")[0], within(1e-17));
    // The kernel is blind here: the statistic is its floor whatever the samples.
    assertThat(found.mmdV(0)).isCloseTo(found.mmdVFloor(), within(1e-17));
  }

  @Test
  void fiveKernelsAddUpToThePublishedSum() {
    double[] alphas =
        Arrays.stream(Golden.numbers("rbf_bandwidths")).map(w -> 1 / (2 * w)).toArray();
    TwoSample found = compare(Golden.rows("x", 6), Golden.rows("y", 6), alphas);
    double sum = 0;
    for (int a = 0; a < alphas.length; a++) {
      sum += found.mmdU(a);
    }
    assertThat(sum).isCloseTo(Golden.numbers("rbf_mmd_exact")[0], within(1e-13));
    assertThat(sum).isCloseTo(Golden.numbers("rbf_mmd")[0], within(1e-9));
  }

  /** Sizes on both sides of a block and of a group of four coordinates. */
  @ParameterizedTest
  @CsvSource({"2, 2, 1", "3, 7, 4", "511, 513, 3", "512, 1024, 5", "1030, 517, 9"})
  void agreesWithADoubleLoop(int n, int m, int dim) {
    Rows x = normal("x", n, dim);
    Rows y = normal("y", m, dim);
    TwoSample found = compare(x, y, ALPHAS);
    PairSums xx = doubleLoop(x, x, true);
    PairSums yy = doubleLoop(y, y, true);
    PairSums xy = doubleLoop(x, y, false);
    TwoSample expected = new TwoSample(n, m, xx, yy, xy);
    for (int a = 0; a < ALPHAS.length; a++) {
      // The double loop adds up half a million numbers without compensation.
      assertThat(found.mmdU(a)).isCloseTo(expected.mmdU(a), within(1e-12));
      assertThat(found.mmdV(a)).isCloseTo(expected.mmdV(a), within(1e-12));
    }
    assertThat(found.energyDistance()).isCloseTo(expected.energyDistance(), within(1e-11));
    assertThat(found.xx().pairs()).isEqualTo(xx.pairs());
    assertThat(found.xy().pairs()).isEqualTo(xy.pairs());
  }

  private static PairSums doubleLoop(Rows x, Rows y, boolean triangle) {
    double[] kernels = new double[ALPHAS.length];
    double distance = 0;
    long pairs = 0;
    for (int i = 0; i < x.count(); i++) {
      for (int j = triangle ? i + 1 : 0; j < y.count(); j++) {
        double square = 0;
        for (int k = 0; k < x.dim(); k++) {
          double difference = x.numbers()[i * x.dim() + k] - y.numbers()[j * x.dim() + k];
          square += difference * difference;
        }
        for (int a = 0; a < ALPHAS.length; a++) {
          kernels[a] += Math.exp(-ALPHAS[a] * square);
        }
        distance += Math.sqrt(square);
        pairs++;
      }
    }
    return new PairSums(kernels, distance, pairs);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, 1e-9, 1e-3, 0.1, 1, 3, 10, 20, 40, 47, 48, 49, 745, 1e6, 1e77})
  void theKernelIsTheExponential(double square) {
    Rows x = new Rows(new double[] {0}, 1);
    Rows y = new Rows(new double[] {Math.sqrt(square)}, 1);
    double root = y.numbers()[0];
    assertThat(new PairwiseSums(1, 1).between(x, y).kernels()[0])
        .isCloseTo(Math.exp(-root * root), within(1e-14));
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    Rows x = normal("x", 2_100, 5);
    Rows y = normal("y", 1_700, 5);
    PairwiseSums one = new PairwiseSums(1, ALPHAS);
    PairwiseSums two = new PairwiseSums(2, ALPHAS);
    assertThat(two.within(x)).usingRecursiveComparison().isEqualTo(one.within(x));
    assertThat(two.between(x, y)).usingRecursiveComparison().isEqualTo(one.between(x, y));
  }

  @Test
  void theUnbiasedStatisticIsZeroInTheMeanAndTheBiasedOneIsNot() {
    PairwiseSums sums = new PairwiseSums(1, 0.1);
    int repetitions = 200;
    double mmdU = 0;
    double mmdV = 0;
    double energy = 0;
    for (int i = 0; i < repetitions; i++) {
      Rows x = normal("x" + i, 50, 3);
      Rows y = normal("y" + i, 80, 3);
      TwoSample found = sums.compare(x, y, sums.within(y));
      mmdU += found.mmdU(0) / repetitions;
      mmdV += found.mmdV(0) / repetitions;
      energy += found.energyDistance() / repetitions;
    }
    // E k = (1 + 4 alpha)^(-d/2) for two normal points.
    double diagonals = (1 - Math.pow(1.4, -1.5)) * (1 / 50.0 + 1 / 80.0);
    assertThat(mmdU).isCloseTo(0, within(0.002));
    assertThat(mmdV).isCloseTo(diagonals, within(0.002));
    assertThat(energy).isCloseTo(0, within(0.01));
  }

  @Test
  void shiftedNormalRowsHaveTheirClosedFormDistance() {
    Rows x = normal("x", 4_000, 2);
    Rows y = normal("y", 5_000, 2);
    double[] shifted = y.numbers().clone();
    for (int i = 0; i < shifted.length; i += 2) {
      shifted[i] += 1.5;
    }
    double alpha = 0.5;
    TwoSample found = compare(x, new Rows(shifted, 2), alpha);
    // x - y is normal with covariance 2 I: E k = (1 + 4 alpha)^(-d/2) exp(-alpha s^2/(1 + 4
    // alpha)).
    double expected = 2 / 3.0 * (1 - Math.exp(-0.5 * 2.25 / 3));
    assertThat(found.mmdU(0)).isCloseTo(expected, within(0.01));
  }

  @Test
  void energyDistanceOfShiftedUniformRowsHasItsClosedForm() {
    // Uniform on [0, 1] and on [3, 4]: E|x - y| = 3 and E|x - x'| = 1/3 on both sides.
    double[] x = new double[2_000];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i + 0.5) / x.length;
    }
    double[] y = Arrays.stream(x).map(number -> number + 3).toArray();
    TwoSample found = compare(new Rows(x, 1), new Rows(y, 1));
    assertThat(found.energyDistance()).isCloseTo(6 - 2 / 3.0, within(1e-3));
  }

  @Test
  void copiesOfOneRowAreAtDistanceZero() {
    double[] numbers = new double[3 * 600];
    Arrays.fill(numbers, 1e8 / 3);
    Rows copies = new Rows(numbers, 3);
    TwoSample found = compare(copies, copies, 1e6);
    assertThat(found.xx().kernels()[0]).isEqualTo(600 * 599 / 2.0);
    assertThat(found.xx().distance()).isZero();
    assertThat(found.mmdV(0)).isZero();
    assertThat(found.mmdU(0)).isZero();
    assertThat(found.energyDistance()).isZero();
  }

  @Test
  void aSampleIsAtBiasedDistanceZeroFromItself() {
    Rows x = normal("x", 700, 4);
    TwoSample found = compare(x, x, ALPHAS);
    assertThat(found.mmdV(1)).isCloseTo(0, EXACT);
    // The unbiased one takes the pairs of a row with itself for pairs of two samples.
    assertThat(found.mmdU(1)).isNegative();
    assertThat(found.energyDistance()).isNegative();
  }

  @Test
  void rowsFarFromTheOriginKeepTheirDigits() {
    Rows x = normal("x", 600, 3);
    Rows y = normal("y", 550, 3);
    TwoSample near = compare(x, y, ALPHAS);
    TwoSample far = compare(moved(x), moved(y), ALPHAS);
    for (int a = 0; a < ALPHAS.length; a++) {
      assertThat(far.mmdU(a)).isCloseTo(near.mmdU(a), within(1e-9));
    }
    assertThat(far.energyDistance()).isCloseTo(near.energyDistance(), within(1e-8));
  }

  private static Rows moved(Rows rows) {
    return new Rows(Arrays.stream(rows.numbers()).map(n -> n + 1e6).toArray(), rows.dim());
  }

  @Test
  void oneRowFarAwayIsFarFromAllOthers() {
    Rows x = new Rows(new double[] {0, 0, 1e15, 1e15}, 2);
    Rows y = new Rows(new double[] {0, 0, 0, 0}, 2);
    TwoSample found = compare(x, y, 1);
    // Means of one pair, of one and of four, of which two are equal rows.
    assertThat(found.mmdU(0)).isCloseTo(0 + 1 - 2 * 0.5, EXACT);
    assertThat(found.mmdV(0)).isCloseTo(0.5 + 1 - 2 * 0.5, EXACT);
  }

  @Test
  void refusesWhatHasNoMeaning() {
    assertThatThrownBy(() -> new PairwiseSums(0, 1))
        .hasMessage("threads must be at least 1 but is 0");
    assertThatThrownBy(() -> new PairwiseSums(1, 0))
        .hasMessage("alpha must be above 0 and finite but is 0.0");
    PairwiseSums sums = new PairwiseSums(1, 1);
    assertThatThrownBy(() -> sums.between(normal("x", 2, 3), normal("y", 2, 2)))
        .hasMessage("samples must have one dimension but have 3 and 2");
    assertThatThrownBy(() -> sums.within(normal("x", 1, 3)))
        .hasMessage("a sample must have at least 2 rows but has 1");
  }
}
