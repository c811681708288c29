package io.otbench.solvers.dpot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.networks.FiniteDifferences;
import io.otbench.solvers.networks.MapArchitecture;
import io.otbench.solvers.networks.MapArchitecture.Kind;
import io.otbench.solvers.networks.MapNetwork;
import io.otbench.solvers.networks.Nonlinearity;
import io.otbench.solvers.training.WeightUpdates;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three losses on images given by hand and on those of small networks. */
class TransportTermsTest {

  private static final double LAMBDA = 0.3;

  private final NDManager manager = NDManager.newBaseManager();
  private final Map<String, Double> recorded = new HashMap<>();

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray normals(int rows, int dim, long seed) {
    return EngineArrays.create(manager, Fixtures.normals(rows * dim, seed), dim, DataType.FLOAT64);
  }

  private NDArray row(double... numbers) {
    return EngineArrays.create(manager, numbers, numbers.length, DataType.FLOAT64);
  }

  private PlanTerm planTerm(double lambda) {
    return new PlanTerm(lambda, recorded::put);
  }

  private static Batch batch(NDArray x, NDArray y) {
    return new Batch(1, x, Optional.empty(), y);
  }

  private static Batch.Images images(NDArray first) {
    return new Batch.Images(first, Optional.empty());
  }

  /** The loss with plans solved at the very images. */
  private static double loss(TransportTerm term, Batch batch, Batch.Images images) {
    return term.loss(term.match(batch, () -> images), images).getDouble();
  }

  private static NDArray reversed(NDArray rows) {
    return rows.flip(0);
  }

  @Test
  void atATranslationThePlanCostsNothingAndTheLossIsItsWeightedLength() {
    NDArray x = normals(50, 2, 1);
    NDArray y = x.add(row(3, 4));
    double loss = loss(planTerm(LAMBDA), batch(x, reversed(y)), images(y));
    assertThat(loss).isCloseTo(LAMBDA * 5, within(1e-5));
    assertThat(recorded.get("map_length")).isCloseTo(5, within(1e-9));
    assertThat(recorded.get("plan_distance")).isCloseTo(0, within(1e-5));
    assertThat(recorded.get("optimality_gap")).isCloseTo(0, within(1e-5));
  }

  @Test
  void atTheIdentityTheLossIsTheDistanceOfTheBatchesAndItsGapTheRestOfIt() {
    NDArray x = normals(50, 2, 1);
    NDArray y = x.add(row(3, 4));
    double loss = loss(planTerm(LAMBDA), batch(x, reversed(y)), images(x));
    assertThat(loss).isCloseTo(5, within(1e-5));
    assertThat(recorded.get("optimality_gap")).isCloseTo((1 - LAMBDA) * 5, within(1e-5));
  }

  /** dP/df_i = lambda (f_i - x_i) / (n sqrt(I)) + (f_i - y_s(i)) / (n What), s fixed. */
  @Test
  void slopeOfThePublishedLossIsThatOfTheSpecifiedGradient() {
    int n = 20;
    NDArray x = normals(n, 3, 1);
    NDArray f = normals(n, 3, 2);
    NDArray v = normals(n, 3, 4);
    PlanTerm term = planTerm(LAMBDA);
    Batch matched = term.match(batch(x, normals(n, 3, 3)), () -> images(f));
    double h = 1e-5;
    double slope =
        (term.loss(matched, images(f.add(v.mul(h)))).getDouble()
                - term.loss(matched, images(f.sub(v.mul(h)))).getDouble())
            / (2 * h);
    NDArray fromX = f.sub(x);
    NDArray fromY = f.sub(matched.target());
    double length = Math.sqrt(fromX.square().sum().getDouble() / n);
    double distance = Math.sqrt(fromY.square().sum().getDouble() / n);
    double expected =
        LAMBDA * fromX.mul(v).sum().getDouble() / (n * length)
            + fromY.mul(v).sum().getDouble() / (n * distance);
    assertThat(slope).isCloseTo(expected, within(1e-8));
  }

  /** e(T) splits into three parts that cannot be negative. */
  @Test
  void optimalityGapIsTheSumOfItsThreeParts() {
    NDArray x = normals(60, 2, 1);
    NDArray y = normals(60, 2, 2).mul(2);
    NDArray f = normals(60, 2, 3).add(1);
    loss(planTerm(LAMBDA), batch(x, y), images(f));
    double length = Math.sqrt(f.sub(x).square().sum().getDouble() / 60);
    double toImage = distance(x, f);
    double toTarget = distance(f, y);
    double whole = distance(x, y);
    double notOptimal = LAMBDA * (length - toImage);
    double offGeodesic = LAMBDA * (toImage + toTarget - whole);
    double notTarget = (1 - LAMBDA) * toTarget;
    assertThat(notOptimal).isPositive();
    assertThat(offGeodesic).isPositive();
    assertThat(notTarget).isPositive();
    assertThat(recorded.get("optimality_gap"))
        .isCloseTo(notOptimal + offGeodesic + notTarget, within(1e-5));
  }

