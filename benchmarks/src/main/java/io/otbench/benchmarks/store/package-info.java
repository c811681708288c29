/**
 * Finished cells as files. Start at {@link io.otbench.benchmarks.store.CellStore} to write them and
 * at {@link io.otbench.benchmarks.store.CellFiles} to read them; what makes two cells the same is
 * {@link io.otbench.benchmarks.store.CellIdentity}.
 */
@NullMarked
package io.otbench.benchmarks.store;

import org.jspecify.annotations.NullMarked;
