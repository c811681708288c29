/**
 * The figures of a report, drawn with XChart. Start at {@link
 * io.otbench.reports.charts.Figures#of}, which makes every figure of a run.
 */
@NullMarked
package io.otbench.reports.charts;

import org.jspecify.annotations.NullMarked;
