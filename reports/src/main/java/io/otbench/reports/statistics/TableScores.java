package io.otbench.reports.statistics;

import static io.otbench.reports.statistics.MetricNames.MMD;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What was measured on one table, where generated rows are judged beside two references: a perfect
 * model, whose rows are training rows, and no model, whose rows are normal noise.
 *
 * @param groups of the table, in the order of solvers
 */
public record TableScores(String benchmark, String problem, int dim, List<CellGroup> groups) {
  private static final String PERFECT = "_perfect";
  private static final String NOISE = "_noise";

  /** The tables among the problems of a run: those with a score by {@link MetricNames#MMD}. */
  public static List<TableScores> of(List<CellGroup> groups) {
    Map<List<String>, List<CellGroup>> problems =
        groups.stream()
            .collect(
                Collectors.groupingBy(
                    group -> List.of(group.benchmark(), group.problem()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return problems.values().stream()
        .filter(all -> all.stream().anyMatch(group -> group.estimate(MMD).isPresent()))
        .map(
            all ->
                new TableScores(
                    all.get(0).benchmark(), all.get(0).problem(), all.get(0).dim(), all))
        .toList();
  }

  /** The name of the score of a perfect model. */
  public static String perfectOf(String metric) {
    return metric + PERFECT;
  }

  /** The name of the score of no model. */
  public static String noiseOf(String metric) {
    return metric + NOISE;
  }

  /** The score of a group of this table; none if no seed has it. */
  public Optional<DrawScore> score(CellGroup group, String metric) {
    return DrawScore.of(group, metric, "");
  }

  /** The score of a perfect model. */
  public Optional<DrawScore> perfect(String metric) {
    return reference(metric, PERFECT);
  }

  /** The score of no model. */
  public Optional<DrawScore> noise(String metric) {
    return reference(metric, NOISE);
  }

  private Optional<DrawScore> reference(String metric, String which) {
    return groups.stream()
        .flatMap(group -> DrawScore.of(group, metric, which).stream())
        .findFirst();
  }

  /** The score of the solver {@code linear}. */
  public Optional<DrawScore> linear(String metric) {
    return groups.stream()
        .filter(group -> group.solver().equals("linear"))
        .flatMap(group -> score(group, metric).stream())
        .findFirst();
  }

  /** Whether the draws cannot tell a score from that of a perfect model, or it is better. */
  public boolean isAsPerfect(DrawScore score, String metric) {
    return perfect(metric).map(perfect -> !perfect.isBelowByMoreThanDraws(score)).orElse(false);
  }

  /** A number that all groups of the table share, such as the rows of a sample. */
  public OptionalDouble shared(String metric) {
    return groups.stream()
        .flatMap(group -> group.estimate(metric).stream())
        .mapToDouble(Estimate::mean)
        .findFirst();
  }

  /** Whether the rows are only some of a published set; its name says so. */
  public boolean isSubset() {
    return problem.toLowerCase(Locale.ROOT).contains("subset");
  }

  /**
   * The size of the table in words: {@code subset of 1,234 training and 56 test rows; samples of 56
   * rows}; what a run did not keep is left out.
   */
  public String sizeText() {
    StringBuilder text = new StringBuilder(isSubset() ? "subset" : "");
    OptionalDouble train = shared("train_rows");
    OptionalDouble test = shared("test_rows");
    if (train.isPresent() && test.isPresent()) {
      text.append(text.isEmpty() ? "" : " of ")
          .append(count(train.getAsDouble()))
          .append(" training and ")
          .append(count(test.getAsDouble()))
          .append(" test rows");
    }
    OptionalDouble sample = shared("sample_rows");
    if (sample.isPresent()) {
      text.append(text.isEmpty() ? "" : "; ")
          .append("samples of ")
          .append(count(sample.getAsDouble()))
          .append(" rows");
    }
    return text.toString();
  }

  private static String count(double number) {
    return String.format(Locale.ROOT, "%,d", Math.round(number));
  }
}
