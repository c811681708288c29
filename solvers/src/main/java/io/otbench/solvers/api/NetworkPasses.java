package io.otbench.solvers.api;

/**
 * How many rows a thread has sent through networks, a cost of training that does not depend on the
 * machine. One row going once through one network, there or back, is one pass:
 *
 * <ul>
 *   <li>a value or the image of a map is 1 pass a row,
 *   <li>a gradient in the row, with or without the value, is 2,
 *   <li>a product with the Hessian in the row is 4,
 *   <li>values with closed-form derivatives in the weights are 2,
 *   <li>in a loss that is differentiated automatically every pass counts twice.
 * </ul>
 *
 * <p>The networks of this suite count themselves; a solver with networks of its own calls {@link
 * #add}. The harness looks at the count of the training thread while the training clock runs.
 */
public final class NetworkPasses {

  private static final ThreadLocal<long[]> COUNT = ThreadLocal.withInitial(() -> new long[1]);

  private NetworkPasses() {}

  /**
   * Counts passes of this thread.
   *
   * @param passes rows times passes of each
   */
  public static void add(long passes) {
    COUNT.get()[0] += passes;
  }

  /** Passes of this thread so far; differences of it have a meaning. */
  public static long ofThisThread() {
    return COUNT.get()[0];
  }
}