  private static double distance(NDArray a, NDArray b) {
    NDArray partners = new GroupPlans().reorder(a, b, b, 1);
    return Math.sqrt(a.sub(partners).square().sum().getDouble() / a.getShape().get(0));
  }

  /**
   * The factor a of a map a x from N(0, I) to itself that minimises the expected loss at lambda 0:
   * c_n for the published loss, which shrinks, and 1 for the debiased one.
   */
  @ParameterizedTest
  @CsvSource({"8, 1024, 0.839", "32, 1024, 0.512", "2, 256, 0.969"})
  void batchesShrinkThePublishedScaleAndDebiasingRestoresIt(int dim, int n, double correlation) {
    double cross = 0;
    double norm = 0;
    double self = 0;
    double normOfTarget = 0;
    int batches = 2048 / n + 2;
    for (int b = 0; b < batches; b++) {
      NDArray x = normals(n, dim, 10 + b);
      NDArray second = normals(n, dim, 40 + b);
      NDArray y = normals(n, dim, 70 + b);
      DebiasedTerm term = new DebiasedTerm(0);
      Batch matched =
          term.match(
              new Batch(1, x, Optional.of(second), y),
              () -> new Batch.Images(x, Optional.of(second)));
      cross += x.mul(matched.target()).sum().getDouble();
      norm += x.square().sum().getDouble();
      normOfTarget += y.square().sum().getDouble();
      self += x.sub(matched.second().orElseThrow()).square().sum().getDouble();
    }
    assertThat(cross / Math.sqrt(norm * normOfTarget)).isCloseTo(correlation, within(0.01));
    // a^2 (norm - self / 2) - 2 a cross is least at:
    assertThat(cross / (norm - self / 2)).isCloseTo(1, within(0.04));
  }

  @Test
  void debiasedLossIsTheSumOfItsTermsWithTheirPlans() {
    NDArray x = row(0, 10).reshape(2, 1);
    NDArray second = row(9, 1).reshape(2, 1);
    NDArray y = row(13, 2).reshape(2, 1);
    DebiasedTerm term = new DebiasedTerm(LAMBDA);
    Batch.Images images =
        new Batch.Images(
            EngineArrays.create(manager, new double[] {1, 11}, 1, DataType.FLOAT64),
            Optional.of(second));
    Batch matched = term.match(new Batch(1, x, Optional.of(second), y), () -> images);
    assertThat(matched.target().toDoubleArray()).containsExactly(2, 13);
    assertThat(matched.second().orElseThrow().toDoubleArray()).containsExactly(1, 9);
    // The images of the second batch follow its new order.
    Batch.Images next =
        new Batch.Images(images.first(), Optional.of(matched.second().orElseThrow()));
    // (1 + 4) / 2 - (0 + 4) / 4 + lambda (1 + 1) / 2
    assertThat(term.loss(matched, next).getDouble()).isCloseTo(1.5 + LAMBDA, within(1e-9));
  }

  @Test
  void slicedLossOfATranslationIsItsSquaredLengthAndSeesNoOrder() {
    NDArray x = normals(40, 3, 1);
    NDArray y = reversed(x.add(row(1, 2, 2)));
    SlicedTerm term = new SlicedTerm(0, 2_000, RandomStreams.ofSeed(1).stream("directions"));
    // d times the mean of (theta . m)^2 is |m|^2.
    assertThat(term.loss(batch(x, y), images(x)).getDouble()).isCloseTo(9, within(0.5));
    assertThat(term.loss(batch(x, y), images(y)).getDouble()).isCloseTo(0, within(1e-12));
    SlicedTerm weighted = new SlicedTerm(LAMBDA, 7, RandomStreams.ofSeed(1).stream("directions"));
    assertThat(weighted.loss(batch(x, y), images(x.add(row(1, 2, 2)))).getDouble())
        .isCloseTo(LAMBDA * 9, within(1e-9));
  }

  @Test
  void inOneDimensionSlicedAndExactDistancesAgree() {
    NDArray x = normals(40, 1, 1);
    NDArray y = normals(40, 1, 2);
    SlicedTerm term = new SlicedTerm(0, 3, RandomStreams.ofSeed(1).stream("directions"));
    double exact = Math.pow(distance(x, y), 2);
    assertThat(term.loss(batch(x, y), images(x)).getDouble()).isCloseTo(exact, within(1e-9));
  }

