/**
 * DeepParticle optimal transport (arXiv:2506.23429) and two variants of ours without its bias in
 * higher dimension. Start at {@link io.otbench.solvers.dpot.DpotSolver}.
 */
@NullMarked
package io.otbench.solvers.dpot;

import org.jspecify.annotations.NullMarked;
