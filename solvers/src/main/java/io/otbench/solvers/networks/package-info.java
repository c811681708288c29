/**
 * Networks as DJL blocks whose input derivatives are written out as forward operations. Start at
 * {@link io.otbench.solvers.networks.MapNetwork} for maps and {@link
 * io.otbench.solvers.networks.MlpPotential} or {@link io.otbench.solvers.networks.DenseIcnn} for
 * potentials.
 */
@NullMarked
package io.otbench.solvers.networks;

import org.jspecify.annotations.NullMarked;
