package io.otbench.reports.charts;

import java.io.IOException;
import java.nio.file.Path;

/** What is seen of a figure, as a picture of a web page and as files. */
public sealed interface Drawing permits ChartDrawing, PanelSheet {

  /** Width on the page in CSS pixels. */
  int width();

  /** Height on the page in CSS pixels. */
  int height();

  /** A PNG picture with two pixels per CSS pixel in each direction, for sharp screens. */
  byte[] sharp();

  /** A PNG picture with one pixel per CSS pixel, a third of the size of the sharp one. */
  byte[] small();

  /**
   * Writes the files.
   *
   * @param name file name without ending
   */
  void writeTo(Path folder, String name) throws IOException;
}
