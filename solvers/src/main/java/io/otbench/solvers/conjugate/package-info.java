/**
 * Inner solvers: for a potential g and points z, the minimiser y of |z - y|^2 / 2 + g(y), row by
 * row. Start at {@link io.otbench.solvers.conjugate.ConjugateSolver}; methods and measurements are
 * those of arXiv:2605.10792 and arXiv:2210.12153.
 */
@NullMarked
package io.otbench.solvers.conjugate;

import org.jspecify.annotations.NullMarked;
