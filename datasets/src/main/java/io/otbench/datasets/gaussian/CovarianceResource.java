package io.otbench.datasets.gaussian;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ejml.simple.SimpleMatrix;

/** Reads a published covariance; the README beside the files names their origin. */
final class CovarianceResource {

  private CovarianceResource() {}

  static SimpleMatrix read(String side, int dim) {
    String name = "covariance-" + side + "-" + dim + ".csv";
    InputStream stream = CovarianceResource.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("resource " + name + " is missing from the class path");
    }
    try (CSVParser parser =
        CSVParser.parse(new InputStreamReader(stream, StandardCharsets.UTF_8), CSVFormat.DEFAULT)) {
      List<CSVRecord> lines = parser.getRecords();
      SimpleMatrix matrix = new SimpleMatrix(dim, dim);
      for (int i = 0; i < dim; i++) {
        for (int j = 0; j < dim; j++) {
          matrix.set(i, j, Double.parseDouble(lines.get(i).get(j)));
        }
      }
      return matrix;
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }
}
