/** Tests of the page in a real browser. */
@NullMarked
package io.otbench.reports.browser;

import org.jspecify.annotations.NullMarked;
