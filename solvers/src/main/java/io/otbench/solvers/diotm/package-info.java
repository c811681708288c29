/**
 * Displacement-interpolation optimal transport (arXiv:2410.03783): a map each way and a potential
 * that also knows the time between. Start at {@link io.otbench.solvers.diotm.DiotmSolver}.
 */
@NullMarked
package io.otbench.solvers.diotm;

import org.jspecify.annotations.NullMarked;
