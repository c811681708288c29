package io.otbench.datasets.tabular.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumpyRandomStateTest {

  @Test
  void shuffleAndUniformsAreThoseOfNumpy() {
    NumpyRandomState random = new NumpyRandomState(42);
    double[] numbers = IntStream.range(0, 60).asDoubleStream().toArray();
    random.shuffleRows(numbers, 60, 1);
    assertThat(numbers).containsExactly(Golden.array("pw_perm"));
    double[] uniforms = IntStream.range(0, 5).mapToDouble(i -> random.nextDouble()).toArray();
    assertThat(uniforms).containsExactly(Golden.array("mt_rand"));
  }

  @Test
  void rowsMoveAsAWhole() {
    double[] numbers = IntStream.range(0, 180).asDoubleStream().toArray();
    new NumpyRandomState(42).shuffleRows(numbers, 60, 3);
    double[] order = Golden.array("pw_perm");
    for (int i = 0; i < 180; i++) {
      assertThat(numbers[i]).isEqualTo(3 * order[i / 3] + i % 3);
    }
  }

  /** The first output of the reference implementation of MT19937 for its default seed. */
  @Test
  void theStreamIsThatOfTheReferenceImplementation() {
    // 3499211612 and 581869302, put together as NumPy does.
    double expected = ((3499211612L >>> 5) * 67108864.0 + (581869302L >>> 6)) / (1L << 53);
    assertThat(new NumpyRandomState(5489).nextDouble()).isEqualTo(expected);
  }

  @Test
  void boundedIntegersReachBothEndsAndZeroDrawsNothing() {
    NumpyRandomState random = new NumpyRandomState(1);
    assertThat(random.nextBounded(0)).isZero();
    assertThat(random.nextDouble()).isEqualTo(new NumpyRandomState(1).nextDouble());
    assertThat(IntStream.range(0, 200).map(i -> random.nextBounded(4)).distinct().sorted())
        .containsExactly(0, 1, 2, 3, 4);
  }
}
