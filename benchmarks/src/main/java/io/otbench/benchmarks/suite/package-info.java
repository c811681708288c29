/**
 * What can be run: benchmarks and solvers, found by name through {@link java.util.ServiceLoader}.
 * Start at {@link io.otbench.benchmarks.suite.Benchmark}.
 */
@NullMarked
package io.otbench.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
