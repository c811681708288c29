package io.otbench.benchmarks.fake;

import io.otbench.solvers.api.PlanSampler;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.Transport;
import java.util.Optional;

/**
 * A transport of given parts that owns nothing.
 *
 * @param forward from source to target
 * @param backward from target to source
 * @param plan partners of source points
 */
public record FakeTransport(
    PointMap forward, Optional<PointMap> backward, Optional<PlanSampler> plan)
    implements Transport {

  /** With a forward map alone. */
  public static FakeTransport of(PointMap forward) {
    return new FakeTransport(forward, Optional.empty(), Optional.empty());
  }

  /** With maps both ways. */
  public static FakeTransport of(PointMap forward, PointMap backward) {
    return new FakeTransport(forward, Optional.of(backward), Optional.empty());
  }

  /** With a plan beside the forward map. */
  public static FakeTransport of(PointMap forward, PlanSampler plan) {
    return new FakeTransport(forward, Optional.empty(), Optional.of(plan));
  }

  @Override
  public long parameterCount() {
    return 0;
  }

  @Override
  public void close() {
    // Owns nothing.
  }
}
