package io.otbench.reports.charts;

import java.awt.Color;
import java.util.Optional;
import org.knowm.xchart.XYChart;

/**
 * A part of a sheet.
 *
 * @param name heading, beside a dot of the colour
 * @param numbers second line of the heading
 * @param chart the plot; without one the words stand in its place
 * @param words what is to be said: in place of the plot, or small below it
 */
record Panel(String name, Color colour, String numbers, Optional<XYChart> chart, String words) {}
