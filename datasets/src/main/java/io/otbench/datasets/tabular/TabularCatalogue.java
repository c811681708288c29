package io.otbench.datasets.tabular;

import java.util.List;
import java.util.stream.Stream;

/**
 * All named sets: complete sets and subsets that ship with this library, the five sets of the
 * published comparisons, which need files of the user, and subsets of these.
 */
public final class TabularCatalogue {

  private static final List<CatalogueEntry> ENTRIES =
      Stream.<CatalogueEntry>concat(EmbeddedSet.all().stream(), PublishedSet.all().stream())
          .toList();

  private TabularCatalogue() {}

  /** All sets, those that ship with this library first. */
  public static List<CatalogueEntry> entries() {
    return ENTRIES;
  }

  /** Names of the sets that need no file. */
  public static List<String> embeddedNames() {
    return ENTRIES.stream().filter(CatalogueEntry::embedded).map(CatalogueEntry::name).toList();
  }

  /**
   * The set of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static CatalogueEntry entry(String name) {
    return ENTRIES.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "set must be one of %s but is %s"
                        .formatted(
                            String.join(", ", ENTRIES.stream().map(CatalogueEntry::name).toList()),
                            name)));
  }
}
