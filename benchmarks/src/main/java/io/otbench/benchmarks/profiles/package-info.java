/**
 * How much work a profile asks for. The numbers are in {@code profiles.yaml}; start at {@link
 * io.otbench.benchmarks.profiles.Profiles}.
 */
@NullMarked
package io.otbench.benchmarks.profiles;

import org.jspecify.annotations.NullMarked;
