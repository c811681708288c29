package io.otbench.solvers.conjugate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures;
import io.otbench.solvers.Fixtures.Quadratic;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.Potential;
import io.otbench.solvers.api.RandomStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectralNormTest {

  private final NDManager manager = NDManager.newBaseManager();
  private final RandomGenerator random = RandomStreams.ofSeed(1).stream("power iteration");

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @CsvSource({"FLOAT32, 3", "FLOAT64, 3", "FLOAT64, -3"})
  void isTheLargestAbsoluteEigenvalue(DataType type, double extreme) {
    Potential potential =
        new Quadratic(Fixtures.symmetric(new double[] {extreme, 1.5, -1, 0.2, 0}, 1));
    NDArray points = EngineArrays.create(manager, Fixtures.normals(4 * 5, 1), 5, type);
    assertThat(SpectralNorm.largest(potential, points, random)).isCloseTo(3, within(0.03));
    assertThat(manager.getManagedArrays()).containsExactly(points);
  }

  @Test
  void theWorstRowDecidesAndRowsThatAreNotFiniteAreLeftOut() {
    NDArray points =
        EngineArrays.create(manager, new double[] {0.5, -2, Double.NaN, 1}, 1, DataType.FLOAT64);
    assertThat(SpectralNorm.largest(new Cubic(), points, random)).isCloseTo(12, within(1e-9));
  }

  @Test
  void isZeroWhereNothingIsCurved() {
    NDArray points = EngineArrays.create(manager, new double[4], 2, DataType.FLOAT32);
    assertThat(SpectralNorm.largest(Quadratic.isotropic(0, 2), points, random)).isZero();
  }

  /** y^3 on the line: Hessian 6 y. */
  private record Cubic() implements Potential {

    @Override
    public NDArray value(NDArray x) {
      return x.pow(3).squeeze(1);
    }

    @Override
    public NDArray gradient(NDArray x) {
      return x.square().mul(3);
    }

    @Override
    public NDArray hessianVectorProduct(NDArray x, NDArray v) {
      return x.mul(6).mul(v);
    }
  }
}
