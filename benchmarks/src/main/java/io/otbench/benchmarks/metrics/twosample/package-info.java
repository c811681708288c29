/**
 * Distances between two samples of rows: kernel and energy distances by {@link
 * io.otbench.benchmarks.metrics.twosample.PairwiseSums}, sliced ones by {@link
 * io.otbench.benchmarks.metrics.twosample.SlicedDistance}.
 */
@NullMarked
package io.otbench.benchmarks.metrics.twosample;

import org.jspecify.annotations.NullMarked;
