package io.otbench.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.datasets.gaussian.Gaussian;
import io.otbench.datasets.gaussian.GaussianPairs;
import io.otbench.datasets.planar.PlanarProblems;
import io.otbench.solvers.api.ConditionalSampler;
import io.otbench.solvers.api.RandomStreams;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionalTest {

  private final NDManager manager = NDManager.newBaseManager();
  private final Problem ellipse = PlanarProblems.named("ellipse-conditional");
  private final Problem halfCircles = PlanarProblems.named("half-circles-conditional");

  @AfterEach
  void close() {
    manager.close();
  }

  private static RandomGenerator stream(String name) {
    return RandomStreams.ofSeed(1).stream(name);
  }

  private ConditionalSampler sampler(Distribution distribution, String stream) {
    return (ConditionalSampler) distribution.sampler(manager, OptionalInt.empty(), stream(stream));
  }

  private Map<Float, Integer> rowsOfConditions(NDArray rows) {
    float[] numbers = rows.toFloatArray();
    Map<Float, Integer> counts = new TreeMap<>();
    for (int at = 2; at < numbers.length; at += 3) {
      counts.merge(numbers[at], 1, Integer::sum);
    }
    return counts;
  }

  @Test
  void solversSeeTheTrainingConditionsAlone() {
    int n = 10_000;
    NDArray rows = sampler(ellipse.target(), "batches").sample(manager, n);
    assertThat(rows.getShape()).isEqualTo(new Shape(n, 3));
    assertThat(rows.getDataType()).isEqualTo(DataType.FLOAT32);
    Map<Float, Integer> counts = rowsOfConditions(rows);
    assertThat(counts.keySet()).containsExactly(0f, 0.1f, 0.2f, 0.3f, 0.4f);
    // Five standard deviations of a binomial count.
    assertThat(counts.values())
        .allSatisfy(count -> assertThat((double) count).isCloseTo(n / 5.0, within(5 * 40.0)));
    assertThat(rowsOfConditions(sampler(halfCircles.source(), "batches").sample(manager, n)))
        .hasSize(30)
        .containsKeys(0f, 1f);
  }

  @Test
  void rowsOfABatchCarryTheirOwnCondition() {
    // In the half circles |x1| is at least eta / 2 of the same row, and below that plus the radius.
    float[] rows = sampler(halfCircles.source(), "batches").sample(manager, 5_000).toFloatArray();
    for (int at = 0; at < rows.length; at += 3) {
      assertThat(Math.abs(rows[at]) - rows[at + 2] / 2).isBetween(-1e-6f, 0.850001f);
    }
    // Neighbours differ in their condition: the batch is not sorted.
    int changes = 0;
    for (int at = 2; at + 3 < rows.length; at += 3) {
      changes += rows[at] == rows[at + 3] ? 0 : 1;
    }
    assertThat(changes).isGreaterThan(4_500);
  }

  @Test
  void oneConditionIsTheSameInAllRowsOfBothSides() {
    ConditionalSampler source = sampler(ellipse.source(), "source");
    ConditionalSampler target = sampler(ellipse.target(), "target");
    assertThat(source.dim()).isEqualTo(3);
    assertThat(source.conditionDim()).isEqualTo(1);
    assertThat(source.conditionCount()).isEqualTo(5).isEqualTo(target.conditionCount());
    assertThat(source.poolSize()).isEmpty();
    for (int condition = 0; condition < 5; condition++) {
      Map<Float, Integer> expected = Map.of((float) (condition * 0.1), 100);
      assertThat(rowsOfConditions(source.sampleAt(manager, 100, condition))).isEqualTo(expected);
      assertThat(rowsOfConditions(target.sampleAt(manager, 100, condition))).isEqualTo(expected);
    }
    for (int none : new int[] {-1, 5}) {
      assertThatThrownBy(() -> source.sampleAt(manager, 100, none))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "condition must be 0 to 4, an index of the training conditions, but is " + none);
    }
  }

  @Test
  void streamDecidesTheRows() {
    ConditionalSampler one = sampler(halfCircles.source(), "batches");
    ConditionalSampler same = sampler(halfCircles.source(), "batches");
    ConditionalSampler other = sampler(halfCircles.source(), "others");
    float[] first = one.sample(manager, 50).toFloatArray();
    float[] second = one.sampleAt(manager, 50, 7).toFloatArray();
    assertThat(same.sample(manager, 50).toFloatArray()).isEqualTo(first);
    assertThat(same.sampleAt(manager, 50, 7).toFloatArray()).isEqualTo(second);
    assertThat(other.sample(manager, 50).toFloatArray()).isNotEqualTo(first);
    // One array a call and nothing else is left behind.
    assertThat(manager.getManagedArrays()).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"ellipse-conditional, 0, 0.4, 0.3", "half-circles-conditional, 0.2, 1, 0.1"})
  void evaluationDrawsFreshConditions(String name, double low, double high, double atCondition) {
    ConditionalDistribution target = (ConditionalDistribution) PlanarProblems.named(name).target();
    int n = 20_000;
    Map<Float, Integer> counts = rowsOfConditions(target.sample(manager, n, stream("evaluation")));
    assertThat(counts.keySet()).allMatch(eta -> eta >= (float) low && eta <= (float) high);
    assertThat(counts).hasSizeGreaterThan(n - 200);
    double mean = counts.entrySet().stream().mapToDouble(e -> e.getKey() * e.getValue()).sum() / n;
    assertThat(mean).isCloseTo((low + high) / 2, within(0.01 * (high - low)));
    double[] condition = {atCondition};
    assertThat(rowsOfConditions(target.sampleAt(manager, 10, condition, stream("evaluation"))))
        .isEqualTo(Map.of((float) atCondition, 10));
    assertThat(target.sampleAt(manager, 10, condition, stream("evaluation")).toFloatArray())
        .isEqualTo(target.sampleAt(manager, 10, condition, stream("evaluation")).toFloatArray());
  }

  @Test
  void conditionsThatDoNotExistAreRefused() {
    ConditionalDistribution source = (ConditionalDistribution) ellipse.source();
    RandomGenerator random = stream("evaluation");
    assertThatThrownBy(() -> source.sampleAt(manager, 1, new double[] {0.5}, random))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("condition must be one number in [0.0, 0.4] but is [0.5]");
    assertThatThrownBy(() -> source.sampleAt(manager, 1, new double[] {0.1, 0.1}, random))
        .hasMessage("condition must be one number in [0.0, 0.4] but is [0.1, 0.1]");
    assertThatThrownBy(() -> source.sampleAt(manager, 1, new double[] {Double.NaN}, random))
        .hasMessage("condition must be one number in [0.0, 0.4] but is [NaN]");
  }

  @Test
  void aConditionalDistributionHasNoPoolAndNoOrdinarySampler() {
    Distribution source = ellipse.source();
    RandomGenerator random = stream("batches");
    assertThatThrownBy(() -> source.sampler(manager, OptionalInt.of(1_000), random))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a conditional distribution is sampled afresh for every batch, it has no pool of rows,"
                + " but poolSize is 1000");
    assertThatThrownBy(() -> new FreshSampler(source, random))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sampled at its training conditions");
  }

  @Test
  void anOrdinaryDistributionIsSampledFreshOrFromAPool() {
    Distribution source = GaussianPairs.published(2).source();
    assertThat(source.conditionDim()).isZero();
    assertThat(source.sampler(manager, OptionalInt.empty(), stream("a")))
        .isInstanceOf(FreshSampler.class);
    assertThat(source.sampler(manager, OptionalInt.of(7), stream("a")).poolSize()).hasValue(7);
  }

  @Test
  void problemKnowsItsConditionsAndRefusesSidesThatDiffer() {
    assertThat(ellipse.dim()).isEqualTo(3);
    assertThat(ellipse.conditionDim()).isEqualTo(1);
    assertThat(PlanarProblems.named("ellipse").conditionDim()).isZero();
    assertThatThrownBy(
            () -> new Problem("uneven", ellipse.source(), halfCircles.target(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "problem uneven: source and target must have the same training conditions but have"
                + " [[0.0], [0.1], [0.2]");
    Distribution plain = Gaussian.centred(SimpleMatrix.identity(3));
    assertThatThrownBy(() -> new Problem("mixed", ellipse.source(), plain, Optional.empty()))
        .hasMessageEndingWith("and []");
  }

  @Test
  void costOfAProblemIsThatOfItsTruth() {
    Problem known = GaussianPairs.published(2);
    assertThat(known.w2Squared()).hasValue(known.truth().orElseThrow().w2Squared());
    assertThat(new Problem("mystery", known.source(), known.target(), Optional.empty()).w2Squared())
        .isEmpty();
    Problem costOnly = Problem.ofKnownCost("cost", known.source(), known.target(), 0.5);
    assertThat(costOnly.truth()).isEmpty();
    assertThat(costOnly.w2Squared()).hasValue(0.5);
    assertThatThrownBy(
            () ->
                new Problem(
                    "torn", known.source(), known.target(), known.truth(), OptionalDouble.of(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("problem torn: w2Squared must be that of the truth, 0.12");
  }

  @Test
  void conditionDoesNotCountInTheVariance() {
    SimpleMatrix covariance = SimpleMatrix.diag(1, 2, 4);
    SimpleMatrix mean = new SimpleMatrix(3, 1);
    assertThat(new GroundTruth.Moments(mean, covariance).totalVariance()).isEqualTo(7);
    assertThat(new GroundTruth.Moments(mean, covariance, 1).totalVariance()).isEqualTo(3);
    assertThat(List.of(ellipse, halfCircles))
        .allSatisfy(
            problem ->
                assertThat(problem.truth().orElseThrow().target().conditionDim()).isEqualTo(1));
  }
}
