package io.otbench.reports.html;

import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What solvers said about fits that have numbers: a line per sentence, with the seeds it is of. */
final class Remarks {

  private Remarks() {}

  static List<String> of(List<CellGroup> groups) {
    List<String> lines = new ArrayList<>();
    for (CellGroup group : groups) {
      Map<String, SortedSet<Long>> seeds = new LinkedHashMap<>();
      for (ResultRow row : group.rows()) {
        if (row.status() == CellStatus.OK && !row.message().isEmpty()) {
          seeds.computeIfAbsent(row.message(), message -> new TreeSet<>()).add(row.seed());
        }
      }
      seeds.forEach((message, of) -> lines.add(line(group, of, message)));
    }
    return lines;
  }

  private static String line(CellGroup group, SortedSet<Long> seeds, String message) {
    return "%s, %s, %s %s: %s"
        .formatted(
            group.problem(),
            group.label(),
            seeds.size() == 1 ? "seed" : "seeds",
            seeds.stream().map(String::valueOf).collect(Collectors.joining(", ")),
            message);
  }
}
