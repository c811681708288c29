/**
 * Wasserstein-2 generative networks (arXiv:1909.13082): two convex potentials that a cycle term
 * keeps inverse to each other. Start at {@link io.otbench.solvers.w2gn.W2gnSolver}.
 */
@NullMarked
package io.otbench.solvers.w2gn;

import org.jspecify.annotations.NullMarked;
