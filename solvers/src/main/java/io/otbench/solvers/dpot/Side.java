package io.otbench.solvers.dpot;

/** Which of the two maps. */
enum Side {
  /** From source to target. */
  FORWARD(""),
  /** From target to source. */
  INVERSE("_inverse");

  private final String suffix;

  Side(String suffix) {
    this.suffix = suffix;
  }

  /** Ends the names of what belongs to this map; empty for the forward one. */
  String suffix() {
    return suffix;
  }
}
