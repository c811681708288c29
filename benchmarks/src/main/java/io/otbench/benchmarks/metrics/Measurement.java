package io.otbench.benchmarks.metrics;

/**
 * One number about a transport.
 *
 * @param metric name in snake case, as in the rows
 * @param value the number
 * @param unit its unit
 */
public record Measurement(String metric, double value, String unit) {}
