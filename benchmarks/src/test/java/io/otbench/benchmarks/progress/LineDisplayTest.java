package io.otbench.benchmarks.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.CellOutcome.Cost;
import io.otbench.benchmarks.fake.FakeCells;
import io.otbench.benchmarks.metrics.Measurement;
import io.otbench.reports.results.CellStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDisplayTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Cell cell = FakeCells.of("fake-good", 1);

  private List<String> shown(CellEvent... events) {
    try (RunDisplay display =
        new LineDisplay(3, "uvp_forward", new PrintStream(out, true, StandardCharsets.UTF_8))) {
      for (CellEvent event : events) {
        display.onEvent(0, cell, event);
      }
    }
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static CellEvent progress(long step, double trainSeconds) {
    return new CellEvent.Progress(step, 1_000, 0.5, trainSeconds);
  }

  @Test
  void showsStartQuartersAndEnd() {
    assertThat(
            shown(
                new CellEvent.Started(),
                progress(100, 1),
                progress(250, 2.5),
                progress(300, 3),
                new CellEvent.Point(400, 4, 0, "uvp_forward", 1.23456),
                progress(500, 5),
                progress(1_000, 10),
                new CellEvent.Finished(
                    new CellOutcome(
                        CellStatus.OK,
                        "",
                        List.of(new Measurement("uvp_forward", 0.012345, "percent")),
                        new Cost(1_000, 10, 1, 100, 1, 0, 0, 0)))))
        .containsExactly(
            "gaussian-2 fake-good seed 1: started",
            "gaussian-2 fake-good seed 1: step 250 of 1000, loss 0.5000, 7.5 s left",
            "gaussian-2 fake-good seed 1: step 500 of 1000, loss 0.5000, uvp_forward 1.235,"
                + " 5.0 s left",
            "gaussian-2 fake-good seed 1: uvp_forward 0.01235 percent, trained 1 min 40 s"
                + " (1 of 3)");
  }

  @Test
  void showsALineEveryTenSecondsOfSlowTraining() {
    assertThat(shown(new CellEvent.Started(), progress(1, 6), progress(2, 12), progress(3, 18)))
        .containsExactly(
            "gaussian-2 fake-good seed 1: started",
            "gaussian-2 fake-good seed 1: step 2 of 1000, loss 0.5000, 1 h 39 min left");
  }

  @Test
  void takesThePaceFromTheStepsAndNotFromWhatCameBefore() {
    // An hour of pre-training before the first step.
    assertThat(shown(new CellEvent.Started(), progress(1, 3_600), progress(251, 3_610)))
        .last()
        .asString()
        .endsWith("step 251 of 1000, loss 0.5000, 30 s left");
  }

  @Test
  void saysWhyACellIsNotOk() {
    assertThat(
            shown(
                new CellEvent.Finished(
                    CellOutcome.notOk(CellStatus.DIVERGED, "loss was NaN", Cost.UNKNOWN))))
        .containsExactly("gaussian-2 fake-good seed 1: diverged: loss was NaN (1 of 3)");
  }
}
