/**
 * The program: benchmarks, runner and command line. Start at {@link io.otbench.benchmarks.Main};
 * the shape of a benchmark is in {@link io.otbench.benchmarks.suite.Benchmark}.
 */
@NullMarked
package io.otbench.benchmarks;

import org.jspecify.annotations.NullMarked;
