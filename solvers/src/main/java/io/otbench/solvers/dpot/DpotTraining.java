package io.otbench.solvers.dpot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.ConditionalSampler;
import io.otbench.solvers.api.DivergenceException;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Samplers;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.networks.MapNetwork;
import io.otbench.solvers.training.RateScale;
import io.otbench.solvers.training.WeightUpdates;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** One run of the training loop that the three losses share. */
final class DpotTraining {

  private final DpotConfig config;
  private final TrainingContext context;
  private final NDManager manager;
  private final int conditionDim;
  private final GroupSampler groups;
  private final Learner forward;
  private final Optional<Learner> inverse;
  private double planSeconds;

  private DpotTraining(
      Sampler source,
      Sampler target,
      DpotConfig config,
      TrainingContext context,
      Function<Side, TransportTerm> term) {
    this.config = config;
    this.context = context;
    this.manager = context.manager().newSubManager();
    this.conditionDim =
        source instanceof ConditionalSampler conditional ? conditional.conditionDim() : 0;
    this.groups =
        new GroupSampler(config.plans(), config.batchSize(), context.random("conditions"));
    this.forward = new Learner(Side.FORWARD, source, target, term);
    this.inverse =
        config.inverse().train()
            ? Optional.of(new Learner(Side.INVERSE, target, source, term))
            : Optional.empty();
  }

  /**
   * Trains the map, and the one back where the configuration asks for it.
   *
   * @param rowsPerStep rows of one side that a batch takes
   * @param term makes the loss's transport term of a map
   * @throws IllegalArgumentException when the sides do not fit each other or the configuration
   */
  static Transport fit(
      Sampler source,
      Sampler target,
      DpotConfig config,
      int rowsPerStep,
      TrainingContext context,
      Function<Side, TransportTerm> term) {
    Samplers.requireOneDimension(source, target);
    GroupSampler.requireConditions(source, target, config.plans());
    Samplers.requireRows(source, target, rowsPerStep);
    return new DpotTraining(source, target, config, context, term).run();
  }

  private Transport run() {
    try {
      boolean goOn = true;
      for (int step = 1; goOn && step <= config.steps(); ) {
        try (NDManager batchScope = manager.newSubManager()) {
          forward.refresh(batchScope, step);
          if (inverse.isPresent()) {
            inverse.get().refresh(batchScope, step);
          }
          context.record("plan_seconds", planSeconds);
          for (int use = 0; use < config.planInterval() && goOn && step <= config.steps(); use++) {
            double loss = forward.step(inverse, step);
            if (inverse.isPresent()) {
              inverse.get().step(Optional.of(forward), step);
            }
            goOn = context.afterStep(step, config.steps(), groups.rowsDrawn(), loss, this::copy);
            step++;
          }
        }
      }
      return copy();
    } finally {
      manager.close();
    }
  }

  private Transport copy() {
    return DpotTransport.copyOf(
        forward.map, inverse.map(learner -> learner.map), context.manager());
  }

  private static void requireFinite(String what, NDArray rows, int step) {
    double sum = rows.sum().toType(DataType.FLOAT64, false).getDouble();
    if (!Double.isFinite(sum)) {
      throw new DivergenceException(what, step, sum);
    }
  }

  /** One map and what trains it. */
  private final class Learner {

    private final Sampler from;
    private final Sampler to;
    private final TransportTerm term;
    private final MapNetwork map;
    private final WeightUpdates updates;
    private Optional<Batch> batch = Optional.empty();

    Learner(Side side, Sampler from, Sampler to, Function<Side, TransportTerm> term) {
      this.from = from;
      this.to = to;
      this.term = term.apply(side);
      this.map =
          MapNetwork.create(
              manager,
              config.map(),
              from.dim() - conditionDim,
              conditionDim,
              context.random("initialisation" + side.suffix()),
              config.precision());
      this.updates =
          new WeightUpdates(
              map,
              config.adam().optimizer(config.steps(), new RateScale()),
              OptionalDouble.empty());
    }

    /** Draws a batch and fixes its plans at the map of now. */
    void refresh(NDManager batchScope, int step) {
      Batch drawn =
          groups.draw(batchScope, from, to, term.sourceBatches(), conditionDim, config.precision());
      requireFinite("sum of the target rows", drawn.target(), step);
      long start = System.nanoTime();
      batch = Optional.of(term.match(drawn, () -> finiteImages(drawn, step)));
      planSeconds += (System.nanoTime() - start) / 1e9;
    }

    /** A plan cannot be solved for anything else. */
    private Batch.Images finiteImages(Batch drawn, int step) {
      Batch.Images images = drawn.images(map);
      requireFinite("sum of the images", images.first(), step);
      images.second().ifPresent(second -> requireFinite("sum of the images", second, step));
      return images;
    }

    /**
     * One optimiser step.
     *
     * @param other the map back, which is held fixed
     * @return the loss before the step
     */
    double step(Optional<Learner> other, int step) {
      Batch now = batch.orElseThrow();
      try (NDManager scope = manager.newSubManager()) {
        Batch own = now.in(scope);
        WeightUpdates.Backward backward =
            WeightUpdates.backward(
                scope,
                List.of(map),
                () -> {
                  Batch.Images images = own.images(map);
                  NDArray loss = term.loss(own, images);
                  return other.isEmpty() || config.inverse().cycleWeight() == 0
                      ? loss
                      : loss.add(cycle(own, images, other.get().map));
                });
        updates.applyFinite(backward.loss(), backward.gradients().get(0), "loss", step);
        return backward.loss();
      }
    }

    /** rho (E|back(f) - x|^2)^{1/2}. */
    private NDArray cycle(Batch own, Batch.Images images, MapNetwork back) {
      NDArray returned = back.apply(own.withCondition(images.first()));
      return Losses.times(
          Losses.rootMeanSquaredDistance(returned, own.points()), config.inverse().cycleWeight());
    }
  }
}
