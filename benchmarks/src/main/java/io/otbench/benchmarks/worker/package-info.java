/**
 * What happens inside a worker JVM: one cell at a time is trained, measured and reported. Start at
 * {@link io.otbench.benchmarks.worker.CellRun}; {@link io.otbench.benchmarks.worker.WorkerMain} is
 * the process around it.
 */
@NullMarked
package io.otbench.benchmarks.worker;

import org.jspecify.annotations.NullMarked;
