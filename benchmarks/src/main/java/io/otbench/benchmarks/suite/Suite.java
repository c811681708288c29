package io.otbench.benchmarks.suite;

/** This suite as a whole. */
public final class Suite {

  /**
   * Part of the identity of every cell; the same as in the build. It rises when the same
   * configuration gives other numbers.
   */
  public static final String VERSION = "0.1.0";

  private Suite() {}
}
