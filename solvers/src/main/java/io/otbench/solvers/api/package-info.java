/**
 * What a solver is and what it may see. Start at {@link io.otbench.solvers.api.OtSolver}: it is
 * handed two {@link io.otbench.solvers.api.Sampler}s and returns a {@link
 * io.otbench.solvers.api.Transport}.
 *
 * <p>Convention of the whole suite: the cost is c(x, y) = |x - y|^2 / 2, the forward map carries
 * the source to the target, points are rows of an (n, d) array, and W2^2 is the optimal mean of |x
 * - y|^2 (without the half).
 */
@NullMarked
package io.otbench.solvers.api;

import org.jspecify.annotations.NullMarked;
