package io.otbench.reports.charts;

import static io.otbench.reports.statistics.MetricNames.RELATIVE_ERROR;
import static io.otbench.reports.statistics.MetricNames.TARGET_ERROR;
import static io.otbench.reports.statistics.MetricNames.TARGET_ERROR_FLOOR;
import static io.otbench.reports.statistics.MetricNames.UVP_FORWARD;

import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.PointCloud;
import io.otbench.reports.results.PointCloud.Pair;
import io.otbench.reports.results.PointCloud.Point;
import io.otbench.reports.results.PointClouds;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.Estimate;
import io.otbench.reports.statistics.MetricNames;
import io.otbench.reports.tables.Numbers;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each solver does to the points of one problem: a panel for the data and one per solver. */
final class MapFigure {
  /** The seed that is drawn where a solver has points of it. */
  private static final long SEED = 1;

  private static final List<String> NUMBERS = List.of(RELATIVE_ERROR, TARGET_ERROR, UVP_FORWARD);

  private final List<CellGroup> groups;
  private final Palette palette;
  private final Map<CellGroup, Shown> shown;
  private final PointCloud first;
  private final PlaneRange range;
  private final List<Pair> trueMesh;

  /** The points that stand for a group. */
  private record Shown(long seed, PointCloud cloud) {}

  private MapFigure(List<CellGroup> groups, Map<CellGroup, Shown> shown, Palette palette) {
    this.groups = groups;
    this.palette = palette;
    this.shown = shown;
    this.first = shown(groups, shown).findFirst().orElseThrow().cloud();
    this.trueMesh = trueMesh(first);
    this.range =
        PlaneRange.around(
            shown(groups, shown)
                .flatMap(it -> extent(it.cloud()))
                .filter(Point::isFinite)
                .toList());
  }

  /**
   * The figure; none if no solver has kept points.
   *
   * @param groups the groups of one problem
   */
  static Optional<MapFigure> of(List<CellGroup> groups, PointClouds clouds, Palette palette) {
    Map<CellGroup, Shown> shown = new HashMap<>();
    for (CellGroup group : groups) {
      choose(group, clouds).ifPresent(it -> shown.put(group, it));
    }
    return shown.isEmpty() ? Optional.empty() : Optional.of(new MapFigure(groups, shown, palette));
  }

  PanelSheet draw() {
    List<Panel> panels = new ArrayList<>();
    panels.add(data());
    if (!trueMesh.isEmpty()) {
      panels.add(
          new Panel(
              "true map",
              MapChart.TRUTH,
              "",
              Optional.of(MapChart.mesh(trueMesh, List.of(), range, MapChart.TRUTH)),
              ""));
    }
    groups.forEach(group -> panels.add(panel(group)));
    return PanelLayout.sheet(groups.get(0).problem(), panels);
  }

  /** What is seen, in words. */
  String caption() {
    String seeds =
        groups.stream()
            .flatMap(group -> Optional.ofNullable(shown.get(group)).stream())
            .map(Shown::seed)
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    String arrows =
        "arrows lead from x to its image for the first %d pairs".formatted(MapChart.ARROWS);
    String where =
        "All panels show [%s, %s] x [%s, %s]; seed %s, numbers are means over seeds."
            .formatted(
                Numbers.text(range.first() - range.half()),
                Numbers.text(range.first() + range.half()),
                Numbers.text(range.second() - range.half()),
                Numbers.text(range.second() + range.half()),
                seeds);
    String data =
        "%s: %d points of the source (light blue) and %d of the target (grey)"
            .formatted(groups.get(0).problem(), first.pairs().size(), first.target().size());
    String truth =
        first.truth().isEmpty() ? "; no true map is known" : "; dark arrows show the true map";
    if (hasMesh()) {
      return data
          + truth
          + ". The panels of solvers show how the learned map bends a regular grid of %d x %d nodes, in"
              .formatted(first.meshSide(), first.meshSide())
          + " the solver's colour"
          + (trueMesh.isEmpty() ? "" : " over the true one in grey")
          + ". All displacements are drawn %d times as long as they are. "
              .formatted(MapChart.MAGNIFIED)
          + where;
    }
    return data
        + truth
        + ". In the panels of solvers the transported points have the solver's colour; "
        + arrows
        + ". "
        + where;
  }

