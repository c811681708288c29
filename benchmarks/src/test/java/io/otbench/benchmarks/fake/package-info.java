/**
 * Solvers that behave well or badly on purpose. Start at {@link
 * io.otbench.benchmarks.fake.FakeSolver}.
 */
@NullMarked
package io.otbench.benchmarks.fake;

import org.jspecify.annotations.NullMarked;
