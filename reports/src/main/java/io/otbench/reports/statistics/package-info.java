/**
 * Means, intervals and tests over the seeds of a run. Start at {@link
 * io.otbench.reports.statistics.CellGroup#of}, which puts the rows of the same solver, settings and
 * problem together, and at {@link io.otbench.reports.statistics.Verdicts#of}, which says what can
 * be told of one solver against another.
 */
@NullMarked
package io.otbench.reports.statistics;

import org.jspecify.annotations.NullMarked;
