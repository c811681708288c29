/**
 * Micro-benchmarks. They compile with the tests and never ship; {@code mvn -Pjmh} runs them, see
 * the profile in the module's pom.
 */
@NullMarked
package io.otbench.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
