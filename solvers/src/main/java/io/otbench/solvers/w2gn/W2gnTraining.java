package io.otbench.solvers.w2gn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.networks.DenseIcnn;
import io.otbench.solvers.networks.StreamInitializer;
import io.otbench.solvers.training.RateScale;
import io.otbench.solvers.training.WeightUpdates;
import java.util.List;
import java.util.OptionalDouble;

/** One run of the training loop of {@link W2gnSolver}. */
final class W2gnTraining {

  private final Sampler source;
  private final Sampler target;
  private final W2gnConfig config;
  private final TrainingContext context;
  private final NDManager manager;
  private final DenseIcnn psi;
  private final DenseIcnn phi;
  private final WeightUpdates psiUpdates;
  private final WeightUpdates phiUpdates;
  private long pretrainingRows;

  W2gnTraining(Sampler source, Sampler target, W2gnConfig config, TrainingContext context) {
    this.source = source;
    this.target = target;
    this.config = config;
    this.context = context;
    this.manager = context.manager().newSubManager();
    StreamInitializer initializer =
        new StreamInitializer(context.random("initialisation"), config.initialDeviation());
    this.psi =
        DenseIcnn.create(manager, config.network(), source.dim(), initializer, config.precision());
    this.phi = psi.copyTo(manager);
    RateScale constant = new RateScale();
    this.psiUpdates =
        new WeightUpdates(
            psi, config.forwardAdam().optimizer(config.steps(), constant), OptionalDouble.empty());
    this.phiUpdates =
        new WeightUpdates(
            phi, config.backwardAdam().optimizer(config.steps(), constant), OptionalDouble.empty());
  }

  Transport run() {
    try {
      pretrain();
      // Pre-training may have been left out or stopped before its first projection.
      psi.clampToConvex();
      phi.setWeightsFrom(psi);
      context.record("pretraining_rows", pretrainingRows);
      boolean goOn = !context.shouldStop();
      for (int step = 1; step <= config.steps() && goOn; step++) {
        double loss = trainStep(step);
        goOn =
            context.afterStep(
                step,
                config.steps(),
                pretrainingRows + 2L * step * config.batchSize(),
                loss,
                () -> W2gnTransport.copyOf(psi, phi, context.manager()));
      }
      return W2gnTransport.copyOf(psi, phi, context.manager());
    } finally {
      manager.close();
    }
  }

  private void pretrain() {
    PretrainingConfig pretraining = config.pretraining();
    WeightUpdates updates =
        new WeightUpdates(
            psi,
            pretraining.adam().optimizer(pretraining.maxSteps(), new RateScale()),
            OptionalDouble.empty());
    for (int step = 1; step <= pretraining.maxSteps() && !context.shouldStop(); step++) {
      try (NDManager scope = manager.newSubManager()) {
        NDArray x =
            source
                .sample(scope, pretraining.batchSize())
                .toType(config.precision(), false)
                .mul(pretraining.stretch());
        WeightUpdates.Backward backward =
            WeightUpdates.backward(
                scope,
                List.of(psi),
                () -> psi.gradient(x).sub(x).square().sum(new int[] {1}).mean());
        update(updates, psi, backward.gradients().get(0), "pre-training loss", backward, step);
        pretrainingRows += pretraining.batchSize();
        if (backward.loss() < pretraining.stopLoss()) {
          return;
        }
      }
    }
  }

  private double trainStep(int step) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray x = source.sample(scope, config.batchSize()).toType(config.precision(), false);
      NDArray y = target.sample(scope, config.batchSize()).toType(config.precision(), false);
      WeightUpdates.Backward backward =
          WeightUpdates.backward(scope, List.of(psi, phi), () -> loss(x, y));
      update(psiUpdates, psi, backward.gradients().get(0), "loss", backward, step);
      update(phiUpdates, phi, backward.gradients().get(1), "loss", backward, step);
      return backward.loss();
    }
  }

  private NDArray loss(NDArray x, NDArray y) {
    long rows = x.getShape().get(0);
    NDArray s = phi.gradient(y);
    // Without the stop, phi would be trained by the correlation with the wrong sign.
    NDArray u = s.stopGradient();
    NDArray values = psi.value(NDArrays.concat(new NDList(x, u), 0));
    NDList sides = values.split(new long[] {rows}, 0);
    NDArray correlation = sides.get(0).mean().sub(sides.get(1).mean());
    NDList mapped = psi.gradient(NDArrays.concat(new NDList(s, x), 0)).split(new long[] {rows}, 0);
    NDArray targetCycle = mapped.get(0).sub(y).square().mean();
    NDArray sourceCycle = phi.gradient(mapped.get(1)).sub(x).square().mean();
    NDArray weight = EngineArrays.scalar(x.getManager(), config.cycleWeight(), config.precision());
    return correlation.add(targetCycle.add(sourceCycle).mul(weight));
  }

  private static void update(
      WeightUpdates updates,
      DenseIcnn network,
      NDList gradients,
      String what,
      WeightUpdates.Backward backward,
      int step) {
    updates.applyFinite(backward.loss(), gradients, what, step);
    network.clampToConvex();
  }
}
