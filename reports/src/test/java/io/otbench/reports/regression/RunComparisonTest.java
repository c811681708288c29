package io.otbench.reports.regression;

import static io.otbench.reports.regression.SimulatedRun.ended;
import static io.otbench.reports.regression.SimulatedRun.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.CompleteResults;
import io.otbench.reports.results.ResultRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunComparisonTest {
  private static final SimulatedRun RUN = new SimulatedRun(3, 2, 5, 0.05, 0.05);

  private static RunComparison compare(CompleteResults before, CompleteResults after) {
    return RunComparison.of(before, after, Selection.ALL, Limits.DEFAULT, false);
  }

  private static RunComparison compare(List<ResultRow> before, List<ResultRow> after) {
    return compare(SimulatedRun.of(before), SimulatedRun.of(after));
  }

  /** One value of one solver beside an identity that scores 5. */
  private static List<ResultRow> single(String metric, double value) {
    return List.of(
        row("identity", "p", 1, metric, 5, 1, 200), row("a", "p", 1, metric, value, 1, 200));
  }

  @Test
  void theSameRowsAreBitEqual() {
    CompleteResults run = RUN.draw(1, SimulatedRun.NONE);
    RunComparison comparison = compare(run, run);

    assertThat(comparison.hasRegression()).isFalse();
    assertThat(comparison.with(Change.Outcome.IDENTICAL)).hasSameSizeAs(comparison.changes());
    assertThat(comparison.cellChanges()).isEmpty();
  }

  @Test
  void aWorseSolverIsNamedWithItsNumbers() {
    RunComparison comparison =
        compare(
            RUN.draw(1, SimulatedRun.NONE),
            RUN.draw(
                2,
                (solver, problem, metric) ->
                    solver.equals("s1") && problem.equals("p1") && metric.equals("uvp_backward")
                        ? 2
                        : 1));

    assertThat(comparison.with(Change.Outcome.REGRESSION))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.place()).isEqualTo(new Place("gaussian", "p1", "s1"));
              assertThat(change.metric()).isEqualTo("uvp_backward");
              assertThat(change.ratio().orElseThrow()).isCloseTo(2, within(0.2));
              assertThat(change.candidateSeeds()).isEqualTo(5);
              assertThat(change.reason())
                  .startsWith("rank test p = 0.0079; limit 1.20 times; noise");
            });
    assertThat(comparison.summary()).startsWith("1 regression, 0 improvements; of ");
  }

  @Test
  void aChangeDoesNotHideBehindItsOwnScatter() {
    double[] before = {1, 1.2, 0.9, 1.1, 0.8};
    double[] after = {3, 12, 9, 110, 800};
    assertThat(compare(seeds(before), seeds(after)).with(Change.Outcome.REGRESSION))
        .singleElement()
        .satisfies(change -> assertThat(change.metric()).isEqualTo("uvp_forward"));
  }

  private static List<ResultRow> seeds(double[] values) {
    List<ResultRow> rows = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      rows.add(row("identity", "p", i + 1, "uvp_forward", 1_000, 1, 200));
      rows.add(row("a", "p", i + 1, "uvp_forward", values[i], 1, 200));
    }
    return rows;
  }

  @Test
  void theReverseIsAnImprovement() {
    RunComparison comparison =
        compare(
            RUN.draw(2, (solver, problem, metric) -> metric.equals("uvp_forward") ? 2 : 1),
            RUN.draw(1, SimulatedRun.NONE));

    assertThat(comparison.hasRegression()).isFalse();
    assertThat(comparison.with(Change.Outcome.IMPROVEMENT))
        .extracting(Change::metric)
        .containsOnly("uvp_forward")
        .hasSizeGreaterThanOrEqualTo(6);
  }

  /** Twice as much matters, unless it is less than a hundredth of what the identity scores. */
  @ParameterizedTest
  @CsvSource({
    "1, 1.9, NOISE",
    "1, 2.1, REGRESSION",
    "1, 0.4, IMPROVEMENT",
    "0.001, 0.04, NOISE",
    "0.001, 0.06, REGRESSION"
  })
  void singleValuesHaveAWideLimit(double before, double after, Change.Outcome outcome) {
    RunComparison comparison = compare(single("uvp_forward", before), single("uvp_forward", after));

    assertThat(comparison.changes())
        .filteredOn(change -> change.metric().equals("uvp_forward"))
        .filteredOn(change -> change.place().solver().equals("a"))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.outcome()).isEqualTo(outcome);
              assertThat(change.reason())
                  .isEqualTo(
                      "too few seeds for a rank test; limit 2.00 times; noise unknown, nothing was"
                          + " repeated");
            });
  }

  @Test
  void aLowerCosineIsWorse() {
    assertThat(compare(cosine(0.98), cosine(0.5)).hasRegression()).isTrue();
    assertThat(compare(cosine(0.5), cosine(0.98)).hasRegression()).isFalse();
  }

  private static List<ResultRow> cosine(double value) {
    return List.of(
        row("identity", "p", 1, "cosine_forward", 0, 1, 200),
        row("a", "p", 1, "cosine_forward", value, 1, 200));
  }

  @Test
  void estimatesThatChanceMadeNegativeAreComparedByDifferences() {
    assertThat(compare(single("mmd_u@median", -1e-5), single("mmd_u@median", 1e-3)).hasRegression())
        .isFalse();
    assertThat(compare(single("mmd_u@median", -1e-5), single("mmd_u@median", 0.1)).hasRegression())
        .isTrue();
  }

  @Test
  void withoutAReferenceNegativeEstimatesAreNotJudged() {
    RunComparison comparison =
        compare(
            List.of(row("a", "p", 1, "mmd_u@median", -1e-5, 1, 200)),
            List.of(row("a", "p", 1, "mmd_u@median", 0.1, 1, 200)));

    assertThat(comparison.hasRegression()).isFalse();
    assertThat(comparison.with(Change.Outcome.NOT_JUDGED))
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.reason())
                    .isEqualTo(
                        "not all values are positive, the seeds are too few for a rank test, and the"
                            + " baseline has no identity or constant to compare with"));
  }

  @Test
  void seedsForARankTestNeedNoReference() {
    assertThat(compare(estimates(1, 0), estimates(2, 1e-2)).with(Change.Outcome.REGRESSION))
        .extracting(Change::metric)
        .containsExactly("mmd_u@median");
    assertThat(compare(estimates(1, 0), estimates(2, 0)).hasRegression()).isFalse();
  }

  /** Ten estimates around a value, some of them negative. */
  private static List<ResultRow> estimates(long stream, double value) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(stream);
    return LongStream.rangeClosed(1, 10)
        .mapToObj(
            seed ->
                row("a", "p", seed, "mmd_u@median", value + random.nextDouble(-1e-3, 1e-3), 1, 200))
        .toList();
  }

  /** One training in ten that went astray widens what noise explains, but not the rank test. */
  @Test
  void aTrainingThatWentAstrayHidesNoWorsening() {
    double[] before = {1, 1.2, 0.9, 1.1, 0.8, 1.3, 0.7, 1.05, 0.95, 1000};
    double[] after = DoubleStream.of(before).map(value -> 4 * value * 1.01).toArray();

    assertThat(compare(seeds(before), seeds(after)).with(Change.Outcome.REGRESSION))
        .extracting(Change::metric)
        .containsExactly("uvp_forward");
  }

  @Test
  void howMuchWorseASolverMustGetIsSaid() {
    RunComparison comparison =
        compare(RUN.draw(1, SimulatedRun.NONE), RUN.draw(2, SimulatedRun.NONE));

    assertThat(comparison.notes())
        .contains(
            "gaussian, uvp_forward: means are told from noise from a ratio of: "
                + "s0 1.20, s1 1.20, s2 1.20.");
  }

  @Test
  void fewSeedsAreHeldToTheWiderLimit() {
    assertThat(
            compare(seeds(new double[] {1, 1.01, 0.99}), seeds(new double[] {1.02, 1, 1.01}))
                .notes())
        .anyMatch(note -> note.contains("a 11"));
    assertThat(
            compare(seeds(new double[] {100, 101, 99}), seeds(new double[] {102, 100, 101}))
                .notes())
        .anyMatch(note -> note.contains("a 2.00"));
  }

  /** The seeds scatter so widely that only their pairs tell it. */
  @Test
  void theSameTrainingsScoredTwiceAsHighAreSeen() {
    double[] before = scattered(1);
    double[] after = IntStream.range(0, 16).mapToDouble(i -> before[i] * (2 + 0.01 * i)).toArray();

    assertThat(compare(seeds(before), seeds(after)).with(Change.Outcome.REGRESSION))
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.reason())
                    .contains("on 16 pairs of seeds p = 3.1e-05; limit 1.20"));
    assertThat(compare(seeds(before), seeds(scattered(2))).hasRegression()).isFalse();
  }

  private static double[] scattered(long stream) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(stream);
    return IntStream.range(0, 16).mapToDouble(i -> Math.exp(random.nextDouble(-2, 2))).toArray();
  }

  /** All ranks are better, and one stray training makes the mean worse. */
  @Test
  void ranksThatGotBetterAreNoRegressionForAStrayTraining() {
    double[] before = scattered(1);
    double[] after = DoubleStream.of(before).map(value -> value / 8).toArray();
    after[3] = 1e30;

    assertThat(compare(seeds(before), seeds(after)).changes())
        .filteredOn(change -> change.metric().equals("uvp_forward"))
        .filteredOn(change -> change.place().solver().equals("a"))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.ratio().orElseThrow()).isGreaterThan(2);
              assertThat(change.outcome()).isEqualTo(Change.Outcome.NOISE);
            });
  }

  @Test
  void aSolverThatFailsOnOtherSeedsGotWorseIfChanceDoesNotExplainIt() {
    assertThat(lost(cells(1, 16, 0), cells(101, 116, 16)))
        .containsExactly("16 of 16 seeds ended well, are 0 of 16");
    assertThat(lost(cells(1, 16, 0), cells(1, 32, 16)))
        .containsExactly("16 of 16 seeds ended well, are 16 of 32");
    assertThat(lost(cells(1, 16, 0), cells(101, 116, 2))).isEmpty();
    assertThat(lost(cells(1, 16, 16), cells(101, 116, 16))).isEmpty();
  }

  private static List<String> lost(List<ResultRow> before, List<ResultRow> after) {
    return compare(before, after).cellChanges().stream()
        .filter(CellChange::regression)
        .map(CellChange::text)
        .toList();
  }

  /** Cells of one solver of which the last ones diverged. */
  private static List<ResultRow> cells(long first, long last, int diverged) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(
            seed ->
                seed > last - diverged
                    ? ended("a", "p", seed, CellStatus.DIVERGED, "why")
                    : row("a", "p", seed, "uvp_forward", 1, 1, 200))
        .toList();
  }

  @Test
  void aMetricThatSomeSeedsLackIsNamedWithThem() {
    List<ResultRow> before = new ArrayList<>(cells(1, 3, 0));
    before.add(row("a", "p", 2, "uvp_backward", 1, 1, 200));
    before.add(row("a", "p", 3, "uvp_backward", 1, 1, 200));

    assertThat(lost(before, before.subList(0, 4)))
        .containsExactly("uvp_backward is missing in the candidate on the seeds [3]");
  }

  @Test
  void sweepsAreComparedByWhatTheyVariedWhateverElseChanged() {
    RunComparison comparison =
        compare(
            List.of(
                swept("a1", "batchSize=32", 1),
                swept("b1", "batchSize=64", 1),
                swept("c1", "batchSize=128", 1)),
            List.of(
                swept("a2", "batchSize=32", 1),
                swept("b2", "batchSize=64", 9),
                swept("c2", "batchSize=128", 1)));

    assertThat(comparison.cellChanges()).isEmpty();
    assertThat(comparison.with(Change.Outcome.REGRESSION))
        .extracting(change -> change.place().solver())
        .containsExactly("a batchSize=64");
  }

  private static ResultRow swept(String config, String variant, double value) {
    ResultRow row = row("a", "p", 1, "uvp_forward", value, 1, 200);
    return new ResultRow(
        row.run(),
        row.benchmark(),
        row.problem(),
        row.dim(),
        row.solver(),
        config,
        row.seed(),
        row.metric(),
        row.value(),
        row.unit(),
        row.status(),
        row.message(),
        row.steps(),
        row.samples(),
        row.parameters(),
        row.trainSeconds(),
        row.evalSeconds(),
        row.peakRssMib(),
        variant);
  }

  @Test
  void runsWithNothingInCommonAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                compare(
                    single("uvp_forward", 1), List.of(row("b", "q", 1, "uvp_forward", 1, 1, 200))))
        .withMessage(
            "run and run must have a problem and solver in common, but the first has identity on p"
                + " and the second has b on q");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compare(single("uvp_forward", 1), List.of()))
        .withMessageEndingWith("and the second has no cell");
  }

  @Test
  void metricsOfOtherProjectsAreNamedWhereTheyAreLeftOut() {
    assertThat(compare(single("my_score", 1), single("my_score", 9)).notes())
        .contains(
            "Not compared, for this suite does not know whether less of it is better: my_score;"
                + " --metrics compares what it names as errors.");
  }

  @Test
  void costsThatAreNoScoreAreNotCompared() {
    assertThat(compare(single("transport_cost", 1), single("transport_cost", 9)).changes())
        .extracting(Change::metric)
        .containsOnly("peak_rss_mib");
  }

  @ParameterizedTest
  @CsvSource({
    "OK, DIVERGED, true",
    "OK, SKIPPED, true",
    "SKIPPED, FAILED, true",
    "DIVERGED, TIMEOUT, false",
    "FAILED, OK, false"
  })
  void aCellThatEndedInAWorseWayIsARegression(CellStatus was, CellStatus is, boolean regression) {
    RunComparison comparison = compare(cell(was), cell(is));

    assertThat(comparison.cellChanges())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.text())
                  .startsWith("seed 1 was %s, is %s".formatted(was.text(), is.text()));
              assertThat(change.regression()).isEqualTo(regression);
            });
    assertThat(comparison.hasRegression()).isEqualTo(regression);
  }

  private static List<ResultRow> cell(CellStatus status) {
    return status == CellStatus.OK
        ? List.of(row("a", "p", 1, "uvp_forward", 1, 1, 200))
        : List.of(ended("a", "p", 1, status, "why"));
  }

  @Test
  void whatTheCandidateLacksIsLostUnlessItMayBe() {
    List<ResultRow> before = new ArrayList<>(single("uvp_forward", 1));
    before.add(row("a", "p", 1, "uvp_backward", 1, 1, 200));
    before.add(row("b", "p", 1, "uvp_forward", 1, 1, 200));
    List<ResultRow> after = new ArrayList<>(single("uvp_forward", 1));
    after.add(row("c", "p", 1, "uvp_forward", 1, 1, 200));

    assertThat(compare(before, after).cellChanges())
        .containsExactly(
            new CellChange(
                new Place("gaussian", "p", "a"), "uvp_backward is missing in the candidate", true),
            new CellChange(new Place("gaussian", "p", "b"), "missing in the candidate", true),
            new CellChange(new Place("gaussian", "p", "c"), "new in the candidate", false));
    assertThat(
            RunComparison.of(
                    SimulatedRun.of(before),
                    SimulatedRun.of(after),
                    Selection.ALL,
                    Limits.DEFAULT,
                    true)
                .hasRegression())
        .isFalse();
  }

  @Test
  void fewerRepetitionsAreNoted() {
    List<ResultRow> before =
        LongStream.rangeClosed(1, 3)
            .mapToObj(seed -> row("a", "p", seed, "uvp_forward", seed, 1, 200))
            .toList();

    RunComparison comparison = compare(before, before.subList(0, 1));

    assertThat(comparison.cellChanges()).isEmpty();
    assertThat(comparison.notes())
        .contains("The baseline has the seeds [1, 2, 3], the candidate [1].");
    assertThat(
            compare(before, List.of(before.get(0), row("b", "p", 2, "x", 1, 1, 1))).cellChanges())
        .extracting(CellChange::text)
        .contains("seed 2 is missing in the candidate");
  }

  @Test
  void timesOfUnknownMachinesAreComparedOnRequestOnly() {
    List<ResultRow> before = List.of(row("a", "p", 1, "uvp_forward", 1, 10, 200));
    List<ResultRow> after = List.of(row("a", "p", 1, "uvp_forward", 1, 30, 200));

    assertThat(compare(before, after).hasRegression()).isFalse();
    assertThat(compare(before, after).notes()).first().asString().startsWith("Times are not");
    RunComparison asked =
        RunComparison.of(
            SimulatedRun.of(before),
            SimulatedRun.of(after),
            new Selection(Set.of("time")),
            Limits.DEFAULT,
            false);
    assertThat(asked.with(Change.Outcome.REGRESSION))
        .extracting(Change::metric)
        .containsExactly("train_seconds");
    assertThat(asked.notes()).isEmpty();
  }

  @Test
  void limitsAreFactorsAboveOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limits(1, 2))
        .withMessage("tolerance must be a factor above 1, found 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limits(3, 2))
        .withMessageContaining("at least that with them, 3.0, found 2.0");
  }

  /** Measured: 0.8 s on a busy machine, the drawing of the runs included. */
  @Test
  void fiveHundredCellsAreComparedWithinTwoSeconds() {
    SimulatedRun run = new SimulatedRun(10, 10, 5, 0.1, 0.05);
    CompleteResults before = run.draw(1, SimulatedRun.NONE);
    CompleteResults after = run.draw(2, SimulatedRun.NONE);

    long begin = System.nanoTime();
    RunComparison comparison = compare(before, after);
    String text = MarkdownSummary.of(comparison) + JUnitXml.of(comparison);
    Duration taken = Duration.ofNanos(System.nanoTime() - begin);

    assertThat(text).isNotEmpty();
    assertThat(comparison.cells()).isEqualTo(510);
    assertThat(taken).isLessThan(Duration.ofSeconds(2));
  }
}
