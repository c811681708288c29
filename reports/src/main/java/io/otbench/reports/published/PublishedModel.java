package io.otbench.reports.published;

import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/**
 * A model of a table that a paper prints the size of.
 *
 * @param set the table as the paper calls it, such as {@code MINIBOONE}
 * @param method the method's name in the paper
 * @param parameters number of trainable parameters as it is known, such as {@code 8.25K}
 * @param mmd the printed discrepancy; none where it could not be recovered
 */
public record PublishedModel(
    String benchmark,
    String set,
    int dim,
    String method,
    String parameters,
    Optional<String> mmd,
    String source) {

  /** All published models of this module, in the order of the file. */
  public static List<PublishedModel> load() {
    return PublishedFile.read("uci-models.csv").stream().map(PublishedModel::model).toList();
  }

  private static PublishedModel model(CSVRecord row) {
    return new PublishedModel(
        row.get("benchmark"),
        row.get("set"),
        Integer.parseInt(row.get("dim")),
        row.get("method"),
        row.get("parameters"),
        Optional.of(row.get("mmd")).filter(mmd -> !mmd.isEmpty()),
        row.get("source"));
  }
}
