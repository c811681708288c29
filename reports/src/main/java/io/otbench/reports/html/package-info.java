/**
 * The report of a run as one page that needs no network. {@link io.otbench.reports.html.ReportPage}
 * holds what the page says, the template {@code report.jte} how it looks, and {@link
 * io.otbench.reports.html.HtmlReport} puts them together.
 */
@NullMarked
package io.otbench.reports.html;

import org.jspecify.annotations.NullMarked;
