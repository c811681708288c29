/**
 * Real tabular data sets, prepared as the published comparisons prepare them. Start at {@link
 * io.otbench.datasets.tabular.TabularCatalogue} for a named set and at {@link
 * io.otbench.datasets.tabular.TableLoader} for any other table.
 */
@NullMarked
package io.otbench.datasets.tabular;

import org.jspecify.annotations.NullMarked;
