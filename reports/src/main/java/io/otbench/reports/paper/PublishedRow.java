package io.otbench.reports.paper;

import io.otbench.reports.published.Difference;
import io.otbench.reports.published.PublishedValue;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.Estimate;
import io.otbench.reports.statistics.MetricDirection;
import io.otbench.reports.statistics.PairedScores;
import io.otbench.reports.statistics.PrintedScore;
import io.otbench.reports.statistics.Verdict;
import io.otbench.reports.statistics.Verdicts;
import io.otbench.reports.tables.Comparison;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A published row and the cells of a configuration that reproduces it, before they are judged.
 *
 * @param group the cells; none if the run has none
 */
record PublishedRow(PublishedValue published, Optional<CellGroup> group) {
  /** How far a number read off a figure may be from the one that was drawn, as a share of it. */
  private static final double READ_OFF = 0.1;

  /** A row for each configuration of the solver, or one row without cells. */
  static List<PublishedRow> of(PublishedValue published, List<CellGroup> groups) {
    List<PublishedRow> rows =
        groups.stream()
            .filter(group -> group.problem().equals(published.problem()))
            .filter(group -> Optional.of(group.solver()).equals(published.solver()))
            .map(group -> new PublishedRow(published, Optional.of(group)))
            .toList();
    return rows.isEmpty() ? List.of(new PublishedRow(published, Optional.empty())) : rows;
  }

  /**
   * The verdicts on all rows of one table, in their order: those that can be compared are a family
   * of {@link Verdicts}.
   */
  static List<Verdict> judge(List<PublishedRow> rows) {
    Iterator<Verdict> judged =
        Verdicts.of(rows.stream().flatMap(row -> row.scores().stream()).toList()).iterator();
    List<Verdict> verdicts = new ArrayList<>();
    for (PublishedRow row : rows) {
      verdicts.add(row.scores().isPresent() ? judged.next() : row.withoutScores());
    }
    return verdicts;
  }

  /** The means of ours beside the number; none without cells. */
  Optional<Comparison> comparison() {
    return group.map(
        it ->
            new Comparison(
                it,
                published.metric(),
                Optional.of(values(it)).filter(values -> values.length > 0).map(Estimate::of),
                Optional.of(published).filter(PublishedValue::isComparable),
                Optional.empty()));
  }

  private Optional<PairedScores> scores() {
    return group
        .map(this::values)
        .filter(values -> isScore() && published.isJudged() && values.length > 0)
        .map(values -> PairedScores.against(printed(), values));
  }

  private Verdict withoutScores() {
    if (group.isEmpty()) {
      return new Verdict.NotRun(
          published.solver().isEmpty()
              ? "no solver of this suite reproduces this row"
              : "the run has no such cell");
    }
    if (!isScore()) {
      return new Verdict.NotJudged();
    }
    if (!published.isComparable()) {
      return new Verdict.NotComparable(
          published.differences().stream()
              .filter(difference -> difference.leaves() == Difference.Leaves.NOTHING)
              .map(Difference::text)
              .findFirst()
              .orElse("the number of the paper is not known"));
    }
    return new Verdict.NotComparable(
        published.isJudged()
            ? "ours has no number"
            : "the paper's number is of another problem and decides nothing about ours");
  }

  /** What else a verdict on scores must be read with. */
  List<String> cautions() {
    List<String> cautions = new ArrayList<>();
    if (scores().isEmpty()) {
      return cautions;
    }
    if (published.isReadOff()) {
      cautions.add(
          "the number is read off a figure: it stands for all within %.0f %% of it"
              .formatted(100 * READ_OFF));
    }
    int ended = scores().orElseThrow().n();
    int others = group.orElseThrow().notOk().values().stream().mapToInt(Integer::intValue).sum();
    if (others > 0) {
      cautions.add(
          "the verdict rests on %d of %d seeds: the others did not end well"
              .formatted(ended, ended + others));
    }
    return cautions;
  }

  private boolean isScore() {
    return MetricDirection.of(published.metric()) != MetricDirection.NEITHER;
  }

  /** A bound is exact on one side; a number in print may be half a last digit off. */
  private PrintedScore printed() {
    double value = published.value().doubleValue();
    double rounding = published.value().ulp().doubleValue() / 2;
    return switch (published.qualifier()) {
      case "<" -> new PrintedScore(value, Double.NEGATIVE_INFINITY, value);
      case ">" -> new PrintedScore(value, value, Double.POSITIVE_INFINITY);
      case PublishedValue.READ_OFF -> {
        double margin = Math.max(rounding, READ_OFF * Math.abs(value));
        yield new PrintedScore(value, value - margin, value + margin);
      }
      default -> new PrintedScore(value, value - rounding, value + rounding);
    };
  }

  /** Costs are columns of every row of a cell, not metrics of their own. */
  private double[] values(CellGroup cells) {
    return switch (published.metric()) {
      case "train_seconds" -> cells.costs(ResultRow::trainSeconds);
      case "parameters" -> cells.costs(ResultRow::parameters);
      default -> cells.values(published.metric());
    };
  }
}
