package io.otbench.benchmarks.exchange;

/** Told that there is something to read, by one thread at a time. */
@FunctionalInterface
public interface TicketListener {

  /**
   * The events of a cell have grown.
   *
   * @param slot number of the place where the cell runs, from 0
   */
  void onChange(int slot, CellTicket ticket);
}
