package io.otbench.solvers.implicit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.api.DivergenceException;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.conjugate.AffineStart;
import io.otbench.solvers.conjugate.ConjugateProblem;
import io.otbench.solvers.conjugate.ConjugateSolution;
import io.otbench.solvers.conjugate.ConjugateSolver;
import io.otbench.solvers.conjugate.InnerLimits;
import io.otbench.solvers.conjugate.SpectralNorm;
import io.otbench.solvers.networks.DenseIcnn;
import io.otbench.solvers.networks.StreamInitializer;
import io.otbench.solvers.training.RateScale;
import io.otbench.solvers.training.WeightUpdates;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;

/** One run of the training loop of {@link ImplicitSolver}. */
final class ImplicitTraining {

  private final Sampler source;
  private final Sampler target;
  private final ImplicitConfig config;
  private final TrainingContext context;
  private final int dim;
  private final NDManager manager;
  private final DenseIcnn network;
  private final ConjugateSolver inner;
  private final RateScale rateScale = new RateScale();
  private final WeightUpdates updates;
  private final ViolationGuard guard;

  private Optional<AffineStart> affineStart = Optional.empty();

  ImplicitTraining(Sampler source, Sampler target, ImplicitConfig config, TrainingContext context) {
    this.source = source;
    this.target = target;
    this.config = config;
    this.context = context;
    this.dim = source.dim();
    this.manager = context.manager().newSubManager();
    this.network =
        DenseIcnn.create(
            manager,
            config.network(),
            dim,
            new StreamInitializer(context.random("initialisation"), config.initial().deviation()),
            config.precision());
    this.inner = InnerSolvers.create(config.inner(), context.random("inner solver"));
    this.updates =
        new WeightUpdates(
            network,
            config.adam().optimizer(config.steps(), rateScale),
            OptionalDouble.of(config.maxGradientNorm()));
    this.guard = new ViolationGuard(manager, network, rateScale);
  }

  Transport run() {
    try {
      network.shiftBias(config.initial().bias());
      limitInitialCurvature();
      guard.keepAsGood();
      boolean goOn = true;
      int step = 0;
      while (goOn && step < config.steps()) {
        try (NDManager batchScope = manager.newSubManager()) {
          Batch batch = new Batch(batchScope);
          for (int use = 0; use < config.batchRepeats() && goOn && step < config.steps(); use++) {
            step++;
            double loss = trainStep(batch, step);
            goOn =
                context.afterStep(
                    step,
                    config.steps(),
                    samplesSeen(step),
                    loss,
                    () -> ImplicitTransport.copyOf(network, config.inner(), context.manager()));
          }
        }
      }
      return ImplicitTransport.copyOf(network, config.inner(), context.manager());
    } finally {
      manager.close();
    }
  }

  private long samplesSeen(int step) {
    long batches = (step + config.batchRepeats() - 1L) / config.batchRepeats();
    return 2 * batches * config.batchSize();
  }

  /**
   * Scales the output layer down where random weights alone bend the map too much: it spares the
   * first inner solves a nearly degenerate problem and the training a function to unlearn.
   */
  private void limitInitialCurvature() {
    try (NDManager scope = manager.newSubManager()) {
      NDArray rows = source.sample(scope, probeRows()).toType(config.precision(), false);
      double norm = SpectralNorm.largest(network, rows, context.random("initial curvature"));
      if (norm > config.initial().maxCurvature()) {
        network.scaleOutput(config.initial().maxCurvature() / norm);
      }
    }
  }

  private int probeRows() {
    return Math.min(config.batchSize(), 256);
  }

  /** A batch of both sides; the target rows are kept where the inner solver reads them. */
  private final class Batch {

    final NDArray x;
    final double[] z;
    Optional<double[]> lastSolution = Optional.empty();

    Batch(NDManager scope) {
      DataType type = config.precision();
      x = source.sample(scope, config.batchSize()).toType(type, false);
      try (NDArray rows = target.sample(scope, config.batchSize())) {
        z = EngineArrays.toDoubles(rows);
      }
    }
  }

  private double trainStep(Batch batch, int step) {
    ConjugateSolution solution = solve(batch);
    BitSet usable = guard.usableRows(solution, batch.z, dim);
    context.record("inner_iterations", solution.iterations());
    context.record("inner_gradients", solution.gradientEvaluations());
    context.record("masked_rows", solution.rows() - usable.cardinality());
    try (NDManager scope = manager.newSubManager()) {
      Loss loss = loss(scope, batch, solution, usable);
      if (!Double.isFinite(loss.value)) {
        throw new DivergenceException("loss", step, loss.value);
      }
      if (guard.admits(usable, solution.rows(), step)) {
        double norm = updates.apply(loss.weightGradients);
        if (!Double.isFinite(norm)) {
          throw new DivergenceException("norm of the weight gradient", step, norm);
        }
        if (config.convexity() == ImplicitConfig.Convexity.CLAMP) {
          network.clampToConvex();
        }
      }
      return loss.value;
    }
  }

  private ConjugateSolution solve(Batch batch) {
    boolean affine = config.inner().start() == InnerConfig.Start.AFFINE;
    double[] start = batch.z;
    if (affine && batch.lastSolution.isPresent()) {
      start = batch.lastSolution.get();
    } else if (affine && affineStart.isPresent()) {
      start = affineStart.get().predict(manager, batch.z);
    }
    ConjugateSolution solution =
        inner.solve(
            network,
            new ConjugateProblem(
                manager,
                batch.z,
                start,
                dim,
                config.precision(),
                affineStart.map(AffineStart::metric)),
            new InnerLimits(config.inner().tolerance(), config.inner().maxIterations()));
    if (affine) {
      if (batch.lastSolution.isEmpty()) {
        affineStart = AffineStart.fit(manager, batch.z, solution, dim);
      }
      batch.lastSolution = Optional.of(solution.y());
    }
    return solution;
  }

  private record Loss(double value, NDList weightGradients) {}

  /** Loss and envelope gradient over the source rows and the usable target rows. */
  private Loss loss(NDManager scope, Batch batch, ConjugateSolution solution, BitSet usable) {
    int sourceRows = (int) batch.x.getShape().get(0);
    int targetRows = Math.max(1, usable.cardinality());
    double[] weights = new double[sourceRows + solution.rows()];
    // A row that is left out has the weight 0, but 0 times an infinite value would still be NaN:
    // where a runaway iterate stood, z does.
    double[] minimisers = batch.z.clone();
    double transport = 0;
    for (int row = 0; row < sourceRows; row++) {
      weights[row] = 1.0 / sourceRows;
    }
    for (int row = usable.nextSetBit(0); row >= 0; row = usable.nextSetBit(row + 1)) {
      weights[sourceRows + row] = -1.0 / targetRows;
      for (int j = row * dim; j < (row + 1) * dim; j++) {
        minimisers[j] = solution.y()[j];
        double shift = batch.z[j] - solution.y()[j];
        transport += shift * shift / (2.0 * targetRows);
      }
    }
    NDArray y = EngineArrays.create(scope, minimisers, dim, config.precision());
    // The first operand decides who owns the result: the step's scope, not the batch's.
    NDArray x = batch.x.duplicate();
    x.attach(scope);
    NDArray points = NDArrays.concat(new NDList(x, y), 0);
    NDArray rowWeights =
        EngineArrays.create(scope, weights, new Shape(weights.length, 1), config.precision());
    DenseIcnn.WeightedValue dual = network.weightedValue(points, rowWeights);
    double value = dual.value().toType(DataType.FLOAT64, false).getDouble() - transport;
    return new Loss(value, dual.weightGradients());
  }
}
