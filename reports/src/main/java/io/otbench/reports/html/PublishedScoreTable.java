package io.otbench.reports.html;

import io.otbench.reports.html.MarkedTable.Cell;
import io.otbench.reports.published.PublishedValue;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.DrawScore;
import io.otbench.reports.statistics.Estimate;
import io.otbench.reports.statistics.TableScores;
import io.otbench.reports.tables.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The score of tables by the protocol of the papers, beside what they print for the same set. */
final class PublishedScoreTable {
  private static final String SCORE = "mmd_v@alpha=1_published";
  private static final String FLOOR = SCORE + "_floor";
  private static final String UNBIASED = "mmd_u@alpha=1_published";
  private static final String NOT_RECOVERED = "not recovered";

  private PublishedScoreTable() {}

  /** The table; none if no cell was scored by that protocol. */
  static Optional<MarkedTable> of(List<TableScores> sets, PublishedValues published) {
    List<List<Cell>> lines = new ArrayList<>();
    Map<String, Set<String>> sources = new LinkedHashMap<>();
    for (TableScores set : sets) {
      List<CellGroup> scored = set.groups().stream().filter(group -> group.has(SCORE)).toList();
      if (!scored.isEmpty()) {
        List<PublishedValue> values = published.about(set.problem(), SCORE);
        scored.forEach(group -> lines.add(ours(set, group, values)));
        values.stream()
            .filter(value -> value.printed().isPresent())
            .filter(value -> scored.stream().noneMatch(group -> isOf(value, group)))
            .forEach(value -> lines.add(theirs(set, value)));
        values.forEach(
            value ->
                sources
                    .computeIfAbsent(value.source(), source -> new LinkedHashSet<>())
                    .add(value.method()));
      }
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MarkedTable(
            "MMD² by the published protocol",
            List.of("solver", "set", "ours", "n", "floor", "unbiased", "published"),
            lines,
            notes(sources)));
  }

  private static List<Cell> ours(TableScores set, CellGroup group, List<PublishedValue> values) {
    Estimate score = group.estimate(SCORE).orElseThrow();
    OptionalDouble floor = set.shared(FLOOR);
    return List.of(
        Cell.number(group.label()),
        Cell.number(set.problem()),
        TabularTables.besideFloor(
            Numbers.text(score), new DrawScore(score.mean(), 0, score.n()), floor),
        Cell.number(String.valueOf(score.n())),
        Cell.number(floor.isPresent() ? Numbers.text(floor.getAsDouble()) : ""),
        Cell.number(group.estimate(UNBIASED).map(Numbers::text).orElse("")),
        Cell.number(
            values.stream()
                .filter(value -> isOf(value, group))
                .map(value -> value.printed().isPresent() ? value.text() : NOT_RECOVERED)
                .findFirst()
                .orElse("")));
  }

  private static List<Cell> theirs(TableScores set, PublishedValue value) {
    return List.of(
        Cell.number(value.method()),
        Cell.number(set.problem()),
        Cell.EMPTY,
        Cell.EMPTY,
        Cell.EMPTY,
        Cell.EMPTY,
        Cell.number(value.text()));
  }

  private static boolean isOf(PublishedValue value, CellGroup group) {
    return value.solver().equals(Optional.of(group.solver()));
  }

  private static List<String> notes(Map<String, Set<String>> sources) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Protocol of arXiv:2006.00104: one draw of 100,000 generated rows against all test rows,"
            + " biased squared MMD of the kernel exp(-|a-b|²), means over n seeds. The floor is 1/n +"
            + " 1/m of the numbers of rows: \"= floor\" says nothing about the model. Unbiased: of the"
            + " same rows, 0 in the mean for a perfect model. Scores under different scalings of the"
            + " columns cannot be compared, and a subset is not the published set, so that nothing"
            + " stands beside it.");
    sources.forEach(
        (source, methods) ->
            notes.add("Published: %s: %s.".formatted(String.join(", ", methods), source)));
    return notes;
  }
}
