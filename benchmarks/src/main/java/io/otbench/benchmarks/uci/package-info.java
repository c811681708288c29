/** Real tables. Start at {@link io.otbench.benchmarks.uci.UciBenchmark}. */
@NullMarked
package io.otbench.benchmarks.uci;

import org.jspecify.annotations.NullMarked;
