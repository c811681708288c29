package io.otbench.solvers.dpot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.ConditionalSampler;
import io.otbench.solvers.api.Sampler;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Draws batches of R groups: R conditions of a conditional problem, else R independent batches. */
final class GroupSampler {

  private final int groups;
  private final int rows;
  private final RandomGenerator random;
  private long rowsDrawn;

  /**
   * @param groups R
   * @param rows n, rows of a group
   * @param random stream that picks conditions
   */
  GroupSampler(int groups, int rows, RandomGenerator random) {
    this.groups = groups;
    this.rows = rows;
    this.random = random;
  }

  /**
   * Checks that both sides have the same conditions and enough of them.
   *
   * @throws IllegalArgumentException when they do not
   */
  static void requireConditions(Sampler source, Sampler target, int plans) {
    boolean conditional = source instanceof ConditionalSampler;
    if (conditional != target instanceof ConditionalSampler) {
      throw new IllegalArgumentException(
          "source and target must both be conditional or neither, but only the %s is"
              .formatted(conditional ? "source" : "target"));
    }
    if (source instanceof ConditionalSampler from && target instanceof ConditionalSampler to) {
      if (from.conditionDim() != to.conditionDim()
          || from.conditionCount() != to.conditionCount()) {
        throw new IllegalArgumentException(
            "source and target must have the same conditions but have %d of %d and %d of %d numbers"
                .formatted(
                    from.conditionCount(),
                    from.conditionDim(),
                    to.conditionCount(),
                    to.conditionDim()));
      }
      if (plans > from.conditionCount()) {
        throw new IllegalArgumentException(
            "plans must be at most the number of conditions, %d, but is %d"
                .formatted(from.conditionCount(), plans));
      }
    }
  }

  /** Rows drawn so far, both sides together. */
  long rowsDrawn() {
    return rowsDrawn;
  }

  /**
   * Draws R groups of n rows per side.
   *
   * @param manager owner of the rows
   * @param sourceBatches 2 for a second, independent source batch of the same conditions
   */
  Batch draw(
      NDManager manager,
      Sampler from,
      Sampler to,
      int sourceBatches,
      int conditionDim,
      DataType type) {
    int[] conditions = conditions(from);
    NDList sources = draw(manager, from, conditions, sourceBatches, type);
    Optional<NDArray> second = sourceBatches == 1 ? Optional.empty() : Optional.of(sources.get(1));
    NDArray target = draw(manager, to, conditions, 1, type).get(0);
    NDArray points =
        conditionDim == 0
            ? target
            : target.get(new NDIndex(":, :" + (target.getShape().get(1) - conditionDim)));
    return new Batch(groups, sources.get(0), second, points);
  }

  /** Different conditions, uniformly; none for a problem without conditions. */
  private int[] conditions(Sampler from) {
    return from instanceof ConditionalSampler conditional
        ? random.ints(0, conditional.conditionCount()).distinct().limit(groups).toArray()
        : new int[0];
  }

  /**
   * Batches of R groups. Those of a finite set are drawn in one call, which gives distinct rows:
   * two batches that shared some would not be independent.
   */
  private NDList draw(
      NDManager manager, Sampler sampler, int[] conditions, int batches, DataType type) {
    rowsDrawn += (long) batches * groups * rows;
    if (!(sampler instanceof ConditionalSampler conditional)) {
      return sampler.sample(manager, batches * groups * rows).toType(type, false).split(batches, 0);
    }
    NDList drawn = new NDList();
    for (int batch = 0; batch < batches; batch++) {
      NDList parts = new NDList();
      for (int condition : conditions) {
        parts.add(conditional.sampleAt(manager, rows, condition).toType(type, false));
      }
      drawn.add(NDArrays.concat(parts, 0));
    }
    return drawn;
  }
}
