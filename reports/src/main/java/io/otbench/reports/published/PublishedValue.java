package io.otbench.reports.published;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One number of a paper.
 *
 * @param method the method's name in the paper
 * @param solver the solver of this suite that reproduces the method
 * @param value the number with the digits that were printed
 * @param qualifier empty if exact, {@code <} or {@code >} for a bound, {@code ~} if read off a
 *     figure
 * @param direction what the source says about the direction of the map
 * @param note how the protocol differs; may be empty
 */
public record PublishedValue(
    String benchmark,
    String method,
    Optional<String> solver,
    int dim,
    String metric,
    BigDecimal value,
    String qualifier,
    String direction,
    String source,
    String note) {

  /** Papers speak of the problem named after the benchmark and the dimension: gaussian-8. */
  public String problem() {
    return benchmark + "-" + dim;
  }

  /** The number as printed, such as {@code 0.010} or {@code <1}. */
  public String text() {
    return qualifier + value.toPlainString();
  }

  /** Whether the number is only a bound, so that a difference from it says little. */
  public boolean isBound() {
    return qualifier.equals("<") || qualifier.equals(">");
  }
}
