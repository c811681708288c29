package io.otbench.datasets.tabular;

import io.otbench.datasets.tabular.files.TableSource;
import io.otbench.datasets.tabular.preparation.Prepared;
import java.util.function.Supplier;

/** What loading a named set always has: the checks of the catalogue and the cast to float32. */
final class SetAssembly {

  private SetAssembly() {}

  static void requireScaling(CatalogueEntry entry, Scaling scaling) {
    if (!entry.scalings().contains(scaling)) {
      throw new IllegalArgumentException(
          "set %s: scaling must be one of %s but is %s"
              .formatted(entry.name(), entry.scalings(), scaling));
    }
  }

  /** Checks the rows of a file, before anything is done with them. */
  static void requireRows(CatalogueEntry entry, TableSource source, int expected, int found) {
    boolean partAllowed = entry.subset() && !entry.embedded();
    if (!partAllowed && found != expected) {
      throw source.refusal(
          "must have the %d rows of the set %s but has %d"
              .formatted(expected, entry.name(), found));
    }
  }

  static TabularSet assemble(
      CatalogueEntry entry, TableSource source, Supplier<Prepared> preparation) {
    Prepared prepared = prepare(source, preparation);
    if (prepared.scaling() != Scaling.SVD && prepared.columns().size() != entry.dim()) {
      throw source.refusal(
          "must have %d columns after the preparation of the set %s but has %d: %s"
              .formatted(
                  entry.dim(),
                  entry.name(),
                  prepared.columns().size(),
                  String.join(", ", prepared.columns())));
    }
    return toSet(entry.name(), entry.subset(), entry.source(), prepared);
  }

  /** Names the file in what the preparation refuses. */
  static Prepared prepare(TableSource source, Supplier<Prepared> preparation) {
    try {
      return preparation.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(source.name() + ": " + e.getMessage(), e);
    }
  }

  static TabularSet toSet(String name, boolean subset, String source, Prepared prepared) {
    return new TabularSet(
        name,
        prepared.scaling(),
        subset,
        prepared.columns(),
        prepared.integerColumns(),
        source,
        prepared.train().toFloats(),
        prepared.validation().toFloats(),
        prepared.test().toFloats());
  }
}
