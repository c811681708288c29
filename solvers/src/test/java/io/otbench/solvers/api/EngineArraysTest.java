package io.otbench.solvers.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineArraysTest {

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void doublesComeBackAsTheyWere() {
    double[] numbers = {1.0 / 3, -2e300, Double.NaN, Double.NEGATIVE_INFINITY, -0.0, 7};
    NDArray array = EngineArrays.create(manager, numbers, 3, DataType.FLOAT64);
    assertThat(array.getShape()).isEqualTo(new Shape(2, 3));
    assertThat(array.getDataType()).isEqualTo(DataType.FLOAT64);
    assertThat(EngineArrays.toDoubles(array)).isEqualTo(numbers);
    // Row-major: the second row starts with the fourth number.
    assertThat(array.getDouble(1, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void floatsAreRoundedOnce() {
    double[] numbers = {1.0 / 3, 2e-30, 16_777_217};
    NDArray array = EngineArrays.create(manager, numbers, new Shape(3), DataType.FLOAT32);
    assertThat(array.getDataType()).isEqualTo(DataType.FLOAT32);
    assertThat(EngineArrays.toDoubles(array))
        .isEqualTo(new double[] {(float) (1.0 / 3), (float) 2e-30, 16_777_216});
    NDArray floats = EngineArrays.create(manager, new float[] {1.5f, -2}, new Shape(2, 1));
    assertThat(EngineArrays.toDoubles(floats)).isEqualTo(new double[] {1.5, -2});
  }

  @Test
  void arraysDoNotFollowTheJavaNumbers() {
    float[] floats = {1, 2};
    double[] doubles = {3, 4};
    NDArray single = EngineArrays.create(manager, floats, new Shape(2));
    NDArray twice = EngineArrays.create(manager, doubles, new Shape(2), DataType.FLOAT64);
    floats[0] = 9;
    doubles[0] = 9;
    assertThat(single.toFloatArray()).containsExactly(1, 2);
    assertThat(twice.toDoubleArray()).containsExactly(3, 4);
  }

  @Test
  void scalarHasNoDimensions() {
    NDArray scalar = EngineArrays.scalar(manager, 0.1, DataType.FLOAT64);
    assertThat(scalar.getShape()).isEqualTo(new Shape());
    assertThat(scalar.getDouble()).isEqualTo(0.1);
    assertThat(EngineArrays.scalar(manager, 0.1, DataType.FLOAT32).getFloat()).isEqualTo(0.1f);
  }

  @Test
  void nothingButTheResultIsLeftOpen() {
    NDArray array = EngineArrays.create(manager, new double[4], 2, DataType.FLOAT64);
    EngineArrays.create(manager, new double[4], 2, DataType.FLOAT32).close();
    assertThat(manager.getManagedArrays()).containsExactly(array);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void copyMayBeOverwrittenInEitherPrecision(DataType type) {
    try (NDManager manager = NDManager.newBaseManager();
        NDManager scope = manager.newSubManager()) {
      NDArray original = EngineArrays.create(manager, new double[] {1, 2}, 2, type);
      for (DataType to : List.of(DataType.FLOAT32, DataType.FLOAT64)) {
        NDArray copy = EngineArrays.copy(scope, original, to);
        assertThat(copy.getDataType()).isEqualTo(to);
        assertThat(copy.getManager()).isSameAs(scope);
        copy.subi(5);
        assertThat(EngineArrays.toDoubles(original)).containsExactly(1, 2);
      }
    }
  }
}
