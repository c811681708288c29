package io.otbench.reports.results;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the run of one cell ended. */
public enum CellStatus {
  OK,
  /** The solver said before the training that it cannot do the problem. */
  SKIPPED,
  DIVERGED,
  FAILED,
  TIMEOUT,
  OUT_OF_MEMORY,
  CRASHED;

  /** The word used in results.csv, such as {@code out_of_memory}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether something went wrong; a cell that was skipped has no numbers and no fault. */
  public boolean isFailure() {
    return this != OK && this != SKIPPED;
  }

  /**
   * Whether it may have been the machine's fault, so that the cell has no result and is tried
   * again; a divergence would come again.
   */
  public boolean isTriedAgain() {
    return this == FAILED || this == TIMEOUT || this == OUT_OF_MEMORY || this == CRASHED;
  }

  /**
   * The status of a word from results.csv.
   *
   * @throws IllegalArgumentException if no status has this word
   */
  public static CellStatus parse(String text) {
    return Arrays.stream(values())
        .filter(status -> status.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "status must be one of "
                        + Arrays.stream(values())
                            .map(CellStatus::text)
                            .collect(Collectors.joining(", "))
                        + ", found '"
                        + text
                        + "'"));
  }
}
