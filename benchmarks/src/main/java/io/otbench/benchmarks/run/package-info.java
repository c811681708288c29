/**
 * Planning and running a matrix of cells. Start at {@link io.otbench.benchmarks.run.MatrixRun};
 * where cells run is behind {@link io.otbench.benchmarks.run.CellExecutor}, to which cells go as
 * files.
 */
@NullMarked
package io.otbench.benchmarks.run;

import org.jspecify.annotations.NullMarked;
