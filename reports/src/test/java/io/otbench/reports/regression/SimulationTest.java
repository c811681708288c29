package io.otbench.reports.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.regression.SimulatedRun.Worsening;
import io.otbench.reports.results.CompleteResults;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often a comparison of two runs cries wolf and how often it sees one. Where a change is to be
 * seen, errors scatter from seed to seed by 8 % and times by 5 %. CPU seconds of the trainings of a
 * smoke run scatter by 3 to 12 %; errors of short trainings scatter by far more, and then no five
 * seeds show a factor of 1.5. The streams are fixed, so a test passes always or never.
 */
class SimulationTest {
  private static final int CALM = 400;
  private static final int CHANGED = 100;
  private static final Selection EVERYTHING = new Selection(Set.of("accuracy", "time", "memory"));

  /** The share of comparisons with a regression. */
  private static double alarms(int comparisons, SimulatedRun run, Worsening worsening) {
    int alarms = 0;
    for (int i = 0; i < comparisons; i++) {
      CompleteResults baseline = run.draw(2L * i, SimulatedRun.NONE);
      CompleteResults candidate = run.draw(2L * i + 1, worsening);
      RunComparison comparison =
          RunComparison.of(baseline, candidate, EVERYTHING, Limits.DEFAULT, false);
      alarms += comparison.hasRegression() ? 1 : 0;
    }
    return alarms / (double) comparisons;
  }

  @ParameterizedTest
  @CsvSource({
    // solvers, problems, seeds, noise of errors, noise of times
    "1, 1, 5, 0.1, 0.05",
    "8, 3, 5, 0.1, 0.05",
    "8, 3, 5, 0.5, 0.2",
    "8, 1, 5, 1.0, 0.1",
    "8, 3, 3, 0.3, 0.1",
    "8, 3, 1, 0.1, 0.05",
    "4, 12, 1, 0.1, 0.1"
  })
  void runsThatDifferByChanceAloneRaiseOneAlarmInAHundredAtMost(
      int solvers, int problems, int seeds, double noise, double timeNoise) {
    SimulatedRun run = new SimulatedRun(solvers, problems, seeds, noise, timeNoise);

    assertThat(alarms(CALM, run, SimulatedRun.NONE)).isLessThanOrEqualTo(0.01);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "8, 3", "12, 8"})
  void aSolverOneAndAHalfTimesWorseOnOneProblemIsSeenWithFiveSeeds(int solvers, int problems) {
    SimulatedRun run = new SimulatedRun(solvers, problems, 5, 0.08, 0.05);

    assertThat(
            alarms(
                CHANGED,
                run,
                (solver, problem, metric) ->
                    solver.equals("s0") && problem.equals("p0") && metric.equals("uvp_forward")
                        ? 1.5
                        : 1))
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void aSolverOneAndAHalfTimesSlowerOnOneProblemIsSeenWithFiveSeeds() {
    SimulatedRun run = new SimulatedRun(8, 3, 5, 0.08, 0.05);

    assertThat(
            alarms(
                CHANGED,
                run,
                (solver, problem, metric) ->
                    solver.equals("s0") && problem.equals("p0") && metric.equals("time") ? 1.5 : 1))
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void aSolverThatNeedsOneAndAHalfTimesTheMemoryIsSeenWithFiveSeeds() {
    SimulatedRun run = new SimulatedRun(8, 3, 5, 0.08, 0.05);

    assertThat(
            alarms(
                CHANGED,
                run,
                (solver, problem, metric) ->
                    solver.equals("s0") && metric.equals("memory") ? 1.5 : 1))
        .isGreaterThanOrEqualTo(0.95);
  }

  /** No problem alone could tell it: the noise of one is larger than what it got worse by. */
  @Test
  void manyProblemsTogetherShowWhatNoneOfThemShows() {
    SimulatedRun run = new SimulatedRun(4, 8, 5, 0.3, 0.05);

    assertThat(
            alarms(
                CHANGED,
                run,
                (solver, problem, metric) ->
                    solver.equals("s0") && metric.startsWith("uvp") ? 1.5 : 1))
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void anImprovementIsNoRegression() {
    SimulatedRun run = new SimulatedRun(8, 3, 5, 0.08, 0.05);

    assertThat(alarms(CHANGED, run, (solver, problem, metric) -> 0.5)).isZero();
  }
}
