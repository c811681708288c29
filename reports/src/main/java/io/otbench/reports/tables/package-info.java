/**
 * Summary tables of a run as text. Start at {@link io.otbench.reports.tables.SummaryTable#of}, then
 * render for a terminal or as Markdown.
 */
@NullMarked
package io.otbench.reports.tables;

import org.jspecify.annotations.NullMarked;
