/**
 * Distributions and problems. Start at {@link io.otbench.datasets.Problem}: a source, a target and,
 * where known, the true answer, which no solver can see.
 */
@NullMarked
package io.otbench.datasets;

import org.jspecify.annotations.NullMarked;
