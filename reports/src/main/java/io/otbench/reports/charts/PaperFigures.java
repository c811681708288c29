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
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of a benchmark that are made for papers. */
public final class PaperFigures {
  private static final List<String> CONVERGENCE =
      List.of(UVP_FORWARD, RELATIVE_ERROR, TARGET_ERROR);

  private static final List<String> BY_DIMENSION = List.of(UVP_FORWARD, UVP_BACKWARD);
  private static final String SECONDS = "seconds-";
  private static final String BAND = "convergence-";

  /** How names of figures begin, before the name of the benchmark. */
  private static final List<String> KINDS =
      Stream.concat(BY_DIMENSION.stream().map(metric -> metric + "-"), Stream.of(SECONDS, BAND))
          .toList();

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
        for (String metric : BY_DIMENSION) {
          DimensionFigure.draw(
                  names.of(metric + "-" + family.title()), family, metric, published, palette)
              .ifPresent(figures::add);
        }
        TimeFigure.draw(names.of(SECONDS + family.title()), family, palette)
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
                          names.of(BAND + benchmark + "-" + problem),
                          metric,
                          ofProblem,
                          points,
                          palette))
              .ifPresent(figures::add);
        });
    return List.copyOf(figures);
  }

  /**
   * Deletes the figures of a benchmark that an earlier report wrote and this one did not: what the
   * rows no longer make must not stand beside what they do. Figures of other benchmarks of the run
   * and files of other names stay.
   *
   * @param figures the figures of now
   * @param benchmarks all benchmarks of the run
   */
  public static void deleteEarlier(
      Path folder, String benchmark, List<PaperFigure> figures, List<String> benchmarks)
      throws IOException {
    Set<String> names = figures.stream().map(PaperFigure::name).collect(Collectors.toSet());
    try (DirectoryStream<Path> drawn = Files.newDirectoryStream(folder, "*.{svg,pdf,csv}")) {
      for (Path file : drawn) {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.length() - ".svg".length());
        boolean ofAnother =
            owner(stem, benchmarks).filter(owner -> !owner.equals(benchmark)).isPresent();
        if (isFigure(stem) && !names.contains(stem) && !ofAnother) {
          Files.delete(file);
        }
      }
    }
  }

  private static boolean isFigure(String stem) {
    return KINDS.stream().anyMatch(kind -> stem.startsWith(FigureNames.slug(kind)));
  }

  /** The benchmark whose name follows the kind of the figure; of two that do, the longer one. */
  private static Optional<String> owner(String stem, List<String> benchmarks) {
    return benchmarks.stream()
        .filter(
            benchmark ->
                KINDS.stream()
                    .map(kind -> FigureNames.slug(kind + benchmark))
                    .anyMatch(start -> stem.equals(start) || stem.startsWith(start + "-")))
        .max(Comparator.comparingInt(String::length));
  }

  private static Optional<String> metric(List<CurvePoint> points) {
    return CONVERGENCE.stream()
        .filter(metric -> points.stream().anyMatch(point -> point.metric().equals(metric)))
        .findFirst();
  }
}
