package io.otbench.benchmarks.metrics;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.datasets.Distribution;
import io.otbench.datasets.GroundTruth;
import io.otbench.datasets.Problem;
import io.otbench.solvers.api.PlanSampler;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.api.linalg.BuresWasserstein;
import io.otbench.solvers.api.linalg.SampleMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * How far the maps of a transport are from the true ones. Sums are float64. In a conditional
 * problem the means are over the condition too, and its columns are no part of any error.
 *
 * <ul>
 *   <li>{@code uvp_forward}, {@code uvp_backward}: 100 E|T(x) - T*(x)|^2 / Var, Var the trace of
 *       the covariance of the side that is mapped to (arXiv:1909.13082); 0 is perfect, 100 is a
 *       constant
 *   <li>{@code cosine_forward}, {@code cosine_backward}: E&lt;T(x)-x, T*(x)-x&gt; over the product
 *       of the two root mean squares, in [-1, 1]; a map that moves nothing scores 0
 *   <li>{@code transport_cost}: E|T(x) - x|^2, {@code w2_squared} its optimum, and {@code
 *       cost_error}: 100 |E|T(x) - x|^2 - E|T*(x) - x|^2| / W2^2 on common samples, which takes the
 *       sampling noise out of the difference
 *   <li>{@code cycle_error}: 100 E|T(S(z)) - z|^2 / Var(target), for transports with both maps
 *   <li>{@code uvp_forward_barycentric}: {@code uvp_forward} of the mean of {@value #PLAN_DRAWS}
 *       draws of the plan per point, on the first {@value #PLAN_ROWS} rows, for transports with a
 *       plan
 *   <li>what an {@link Extra} adds
 * </ul>
 */
public final class MapMetrics implements Evaluation {

  /** A metric that means something for some benchmarks only. */
  public enum Extra {
    /**
     * {@code bw2_uvp_forward}: 100 (squared Frechet distance of the Gaussians with the moments of
     * the mapped samples and of the target) / Var(target) (arXiv:2102.01752). Says all where the
     * target is Gaussian, and little elsewhere.
     */
    FRECHET_DISTANCE,

    /** {@code relative_error}: 100 sqrt(E|T(x) - T*(x)|^2 / E|T*(x)|^2) (arXiv:2506.23429). */
    RELATIVE_ERROR
  }

  /** Rows per call of a map: bounds native memory, amortises the calls. */
  private static final int CHUNK_ROWS = 2_048;

  private static final int PLAN_DRAWS = 64;
  private static final int PLAN_ROWS = 4_096;

  private final NDManager manager;
  private final RandomStreams streams;
  private final GroundTruth truth;
  private final PointColumns columns;
  private final Set<Extra> extras;
  private final List<Chunk> sourceChunks;
  private final List<Chunk> targetChunks;

  /**
   * Points of one side and where the true map sends them.
   *
   * @param points float32, shape (n, d)
   * @param images float64, shape (n, d) without the columns of a condition
   */
  private record Chunk(NDArray points, NDArray images) {}

  /**
   * Draws the samples.
   *
   * @param parent owner of the native memory, which is freed by {@link #close}
   * @param samples rows per side, at least 1
   * @param streams streams of the evaluation alone
   * @param extras what is measured besides
   * @throws IllegalArgumentException when the true maps of the problem are not known
   */
  public MapMetrics(
      NDManager parent, Problem problem, int samples, RandomStreams streams, Set<Extra> extras) {
    this.truth =
        problem
            .truth()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "problem " + problem.name() + " has no known answer to compare with"));
    this.manager = parent.newSubManager();
    this.streams = streams;
    this.columns = PointColumns.of(problem);
    this.extras = Set.copyOf(extras);
    this.sourceChunks = draw(problem.source(), truth.forward(), samples, streams.stream("source"));
    this.targetChunks = draw(problem.target(), truth.backward(), samples, streams.stream("target"));
  }

  private List<Chunk> draw(
      Distribution distribution, PointMap map, int samples, RandomGenerator random) {
    List<Chunk> chunks = new ArrayList<>();
    for (int done = 0; done < samples; done += CHUNK_ROWS) {
      NDArray points = distribution.sample(manager, Math.min(CHUNK_ROWS, samples - done), random);
      chunks.add(new Chunk(points, columns.of(map.apply(points))));
    }
    return chunks;
  }

  @Override
  public List<Measurement> evaluate(Transport transport) {
    List<Measurement> found = new ArrayList<>(evaluateForCurve(transport));
    transport
        .plan()
        .ifPresent(plan -> found.add(percent("uvp_forward_barycentric", barycentricError(plan))));
    return found;
  }

  @Override
  public List<Measurement> evaluateForCurve(Transport transport) {
    PointMap forward = transport.forward();
    List<Measurement> found = new ArrayList<>();

    MapErrors there = new MapErrors();
    SampleMoments pushed = new SampleMoments(columns.count());
    for (Chunk chunk : sourceChunks) {
      try (NDManager scope = manager.newSubManager()) {
        NDArray points = copy(chunk.points(), scope);
        NDArray mapped = columns.of(forward.apply(points)).toType(DataType.FLOAT64, false);
        there.add(columns.of(points).toType(DataType.FLOAT64, false), mapped, chunk.images());
        pushed.add(mapped);
      }
    }
    double targetVariance = truth.target().totalVariance();
    found.add(percent("uvp_forward", there.squaredError() / targetVariance));
    found.add(new Measurement("cosine_forward", there.cosine(), "1"));
    if (extras.contains(Extra.RELATIVE_ERROR)) {
      found.add(percent("relative_error", Math.sqrt(there.squaredError() / there.squaredImage())));
    }
    if (extras.contains(Extra.FRECHET_DISTANCE)) {
      found.add(percent("bw2_uvp_forward", frechet(pushed) / targetVariance));
    }
    found.add(new Measurement("transport_cost", there.cost(), "squared_length"));
    found.add(new Measurement("w2_squared", truth.w2Squared(), "squared_length"));
    found.add(percent("cost_error", Math.abs(there.cost() - there.trueCost()) / truth.w2Squared()));

    Optional<PointMap> backward = transport.backward();
    if (backward.isPresent()) {
      MapErrors back = new MapErrors();
      double cycle = 0;
      for (Chunk chunk : targetChunks) {
        try (NDManager scope = manager.newSubManager()) {
          NDArray points = copy(chunk.points(), scope);
          NDArray mapped = backward.get().apply(points);
          NDArray exact = columns.of(points).toType(DataType.FLOAT64, false);
          NDArray returned = columns.of(forward.apply(mapped)).toType(DataType.FLOAT64, false);
          back.add(exact, columns.of(mapped).toType(DataType.FLOAT64, false), chunk.images());
          cycle += returned.sub(exact).square().sum().getDouble();
        }
      }
      found.add(percent("uvp_backward", back.squaredError() / truth.source().totalVariance()));
      found.add(new Measurement("cosine_backward", back.cosine(), "1"));
      found.add(percent("cycle_error", cycle / back.count() / targetVariance));
    }
    return found;
  }

  /** E|Tbar(x) - T*(x)|^2 / Var(target), Tbar(x) the mean of draws from the plan at x. */
  private double barycentricError(PlanSampler plan) {
    RandomGenerator noise = streams.stream("barycentric-noise");
    double squaredError = 0;
    long rows = 0;
    for (Chunk chunk :
        sourceChunks.subList(0, Math.min(PLAN_ROWS / CHUNK_ROWS, sourceChunks.size()))) {
      try (NDManager scope = manager.newSubManager()) {
        NDArray points = copy(chunk.points(), scope);
        NDArray sum = scope.zeros(chunk.images().getShape(), DataType.FLOAT64);
        for (int draw = 0; draw < PLAN_DRAWS; draw++) {
          try (NDManager inner = scope.newSubManager()) {
            NDArray partners = columns.of(plan.sample(copy(points, inner), noise));
            sum.addi(partners.toType(DataType.FLOAT64, false));
          }
        }
        squaredError += sum.div(PLAN_DRAWS).sub(chunk.images()).square().sum().getDouble();
        rows += points.getShape().get(0);
      }
    }
    return squaredError / rows / truth.target().totalVariance();
  }

  private double frechet(SampleMoments pushed) {
    if (!pushed.isFinite()) {
      return Double.NaN;
    }
    return BuresWasserstein.squaredDistance(
        pushed.mean(), pushed.covariance(), truth.target().mean(), truth.target().covariance());
  }

  private static NDArray copy(NDArray points, NDManager scope) {
    NDArray copy = points.duplicate();
    copy.attach(scope);
    return copy;
  }

  private static Measurement percent(String metric, double share) {
    return new Measurement(metric, 100 * share, "percent");
  }

  @Override
  public void close() {
    manager.close();
  }
}
