package io.otbench.reports.charts;

import static io.otbench.reports.statistics.MetricNames.MMD;
import static io.otbench.reports.statistics.MetricNames.RELATIVE_ERROR;
import static io.otbench.reports.statistics.MetricNames.TARGET_ERROR;
import static io.otbench.reports.statistics.MetricNames.UVP_BACKWARD;
import static io.otbench.reports.statistics.MetricNames.UVP_FORWARD;

import io.otbench.reports.charts.CostFigure.Axis;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.CurvePoint;
import io.otbench.reports.results.PointClouds;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.TableSamples;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.MetricNames;
import io.otbench.reports.statistics.Sweep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** All figures of a run. */
public final class Figures {
  private static final List<String> CONVERGENCE =
      List.of(UVP_FORWARD, RELATIVE_ERROR, TARGET_ERROR, MMD);
  private static final List<String> SIDE_BY_SIDE =
      List.of(RELATIVE_ERROR, TARGET_ERROR, UVP_FORWARD, UVP_BACKWARD, MMD);

  private static final List<Cost> COSTS =
      List.of(
          new Cost("training time, seconds", "seconds", Axis.LOGARITHMIC, ResultRow::trainSeconds),
          new Cost("peak memory, MiB", "memory", Axis.LINEAR, ResultRow::peakRssMib),
          new Cost("trainable parameters", "parameters", Axis.LOGARITHMIC, ResultRow::parameters));

  private final Results results;
  private final PublishedValues published;
  private final Palette palette;
  private final List<Supplier<Figure>> figures = new ArrayList<>();
  private final FigureNames names = new FigureNames();

  private record Cost(String title, String name, Axis axis, ToDoubleFunction<ResultRow> number) {}

  private Figures(Results results, PublishedValues published) {
    this.results = results;
    this.published = published;
    this.palette = new Palette(results.rows().stream().map(ResultRow::solver).toList());
  }

  /**
   * What cells kept for pictures.
   *
   * @param clouds of problems of the plane
   * @param samples of tables
   */
  public record Drawn(PointClouds clouds, TableSamples samples) {}

  /**
   * The figures that the rows, curves and points have numbers for; they may be none.
   *
   * @param axes columns by which rows of tables that have all of them are seen, two per figure;
   *     empty for principal axes
   */
  public static List<Figure> of(
      Results results, Drawn drawn, PublishedValues published, List<String> axes) {
    Figures all = new Figures(results, published);
    List<CellGroup> groups = CellGroup.of(results.rows());
    Set<String> lists = Sweep.benchmarksWithout(groups);
    List<Family> families =
        Family.of(groups.stream().filter(g -> !lists.contains(g.benchmark())).toList());
    List<Family> problemLists =
        Family.ofBenchmarks(groups.stream().filter(g -> lists.contains(g.benchmark())).toList());
    Collection<List<CellGroup>> problems = byProblem(groups);

    problems.forEach(problem -> all.addMaps(problem, drawn.clouds()));
    List<ShownRows> tables =
        problems.stream()
            .flatMap(problem -> ShownRows.of(problem, drawn.samples()).stream())
            .toList();
    tables.forEach(rows -> all.addPairs(rows, axes));
    tables.forEach(all::addColumns);
    for (Family list : problemLists) {
      SIDE_BY_SIDE.forEach(metric -> all.addSideBySide(list, metric));
    }
    for (Family family : families) {
      all.addAccuracy(family, UVP_FORWARD);
      all.addAccuracy(family, UVP_BACKWARD);
    }
    problems.forEach(all::addConvergence);
    for (Family list : problemLists) {
      COSTS.forEach(cost -> all.addMeanCost(list, cost));
    }
    for (Family family : families) {
      COSTS.forEach(cost -> all.addCost(family, cost));
    }
    return TwoAtATime.all(all.figures);
  }

