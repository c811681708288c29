package io.otbench.reports.regression;

/**
 * A cell, or a number of a cell, that only one of the runs has, or that ended in another way.
 *
 * @param text what happened, such as {@code seed 1 was ok and diverged: loss is NaN}
 * @param regression whether the later run lost something
 */
public record CellChange(Place place, String text, boolean regression) {}
