/**
 * Moments of samples and closed forms of optimal transport between Gaussians, in float64. Start at
 * {@link io.otbench.solvers.api.linalg.BuresWasserstein}.
 */
@NullMarked
package io.otbench.solvers.api.linalg;

import org.jspecify.annotations.NullMarked;
