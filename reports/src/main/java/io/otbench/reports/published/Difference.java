package io.otbench.reports.published;

/**
 * How the protocol of a published number differs from that of this suite.
 *
 * @param comparable whether the number can be held against ours nevertheless
 * @param text what differs, without a full stop
 */
public record Difference(boolean comparable, String text) {}
