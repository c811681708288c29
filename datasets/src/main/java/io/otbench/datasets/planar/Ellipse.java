package io.otbench.datasets.planar;

import io.otbench.datasets.GroundTruth;
import io.otbench.datasets.GroundTruth.Moments;
import io.otbench.datasets.Problem;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ejml.simple.SimpleMatrix;

/**
 * From the ellipse Mx B to the ellipse My B, B the unit disk, both uniform (arXiv:1208.4870):
 *
 * <pre>
 * Mx = [[0.8, 0], [0, 0.4]]     My = [[0.6, eta], [eta, 0.8]]     eta = 0.2
 * T(x) = My R Mx^{-1} x,  R the rotation by theta,
 * tan theta = tr(Mx^{-1} My^{-1} J) / tr(Mx^{-1} My^{-1}),  J the rotation by a right angle
 * </pre>
 *
 * <p>The rotation is what makes the matrix of T symmetric and positive definite, so that T is the
 * gradient of a convex function. The uniform law on M B has the covariance M M^T / 4.
 *
 * <p>In the conditional problem eta is the condition. Its range [0, 0.4] is ours; that there are
 * five training conditions is published (arXiv:2506.23429).
 */
final class Ellipse {

  private static final double ETA = 0.2;
  private static final ConditionRange CONDITIONS = new ConditionRange(0, 0.4);
  private static final int TRAINING_CONDITIONS = 5;

  private static final double SOURCE_1 = 0.8;
  private static final double SOURCE_2 = 0.4;
  private static final double TARGET_1 = 0.6;
  private static final double TARGET_2 = 0.8;

  private Ellipse() {}

  static Problem problem() {
    RowMap.ConditionalStep forward = Ellipse::forward;
    RowMap.ConditionalStep backward = Ellipse::backward;
    ConditionalLaw target = Ellipse::drawTarget;
    GroundTruth truth =
        new GroundTruth(
            forward.at(ETA),
            backward.at(ETA),
            w2Squared(ETA),
            new Moments(new SimpleMatrix(2, 1), sourceCovariance()),
            new Moments(new SimpleMatrix(2, 1), targetCovariance(ETA, ETA * ETA)));
    return new Problem(
        "ellipse",
        new RowDistribution(2, Ellipse::drawSource),
        new RowDistribution(2, target.at(ETA)),
        Optional.of(truth));
  }

  static Problem conditional() {
    RowMap.ConditionalStep forward = Ellipse::forward;
    RowMap.ConditionalStep backward = Ellipse::backward;
    SimpleMatrix target = targetCovariance(CONDITIONS.mean(), CONDITIONS.mean(eta -> eta * eta));
    GroundTruth truth =
        new GroundTruth(
            forward.withCondition(),
            backward.withCondition(),
            CONDITIONS.mean(Ellipse::w2Squared),
            CONDITIONS.moments(sourceCovariance()),
            CONDITIONS.moments(target));
    return new Problem(
        "ellipse-conditional",
        family((random, eta, rows, at) -> drawSource(random, rows, at)),
        family(Ellipse::drawTarget),
        Optional.of(truth));
  }

  private static ConditionalRows family(ConditionalLaw law) {
    return new ConditionalRows(law, CONDITIONS, TRAINING_CONDITIONS, CONDITIONS);
  }

  private static void drawSource(RandomGenerator random, float[] rows, int at) {
    Disk.draw(random, 1, rows, at);
    rows[at] *= (float) SOURCE_1;
    rows[at + 1] *= (float) SOURCE_2;
  }

  private static void drawTarget(RandomGenerator random, double eta, float[] rows, int at) {
    Disk.draw(random, 1, rows, at);
    float b1 = rows[at];
    float b2 = rows[at + 1];
    rows[at] = (float) (TARGET_1 * b1 + eta * b2);
    rows[at + 1] = (float) (eta * b1 + TARGET_2 * b2);
  }

  private static void forward(double[] rows, int at, double eta) {
    double sin = Math.sin(theta(eta));
    double cos = Math.cos(theta(eta));
    double u1 = rows[at] / SOURCE_1;
    double u2 = rows[at + 1] / SOURCE_2;
    double v1 = cos * u1 - sin * u2;
    double v2 = sin * u1 + cos * u2;
    rows[at] = TARGET_1 * v1 + eta * v2;
    rows[at + 1] = eta * v1 + TARGET_2 * v2;
  }

  private static void backward(double[] rows, int at, double eta) {
    double sin = Math.sin(theta(eta));
    double cos = Math.cos(theta(eta));
    double determinant = TARGET_1 * TARGET_2 - eta * eta;
    double v1 = (TARGET_2 * rows[at] - eta * rows[at + 1]) / determinant;
    double v2 = (TARGET_1 * rows[at + 1] - eta * rows[at]) / determinant;
    rows[at] = SOURCE_1 * (cos * v1 + sin * v2);
    rows[at + 1] = SOURCE_2 * (cos * v2 - sin * v1);
  }

  /** The angle of the rotation, in radians; both traces times det My. */
  static double theta(double eta) {
    double turned = eta / SOURCE_2 - eta / SOURCE_1;
    double straight = TARGET_2 / SOURCE_1 + TARGET_1 / SOURCE_2;
    return Math.atan2(turned, straight);
  }

  /** E|x|^2 + E|y|^2 - 2 E x.T(x), the last being tr(My R Mx) / 4. */
  private static double w2Squared(double eta) {
    double sin = Math.sin(theta(eta));
    double cos = Math.cos(theta(eta));
    double product =
        SOURCE_1 * (TARGET_1 * cos + eta * sin) + SOURCE_2 * (TARGET_2 * cos - eta * sin);
    return sourceCovariance().trace() + targetCovariance(eta, eta * eta).trace() - product / 2;
  }

  private static SimpleMatrix sourceCovariance() {
    return SimpleMatrix.diag(SOURCE_1 * SOURCE_1 / 4, SOURCE_2 * SOURCE_2 / 4);
  }

  /** The mean of My My^T / 4, from the means of eta and of its square. */
  private static SimpleMatrix targetCovariance(double eta, double etaSquared) {
    double mixed = eta * (TARGET_1 + TARGET_2) / 4;
    return new SimpleMatrix(
        new double[][] {
          {(TARGET_1 * TARGET_1 + etaSquared) / 4, mixed},
          {mixed, (TARGET_2 * TARGET_2 + etaSquared) / 4}
        });
  }
}
