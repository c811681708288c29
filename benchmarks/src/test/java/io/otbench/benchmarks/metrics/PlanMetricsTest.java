package io.otbench.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.otbench.benchmarks.fake.FakeTransport;
import io.otbench.datasets.ConditionalDistribution;
import io.otbench.datasets.Distribution;
import io.otbench.datasets.Problem;
import io.otbench.datasets.planar.PlanarProblems;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Transport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlanMetricsTest {

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** All mass at one point. */
  private record Mass(float x1, float x2) implements Distribution {

    @Override
    public int dim() {
      return 2;
    }

    @Override
    public NDArray sample(NDManager owner, int n, RandomGenerator random) {
      float[] rows = new float[2 * n];
      for (int i = 0; i < n; i++) {
        rows[2 * i] = x1;
        rows[2 * i + 1] = x2;
      }
      return EngineArrays.create(owner, rows, new Shape(n, 2));
    }
  }

  private Map<String, Double> scores(Problem problem, Transport transport) {
    try (PlanMetrics metrics =
        new PlanMetrics(manager, problem, RandomStreams.ofSeed(3).below("evaluation"))) {
      Map<String, Double> found = new LinkedHashMap<>();
      metrics.evaluate(transport).forEach(one -> found.put(one.metric(), one.value()));
      assertThat(metrics.evaluateForCurve(transport))
          .singleElement()
          .satisfies(point -> assertThat(point.value()).isEqualTo(found.get(point.metric())))
          .extracting(Measurement::metric)
          .isEqualTo("target_error");
      return found;
    }
  }

  private static PointMap shift(double first, double second) {
    return points ->
        points.add(
            EngineArrays.create(
                points.getManager(), new double[] {first, second}, 2, points.getDataType()));
  }

  /** From the origin to (3, 4): every number is known. */
  private static Problem masses() {
    return Problem.ofKnownCost("masses", new Mass(0, 0), new Mass(3, 4), 25);
  }

  @Test
  void theRightShiftOfAPointMassIsPerfect() {
    assertThat(scores(masses(), FakeTransport.of(shift(3, 4), shift(-3, -4))))
        .containsExactly(
            Map.entry("target_error", 0.0),
            Map.entry("target_error_floor", 0.0),
            Map.entry("target_error_backward", 0.0),
            Map.entry("transport_cost", 25.0),
            Map.entry("w2_squared", 25.0),
            Map.entry("cost_error", 0.0),
            Map.entry("discrete_map_error", 0.0));
  }

  @Test
  void aWrongShiftHasTheErrorsOfItsDistances() {
    assertThat(scores(masses(), FakeTransport.of(shift(3, 0), shift(0, -4))))
        .containsExactly(
            Map.entry("target_error", 16.0),
            Map.entry("target_error_floor", 0.0),
            Map.entry("target_error_backward", 9.0),
            Map.entry("transport_cost", 9.0),
            Map.entry("w2_squared", 25.0),
            Map.entry("cost_error", 64.0),
            Map.entry("discrete_map_error", 16.0));
  }

  @Test
  void aPlanIsScoredByItsDrawsAndAMapOfMeansIsNot() {
    Problem oneToMany = PlanarProblems.named("one-to-many");
    // Source (s, 0), target half (s, 1), half (s, -1): the optimal plan tosses a coin.
    Map<String, Double> plan =
        scores(
            oneToMany,
            FakeTransport.of(
                NDArray::duplicate,
                (points, random) -> {
                  double[] rows = EngineArrays.toDoubles(points);
                  for (int i = 1; i < rows.length; i += 2) {
                    rows[i] = random.nextBoolean() ? 1 : -1;
                  }
                  return EngineArrays.create(points.getManager(), rows, 2, points.getDataType());
                }));
    Map<String, Double> mean = scores(oneToMany, FakeTransport.of(NDArray::duplicate));
    // Not 0: of 1024 coins some 18 more fall on one side than in the other sample, at cost 4 each.
    assertThat(plan.get("target_error")).isBetween(0.01, 0.15);
    assertThat(plan.get("target_error_floor")).isBetween(0.01, 0.15);
    assertThat(plan.get("transport_cost")).isCloseTo(1, within(1e-6));
    assertThat(plan.get("cost_error")).isCloseTo(0, within(1e-4));
    assertThat(mean.get("target_error")).isBetween(1.0, 1.05);
    assertThat(mean.get("transport_cost")).isZero();
    // The map is scored by the map, plan or not.
    assertThat(plan.get("discrete_map_error")).isEqualTo(mean.get("discrete_map_error"));
  }

  @Test
  void aPerfectMapScoresTheFloorAndAHalfwayMapAQuarterMore() {
    Problem problem = PlanarProblems.named("half-circles");
    PointMap truth = problem.truth().orElseThrow().forward();
    Map<String, Double> perfect = scores(problem, FakeTransport.of(truth));
    double floor = perfect.getOrDefault("target_error_floor", 0.0);
    assertThat(floor).isPositive();
    assertThat(perfect.get("target_error")).isBetween(floor / 3, 3 * floor);
    assertThat(scores(problem, FakeTransport.of(NDArray::duplicate)).get("target_error"))
        .isCloseTo(problem.w2Squared().orElseThrow(), within(0.2));
    // What is measured on many rows where the true map is known is not measured again on few.
    assertThat(perfect).containsOnlyKeys("target_error", "target_error_floor");
  }

  @Test
  void samplesOfAConditionalProblemHaveOneConditionThatNobodyWasTrainedAt() {
    Problem problem = PlanarProblems.named("ellipse-conditional");
    ConditionalDistribution source = (ConditionalDistribution) problem.source();
    double eta = EvaluationSide.condition(source)[0];
    assertThat(eta).isBetween(0.0, 0.4);
    assertThat(source.trainingConditions())
        .allSatisfy(known -> assertThat(known[0]).isNotEqualTo(eta));
    NDArray rows =
        EvaluationSide.sample(manager, source, 100, RandomStreams.ofSeed(1).stream("test"));
    assertThat(EngineArrays.toDoubles(rows.get(":, 2"))).containsOnly((float) eta);
    PointMap truth = problem.truth().orElseThrow().forward();
    Map<String, Double> perfect = scores(problem, FakeTransport.of(truth));
    double floor = perfect.getOrDefault("target_error_floor", 0.0);
    assertThat(perfect.get("target_error")).isBetween(floor / 3, 3 * floor);
    assertThat(scores(problem, FakeTransport.of(NDArray::duplicate)).get("target_error"))
        .isGreaterThan(5 * floor);
  }

  @Test
  void nonFiniteImagesAreVisible() {
    assertThat(scores(masses(), FakeTransport.of(points -> points.div(0).mul(0))))
        .containsEntry("target_error", Double.NaN);
    assertThat(scores(masses(), FakeTransport.of(shift(1e30, 0))))
        .containsEntry("target_error", Double.NaN);
  }

  @Test
  void withoutAKnownCostThereIsNoErrorOfIt() {
    Problem unknown = new Problem("unknown", new Mass(0, 0), new Mass(3, 4), Optional.empty());
    assertThat(scores(unknown, FakeTransport.of(shift(3, 4))))
        .containsOnlyKeys(
            "target_error", "target_error_floor", "transport_cost", "discrete_map_error");
  }
}
