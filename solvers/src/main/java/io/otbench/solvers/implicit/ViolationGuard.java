package io.otbench.solvers.implicit;

import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.DivergenceException;
import io.otbench.solvers.conjugate.ConjugateSolution;
import io.otbench.solvers.networks.DenseIcnn;
import io.otbench.solvers.training.RateScale;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Keeps training honest where the Hessian of g falls below -I: there the inner problem has several
 * stationary points or none, a small residual proves nothing, and one bad row can ruin the weights.
 * Such rows are masked out of the loss; a step with too many of them is skipped; a series of such
 * solves restores the last good weights at half the learning rate, and the third series ends the
 * run. Our policy; the publication has none.
 */
final class ViolationGuard {

  private static final double MAX_DISPLACEMENT_OVER_MEDIAN = 10;
  private static final double SKIP_SHARE = 0.01;
  private static final double SERIES_SHARE = 0.05;
  private static final int SERIES_LENGTH = 10;

  /** So many skipped steps in a row are a series too: nothing is learned any more. */
  private static final int SKIPPED_SERIES_LENGTH = 100;

  private static final int MAX_SERIES = 3;

  /** Solves between two copies of good weights. */
  private static final int SAVE_EVERY = 50;

  private final DenseIcnn network;
  private final DenseIcnn lastGood;
  private final RateScale rateScale;
  private int consecutiveBad;
  private int consecutiveSkipped;
  private int series;
  private int goodSolves;

  ViolationGuard(NDManager manager, DenseIcnn network, RateScale rateScale) {
    this.network = network;
    this.lastGood = network.copyTo(manager);
    this.rateScale = rateScale;
  }

  /** Rows that count in the loss: solved, at a minimum as far as was seen, and not far away. */
  BitSet usableRows(ConjugateSolution solution, double[] z, int dim) {
    double[] displacements = new double[solution.rows()];
    for (int row = 0; row < displacements.length; row++) {
      double squared = 0;
      for (int j = row * dim; j < (row + 1) * dim; j++) {
        double shift = solution.y()[j] - z[j];
        squared += shift * shift;
      }
      displacements[row] = Math.sqrt(squared);
    }
    double[] sorted = displacements.clone();
    Arrays.sort(sorted);
    double bound = MAX_DISPLACEMENT_OVER_MEDIAN * sorted[sorted.length / 2];
    BitSet usable = (BitSet) solution.solved().clone();
    usable.andNot(solution.negativeCurvature());
    for (int row = 0; row < displacements.length; row++) {
      if (!(displacements[row] <= bound)) {
        usable.clear(row);
      }
    }
    return usable;
  }

  /**
   * Whether the weights may be updated.
   *
   * @param step training step, from 1
   * @throws DivergenceException at the third series of bad solves
   */
  boolean admits(BitSet usable, int rows, int step) {
    double masked = 1 - (double) usable.cardinality() / rows;
    consecutiveBad = masked > SERIES_SHARE ? consecutiveBad + 1 : 0;
    consecutiveSkipped = masked > SKIP_SHARE ? consecutiveSkipped + 1 : 0;
    if (consecutiveBad == SERIES_LENGTH || consecutiveSkipped == SKIPPED_SERIES_LENGTH) {
      series++;
      if (series == MAX_SERIES) {
        throw new DivergenceException(
            "share of rows whose inner problem has no minimum", step, masked);
      }
      network.setWeightsFrom(lastGood);
      rateScale.halve();
      consecutiveBad = 0;
      consecutiveSkipped = 0;
      return false;
    }
    if (masked > SKIP_SHARE) {
      return false;
    }
    if (goodSolves++ % SAVE_EVERY == 0) {
      keepAsGood();
    }
    return true;
  }

  /** Makes the weights as they are now the ones to go back to. */
  void keepAsGood() {
    lastGood.setWeightsFrom(network);
  }
}
