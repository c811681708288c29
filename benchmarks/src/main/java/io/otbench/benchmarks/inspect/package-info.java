/**
 * What can be asked of a run folder: why a cell runs, where a run is, whether a cell can be
 * reproduced, and the cells of several folders as one. Start at {@link
 * io.otbench.benchmarks.inspect.StoredRun}.
 */
@NullMarked
package io.otbench.benchmarks.inspect;

import org.jspecify.annotations.NullMarked;
