/**
 * How the rows of each set become its train, validation and test part, in float64. Start at {@link
 * io.otbench.datasets.tabular.preparation.Prepared}.
 */
@NullMarked
package io.otbench.datasets.tabular.preparation;

import org.jspecify.annotations.NullMarked;
