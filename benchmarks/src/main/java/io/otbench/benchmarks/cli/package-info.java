/**
 * The command line. Start at {@link io.otbench.benchmarks.cli.OtbenchCommand}; every mistake of a
 * user becomes one line through {@link io.otbench.benchmarks.suite.UsageException}.
 */
@NullMarked
package io.otbench.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
