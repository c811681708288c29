package io.otbench.solvers.diotm;

import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.networks.MapNetwork;
import io.otbench.solvers.networks.ScopedMap;
import java.util.Optional;

/** F forward and G backward. V is left behind: its gradient makes another map than F. */
final class DiotmTransport implements Transport {

  private final NDManager manager;
  private final MapNetwork forward;
  private final MapNetwork backward;
  private final long trainedNumbers;

  private DiotmTransport(
      NDManager manager, MapNetwork forward, MapNetwork backward, long trainedNumbers) {
    this.manager = manager;
    this.forward = forward;
    this.backward = backward;
    this.trainedNumbers = trainedNumbers;
  }

  /**
   * @param trainedNumbers weights of the maps and of V
   */
  static DiotmTransport copyOf(
      MapNetwork forward, MapNetwork backward, long trainedNumbers, NDManager parent) {
    NDManager manager = parent.newSubManager();
    return new DiotmTransport(
        manager, forward.copyTo(manager), backward.copyTo(manager), trainedNumbers);
  }

  @Override
  public PointMap forward() {
    return new ScopedMap(forward.dataType(), forward::apply);
  }

  @Override
  public Optional<PointMap> backward() {
    return Optional.of(new ScopedMap(backward.dataType(), backward::apply));
  }

  @Override
  public long parameterCount() {
    return trainedNumbers;
  }

  @Override
  public void close() {
    manager.close();
  }
}
