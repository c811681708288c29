package io.otbench.solvers.dpot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The published loss: lambda (E|x - f|^2)^{1/2} + W2(f, y), the plan held constant. It records, at
 * every new plan, the length of the map (E|x - f|^2)^{1/2} and the distance W2(f, y), and now and
 * then the optimality gap P(T) - lambda W2(source, target) with all distances on the batch.
 */
final class PlanTerm implements TransportTerm {

  /** The gap needs a plan of its own, so it is not asked for at every one. */
  private static final int PLANS_PER_GAP = 20;

  private final double lambda;
  private final BiConsumer<String, Double> recorder;
  private final GroupPlans plans = new GroupPlans();
  private long matched;

  /**
   * @param lambda weight of the length of the map
   * @param recorder takes diagnostics by name
   */
  PlanTerm(double lambda, BiConsumer<String, Double> recorder) {
    this.lambda = lambda;
    this.recorder = recorder;
  }

  @Override
  public Batch match(Batch batch, Supplier<Batch.Images> imagesOfNow) {
    Batch.Images images = imagesOfNow.get();
    NDArray target = batch.target();
    NDArray partners = plans.reorder(images.first(), target, target, batch.groups());
    Batch result = new Batch(batch.groups(), batch.source(), batch.second(), partners);
    record(result, images);
    return result;
  }

  private void record(Batch batch, Batch.Images images) {
    try (NDManager scope = batch.target().getManager().newSubManager()) {
      NDArray points = batch.points();
      double length = number(Losses.rootMeanSquaredDistance(images.first(), points), scope);
      double distance =
          number(Losses.rootMeanSquaredDistance(images.first(), batch.target()), scope);
      recorder.accept("map_length", length);
      recorder.accept("plan_distance", distance);
      if (matched++ % PLANS_PER_GAP == 0) {
        NDArray optimal = plans.reorder(points, batch.target(), batch.target(), batch.groups());
        optimal.attach(scope);
        double shortest = number(Losses.rootMeanSquaredDistance(points, optimal), scope);
        recorder.accept("optimality_gap", lambda * (length - shortest) + distance);
      }
    }
  }

  private static double number(NDArray scalar, NDManager scope) {
    scalar.attach(scope);
    return scalar.toType(DataType.FLOAT64, false).getDouble();
  }

  @Override
  public NDArray loss(Batch batch, Batch.Images images) {
    NDArray distance = Losses.rootMeanSquaredDistance(images.first(), batch.target());
    NDArray length = Losses.rootMeanSquaredDistance(images.first(), batch.points());
    return distance.add(Losses.times(length, lambda));
  }
}
