package io.otbench.benchmarks.metrics;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.benchmarks.metrics.twosample.Rows;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.PlanSampler;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.discrete.AssignmentSolver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How like the rows of a table are the images of standard normal rows. The image of a row is a draw
 * of the plan where there is one, else that of the forward map. n images are compared with as many
 * test rows; every number is the mean over {@value TabularReference#DRAWS} draws of the normal rows
 * and has a {@code _sd}, the standard deviation over them (the test rows stay the same). So is that
 * of two references, the same for all transports: {@code _perfect}, training rows in place of the
 * images, which a perfect model cannot beat but by chance, and {@code _noise}, the normal rows
 * themselves.
 *
 * <ul>
 *   <li>{@code mmd_v@alpha=1}: the biased squared maximum mean discrepancy of the kernel
 *       exp(-|a-b|^2), as published (arXiv:2006.00104). Beside it {@code mmd_v@alpha=1_floor}, 1/n
 *       + 1/m: a value equal to the floor says nothing about the model
 *   <li>{@code mmd_u@alpha=1}: the unbiased one, 0 in the mean for a perfect model
 *   <li>{@code mmd_u@median}, {@code mmd_u@0.25median}, {@code mmd_u@4median}: the same with alpha
 *       = 1 / (2 median squared distance of the test rows), {@code median_alpha}, and a quarter and
 *       four times of that
 *   <li>{@code energy_distance}: 2 E|x-y| - E|x-x'| - E|y-y'|, unbiased
 *   <li>{@code sliced_w2_squared}: mean of W2^2 over 128 directions, {@code w2_squared_matched}:
 *       W2^2 by an exact assignment of at most 2048 rows. Both are above 0 for a perfect model too
 *   <li>{@code transport_cost}: E|x - T(x)|^2 of the normal rows and their images
 *   <li>for transports with a backward map S, of one sample: {@code mmd_u@median_backward}, between
 *       the images of the test rows and normal rows, with the median rule of the latter, and {@code
 *       cycle_error}, 100 E|T(S(z)) - z|^2 / Var of the test rows z
 *   <li>{@code sample_rows}: n, of one sample
 *   <li>where {@value PublishedProtocol#IMAGES} samples or more are asked for, {@code
 *       mmd_v@alpha=1_published}, its floor and {@code mmd_u@alpha=1_published}: one draw of so
 *       many images against all test rows; see {@link PublishedProtocol}
 * </ul>
 *
 * <p>A convergence curve takes {@code mmd_u@median} of the first draw alone.
 */
public final class TabularMetrics implements Evaluation {

  /** Rows per call of a map: bounds native memory, amortises the calls. */
  private static final int CHUNK_ROWS = 2_048;

  private final NDManager manager;
  private final TabularReference reference;
  private final boolean published;
  private final RandomStreams streams;

  /**
   * Draws nothing yet.
   *
   * @param parent owner of the native memory, which is freed by {@link #close}
   * @param samples images that are wanted; from {@value PublishedProtocol#IMAGES} on the published
   *     protocol is added
   * @param streams streams of the evaluation alone
   */
  public TabularMetrics(
      NDManager parent, TabularReference reference, int samples, RandomStreams streams) {
    this.manager = parent.newSubManager();
    this.reference = reference;
    this.published = samples >= PublishedProtocol.IMAGES;
    this.streams = streams;
  }

  @Override
  public List<Measurement> evaluate(Transport transport) {
    RandomGenerator sources = streams.stream("tabular-source");
    RandomGenerator noise = streams.stream("tabular-noise");
    AssignmentSolver assignments = new AssignmentSolver();
    DrawStatistics statistics = new DrawStatistics();
    for (int draw = 0; draw < TabularReference.DRAWS; draw++) {
      Rows source = normalRows(sources);
      Rows images = images(transport, source, noise);
      statistics.add(reference.scores(manager, images, assignments));
      statistics.add(
          List.of(
              new Measurement(
                  "transport_cost", images.meanSquaredDistance(source), "squared_length")));
    }
    List<Measurement> found = new ArrayList<>(statistics.summary(""));
    transport.backward().ifPresent(map -> addBackward(found, map, transport.forward()));
    if (published) {
      RandomGenerator all = streams.stream("tabular-published");
      Rows source = Rows.normal(PublishedProtocol.IMAGES, reference.test().dim(), all);
      Rows images = images(transport, source, noise);
      found.addAll(reference.published().scores(images));
    }
    found.addAll(reference.scores());
    return found;
  }

  private void addBackward(List<Measurement> found, PointMap backward, PointMap forward) {
    Rows test = reference.test();
    Rows images = mapped(backward, test);
    found.add(reference.backwardScore(images));
    double cycle = mapped(forward, images).meanSquaredDistance(test);
    found.add(new Measurement("cycle_error", 100 * cycle / test.totalVariance(), "percent"));
  }

  @Override
  public List<Measurement> evaluateForCurve(Transport transport) {
    Rows source = normalRows(streams.stream("tabular-source"));
    Rows images = images(transport, source, streams.stream("tabular-noise"));
    return List.of(reference.curveScore(images));
  }

  private Rows normalRows(RandomGenerator random) {
    return Rows.normal(reference.rows(), reference.test().dim(), random);
  }

  private Rows images(Transport transport, Rows source, RandomGenerator noise) {
    Optional<PlanSampler> plan = transport.plan();
    PointMap map =
        plan.isPresent() ? points -> plan.get().sample(points, noise) : transport.forward();
    return mapped(map, source);
  }

  private Rows mapped(PointMap map, Rows rows) {
    int dim = rows.dim();
    double[] images = new double[rows.numbers().length];
    int chunk = CHUNK_ROWS * dim;
    for (int from = 0; from < images.length; from += chunk) {
      try (NDManager scope = manager.newSubManager()) {
        double[] part =
            Arrays.copyOfRange(rows.numbers(), from, Math.min(from + chunk, images.length));
        NDArray points = EngineArrays.create(scope, part, dim, DataType.FLOAT32);
        System.arraycopy(EngineArrays.toDoubles(map.apply(points)), 0, images, from, part.length);
      }
    }
    return new Rows(images, dim);
  }

  @Override
  public void close() {
    manager.close();
  }
}
