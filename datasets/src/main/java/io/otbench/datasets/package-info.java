/** The datasets module. */
@NullMarked
package io.otbench.datasets;

import org.jspecify.annotations.NullMarked;
