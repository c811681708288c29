/**
 * The unit of work and what it reports, as plain data that crosses process boundaries as JSON.
 * Start at {@link io.otbench.benchmarks.cell.Cell}; {@link io.otbench.benchmarks.cell.CellEvent} is
 * what comes back.
 */
@NullMarked
package io.otbench.benchmarks.cell;

import org.jspecify.annotations.NullMarked;
