package io.otbench.benchmarks.jmh;

import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.discrete.AssignmentSolver;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Optimal assignment of {@code n} to {@code n} normal points by squared distance: from scratch and
 * from the duals of points that moved a little. The costs change from call to call, so that no
 * branch is learned by heart. {@link JGraphTAssignment} does the same by another library.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DiscreteAssignment {

  private static final int MATRICES = 4;

  /** Deviation of the step that the points take between two solves of a warm start. */
  private static final double STEP = 1e-2;

  /** Points per side. */
  @Param({"256", "512", "1024", "2048"})
  public int n;

  /** Dimension of the points. */
  @Param({"2", "32"})
  public int dim;

  private final AssignmentSolver solver = new AssignmentSolver();
  private final float[][] costs = new float[MATRICES][];
  private final float[][] moved = new float[MATRICES][];
  private final double[][] duals = new double[MATRICES][];
  private int call;

  /** Makes the matrices, and the duals that a warm start begins with. */
  @Setup
  public void prepare() {
    RandomGenerator random = RandomStreams.ofSeed(1).stream("points");
    for (int k = 0; k < MATRICES; k++) {
      double[] x = PointCosts.normals(random, n * dim);
      double[] y = PointCosts.normals(random, n * dim);
      costs[k] = PointCosts.squaredDistances(x, y, dim);
      double[] steps = PointCosts.normals(random, n * dim);
      for (int i = 0; i < x.length; i++) {
        x[i] += STEP * steps[i];
      }
      moved[k] = PointCosts.squaredDistances(x, y, dim);
      duals[k] = solver.solve(costs[k], n).columnDuals();
    }
  }

  private int next() {
    call = (call + 1) % MATRICES;
    return call;
  }

  /** From scratch. */
  @Benchmark
  public double cold() {
    return solver.solve(costs[next()], n).cost();
  }

  /** From the duals before the points moved. */
  @Benchmark
  public double warm() {
    int k = next();
    return solver.solve(moved[k], n, duals[k]).cost();
  }
}
