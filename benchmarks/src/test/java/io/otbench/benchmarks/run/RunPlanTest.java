package io.otbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.profiles.Overrides;
import io.otbench.benchmarks.profiles.Profiles;
import io.otbench.benchmarks.suite.DataOptions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunPlanTest {

  private static RunPlan plan(
      String benchmark, String profile, List<Integer> dims, List<String> problems) {
    return RunPlan.of(
        new RunRequest(
            benchmark,
            profile,
            List.of("fake-good"),
            dims,
            problems,
            OptionalInt.of(1),
            Optional.empty(),
            OptionalInt.of(1),
            OptionalDouble.empty(),
            CellLimits.NONE,
            DataOptions.NONE,
            Optional.empty(),
            false,
            false,
            "otbench run " + benchmark,
            Overrides.NONE,
            "",
            Set.of()),
        Profiles.load());
  }

  private static List<String> problems(RunPlan plan) {
    return plan.cells().stream()
        .filter(cell -> cell.solver().equals("identity"))
        .map(Cell::problem)
        .toList();
  }

  @Test
  void theProfileSaysTheDimensionsWhereNobodyElseDoes() {
    assertThat(problems(plan("gaussian", "quick", List.of(), List.of())))
        .containsExactly("gaussian-2", "gaussian-4", "gaussian-8");
  }

  @Test
  void namedProblemsDecideWhateverTheProfileSays() {
    RunPlan plan = plan("gaussian", "quick", List.of(), List.of("gaussian-16", "gaussian-16"));
    assertThat(problems(plan)).containsExactly("gaussian-16");
    assertThat(plan.cells()).allSatisfy(cell -> assertThat(cell.dim()).isEqualTo(16));
  }

  @Test
  void aBenchmarkMayRunAllItsProblemsWhateverTheProfileSays() {
    assertThat(problems(plan("planar", "paper", List.of(), List.of())))
        .hasSize(12)
        .contains("square", "ellipse-conditional");
    assertThat(problems(plan("planar", "paper", List.of(3), List.of())))
        .containsExactly("ellipse-conditional", "half-circles-conditional");
  }

  @Test
  void dimensionsKeepTheirsAmongNamedProblems() {
    assertThat(problems(plan("gaussian", "quick", List.of(4), List.of("gaussian-2", "gaussian-4"))))
        .containsExactly("gaussian-4");
  }
}
