/**
 * Implicit neural optimal transport by fixed-point optimisation (arXiv:2605.10792): one potential
 * g, forward map x + grad g(x), backward map the solution of an inner problem. Start at {@link
 * io.otbench.solvers.implicit.ImplicitSolver}.
 */
@NullMarked
package io.otbench.solvers.implicit;

import org.jspecify.annotations.NullMarked;
