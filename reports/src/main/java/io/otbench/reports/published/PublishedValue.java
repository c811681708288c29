package io.otbench.reports.published;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One number of a paper.
 *
 * @param problem the problem of this suite that the number is about
 * @param dim dimension of the problem
 * @param method the method's name in the paper
 * @param solver the solver of this suite that reproduces the method
 * @param metric the metric of this suite that is nearest to the paper's
 * @param printed the number with the digits that were printed; none if it is not known
 * @param qualifier empty if exact, {@code <} or {@code >} for a bound, {@code ~} if read off a
 *     figure
 * @param direction what the source says about the direction of the map; empty if it has none
 * @param table where in the paper the number stands
 * @param differences how the protocol differs; may be empty
 */
public record PublishedValue(
    String benchmark,
    String problem,
    int dim,
    String method,
    Optional<String> solver,
    String metric,
    Optional<BigDecimal> printed,
    String qualifier,
    String direction,
    Paper paper,
    String table,
    List<Difference> differences) {
  /** The qualifier of a number that was read off a figure. */
  public static final String READ_OFF = "~";

  public PublishedValue {
    differences = List.copyOf(differences);
  }

  /**
   * The number.
   *
   * @throws IllegalStateException if it is not known
   */
  public BigDecimal value() {
    return printed.orElseThrow(
        () -> new IllegalStateException(method + " on " + problem + " has no known " + metric));
  }

  /**
   * The number as printed, such as {@code 0.010}, {@code <1} or {@code 8.25K}; empty if it is not
   * known.
   */
  public String text() {
    return printed
        .map(value -> value.toEngineeringString().replace("E+3", "K").replace("E+6", "M"))
        .map(digits -> qualifier + digits)
        .orElse("");
  }

  /** Whether the number is only a bound, so that a difference from it says little. */
  public boolean isBound() {
    return qualifier.equals("<") || qualifier.equals(">");
  }

  /** Whether the number was read off a figure, so that its digits are not exact. */
  public boolean isReadOff() {
    return qualifier.equals(READ_OFF);
  }

  /**
   * Whether the number is known and measures what the metric of this suite measures, be it of
   * another problem: ours can be divided by it.
   */
  public boolean isComparable() {
    return printed.isPresent() && without(Difference.Leaves.NOTHING);
  }

  /** Whether it is comparable and of the very problem of this suite: ours can be better. */
  public boolean isJudged() {
    return isComparable() && without(Difference.Leaves.RATIO);
  }

  private boolean without(Difference.Leaves leaves) {
    return differences.stream().noneMatch(difference -> difference.leaves() == leaves);
  }

  /** The paper, the place in it and how it was read. */
  public String source() {
    String place = paper.citation() + " " + table;
    return paper.access().isEmpty() ? place : place + ", " + paper.access();
  }

  /** How the protocol differs, in one text; may be empty. */
  public String note() {
    return differences.stream().map(Difference::text).collect(Collectors.joining("; "));
  }
}
