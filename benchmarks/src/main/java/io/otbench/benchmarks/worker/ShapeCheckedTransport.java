package io.otbench.benchmarks.worker;

import ai.djl.ndarray.NDArray;
import io.otbench.solvers.api.PlanSampler;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.Potential;
import io.otbench.solvers.api.Transport;
import java.util.Optional;

/**
 * A transport of a foreign solver whose maps are held to one row for each row: a metric would
 * otherwise spread a single row over all points, or pass over columns too many.
 *
 * @param inner what the solver returned
 */
record ShapeCheckedTransport(Transport inner) implements Transport {

  @Override
  public PointMap forward() {
    PointMap map = inner.forward();
    return points -> checked("forward map", points, map.apply(points));
  }

  @Override
  public Optional<PointMap> backward() {
    return inner
        .backward()
        .map(map -> points -> checked("backward map", points, map.apply(points)));
  }

  @Override
  public Optional<Potential> potential() {
    return inner.potential();
  }

  @Override
  public Optional<PlanSampler> plan() {
    return inner
        .plan()
        .map(plan -> (points, random) -> checked("plan", points, plan.sample(points, random)));
  }

  private static NDArray checked(String what, NDArray points, NDArray images) {
    if (!images.getShape().equals(points.getShape())) {
      throw new IllegalArgumentException(
          "the %s must return the shape of its points, %s, but returned %s"
              .formatted(what, points.getShape(), images.getShape()));
    }
    return images;
  }

  @Override
  public long parameterCount() {
    return inner.parameterCount();
  }

  @Override
  public void close() {
    inner.close();
  }
}
