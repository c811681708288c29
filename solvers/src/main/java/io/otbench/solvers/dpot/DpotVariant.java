package io.otbench.solvers.dpot;

import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import java.util.Optional;

/**
 * What the published method and its variants share: all but the transport term and the defaults.
 */
abstract class DpotVariant implements OtSolver<DpotConfig> {

  private final String name;
  private final int sourceBatches;

  /**
   * @param sourceBatches independent batches of the source that the term needs
   */
  DpotVariant(String name, int sourceBatches) {
    this.name = name;
    this.sourceBatches = sourceBatches;
  }

  /** The transport term in the loss of one map. */
  abstract TransportTerm term(DpotConfig config, TrainingContext context, Side side);

  @Override
  public final String name() {
    return name;
  }

  /** Conditional problems are done too. */
  @Override
  public final Optional<String> reasonToSkip(Sampler source, Sampler target) {
    return Optional.empty();
  }

  @Override
  public final int rowsPerStep(DpotConfig config) {
    return sourceBatches * config.batchSize() * config.plans();
  }

  @Override
  public final Transport fit(
      Sampler source, Sampler target, DpotConfig config, TrainingContext context) {
    return DpotTraining.fit(
        source, target, config, rowsPerStep(config), context, side -> term(config, context, side));
  }
}
