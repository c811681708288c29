/**
 * Small problems of two coordinates: known maps that no linear map attains, families under a
 * condition, sources without a density, and the usual pictures. Start at {@link
 * io.otbench.datasets.planar.PlanarProblems}.
 */
@NullMarked
package io.otbench.datasets.planar;

import org.jspecify.annotations.NullMarked;
