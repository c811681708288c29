package io.otbench.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.Fixtures.DiagonalGaussian;
import io.otbench.solvers.Fixtures.FixedSampler;
import io.otbench.solvers.Fixtures.Harness;
import io.otbench.solvers.api.DivergenceException;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.PlanSampler;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every solver on the class path promises, whatever it learns. */
class OtSolverContractTest {

  private static final int DIM = 2;
  private static final int STEPS = 60;
  private static final int LEARNING_STEPS = 400;
  private static final int ROWS = 1 << 12;

  /** Solvers that read no rows, or read them once instead of training. */
  private static final Set<String> UNTRAINED =
      Set.of("identity", "constant", "linear", "discrete", "discrete-entropic");

  /** Solvers whose forward map is made of the gradient of a potential. */
  private static final Set<String> OF_A_POTENTIAL =
      Set.of("implicit", "w2gn", "dpot-debiased", "dpot-sliced");

  /** Solvers whose answer is a plan, with which a point may have many partners. */
  private static final Set<String> OF_A_PLAN = Set.of("otp");

  /** Solvers that are the measure of having learned nothing. */
  private static final Set<String> LEARN_NOTHING = Set.of("identity", "constant");

  static Stream<OtSolver<?>> solvers() {
    return ServiceLoader.load(OtSolver.class).stream().map(provider -> provider.get());
  }

  static Stream<OtSolver<?>> trainedSolvers() {
    return solvers().filter(solver -> !UNTRAINED.contains(solver.name()));
  }

  static Stream<OtSolver<?>> learningSolvers() {
    return solvers().filter(solver -> !LEARN_NOTHING.contains(solver.name()));
  }

  private static <C extends Record> Transport fit(
      OtSolver<C> solver, Sampler source, Sampler target, int steps, Harness harness) {
    return solver.fit(source, target, SmallConfigs.of(solver, steps), harness);
  }

  private static DiagonalGaussian source() {
    return new DiagonalGaussian(new double[] {0, 1}, new double[] {1, 0.7}, 1);
  }

  private static DiagonalGaussian target() {
    return new DiagonalGaussian(new double[] {1, 0.5}, new double[] {0.8, 1.2}, 2);
  }

  private static Stream<PointMap> maps(Transport transport) {
    return Stream.concat(Stream.of(transport.forward()), transport.backward().stream());
  }

