/**
 * The benchmark of Gaussian pairs, whose optimal map is known in closed form. Start at {@link
 * io.otbench.benchmarks.gaussian.GaussianBenchmark}.
 */
@NullMarked
package io.otbench.benchmarks.gaussian;

import org.jspecify.annotations.NullMarked;
