package io.otbench.solvers.otp;

import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.PlanSampler;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.networks.MapNetwork;
import io.otbench.solvers.networks.ScopedMap;
import java.util.Optional;

/**
 * T of the smoothed point as a plan, T of the point without noise as a map. There is no potential:
 * V lives on the target's side, and T is not its gradient.
 */
final class OtpTransport implements Transport {

  private final NDManager manager;
  private final MapNetwork map;
  private final long parameterCount;
  private final Smoothing smoothing;
  private final double level;

  private OtpTransport(
      NDManager manager, MapNetwork map, long parameterCount, Smoothing smoothing, double level) {
    this.manager = manager;
    this.map = map;
    this.parameterCount = parameterCount;
    this.smoothing = smoothing;
    this.level = level;
  }

  /**
   * A copy of the map as it is now.
   *
   * @param parameterCount number of trained numbers, those of the potential among them
   * @param level that the map was trained at last
   */
  static OtpTransport copyOf(
      MapNetwork map, long parameterCount, Smoothing smoothing, double level, NDManager parent) {
    NDManager manager = parent.newSubManager();
    return new OtpTransport(manager, map.copyTo(manager), parameterCount, smoothing, level);
  }

  @Override
  public PointMap forward() {
    return new ScopedMap(map.dataType(), x -> map.apply(smoothing.noiseFree(x, level)));
  }

  /** Empty where the map was trained without noise: its plan is the map. */
  @Override
  public Optional<PlanSampler> plan() {
    if (level == 0) {
      return Optional.empty();
    }
    return Optional.of(
        (points, random) ->
            new ScopedMap(map.dataType(), x -> map.apply(smoothing.smooth(x, level, random)))
                .apply(points));
  }

  @Override
  public long parameterCount() {
    return parameterCount;
  }

  @Override
  public void close() {
    manager.close();
  }
}
