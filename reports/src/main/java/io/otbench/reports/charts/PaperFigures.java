package io.otbench.reports.charts;

import static io.otbench.reports.statistics.MetricNames.RELATIVE_ERROR;
import static io.otbench.reports.statistics.MetricNames.TARGET_ERROR;
import static io.otbench.reports.statistics.MetricNames.UVP_BACKWARD;
import static io.otbench.reports.statistics.MetricNames.UVP_FORWARD;

import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.CurvePoint;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.Sweep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The figures of a benchmark that are made for papers. */
public final class PaperFigures {
  private static final List<String> CONVERGENCE =
      List.of(UVP_FORWARD, RELATIVE_ERROR, TARGET_ERROR);

  private PaperFigures() {}

  /** The figures that the rows and curves of a benchmark have numbers for; they may be none. */
  public static List<PaperFigure> of(String benchmark, Results results, PublishedValues published) {
    List<ResultRow> rows =
        results.rows().stream().filter(row -> row.benchmark().equals(benchmark)).toList();
    Palette palette = new Palette(rows.stream().map(ResultRow::solver).toList());
    List<CellGroup> groups = CellGroup.of(rows);
    FigureNames names = new FigureNames();
    List<PaperFigure> figures = new ArrayList<>();
    if (Sweep.benchmarksWithout(groups).isEmpty()) {
      for (Family family : Family.of(groups)) {
        for (String metric : List.of(UVP_FORWARD, UVP_BACKWARD)) {
          DimensionFigure.draw(
                  names.of(metric + "-" + family.title()), family, metric, published, palette)
              .ifPresent(figures::add);
        }
        TimeFigure.draw(names.of("seconds-" + family.title()), family, palette)
            .ifPresent(figures::add);
      }
    }
    Map<String, List<CellGroup>> problems =
        groups.stream()
            .collect(
                Collectors.groupingBy(CellGroup::problem, LinkedHashMap::new, Collectors.toList()));
    problems.forEach(
        (problem, ofProblem) -> {
          List<CurvePoint> points =
              results.curves().stream()
                  .filter(point -> point.benchmark().equals(benchmark))
                  .filter(point -> point.problem().equals(problem))
                  .toList();
          metric(points)
              .flatMap(
                  metric ->
                      BandFigure.draw(
                          names.of("convergence-" + benchmark + "-" + problem),
                          metric,
                          ofProblem,
                          points,
                          palette))
              .ifPresent(figures::add);
        });
    return List.copyOf(figures);
  }

  private static Optional<String> metric(List<CurvePoint> points) {
    return CONVERGENCE.stream()
        .filter(metric -> points.stream().anyMatch(point -> point.metric().equals(metric)))
        .findFirst();
  }
}
