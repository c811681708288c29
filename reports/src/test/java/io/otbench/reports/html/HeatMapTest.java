package io.otbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.results.CellStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapTest {

  @Test
  void shadesTellHowManyTimesTheLowestMean() {
    List<HeatMap> maps =
        HeatMap.of(
            new GroupRows()
                .add("p", "linear", 2, 4)
                .add("p", "a", 4.4, 4.6)
                .add("p", "b", 8)
                .add("p", "c", 29)
                .add("p", "d", 299)
                .add("p", "e", 301)
                .groups());

    assertThat(maps).hasSize(1);
    assertThat(maps.get(0).title()).isEqualTo("forward UVP, percent");
    assertThat(maps.get(0).lines())
        .extracting(HeatMap.Line::label)
        .containsExactly("linear", "a", "b", "c", "d", "e");
    assertThat(maps.get(0).lines())
        .extracting(line -> line.cells().get(0))
        .containsExactly(
            new HeatMap.Cell("3.00", "h0", false),
            new HeatMap.Cell("4.50", "h1", false),
            new HeatMap.Cell("8.00", "h2", false),
            new HeatMap.Cell("29.0", "h3", false),
            new HeatMap.Cell("299", "h4", false),
            new HeatMap.Cell("301", "h5", false));
  }

  @Test
  void cellsWithoutNumbersSayHowTheyEndedAndGapsSayNothing() {
    HeatMap map =
        HeatMap.of(
                new GroupRows()
                    .add("p", "a", 1)
                    .addFailed("p", "b", CellStatus.OUT_OF_MEMORY)
                    .addFailed("p", "c", CellStatus.SKIPPED)
                    .add("q", "a", 0)
                    .groups())
            .get(0);

    assertThat(map.problems()).containsExactly("p", "q");
    assertThat(map.lines().get(1).cells())
        .containsExactly(
            new HeatMap.Cell("out_of_memory", "none", true), new HeatMap.Cell("", "none", false));
    assertThat(map.lines().get(2).cells().get(0))
        .isEqualTo(new HeatMap.Cell("skipped", "none", false));
    assertThat(map.lines().get(0).cells().get(1)).isEqualTo(new HeatMap.Cell("0", "none", false));
  }

  @Test
  void runWithoutScoresHasNoMap() {
    assertThat(HeatMap.of(new GroupRows().addFailed("p", "a", CellStatus.FAILED).groups()))
        .isEmpty();
  }
}