  private static Collection<List<CellGroup>> byProblem(List<CellGroup> groups) {
    return groups.stream()
        .collect(
            Collectors.groupingBy(
                group -> List.of(group.benchmark(), group.problem()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private void addMaps(List<CellGroup> problem, PointClouds clouds) {
    MapFigure.of(problem, clouds, palette)
        .ifPresent(
            maps ->
                add(
                    Figure.Kind.MAPS,
                    "maps-" + problem.get(0).benchmark() + "-" + problem.get(0).problem(),
                    maps.caption(),
                    maps::draw));
  }

  private void addPairs(ShownRows rows, List<String> wanted) {
    for (RowAxes axes : RowAxes.of(rows.test(), wanted)) {
      PairFigure pairs = new PairFigure(rows, axes, palette);
      add(Figure.Kind.ROWS, name("rows", rows), pairs.caption(), pairs::draw);
    }
  }

  private void addColumns(ShownRows rows) {
    ColumnFigure columns = new ColumnFigure(rows, palette);
    add(Figure.Kind.COLUMNS, name("columns", rows), columns.caption(), columns::draw);
  }

  private static String name(String kind, ShownRows rows) {
    CellGroup any = rows.groups().get(0);
    return kind + "-" + any.benchmark() + "-" + any.problem();
  }

  private void addSideBySide(Family list, String metric) {
    ProblemsFigure.draw(list, metric, palette)
        .ifPresent(
            chart ->
                add(
                    Figure.Kind.ACCURACY,
                    metric + "-" + list.title(),
                    sentence(MetricNames.words(metric))
                        + " of each solver on each problem, on a logarithmic axis; lower is better."
                        + levels(metric)
                        + " Dots are means over seeds. Zero, and what chance made negative, is"
                        + " drawn at the lower edge.",
                    () -> new ChartDrawing(chart)));
  }

  private static String levels(String metric) {
    return switch (metric) {
      case TARGET_ERROR ->
          " The black bar is the floor: the error of fresh target points, so differences near it mean"
              + " nothing. It judges where the points arrive, not whether they took the cheapest way.";
      case MMD ->
          " The green bar is a perfect model, whose rows are fresh training rows, the black one no"
              + " model, normal noise. What is below the axis is not to be told from a perfect model"
              + " and stands at the lower edge; deviations over the draws are in the tables.";
      default -> "";
    };
  }

  private void addAccuracy(Family family, String metric) {
    AccuracyFigure.draw(family, metric, published, palette)
        .ifPresent(
            chart ->
                add(
                    Figure.Kind.ACCURACY,
                    metric + "-" + family.title(),
                    title(metric)
                        + " against the dimension. Whiskers are intervals of the mean (95 %, of up to five seeds their range) over"
                        + " seeds, dashed lines are published values, dotted lines are reference"
                        + " solvers. Zero, and the part of an interval below it, is drawn at the"
                        + " lower edge.",
                    () -> new ChartDrawing(chart)));
  }

  private void addConvergence(List<CellGroup> problem) {
    String benchmark = problem.get(0).benchmark();
    String name = problem.get(0).problem();
    Map<String, List<CurvePoint>> byMetric =
        results.curves().stream()
            .filter(point -> point.benchmark().equals(benchmark))
            .filter(point -> point.problem().equals(name))
            .collect(Collectors.groupingBy(CurvePoint::metric));
    CONVERGENCE.stream()
        .filter(byMetric::containsKey)
        .findFirst()
        .ifPresent(
            metric -> addConvergence(problem, metric, byMetric.getOrDefault(metric, List.of())));
  }

  private void addConvergence(List<CellGroup> problem, String metric, List<CurvePoint> points) {
    String name = problem.get(0).problem();
    ConvergenceFigure.draw(
            name + ": " + title(metric) + " while training", metric, problem, points, palette)
        .ifPresent(
            chart ->
                add(
                    Figure.Kind.CONVERGENCE,
                    "convergence-" + problem.get(0).benchmark() + "-" + name,
                    sentence(title(metric))
                        + " on "
                        + name
                        + " against the training time, one line per seed; evaluation is not"
                        + " counted as training. Dotted lines are reference solvers. Points"
                        + " before the first step are drawn at the left edge, zero at the lower"
                        + " edge.",
                    () -> new ChartDrawing(chart)));
  }

  private void addMeanCost(Family list, Cost cost) {
    MeanCostFigure.draw(list, cost.title(), cost.number(), cost.axis(), palette)
        .ifPresent(
            chart ->
                add(
                    Figure.Kind.COST,
                    "cost-" + cost.name() + "-" + list.title(),
                    sentence(cost.title())
                        + (cost.axis() == Axis.LOGARITHMIC ? ", on a logarithmic axis" : "")
                        + ": mean over the problems that a solver has cells of that are ok, and over"
                        + " seeds. A solver without a bar has a cost of zero or no such cell.",
                    () -> new ChartDrawing(chart)));
  }

  private void addCost(Family family, Cost cost) {
    CostFigure.draw(family, cost.title(), cost.number(), cost.axis(), palette)
        .ifPresent(
            chart ->
                add(
                    Figure.Kind.COST,
                    "cost-" + cost.name() + "-" + family.title(),
                    "Mean over seeds of "
                        + cost.title()
                        + (cost.axis() == Axis.LOGARITHMIC ? ", on a logarithmic axis" : "")
                        + ". A solver without a bar has a cost of zero or no cell that is ok.",
                    () -> new ChartDrawing(chart)));
  }

  private void add(Figure.Kind kind, String name, String caption, Supplier<Drawing> drawing) {
    String file = names.of(name);
    figures.add(() -> new Figure(kind, file, caption, drawing.get()));
  }

  static String title(String metric) {
    return switch (metric) {
      case UVP_FORWARD -> "UVP of the forward map";
      case UVP_BACKWARD -> "UVP of the backward map";
      default -> MetricNames.words(metric);
    };
  }

  /** The title of an axis: the metric and its unit. */
  static String axis(String metric, List<CellGroup> groups) {
    return switch (metric) {
      case UVP_FORWARD -> "UVP forward, percent";
      case UVP_BACKWARD -> "UVP backward, percent";
      case MMD -> "MMD², at the lower edge: that or less";
      default ->
          groups.stream()
              .map(group -> group.unit(metric))
              .filter(unit -> !unit.isEmpty())
              .findFirst()
              .map(unit -> MetricNames.words(metric) + ", " + unit.replace('_', ' '))
              .orElse(MetricNames.words(metric));
    };
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
