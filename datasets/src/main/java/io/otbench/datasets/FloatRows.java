package io.otbench.datasets;

/**
 * A finite set of points, one a row, in row-major order: number j of row i stands at i * dim + j.
 *
 * @param dim dimension d of a row, at least 1
 * @param values count * d numbers; owned by whoever holds the record and not to be changed
 */
// An array in a record compares by identity, which is what is meant: sets are not compared.
@SuppressWarnings("ArrayRecordComponent")
public record FloatRows(int dim, float[] values) {

  /** Checks that the numbers make whole rows. */
  public FloatRows {
    if (dim < 1 || values.length % dim != 0) {
      throw new IllegalArgumentException(
          "%d numbers do not make rows of dimension %d".formatted(values.length, dim));
    }
  }

  /** Number of rows. */
  public int count() {
    return values.length / dim;
  }
}
