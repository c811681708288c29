/**
 * What training loops share: the optimiser step on a block's weights. Start at {@link
 * io.otbench.solvers.training.WeightUpdates}.
 */
@NullMarked
package io.otbench.solvers.training;

import org.jspecify.annotations.NullMarked;
