package io.otbench.benchmarks.metrics;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.datasets.Problem;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

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

  private static final String SQUARED_LENGTH = "squared_length";

  private final NDManager manager;
  private final RandomStreams streams;
  private final PointColumns columns;
  private final NDArray source;
  private final NDArray target;
  private final double[] sourcePoints;
  private final double[] targetPoints;
  private final double floor;
  private final OptionalDouble w2Squared;

  /** Partners of the source points in the target sample; empty where a true map is known. */
  private final Optional<double[]> partners;

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
    this.target =
        EvaluationSide.sample(manager, problem.target(), ROWS, streams.stream("plan-target"));
    this.sourcePoints = points(source);
    this.targetPoints = points(target);
    try (NDManager scope = manager.newSubManager()) {
      NDArray other =
          EvaluationSide.sample(scope, problem.target(), ROWS, streams.stream("plan-floor"));
      this.floor = distance(points(other), targetPoints);
    }
    this.partners =
        problem.truth().isPresent()
            ? Optional.empty()
            : Optional.of(PointMatching.partners(sourcePoints, targetPoints, columns.count()));
  }

  @Override
  public List<Measurement> evaluate(Transport transport) {
    double[] images = images(transport);
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
                        distance(points(target, map::apply), sourcePoints))));
    if (partners.isPresent()) {
      double cost = meanSquare(sourcePoints, images);
      found.add(squaredLength("transport_cost", cost));
      if (w2Squared.isPresent()) {
        double optimum = w2Squared.getAsDouble();
        found.add(squaredLength("w2_squared", optimum));
        found.add(
            new Measurement("cost_error", 100 * Math.abs(cost - optimum) / optimum, "percent"));
      }
      double[] mapped = points(source, transport.forward()::apply);
      found.add(squaredLength("discrete_map_error", meanSquare(mapped, partners.get())));
    }
    return found;
  }

  @Override
  public List<Measurement> evaluateForCurve(Transport transport) {
    return List.of(targetError(images(transport)));
  }

  private Measurement targetError(double[] images) {
    return squaredLength("target_error", distance(images, targetPoints));
  }

  private double[] images(Transport transport) {
    return transport
        .plan()
        .map(plan -> points(source, rows -> plan.sample(rows, streams.stream("plan-noise"))))
        .orElseGet(() -> points(source, transport.forward()::apply));
  }

  private double[] points(NDArray rows, Function<NDArray, NDArray> move) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray copy = rows.duplicate();
      copy.attach(scope);
      return points(move.apply(copy));
    }
  }

  private double[] points(NDArray rows) {
    return EngineArrays.toDoubles(columns.of(rows));
  }

  /** W2^2 of two samples of one size; NaN where a number is not finite. */
  private double distance(double[] first, double[] second) {
    for (double number : first) {
      if (!Double.isFinite(number)) {
        return Double.NaN;
      }
    }
    return meanSquare(first, PointMatching.partners(first, second, columns.count()));
  }

  /** Mean of |x - y|^2 over rows of the two. */
  private double meanSquare(double[] first, double[] second) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += (first[i] - second[i]) * (first[i] - second[i]);
    }
    return sum / ROWS;
  }

  private static Measurement squaredLength(String metric, double value) {
    return new Measurement(metric, value, SQUARED_LENGTH);
  }

  @Override
  public void close() {
    manager.close();
  }
}
