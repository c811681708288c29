package io.otbench.benchmarks.metrics;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.datasets.Problem;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.discrete.AssignmentSolver;
import io.otbench.solvers.discrete.Matching;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;

/**
 * What a transport does to samples, for problems of which no map may be known. Its image of a point
 * is a draw of its plan where it has one, else that of its forward map. There are {@value #ROWS}
 * rows of each kind; of a conditional problem all at one condition that no solver was trained at.
 *
 * <ul>
 *   <li>{@code target_error}: W2^2 between the images and as many fresh points of the target, by an
 *       exact assignment. It is not zero for a perfect transport, but about {@code
 *       target_error_floor}: the same between two samples of the target
 *   <li>{@code target_error_backward}: the same on the side of the source, for transports with a
 *       backward map
 *   <li>where no true map is known: {@code transport_cost}, E|x - y|^2 of the points x and their
 *       images y; {@code w2_squared}, its optimum, and {@code cost_error}, 100 |transport_cost -
 *       w2_squared| / w2_squared, where that is known. A small error of one kind beside a large one
 *       of the other shows a transport that is not the optimal one
 *   <li>where no true map is known: {@code discrete_map_error}, E|T(x_i) - y_s(i)|^2 of the forward
 *       map T and the exact matching s of the points x with a sample of the target (the L2 of
 *       arXiv:2407.08287). Not zero for the optimal map either, since the matching is that of a
 *       sample, and by how much is not known
 * </ul>
 */
public final class PlanMetrics implements Evaluation {

  private static final int ROWS = 1_024;

  /** The squares of larger numbers are not finite as floats. */
  private static final double MAX_COORDINATE = 1e18;

  private static final String SQUARED_LENGTH = "squared_length";

  private final NDManager manager;
  private final RandomStreams streams;
  private final PointColumns columns;
  private final AssignmentSolver assignments = new AssignmentSolver();
  private final NDArray source;
  private final NDArray sourcePoints;
  private final NDArray target;
  private final NDArray targetPoints;
  private final double floor;
  private final OptionalDouble w2Squared;

  /** For every source row its partner in the target sample; empty where a true map is known. */
  private final Optional<int[]> partners;

  /**
   * Draws the samples and matches them.
   *
   * @param parent owner of the native memory, which is freed by {@link #close}
   * @param streams streams of the evaluation alone
   */
  public PlanMetrics(NDManager parent, Problem problem, RandomStreams streams) {
    this.manager = parent.newSubManager();
    this.streams = streams;
    this.columns = PointColumns.of(problem);
    this.w2Squared = problem.w2Squared();
    this.source =
        EvaluationSide.sample(manager, problem.source(), ROWS, streams.stream("plan-source"));
    this.sourcePoints = columns.of(source);
    this.target =
        EvaluationSide.sample(manager, problem.target(), ROWS, streams.stream("plan-target"));
    this.targetPoints = columns.of(target);
    try (NDManager scope = manager.newSubManager()) {
      NDArray other =
          EvaluationSide.sample(scope, problem.target(), ROWS, streams.stream("plan-floor"));
      this.floor = distance(other, targetPoints);
    }
    this.partners =
        problem.truth().isPresent()
            ? Optional.empty()
            : Optional.of(match(sourcePoints, targetPoints).assignment().columnOfRow());
  }

  @Override
  public List<Measurement> evaluate(Transport transport) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray images = images(transport, scope);
      List<Measurement> found = new ArrayList<>();
      found.add(targetError(images));
      found.add(squaredLength("target_error_floor", floor));
      transport
          .backward()
          .ifPresent(
              map ->
                  found.add(
                      squaredLength(
                          "target_error_backward",
                          distance(map.apply(copy(target, scope)), sourcePoints))));
      if (partners.isPresent()) {
        addCost(found, meanSquare(images, sourcePoints, IntUnaryOperator.identity()));
        NDArray mapped = transport.forward().apply(copy(source, scope));
        int[] partnerOf = partners.get();
        found.add(
            squaredLength(
                "discrete_map_error", meanSquare(mapped, targetPoints, row -> partnerOf[row])));
      }
      return found;
    }
  }

  private void addCost(List<Measurement> found, double cost) {
    found.add(squaredLength("transport_cost", cost));
    if (w2Squared.isPresent()) {
      double optimum = w2Squared.getAsDouble();
      found.add(squaredLength("w2_squared", optimum));
      found.add(new Measurement("cost_error", 100 * Math.abs(cost - optimum) / optimum, "percent"));
    }
  }

  @Override
  public List<Measurement> evaluateForCurve(Transport transport) {
    try (NDManager scope = manager.newSubManager()) {
      return List.of(targetError(images(transport, scope)));
    }
  }

  private Measurement targetError(NDArray images) {
    return squaredLength("target_error", distance(images, targetPoints));
  }

  private NDArray images(Transport transport, NDManager scope) {
    NDArray points = copy(source, scope);
    return transport
        .plan()
        .map(plan -> plan.sample(points, streams.stream("plan-noise")))
        .orElseGet(() -> transport.forward().apply(points));
  }

  /** W2^2 of two samples of one size; NaN where a point of the first is beyond all measure. */
  private double distance(NDArray first, NDArray second) {
    boolean measurable =
        Arrays.stream(numbers(first)).allMatch(number -> Math.abs(number) < MAX_COORDINATE);
    return measurable ? match(first, second).w2Squared() : Double.NaN;
  }

  private Matching match(NDArray first, NDArray second) {
    return Matching.of(columns.of(first), columns.of(second), assignments);
  }

  /** Mean of |x_i - y_s(i)|^2. */
  private double meanSquare(NDArray x, NDArray y, IntUnaryOperator s) {
    double[] first = numbers(x);
    double[] second = numbers(y);
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int k = 0; k < columns.count(); k++) {
        double difference =
            first[row * columns.count() + k] - second[s.applyAsInt(row) * columns.count() + k];
        sum += difference * difference;
      }
    }
    return sum / ROWS;
  }

  private double[] numbers(NDArray rows) {
    return EngineArrays.toDoubles(columns.of(rows));
  }

  private static NDArray copy(NDArray points, NDManager scope) {
    NDArray copy = points.duplicate();
    copy.attach(scope);
    return copy;
  }

  private static Measurement squaredLength(String metric, double value) {
    return new Measurement(metric, value, SQUARED_LENGTH);
  }

  @Override
  public void close() {
    manager.close();
  }
}
