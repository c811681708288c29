/**
 * How a cell goes to where it runs and its result comes back: as plain files. Start at {@link
 * io.otbench.benchmarks.exchange.CellTicket}.
 */
@NullMarked
package io.otbench.benchmarks.exchange;

import org.jspecify.annotations.NullMarked;
