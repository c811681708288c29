package io.otbench.solvers.dpot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.Potential;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.networks.MapNetwork;
import io.otbench.solvers.networks.ScopedMap;
import java.util.Optional;

/** The learned map and, where it was trained, the one back. Conditions stay in their columns. */
final class DpotTransport implements Transport {

  private final NDManager manager;
  private final MapNetwork forward;
  private final Optional<MapNetwork> backward;

  private DpotTransport(NDManager manager, MapNetwork forward, Optional<MapNetwork> backward) {
    this.manager = manager;
    this.forward = forward;
    this.backward = backward;
  }

  static DpotTransport copyOf(MapNetwork forward, Optional<MapNetwork> backward, NDManager parent) {
    NDManager manager = parent.newSubManager();
    return new DpotTransport(
        manager, forward.copyTo(manager), backward.map(map -> map.copyTo(manager)));
  }

  @Override
  public PointMap forward() {
    return pointMap(forward);
  }

  @Override
  public Optional<PointMap> backward() {
    return backward.map(DpotTransport::pointMap);
  }

  private static PointMap pointMap(MapNetwork map) {
    return new ScopedMap(
        map.dataType(),
        rows -> {
          NDArray images = map.apply(rows);
          return map.inputDim() == map.dim()
              ? images
              : NDArrays.concat(
                  new NDList(images, rows.get(new NDIndex(":, " + map.dim() + ":"))), 1);
        });
  }

  @Override
  public Optional<Potential> potential() {
    return forward.potential();
  }

  @Override
  public long parameterCount() {
    return forward.parameterCount() + backward.map(MapNetwork::parameterCount).orElse(0L);
  }

  @Override
  public void close() {
    manager.close();
  }
}
