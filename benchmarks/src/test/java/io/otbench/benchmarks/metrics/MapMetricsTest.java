package io.otbench.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.benchmarks.fake.FakeTransport;
import io.otbench.datasets.GroundTruth;
import io.otbench.datasets.Problem;
import io.otbench.datasets.gaussian.GaussianPairs;
import io.otbench.datasets.planar.PlanarProblems;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Transport;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapMetricsTest {

  private static final int SAMPLES = 1 << 14;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private record Scores(List<Measurement> all) {

    double get(String metric) {
      return all.stream().filter(m -> m.metric().equals(metric)).findFirst().orElseThrow().value();
    }
  }

  private Scores evaluate(Problem problem, PointMap forward, PointMap backward) {
    return evaluate(problem, FakeTransport.of(forward, backward));
  }

  private Scores evaluate(Problem problem, Transport transport) {
    // The moments of a conditional problem are not those of its points.
    Set<MapMetrics.Extra> extras =
        problem.conditionDim() > 0
            ? Set.of(MapMetrics.Extra.RELATIVE_ERROR)
            : EnumSet.allOf(MapMetrics.Extra.class);
    try (MapMetrics metrics =
        new MapMetrics(
            manager, problem, SAMPLES, RandomStreams.ofSeed(3).below("evaluation"), extras)) {
      return new Scores(metrics.evaluate(transport));
    }
  }

  @Test
  void trueMapsArePerfect() {
    Problem problem = GaussianPairs.published(8);
    GroundTruth truth = problem.truth().orElseThrow();
    Scores found = evaluate(problem, truth.forward(), truth.backward());
    assertThat(found.get("uvp_forward")).isLessThan(1e-20);
    assertThat(found.get("uvp_backward")).isLessThan(1e-20);
    assertThat(found.get("cosine_forward")).isCloseTo(1, within(1e-12));
    assertThat(found.get("cosine_backward")).isCloseTo(1, within(1e-12));
    assertThat(found.get("cost_error")).isLessThan(1e-10);
    assertThat(found.get("cycle_error")).isLessThan(1e-20);
    assertThat(found.get("w2_squared")).isCloseTo(0.5590320005, within(1e-9));
    // The two that carry sampling noise: W2^2 to a few per cent, moments of 16 384 rows.
    assertThat(found.get("transport_cost")).isCloseTo(0.559, within(0.03));
    assertThat(found.get("bw2_uvp_forward")).isBetween(0.0, 0.05);
  }

  /** UVP of the identity on the published pairs, in closed form. */
  @ParameterizedTest
  @CsvSource({
    "2, 5.149933698, 6.070162021",
    "8, 5.07963642, 5.508015048",
    "64, 7.940036569, 8.544401979"
  })
  void identityHasItsClosedFormScore(int dim, double forward, double backward) {
    Scores found = evaluate(GaussianPairs.published(dim), NDArray::duplicate, NDArray::duplicate);
    assertThat(found.get("uvp_forward")).isCloseTo(forward, within(0.05 * forward));
    assertThat(found.get("uvp_backward")).isCloseTo(backward, within(0.05 * backward));
    assertThat(found.get("cosine_forward")).isZero();
    assertThat(found.get("transport_cost")).isZero();
    assertThat(found.get("cost_error")).isCloseTo(100, within(5.0));
    assertThat(found.get("cycle_error")).isZero();
  }

  @Test
  void constantScoresOneHundredAndHalfTheMapScoresAQuarterOfTheIdentity() {
    Problem problem = GaussianPairs.published(8);
    GroundTruth truth = problem.truth().orElseThrow();
    Scores constant = evaluate(problem, NDArray::zerosLike, NDArray::zerosLike);
    assertThat(constant.get("uvp_forward")).isCloseTo(100, within(2.0));
    assertThat(constant.get("uvp_backward")).isCloseTo(100, within(2.0));
    assertThat(constant.get("bw2_uvp_forward")).isCloseTo(100, within(1e-6));
    Scores identity = evaluate(problem, NDArray::duplicate, NDArray::duplicate);
    // Reading a map off potentials of the wrong cost gives this error; the metric must see it.
    Scores halfway =
        evaluate(
            problem,
            x -> truth.forward().apply(x).add(x).div(2),
            z -> truth.backward().apply(z).add(z).div(2));
    assertThat(halfway.get("uvp_forward")).isCloseTo(identity.get("uvp_forward") / 4, within(1e-6));
    assertThat(halfway.get("cosine_forward")).isCloseTo(1, within(1e-6));
    // The reversed map is worse than none.
    Scores reversed = evaluate(problem, truth.backward(), truth.forward());
    assertThat(reversed.get("uvp_forward")).isGreaterThan(3 * identity.get("uvp_forward"));
    assertThat(reversed.get("cosine_forward")).isNegative();
  }

  @Test
  void relativeErrorIsAShareOfTheImages() {
    Problem square = PlanarProblems.named("square");
    GroundTruth truth = square.truth().orElseThrow();
    Scores identity = evaluate(square, NDArray::duplicate, NDArray::duplicate);
    // In closed form: sqrt(1.4733e-5 / (1/6)).
    assertThat(identity.get("relative_error")).isCloseTo(0.940, within(0.01));
    Scores zero = evaluate(square, NDArray::zerosLike, NDArray::zerosLike);
    assertThat(zero.get("relative_error")).isCloseTo(100, within(1e-9));
    Scores halfway =
        evaluate(square, x -> truth.forward().apply(x).add(x).div(2), NDArray::duplicate);
    assertThat(halfway.get("relative_error"))
        .isCloseTo(identity.get("relative_error") / 2, within(1e-6));
  }

  @Test
  void theConditionIsNoPartOfAnyError() {
    Problem problem = PlanarProblems.named("half-circles-conditional");
    GroundTruth truth = problem.truth().orElseThrow();
    PointMap forgetful =
        rows -> {
          double[] numbers = EngineArrays.toDoubles(truth.forward().apply(rows));
          for (int i = 2; i < numbers.length; i += 3) {
            numbers[i] = 100;
          }
          return EngineArrays.create(rows.getManager(), numbers, 3, DataType.FLOAT64);
        };
    Scores perfect = evaluate(problem, FakeTransport.of(forgetful));
    assertThat(perfect.get("uvp_forward")).isLessThan(1e-9);
    assertThat(perfect.get("relative_error")).isLessThan(1e-4);
    assertThat(perfect.get("cost_error")).isLessThan(1e-4);
    Scores identity = evaluate(problem, NDArray::duplicate, NDArray::duplicate);
    // |T*(x) - x| = eta / 2 and the target is the uniform disk of radius 0.85, whose variance is
    // 0.85^2 / 2; eta is spread evenly over its range.
    double w2Squared = problem.w2Squared().orElseThrow();
    assertThat(identity.get("uvp_forward"))
        .isCloseTo(100 * w2Squared / (0.85 * 0.85 / 2), within(0.5));
    assertThat(identity.get("cost_error")).isCloseTo(100, within(2.0));
    assertThat(identity.get("cycle_error")).isZero();
  }

  @Test
  void thePlanIsJudgedByTheMeanOfItsDraws() {
    Problem problem = GaussianPairs.published(2);
    GroundTruth truth = problem.truth().orElseThrow();
    double noise = 0.5;
    Transport noisy =
        FakeTransport.of(
            truth.forward(),
            (points, random) -> {
              double[] rows = EngineArrays.toDoubles(truth.forward().apply(points));
              for (int i = 0; i < rows.length; i++) {
                rows[i] += noise * random.nextGaussian();
              }
              return EngineArrays.create(points.getManager(), rows, 2, DataType.FLOAT64);
            });
    Scores found = evaluate(problem, noisy);
    assertThat(found.get("uvp_forward")).isLessThan(1e-20);
    // Two coordinates with the variance of a mean of 64 draws.
    double expected = 100 * 2 * noise * noise / 64 / truth.target().totalVariance();
    assertThat(found.get("uvp_forward_barycentric")).isCloseTo(expected, within(0.05 * expected));
    assertThat(evaluate(problem, noisy)).isEqualTo(found);
    assertThat(evaluate(problem, FakeTransport.of(truth.forward())).all())
        .extracting(Measurement::metric)
        .doesNotContain("uvp_forward_barycentric", "uvp_backward");
  }

  @Test
  void twoEvaluationsUseTheSameSamples() {
    Problem problem = GaussianPairs.published(4);
    assertThat(evaluate(problem, NDArray::duplicate, NDArray::duplicate))
        .isEqualTo(evaluate(problem, NDArray::duplicate, NDArray::duplicate));
  }

  @Test
  void mapOfNonFiniteNumbersIsVisible() {
    Problem problem = GaussianPairs.published(2);
    Scores found = evaluate(problem, x -> x.div(0).mul(0), NDArray::duplicate);
    assertThat(found.get("uvp_forward")).isNaN();
    assertThat(found.get("bw2_uvp_forward")).isNaN();
  }

  @Test
  void refusesAProblemWithoutAnswer() {
    Problem known = GaussianPairs.published(2);
    Problem unknown = new Problem("mystery", known.source(), known.target(), Optional.empty());
    assertThatThrownBy(
            () -> new MapMetrics(manager, unknown, 10, RandomStreams.ofSeed(0), Set.of()))
        .hasMessage("problem mystery has no known answer to compare with");
  }
}
