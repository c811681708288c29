package io.otbench.datasets.tabular;

import io.otbench.datasets.FloatRows;
import java.util.List;

/**
 * A prepared table in three parts. Solvers are trained on the train part; scores are taken on the
 * test part, which no preparation but that of GAS has seen.
 *
 * @param name as in rows and commands, such as {@code magic}
 * @param scaling what was done to the columns; it may differ from what was asked for where a set
 *     knows one scaling only
 * @param subset whether the rows are only some of the published set; results must say so
 * @param columns a name for each of the d columns
 * @param integerColumns those of the columns whose values are all whole numbers before scaling: no
 *     density exists there
 * @param source origin and licence, one line
 * @param train rows of dimension d
 * @param validation rows of dimension d
 * @param test rows of dimension d
 */
public record TabularSet(
    String name,
    Scaling scaling,
    boolean subset,
    List<String> columns,
    List<String> integerColumns,
    String source,
    FloatRows train,
    FloatRows validation,
    FloatRows test) {

  /** Checks that the parts have one dimension and none is empty. */
  public TabularSet {
    columns = List.copyOf(columns);
    integerColumns = List.copyOf(integerColumns);
    for (FloatRows part : List.of(train, validation, test)) {
      if (part.dim() != columns.size() || part.count() < 1) {
        throw new IllegalArgumentException(
            "set %s: every part must have rows of %d columns, but one has %d of %d"
                .formatted(name, columns.size(), part.count(), part.dim()));
      }
    }
  }

  /** Dimension d: the number of columns. */
  public int dim() {
    return columns.size();
  }
}
