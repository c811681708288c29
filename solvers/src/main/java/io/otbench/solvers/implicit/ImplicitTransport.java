package io.otbench.solvers.implicit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.Potential;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.conjugate.ConjugateProblem;
import io.otbench.solvers.conjugate.ConjugateSolution;
import io.otbench.solvers.conjugate.ConjugateSolver;
import io.otbench.solvers.conjugate.InnerLimits;
import io.otbench.solvers.networks.DenseIcnn;
import io.otbench.solvers.networks.ScopedMap;
import java.util.Optional;

/** The maps of a trained g: x + grad g(x) forward, the inner solution backward. */
final class ImplicitTransport implements Transport {

  private final NDManager manager;
  private final DenseIcnn network;
  private final ConjugateSolver inner;
  private final InnerLimits limits;

  private ImplicitTransport(NDManager manager, DenseIcnn network, InnerConfig config) {
    this.manager = manager;
    this.network = network;
    this.inner = InnerSolvers.create(config, RandomStreams.ofSeed(0).stream("backward map"));
    this.limits = new InnerLimits(config.evaluationTolerance(), config.maxIterations());
  }

  static ImplicitTransport copyOf(DenseIcnn network, InnerConfig config, NDManager parent) {
    NDManager manager = parent.newSubManager();
    return new ImplicitTransport(manager, network.copyTo(manager), config);
  }

  @Override
  public PointMap forward() {
    return new ScopedMap(network.dataType(), x -> network.gradient(x).addi(x));
  }

  @Override
  public Optional<PointMap> backward() {
    return Optional.of(new ScopedMap(network.dataType(), this::solve));
  }

  private NDArray solve(NDArray z) {
    ConjugateProblem problem = ConjugateProblem.startingAt(z.getManager(), z, network.dataType());
    ConjugateSolution solution = inner.solve(network, problem, limits);
    return EngineArrays.create(
        z.getManager(), solution.y(), network.inputDim(), network.dataType());
  }

  @Override
  public Optional<Potential> potential() {
    return Optional.of(network);
  }

  @Override
  public long parameterCount() {
    return network.parameterCount();
  }

  @Override
  public void close() {
    manager.close();
  }
}
