package io.otbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.results.CellStatus;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The lowest mean alone, and a test that rejects in favour of another, name no winner. */
class LeadTest {

  @Test
  void aRivalThatIsLowerOnAllSharedSeedsLeavesNoWinner() {
    // The rival has the higher mean for its seeds 7 to 12, which the lead does not have.
    Lead lead =
        lead(
            IntStream.rangeClosed(1, 6).mapToDouble(seed -> 1 + 0.01 * seed * seed).toArray(),
            IntStream.rangeClosed(1, 12)
                .mapToDouble(seed -> seed <= 6 ? 0.5 + 0.001 * seed : 9)
                .toArray());

    assertThat(lead.best().solver()).isEqualTo("best");
    assertThat(lead.doubt()).contains("the seeds do not tell best, the lowest, from rival");
  }

  @Test
  void aRivalThatIsLowerButForOneOutlierLeavesNoWinner() {
    Lead lead =
        lead(
            IntStream.rangeClosed(1, 12).mapToDouble(seed -> 1 + 0.01 * seed * seed).toArray(),
            IntStream.rangeClosed(1, 12)
                .mapToDouble(seed -> seed == 5 ? 99 : 0.8 + 0.001 * seed)
                .toArray());

    assertThat(lead.best().solver()).isEqualTo("best");
    assertThat(lead.doubt()).contains("the seeds do not tell best, the lowest, from rival");
  }

  @Test
  void aRivalThatIsHigherOnAllSharedSeedsIsBeaten() {
    assertThat(
            lead(
                    IntStream.rangeClosed(1, 6).mapToDouble(seed -> 1 + 0.01 * seed).toArray(),
                    IntStream.rangeClosed(1, 12).mapToDouble(seed -> 2 + 0.1 * seed).toArray())
                .doubt())
        .isEmpty();
  }

  @Test
  void aSolverThatFailedOnSomeSeedsLeavesNoWinner() {
    double[] best = IntStream.rangeClosed(1, 12).mapToDouble(seed -> 1 + 0.01 * seed).toArray();
    double[] rival = IntStream.rangeClosed(1, 12).mapToDouble(seed -> 2 + 0.1 * seed).toArray();
    GroupRows rows = new GroupRows().add("p", "best", best).add("p", "rival", rival);
    Lead lead =
        Lead.of(rows.addFailed("p", "best", CellStatus.DIVERGED).groups(), "uvp_forward")
            .orElseThrow();

    assertThat(lead.doubt()).contains("best did not end well on all seeds (1 diverged)");
  }

  private static Lead lead(double[] best, double[] rival) {
    return Lead.of(
            new GroupRows().add("p", "best", best).add("p", "rival", rival).groups(), "uvp_forward")
        .orElseThrow();
  }
}
