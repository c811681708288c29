package io.otbench.datasets.tabular;

import io.otbench.datasets.tabular.preparation.Split;
import java.util.List;

/** A named set: what it is, and how to get it. */
public interface CatalogueEntry {

  /** Name in rows and commands, such as {@code power}. */
  String name();

  /** Whether it ships with this library, so that no file is needed. */
  boolean embedded();

  /** Whether its rows are only some of the published set; results must say so. */
  boolean subset();

  /** Number of columns after the preparation. */
  int dim();

  /** Rows of its parts; for a subset that the user provides the most there can be. */
  Split rows();

  /** Files below the data folder, any one line of which is enough; empty for an embedded set. */
  List<String> files();

  /** Whether its files are there, all of them; whether they are the right ones is not looked at. */
  boolean available(DataFolder folder);

  /** Scalings that can be asked for; the first is the default. */
  List<Scaling> scalings();

  /** Origin and licence, one line. */
  String source();

  /**
   * Reads and prepares the set.
   *
   * @param scaling one of {@link #scalings()}
   * @param folder where the files of sets that are not embedded lie
   * @throws IllegalArgumentException when there is no such scaling, a file is missing, or a file is
   *     not what it should be
   */
  TabularSet load(Scaling scaling, DataFolder folder);

  /**
   * Checksums of the files that {@link #load} reads.
   *
   * @throws IllegalArgumentException when a file is missing
   */
  List<FileChecksum> checksums(DataFolder folder);
}
