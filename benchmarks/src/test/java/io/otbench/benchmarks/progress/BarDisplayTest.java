package io.otbench.benchmarks.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.CellOutcome.Cost;
import io.otbench.benchmarks.fake.FakeCells;
import io.otbench.reports.results.CellStatus;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import org.junit.jupiter.api.Test;

class BarDisplayTest {

  @Test
  void drawsTheWorkerItsCellAndHowItEnded() {
    Cell cell = FakeCells.of("fake-good", 1);
    StringBuffer drawn = new StringBuffer();
    try (RunDisplay display =
        new BarDisplay(
            2,
            1,
            "uvp_forward",
            builder ->
                builder.setConsumer(new DelegatingProgressBarConsumer(drawn::append, 200)))) {
      display.onEvent(0, cell, new CellEvent.Started());
      display.onEvent(0, cell, new CellEvent.Progress(500, 1_000, 0.5, 5));
      display.onEvent(
          0,
          cell,
          new CellEvent.Finished(CellOutcome.notOk(CellStatus.FAILED, "on purpose", Cost.UNKNOWN)));
    }
    assertThat(drawn.toString())
        .contains("all cells", "1/2", "worker 1", "500/1000", cell.label() + " failed: on purpose");
  }
}
