package io.otbench.reports.charts;

import static io.otbench.reports.statistics.MetricNames.MMD;

import io.otbench.reports.results.PointCloud.Point;
import io.otbench.reports.results.TableRows;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.MetricNames;
import io.otbench.reports.tables.Numbers;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Generated rows of one table beside test rows, seen along two axes: a panel for the data and one
 * per solver.
 */
final class PairFigure {
  /** The share of the test rows beyond each edge of a panel; tables have far outliers. */
  private static final double TAIL = 0.005;

  private static final Color DATA = new Color(0x555555);

  private final ShownRows rows;
  private final RowAxes axes;
  private final Palette palette;
  private final PlaneRange range;
  private final int drawn;
  private final List<Point> data;

  PairFigure(ShownRows rows, RowAxes axes, Palette palette) {
    this.rows = rows;
    this.axes = axes;
    this.palette = palette;
    this.drawn =
        rows.groups().stream()
            .flatMap(group -> rows.generated(group).stream())
            .mapToInt(TableRows::count)
            .reduce(rows.test().count(), Math::min);
    List<Point> all = points(rows.test(), rows.test().count());
    this.range =
        PlaneRange.around(
            List.of(
                new Point(quantile(all, Point::first, TAIL), quantile(all, Point::second, TAIL)),
                new Point(
                    quantile(all, Point::first, 1 - TAIL),
                    quantile(all, Point::second, 1 - TAIL))));
    this.data = points(rows.test(), drawn);
  }

  PanelSheet draw() {
    List<Panel> panels = new ArrayList<>();
    panels.add(
        new Panel(
            "data",
            DATA,
            "%d test rows".formatted(drawn),
            Optional.of(MapChart.rows(data, List.of(), range, DATA)),
            outside(data)));
    rows.groups().forEach(group -> panels.add(panel(group)));
    return PanelLayout.sheet(
        "%s: across %s, up %s".formatted(problem(), axes.first().name(), axes.second().name()),
        panels);
  }

  /** What is seen, in words. */
  String caption() {
    return ("%s: %d generated rows of each solver, in its colour, over as many test rows in grey; across"
            + " %s, up %s. All panels show [%s, %s] x [%s, %s], where nearly all test rows lie; seed"
            + " %s, numbers are means over draws and seeds.")
        .formatted(
            problem(),
            drawn,
            axes.first().name(),
            axes.second().name(),
            Numbers.text(range.first() - range.half()),
            Numbers.text(range.first() + range.half()),
            Numbers.text(range.second() - range.half()),
            Numbers.text(range.second() + range.half()),
            rows.seeds());
  }

  private String problem() {
    return rows.groups().get(0).problem();
  }

  private Panel panel(CellGroup group) {
    Color colour = palette.of(group, rows.groups());
    String score =
        group
            .estimate(MMD)
            .map(it -> MetricNames.words(MMD) + " " + Numbers.text(it.mean()))
            .orElse("");
    Optional<TableRows> generated = rows.generated(group);
    if (generated.isEmpty()) {
      return new Panel(group.label(), colour, score, Optional.empty(), MapFigure.status(group));
    }
    List<Point> points = points(generated.get(), drawn);
    return new Panel(
        group.label(),
        colour,
        score,
        Optional.of(MapChart.rows(data, points, range, colour)),
        outside(points));
  }

  private String outside(List<Point> points) {
    long outside = points.stream().filter(point -> !range.contains(point)).count();
    return outside == 0
        ? ""
        : "%d of %d rows are not in the panel".formatted(outside, points.size());
  }

  /** So many rows, evenly spaced: neighbours may be alike. */
  private List<Point> points(TableRows from, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> axes.of(from, (int) ((long) i * from.count() / count)))
        .toList();
  }

  private static double quantile(List<Point> points, ToDoubleFunction<Point> of, double share) {
    double[] sorted = points.stream().mapToDouble(of).toArray();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
