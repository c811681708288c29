package io.otbench.reports.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.regression.SimulatedRun.Worsening;
import io.otbench.reports.results.CompleteResults;
import io.otbench.reports.results.ResultRow;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a comparison of smoke runs with {@value #SEEDS} seeds sees, on the scatter of real
 * trainings: {@code smoke-scatter.csv} holds every accuracy of forty seeds of {@code otbench run
 * gaussian --profile smoke --seeds 40}, rounded to five digits. Two runs are two disjoint draws of
 * them, so that all series differ, as on another kind of machine.
 */
class SmokeScatterTest {
  private static final int SEEDS = 16;
  private static final Selection ACCURACY = new Selection(Set.of("accuracy"));
  private static final List<CSVRecord> SCATTER = read();

  private static List<CSVRecord> read() {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                SmokeScatterTest.class.getResourceAsStream("/runs/smoke-scatter.csv")),
            StandardCharsets.UTF_8)) {
      return CSVFormat.RFC4180.builder().setCommentMarker('#').get().parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The share of comparisons with a regression. */
  private static double alarms(int comparisons, Worsening worsening) {
    int alarms = 0;
    for (int i = 0; i < comparisons; i++) {
      List<Integer> seeds =
          new ArrayList<>(IntStream.range(0, SCATTER.get(0).size() - 2).boxed().toList());
      Collections.shuffle(seeds, new Random(i));
      RunComparison comparison =
          RunComparison.of(
              run(seeds.subList(0, SEEDS), SimulatedRun.NONE),
              run(seeds.subList(SEEDS, 2 * SEEDS), worsening),
              ACCURACY,
              Limits.DEFAULT,
              false);
      alarms += comparison.hasRegression() ? 1 : 0;
    }
    return alarms / (double) comparisons;
  }

  private static CompleteResults run(List<Integer> seeds, Worsening worsening) {
    List<ResultRow> rows = new ArrayList<>();
    for (CSVRecord series : SCATTER) {
      String solver = series.get(0);
      String metric = series.get(1);
      double factor = worsening.factor(solver, "gaussian-2", metric);
      for (int seed = 1; seed <= SEEDS; seed++) {
        double value = Double.parseDouble(series.get(2 + seeds.get(seed - 1)));
        rows.add(SimulatedRun.row(solver, "gaussian-2", seed, metric, value * factor, 1, 200));
      }
    }
    return SimulatedRun.of(rows);
  }

  @Test
  void anotherDrawOfTheSameTrainingsRaisesOneAlarmInAHundredAtMost() {
    assertThat(alarms(300, SimulatedRun.NONE)).isLessThanOrEqualTo(0.01);
  }

  /** The factors are what is seen of each solver: the wider its seeds scatter, the larger. */
  @ParameterizedTest
  @CsvSource({
    "otm, 3",
    "otp, 3",
    "diotm, 3",
    "dpot-sliced, 3",
    "dpot, 5",
    "implicit, 5",
    "dpot-debiased, 10",
    "linear, 10",
    "w2gn, 10"
  })
  void aSolverThatGotWorseByThatFactorIsSeen(String worse, double factor) {
    assertThat(
            alarms(
                100,
                (solver, problem, metric) ->
                    solver.equals(worse) && metric.equals("uvp_forward") ? factor : 1))
        .isGreaterThanOrEqualTo(0.95);
  }
}