  /** Every group is matched by itself: means over equal groups are those of one. */
  @Test
  void equalGroupsGiveTheLossOfOne() {
    NDArray x = normals(10, 2, 1);
    NDArray y = normals(10, 2, 2);
    NDArray second = normals(10, 2, 4);
    NDArray f = normals(10, 2, 3);
    for (TransportTerm term : Arrays.asList(planTerm(LAMBDA), new DebiasedTerm(LAMBDA))) {
      Batch.Images one = new Batch.Images(f, Optional.of(second));
      Batch.Images three = new Batch.Images(thrice(f), Optional.of(thrice(second)));
      Batch single = term.match(new Batch(1, x, Optional.of(second), y), () -> one);
      Batch triple =
          term.match(new Batch(3, thrice(x), Optional.of(thrice(second)), thrice(y)), () -> three);
      assertThat(term.loss(triple, three).getDouble())
          .isCloseTo(term.loss(single, one).getDouble(), within(1e-12));
    }
    double one = sliced().loss(batch(x, y), images(f)).getDouble();
    double three =
        sliced()
            .loss(new Batch(3, thrice(x), Optional.empty(), thrice(y)), images(thrice(f)))
            .getDouble();
    assertThat(three).isCloseTo(one, within(1e-12));
  }

  private static SlicedTerm sliced() {
    return new SlicedTerm(LAMBDA, 5, RandomStreams.ofSeed(1).stream("directions"));
  }

  private static NDArray thrice(NDArray rows) {
    return rows.repeat(0, 1).concat(rows, 0).concat(rows, 0);
  }

  /** A group's rows find partners in their own group only, however near those of others are. */
  @Test
  void plansDoNotCrossGroups() {
    NDArray images = EngineArrays.create(manager, new double[] {0, 1, 10, 11}, 1, DataType.FLOAT64);
    NDArray target = EngineArrays.create(manager, new double[] {11, 10, 1, 0}, 1, DataType.FLOAT64);
    NDArray partners = new GroupPlans().reorder(images, target, target, 2);
    assertThat(partners.toDoubleArray()).containsExactly(10, 11, 0, 1);
  }

  private MapNetwork map() {
    return MapNetwork.create(
        manager,
        new MapArchitecture(Kind.RESIDUAL, 1, List.of(5, 4), Nonlinearity.SILU),
        2,
        0,
        RandomStreams.ofSeed(1).stream("weights"),
        DataType.FLOAT64);
  }

  private MapNetwork randomMap() {
    MapNetwork map = map();
    FiniteDifferences.randomize(map, 0.6, 3);
    return map;
  }

  /** Two groups of six rows, moved away from each other so that no distance is near 0. */
  private Batch twoGroups(Optional<NDArray> second) {
    return new Batch(2, normals(12, 2, 1), second, normals(12, 2, 2).mul(2).add(row(1, -1)));
  }

  @Test
  void weightGradientOfThePublishedLossIsThatOfItsDifferences() {
    MapNetwork map = randomMap();
    Batch drawn = twoGroups(Optional.empty());
    PlanTerm term = planTerm(LAMBDA);
    Batch matched = term.match(drawn, () -> drawn.images(map));
    FiniteDifferences.assertWeightGradients(
        manager, map, () -> term.loss(matched, matched.images(map)));
  }

  /** The weights move the images of both batches: a gradient through one alone is another. */
  @Test
  void weightGradientOfTheDebiasedLossRunsThroughBothBatches() {
    MapNetwork map = randomMap();
    Batch drawn = twoGroups(Optional.of(normals(12, 2, 4)));
    DebiasedTerm term = new DebiasedTerm(LAMBDA);
    Batch matched = term.match(drawn, () -> drawn.images(map));
    FiniteDifferences.assertWeightGradients(
        manager, map, () -> term.loss(matched, matched.images(map)));
  }

  @Test
  void weightGradientOfTheSlicedLossRunsThroughTheSorting() {
    MapNetwork map = randomMap();
    Batch batch = twoGroups(Optional.empty());
    // A new term at every evaluation, so that the directions are the same.
    FiniteDifferences.assertWeightGradients(
        manager, map, () -> sliced().loss(batch, batch.images(map)));
  }

  /** There E|x - T(x)|^2 is 0, where the slope of a plain root is infinite. */
  @Test
  void lossAndGradientAreFiniteWhereEveryMapStarts() {
    MapNetwork map = map();
    NDArray x = normals(10, 2, 1);
    PlanTerm term = planTerm(LAMBDA);
    Batch matched = term.match(batch(x, x.add(row(3, 4))), () -> images(x));
    WeightUpdates.Backward backward =
        WeightUpdates.backward(
            manager, List.of(map), () -> term.loss(matched, matched.images(map)));
    assertThat(backward.loss()).isCloseTo(5, within(1e-5));
    NDList gradients = backward.gradients().get(0);
    for (NDArray gradient : gradients) {
      assertThat(Arrays.stream(gradient.toDoubleArray()).allMatch(Double::isFinite)).isTrue();
    }
    // The last bias moves all images alike: the mean of f - y over the distance.
    double[] ofBias = gradients.get(gradients.size() - 1).toDoubleArray();
    assertThat(ofBias[0]).isCloseTo(-3.0 / 5, within(1e-9));
    assertThat(ofBias[1]).isCloseTo(-4.0 / 5, within(1e-9));
  }
}
