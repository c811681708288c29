package io.otbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.statistics.CellGroup;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeadlineTest {

  @Test
  void oneSeedNamesNoWinner() {
    GroupRows rows = new GroupRows();
    for (String problem : List.of("p", "q")) {
      rows.add(problem, "linear", 0.001).add(problem, "good", 0.01).add(problem, "mediocre", 99);
    }

    assertThat(Headline.of(rows.groups()))
        .containsExactly(
            "No winner can be named on any problem: one seed tells nothing about variation.",
            "Lowest mean forward UVP: good on 2 of 2 problems.",
            "Shortest training: good on 2 of 2 problems; least memory: good and mediocre"
                + " (tied) on 2 of 2 problems (means of trained solvers, not tested).");
  }

  @Test
  void sixSeedsOfTwoSolversNameAWinnerAndFiveDoNot() {
    assertThat(headline(5, 1, 2))
        .startsWith("No winner can be named on p: 5 shared seeds are too few, a test needs 6.");
    assertThat(headline(6, 1, 2))
        .startsWith(
            "good wins on 1 problem of 1: lower than every other trained solver over the shared"
                + " seeds (Wilcoxon's signed-rank test, Holm's correction over all problems of the page, so that any winner here is false in at most 5 % of such pages) at forward UVP on p.");
  }

  @Test
  void manyProblemsNeedMoreSeedsAndManySolversDoNot() {
    assertThat(wins(page(1, 8, 6))).isTrue();
    assertThat(Headline.of(page(2, 1, 6)).get(0))
        .isEqualTo(
            "No winner can be named on any problem: 6 shared seeds are too few, a test on each of 2"
                + " problems needs 7.");
    assertThat(wins(page(2, 1, 7))).isTrue();
    assertThat(wins(page(12, 5, 8))).isFalse();
    assertThat(wins(page(12, 5, 9))).isTrue();
  }

  @Test
  void whatTheCorrectionOverProblemsTakesAwayIsSaid() {
    // The rival is lower on one seed of eight, by the least of all: p = 4 / 256.
    double[] rival = rival(8, 2);
    rival[0] = 0.999;
    GroupRows rows = new GroupRows().add("p", "good", values(8, 1)).add("p", "other", rival);
    assertThat(wins(rows.groups())).isTrue();
    for (String problem : List.of("q", "r", "s")) {
      rows.add(problem, "good", 1, 3, 2, 1, 1, 1, 1, 1)
          .add(problem, "other", 2, 2, 3, 1, 2, 1, 2, 1);
    }

    assertThat(Headline.of(rows.groups()).get(0))
        .isEqualTo(
            "No winner can be named on p: p = 0.063 after Holm's correction over 4 problems.");
  }

  @Test
  void lowestMeansAreCountedForEachMetricAndTiesAreNamed() {
    GroupRows rows =
        new GroupRows()
            .add("p", "good", 1)
            .add("p", "other", 2)
            .add("q", "good", 1.00001)
            .add("q", "other", 1)
            .add("q", "third", 1)
            .add("r", "relative_error", "good", 3)
            .add("r", "relative_error", "other", 2);

    assertThat(Headline.of(rows.groups()))
        .contains(
            "Lowest mean forward UVP: good on 1 of 2 problems, other, third and good (tied) on 1;"
                + " relative error: other on 1 of 1 problem.");
  }

  @Test
  void leastCostsThatAreEqualAreTies() {
    assertThat(Headline.of(new GroupRows().add("p", "this", 1).add("p", "that", 2).groups()).get(2))
        .isEqualTo(
            "Shortest training: that and this (tied) on 1 of 1 problem; least memory: that and this"
                + " (tied) on 1 of 1 problem (means of trained solvers, not tested).");
  }

  @Test
  void solverThatIsNotAlwaysLowerIsNamedAsNotBeaten() {
    double[] lead = values(8, 1);
    double[] near = values(8, 1);
    near[0] = 0.5;
    near[3] = 0.5;
    near[5] = 0.5;
    IntStream.of(1, 2, 4, 6, 7).forEach(i -> near[i] += 0.9);
    GroupRows rows =
        new GroupRows().add("p", "lead", lead).add("p", "near", near).add("p", "far", values(8, 9));

    assertThat(Headline.of(rows.groups()).get(0))
        .isEqualTo(
            "No winner can be named on p: the seeds do not tell lead, the lowest, from near.");
  }

  @Test
  void solverThatEndedWellOnlyOnceIsNotBeaten() {
    GroupRows rows =
        new GroupRows()
            .add("p", "good", values(9, 1))
            .add("p", "other", values(9, 2))
            .add("p", "unlucky", 50);

    assertThat(Headline.of(rows.groups()).get(0))
        .isEqualTo(
            "No winner can be named on p: the seeds do not tell good, the lowest, from unlucky.");
  }

  @Test
  void sentencesNameSixAndCountTheRest() {
    GroupRows rows = new GroupRows();
    IntStream.rangeClosed(1, 9).forEach(i -> rows.add("p" + i, "one", 1));
    rows.add("q", "one", values(9, 1)).add("q", "other", values(9, 1));

    assertThat(Headline.of(rows.groups()).get(0))
        .isEqualTo(
            "No winner can be named on p1, p2, p3, p4, p5, p6 and 3 more: no other trained solver"
                + " has numbers.");
  }

  @Test
  void loneSolverAndNoSolverHaveNoWinner() {
    assertThat(Headline.of(new GroupRows().add("p", "only", values(9, 1)).groups()).get(0))
        .isEqualTo("No winner can be named on p: no other trained solver has numbers.");
    assertThat(Headline.of(new GroupRows().add("p", "linear", 1).groups())).isEmpty();
    assertThat(Headline.of(List.of())).isEmpty();
  }

  private static boolean wins(List<CellGroup> groups) {
    return Headline.of(groups).get(0).startsWith("good wins on ");
  }

  /** One solver is better than its rivals on all problems and seeds. */
  private static List<CellGroup> page(int problems, int rivals, int seeds) {
    GroupRows rows = new GroupRows();
    for (int problem = 0; problem < problems; problem++) {
      rows.add("p" + problem, "good", values(seeds, 1));
      for (int rival = 0; rival < rivals; rival++) {
        rows.add("p" + problem, "rival" + rival, rival(seeds, 2 + rival));
      }
    }
    return rows.groups();
  }

  /** Values whose ratios to those of {@link #values} all differ. */
  private static double[] rival(int n, double level) {
    return IntStream.range(0, n).mapToDouble(i -> level + 0.13 * i).toArray();
  }

  private static List<String> headline(int seeds, double good, double other) {
    return Headline.of(
        new GroupRows()
            .add("p", "good", values(seeds, good))
            .add("p", "other", values(seeds, other))
            .groups());
  }

  /** Values that differ from seed to seed, so that no differences are tied. */
  private static double[] values(int n, double level) {
    return IntStream.range(0, n).mapToDouble(i -> level * (1 + 0.01 * i * i)).toArray();
  }
}
