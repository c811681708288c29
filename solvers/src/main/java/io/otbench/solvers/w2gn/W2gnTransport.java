package io.otbench.solvers.w2gn;

import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.Potential;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.networks.DenseIcnn;
import io.otbench.solvers.networks.ScopedMap;
import java.util.Optional;

/** grad psi forward and grad phi backward. */
final class W2gnTransport implements Transport {

  private final NDManager manager;
  private final DenseIcnn psi;
  private final DenseIcnn phi;

  private W2gnTransport(NDManager manager, DenseIcnn psi, DenseIcnn phi) {
    this.manager = manager;
    this.psi = psi;
    this.phi = phi;
  }

  static W2gnTransport copyOf(DenseIcnn psi, DenseIcnn phi, NDManager parent) {
    NDManager manager = parent.newSubManager();
    return new W2gnTransport(manager, psi.copyTo(manager), phi.copyTo(manager));
  }

  @Override
  public PointMap forward() {
    return new ScopedMap(psi.dataType(), psi::gradient);
  }

  @Override
  public Optional<PointMap> backward() {
    return Optional.of(new ScopedMap(phi.dataType(), phi::gradient));
  }

  @Override
  public Optional<Potential> potential() {
    return Optional.of(psi);
  }

  @Override
  public long parameterCount() {
    return psi.parameterCount() + phi.parameterCount();
  }

  @Override
  public void close() {
    manager.close();
  }
}
