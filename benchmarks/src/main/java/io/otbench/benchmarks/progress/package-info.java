/**
 * What the terminal shows while cells run. Start at {@link
 * io.otbench.benchmarks.progress.RunDisplay}.
 */
@NullMarked
package io.otbench.benchmarks.progress;

import org.jspecify.annotations.NullMarked;
