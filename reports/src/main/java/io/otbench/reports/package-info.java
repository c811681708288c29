/** The reports module. */
@NullMarked
package io.otbench.reports;

import org.jspecify.annotations.NullMarked;