  private boolean hasMesh() {
    return !first.mesh().isEmpty();
  }

  private Panel data() {
    return new Panel(
        "data",
        MapChart.SOURCE,
        first.truth().isEmpty() ? "source and target" : "source, target and true map",
        Optional.of(MapChart.data(first, range, hasMesh() ? MapChart.MAGNIFIED : 1)),
        "");
  }

  private Panel panel(CellGroup group) {
    Color colour = palette.of(group, groups);
    Shown points = shown.get(group);
    if (points == null) {
      return new Panel(group.label(), colour, numbers(group), Optional.empty(), status(group));
    }
    PointCloud cloud = points.cloud();
    List<Pair> drawn =
        cloud.mesh().isEmpty()
            ? cloud.pairs()
            : MapChart.magnified(cloud.mesh(), MapChart.MAGNIFIED);
    long outside = drawn.stream().filter(pair -> !range.contains(pair.y())).count();
    String note =
        outside == 0 ? "" : "%d of %d points are not in the panel".formatted(outside, drawn.size());
    return new Panel(
        group.label(),
        colour,
        numbers(group),
        Optional.of(
            cloud.mesh().isEmpty()
                ? MapChart.transported(cloud, range, colour)
                : MapChart.mesh(cloud.mesh(), trueMesh, range, colour)),
        note);
  }

  /** The number by which the solver is judged here, and what it could be at best. */
  private static String numbers(CellGroup group) {
    return MetricNames.firstOf(NUMBERS, List.of(group))
        .map(
            metric -> {
              String text = MetricNames.words(metric) + " " + number(group, metric);
              Optional<Estimate> floor =
                  metric.equals(TARGET_ERROR)
                      ? group.estimate(TARGET_ERROR_FLOOR)
                      : Optional.empty();
              return text + floor.map(it -> ", floor " + Numbers.text(it.mean())).orElse("");
            })
        .orElse("");
  }

  private static String number(CellGroup group, String metric) {
    // A squared length has the unit of the drawing, and a panel no room for its name.
    return Numbers.text(group.estimate(metric).orElseThrow().mean())
        + (group.unit(metric).equals("percent") ? " %" : "");
  }

  /** How a cell without points ended, in words. */
  static String status(CellGroup group) {
    return group.rows().stream()
        .filter(row -> row.status() != CellStatus.OK)
        .min(Comparator.comparingLong(ResultRow::seed))
        .map(row -> row.status().text() + (row.message().isEmpty() ? "" : ": " + row.message()))
        .orElse("no points were kept");
  }

  private static Optional<Shown> choose(CellGroup group, PointClouds clouds) {
    return group.rows().stream()
        .map(ResultRow::key)
        .distinct()
        .sorted(
            Comparator.comparing((CellKey cell) -> cell.seed() != SEED)
                .thenComparing(CellKey::seed))
        .flatMap(cell -> clouds.of(cell).map(cloud -> new Shown(cell.seed(), cloud)).stream())
        .filter(it -> !it.cloud().pairs().isEmpty())
        .findFirst();
  }

  private static Stream<Shown> shown(List<CellGroup> groups, Map<CellGroup, Shown> shown) {
    return groups.stream().map(shown::get).filter(Objects::nonNull);
  }

  /** What must be seen; the images of a bad map may lie anywhere. */
  private static Stream<Point> extent(PointCloud cloud) {
    return Stream.of(
            cloud.pairs().stream().map(Pair::x),
            cloud.target().stream(),
            cloud.truth().stream().map(Pair::y),
            MapChart.magnified(trueMesh(cloud), MapChart.MAGNIFIED).stream().map(Pair::y))
        .flatMap(points -> points);
  }

  /** The images of the nodes of the mesh under the true map; none if any is not known. */
  private static List<Pair> trueMesh(PointCloud cloud) {
    Map<Point, Pair> truth =
        cloud.truth().stream().collect(Collectors.toMap(Pair::x, pair -> pair, (a, b) -> a));
    List<Pair> nodes =
        cloud.mesh().stream().map(Pair::x).filter(truth::containsKey).map(truth::get).toList();
    return nodes.size() == cloud.mesh().size() ? nodes : List.of();
  }
}
