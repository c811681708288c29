/** Problems of the plane. Start at {@link io.otbench.benchmarks.planar.PlanarBenchmark}. */
@NullMarked
package io.otbench.benchmarks.planar;

import org.jspecify.annotations.NullMarked;
