package io.otbench.benchmarks.cli;

/** What the program tells the shell. */
final class ExitCode {

  static final int OK = 0;

  /** Something went wrong while running, or a cell failed. */
  static final int FAILED = 1;

  /** A mistake of the user; nothing was trained. */
  static final int USAGE = 2;

  private ExitCode() {}
}
