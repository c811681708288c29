package io.otbench.solvers.diotm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.networks.GlorotInitializer;
import io.otbench.solvers.networks.MapNetwork;
import io.otbench.solvers.networks.MlpPotential;
import io.otbench.solvers.networks.MlpTimePotential;
import io.otbench.solvers.networks.Network;
import io.otbench.solvers.networks.TimePotential;
import io.otbench.solvers.training.AdamSchedule;
import io.otbench.solvers.training.RateScale;
import io.otbench.solvers.training.WeightAverage;
import io.otbench.solvers.training.WeightUpdates;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** One run of the training loop of {@link DiotmSolver}. */
final class DiotmTraining {

  private final Sampler source;
  private final Sampler target;
  private final DiotmConfig config;
  private final TrainingContext context;
  private final NDManager manager;
  private final RandomGenerator timeRandom;
  private final DisplacementLoss loss;
  private final MlpPotential potential;
  private final TimePotential value;
  private final TrainedMap forward;
  private final TrainedMap backward;
  private final WeightUpdates potentialUpdates;

  DiotmTraining(Sampler source, Sampler target, DiotmConfig config, TrainingContext context) {
    this.source = source;
    this.target = target;
    this.config = config;
    this.context = context;
    this.manager = context.manager().newSubManager();
    this.timeRandom = context.random("time");
    this.loss =
        new DisplacementLoss(manager, config.alpha(), config.hjbWeight(), config.precision());
    RandomGenerator initialisation = context.random("initialisation");
    this.potential =
        MlpPotential.create(
            manager,
            config.potential(),
            1 + source.dim(),
            new GlorotInitializer(initialisation),
            config.precision());
    this.value = new MlpTimePotential(potential);
    this.potentialUpdates = updates(potential, config.potentialAdam(), config.steps());
    this.forward = new TrainedMap(initialisation);
    this.backward = new TrainedMap(initialisation);
  }

  private static WeightUpdates updates(Network network, AdamSchedule adam, long plannedUpdates) {
    return new WeightUpdates(
        network, adam.optimizer(plannedUpdates, new RateScale()), OptionalDouble.empty());
  }

  /** F or G with what trains it. */
  private final class TrainedMap {

    final MapNetwork network;
    final WeightAverage<MapNetwork> average;
    final WeightUpdates updates;

    TrainedMap(RandomGenerator initialisation) {
      network =
          MapNetwork.create(
              manager, config.map(), source.dim(), 0, initialisation, config.precision());
      average = new WeightAverage<>(network, network.copyTo(manager), config.averageDecay());
      updates =
          updates(
              network, config.mapAdam(), (long) config.steps() * config.mapStepsPerPotentialStep());
    }
  }

  Transport run() {
    try {
      boolean goOn = true;
      for (int step = 1; step <= config.steps() && goOn; step++) {
        double game = trainStep(step);
        goOn =
            context.afterStep(
                step, config.steps(), 2L * step * config.batchSize(), game, this::transport);
      }
      return transport();
    } finally {
      manager.close();
    }
  }

  MlpPotential potential() {
    return potential;
  }

  /** F and G as they are now, not averaged. */
  List<MapNetwork> maps() {
    return List.of(forward.network, backward.network);
  }

  private Transport transport() {
    return DiotmTransport.copyOf(
        forward.average.network(),
        backward.average.network(),
        potential.parameterCount()
            + forward.network.parameterCount()
            + backward.network.parameterCount(),
        context.manager());
  }

  private double trainStep(int step) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray x = source.sample(scope, config.batchSize()).toType(config.precision(), false);
      NDArray y = target.sample(scope, config.batchSize()).toType(config.precision(), false);
      NDArray t = times(scope);
      potentialStep(scope, t, x, y, step);
      double game = mapStep(scope, t, x, y, step);
      for (int k = 1; k < config.mapStepsPerPotentialStep(); k++) {
        mapStep(scope, t, x, y, step);
      }
      forward.average.update();
      backward.average.update();
      context.record("w2_squared_dual", game / config.alpha());
      return game;
    }
  }

  NDArray times(NDManager scope) {
    double[] times = new double[config.batchSize()];
    for (int i = 0; i < times.length; i++) {
      times[i] = timeRandom.nextDouble();
    }
    return EngineArrays.create(scope, times, 1, config.precision());
  }

  void potentialStep(NDManager scope, NDArray t, NDArray x, NDArray y, int step) {
    // Outside the recorded graph: the points are constants.
    Interpolants points = interpolants(t, x, y);
    DisplacementLoss.PotentialTerms[] terms = new DisplacementLoss.PotentialTerms[1];
    WeightUpdates.Backward differentiated =
        WeightUpdates.backward(
            scope,
            List.of(potential),
            () -> {
              terms[0] = loss.ofPotential(value, points);
              return terms[0].loss();
            });
    potentialUpdates.applyFinite(
        differentiated.loss(), differentiated.gradients().get(0), "potential loss", step);
    context.record("hjb_residual_source", number(terms[0].sourceResidual()));
    context.record("hjb_residual_target", number(terms[0].targetResidual()));
    context.record("w2_squared_forward", number(points.forwardCost().mean()));
    context.record("w2_squared_backward", number(points.backwardCost().mean()));
  }

  /** One update of F and of G: no term of the loss depends on both. */
  double mapStep(NDManager scope, NDArray t, NDArray x, NDArray y, int step) {
    WeightUpdates.Backward differentiated =
        WeightUpdates.backward(
            scope,
            List.of(forward.network, backward.network),
            () -> loss.ofMaps(value, interpolants(t, x, y)));
    double game = differentiated.loss();
    forward.updates.applyFinite(game, differentiated.gradients().get(0), "loss", step);
    backward.updates.applyFinite(game, differentiated.gradients().get(1), "loss", step);
    return game;
  }

  private Interpolants interpolants(NDArray t, NDArray x, NDArray y) {
    return Interpolants.of(t, x, forward.network::apply, y, backward.network::apply);
  }

  private static double number(NDArray scalar) {
    return scalar.toType(DataType.FLOAT64, false).getDouble();
  }
}
