package io.otbench.solvers.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.OptionalInt;

/** What a solver sees of a distribution: rows on request, from a random stream of its own. */
public interface Sampler {

  /** Dimension d of a row. */
  int dim();

  /**
   * Draws rows; each call goes on in the random stream. From a finite set the rows of one call are
   * distinct.
   *
   * @param manager owner of the result
   * @param n number of rows, at least 1 and, for a finite set, at most {@link #poolSize()}
   * @return float32 array of shape (n, d)
   */
  NDArray sample(NDManager manager, int n);

  /** The number of rows there are, for a finite set; empty where every row is a fresh draw. */
  default OptionalInt poolSize() {
    return OptionalInt.empty();
  }
}
