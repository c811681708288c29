package io.otbench.reports.html;

import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CurvePoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The training curve of one cell, thinned so that those of all cells have room on a page. Cells of
 * one group keep the same steps, so that their mean can be taken.
 *
 * @param steps the checkpoints
 * @param seconds training time at each checkpoint
 * @param samples samples seen at each checkpoint
 * @param values of each metric at each checkpoint; NaN where there is none
 */
record CurveData(
    List<Long> steps, List<Double> seconds, List<Long> samples, Map<String, List<Double>> values) {
  /** Numbers of all curves together. */
  private static final int ROOM = 60_000;

  private static final int MOST = 80;
  private static final int LEAST = 8;

  /** The curves by number of cell; a cell without checkpoints has none. */
  static Map<Integer, CurveData> of(List<CurvePoint> points, List<CellLine> cells) {
    Map<CellKey, TreeMap<Long, List<CurvePoint>>> byCell = new HashMap<>();
    for (CurvePoint point : points) {
      byCell
          .computeIfAbsent(point.key(), key -> new TreeMap<>())
          .computeIfAbsent(point.step(), step -> new ArrayList<>())
          .add(point);
    }
    long metrics = points.stream().map(CurvePoint::metric).distinct().count();
    long most = ROOM / Math.max(1, byCell.size() * (metrics + 3));
    int kept = (int) Math.max(LEAST, Math.min(MOST, most));
    Map<Integer, List<CellLine>> byGroup =
        cells.stream()
            .filter(cell -> byCell.containsKey(cell.key()))
            .collect(
                Collectors.groupingBy(CellLine::group, LinkedHashMap::new, Collectors.toList()));
    Map<Integer, CurveData> curves = new HashMap<>();
    for (List<CellLine> group : byGroup.values()) {
      Set<Long> steps = steps(group, byCell, kept);
      for (CellLine cell : group) {
        TreeMap<Long, List<CurvePoint>> own = byCell.getOrDefault(cell.key(), new TreeMap<>());
        curves.put(cell.number(), of(own, steps));
      }
    }
    return curves;
  }

  /**
   * The last step of each cell and steps at even places: among the checkpoints first, then among
   * all of the group.
   */
  private static Set<Long> steps(
      List<CellLine> group, Map<CellKey, TreeMap<Long, List<CurvePoint>>> byCell, int kept) {
    Map<String, TreeSet<Long>> byMetric = new LinkedHashMap<>();
    TreeSet<Long> all = new TreeSet<>();
    Set<Long> steps = new LinkedHashSet<>();
    for (CellLine cell : group) {
      TreeMap<Long, List<CurvePoint>> own = byCell.getOrDefault(cell.key(), new TreeMap<>());
      all.addAll(own.keySet());
      steps.add(own.lastKey());
      own.forEach(
          (step, at) ->
              at.forEach(
                  point ->
                      byMetric
                          .computeIfAbsent(point.metric(), metric -> new TreeSet<>())
                          .add(step)));
    }
    addEvenly(steps, checkpoints(byMetric), kept);
    addEvenly(steps, all, kept - steps.size());
    return steps;
  }

  /**
   * Steps at which solvers are judged. Where no such metric has a curve, those of the metric that
   * is measured least often; it may not be asked first, as a solver may measure some number of its
   * own at fewer steps than it is judged at.
   */
  private static Set<Long> checkpoints(Map<String, TreeSet<Long>> byMetric) {
    Set<Long> judged = new TreeSet<>();
    CellTable.HEADLINES.forEach(
        metric -> judged.addAll(byMetric.getOrDefault(metric, new TreeSet<>())));
    return judged.isEmpty()
        ? byMetric.values().stream()
            .filter(steps -> steps.size() > 1)
            .min(Comparator.comparingInt(Set::size))
            .orElseGet(TreeSet::new)
        : judged;
  }

  private static void addEvenly(Set<Long> steps, Set<Long> from, int count) {
    List<Long> ordered = List.copyOf(from);
    int added = Math.min(count, ordered.size());
    for (int i = 0; i < added; i++) {
      steps.add(
          ordered.get(added == 1 ? 0 : (int) ((long) i * (ordered.size() - 1) / (added - 1))));
    }
  }

  private static CurveData of(TreeMap<Long, List<CurvePoint>> points, Set<Long> kept) {
    Set<String> metrics = new LinkedHashSet<>();
    points.values().forEach(at -> at.forEach(point -> metrics.add(point.metric())));
    CurveData curve =
        new CurveData(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
    metrics.forEach(metric -> curve.values().put(metric, new ArrayList<>()));
    points.forEach(
        (step, at) -> {
          if (kept.contains(step)) {
            curve.add(step, at);
          }
        });
    return curve;
  }

  private void add(long step, List<CurvePoint> at) {
    steps.add(step);
    seconds.add(at.get(0).trainSeconds());
    samples.add(at.get(0).samplesSeen());
    values.forEach(
        (metric, list) ->
            list.add(
                at.stream()
                    .filter(point -> point.metric().equals(metric))
                    .mapToDouble(CurvePoint::value)
                    .findFirst()
                    .orElse(Double.NaN)));
  }
}
