package io.otbench.solvers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.Potential;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.ejml.simple.SimpleMatrix;

/** What the tests of this module share: problems with closed forms and a harness in miniature. */
public final class Fixtures {

  private Fixtures() {}

  /** Independent standard normal numbers. */
  public static double[] normals(int count, long seed) {
    RandomGenerator random = RandomStreams.ofSeed(seed).stream("normals");
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextGaussian();
    }
    return numbers;
  }

  /** A symmetric matrix with the given eigenvalues and random eigenvectors. */
  public static SimpleMatrix symmetric(double[] eigenvalues, long seed) {
    int d = eigenvalues.length;
    SimpleMatrix vectors =
        SimpleMatrix.wrap(RandomMatrices_DDRM.orthogonal(d, d, new java.util.Random(seed)));
    SimpleMatrix matrix = vectors.mult(SimpleMatrix.diag(eigenvalues)).mult(vectors.transpose());
    return matrix.plus(matrix.transpose()).scale(0.5);
  }

  /** {@code count} numbers from {@code first} to {@code last} at equal distances. */
  public static double[] spaced(double first, double last, int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = first + (last - first) * i / (count - 1);
    }
    return numbers;
  }

  /** Independent normal coordinates, whose optimal maps are known coordinate by coordinate. */
  public static final class DiagonalGaussian implements Sampler {

    private final double[] mean;
    private final double[] deviation;
    private final RandomGenerator random;

    /** The stream depends on {@code seed} alone. */
    public DiagonalGaussian(double[] mean, double[] deviation, long seed) {
      this.mean = mean.clone();
      this.deviation = deviation.clone();
      this.random = RandomStreams.ofSeed(seed).stream("diagonal Gaussian");
    }

    @Override
    public int dim() {
      return mean.length;
    }

    @Override
    public NDArray sample(NDManager manager, int n) {
      float[] rows = new float[n * mean.length];
      for (int i = 0; i < rows.length; i++) {
        int j = i % mean.length;
        rows[i] = (float) (mean[j] + deviation[j] * random.nextGaussian());
      }
      return EngineArrays.create(manager, rows, new Shape(n, mean.length));
    }

    /**
     * 100 E|map(x) - T(x)|^2 / (trace of the covariance of {@code to}) over {@code rows} draws x,
     * with T the optimal map to {@code to}.
     */
    public double unexplainedPercent(PointMap map, DiagonalGaussian to, int rows) {
      int d = mean.length;
      double error = 0;
      try (NDManager manager = NDManager.newBaseManager()) {
        NDArray points = sample(manager, rows);
        double[] x = EngineArrays.toDoubles(points);
        double[] mapped = EngineArrays.toDoubles(map.apply(points));
        for (int i = 0; i < x.length; i++) {
          int j = i % d;
          double truth = to.mean[j] + to.deviation[j] / deviation[j] * (x[i] - mean[j]);
          error += (mapped[i] - truth) * (mapped[i] - truth) / rows;
        }
      }
      return 100 * error / to.totalVariance();
    }

    /** Trace of the covariance. */
    public double totalVariance() {
      double trace = 0;
      for (double s : deviation) {
        trace += s * s;
      }
      return trace;
    }
  }

  /** The same rows at every call. */
  public static final class FixedSampler implements Sampler {

    private final int dim;
    private final double[] rows;

    /** Rows of {@code dim} numbers, as many as will be asked for. */
    public FixedSampler(int dim, double... rows) {
      this.dim = dim;
      this.rows = rows.clone();
    }

    @Override
    public int dim() {
      return dim;
    }

    @Override
    public NDArray sample(NDManager manager, int n) {
      return EngineArrays.create(manager, Arrays.copyOf(rows, n * dim), dim, DataType.FLOAT32);
    }
  }

  /**
   * A finite set too small for what is asked of it: nobody may draw from it.
   *
   * @param dim dimension d
   * @param size number of rows it claims to have
   */
  public record SmallPool(int dim, int size) implements Sampler {

    @Override
    public NDArray sample(NDManager manager, int n) {
      throw new AssertionError("nothing may be drawn");
    }

    @Override
    public OptionalInt poolSize() {
      return OptionalInt.of(size);
    }
  }

  /** y^T M y / 2 for a symmetric M; counts the rows whose gradient was asked for. */
  public static final class Quadratic implements Potential {

    private final SimpleMatrix matrix;
    private long gradientRows;

    /** The quadratic form of {@code matrix}. */
    public Quadratic(SimpleMatrix matrix) {
      this.matrix = matrix;
    }

    /** c |y|^2 / 2. */
    public static Quadratic isotropic(double c, int dim) {
      return new Quadratic(SimpleMatrix.identity(dim).scale(c));
    }

    /** Number of rows whose gradient was evaluated so far. */
    public long gradientRows() {
      return gradientRows;
    }

    private NDArray times(NDArray x) {
      double[] numbers = matrix.getDDRM().getData();
      return x.matMul(
          EngineArrays.create(x.getManager(), numbers, matrix.getNumRows(), x.getDataType()));
    }

    @Override
    public NDArray value(NDArray x) {
      return times(x).mul(x).sum(new int[] {1}).div(2);
    }

    @Override
    public NDArray gradient(NDArray x) {
      gradientRows += x.getShape().get(0);
      return times(x);
    }

    @Override
    public NDArray hessianVectorProduct(NDArray x, NDArray v) {
      return times(v);
    }
  }

  /** A harness in miniature that remembers what it was told. */
  public static final class Harness implements TrainingContext, AutoCloseable {

    /** What the harness does after a step; says whether to go on. */
    @FunctionalInterface
    public interface StepHook {
      /** Called once per step. */
      boolean goOn(long step, Supplier<Transport> snapshot);
    }

    private final NDManager manager = NDManager.newBaseManager();
    private final RandomStreams streams;
    private final StepHook hook;
    private final Supplier<Boolean> shouldStop;
    private final List<Double> losses = new ArrayList<>();
    private final List<Long> samplesSeen = new ArrayList<>();
    private final Map<String, List<Double>> records = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();

    /** Never stops a run. */
    public Harness(long seed) {
      this(seed, (step, snapshot) -> true, () -> false);
    }

    /** Calls {@code hook} after every step. */
    public Harness(long seed, StepHook hook, Supplier<Boolean> shouldStop) {
      this.streams = RandomStreams.ofSeed(seed);
      this.hook = hook;
      this.shouldStop = shouldStop;
    }

    /** Loss of every step so far. */
    public List<Double> losses() {
      return losses;
    }

    /** Samples seen after every step so far. */
    public List<Long> samplesSeen() {
      return samplesSeen;
    }

    /** Values recorded for a metric, in order. */
    public List<Double> records(String metric) {
      return records.getOrDefault(metric, List.of());
    }

    @Override
    public NDManager manager() {
      return manager;
    }

    @Override
    public RandomGenerator random(String streamName) {
      return streams.stream(streamName);
    }

    @Override
    public boolean afterStep(
        long step, long plannedSteps, long samples, double loss, Supplier<Transport> snapshot) {
      losses.add(loss);
      samplesSeen.add(samples);
      return hook.goOn(step, snapshot);
    }

    @Override
    public boolean shouldStop() {
      return shouldStop.get();
    }

    @Override
    public void record(String metric, double value) {
      records.computeIfAbsent(metric, name -> new ArrayList<>()).add(value);
    }

    @Override
    public void remark(String sentence) {
      remarks.add(sentence);
    }

    /** What the solver remarked, in order. */
    public List<String> remarks() {
      return remarks;
    }

    @Override
    public void close() {
      manager.close();
    }
  }
}
