package io.otbench.solvers.discrete;

/**
 * Dual potentials of entropic optimal transport between n points x_i of weight 1/n and m points y_j
 * of weight 1/m, for the cost c_ij = |x_i - y_j|^2 / 2 (with the half). The plan is
 *
 * <pre>P_ij = exp((f_i + g_j - c_ij) / epsilon) / (n m)</pre>
 *
 * @param f one number per source point
 * @param g one number per target point
 * @param epsilon weight of the relative entropy, in units of the cost
 * @param iterations updates of both potentials, those at larger epsilon included
 * @param marginalError sum over i of |sum_j P_ij - 1/n|; the sums over i are 1/m to rounding
 */
public record EntropicPotentials(
    double[] f, double[] g, double epsilon, int iterations, double marginalError) {

  /**
   * The least value of sum P_ij c_ij + epsilon KL(P | uniform), up to the marginal error: mean of f
   * plus mean of g. Tends to W2^2 / 2 as epsilon goes to 0.
   */
  public double value() {
    return mean(f) + mean(g);
  }

  private static double mean(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum / numbers.length;
  }
}
