package io.otbench.solvers.dpot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.otbench.solvers.networks.MapNetwork;
import java.util.Optional;

/**
 * The rows that the steps between two refreshes train on: R groups of n rows one after the other.
 *
 * @param groups R
 * @param source rows (x, condition), shape (R n, d + c)
 * @param second rows of an independent source batch, where the term asks for one
 * @param target y, shape (R n, d), row i the partner of source row i where the term has a plan
 */
record Batch(int groups, NDArray source, Optional<NDArray> second, NDArray target) {

  /**
   * What a map makes of a batch's source rows.
   *
   * @param first f, shape (R n, d)
   * @param second f', shape (R n, d), where there is a second source batch
   */
  record Images(NDArray first, Optional<NDArray> second) {}

  /** The images under a map, by one evaluation of it. */
  Images images(MapNetwork map) {
    if (second.isEmpty()) {
      return new Images(map.apply(source), Optional.empty());
    }
    NDList both =
        map.apply(NDArrays.concat(new NDList(source, second.get()), 0))
            .split(new long[] {source.getShape().get(0)}, 0);
    return new Images(both.get(0), Optional.of(both.get(1)));
  }

  /** x, the source points without their condition, shape (R n, d). */
  NDArray points() {
    long dim = target.getShape().get(1);
    return source.getShape().get(1) == dim ? source : source.get(new NDIndex(":, :" + dim));
  }

  /** Rows (point, condition) with other points and the conditions of the source rows. */
  NDArray withCondition(NDArray others) {
    long dim = others.getShape().get(1);
    return source.getShape().get(1) == dim
        ? others
        : NDArrays.concat(new NDList(others, source.get(new NDIndex(":, " + dim + ":"))), 1);
  }

  /** The same rows as views of one step: what is computed from them goes with {@code scope}. */
  Batch in(NDManager scope) {
    return new Batch(
        groups, view(source, scope), second.map(r -> view(r, scope)), view(target, scope));
  }

  private static NDArray view(NDArray rows, NDManager scope) {
    NDArray view = rows.reshape(rows.getShape());
    view.attach(scope);
    return view;
  }
}
