package io.otbench.benchmarks.planar;

import ai.djl.ndarray.NDManager;
import io.otbench.benchmarks.metrics.Evaluation;
import io.otbench.benchmarks.metrics.Evaluations;
import io.otbench.benchmarks.metrics.MapMetrics;
import io.otbench.benchmarks.metrics.PlanMetrics;
import io.otbench.benchmarks.metrics.SamplePoints;
import io.otbench.benchmarks.suite.Benchmark;
import io.otbench.datasets.Problem;
import io.otbench.datasets.planar.PlanarProblems;
import io.otbench.solvers.api.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Problems of the plane, with and without a known map. What all of them have is {@code
 * target_error}; errors of the map stand beside it where the true map is known.
 */
public final class PlanarBenchmark implements Benchmark {

  /** The problem whose map moves little, and is best seen by what it does to a grid. */
  private static final String MESHED = "square";

  private static final int PLANE_DIM = 2;

  /** The square is [-1/2, 1/2]^2. */
  private static final double MESH_HALF_SIDE = 0.5;

  @Override
  public String name() {
    return "planar";
  }

  @Override
  public String summary() {
    return "problems of the plane, with and without a known map";
  }

  @Override
  public String problemSummary() {
    return String.join(", ", problems());
  }

  @Override
  public List<String> problems() {
    return PlanarProblems.names();
  }

  @Override
  public List<String> problems(int dim) {
    return problems().stream().filter(name -> problem(name).dim() == dim).toList();
  }

  @Override
  public String dims() {
    return "2, and 3 for two coordinates and a condition";
  }

  /** All of them: the dimensions of a profile are no choice here. */
  @Override
  public List<String> defaultProblems(List<Integer> profileDims) {
    return problems();
  }

  @Override
  public Problem problem(String name) {
    return PlanarProblems.named(name);
  }

  /** Pictures and plans are those of the plane. */
  @Override
  public Optional<String> reasonToRefuse(Problem problem) {
    int dim = problem.dim() - problem.conditionDim();
    return dim == PLANE_DIM
        ? Optional.empty()
        : Optional.of("its points must have 2 coordinates but have " + dim);
  }

  @Override
  public String headlineMetric() {
    return "target_error";
  }

  @Override
  public Evaluation evaluation(
      NDManager manager, Problem problem, int samples, RandomStreams streams) {
    List<Evaluation> parts = new ArrayList<>();
    if (problem.truth().isPresent()) {
      parts.add(
          new MapMetrics(
              manager, problem, samples, streams, Set.of(MapMetrics.Extra.RELATIVE_ERROR)));
    }
    parts.add(new PlanMetrics(manager, problem, streams));
    parts.add(
        new SamplePoints(
            manager,
            problem,
            streams,
            problem.name().equals(MESHED)
                ? OptionalDouble.of(MESH_HALF_SIDE)
                : OptionalDouble.empty()));
    return new Evaluations(parts);
  }
}
