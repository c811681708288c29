package io.otbench.solvers.dpot;

import ai.djl.ndarray.NDArray;
import java.util.function.Supplier;

/**
 * How far the image of a batch is from the target, in the loss of one map. All arrays hold R groups
 * of n rows one after the other; a group is matched by itself and means run over all rows.
 */
interface TransportTerm {

  /** Independent batches of n source rows that one group needs: 1 or 2. */
  default int sourceBatches() {
    return 1;
  }

  /**
   * Decides, at the weights of now, what stays fixed until the next batch.
   *
   * @param batch the rows as they were drawn
   * @param images what the map makes of the source rows, for terms that look at it
   * @return the batch that the next steps train on, owned by the same manager
   */
  Batch match(Batch batch, Supplier<Batch.Images> images);

  /**
   * The loss, a recorded scalar.
   *
   * @param batch as {@link #match} made it
   * @param images recorded images of its source rows
   */
  NDArray loss(Batch batch, Batch.Images images);
}
