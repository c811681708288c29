package io.otbench.reports.statistics;

import java.util.Comparator;
import java.util.List;

/** The order of solvers in every table and figure: first those that train nothing, then by name. */
public final class SolverOrder {
  /** Solvers that train nothing and only show what a score means. */
  public static final List<String> REFERENCES =
      List.of("identity", "constant", "linear", "discrete", "discrete-entropic");

  public static final Comparator<String> BY_NAME =
      Comparator.<String>comparingInt(SolverOrder::rank).thenComparing(Comparator.naturalOrder());

  private SolverOrder() {}

  /** Whether the solver only shows what a score means. */
  public static boolean isReference(String solver) {
    return REFERENCES.contains(solver);
  }

  private static int rank(String solver) {
    int reference = REFERENCES.indexOf(solver);
    return reference < 0 ? REFERENCES.size() : reference;
  }
}
