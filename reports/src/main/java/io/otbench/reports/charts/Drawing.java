package io.otbench.reports.charts;

import java.io.IOException;
import java.nio.file.Path;

/** What is seen of a figure, as an image of a web page and as files. */
public sealed interface Drawing permits ChartDrawing, PanelSheet {

  /** Width on the page in CSS pixels. */
  int width();

  /** Height on the page in CSS pixels. */
  int height();

  /** Media type of {@link #bytes}. */
  String mediaType();

  /** The image for the page. */
  byte[] bytes();

  /**
   * Writes the files.
   *
   * @param name file name without ending
   */
  void writeTo(Path folder, String name) throws IOException;
}
