/**
 * Reports of benchmark runs: rows on disk, statistics, tables, figures and the HTML page. {@link
 * io.otbench.reports.ReportWriter} makes a report from a run folder.
 */
@NullMarked
package io.otbench.reports;

import org.jspecify.annotations.NullMarked;
