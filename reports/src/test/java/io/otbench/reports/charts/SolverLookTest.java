package io.otbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.Runs;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SolverLookTest {

  @Test
  void looksAreThoseOfTheFigures() throws IOException {
    Map<String, SolverLook> looks = SolverLook.of(CellGroup.of(Runs.read("three-seeds").rows()));

    assertThat(looks)
        .containsEntry(
            "implicit", new SolverLook("#0072b2", "#0072b2", "circle", List.of(), "implicit"))
        .containsEntry(
            "linear", new SolverLook("#000000", "#f2f2f2", "rect", List.of(2, 4), "linear"));
  }

  @Test
  void everyColourIsSeenOnADarkPage() throws IOException {
    assertThat(SolverLook.of(CellGroup.of(Runs.read("three-seeds").rows())).values())
        .allMatch(look -> SolverLook.contrast(Color.decode(look.dark()), new Color(0x1D2125)) >= 3);
    assertThat(SolverLook.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
  }

  @Test
  void sixVariantsAreSeenOnBothPagesAndGetLighterWithTheirValues() {
    List<ResultRow> rows = new ArrayList<>();
    // Hashes in another order than values.
    List.of(64, 128, 256, 512, 1024, 2048)
        .forEach(size -> rows.add(row("c" + 1.0 / size, "batchSize=" + size)));

    List<SolverLook> looks = List.copyOf(SolverLook.of(CellGroup.of(rows)).values());

    assertThat(looks)
        .extracting(SolverLook::name)
        .containsExactly(
            "implicit batchSize=64",
            "implicit batchSize=128",
            "implicit batchSize=256",
            "implicit batchSize=512",
            "implicit batchSize=1024",
            "implicit batchSize=2048");
    for (Function<SolverLook, String> colour :
        List.<Function<SolverLook, String>>of(SolverLook::light, SolverLook::dark)) {
      List<Double> luminances =
          looks.stream()
              .map(look -> SolverLook.contrast(Color.decode(colour.apply(look)), Color.BLACK))
              .toList();
      assertThat(luminances).isSorted().doesNotHaveDuplicates();
    }
    assertThat(looks)
        .allMatch(look -> SolverLook.contrast(Color.decode(look.light()), Color.WHITE) >= 2);
  }

  private static ResultRow row(String config, String variant) {
    return new ResultRow(
        "r",
        "b",
        "p",
        2,
        "implicit",
        config,
        1,
        "uvp_forward",
        OptionalDouble.of(1),
        "percent",
        CellStatus.OK,
        "",
        1,
        1,
        1,
        1,
        1,
        1,
        variant);
  }
}
