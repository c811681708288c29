package io.otbench.benchmarks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellEvent.Point;
import io.otbench.benchmarks.cell.CellEvent.Progress;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.DataSettings;
import io.otbench.benchmarks.fake.FakeCells;
import io.otbench.benchmarks.metrics.Measurement;
import io.otbench.reports.results.CellStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CellRunTest {

  private final List<CellEvent> events = new ArrayList<>();

  private CellOutcome run(Cell cell) {
    return new CellRun(cell, events::add).run();
  }

  private List<Point> points(String metric) {
    return events.stream()
        .filter(Point.class::isInstance)
        .map(Point.class::cast)
        .filter(point -> point.metric().equals(metric))
        .toList();
  }

  private static List<Measurement> withoutTimes(CellOutcome outcome) {
    return outcome.measurements().stream()
        .filter(found -> !found.unit().equals("seconds"))
        .toList();
  }

  @Test
  void measuresTheTransportAndTellsWhatItTook() {
    CellOutcome outcome = run(FakeCells.of("fake-good", 1));
    assertThat(outcome.status()).isEqualTo(CellStatus.OK);
    assertThat(outcome.message()).isEmpty();
    assertThat(outcome.measurements())
        .extracting(Measurement::metric)
        .contains("uvp_forward", "train_cpu_seconds");
    assertThat(outcome.cost().steps()).isEqualTo(10);
    assertThat(outcome.cost().samples()).isEqualTo(640);
    assertThat(outcome.cost().parameters()).isEqualTo(1);
    assertThat(outcome.cost().trainSeconds()).isPositive();
    assertThat(outcome.cost().evalSeconds()).isPositive();
  }

  @Test
  void identityHasTheUvpThatIsKnownForTheProblem() {
    CellOutcome outcome = run(FakeCells.of("identity", 1));
    assertThat(withoutTimes(outcome))
        .filteredOn(found -> found.metric().equals("uvp_forward"))
        .singleElement()
        .satisfies(found -> assertThat(found.value()).isBetween(4.9, 5.5));
    assertThat(events).isEmpty();
  }

  @Test
  void theCurveHasTheCheckpointsAndEndsWithTheResult() {
    CellOutcome outcome = run(FakeCells.of("fake-good", 1));
    List<Point> curve = points("uvp_forward");
    assertThat(curve).extracting(Point::step).containsExactly(3L, 5L, 6L, 10L);
    assertThat(curve).extracting(Point::samplesSeen).containsExactly(192L, 320L, 384L, 640L);
    assertThat(outcome.measurements())
        .filteredOn(found -> found.metric().equals("uvp_forward"))
        .extracting(Measurement::value)
        .containsExactly(curve.get(3).value());
    assertThat(points("loss")).hasSize(10);
    assertThat(points("batch_mean")).hasSize(10);
    assertThat(events).anyMatch(event -> event instanceof Progress last && last.step() == 10);
  }

  @Test
  void passesThroughNetworksAreThoseOfTheTrainingAlone() {
    CellOutcome outcome = run(FakeCells.of("fake-good", 1));
    assertThat(points("network_passes"))
        .extracting(Point::step, Point::value)
        .containsExactly(tuple(3L, 192.0), tuple(5L, 320.0), tuple(6L, 384.0), tuple(10L, 640.0));
    assertThat(outcome.measurements()).contains(new Measurement("network_passes", 640, "rows"));
    events.clear();
    assertThat(run(FakeCells.of("identity", 1)).measurements())
        .extracting(Measurement::metric)
        .doesNotContain("network_passes");
  }

  @Test
  void aPlanarCellHasItsCurveAndThenItsPoints() {
    CellOutcome outcome = run(FakeCells.planar("ellipse", "fake-good"));
    assertThat(outcome.status()).isEqualTo(CellStatus.OK);
    assertThat(outcome.measurements())
        .extracting(Measurement::metric)
        .contains("target_error", "relative_error", "uvp_forward");
    List<Point> curve = points("target_error");
    assertThat(curve).extracting(Point::step).containsExactly(3L, 5L, 6L, 10L);
    assertThat(outcome.measurements())
        .filteredOn(found -> found.metric().equals("target_error"))
        .extracting(Measurement::value)
        .containsExactly(curve.get(3).value());
    assertThat(points("relative_error")).hasSize(4);
    assertThat(points("transport_cost")).isEmpty();
    assertThat(events).last().isInstanceOf(CellEvent.Points.class);
  }

  @Test
  void aConditionalProblemIsSkippedByASolverOfOneMap() {
    CellOutcome outcome = run(FakeCells.planar("ellipse-conditional", "fake-good"));
    assertThat(outcome.status()).isEqualTo(CellStatus.SKIPPED);
    assertThat(outcome.message()).isEqualTo("it learns one map, not one for every condition");
  }

  @Test
  void sameSeedGivesIdenticalNumbersAndAnotherSeedOthers() {
    List<Measurement> first = withoutTimes(run(FakeCells.of("fake-good", 1)));
    List<Measurement> again = withoutTimes(run(FakeCells.of("fake-good", 1)));
    List<Measurement> other = withoutTimes(run(FakeCells.of("fake-good", 2)));
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void solversOfOneRepetitionSeeTheSameDataButOwnNoise() {
    run(FakeCells.of("fake-good", 1));
    List<Double> good = points("batch_mean").stream().map(Point::value).toList();
    List<Double> goodUvp = points("uvp_forward").stream().map(Point::value).toList();
    events.clear();
    run(FakeCells.of("fake-nan", 1));
    assertThat(points("batch_mean").stream().limit(5).map(Point::value).toList())
        .isEqualTo(good.subList(0, 5));
    assertThat(points("uvp_forward").get(0).value()).isNotEqualTo(goodUvp.get(0));
  }

  @Test
  void aPoolGivesOtherBatchesThanFreshRows() {
    CellOutcome fresh = run(FakeCells.of("fake-good", 1));
    CellOutcome pooled =
        run(
            FakeCells.of(
                "fake-good",
                1,
                new DataSettings(OptionalInt.of(100), 16_384, OptionalDouble.empty())));
    assertThat(pooled.status()).isEqualTo(CellStatus.OK);
    assertThat(withoutTimes(pooled)).isNotEqualTo(withoutTimes(fresh));
  }

  @Test
  void aTimeLimitEndsTheTrainingAndKeepsTheResult() {
    CellOutcome outcome =
        run(
            FakeCells.of(
                "fake-slow",
                1,
                new DataSettings(OptionalInt.empty(), 16_384, OptionalDouble.of(0.5))));
    assertThat(outcome.status()).isEqualTo(CellStatus.OK);
    assertThat(outcome.message())
        .matches("stopped after step \\d+ of 10000 by the time limit of 0.5 s");
    assertThat(outcome.cost().trainSeconds()).isBetween(0.5, 5.0);
  }

  @Test
  void aSolverThatDeclinesIsSkippedWithItsReasonAndNotTrained() {
    CellOutcome outcome = run(FakeCells.of("fake-decline", 1));
    assertThat(outcome.status()).isEqualTo(CellStatus.SKIPPED);
    assertThat(outcome.message()).isEqualTo("it declines problems of dimension 2");
    assertThat(outcome.measurements()).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void whatASolverRemarksIsTheMessageOnce() {
    CellOutcome outcome = run(FakeCells.of("fake-remark", 1));
    assertThat(outcome.status()).isEqualTo(CellStatus.OK);
    assertThat(outcome.message()).isEqualTo("the batch is small");
  }

  @Test
  void divergenceNamesStepAndValue() {
    CellOutcome outcome = run(FakeCells.of("fake-diverge", 1));
    assertThat(outcome.status()).isEqualTo(CellStatus.DIVERGED);
    assertThat(outcome.message()).isEqualTo("inner iteration was Infinity at step 5");
    assertThat(outcome.measurements()).isEmpty();
    assertThat(outcome.cost().steps()).isEqualTo(4);
  }

  @Test
  void aMapOfNansIsDivergedAndNeverARow() {
    CellOutcome outcome = run(FakeCells.of("fake-nan", 1));
    assertThat(outcome.status()).isEqualTo(CellStatus.DIVERGED);
    assertThat(outcome.message()).isEqualTo("uvp_forward was NaN at step 10");
    assertThat(outcome.measurements()).isEmpty();
  }

  @Test
  void anExceptionIsOneLine() {
    CellOutcome outcome = run(FakeCells.of("fake-throw", 1));
    assertThat(outcome.status()).isEqualTo(CellStatus.FAILED);
    assertThat(outcome.message()).isEqualTo("IllegalStateException: thrown on purpose");
  }

  @Test
  void aNumberWithoutANameIsToldToTheSolver() {
    CellOutcome outcome = run(FakeCells.of("fake-nameless", 1));
    assertThat(outcome.status()).isEqualTo(CellStatus.FAILED);
    assertThat(outcome.message())
        .isEqualTo("IllegalArgumentException: a metric must be one line of text but is null");
  }

  @Test
  void anErrorIsAnOutcomeToo() {
    CellOutcome outcome = run(FakeCells.of("fake-error", 1));
    assertThat(outcome.status()).isEqualTo(CellStatus.FAILED);
    assertThat(outcome.message()).isEqualTo("ServiceConfigurationError: an error on purpose");
    assertThat(outcome.cost().steps()).isEqualTo(4);
  }

  @Test
  void aFullHeapIsOutOfMemory() {
    CellOutcome outcome = run(FakeCells.of("fake-hungry", 1));
    assertThat(outcome.status()).isEqualTo(CellStatus.OUT_OF_MEMORY);
    assertThat(outcome.message()).contains("heap");
  }
}