  @Test
  void solversHaveDifferentNamesOfTheAgreedForm() {
    List<String> names = solvers().map(OtSolver::name).toList();
    assertThat(names)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z0-9-]+"))
        .contains("identity", "constant", "linear", "implicit", "w2gn", "diotm", "otp", "otm")
        .contains("dpot", "dpot-debiased", "dpot-sliced");
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void mapsTakeBothPrecisionsAndLeaveTheirInputAlone(OtSolver<?> solver) {
    try (Harness harness = new Harness(1);
        Transport transport = fit(solver, source(), target(), 3, harness);
        NDManager manager = NDManager.newBaseManager()) {
      double[] rows = Fixtures.normals(7 * DIM, 1);
      for (DataType type : List.of(DataType.FLOAT32, DataType.FLOAT64)) {
        NDArray points = EngineArrays.create(manager, rows, DIM, type);
        double[] before = EngineArrays.toDoubles(points);
        maps(transport)
            .forEach(
                map -> {
                  int open = manager.getManagedArrays().size();
                  NDArray mapped = map.apply(points);
                  assertThat(mapped.getShape()).isEqualTo(new Shape(7, DIM));
                  assertThat(mapped.getManager()).isSameAs(manager);
                  assertThat(manager.getManagedArrays()).hasSize(open + 1);
                  assertThat(EngineArrays.toDoubles(mapped)).doesNotContain(Double.NaN);
                  assertThat(EngineArrays.toDoubles(points)).isEqualTo(before);
                  // The result is no view of the input.
                  mapped.addi(1);
                  assertThat(EngineArrays.toDoubles(points)).isEqualTo(before);
                });
      }
    }
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void sameSeedGivesTheSameBitsAndAnotherSeedOthers(OtSolver<?> solver) {
    List<double[]> results = new ArrayList<>();
    for (int seed : new int[] {5, 5, 6}) {
      try (Harness harness = new Harness(seed);
          Transport transport = fit(solver, source(), target(), 5, harness);
          NDManager manager = NDManager.newBaseManager()) {
        NDArray points = source().sample(manager, 50);
        results.add(
            maps(transport)
                .flatMapToDouble(map -> Arrays.stream(EngineArrays.toDoubles(map.apply(points))))
                .toArray());
      }
    }
    assertThat(results.get(0)).isEqualTo(results.get(1));
    if (!UNTRAINED.contains(solver.name())) {
      assertThat(results.get(0)).isNotEqualTo(results.get(2));
    }
  }

  /**
   * Every array lives in a manager below that of the context, so that a leak shows in the count.
   */
  @ParameterizedTest
  @MethodSource("trainedSolvers")
  void stepsAndSnapshotsLeaveNoArraysBehind(OtSolver<?> solver) {
    Map<Long, Integer> open = new HashMap<>();
    Harness[] holder = new Harness[1];
    try (Harness harness =
        new Harness(
            1,
            (step, snapshot) -> {
              int now = holder[0].manager().getManagedArrays().size();
              open.put(step, now);
              if (step % 10 == 0) {
                snapshot.get().close();
                assertThat(holder[0].manager().getManagedArrays()).hasSize(now);
              }
              return step < STEPS;
            },
            () -> false)) {
      holder[0] = harness;
      Transport transport = fit(solver, source(), target(), STEPS, harness);
      assertThat(open.get(60L)).isEqualTo(open.get(20L)).isPositive();
      transport.close();
    }
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void mapsLeaveNoArraysBehindAndClosingTheTransportClosesAll(OtSolver<?> solver) {
    try (Harness harness = new Harness(1);
        NDManager manager = NDManager.newBaseManager()) {
      Transport transport = fit(solver, source(), target(), 3, harness);
      NDArray points = source().sample(manager, 10);
      maps(transport).forEach(map -> map.apply(points));
      int afterOne = harness.manager().getManagedArrays().size();
      for (int i = 0; i < 5; i++) {
        maps(transport).forEach(map -> map.apply(points));
      }
      assertThat(harness.manager().getManagedArrays()).hasSize(afterOne);
      transport.close();
      assertThat(harness.manager().getManagedArrays()).isEmpty();
      transport.close();
    }
  }

  /** A plan is random given the point, by the stream it is lent and by nothing else. */
  @ParameterizedTest
  @MethodSource("solvers")
  void planIsDrawnFromTheStreamAloneAndLeavesItsInputAlone(OtSolver<?> solver) {
    try (Harness harness = new Harness(1);
        Transport transport = fit(solver, source(), target(), 3, harness);
        NDManager manager = NDManager.newBaseManager()) {
      assertThat(transport.plan().isPresent()).isEqualTo(OF_A_PLAN.contains(solver.name()));
      if (transport.plan().isEmpty()) {
        return;
      }
      PlanSampler plan = transport.plan().get();
      for (DataType type : List.of(DataType.FLOAT32, DataType.FLOAT64)) {
        NDArray points = EngineArrays.create(manager, Fixtures.normals(7 * DIM, 1), DIM, type);
        double[] before = EngineArrays.toDoubles(points);
        RandomGenerator stream = stream("plan");
        NDArray drawn = plan.sample(points, stream);
        int openInside = harness.manager().getManagedArrays().size();
        int open = manager.getManagedArrays().size();
        assertThat(drawn.getShape()).isEqualTo(new Shape(7, DIM));
        assertThat(drawn.getManager()).isSameAs(manager);
        double[] first = EngineArrays.toDoubles(drawn);
        assertThat(first).doesNotContain(Double.NaN);
        double[] next = EngineArrays.toDoubles(plan.sample(points, stream));
        double[] again = EngineArrays.toDoubles(plan.sample(points, stream("plan")));
        double[] other = EngineArrays.toDoubles(plan.sample(points, stream("other")));
        assertThat(again).isEqualTo(first).isNotEqualTo(next).isNotEqualTo(other);
        assertThat(EngineArrays.toDoubles(points)).isEqualTo(before);
        // Nothing stays but the three results.
        assertThat(manager.getManagedArrays()).hasSize(open + 3);
        assertThat(harness.manager().getManagedArrays()).hasSize(openInside);
      }
    }
  }

  private static RandomGenerator stream(String name) {
    return RandomStreams.ofSeed(1).stream(name);
  }

  @ParameterizedTest
  @MethodSource("trainedSolvers")
  void closingASnapshotLeavesTheTrainingUntouched(OtSolver<?> solver) {
    List<List<Double>> losses = new ArrayList<>();
    for (boolean snapshots : new boolean[] {false, true}) {
      try (Harness harness =
              new Harness(
                  1,
                  (step, snapshot) -> {
                    if (snapshots) {
                      snapshot.get().close();
                    }
                    return step < 10;
                  },
                  () -> false);
          Transport transport = fit(solver, source(), target(), 10, harness)) {
        assertThat(transport.parameterCount()).isPositive();
        losses.add(harness.losses());
      }
    }
    assertThat(losses.get(0)).hasSize(10).isEqualTo(losses.get(1));
  }

  /** The target is moved and stretched: a map the wrong way round is worse than none. */
  @ParameterizedTest
  @MethodSource("learningSolvers")
  void learnsAMovedAndStretchedGaussianAndTheWayBack(OtSolver<?> solver) {
    double identity = source().unexplainedPercent(x -> x.duplicate(), target(), ROWS);
    double identityBack = target().unexplainedPercent(x -> x.duplicate(), source(), ROWS);
    try (Harness harness = new Harness(1);
        Transport transport = fit(solver, source(), target(), LEARNING_STEPS, harness);
        NDManager manager = NDManager.newBaseManager()) {
      assertThat(source().unexplainedPercent(transport.forward(), target(), ROWS))
          .isLessThan(identity / 5);
      if (transport.backward().isPresent()) {
        PointMap backward = transport.backward().get();
        assertThat(target().unexplainedPercent(backward, source(), ROWS))
            .isLessThan(identityBack / 5);
        NDArray x = source().sample(manager, ROWS);
        NDArray returned = backward.apply(transport.forward().apply(x));
        // The reference solvers answer in float64.
        NDArray difference = returned.toType(DataType.FLOAT32, false).sub(x);
        double cycle = difference.square().sum(new int[] {1}).mean().getFloat();
        assertThat(100 * cycle / source().totalVariance()).isLessThan(identityBack / 10);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("trainedSolvers")
  void stopsWhenTheHarnessSaysSo(OtSolver<?> solver) {
    try (Harness harness = new Harness(1, (step, snapshot) -> step < 5, () -> false);
        Transport transport = fit(solver, source(), target(), STEPS, harness)) {
      assertThat(harness.losses()).hasSize(5);
      assertThat(transport.parameterCount()).isPositive();
    }
  }

  /** A spent budget ends pre-training too: the default of ten thousand steps takes longer. */
  @ParameterizedTest
  @MethodSource("solvers")
  void spentBudgetEndsTheDefaultConfiguration(OtSolver<?> solver) {
    fitDefaultWithinABudget(solver);
  }

  private static <C extends Record> void fitDefaultWithinABudget(OtSolver<C> solver) {
    long start = System.nanoTime();
    long budgetNanos = 200_000_000;
    try (Harness harness =
            new Harness(
                1,
                (step, snapshot) -> System.nanoTime() - start < budgetNanos,
                () -> System.nanoTime() - start >= budgetNanos);
        Transport transport = solver.fit(source(), target(), solver.defaultConfig(DIM), harness)) {
      assertThat(transport.parameterCount()).isNotNegative();
      assertThat(harness.losses()).hasSizeLessThan(1000);
    }
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(10);
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void refusesSidesOfDifferentDimensions(OtSolver<?> solver) {
    Sampler wider = new DiagonalGaussian(new double[3], new double[] {1, 1, 1}, 1);
    try (Harness harness = new Harness(1)) {
      assertThatThrownBy(() -> fit(solver, source(), wider, 3, harness))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("source and target must have one dimension, at least 1, but have 2 and 3");
      assertThat(harness.manager().getManagedArrays()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void refusesSidesWithoutADimension(OtSolver<?> solver) {
    Sampler none = new FixedSampler(0);
    try (Harness harness = new Harness(1)) {
      assertThatThrownBy(() -> fit(solver, none, none, 3, harness))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("source and target must have one dimension, at least 1, but have 0 and 0");
      assertThat(harness.manager().getManagedArrays()).isEmpty();
    }
  }

  static Stream<OtSolver<?>> readingSolvers() {
    return solvers().filter(solver -> !solver.name().equals("identity"));
  }

  @ParameterizedTest
  @MethodSource("readingSolvers")
  void dataThatIsNotFiniteNeverMakesAMap(OtSolver<?> solver) {
    double[] numbers = new double[100_000 * DIM];
    Arrays.fill(numbers, Double.NaN);
    Sampler broken = new FixedSampler(DIM, numbers);
    try (Harness harness = new Harness(1)) {
      assertThatThrownBy(() -> fit(solver, broken, target(), STEPS, harness))
          .isInstanceOf(DivergenceException.class);
      assertThatThrownBy(() -> fit(solver, source(), broken, STEPS, harness))
          .isInstanceOf(DivergenceException.class);
      assertThat(harness.manager().getManagedArrays()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void parametersAreCounted(OtSolver<?> solver) {
    Map<String, Long> expected =
        Map.ofEntries(
            Map.entry("identity", 0L),
            Map.entry("constant", 2L),
            Map.entry("linear", 5L),
            Map.entry("discrete", 2L * 2 * 1_024),
            Map.entry("discrete-entropic", 2L * 3 * 1_024),
            Map.entry("implicit", 592L),
            Map.entry("w2gn", 1184L),
            Map.entry("diotm", 1428L),
            Map.entry("otm", 690L),
            Map.entry("otp", 690L),
            Map.entry("dpot", 356L),
            Map.entry("dpot-debiased", 342L),
            Map.entry("dpot-sliced", 342L));
    try (Harness harness = new Harness(1);
        Transport transport = fit(solver, source(), target(), 3, harness)) {
      Long count = expected.get(solver.name());
      assertThat(transport.parameterCount()).isNotNegative();
      if (count != null) {
        assertThat(transport.parameterCount()).isEqualTo(count);
      }
      assertThat(transport.potential().isPresent())
          .isEqualTo(OF_A_POTENTIAL.contains(solver.name()));
    }
  }

  @Test
  void samplerMomentsOfTheFixtureAreThoseItClaims() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray rows = target().sample(manager, 20_000);
      NDArray mean = rows.mean(new int[] {0});
      assertThat(mean.getFloat(0)).isCloseTo(1, within(0.03f));
      assertThat(rows.sub(mean).square().sum(new int[] {1}).mean().getFloat())
          .isCloseTo((float) target().totalVariance(), within(0.06f));
    }
  }
}
