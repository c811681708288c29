/**
 * Optimal-transport solvers: the interface in {@code api}, the networks, the inner solvers of
 * conjugates, and one package per method.
 */
@NullMarked
package io.otbench.solvers;

import org.jspecify.annotations.NullMarked;
