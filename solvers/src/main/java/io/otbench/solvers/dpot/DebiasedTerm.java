package io.otbench.solvers.dpot;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import java.util.function.Supplier;

/** lambda E|x - f|^2 + W2^2(f, y) - W2^2(f, f') / 2, both plans held constant. */
final class DebiasedTerm implements TransportTerm {

  private final double lambda;
  private final GroupPlans plans = new GroupPlans();

  /**
   * @param lambda weight of E|x - f|^2
   */
  DebiasedTerm(double lambda) {
    this.lambda = lambda;
  }

  @Override
  public int sourceBatches() {
    return 2;
  }

  @Override
  public Batch match(Batch batch, Supplier<Batch.Images> imagesOfNow) {
    Batch.Images images = imagesOfNow.get();
    NDArray second = batch.second().orElseThrow();
    NDArray secondImages = images.second().orElseThrow();
    return new Batch(
        batch.groups(),
        batch.source(),
        Optional.of(plans.reorder(images.first(), secondImages, second, batch.groups())),
        plans.reorder(images.first(), batch.target(), batch.target(), batch.groups()));
  }

  @Override
  public NDArray loss(Batch batch, Batch.Images images) {
    NDArray first = images.first();
    NDArray self = Losses.meanSquaredDistance(first, images.second().orElseThrow());
    NDArray loss = Losses.meanSquaredDistance(first, batch.target()).add(Losses.times(self, -0.5));
    return loss.add(Losses.times(Losses.meanSquaredDistance(first, batch.points()), lambda));
  }
}
