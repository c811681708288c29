package io.otbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.Runs;
import io.otbench.reports.statistics.CellGroup;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SolverLookTest {

  @Test
  void looksAreThoseOfTheFigures() throws IOException {
    Map<String, SolverLook> looks = SolverLook.of(CellGroup.of(Runs.read("three-seeds").rows()));

    assertThat(looks)
        .containsEntry("implicit", new SolverLook("#0072b2", "#0072b2", "circle", List.of()))
        .containsEntry("linear", new SolverLook("#000000", "#f2f2f2", "rect", List.of(2, 4)));
  }

  @Test
  void everyColourIsSeenOnADarkPage() throws IOException {
    assertThat(SolverLook.of(CellGroup.of(Runs.read("three-seeds").rows())).values())
        .allMatch(look -> SolverLook.contrast(Color.decode(look.dark()), new Color(0x1D2125)) >= 3);
    assertThat(SolverLook.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
  }
}
