/**
 * Optimal transport between finite sets of equal size. Start at {@link
 * io.otbench.solvers.discrete.Matching} for the exact plan of two sets of points; it stands on
 * {@link io.otbench.solvers.discrete.AssignmentSolver}, which takes any matrix of costs.
 */
@NullMarked
package io.otbench.solvers.discrete;

import org.jspecify.annotations.NullMarked;
