package io.otbench.solvers.conjugate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures;
import io.otbench.solvers.Fixtures.Quadratic;
import java.util.BitSet;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AffineStartTest {

  private static final int DIM = 3;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static ConjugateSolution solution(double[] y, BitSet solved, BitSet negative) {
    return new ConjugateSolution(y, new double[y.length / DIM], solved, negative, 1, 1);
  }

  private static BitSet all(int rows) {
    BitSet set = new BitSet();
    set.set(0, rows);
    return set;
  }

  /** y = z A + b with an A that is not symmetric. */
  private static double[] affine(double[] z) {
    double[] y = new double[z.length];
    for (int i = 0; i < z.length; i += DIM) {
      y[i] = 2 * z[i] - 0.5 * z[i + 1] + 5;
      y[i + 1] = z[i] + 0.7 * z[i + 1];
      y[i + 2] = 0.3 * z[i + 2] - 1;
    }
    return y;
  }

  private void assertPredicts(AffineStart start) {
    double[] other = Fixtures.normals(20 * DIM, 9);
    double[] expected = affine(other);
    double[] predicted = start.predict(manager, other);
    for (int i = 0; i < expected.length; i++) {
      assertThat(predicted[i]).isCloseTo(expected[i], within(3e-4));
    }
  }

  @Test
  void affineRelationIsFoundExactly() {
    double[] z = Fixtures.normals(50 * DIM, 1);
    for (int i = 0; i < z.length; i++) {
      z[i] += 2;
    }
    AffineStart start =
        AffineStart.fit(manager, z, solution(affine(z), all(50), new BitSet()), DIM).orElseThrow();
    assertPredicts(start);
    assertThat(start.metric()[0]).isCloseTo(2, within(1e-3));
    // (-0.5 + 1) / 2, the same on both sides.
    assertThat(start.metric()[1]).isCloseTo(0.25, within(1e-3));
    assertThat(start.metric()[DIM]).isEqualTo(start.metric()[1]);
    assertThat(manager.getManagedArrays()).isEmpty();
  }

  @Test
  void rowsThatWereNotSolvedToAMinimumAreLeftOut() {
    double[] z = Fixtures.normals(50 * DIM, 2);
    double[] y = affine(z);
    y[0] = 1e6;
    y[DIM] = -1e6;
    BitSet solved = all(50);
    solved.clear(0);
    BitSet negative = new BitSet();
    negative.set(1);
    assertPredicts(AffineStart.fit(manager, z, solution(y, solved, negative), DIM).orElseThrow());
    assertThat(solved.cardinality()).isEqualTo(49);
  }

  @Test
  void metricOfAQuadraticIsTheInverseOfItsCurvature() {
    SimpleMatrix m = Fixtures.symmetric(Fixtures.spaced(-0.5, 3, DIM), 3);
    double[] z = Fixtures.normals(100 * DIM, 3);
    ConjugateSolution solution =
        new LbfgsConjugateSolver(5)
            .solve(
                new Quadratic(m),
                new ConjugateProblem(manager, z, z, DIM, DataType.FLOAT64, Optional.empty()),
                new InnerLimits(1e-9, 100));
    double[] metric = AffineStart.fit(manager, z, solution, DIM).orElseThrow().metric();
    double[] expected = m.plus(SimpleMatrix.identity(DIM)).invert().getDDRM().getData();
    for (int i = 0; i < expected.length; i++) {
      assertThat(metric[i]).isCloseTo(expected[i], within(1e-4));
    }
  }

  @Test
  void tooFewRowsSayNothing() {
    int enough = 2 * DIM + 2;
    double[] z = Fixtures.normals(enough * DIM, 4);
    ConjugateSolution full = solution(affine(z), all(enough), new BitSet());
    assertThat(AffineStart.fit(manager, z, full, DIM)).isPresent();
    ConjugateSolution less = solution(affine(z), all(enough - 1), new BitSet());
    assertThat(AffineStart.fit(manager, z, less, DIM)).isEmpty();
    // Rows in one point have no spread to learn from.
    double[] point = new double[enough * DIM];
    ConjugateSolution still = solution(point, all(enough), new BitSet());
    assertThat(AffineStart.fit(manager, point, still, DIM)).isEmpty();
  }
}
