package io.otbench.solvers;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.solvers.Fixtures.DiagonalGaussian;
import io.otbench.solvers.Fixtures.Harness;
import io.otbench.solvers.api.NetworkPasses;
import io.otbench.solvers.api.OtSolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The passes of a training against what its loss says on paper. */
class NetworkPassesOfSolversTest {

  /** A multiple of all intervals at which a solver plans anew. */
  private static final int STEPS = 40;

  private static final DiagonalGaussian SOURCE =
      new DiagonalGaussian(new double[2], new double[] {1, 0.7}, 1);
  private static final DiagonalGaussian TARGET =
      new DiagonalGaussian(new double[2], new double[] {1, 1}, 2);

  private static <C extends Record> long passes(OtSolver<C> solver) {
    long before = NetworkPasses.ofThisThread();
    try (Harness harness = new Harness(1)) {
      solver.fit(SOURCE, TARGET, SmallConfigs.of(solver, STEPS), harness).close();
    }
    return NetworkPasses.ofThisThread() - before;
  }

  /**
   * Per row of a batch and step.
   *
   * <ul>
   *   <li>{@code dpot}: the map there and back, and every tenth step for the plan.
   *   <li>{@code dpot-debiased}: a gradient map of two batches there and back, every eighth step
   *       once more for the plans; {@code dpot-sliced} has one batch and no plan.
   *   <li>{@code otm}, {@code otp}: in each of two steps of the map, map and potential there and
   *       back; in one of the potential the map, and the potential at two batches there and back.
   *   <li>{@code diotm}: in each of two steps of the maps, two maps and the potential at two
   *       batches there and back; in one of the potential two maps, and its derivatives at two
   *       batches there and back.
   *   <li>What has no network passes none.
   * </ul>
   */
  @ParameterizedTest
  @CsvSource({
    "dpot, 2.1",
    "dpot-debiased, 8.5",
    "dpot-sliced, 4",
    "otm, 13",
    "otp, 13",
    "diotm, 26",
    "linear, 0",
    "discrete, 0",
    "discrete-entropic, 0"
  })
  void everyStepPassesItsNetworksAsOftenAsItsLossSays(String name, double passesPerRow) {
    OtSolver<?> solver =
        OtSolverContractTest.solvers()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow();

    assertThat(passes(solver)).isEqualTo(Math.round(STEPS * SmallConfigs.BATCH * passesPerRow));
  }
}
