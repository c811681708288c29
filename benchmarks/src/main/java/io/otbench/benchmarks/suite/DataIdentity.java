package io.otbench.benchmarks.suite;

import io.otbench.datasets.tabular.Scaling;
import java.util.List;

/**
 * What tells the rows of a problem that are read from files from any others: the content of the
 * files, wherever they lie, and what is made of it.
 *
 * @param sha256 checksums of the files
 * @param dropped columns that are not used
 * @param scaling what is done to the columns
 */
public record DataIdentity(List<String> sha256, List<String> dropped, Scaling scaling) {

  /** Copies the lists. */
  public DataIdentity {
    sha256 = List.copyOf(sha256);
    dropped = List.copyOf(dropped);
  }
}
