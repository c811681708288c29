package io.otbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class MeanCostBarsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 12, 40})
  void everyBarHasATickAtItsMiddleWithItsName(int solvers) {
    List<String> names =
        IntStream.range(0, solvers).mapToObj("a-solver-of-a-long-name-%02d"::formatted).toList();
    XYChart chart = chart(names, CostFigure.Axis.LINEAR);

    List<XYSeries> bars = List.copyOf(chart.getSeriesMap().values());
    assertThat(bars).extracting(XYSeries::getName).containsExactlyElementsOf(names);
    for (int i = 0; i < solvers; i++) {
      assertThat(bars.get(i).getXData()).containsExactly(0, 100 + i);
      double place = solvers - i;
      assertThat(bars.get(i).getYData()).containsExactly(place, place);
      assertThat(chart.getStyler().getyAxisTickLabelsFormattingFunction().apply(place))
          .isEqualTo(names.get(i));
    }
    assertThat(ticks(chart)).containsSubsequence(names);
  }

  @Test
  void barsOfALogarithmicAxisBeginAtItsLowerEnd() {
    XYChart chart = chart(List.of("mine", "other"), CostFigure.Axis.LOGARITHMIC);

    assertThat(chart.getStyler().isXAxisLogarithmic()).isTrue();
    assertThat(Objects.requireNonNull(chart.getSeriesMap().get("mine")).getXData())
        .containsExactly(10, 100);
  }

  private static XYChart chart(List<String> names, CostFigure.Axis axis) {
    List<ResultRow> rows = new ArrayList<>();
    for (String name : names) {
      rows.add(row(name, 100 + names.indexOf(name)));
    }
    Family all = Family.ofBenchmarks(CellGroup.of(rows)).get(0);
    return MeanCostFigure.draw(
            all, "training time, seconds", ResultRow::trainSeconds, axis, new Palette(names))
        .orElseThrow();
  }

  /** The labels of the ticks of the upward axis that are drawn, from above. */
  private static List<String> ticks(XYChart chart) {
    Map<Double, String> drawn = new TreeMap<>(Comparator.reverseOrder());
    var name = chart.getStyler().getyAxisTickLabelsFormattingFunction();
    chart
        .getStyler()
        .setyAxisTickLabelsFormattingFunction(
            place -> {
              drawn.put(place, name.apply(place));
              return drawn.get(place);
            });
    new ChartDrawing(chart);
    return List.copyOf(drawn.values());
  }

  private static ResultRow row(String solver, double trainSeconds) {
    return new ResultRow(
        "run",
        "uci",
        "power",
        6,
        solver,
        "c",
        1,
        "mmd",
        OptionalDouble.of(1),
        "1",
        CellStatus.OK,
        "",
        10,
        10,
        10,
        trainSeconds,
        1,
        200);
  }
}
