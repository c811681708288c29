package io.otbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

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
            "Lowest mean error: good on 2 of 2 problems.",
            "Shortest training: good on 2 of 2 problems; least memory: good on 2 of 2 problems"
                + " (means of trained solvers, not tested).");
  }

  @Test
  void sixSeedsOfTwoSolversNameAWinnerAndFiveDoNot() {
    assertThat(headline(5, 1, 2))
        .startsWith(
            "No winner can be named on p: 5 shared seeds are too few, a test of one other solver"
                + " needs 6.");
    assertThat(headline(6, 1, 2))
        .startsWith(
            "good wins on 1 problem of 1: lower than every other trained solver over the shared"
                + " seeds (Wilcoxon's signed-rank test, Holm's correction over its rivals, 5 % on each problem) at forward UVP on p.");
  }

  @Test
  void manySolversNeedMoreSeeds() {
    GroupRows rows = new GroupRows().add("p", "good", values(6, 1));
    for (int i = 0; i < 7; i++) {
      rows.add("p", "other" + i, values(6, 2 + i));
    }

    assertThat(Headline.of(rows.groups()).get(0))
        .isEqualTo(
            "No winner can be named on p: 6 shared seeds are too few, a test of 7 other solvers"
                + " needs 9.");
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
        .isEqualTo("No winner can be named on p: the seeds do not tell it from near.");
  }

  @Test
  void solverThatEndedWellOnlyOnceIsNotBeaten() {
    GroupRows rows =
        new GroupRows()
            .add("p", "good", values(9, 1))
            .add("p", "other", values(9, 2))
            .add("p", "unlucky", 50);

    assertThat(Headline.of(rows.groups()).get(0))
        .isEqualTo("No winner can be named on p: the seeds do not tell it from unlucky.");
  }

  @Test
  void loneSolverAndNoSolverHaveNoWinner() {
    assertThat(Headline.of(new GroupRows().add("p", "only", values(9, 1)).groups()).get(0))
        .isEqualTo("No winner can be named on p: no other trained solver has numbers.");
    assertThat(Headline.of(new GroupRows().add("p", "linear", 1).groups())).isEmpty();
    assertThat(Headline.of(List.of())).isEmpty();
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
