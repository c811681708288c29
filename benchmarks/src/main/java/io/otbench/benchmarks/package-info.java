/** The benchmarks module. */
@NullMarked
package io.otbench.benchmarks;

import org.jspecify.annotations.NullMarked;
