package io.otbench.reports.charts;

import io.otbench.reports.charts.CostFigure.Axis;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.CurvePoint;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import io.otbench.reports.statistics.CellGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.knowm.xchart.internal.chartpart.Chart;

/** All figures of a run. */
public final class Figures {
  private static final String FORWARD = "uvp_forward";
  private static final String BACKWARD = "uvp_backward";

  private final Results results;
  private final PublishedValues published;
  private final Palette palette;
  private final List<Figure> figures = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private Figures(Results results, PublishedValues published) {
    this.results = results;
    this.published = published;
    this.palette = new Palette(results.rows().stream().map(ResultRow::solver).toList());
  }

  /** The figures that the rows and curves have numbers for; they may be none. */
  public static List<Figure> of(Results results, PublishedValues published) {
    Figures all = new Figures(results, published);
    List<CellGroup> groups = CellGroup.of(results.rows());
    List<Family> families = Family.of(groups);
    for (Family family : families) {
      all.addAccuracy(family, FORWARD);
      all.addAccuracy(family, BACKWARD);
    }
    all.addConvergence(groups);
    for (Family family : families) {
      all.addCost(
          family, "training time, seconds", "seconds", Axis.LOGARITHMIC, ResultRow::trainSeconds);
      all.addCost(family, "peak memory, MiB", "memory", Axis.LINEAR, ResultRow::peakRssMib);
      all.addCost(
          family, "trainable parameters", "parameters", Axis.LOGARITHMIC, ResultRow::parameters);
    }
    return List.copyOf(all.figures);
  }

  private void addAccuracy(Family family, String metric) {
    AccuracyFigure.draw(family, metric, published, palette)
        .ifPresent(
            chart ->
                add(
                    Figure.Kind.ACCURACY,
                    metric + "-" + family.title(),
                    title(metric)
                        + " against the dimension. Whiskers are 95 % intervals of the mean over"
                        + " seeds, dashed lines are published values, dotted lines are reference"
                        + " solvers. Zero, and the part of an interval below it, is drawn at the"
                        + " lower edge.",
                    chart));
  }

  private void addConvergence(List<CellGroup> groups) {
    Map<List<String>, List<CellGroup>> problems =
        groups.stream()
            .collect(
                Collectors.groupingBy(
                    group -> List.of(group.benchmark(), group.problem()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    for (List<CellGroup> problem : problems.values()) {
      String benchmark = problem.get(0).benchmark();
      String name = problem.get(0).problem();
      List<CurvePoint> points =
          results.curves().stream()
              .filter(point -> point.benchmark().equals(benchmark))
              .filter(point -> point.problem().equals(name))
              .filter(point -> point.metric().equals(FORWARD))
              .toList();
      ConvergenceFigure.draw(
              name + ": " + title(FORWARD) + " while training", FORWARD, problem, points, palette)
          .ifPresent(
              chart ->
                  add(
                      Figure.Kind.CONVERGENCE,
                      "convergence-" + benchmark + "-" + name,
                      title(FORWARD)
                          + " on "
                          + name
                          + " against the training time, one line per seed; evaluation is not"
                          + " counted as training. Dotted lines are reference solvers. Points"
                          + " before the first step are drawn at the left edge, zero at the lower"
                          + " edge.",
                      chart));
    }
  }

  private void addCost(
      Family family, String title, String name, Axis axis, ToDoubleFunction<ResultRow> cost) {
    CostFigure.draw(family, title, cost, axis, palette)
        .ifPresent(
            chart ->
                add(
                    Figure.Kind.COST,
                    "cost-" + name + "-" + family.title(),
                    "Mean over seeds of "
                        + title
                        + (axis == Axis.LOGARITHMIC ? ", on a logarithmic axis" : "")
                        + ". A solver without a bar has a cost of zero or no cell that is ok.",
                    chart));
  }

  private void add(Figure.Kind kind, String name, String caption, Chart<?, ?> chart) {
    String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String unique = slug;
    for (int i = 2; !names.add(unique); i++) {
      unique = slug + "-" + i;
    }
    figures.add(new Figure(kind, unique, caption, chart));
  }

  static String title(String metric) {
    return metric.equals(BACKWARD) ? "UVP of the backward map" : "UVP of the forward map";
  }

  static String axis(String metric) {
    return metric.equals(BACKWARD) ? "UVP backward, percent" : "UVP forward, percent";
  }
}
