/**
 * Reference solvers that give the other rows a scale: doing nothing, the best constant, the optimal
 * map of the sample moments, and the exact and entropic plans between samples.
 */
@NullMarked
package io.otbench.solvers.reference;

import org.jspecify.annotations.NullMarked;
