package io.otbench.solvers.diotm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.networks.TimePotential;

/**
 * The game of {@link DiotmSolver} as expressions that may be recorded for differentiation. The cost
 * of a way of length s in the time u is alpha s^2 / u.
 */
final class DisplacementLoss {

  private final NDArray alpha;
  private final NDArray twoAlpha;
  private final NDArray half;
  private final NDArray hjbWeight;
  private final boolean regularised;

  /**
   * @param manager owner of the constants
   * @param alpha factor of the cost, above 0
   * @param hjbWeight weight of the regulariser, at least 0
   * @param type precision of what it is applied to
   */
  DisplacementLoss(NDManager manager, double alpha, double hjbWeight, DataType type) {
    this.alpha = EngineArrays.scalar(manager, alpha, type);
    this.twoAlpha = EngineArrays.scalar(manager, 2 * alpha, type);
    this.half = EngineArrays.scalar(manager, 0.5, type);
    this.hjbWeight = EngineArrays.scalar(manager, hjbWeight, type);
    this.regularised = hjbWeight > 0;
  }

  /**
   * mean [alpha t |x - F(x)|^2 - V(t, x_t)] + mean [alpha (1 - t) |y - G(y)|^2 + V(t, y_t)], which
   * F minimises by the first mean and G by the second. At the optimum it is alpha W2^2 at all
   * times.
   */
  NDArray ofMaps(TimePotential potential, Interpolants at) {
    NDArray values = potential.value(bothTimes(at), bothPoints(at));
    return at.meanCost().mul(alpha).sub(sourceExcess(values));
  }

  /**
   * mean V(t, x_t) - mean V(t, y_t), which V minimises, plus the weighted regulariser. No gradient
   * goes to the points.
   */
  PotentialTerms ofPotential(TimePotential potential, Interpolants at) {
    NDArray points = bothPoints(at).stopGradient();
    TimePotential.Derivatives derivatives = potential.derivatives(bothTimes(at), points);
    NDArray excess = sourceExcess(derivatives.value());
    NDArray kinetic = derivatives.inSpace().square().sum(new int[] {1}).mul(half);
    NDArray residual = derivatives.inTime().mul(twoAlpha).add(kinetic).abs();
    NDList sides = residual.split(new long[] {residual.size() / 2}, 0);
    NDArray atSource = sides.get(0).mean();
    NDArray atTarget = sides.get(1).mean();
    NDArray loss = regularised ? excess.add(atSource.add(atTarget).mul(hjbWeight)) : excess;
    return new PotentialTerms(loss, atSource, atTarget);
  }

  /**
   * Scalars of one evaluation. The regulariser is the mean of |2 alpha dV/dt + |grad V|^2 / 2|,
   * which is 0 where V solves the Hamilton-Jacobi equation of the cost.
   *
   * @param loss what V minimises
   * @param sourceResidual the regulariser at x_t, without its weight
   * @param targetResidual the regulariser at y_t, without its weight
   */
  record PotentialTerms(NDArray loss, NDArray sourceResidual, NDArray targetResidual) {}

  private static NDArray bothTimes(Interpolants at) {
    return NDArrays.concat(new NDList(at.t(), at.t()), 0);
  }

  private static NDArray bothPoints(Interpolants at) {
    return NDArrays.concat(new NDList(at.source(), at.target()), 0);
  }

  /** mean V(t, x_t) - mean V(t, y_t) of values at both. */
  private static NDArray sourceExcess(NDArray values) {
    NDList sides = values.split(new long[] {values.size() / 2}, 0);
    return sides.get(0).mean().sub(sides.get(1).mean());
  }
}
