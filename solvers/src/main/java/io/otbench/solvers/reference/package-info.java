/**
 * Reference solvers that give the other rows a scale: doing nothing, the best constant, and the
 * optimal map of the sample moments.
 */
@NullMarked
package io.otbench.solvers.reference;

import org.jspecify.annotations.NullMarked;
