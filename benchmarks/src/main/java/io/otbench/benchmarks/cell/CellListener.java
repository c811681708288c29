package io.otbench.benchmarks.cell;

/** Told what happens to cells, by one thread at a time. */
@FunctionalInterface
public interface CellListener {

  /**
   * Something happened.
   *
   * @param slot number of the place where the cell runs, from 0
   */
  void onEvent(int slot, Cell cell, CellEvent event);
}
