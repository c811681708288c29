package io.otbench.datasets.planar;

import io.otbench.datasets.GroundTruth;
import io.otbench.datasets.GroundTruth.Moments;
import io.otbench.datasets.Problem;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ejml.simple.SimpleMatrix;

/**
 * From two half disks, eta apart, to the disk that they make when pushed together, both uniform, of
 * radius 0.85 (arXiv:2506.23429):
 *
 * <pre>T(x) = x + (eta / 2, 0) where x1 &lt; 0,  x - (eta / 2, 0) elsewhere</pre>
 *
 * <p>the gradient of the convex function x2^2 / 2 + max(|x1| - eta / 2, 0)^2 / 2, so that W2 = eta
 * / 2. The backward map tears the disk along x1 = 0.
 *
 * <p>In the conditional problem eta is the condition, in [0, 1], with 30 training conditions as
 * published; theirs were random, ours are equally spaced. Only eta &gt;= 0.2 is evaluated, because
 * below it eta / 2 is lost in the sampling error of W2.
 */
final class HalfCircles {

  private static final double ETA = 0.4;
  private static final ConditionRange CONDITIONS = new ConditionRange(0, 1);
  private static final ConditionRange EVALUATED = new ConditionRange(0.2, 1);
  private static final int TRAINING_CONDITIONS = 30;

  private static final double RADIUS = 0.85;

  private HalfCircles() {}

  static Problem problem() {
    ConditionalLaw source = HalfCircles::drawSource;
    RowMap.ConditionalStep together = HalfCircles::pushTogether;
    RowMap.ConditionalStep apart = HalfCircles::pullApart;
    SimpleMatrix mean = new SimpleMatrix(2, 1);
    GroundTruth truth =
        new GroundTruth(
            together.at(ETA),
            apart.at(ETA),
            ETA * ETA / 4,
            new Moments(mean, covariance(ETA, ETA * ETA)),
            new Moments(mean, covariance(0, 0)));
    return new Problem(
        "half-circles",
        new RowDistribution(2, source.at(ETA)),
        new RowDistribution(2, HalfCircles::drawTarget),
        Optional.of(truth));
  }

  static Problem conditional() {
    RowMap.ConditionalStep together = HalfCircles::pushTogether;
    RowMap.ConditionalStep apart = HalfCircles::pullApart;
    double etaSquared = EVALUATED.mean(eta -> eta * eta);
    GroundTruth truth =
        new GroundTruth(
            together.withCondition(),
            apart.withCondition(),
            etaSquared / 4,
            EVALUATED.moments(covariance(EVALUATED.mean(), etaSquared)),
            EVALUATED.moments(covariance(0, 0)));
    return new Problem(
        "half-circles-conditional",
        family(HalfCircles::drawSource),
        family((random, eta, rows, at) -> drawTarget(random, rows, at)),
        Optional.of(truth));
  }

  private static ConditionalRows family(ConditionalLaw law) {
    return new ConditionalRows(law, CONDITIONS, TRAINING_CONDITIONS, EVALUATED);
  }

  private static void drawSource(RandomGenerator random, double eta, float[] rows, int at) {
    Disk.draw(random, RADIUS, rows, at);
    rows[at] += (float) (rows[at] < 0 ? -eta / 2 : eta / 2);
  }

  private static void drawTarget(RandomGenerator random, float[] rows, int at) {
    Disk.draw(random, RADIUS, rows, at);
  }

  private static void pushTogether(double[] rows, int at, double eta) {
    rows[at] += rows[at] < 0 ? eta / 2 : -eta / 2;
  }

  private static void pullApart(double[] rows, int at, double eta) {
    rows[at] -= rows[at] < 0 ? eta / 2 : -eta / 2;
  }

  /**
   * Of the source, from the means of eta and of its square; 0 and 0 for the disk. The first
   * coordinate is E(|x1| + eta / 2)^2 over the disk, where E|x1| = 4 radius / (3 pi).
   */
  private static SimpleMatrix covariance(double eta, double etaSquared) {
    double disk = RADIUS * RADIUS / 4;
    return SimpleMatrix.diag(disk + eta * 4 * RADIUS / (3 * Math.PI) + etaSquared / 4, disk);
  }
}
