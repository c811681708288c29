/**
 * Means and intervals over the seeds of a run. Start at {@link
 * io.otbench.reports.statistics.CellGroup#of}, which puts the rows of the same solver, settings and
 * problem together.
 */
@NullMarked
package io.otbench.reports.statistics;

import org.jspecify.annotations.NullMarked;
