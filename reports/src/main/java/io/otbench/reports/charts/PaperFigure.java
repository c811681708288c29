package io.otbench.reports.charts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;

/** A figure for a paper: vectors only, letters as outlines, and its numbers beside it. */
public final class PaperFigure {
  private final String name;
  private final XYChart chart;
  private final DataTable data;

  PaperFigure(String name, XYChart chart, DataTable data) {
    this.name = name;
    this.chart = chart;
    this.data = data;
  }

  XYChart chart() {
    return chart;
  }

  /** File name without ending. */
  public String name() {
    return name;
  }

  /**
   * Writes the figure as SVG and as PDF, and its numbers as CSV.
   *
   * @return the three files
   */
  public List<Path> writeTo(Path folder) throws IOException {
    Path csv = folder.resolve(name + ".csv");
    Files.writeString(csv, data.toCsv());
    return List.of(
        write(folder.resolve(name + ".svg"), VectorGraphicsFormat.SVG),
        write(folder.resolve(name + ".pdf"), VectorGraphicsFormat.PDF),
        csv);
  }

  private Path write(Path file, VectorGraphicsFormat format) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      VectorGraphicsEncoder.saveVectorGraphic(chart, out, format);
    }
    return file;
  }
}
