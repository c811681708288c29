package io.otbench.reports.html;

import static io.otbench.reports.statistics.MetricNames.MMD;

import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.DrawScore;
import io.otbench.reports.statistics.SolverOrder;
import io.otbench.reports.statistics.TableScores;
import io.otbench.reports.tables.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A sentence per table on the solver with the lowest score. What it says of differences is over
 * draws of the rows of one trained model, so it names no winner.
 */
final class TabularSummary {

  private TabularSummary() {}

  static List<String> of(List<TableScores> sets) {
    return sets.stream().map(TabularSummary::sentence).toList();
  }

  private static String sentence(TableScores set) {
    String size = set.sizeText();
    String name = set.problem() + (size.isEmpty() ? "" : " (" + size + ")");
    Optional<CellGroup> best =
        set.groups().stream()
            .filter(group -> !SolverOrder.isReference(group.solver()))
            .filter(group -> group.estimate(MMD).isPresent())
            .min(Comparator.comparingDouble(group -> group.estimate(MMD).orElseThrow().mean()));
    if (best.isEmpty()) {
      return name + ": no solver other than the references has an MMD².";
    }
    DrawScore score = set.score(best.get(), MMD).orElseThrow();
    return "%s: %s has the lowest MMD² of the trained solvers, %s%s%s; %s."
        .formatted(
            name,
            best.get().label(),
            text(score),
            set.perfect(MMD).map(perfect -> besidePerfect(set, score, perfect)).orElse(""),
            set.linear(MMD).map(linear -> besideLinear(score, linear)).orElse(""),
            trainings(score));
  }

  private static String besidePerfect(TableScores set, DrawScore score, DrawScore perfect) {
    String words =
        perfect.mean() > 0 && score.mean() > 0
            ? ", %s times the perfect model's %s"
                .formatted(Numbers.ratio(score.mean() / perfect.mean()), text(perfect))
            : ", where the perfect model has %s".formatted(text(perfect));
    return words + (set.isAsPerfect(score, MMD) ? ", not to be told from it by the draws" : "");
  }

  private static String besideLinear(DrawScore score, DrawScore linear) {
    String of = "linear (%s)".formatted(text(linear));
    if (score.mean() >= linear.mean()) {
      return "; not lower than " + of;
    }
    return score.isBelowByMoreThanDraws(linear)
        ? "; lower than %s by more than its draws scatter".formatted(of)
        : "; lower than %s, but not by more than its draws scatter".formatted(of);
  }

  private static String trainings(DrawScore score) {
    return score.trainings() == 1
        ? "trainings were not repeated"
        : "the scatter of its %d trainings is not counted".formatted(score.trainings());
  }

  private static String text(DrawScore score) {
    return Numbers.text(score.mean(), score.sd());
  }
}
