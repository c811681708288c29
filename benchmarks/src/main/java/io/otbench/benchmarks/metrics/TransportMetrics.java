package io.otbench.benchmarks.metrics;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.datasets.GroundTruth;
import io.otbench.datasets.Problem;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Transport;
import java.util.ArrayList;
import java.util.List;

/** Metrics of a transport on fresh samples of a problem whose answer is known. */
public final class TransportMetrics implements AutoCloseable {

  private final NDManager manager;
  private final GroundTruth truth;
  private final NDArray source;

  /** Draws the samples. */
  public TransportMetrics(NDManager parent, Problem problem, int samples, RandomStreams streams) {
    this.manager = parent.newSubManager();
    this.truth = problem.truth().orElseThrow();
    this.source = problem.source().sample(manager, samples, streams.stream("source"));
  }

  /** All metrics of {@code transport}. */
  public List<Measurement> evaluate(Transport transport) {
    List<Measurement> found = new ArrayList<>();
    try (NDManager scope = manager.newSubManager()) {
      NDArray points = source.duplicate();
      points.attach(scope);
      NDArray there = transport.forward().apply(points).toType(DataType.FLOAT64, false);
      NDArray best = truth.forward().apply(points).toType(DataType.FLOAT64, false);
      double error = there.sub(best).square().sum(new int[] {1}).mean().getDouble();
      found.add(
          new Measurement("uvp_forward", 100 * error / truth.target().totalVariance(), "percent"));
    }
    return found;
  }

  @Override
  public void close() {
    manager.close();
  }
}
