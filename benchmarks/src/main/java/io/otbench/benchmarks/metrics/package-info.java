/**
 * Numbers computed from a transport and a problem. Start at {@link
 * io.otbench.benchmarks.metrics.TransportMetrics}.
 */
@NullMarked
package io.otbench.benchmarks.metrics;

import org.jspecify.annotations.NullMarked;
