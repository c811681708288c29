package io.otbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class MeanCostFigureTest {

  @Test
  void theMeanIsOverTheProblemsThatAllSolversHave() {
    XYChart chart =
        draw(
                ended("easy", "otm", 10),
                ended("dear", "otm", 1000),
                ended("easy", "otp", 20),
                row("dear", "otp", CellStatus.DIVERGED, 0),
                row("easy", "dpot", CellStatus.DIVERGED, 0))
            .orElseThrow();

    assertThat(chart.getTitle())
        .isEqualTo("planar: seconds, over the 1 of 2 problems of all solvers");
    assertThat(bar(chart, "otm")).isEqualTo(10);
    assertThat(bar(chart, "otp")).isEqualTo(20);
    assertThat(chart.getSeriesMap()).doesNotContainKey("dpot");
  }

  @Test
  void theTitleIsShortWhereAllHaveAll() {
    XYChart chart = draw(ended("easy", "otm", 10), ended("dear", "otm", 1000)).orElseThrow();

    assertThat(chart.getTitle()).isEqualTo("planar: seconds");
    assertThat(bar(chart, "otm")).isEqualTo(505);
  }

  @Test
  void solversWithoutACommonProblemHaveNoFigure() {
    assertThat(draw(ended("easy", "otm", 10), ended("dear", "otp", 1000))).isEmpty();
  }

  private static double bar(XYChart chart, String solver) {
    return Objects.requireNonNull(chart.getSeriesMap().get(solver)).getXData()[1];
  }

  private static Optional<XYChart> draw(ResultRow... rows) {
    Family all = Family.ofBenchmarks(CellGroup.of(List.of(rows))).get(0);
    Palette palette = new Palette(List.of("otm", "otp", "dpot"));
    return MeanCostFigure.draw(
        all, "seconds", ResultRow::trainSeconds, CostFigure.Axis.LOGARITHMIC, palette);
  }

  private static ResultRow ended(String problem, String solver, double seconds) {
    return row(problem, solver, CellStatus.OK, seconds);
  }

  private static ResultRow row(String problem, String solver, CellStatus status, double seconds) {
    boolean ok = status == CellStatus.OK;
    return new ResultRow(
        "run",
        "planar",
        problem,
        2,
        solver,
        "c",
        1,
        ok ? "target_error" : ResultRow.STATUS,
        ok ? OptionalDouble.of(1) : OptionalDouble.empty(),
        "1",
        status,
        "",
        1,
        1,
        1,
        seconds,
        0,
        1);
  }
}
