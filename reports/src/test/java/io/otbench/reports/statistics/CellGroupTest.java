package io.otbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.Runs;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CellGroupTest {

  @Test
  void groupsAreInTheOrderOfDimensionsAndSolvers() throws IOException {
    List<CellGroup> groups = CellGroup.of(Runs.read("three-seeds").rows());

    assertThat(groups).extracting(CellGroup::dim).isSorted().hasSize(18);
    assertThat(groups.subList(0, 6))
        .extracting(CellGroup::label)
        .containsExactly("identity", "constant", "linear", Runs.AWKWARD, "implicit", "w2gn");
    assertThat(groups.get(0).family()).isEqualTo("gaussian");
  }

  @Test
  void divergedCellsCountApart() throws IOException {
    CellGroup group =
        CellGroup.of(Runs.read("three-seeds").rows()).stream()
            .filter(g -> g.solver().equals("w2gn") && g.dim() == 8)
            .findFirst()
            .orElseThrow();

    assertThat(group.notOk()).isEqualTo(Map.of(CellStatus.DIVERGED, 1));
    assertThat(group.estimate("uvp_forward").orElseThrow().n()).isEqualTo(2);
    assertThat(group.cost(ResultRow::trainSeconds).orElseThrow().n()).isEqualTo(2);
    assertThat(group.estimate("mmd_u")).isEmpty();
  }

  @Test
  void costCountsEachSeedOnce() {
    List<CellGroup> groups =
        CellGroup.of(
            List.of(
                row("a", 0, "uvp_forward", 1, 10),
                row("a", 0, "uvp_backward", 2, 10),
                row("a", 1, "uvp_forward", 3, 40)));

    assertThat(groups).hasSize(1);
    Estimate seconds = groups.get(0).cost(ResultRow::trainSeconds).orElseThrow();
    assertThat(seconds.mean()).isEqualTo(25);
    assertThat(seconds.n()).isEqualTo(2);
  }

  @Test
  void configurationsAreNotAveraged() {
    List<CellGroup> groups =
        CellGroup.of(List.of(row("a", 0, "uvp_forward", 1, 1), row("b", 1, "uvp_forward", 9, 1)));

    assertThat(groups).extracting(CellGroup::label).containsExactly("implicit (a)", "implicit (b)");
    assertThat(groups.get(0).estimate("uvp_forward").orElseThrow().mean()).isEqualTo(1);
  }

  @Test
  void whatASweepVariedTellsConfigurationsApartBetterThanTheirHashes() {
    List<CellGroup> groups =
        CellGroup.of(
            List.of(
                row("a", 0, "uvp_forward", 1, 1, ""),
                row("b", 0, "uvp_forward", 2, 1, "batchSize=256"),
                row("c", 0, "uvp_forward", 3, 1, "batchSize=512"),
                row("d", 0, "uvp_forward", 4, 1, "batchSize=512")));

    assertThat(groups)
        .extracting(CellGroup::label)
        .containsExactly(
            "implicit",
            "implicit batchSize=256",
            "implicit batchSize=512 (c)",
            "implicit batchSize=512 (d)");
    assertThat(groups).extracting(CellGroup::solver).containsOnly("implicit");
    assertThat(groups.get(3).method()).isEqualTo("implicit batchSize=512");
  }

  @Test
  void variantsAreInTheOrderOfTheirNumbersAndNotOfTheirHashes() {
    List<CellGroup> groups =
        CellGroup.of(
            List.of(
                row("a", 0, "uvp_forward", 1, 1, "learningRate=0.001"),
                row("b", 0, "uvp_forward", 2, 1, "learningRate=3.0E-4"),
                row("c", 0, "uvp_forward", 3, 1, "learningRate=1.0E-4")));

    assertThat(groups)
        .extracting(CellGroup::variant)
        .containsExactly("learningRate=1.0E-4", "learningRate=3.0E-4", "learningRate=0.001");
  }

  private static ResultRow row(
      String config, long seed, String metric, double value, double trainSeconds) {
    return row(config, seed, metric, value, trainSeconds, "");
  }

  private static ResultRow row(
      String config, long seed, String metric, double value, double trainSeconds, String variant) {
    return new ResultRow(
        "run",
        "uci",
        "power",
        6,
        "implicit",
        config,
        seed,
        metric,
        OptionalDouble.of(value),
        "percent",
        CellStatus.OK,
        "",
        1,
        1,
        1,
        trainSeconds,
        0,
        1,
        variant);
  }
}
