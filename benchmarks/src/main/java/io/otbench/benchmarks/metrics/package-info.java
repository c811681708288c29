/**
 * Numbers computed from a transport and samples of a problem. Start at {@link
 * io.otbench.benchmarks.metrics.Evaluation}.
 */
@NullMarked
package io.otbench.benchmarks.metrics;

import org.jspecify.annotations.NullMarked;
