package io.otbench.solvers.otp;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.DivergenceException;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.api.linalg.SampleMoments;
import io.otbench.solvers.networks.GlorotInitializer;
import io.otbench.solvers.networks.MapNetwork;
import io.otbench.solvers.networks.MlpPotential;
import io.otbench.solvers.networks.Network;
import io.otbench.solvers.training.RateScale;
import io.otbench.solvers.training.WeightAverage;
import io.otbench.solvers.training.WeightUpdates;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** One run of the training loop of {@link OtpSolver} and {@link OtmSolver}. */
final class OtpTraining {

  /** Rows per side for the scale of the data; a smaller pool is read whole. */
  private static final int SCALE_ROWS = 4096;

  private final Sampler source;
  private final Sampler target;
  private final GameConfig config;
  private final TrainingContext context;
  private final NDManager manager;
  private final RandomGenerator noise;
  private final MapNetwork map;
  private final WeightAverage<MapNetwork> average;
  private final MlpPotential potential;
  private final WeightUpdates mapUpdates;
  private final WeightUpdates potentialUpdates;
  private long rows;

  OtpTraining(Sampler source, Sampler target, GameConfig config, TrainingContext context) {
    this.source = source;
    this.target = target;
    this.config = config;
    this.context = context;
    this.manager = context.manager().newSubManager();
    this.noise = context.random("noise");
    RandomGenerator initialisation = context.random("initialisation");
    this.map =
        MapNetwork.create(
            manager, config.map(), source.dim(), 0, initialisation, config.precision());
    this.average = new WeightAverage<>(map, map.copyTo(manager), config.averageDecay());
    this.potential =
        MlpPotential.create(
            manager,
            config.potential(),
            source.dim(),
            new GlorotInitializer(initialisation),
            config.precision());
    RateScale constant = new RateScale();
    this.mapUpdates =
        new WeightUpdates(
            map,
            config
                .mapAdam()
                .optimizer((long) config.steps() * config.mapStepsPerPotentialStep(), constant),
            OptionalDouble.empty());
    this.potentialUpdates =
        new WeightUpdates(
            potential,
            config.potentialAdam().optimizer(config.steps(), constant),
            OptionalDouble.empty());
  }

  Transport run(SmoothingConfig smoothingConfig) {
    try {
      DataScale scale = readScale();
      Smoothing smoothing = new Smoothing(smoothingConfig, scale.deviation());
      if (scale.sourceIsSingular() && smoothingConfig.end() == 0) {
        context.remark(
            "the covariance of the source has rank %d of %d and nothing smooths it at the end: a"
                    .formatted(scale.sourceRank(), scale.dim())
                + " map that misses the target can win the game");
      }
      if (scale.sourceIsSingular() && smoothingConfig.end() > 0) {
        context.remark(
            "the covariance of the source has rank %d of %d; its smoothing ends at a standard deviation of %.3g"
                .formatted(
                    scale.sourceRank(), scale.dim(), smoothing.deviation(smoothingConfig.end())));
      }
      double level = smoothing.level(0, config.steps());
      boolean goOn = !context.shouldStop();
      for (int step = 1; step <= config.steps() && goOn; step++) {
        level = smoothing.level(step - 1, config.steps());
        double loss = trainStep(smoothing, level, step);
        double now = level;
        goOn = context.afterStep(step, config.steps(), rows, loss, () -> transport(smoothing, now));
      }
      context.record("smoothing_end_deviation", smoothing.deviation(level));
      return transport(smoothing, level);
    } finally {
      manager.close();
    }
  }

  private Transport transport(Smoothing smoothing, double level) {
    return OtpTransport.copyOf(
        average.network(),
        map.parameterCount() + potential.parameterCount(),
        smoothing,
        level,
        context.manager());
  }

  private DataScale readScale() {
    return DataScale.of(moments(source), moments(target));
  }

  private SampleMoments moments(Sampler side) {
    int n =
        Math.min(Math.max(SCALE_ROWS, 4 * side.dim()), side.poolSize().orElse(Integer.MAX_VALUE));
    SampleMoments moments = new SampleMoments(side.dim());
    try (NDManager scope = manager.newSubManager()) {
      moments.add(side.sample(scope, n));
    }
    if (!moments.isFinite()) {
      throw new DivergenceException("sum of the samples", 1, Double.NaN);
    }
    rows += n;
    return moments;
  }

  private double trainStep(Smoothing smoothing, double level, int step) {
    for (int i = 0; i < config.mapStepsPerPotentialStep(); i++) {
      try (NDManager scope = manager.newSubManager()) {
        NDArray x = smoothedRows(scope, smoothing, level);
        update(
            mapUpdates,
            scope,
            map,
            () -> SemiDualGame.mapLoss(map::apply, potential::value, x),
            "loss of the map",
            step);
        average.update();
      }
    }
    try (NDManager scope = manager.newSubManager()) {
      NDArray images = map.apply(smoothedRows(scope, smoothing, level));
      NDArray y = rows(scope, target);
      return update(
          potentialUpdates,
          scope,
          potential,
          () -> SemiDualGame.potentialLoss(potential::value, images, y),
          "loss of the potential",
          step);
    }
  }

  private NDArray smoothedRows(NDManager scope, Smoothing smoothing, double level) {
    return smoothing.smooth(rows(scope, source), level, noise);
  }

  private NDArray rows(NDManager scope, Sampler side) {
    rows += config.batchSize();
    return side.sample(scope, config.batchSize()).toType(config.precision(), false);
  }

  /** One update of one player. */
  private static double update(
      WeightUpdates updates,
      NDManager scope,
      Network player,
      Supplier<NDArray> loss,
      String what,
      int step) {
    WeightUpdates.Backward backward = WeightUpdates.backward(scope, List.of(player), loss);
    updates.applyFinite(backward.loss(), backward.gradients().get(0), what, step);
    return backward.loss();
  }
}
