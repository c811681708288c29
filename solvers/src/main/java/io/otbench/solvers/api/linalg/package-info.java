/** Closed forms of optimal transport between Gaussians, in float64. */
@NullMarked
package io.otbench.solvers.api.linalg;

import org.jspecify.annotations.NullMarked;
