/**
 * What a run folder holds: result rows, convergence curves and the description of the machine.
 * Start at {@link io.otbench.reports.results.ResultStore} to write them and at {@link
 * io.otbench.reports.results.Results} to read them.
 */
@NullMarked
package io.otbench.reports.results;

import org.jspecify.annotations.NullMarked;
