package io.otbench.reports.html;

import io.otbench.reports.published.PublishedValue;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.tables.Comparison;
import io.otbench.reports.tables.Numbers;
import io.otbench.reports.tables.SummaryTable;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * Ours beside published, floor and linear, one line per problem and solver.
 *
 * @param hasPublished whether any line has a published value
 * @param hasFloor whether any line has a floor
 */
public record ComparisonTable(
    String id,
    String title,
    List<Line> lines,
    boolean hasPublished,
    boolean hasFloor,
    List<String> notes) {

  /**
   * The texts of one line; empty where there is nothing to say.
   *
   * @param floor the least value that can be measured
   * @param ratio ours divided by published
   * @param ratioToLinear ours divided by the linear reference
   * @param notOk how cells without numbers ended
   * @param failed whether one of them is a failure
   */
  public record Line(
      String problem,
      String solver,
      String config,
      String ours,
      String n,
      String floor,
      String published,
      String difference,
      String ratio,
      String ratioToLinear,
      String notOk,
      boolean failed) {

    static Line of(Comparison c) {
      return new Line(
          c.group().problem(),
          c.group().method(),
          c.group().config(),
          c.ours().map(Numbers::text).orElse(""),
          c.ours().map(ours -> String.valueOf(ours.n())).orElse(""),
          c.floor().map(floor -> Numbers.text(floor.mean())).orElse(""),
          c.published().map(PublishedValue::text).orElse(""),
          text(c.difference(), value -> (value > 0 ? "+" : "") + Numbers.text(value)),
          c.ratioText(),
          text(c.ratioToLinear(), Numbers::ratio),
          c.notOkText(),
          c.group().notOk().keySet().stream().anyMatch(CellStatus::isFailure));
    }

    private static String text(OptionalDouble value, DoubleFunction<String> format) {
      return value.isPresent() ? format.apply(value.getAsDouble()) : "";
    }
  }

  static ComparisonTable of(String id, String title, SummaryTable table) {
    return new ComparisonTable(
        id,
        title,
        table.comparisons().stream().map(Line::of).toList(),
        table.comparisons().stream().anyMatch(c -> c.published().isPresent()),
        table.comparisons().stream().anyMatch(c -> c.floor().isPresent()),
        table.notes());
  }
}
