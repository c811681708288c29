package io.otbench.benchmarks.metrics;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.datasets.Problem;
import io.otbench.reports.results.PointCloud;
import io.otbench.reports.results.PointCloud.Pair;
import io.otbench.reports.results.PointCloud.Point;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Points of a problem of the plane and what a transport does to them, for pictures; measures
 * nothing. {@value #ROWS} of each kind, of a conditional problem all at one condition that no
 * solver was trained at; and a grid of {@value #MESH_SIDE} x {@value #MESH_SIDE} nodes where one
 * says something, of which the true images follow those of the points. Images of the grid are those
 * of the forward map, all others draws of the plan where there is one.
 */
public final class SamplePoints implements Evaluation {

  private static final int ROWS = 512;
  private static final int MESH_SIDE = 21;

  private final NDManager manager;
  private final RandomStreams streams;
  private final PointColumns columns;
  private final NDArray source;
  private final List<Point> target;
  private final List<Pair> truth;
  private final Optional<NDArray> mesh;

  /**
   * Draws the samples.
   *
   * @param parent owner of the native memory, which is freed by {@link #close}
   * @param streams streams of the evaluation alone
   * @param meshHalfSide the grid is on [-meshHalfSide, meshHalfSide]^2; empty for no grid
   * @throws IllegalArgumentException when the points of the problem are not of the plane
   */
  public SamplePoints(
      NDManager parent, Problem problem, RandomStreams streams, OptionalDouble meshHalfSide) {
    this.manager = parent.newSubManager();
    this.streams = streams;
    this.columns = PointColumns.of(problem);
    if (columns.count() != 2) {
      throw new IllegalArgumentException(
          "points must have 2 coordinates to be drawn but problem %s has %d"
              .formatted(problem.name(), columns.count()));
    }
    this.source =
        EvaluationSide.sample(manager, problem.source(), ROWS, streams.stream("points-source"));
    try (NDManager scope = manager.newSubManager()) {
      this.target =
          points(
              EvaluationSide.sample(
                  scope, problem.target(), ROWS, streams.stream("points-target")));
    }
    this.mesh =
        meshHalfSide.isPresent()
            ? Optional.of(mesh(manager, meshHalfSide.getAsDouble()))
            : Optional.empty();
    this.truth = problem.truth().map(known -> truePairs(known.forward())).orElse(List.of());
  }

  @Override
  public List<Measurement> evaluate(Transport transport) {
    return List.of();
  }

  @Override
  public List<Measurement> evaluateForCurve(Transport transport) {
    return List.of();
  }

  @Override
  public Optional<PointCloud> points(Transport transport) {
    List<Pair> pairs =
        transport
            .plan()
            .map(plan -> pairs(source, rows -> plan.sample(rows, streams.stream("points-noise"))))
            .orElseGet(() -> pairs(source, transport.forward()::apply));
    List<Pair> grid = mesh.map(nodes -> pairs(nodes, transport.forward()::apply)).orElse(List.of());
    return Optional.of(new PointCloud(pairs, target, truth, grid));
  }

  private List<Pair> truePairs(PointMap map) {
    List<Pair> all = new ArrayList<>(pairs(source, map::apply));
    mesh.ifPresent(nodes -> all.addAll(pairs(nodes, map::apply)));
    return all;
  }

  /** Nodes row by row, the second coordinate the same in a row; shape (nodes, 2). */
  private static NDArray mesh(NDManager manager, double halfSide) {
    double[] nodes = new double[2 * MESH_SIDE * MESH_SIDE];
    for (int i = 0; i < MESH_SIDE * MESH_SIDE; i++) {
      nodes[2 * i] = halfSide * (2.0 * (i % MESH_SIDE) / (MESH_SIDE - 1) - 1);
      nodes[2 * i + 1] = halfSide * (2.0 * (i / MESH_SIDE) / (MESH_SIDE - 1) - 1);
    }
    return EngineArrays.create(manager, nodes, 2, DataType.FLOAT32);
  }

  private List<Pair> pairs(NDArray rows, Function<NDArray, NDArray> move) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray copy = rows.duplicate();
      copy.attach(scope);
      List<Point> from = points(copy);
      List<Point> to = points(move.apply(copy));
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < from.size(); i++) {
        pairs.add(new Pair(from.get(i), to.get(i)));
      }
      return pairs;
    }
  }

  private List<Point> points(NDArray rows) {
    double[] numbers = EngineArrays.toDoubles(columns.of(rows));
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < numbers.length; i += 2) {
      points.add(new Point(numbers[i], numbers[i + 1]));
    }
    return points;
  }

  @Override
  public void close() {
    manager.close();
  }
}
