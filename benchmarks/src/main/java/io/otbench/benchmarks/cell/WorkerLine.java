package io.otbench.benchmarks.cell;

/**
 * One line of what a worker process writes.
 *
 * @param event what happened to the cell it was given
 * @param retiring whether the worker takes no further cell; true only with the last event
 */
public record WorkerLine(CellEvent event, boolean retiring) {}
