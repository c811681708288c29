package io.otbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {

  private static CellGroup group(String benchmark, String problem, int dim) {
    return new CellGroup(benchmark, problem, dim, "linear", "c0ffee", "linear", List.of());
  }

  @Test
  void aProblemInSeveralDimensionsIsASweep() {
    assertThat(
            Sweep.benchmarksWithout(
                List.of(
                    group("gaussian", "gaussian-2", 2),
                    group("gaussian", "gaussian-2", 2),
                    group("gaussian", "gaussian-4", 4))))
        .isEmpty();
  }

  @Test
  void aSweepOfOneDimensionIsStillOne() {
    assertThat(Sweep.benchmarksWithout(List.of(group("gaussian", "gaussian-8", 8)))).isEmpty();
  }

  @Test
  void problemsNotNamedByTheirDimensionAreAListWhateverTheirDimensions() {
    assertThat(
            Sweep.benchmarksWithout(
                List.of(group("planar", "ellipse", 2), group("planar", "half-circles", 3))))
        .containsExactly("planar");
    assertThat(Sweep.benchmarksWithout(List.of(group("planar", "ellipse", 2))))
        .containsExactly("planar");
    // A number at the end that is not the dimension is part of the name.
    assertThat(
            Sweep.benchmarksWithout(
                List.of(group("planar", "csir-1", 2), group("planar", "csir-2", 4))))
        .containsExactly("planar");
  }

  @Test
  void differentProblemsOfOneDimensionAreAList() {
    assertThat(
            Sweep.benchmarksWithout(List.of(group("w2", "mix3-8", 8), group("w2", "early-8", 8))))
        .containsExactly("w2");
  }

  @Test
  void benchmarksAreToldApart() {
    List<CellGroup> both =
        List.of(
            group("gaussian", "gaussian-2", 2),
            group("planar", "ellipse", 2),
            group("gaussian", "gaussian-4", 4),
            group("planar", "half-circles", 3));
    assertThat(Sweep.benchmarksWithout(both)).containsExactly("planar");
  }
}
