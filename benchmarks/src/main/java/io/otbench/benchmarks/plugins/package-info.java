/**
 * Jars of the user's that add solvers, benchmarks, problems and metrics. Start at {@link
 * io.otbench.benchmarks.plugins.PluginJars}.
 */
@NullMarked
package io.otbench.benchmarks.plugins;

import org.jspecify.annotations.NullMarked;
