package io.otbench.reports.regression;

import io.otbench.reports.results.ResultRow;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The numbers that both runs have.
 *
 * @param times whether times are compared
 */
record SeriesPairs(RunCells before, RunCells after, Selection selection, boolean times) {

  List<Series> all() {
    List<Series> all = new ArrayList<>();
    for (Place place : before.cells().keySet()) {
      for (String metric : before.metrics(place)) {
        if (selection.hasMetric(metric)) {
          add(
              all,
              place,
              metric,
              Measure.ACCURACY,
              before.errors(place, metric),
              after.errors(place, metric));
        }
      }
      if (times) {
        addTime(all, place);
      }
      if (selection.has(Measure.MEMORY)) {
        add(
            all,
            place,
            "peak_rss_mib",
            Measure.MEMORY,
            before.numbers(place, ResultRow::peakRssMib),
            after.numbers(place, ResultRow::peakRssMib));
      }
    }
    return all;
  }

  /** CPU seconds where both runs have them: other work on the machine adds little to those. */
  private void addTime(List<Series> all, Place place) {
    if (before.hasCpuSeconds(place) && after.hasCpuSeconds(place)) {
      add(
          all,
          place,
          "train_cpu_seconds",
          Measure.TIME,
          before.cpuSeconds(place),
          after.cpuSeconds(place));
    } else {
      add(
          all,
          place,
          "train_seconds",
          Measure.TIME,
          before.numbers(place, ResultRow::trainSeconds),
          after.numbers(place, ResultRow::trainSeconds));
    }
  }

  private void add(
      List<Series> all,
      Place place,
      String metric,
      Measure measure,
      SortedMap<Long, Double> baseline,
      SortedMap<Long, Double> candidate) {
    if (!baseline.isEmpty() && !candidate.isEmpty()) {
      double unit = measure == Measure.ACCURACY ? before.unit(place, metric) : 0;
      all.add(new Series(place, metric, measure, baseline, candidate, unit));
    }
  }
}
