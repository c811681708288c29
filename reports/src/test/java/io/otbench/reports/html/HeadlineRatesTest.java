package io.otbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.statistics.CellGroup;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * How often the headline of a simulated page names a winner that is none, and one that is. Measured
 * of 200 pages: none where all are equal, 7 where two are, and all where one is three times better.
 */
class HeadlineRatesTest {
  private static final int PAGES = 200;

  /** At most 5 % of the pages, and 2.33 deviations of that count: the chance of more is 1 %. */
  private static final int MOST_FALSE = (int) (PAGES * 0.05 + 2.33 * Math.sqrt(PAGES * 0.0475));

  private final Random random = new Random(11);

  @Test
  void equalSolversSeldomHaveAWinner() {
    assertThat(pagesWithAWinner(12, 6, 10, solver -> 1)).isLessThanOrEqualTo(MOST_FALSE);
  }

  /** The worst case of {@link Lead}: two equal solvers, so far ahead that no third matters. */
  @Test
  void twoEqualSolversAheadOfTheOthersSeldomHaveAWinner() {
    assertThat(pagesWithAWinner(12, 6, 10, solver -> solver < 2 ? 1 : 100))
        .isBetween(1, MOST_FALSE);
  }

  @Test
  void aSolverThreeTimesBetterIsNamed() {
    IntToDoubleFunction better = solver -> solver == 0 ? 1.0 / 3 : 1;
    assertThat(pagesWithAWinner(6, 6, 8, better)).isGreaterThanOrEqualTo(PAGES * 9 / 10);
    assertThat(pagesWithAWinner(12, 6, 9, better)).isGreaterThanOrEqualTo(PAGES * 9 / 10);
  }

  /** Scores scatter by 30 %, with a tail to the right. */
  private int pagesWithAWinner(int problems, int solvers, int seeds, IntToDoubleFunction level) {
    int found = 0;
    for (int page = 0; page < PAGES; page++) {
      found +=
          Headline.of(page(problems, solvers, seeds, level)).get(0).contains(" wins on ") ? 1 : 0;
    }
    return found;
  }

  private List<CellGroup> page(int problems, int solvers, int seeds, IntToDoubleFunction level) {
    GroupRows rows = new GroupRows();
    for (int problem = 0; problem < problems; problem++) {
      for (int solver = 0; solver < solvers; solver++) {
        double centre = level.applyAsDouble(solver);
        rows.add(
            "p" + problem,
            "solver" + solver,
            DoubleStream.generate(() -> centre * Math.exp(0.3 * random.nextGaussian()))
                .limit(seeds)
                .toArray());
      }
    }
    return rows.groups();
  }
}
