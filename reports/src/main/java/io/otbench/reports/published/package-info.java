/**
 * Numbers that papers print, with their sources. They are CSV files among the resources of this
 * package; {@link io.otbench.reports.published.PublishedValues#load} reads them all.
 */
@NullMarked
package io.otbench.reports.published;

import org.jspecify.annotations.NullMarked;
