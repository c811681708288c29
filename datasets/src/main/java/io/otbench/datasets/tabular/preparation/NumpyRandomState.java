package io.otbench.datasets.tabular.preparation;

/**
 * NumPy's legacy generator {@code numpy.random.RandomState}, as far as POWER needs it: MT19937
 * seeded by an integer, uniform doubles, bounded integers and the shuffle of rows.
 *
 * <p>Apache Commons RNG has the same twister but always seeds it with an array, which gives another
 * stream than the integer seeding of NumPy.
 */
public final class NumpyRandomState {

  private static final int SIZE = 624;
  private static final int SHIFT = 397;

  private final int[] state = new int[SIZE];
  private int position = SIZE;

  /** The stream of {@code RandomState(seed)}. */
  public NumpyRandomState(int seed) {
    state[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** A uniform double in [0, 1) of 53 random bits. */
  public double nextDouble() {
    int high = next32() >>> 5;
    int low = next32() >>> 6;
    return (high * 67108864.0 + low) / 9007199254740992.0;
  }

  /**
   * A uniform integer in 0..max by masked rejection.
   *
   * @param max not negative; for 0 nothing is drawn
   */
  public int nextBounded(int max) {
    if (max == 0) {
      return 0;
    }
    int mask = -1 >>> Integer.numberOfLeadingZeros(max);
    int drawn;
    do {
      drawn = next32() & mask;
    } while (drawn > max);
    return drawn;
  }

  /**
   * {@code shuffle} of a two-dimensional array: the rows change places.
   *
   * @param values at least rows * columns numbers in row-major order, shuffled in place
   */
  public void shuffleRows(double[] values, int rows, int columns) {
    double[] spare = new double[columns];
    for (int i = rows - 1; i > 0; i--) {
      int j = nextBounded(i);
      System.arraycopy(values, i * columns, spare, 0, columns);
      System.arraycopy(values, j * columns, values, i * columns, columns);
      System.arraycopy(spare, 0, values, j * columns, columns);
    }
  }

  private int next32() {
    if (position == SIZE) {
      twist();
    }
    int y = state[position++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  private void twist() {
    for (int i = 0; i < SIZE; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
      int odd = (y & 1) == 0 ? 0 : 0x9908b0df;
      state[i] = state[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ odd;
    }
    position = 0;
  }
}
