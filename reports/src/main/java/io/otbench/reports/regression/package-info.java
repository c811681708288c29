/**
 * Whether a run is worse than an earlier one. Start at {@link
 * io.otbench.reports.regression.RunComparison#of}; {@link io.otbench.reports.regression.Judge}
 * holds the rules.
 */
@NullMarked
package io.otbench.reports.regression;

import org.jspecify.annotations.NullMarked;
