package io.otbench.solvers.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.PointMap;
import java.util.function.UnaryOperator;

/**
 * A map that works in its own precision and leaves nothing behind: what it computes on the way is
 * closed before it returns.
 *
 * @param type precision the points are converted to
 * @param body the map; its argument may be overwritten
 */
public record ScopedMap(DataType type, UnaryOperator<NDArray> body) implements PointMap {

  @Override
  public NDArray apply(NDArray points) {
    NDManager owner = points.getManager();
    try (NDManager scope = owner.newSubManager()) {
      NDArray mapped = body.apply(EngineArrays.copy(scope, points, type));
      mapped.attach(owner);
      return mapped;
    }
  }
}
