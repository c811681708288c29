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
import java.util.random.RandomGenerator;

/**
 * What a transport does to samples, for problems of which no map may be known. Its image of a point
 * is a draw of its plan where it has one, else that of its forward map. Every number is the mean
 * over {@value #DRAWS} independent draws of {@value #ROWS} rows of each kind, since that of one
 * draw varies. The rows of a conditional problem are all at one condition that no solver was
 * trained at.
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
 *       arXiv:2410.03783). Not zero for the optimal map either, since the matching is that of a
 *       sample, and by how much is not known
 *   <li>where no true map is known: {@code cycle_error}, 100 E|T(S(z)) - z|^2 / Var(target) with
 *       the variance of the sample, for transports with both maps
 * </ul>
 */
public final class PlanMetrics implements Evaluation {

  private static final int ROWS = 1_024;
  private static final int DRAWS = 5;

  /** The squares of larger numbers are not finite as floats. */
  private static final double MAX_COORDINATE = 1e18;

  private static final String SQUARED_LENGTH = "squared_length";

  private final NDManager manager;
  private final RandomStreams streams;
  private final PointColumns columns;
  private final AssignmentSolver assignments = new AssignmentSolver();
  private final List<Draw> draws = new ArrayList<>();
  private final double floor;
  private final OptionalDouble w2Squared;

  /**
   * Rows of both sides.
   *
   * @param partners for every source row its partner in the target sample; empty where a true map
   *     is known
   */
  private record Draw(NDArray source, NDArray target, Optional<int[]> partners) {}

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
    RandomGenerator sources = streams.stream("plan-source");
    RandomGenerator targets = streams.stream("plan-target");
    RandomGenerator floors = streams.stream("plan-floor");
    double floorSum = 0;
    for (int i = 0; i < DRAWS; i++) {
      NDArray source = EvaluationSide.sample(manager, problem.source(), ROWS, sources);
      NDArray target = EvaluationSide.sample(manager, problem.target(), ROWS, targets);
      Optional<int[]> partners =
          problem.truth().isPresent()
              ? Optional.empty()
              : Optional.of(match(source, target).assignment().columnOfRow());
      draws.add(new Draw(source, target, partners));
      try (NDManager scope = manager.newSubManager()) {
        floorSum +=
            distance(EvaluationSide.sample(scope, problem.target(), ROWS, floors), target) / DRAWS;
      }
    }
    this.floor = floorSum;
  }

  @Override
  public List<Measurement> evaluate(Transport transport) {
    RandomGenerator noise = streams.stream("plan-noise");
    Sums sums = new Sums();
    for (Draw draw : draws) {
      sums.add(draw, transport, noise);
    }
    List<Measurement> found = new ArrayList<>();
    found.add(squaredLength("target_error", sums.targetError / DRAWS));
    found.add(squaredLength("target_error_floor", floor));
    if (transport.backward().isPresent()) {
      found.add(squaredLength("target_error_backward", sums.backwardError / DRAWS));
    }
    if (draws.get(0).partners().isPresent()) {
      addCost(found, sums.cost / DRAWS);
      found.add(squaredLength("discrete_map_error", sums.discreteMapError / DRAWS));
      // A target that is a single point has no scale to measure by.
      if (transport.backward().isPresent() && sums.variance > 0) {
        found.add(new Measurement("cycle_error", 100 * sums.cycle / sums.variance, "percent"));
      }
    }
    return found;
  }

  /** Numbers of the draws so far, added up. */
  private final class Sums {

    private double targetError;
    private double backwardError;
    private double cost;
    private double discreteMapError;
    private double cycle;
    private double variance;

    void add(Draw draw, Transport transport, RandomGenerator noise) {
      try (NDManager scope = manager.newSubManager()) {
        NDArray images = images(transport, draw, noise, scope);
        targetError += distance(images, draw.target());
        if (transport.backward().isPresent()) {
          NDArray returned = transport.backward().get().apply(copy(draw.target(), scope));
          backwardError += distance(returned, draw.source());
          NDArray cycled = transport.forward().apply(returned);
          cycle += meanSquare(cycled, draw.target(), IntUnaryOperator.identity());
          NDArray means = draw.target().mean(new int[] {0}, true).broadcast(cycled.getShape());
          variance += meanSquare(draw.target(), means, IntUnaryOperator.identity());
        }
        if (draw.partners().isPresent()) {
          cost += meanSquare(images, draw.source(), IntUnaryOperator.identity());
          NDArray mapped = transport.forward().apply(copy(draw.source(), scope));
          int[] partnerOf = draw.partners().get();
          discreteMapError += meanSquare(mapped, draw.target(), row -> partnerOf[row]);
        }
      }
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
    RandomGenerator noise = streams.stream("plan-noise");
    double sum = 0;
    for (Draw draw : draws) {
      try (NDManager scope = manager.newSubManager()) {
        sum += distance(images(transport, draw, noise, scope), draw.target());
      }
    }
    return List.of(squaredLength("target_error", sum / DRAWS));
  }

  private static NDArray images(
      Transport transport, Draw draw, RandomGenerator noise, NDManager scope) {
    NDArray points = copy(draw.source(), scope);
    return transport
        .plan()
        .map(plan -> plan.sample(points, noise))
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
