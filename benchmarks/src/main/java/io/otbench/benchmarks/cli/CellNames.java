package io.otbench.benchmarks.cli;

/** How cells of a run are named on the command line. */
final class CellNames {

  static final String DESCRIPTION =
      "Cells as PROBLEM/SOLVER/SEED, such as gaussian-8/implicit/1, or the first digits of an"
          + " identity. Of a sweep: 'PROBLEM/SOLVER/SEED VARIED=VALUE' for one of its cells.";

  private CellNames() {}
}
