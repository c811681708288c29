/**
 * The paper view of a benchmark: every published number beside ours, with a verdict of {@link
 * io.otbench.reports.statistics.Verdicts}, in four formats. Start at {@link
 * io.otbench.reports.paper.PaperView}.
 */
@NullMarked
package io.otbench.reports.paper;

import org.jspecify.annotations.NullMarked;
