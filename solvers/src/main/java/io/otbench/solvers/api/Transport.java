package io.otbench.solvers.api;

import java.util.Optional;

/**
 * What fitting returns. Owns native memory until closed; its maps must not be used afterwards and
 * closing twice does nothing.
 */
public interface Transport extends AutoCloseable {

  /** The map from source to target. */
  PointMap forward();

  /** The map from target to source, for methods that have one. */
  default Optional<PointMap> backward() {
    return Optional.empty();
  }

  /** The learned potential whose gradient makes the forward map, for methods that have one. */
  default Optional<Potential> potential() {
    return Optional.empty();
  }

  /** Draws from the learned plan, for methods whose answer is a plan rather than a map. */
  default Optional<PlanSampler> plan() {
    return Optional.empty();
  }

  /** Number of trained numbers; 0 for a map that has none. */
  long parameterCount();

  @Override
  void close();
}
