package io.otbench.reports.charts;

import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.Estimate;
import io.otbench.reports.statistics.PowerLaw;
import io.otbench.reports.statistics.SolverOrder;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Training seconds against the dimension for a paper: a point per dimension, and the power of the
 * dimension fitted to the points. Seconds of the processor where the rows have them, else of the
 * clock. Reference solvers, which train nothing, are left out.
 */
final class TimeFigure {
  /** Half of an interval that may hold 0 and 1, a constant and a straight line. */
  private static final double UNKNOWN = 0.5;

  private static final String CPU_SECONDS = "train_cpu_seconds";

  private final XYChart chart;
  private final LogRange range;
  private final DataTable data =
      new DataTable(
          "solver",
          "config",
          "variant",
          "dim",
          "seconds",
          "seeds",
          "fitted_seconds",
          "exponent",
          "exponent_half_width",
          "fitted_points");

  private TimeFigure(XYChart chart, LogRange range) {
    this.chart = chart;
    this.range = range;
  }

  /** The figure; none if no solver of the family trains at two dimensions. */
  static Optional<PaperFigure> draw(String name, Family family, Palette palette) {
    boolean cpu = family.groups().stream().anyMatch(group -> group.values(CPU_SECONDS).length > 0);
    Function<CellGroup, Optional<Estimate>> seconds =
        group ->
            (cpu ? group.estimate(CPU_SECONDS) : group.cost(ResultRow::trainSeconds))
                .filter(estimate -> estimate.mean() > 0);
    Map<String, List<CellGroup>> lines = family.byLabel();
    lines.replaceAll(
        (label, groups) ->
            groups.stream()
                .filter(group -> !SolverOrder.isReference(group.solver()))
                .filter(group -> seconds.apply(group).isPresent())
                .toList());
    lines.values().removeIf(List::isEmpty);
    if (lines.values().stream().noneMatch(TimeFigure::hasTwoDimensions)) {
      return Optional.empty();
    }
    List<Double> numbers =
        lines.values().stream()
            .flatMap(List::stream)
            .map(group -> seconds.apply(group).orElseThrow().mean())
            .toList();
    return LogRange.of(numbers)
        .map(
            range -> {
              XYChart chart =
                  PaperStyle.chart(
                      "dimension",
                      cpu ? "training, seconds of CPU" : "training, seconds",
                      range,
                      lines.size());
              PaperStyle.dimensions(chart, family.dims(), range);
              TimeFigure figure = new TimeFigure(chart, range);
              lines.forEach(
                  (label, groups) ->
                      figure.add(
                          label,
                          groups,
                          seconds,
                          palette,
                          palette.of(groups.get(0), family.groups())));
              return new PaperFigure(name, chart, figure.data);
            });
  }

  private static boolean hasTwoDimensions(List<CellGroup> groups) {
    return groups.stream().map(CellGroup::dim).distinct().count() > 1;
  }

  private void add(
      String label,
      List<CellGroup> groups,
      Function<CellGroup, Optional<Estimate>> seconds,
      Palette palette,
      Color colour) {
    double[] dims = groups.stream().mapToDouble(CellGroup::dim).toArray();
    double[] means =
        groups.stream().mapToDouble(group -> seconds.apply(group).orElseThrow().mean()).toArray();
    Optional<PowerLaw> law =
        hasTwoDimensions(groups) ? Optional.of(PowerLaw.fit(dims, means)) : Optional.empty();
    XYSeries points =
        chart.addSeries(
            "points " + label,
            groups.stream().mapToDouble(group -> PaperStyle.place(group.dim())).toArray(),
            means);
    points.setLabel(Style.label(label) + law.map(fitted -> ": " + text(fitted)).orElse(""));
    points.setLineColor(colour);
    points.setMarkerColor(colour);
    points.setMarker(palette.marker(groups.get(0).solver()));
    points.setLineStyle(SeriesLines.NONE);
    law.ifPresent(fitted -> addLaw(label, groups, fitted, palette, colour));
    for (int i = 0; i < means.length; i++) {
      CellGroup group = groups.get(i);
      data.add(
          group.solver(),
          group.config(),
          group.variant(),
          group.dim(),
          means[i],
          seconds.apply(group).orElseThrow().n(),
          law.map(fitted -> OptionalDouble.of(fitted.at(group.dim())))
              .orElse(OptionalDouble.empty()),
          law.map(fitted -> OptionalDouble.of(fitted.exponent())).orElse(OptionalDouble.empty()),
          law.map(PowerLaw::halfWidth).orElse(OptionalDouble.empty()),
          law.map(fitted -> String.valueOf(fitted.n())).orElse(""));
    }
  }

  private void addLaw(
      String label, List<CellGroup> groups, PowerLaw law, Palette palette, Color colour) {
    TreeMap<Integer, Double> ends = new TreeMap<>();
    groups.forEach(group -> ends.put(group.dim(), range.clip(law.at(group.dim()))));
    List<Integer> dims = new ArrayList<>(List.of(ends.firstKey(), ends.lastKey()));
    XYSeries line =
        chart.addSeries(
            "law " + label,
            dims.stream().mapToDouble(PaperStyle::place).toArray(),
            dims.stream().mapToDouble(dim -> ends.getOrDefault(dim, Double.NaN)).toArray());
    line.setShowInLegend(false);
    line.setLineColor(colour);
    line.setLineStyle(palette.line(groups.get(0).solver(), 1.5f));
    line.setMarker(SeriesMarkers.NONE);
  }

  /**
   * The exponent and how well it is known, such as {@code d^0.31 ±0.12, n=6}, or that it is not.
   */
  static String text(PowerLaw law) {
    if (law.halfWidth().orElse(0) >= UNKNOWN) {
      return String.format(
          Locale.ROOT,
          "exponent: cannot tell (±%.2f, n=%d)",
          law.halfWidth().getAsDouble(),
          law.n());
    }
    return String.format(
        Locale.ROOT,
        "d^%.2f%s, n=%d",
        // Adding zero takes the sign from a rounded zero.
        Math.rint(law.exponent() * 100) / 100 + 0.0,
        law.halfWidth().isPresent()
            ? String.format(Locale.ROOT, " ±%.2f", law.halfWidth().getAsDouble())
            : "",
        law.n());
  }
}
