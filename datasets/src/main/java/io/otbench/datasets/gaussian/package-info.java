/**
 * Gaussian pairs, whose optimal map is linear and known. Start at {@link
 * io.otbench.datasets.gaussian.GaussianPairs}.
 */
@NullMarked
package io.otbench.datasets.gaussian;

import org.jspecify.annotations.NullMarked;
