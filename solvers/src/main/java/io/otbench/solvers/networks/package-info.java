/**
 * Networks as DJL blocks whose input derivatives are written out as forward operations. Start at
 * {@link io.otbench.solvers.networks.DenseIcnn}.
 */
@NullMarked
package io.otbench.solvers.networks;

import org.jspecify.annotations.NullMarked;
