package io.otbench.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.benchmarks.fake.FakeTransport;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Transport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a table of two columns whose rows are images of normal ones: (2 x_1 + 1, x_2 / 2 - 2). */
class TabularMetricsTest {

  private static final int ROWS = 400;

  private static final double[] SCALE = {2, 0.5};
  private static final double[] SHIFT = {1, -2};

  private static final List<String> SCORES =
      List.of(
          "mmd_v@alpha=1",
          "mmd_u@alpha=1",
          "mmd_u@median",
          "mmd_u@0.25median",
          "mmd_u@4median",
          "energy_distance",
          "sliced_w2_squared",
          "w2_squared_matched");

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static PointMap affine(double[] scale, double[] shift) {
    return points -> {
      NDManager owner = points.getManager();
      DataType type = points.getDataType();
      return points
          .mul(EngineArrays.create(owner, scale, 2, type))
          .add(EngineArrays.create(owner, shift, 2, type));
    };
  }

  private static final PointMap TRUTH = affine(SCALE, SHIFT);
  private static final PointMap INVERSE = affine(new double[] {0.5, 2}, new double[] {-0.5, 4});

  private static float[] rows(int count, String stream) {
    RandomGenerator random = RandomStreams.ofSeed(11).stream(stream);
    float[] rows = new float[2 * count];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) (SCALE[i % 2] * random.nextGaussian() + SHIFT[i % 2]);
    }
    return rows;
  }

  private TabularReference reference() {
    return new TabularReference(
        manager,
        rows(1_000, "test"),
        rows(2_500, "train"),
        2,
        ROWS,
        RandomStreams.ofSeed(1).below("table"));
  }

  private Map<String, Double> scores(Transport transport) {
    try (TabularMetrics metrics =
        new TabularMetrics(
            manager, reference(), ROWS, RandomStreams.ofSeed(3).below("evaluation"))) {
      Map<String, Double> found = new LinkedHashMap<>();
      metrics.evaluate(transport).forEach(one -> found.put(one.metric(), one.value()));
      return found;
    }
  }

  private static double get(Map<String, Double> scores, String metric) {
    assertThat(scores).containsKey(metric);
    return scores.getOrDefault(metric, Double.NaN);
  }

  @Test
  void trainingRowsScoreBetterThanNoise() {
    Map<String, Double> found = scores(FakeTransport.of(TRUTH));
    for (String score : SCORES) {
      double perfect = get(found, score + "_perfect");
      double noise = get(found, score + "_noise");
      double deviation =
          Math.max(get(found, score + "_perfect_sd"), get(found, score + "_noise_sd"));
      assertThat(deviation).as(score).isPositive();
      assertThat(noise).as(score).isGreaterThan(perfect + 5 * deviation);
    }
    assertThat(get(found, "mmd_v@alpha=1_floor")).isEqualTo(2.0 / ROWS);
    assertThat(get(found, "sample_rows")).isEqualTo(ROWS);
    // The diagonals of the biased statistic, of which the floor is the bound.
    assertThat(get(found, "mmd_v@alpha=1_perfect"))
        .isBetween(get(found, "mmd_v@alpha=1_floor") / 2, 2 * get(found, "mmd_v@alpha=1_floor"));
  }

  @Test
  void theTrueMapScoresAsTrainingRowsDoAndTheIdentityAsNoise() {
    Map<String, Double> perfect = scores(FakeTransport.of(TRUTH));
    Map<String, Double> identity = scores(FakeTransport.of(NDArray::duplicate));
    for (String score : SCORES) {
      // Five deviations of single draws, where the values are means over five.
      assertThat(get(perfect, score))
          .as(score)
          .isCloseTo(
              get(perfect, score + "_perfect"), within(5 * get(perfect, score + "_perfect_sd")));
      assertThat(get(identity, score))
          .as(score)
          .isCloseTo(
              get(identity, score + "_noise"), within(5 * get(identity, score + "_noise_sd")));
    }
    // E|T(x) - x|^2 = (1 + 1) + (1/4 + 4).
    assertThat(get(perfect, "transport_cost")).isCloseTo(6.25, within(0.2));
    assertThat(get(identity, "transport_cost")).isZero();
    // W2^2 of two normal laws, of which a sample of 400 rows adds some sampling noise.
    assertThat(get(identity, "w2_squared_matched")).isCloseTo(6.25, within(0.4));
    // Half of that in the mean over the directions of the plane.
    assertThat(get(identity, "sliced_w2_squared")).isCloseTo(3.1, within(0.5));
  }

  @Test
  void theBandwidthIsThatOfTheTestRows() {
    Map<String, Double> found = scores(FakeTransport.of(TRUTH));
    // |a - b|^2 = 8 chi_1^2 + chi_1^2 / 2, median about 4.2.
    assertThat(1 / (2 * get(found, "median_alpha"))).isBetween(3.5, 5.0);
  }

  @Test
  void theWayBackIsScoredOnTestRows() {
    Map<String, Double> perfect = scores(FakeTransport.of(TRUTH, INVERSE));
    assertThat(get(perfect, "cycle_error")).isCloseTo(0, within(1e-9));
    assertThat(get(perfect, "mmd_u@median_backward")).isCloseTo(0, within(0.005));
    // T(S(z)) = T(z): off by z -> (2 z_1 + 1, z_2 / 2 - 2), of which (z_1 + 1, -z_2 / 2 - 2) is
    // the error; z has means (1, -2) and variances (4, 1/4).
    Map<String, Double> wrong = scores(FakeTransport.of(TRUTH, NDArray::duplicate));
    double squares = (4 + 2 * 2) + (0.25 / 4 + 1);
    assertThat(get(wrong, "cycle_error")).isCloseTo(100 * squares / 4.25, within(25.0));
    assertThat(get(wrong, "mmd_u@median_backward")).isGreaterThan(0.1);
    assertThat(scores(FakeTransport.of(TRUTH)))
        .doesNotContainKeys("cycle_error", "mmd_u@median_backward");
  }

  @Test
  void drawsOfAPlanComeBeforeTheForwardMap() {
    PointMap constant = NDArray::zerosLike;
    Transport plan = FakeTransport.of(constant, (points, random) -> TRUTH.apply(points));
    assertThat(scores(plan)).isEqualTo(scores(FakeTransport.of(TRUTH)));
    Map<String, Double> collapsed = scores(FakeTransport.of(constant));
    assertThat(get(collapsed, "mmd_u@median"))
        .isGreaterThan(get(collapsed, "mmd_u@median_perfect") + 0.1);
  }

  @Test
  void thePointOfACurveIsTheFirstDraw() {
    try (TabularMetrics metrics =
        new TabularMetrics(
            manager, reference(), ROWS, RandomStreams.ofSeed(3).below("evaluation"))) {
      Transport transport = FakeTransport.of(TRUTH);
      List<Measurement> point = metrics.evaluateForCurve(transport);
      assertThat(point).extracting(Measurement::metric).containsExactly("mmd_u@median");
      assertThat(metrics.evaluateForCurve(transport)).isEqualTo(point);
      Map<String, Double> all = scores(transport);
      assertThat(point.get(0).value())
          .isCloseTo(get(all, "mmd_u@median"), within(4 * get(all, "mmd_u@median_sd")));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e30})
  void imagesBeyondMeasureAreVisible(double number) {
    PointMap broken = points -> points.zerosLike().add(number);
    Map<String, Double> found = scores(FakeTransport.of(broken, broken));
    for (String score : SCORES) {
      assertThat(get(found, score)).as(score).isNaN();
    }
    assertThat(get(found, "mmd_u@median_backward")).isNaN();
    assertThat(get(found, "mmd_u@median_perfect")).isFinite();
  }

  @Test
  void fewRowsMakeSmallSamples() {
    assertThat(small(30, 1_000).rows()).isEqualTo(30);
    // Five samples without a row in common.
    assertThat(small(30, 104).rows()).isEqualTo(20);
    assertThatThrownBy(() -> small(30, 9))
        .hasMessage(
            "samples must have at least 2 rows but of 30 test rows, 9 training rows for 5 samples"
                + " and at most 400 rows they have 1");
  }

  private TabularReference small(int test, int train) {
    return new TabularReference(
        manager, rows(test, "test"), rows(train, "train"), 2, ROWS, RandomStreams.ofSeed(1));
  }
}
